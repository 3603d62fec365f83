//! What the name of a column says of its level and edition.

use crate::territory::{Edition, Level, level_words::level_at_the_end, text::words};

/// What a header says; nothing where it is silent, or says two things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NamedByHeader {
    pub level: Option<Level>,
    pub edition: Option<Edition>,
}

/// What the word of a level is glued to: `codedep`, `libreg`.
const BEGINNINGS: [&str; 12] =
    ["code", "cod", "cd", "c", "nom", "libelle", "lib", "l", "num", "no", "insee", "id"];

/// Reads a header as `code_dep`, « Région (avant 2016) », `REGION_2016_CODE`.
pub(super) fn read_header(header: &str) -> NamedByHeader {
    let words = words(header);
    let mut levels = words.iter().enumerate().filter_map(|(index, word)| {
        // « Région académique » is a région.
        let follows_region = index > 0 && level_of(&words[index - 1]) == Some(Level::Region);
        level_of(word).filter(|_| !(follows_region && word.starts_with("academique")))
    });
    let level = levels.next().filter(|level| levels.all(|other| other == *level));
    // « Avant 2016 » says two things, and the word is the one to believe.
    let edition = agreed(&words, edition_of_word).or_else(|| agreed(&words, edition_of_year));
    NamedByHeader { level, edition }
}

/// « France » beside the name of a level, as in « départements de France », says nothing of it.
fn level_of(word: &str) -> Option<Level> {
    let named = level_at_the_end(word).filter(|(_, level)| *level != Level::France);
    let mut whole = named.filter(|(before, _)| before.is_empty() || BEGINNINGS.contains(before));
    whole.next().map(|(_, level)| level)
}

/// What the words that say something all say.
fn agreed(words: &[String], read: fn(&str) -> Option<Edition>) -> Option<Edition> {
    let mut said = words.iter().filter_map(|word| read(word));
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

fn edition_of_word(word: &str) -> Option<Edition> {
    match word {
        "ancien" | "ancienne" | "anciens" | "anciennes" | "avant" | "old" => {
            Some(Edition::Before2016)
        }
        "nouveau" | "nouvelle" | "nouveaux" | "nouvelles" | "new" | "depuis" => {
            Some(Edition::Since2016)
        }
        _ => None,
    }
}

/// The year of the list, as in `region_2011_code`.
fn edition_of_year(word: &str) -> Option<Edition> {
    match word.parse::<u16>() {
        Ok(1956..=2015) => Some(Edition::Before2016),
        Ok(2016..=2199) => Some(Edition::Since2016),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_names_a_level_in_many_ways() {
        for (header, level) in [
            ("code_departement", Some(Level::Departement)),
            ("Dépt", Some(Level::Departement)),
            ("CODEDEP", Some(Level::Departement)),
            ("Libelle_region", Some(Level::Region)),
            ("codreg", Some(Level::Region)),
            ("Région académique", Some(Level::Region)),
            ("Académie", Some(Level::Academie)),
            ("code", None),
            ("Régime", None),
            ("dépôt", None),
            ("Département et région", None),
        ] {
            assert_eq!(read_header(header).level, level, "{header}");
        }
    }

    #[test]
    fn a_header_may_name_an_edition() {
        let edition = |header| read_header(header).edition;
        assert_eq!(edition("region_2011_code"), Some(Edition::Before2016));
        assert_eq!(edition("Région (avant 2016)"), Some(Edition::Before2016));
        assert_eq!(edition("REGION_2016_CODE"), Some(Edition::Since2016));
        assert_eq!(edition("Nouvelle région"), Some(Edition::Since2016));
        assert_eq!(edition("academie_2024"), Some(Edition::Since2016));
        assert_eq!(edition("region"), None);
    }
}
