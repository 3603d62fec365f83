//! The legend: the scene's own drawing, with a name for each of its lines.

use std::sync::Arc;

use egui::{Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    app::{
        Action,
        painter::{egui_rect, paint},
        theme,
    },
    cartography::Theme,
    french::{NARROW_SPACE, integer},
    project::{Command, Reading, Session},
    scene::{DrawnLegend, Faces, LegendColumn, Node, draw_legend},
    territory::TerritoryId,
};

/// The legend, laid out once for a reading and a width.
#[derive(Default)]
pub struct LegendPanel {
    laid_out: Option<LaidOut>,
}

/// A legend that begins at the origin, and what it was laid out for.
struct LaidOut {
    reading: Arc<Reading>,
    theme: &'static Theme,
    width: f32,
    drawn: Arc<DrawnLegend>,
}

impl LegendPanel {
    /// The legend, as wide as its panel. A line points at its territories, and selects them by a
    /// click.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        pointed: &mut Vec<TerritoryId>,
        actions: &mut Vec<Action>,
    ) {
        let legend = &session.reading().symbology.legend;
        let theme = theme::current(ui.ctx());
        let origin = [ui.max_rect().left(), ui.next_widget_position().y];
        let drawn = self.drawn(session.reading(), theme, ui.available_width());
        let (_, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), drawn.height), Sense::hover());
        response.widget_info(|| {
            let (title, unit, foot) = (&legend.title, &legend.unit, legend.foot());
            let name = format!("Légende{NARROW_SPACE}: {title}, {unit}. {foot}");
            WidgetInfo::labeled(Role::Group, true, name)
        });
        let nodes: Vec<Node> =
            drawn.nodes.iter().map(|node| node.clone().shifted(origin)).collect();
        paint(ui.painter(), &nodes);
        let lines = legend.groups.iter().flat_map(|group| &group.lines);
        for ((index, line), rect) in lines.enumerate().zip(&drawn.lines) {
            let id = response.id.with(index);
            let place = egui_rect(rect.shifted(origin));
            let response = ui.interact(place, id, Sense::click());
            let selected = session.document().selection == line.territories;
            response.widget_info(|| {
                let count = integer(line.territories.len() as i64);
                let name = format!("{}{NARROW_SPACE}: {count}", line.label);
                WidgetInfo::selected(Role::Button, true, selected, name)
            });
            if response.hovered() || response.has_focus() || selected {
                let ring = Stroke::new(1.0, theme::colour(theme.line_strong));
                ui.painter().rect_stroke(place.expand(2.0), 4.0, ring, StrokeKind::Inside);
            }
            if response.hovered() {
                pointed.extend(&line.territories);
            }
            if response.clicked() {
                actions.push(Command::SelectAll(line.territories.clone()).into());
            }
        }
    }

    fn drawn(
        &mut self,
        reading: &Arc<Reading>,
        theme: &'static Theme,
        width: f32,
    ) -> Arc<DrawnLegend> {
        let is_fresh = |laid_out: &&LaidOut| {
            Arc::ptr_eq(&laid_out.reading, reading)
                && std::ptr::eq(laid_out.theme, theme)
                && laid_out.width == width
        };
        if let Some(laid_out) = self.laid_out.as_ref().filter(is_fresh) {
            return Arc::clone(&laid_out.drawn);
        }
        let column = LegendColumn { width, beyond: 0.0, faces: Faces::Embedded };
        let drawn = Arc::new(draw_legend(&reading.symbology.legend, theme, [0.0; 2], column));
        let (reading, kept) = (Arc::clone(reading), Arc::clone(&drawn));
        self.laid_out = Some(LaidOut { reading, theme, width, drawn: kept });
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Document;

    #[test]
    fn a_legend_is_laid_out_once_for_a_reading_and_a_width() {
        let mut session = Session::new(Document::default());
        let mut panel = LegendPanel::default();
        let first = panel.drawn(session.reading(), Theme::light(), 280.0);
        let again = panel.drawn(session.reading(), Theme::light(), 280.0);
        assert!(Arc::ptr_eq(&first, &again));
        assert!(!Arc::ptr_eq(&first, &panel.drawn(session.reading(), Theme::light(), 300.0)));
        assert!(!Arc::ptr_eq(&first, &panel.drawn(session.reading(), Theme::dark(), 280.0)));
        let before = panel.drawn(session.reading(), Theme::light(), 280.0);
        session.apply(Command::GoTo(session.dates()[0]));
        assert!(!Arc::ptr_eq(&before, &panel.drawn(session.reading(), Theme::light(), 280.0)));
    }
}
