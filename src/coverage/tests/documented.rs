//! The documented facts, and what was counted by hand on 31 October 2011.

use jiff::civil::date;

use super::*;
use Level::{Academie, Departement, Region};
use SchoolType::{College, Lycee};

fn facts() -> std::sync::Arc<Dataset> {
    Embedded::Facts.dataset()
}

fn october_2011(school_type: SchoolType, level: Level) -> Query {
    query(school_type, level, date(2011, 10, 31))
}

/// How many of the states have a stage: all, then planned.
fn staged(states: &[TerritoryState], stage: Stage) -> (usize, usize) {
    let found = states.iter().filter_map(|s| s.stage.as_ref().ok()).filter(|s| s.stage == stage);
    let planned = found.clone().filter(|s| s.planned).count();
    (found.count(), planned)
}

fn codes_with_share(states: &[TerritoryState]) -> Vec<String> {
    let known = states.iter().filter(|state| state.share.is_ok());
    known.filter_map(|state| state.id.code()).map(|code| code.to_string()).collect()
}

#[test]
fn the_facts_are_of_before_2016() {
    assert_eq!(facts().edition(), Edition::Before2016);
}

#[test]
fn all_lycees_of_lorraine_have_one_in_october_2011() {
    let state = state_of(&facts(), &october_2011(Lycee, Region), "41");
    let share = state.share.unwrap();
    assert_eq!((share.percent, share.evidence), (100.0, Evidence::Documente));
    assert_eq!(share.period_end, Some(date(2011, 5, 9)));
    let nancy_metz = state_of(&facts(), &october_2011(Lycee, Academie), "12").share.unwrap();
    assert_eq!((nancy_metz.percent, nancy_metz.evidence), (100.0, Evidence::Documente));
    assert!(matches!(nancy_metz.origin, ShareOrigin::SameExtent { .. }));
}

#[test]
fn ile_de_france_has_at_least_58_percent() {
    let share = state_of(&facts(), &october_2011(Lycee, Region), "11").share.unwrap();
    assert_eq!((share.percent, share.equipped, share.total), (58.0, Some(275), Some(471)));
    assert_eq!(share.evidence, Evidence::BorneInferieure);
    assert!(share_text(&share, &[]).starts_with("au moins 58\u{202f}%"));
}

#[test]
fn the_loire_has_61_then_75_percent_of_its_colleges() {
    let loire = |day| percent_of(&facts(), &query(College, Departement, day), "42");
    assert_eq!(loire(date(2009, 9, 29)), None);
    assert_eq!(loire(date(2009, 9, 30)), Some(61.0));
    assert_eq!(loire(date(2010, 9, 29)), Some(61.0));
    assert_eq!(loire(date(2010, 9, 30)), Some(75.0));
}

#[test]
fn the_usage_of_80_percent_in_corsica_is_never_taken_for_deployment() {
    let december = query(Lycee, Region, date(2017, 12, 31));
    assert_eq!(percent_of(&facts(), &december, "94"), Some(100.0));
    let usage = Query { measure: Measure::Usage, ..december };
    assert_eq!(percent_of(&facts(), &usage, "94"), Some(80.0));
    let before = Query { date: Some(date(2017, 9, 4)), ..usage };
    assert_eq!(percent_of(&facts(), &before, "94"), None);
}

#[test]
fn the_207_of_732_schools_of_e_lyco_are_never_split() {
    let day = date(2010, 12, 31);
    for code in ["44", "49", "53", "72", "85"] {
        let state = state_of(&facts(), &query(College, Departement, day), code);
        let gap = Gap { reason: MissingReason::NonRenseigne, partial: None };
        assert_eq!(state.share, Err(gap), "{code}");
        assert_eq!(state.stage.map(|s| s.stage), Ok(Stage::Generalisation));
    }
    let region = state_of(&facts(), &query(Lycee, Region, day), "52");
    assert!(region.share.is_err());
    let split =
        facts().observations().iter().any(|o| o.equipped == Some(207) || o.total == Some(732));
    assert!(!split);
}

