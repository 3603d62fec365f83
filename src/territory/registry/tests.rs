use super::*;

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

fn count(level: Level, edition: Edition) -> usize {
    let all = Registry::official().territories(level, edition);
    all.iter().filter(|t| t.standing == Standing::Full).count()
}

#[test]
fn france_has_its_official_numbers_of_territories() {
    assert_eq!(count(Level::Departement, Edition::Before2016), 101);
    assert_eq!(count(Level::Region, Edition::Before2016), 27);
    assert_eq!(count(Level::Region, Edition::Since2016), 18);
    assert_eq!(count(Level::Academie, Edition::Before2016), 30);
    assert_eq!(count(Level::Academie, Edition::Since2016), 30);
}

#[test]
fn every_departement_belongs_to_exactly_one_territory_of_each_level() {
    let registry = Registry::official();
    for edition in Edition::ALL {
        for level in Level::MAPPED {
            let mut members: Vec<Code> = registry
                .territories(level, edition)
                .iter()
                .flat_map(|t| t.departements.iter().copied())
                .collect();
            members.sort();
            members.dedup();
            assert_eq!(members.len(), 101, "{level:?} {edition:?}");
        }
    }
}

#[test]
fn mayotte_stands_outside_the_academies_of_2011() {
    let registry = Registry::official();
    let then = registry.container(code("976"), Level::Academie, Edition::Before2016).unwrap();
    let now = registry.container(code("976"), Level::Academie, Edition::Since2016).unwrap();
    assert_eq!(then.standing, Standing::Outside);
    assert_eq!((now.standing, now.name.as_str()), (Standing::Full, "Mayotte"));
}

#[test]
fn the_region_lorraine_and_the_academie_of_nancy_metz_are_the_same_ground() {
    let registry = Registry::official();
    let lorraine = TerritoryId::Region(Edition::Before2016, code("41"));
    let same: Vec<&str> = registry.same_extent(lorraine).map(|t| t.name.as_str()).collect();
    assert_eq!(same, ["Nancy-Metz", "Nancy-Metz"]);
}

#[test]
fn the_same_code_is_another_territory_at_another_level() {
    let registry = Registry::official();
    let name = |id| registry.get(id).map(|t| t.name.as_str());
    assert_eq!(name(TerritoryId::Departement(code("01"))), Some("Ain"));
    assert_eq!(name(TerritoryId::Region(Edition::Since2016, code("01"))), Some("Guadeloupe"));
    assert_eq!(name(TerritoryId::Academie(Edition::Since2016, code("01"))), Some("Paris"));
}
