//! The picture of October 2011, counted by hand, and each verdict on made-up data.

use jiff::civil::{Date, date};

use super::*;
use crate::{
    coverage::{Embedded, Subject, dataset_of},
    territory::{Code, Edition, Registry, Standing},
};

const OCTOBER_2011: PictureQuery = PictureQuery {
    subject: Subject::ent(SchoolType::Lycee),
    date: Some(date(2011, 10, 31)),
    edition: Edition::Before2016,
    fictitious: false,
    own: false,
};

fn get<'a>(indicators: &'a [Indicator], id: &str) -> &'a Indicator {
    indicators.iter().find(|indicator| indicator.id == id).unwrap()
}

fn facts() -> Vec<Indicator> {
    indicators(&Embedded::Facts.dataset(), &OCTOBER_2011)
}

fn made_up(rows: &str) -> Vec<Indicator> {
    let header = "niveau,code,nom,type,date,stade,taux,equipes,total,mesure,statut,preuve\n";
    let (dataset, notices) = dataset_of(&format!("{header}{rows}"));
    assert!(notices.is_empty(), "{notices:?}");
    indicators(&dataset, &OCTOBER_2011)
}

/// The codes of the 27 régions of 2011.
fn regions() -> Vec<Code> {
    let all = Registry::official().territories(Level::Region, Edition::Before2016);
    all.iter().filter_map(|territory| territory.id.code()).collect()
}

/// The first `full` régions at 100 %, the next `part` at 40 %, the rest unknown, by a day.
fn lycees_of_regions(full: usize, part: usize, day: Date, evidence: &str) -> Vec<Indicator> {
    let row = |(rank, code): (usize, &Code)| {
        let share = if rank < full { 100 } else { 40 };
        format!("region,{code},,lycée,{day},,{share},,,déployé,réalisé,{evidence}\n")
    };
    let rows: String = regions().iter().enumerate().take(full + part).map(row).collect();
    made_up(&rows)
}

fn verdict(indicators: &[Indicator], id: &str) -> (Verdict, String) {
    let announced = get(indicators, id).announced.as_ref().unwrap();
    (announced.verdict, announced.reason.replace('\u{202f}', " "))
}

fn codes(ids: &[TerritoryId]) -> Vec<String> {
    ids.iter().filter_map(|id| id.code()).map(|code| code.to_string()).collect()
}

#[test]
fn the_announcements_are_read_as_their_file_has_them() {
    let all = announcements();
    // Counted and quoted from the file.
    assert_eq!(all.len(), 10);
    let told: Vec<String> = all.iter().map(|one| one.text().replace('\u{202f}', " ")).collect();
    let expected = [
        "20 000 établissements",
        "3 500 000 comptes",
        "6 000 établissements",
        "au moins 10 000 000 comptes",
        "toutes les académies",
        "2/3 des académies",
        "environ 1/2 des départements",
        "environ 2/3 des régions",
        "6 régions",
        "25 départements",
    ];
    assert_eq!(told, expected);
    assert!(all[0].note.starts_with("annoncé pour la rentrée 2010\u{202f}; incompatible"));
    let later = all.iter().filter(|one| one.day() == date(2011, 10, 31)).count();
    assert_eq!((later, all[0].day()), (8, date(2010, 9, 30)));
}

#[test]
fn every_announcement_stands_beside_one_indicator() {
    let facts = facts();
    let mut shown: Vec<&str> = facts
        .iter()
        .filter_map(|i| Some(i.announced.as_ref()?.announcement.key.as_str()))
        .collect();
    let mut all: Vec<&str> = announcements().iter().map(|one| one.key.as_str()).collect();
    shown.sort_unstable();
    all.sort_unstable();
    assert_eq!(shown, all);
    let mut ids: Vec<&str> = facts.iter().map(|indicator| indicator.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), facts.len(), "no two are called alike");
}

#[test]
fn one_region_of_the_six_is_documented_and_one_deduced_in_october_2011() {
    let facts = facts();
    let regions = get(&facts, "regions_lycees_100");
    assert_eq!(regions.value, IndicatorValue::Territories { counted: 2, total: 27 });
    assert_eq!(codes(&regions.counted), ["41", "42"]);
    assert_eq!((regions.reach.known, regions.reach.unknown()), (4, 23));
    let (verdict, reason) = verdict(&facts, "regions_lycees_100");
    assert_eq!(verdict, Verdict::NotVerifiable);
    let expected = "2 régions à 100 % (1 documentée, 1 déduite) sur 6 annoncées ; 23 sans taux \
                    connu, 1 avec une borne seulement, 1 avec un taux plus ancien.";
    assert_eq!(reason, expected);
}

