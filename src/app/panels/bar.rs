//! The bar: which data, which schools, which level, what the colours show, which borders.

use egui::{TextWrapMode, Ui};

use super::own_data;
use crate::{
    app::{
        Action, TerrainRequest,
        widgets::{choice_ui, icon_button_ui},
    },
    cartography::Representation,
    coverage::{Embedded, SchoolType},
    project::{Command, Session},
    territory::{Edition, Level},
};

/// Width below which the bar takes two lines.
const ONE_LINE: f32 = 1200.0;
/// Width of the first of these two lines.
const FIRST_LINE: f32 = 720.0;

/// The bar; in a narrow window, in two lines.
pub fn bar_ui(
    ui: &mut Ui,
    session: &Session,
    side_panel: bool,
    terrain: bool,
    actions: &mut Vec<Action>,
) {
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    let width = ui.available_width();
    let own = own_data::width(session);
    if width >= ONE_LINE + own.name + own.readings {
        ui.horizontal(|ui| {
            what_ui(ui, session, true, actions);
            ui.separator();
            how_ui(ui, session, side_panel, terrain, actions);
        });
    } else {
        // What is supposed stands beside the name of the file where there is room.
        let beside = width >= FIRST_LINE + own.name + own.readings;
        ui.horizontal(|ui| what_ui(ui, session, beside, actions));
        ui.horizontal(|ui| {
            if !beside && own.readings > 0.0 {
                own_data::readings_ui(ui, session, actions);
                ui.separator();
            }
            how_ui(ui, session, side_panel, terrain, actions);
        });
    }
}

/// Which data, which schools, which level.
fn what_ui(ui: &mut Ui, session: &Session, readings: bool, actions: &mut Vec<Action>) {
    let document = session.document();
    let data = [
        (Some(Embedded::Facts), "Faits documentés", "Observations datées et sourcées, 2001–2025"),
        (Some(Embedded::Example), "Exemple fictif", "Un jeu complet et inventé, 2009–2024"),
    ];
    send(choice_ui(ui, document.data.embedded(), &data).flatten().map(Command::Open), actions);
    own_data::files_ui(ui, session, actions);
    if readings {
        own_data::readings_ui(ui, session, actions);
    }
    own_data::open_ui(ui, actions);
    ui.separator();
    let types = [
        (SchoolType::Lycee, "Lycées", "Gérés par les régions (L)"),
        (SchoolType::College, "Collèges", "Gérés par les départements (C)"),
    ];
    send(choice_ui(ui, document.school_type, &types).map(Command::ShowSchools), actions);
    ui.separator();
    let levels = [
        (Level::Region, "Régions", "Une valeur par région (R)"),
        (Level::Academie, "Académies", "Une valeur par académie (A)"),
        (Level::Departement, "Départements", "Une valeur par département (D)"),
    ];
    send(choice_ui(ui, document.level, &levels).map(Command::ShowLevel), actions);
}

/// What the colours show, which borders, how the window is used.
fn how_ui(
    ui: &mut Ui,
    session: &Session,
    side_panel: bool,
    terrain: bool,
    actions: &mut Vec<Action>,
) {
    use egui_material_icons::icons::{
        ICON_FIT_SCREEN, ICON_IMAGE, ICON_MAP, ICON_PUBLIC, ICON_RIGHT_PANEL_CLOSE,
        ICON_RIGHT_PANEL_OPEN,
    };
    let document = session.document();
    let representations = [
        (Representation::Share, "Part", "Part des établissements (P)"),
        (Representation::Stage, "Stade", "Étude préalable, expérimentation, généralisation (S)"),
    ];
    send(choice_ui(ui, document.representation, &representations).map(Command::ShowAs), actions);
    ui.separator();
    let editions = [
        (Edition::Before2016, "Avant 2016", "27 régions, 30 académies de 2011"),
        (Edition::Since2016, "Depuis 2016", "18 régions, 30 académies depuis 2020"),
    ];
    send(choice_ui(ui, document.edition, &editions).map(Command::UseEdition), actions);
    ui.separator();
    if icon_button_ui(ui, ICON_IMAGE, "Exporter l’image…", "Ctrl+E").clicked() {
        actions.push(Action::ExportPicture);
    }
    let (icon, name) =
        if terrain { (ICON_MAP, "Revenir à la carte") } else { (ICON_PUBLIC, "Voir le terrain") };
    if icon_button_ui(ui, icon, name, "T").clicked() {
        actions.push(TerrainRequest::Toggle.into());
    }
    if icon_button_ui(ui, ICON_FIT_SCREEN, "Ajuster la carte à la fenêtre", "0").clicked() {
        actions.push(Action::Fit);
    }
    let (icon, name) = if side_panel {
        (ICON_RIGHT_PANEL_CLOSE, "Replier le volet")
    } else {
        (ICON_RIGHT_PANEL_OPEN, "Déplier le volet")
    };
    if icon_button_ui(ui, icon, name, "F9").clicked() {
        actions.push(Action::ToggleSidePanel);
    }
}

fn send(command: Option<Command>, actions: &mut Vec<Action>) {
    actions.extend(command.map(Action::Do));
}
