use super::*;
use crate::{
    coverage::{Embedded, Measure, SchoolType, states},
    territory::{Edition, Level},
};
use jiff::civil::date;

fn symbology(school_type: SchoolType, level: Level, representation: Representation) -> Symbology {
    let query = Query {
        school_type,
        level,
        edition: Edition::Before2016,
        measure: Measure::Deploye,
        date: Some(date(2011, 10, 31)),
    };
    let dataset = Embedded::Facts.dataset();
    let states = states(&dataset, Registry::official(), &query);
    let words = LegendWords {
        title: "Titre".to_owned(),
        unit: "en %".to_owned(),
        date: "au 31 octobre 2011".to_owned(),
        filters: None,
        no_value: String::new(),
    };
    Symbology::new(&states, &query, representation, words)
}

fn lines(symbology: &Symbology) -> Vec<String> {
    let legend = symbology.legend.in_use();
    let lines = legend.groups.iter().flat_map(|group| &group.lines);
    lines.map(|line| format!("{} : {}", line.label, line.territories.len())).collect()
}

#[test]
fn the_legend_of_lycees_in_october_2011_counts_every_region_once() {
    let made = symbology(SchoolType::Lycee, Level::Region, Representation::Share);
    assert_eq!(
        lines(&made),
        [
            "100\u{202f}% : 2",
            "de 40 à moins de 60\u{202f}% : 1",
            "de 20 à moins de 40\u{202f}% : 1",
            "dont moins certain : 3",
            "Aucune source : 15",
            "Source sans ce chiffre : 8",
        ]
    );
}

#[test]
fn the_legend_of_stages_tells_planned_ones() {
    let made = symbology(SchoolType::College, Level::Departement, Representation::Stage);
    let lines = lines(&made);
    assert_eq!(lines[..3], ["Généralisation : 19", "Expérimentation : 6", "Étude préalable : 1"]);
    assert!(lines.contains(&"dont annoncé, non réalisé : 4".to_owned()), "{lines:?}");
}

#[test]
fn a_gap_has_no_colour_and_a_value_always_has_one() {
    let made = symbology(SchoolType::College, Level::Departement, Representation::Share);
    let coloured = made.symbols.iter().filter(|symbol| symbol.fill.colour.is_some()).count();
    assert_eq!(coloured, 8);
    assert!(made.symbols.iter().all(|s| s.fill.colour.is_some() || s.fill.hatch.is_some()));
}

#[test]
fn a_figure_says_how_much_of_a_territory_is_known_where_it_is_not_all() {
    let dataset = Embedded::Example.dataset();
    let query = Query {
        school_type: SchoolType::Lycee,
        level: Level::Region,
        edition: Edition::Before2016,
        measure: Measure::Deploye,
        date: Some(date(2011, 10, 31)),
    };
    let mut states = states(&dataset, Registry::official(), &query);
    let mut share = states[0].share.unwrap();
    share.origin = ShareOrigin::Sum { parts_known: 2, parts: 3, estimated: false };
    states[0].share = Ok(share);
    let figure = |rank: usize| figure(&states[rank], &ShareClasses::default()).unwrap();
    assert_eq!(figure(0).known.as_deref(), Some("2 dép. sur 3"));
    assert_eq!(figure(1).known, None);
}

#[test]
fn mayotte_among_the_academies_of_2011_is_explained_but_not_counted() {
    let made = symbology(SchoolType::Lycee, Level::Academie, Representation::Share);
    assert!(lines(&made).contains(&"Hors périmètre : 1".to_owned()));
    assert_eq!(made.legend.territories, 30);
}
