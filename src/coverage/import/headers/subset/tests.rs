use super::*;

#[test]
fn some_of_the_schools_are_known_as_such() {
    for (header, expected) in [
        ("Lycées professionnels équipés", "professionnels"),
        ("Nb lycées pro", "professionnels"),
        ("LP équipés", "professionnels"),
        ("taux équipement lycées généraux (%)", "généraux"),
        ("LGT équipés", "généraux et technologiques"),
        ("Lycées généraux et technologiques équipés", "généraux et technologiques"),
        ("lycées d’enseignement général équipés", "généraux"),
        ("lycées polyvalents", "polyvalents"),
        ("LGT et LPO équipés", "généraux, technologiques et polyvalents"),
        ("lycées polyvalents et professionnels", "polyvalents et professionnels"),
        ("lycées agricoles équipés (%)", "agricoles"),
        ("Collèges REP équipés", "en REP"),
        ("collèges en REP+", "en REP+"),
        ("taux ENT collèges REP + (%)", "en REP+"),
        ("clg_rep_plus_equipes", "en REP+"),
        ("Collèges REP et REP+ équipés", "en REP et REP+"),
        ("Collèges de l’éducation prioritaire équipés", "en éducation prioritaire"),
        ("Collèges en réseaux d’éducation prioritaire (REP)", "en REP"),
        ("collèges des quartiers prioritaires", "en quartier prioritaire"),
        ("collèges ruraux dotés d’un ENT", "ruraux"),
        ("Collèges hors REP équipés", "hors REP"),
        ("Collèges hors éducation prioritaire", "hors éducation prioritaire"),
        ("lycées non agricoles équipés", "non agricoles"),
        ("lycées équipés (hors lycées agricoles)", "non agricoles"),
        ("lycées sans internat équipés", "sans internat"),
        ("SEGPA équipées", "avec SEGPA"),
    ] {
        assert_eq!(subset(header).map(Subset::label).as_deref(), Some(expected), "{header}");
    }
}

#[test]
fn all_of_them_are_not() {
    for header in [
        "lycées généraux, technologiques et professionnels équipés",
        "Total général",
        "LGT et LP équipés",
        "lycées publics équipés",
        "collèges privés hors contrat équipés d’un ENT",
        "Taux ENT 2nd degré",
        "établissements du second degré équipés",
        "collèges non équipés",
        "collèges sans ENT",
    ] {
        assert_eq!(subset(header), None, "{header}");
    }
}

#[test]
fn such_words_may_say_the_type() {
    let of = |header| subset(header).and_then(type_of);
    assert_eq!(of("LP équipés"), Some(SchoolType::Lycee));
    assert_eq!(of("taux ENT REP+"), Some(SchoolType::College));
    assert_eq!(of("établissements ruraux équipés"), None);
}
