//! The territories in the accessibility tree: each has a name, a value and a click.

use egui::{Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, accesskit};

use crate::{
    app::{Action, theme},
    coverage::Measure,
    french::NARROW_SPACE,
    project::{Command, Session},
    scene::{MapPicture, View, WATERMARK},
};

/// Lets the map say which school is open.
pub fn school_ui(ui: &Ui, map: &Response, session: &Session) {
    let open = session.standpoint().shown_school();
    let school = open.and_then(|uai| session.dataset().schools().get(uai));
    if let Some(school) = school {
        // Lists of schools say what is deployed.
        let subject = session.reading().name.subject.measured_by(Measure::Deploye);
        let has = subject.of_school_in_short(school.equipped());
        let words = format!("{}, {}{NARROW_SPACE}: {has}", school.name, school.commune);
        ui.ctx().accesskit_node_builder(map.id, |node| node.set_value(words));
    }
}

/// Gives each territory a node where its value would be written. The map itself keeps the pointer:
/// the nodes only speak, and take the click of an assistive tool.
pub fn territories_ui(
    ui: &Ui,
    map: &Response,
    session: &Session,
    picture: &MapPicture,
    view: &View,
    actions: &mut Vec<Action>,
) {
    // Nobody is listening: spare the frame a hundred names.
    if !ui.ctx().has_accesskit_node(map.id) {
        return;
    }
    if session.document().data.fictitious() {
        let id = map.id.with("données fictives");
        let node = ui.interact(map.rect, id, Sense::empty());
        node.widget_info(|| WidgetInfo::labeled(Role::Label, true, WATERMARK));
    }
    let mut seen = Vec::new();
    // Of the exact outlines, so that no node moves when the map is drawn in more detail.
    for (area, painted) in picture.exact.areas.iter().zip(&picture.areas) {
        // The zoom shows again what the mainland has; what lies outside the place says nothing.
        if painted.label.is_empty() || seen.contains(&area.territory) {
            continue;
        }
        seen.push(area.territory);
        let at = egui::Pos2::from(view.page(area.inmost()));
        let id = map.id.with(("territoire", area.territory));
        let node = ui.interact(
            Rect::from_center_size(at, Vec2::splat(theme::space().small)),
            id,
            Sense::empty(),
        );
        let selected = session.standpoint().selection.contains(&area.territory);
        if selected && session.standpoint().selection.last() == Some(&area.territory) {
            // Whoever moves over the map with the arrows hears where they are.
            ui.ctx().accesskit_node_builder(map.id, |node| {
                node.set_active_descendant(id.accesskit_id());
            });
        }
        node.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &painted.label));
        ui.ctx().accesskit_node_builder(id, |node| node.add_action(accesskit::Action::Click));
        if ui.input(|input| input.has_accesskit_action_request(id, accesskit::Action::Click)) {
            actions.push(Command::Select(Some(area.territory)).into());
        }
    }
}
