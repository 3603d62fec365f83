//! The subject of a map: what is counted, of which schools, in which unit.
//!
//! It is a plain value. Its words stand in [`phrases`] alone, so that a title, a legend and a card
//! can't disagree on what they show.

mod counted;
mod form;
mod holders;
mod phrases;
mod subset;

pub use counted::{Counted, EQUIPPED_WITH_AN_ENT};
pub use holders::Holders;
pub use subset::{Distinction, Subset};

use serde::{Deserialize, Serialize};

use super::{Measure, SchoolType, school::Sector};

/// What a map shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Subject {
    /// What the schools have, or do.
    pub counted: Counted,
    /// Whether they have it, or use it.
    pub measure: Measure,
    /// Lycées or collèges.
    pub school_type: SchoolType,
    /// Public or private ones; both where `None`, or where nobody says.
    #[serde(default)]
    pub sector: Option<Sector>,
    /// Some of them only, where it is not all.
    #[serde(default)]
    pub subset: Option<Subset>,
    /// Whether agricultural lycées are among them; `None` where nobody lists the schools.
    #[serde(default)]
    pub agricultural: Option<bool>,
    /// Which schools, in the words of the file; empty where it has none.
    #[serde(default)]
    pub perimeter: String,
    /// How they are counted.
    #[serde(default)]
    pub unit: Unit,
}

/// What a value of a map is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Unit {
    /// So many schools of a hundred.
    #[default]
    Share,
    /// So many schools.
    Schools,
    /// How far a project has come.
    Stage,
}

impl Unit {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Share, Self::Schools, Self::Stage];
}

impl Subject {
    /// The question that the atlas starts from, for a type of schools: which have an ENT.
    pub const fn ent(school_type: SchoolType) -> Self {
        Self {
            counted: Counted::Ent,
            measure: Measure::Deploye,
            school_type,
            sector: None,
            subset: None,
            agricultural: None,
            perimeter: String::new(),
            unit: Unit::Share,
        }
    }

    /// Whether it is what the ministry announced figures of: that schools have an ENT, all those of
    /// a type, of both sectors.
    pub fn is_announced(&self) -> bool {
        self.is_equipment() && self.subset.is_none() && self.sector.is_none()
    }

    /// Whether schools are counted that have an ENT.
    fn is_equipment(&self) -> bool {
        self.counted == Counted::Ent && self.measure == Measure::Deploye
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_announcements_speak_of_all_schools_of_a_type() {
        let all = Subject::ent(SchoolType::Lycee);
        assert!(all.is_announced());
        for sector in Sector::ALL {
            assert!(!Subject { sector: Some(sector), ..all.clone() }.is_announced());
        }
        assert!(!Subject { measure: Measure::Usage, ..all }.is_announced());
    }

    #[test]
    fn a_subject_is_the_same_once_saved_and_read_again() {
        let subject = Subject {
            counted: Counted::other("raccordés à la fibre"),
            sector: Some(Sector::Public),
            subset: Subset::of([Distinction::RepPlus]),
            unit: Unit::Stage,
            ..Subject::ent(SchoolType::College)
        };
        let text = serde_json::to_string(&subject).unwrap();
        assert_eq!(serde_json::from_str::<Subject>(&text).unwrap(), subject);
    }
}