#[test]
fn the_oise_reaches_100_percent_only_when_its_undated_year_has_ended() {
    let oise = |day| percent_of(&facts(), &query(College, Departement, day), "60");
    assert_eq!(oise(date(2011, 10, 31)), Some(17.0));
    assert_eq!(oise(date(2011, 12, 30)), Some(17.0));
    assert_eq!(oise(date(2011, 12, 31)), Some(100.0));
}

#[test]
fn colleges_on_31_october_2011_are_those_counted_by_hand() {
    let states = ask(&facts(), &october_2011(College, Departement));
    assert_eq!(states.len(), 101);
    assert_eq!(codes_with_share(&states), ["42", "52", "54", "60", "67", "68", "69", "90"]);
    assert_eq!(staged(&states, Stage::Generalisation), (19, 2));
    assert_eq!(staged(&states, Stage::Experimentation), (6, 1));
    assert_eq!(staged(&states, Stage::EtudePrealable), (1, 1));
}

#[test]
fn lycees_on_31_october_2011_are_those_counted_by_hand() {
    let states = ask(&facts(), &october_2011(Lycee, Region));
    assert_eq!(states.len(), 27);
    assert_eq!(codes_with_share(&states), ["11", "41", "42", "74"]);
    assert_eq!(staged(&states, Stage::Generalisation), (10, 3));
    assert_eq!(staged(&states, Stage::Experimentation), (1, 0));
    assert_eq!(staged(&states, Stage::EtudePrealable), (0, 0));
}

/// Shares that rows about territories of a level itself give on a day, in whichever borders they are
/// written: all, those at 100 %, those of these that are documented, and the lower bounds of all.
fn known(school_type: SchoolType, level: Level, day: Date) -> [usize; 4] {
    let facts = facts();
    let mut known: Vec<Share> = Vec::new();
    for edition in Edition::ALL {
        let query = Query { edition, ..query(school_type, level, day) };
        for state in ask(&facts, &query) {
            let Ok(share) = state.share else { continue };
            let Some(row) = share.observation() else { continue };
            let own = facts.observations()[row].territory == state.id;
            if own && known.iter().all(|other| other.observation() != Some(row)) {
                known.push(share);
            }
        }
    }
    let count = |test: &dyn Fn(&&Share) -> bool| known.iter().filter(test).count();
    let full = |share: &&Share| share.percent == 100.0;
    let documented = |share: &&Share| full(share) && share.evidence == Evidence::Documente;
    let bound = |share: &&Share| share.evidence == Evidence::BorneInferieure;
    [known.len(), count(&full), count(&documented), count(&bound)]
}

#[test]
fn known_shares_are_as_many_as_were_counted_apart_from_the_program() {
    let colleges = |day| known(College, Departement, day);
    assert_eq!(colleges(date(2011, 10, 31)), [8, 5, 3, 0]);
    assert_eq!(colleges(date(2015, 12, 31))[0], 23);
    assert_eq!(colleges(date(2020, 12, 31))[0], 28);
    let [all, full, _, bounds] = colleges(date(2025, 12, 31));
    assert_eq!([all, full, bounds], [60, 37, 21]);
    assert_eq!(known(Lycee, Region, date(2011, 10, 31)), [4, 2, 1, 1]);
}

#[test]
fn the_vendee_stays_at_all_of_its_colleges_beside_the_bound_of_2025() {
    let vendee = state_of(&facts(), &query(College, Departement, date(2025, 12, 31)), "85");
    let share = vendee.share.unwrap();
    assert_eq!((share.percent, share.evidence), (100.0, Evidence::Documente));
    assert!(share.period_end.is_some_and(|day| day.year() == 2014), "{:?}", share.period_end);
}

