use super::{TotalRow, check};
use crate::{
    coverage::{Observation, Period, SchoolType, SchoolTypes},
    territory::{Code, Edition, Level, Registry, Standing, Territory, TerritoryId},
};

/// A row of lycées in 2011.
fn row(territory: TerritoryId, line: u32) -> Observation {
    let types = SchoolTypes::One(SchoolType::Lycee);
    Observation { period: Some(Period::Year(2011)), line, ..Observation::about(territory, types) }
}

fn departement(code: &str) -> TerritoryId {
    TerritoryId::Departement(Code::new(code).unwrap())
}

/// Rhône-Alpes, of before 2016.
fn rhone_alpes() -> TerritoryId {
    TerritoryId::Region(Edition::Before2016, Code::new("82").unwrap())
}

const ITS_PARTS: [&str; 8] = ["01", "07", "26", "38", "42", "69", "73", "74"];

fn counted_parts(codes: &[&str], total: u32) -> Vec<Observation> {
    let lines = 2..;
    let rows = codes.iter().zip(lines);
    rows.map(|(code, line)| Observation { total: Some(total), ..row(departement(code), line) })
        .collect()
}

fn said(rows: &[Observation]) -> Vec<String> {
    let rows: Vec<&Observation> = rows.iter().collect();
    let doubts = check(&rows, &[], Registry::official()).doubts;
    doubts.iter().map(ToString::to_string).collect()
}

#[test]
fn a_total_in_words_adds_up_the_rows_of_its_file() {
    let rows = counted_parts(&["01", "38", "75"], 40);
    let of_file = |total, territory| {
        let rows: Vec<&Observation> = rows.iter().collect();
        let total = Observation { total: Some(total), ..row(territory, 9) };
        check(&rows, &[TotalRow::of(total, true)], Registry::official()).doubts
    };
    assert!(of_file(120, TerritoryId::France).is_empty());
    let [doubt] = of_file(130, TerritoryId::France).try_into().unwrap();
    let told = doubt.to_string();
    assert!(
        told.contains("130 établissements") && told.contains("120 en additionnant 3"),
        "{told}"
    );
    assert!(of_file(80, rhone_alpes()).is_empty(), "two of the three rows");
}

#[test]
fn a_total_that_is_not_the_sum_of_its_parts_is_told_with_both() {
    let mut rows = counted_parts(&ITS_PARTS, 40);
    rows.push(Observation { total: Some(320), ..row(rhone_alpes(), 10) });
    assert_eq!(said(&rows), [""; 0], "8 × 40");
    rows[0].total = Some(38);
    assert_eq!(
        said(&rows),
        ["Rhône-Alpes (ligne 10)\u{202f}: 320 établissements dans le fichier, 318 en \
          additionnant ses 8 départements (lignes 2 à 9)."]
    );
}

#[test]
fn with_parts_missing_only_too_large_a_sum_is_told() {
    let mut rows = counted_parts(&ITS_PARTS[..6], 40);
    rows.push(Observation { total: Some(241), ..row(rhone_alpes(), 10) });
    assert_eq!(said(&rows), [""; 0]);
    rows[6].total = Some(239);
    let [sentence] = said(&rows).try_into().unwrap();
    assert!(sentence.contains("240 en additionnant 6 de ses 8 départements"), "{sentence}");
}

#[test]
fn equipped_schools_are_added_up_too() {
    let mut rows = counted_parts(&ITS_PARTS, 40);
    rows.iter_mut().for_each(|row| row.equipped = Some(1));
    rows.push(Observation { equipped: Some(9), total: Some(320), ..row(rhone_alpes(), 10) });
    let [sentence] = said(&rows).try_into().unwrap();
    assert!(sentence.contains(": 9 établissements équipés dans le fichier, 8 en"), "{sentence}");
}

#[test]
fn types_and_dates_are_kept_apart() {
    let mut rows = counted_parts(&ITS_PARTS, 40);
    rows.push(Observation { total: Some(320), ..row(rhone_alpes(), 10) });
    let college = SchoolTypes::One(SchoolType::College);
    let of_colleges = ITS_PARTS.iter().map(|code| Observation {
        total: Some(60),
        school_types: college,
        ..row(departement(code), 20)
    });
    rows.extend(of_colleges);
    rows.push(Observation {
        total: Some(320),
        period: Some(Period::Year(2012)),
        ..row(rhone_alpes(), 30)
    });
    assert_eq!(said(&rows), [""; 0]);
    rows.push(Observation { total: Some(400), school_types: college, ..row(rhone_alpes(), 31) });
    let [sentence] = said(&rows).try_into().unwrap();
    assert!(sentence.starts_with("Rhône-Alpes, collèges, 2011 (ligne 31)"), "{sentence}");
    assert!(sentence.contains("480 en additionnant"), "{sentence}");
}

#[test]
fn a_share_is_only_refuted_outside_all_of_its_parts() {
    let share = |share, id, line| Observation { share: Some(share), ..row(id, line) };
    let mut rows: Vec<Observation> = ITS_PARTS
        .iter()
        .zip([10.0, 90.0].into_iter().cycle())
        .map(|(code, part)| share(part, departement(code), 5))
        .collect();
    rows.push(share(20.0, rhone_alpes(), 10));
    assert_eq!(said(&rows), [""; 0], "it depends on how many schools each has");
    rows[8].share = Some(90.4);
    assert_eq!(said(&rows), [""; 0], "a rounding");
    rows[8].share = Some(95.0);
    let [sentence] = said(&rows).try_into().unwrap();
    assert!(sentence.contains("95\u{202f}% dans le fichier"), "{sentence}");
    assert!(sentence.contains("va de 10\u{202f}% à 90\u{202f}%"), "{sentence}");
    rows.remove(0);
    assert_eq!(said(&rows), [""; 0], "the part that is not there may have it all");
}

#[test]
fn france_is_the_sum_of_its_regions_where_its_departements_are_not_all_there() {
    let registry = Registry::official();
    let regions = registry.territories(Level::Region, Edition::Since2016);
    let full: Vec<&Territory> =
        regions.iter().filter(|region| region.standing == Standing::Full).collect();
    assert_eq!(full.len(), 18);
    let mut rows: Vec<Observation> = full
        .iter()
        .zip(2..)
        .map(|(region, line)| Observation { total: Some(10), ..row(region.id, line) })
        .collect();
    rows.push(Observation { total: Some(200), ..row(TerritoryId::France, 20) });
    let [sentence] = said(&rows).try_into().unwrap();
    assert!(sentence.starts_with("France (ligne 20)"), "{sentence}");
    assert!(sentence.contains("180 en additionnant ses 18 régions"), "{sentence}");
}
