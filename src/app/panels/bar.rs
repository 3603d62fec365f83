//! The bar: which data, which schools, which level, what the colours show, which borders.

use egui::{Button, TextWrapMode, Ui, vec2};

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

/// Letters of a file's name that the bar shows.
const LONGEST_NAME: usize = 18;

/// Width below which the bar takes two lines.
const ONE_LINE: f32 = 1200.0;
/// Room for the tab of a file.
const FILE_TAB: f32 = 150.0;

/// The bar; in a narrow window, in two lines.
pub fn bar_ui(
    ui: &mut Ui,
    session: &Session,
    side_panel: bool,
    terrain: bool,
    actions: &mut Vec<Action>,
) {
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    // A file of one's own takes its room too.
    let files = if session.own_sets().next().is_some() { FILE_TAB } else { 0.0 };
    if ui.available_width() >= ONE_LINE + files {
        ui.horizontal(|ui| {
            what_ui(ui, session, actions);
            ui.separator();
            how_ui(ui, session, side_panel, terrain, actions);
        });
    } else {
        ui.horizontal(|ui| what_ui(ui, session, actions));
        ui.horizontal(|ui| how_ui(ui, session, side_panel, terrain, actions));
    }
}

/// Which data, which schools, which level.
fn what_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let document = session.document();
    let data = [
        (Some(Embedded::Facts), "Faits documentés", "Observations datées et sourcées, 2001–2025"),
        (Some(Embedded::Example), "Exemple fictif", "Un jeu complet et inventé, 2009–2024"),
    ];
    send(choice_ui(ui, document.data.embedded(), &data).flatten().map(Command::Open), actions);
    own_files_ui(ui, session, actions);
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

/// One's own files, the last opened first, and how to open one.
fn own_files_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let shown = session.document().data.own().and_then(|own| own.files.first());
    if let Some((rank, own)) = session.own_sets().enumerate().last() {
        let selected =
            shown.is_some() && shown.map(|f| &f.name) == own.files.first().map(|f| &f.name);
        let label = shortened(&own.label());
        let button = Button::selectable(selected, label).min_size(vec2(0.0, 30.0));
        if ui.add(button).on_hover_text(own.names()).clicked() && !selected {
            actions.push(Action::ShowFile(rank));
        }
    }
    let icon = egui_material_icons::icons::ICON_FOLDER_OPEN;
    if icon_button_ui(ui, icon, "Ouvrir…", "Ctrl+O").clicked() {
        actions.push(Action::OpenFile);
    }
}

/// A name that leaves room for others; how many more files there are stays in sight.
fn shortened(label: &str) -> String {
    let (name, more) = label.rsplit_once(" + ").unwrap_or((label, ""));
    let short: String = name.chars().take(LONGEST_NAME).collect();
    let short = if short.len() < name.len() { format!("{short}…") } else { short };
    if more.is_empty() { short } else { format!("{short} + {more}") }
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
