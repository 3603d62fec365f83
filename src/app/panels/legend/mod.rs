//! The legend: the scene's own drawing, with a name for each of its lines.

mod lines;
mod points;

use std::{collections::BTreeSet, sync::Arc};

use egui::{Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use self::{lines::Lines, points::points_ui};
use crate::{
    app::{
        Action,
        map::MapKey,
        painter::{egui_rect, paint},
        theme,
    },
    cartography::{Ground, Legend, LegendLine, LineKind, Theme},
    french::{NARROW_SPACE, integer},
    memo::{Memo, Same},
    project::{Command, Reading, Session},
    scene::{DrawnLegend, Faces, LegendColumn, Node, draw_legend},
    territory::TerritoryId,
};

/// The legend, laid out once for a reading and a width. All classes of the scale have their line,
/// and so has what some date of the timeline needs: nothing moves while time runs.
#[derive(Default)]
pub struct LegendPanel {
    lines: Lines,
    laid_out: Memo<LaidOutFor, Arc<LaidOut>>,
}

/// What a legend is laid out for.
#[derive(PartialEq)]
struct LaidOutFor {
    reading: Same<Reading>,
    kinds: Same<BTreeSet<LineKind>>,
    ground: Ground,
    width: f32,
    histogram: bool,
    opacity: f32,
}

/// A legend, and its drawing from the origin on.
struct LaidOut {
    legend: Legend,
    drawn: DrawnLegend,
}

impl LegendPanel {
    /// Whether its lines are still being worked out.
    pub fn is_preparing(&self) -> bool {
        self.lines.is_preparing()
    }

    /// The legend of a map, as wide as its panel. A line points at its territories, and selects them by a
    /// click. Where there is little room, it goes without its `histogram`.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        map: &MapKey,
        histogram: bool,
        pointed: &mut Vec<TerritoryId>,
        actions: &mut Vec<Action>,
    ) {
        let theme = theme::current(ui.ctx());
        let origin = [ui.max_rect().left(), ui.next_widget_position().y];
        let kinds = self.lines.kinds(ui.ctx(), session);
        let shown = LaidOutFor {
            reading: Same(Arc::clone(session.reading())),
            kinds: Same(kinds),
            ground: theme.ground,
            width: ui.available_width(),
            histogram,
            opacity: map.opacity,
        };
        let laid_out = Arc::clone(self.laid_out(shown, theme));
        let LaidOut { legend, drawn } = laid_out.as_ref();
        let size = vec2(ui.available_width(), drawn.height);
        let (_, response) = ui.allocate_exact_size(size, Sense::hover());
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
            let place = egui_rect(rect.shifted(origin));
            let line_response = ui.interact(place, response.id.with(index), Sense::click());
            line_ui(ui, line, place, &line_response, session, actions);
            if line_response.hovered() {
                pointed.extend(&line.territories);
            }
        }
        if let Some(subject) = &map.schools {
            ui.add_space(theme::space().tight);
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                points_ui(ui, subject);
            });
        }
    }

    fn laid_out(&mut self, shown: LaidOutFor, theme: &Theme) -> &Arc<LaidOut> {
        self.laid_out.get(shown, |of| {
            let legend = of.reading.0.symbology.legend.listing(&stable(&of.kinds.0));
            let (width, histogram, opacity) = (of.width, of.histogram, of.opacity);
            let faces = Faces::Embedded;
            let column = LegendColumn { width, beyond: 0.0, faces, histogram, opacity };
            let drawn = draw_legend(&legend, theme, [0.0; 2], column);
            Arc::new(LaidOut { legend, drawn })
        })
    }
}

/// Classes always have their line.
fn stable(kinds: &BTreeSet<LineKind>) -> BTreeSet<LineKind> {
    kinds.iter().copied().chain([LineKind::Value]).collect()
}

fn line_ui(
    ui: &Ui,
    line: &LegendLine,
    place: Rect,
    response: &Response,
    session: &Session,
    actions: &mut Vec<Action>,
) {
    let theme = theme::current(ui.ctx());
    let is_used = !line.territories.is_empty();
    let selected = is_used && session.standpoint().selection == line.territories;
    response.widget_info(|| {
        let count = integer(line.territories.len() as i64);
        let name = format!("{}{NARROW_SPACE}: {count}", line.label);
        WidgetInfo::selected(Role::Button, is_used, selected, name)
    });
    // What has the focus has the ring of the window around it.
    if selected || (is_used && response.hovered()) {
        let place = place.expand2(vec2(theme::space().tight, 0.0));
        let edge = theme::line(theme.line_strong);
        ui.painter().rect_stroke(place, theme::radius().small, edge, StrokeKind::Inside);
    }
    if response.clicked() && is_used {
        actions.push(Command::SelectAll(line.territories.clone()).into());
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
        let kinds = Arc::new(BTreeSet::new());
        let mut laid_out = |session: &Session, width, theme: &Theme| {
            let shown = LaidOutFor {
                reading: Same(Arc::clone(session.reading())),
                kinds: Same(Arc::clone(&kinds)),
                ground: theme.ground,
                width,
                histogram: true,
                opacity: 1.0,
            };
            Arc::clone(panel.laid_out(shown, theme))
        };
        let first = laid_out(&session, 280.0, Theme::light());
        assert!(Arc::ptr_eq(&first, &laid_out(&session, 280.0, Theme::light())));
        assert!(!Arc::ptr_eq(&first, &laid_out(&session, 300.0, Theme::light())));
        assert!(!Arc::ptr_eq(&first, &laid_out(&session, 280.0, Theme::dark())));
        let before = laid_out(&session, 280.0, Theme::light());
        session.apply(Command::GoTo(session.dates()[0]));
        assert!(!Arc::ptr_eq(&before, &laid_out(&session, 280.0, Theme::light())));
    }

    #[test]
    fn every_class_has_its_line_whether_or_not_a_territory_is_in_it() {
        let session = Session::new(Document::default());
        let legend = session.reading().symbology.legend.listing(&stable(&BTreeSet::new()));
        assert_eq!(legend.groups[0].lines.len(), 7);
        assert!(legend.groups[0].lines.iter().any(|line| line.territories.is_empty()));
    }
}
