//! Codes, and the ways in which they are damaged.

use std::borrow::Cow;

use crate::territory::{Level, TerritoryId};

use super::{
    Repairs,
    code_tables::{
        ACADEMIES_OUTSIDE, COLLECTIVITIES, DEPARTEMENTS_OUTSIDE, ISO_DEPARTEMENTS, ISO_OUTSIDE,
        ISO_REGIONS, LEVEL_PREFIXES, OVERSEAS_LETTERS, REGIONS_OUTSIDE,
    },
    country::is_year,
    division::Division,
    lookup::Lookup,
    repair::RepairKind,
    rhone::part_of_code,
};

/// Looks a code up in `division`; `None` when the text has not the shape of a code, and may be a
/// name.
pub(super) fn look_up_code(text: &str, division: Division) -> Option<Lookup> {
    if let Some(iso) = after_iso_prefix(text) {
        return Some(look_up_iso(&iso, division));
    }
    let upper_case = text.to_ascii_uppercase();
    if let Some((level, code)) = after_level_prefix(&upper_case) {
        let repairs = Repairs::NONE.with(RepairKind::CodeAfterLevel);
        let found = (level == division.level).then(|| look_up_plain(code, division)).flatten();
        return Some(found.unwrap_or(Lookup::Nothing).after(repairs));
    }
    let found = look_up_plain(&upper_case, division)?;
    let case = text.bytes().any(|b| b.is_ascii_lowercase());
    Some(found.after(Repairs::NONE.with_if(case, RepairKind::Case)))
}

/// A code in capitals, without any prefix.
fn look_up_plain(text: &str, division: Division) -> Option<Lookup> {
    let (text, decimals) = without_decimals(text);
    if !has_the_shape_of_a_code(text) {
        return None;
    }
    let code = with_official_zeros(text);
    let repairs = Repairs::NONE
        .with_if(decimals, RepairKind::Decimals)
        .with_if(text.len() < code.len(), RepairKind::LeadingZero)
        .with_if(text.len() > code.len(), RepairKind::ExtraZero);
    Some(look_up_official(&code, division).after(repairs))
}

/// Whether a text is written as a code would be, right or wrong.
pub(super) fn looks_like_a_code(text: &str) -> bool {
    says_its_level(text) || has_the_shape_of_a_code(without_decimals(&text.to_ascii_uppercase()).0)
}

/// Whether a code comes with its level: alone, it says where it stands in any column.
pub(super) fn says_its_level(text: &str) -> bool {
    after_iso_prefix(text).is_some() || after_level_prefix(&text.to_ascii_uppercase()).is_some()
}

fn look_up_official(code: &str, division: Division) -> Lookup {
    if division.level == Level::Departement
        && let Some(found) = look_up_special(code, division)
    {
        return found;
    }
    if let Some(id) = division.territory(code) {
        return Lookup::Found { id, repairs: Repairs::NONE };
    }
    let outside: &[(&str, &'static str)] = match division.level {
        Level::Departement => &DEPARTEMENTS_OUTSIDE,
        Level::Academie => &ACADEMIES_OUTSIDE,
        Level::Region => &REGIONS_OUTSIDE,
        Level::France => &[],
    };
    find(outside, code).map_or(Lookup::Nothing, Lookup::Outside)
}

/// Codes of départements that are several, a part, or written in another way.
fn look_up_special(code: &str, division: Division) -> Option<Lookup> {
    match code {
        // Corsica had one département until 1976 and is one collectivité since 2018; that of
        // Alsace has two; « 97 » is the beginning of five codes.
        "20" | "20R" => return Some(several(division, &["2A", "2B"])),
        "6AE" => return Some(several(division, &["67", "68"])),
        "97" => return Some(several(division, &["971", "972", "973", "974", "976"])),
        _ => {}
    }
    if let Some(name) = part_of_code(code) {
        return Some(Lookup::Part { whole: division.territory("69")?, name });
    }
    let (plain, kind) = find(&OVERSEAS_LETTERS, code)
        .map(|plain| (plain, RepairKind::OverseasLetter))
        .or_else(|| Some((find(&COLLECTIVITIES, code)?, RepairKind::Collectivity)))?;
    Some(look_up_official(plain, division).after(Repairs::NONE.with(kind)))
}

fn several(division: Division, codes: &[&str]) -> Lookup {
    Lookup::Several(codes.iter().filter_map(|code| division.territory(code)).collect())
}

fn look_up_iso(iso: &str, division: Division) -> Lookup {
    if let Some(name) = find(&ISO_OUTSIDE, iso) {
        return Lookup::Outside(name);
    }
    let code = match division.level {
        Level::Region => find(&ISO_REGIONS, iso),
        Level::Departement => find(&ISO_DEPARTEMENTS, iso).or(Some(iso)),
        Level::Academie | Level::France => None,
    };
    let id: Option<TerritoryId> = code.and_then(|code| division.territory(code));
    let repairs = Repairs::NONE.with(RepairKind::Iso);
    id.map_or(Lookup::Nothing, |id| Lookup::Found { id, repairs })
}

/// `FR-38` → `38`, in capitals. The hyphen must be there: `FR71` is a code of the European
/// nomenclature of régions (NUTS), and another place.
fn after_iso_prefix(text: &str) -> Option<String> {
    let (country, rest) = text.split_once(['-', '_', '\u{2010}', '\u{2011}'])?;
    let short = (1..=3).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_alphanumeric());
    (short && country.eq_ignore_ascii_case("fr")).then(|| rest.to_ascii_uppercase())
}

