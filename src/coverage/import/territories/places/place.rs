//! Where a row is.

use std::collections::BTreeMap;

use crate::{
    coverage::{import::unmatched::NotJoined, vocabulary::missing_word},
    territory::{
        TerritoryId,
        matching::{Match, whole_named},
    },
};

/// Where a row is.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::coverage::import) enum RowPlace {
    /// A territory of the map.
    On(TerritoryId),
    /// One of two parts of a territory of the map, which add up: « 69D ».
    PartOf {
        /// The whole.
        whole: TerritoryId,
        /// The part.
        name: &'static str,
    },
    /// The row adds others up.
    Total {
        /// What it adds up.
        of: TerritoryId,
        /// Its wording says that it is a total (« Total France »): of the rows of the file, all of
        /// France or not.
        is_worded: bool,
    },
    /// A place that the atlas has no outline of.
    Outside(&'static str),
    /// A code and a name of two places: neither is believed.
    Disagree {
        /// The place of the code.
        code: TerritoryId,
        /// That of the name, where it is one of the same level.
        named: Option<TerritoryId>,
        /// The name, as the file has it.
        name: String,
        /// Both cells: a person pairs the rows that have these two, and no others.
        cells: String,
    },
    /// Nothing names its place.
    Blank,
    /// Its place is not known.
    Unknown {
        /// As the file has it.
        value: String,
        /// What it may be.
        why: NotJoined,
    },
}

/// The place of a row from one or two columns that name it. A blank beside a known code or name, or
/// a sign of no value, takes nothing away; two that are known and differ are both refused.
pub(super) fn place_of(
    value: &str,
    found: &Match,
    beside: Option<(&str, &Match)>,
    total: impl Fn() -> Option<RowPlace>,
) -> RowPlace {
    let other = beside.and_then(|(_, found)| found.territory());
    match (found, other) {
        (Match::Exact(id) | Match::Repaired { id, .. }, Some(other))
            if id.code() != other.code() || id.level() != other.level() =>
        {
            let name = beside.map_or("", |(value, _)| value).to_owned();
            let named = (id.level() == other.level()).then_some(other);
            let cells = both_cells(value, &name);
            RowPlace::Disagree { code: *id, named, name, cells }
        }
        (Match::Exact(id) | Match::Repaired { id, .. }, _) => RowPlace::On(*id),
        (Match::Part { whole, name }, _) => RowPlace::PartOf { whole: *whole, name },
        (Match::Empty, Some(other)) => RowPlace::On(other),
        (Match::None | Match::Suggested { .. }, Some(other)) if missing_word(value).is_some() => {
            RowPlace::On(other)
        }
        (Match::OtherLevel(id), _) => {
            total().unwrap_or(RowPlace::Total { of: *id, is_worded: false })
        }
        // « Total » beside the name of a région is that of its rows.
        (Match::Total(TerritoryId::France), _) if let Some(total) = total() => total,
        (Match::Total(of), _) => RowPlace::Total { of: *of, is_worded: true },
        (Match::Outside { name }, _) => RowPlace::Outside(name),
        (found, _) => {
            if let Some((value, Match::Outside { name })) = beside
                && !value.is_empty()
            {
                return RowPlace::Outside(name);
            }
            if let Some((value, found)) = beside
                && let Some(of) = whole_named(value)
            {
                let is_worded = !matches!(found, Match::OtherLevel(_));
                return RowPlace::Total { of, is_worded };
            }
            match found {
                Match::Empty => total().unwrap_or(RowPlace::Blank),
                found => RowPlace::Unknown {
                    value: value.to_owned(),
                    why: why_not(found).unwrap_or(NotJoined::Unknown),
                },
            }
        }
    }
}

/// A code and the name beside it, as one value: « 38 · Ain ».
pub(super) fn both_cells(code: &str, name: &str) -> String {
    format!("{code} · {name}")
}

/// Believes what a person said of rows whose code and name disagree.
pub(super) fn settle_by_hand(of_rows: &mut [RowPlace], pairings: &BTreeMap<String, TerritoryId>) {
    for place in of_rows {
        if let RowPlace::Disagree { cells, .. } = place
            && let Some(territory) = pairings.get(cells)
        {
            *place = RowPlace::On(*territory);
        }
    }
}

/// Why a value is not joined; `None` when it is.
pub(super) fn why_not(outcome: &Match) -> Option<NotJoined> {
    Some(match outcome {
        Match::Exact(_) | Match::Repaired { .. } | Match::Part { .. } => return None,
        Match::Suggested { candidates } => NotJoined::Suggested(candidates.clone()),
        Match::Ambiguous { candidates } => NotJoined::Ambiguous(candidates.clone()),
        Match::OtherLevel(id) | Match::Total(id) => NotJoined::OtherLevel(*id),
        Match::Outside { name } => NotJoined::Outside(name),
        Match::Empty => NotJoined::Empty,
        Match::None => NotJoined::Unknown,
    })
}
