//! Which schools are counted.

use serde::{Deserialize, Serialize};

use super::{NotCounted, School, SchoolKind, Sector, Supervision};

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

    /// Why a school is not counted; `None` when it is. A school whose ministry or state no file
    /// tells is taken for an open one of Education, as the reference numbers count most of them.
    pub fn leaves_out(self, school: &School) -> Option<NotCounted> {
        let Some(kind) = school.kind else { return Some(NotCounted::OtherKind) };
        if school.closed == Some(true) {
            return Some(NotCounted::Closed);
        }
        if school.is_agricultural() {
            if !self.agricultural {
                return Some(NotCounted::Agricultural);
            }
        } else if school.supervision == Some(Supervision::Autre) && kind != SchoolKind::College {
            // The one collège of another ministry is counted by the département like any other.
            return Some(NotCounted::OtherMinistry);
        }
        if self.sector.is_some_and(|wanted| school.sector != Some(wanted)) {
            return Some(NotCounted::OtherSector);
        }
        school.departement.is_none().then_some(NotCounted::OffTheMap)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::school::{LyceeKind, Uai},
        territory::Code,
    };

    fn school() -> School {
        let uai = Uai::read("0380001A").unwrap().0;
        School { departement: Code::new("38").ok(), ..School::listed(uai, (0, 2)) }
    }

    #[test]
    fn a_reason_is_given_exactly_where_a_school_is_not_held() {
        let kinds = [
            None,
            Some(SchoolKind::College),
            Some(SchoolKind::Lycee(LyceeKind::General)),
            Some(SchoolKind::Lycee(LyceeKind::Agricole)),
        ];
        let sectors = [None, Some(Sector::Public), Some(Sector::Prive)];
        let ministries = [
            None,
            Some(Supervision::Education),
            Some(Supervision::Agriculture),
            Some(Supervision::Autre),
        ];
        let mut seen = 0;
        for kind in kinds {
            for sector in sectors {
                for supervision in ministries {
                    for closed in [None, Some(false), Some(true)] {
                        let school = School { kind, sector, supervision, closed, ..school() };
                        for wanted in sectors {
                            for agricultural in [false, true] {
                                let perimeter = Perimeter { sector: wanted, agricultural };
                                let left_out = perimeter.leaves_out(&school).is_some();
                                assert_eq!(left_out, !perimeter.holds(&school), "{school:?}");
                                seen += 1;
                            }
                        }
                        let nowhere = School { departement: None, ..school };
                        let reason = Perimeter::default().leaves_out(&nowhere);
                        assert!(reason.is_some(), "off the map: {nowhere:?}");
                    }
                }
            }
        }
        assert_eq!(seen, 4 * 3 * 4 * 3 * 6);
    }

    #[test]
    fn an_agricultural_lycee_is_known_by_its_ministry_or_by_its_nature() {
        let left_out = |kind, supervision| {
            let school = School { kind: Some(SchoolKind::Lycee(kind)), supervision, ..school() };
            let asked = Perimeter { agricultural: true, ..Perimeter::default() };
            (Perimeter::default().leaves_out(&school), asked.leaves_out(&school))
        };
        let agricultural = (Some(NotCounted::Agricultural), None);
        assert_eq!(left_out(LyceeKind::Agricole, None), agricultural, "nature 307 alone");
        assert_eq!(left_out(LyceeKind::Polyvalent, Some(Supervision::Agriculture)), agricultural);
        assert_eq!(left_out(LyceeKind::Polyvalent, None), (None, None));
    }
}
