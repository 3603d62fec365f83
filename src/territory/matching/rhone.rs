//! The two parts of the département of Rhône.
//!
//! Since 1 January 2015 the metropolis of Lyon runs its own collèges, and lists give it apart from
//! the « nouveau Rhône »: `69M` and `69D` in the codes of the INSEE. The outline here is that of
//! both together, `69`.

/// What a text says within the Rhône.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WithinRhone {
    /// « Rhône et Métropole de Lyon ».
    Whole,
    /// One of the two parts, by its name.
    Part(&'static str),
}

const METROPOLIS: WithinRhone = WithinRhone::Part("Métropole de Lyon");
const REST: WithinRhone = WithinRhone::Part("Rhône (hors métropole de Lyon)");

/// The part that an official code names.
pub(super) fn part_of_code(code: &str) -> Option<&'static str> {
    match code {
        "69M" => part_name(METROPOLIS),
        "69D" => part_name(REST),
        _ => None,
    }
}

fn part_name(part: WithinRhone) -> Option<&'static str> {
    match part {
        WithinRhone::Part(name) => Some(name),
        WithinRhone::Whole => None,
    }
}

/// What the words of a name say of the parts; `None` for « Rhône » alone, which is the whole, and
/// for « Rhône - Métropole de Lyon », which may be the whole or the metropolis.
pub(super) fn within_rhone(words: &[String]) -> Option<WithinRhone> {
    let has = |some: &[&str]| words.iter().any(|word| some.contains(&word.as_str()));
    let known = |word: &String| {
        is_of_lyon(word)
            || is_of_rhone(word)
            || is_without(word)
            || is_together(word)
            || is_article(word)
    };
    if !words.iter().all(known) {
        return None;
    }
    let lyon =
        has(&["metropole", "grand"]) || (has(&["lyon"]) && words.iter().any(|w| is_without(w)));
    let rhone = has(&["rhone"]);
    let without = words.iter().any(|word| is_without(word));
    let together = words.iter().any(|word| is_together(word));
    match (rhone, lyon) {
        (true, true) if without => Some(REST),
        (true, true) if together => Some(WithinRhone::Whole),
        (true, false) if has(&["nouveau"]) => Some(REST),
        (false, true) if has(&["lyon", "lyonnaise"]) && !without => Some(METROPOLIS),
        _ => None,
    }
}

fn is_of_lyon(word: &str) -> bool {
    matches!(word, "metropole" | "grand" | "lyon" | "lyonnaise")
}

fn is_of_rhone(word: &str) -> bool {
    matches!(word, "rhone" | "nouveau" | "departement" | "dept" | "dep")
}

fn is_without(word: &str) -> bool {
    matches!(word, "hors" | "sans" | "exclue" | "excepte")
}

fn is_together(word: &str) -> bool {
    matches!(word, "et" | "avec" | "compris" | "comprise" | "incluse" | "inclus" | "plus")
}

fn is_article(word: &str) -> bool {
    matches!(word, "le" | "la" | "l" | "de" | "du" | "d" | "y")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::text::words;

    #[test]
    fn the_parts_are_told_from_the_whole() {
        for (expected, texts) in [
            (
                METROPOLIS,
                &[
                    "Métropole de Lyon",
                    "METROPOLE LYON",
                    "Grand Lyon",
                    "Lyon Métropole",
                    "Métropole du Grand Lyon",
                    "Métropole lyonnaise",
                ][..],
            ),
            (
                REST,
                &[
                    "Nouveau Rhône",
                    "Rhône (hors métropole)",
                    "Rhône hors Métropole de Lyon",
                    "Rhône sans le Grand Lyon",
                    "Département du Rhône (hors Lyon)",
                    "Rhône (nouveau)",
                ],
            ),
            (
                WithinRhone::Whole,
                &[
                    "Rhône et Métropole de Lyon",
                    "Rhône + Grand Lyon",
                    "Rhône (y compris la métropole de Lyon)",
                    "Rhône, métropole incluse",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(within_rhone(&words(text)), Some(expected), "{text}");
            }
        }
        for text in [
            "Rhône",
            "Lyon",
            "Métropole",
            "Rhône-Alpes",
            "Rhône (Métropole de Lyon)",
            "Métropole de Lille",
            "Grand Est",
            "Nouveau",
        ] {
            assert_eq!(within_rhone(&words(text)), None, "{text}");
        }
    }
}
