//! Codes, and the ways in which they are damaged.
//!
//! Sources: the *code officiel géographique* of the INSEE (départements, régions before and since
//! 2016, collectivités), the ministry's *Base centrale des nomenclatures* (three characters,
//! `9A`…`9F`, académies), and ISO 3166-2:FR as it stood before 2016, from 2016 and since 2020.

use std::borrow::Cow;

use crate::territory::{Level, TerritoryId};

use super::{Repairs, division::Division, reading::Reading, repair::RepairKind};

/// Overseas départements as the ministry wrote them before three digits; 9E was
/// Saint-Pierre-et-Miquelon.
const OVERSEAS_LETTERS: [(&str, &str); 6] =
    [("9A", "971"), ("9B", "972"), ("9C", "973"), ("9D", "974"), ("9E", "975"), ("9F", "976")];

/// Codes that are known and have no outline here, among départements.
const DEPARTEMENTS_OUTSIDE: [(&str, &str); 8] = [
    ("975", "Saint-Pierre-et-Miquelon"),
    ("977", "Saint-Barthélemy"),
    ("978", "Saint-Martin"),
    ("984", "Terres australes et antarctiques françaises"),
    ("986", "Wallis-et-Futuna"),
    ("987", "Polynésie française"),
    ("988", "Nouvelle-Calédonie"),
    ("989", "Île de Clipperton"),
];

/// The same among académies: vice-rectorats and the service of Saint-Pierre-et-Miquelon.
const ACADEMIES_OUTSIDE: [(&str, &str); 4] = [
    ("40", "Nouvelle-Calédonie"),
    ("41", "Polynésie française"),
    ("42", "Wallis-et-Futuna"),
    ("44", "Saint-Pierre-et-Miquelon"),
];

/// The ministry's région code of all that lies outside the régions.
const REGIONS_OUTSIDE: [(&str, &str); 1] = [("00", "TOM et collectivités territoriales")];

/// ISO 3166-2 codes of régions, without `FR-`, and their official code: letters of before 2016,
/// then those since. No official code names two different places in the two editions.
#[rustfmt::skip]
const ISO_REGIONS: [(&str, &str); 51] = [
    ("A", "42"), ("B", "72"), ("C", "83"), ("D", "26"), ("E", "53"), ("F", "24"), ("G", "21"),
    ("H", "94"), ("I", "43"), ("J", "11"), ("K", "91"), ("L", "74"), ("M", "41"), ("N", "73"),
    ("O", "31"), ("P", "25"), ("Q", "23"), ("R", "52"), ("S", "22"), ("T", "54"), ("U", "93"),
    ("V", "82"),
    ("ARA", "84"), ("BFC", "27"), ("BRE", "53"), ("CVL", "24"), ("COR", "94"), ("20R", "94"),
    ("GES", "44"), ("HDF", "32"), ("IDF", "11"), ("NOR", "28"), ("NAQ", "75"), ("OCC", "76"),
    ("PDL", "52"), ("PAC", "93"),
    ("GP", "01"), ("GUA", "01"), ("971", "01"), ("MQ", "02"), ("MTQ", "02"), ("972", "02"),
    ("GF", "03"), ("GUF", "03"), ("973", "03"), ("RE", "04"), ("LRE", "04"), ("974", "04"),
    ("YT", "06"), ("MAY", "06"), ("976", "06"),
];

/// ISO 3166-2 codes of départements that are not `FR-` and the official code.
const ISO_DEPARTEMENTS: [(&str, &str); 6] =
    [("75C", "75"), ("GP", "971"), ("MQ", "972"), ("GF", "973"), ("RE", "974"), ("YT", "976")];

/// ISO 3166-2 codes of what has no outline here.
const ISO_OUTSIDE: [(&str, &str); 8] = [
    ("PM", "Saint-Pierre-et-Miquelon"),
    ("BL", "Saint-Barthélemy"),
    ("MF", "Saint-Martin"),
    ("TF", "Terres australes et antarctiques françaises"),
    ("WF", "Wallis-et-Futuna"),
    ("PF", "Polynésie française"),
    ("NC", "Nouvelle-Calédonie"),
    ("CP", "Île de Clipperton"),
];

/// Reads a code of `division`; `None` when the text has not the shape of a code, and may be a
/// name.
pub(super) fn read_code(text: &str, division: Division) -> Option<Reading> {
    if let Some(iso) = after_iso_prefix(text) {
        return Some(read_iso(&iso, division));
    }
    let (text, letter) = after_region_letter(text, division);
    let (text, decimals) = without_decimals(text);
    let upper = text.to_ascii_uppercase();
    if !has_the_shape_of_a_code(&upper) {
        return None;
    }
    let code = with_official_zeros(&upper);
    let repairs = Repairs::NONE
        .with_if(letter, RepairKind::RegionLetter)
        .with_if(decimals, RepairKind::Decimals)
        .with_if(upper != text, RepairKind::Case)
        .with_if(upper.len() < code.len(), RepairKind::LeadingZero)
        .with_if(upper.len() > code.len(), RepairKind::ExtraZero);
    Some(lookup(&code, division).after(repairs))
}

