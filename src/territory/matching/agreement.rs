//! A code and a name in one row: what the two say together.

use crate::territory::TerritoryId;

use super::{Match, division::Ground};

/// What a code and a name of the same level say of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Both name this territory.
    Same(TerritoryId),
    /// One of the two is blank, the other names this territory.
    OneBlank(TerritoryId),
    /// One of the two names this territory; the other is nothing that is known (a slip, as a
    /// rule), or a wider place that contains it.
    OneUnknown { known: TerritoryId, unknown: Side },
    /// Two territories: neither is to be believed.
    Disagree { code: TerritoryId, name: TerritoryId },
    /// Both name this part of a territory, or one does and the other the whole or nothing.
    Part { whole: TerritoryId, name: &'static str },
    /// The row adds up others: « Total Bretagne » without a code, or « Bretagne » beside `53`
    /// among départements, where the code is that of the région.
    Total(TerritoryId),
    /// A known place without an outline here.
    Outside { name: &'static str },
    /// Nothing can be made of the two together.
    Neither,
}

/// One of the two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Code,
    Name,
}

/// Compares what a code and a name of one row were matched to. The two columns are of one level;
/// their editions may differ, and a territory that is in both is the same.
pub fn pair(code: &Match, name: &Match) -> Agreement {
    use Match::{Ambiguous, Empty, None, OtherLevel, Outside, Part, Suggested, Total};
    if let (Some(code), Some(name)) = (code.territory(), name.territory()) {
        return if is_same(code, name) {
            Agreement::Same(code)
        } else {
            Agreement::Disagree { code, name }
        };
    }
    match (code, name) {
        (Part { whole, name }, other) => beside_a_part(*whole, name, other, Side::Name),
        (other, Part { whole, name }) => beside_a_part(*whole, name, other, Side::Code),
        (Ambiguous { candidates }, Ambiguous { candidates: others }) => {
            let mut both = candidates.iter().filter(|id| others.contains(id));
            match (both.next(), both.next()) {
                (Some(id), Option::None) => Agreement::Same(*id),
                _ => Agreement::Neither,
            }
        }
        (OtherLevel(id) | Total(id), Empty | None | Suggested { .. })
        | (Empty | None | Suggested { .. }, OtherLevel(id) | Total(id)) => Agreement::Total(*id),
        (OtherLevel(id) | Total(id), OtherLevel(other) | Total(other)) if is_same(*id, *other) => {
            Agreement::Total(*id)
        }
        (Outside { name }, Empty | None | Suggested { .. } | Outside { .. })
        | (Empty | None | Suggested { .. }, Outside { name }) => Agreement::Outside { name },
        (code, name) => match (code.territory(), name.territory()) {
            (Some(id), _) => beside_a_territory(id, name, Side::Name),
            (_, Some(id)) => beside_a_territory(id, code, Side::Code),
            _ => Agreement::Neither,
        },
    }
}

/// One of the cells, the one that is not `side`, names a territory; the other is `other`.
fn beside_a_territory(id: TerritoryId, other: &Match, side: Side) -> Agreement {
    let disagree = |other| disagreement(id, other, side);
    match other {
        Match::Empty => Agreement::OneBlank(id),
        Match::None | Match::Suggested { .. } => Agreement::OneUnknown { known: id, unknown: side },
        Match::Ambiguous { candidates } => {
            if candidates.iter().any(|candidate| is_same(*candidate, id)) {
                Agreement::Same(id)
            } else {
                candidates.first().map_or(Agreement::Neither, |first| disagree(*first))
            }
        }
        Match::OtherLevel(wider) | Match::Total(wider) if wider.code() == id.code() => {
            Agreement::Total(*wider)
        }
        Match::OtherLevel(wider) if Ground::of(id).within(Ground::of(*wider)) => {
            Agreement::OneUnknown { known: id, unknown: side }
        }
        Match::OtherLevel(other) | Match::Total(other) => disagree(*other),
        _ => Agreement::Neither,
    }
}

/// The same where it names a part.
fn beside_a_part(whole: TerritoryId, name: &'static str, other: &Match, side: Side) -> Agreement {
    match other {
        Match::Part { whole: other, name: said } if *said != name => {
            disagreement(whole, *other, side)
        }
        Match::Part { .. } | Match::Empty | Match::None | Match::Suggested { .. } => {
            Agreement::Part { whole, name }
        }
        other => match other.territory() {
            Some(id) if id == whole => Agreement::Part { whole, name },
            Some(id) => disagreement(whole, id, side),
            None => Agreement::Neither,
        },
    }
}