#[test]
fn all_218_schools_of_alsace_are_all_of_its_lycees_but_no_number_of_them() {
    let alsace = state_of(&facts(), &october_2011(Lycee, Region), "42").share.unwrap();
    assert_eq!((alsace.percent, alsace.equipped, alsace.total), (100.0, None, None));
    let grand_est = |school_type| {
        let since = Edition::Since2016;
        let query = Query { edition: since, ..query(school_type, Region, date(2018, 12, 31)) };
        state_of(&facts(), &query, "44").share.ok().map(|share| share.percent)
    };
    assert!(SchoolType::ALL.map(grand_est).iter().all(|share| *share != Some(83.0)));
}

#[test]
fn rows_of_regions_are_of_the_borders_of_their_date() {
    let facts = facts();
    let regions = facts.observations().iter().filter(|row| row.territory.level() == Region);
    for row in regions {
        let (code, end) = (row.territory.code().unwrap(), row.end().unwrap());
        let only = Edition::ALL
            .map(|one| Registry::official().get(TerritoryId::new(Region, one, code)).is_some());
        if only[0] != only[1] {
            let expected = Edition::in_force(end.year());
            assert_eq!(row.territory.edition(), Some(expected), "line {}", row.line);
        }
    }
}

#[test]
fn rows_on_lycees_and_colleges_together_count_for_both_from_the_end_of_their_month() {
    for school_type in SchoolType::ALL {
        for code in ["08", "10", "22"] {
            let stage = |day| state_of(&facts(), &query(school_type, Academie, day), code).stage;
            let done = stage(date(2011, 11, 30)).map(|s| (s.stage, s.planned));
            assert_eq!(done, Ok((Stage::Generalisation, false)), "{code}");
            // The région Limousin, on the same ground as the académie 22, had its own.
            let on_its_ground = school_type == Lycee && code == "22";
            let before = stage(date(2011, 11, 29)).ok().map(|s| s.planned);
            assert_eq!(before, on_its_ground.then_some(false), "{code}");
        }
    }
}

#[test]
fn a_region_whose_known_departements_are_too_few_keeps_a_gap_with_what_is_known() {
    let champagne = state_of(&facts(), &october_2011(College, Region), "21");
    let gap = champagne.share.unwrap_err();
    assert_eq!(gap.reason, MissingReason::NonRenseigne);
    let partial = gap.partial.unwrap();
    let origin = ShareOrigin::Sum { parts_known: 1, parts: 4, estimated: true };
    assert_eq!((partial.percent, partial.origin), (100.0, origin));
    assert!(!partial.complete());
    let bretagne = state_of(&facts(), &october_2011(College, Region), "53");
    let gap = Gap { reason: MissingReason::NonDocumente, partial: None };
    assert_eq!(bretagne.share, Err(gap));
    let whole = ask(&facts(), &october_2011(College, Level::France));
    assert!(matches!(whole[0].share, Err(Gap { partial: Some(_), .. })));
}

#[test]
fn the_panel_gets_every_observation_of_a_ground_the_newest_first() {
    let dataset = facts();
    let corsica = |edition| TerritoryId::new(Region, edition, Code::new("94").unwrap());
    let registry = Registry::official();
    let lines =
        |id| -> Vec<u32> { dataset.observations_of(id, registry).iter().map(|o| o.line).collect() };
    assert_eq!(lines(corsica(Edition::Before2016)), [52, 51]);
    assert_eq!(lines(corsica(Edition::Since2016)), [52, 51]);
}

#[test]
fn the_slider_stops_where_something_becomes_known() {
    let dates = facts().change_dates(College);
    assert_eq!(dates.first(), Some(&date(2001, 10, 30)));
    assert_eq!(dates.last(), Some(&date(2025, 12, 31)));
    assert!(dates.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(dates.contains(&date(2011, 11, 30)), "rows on both types count");
    assert_eq!(facts().change_dates(Lycee).first(), Some(&date(2006, 2, 17)));
}