#[test]
fn three_departements_of_the_twenty_five_are_documented_and_two_deduced_in_october_2011() {
    let facts = facts();
    let departements = get(&facts, "departements_colleges_100");
    assert_eq!(codes(&departements.counted), ["52", "54", "67", "68", "90"]);
    assert_eq!((departements.reach.known, departements.reach.unknown()), (8, 93));
    let (verdict, reason) = verdict(&facts, "departements_colleges_100");
    assert_eq!(verdict, Verdict::NotVerifiable);
    // The Oise, last seen at 17 % in 2009, was at 100 % in some month of 2011.
    let expected = "5 départements à 100 % (3 documentés, 2 déduits) sur 25 annoncés ; 93 sans \
                    taux connu, 3 avec un taux plus ancien.";
    assert_eq!(reason, expected);
}

#[test]
fn stages_in_october_2011_are_those_counted_by_hand() {
    let facts = facts();
    for (id, counted, planned, known) in [
        ("departements_engages", 23, 3, 26),
        ("departements_generalisation", 17, 2, 26),
        ("departements_experimentation", 6, 1, 26),
        ("departements_etude_prealable", 0, 1, 26),
        ("regions_engagees", 8, 3, 11),
        ("regions_generalisation", 7, 3, 11),
        ("regions_experimentation", 1, 0, 11),
        ("regions_etude_prealable", 0, 0, 11),
        // Those on the ground of a région, and Paris, where a collège's project is planned.
        ("academies_engagees", 7, 3, 10),
        ("academies_generalisation", 6, 2, 10),
        ("academies_experimentation", 1, 1, 10),
    ] {
        let indicator = get(&facts, id);
        let count = (indicator.counted.len(), indicator.planned.len(), indicator.reach.known);
        assert_eq!(count, (counted, planned, known), "{id}");
    }
    let (verdict, reason) = verdict(&facts, "academies_generalisation");
    assert_eq!(verdict, Verdict::NotVerifiable);
    let start =
        "6 académies documentées en généralisation sur 19 à 21 annoncées (2/3 des académies) ; ";
    assert!(reason.starts_with(start), "{reason}");
    assert!(reason.contains("2 où c’est seulement prévu"), "{reason}");
}

#[test]
fn mayotte_is_not_counted_among_the_academies_of_2011() {
    let outside = Registry::official().territories(Level::Academie, Edition::Before2016).iter();
    assert_eq!(outside.filter(|one| one.standing == Standing::Outside).count(), 1);
    let value = get(&facts(), "academies_engagees").value;
    assert_eq!(value, IndicatorValue::Territories { counted: 7, total: 30 });
}

#[test]
fn an_announced_number_is_confirmed_only_where_nothing_unknown_could_change_it() {
    let day = date(2011, 10, 31);
    let of = |full, part| {
        verdict(&lycees_of_regions(full, part, day, "documenté"), "regions_lycees_100")
    };
    let (verdict, reason) = of(6, 21);
    assert_eq!(verdict, Verdict::Confirmed);
    assert_eq!(reason, "6 régions documentées à 100 % sur 6 annoncées. C’est ce qui est annoncé.");
    // One that nobody knows might be a seventh.
    assert_eq!(of(6, 20).0, Verdict::NotVerifiable);
    assert_eq!(of(5, 21).0, Verdict::NotVerifiable);
}

#[test]
fn an_announced_number_is_contradicted_by_more_or_where_too_few_are_left() {
    let day = date(2011, 10, 31);
    let of = |full, part| {
        verdict(&lycees_of_regions(full, part, day, "documenté"), "regions_lycees_100")
    };
    let (verdict, reason) = of(7, 0);
    assert_eq!(verdict, Verdict::Contradicted);
    assert!(reason.ends_with("20 sans taux connu. C’est plus que ce qui est annoncé."), "{reason}");
    let (verdict, reason) = of(3, 22);
    assert_eq!(verdict, Verdict::Contradicted);
    let end = "Au plus 5 régions le seraient, moins que ce qui est annoncé.";
    assert!(reason.ends_with(end), "{reason}");
    assert_eq!(of(3, 21).0, Verdict::NotVerifiable, "three unknown ones could make six");
}

#[test]
fn what_is_old_weak_or_a_bound_contradicts_nothing() {
    let of = |full, part, day, evidence| {
        verdict(&lycees_of_regions(full, part, day, evidence), "regions_lycees_100").0
    };
    let (before, on) = (date(2011, 9, 30), date(2011, 10, 1));
    assert_eq!(of(0, 27, on, "documenté"), Verdict::Contradicted);
    assert_eq!(of(0, 27, before, "documenté"), Verdict::NotVerifiable, "it may have grown");
    assert_eq!(of(0, 27, on, "à confirmer"), Verdict::NotVerifiable);
    assert_eq!(of(0, 27, on, "borne inférieure"), Verdict::NotVerifiable);
    assert_eq!(of(27, 0, on, "à confirmer"), Verdict::NotVerifiable);
    assert_eq!(of(27, 0, before, "documenté"), Verdict::Contradicted, "equipped stays equipped");
}

