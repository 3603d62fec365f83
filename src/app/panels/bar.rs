//! The bar: which data, which schools, which level, what the colours show, which borders.

use egui::{TextWrapMode, Ui};

use super::own_data;
use crate::{
    app::{
        Action, TerrainRequest,
        widgets::{choice_ui, group_ui, icon_button_ui},
    },
    cartography::Representation,
    coverage::{Embedded, SchoolType},
    project::{Command, Session},
    territory::{Edition, Level},
};

/// The bar, in as many lines as its groups take. What comes and goes stands last, so that nothing
/// moves when it does.
pub fn bar_ui(
    ui: &mut Ui,
    session: &Session,
    side_panel: bool,
    terrain: bool,
    actions: &mut Vec<Action>,
) {
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    ui.horizontal_wrapped(|ui| {
        group_ui(ui, "données", |ui| data_ui(ui, session, actions));
        group_ui(ui, "établissements", |ui| schools_ui(ui, session, actions));
        group_ui(ui, "échelons", |ui| levels_ui(ui, session, actions));
        group_ui(ui, "représentation", |ui| representation_ui(ui, session, actions));
        group_ui(ui, "découpage", |ui| edition_ui(ui, session, actions));
        group_ui(ui, "fenêtre", |ui| window_ui(ui, side_panel, terrain, actions));
        if own_data::has_readings(session) {
            group_ui(ui, "lectures", |ui| own_data::readings_ui(ui, session, actions));
        }
    });
}

fn data_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let data = [
        (Some(Embedded::Facts), "Faits documentés", "Observations datées et sourcées, 2001–2025"),
        (Some(Embedded::Example), "Exemple fictif", "Un jeu complet et inventé, 2009–2024"),
    ];
    let shown = session.document().data.embedded();
    send(choice_ui(ui, shown, &data).flatten().map(Command::Open), actions);
    own_data::files_ui(ui, session, actions);
    own_data::open_ui(ui, actions);
}

fn schools_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let types = [
        (SchoolType::Lycee, "Lycées", "Gérés par les régions (L)"),
        (SchoolType::College, "Collèges", "Gérés par les départements (C)"),
    ];
    let chosen = choice_ui(ui, session.document().school_type, &types);
    send(chosen.map(Command::ShowSchools), actions);
}

fn levels_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let levels = [
        (Level::Region, "Régions", "Une valeur par région (R)"),
        (Level::Academie, "Académies", "Une valeur par académie (A)"),
        (Level::Departement, "Départements", "Une valeur par département (D)"),
    ];
    send(choice_ui(ui, session.document().level, &levels).map(Command::ShowLevel), actions);
}

fn representation_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let representations = [
        (Representation::Share, "Part", "Part des établissements (P)"),
        (Representation::Stage, "Stade", "Étude préalable, expérimentation, généralisation (S)"),
    ];
    let chosen = choice_ui(ui, session.document().representation, &representations);
    send(chosen.map(Command::ShowAs), actions);
}

fn edition_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let editions = [
        (Edition::Before2016, "Avant 2016", "27 régions, 30 académies de 2011"),
        (Edition::Since2016, "Depuis 2016", "18 régions, 30 académies depuis 2020"),
    ];
    send(choice_ui(ui, session.document().edition, &editions).map(Command::UseEdition), actions);
}

/// How the window is used.
fn window_ui(ui: &mut Ui, side_panel: bool, terrain: bool, actions: &mut Vec<Action>) {
    use egui_material_icons::icons::{
        ICON_FIT_SCREEN, ICON_IMAGE, ICON_MAP, ICON_PUBLIC, ICON_RIGHT_PANEL_CLOSE,
        ICON_RIGHT_PANEL_OPEN,
    };
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
