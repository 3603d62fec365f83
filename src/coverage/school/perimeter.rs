//! Which schools are counted.

use serde::{Deserialize, Serialize};

use super::{School, SchoolKind, Sector, Supervision};

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
        let Some(kind) = school.kind else { return false };
        let supervision = match school.supervision {
            Supervision::Education => true,
            Supervision::Agriculture => self.agricultural,
            // The one collège of another ministry is counted by the département like any other.
            Supervision::Autre => kind == SchoolKind::College,
        };
        let sector = self.sector.is_none_or(|wanted| school.sector == Some(wanted));
        !school.closed && supervision && sector
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
