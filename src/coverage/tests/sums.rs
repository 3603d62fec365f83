//! Parts add up to wholes.

use jiff::civil::date;

use super::*;
use Level::{Academie, Departement, France, Region};
use SchoolType::{College, Lycee};

const DAY: Date = date(2012, 12, 31);

fn sum(rows: &str, level: Level, code: &str) -> Result<Share, Gap> {
    state_of(&read(rows).0, &query(Lycee, level, DAY), code).share
}

fn row(code: &str, taux: &str, equipes: &str, total: &str) -> String {
    format!("departement,{code},,lycée,2012,,{taux},{equipes},{total},,,\n")
}

#[test]
fn every_level_of_the_example_is_the_sum_of_its_departements() {
    let dataset = Embedded::Example.dataset();
    let registry = Registry::official();
    let days = [date(2009, 9, 30), date(2013, 1, 1), date(2016, 12, 31), date(2024, 12, 31)];
    for day in days {
        for school_type in SchoolType::ALL {
            for (level, edition) in [France, Region, Academie]
                .into_iter()
                .flat_map(|level| Edition::ALL.map(|edition| (level, edition)))
            {
                let query = Query { edition, ..query(school_type, level, day) };
                let states = ask(&dataset, &query);
                for (state, territory) in states.iter().zip(registry.territories(level, edition)) {
                    if territory.standing == crate::territory::Standing::Outside {
                        assert!(state.share.is_err());
                        continue;
                    }
                    // Added up straight from the rows of that year, without the code under test.
                    let year = if day.month() >= 9 { day.year() } else { day.year() - 1 };
                    let rows = dataset.observations().iter().filter(|o| {
                        o.territory.level() == Departement
                            && o.period == Some(Period::Month(year, 9))
                            && o.school_types == SchoolTypes::One(school_type)
                            && territory.departements.contains(&o.territory.code().unwrap())
                    });
                    let (equipped, total) = rows.fold((0, 0), |(equipped, total), o| {
                        (equipped + o.equipped.unwrap(), total + o.total.unwrap())
                    });
                    let share = state.share.unwrap();
                    assert_eq!((share.equipped, share.total), (Some(equipped), Some(total)));
                    assert_eq!(share.percent, 100.0 * f64::from(equipped) / f64::from(total));
                    assert!(share.complete() && !share.estimated());
                }
            }
        }
    }
}

#[test]
fn a_share_without_counts_is_weighed_by_the_reference_and_marks_the_sum_as_an_estimate() {
    // Alsace: 67 has counts; 68 has a rate over its reference number of lycées.
    let rows = row("67", "", "30", "60") + &row("68", "100", "", "");
    let haut_rhin = reference_schools(Code::new("68").unwrap(), Lycee, Some(DAY)).unwrap();
    let share = sum(&rows, Region, "42").unwrap();
    let expected = 100.0 * f64::from(30 + haut_rhin) / f64::from(60 + haut_rhin);
    assert!((share.percent - expected).abs() < 1e-9);
    assert_eq!((share.equipped, share.total), (Some(30 + haut_rhin), Some(60 + haut_rhin)));
    assert!(share.estimated() && share.complete());
}

#[test]
fn an_incomplete_sum_stands_only_when_it_holds_half_of_the_schools() {
    // Alsace: the Bas-Rhin (67) has more lycées than the Haut-Rhin (68).
    let lycees = |code| reference_schools(Code::new(code).unwrap(), Lycee, Some(DAY)).unwrap();
    assert!(lycees("67") > lycees("68"));
    let most = sum(&row("67", "", "3", "10"), Region, "42").unwrap();
    let origin = ShareOrigin::Sum { parts_known: 1, parts: 2, estimated: false };
    assert_eq!((most.origin, most.complete()), (origin, false));
    let few = sum(&row("68", "", "3", "10"), Region, "42").unwrap_err();
    assert_eq!(few.reason, MissingReason::NonRenseigne);
    assert_eq!(few.partial.map(|share| share.percent), Some(30.0));
}

