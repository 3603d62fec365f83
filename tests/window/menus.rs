//! The menus: every action stands in one, with its shortcut.

use atlas_ent::{
    app::{Action, Resize, TerrainRequest},
    cartography::Representation,
    coverage::{
        Embedded, Measure, SchoolType,
        school::{Perimeter, Sector},
    },
    outline::OutlineSource,
    project::{Command, Template},
    territory::{Edition, Level},
};
use egui::{Key, ThemePreference, ViewportCommand, ViewportId};
use egui_kittest::kittest::NodeT;

use crate::driver::Window;

/// Where an action stands: its menu and its entry; `None` for those that need a place, a date or
/// something to close. A new action does not compile until it has its line.
fn stands_in(action: Action) -> Option<(&'static str, &'static str)> {
    Some(match action {
        Action::Do(command) => return command_stands_in(command),
        Action::Undo => ("Édition", "Annuler"),
        Action::Redo => ("Édition", "Rétablir"),
        Action::OpenFile => ("Fichier", "Ouvrir…"),
        Action::AddFile => ("Fichier", "Ajouter un fichier…"),
        Action::OpenRecent(_) => ("Fichier", "Fichiers récents"),
        Action::TypePath => ("Fichier", "Ouvrir un chemin…"),
        Action::OpenOutlines => ("Fichier", "Ouvrir des contours…"),
        Action::TogglePreview => ("Affichage", "Aperçu du fichier"),
        Action::ShowImport => ("Affichage", "Rapport d’import"),
        Action::AskSubject(_) => ("Carte", "Sujet…"),
        Action::TogglePage => ("Fichier", "Exporter…"),
        Action::ExportPicture => ("Fichier", "Enregistrer la page…"),
        Action::CopyPicture => ("Fichier", "Copier l’image"),
        Action::SaveTable => ("Fichier", "Enregistrer les valeurs de la carte…"),
        Action::SaveRows => ("Fichier", "Enregistrer les lignes affichées…"),
        Action::ToggleTable => ("Affichage", "Tableau"),
        Action::SaveTemplate(Template::ByTerritory) => {
            ("Fichier", "Enregistrer un modèle par territoire…")
        }
        Action::SaveTemplate(Template::BySchool) => {
            ("Fichier", "Enregistrer un modèle par établissement…")
        }
        Action::EnterSelection => ("Aller", "Entrer dans le territoire sélectionné"),
        Action::Back => ("Aller", "Retour"),
        Action::Forward => ("Aller", "Suivant"),
        Action::Find => ("Aller", "Rechercher…"),
        Action::ShowPalette => ("Aller", "Toutes les commandes…"),
        Action::Fit => ("Affichage", "Ajuster à la fenêtre"),
        Action::ZoomIn => ("Affichage", "Zoom avant"),
        Action::ZoomOut => ("Affichage", "Zoom arrière"),
        Action::TogglePlayback => ("Date", "Lire la chronologie"),
        Action::PreviousDate => ("Date", "Date précédente"),
        Action::NextDate => ("Date", "Date suivante"),
        Action::ToggleSidePanel => ("Affichage", "Replier ou déplier le volet"),
        Action::Terrain(TerrainRequest::Toggle) => ("Affichage", "Terrain"),
        Action::Terrain(TerrainRequest::ChooseSource) => ("Affichage", "Fond de carte…"),
        Action::Resize(Resize::Larger) => ("Affichage", "Agrandir l’interface"),
        Action::Resize(Resize::Smaller) => ("Affichage", "Réduire l’interface"),
        Action::Resize(Resize::Usual) => ("Affichage", "Taille habituelle"),
        Action::UseTheme(ThemePreference::Light) => ("Affichage", "Thème clair"),
        Action::UseTheme(ThemePreference::Dark) => ("Affichage", "Thème sombre"),
        Action::UseTheme(ThemePreference::System) => ("Affichage", "Thème du système"),
        Action::ShowAbout => ("Aide", "À propos d’Atlas ENT…"),
        Action::ShowShortcuts => ("Aide", "Raccourcis clavier…"),
        Action::Dismiss | Action::GiveUp(_) | Action::ShowFile(_) | Action::UsePath(..) => {
            return None;
        }
        // Buttons of a question, and of the dialog of an entry.
        Action::ShowPreview | Action::ShowReadingSettings | Action::UseSubject { .. } => {
            return None;
        }
        // Buttons of a notice and of a question, which stand where they are needed, and the lists of
        // a file that was refused.
        Action::Replace(..)
        | Action::ShowWritten(..)
        | Action::ShowRefused
        | Action::DecideRefused(_) => return None,
        // Buttons of the dialogs that two entries open.
        Action::Terrain(
            TerrainRequest::Allow | TerrainRequest::UseSource | TerrainRequest::OpenFile,
        ) => return None,
        Action::Quit => ("Fichier", "Quitter"),
    })
}

