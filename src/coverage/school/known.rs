//! What a list of schools says of each at a day, which may lie before or after the day of the list.

use jiff::civil::Date;

use super::{School, SchoolList};

/// A day, seen from a list of schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownAt {
    /// `None` for all that is known.
    day: Option<Date>,
    /// Whether what the list says without a date of its own holds: from the day of the list on, and
    /// always where it has none.
    list_holds: bool,
}

impl KnownAt {
    /// A day; without one, all that is known.
    pub fn new(list: &SchoolList, day: Option<Date>) -> Self {
        // A list without a day is older than every day.
        Self { day, list_holds: day.is_none() || list.date() <= day }
    }

    /// The same, unless nothing at all is known so early: the list has a later day, and no school
    /// of it was equipped yet.
    pub fn of_list(list: &SchoolList, day: Option<Date>) -> Option<Self> {
        let known = Self::new(list, day);
        let mut since = list.schools().iter().filter_map(School::equipped_since);
        (known.list_holds || since.any(|since| known.reaches(since))).then_some(known)
    }

    /// Whether a school had an ENT that day; `None` when that is not known. One that is equipped,
    /// nobody knows since when, is unknown before the day of the list.
    pub fn equipped(self, school: &School) -> Option<bool> {
        let equipment = school.equipment.as_ref()?;
        match equipment.since {
            None if equipment.equipped && !self.list_holds => None,
            since => Some(equipment.equipped && since.is_none_or(|since| self.reaches(since))),
        }
    }

    fn reaches(self, since: Date) -> bool {
        self.day.is_none_or(|day| since <= day)
    }
}
