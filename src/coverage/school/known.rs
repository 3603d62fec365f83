//! What a list of schools says of each at a day, which may lie before or after the day of the list.

use jiff::civil::Date;

use super::{School, SchoolList};

/// Since when what a list says without a date of its own holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    /// Since the day of the list.
    On(Date),
    /// On every day: the list has none.
    Always,
    /// The list has none, and says of each school that is equipped since when: before the first of
    /// them, nothing.
    WithItsDates,
}

/// Since when what a list says without a date of its own holds.
pub(super) fn begins(list: &SchoolList) -> Begins {
    let mut equipped = list.schools().iter().filter(|school| school.equipped() == Some(true));
    match list.date() {
        Some(day) => Begins::On(day),
        None if list.schools().iter().all(|school| school.equipped_since().is_none()) => {
            Begins::Always
        }
        None if equipped.any(|school| school.equipped_since().is_none()) => Begins::Always,
        None => Begins::WithItsDates,
    }
}

/// A day, seen from a list of schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownAt {
    /// `None` for all that is known.
    day: Option<Date>,
    /// Whether what the list says without a date of its own holds.
    list_holds: bool,
}

impl KnownAt {
    /// A day; without one, all that is known.
    fn new(list: &SchoolList, day: Option<Date>) -> Self {
        Self::since(begins(list), day)
    }

    /// A day, seen from a list that holds since another.
    pub(super) fn since(begins: Begins, day: Option<Date>) -> Self {
        let list_holds = match begins {
            Begins::Always => true,
            Begins::On(of_list) => day.is_none_or(|day| of_list <= day),
            Begins::WithItsDates => day.is_none(),
        };
        Self { day, list_holds }
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
        let equipped = equipment.equipped?;
        match equipment.since {
            None if equipped && !self.list_holds => None,
            since => Some(equipped && since.is_none_or(|since| self.reaches(since))),
        }
    }

    fn reaches(self, since: Date) -> bool {
        self.day.is_none_or(|day| since <= day)
    }
}
