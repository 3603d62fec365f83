//! Everything that a person can ask for, as menus and the palette list it.

use std::path::PathBuf;

use egui::{Key, ThemePreference};

use super::{Action, Resize, TerrainRequest};
use crate::{
    cartography::Representation,
    coverage::{
        Embedded, Measure, SchoolType, Subject,
        school::{Perimeter, Sector},
    },
    french::capitalised,
    outline::OutlineSource,
    project::{Command, Session, Template},
    territory::{Edition, Level},
};

/// The menus, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    Map,
    Go,
    Date,
    View,
    Help,
}

/// A line of a menu.
pub struct Entry {
    pub menu: Menu,
    /// Entries of a group stand together; a rule stands between groups.
    pub group: u8,
    pub label: String,
    pub action: Action,
    /// What choosing it does.
    pub kind: Kind,
    /// It is what is shown now.
    pub chosen: bool,
    /// It can be asked for now.
    pub enabled: bool,
}

/// What choosing a line of a menu does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It does something.
    Command,
    /// It takes the place of another.
    OneOfSeveral,
    /// It is turned on, or off again.
    Switch,
}

impl Menu {
    /// All, from left to right.
    pub const ALL: [Self; 7] =
        [Self::File, Self::Edit, Self::Map, Self::Go, Self::Date, Self::View, Self::Help];

    /// The letter that opens it with Alt: one of its name, without an accent, and of no other menu.
    pub fn letter(self) -> Key {
        match self {
            Self::File => Key::F,
            Self::Edit => Key::E,
            Self::Map => Key::C,
            Self::Go => Key::A,
            Self::Date => Key::D,
            Self::View => Key::H,
            Self::Help => Key::I,
        }
    }

    /// Which letter of its name that is, from 0.
    pub fn letter_at(self) -> usize {
        match self {
            Self::View => 5,
            Self::Help => 1,
            _ => 0,
        }
    }

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => "Fichier",
            Self::Edit => "Édition",
            Self::Map => "Carte",
            Self::Go => "Aller",
            Self::Date => "Date",
            Self::View => "Affichage",
            Self::Help => "Aide",
        }
    }
}

/// What the entries depend on, beside the session.
pub struct Surroundings<'a> {
    /// Files that were opened lately.
    pub recent: &'a [PathBuf],
    /// The dates are being run through.
    pub playing: bool,
    /// The terrain is shown instead of the map.
    pub terrain: bool,
    /// The table stands under the map.
    pub table: bool,
    /// Light, dark, or as the system.
    pub theme: ThemePreference,
}

/// All entries, menu by menu.
pub fn entries(session: &Session, around: &Surroundings<'_>) -> Vec<Entry> {
    let mut list = List { entries: vec![], menu: Menu::File, group: 0 };
    file(&mut list, session, around);
    edit(&mut list, session);
    map(&mut list, session);
    perimeter(&mut list, session);
    go(&mut list, session);
    date(&mut list, session, around);
    view(&mut list, session, around);
    list.open(Menu::Help);
    list.add("Raccourcis clavier…", Action::ShowShortcuts);
    list.add("À propos d’Atlas ENT…", Action::ShowAbout);
    list.entries
}

fn file(list: &mut List, session: &Session, around: &Surroundings<'_>) {
    let document = session.document();
    list.open(Menu::File);
    list.add("Ouvrir…", Action::OpenFile);
    list.add_if(document.data.own().is_some(), "Ajouter un fichier…", Action::AddFile);
    list.add("Ouvrir un chemin…", Action::TypePath);
    for (rank, path) in around.recent.iter().enumerate() {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        list.add(&name, Action::OpenRecent(rank));
    }
    list.rule();
    for data in Embedded::ALL {
        let chosen = document.data.embedded() == Some(data);
        list.choice(chosen, data.label(), Command::Open(data));
    }
    list.rule();
    list.add("Ouvrir des contours…", Action::OpenOutlines);
    let back = Command::UseOutlines(OutlineSource::Embedded);
    let has_own = document.outlines != OutlineSource::Embedded;
    list.add_if(has_own, "Revenir aux contours de l’atlas", back.into());
    list.rule();
    list.add("Exporter…", Action::TogglePage);
    list.add("Enregistrer la page…", Action::ExportPicture);
    list.add("Copier l’image", Action::CopyPicture);
    list.add("Enregistrer les valeurs de la carte…", Action::SaveTable);
    list.add("Enregistrer les lignes affichées…", Action::SaveRows);
    for template in Template::ALL {
        let label = format!("Enregistrer un modèle {}…", template.label().to_lowercase());
        list.add(&label, Action::SaveTemplate(template));
    }
    list.rule();
    list.add("Quitter", Action::Quit);
}

fn edit(list: &mut List, session: &Session) {
    list.open(Menu::Edit);
    list.add_if(session.can_undo(), &session.undo_label(), Action::Undo);
    list.add_if(session.can_redo(), &session.redo_label(), Action::Redo);
    list.rule();
    let selected = !session.standpoint().selection.is_empty();
    list.add_if(selected, "Ne plus rien sélectionner", Command::Select(None).into());
}

fn map(list: &mut List, session: &Session) {
    let document = session.document();
    list.open(Menu::Map);
    for school_type in SchoolType::ALL {
        let chosen = document.school_type == school_type;
        list.choice(chosen, &capitalised(school_type.label()), Command::ShowSchools(school_type));
    }
    list.rule();
    for level in Level::MAPPED {
        let label = format!("Par {}", level.singular());
        list.choice(session.level() == level, &label, Command::ShowLevel(level));
    }
    list.rule();
    for (label, representation) in [
        ("Part des établissements", Representation::Share),
        ("Stade de déploiement", Representation::Stage),
    ] {
        let chosen = document.representation == representation;
        list.choice(chosen, label, Command::ShowAs(representation));
    }
    list.rule();
    for measure in Measure::ALL {
        let label = Subject::measure_label(session.dataset().counted(), measure);
        list.choice(document.measure == measure, label, Command::MeasureBy(measure));
    }
    list.rule();
    let own = document.data.own().is_some();
    list.add_if(own, "Sujet…", Action::AskSubject(session.file_of_figures()));
    list.rule();
    for edition in Edition::ALL {
        let label = format!("Limites {}", edition.label());
        list.choice(document.edition == edition, &label, Command::UseEdition(edition));
    }
}

