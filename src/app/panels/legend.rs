//! The legend: the scene's own drawing, with a name for each of its lines.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::{
    app::{
        painter::{egui_rect, paint},
        theme,
    },
    french::{NARROW_SPACE, integer},
    project::Session,
    scene::draw_legend,
};

/// The legend, as wide as its panel.
pub fn legend_ui(ui: &mut Ui, session: &Session) {
    let legend = &session.reading().symbology.legend;
    let theme = theme::current(ui.ctx());
    let at = ui.next_widget_position();
    let origin = [ui.max_rect().left(), at.y];
    let drawn = draw_legend(legend, theme, origin, ui.available_width());
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
        let response = ui.interact(egui_rect(rect), id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    }
}
