use super::*;

fn school(line: u32) -> School {
    School::listed(Uai::read("0380033B").unwrap().0, (0, line))
}

fn said(line: u32, equipped: bool) -> School {
    let (equipped, row) = (Some(equipped), Some((0, line)));
    let equipment = Some(Equipment { equipped, row, ..Equipment::default() });
    School { equipment, ..school(line) }
}

fn listed(schools: Vec<School>) -> SchoolList {
    SchoolList::new(schools, vec![], None).0
}

#[test]
fn one_list_completed_by_another_is_the_same_in_either_order() {
    let survey = || said(4, true);
    let register = || School {
        closed: Some(true),
        supervision: Some(Supervision::Agriculture),
        sector: Some(Sector::Public),
        kind: Some(SchoolKind::College),
        departement: Code::new("38").ok(),
        ..school(9)
    };
    let merged = |schools: [School; 2]| {
        let (list, repeated) = SchoolList::new(schools.to_vec(), vec![], None);
        assert_eq!(repeated, 1);
        School { row: (0, 0), ..list.schools()[0].clone() }
    };
    let told = merged([survey(), register()]);
    assert_eq!(told, merged([register(), survey()]));
    assert_eq!((told.closed, told.equipped()), (Some(true), Some(true)));
    assert_eq!(told.supervision, Some(Supervision::Agriculture));
}

#[test]
fn rows_that_contradict_each_other_leave_a_school_unknown_in_any_list() {
    let contradictory = |list: &SchoolList| {
        assert_eq!(list.schools()[0].equipped(), None);
        let told: Vec<_> = (list.contradictions())
            .filter_map(|school| school.equipment.as_ref())
            .map(|equipment| (equipment.row, equipment.contradicted_by))
            .collect();
        told
    };
    let lines = [(Some((0, 4)), Some((0, 9)))];
    assert_eq!(contradictory(&listed(vec![said(4, false), said(9, true)])), lines);
    let mut list = listed(vec![said(4, false)]);
    let both = said(4, false).equipment.zip(said(9, true).equipment);
    let (no, yes) = both.unwrap();
    let number = list.schools()[0].uai.number();
    list.equip(std::iter::once((number, yes.and(no))));
    assert_eq!(contradictory(&list), lines);
    list.leave_out(true);
    assert_eq!(list.schools()[0].equipped(), None, "a list of the equipped settles nothing");
    assert_eq!(listed(vec![said(4, true), said(9, true)]).contradictions().count(), 0);
}