/// `D38`, `R84`, `REG-84`, `2023-DEP-01` → the level and the code; the text is in capitals. One
/// letter says a level only before a whole code: `R2` and `D1` are names of rooms as well.
fn after_level_prefix(text: &str) -> Option<(Level, &str)> {
    let text = match text.split_once('-') {
        Some((year, rest)) if is_year(year) => rest,
        _ => text,
    };
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (prefix, rest) = text.split_at(letters);
    let (_, level) = LEVEL_PREFIXES.iter().find(|(known, _)| *known == prefix)?;
    let code = rest.strip_prefix(['-', '_', '.', ' ']).unwrap_or(rest);
    let shortest = if prefix.len() == 1 { 2 } else { 1 };
    let is_well_written = code.bytes().all(|b| b.is_ascii_digit())
        || matches!(code.trim_start_matches('0'), "2A" | "2B" | "69D" | "69M");
    let is_code = is_well_written && (shortest..=3).contains(&code.len());
    is_code.then_some((*level, code))
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

/// One to four figures, the last perhaps a letter; and the code of the collectivité of Alsace.
fn has_the_shape_of_a_code(text: &str) -> bool {
    if text == "6AE" {
        return true;
    }
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
        match look_up_code(text, division)? {
            Lookup::Found { id, repairs } => {
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
        for text in ["R84", "REG84", "REG-84", "reg_84", "2024-REG-84"] {
            assert_eq!(found(text, SINCE), Some(("84".to_owned(), vec![CodeAfterLevel])), "{text}");
            assert_eq!(look_up_code(text, DEPARTEMENTS), Some(Lookup::Nothing), "{text}");
        }
        for text in ["D38", "DEP38", "2023-DEP-38", "dpt.38"] {
            assert_eq!(code(text, DEPARTEMENTS).as_deref(), Some("38"), "{text}");
            assert_eq!(look_up_code(text, SINCE), Some(Lookup::Nothing), "{text}");
        }
        assert_eq!(found("972R", DEPARTEMENTS), Some(("972".to_owned(), vec![Collectivity])));
        assert_eq!(code("75C", DEPARTEMENTS).as_deref(), Some("75"));
        assert_eq!(code("D2A", DEPARTEMENTS).as_deref(), Some("2A"));
        assert_eq!(code("8", ACADEMIES).as_deref(), Some("08"));
        assert_eq!(code("070", ACADEMIES).as_deref(), Some("70"));
    }

    #[test]
    fn a_code_that_fits_two_places_is_never_guessed() {
        for text in ["20", "020", "20.0", "20R", "6AE"] {
            let reading = look_up_code(text, DEPARTEMENTS).unwrap();
            assert!(matches!(&reading, Lookup::Several(ids) if ids.len() == 2), "{text}");
        }
        assert!(
            matches!(look_up_code("97", DEPARTEMENTS), Some(Lookup::Several(ids)) if ids.len() == 5)
        );
        assert_eq!(code("20", ACADEMIES).as_deref(), Some("20"));
    }

    #[test]
    fn the_codes_of_the_two_parts_of_the_rhone_are_known() {
        for (text, name) in [
            ("69M", "Métropole de Lyon"),
            ("069m", "Métropole de Lyon"),
            ("69D", "Rhône (hors métropole de Lyon)"),
        ] {
            let whole = DEPARTEMENTS.territory("69").unwrap();
            assert_eq!(look_up_code(text, DEPARTEMENTS), Some(Lookup::Part { whole, name }));
        }
        assert_eq!(look_up_code("69M", SINCE), Some(Lookup::Nothing));
    }

    #[test]
    fn places_without_an_outline_are_known_by_name() {
        for text in ["975", "9E", "FR-PM", "975.0"] {
            let outside = Some(Lookup::Outside("Saint-Pierre-et-Miquelon"));
            assert_eq!(look_up_code(text, DEPARTEMENTS), outside, "{text}");
        }
        for text in ["977", "978", "984", "986", "987", "988", "989"] {
            assert!(matches!(look_up_code(text, DEPARTEMENTS), Some(Lookup::Outside(_))), "{text}");
        }
        assert!(matches!(look_up_code("40", ACADEMIES), Some(Lookup::Outside(_))));
        assert!(matches!(look_up_code("0", SINCE), Some(Lookup::Outside(_))));
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
        for text in
            ["Ain", "", "FR71", "R84A", "R2", "D1", "12345", "1,5", "-1", "01 - Ain", "É", "1é"]
        {
            assert_eq!(look_up_code(text, DEPARTEMENTS), None, "{text:?}");
        }
        for text in ["96", "0", "99", "1A", "979", "2C"] {
            assert_eq!(look_up_code(text, DEPARTEMENTS), Some(Lookup::Nothing), "{text:?}");
        }
        assert_eq!(code("43", ACADEMIES_2011).as_deref(), Some("43"), "Mayotte has an outline");
    }
}
