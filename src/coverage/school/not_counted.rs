//! Why a school that is listed is not counted.

use super::{Perimeter, School, SchoolKind, Supervision};

/// Why a school is not counted, the weightiest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotCounted {
    /// Neither a lycée nor a collège: a section, classes after the baccalauréat.
    OtherKind,
    /// It is closed.
    Closed,
    /// Agricultural, and these were not asked for.
    Agricultural,
    /// Of the armed forces, the sea, justice.
    OtherMinistry,
    /// Public where private ones are counted, or the other way round, or not told.
    OtherSector,
    /// Outside the départements of the atlas, or in none that is known.
    OffTheMap,
}

impl NotCounted {
    /// « fermé »: for a cell of a table.
    pub fn label(self) -> &'static str {
        match self {
            Self::OtherKind => "ni lycée ni collège",
            Self::Closed => "fermé",
            Self::Agricultural => "hors périmètre (agricole)",
            Self::OtherMinistry => "hors périmètre (autre ministère)",
            Self::OtherSector => "hors périmètre (autre secteur)",
            Self::OffTheMap => "hors de la carte",
        }
    }

    /// « Il est fermé. »: a whole sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::OtherKind => "Il n’est pas compté\u{202f}: ce n’est ni un lycée ni un collège.",
            Self::Closed => "Il n’est pas compté\u{202f}: il est fermé.",
            Self::Agricultural => {
                "Il n’est pas compté\u{202f}: c’est un lycée agricole, et ils ne sont pas comptés."
            }
            Self::OtherMinistry => {
                "Il n’est pas compté\u{202f}: il dépend d’un autre ministère que l’Éducation nationale."
            }
            Self::OtherSector => {
                "Il n’est pas compté\u{202f}: seuls les établissements de l’autre secteur le sont, ou \
                 son secteur n’est pas dit."
            }
            Self::OffTheMap => {
                "Il n’est pas compté\u{202f}: le fichier ne le situe dans aucun département de la carte."
            }
        }
    }
}

impl Perimeter {
    /// Why a school is not counted; `None` when it is.
    pub fn leaves_out(self, school: &School) -> Option<NotCounted> {
        let Some(kind) = school.kind else { return Some(NotCounted::OtherKind) };
        if school.closed {
            return Some(NotCounted::Closed);
        }
        match school.supervision {
            Supervision::Agriculture if !self.agricultural => {
                return Some(NotCounted::Agricultural);
            }
            // The one collège of another ministry is counted by the département like any other.
            Supervision::Autre if kind != SchoolKind::College => {
                return Some(NotCounted::OtherMinistry);
            }
            _ => {}
        }
        if self.sector.is_some_and(|wanted| school.sector != Some(wanted)) {
            return Some(NotCounted::OtherSector);
        }
        school.departement.is_none().then_some(NotCounted::OffTheMap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::school::{LyceeKind, Sector, Uai},
        territory::Code,
    };

    #[test]
    fn a_reason_is_given_exactly_where_a_school_is_not_held() {
        let kinds = [
            None,
            Some(SchoolKind::College),
            Some(SchoolKind::Lycee(LyceeKind::General)),
            Some(SchoolKind::Lycee(LyceeKind::Agricole)),
        ];
        let sectors = [None, Some(Sector::Public), Some(Sector::Prive)];
        let ministries = [Supervision::Education, Supervision::Agriculture, Supervision::Autre];
        let mut seen = 0;
        for kind in kinds {
            for sector in sectors {
                for supervision in ministries {
                    for closed in [false, true] {
                        let school = School {
                            uai: Uai::read("0380001A").unwrap().0,
                            name: String::new(),
                            commune: String::new(),
                            departement: Code::new("38").ok(),
                            kind,
                            sector,
                            supervision,
                            closed,
                            position: None,
                            row: (0, 2),
                            equipment: None,
                        };
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
        assert_eq!(seen, 4 * 3 * 3 * 2 * 6);
    }
}
