//! Which schools a title, a sheet or the name of a file speaks of.

use super::{
    cut::split_words,
    subset::{Among, among, in_one_word, is_distinctive},
    words::{SECTORS, SMALL},
};
use crate::coverage::{
    Subset,
    school::Sector,
    vocabulary::{SectorWord, sector_word},
};

/// The schools in a text: « Les lycées professionnels publics équipés d’un ENT ».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::coverage::import) struct SchoolsSaid {
    /// Public or private ones.
    pub sector: Option<Sector>,
    /// Some of them.
    pub subset: Option<Subset>,
}

/// Beginnings of the nouns that a sector or a distinction is said of.
const NOUNS: [&str; 5] = ["lycee", "college", "etablissement", "secteur", "enseignement"];

impl SchoolsSaid {
    /// Reads them, each where all that the text says of it agrees. « Rapport public » and « plan
    /// rural » speak of no schools: a word counts right after its noun, or where it stands alone.
    pub fn read(text: &str) -> Self {
        let mut split = split_words(text);
        in_one_word(&mut split, text);
        let words: Vec<&str> = split.iter().map(String::as_str).collect();
        let runs = runs(&words);
        let sectors = runs.iter().map(|run| sector_word(&run.join(" ")));
        let subsets = runs.iter().map(|run| match among(run) {
            Among::Some(subset) => Some(subset),
            Among::All | Among::Unclear(_) => None,
        });
        let sector = match only(sectors) {
            Some(SectorWord::One(sector)) => Some(sector),
            Some(SectorWord::Both) | None => None,
        };
        Self { sector, subset: only(subsets) }
    }
}

/// The nouns of a text, each with what is said right after it.
fn runs<'a>(words: &'a [&'a str]) -> Vec<&'a [&'a str]> {
    let says = |word: &str| {
        SMALL.contains(&word) || SECTORS.contains(&word) || is_distinctive(word) || is_noun(word)
    };
    if !words.is_empty() && words.iter().all(|word| says(word) || is_a_number(word)) {
        return vec![words];
    }
    let mut runs = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if is_noun(words[at]) || matches!(words[at], "lp" | "lgt" | "lpo" | "segpa" | "erea") {
            let length = words[at..].iter().take_while(|word| says(word)).count();
            runs.push(&words[at..at + length.max(1)]);
            at += length.max(1);
        } else {
            at += 1;
        }
    }
    runs
}

fn is_noun(word: &str) -> bool {
    NOUNS.iter().any(|noun| word.starts_with(noun))
}

fn is_a_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The one thing that all which say something say.
fn only<T: PartialEq>(said: impl Iterator<Item = Option<T>>) -> Option<T> {
    let mut said = said.flatten();
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (Option<&'static str>, Option<String>) {
        let SchoolsSaid { sector, subset } = SchoolsSaid::read(text);
        (sector.map(Sector::label), subset.map(Subset::label))
    }

    #[test]
    fn a_text_says_of_which_schools_it_speaks() {
        for (text, sector, subset) in [
            ("Collèges publics équipés", Some("public"), None),
            ("Équipement des collèges privés sous contrat, 2011", Some("privé"), None),
            ("colleges_publics_2012", Some("public"), None),
            ("Publics", Some("public"), None),
            ("Privé 2012", Some("privé"), None),
            ("ENT dans les lycées professionnels publics", Some("public"), Some("professionnels")),
            ("Collèges REP+ équipés d’un ENT", None, Some("en REP+")),
            ("Secteur privé", Some("privé"), None),
            ("Enseignement public", Some("public"), None),
        ] {
            assert_eq!(said(text), (sector, subset.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn words_of_anything_else_say_nothing_of_schools() {
        for text in [
            "Rapport public sur les ENT dans les collèges",
            "Marché public 2011",
            "Plan numérique rural, collèges équipés",
            "Collèges publics et privés équipés",
            "Collèges publics, puis équipement des collèges privés",
            "Lycées généraux, technologiques et professionnels",
            "Formation professionnelle et ENT",
            "",
        ] {
            assert_eq!(said(text), (None, None), "{text}");
        }
    }
}