/// Whether a text is written as a code would be, right or wrong.
pub(super) fn looks_like_a_code(text: &str) -> bool {
    after_iso_prefix(text).is_some()
        || has_the_shape_of_a_code(&without_decimals(text).0.to_ascii_uppercase())
        || (after_region_letter(text, Division::REGIONS).1)
}

fn lookup(code: &str, division: Division) -> Reading {
    if division.level == Level::Departement {
        // Corsica had one département until 1976, and « 97 » is the beginning of five codes.
        match code {
            "20" => return several(division, &["2A", "2B"]),
            "97" => return several(division, &["971", "972", "973", "974", "976"]),
            _ => {}
        }
        if let Some(plain) = find(&OVERSEAS_LETTERS, code) {
            let letter = Repairs::NONE.with(RepairKind::OverseasLetter);
            return lookup(plain, division).after(letter);
        }
    }
    if let Some(id) = division.territory(code) {
        return Reading::Found { id, repairs: Repairs::NONE };
    }
    let outside: &[(&str, &'static str)] = match division.level {
        Level::Departement => &DEPARTEMENTS_OUTSIDE,
        Level::Academie => &ACADEMIES_OUTSIDE,
        Level::Region => &REGIONS_OUTSIDE,
        Level::France => &[],
    };
    find(outside, code).map_or(Reading::Nothing, Reading::Outside)
}

fn several(division: Division, codes: &[&str]) -> Reading {
    Reading::Several(codes.iter().filter_map(|code| division.territory(code)).collect())
}

fn read_iso(iso: &str, division: Division) -> Reading {
    if let Some(name) = find(&ISO_OUTSIDE, iso) {
        return Reading::Outside(name);
    }
    let code = match division.level {
        Level::Region => find(&ISO_REGIONS, iso),
        Level::Departement => find(&ISO_DEPARTEMENTS, iso).or(Some(iso)),
        Level::Academie | Level::France => None,
    };
    let id: Option<TerritoryId> = code.and_then(|code| division.territory(code));
    let repairs = Repairs::NONE.with(RepairKind::Iso);
    id.map_or(Reading::Nothing, |id| Reading::Found { id, repairs })
}

/// `FR-38` → `38`, in capitals. The hyphen must be there: `FR71` is a code of the European
/// nomenclature of régions (NUTS), and another place.
fn after_iso_prefix(text: &str) -> Option<String> {
    let (country, rest) = text.split_once(['-', '_', '\u{2010}', '\u{2011}'])?;
    let short = (1..=3).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_alphanumeric());
    (short && country.eq_ignore_ascii_case("fr")).then(|| rest.to_ascii_uppercase())
}

/// `R84`, `R-84` → `84`, for régions only.
fn after_region_letter(text: &str, division: Division) -> (&str, bool) {
    let digits = text.strip_prefix(['R', 'r']).map(|rest| rest.trim_start_matches('-'));
    let is_code = |rest: &str| rest.len() == 2 && rest.bytes().all(|b| b.is_ascii_digit());
    match digits {
        Some(rest) if division.level == Level::Region && is_code(rest) => (rest, true),
        _ => (text, false),
    }
}

/// `1.0`, `38,00` → `1`, `38`.
fn without_decimals(text: &str) -> (&str, bool) {
    match text.split_once(['.', ',']) {
        Some((whole, zeros))
            if !whole.is_empty() && !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') =>
        {
            (whole, true)
        }
        _ => (text, false),
    }
}

/// One to four figures, the last perhaps a letter.
fn has_the_shape_of_a_code(text: &str) -> bool {
    let Some((last, first)) = text.as_bytes().split_last() else { return false };
    let figures = first.iter().all(u8::is_ascii_digit);
    let end = last.is_ascii_digit() || (last.is_ascii_uppercase() && !first.is_empty());
    text.len() <= 4 && figures && end
}

/// Two characters at least, and no zero before three: `1` → `01`, `02A` → `2A`.
fn with_official_zeros(code: &str) -> Cow<'_, str> {
    let core = code.trim_start_matches('0');
    match core.len() {
        0 => Cow::Borrowed("00"),
        1 => Cow::Owned(format!("0{core}")),
        _ => Cow::Borrowed(core),
    }
}