#[test]
fn a_part_of_the_territories_is_judged_as_the_round_figure_that_it_is() {
    let academies = Registry::official().territories(Level::Academie, Edition::Before2016);
    let of = |count: usize| {
        let full = academies.iter().filter(|one| one.standing == Standing::Full);
        let rows: String = full.enumerate().map(|(rank, academie)| {
            let stage = if rank < count { "généralisation" } else { "expérimentation" };
            let code = academie.id.code().unwrap();
            format!("academie,{code},,lycée et collège,2011-10-15,{stage},,,,déployé,réalisé,documenté\n")
        }).collect();
        let found = made_up(&rows);
        (verdict(&found, "academies_generalisation").0, verdict(&found, "academies_engagees").0)
    };
    assert_eq!(of(20), (Verdict::Confirmed, Verdict::Confirmed));
    assert_eq!(of(19).0, Verdict::Confirmed);
    assert_eq!(of(15).0, Verdict::Contradicted);
    assert_eq!(of(25).0, Verdict::Contradicted);
}

#[test]
fn national_figures_are_quoted_beside_what_adds_up() {
    let query = PictureQuery {
        subject: Subject::ent(SchoolType::Lycee),
        date: Some(date(2025, 12, 31)),
        edition: Edition::Since2016,
        ..OCTOBER_2011
    };
    let now = indicators(&Embedded::Facts.dataset(), &query);
    let colleges = get(&now, "colleges_equipes");
    assert_eq!(colleges.quotations.len(), 3);
    let IndicatorValue::Share(share) = &colleges.value else { panic!("{:?}", colleges.value) };
    let adds_up = share.as_ref().unwrap();
    // The 60 départements of the file and La Réunion, known as a région: the 89 % are not in it.
    let origin = crate::coverage::ShareOrigin::Sum { parts_known: 61, parts: 101, estimated: true };
    assert_eq!(adds_up.origin, origin);
    let text = picture_text(&now, &query).replace('\u{202f}', " ");
    assert!(text.contains("  Source citée : 89 % des collèges, public, déployé, septembre 2024"));
    assert!(get(&facts(), "colleges_equipes").quotations.is_empty(), "not yet in 2011");
    assert!(get(&now, "regions_lycees_100").quotations.is_empty(), "of régions");
}

#[test]
fn what_came_later_neither_confirms_nor_contradicts() {
    let dataset = Embedded::Facts.dataset();
    let query = PictureQuery {
        subject: Subject::ent(SchoolType::Lycee),
        date: Some(date(2017, 12, 31)),
        edition: Edition::Since2016,
        fictitious: false,
        own: false,
    };
    let later = indicators(&dataset, &query);
    let value = get(&later, "regions_lycees_100").value;
    assert!(matches!(value, IndicatorValue::Territories { total: 18, .. }), "{value:?}");
    let then = verdict(&facts(), "regions_lycees_100");
    let now = verdict(&later, "regions_lycees_100");
    assert_eq!(now, (then.0, format!("Au 31 octobre 2011 : {}", then.1)));
}

#[test]
fn invented_figures_are_compared_with_nothing() {
    let query = PictureQuery { fictitious: true, own: false, ..OCTOBER_2011 };
    let invented = indicators(&Embedded::Example.dataset(), &query);
    for indicator in &invented {
        let announced = indicator.announced.as_ref();
        assert!(announced.is_none_or(|one| one.verdict == Verdict::NotVerifiable));
    }
    assert!(picture_text(&invented, &query).contains("\nDONNÉES FICTIVES\n"));
}

#[test]
fn the_20_000_schools_are_cited_with_their_note_and_enter_no_figure() {
    let facts = facts();
    let announced = get(&facts, "etablissements_equipes").announced.as_ref().unwrap();
    assert_eq!(announced.verdict, Verdict::NotVerifiable);
    let note = &announced.announcement.note;
    assert!(note.contains("11 400 établissements"), "{note}");
    // Said once, in the panel and in the text for the clipboard.
    assert!(!announced.reason.contains(note.as_str()));
    let text = picture_text(&facts, &OCTOBER_2011);
    assert_eq!(text.matches("11 400 établissements").count(), 1, "{text}");
    for indicator in &facts {
        let text = indicator.value_text() + &indicator.reach_text();
        assert!(!text.contains("20\u{202f}000"), "{text}");
    }
}