fn command_stands_in(command: Command) -> Option<(&'static str, &'static str)> {
    Some(match command {
        Command::Open(Embedded::Facts) => ("Fichier", "Faits documentés, 2001–2025"),
        Command::Open(Embedded::Example) => ("Fichier", "Exemple fictif"),
        Command::ShowSchools(SchoolType::Lycee) => ("Carte", "Lycées"),
        Command::ShowSchools(SchoolType::College) => ("Carte", "Collèges"),
        Command::ShowLevel(Level::Region) => ("Carte", "Par région"),
        Command::ShowLevel(Level::Academie) => ("Carte", "Par académie"),
        Command::ShowLevel(Level::Departement) => ("Carte", "Par département"),
        Command::ShowAs(Representation::Share) => ("Carte", "Part des établissements"),
        Command::ShowAs(Representation::Stage) => ("Carte", "Stade de déploiement"),
        Command::MeasureBy(Measure::Deploye) => ("Carte", "ENT déployé"),
        Command::MeasureBy(Measure::Usage) => ("Carte", "ENT utilisé"),
        Command::UseEdition(Edition::Before2016) => ("Carte", "Limites avant 2016"),
        Command::UseEdition(Edition::Since2016) => ("Carte", "Limites depuis 2016"),
        Command::Select(None) => ("Édition", "Ne plus rien sélectionner"),
        Command::Count(Perimeter { agricultural: true, .. }) => {
            ("Carte", "Compter les lycées agricoles")
        }
        Command::Count(Perimeter { sector: None, .. }) => ("Carte", "Public et privé"),
        Command::Count(Perimeter { sector: Some(Sector::Public), .. }) => {
            ("Carte", "Public seulement")
        }
        Command::Count(Perimeter { sector: Some(Sector::Prive), .. }) => {
            ("Carte", "Privé seulement")
        }
        Command::Leave => ("Aller", "Remonter"),
        Command::UseOutlines(OutlineSource::Embedded) => {
            ("Fichier", "Revenir aux contours de l’atlas")
        }
        Command::GoBy(Level::Academie) => ("Aller", "Rattacher les départements à l’académie"),
        Command::GoBy(_) => ("Aller", "Rattacher les départements à la région"),
        Command::ShowLevel(Level::France)
        | Command::GoTo(_)
        | Command::Select(Some(_))
        | Command::Decide { .. }
        | Command::UseOutlines(OutlineSource::Own(_))
        | Command::ToggleSelected(_)
        | Command::SelectAll(_)
        | Command::Enter(_)
        | Command::OpenSchool(..)
        | Command::SelectSchool(_)
        | Command::SortRows(_)
        | Command::ChangePage(_)
        | Command::CloseSchool
        | Command::Filter(_)
        | Command::RemoveFile(_) => return None,
    })
}

