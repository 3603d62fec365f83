//! Rows about public and about private schools.

use jiff::civil::date;

use super::*;
use crate::coverage::school::{Perimeter, Sector};
use Level::Departement;
use SchoolType::College;

const DAY: Date = date(2013, 12, 31);

/// A row of collèges of the Isère in 2012.
fn row(line: u32, sector: Option<Sector>, counts: Option<(u32, u32)>) -> Observation {
    let isere = TerritoryId::Departement(Code::new("38").unwrap());
    Observation {
        sector,
        period: Some(Period::Year(2012)),
        share: counts.map(|(some, of)| 100.0 * f64::from(some) / f64::from(of)),
        equipped: counts.map(|(some, _)| some),
        total: counts.map(|(_, of)| of),
        line,
        ..Observation::about(isere, SchoolTypes::One(College))
    }
}

const PUBLIC: Option<Sector> = Some(Sector::Public);
const PRIVATE: Option<Sector> = Some(Sector::Prive);

/// The share and its counts, with the schools of one sector or of both counted.
fn isere(data: &Dataset, sector: Option<Sector>) -> Result<(f64, Option<u32>), MissingReason> {
    let perimeter = Perimeter { sector, ..Perimeter::default() };
    let counting = data.counting(perimeter, Registry::official());
    let state = state_of(&counting, &query(College, Departement, DAY), "38");
    state.share.map(|share| (share.percent.round(), share.total)).map_err(|gap| gap.reason)
}

#[test]
fn public_and_private_rows_of_one_figure_add_up_and_can_be_told_apart() {
    let data = data(vec![row(4, PUBLIC, Some((70, 90))), row(5, PRIVATE, Some((0, 20)))]);
    assert_eq!(isere(&data, None), Ok((64.0, Some(110))));
    assert_eq!(isere(&data, PUBLIC), Ok((78.0, Some(90))));
    assert_eq!(isere(&data, PRIVATE), Ok((0.0, Some(20))));
    assert!(data.tells_sectors());
    assert_eq!(data.only_sector(), None);
    assert_eq!(data.perimeter_label().as_deref(), Some("public et privé"));
    let sum = data.observations().last().unwrap();
    assert_eq!((sum.line, sum.sector), (4, None));
    assert_eq!(sum.note, "somme de 2 lignes\u{202f}: 4 et 5");
    assert_eq!(data.observations().len(), 3, "the rows of the file stay to be seen");
}

#[test]
fn the_order_of_the_rows_does_not_matter_and_the_sum_is_as_sure_as_the_weaker() {
    let weak = Observation { evidence: Evidence::AConfirmer, ..row(4, PRIVATE, Some((0, 20))) };
    let data = data(vec![weak, row(5, PUBLIC, Some((70, 90)))]);
    let sum = data.observations().last().unwrap();
    assert_eq!((sum.share.map(f64::round), sum.evidence), (Some(64.0), Evidence::AConfirmer));
}

#[test]
fn a_row_of_one_sector_alone_stands_as_it_is_and_says_so() {
    let data = data(vec![row(4, PUBLIC, Some((70, 90)))]);
    assert_eq!(isere(&data, None), Ok((78.0, Some(90))));
    assert_eq!(isere(&data, PRIVATE), Err(MissingReason::NonRenseigne));
    assert_eq!((data.tells_sectors(), data.only_sector()), (false, PUBLIC));
    assert_eq!(data.observations()[0].perimeter, "public");
    assert_eq!(data.perimeter_label().as_deref(), Some("public"));
}

#[test]
fn rows_that_do_not_say_their_sector_are_of_no_sector() {
    let data = data(vec![row(4, None, Some((70, 90)))]);
    assert_eq!(isere(&data, None), Ok((78.0, Some(90))));
    assert_eq!(isere(&data, PUBLIC), Err(MissingReason::NonRenseigne));
    assert_eq!((data.only_sector(), data.perimeter_label()), (None, None));
}

#[test]
fn a_row_about_both_stands_for_its_parts() {
    let parts = [row(4, PUBLIC, Some((70, 90))), row(5, PRIVATE, Some((0, 20)))];
    let data = data([&parts[..], &[row(6, None, Some((71, 111)))]].concat());
    assert_eq!(isere(&data, None), Ok((64.0, Some(111))));
    assert_eq!(isere(&data, PUBLIC), Ok((78.0, Some(90))));
    assert_eq!(data.observations().len(), 3, "nothing is added up");
}

#[test]
fn shares_without_counts_add_up_only_where_they_are_the_same() {
    let share = |line, sector, share| Observation { share: Some(share), ..row(line, sector, None) };
    let unlike = data(vec![share(4, PUBLIC, 80.0), share(5, PRIVATE, 60.0)]);
    assert_eq!(
        isere(&unlike, None),
        Err(MissingReason::NonRenseigne),
        "not the one that came last"
    );
    assert_eq!(isere(&unlike, PUBLIC), Ok((80.0, None)));
    assert!(!unlike.tells_sectors());
    let alike = data(vec![share(4, PUBLIC, 80.0), share(5, PRIVATE, 80.0)]);
    assert_eq!(isere(&alike, None), Ok((80.0, None)), "whatever each weighs");
    let all = data(vec![share(4, PUBLIC, 100.0), share(5, PRIVATE, 100.0)]);
    assert_eq!(isere(&all, None), Ok((100.0, None)));
}

#[test]
fn rows_of_other_days_are_other_figures() {
    let later = Observation { period: Some(Period::Year(2013)), ..row(5, PRIVATE, Some((10, 20))) };
    let data = data(vec![row(4, PUBLIC, Some((70, 90))), later]);
    assert_eq!(data.observations().len(), 2);
    assert_eq!(isere(&data, None), Ok((50.0, Some(20))), "and says that it is of the private ones");
    assert_eq!(data.observations()[1].perimeter, "privé");
}

/// Collèges of Bas-Rhin and of Haut-Rhin in 2011, public and of both sectors, read in the table by
/// hand.
#[test]
fn shares_of_one_sector_are_weighed_by_the_schools_of_that_sector() {
    let share = |code: &str, percent| Observation {
        share: Some(percent),
        territory: TerritoryId::Departement(Code::new(code).unwrap()),
        ..row(2, PUBLIC, None)
    };
    let data = data(vec![share("67", 100.0), share("68", 0.0)]);
    let alsace = state_of(&data, &query(College, Level::Region, DAY), "42");
    let found = alsace.share.unwrap().percent;
    let (public, all) = ([89.0, 57.0], [105.0, 72.0]);
    let part = |[bas_rhin, haut_rhin]: [f64; 2]| 100.0 * bas_rhin / (bas_rhin + haut_rhin);
    assert!((found - part(public)).abs() < 1e-9, "{found}");
    assert!((part(public) - part(all)).abs() > 0.1, "both sectors would say something else");
}
