//! Names as files write them: joined or suggested, never joined wrongly.

use super::*;

/// What a département column says of one value: the code it is joined to, `?` and the codes it
/// suggests, or a word.
fn outcome(value: &str) -> String {
    let decision = ColumnDecision::chosen(Level::Departement, Edition::Since2016);
    describe(&match_column(&[value], &decision, &[]))
}

fn describe(matches: &ColumnMatches) -> String {
    let code = |id: &TerritoryId| id.code().map_or("France".to_owned(), |code| code.to_string());
    match matches.of_row(0).unwrap() {
        Match::Exact(id) => format!("={}", code(id)),
        Match::Repaired { id, .. } => code(id),
        Match::Suggested { candidates } => {
            let codes: Vec<String> = candidates.iter().map(|c| code(&c.id)).collect();
            format!("?{}", codes.join(" "))
        }
        Match::Ambiguous { candidates } => {
            format!("|{}", candidates.iter().map(code).collect::<Vec<_>>().join(" "))
        }
        Match::OtherLevel(id) => format!("{:?}", id.level()),
        Match::Total(id) => format!("total {}", code(id)),
        Match::Part { whole, .. } => format!("part of {}", code(whole)),
        Match::Outside { .. } => "outside".to_owned(),
        Match::Empty => "empty".to_owned(),
        Match::None => "none".to_owned(),
    }
}

#[test]
fn names_of_departements_are_joined_or_suggested() {
    for (value, expected) in [
        ("LA REUNION", "974"),
        ("Réunion (La)", "974"),
        ("Réunion, La", "974"),
        ("Cotes d Armor", "22"),
        ("Côtes-du-Nord", "22"),
        ("Val d’Oise", "95"),
        ("Val-d’Oise", "=95"),
        ("Val-d'Oise", "=95"),
        ("Seine Saint Denis", "93"),
        ("SEINE-ST-DENIS", "93"),
        ("Territoire-de-Belfort", "90"),
        ("Seine-Inférieure", "76"),
        ("BASSES PYRENEES", "64"),
        ("Charente-Inférieure", "17"),
        ("Martinique (La)", "972"),
        ("Dept de la Haute-Loire", "43"),
        ("38 - Isère", "38"),
        ("Isère (38)", "38"),
        ("20 - Corse du Sud", "2A"),
        ("Isèr", "?38"),
        ("Ile-et-Vilaine", "?35"),
        ("38 - Ain", "|38 01"),
        ("Corse", "|2A 2B"),
        ("Alsace", "Region"),
        ("Bretagne", "Region"),
        ("France", "France"),
        ("Total", "total France"),
        ("Total Bretagne", "total 53"),
        ("Isère (total)", "total 38"),
        // Metropolitan France is not France.
        ("France métropolitaine", "outside"),
        ("Total DOM", "outside"),
        ("Métropole de Lyon", "part of 69"),
        ("69D", "part of 69"),
        ("D38", "38"),
        ("R84", "Region"),
        ("Saint Barthélemy", "outside"),
        ("…", "empty"),
        ("Bordeaux", "Academie"),
        ("Londres", "none"),
        ("nd", "none"),
    ] {
        assert_eq!(outcome(value), expected, "{value}");
    }
}

#[test]
fn names_of_regions_are_joined_or_suggested() {
    let decision = ColumnDecision::chosen(Level::Region, Edition::Since2016);
    for (value, expected) in [
        // A series across 2016 names régions of both editions.
        ("Alsace", "=42"),
        ("ALSACE", "42"),
        ("42 - Alsace", "42"),
        ("Total Alsace", "total 42"),
        ("Centre", "24"),
        ("Nord-Pas-de-Calais-Picardie", "32"),
        ("Alsace-Champagne-Ardenne-Lorraine", "44"),
        ("Région PACA", "93"),
        ("IDF", "11"),
        ("ARA", "84"),
        ("Région académique Occitanie", "76"),
        ("Nouvelle Aquitane", "?75"),
        ("Réunion", "04"),
        ("Nord-Pas-de-Calais", "=31"),
        ("NPDC", "?31 32"),
        ("Isère", "Departement"),
    ] {
        assert_eq!(describe(&match_column(&[value], &decision, &[])), expected, "{value}");
    }
}

#[test]
fn every_name_is_joined_in_capitals_without_accents_and_with_blanks_for_hyphens() {
    let changes: [fn(&str) -> String; 6] = [
        str::to_uppercase,
        str::to_lowercase,
        |name| crate::territory::text::words(name).join(" "),
        |name| crate::territory::text::words(name).join("-").to_uppercase(),
        |name| name.replace('\'', "’"),
        |name| name.replace("Saint", "St").replace(['-', '\''], " "),
    ];
    for level in Level::MAPPED {
        for edition in Edition::ALL {
            let decision = ColumnDecision::chosen(level, edition);
            for territory in Registry::official().territories(level, edition) {
                for change in changes {
                    let value = change(&territory.name);
                    let matches = match_column(&[&value], &decision, &[]);
                    let joined = matches.of_row(0).and_then(Match::territory);
                    assert_eq!(joined, Some(territory.id), "{value}");
                }
            }
        }
    }
}

#[test]
fn a_letter_that_is_missing_is_never_joined_to_another_territory() {
    for territory in departements() {
        for (at, letter) in territory.name.char_indices() {
            let mut value = territory.name.clone();
            value.replace_range(at..at + letter.len_utf8(), "");
            let decision = ColumnDecision::chosen(Level::Departement, Edition::Since2016);
            let matches = match_column(&[&value], &decision, &[]);
            let joined = matches.of_row(0).and_then(Match::territory);
            // « Loiret » without its t is « Loire », « Aisne » without its s is nothing.
            let is_a_name = departements().iter().any(|other| other.name == value);
            assert!(joined.is_none_or(|id| id == territory.id || is_a_name), "{value}: {joined:?}");
        }
    }
}

#[test]
fn names_beside_codes_are_joined_for_every_departement() {
    let forms: [fn(&str, &str) -> String; 5] = [
        |code, name| format!("{code} - {name}"),
        |code, name| format!("{name} ({code})"),
        |code, name| format!("0{code} {}", name.to_uppercase()),
        |_, name| format!("Département : {name}"),
        |_, name| format!("dept {}", name.to_lowercase()),
    ];
    for form in forms {
        let values: Vec<String> = departements().iter().map(|t| form(&code(t), &t.name)).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let (decision, matches) = read(&values, "territoire");
        assert_eq!(decision.level, Level::Departement, "{}", values[0]);
        assert_all_joined(&matches, &cut_to(None), values[0]);
    }
}