/// Every action that a menu can hold.
fn actions() -> Vec<Action> {
    let mut commands = vec![Command::Select(None), Command::Leave];
    commands.push(Command::UseOutlines(OutlineSource::Embedded));
    commands.extend([Level::Region, Level::Academie].map(Command::GoBy));
    commands.extend(Embedded::ALL.map(Command::Open));
    commands.extend(SchoolType::ALL.map(Command::ShowSchools));
    commands.extend(Level::MAPPED.map(Command::ShowLevel));
    commands.extend([Representation::Share, Representation::Stage].map(Command::ShowAs));
    commands.extend([Measure::Deploye, Measure::Usage].map(Command::MeasureBy));
    commands.extend(Edition::ALL.map(Command::UseEdition));
    let sectors = [None, Some(Sector::Public), Some(Sector::Prive)];
    commands
        .extend(sectors.map(|sector| Command::Count(Perimeter { sector, agricultural: false })));
    commands.push(Command::Count(Perimeter { sector: None, agricultural: true }));
    let themes = [ThemePreference::Light, ThemePreference::Dark, ThemePreference::System];
    (commands.into_iter().map(Action::Do))
        .chain(themes.map(Action::UseTheme))
        .chain([
            Action::Undo,
            Action::Redo,
            Action::OpenFile,
            Action::AddFile,
            Action::OpenRecent(0),
            Action::TypePath,
            Action::OpenOutlines,
            Action::TogglePreview,
            Action::ShowImport,
            Action::AskSubject(0),
            Action::TogglePage,
            Action::ExportPicture,
            Action::CopyPicture,
            Action::SaveTable,
            Action::SaveRows,
            Action::ToggleTable,
            Action::SaveTemplate(Template::ByTerritory),
            Action::SaveTemplate(Template::BySchool),
            Action::EnterSelection,
            Action::Back,
            Action::Forward,
            Action::Find,
            Action::ShowPalette,
            Action::Fit,
            Action::ZoomIn,
            Action::ZoomOut,
            Action::TogglePlayback,
            Action::PreviousDate,
            Action::NextDate,
            Action::ToggleSidePanel,
            Action::Terrain(TerrainRequest::Toggle),
            Action::Terrain(TerrainRequest::ChooseSource),
            Action::Resize(Resize::Larger),
            Action::Resize(Resize::Smaller),
            Action::Resize(Resize::Usual),
            Action::ShowAbout,
            Action::ShowShortcuts,
            Action::Quit,
        ])
        .collect()
}

const MENUS: [&str; 7] = ["Fichier", "Édition", "Carte", "Aller", "Date", "Affichage", "Aide"];

/// The entries of a menu, from top to bottom.
fn entries(menu: &str) -> Vec<String> {
    let mut window = Window::open();
    let before = window.words();
    window.open_menu(menu);
    let mut entries = window.words();
    // What was there before, once each.
    for words in before {
        if let Some(at) = entries.iter().position(|entry| *entry == words) {
            entries.remove(at);
        }
    }
    entries
}

#[test]
fn every_action_stands_in_a_menu() {
    let menus: Vec<(&str, Vec<String>)> = MENUS.map(|menu| (menu, entries(menu))).into();
    for action in actions() {
        let Some((menu, entry)) = stands_in(action.clone()) else {
            panic!("{action:?} has no menu")
        };
        let (_, entries) = menus.iter().find(|(name, _)| *name == menu).expect("a known menu");
        let found = entries.iter().any(|words| words.starts_with(entry));
        assert!(found, "{action:?}: « {entry} » is not in « {menu} »: {entries:?}");
    }
    let all: Vec<&String> = menus.iter().flat_map(|(_, entries)| entries).collect();
    assert!(all.iter().all(|words| words.trim() == words.as_str()), "a blank too many: {all:#?}");
    let held: usize = menus.iter().map(|(_, entries)| entries.len()).sum();
    assert_eq!(held, actions().len(), "an entry without an action above: {menus:#?}");
}

#[test]
fn the_entries_on_the_map_do_what_they_say() {
    let mut window = Window::open();
    let done = |window: &mut Window, command: Command| {
        let Some((menu, entry)) = command_stands_in(command.clone()) else { panic!("{command:?}") };
        window.choose(menu, entry);
    };
    done(&mut window, Command::ShowSchools(SchoolType::College));
    assert_eq!(window.document().school_type, SchoolType::College);
    for level in Level::MAPPED {
        done(&mut window, Command::ShowLevel(level));
        assert_eq!(window.level(), level);
    }
    for representation in [Representation::Stage, Representation::Share] {
        done(&mut window, Command::ShowAs(representation));
        assert_eq!(window.document().representation, representation);
    }
    for measure in [Measure::Usage, Measure::Deploye] {
        done(&mut window, Command::MeasureBy(measure));
        assert_eq!(window.document().measure, measure);
    }
    for edition in [Edition::Since2016, Edition::Before2016] {
        done(&mut window, Command::UseEdition(edition));
        assert_eq!(window.document().edition, edition);
    }
    for data in [Embedded::Example, Embedded::Facts] {
        done(&mut window, Command::Open(data));
        assert_eq!(window.document().data, data.into());
    }
    done(&mut window, Command::ShowSchools(SchoolType::Lycee));
    assert_eq!(window.document().school_type, SchoolType::Lycee);
}

