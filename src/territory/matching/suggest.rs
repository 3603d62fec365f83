//! What a value that was not recognised may be. Suggestions are never joined alone.

use std::fmt;

use crate::territory::{Edition, Level, TerritoryId, text::key};

use super::{
    RepairKind,
    cell::CellText,
    country::Country,
    division::{Division, Ground},
    gazetteer::Gazetteer,
    lookup::Lookup,
    names::code_and_name_apart,
};

/// A territory that a value may mean, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: TerritoryId,
    pub why: Why,
}

/// Why a territory is suggested, as the end of a French sentence through `Display`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// So many letters differ.
    Slip { letters: usize },
    /// It is a territory of the other edition, under this very code or name.
    OtherEdition(Edition),
    /// What the value means lies within it since the borders changed.
    PartOf,
    /// It would be this one, had that repair not been switched off.
    SwitchedOff(RepairKind),
    /// The value has a code and a name, of which only this one is known.
    OneOfTwo,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slip { letters: 1 } => f.write_str("une lettre de différence"),
            Self::Slip { letters } => write!(f, "{letters} lettres de différence"),
            Self::OtherEdition(Edition::Before2016) => {
                f.write_str("territoire du découpage d’avant 2016")
            }
            Self::OtherEdition(Edition::Since2016) => {
                f.write_str("territoire du découpage en vigueur depuis 2016")
            }
            Self::PartOf => f.write_str("territoire plus grand, qui le contient aujourd’hui"),
            Self::SwitchedOff(kind) => write!(f, "correction désactivée ({})", kind.label()),
            Self::OneOfTwo => f.write_str("le code et le nom ne désignent pas le même territoire"),
        }
    }
}

