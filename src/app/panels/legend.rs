//! The legend: the scene's own drawing, with a name for each of its lines.

use egui::{Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    app::{
        Action,
        painter::{egui_rect, paint},
        theme,
    },
    french::{NARROW_SPACE, integer},
    project::{Command, Session},
    scene::{Faces, LegendColumn, draw_legend},
    territory::TerritoryId,
};

/// The legend, as wide as its panel. A line points at its territories, and selects them by a click.
pub fn legend_ui(
    ui: &mut Ui,
    session: &Session,
    pointed: &mut Vec<TerritoryId>,
    actions: &mut Vec<Action>,
) {
    let legend = &session.reading().symbology.legend;
    let theme = theme::current(ui.ctx());
    let at = ui.next_widget_position();
    let origin = [ui.max_rect().left(), at.y];
    let column = LegendColumn { width: ui.available_width(), beyond: 0.0, faces: Faces::Embedded };
    let drawn = draw_legend(legend, theme, origin, column);
    let (_, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), drawn.height), Sense::hover());
    let name =
        format!("Légende{NARROW_SPACE}: {}, {}. {}", legend.title, legend.unit, legend.foot());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
    paint(ui.painter(), &drawn.nodes);
    let lines = legend.groups.iter().flat_map(|group| &group.lines);
    for ((index, line), rect) in lines.enumerate().zip(drawn.lines) {
        let count = integer(line.territories.len() as i64);
        let name = format!("{}{NARROW_SPACE}: {count}", line.label);
        let id = response.id.with(index);
        let place = egui_rect(rect);
        let response = ui.interact(place, id, Sense::click());
        let selected = session.document().selection == line.territories;
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &name));
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
