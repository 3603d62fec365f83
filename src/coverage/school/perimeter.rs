//! Which schools are counted.

use serde::{Deserialize, Serialize};

use super::{NotCounted, School, Sector};

/// Which schools are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Perimeter {
    /// Only these; both where `None`.
    pub sector: Option<Sector>,
    /// Agricultural lycées too.
    pub agricultural: bool,
}

impl Perimeter {
    /// Whether a school is counted. By default public and private schools are, and agricultural
    /// lycées are not, as in the reference numbers.
    pub fn holds(self, school: &School) -> bool {
        // Where a school lies is no matter of the perimeter.
        matches!(self.leaves_out(school), None | Some(NotCounted::OffTheMap))
    }

    /// In words: « public et privé, hors lycées agricoles ».
    pub fn label(self) -> String {
        let sector = match self.sector {
            None => "public et privé",
            Some(Sector::Public) => "public",
            Some(Sector::Prive) => "privé",
        };
        let agricultural = if self.agricultural { "avec les" } else { "hors" };
        format!("{sector}, {agricultural} lycées agricoles")
    }
}
