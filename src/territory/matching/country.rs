//! The country as a whole, and the pieces of it that statistics count apart: « France entière »,
//! « France métropolitaine », « Outre-mer ».
//!
//! Metropolitan France is not France: a row of it is known, and is neither a territory of the map
//! nor the sum of all its rows. Tables word it in many ways (« Métropole », « France hors DOM »,
//! « FM », « DROM exclus »), so the words are read, not a list of phrases.

use super::piece::Piece;
use crate::territory::text::key;

/// What a text says of the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Country {
    /// All of it.
    Whole,
    /// A piece that has no outline here, by its name.
    Piece(&'static str),
}

const METROPOLE: Country = Country::Piece(Piece::Metropole.name());
const OVERSEAS: Country = Country::Piece(Piece::Overseas.name());
const WITHOUT_MAYOTTE: Country = Country::Piece(Piece::WithoutMayotte.name());

/// What is left out by name of a country without it, by the key of its name.
const LEFT_OUT: [(&str, Piece); 5] = [
    ("ilefrance", Piece::WithoutIleDeFrance),
    ("idf", Piece::WithoutIleDeFrance),
    ("paris", Piece::WithoutParis),
    ("corse", Piece::WithoutCorse),
    ("alsacemoselle", Piece::WithoutAlsaceMoselle),
];

/// What a word adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Term {
    France,
    Metropole,
    /// The overseas départements.
    Overseas,
    /// Other lands overseas, which no whole of this atlas counts.
    Collectivities,
    Mayotte,
    And,
    Except,
    /// « non compris » leaves out what « compris » adds.
    Not,
    /// Says nothing by itself: articles, « niveau », « départements ».
    Beside,
}

fn term(word: &str) -> Option<Term> {
    Some(match word {
        "france" | "francais" | "francaise" | "francaises" | "nation" | "national"
        | "nationale" | "nationaux" | "nationales" | "pays" | "fra" | "fr" | "fe" => Term::France,
        "metropole" | "metropolitain" | "metropolitaine" | "metropolitains" | "metropolitaines"
        | "metro" | "hexagone" | "hexagonal" | "hexagonale" | "fm" => Term::Metropole,
        "dom" | "doms" | "drom" | "droms" | "domtom" | "dromcom" | "outremer" | "ultramarin"
        | "ultramarins" | "ultramarine" | "ultramarines" => Term::Overseas,
        "tom" | "toms" | "com" | "coms" | "etranger" => Term::Collectivities,
        "mayotte" => Term::Mayotte,
        "et" | "plus" | "avec" | "compris" | "comprise" | "comprises" | "inclus" | "incluse"
        | "incluses" | "incluant" | "incl" => Term::And,
        "hors" | "sans" | "sauf" | "excepte" | "exceptes" | "exclu" | "exclus" | "exclue"
        | "exclues" | "excluant" => Term::Except,
        "non" => Term::Not,
        "le" | "la" | "les" | "l" | "de" | "du" | "des" | "d" | "en" | "y" | "entier"
        | "entiere" | "entiers" | "tout" | "toute" | "territoire" | "territoires" | "niveau"
        | "echelon" | "departement" | "departements" | "region" | "regions" | "academie"
        | "academies" | "collectivites" | "f" => Term::Beside,
        _ if is_year(word) => Term::Beside,
        _ => return None,
    })
}

/// Whether a word is a year, which dates a total and does not narrow it.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

/// What the words of a text say of the country; `None` when they speak of something else.
pub(super) fn country(words: &[String]) -> Option<Country> {
    if let [country, code] = words
        && (country.as_str(), code.as_str()) == ("fr", "d976")
    {
        // The code of the INSEE for France without its département 976.
        return Some(WITHOUT_MAYOTTE);
    }
    match terms(words) {
        Some(terms) => said_by(&terms),
        None => without_a_named_piece(words),
    }
}

/// Each word as a term; `None` where one is another word.
fn terms(words: &[String]) -> Option<Vec<Term>> {
    let mut terms = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some((word, after)) = rest.split_first() {
        (rest, terms) = match after.split_first() {
            Some((next, after)) if word == "outre" && next == "mer" => {
                terms.push(Term::Overseas);
                (after, terms)
            }
            _ => {
                terms.push(term(word)?);
                (after, terms)
            }
        };
    }
    Some(terms)
}

