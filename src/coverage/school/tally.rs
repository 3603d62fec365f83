//! Adding schools up, by département; every wider level is a sum of these.

use std::collections::BTreeMap;

use super::{Perimeter, School};
use crate::{coverage::SchoolType, territory::Code};

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

/// Counts by school type and département.
pub type Tally = BTreeMap<(SchoolType, Code), Counts>;

/// Adds up the schools of a perimeter. A school outside the atlas is not counted.
pub fn tally<'a>(schools: impl IntoIterator<Item = &'a School>, perimeter: Perimeter) -> Tally {
    let mut tally = Tally::new();
    for school in schools.into_iter().filter(|school| perimeter.holds(school)) {
        let (Some(school_type), Some(departement)) = (school.school_type(), school.departement)
        else {
            continue;
        };
        let counts = tally.entry((school_type, departement)).or_default();
        match school.equipped() {
            Some(equipped) => {
                counts.total += 1;
                counts.equipped += u32::from(equipped);
            }
            None => counts.unknown += 1,
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::school::{Equipment, LyceeKind, SchoolKind, Sector, Supervision, Uai};

    fn school(
        kind: SchoolKind,
        sector: Sector,
        supervision: Supervision,
        equipped: bool,
    ) -> School {
        School {
            uai: Uai::parse("0932030B").unwrap(),
            name: String::new(),
            commune: String::new(),
            departement: Code::new("93").ok(),
            kind: Some(kind),
            sector: Some(sector),
            supervision,
            closed: false,
            position: None,
            row: (0, 2),
            equipment: Some(Equipment { equipped, since: None, project: String::new(), row: None }),
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
        closed.closed = true;
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