fn perimeter(list: &mut List, session: &Session) {
    let dataset = session.dataset();
    let (known, lists) = (dataset.tells_sectors(), !dataset.schools().is_empty());
    let now = session.document().perimeter;
    list.rule();
    for (label, sector) in [
        ("Public et privé", None),
        ("Public seulement", Some(Sector::Public)),
        ("Privé seulement", Some(Sector::Prive)),
    ] {
        let command = Command::Count(Perimeter { sector, ..now });
        list.entry(Kind::OneOfSeveral, known, now.sector == sector, label, command.into());
    }
    let command = Command::Count(Perimeter { agricultural: !now.agricultural, ..now });
    list.entry(
        Kind::Switch,
        lists,
        now.agricultural,
        "Compter les lycées agricoles",
        command.into(),
    );
}

fn go(list: &mut List, session: &Session) {
    let at = session.standpoint();
    let place = at.place;
    list.open(Menu::Go);
    let deeper = at.selected().is_some_and(|id| id != place.territory);
    list.add_if(deeper, "Entrer dans le territoire sélectionné", Action::EnterSelection);
    list.add_if(!place.is_whole(), "Remonter", Command::Leave.into());
    list.rule();
    list.add_if(session.can_go_back(), "Retour", Action::Back);
    list.add_if(session.can_go_forward(), "Suivant", Action::Forward);
    list.rule();
    for (label, way) in [
        ("Rattacher les départements à la région", Level::Region),
        ("Rattacher les départements à l’académie", Level::Academie),
    ] {
        list.choice(place.way == way, label, Command::GoBy(way));
    }
    list.rule();
    list.add("Rechercher…", Action::Find);
    list.add("Toutes les commandes…", Action::ShowPalette);
}

fn date(list: &mut List, session: &Session, around: &Surroundings<'_>) {
    list.open(Menu::Date);
    let several = session.dates().len() > 1;
    let play = if around.playing { "Arrêter la lecture" } else { "Lire la chronologie" };
    list.add_if(several, play, Action::TogglePlayback);
    list.add_if(several, "Date précédente", Action::PreviousDate);
    list.add_if(several, "Date suivante", Action::NextDate);
}

fn view(list: &mut List, session: &Session, around: &Surroundings<'_>) {
    list.open(Menu::View);
    list.add("Ajuster à la fenêtre", Action::Fit);
    list.add("Zoom avant", Action::ZoomIn);
    list.add("Zoom arrière", Action::ZoomOut);
    list.rule();
    list.entry(Kind::Switch, true, around.terrain, "Terrain", TerrainRequest::Toggle.into());
    list.add("Fond de carte…", TerrainRequest::ChooseSource.into());
    list.rule();
    list.add("Replier ou déplier le volet", Action::ToggleSidePanel);
    list.entry(Kind::Switch, true, around.table, "Tableau", Action::ToggleTable);
    let own = session.document().data.own().is_some();
    list.add_if(own, "Aperçu du fichier", Action::TogglePreview);
    list.add_if(own, "Rapport d’import", Action::ShowImport);
    list.rule();
    list.add("Agrandir l’interface", Action::Resize(Resize::Larger));
    list.add("Réduire l’interface", Action::Resize(Resize::Smaller));
    list.add("Taille habituelle", Action::Resize(Resize::Usual));
    list.rule();
    for (label, preference) in [
        ("Thème clair", ThemePreference::Light),
        ("Thème sombre", ThemePreference::Dark),
        ("Thème du système", ThemePreference::System),
    ] {
        let chosen = around.theme == preference;
        list.entry(Kind::OneOfSeveral, true, chosen, label, Action::UseTheme(preference));
    }
}

/// Entries as they are added.
struct List {
    entries: Vec<Entry>,
    menu: Menu,
    group: u8,
}

impl List {
    fn open(&mut self, menu: Menu) {
        (self.menu, self.group) = (menu, 0);
    }

    fn rule(&mut self) {
        self.group += 1;
    }

    fn add(&mut self, label: &str, action: Action) {
        self.add_if(true, label, action);
    }

    fn add_if(&mut self, enabled: bool, label: &str, action: Action) {
        self.entry(Kind::Command, enabled, false, label, action);
    }

    fn choice(&mut self, chosen: bool, label: &str, command: Command) {
        self.entry(Kind::OneOfSeveral, true, chosen, label, command.into());
    }

    fn entry(&mut self, kind: Kind, enabled: bool, chosen: bool, label: &str, action: Action) {
        let (menu, group, label) = (self.menu, self.group, label.to_owned());
        self.entries.push(Entry { menu, group, label, action, kind, chosen, enabled });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::normalise;

    #[test]
    fn each_menu_has_a_letter_of_its_name_that_no_other_has() {
        for (rank, menu) in Menu::ALL.iter().enumerate() {
            let letter = menu.label().chars().nth(menu.letter_at()).map(String::from);
            let bare = normalise(&letter.unwrap_or_default()).to_uppercase();
            assert_eq!(bare, menu.letter().name(), "{}", menu.label());
            assert!(Menu::ALL[..rank].iter().all(|other| other.letter() != menu.letter()));
        }
    }
}