fn find(table: &[(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEPARTEMENTS: Division = Division::DEPARTEMENTS;
    const SINCE: Division = Division::REGIONS;
    const BEFORE: Division = Division::REGIONS_2011;
    const ACADEMIES: Division = Division::ACADEMIES;
    const ACADEMIES_2011: Division = Division::ACADEMIES_2011;

    fn found(text: &str, division: Division) -> Option<(String, Vec<RepairKind>)> {
        match read_code(text, division)? {
            Reading::Found { id, repairs } => {
                Some((id.code()?.to_string(), repairs.iter().collect()))
            }
            _ => None,
        }
    }

    fn code(text: &str, division: Division) -> Option<String> {
        found(text, division).map(|(code, _)| code)
    }

    #[test]
    fn each_damage_is_named() {
        use RepairKind::*;
        for (text, expected, repairs) in [
            ("01", "01", &[][..]),
            ("1", "01", &[LeadingZero]),
            ("035", "35", &[ExtraZero]),
            ("02a", "2A", &[ExtraZero, Case]),
            ("9A", "971", &[OverseasLetter]),
            ("9f", "976", &[Case, OverseasLetter]),
            ("1.0", "01", &[LeadingZero, Decimals]),
            ("38,0", "38", &[Decimals]),
            ("FR-38", "38", &[Iso]),
            ("fr-2a", "2A", &[Iso]),
            ("FR-974", "974", &[Iso]),
            ("FR-75C", "75", &[Iso]),
        ] {
            let read = found(text, DEPARTEMENTS).unwrap();
            assert_eq!(read, (expected.to_owned(), repairs.to_vec()), "{text}");
        }
        assert_eq!(found("R84", SINCE), Some(("84".to_owned(), vec![RegionLetter])));
        assert_eq!(code("R84", DEPARTEMENTS), None);
        assert_eq!(code("8", ACADEMIES).as_deref(), Some("08"));
        assert_eq!(code("070", ACADEMIES).as_deref(), Some("70"));
    }

    #[test]
    fn a_code_that_fits_two_places_is_never_guessed() {
        for text in ["20", "020", "20.0"] {
            let reading = read_code(text, DEPARTEMENTS).unwrap();
            assert!(matches!(&reading, Reading::Several(ids) if ids.len() == 2), "{text}");
        }
        assert!(
            matches!(read_code("97", DEPARTEMENTS), Some(Reading::Several(ids)) if ids.len() == 5)
        );
        assert_eq!(code("20", ACADEMIES).as_deref(), Some("20"));
    }

    #[test]
    fn places_without_an_outline_are_known_by_name() {
        for text in ["975", "9E", "FR-PM", "975.0"] {
            let outside = Some(Reading::Outside("Saint-Pierre-et-Miquelon"));
            assert_eq!(read_code(text, DEPARTEMENTS), outside, "{text}");
        }
        for text in ["977", "978", "984", "986", "987", "988", "989"] {
            assert!(matches!(read_code(text, DEPARTEMENTS), Some(Reading::Outside(_))), "{text}");
        }
        assert!(matches!(read_code("40", ACADEMIES), Some(Reading::Outside(_))));
        assert!(matches!(read_code("0", SINCE), Some(Reading::Outside(_))));
    }

    #[test]
    fn iso_letters_follow_the_edition() {
        assert_eq!(code("FR-ARA", SINCE).as_deref(), Some("84"));
        assert_eq!(code("FR-ARA", BEFORE), None);
        assert_eq!(code("FR-V", BEFORE).as_deref(), Some("82"));
        assert_eq!(code("FR-V", SINCE), None);
        assert_eq!(code("FR-974", SINCE).as_deref(), Some("04"));
        assert_eq!(code("FR-BRE", BEFORE), code("FR-E", SINCE));
        assert_eq!(code("FR-01", SINCE), None, "a number in ISO is a département");
        for (_, official) in ISO_REGIONS {
            assert!(code(official, SINCE).is_some() || code(official, BEFORE).is_some());
        }
    }

    #[test]
    fn what_is_not_a_code_is_left_to_names() {
        for text in ["Ain", "", "FR71", "R84A", "12345", "1,5", "-1", "01 - Ain", "É", "1é"] {
            assert_eq!(read_code(text, DEPARTEMENTS), None, "{text:?}");
        }
        for text in ["96", "0", "99", "1A", "979", "2C"] {
            assert_eq!(read_code(text, DEPARTEMENTS), Some(Reading::Nothing), "{text:?}");
        }
        assert_eq!(code("43", ACADEMIES_2011).as_deref(), Some("43"), "Mayotte has an outline");
    }
}
