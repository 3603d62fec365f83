//! The menus: every action stands here with its shortcut.

use std::path::PathBuf;

use egui::{Button, MenuBar, ThemePreference, Ui};

use crate::{
    app::{Action, TerrainRequest, shortcuts::keys_of},
    cartography::Representation,
    coverage::{
        Embedded, Measure, SchoolType,
        school::{Perimeter, Sector},
    },
    french::capitalised,
    project::{Command, Session, Template},
    territory::{Edition, Level},
};

/// The line of menus.
pub fn menu_ui(
    ui: &mut Ui,
    session: &Session,
    recent: &[PathBuf],
    playing: bool,
    terrain: bool,
    actions: &mut Vec<Action>,
) {
    let document = session.document();
    MenuBar::new().ui(ui, |ui| {
        ui.menu_button("Fichier", |ui| {
            let own = document.data.own().is_some();
            entry_ui(ui, "Ouvrir…", Action::OpenFile, false, true, actions);
            entry_ui(ui, "Ajouter un fichier…", Action::AddFile, false, own, actions);
            entry_ui(ui, "Ouvrir un chemin…", Action::TypePath, false, true, actions);
            recent_ui(ui, recent, actions);
            ui.separator();
            for data in Embedded::ALL {
                let chosen = document.data.embedded() == Some(data);
                entry_ui(ui, data.label(), Command::Open(data).into(), chosen, true, actions);
            }
            ui.separator();
            entry_ui(ui, "Exporter l’image…", Action::ExportPicture, false, true, actions);
            entry_ui(ui, "Copier l’image", Action::CopyPicture, false, true, actions);
            entry_ui(ui, "Enregistrer le tableau…", Action::SaveTable, false, true, actions);
            for template in Template::ALL {
                let label = format!("Enregistrer un modèle {}…", template.label().to_lowercase());
                entry_ui(ui, &label, Action::SaveTemplate(template), false, true, actions);
            }
            ui.separator();
            entry_ui(ui, "Quitter", Action::Quit, false, true, actions);
        });
        ui.menu_button("Édition", |ui| {
            entry_ui(ui, "Annuler", Action::Undo, false, session.can_undo(), actions);
            entry_ui(ui, "Rétablir", Action::Redo, false, session.can_redo(), actions);
            ui.separator();
            let deselect = Command::Select(None).into();
            let selected = document.selection.is_some();
            entry_ui(ui, "Ne plus rien sélectionner", deselect, false, selected, actions);
        });
        ui.menu_button("Carte", |ui| map_menu_ui(ui, session, actions));
        ui.menu_button("Date", |ui| {
            let play = if playing { "Arrêter la lecture" } else { "Lire la chronologie" };
            entry_ui(ui, play, Action::TogglePlayback, false, true, actions);
            entry_ui(ui, "Date précédente", Action::PreviousDate, false, true, actions);
            entry_ui(ui, "Date suivante", Action::NextDate, false, true, actions);
        });
        ui.menu_button("Affichage", |ui| {
            entry_ui(ui, "Ajuster à la fenêtre", Action::Fit, false, true, actions);
            entry_ui(ui, "Zoom avant", Action::ZoomIn, false, true, actions);
            entry_ui(ui, "Zoom arrière", Action::ZoomOut, false, true, actions);
            ui.separator();
            entry_ui(ui, "Terrain", TerrainRequest::Toggle.into(), terrain, true, actions);
            entry_ui(
                ui,
                "Fond de carte…",
                TerrainRequest::ChooseSource.into(),
                false,
                true,
                actions,
            );
            ui.separator();
            let panel = "Replier ou déplier le volet";
            entry_ui(ui, panel, Action::ToggleSidePanel, false, true, actions);
            let own = document.data.own().is_some();
            entry_ui(ui, "Aperçu du fichier", Action::TogglePreview, false, own, actions);
            ui.separator();
            let current = ui.ctx().options(|options| options.theme_preference);
            for (label, preference) in [
                ("Thème clair", ThemePreference::Light),
                ("Thème sombre", ThemePreference::Dark),
                ("Thème du système", ThemePreference::System),
            ] {
                let chosen = current == preference;
                entry_ui(ui, label, Action::UseTheme(preference), chosen, true, actions);
            }
        });
        ui.menu_button("Aide", |ui| {
            entry_ui(ui, "Raccourcis clavier…", Action::ShowShortcuts, false, true, actions);
            entry_ui(ui, "À propos d’Atlas ENT…", Action::ShowAbout, false, true, actions);
        });
    });
}

/// The files of late, by name, with their folder on hover.
fn recent_ui(ui: &mut Ui, recent: &[PathBuf], actions: &mut Vec<Action>) {
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button("Fichiers récents", |ui| {
            for (rank, path) in recent.iter().enumerate() {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let entry = ui.button(name.as_ref()).on_hover_text(path.display().to_string());
                if entry.clicked() {
                    actions.push(Action::OpenRecent(rank));
                    ui.close();
                }
            }
        });
    });
}

fn map_menu_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let document = session.document();
    let mut entry = |ui: &mut Ui, label: &str, command: Command, chosen: bool| {
        entry_ui(ui, label, command.into(), chosen, true, actions);
    };
    for school_type in SchoolType::ALL {
        let label = capitalised(school_type.label());
        let chosen = document.school_type == school_type;
        entry(ui, &label, Command::ShowSchools(school_type), chosen);
    }
    ui.separator();
    for level in Level::MAPPED {
        let label = format!("Par {}", level.singular());
        entry(ui, &label, Command::ShowLevel(level), document.level == level);
    }
    ui.separator();
    for (label, representation) in [
        ("Part des établissements équipés", Representation::Share),
        ("Stade de déploiement", Representation::Stage),
    ] {
        let chosen = document.representation == representation;
        entry(ui, label, Command::ShowAs(representation), chosen);
    }
    ui.separator();
    for (label, measure) in [("ENT déployé", Measure::Deploye), ("ENT utilisé", Measure::Usage)]
    {
        entry(ui, label, Command::MeasureBy(measure), document.measure == measure);
    }
    ui.separator();
    for edition in Edition::ALL {
        let label = format!("Limites {}", edition.label());
        entry(ui, &label, Command::UseEdition(edition), document.edition == edition);
    }
    ui.separator();
    // Without a list of schools, nobody knows which are public.
    ui.add_enabled_ui(!session.dataset().schools().is_empty(), |ui| {
        perimeter_menu_ui(ui, document.perimeter, actions);
    });
}

fn perimeter_menu_ui(ui: &mut Ui, perimeter: Perimeter, actions: &mut Vec<Action>) {
    for (label, sector) in [
        ("Public et privé", None),
        ("Public seulement", Some(Sector::Public)),
        ("Privé seulement", Some(Sector::Prive)),
    ] {
        let command = Command::Count(Perimeter { sector, ..perimeter });
        entry_ui(ui, label, command.into(), perimeter.sector == sector, true, actions);
    }
    let agricultural = !perimeter.agricultural;
    let command = Command::Count(Perimeter { agricultural, ..perimeter });
    let label = "Compter les lycées agricoles";
    entry_ui(ui, label, command.into(), perimeter.agricultural, true, actions);
}

fn entry_ui(
    ui: &mut Ui,
    label: &str,
    action: Action,
    chosen: bool,
    enabled: bool,
    actions: &mut Vec<Action>,
) {
    let button = Button::selectable(chosen, label);
    let keys = keys_of(&action);
    let button = if keys.is_empty() { button } else { button.shortcut_text(keys) };
    if ui.add_enabled(enabled, button).clicked() {
        actions.push(action);
        ui.close();
    }
}
