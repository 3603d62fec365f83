//! A row above the header: greyed, and one click away from being the header.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2};

use super::Previewed;
use crate::{
    app::{Action, fonts::font, theme, words::Explained},
    project::FileChoice,
    scene::Weight,
    table::TitleRow,
};

/// The row in its place; its cells stand at `lefts`, from the left edge of the table on.
pub fn title_ui(
    ui: &mut Ui,
    previewed: &Previewed<'_>,
    title: &TitleRow,
    place: Rect,
    lefts: &[f32],
    actions: &mut Vec<Action>,
) {
    let name = format!("Prendre la ligne {} comme en-tête", title.line);
    // What is out of sight at the sides need not be shown for the row to be reached.
    let seen = place.intersect(ui.clip_rect().with_min_y(place.top()).with_max_y(place.bottom()));
    let response = ui.interact(seen, ui.scope_id().with(("titre", title.line)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(title.text.as_str()));
    let colours = theme::current(ui.ctx());
    let lit = response.hovered() || response.has_focus();
    if lit {
        ui.painter().rect_filled(seen, theme::radius().small, theme::colour(colours.hovered));
    }
    let colour = theme::colour(if lit { colours.text } else { colours.text_weak });
    let text_ui = |text: &str, left: f32, right: f32, size: f32| {
        let room = Rect::from_min_max(pos2(left, place.top()), pos2(right, place.bottom()));
        let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
        let galley = painter.layout_no_wrap(text.to_owned(), font(size, Weight::Regular), colour);
        let top = place.center().y - galley.size().y / 2.0;
        painter.galley(pos2(left, top), galley, colour);
    };
    text_ui(
        &title.line.to_string(),
        place.left(),
        place.left() + theme::width().file_line,
        theme::text().small,
    );
    let is_filled = |(_, cell): &(usize, &String)| !cell.is_empty();
    let filled: Vec<(usize, &String)> = title.cells.iter().enumerate().filter(is_filled).collect();
    for (rank, (column, cell)) in filled.iter().enumerate() {
        // A title spreads over the blanks beside it.
        let Some(left) = lefts.get(*column) else { continue };
        let next = filled.get(rank + 1).and_then(|(next, _)| lefts.get(*next));
        let right = next.map_or(place.right(), |next| place.left() + next - theme::space().medium);
        text_ui(cell, place.left() + left, right, theme::text().body);
    }
    if response.explained(name).clicked() {
        actions.push(previewed.decide(FileChoice::HeaderRow(Some(title.line))));
    }
}
