//! What was observed over time: a chart, then each observation with its source.

use egui::{Hyperlink, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use crate::{
    app::{
        theme,
        widgets::{sheet, strong, weak},
        words::{Words, held},
    },
    french::counted,
    project::{HistoryLine, HistoryPoint},
};

/// Shares over time: filled where reached, hollow where announced. One point alone is no story.
pub fn chart_ui(ui: &mut Ui, points: &[HistoryPoint], asked: Option<Date>) {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
    if first.date == last.date {
        return;
    }
    let size = vec2(ui.available_width(), theme::size().chart);
    let (place, response) = ui.allocate_exact_size(size, Sense::hover());
    let theme = theme::current(ui.ctx());
    let (point_size, space) = (theme::size().chart_point, theme::space());
    let painter = ui.painter_at(place.expand(point_size));
    let inner = place.shrink2(vec2(point_size + space.hair, point_size + space.medium));
    let days = |from: Date, to: Date| from.duration_until(to).as_hours() as f32 / 24.0;
    let span = days(first.date, last.date).max(1.0);
    let x = |date| inner.left() + days(first.date, date) / span * inner.width();
    let y = |part: f32| inner.bottom() - part * inner.height();
    let line = theme::line;
    let mark = Stroke::new(theme::stroke().mark, theme::colour(theme.accent));
    for part in [0.0, 0.5, 1.0] {
        painter.hline(inner.x_range(), y(part), line(theme.line));
    }
    if let Some(asked) = asked.filter(|asked| (first.date..=last.date).contains(asked)) {
        painter.vline(x(asked), inner.y_range(), line(theme.line_strong));
    }
    let reached: Vec<egui::Pos2> = (points.iter())
        .filter(|point| !point.planned)
        .map(|point| pos2(x(point.date), y(point.part)))
        .collect();
    let accent = theme::colour(theme.accent);
    painter.line(reached, mark);
    for point in points {
        let center = pos2(x(point.date), y(point.part));
        let paper = theme::colour(theme.panel);
        let fill = if point.planned { paper } else { accent };
        painter.circle(center, point_size, fill, mark);
    }
    let nearest = |at: egui::Pos2| {
        let distance = |point: &&HistoryPoint| (x(point.date) - at.x).abs();
        points.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)))
    };
    let spoken: Vec<&str> = points.iter().map(|point| point.text.as_str()).collect();
    let spoken = format!("Évolution\u{202f}: {}", spoken.join(" ; "));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    if let Some(point) = response.hover_pos().and_then(nearest) {
        response.on_hover_text_at_pointer(held(ui, &point.text));
    }
    let years = format!("{} – {}", first.date.year(), last.date.year());
    ui.say(weak(ui, format!("{years} · de 0 à 100\u{202f}% · points creux\u{202f}: annoncé")));
}

/// Each observation, the newest first.
pub fn observations_ui(ui: &mut Ui, history: &[HistoryLine]) {
    /// More are in the table.
    const MOST: usize = 30;
    for line in history.iter().take(MOST) {
        history_ui(ui, line);
    }
    if history.len() > MOST {
        let rest = counted(history.len() - MOST, "autre observation", "autres observations");
        ui.say(weak(ui, format!("… et {rest}, plus anciennes.")));
    }
}

fn history_ui(ui: &mut Ui, line: &HistoryLine) {
    let theme = theme::current(ui.ctx());
    sheet(ui, line.used).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = theme::space().hair;
        ui.horizontal_wrapped(|ui| {
            ui.say(strong(&line.period, theme::text().body));
            if line.used {
                let shown = RichText::new("sur la carte").small();
                ui.say(shown.color(theme::colour(theme.accent)));
            }
            if line.later {
                ui.say(weak(ui, "après la date choisie"));
            }
        });
        ui.say(&line.value);
        ui.say(weak(ui, &line.details));
        if !line.marks.is_empty() {
            let marks = RichText::new(line.marks.join(" · ")).small();
            ui.say(marks.color(theme::colour(theme.warning)));
        }
        if !line.note.is_empty() {
            ui.say(weak(ui, &line.note));
        }
        source_ui(ui, line);
    });
}

fn source_ui(ui: &mut Ui, line: &HistoryLine) {
    let row = line.line.map_or_else(
        || "addition des lignes du fichier".to_owned(),
        |line| format!("ligne {line} du fichier"),
    );
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::space().tight;
        address_ui(ui, &line.source);
        ui.say(weak(ui, format!("({row})")));
    });
}

/// A source: a link where it is an address.
pub fn address_ui(ui: &mut Ui, source: &str) {
    if source.starts_with("http") {
        let link = RichText::new(site(source)).small();
        ui.add(Hyperlink::from_label_and_url(held(ui, link), source).open_in_new_tab(true));
    } else {
        ui.say(weak(ui, if source.is_empty() { "source non donnée" } else { source }));
    }
}

/// The site of an address, which is what one judges a source by.
fn site(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::site;

    #[test]
    fn a_source_is_named_by_its_site() {
        assert_eq!(site("https://www.weka.fr/actualite/a?b=c"), "weka.fr");
        assert_eq!(site("http://projets-ent.com/2011/01/10/"), "projets-ent.com");
    }
}
