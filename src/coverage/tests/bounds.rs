//! Bounds, and what is said of lycées and collèges together.

use jiff::civil::date;

use super::*;
use Level::{Departement, Region};
use SchoolType::{College, Lycee};

const DAY: Date = date(2025, 12, 31);

/// The share of the Vendée and the year in which it was known.
fn vendee(rows: &[&str]) -> Option<(f64, i16, Evidence)> {
    let rows: String = rows.iter().map(|row| format!("departement,85,,collège,{row}\n")).collect();
    let share = state_of(&read(&rows).0, &query(College, Departement, DAY), "85").share.ok()?;
    Some((share.percent, share.period_end?.year(), share.evidence))
}

const ALL: &str = "2014,,100,,,,,documenté";
const AT_LEAST_97: &str = "2025,,97,,,,,borne inférieure";
const AT_MOST_40: &str = "2025,,40,,,,,borne supérieure";

#[test]
fn a_bound_says_only_what_it_bounds() {
    use Evidence::{BorneInferieure, BorneSuperieure, Documente};
    assert_eq!(vendee(&[ALL, AT_LEAST_97]), Some((100.0, 2014, Documente)));
    let half = "2014,,50,,,,,documenté";
    assert_eq!(vendee(&[half, AT_LEAST_97]), Some((97.0, 2025, BorneInferieure)));
    assert_eq!(vendee(&[half, AT_MOST_40]), Some((40.0, 2025, BorneSuperieure)));
    let third = "2014,,33,,,,,documenté";
    assert_eq!(vendee(&[third, AT_MOST_40]), Some((33.0, 2014, Documente)));
    assert_eq!(vendee(&[AT_LEAST_97]), Some((97.0, 2025, BorneInferieure)), "alone it stands");
}

#[test]
fn bounds_are_taken_one_after_the_other() {
    let half = "2014,,50,,,,,documenté";
    let (at_least_60, at_least_55) =
        ("2016,,60,,,,,borne inférieure", "2018,,55,,,,,borne inférieure");
    let found = vendee(&[half, at_least_60, at_least_55]);
    assert_eq!(found, Some((60.0, 2016, Evidence::BorneInferieure)), "which says more");
    let later = "2020,,57,,,,,documenté";
    let found = vendee(&[half, at_least_60, at_least_55, later]);
    assert_eq!(found, Some((57.0, 2020, Evidence::Documente)), "a plain figure starts anew");
    let secret = read(
        "departement,85,,collège,2014,,50,,,,,\ndepartement,85,,collège,2025,,97,,,,prévu,borne inférieure\n",
    );
    let share = state_of(&secret.0, &query(College, Departement, DAY), "85").share;
    assert_eq!(share.map(|share| share.percent), Ok(50.0), "a planned bound is no share");
}

fn of_both(row: &str) -> [Option<(f64, Option<u32>)>; 2] {
    let (dataset, _) = read(&format!("departement,67,,lycée et collège,2012,{row}\n"));
    [Lycee, College].map(|one| {
        let share = state_of(&dataset, &query(one, Departement, DAY), "67").share.ok()?;
        Some((share.percent, share.total))
    })
}

#[test]
fn all_of_both_types_or_none_is_all_or_none_of_each_without_counts() {
    assert_eq!(of_both(",100,,,,,"), [Some((100.0, None)), Some((100.0, None))]);
    assert_eq!(of_both(",,300,300,,,"), [Some((100.0, None)), Some((100.0, None))]);
    assert_eq!(of_both(",,0,300,,,"), [Some((0.0, None)), Some((0.0, None))]);
}

#[test]
fn some_of_both_types_say_nothing_of_either_and_hide_nothing() {
    assert_eq!(of_both(",,150,300,,,"), [None, None]);
    let rows = "departement,67,,lycée et collège,2012,,50,150,300,,,\n";
    let state = state_of(&read(rows).0, &query(Lycee, Departement, DAY), "67");
    assert_eq!(state.share.unwrap_err().reason, MissingReason::NonRenseigne, "it is spoken of");
    let rows = format!("departement,67,,lycée,2010,,,10,40,,,\n{rows}");
    let state = state_of(&read(&rows).0, &query(Lycee, Departement, DAY), "67");
    assert_eq!(state.share.unwrap().percent, 25.0, "of lycées, as known before");
}

#[test]
fn counts_of_both_types_enter_no_sum() {
    let rows = "departement,67,,lycée et collège,2012,,,150,300,,,\n\
                departement,68,,lycée,2012,,,30,60,,,\ndepartement,68,,collège,2012,,,10,100,,,\n";
    let (dataset, _) = read(rows);
    let alsace = |school_type| state_of(&dataset, &query(school_type, Region, DAY), "42").share;
    for (school_type, equipped, total) in [(Lycee, 30, 60), (College, 10, 100)] {
        let share = match alsace(school_type) {
            Ok(share) => share,
            Err(gap) => gap.partial.unwrap(),
        };
        assert_eq!((share.equipped, share.total), (Some(equipped), Some(total)));
        assert_eq!(share.origin, ShareOrigin::Sum { parts_known: 1, parts: 2, estimated: false });
    }
    let all = rows.replace("150,300", "300,300");
    let share = state_of(&read(&all).0, &query(Lycee, Region, DAY), "42").share.unwrap();
    let weight = reference_schools(Code::new("67").unwrap(), Lycee, Some(DAY)).unwrap();
    assert_eq!((share.equipped, share.total), (Some(30 + weight), Some(60 + weight)));
    assert!(share.estimated(), "weighed by the lycées that there are");
}
