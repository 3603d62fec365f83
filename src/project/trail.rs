//! Where one has been, to go back and forward.

use super::{Document, Place, Standpoint};
use crate::territory::{Edition, Level};

/// The places that were visited, with the one where one is.
pub(super) struct Trail {
    stops: Vec<Stop>,
    at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Stop {
    place: Place,
    level: Level,
    edition: Edition,
}

/// Most stops that are kept.
const MOST: usize = 200;

impl Trail {
    /// One that begins here.
    pub fn new(document: &Document, at: &Standpoint) -> Self {
        Self { stops: vec![Stop::of(document, at)], at: 0 }
    }

    /// Notes where the document is; what lay ahead is forgotten when that is elsewhere.
    pub fn note(&mut self, document: &Document, at: &Standpoint) {
        let stop = Stop::of(document, at);
        let here = &mut self.stops[self.at];
        let same =
            here.place.territory == stop.place.territory && here.place.school == stop.place.school;
        if same {
            // Another level or other borders of the same place are no journey.
            *here = stop;
            return;
        }
        self.stops.truncate(self.at + 1);
        self.stops.push(stop);
        if self.stops.len() > MOST {
            self.stops.remove(0);
        }
        self.at = self.stops.len() - 1;
    }

    /// Whether there is somewhere to go back to.
    pub fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// Whether there is somewhere to go forward to.
    pub fn can_go_forward(&self) -> bool {
        self.at + 1 < self.stops.len()
    }

    /// Takes a document back.
    pub fn back(&mut self, document: &mut Document, at: &mut Standpoint) {
        if self.can_go_back() {
            self.at -= 1;
            self.stops[self.at].restore(document, at);
        }
    }

    /// Takes a document forward again.
    pub fn forward(&mut self, document: &mut Document, at: &mut Standpoint) {
        if self.can_go_forward() {
            self.at += 1;
            self.stops[self.at].restore(document, at);
        }
    }
}

impl Stop {
    fn of(document: &Document, at: &Standpoint) -> Self {
        Self { place: at.place, level: document.level, edition: document.edition }
    }

    fn restore(self, document: &mut Document, at: &mut Standpoint) {
        document.level = self.level;
        document.edition = self.edition;
        *at = Standpoint { place: self.place, ..at.pointing_at_nothing() };
    }
}
