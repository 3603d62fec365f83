//! Which observation decides, and why a value is missing.

use jiff::civil::date;

use super::*;
use Level::{Academie, Departement, Region};
use SchoolType::{College, Lycee};

const DAY: Date = date(2013, 12, 31);

fn ain(rows: &str) -> TerritoryState {
    state_of(&read(rows).0, &query(College, Departement, DAY), "01")
}

#[test]
fn of_two_that_end_together_the_more_precise_wins_then_the_later_row() {
    let percent = |rows: [(&str, f64); 3]| {
        let of_ain = |(period, percent)| share(departement("01"), College, period, percent);
        percent_of(&data(rows.map(of_ain).to_vec()), &query(College, Departement, DAY), "01")
    };
    assert_eq!(percent([("2012-12-31", 30.0), ("2012-12", 20.0), ("2012", 10.0)]), Some(30.0));
    assert_eq!(percent([("2012", 30.0), ("2012", 10.0), ("2012", 20.0)]), Some(20.0));
}

#[test]
fn a_planned_share_is_no_share_but_a_planned_stage_is_a_stage() {
    let rows = "departement,01,,collège,2010,expérimentation,10,,,,réalisé,\n\
                departement,01,,collège,2012,généralisation,100,,,,prévu,\n";
    let state = ain(rows);
    assert_eq!(state.share.unwrap().percent, 10.0);
    let stage = state.stage.unwrap();
    assert_eq!((stage.stage, stage.planned), (Stage::Generalisation, true));
}

#[test]
fn a_count_without_a_total_gives_no_share_and_is_not_nothing() {
    let state = ain("departement,01,,collège,2012,,,12,,,,\n");
    assert_eq!(state.share.unwrap_err().reason, MissingReason::NonRenseigne);
    assert_eq!(state.stage.unwrap_err().reason, MissingReason::NonRenseigne);
    let later = ain("departement,01,,collège,2014,,,12,,,,\n");
    assert_eq!(later.share.unwrap_err().reason, MissingReason::NonDocumente);
    let usage = ain("departement,01,,collège,2012,,50,,,usage,,\n");
    assert_eq!(usage.stage.unwrap_err().reason, MissingReason::NonDocumente);
}

#[test]
fn the_latest_share_or_stated_reason_decides() {
    let rows = "departement,01,,collège,2010,,50,,,,,\ndepartement,01,,collège,2012,,,,,,,\n";
    let (dataset, _) = read(rows);
    let ask = |dataset: &Dataset| {
        let share = state_of(dataset, &query(College, Departement, DAY), "01").share;
        reason(share.map(|share| share.percent))
    };
    assert_eq!(ask(&dataset), Ok(50.0), "an empty cell states nothing");
    let mut told = dataset.observations().to_vec();
    told[1].missing = Some(MissingReason::SecretStatistique);
    let dataset = Dataset::from_observations(told, dataset.edition(), Registry::official());
    assert_eq!(ask(&dataset), Err((MissingReason::SecretStatistique, false)));
}

#[test]
fn own_and_same_extent_compete_by_date_and_own_wins_a_tie() {
    let own = "region,41,Lorraine,lycée,2011,,40,,,,,\n";
    let lorraine = |rows: &str| {
        let share = state_of(&read(rows).0, &query(Lycee, Region, DAY), "41").share.unwrap();
        (share.percent, share.evidence)
    };
    let newer = format!("{own}academie,12,Nancy-Metz,lycée,2012,,60,,,,,à confirmer\n");
    assert_eq!(lorraine(&newer), (60.0, Evidence::AConfirmer));
    let same_day = format!("{own}academie,12,Nancy-Metz,lycée,2011-12-31,,60,,,,,\n");
    assert_eq!(lorraine(&same_day), (40.0, Evidence::Documente));
}

#[test]
fn what_stands_outside_is_out_of_the_perimeter() {
    let (dataset, _) = read("departement,976,,collège,2012,généralisation,50,,,,,\n");
    let state = state_of(&dataset, &query(College, Academie, DAY), "43");
    let outside = (MissingReason::HorsPerimetre, false);
    assert_eq!(reason(state.share), Err(outside));
    assert_eq!(reason(state.stage), Err(outside));
    let region = state_of(&dataset, &query(College, Region, DAY), "06").share.unwrap();
    assert!(matches!(region.origin, ShareOrigin::SameExtent { .. }));
}

#[test]
fn states_are_those_of_the_registry_in_its_order() {
    let dataset = Embedded::Facts.dataset();
    for level in [Level::France, Region, Academie, Departement] {
        let states = ask(&dataset, &query(Lycee, level, DAY));
        let ids: Vec<TerritoryId> = states.iter().map(|state| state.id).collect();
        let territories = Registry::official().territories(level, Edition::Before2016);
        assert_eq!(ids, territories.iter().map(|t| t.id).collect::<Vec<_>>());
    }
}
