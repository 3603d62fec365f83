//! The address line: where one is, the way down to it, back and forward.

use egui::{Align, Button, Layout, Response, Role, Ui, WidgetInfo, accesskit::AriaCurrent, vec2};

use crate::{
    app::{
        Action, TerrainRequest, theme,
        widgets::{icon_button_ui, weak},
        words::{Words, held},
    },
    project::{Command, Session},
    territory::{Registry, TerritoryId},
};

/// Back, forward, « France › Rhône-Alpes › Isère › Lycée… », and `rest` at the right end of the line.
pub fn breadcrumb_ui(
    ui: &mut Ui,
    session: &Session,
    actions: &mut Vec<Action>,
    rest: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_ARROW_FORWARD};
    ui.separator();
    let mut button = |ui: &mut Ui, icon, name: &str, keys: &str, enabled, action| {
        ui.add_enabled_ui(enabled, |ui| {
            if icon_button_ui(ui, icon, name, keys).clicked() {
                actions.push(action);
            }
        });
    };
    let (back, forward) = (session.can_go_back(), session.can_go_forward());
    button(ui, ICON_ARROW_BACK, "Retour", "Alt+←", back, Action::Back);
    button(ui, ICON_ARROW_FORWARD, "Suivant", "Alt+→", forward, Action::Forward);
    // The way is read before what stands at the end of the line: it is made first, in the room that
    // the rest leaves.
    let key = ui.unique_id().with("reste");
    let known: f32 = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let room = vec2((ui.available_width() - known).max(0.0), ui.available_height());
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        path_ui(ui, session, actions);
        ui.set_min_width(ui.available_width());
    });
    let width = ui.scope(|ui| rest(ui, actions)).response.rect.width();
    let width = width + ui.spacing().item_spacing.x;
    if (known - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(key, width));
        ui.ctx().request_discard("the end of the line has another width");
    }
}

/// How to look for a place, and how the window is used.
pub fn window_ui(ui: &mut Ui, terrain: bool, side_panel: bool, actions: &mut Vec<Action>) {
    use egui_material_icons::icons::{
        ICON_FIT_SCREEN, ICON_MAP, ICON_PUBLIC, ICON_RIGHT_PANEL_CLOSE, ICON_RIGHT_PANEL_OPEN,
        ICON_SEARCH,
    };
    let fold = if side_panel {
        (ICON_RIGHT_PANEL_CLOSE, "Replier le volet")
    } else {
        (ICON_RIGHT_PANEL_OPEN, "Déplier le volet")
    };
    let view =
        if terrain { (ICON_MAP, "Revenir à la carte") } else { (ICON_PUBLIC, "Voir le terrain") };
    for ((icon, name), keys, action) in [
        ((ICON_SEARCH, "Rechercher…"), "Ctrl+F", Action::Find),
        ((ICON_FIT_SCREEN, "Ajuster la carte à la fenêtre"), "0", Action::Fit),
        (view, "T", TerrainRequest::Toggle.into()),
        (fold, "F9", Action::ToggleSidePanel),
    ] {
        if icon_button_ui(ui, icon, name, keys).clicked() {
            actions.push(action);
        }
    }
}

fn path_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = theme::space().hair;
    let place = session.standpoint().place;
    let path = place.path(session.document().edition);
    let school = place.school.and_then(|uai| session.dataset().schools().get(uai));
    for (rank, id) in path.iter().enumerate() {
        if rank > 0 {
            ui.say(weak(ui, "›"));
        }
        let here = rank + 1 == path.len() && school.is_none();
        let name = match id {
            TerritoryId::France => "France",
            id => Registry::official().get(*id).map_or("", |territory| territory.name.as_str()),
        };
        let step = step_ui(ui, here, name);
        if step.clicked() && !here {
            let same = *id == place.territory;
            let command = if same { Command::CloseSchool } else { Command::Enter(*id) };
            actions.push(command.into());
        }
    }
    if let Some(school) = school {
        ui.say(weak(ui, "›"));
        let name =
            if school.name.is_empty() { school.uai.to_string() } else { school.name.clone() };
        step_ui(ui, true, &name);
    }
}

/// One step of the way: a link to a place, or the place where one is.
fn step_ui(ui: &mut Ui, here: bool, name: &str) -> Response {
    let step = ui.add(Button::selectable(here, held(ui, name)).truncate());
    step.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    if here {
        let ctx = ui.ctx();
        ctx.accesskit_node_builder(step.id, |node| node.set_aria_current(AriaCurrent::Location));
    }
    step
}
