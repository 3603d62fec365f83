//! The address line: where one is, the way down to it, back and forward.

use egui::{Align, Button, Layout, Ui};

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
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        rest(ui, actions);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| path_ui(ui, session, actions));
    });
}

/// How to look for a place, and how the window is used; from the right.
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
        (fold, "F9", Action::ToggleSidePanel),
        (view, "T", TerrainRequest::Toggle.into()),
        ((ICON_FIT_SCREEN, "Ajuster la carte à la fenêtre"), "0", Action::Fit),
        ((ICON_SEARCH, "Rechercher…"), "Ctrl+F", Action::Find),
    ] {
        if icon_button_ui(ui, icon, name, keys).clicked() {
            actions.push(action);
        }
    }
}

fn path_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = theme::space().hair;
    let document = session.document();
    let path = document.place.path(document.edition);
    let school = document.place.school.and_then(|uai| session.dataset().schools().get(uai));
    for (rank, id) in path.iter().enumerate() {
        if rank > 0 {
            ui.say(weak(ui, "›"));
        }
        let here = rank + 1 == path.len() && school.is_none();
        let name = match id {
            TerritoryId::France => "France",
            id => Registry::official().get(*id).map_or("", |territory| territory.name.as_str()),
        };
        let step = ui.add(Button::selectable(here, held(ui, name)).truncate());
        if step.clicked() && !here {
            let same = *id == document.place.territory;
            let command = if same { Command::CloseSchool } else { Command::Enter(*id) };
            actions.push(command.into());
        }
    }
    if let Some(school) = school {
        ui.say(weak(ui, "›"));
        let name =
            if school.name.is_empty() { school.uai.to_string() } else { school.name.clone() };
        ui.add(Button::selectable(true, held(ui, name)).truncate());
    }
}