fn said_by(terms: &[Term]) -> Option<Country> {
    let has = |term| terms.contains(&term);
    let is_left_out = has(Term::Except) || (has(Term::Not) && has(Term::And));
    let of_country = has(Term::France) || has(Term::Metropole);
    if is_left_out {
        return match (has(Term::Overseas), has(Term::Mayotte)) {
            _ if !of_country => None,
            // « Métropole et DOM hors Mayotte ».
            (true, true) if has(Term::Metropole) => Some(WITHOUT_MAYOTTE),
            (true, _) => Some(METROPOLE),
            (false, true) => Some(WITHOUT_MAYOTTE),
            (false, false) if !has(Term::Collectivities) => None,
            (false, false) if has(Term::Metropole) => Some(METROPOLE),
            (false, false) => Some(Country::Whole),
        };
    }
    if has(Term::Metropole) {
        return if has(Term::Overseas) {
            Some(Country::Whole)
        } else {
            (!has(Term::Mayotte) && !has(Term::Collectivities)).then_some(METROPOLE)
        };
    }
    if has(Term::France) {
        let added = has(Term::Overseas) || has(Term::Mayotte) || has(Term::Collectivities);
        return match (added, has(Term::And)) {
            (true, false) => has(Term::Overseas).then_some(OVERSEAS),
            _ => Some(Country::Whole),
        };
    }
    (has(Term::Overseas) && !has(Term::Mayotte)).then_some(OVERSEAS)
}

/// « France hors Île-de-France ».
fn without_a_named_piece(words: &[String]) -> Option<Country> {
    let at = words.iter().position(|word| term(word) == Some(Term::Except))?;
    let (before, after) = (&words[..at], &words[at + 1..]);
    said_by(&terms(before)?)?;
    let left_out = key(after);
    let (_, piece) = LEFT_OUT.iter().find(|(known, _)| *known == left_out)?;
    Some(Country::Piece(piece.name()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::text::words;

    #[test]
    fn the_whole_country_is_told_from_its_pieces() {
        for (name, texts) in [
            (
                None,
                &[
                    "France",
                    "FRANCE ENTIÈRE",
                    "National",
                    "Niveau national",
                    "FE",
                    "FRANCE-F",
                    "France + DOM",
                    "France métropolitaine et DROM",
                    "Métropole + outre-mer",
                    "France y compris Mayotte",
                    "France (DOM inclus)",
                    "France 2011",
                    "FRA",
                    "France hors COM",
                    "Territoire national",
                    "les départements français",
                ][..],
            ),
            (
                Some("France métropolitaine"),
                &[
                    "France métropolitaine",
                    "FRANCE METRO",
                    "Métropole",
                    "FM",
                    "FRANCE-FM",
                    "France hexagonale",
                    "L’Hexagone",
                    "France hors DOM",
                    "France (hors outre-mer)",
                    "France, DROM exclus",
                    "France métropolitaine hors DOM",
                    "France (DOM non compris)",
                    "Départements métropolitains",
                ],
            ),
            (
                Some("Outre-mer"),
                &[
                    "Outre-mer",
                    "DOM",
                    "DROM",
                    "DOM-TOM",
                    "France d’outre-mer",
                    "Outremer",
                    "Départements d’outre-mer",
                    "DROM-COM",
                    "Départements et régions d’outre-mer",
                ],
            ),
            (
                Some("France hors Mayotte"),
                &[
                    "France hors Mayotte",
                    "FR-D976",
                    "Métropole et DOM hors Mayotte",
                    "France entière (hors Mayotte)",
                ],
            ),
            (
                Some("France hors Île-de-France"),
                &["France hors IDF", "France métropolitaine sans l’Île-de-France"],
            ),
        ] {
            let expected = name.map_or(Country::Whole, Country::Piece);
            for text in texts {
                assert_eq!(country(&words(text)), Some(expected), "{text}");
            }
        }
    }

    #[test]
    fn other_texts_say_nothing_of_the_country() {
        for text in [
            "",
            "Île-de-France",
            "Pays de la Loire",
            "Métropole de Lyon",
            "Mer",
            "Mayotte",
            "Éducation nationale",
            "les départements",
            "hors contrat",
            "2011",
            "Nord",
            "Hauts-de-France",
            "COM",
            "France hors Bordeaux",
        ] {
            assert_eq!(country(&words(text)), None, "{text:?}");
        }
    }
}