#[test]
fn schools_of_both_types_are_added_up_where_both_are_known() {
    let rows = "departement,38,,lycée,2011-10-01,,,10,40,déployé,réalisé,documenté\n\
                departement,38,,collège,2011-10-01,,,30,90,déployé,réalisé,documenté\n\
                departement,73,,collège,2011-10-01,,,5,45,déployé,réalisé,documenté\n";
    let found = made_up(rows);
    let both = get(&found, "etablissements_equipes");
    let sum = SchoolSum { equipped: 45, total: 175, estimated: false, complete: false };
    assert_eq!(both.value, IndicatorValue::Schools(Some(sum)));
    assert_eq!((both.reach.known, both.reach.of_one_type, both.reach.unknown()), (2, 1, 99));
    assert_eq!(codes(&both.counted), ["38", "73"]);
    assert_eq!(both.value_text(), "45 établissements sur 175, là où une part est connue");
    let lycees = get(&found, "lycees_equipes").value_text();
    assert!(lycees.contains("10 établissements sur 40"), "{lycees}");
}

#[test]
fn schools_of_both_types_that_are_counted_at_once_are_not_added_twice() {
    let rows = "departement,67,,lycée et collège,2011-10-01,,,150,300,déployé,réalisé,documenté\n\
                departement,68,,lycée,2011-10-01,,,30,60,déployé,réalisé,documenté\n\
                departement,68,,collège,2011-10-01,,,10,100,déployé,réalisé,documenté\n";
    let found = made_up(rows);
    // Of the 300 of the Bas-Rhin nobody knows which are lycées.
    let sum = SchoolSum { equipped: 40, total: 160, estimated: false, complete: false };
    let both = get(&found, "etablissements_equipes");
    assert_eq!(both.value, IndicatorValue::Schools(Some(sum)));
}

#[test]
fn the_text_for_the_clipboard_has_every_figure_with_its_announcement() {
    let facts = facts();
    let text = picture_text(&facts, &OCTOBER_2011).replace('\u{202f}', " ");
    assert!(text.starts_with("Les ENT en France, situation connue au 31 octobre 2011"), "{text}");
    for indicator in &facts {
        assert!(text.contains(&format!("\n{} : ", indicator.label)), "{}", indicator.label);
    }
    let lines = "Régions dont tous les lycées ont un ENT : 2 régions sur 27\n  4 régions ont une \
                 valeur ; 23 n’en ont pas (aucune source : 15, source sans ce chiffre : 8)\n  Annonce du \
                 ministère (octobre 2011) : 6 régions\n  → non vérifiable avec ces données. 2 régions";
    assert!(text.contains(lines), "{text}");
    assert_eq!(text.matches("Annonce du ministère").count(), 10);
}

#[test]
fn of_a_file_of_ones_own_only_what_it_speaks_of_is_shown() {
    let ids = |rows: &str, date: Option<Date>| -> Vec<&str> {
        let header = "niveau,code,nom,type,date,stade,taux,equipes,total,mesure,statut,preuve\n";
        let dataset = dataset_of(&format!("{header}{rows}")).0;
        let query = PictureQuery { date, own: true, ..OCTOBER_2011 };
        let all = indicators(&dataset, &query);
        let compared = all.iter().filter(|one| one.announced.is_some()).map(|one| one.id);
        all.iter().map(|one| one.id).chain(compared).collect()
    };
    // Rates of collèges of another time: no stage, no lycée, and no word on October 2011.
    let colleges = "departement,38,,collège,2023,,100,,,,,\n";
    let said = ids(colleges, Some(date(2023, 12, 31)));
    assert_eq!(said, ["colleges_equipes", "departements_colleges_100"]);
    // Of October 2011, in both types: compared where something is known.
    let both = "region,11,,lycée,2011-10,,100,,,,,\ndepartement,38,,collège,2011-10,,40,,,,,\n";
    let said = ids(both, OCTOBER_2011.date);
    assert!(said.contains(&"etablissements_equipes") && !said.contains(&"comptes_crees"));
    let times = |id: &str| said.iter().filter(|one| **one == id).count();
    assert_eq!((times("regions_lycees_100"), times("departements_colleges_100")), (2, 2));
    assert_eq!(times("academies_engagees"), 0, "no stage is told");
    let stage = "academie,08,,lycée,2011-10,généralisation,,,,,,\n";
    let said = ids(stage, OCTOBER_2011.date);
    assert!(said.contains(&"academies_engagees") && !said.contains(&"lycees_equipes"), "{said:?}");
}
