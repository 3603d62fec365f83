//! Names, as files write them.

use crate::territory::{Level, Registry, TerritoryId};

use super::{
    Repairs,
    code_text::CodeText,
    codes::look_up_code,
    country::{Country, country},
    division::Division,
    lookup::Lookup,
    name_text::{Beside, CodeBeside, NameText, Phrase},
    repair::RepairKind,
    rhone::{WithinRhone, within_rhone},
    totals::without_total_words,
};

/// Looks a name up in `division`, perhaps beside its level or its code. `text` is the cell that it
/// was taken from.
pub(super) fn look_up_name(text: &str, name: &NameText, division: Division) -> Lookup {
    if division.level == Level::France {
        return look_up_country(text, &name.said);
    }
    match &name.code {
        Some(CodeBeside { code, beside: Beside::Name(phrase) }) => {
            return both(
                code_or_nothing(code.as_ref(), division),
                look_up_phrase(phrase, division),
            );
        }
        Some(CodeBeside { code, beside: Beside::Level(level) }) => {
            let repairs = Repairs::NONE.with(RepairKind::CodeAfterLevel);
            let is_here = level.is_none_or(|level| level == division.level);
            return if is_here {
                code_or_nothing(code.as_ref(), division).after(repairs)
            } else {
                Lookup::Nothing
            };
        }
        None => {}
    }
    let found = match look_up_phrase(&name.said, division) {
        Lookup::Nothing => name
            .inverted
            .as_ref()
            .map_or(Lookup::Nothing, |inverted| look_up_phrase(inverted, division)),
        found => found,
    };
    match found {
        Lookup::Found { id, repairs } if repairs.is_empty() => {
            let repairs = Repairs::NONE.with_if(!is_official(text, id), RepairKind::Spelling);
            Lookup::Found { id, repairs }
        }
        other => other,
    }
}

/// What the code and the name of a text say apart, where it has both.
pub(super) fn code_and_name_apart(name: &NameText, division: Division) -> Vec<Lookup> {
    match &name.code {
        Some(CodeBeside { code, beside: Beside::Name(phrase) }) => {
            vec![code_or_nothing(code.as_ref(), division), look_up_phrase(phrase, division)]
        }
        _ => Vec::new(),
    }
}

fn code_or_nothing(code: Option<&CodeText>, division: Division) -> Lookup {
    code.map_or(Lookup::Nothing, |code| look_up_code(code, division))
}

/// In a column of France, a total is France as well, and so is the letter of the INSEE.
fn look_up_country(text: &str, phrase: &Phrase) -> Lookup {
    let words = without_total_words(&phrase.words).unwrap_or(&phrase.words);
    let is_letter = matches!(words, [letter] if letter == "f");
    match country(words) {
        Some(Country::Piece(name)) => Lookup::Outside(name),
        None if !words.is_empty() && !is_letter => Lookup::Nothing,
        Some(Country::Whole) | None => {
            let repairs = Repairs::NONE.with_if(text != "France", RepairKind::Spelling);
            Lookup::Found { id: TerritoryId::France, repairs }
        }
    }
}

fn look_up_phrase(phrase: &Phrase, division: Division) -> Lookup {
    if let Some(found) = phrase.found.in_division(division) {
        return found;
    }
    if let Some(found) = look_up_within_rhone(phrase, division) {
        return found;
    }
    if let Some(name) = phrase.found.outside() {
        return Lookup::Outside(name);
    }
    if let Some(Country::Piece(name)) = phrase.country {
        return Lookup::Outside(name);
    }
    let Some(after) = &phrase.after_level else { return Lookup::Nothing };
    // « Région Guadeloupe » is no département, though Guadeloupe is one.
    if after.level.is_some_and(|level| level != division.level) {
        return Lookup::Nothing;
    }
    let wording = Repairs::NONE.with(RepairKind::Wording);
    match after.found.in_division(division) {
        Some(found) => found.after(wording),
        None => after.found.outside().map_or(Lookup::Nothing, Lookup::Outside),
    }
}

fn look_up_within_rhone(phrase: &Phrase, division: Division) -> Option<Lookup> {
    if division.level != Level::Departement {
        return None;
    }
    let within = within_rhone(&phrase.words)?;
    let whole = division.territory("69")?;
    Some(match within {
        WithinRhone::Part(name) => Lookup::Part { whole, name },
        WithinRhone::Whole => {
            Lookup::Found { id: whole, repairs: Repairs::NONE.with(RepairKind::Spelling) }
        }
    })
}

/// A code and a name must tell of the same place: one alone proves nothing when the other
/// differs.
fn both(code: Lookup, name: Lookup) -> Lookup {
    use Lookup::{Found, Nothing, Outside, Part, Several};
    let repairs = Repairs::NONE.with(RepairKind::NameWithCode);
    match (code, name) {
        (Found { id, .. }, Found { id: named, .. }) if id == named => Found { id, repairs },
        (Found { id, .. }, Found { id: named, .. }) => Several(vec![id, named]),
        (Several(ids), Found { id, .. }) if ids.contains(&id) => Found { id, repairs },
        (Several(ids), Several(_)) => Several(ids),
        (Outside(name), Outside(_)) => Outside(name),
        (Part { whole, name }, Part { name: said, .. }) if name == said => Part { whole, name },
        // « 69D - Rhône » and « 69 - Métropole de Lyon » both mean the part that one of them says.
        (Part { whole, name }, Found { id, .. }) | (Found { id, .. }, Part { whole, name })
            if id == whole =>
        {
            Part { whole, name }
        }
        _ => Nothing,
    }
}

/// Whether a text is the official name, whichever apostrophe it has. The capital of « Île » has
/// lost its accent in one of the embedded lists; neither spelling is a slip.
fn is_official(text: &str, id: TerritoryId) -> bool {
    let plain = |text: &str| text.replace(['’', 'ʼ'], "'").replace('Î', "I");
    Registry::official().get(id).is_some_and(|t| plain(&t.name) == plain(text))
}

#[cfg(test)]
mod tests {
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
            Lookup::Found { id, repairs } => {
                Some((id.code()?.to_string(), repairs.iter().collect()))
            }
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
        for text in [
            "Métropole de Lyon",
            "69M - Métropole de Lyon",
            "69D - Rhône",
            "69 - Métropole de Lyon",
        ] {
            assert!(matches!(read(text, DEPARTEMENTS), Lookup::Part { .. }), "{text}");
        }
        for text in ["Rhône", "Rhône et Métropole de Lyon", "69 - Rhône"] {
            assert!(matches!(read(text, DEPARTEMENTS), Lookup::Found { .. }), "{text}");
        }
        assert_eq!(read("69M - Rhône (hors métropole)", DEPARTEMENTS), Lookup::Nothing);
    }
}
