//! The timeline: the dates at which something changes, in proportion to time.

use egui::{
    Align2, EventFilter, Key, Painter, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit,
    pos2, vec2,
};
use jiff::civil::{Date, date};

use crate::{
    app::{
        Action,
        fonts::font,
        theme,
        widgets::{icon_button_ui, strong},
        words::{Words, held},
    },
    cartography::Theme,
    french,
    project::{Command, Session},
    scene::Weight,
};

/// Whether there is one: data without dates have none, and of one date the legend tells all.
pub fn has_timeline(session: &Session) -> bool {
    session.dates().len() > 1
}

/// The buttons, the track and the date.
pub fn timeline_ui(ui: &mut Ui, session: &Session, playing: bool, actions: &mut Vec<Action>) {
    use egui_material_icons::icons::{
        ICON_PAUSE, ICON_PLAY_ARROW, ICON_SKIP_NEXT, ICON_SKIP_PREVIOUS,
    };
    ui.horizontal_centered(|ui| {
        let mut button = |ui: &mut Ui, icon, name: &str, keys: &str, action| {
            if icon_button_ui(ui, icon, name, keys).clicked() {
                actions.push(action);
            }
        };
        button(ui, ICON_SKIP_PREVIOUS, "Date précédente", "Ctrl+←", Action::PreviousDate);
        let (icon, name) = if playing {
            (ICON_PAUSE, "Arrêter la lecture")
        } else {
            (ICON_PLAY_ARROW, "Lire la chronologie")
        };
        button(ui, icon, name, "Espace", Action::TogglePlayback);
        button(ui, ICON_SKIP_NEXT, "Date suivante", "Ctrl+→", Action::NextDate);
        let space = theme::space();
        ui.add_space(space.tight);
        let date = french::day_or_none(session.document().date);
        let label = ui.say(strong(date, theme::text().title));
        // The longest date keeps its room, so that the track stays where it is.
        ui.add_space((theme::width().date - label.rect.width()).max(space.tight));
        track_ui(ui, session, actions);
    });
}

/// A slider over dates: drag or click goes to the nearest one, arrows to the next.
fn track_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let size = vec2(ui.available_width().max(theme::width().date), theme::size().track);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let (dates, Some(current)) = (session.dates(), session.document().date) else { return };
    let track = Track::new(dates, rect);
    if let Some(at) = response.interact_pointer_pos()
        && let Some(nearest) = track.nearest(dates, at.x).filter(|nearest| *nearest != current)
    {
        actions.push(Command::GoTo(nearest).into());
    }
    if response.clicked() || response.dragged() {
        response.request_focus();
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input(|i| i.modifiers.is_none() && i.key_pressed(key));
        if pressed(Key::ArrowLeft) {
            actions.push(Action::PreviousDate);
        }
        if pressed(Key::ArrowRight) {
            actions.push(Action::NextDate);
        }
    }
    let rank = dates.iter().position(|date| *date == current).unwrap_or_default();
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(french::day(current)),
        ..WidgetInfo::slider(true, rank as f64, "Date")
    });
    assist(ui, &response, actions);
    track.paint(
        &ui.painter_at(rect.expand(theme::space().hair)),
        theme::current(ui.ctx()),
        dates,
        current,
        &response,
    );
    if let Some(at) = response.hover_pos()
        && let Some(nearest) = track.nearest(dates, at.x)
    {
        response.on_hover_text_at_pointer(held(ui, french::day(nearest)));
    }
}

/// Lets an assistive tool go from date to date.
fn assist(ui: &Ui, response: &Response, actions: &mut Vec<Action>) {
    let ways = [
        (accesskit::Action::Decrement, Action::PreviousDate),
        (accesskit::Action::Increment, Action::NextDate),
    ];
    for (asked, action) in ways {
        ui.ctx().accesskit_node_builder(response.id, |node| node.add_action(asked));
        if ui.input(|input| input.has_accesskit_action_request(response.id, asked)) {
            actions.push(action);
        }
    }
}

/// The line that dates lie on.
struct Track {
    rect: Rect,
    first: Date,
    days: f32,
    /// Where each date is.
    places: Vec<f32>,
}

impl Track {
    /// From the year of the first date to the year after the last.
    fn new(dates: &[Date], rect: Rect) -> Self {
        let year = |date: Option<&Date>| date.map_or(2011, |date| date.year());
        let first = date(year(dates.first()), 1, 1);
        let last = date(year(dates.last()) + 1, 1, 1);
        let inner = rect.shrink2(vec2(theme::space().pad, 0.0));
        let days = days_between(first, last).max(1.0);
        let mut track = Self { rect: inner, first, days, places: vec![] };
        let places = dates.iter().map(|date| track.in_time(*date)).collect();
        track.places = apart(places, inner.left(), inner.right());
        track
    }

    /// Where a day is in proportion to time.
    fn in_time(&self, date: Date) -> f32 {
        self.rect.left() + days_between(self.first, date) / self.days * self.rect.width()
    }