#[test]
fn undoing_and_redoing_stand_ready_only_when_there_is_something_to_do() {
    let ready = |window: &mut Window, entry: &str| {
        window.open_menu("Édition");
        let ready = !window.entry(entry).accesskit_node().is_disabled();
        window.click("Édition");
        ready
    };
    let mut window = Window::open();
    assert!(!ready(&mut window, "Annuler") && !ready(&mut window, "Rétablir"));
    window.click("Collèges");
    assert!(ready(&mut window, "Annuler") && !ready(&mut window, "Rétablir"));
    window.choose("Édition", "Annuler");
    assert_eq!(window.document().school_type, SchoolType::Lycee);
    assert!(!ready(&mut window, "Annuler") && ready(&mut window, "Rétablir"));
    window.choose("Édition", "Rétablir");
    assert_eq!(window.document().school_type, SchoolType::College);
}

#[test]
fn escape_closes_a_menu_and_nothing_behind_it() {
    let mut window = Window::open();
    window.click_at(window.place("Lorraine"));
    window.leave();
    window.open_menu("Aide");
    window.hears("Raccourcis clavier…");
    window.press(Key::Escape);
    assert!(!window.says("Raccourcis clavier…"), "the menu stayed open");
    assert!(window.standpoint().selected().is_some(), "the card behind it was closed");
}

#[test]
fn the_selection_can_be_dropped_from_a_menu() {
    let mut window = Window::open();
    window.click_at(window.place("Lorraine"));
    window.leave();
    window.choose("Édition", "Ne plus rien sélectionner");
    assert_eq!(window.standpoint().selected(), None);
}

#[test]
fn dates_and_playing_stand_in_a_menu() {
    let mut window = Window::open();
    let date = window.document().date;
    window.choose("Date", "Date précédente");
    assert!(window.document().date < date);
    window.choose("Date", "Date suivante");
    assert_eq!(window.document().date, date);
    window.choose("Date", "Lire la chronologie");
    window.pass(1.5);
    assert!(window.document().date > date);
    window.choose("Date", "Arrêter la lecture");
    let stopped = window.document().date;
    window.pass(3.0);
    assert_eq!(window.document().date, stopped);
}

#[test]
fn themes_stand_in_a_menu() {
    let mut window = Window::open();
    for (entry, theme) in [("Thème sombre", egui::Theme::Dark), ("Thème clair", egui::Theme::Light)]
    {
        window.choose("Affichage", entry);
        assert_eq!(window.harness.ctx.theme(), theme, "{entry}");
    }
    window.choose("Affichage", "Thème du système");
    let preference = window.harness.ctx.options(|options| options.theme_preference);
    assert_eq!(preference, ThemePreference::System);
}

#[test]
fn the_side_panel_folds_from_a_menu() {
    let mut window = Window::open();
    let before = window.map();
    window.choose("Affichage", "Replier ou déplier le volet");
    assert!(window.map().width() > before.width());
}

#[test]
fn dialogs_open_from_the_menu_and_close_by_button_or_escape() {
    for (entry, said) in [
        ("Raccourcis clavier…", "Rétablir"),
        ("À propos d’Atlas ENT…", "Une absence n’est jamais un zéro"),
    ] {
        let mut window = Window::open();
        window.choose("Aide", entry);
        window.hears(said);
        window.click("Fermer");
        assert!(!window.says(said), "{entry}");
        window.choose("Aide", entry);
        window.hears(said);
        window.press(Key::Escape);
        assert!(!window.says(said), "{entry}");
    }
}

#[test]
fn escape_closes_a_dialog_before_the_card() {
    let mut window = Window::open();
    window.click_at(window.place("Lorraine"));
    window.leave();
    window.choose("Aide", "Raccourcis clavier…");
    window.press(Key::Escape);
    assert!(window.standpoint().selected().is_some(), "only the dialog was closed");
    window.press(Key::Escape);
    assert_eq!(window.standpoint().selected(), None);
}

#[test]
fn leaving_closes_the_window() {
    let mut window = Window::open();
    window.open_menu("Fichier");
    window.entry("Quitter").click();
    let mut closed = false;
    for _ in 0..5 {
        window.harness.step();
        let output = &window.harness.output().viewport_output[&ViewportId::ROOT];
        closed |= output.commands.contains(&ViewportCommand::Close);
    }
    assert!(closed);
}
