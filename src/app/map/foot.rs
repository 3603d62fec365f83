//! What is written around the map: its scale, whom it is from, and what is wrong with its tiles.

use egui::{
    Align2, Frame, Rect, RichText, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, vec2,
};

use crate::{
    app::{fonts::font, painter::page_rect, painter::paint, theme, tiles::TileStore, words::Words},
    scene::{View, Weight, draw_foot},
};

/// What stands below the map. `stretch` is how many metres of the plane a metre of ground is there.
pub fn foot_ui(ui: &Ui, foot: Rect, view: &View, stretch: f64, credit: &str) {
    let theme = theme::current(ui.ctx());
    let ground = View { scale: view.scale * stretch, ..*view };
    paint(ui.painter(), &draw_foot(page_rect(foot), &ground, credit, theme));
    // What is painted is heard too.
    let said = || WidgetInfo::labeled(Role::Label, true, credit);
    ui.interact(foot, ui.scope_id().with("pied de carte"), Sense::hover()).widget_info(said);
}

/// On the map: whom the tiles are from, at the bottom right; and a line when there are none, at the
/// bottom left. Both on a ground of their own, since tiles may have any colour.
pub fn tiles_ui(ui: &mut Ui, map: Rect, tiles: &TileStore) {
    // From the edges of the map.
    let away = theme::space().medium;
    let half = (map.width() - 3.0 * away) / 2.0;
    let mut low = away;
    if !tiles.attribution().is_empty() {
        let said = words_ui(ui, map, Align2::RIGHT_BOTTOM, away, half, tiles.attribution());
        // In a narrow map the other line stands above.
        if map.width() < theme::on_map().narrow {
            low += said.height() + theme::space().tight;
        }
    }
    if let Some(fault) = tiles.fault() {
        let room = if low > away { map.width() - 2.0 * away } else { half };
        words_ui(ui, map, Align2::LEFT_BOTTOM, low, room, &fault.line());
    }
}

/// Writes a few words in a corner of the map, so that it can still be taken hold of there.
fn words_ui(ui: &mut Ui, map: Rect, corner: Align2, low: f32, room: f32, words: &str) -> Rect {
    let theme = theme::current(ui.ctx());
    let (space, size) = (theme::space(), theme::text().caption);
    let text = RichText::new(words).size(size).color(theme::colour(theme.text));
    let face = font(size, Weight::Regular);
    let around = vec2(space.small, space.hair);
    let inner = room - 2.0 * around.x;
    let wrapped = ui.painter().layout(words.to_owned(), face, egui::Color32::PLACEHOLDER, inner);
    let size = wrapped.size() + 2.0 * around;
    let inside = map.shrink2(vec2(space.medium, low));
    let place = corner.align_size_within_rect(size, inside);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        let fill = theme::colour(theme.panel).gamma_multiply(0.94);
        let frame = Frame::new().fill(fill).corner_radius(theme::radius().small);
        frame.inner_margin(around).show(ui, |ui| {
            ui.set_max_width(inner);
            ui.say_as(text, |label| label.selectable(false).wrap());
        });
    });
    place
}