    fn x(&self, dates: &[Date], date: Date) -> f32 {
        let rank = dates.iter().position(|one| *one == date);
        rank.and_then(|rank| self.places.get(rank).copied()).unwrap_or(self.in_time(date))
    }

    fn nearest(&self, dates: &[Date], x: f32) -> Option<Date> {
        let near = dates.iter().zip(&self.places);
        near.min_by(|(_, a), (_, b)| (*a - x).abs().total_cmp(&(*b - x).abs())).map(|(one, _)| *one)
    }

    fn paint(
        &self,
        painter: &Painter,
        theme: &Theme,
        dates: &[Date],
        current: Date,
        response: &Response,
    ) {
        let (size, stroke) = (theme::size(), theme::stroke());
        let y = self.rect.top() + size.track_line;
        let line = Stroke::new(stroke.strong, theme::colour(theme.line_strong));
        painter.hline(self.rect.x_range(), y, line);
        self.paint_years(painter, theme, y);
        let done = Stroke::new(stroke.strong, theme::colour(theme.accent));
        painter.hline(self.rect.left()..=self.x(dates, current), y, done);
        for (date, x) in dates.iter().zip(&self.places) {
            let colour = if *date <= current { theme.accent } else { theme.line_strong };
            painter.circle_filled(pos2(*x, y), size.date, theme::colour(colour));
        }
        let handle = pos2(self.x(dates, current), y);
        let is_pointed_at = response.hovered() || response.has_focus();
        let radius = size.handle + if is_pointed_at { stroke.line } else { 0.0 };
        painter.circle_filled(handle, radius, theme::colour(theme.accent));
        painter.circle_stroke(
            handle,
            radius,
            Stroke::new(stroke.strong, theme::colour(theme.paper)),
        );
    }

    /// A tick a year, and as many numbers as there is room for.
    fn paint_years(&self, painter: &Painter, theme: &Theme, y: f32) {
        let years = (self.days / 365.25).round().max(1.0);
        let room = self.rect.width() / years;
        let step = [1, 2, 5, 10]
            .into_iter()
            .find(|step| room * *step as f32 >= theme::width().year)
            .unwrap_or(10);
        let first = self.first.year();
        for year in first..=first + years as i16 {
            let x = self.in_time(date(year, 1, 1));
            let tick = theme::line(theme.line_strong);
            let from = y + theme::space().tight;
            painter.vline(x, from..=from + theme::space().tight, tick);
            if (year - first) % step == 0 {
                let place = pos2(x, self.rect.bottom());
                let face = font(theme::text().caption, Weight::Regular);
                let colour = theme::colour(theme.text_weak);
                painter.text(place, Align2::CENTER_BOTTOM, year, face, colour);
            }
        }
    }
}

/// Places in their order, moved as little as it takes to be told apart between two ends.
fn apart(mut places: Vec<f32>, left: f32, right: f32) -> Vec<f32> {
    let steps = places.len().saturating_sub(1).max(1) as f32;
    let gap = theme::space().medium.min((right - left).max(0.0) / steps);
    let mut least = left;
    for place in &mut places {
        *place = place.max(least);
        least = *place + gap;
    }
    let mut most = right;
    for place in places.iter_mut().rev() {
        *place = place.clamp(left, most.max(left));
        most = *place - gap;
    }
    places
}

fn days_between(from: Date, to: Date) -> f32 {
    from.duration_until(to).as_hours() as f32 / 24.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_lie_in_proportion_to_time_and_the_nearest_one_is_found() {
        let dates = [date(2010, 1, 1), date(2010, 12, 31), date(2019, 6, 1)];
        let track = Track::new(&dates, Rect::from_min_size(pos2(0.0, 0.0), vec2(1020.0, 40.0)));
        assert!((track.x(&dates, dates[0]) - 10.0).abs() < 0.1);
        assert!((track.x(&dates, dates[1]) - 110.0).abs() < 1.0, "a tenth of ten years");
        assert_eq!(track.nearest(&dates, 90.0), Some(dates[1]));
        assert_eq!(track.nearest(&dates, 2000.0), Some(dates[2]));
    }

    #[test]
    fn dates_a_few_days_apart_can_each_be_pointed_at() {
        let days: Vec<Date> = (1..=28).map(|day| date(2011, 10, day)).collect();
        let dates = [days.as_slice(), &[date(2024, 12, 31)]].concat();
        for width in [240.0, 600.0, 1600.0] {
            let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 40.0));
            let track = Track::new(&dates, rect);
            for (one, place) in dates.iter().zip(&track.places) {
                assert_eq!(track.nearest(&dates, *place), Some(*one));
                assert!(track.rect.x_range().contains(*place), "{place} in {width}");
            }
            let gaps = track.places.windows(2).map(|pair| pair[1] - pair[0]);
            assert!(gaps.fold(f32::MAX, f32::min) > 7.0, "{width}");
        }
    }
}
