//! What a value that was not recognised may be. Suggestions are never joined alone.

use std::fmt;

use crate::territory::{Edition, Level, TerritoryId};

use super::{
    RepairKind, Repairs,
    codes::looks_like_a_code,
    division::{Division, Ground},
    names::{Gazetteer, code_and_name_readings, name_words},
    reading::{Reading, read},
    text::{key, unwrapped, words},
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
    /// The metropolis of Lyon stands within the département of Rhône.
    Metropolis,
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
            Self::Metropolis => f.write_str("la métropole de Lyon est dans le Rhône"),
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
pub(super) fn suggestions(text: &str, division: Division) -> Vec<Candidate> {
    let (bare, _) = unwrapped(text);
    let other = of_the_other_edition(bare, division);
    if !other.is_empty() {
        return other;
    }
    if let Some(id) = metropolis_of_lyon(bare, division) {
        return vec![Candidate { id, why: Why::Metropolis }];
    }
    let beside = code_and_name_readings(bare, division).into_iter().filter_map(found);
    let beside: Vec<Candidate> =
        beside.map(|(id, _)| Candidate { id, why: Why::OneOfTwo }).collect();
    if !beside.is_empty() {
        return beside;
    }
    near(bare, division)
}

/// The territory that a value names at another level, since a column may hold sub-totals;
/// `France` for a total.
pub(super) fn at_another_level(text: &str, division: Division) -> Option<TerritoryId> {
    let (bare, _) = unwrapped(text);
    if looks_like_a_code(bare) && !bare.contains('-') {
        return None;
    }
    if division.level != Level::France && Gazetteer::official().is_france(bare) {
        return Some(TerritoryId::France);
    }
    let others = Division::ALL.into_iter().filter(|other| other.level != division.level);
    others.filter_map(|other| found(read(bare, other))).map(|(id, _)| id).next()
}

fn of_the_other_edition(text: &str, division: Division) -> Vec<Candidate> {
    let Some(other) = division.other_edition() else { return Vec::new() };
    let Some((id, _)) = found(read(text, other)) else { return Vec::new() };
    let mut candidates = vec![Candidate { id, why: Why::OtherEdition(other.edition) }];
    let ground = Ground::of(id);
    let container = division.ids().into_iter().find(|id| ground.within(Ground::of(*id)));
    candidates.extend(container.map(|id| Candidate { id, why: Why::PartOf }));
    candidates
}

fn found(reading: Reading) -> Option<(TerritoryId, Repairs)> {
    match reading {
        Reading::Found { id, repairs } => Some((id, repairs)),
        _ => None,
    }
}

/// The metropolis runs its collèges since 2015 and has codes of its own, without an outline here.
fn metropolis_of_lyon(text: &str, division: Division) -> Option<TerritoryId> {
    let names = ["69m", "069m", "69d", "069d", "metropolelyon", "grandlyon", "nouveaurhone"];
    let known = names.contains(&key(&words(text)).as_str());
    (known && division.level == Level::Departement)
        .then(|| Division::DEPARTEMENTS.territory("69"))
        .flatten()
}

/// The names with the fewest letters of difference, if few enough.
fn near(text: &str, division: Division) -> Vec<Candidate> {
    if text.len() > LONGEST_NAME || looks_like_a_code(text) {
        return Vec::new();
    }
    let wanted = key(&name_words(text, division));
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
        let candidates = suggestions(text, division);
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
        let [one] = &suggestions("Isère 2011", Division::DEPARTEMENTS)[..] else { panic!() };
        assert_eq!(one.why, Why::OneOfTwo);
        assert_eq!(suggestions("38 - Isèr", Division::DEPARTEMENTS).len(), 1);
        assert_eq!(suggestions("69M", Division::DEPARTEMENTS)[0].why, Why::Metropolis);
    }

    #[test]
    fn sub_totals_are_known_by_their_level() {
        let level = |text, division| at_another_level(text, division).map(TerritoryId::level);
        assert_eq!(level("Bretagne", Division::DEPARTEMENTS), Some(Level::Region));
        assert_eq!(level("TOTAL", Division::DEPARTEMENTS), Some(Level::France));
        assert_eq!(level("Isère", Division::REGIONS), Some(Level::Departement));
        assert_eq!(level("FR-ARA", Division::DEPARTEMENTS), Some(Level::Region));
        assert_eq!(level("84", Division::ACADEMIES), None, "a code alone says nothing");
    }
}
