//! Words that stand for a value that is not there, and why it is not.
//!
//! The signs are those of the INSEE and of the ministry's statistics (`nd`, `s`, `ns`, `///`,
//! `…`), those of spreadsheets (`#N/A`), and what people write. A dash is not a zero here, though
//! some old tables wrote it so: missing is never zero.

use std::borrow::Cow;

use crate::{coverage::MissingReason, table::normalise};

/// What a cell without a value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingWord {
    pub reason: MissingReason,
    /// What the sign means, in French: « non communiqué ».
    pub gloss: &'static str,
}

/// The signs, without case, accents, spaces, hyphens and full stops.
const WORDS: [(&str, MissingReason, &str); 50] = [
    ("nd", MissingReason::NonDocumente, "non disponible"),
    ("nondocumente", MissingReason::NonDocumente, "non documenté"),
    ("nondisponible", MissingReason::NonDocumente, "non disponible"),
    ("indisponible", MissingReason::NonDocumente, "non disponible"),
    ("donneenondisponible", MissingReason::NonDocumente, "non disponible"),
    ("inconnu", MissingReason::NonDocumente, "inconnu"),
    ("?", MissingReason::NonDocumente, "inconnu"),
    ("…", MissingReason::NonDocumente, "résultat non disponible"),
    ("nc", MissingReason::NonRenseigne, "non communiqué"),
    ("noncommunique", MissingReason::NonRenseigne, "non communiqué"),
    ("nr", MissingReason::NonRenseigne, "non renseigné"),
    ("nonrenseigne", MissingReason::NonRenseigne, "non renseigné"),
    ("nsp", MissingReason::NonRenseigne, "ne sait pas"),
    ("ns", MissingReason::NonRenseigne, "non significatif"),
    ("nonsignificatif", MissingReason::NonRenseigne, "non significatif"),
    ("na", MissingReason::NonRenseigne, "non applicable ou non disponible"),
    ("n/a", MissingReason::NonRenseigne, "non applicable ou non disponible"),
    ("nan", MissingReason::NonRenseigne, "vide, écrit par un programme"),
    ("null", MissingReason::NonRenseigne, "vide, écrit par un programme"),
    ("none", MissingReason::NonRenseigne, "vide, écrit par un programme"),
    ("(vide)", MissingReason::NonRenseigne, "vide, écrit par un tableur"),
    ("(blank)", MissingReason::NonRenseigne, "vide, écrit par un tableur"),
    ("vide", MissingReason::NonRenseigne, "vide"),
    ("manquant", MissingReason::NonRenseigne, "manquant"),
    (":", MissingReason::NonDocumente, "non disponible"),
    ("/", MissingReason::NonRenseigne, "sans valeur"),
    ("//", MissingReason::NonRenseigne, "sans valeur"),
    ("#n/a", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#na", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#ref!", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#valeur!", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#value!", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#div/0!", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#nom?", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#name?", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#nombre!", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#num!", MissingReason::NonRenseigne, "erreur de tableur"),
    ("#nul!", MissingReason::NonRenseigne, "erreur de tableur"),
    ("s", MissingReason::SecretStatistique, "secret statistique"),
    ("ss", MissingReason::SecretStatistique, "secret statistique"),
    ("secret", MissingReason::SecretStatistique, "secret statistique"),
    ("secretstatistique", MissingReason::SecretStatistique, "secret statistique"),
    ("so", MissingReason::SansObjet, "sans objet"),
    ("sansobjet", MissingReason::SansObjet, "sans objet"),
    ("nonconcerne", MissingReason::SansObjet, "non concerné"),
    ("///", MissingReason::SansObjet, "absence due à la nature des choses"),
    ("hp", MissingReason::HorsPerimetre, "hors périmètre"),
    ("horsperimetre", MissingReason::HorsPerimetre, "hors périmètre"),
    ("horschamp", MissingReason::HorsPerimetre, "hors champ"),
    ("valeurscontradictoires", MissingReason::Contradictoire, "valeurs contradictoires"),
];

/// The letters with which these words begin, a bit for each.
const INITIALS: u32 = {
    let (mut letters, mut rank) = (0, 0);
    while rank < WORDS.len() {
        let first = WORDS[rank].0.as_bytes()[0];
        if first.is_ascii_lowercase() {
            letters |= 1 << (first - b'a');
        }
        rank += 1;
    }
    letters
};

/// Why a cell has no value; `None` when it may have one. Only whole cells count: « s » is a sign,
/// « s. » too, « sur devis » is a text.
pub fn missing_word(cell: &str) -> Option<MissingWord> {
    if cell.as_bytes().first().is_some_and(|first| opens_a_value(*first)) {
        return None;
    }
    let plain = normalise(cell);
    let says = |reason, gloss| Some(MissingWord { reason, gloss });
    match plain.as_ref() {
        "" if cell.trim().is_empty() => {
            return says(MissingReason::NonRenseigne, "cellule vide");
        }
        // Hyphens and dashes of every width leave nothing.
        "" => return says(MissingReason::NonRenseigne, "tiret"),
        dots if dots.bytes().all(|b| b == b'.') => {
            return says(MissingReason::NonDocumente, "résultat non disponible");
        }
        _ => {}
    }
    let sign = match plain.contains('.') {
        true => Cow::Owned(plain.replace('.', "")),
        false => Cow::Borrowed(plain.as_ref()),
    };
    let known = WORDS.iter().find(|(word, ..)| *word == sign || *word == plain)?;
    Some(MissingWord { reason: known.1, gloss: known.2 })
}

/// Whether no word begins so: most cells are numbers, or words that another letter begins.
fn opens_a_value(first: u8) -> bool {
    let letter = first.to_ascii_lowercase();
    first.is_ascii_digit() || (letter.is_ascii_lowercase() && INITIALS >> (letter - b'a') & 1 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sign_has_its_reason() {
        use MissingReason::*;
        for (cells, reason) in [
            (&["nd", "ND", "n.d.", "N. D.", "…", "...", "?", "non disponible"][..], NonDocumente),
            (
                &["NC", "n.c.", "nr", "#N/A", "#REF!", "#DIV/0!", "", " ", "-", "–", "ns", "n/a"],
                NonRenseigne,
            ),
            (&["s", "S", "secret", "Secret statistique"], SecretStatistique),
            (&["so", "s.o.", "Sans objet", "///"], SansObjet),
            (&["hors périmètre"], HorsPerimetre),
        ] {
            for cell in cells {
                assert_eq!(missing_word(cell).map(|word| word.reason), Some(reason), "{cell:?}");
            }
        }
    }

    #[test]
    fn each_word_is_read_as_it_stands_in_the_list() {
        for (word, reason, _) in WORDS {
            for cell in [word.to_owned(), word.to_uppercase(), format!(" {word}")] {
                assert_eq!(missing_word(&cell).map(|said| said.reason), Some(reason), "{cell:?}");
            }
        }
    }

    #[test]
    fn a_value_is_not_missing() {
        for cell in ["0", "0 %", "-1", "Nord", "oui", "non", "sud", "1..5", "#1"] {
            assert_eq!(missing_word(cell), None, "{cell:?}");
        }
    }
}
