//! The other columns of a table, as witnesses of what a column of codes means.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::territory::text::unwrapped;

use super::{
    division::{Division, Ground},
    hypotheses::COUNT,
    lookup::Lookup,
    name_text::NameText,
    names::look_up_name,
};

/// Another column of the same table, row by row beside the values.
#[derive(Clone, Copy, Debug)]
pub struct Companion<'a> {
    pub header: &'a str,
    pub values: &'a [&'a str],
}

/// How many pairs of values one column agrees or disagrees on under each hypothesis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PairCounts {
    pub agree: [usize; COUNT],
    pub disagree: [usize; COUNT],
}

impl PairCounts {
    /// Whether most pairs speak against a hypothesis.
    pub fn contradict(&self, hypothesis: usize) -> bool {
        self.disagree[hypothesis] > self.agree[hypothesis]
    }

    /// Whether nearly all pairs speak for it.
    pub fn confirm(&self, hypothesis: usize) -> bool {
        self.agree[hypothesis] > 4 * self.disagree[hypothesis]
    }
}

/// Rows compared, from all over the file, which may be sorted: they say all that the others would.
const MOST_ROWS: usize = 1_500;

/// Counts the pairs of a companion; `None` when it does not name places, or agrees with nothing.
///
/// `grounds` gives the ground of a value under each hypothesis. A companion need not be of the
/// same level: beside 38, « Isère », « Auvergne-Rhône-Alpes », the UAI 0380001A and the postal
/// code 38000 agree.
pub(super) fn compare(
    values: &[&str],
    grounds: impl Fn(&str) -> [Option<Ground>; COUNT],
    companion: &Companion<'_>,
) -> Option<PairCounts> {
    let mut known: FxHashMap<&str, Vec<Ground>> = FxHashMap::default();
    let mut compared: FxHashSet<(&str, &str)> = FxHashSet::default();
    let mut counts = PairCounts::default();
    let (mut pairs, mut readable) = (0_usize, 0_usize);
    let step = values.len().div_ceil(MOST_ROWS).max(1);
    for (value, beside) in values.iter().zip(companion.values).step_by(step) {
        if beside.trim().is_empty() || !compared.insert((value, beside)) {
            continue;
        }
        let places = known.entry(beside).or_insert_with(|| grounds_of_text(beside));
        pairs += 1;
        readable += usize::from(!places.is_empty());
        if places.is_empty() {
            continue;
        }
        for (index, ground) in grounds(value).into_iter().enumerate() {
            let Some(ground) = ground else { continue };
            if places.iter().any(|place| place.agrees_with(ground)) {
                counts.agree[index] += 1;
            } else {
                counts.disagree[index] += 1;
            }
        }
    }
    let reliable = |index: usize| {
        let (agree, disagree) = (counts.agree[index], counts.disagree[index]);
        agree > 0 && agree >= 4 * disagree
    };
    (readable * 2 >= pairs && (0..COUNT).any(reliable)).then_some(counts)
}

/// The places that a text may be in: by name at any level, or by the beginning of a UAI, of a
/// postal code or of a commune code. A code alone proves nothing: it is what is in doubt.
fn grounds_of_text(text: &str) -> Vec<Ground> {
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
    let name = NameText::new(text);
    let mut grounds: Vec<Ground> = Division::ALL
        .into_iter()
        .filter_map(|division| match look_up_name(text, &name, division) {
            Lookup::Found { id, .. } | Lookup::Part { whole: id, .. } => Some(Ground::of(id)),
            Lookup::Several(ids) => {
                Some(ids.into_iter().map(Ground::of).fold(Ground::default(), Ground::and))
            }
            Lookup::Outside(_) | Lookup::Nothing => None,
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
    fn a_companion_need_not_be_of_the_same_level() {
        let isere = Ground::of(Division::DEPARTEMENTS.territory("38").unwrap());
        for text in ["Isère", "ISERE", "Auvergne-Rhône-Alpes", "Académie de Grenoble", "0380001A"]
        {
            assert!(grounds_of_text(text).iter().any(|g| g.agrees_with(isere)), "{text}");
        }
        for text in ["38000", "38185", "Rhône-Alpes"] {
            assert!(grounds_of_text(text).iter().any(|g| g.agrees_with(isere)), "{text}");
        }
        for text in ["Ain", "0010001A", "01000", "", "38", "Lyon 3e"] {
            assert!(!grounds_of_text(text).iter().any(|g| g.agrees_with(isere)), "{text}");
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
