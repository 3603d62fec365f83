//! The other columns of a table, as witnesses of what a column of codes means.

use std::collections::{HashMap, HashSet};

use super::{
    division::{Division, Ground},
    names::{Gazetteer, read_name},
    reading::Reading,
    text::unwrapped,
};

/// Another column of the same table, row by row beside the values.
#[derive(Clone, Copy, Debug)]
pub struct Companion<'a> {
    pub header: &'a str,
    pub values: &'a [&'a str],
}

/// What one column says of each division of [`Division::ALL`], in pairs of values that differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Testimony {
    pub agree: [usize; 5],
    pub disagree: [usize; 5],
}

/// Rows heard, from all over the file, which may be sorted: they say all that the others would.
const MOST_ROWS: usize = 1_500;

/// Hears a companion; `None` when it does not name places, or agrees with nothing.
///
/// `found` gives the ground of a value under each division. A witness need not be of the same
/// level: beside 38, « Isère », « Auvergne-Rhône-Alpes », the UAI 0380001A and the postal code
/// 38000 agree.
pub(super) fn hear(
    values: &[&str],
    found: impl Fn(&str) -> [Option<Ground>; 5],
    companion: &Companion<'_>,
) -> Option<Testimony> {
    let mut known: HashMap<&str, Vec<Ground>> = HashMap::new();
    let mut heard: HashSet<(&str, &str)> = HashSet::new();
    let mut testimony = Testimony::default();
    let (mut pairs, mut readable) = (0_usize, 0_usize);
    let step = values.len().div_ceil(MOST_ROWS).max(1);
    for (value, said) in values.iter().zip(companion.values).step_by(step) {
        if said.trim().is_empty() || !heard.insert((value, said)) {
            continue;
        }
        let grounds = known.entry(said).or_insert_with(|| grounds_said_by(said));
        pairs += 1;
        readable += usize::from(!grounds.is_empty());
        if grounds.is_empty() {
            continue;
        }
        for (index, ground) in found(value).into_iter().enumerate() {
            let Some(ground) = ground else { continue };
            if grounds.iter().any(|said| said.agrees_with(ground)) {
                testimony.agree[index] += 1;
            } else {
                testimony.disagree[index] += 1;
            }
        }
    }
    let reliable = |index: usize| {
        let (agree, disagree) = (testimony.agree[index], testimony.disagree[index]);
        agree > 0 && agree >= 4 * disagree
    };
    (readable * 2 >= pairs && (0..5).any(reliable)).then_some(testimony)
}

/// The places that a text may be in: by name at any level, or by the beginning of a UAI, of a
/// postal code or of a commune code. A code alone is no witness: it is what is in doubt.
fn grounds_said_by(text: &str) -> Vec<Ground> {
    let (text, _) = unwrapped(text);
    if let Some(departement) = departement_of_number(text) {
        let codes: &[&str] = if departement == "20" { &["2A", "2B"] } else { &[departement] };
        let ids = codes.iter().filter_map(|code| Division::DEPARTEMENTS.territory(code));
        let ground = ids.map(Ground::of).fold(Ground::default(), Ground::and);
        return if ground.is_empty() { Vec::new() } else { vec![ground] };
    }
    if !text.chars().any(char::is_alphabetic) {
        return Vec::new();
    }
    let readings = Division::ALL.map(|division| read_name(text, division, Gazetteer::official()));
    let mut grounds: Vec<Ground> = readings
        .into_iter()
        .filter_map(|reading| match reading {
            Reading::Found { id, .. } => Some(Ground::of(id)),
            Reading::Several(ids) => {
                Some(ids.into_iter().map(Ground::of).fold(Ground::default(), Ground::and))
            }
            Reading::Outside(_) | Reading::Nothing => None,
        })
        .collect();
    grounds.sort_unstable();
    grounds.dedup();
    grounds
}

/// The département of a UAI (seven digits and a letter; 620 and 720 are the two of Corsica), of a
/// postal code or of a commune code (five characters).
fn departement_of_number(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    match bytes {
        [number @ .., letter] if number.len() == 7 && digits(number) => {
            let known = letter.is_ascii_alphabetic();
            known.then(|| match &text[..3] {
                "620" => "2A",
                "720" => "2B",
                overseas if overseas.starts_with("97") => overseas,
                padded => &padded[1..],
            })
        }
        [b'9', b'7' | b'8', rest @ ..] if rest.len() == 3 && digits(rest) => Some(&text[..3]),
        [b'2', b'A' | b'B', rest @ ..] if rest.len() == 3 && digits(rest) => Some(&text[..2]),
        _ => (bytes.len() == 5 && digits(bytes)).then(|| &text[..2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_witness_need_not_be_of_the_same_level() {
        let isere = Ground::of(Division::DEPARTEMENTS.territory("38").unwrap());
        for text in ["Isère", "ISERE", "Auvergne-Rhône-Alpes", "Académie de Grenoble", "0380001A"]
        {
            assert!(grounds_said_by(text).iter().any(|g| g.agrees_with(isere)), "{text}");
        }
        for text in ["38000", "38185", "Rhône-Alpes"] {
            assert!(grounds_said_by(text).iter().any(|g| g.agrees_with(isere)), "{text}");
        }
        for text in ["Ain", "0010001A", "01000", "", "38", "Lyon 3e"] {
            assert!(!grounds_said_by(text).iter().any(|g| g.agrees_with(isere)), "{text}");
        }
    }

    #[test]
    fn numbers_begin_with_their_departement() {
        for (text, code) in [
            ("0380001A", Some("38")),
            ("6200001A", Some("2A")),
            ("7200001A", Some("2B")),
            ("9740001A", Some("974")),
            ("97426", Some("974")),
            ("2A004", Some("2A")),
            ("20000", Some("20")),
            ("1234", None),
            ("123456", None),
            ("éééé", None),
        ] {
            assert_eq!(departement_of_number(text), code, "{text}");
        }
    }
}
