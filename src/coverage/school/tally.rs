//! Adding schools up, by département; every wider level is a sum of these.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{SchoolKind, Sector, Supervision, Uai};
use crate::{coverage::SchoolType, territory::Code};

/// One school of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    /// Its number.
    pub uai: Uai,
    /// Where it is; `None` outside the atlas.
    pub departement: Option<Code>,
    /// What it is.
    pub kind: SchoolKind,
    /// Public or private; `None` when the file does not say.
    pub sector: Option<Sector>,
    /// The ministry that it answers to.
    pub supervision: Supervision,
    /// Whether it has an ENT; `None` when the file does not say.
    pub equipped: Option<bool>,
}

/// Which schools are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perimeter {
    /// Only these; both where `None`.
    pub sector: Option<Sector>,
    /// Agricultural lycées too.
    pub agricultural: bool,
}

impl Default for Perimeter {
    /// Public and private, without agricultural lycées, as in the reference numbers.
    fn default() -> Self {
        Self { sector: None, agricultural: false }
    }
}

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
        let Some(departement) = school.departement else { continue };
        let counts = tally.entry((school.kind.school_type(), departement)).or_default();
        match school.equipped {
            Some(equipped) => {
                counts.total += 1;
                counts.equipped += u32::from(equipped);
            }
            None => counts.unknown += 1,
        }
    }
    tally
}

impl Perimeter {
    /// Whether a school is counted.
    pub fn holds(self, school: &School) -> bool {
        let supervision = match school.supervision {
            Supervision::Education => true,
            Supervision::Agriculture => self.agricultural,
            // The one collège of another ministry is counted by the département like any other.
            Supervision::Autre => school.kind == SchoolKind::College,
        };
        let sector = self.sector.is_none_or(|wanted| school.sector == Some(wanted));
        supervision && sector
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::school::LyceeKind;

    fn school(
        kind: SchoolKind,
        sector: Sector,
        supervision: Supervision,
        equipped: bool,
    ) -> School {
        School {
            uai: Uai::parse("0932030B").unwrap(),
            departement: Code::new("93").ok(),
            kind,
            sector: Some(sector),
            supervision,
            equipped: Some(equipped),
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
    fn a_school_whose_equipment_is_not_told_is_unknown_not_bare() {
        let mut untold = schools()[0].clone();
        untold.equipped = None;
        let counts = tally(&[untold], Perimeter::default());
        let counts = counts[&(SchoolType::Lycee, Code::new("93").unwrap())];
        assert_eq!(counts, Counts { equipped: 0, total: 0, unknown: 1 });
    }
}
