//! What schools are counted for.

use serde::{Deserialize, Serialize};

use super::form::{Form, agreed, form};
use crate::{french::quoted, table::normalise};

/// What the schools of a map have, or do.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Counted {
    /// An ENT, unless a file or a person says otherwise.
    #[default]
    Ent,
    /// Something else, in words that follow « lycées »: « raccordés à la fibre ».
    Other(String),
}

/// Letters of the words that are kept: a title has to fit a page.
const LONGEST: usize = 100;

/// What may stand around words and is none of them.
const AROUND: [char; 6] = [' ', '\u{a0}', '.', ',', ';', ':'];

/// Pairs of quotes.
const QUOTES: [[char; 2]; 3] = [['«', '»'], ['“', '”'], ['"', '"']];

/// The subject of a map unless a file or a person says otherwise, as a title has it.
pub const EQUIPPED_WITH_AN_ENT: &str = "équipés d’un ENT";

impl Counted {
    /// What the name of a column says, where a person shows it for what it says: « Wi-Fi ». A
    /// figure with a name of its own keeps it: « Taux de réussite ».
    pub fn column(header: &str) -> Self {
        let words = tidied(header);
        let spaced = agreed(&words.replace('_', " "));
        match form(&spaced) {
            Form::Quantity => Self::Other(spaced),
            _ => Self::Other(format!("selon {}", quoted(&words))),
        }
    }

    /// What some words name, as a person types them or a header has them. « ENT » and « équipés
    /// d’un ENT » are the ENT, and so are no words at all.
    pub fn other(words: &str) -> Self {
        let words = tidied(words);
        if names_the_ent(&words) { Self::Ent } else { Self::Other(agreed(&words)) }
    }
}

/// On one line, with French apostrophes, without quotes around all of it.
fn tidied(words: &str) -> String {
    let plain: String =
        words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ").replace('\'', "’");
    let mut bare = plain.trim_matches(AROUND);
    for [open, close] in QUOTES {
        let inner = bare.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        // « A » et « B » is not one quotation.
        if let Some(inner) = inner.filter(|inner| !inner.contains([open, close])) {
            bare = inner.trim_matches(AROUND);
        }
    }
    match bare.char_indices().nth(LONGEST) {
        None => bare.to_owned(),
        Some((end, _)) => {
            let end = bare[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &bare[..end])
        }
    }
}

fn names_the_ent(words: &str) -> bool {
    let plain = normalise(words);
    // « Lycées équipés d’un ENT »: the schools are told elsewhere.
    let plain = ["lycees", "colleges", "etablissements"]
        .iter()
        .find_map(|schools| plain.strip_prefix(schools))
        .unwrap_or(&plain);
    let rest = ["equipes", "equipe", "pourvus", "dotes", "disposant", "ayant", "avec"]
        .iter()
        .find_map(|verb| plain.strip_prefix(verb));
    match rest {
        // « Équipés » of nothing in particular.
        Some("") => plain.starts_with("equipe"),
        Some(what) => {
            is_ent(["d'", "de"].iter().find_map(|of| what.strip_prefix(of)).unwrap_or(what))
        }
        None => plain.is_empty() || is_ent(plain),
    }
}

fn is_ent(plain: &str) -> bool {
    let what = ["un", "l'", "les", "des"].iter().find_map(|article| plain.strip_prefix(article));
    matches!(
        what.unwrap_or(plain),
        "ent" | "ents" | "espacenumeriquedetravail" | "espacesnumeriquesdetravail"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ent_has_many_names_and_is_one_subject() {
        for words in [
            "ENT",
            "",
            " équipés ",
            "Équipés d'un ENT",
            "équipé d’un ENT",
            "avec un ENT",
            "l'ENT",
            "dotés d’un espace numérique de travail",
            "Lycées équipés",
            "disposant d'un ENT",
            "« équipés d’un ENT »",
        ] {
            assert_eq!(Counted::other(words), Counted::Ent, "{words}");
        }
    }

    #[test]
    fn anything_else_keeps_its_words() {
        for (typed, kept) in [
            ("raccordés à la fibre", "raccordés à la fibre"),
            ("  Raccordés   à la\nfibre. ", "raccordés à la fibre"),
            ("raccordé à la fibre", "raccordés à la fibre"),
            ("équipés de tablettes", "équipés de tablettes"),
            ("équipés d'une salle", "équipés d’une salle"),
            ("« GAR »", "GAR"),
            ("Wi-Fi", "Wi-Fi"),
            ("selon « GAR »", "selon « GAR »"),
            ("\"GAR\"", "GAR"),
            ("entrés dans le projet", "entrés dans le projet"),
            ("avec tablettes", "avec tablettes"),
        ] {
            assert_eq!(Counted::other(typed), Counted::Other(kept.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_subject_that_was_saved_is_the_same_once_read() {
        for header in ["GAR", "taux de réussite au DNB", "Wi-Fi (« haut débit »)", "A_B", "«GAR»"]
        {
            let Counted::Other(words) = Counted::column(header) else { panic!("{header}") };
            assert_eq!(Counted::other(&words), Counted::column(header), "{header}");
            let spoken = words.matches('«').count();
            assert!(spoken < 2, "{words}");
        }
    }

    #[test]
    fn words_without_end_are_cut_between_two() {
        let Counted::Other(words) = Counted::other(&"très long ".repeat(100)) else { panic!() };
        assert!(words.chars().count() <= LONGEST + 1 && words.ends_with('…'), "{words}");
    }
}
