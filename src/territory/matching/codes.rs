//! Codes, and the ways in which they are damaged.

use crate::territory::{Level, TerritoryId};

use super::{
    Repairs,
    code_tables::{
        ACADEMIES_OUTSIDE, COLLECTIVITIES, DEPARTEMENTS_OUTSIDE, ISO_DEPARTEMENTS, ISO_OUTSIDE,
        ISO_REGIONS, OVERSEAS_LETTERS, REGIONS_OUTSIDE,
    },
    code_text::{CodeText, PlainCode},
    division::Division,
    lookup::Lookup,
    repair::RepairKind,
    rhone::part_of_code,
};

/// Looks a code up in `division`.
pub(super) fn look_up_code(code: &CodeText, division: Division) -> Lookup {
    match code {
        CodeText::Iso(iso) => look_up_iso(iso, division),
        CodeText::AfterLevel(level, _) if *level != division.level => Lookup::Nothing,
        CodeText::AfterLevel(_, code) => {
            look_up_plain(code, division).after(Repairs::NONE.with(RepairKind::CodeAfterLevel))
        }
        CodeText::Plain(code) => look_up_plain(code, division),
    }
}

fn look_up_plain(code: &PlainCode, division: Division) -> Lookup {
    look_up_official(&code.official, division).after(code.repairs)
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

    fn look_up(text: &str, division: Division) -> Option<Lookup> {
        Some(look_up_code(&CodeText::new(text)?, division))
    }

    fn found(text: &str, division: Division) -> Option<(String, Vec<RepairKind>)> {
        match look_up(text, division)? {
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
            assert_eq!(look_up(text, DEPARTEMENTS), Some(Lookup::Nothing), "{text}");
        }
        for text in ["D38", "DEP38", "2023-DEP-38", "dpt.38"] {
            assert_eq!(code(text, DEPARTEMENTS).as_deref(), Some("38"), "{text}");
            assert_eq!(look_up(text, SINCE), Some(Lookup::Nothing), "{text}");
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
            let reading = look_up(text, DEPARTEMENTS).unwrap();
            assert!(matches!(&reading, Lookup::Several(ids) if ids.len() == 2), "{text}");
        }
        assert!(
            matches!(look_up("97", DEPARTEMENTS), Some(Lookup::Several(ids)) if ids.len() == 5)
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
            assert_eq!(look_up(text, DEPARTEMENTS), Some(Lookup::Part { whole, name }));
        }
        assert_eq!(look_up("69M", SINCE), Some(Lookup::Nothing));
    }

    #[test]
    fn places_without_an_outline_are_known_by_name() {
        for text in ["975", "9E", "FR-PM", "975.0"] {
            let outside = Some(Lookup::Outside("Saint-Pierre-et-Miquelon"));
            assert_eq!(look_up(text, DEPARTEMENTS), outside, "{text}");
        }
        for text in ["977", "978", "984", "986", "987", "988", "989"] {
            assert!(matches!(look_up(text, DEPARTEMENTS), Some(Lookup::Outside(_))), "{text}");
        }
        assert!(matches!(look_up("40", ACADEMIES), Some(Lookup::Outside(_))));
        assert!(matches!(look_up("0", SINCE), Some(Lookup::Outside(_))));
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
            assert_eq!(look_up(text, DEPARTEMENTS), None, "{text:?}");
        }
        for text in ["96", "0", "99", "1A", "979", "2C"] {
            assert_eq!(look_up(text, DEPARTEMENTS), Some(Lookup::Nothing), "{text:?}");
        }
        assert_eq!(code("43", ACADEMIES_2011).as_deref(), Some("43"), "Mayotte has an outline");
    }
}
