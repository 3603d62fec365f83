//! A short flight from one sight to another, so that the eye can follow.

/// Seconds that it takes.
const DURATION: f64 = 0.2;

/// A flight under way.
pub struct Flight {
    from: ([f64; 2], f64),
    to: ([f64; 2], f64),
    started: Option<f64>,
    /// It goes to where everything is seen.
    pub home: bool,
}

impl Flight {
    /// From a middle and a zoom to another.
    pub fn new(center: [f64; 2], zoom: f64, to: ([f64; 2], f64), home: bool) -> Self {
        Self { from: (center, zoom), to, started: None, home }
    }

    /// Where it is at a time in seconds, and whether it has arrived; at once where `still`.
    pub fn at(&mut self, now: f64, still: bool) -> ([f64; 2], f64, bool) {
        let started = *self.started.get_or_insert(now);
        let part = if still { 1.0 } else { ((now - started) / DURATION).clamp(0.0, 1.0) };
        // It leaves and arrives gently.
        let eased = part * part * (3.0 - 2.0 * part);
        let between = |from: f64, to: f64| from + (to - from) * eased;
        let center = [0, 1].map(|axis| between(self.from.0[axis], self.to.0[axis]));
        (center, between(self.from.1, self.to.1), part >= 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_leaves_gently_and_arrives_exactly() {
        let mut flight = Flight::new([0.0, 0.0], 5.0, ([100.0, -50.0], 9.0), false);
        assert_eq!(flight.at(10.0, false), ([0.0, 0.0], 5.0, false));
        let ([x, _], ..) = flight.at(10.02, false);
        assert!(x < 10.0, "slower than even at first: {x}");
        assert_eq!(flight.at(10.3, false), ([100.0, -50.0], 9.0, true));
    }

    #[test]
    fn whoever_wants_no_movement_is_there_at_once() {
        let mut flight = Flight::new([0.0, 0.0], 5.0, ([100.0, -50.0], 9.0), false);
        assert_eq!(flight.at(10.0, true), ([100.0, -50.0], 9.0, true));
    }
}
