//! The name of the file of a map: no two maps that differ in what they show have one name.

use super::MapName;
use crate::{
    coverage::{Counted, Measure, SchoolType, Unit, edition_at, school::Sector},
    project::fold::fold,
    territory::{Level, Registry, TerritoryId},
};

/// Letters of the words of a subject or of a perimeter that a name keeps.
const LONGEST: usize = 48;

/// What a name itself says: words that hold one of these could be taken for it.
const OWN_WORDS: [&str; 8] =
    ["ent", "usage", "lycees", "colleges", "france", "region", "academie", "departement"];

impl MapName {
    /// Without extension: `ent-lycees-region-2011-10-31`,
    /// `raccordes-a-la-fibre-colleges-publics-region-bretagne-sans-date`.
    pub fn file_name(&self) -> String {
        let subject = &self.subject;
        let some = |text: &str| Some(text.to_owned());
        let parts = [
            Some(match &subject.counted {
                Counted::Ent => "ent".to_owned(),
                Counted::Other(words) => distinct_slug(words),
            }),
            (subject.measure == Measure::Usage).then(|| "usage".to_owned()),
            some(match subject.school_type {
                SchoolType::Lycee => "lycees",
                SchoolType::College => "colleges",
            }),
            match subject.sector {
                None => None,
                Some(Sector::Public) => some("publics"),
                Some(Sector::Prive) => some("prives"),
            },
            // « REP » and « REP+ » are two.
            subject.subset.map(|subset| slug(&subset.label().replace('+', " plus"))),
            // Left out is the rule.
            (subject.agricultural == Some(true) && subject.school_type == SchoolType::Lycee)
                .then(|| "avec-agricoles".to_owned()),
            self.own_perimeter().map(|words| format!("champ-{}", distinct_slug(words))),
            Some(self.where_slug()),
            match subject.unit {
                Unit::Share => None,
                Unit::Schools => some("nombre"),
                Unit::Stage => some("stade"),
            },
            self.unusual_borders(),
            Some(self.date.map_or_else(|| "sans-date".to_owned(), |day| day.to_string())),
            self.fictitious.then(|| "fictif".to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("-")
    }

    /// The perimeter, where it says more than what the name has already.
    fn own_perimeter(&self) -> Option<&str> {
        let told = self.subject.perimeter.as_str();
        // All schools, as where nothing is told.
        let all = told.is_empty() || told == "public et privé";
        (!all && self.subject.filters().is_none_or(|filters| filters != told)).then_some(told)
    }

    /// `region`, `region-bretagne`, `departement-isere`.
    fn where_slug(&self) -> String {
        let level = level_slug(self.level);
        let Some(place) = Registry::official().get(self.place).filter(|_| !self.is_whole()) else {
            return level.to_owned();
        };
        let place = format!("{}-{}", level_slug(self.place.level()), slug(&place.name));
        // A place shows its départements, unless it is asked for something else.
        if self.level == Level::Departement { place } else { format!("{place}-par-{level}") }
    }

    fn is_whole(&self) -> bool {
        self.place == TerritoryId::France
    }

    /// The borders, where they are not those of the date.
    fn unusual_borders(&self) -> Option<String> {
        let unusual = self.borders().is_some() && self.edition != edition_at(self.date);
        unusual.then(|| format!("limites-{}", slug(self.edition.label())))
    }
}

fn level_slug(level: Level) -> &'static str {
    match level {
        Level::France => "france",
        Level::Region => "region",
        Level::Academie => "academie",
        Level::Departement => "departement",
    }
}

/// Small letters and hyphens.
fn slug(text: &str) -> String {
    fold(text).replace(' ', "-")
}

/// The same, and a mark of the very words where small letters alone would not tell them from
/// others: cut short, with signs that a file name can't have, or like what the name says itself.
fn distinct_slug(words: &str) -> String {
    let whole = slug(words);
    let short: String = whole.chars().take(LONGEST).collect();
    let plain = words.chars().all(|c| c.is_alphanumeric() || " -’'".contains(c));
    let own = whole.split('-').any(|word| OWN_WORDS.contains(&word));
    if plain && !own && short == whole && !whole.is_empty() {
        return whole;
    }
    let mark = mark(words);
    [short.trim_matches('-'), &mark]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// Eight figures that follow from a text (FNV-1a), the same on every machine.
fn mark(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_small_letters_cannot_tell_apart_have_a_mark() {
        assert_eq!(distinct_slug("raccordés à la fibre"), "raccordes-a-la-fibre");
        assert_eq!(distinct_slug("équipés d’une salle"), "equipes-d-une-salle");
        for (one, other) in [
            ("C", "C++"),
            ("%", "€"),
            ("fibre", "fibre usage"),
            ("fibre, lycées publics", "fibre"),
            (&"très ".repeat(40), &"très ".repeat(41)),
        ] {
            assert_ne!(distinct_slug(one), distinct_slug(other));
        }
        let long = distinct_slug(&"mot ".repeat(60));
        assert!(long.len() <= LONGEST + 9 && long.is_ascii(), "{long}");
    }
}
