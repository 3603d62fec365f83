//! The cards of the documented facts.

mod around;
mod schools;
mod several;

use super::*;
use crate::{
    coverage::{Embedded, SchoolType},
    project::Document,
};

fn card(document: Document, id: TerritoryId) -> Card {
    let dataset = Embedded::Facts.dataset();
    Card::new(&Reading::new(&document, &dataset), &dataset, id).unwrap()
}

fn departement(code: &str) -> TerritoryId {
    TerritoryId::Departement(Code::new(code).unwrap())
}

fn colleges() -> Document {
    Document { school_type: SchoolType::College, level: Level::Departement, ..Document::default() }
}

#[test]
fn the_card_of_the_loire_shows_every_observation_and_which_one_is_used() {
    let card = card(colleges(), departement("42"));
    assert_eq!(card.kind, "Département 42");
    assert_eq!(card.headline, Headline::Share { text: "75\u{202f}%".into(), part: 0.75 });
    let values: Vec<_> = card.history.iter().map(|l| (l.value.as_str(), l.used)).collect();
    assert_eq!(
        values,
        [
            ("100\u{202f}%", false),
            ("100\u{202f}% · généralisation", false),
            ("75\u{202f}% · généralisation", true),
            ("61\u{202f}% · généralisation", false)
        ]
    );
    assert!(card.history.iter().all(|line| line.source.starts_with("http")));
}

#[test]
fn the_card_of_lorraine_names_its_edition() {
    let lorraine = TerritoryId::Region(Edition::Before2016, Code::new("41").unwrap());
    let card = card(Document::default(), lorraine);
    assert_eq!(card.kind, "Région 41, avant 2016");
    assert_eq!(card.headline, Headline::Share { text: "100\u{202f}%".into(), part: 1.0 });
}

#[test]
fn a_sum_lists_the_departements_that_were_added_up() {
    let document = Document { data: Embedded::Example.into(), ..Document::default() };
    let dataset = Embedded::Example.dataset();
    let lorraine = TerritoryId::Region(Edition::Before2016, Code::new("41").unwrap());
    let card = Card::new(&Reading::new(&document, &dataset), &dataset, lorraine).unwrap();
    let names: Vec<&str> = card.parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Meurthe-et-Moselle", "Meuse", "Moselle", "Vosges"]);
}

#[test]
fn a_value_from_the_same_ground_under_another_name_says_so() {
    let nancy_metz = TerritoryId::Academie(Edition::Before2016, Code::new("12").unwrap());
    let card = card(Document { level: Level::Academie, ..Document::default() }, nancy_metz);
    let source = ("D’après", "région Lorraine, même territoire".to_owned());
    assert!(card.facts.contains(&source), "{:?}", card.facts);
}

#[test]
fn an_undocumented_departement_says_so_and_has_no_history() {
    let card = card(colleges(), departement("24"));
    assert!(matches!(card.headline, Headline::Gap { title: "Aucune source", .. }));
    assert!(card.history.is_empty());
    assert!(!card.unknowns.is_empty());
}

#[test]
fn observations_after_the_chosen_date_are_told_apart() {
    let card = card(colleges(), departement("60"));
    let later: Vec<bool> = card.history.iter().map(|line| line.later).collect();
    assert_eq!(later, [true, true, false], "100 % in 2011, whose year ends after October");
}