#[test]
fn a_sum_is_100_or_0_only_when_every_part_is() {
    let corse = |one: f64, other: f64| {
        let of = |code, percent| share(departement(code), Lycee, "2011", percent);
        let dataset = data(vec![of("2A", one), of("2B", other)]);
        state_of(&dataset, &query(Lycee, Region, DAY), "94").share.unwrap()
    };
    assert_eq!(corse(100.0, 100.0).percent, 100.0);
    assert_eq!(corse(0.0, 0.0).percent, 0.0);
    let nearly = corse(100.0, 99.999_999_999_999);
    assert!(nearly.percent < 100.0 && nearly.equipped < nearly.total);
    let hardly = corse(0.0, 0.000_000_000_001);
    assert!(hardly.percent > 0.0 && hardly.equipped == Some(1));
}

#[test]
fn a_sum_is_as_old_and_as_weak_as_its_oldest_and_weakest_part() {
    let rows = "departement,2A,,lycée,2009-06,,,3,8,,,borne inférieure\n\
                departement,2B,,lycée,2012,,,5,10,,,documenté\n";
    let share = sum(rows, Region, "94").unwrap();
    assert_eq!(share.period_end, Some(date(2009, 6, 30)));
    assert_eq!(share.evidence, Evidence::BorneInferieure);
}

#[test]
fn a_part_without_such_schools_is_no_part() {
    let rows = row("2A", "", "0", "0") + &row("2B", "", "5", "10");
    let share = sum(&rows, Region, "94").unwrap();
    let origin = ShareOrigin::Sum { parts_known: 1, parts: 1, estimated: false };
    assert_eq!((share.percent, share.origin), (50.0, origin));
    let none = sum(&(row("2A", "", "0", "0") + &row("2B", "", "0", "0")), Region, "94");
    assert_eq!(reason(none), Err((MissingReason::SansObjet, false)));
}

#[test]
fn nothing_comes_down_to_a_departement_and_an_observed_share_comes_before_a_sum() {
    let rows = row("2A", "", "1", "8")
        + &row("2B", "", "1", "10")
        + "region,94,Corse,lycée,2010,,90,,,,,\n";
    let (dataset, _) = read(&rows);
    let corse = state_of(&dataset, &query(Lycee, Region, DAY), "94").share.unwrap();
    assert_eq!((corse.percent, corse.period_end), (90.0, Some(date(2010, 12, 31))));
    let (dataset, _) = read("region,94,Corse,lycée,2010,,90,,,,,\n");
    for code in ["2A", "2B"] {
        let state = state_of(&dataset, &query(Lycee, Departement, DAY), code);
        assert_eq!(reason(state.share), Err((MissingReason::NonDocumente, false)));
    }
}

#[test]
fn a_part_without_a_reference_number_weighs_as_its_own_total_or_as_the_average() {
    // France with every département but Mayotte known: incomplete and representative.
    let registry = Registry::official();
    let departements = registry.territories(Departement, Edition::Since2016);
    let code = |id: TerritoryId| id.code().unwrap().to_string();
    let rows: String = departements
        .iter()
        .map(|territory| code(territory.id))
        .filter(|code| code != "976")
        .map(|code| row(&code, "50", "", ""))
        .collect();
    let whole = |rows: &str| ask(&read(rows).0, &query(College, France, DAY))[0].share;
    let lycees = |rows: &str| ask(&read(rows).0, &query(Lycee, France, DAY))[0].share;
    let share = lycees(&rows).unwrap();
    let origin = ShareOrigin::Sum { parts_known: 100, parts: 101, estimated: true };
    assert_eq!((share.percent, share.origin), (50.0, origin));
    let total = share.total.unwrap();
    let with_average = lycees(&(rows.clone() + &row("976", "50", "", ""))).unwrap();
    assert_eq!(with_average.total, Some(total + (total + 50) / 100));
    let with_its_own = lycees(&(rows.clone() + &row("976", "50", "", "11"))).unwrap();
    assert_eq!(with_its_own.total, Some(total + 11));
    assert!(whole(&rows).is_err());
}

#[test]
fn a_published_share_of_no_schools_at_all_is_never_turned_round() {
    let share = sum(&(row("2A", "100", "", "0") + &row("2B", "100", "0", "0")), Region, "94");
    assert_eq!(share.map(|share| share.percent), Ok(100.0));
    let mayotte = "departement,976,,lycée,2012,,100,,0,,,\n";
    let whole = state_of_france(mayotte);
    assert_eq!(whole.share.unwrap_err().partial.map(|share| share.percent), Some(100.0));
}

fn state_of_france(rows: &str) -> TerritoryState {
    ask(&read(rows).0, &query(Lycee, France, DAY)).remove(0)
}