/// How far a name may be for its length: nothing is near to three letters.
fn slips_allowed(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// Never more than that many names that are equally near.
const MOST_CANDIDATES: usize = 3;

/// What a value that is nothing in `division` may be, the likeliest first.
pub(super) fn suggestions(cell: &CellText<'_>, division: Division) -> Vec<Candidate> {
    let other = of_the_other_edition(cell, division);
    if !other.is_empty() {
        return other;
    }
    let beside = code_and_name_apart(cell.name(), division).into_iter().filter_map(Lookup::found);
    let beside: Vec<Candidate> =
        beside.map(|(id, _)| Candidate { id, why: Why::OneOfTwo }).collect();
    if !beside.is_empty() {
        return beside;
    }
    near(cell, division)
}

/// The territory that a value names at another level, since a column may hold sub-totals;
/// `France` for the country.
pub(super) fn at_another_level(cell: &CellText<'_>, division: Division) -> Option<TerritoryId> {
    let is_bare_code = cell.code().is_some_and(|code| !code.says_its_level());
    if is_bare_code {
        return None;
    }
    if division.level != Level::France && cell.name().said.country == Some(Country::Whole) {
        return Some(TerritoryId::France);
    }
    let others = Division::ALL.into_iter().filter(|other| other.level != division.level);
    others.filter_map(|other| cell.look_up(other).found()).map(|(id, _)| id).next()
}

fn of_the_other_edition(cell: &CellText<'_>, division: Division) -> Vec<Candidate> {
    let Some(other) = division.other_edition() else { return Vec::new() };
    let Some((id, _)) = cell.look_up(other).found() else { return Vec::new() };
    let mut candidates = vec![Candidate { id, why: Why::OtherEdition(other.edition) }];
    let ground = Ground::of(id);
    let container = division.ids().into_iter().find(|id| ground.within(Ground::of(*id)));
    candidates.extend(container.map(|id| Candidate { id, why: Why::PartOf }));
    candidates
}

/// The names with the fewest letters of difference, if few enough.
fn near(cell: &CellText<'_>, division: Division) -> Vec<Candidate> {
    if cell.bare().len() > LONGEST_NAME || cell.code().is_some() {
        return Vec::new();
    }
    let name = cell.name().name();
    let wanted = key(name.after_level.as_ref().map_or(&name.words, |after| &after.words));
    let allowed = slips_allowed(wanted.chars().count());
    let mut near: Vec<(usize, TerritoryId)> = Vec::new();
    for (name, id) in Gazetteer::official().spelled(division) {
        // A name can't be nearer than its length is.
        if name.len().abs_diff(wanted.len()) > allowed || near.iter().any(|(_, seen)| *seen == id) {
            continue;
        }
        let letters = strsim::osa_distance(&wanted, name);
        // A name of four letters with one that differs is as much another name as a slip.
        if letters <= allowed.min(slips_allowed(name.len())) {
            near.push((letters, id));
        }
    }
    near.sort_unstable();
    let fewest = near.first().map_or(0, |(letters, _)| *letters);
    let nearest = near.into_iter().filter(|(letters, _)| *letters == fewest);
    let candidates = nearest.map(|(letters, id)| Candidate { id, why: Why::Slip { letters } });
    candidates.take(MOST_CANDIDATES).collect()
}

/// In bytes; beyond it, a text is a sentence.
const LONGEST_NAME: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(text: &str, division: Division) -> Vec<String> {
        let candidates = suggestions(&CellText::new(text), division);
        candidates.iter().filter_map(|c| Some(format!("{} {}", c.id.code()?, c.why))).collect()
    }

    #[test]
    fn a_slip_suggests_the_nearest_names() {
        let departements = Division::DEPARTEMENTS;
        assert_eq!(suggested("Isèr", departements), ["38 une lettre de différence"]);
        assert_eq!(suggested("Bouche du Rhone", departements), ["13 une lettre de différence"]);
        assert_eq!(suggested("Finistrèe", departements), ["29 une lettre de différence"]);
        assert_eq!(suggested("Dept de l’Isre", departements), ["38 une lettre de différence"]);
        assert_eq!(suggested("Côte-du-Nord", departements), ["22 une lettre de différence"]);
        for text in ["Bordeaux", "xyz", "", "Lo", "96", "un long texte qui parle de tout"] {
            assert_eq!(suggested(text, departements), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_region_that_merged_suggests_itself_then_the_one_it_is_in() {
        let expected = [
            "42 territoire du découpage d’avant 2016",
            "44 territoire plus grand, qui le contient aujourd’hui",
        ];
        assert_eq!(suggested("Alsace", Division::REGIONS), expected);
        assert_eq!(suggested("42", Division::REGIONS), expected);
        assert_eq!(suggested("Grand Est", Division::REGIONS_2011).len(), 1);
        assert_eq!(suggested("Caen", Division::ACADEMIES).len(), 2);
    }

    #[test]
    fn a_code_and_a_name_that_do_not_agree_are_suggested_apart() {
        let departements = Division::DEPARTEMENTS;
        let expected = ["38 le code et le nom ne désignent pas le même territoire"];
        assert_eq!(suggested("Isère 2011", departements), expected);
        assert_eq!(suggested("38 - Isèr", departements), expected);
    }

    #[test]
    fn sub_totals_are_known_by_their_level() {
        let level = |text, division| {
            at_another_level(&CellText::new(text), division).map(TerritoryId::level)
        };
        assert_eq!(level("Bretagne", Division::DEPARTEMENTS), Some(Level::Region));
        assert_eq!(level("FRANCE", Division::DEPARTEMENTS), Some(Level::France));
        assert_eq!(level("France métropolitaine", Division::DEPARTEMENTS), None);
        assert_eq!(level("R84", Division::DEPARTEMENTS), Some(Level::Region));
        assert_eq!(level("Isère", Division::REGIONS), Some(Level::Departement));
        assert_eq!(level("FR-ARA", Division::DEPARTEMENTS), Some(Level::Region));
        assert_eq!(level("84", Division::ACADEMIES), None, "a code alone says nothing");
    }
}
