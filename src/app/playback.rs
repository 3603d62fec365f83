//! Running through the dates.

use jiff::civil::Date;

/// Seconds that each date stays.
const SECONDS_PER_DATE: f64 = 0.9;

/// A run through the dates, or none.
#[derive(Default)]
pub struct Playback {
    next_at: Option<f64>,
}

impl Playback {
    /// Whether dates are running.
    pub fn is_running(&self) -> bool {
        self.next_at.is_some()
    }

    /// Stops.
    pub fn stop(&mut self) {
        self.next_at = None;
    }

    /// Starts at once, or stops. `now` is in seconds.
    pub fn toggle(&mut self, now: f64) {
        self.next_at = if self.is_running() { None } else { Some(now) };
    }

    /// The date to go to now, if it is time; stops at the last one. Started at the last date, it
    /// begins again at the first.
    pub fn due(
        &mut self,
        now: f64,
        dates: &[Date],
        current: Option<Date>,
        started: bool,
    ) -> Option<Date> {
        let due = self.next_at.filter(|next_at| now >= *next_at)?;
        let after = dates.iter().copied().find(|date| Some(*date) > current);
        let Some(next) = after.or_else(|| dates.first().copied().filter(|_| started)) else {
            self.stop();
            return None;
        };
        self.next_at = Some(due.max(now) + SECONDS_PER_DATE);
        Some(next)
    }

    /// Seconds until the next date, while running.
    pub fn wait(&self, now: f64) -> Option<f64> {
        self.next_at.map(|next_at| (next_at - now).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_follow_each_other_at_an_even_pace_and_stop_at_the_last() {
        let dates = [date(2010, 9, 30), date(2011, 10, 31), date(2012, 12, 31)];
        let mut playback = Playback::default();
        playback.toggle(0.0);
        assert_eq!(playback.due(0.0, &dates, Some(dates[0]), true), Some(dates[1]));
        assert_eq!(playback.due(0.5, &dates, Some(dates[1]), false), None, "too early");
        assert_eq!(playback.due(1.0, &dates, Some(dates[1]), false), Some(dates[2]));
        assert_eq!(playback.due(2.0, &dates, Some(dates[2]), false), None);
        assert!(!playback.is_running());
    }

    #[test]
    fn started_at_the_last_date_it_begins_again() {
        let dates = [date(2010, 9, 30), date(2011, 10, 31)];
        let mut playback = Playback::default();
        playback.toggle(0.0);
        assert_eq!(playback.due(0.0, &dates, Some(dates[1]), true), Some(dates[0]));
    }
}