/// Of a territory and of another that stands at `side`.
fn disagreement(id: TerritoryId, other: TerritoryId, side: Side) -> Agreement {
    match side {
        Side::Name => Agreement::Disagree { code: id, name: other },
        Side::Code => Agreement::Disagree { code: other, name: id },
    }
}

/// Whether two ids of one level are one territory, in whichever edition.
fn is_same(one: TerritoryId, other: TerritoryId) -> bool {
    one == other || (one.level() == other.level() && Ground::of(one) == Ground::of(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::{
        Edition, Level,
        matching::{ColumnDecision, Matcher},
    };

    fn paired(level: Level, code: &str, name: &str) -> Agreement {
        let matcher = |edition| Matcher::new(&ColumnDecision::chosen(level, edition), &[]);
        // A column of codes may be read in another edition than the names beside it.
        pair(&matcher(Edition::Before2016).value(code), &matcher(Edition::Since2016).value(name))
    }

    fn departement(code: &str, name: &str) -> String {
        let written = |id: TerritoryId| id.code().map_or("France".to_owned(), |c| c.to_string());
        match paired(Level::Departement, code, name) {
            Agreement::Same(id) => format!("={}", written(id)),
            Agreement::OneBlank(id) => format!("one {}", written(id)),
            Agreement::OneUnknown { known, unknown } => {
                format!("{} but {unknown:?}", written(known))
            }
            Agreement::Disagree { code, name } => format!("{}≠{}", written(code), written(name)),
            Agreement::Part { name, .. } => name.to_owned(),
            Agreement::Total(id) => format!("total {}", written(id)),
            Agreement::Outside { name } => format!("outside {name}"),
            Agreement::Neither => "neither".to_owned(),
        }
    }

    #[test]
    fn a_code_and_a_name_are_believed_where_they_agree() {
        for (code, name, expected) in [
            ("01", "Ain", "=01"),
            ("1.0", "AIN", "=01"),
            ("", "Corse-du-Sud", "one 2A"),
            ("38", "", "one 38"),
            ("20", "Haute-Corse", "=2B"),
            ("2a", "Corse", "=2A"),
            ("20", "Corse", "neither"),
            ("01", "Aisne", "01≠02"),
            ("38", "Corse", "38≠2A"),
            ("20", "Isère", "2A≠38"),
            ("07", "Ardche", "07 but Name"),
            ("999", "Isère", "38 but Code"),
            ("35", "Bretagne", "35 but Name"),
            ("38", "Bretagne", "38≠53"),
        ] {
            assert_eq!(departement(code, name), expected, "{code} {name}");
        }
    }

    #[test]
    fn totals_and_parts_and_places_outside_are_known_by_either() {
        for (code, name, expected) in [
            ("", "Total Bretagne", "total 53"),
            ("53", "Bretagne", "total 53"),
            ("99", "France", "total France"),
            ("Total", "", "total France"),
            ("", "", "neither"),
            ("", "Nantes Sud", "neither"),
            ("975", "Saint-Pierre-et-Miquelon", "outside Saint-Pierre-et-Miquelon"),
            ("", "France métropolitaine", "outside France métropolitaine"),
            ("69M", "Métropole de Lyon", "Métropole de Lyon"),
            ("69D", "Rhône", "Rhône (hors métropole de Lyon)"),
            ("69", "Grand Lyon", "Métropole de Lyon"),
            ("69M", "Nouveau Rhône", "69≠69"),
            ("38", "Métropole de Lyon", "38≠69"),
        ] {
            assert_eq!(departement(code, name), expected, "{code} {name}");
        }
    }

    #[test]
    fn a_region_of_both_editions_is_the_same_in_columns_of_two() {
        let bretagne = paired(Level::Region, "53", "Bretagne");
        assert!(matches!(bretagne, Agreement::Same(id) if id.code().unwrap().as_str() == "53"));
        let alsace = paired(Level::Region, "42", "Alsace");
        assert!(matches!(alsace, Agreement::Same(id) if id.edition() == Some(Edition::Before2016)));
        assert!(matches!(paired(Level::Region, "42", "Bretagne"), Agreement::Disagree { .. }));
    }
}
