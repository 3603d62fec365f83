//! Adding schools up: the one place where a school becomes a number.

use std::ops::Add;

/// Schools equipped, over schools counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Schools that have it.
    pub equipped: u32,
    /// Schools of which it is known whether they have it.
    pub total: u32,
    /// Schools of which it is not known.
    pub unknown: u32,
}

impl Counts {
    /// One school more; `None` where it is not known whether it has it.
    pub fn count(&mut self, equipped: Option<bool>) {
        match equipped {
            Some(equipped) => {
                self.total += 1;
                self.equipped += u32::from(equipped);
            }
            None => self.unknown += 1,
        }
    }

    /// Whether they say something of the whole: « au moins » none says nothing, so with schools
    /// unknown it takes one that is equipped.
    pub fn say_something(self) -> bool {
        self.equipped > 0 || (self.total > 0 && self.unknown == 0)
    }
}

impl FromIterator<Option<bool>> for Counts {
    fn from_iter<T: IntoIterator<Item = Option<bool>>>(schools: T) -> Self {
        let mut counts = Self::default();
        schools.into_iter().for_each(|equipped| counts.count(equipped));
        counts
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            equipped: self.equipped + other.equipped,
            total: self.total + other.total,
            unknown: self.unknown + other.unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{
        coverage::{
            SchoolType,
            school::{
                Equipment, LyceeKind, Perimeter, School, SchoolKind, Sector, Supervision, Uai,
            },
        },
        territory::Code,
    };

    /// The schools that a perimeter holds, by type and département.
    fn tally(schools: &[School], perimeter: Perimeter) -> BTreeMap<(SchoolType, Code), Counts> {
        let mut tally: BTreeMap<_, Counts> = BTreeMap::new();
        for school in schools.iter().filter(|school| perimeter.holds(school)) {
            let subject = school.school_type().zip(school.departement).unwrap();
            tally.entry(subject).or_default().count(school.equipped());
        }
        tally
    }

    fn school(
        kind: SchoolKind,
        sector: Sector,
        supervision: Supervision,
        equipped: bool,
    ) -> School {
        School {
            departement: Code::new("93").ok(),
            kind: Some(kind),
            sector: Some(sector),
            supervision: Some(supervision),
            equipment: Some(Equipment { equipped: Some(equipped), ..Equipment::default() }),
            ..School::listed(Uai::parse("0932030B").unwrap(), (0, 2))
        }
    }

    fn schools() -> [School; 4] {
        let lycee = SchoolKind::Lycee(LyceeKind::Polyvalent);
        [
            school(lycee, Sector::Public, Supervision::Education, true),
            school(lycee, Sector::Prive, Supervision::Education, false),
            school(lycee, Sector::Public, Supervision::Agriculture, true),
            school(SchoolKind::College, Sector::Public, Supervision::Education, true),
        ]
    }

    fn lycees(perimeter: Perimeter) -> Counts {
        tally(&schools(), perimeter)[&(SchoolType::Lycee, Code::new("93").unwrap())]
    }

    #[test]
    fn agricultural_lycees_count_only_on_request() {
        let without = lycees(Perimeter::default());
        assert_eq!(without, Counts { equipped: 1, total: 2, unknown: 0 });
        let with = lycees(Perimeter { agricultural: true, ..Perimeter::default() });
        assert_eq!(with, Counts { equipped: 2, total: 3, unknown: 0 });
    }

    #[test]
    fn public_and_private_are_kept_apart_and_add_up() {
        let of = |sector| lycees(Perimeter { sector: Some(sector), ..Perimeter::default() });
        let (public, private) = (of(Sector::Public), of(Sector::Prive));
        assert_eq!((public.equipped, public.total), (1, 1));
        assert_eq!((private.equipped, private.total), (0, 1));
        assert_eq!(public.total + private.total, lycees(Perimeter::default()).total);
    }

    #[test]
    fn a_closed_school_is_not_counted() {
        let mut closed = schools()[0].clone();
        closed.closed = Some(true);
        assert!(tally(&[closed], Perimeter::default()).is_empty());
    }

    #[test]
    fn a_school_whose_equipment_is_not_told_is_unknown_not_bare() {
        let mut untold = schools()[0].clone();
        untold.equipment = None;
        let counts = tally(&[untold], Perimeter::default());
        let counts = counts[&(SchoolType::Lycee, Code::new("93").unwrap())];
        assert_eq!(counts, Counts { equipped: 0, total: 0, unknown: 1 });
    }
}
