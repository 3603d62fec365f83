//! Over all that a map can show: nothing that is written of it disagrees, and no two maps have one
//! file name.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use super::*;
use crate::{
    coverage::{
        Counted, Distinction, Embedded, Measure, Query, SchoolType, Subset, TerritoryState, Unit,
        school::Sector, states,
    },
    french::{NARROW_SPACE, NO_DATE, day},
    project::Place,
    territory::{Code, Registry},
};

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

/// Places with what a title must call them, and a file.
fn places() -> [(TerritoryId, &'static str, &'static str); 7] {
    let region = |edition, number| TerritoryId::Region(edition, code(number));
    [
        (TerritoryId::France, "", ""),
        (region(Edition::Before2016, "53"), "Bretagne", "region-bretagne"),
        (region(Edition::Since2016, "53"), "Bretagne", "region-bretagne"),
        (
            TerritoryId::Academie(Edition::Before2016, code("20")),
            "cadémie d’Amiens",
            "academie-amiens",
        ),
        (TerritoryId::Departement(code("976")), "Mayotte", "departement-mayotte"),
        (TerritoryId::Departement(code("38")), "Isère", "departement-isere"),
        (TerritoryId::Departement(code("75")), "Paris", "departement-paris"),
    ]
}

fn counted() -> [(Counted, &'static str); 9] {
    let other = |words: &str| Counted::other(words);
    [
        (Counted::Ent, "ENT"),
        (other("raccordés à la fibre"), "raccordés à la fibre"),
        (other("équipés de tablettes"), "équipés de tablettes"),
        (other("avec un réseau de lycée"), "avec un réseau de lycée"),
        (other("où le Wi-Fi marche"), "où le Wi-Fi marche"),
        (other("GAR"), "GAR"),
        (other("taux de réussite"), "aux de réussite"),
        // Columns that are shown for what they say.
        (Counted::column("GAR"), "selon « GAR »"),
        (Counted::column("Taux de réussite au « DNB »"), "aux de réussite au « DNB »"),
    ]
}

/// Every name of a map: its file names are told apart by all of it.
fn names() -> Vec<MapName> {
    let mut names = Vec::new();
    for (counted, _) in counted() {
        for measure in Measure::ALL {
            for school_type in SchoolType::ALL {
                for sector in [None, Some(Sector::Public), Some(Sector::Prive)] {
                    for unit in Unit::ALL {
                        let subject = Subject {
                            counted: counted.clone(),
                            measure,
                            sector,
                            unit,
                            ..Subject::ent(school_type)
                        };
                        names.extend(placed(&subject));
                    }
                }
            }
        }
    }
    names
}

/// A subject everywhere and at some times.
fn placed(subject: &Subject) -> Vec<MapName> {
    let mut names = Vec::new();
    for (place, ..) in places() {
        for level in Level::MAPPED {
            for edition in Edition::ALL {
                let of_other = place.edition().is_some_and(|of_place| of_place != edition);
                let inside = place == TerritoryId::France || level == Level::Departement;
                if of_other || !inside {
                    continue;
                }
                for date in [None, Some(date(2011, 10, 31)), Some(date(2024, 9, 1))] {
                    let subject = subject.clone();
                    names.push(MapName { subject, level, edition, place, date, fictitious: false });
                }
            }
        }
    }
    names
}

/// All that is written of a map, with what it must speak of.
fn texts(name: &MapName, states: &[TerritoryState]) -> Vec<(&'static str, String)> {
    let figures = Figures { states, territories: states.len(), ..Figures::default() };
    let page = page_text(name, &figures, vec!["Source : a.csv.".to_owned()]);
    let legend = name.legend(String::new());
    vec![
        ("page", format!("{} {}", page.title, page.subtitle)),
        ("title", page.title),
        ("reading", page.reading_note),
        ("alternative", page.alternative),
        ("legend", format!("{}, {} {}", legend.title, legend.unit, legend.date)),
        ("window", name.window_title()),
        ("map", name.spoken_map("Carte")),
        ("columns", name.subject.columns().join(" ; ")),
    ]
}

/// A département that has a share and a stage, and a name that is no place of these tests.
fn known_states() -> Vec<TerritoryState> {
    let dataset = Embedded::Example.dataset();
    let query = Query {
        school_type: SchoolType::College,
        level: Level::Departement,
        edition: Edition::Since2016,
        measure: Measure::Deploye,
        date: Some(date(2024, 9, 1)),
    };
    let states = states(&dataset, Registry::official(), &query);
    states.into_iter().filter(|state| state.name == "Loire").collect()
}

/// How deep guillemets stand within guillemets.
fn quotation_depth(text: &str) -> i32 {
    let mut depth = 0;
    let depths = text.chars().map(|letter| {
        depth += i32::from(letter == '«') - i32::from(letter == '»');
        depth
    });
    depths.max().unwrap_or(0)
}

#[test]
fn title_legend_alternative_text_window_and_page_never_disagree() {
    let states = known_states();
    for (rank, name) in names().iter().enumerate() {
        let subject = &name.subject;
        let (ours, others) = match subject.school_type {
            SchoolType::Lycee => ("lycée", "collège"),
            SchoolType::College => ("collège", "lycée"),
        };
        let words = counted().into_iter().find(|(known, _)| *known == subject.counted).unwrap().1;
        let place = places().into_iter().find(|(id, ..)| *id == name.place).unwrap().1;
        for (what, text) in texts(name, &states) {
            let case = format!("{rank}, {what}: {text}");
            // Words of a person's own may name the other type.
            let plain = text.replace(words, "").replace("avec un réseau de lycée", "");
            assert!(!plain.contains(others), "{case}");
            assert!(quotation_depth(&text) < 2, "{case}");
            let quantity = words.starts_with("aux ") && subject.unit != Unit::Stage;
            assert!(!quantity || !text.to_lowercase().contains("part des"), "{case}");
            // A stage speaks for itself; a column has inner quotes, and stands in no place.
            let speaks = what != "reading" || subject.unit != Unit::Stage;
            if what != "columns" && speaks {
                let is_ent = subject.counted == Counted::Ent;
                assert!(text.contains(ours), "{case}");
                assert!(text.contains(words) || (is_ent && text.contains("ENT")), "{case}");
            }
            if !["columns", "reading"].contains(&what) {
                assert!(text.contains(place), "{case}");
            }
            for (id, other, _) in places() {
                assert!(
                    id == name.place || other.is_empty() || other == place || !text.contains(other),
                    "{case}"
                );
            }
            for (sector, word) in [(Sector::Public, "public"), (Sector::Prive, "privé")] {
                let told = plain.contains(word);
                assert!(told == (subject.sector == Some(sector)) || !speaks, "{case}");
            }
            let usage = ["utilis", "usage"].iter().any(|word| plain.contains(word));
            assert!(usage == (subject.measure == Measure::Usage) || !speaks, "{case}");
            if subject.measure == Measure::Usage || subject.counted != Counted::Ent {
                assert!(!plain.contains("équipés d’un ENT"), "{case}");
            }
            let dated = |date: Option<Date>| date.map_or_else(|| NO_DATE.to_owned(), day);
            if ["page", "alternative", "legend", "map"].contains(&what) {
                assert!(text.to_lowercase().contains(&dated(name.date)), "{case}");
            }
        }
    }
}

#[test]
fn a_file_name_says_what_the_title_says() {
    for name in names() {
        let subject = &name.subject;
        let file = name.file_name();
        let parts: Vec<&str> = file.split('-').collect();
        let has = |part: &str| parts.contains(&part);
        let types = [(SchoolType::Lycee, "lycees"), (SchoolType::College, "colleges")];
        for (school_type, part) in types {
            assert_eq!(has(part), subject.school_type == school_type, "{file}");
        }
        for (sector, part) in [(Sector::Public, "publics"), (Sector::Prive, "prives")] {
            assert_eq!(has(part), subject.sector == Some(sector), "{file}");
        }
        assert_eq!(has("usage"), subject.measure == Measure::Usage, "{file}");
        assert_eq!(has("stade"), subject.unit == Unit::Stage, "{file}");
    }
}

#[test]
fn no_two_maps_have_one_file_name() {
    let mut known: BTreeMap<String, MapName> = BTreeMap::new();
    for name in names() {
        let file = name.file_name();
        assert!(
            file.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{file}"
        );
        assert!(file.len() < 200 && !file.contains("--"), "{file}");
        let place = places().into_iter().find(|(id, ..)| *id == name.place).unwrap().2;
        assert!(file.contains(place), "{file}");
        if let Some(other) = known.insert(file.clone(), name.clone()) {
            // Borders make no difference on a map of départements.
            let MapName { edition, .. } = other;
            assert_eq!(MapName { edition, ..name.clone() }, other, "{file}");
            assert_eq!(name.borders(), None, "{file}");
        }
    }
    let fictitious = |fictitious| MapName { fictitious, ..names().swap_remove(0) }.file_name();
    assert_ne!(fictitious(true), fictitious(false));
}

#[test]
fn filters_and_perimeters_are_in_the_file_name_too() {
    let lycees = Subject::ent(SchoolType::Lycee);
    let name = |subject| MapName { subject, ..names().swap_remove(0) };
    let file = |subject| name(subject).file_name();
    let with = Subject { agricultural: Some(true), ..lycees.clone() };
    let without = Subject { agricultural: Some(false), ..lycees.clone() };
    let told = Subject { perimeter: "hors EREA".to_owned(), ..lycees.clone() };
    let plain = file(lycees);
    assert_eq!(file(without.clone()), plain, "left out is the rule");
    assert!(file(with).contains("avec-agricoles"));
    assert!(file(told.clone()).contains("champ-hors-erea"));
    let among = |distinction| Subject { subset: Subset::of([distinction]), ..told.clone() };
    let some = [Distinction::Rep, Distinction::RepPlus, Distinction::Professionnel].map(among);
    let files: BTreeSet<String> = some.into_iter().map(file).collect();
    assert_eq!(files.len(), 3, "{files:?}");
    let scope = |subject| name(subject).scope().replace(NARROW_SPACE, " ");
    assert_eq!(scope(told), "Champ : hors EREA.");
    assert_eq!(scope(Subject::ent(SchoolType::Lycee)), "");
    let public = Subject { sector: Some(Sector::Public), ..without };
    assert_eq!(scope(public), "Champ : public seulement, hors lycées agricoles.");
}

#[test]
fn the_names_that_people_know_are_written_as_before() {
    let ent = Subject::ent(SchoolType::Lycee);
    let name = MapName {
        subject: ent.clone(),
        level: Level::Region,
        edition: Edition::Before2016,
        place: TerritoryId::France,
        date: Some(date(2011, 10, 31)),
        fictitious: false,
    };
    let called = |subject: Subject| MapName { subject, ..name.clone() };
    assert_eq!(name.title(), "Part des lycées équipés d’un ENT, par région");
    assert_eq!(name.subtitle(), "Situation connue au 31 octobre 2011 · régions avant 2016");
    assert_eq!(name.file_name(), "ent-lycees-region-2011-10-31");
    let usage = ent.measured_by(Measure::Usage);
    assert_eq!(called(usage.clone()).title(), "Part des lycées où l’ENT est utilisé, par région");
    assert_eq!(called(usage).file_name(), "ent-usage-lycees-region-2011-10-31");
    let stage = Subject { unit: Unit::Stage, ..ent.clone() };
    assert_eq!(called(stage.clone()).title(), "Stade de déploiement des ENT en lycée, par région");
    assert_eq!(called(stage).file_name(), "ent-lycees-region-stade-2011-10-31");
    let fibre = Subject { counted: Counted::other("raccordés à la fibre"), ..ent.clone() };
    assert_eq!(called(fibre.clone()).title(), "Part des lycées raccordés à la fibre, par région");
    assert_eq!(called(fibre).file_name(), "raccordes-a-la-fibre-lycees-region-2011-10-31");
    let bretagne = MapName {
        subject: Subject { sector: Some(Sector::Public), ..ent },
        level: Level::Departement,
        place: TerritoryId::Region(Edition::Before2016, code("53")),
        ..name.clone()
    };
    assert_eq!(bretagne.file_name(), "ent-lycees-publics-region-bretagne-2011-10-31");
    assert_eq!(
        bretagne.title(),
        "Bretagne\u{202f}: part des lycées publics équipés d’un ENT, par département"
    );
    let since = MapName { edition: Edition::Since2016, ..name.clone() };
    assert_eq!(since.file_name(), "ent-lycees-region-limites-depuis-2016-2011-10-31");
    let undated = MapName { date: None, ..since };
    assert_eq!(undated.file_name(), "ent-lycees-region-sans-date");
    assert_eq!(undated.subtitle(), "Date non indiquée · régions depuis 2016");
}

#[test]
fn what_is_read_of_a_territory_says_what_the_title_says() {
    let dataset = Embedded::Example.dataset();
    let query = Query {
        school_type: SchoolType::Lycee,
        level: Level::Region,
        edition: Edition::Since2016,
        measure: Measure::Deploye,
        date: Some(date(2020, 1, 1)),
    };
    let states = states(&dataset, Registry::official(), &query);
    let ent = Subject { sector: Some(Sector::Public), ..Subject::ent(SchoolType::Lycee) };
    let note = |subject: Subject| {
        let document = Document::default();
        let name = MapName { subject, ..MapName::of(&document, &Place::default(), &dataset) };
        let territories = states.len();
        let figures = Figures { states: &states, territories, ..Figures::default() };
        page_text(&name, &figures, vec![]).reading_note
    };
    for (counted, measure, expected) in [
        (Counted::Ent, Measure::Deploye, "% des lycées publics ont un ENT ("),
        (Counted::Ent, Measure::Usage, "% des lycées publics utilisent un ENT ("),
        (
            Counted::other("raccordés à la fibre"),
            Measure::Deploye,
            "% des lycées publics sont raccordés à la fibre (",
        ),
        (Counted::other("GAR"), Measure::Deploye, "la part des lycées publics « GAR » vaut "),
        (
            Counted::other("taux de réussite"),
            Measure::Deploye,
            "taux de réussite (lycées publics)\u{202f}: ",
        ),
    ] {
        let text = note(Subject { counted, measure, ..ent.clone() });
        assert!(text.starts_with("Lecture\u{202f}: dans la région « "), "{text}");
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn each_text_of_a_page_says_its_own_and_the_alternative_text_says_them_all() {
    let states = known_states();
    let days = [date(2011, 10, 31), date(2024, 9, 1)];
    let supposed = ["date supposée d’après le titre".to_owned()];
    let name = names().swap_remove(0);
    let name = MapName {
        subject: Subject { sector: Some(Sector::Public), ..name.subject },
        date: Some(days[1]),
        ..name
    };
    let read = Some(states[0].id);
    let figures =
        Figures { states: &states, territories: 1, read, supposed: &supposed, dates: &days };
    let page = page_text(&name, &figures, vec!["Source : a.csv.".to_owned()]);
    let plain = |text: &str| text.replace(NARROW_SPACE, " ");
    assert_eq!(plain(&page.scope), "Champ : public seulement.");
    assert!(page.subtitle.contains("connues au 31 octobre 2011 et au 1er septembre 2024"));
    assert!(page.reading_note.contains("« Loire »") && !page.reading_note.contains("connue"));
    assert_eq!(page.missing, "Au 1er septembre 2024, la valeur est connue.");
    assert_eq!(plain(&page.supposed), "Lecture supposée : date supposée d’après le titre.");
    assert!(page.alternative.starts_with("Cartes"));
    for text in page.paragraphs() {
        assert!(page.alternative.contains(&text), "{text}");
    }
    let single = Figures { dates: &[], supposed: &[], ..figures };
    let page = page_text(&name, &single, vec![]);
    assert_eq!((page.missing.as_str(), page.supposed.as_str()), ("La valeur est connue.", ""));
}

#[test]
fn the_name_of_a_map_is_that_of_its_document() {
    let dataset = Embedded::Facts.dataset();
    let isere = TerritoryId::Departement(code("38"));
    let document = Document {
        measure: Measure::Usage,
        school_type: SchoolType::College,
        level: Level::Departement,
        ..Document::default()
    };
    let place = Place { territory: isere, ..Place::default() };
    let name = MapName::of(&document, &place, &dataset);
    assert_eq!(name.title(), "Isère\u{202f}: part des collèges où l’ENT est utilisé");
    assert_eq!(name.file_name(), "ent-usage-colleges-departement-isere-2011-10-31");
}
