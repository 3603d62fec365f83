use super::super::{EXAMPLE_CSV, Embedded, Query, states};
use super::*;
use std::collections::BTreeMap;

#[test]
fn the_example_file_is_what_the_generator_writes() {
    assert!(
        EXAMPLE_CSV == generate(),
        "geodata/exemple-fictif.csv is out of date; write it again with \
         `atlas-ent exemple --sortie geodata/exemple-fictif.csv`"
    );
}

#[test]
fn no_share_ever_goes_down_and_every_shape_is_there() {
    let mut last = BTreeMap::new();
    for o in Embedded::Example.dataset().observations() {
        let Some(share) = o.share else { continue };
        let before = last.insert((o.territory, o.school_types.label()), share);
        assert!(before.is_none_or(|before| before <= share), "line {}", o.line);
    }
    let count = |holds: fn(f64) -> bool| last.values().filter(|share| holds(**share)).count();
    assert_eq!(last.len(), 202);
    let (full, stuck) = (count(|s| s == 100.0), count(|s| (92.0..100.0).contains(&s)));
    assert!(full > 60 && stuck > 30, "in 2024, {full} at 100 % and {stuck} stuck");
}

#[test]
fn no_territory_is_without_stage_or_observation_at_any_date() {
    let (dataset, registry) = (Embedded::Example.dataset(), Registry::official());
    for school_type in SchoolType::ALL {
        for date in dataset.change_dates(school_type) {
            for (level, edition) in Level::MAPPED
                .into_iter()
                .flat_map(|level| Edition::ALL.map(|edition| (level, edition)))
            {
                let measure = crate::coverage::Measure::Deploye;
                let query = Query { school_type, level, edition, measure, date: Some(date) };
                for state in states(&dataset, registry, &query) {
                    if registry.get(state.id).unwrap().standing == Standing::Outside {
                        continue;
                    }
                    let told = (&state.share, &state.stage);
                    assert!(told.0.is_ok() && told.1.is_ok(), "{date} {state:?}");
                    let known = dataset.known_by(state.id, school_type, measure, Some(date)).next();
                    assert!(known.is_some(), "{date} {}", state.name);
                }
            }
        }
    }
    assert_eq!(dataset.stated_edition(), None, "its borders are those of both");
}

#[test]
fn some_departements_start_late_and_public_schools_come_first() {
    let dataset = Embedded::Example.dataset();
    let none_in = |year: i16| {
        let then =
            move |o: &&super::super::Observation| o.end().is_some_and(|day| day.year() == year);
        dataset.observations().iter().filter(then).filter(|o| o.share == Some(0.0)).count()
    };
    let counts = (none_in(2009), none_in(2016), none_in(2024));
    assert!(counts.0 > 60 && counts.1 > 2 && counts.2 == 0, "{counts:?}");
    let schools = Schools { public: 30, private: 10 };
    let rollout =
        Rollout { project: "", schools, start: 2010, duration: 5, private_lag: 5, ceiling: 40 };
    assert_eq!([2010, 2015, 2020].map(|year| rollout.equipped(year)), [0, 30, 40]);
}
