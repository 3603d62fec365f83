//! What a list of schools says of each at a day, which may lie before the day of the list.

use jiff::civil::Date;

use super::{School, SchoolList};

/// A day, seen from a list of schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownAt {
    day: Date,
    /// Whether it is the day of the list, on which everything that it says holds.
    at_the_end: bool,
}

impl KnownAt {
    /// The day, or that of the list where it comes later.
    pub fn new(list: &SchoolList, day: Date) -> Self {
        Self { day: day.min(list.date()), at_the_end: day >= list.date() }
    }

    /// The same, unless nothing at all is known so early: the list has a later day, and no school
    /// of it was equipped yet.
    pub fn of_list(list: &SchoolList, day: Date) -> Option<Self> {
        let mut since = list.schools().iter().filter_map(School::equipped_since);
        let mut begun = || since.any(|since| since <= day);
        (day >= list.date() || begun()).then(|| Self::new(list, day))
    }

    /// Whether a school had an ENT that day; `None` when that is not known. One that is equipped,
    /// nobody knows since when, is unknown before the day of the list.
    pub fn equipped(self, school: &School) -> Option<bool> {
        let equipment = school.equipment.as_ref()?;
        match equipment.since {
            None if equipment.equipped && !self.at_the_end => None,
            since => Some(equipment.equipped && since.is_none_or(|since| since <= self.day)),
        }
    }
}
