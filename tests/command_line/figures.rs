//! The figures of an exported map are those counted by hand from the facts, for 31 October 2011.

use std::collections::BTreeSet;

use crate::{desk::Desk, drawing::Drawing};

/// The codes of the places whose words hold a value in percent.
fn with_a_share(drawing: &Drawing<'_>) -> BTreeSet<String> {
    let places = drawing.places();
    let known = places.into_iter().filter(|place| place.title.contains("\u{202f}%"));
    let codes = known.map(|place| place.id.trim_end_matches("-zoom").to_owned());
    codes.map(|id| id.split_once('-').unwrap().1.to_owned()).collect()
}

/// The number of territories in the classes of shares.
fn classed(drawing: &Drawing<'_>) -> usize {
    let legend = drawing.legend();
    legend.iter().filter(|(label, _)| label.ends_with("\u{202f}%")).map(|(_, count)| count).sum()
}

/// The number of territories in all lines but those that tell a part of others.
fn counted(drawing: &Drawing<'_>) -> usize {
    let legend = drawing.legend();
    legend.iter().filter(|(label, _)| !label.starts_with("dont ")).map(|(_, count)| count).sum()
}

#[test]
fn eight_departements_have_a_known_share_of_colleges() {
    let svg = Desk::new().made_text("export --type college --date 2011-10", "carte.svg");
    let drawing = Drawing::read(&svg);
    assert_eq!(classed(&drawing), 8);
    let known = ["42", "52", "54", "60", "67", "68", "69", "90"];
    assert_eq!(with_a_share(&drawing), known.map(str::to_owned).into());
    assert_eq!(counted(&drawing), 101, "the others are gaps, and counted");
}

#[test]
fn four_regions_have_a_known_share_of_lycees() {
    let svg = Desk::new().made_text("export --type lycee --date 2011-10", "carte.svg");
    let drawing = Drawing::read(&svg);
    assert_eq!(classed(&drawing), 4);
    assert_eq!(with_a_share(&drawing), ["11", "41", "42", "74"].map(str::to_owned).into());
    // At least 58 % in Île-de-France; Alsace and Limousin are deduced.
    assert_eq!(drawing.count("dont moins certain"), 3);
    assert_eq!(counted(&drawing), 27);
}

#[test]
fn stages_of_colleges_are_those_counted_by_hand() {
    let svg = Desk::new().made_text("export --type college --representation stade", "carte.svg");
    let drawing = Drawing::read(&svg);
    for (label, count) in [
        ("Généralisation", 19),
        ("Expérimentation", 6),
        ("Étude préalable", 1),
        ("dont annoncé, non réalisé", 2 + 1 + 1),
    ] {
        assert_eq!(drawing.count(label), count, "{label}");
    }
    assert_eq!(counted(&drawing), 101);
}

#[test]
fn stages_of_lycees_are_those_counted_by_hand() {
    let svg = Desk::new().made_text("export --type lycee --representation stade", "carte.svg");
    let drawing = Drawing::read(&svg);
    for (label, count) in
        [("Généralisation", 10), ("Expérimentation", 1), ("dont annoncé, non réalisé", 3)]
    {
        assert_eq!(drawing.count(label), count, "{label}");
    }
    assert_eq!(counted(&drawing), 27);
}

#[test]
fn the_share_of_the_loire_grew_from_61_to_75_percent() {
    let desk = Desk::new();
    let loire = |date: &str| {
        let svg = desk.made_text(&format!("export --type college --date {date}"), "carte.svg");
        let mut places = Drawing::read(&svg).places();
        places.retain(|place| place.id == "departement-42");
        places.remove(0).title
    };
    assert!(loire("2011-10").contains("75\u{202f}%"));
    assert!(loire("2009-12").contains("61\u{202f}%"), "{}", loire("2009-12"));
}
