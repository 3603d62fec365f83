//! What is written around the map: its scale, whom it is from, and what is wrong with its tiles.

use egui::{
    Align2, Frame, Margin, Rect, RichText, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, vec2,
};

use crate::{
    app::{painter::page_rect, painter::paint, theme, tiles::TileStore, words::Words},
    scene::{View, draw_foot},
};

/// Distance of the words on the map from its edges.
const MARGIN: f32 = 8.0;

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
    let half = (map.width() - 3.0 * MARGIN) / 2.0;
    let mut low = MARGIN;
    if !tiles.attribution().is_empty() {
        let said = words_ui(ui, map, Align2::RIGHT_BOTTOM, MARGIN, half, tiles.attribution());
        // In a narrow map the other line stands above.
        if map.width() < 760.0 {
            low += said.height() + 4.0;
        }
    }
    if let Some(fault) = tiles.fault() {
        let room = if low > MARGIN { map.width() - 2.0 * MARGIN } else { half };
        words_ui(ui, map, Align2::LEFT_BOTTOM, low, room, &fault.line());
    }
}

/// Writes a few words in a corner of the map, so that it can still be taken hold of there.
fn words_ui(ui: &mut Ui, map: Rect, corner: Align2, low: f32, room: f32, words: &str) -> Rect {
    let theme = theme::current(ui.ctx());
    let text = RichText::new(words).size(11.5).color(theme::colour(theme.text));
    let font = egui::FontId::new(11.5, egui::FontFamily::Proportional);
    let wrapped =
        ui.painter().layout(words.to_owned(), font, egui::Color32::PLACEHOLDER, room - 12.0);
    let size = wrapped.size() + vec2(12.0, 6.0);
    let inside = map.shrink2(vec2(MARGIN, low));
    let place = corner.align_size_within_rect(size, inside);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        let fill = theme::colour(theme.panel).gamma_multiply(0.94);
        Frame::new().fill(fill).corner_radius(4.0).inner_margin(Margin::symmetric(6, 3)).show(
            ui,
            |ui| {
                ui.set_max_width(room - 12.0);
                ui.say_as(text, |label| label.selectable(false).wrap());
            },
        );
    });
    place
}
