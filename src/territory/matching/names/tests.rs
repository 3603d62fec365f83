use crate::territory::Edition;

use super::*;

const DEPARTEMENTS: Division = Division::DEPARTEMENTS;
const SINCE: Division = Division::REGIONS;
const BEFORE: Division = Division::REGIONS_2011;
const ACADEMIES: Division = Division::ACADEMIES;
const ACADEMIES_2011: Division = Division::ACADEMIES_2011;

fn read(text: &str, division: Division) -> Lookup {
    look_up_name(text, &NameText::new(text), division)
}

fn found(text: &str, division: Division) -> Option<(String, Vec<RepairKind>)> {
    match read(text, division) {
        Lookup::Found { id, repairs } => Some((id.code()?.to_string(), repairs.iter().collect())),
        _ => None,
    }
}

#[test]
fn a_name_is_found_however_it_is_written() {
    use RepairKind::*;
    for (text, division, code, repairs) in [
        ("Ain", DEPARTEMENTS, "01", &[][..]),
        ("Côtes-d’Armor", DEPARTEMENTS, "22", &[]),
        ("Cotes d Armor", DEPARTEMENTS, "22", &[Spelling]),
        ("COTES DARMOR", DEPARTEMENTS, "22", &[Spelling]),
        ("Val d’Oise", DEPARTEMENTS, "95", &[Spelling]),
        ("Val d'Oise", DEPARTEMENTS, "95", &[Spelling]),
        ("Seine St Denis", DEPARTEMENTS, "93", &[Spelling]),
        ("LA REUNION", DEPARTEMENTS, "974", &[Spelling]),
        ("Réunion (La)", DEPARTEMENTS, "974", &[Spelling]),
        ("Réunion, La", DEPARTEMENTS, "974", &[Spelling]),
        ("Martinique (La)", DEPARTEMENTS, "972", &[Spelling]),
        ("Savoie (Haute-)", DEPARTEMENTS, "74", &[Spelling]),
        ("Belfort (Territoire de)", DEPARTEMENTS, "90", &[Spelling]),
        ("Territoire-de-Belfort", DEPARTEMENTS, "90", &[Spelling]),
        ("Côtes-du-Nord", DEPARTEMENTS, "22", &[FormerName]),
        ("LOIRE INFERIEURE", DEPARTEMENTS, "44", &[FormerName]),
        ("Département de l’Ain", DEPARTEMENTS, "01", &[Wording]),
        ("Dept de la Loire", DEPARTEMENTS, "42", &[Wording]),
        ("Nord (Département du)", DEPARTEMENTS, "59", &[Wording]),
        ("38 - Isère", DEPARTEMENTS, "38", &[NameWithCode]),
        ("Isère (38)", DEPARTEMENTS, "38", &[NameWithCode]),
        ("001 AIN", DEPARTEMENTS, "01", &[NameWithCode]),
        ("20 Haute-Corse", DEPARTEMENTS, "2B", &[NameWithCode]),
        ("2A Corse du Sud", DEPARTEMENTS, "2A", &[NameWithCode]),
        ("Ile-de-France", SINCE, "11", &[]),
        ("Île-de-France", SINCE, "11", &[]),
        ("Centre", SINCE, "24", &[FormerName]),
        ("Centre", BEFORE, "24", &[]),
        ("Centre-Val de Loire", BEFORE, "24", &[FormerName]),
        ("Nord-Pas-de-Calais-Picardie", SINCE, "32", &[FormerName]),
        ("Alsace-Champagne-Ardenne-Lorraine", SINCE, "44", &[FormerName]),
        ("PACA", BEFORE, "93", &[Abbreviation]),
        ("ara", SINCE, "84", &[Abbreviation]),
        ("Région académique Grand Est", SINCE, "44", &[Wording]),
        ("Région Sud", SINCE, "93", &[Abbreviation]),
        ("R84 - Auvergne Rhône Alpes", SINCE, "84", &[NameWithCode]),
        ("Académie de Grenoble", ACADEMIES, "08", &[Wording]),
        ("AC-AIX-MARSEILLE", ACADEMIES, "02", &[Wording]),
        ("Orléans – Tours", ACADEMIES_2011, "18", &[Spelling]),
        ("Mayotte", ACADEMIES_2011, "43", &[Spelling]),
    ] {
        let expected = Some((code.to_owned(), repairs.to_vec()));
        assert_eq!(found(text, division), expected, "{text}");
    }
}

