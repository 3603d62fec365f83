//! Rows without a date: they hold on every day, and are older than what has one.

use jiff::civil::date;

use super::*;
use Level::{Departement, Region};
use SchoolType::College;

const DAY: Date = date(2013, 12, 31);

/// Rows of [`read`], of which those dated 1999 have no date.
fn with_undated(rows: &str) -> Dataset {
    let (dataset, _) = read(rows);
    let observations = dataset.observations().iter().cloned().map(|observation| Observation {
        period: observation.period.filter(|period| *period != Period::Year(1999)),
        ..observation
    });
    let edition = dataset.edition();
    Dataset::from_observations(observations.collect(), edition, Registry::official())
}

/// The share of the Ain and its day, as asked on a day or on none.
fn ain(dataset: &Dataset, date: Option<Date>) -> Option<(f64, Option<Date>)> {
    let query = Query { date, ..query(College, Departement, DAY) };
    let share = state_of(dataset, &query, "01").share.ok()?;
    Some((share.percent, share.period_end))
}

#[test]
fn what_has_no_date_holds_on_every_day_and_when_none_is_asked() {
    let dataset = with_undated("departement,01,,collège,1999,,30,,,,,\n");
    for asked in [None, Some(date(1950, 1, 1)), Some(DAY)] {
        assert_eq!(ain(&dataset, asked), Some((30.0, None)), "{asked:?}");
    }
    assert!(!dataset.is_dated() && dataset.is_undated(College));
    assert_eq!(dataset.change_dates(College), []);
    assert!(!dataset.is_undated(SchoolType::Lycee), "of which nothing is said");
}

#[test]
fn what_has_a_date_is_later_once_that_day_has_come() {
    let rows = "departement,01,,collège,1999,,30,,,,,\ndepartement,01,,collège,2012,,20,,,,,\n";
    let dataset = with_undated(rows);
    assert_eq!(ain(&dataset, Some(date(2012, 6, 1))), Some((30.0, None)));
    assert_eq!(ain(&dataset, Some(DAY)), Some((20.0, Some(date(2012, 12, 31)))));
    assert_eq!(ain(&dataset, None), Some((20.0, Some(date(2012, 12, 31)))), "all that is known");
    assert!(dataset.is_dated() && !dataset.is_undated(College));
    assert_eq!(dataset.change_dates(College), [date(2012, 12, 31)]);
}

#[test]
fn a_sum_has_no_date_where_one_of_its_parts_has_none() {
    let rows = "departement,67,,collège,1999,,,40,100,,,\n\
                departement,68,,collège,2012,,,30,100,,,\n";
    let alsace = |rows: &str| {
        let query = query(College, Region, DAY);
        let share = state_of(&with_undated(rows), &query, "42").share.unwrap();
        (share.percent, share.period_end)
    };
    assert_eq!(alsace(rows), (35.0, None));
    assert_eq!(alsace(&rows.replace("1999", "2010")), (35.0, Some(date(2010, 12, 31))));
}

#[test]
fn an_announcement_is_neither_confirmed_nor_contradicted_by_what_has_no_date() {
    use crate::coverage::indicators::{PictureQuery, Verdict, indicators};
    let registry = Registry::official();
    let rows: String = registry
        .territories(Departement, Edition::Before2016)
        .iter()
        .filter_map(|departement| departement.id.code())
        .map(|code| format!("departement,{code},,collège,1999,généralisation,100,,,,,\n"))
        .collect();
    let verdicts = |dataset: &Dataset| {
        let query = PictureQuery {
            subject: Subject::ent(SchoolType::Lycee),
            date: None,
            edition: Edition::Before2016,
            fictitious: false,
            own: false,
        };
        let found = indicators(dataset, &query);
        let of = |id: &str| {
            let found = found.iter().find(|one| one.id == id).unwrap();
            (found.counted.len(), found.announced.as_ref().unwrap().verdict)
        };
        [of("departements_colleges_100"), of("departements_generalisation")]
    };
    let all = registry.territories(Departement, Edition::Before2016);
    let counted = all.iter().filter(|one| one.standing == Standing::Full).count();
    let open = (counted, Verdict::NotVerifiable);
    assert_eq!(verdicts(&with_undated(&rows)), [open, open], "counted, and of no known time");
    let refuted = (counted, Verdict::Contradicted);
    assert_eq!(verdicts(&read(&rows).0), [refuted, refuted], "the same, seen in 1999");
}
