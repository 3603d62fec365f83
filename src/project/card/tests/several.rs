//! Several territories, added up.

use super::around::{made, region};
use super::*;
use crate::cartography::ShareClasses;

const LYCEES: &str = "niveau,code,type,date,taux,equipes,total\n\
    region,41,lycée,2010,,30,40\nregion,42,lycée,2011-06,,50,50\nregion,43,lycée,2011-06,50,,\n";

fn several(codes: &[&str]) -> SelectionCard {
    let data = made(LYCEES);
    let ids: Vec<TerritoryId> = codes.iter().map(|code| region(code)).collect();
    SelectionCard::new(&Reading::new(&Document::default(), &data), &data, &ids).unwrap()
}

fn fact<'a>(card: &'a SelectionCard, label: &str) -> &'a str {
    card.facts.iter().find(|fact| fact.0 == label).map_or("", |fact| fact.1.as_str())
}

#[test]
fn several_are_a_sum_over_a_sum_and_never_a_mean_of_shares() {
    let card = several(&["41", "42"]);
    assert_eq!(card.name, "2 régions");
    // 80 of 90; the mean of 75 and 100 would be 87,5.
    assert_eq!(fact(&card, "Établissements"), "80 établissements sur 90");
    let Headline::Share { text, .. } = &card.headline else { panic!("{:?}", card.headline) };
    assert_eq!(text, "88,9\u{202f}%");
    assert_eq!(fact(&card, "Part la plus ancienne"), "31 décembre 2010");
    let members: Vec<&str> = card.members.iter().map(|bar| bar.name.as_str()).collect();
    assert_eq!(members, ["Alsace", "Lorraine"], "the greatest share first");
    assert!(card.unknowns.is_empty(), "{:?}", card.unknowns);
}

#[test]
fn a_share_without_counts_makes_the_sum_an_estimate_and_it_says_so() {
    let card = several(&["41", "43"]);
    // Franche-Comté, from the lines of the reference table: public and private lycées of 2011.
    let reference: u32 = crate::territory::REFERENCE_CSV
        .lines()
        .map(|line| line.split(',').collect::<Vec<_>>())
        .filter(|cells| ["25", "39", "70", "90"].contains(&cells[0]))
        .map(|cells| cells[11].parse::<u32>().unwrap() + cells[12].parse::<u32>().unwrap())
        .sum();
    let expected = 100.0 * (30.0 + 0.5 * f64::from(reference)) / (40.0 + f64::from(reference));
    let Headline::Share { text, part } = &card.headline else { panic!("{:?}", card.headline) };
    assert_eq!(text, &format!("environ {}", french::percent(expected, &ShareClasses::FIXED)));
    assert!((f64::from(*part) - expected / 100.0).abs() < 1e-6);
    assert!(fact(&card, "Calcul").starts_with("estimation"));
}

#[test]
fn what_has_no_share_is_left_out_of_the_sum_and_named() {
    let card = several(&["41", "42", "94"]);
    assert_eq!(card.name, "3 régions");
    assert_eq!(fact(&card, "Établissements"), "80 établissements sur 90");
    assert_eq!(fact(&card, "Connu pour"), "2 régions sur 3");
    let sentence = "1 région n’entre pas dans la somme\u{202f}: Corse (non documenté).";
    assert_eq!(card.unknowns, [sentence]);
    let unknown = several(&["94", "93"]);
    assert!(matches!(unknown.headline, Headline::Gap { .. }), "unknown, not nothing");
}

#[test]
fn what_lies_in_another_is_counted_once() {
    let data = made(LYCEES);
    let reading = Reading::new(&Document::default(), &data);
    let ids = [departement("54"), region("41"), region("42"), region("41")];
    let card = SelectionCard::new(&reading, &data, &ids).unwrap();
    assert_eq!(card.name, "2 régions");
    assert_eq!(fact(&card, "Établissements"), "80 établissements sur 90");
    assert!(card.unknowns[0].contains("Meurthe-et-Moselle, qui est dans Lorraine"));
}

#[test]
fn several_stand_beside_france() {
    let bars: Vec<String> =
        several(&["41", "42"]).comparison.into_iter().map(|bar| bar.name).collect();
    assert_eq!(bars, ["France"]);
}