#[test]
fn a_name_of_several_places_is_never_guessed() {
    for (text, places) in
        [("Corse", 2), ("Seine", 4), ("Seine-et-Oise", 3), ("38 - Ain", 2), ("20 Corse", 2)]
    {
        let reading = read(text, DEPARTEMENTS);
        assert!(matches!(&reading, Lookup::Several(ids) if ids.len() == places), "{text}");
    }
}

#[test]
fn a_name_of_another_level_or_edition_is_not_found_here() {
    for (text, division) in [
        ("Région Guadeloupe", DEPARTEMENTS),
        ("Académie de Paris", DEPARTEMENTS),
        ("Bretagne", DEPARTEMENTS),
        ("Alsace", SINCE),
        ("Grand Est", BEFORE),
        ("Caen", ACADEMIES),
        ("Normandie", ACADEMIES_2011),
        ("38 - Isèr", DEPARTEMENTS),
        ("Isère 2011", DEPARTEMENTS),
        ("Département", DEPARTEMENTS),
    ] {
        assert_eq!(read(text, division), Lookup::Nothing, "{text}");
    }
}

#[test]
fn places_without_an_outline_and_the_country_are_known() {
    for text in ["St-Pierre-et-Miquelon", "Wallis et Futuna", "987 - Polynésie Française"] {
        assert!(matches!(read(text, DEPARTEMENTS), Lookup::Outside(_)), "{text}");
    }
    let country = Division::new(Level::France, Edition::Since2016);
    for text in ["FRANCE ENTIÈRE", "Total", "F", "FE", "Total général"] {
        assert!(matches!(read(text, country), Lookup::Found { .. }), "{text}");
    }
    for text in ["France métropolitaine", "FM", "Total DOM"] {
        assert!(matches!(read(text, country), Lookup::Outside(_)), "{text}");
    }
    assert_eq!(read("Île-de-France", country), Lookup::Nothing);
}

#[test]
fn a_code_after_its_level_is_that_code() {
    use RepairKind::{CodeAfterLevel, LeadingZero};
    for (text, division, code, repairs) in [
        ("Département 38", DEPARTEMENTS, "38", &[CodeAfterLevel][..]),
        ("Dép. n° 1", DEPARTEMENTS, "01", &[LeadingZero, CodeAfterLevel]),
        ("dept 1", DEPARTEMENTS, "01", &[LeadingZero, CodeAfterLevel]),
        ("CD 38", DEPARTEMENTS, "38", &[CodeAfterLevel]),
        ("38 (département)", DEPARTEMENTS, "38", &[CodeAfterLevel]),
        ("N° 38", DEPARTEMENTS, "38", &[CodeAfterLevel]),
        ("Région 84", SINCE, "84", &[CodeAfterLevel]),
        ("Région 84", DEPARTEMENTS, "", &[]),
    ] {
        let expected = (!code.is_empty()).then(|| (code.to_owned(), repairs.to_vec()));
        assert_eq!(found(text, division), expected, "{text}");
    }
}

#[test]
fn the_parts_of_the_rhone_are_told_apart() {
    for text in
        ["Métropole de Lyon", "69M - Métropole de Lyon", "69D - Rhône", "69 - Métropole de Lyon"]
    {
        assert!(matches!(read(text, DEPARTEMENTS), Lookup::Part { .. }), "{text}");
    }
    for text in ["Rhône", "Rhône et Métropole de Lyon", "69 - Rhône"] {
        assert!(matches!(read(text, DEPARTEMENTS), Lookup::Found { .. }), "{text}");
    }
    assert_eq!(read("69M - Rhône (hors métropole)", DEPARTEMENTS), Lookup::Nothing);
}
