use super::*;

fn read(cell: &str) -> Option<String> {
    read_when(cell, DateStyle::default()).map(|when| when.period.to_string())
}

#[test]
fn dates_are_read_however_they_are_written() {
    for (cell, expected) in [
        ("2011", "2011"),
        ("2011-10", "octobre 2011"),
        ("2011/10", "octobre 2011"),
        ("10/2011", "octobre 2011"),
        ("1/2011", "janvier 2011"),
        ("31/10/2011", "31 octobre 2011"),
        ("1-3-2011", "1er mars 2011"),
        ("31.10.2011", "31 octobre 2011"),
        ("31/10/11", "31 octobre 2011"),
        ("2011-10-31", "31 octobre 2011"),
        ("2011-10-31T00:00:00", "31 octobre 2011"),
        ("2011-10-31 00:00:00", "31 octobre 2011"),
        ("octobre 2011", "octobre 2011"),
        ("Octobre\u{a0}2011", "octobre 2011"),
        ("oct. 2011", "octobre 2011"),
        ("oct-11", "octobre 2011"),
        ("AOÛT 2012", "août 2012"),
        ("juil. 2012", "juillet 2012"),
        ("31 octobre 2011", "31 octobre 2011"),
        ("1er janvier 2016", "1er janvier 2016"),
        ("rentrée 2010", "septembre 2010"),
        ("Premier semestre 2011", "juin 2011"),
        ("second semestre 2011", "décembre 2011"),
        ("deuxième trimestre 2012", "juin 2012"),
        ("troisième trimestre de l’année 2012", "septembre 2012"),
        ("dernier trimestre 2012", "décembre 2012"),
        ("fin du premier semestre 2011", "juin 2011"),
        ("fin d’année 2011", "2011"),
        ("premier janvier 2012", "1er janvier 2012"),
        ("début 2013", "janvier 2013"),
        ("début octobre 2012", "octobre 2012"),
        ("Rentrée scolaire 2010", "septembre 2010"),
        ("R2010", "septembre 2010"),
        ("2010-2011", "septembre 2010"),
        ("2010/2011", "septembre 2010"),
        ("Année scolaire 2010-2011", "septembre 2010"),
        ("40847", "31 octobre 2011"),
        ("31/10/2011 00:00", "31 octobre 2011"),
        ("31/10/2011 00:00:00", "31 octobre 2011"),
        ("2011.0", "2011"),
        ("20111031", "31 octobre 2011"),
        ("201110", "octobre 2011"),
        ("T1 2011", "mars 2011"),
        ("4e trimestre 2010", "décembre 2010"),
        ("1er trimestre 2011", "mars 2011"),
        ("2011-T2", "juin 2011"),
        ("2011Q3", "septembre 2011"),
        ("T12011", "mars 2011"),
        ("S2 2011", "décembre 2011"),
        ("fin 2011", "2011"),
        ("Fin octobre 2011", "octobre 2011"),
        ("fin 10/2011", "octobre 2011"),
        ("année 2011", "2011"),
        ("lundi 31 octobre 2011", "31 octobre 2011"),
        ("au 31/12/2011", "31 décembre 2011"),
    ] {
        assert_eq!(read(cell).as_deref(), Some(expected), "{cell}");
    }
    for cell in [
        "",
        "hier",
        "13/2011",
        "31/02/2011",
        "2010-2012",
        "octobre",
        "12",
        "9999999",
        "été 2011",
        "1500",
        "2011-13",
        "rentrée",
        "T5 2011",
        "T0 2011",
        "S3 2011",
        "20111331",
        "fin",
        "mi-2011",
        "12 moix 2011",
        "é",
        "T:",
    ] {
        assert_eq!(read(cell), None, "{cell:?}");
    }
}

#[test]
fn a_month_alone_is_read_in_words_or_figures() {
    for cell in ["octobre", "Oct.", "10", " 10 ", "10.0"] {
        assert_eq!(read_month(cell), Some(10), "{cell}");
    }
    for cell in ["", "0", "13", "automne", "2011"] {
        assert_eq!(read_month(cell), None, "{cell:?}");
    }
}

#[test]
fn what_was_assumed_is_said() {
    let said = |cell| {
        read_when(cell, DateStyle::default()).and_then(|when| when.guess).map(|g| g.to_string())
    };
    assert_eq!(
        said("2010-2011").as_deref(),
        Some("« 2010-2011 » est une année scolaire\u{202f}: datée de septembre 2010.")
    );
    assert!(said("rentrée 2010").is_some_and(|said| said.contains("septembre 2010")));
    assert!(said("40847").is_some_and(|said| said.contains("tableur")));
    assert_eq!(said("2011-10"), None);
}

#[test]
fn a_column_decides_what_its_cells_leave_open() {
    let american = date_style(["10/31/2011", "01/02/2011"], false);
    let read = |cell, style| read_when(cell, style).map(|when| when.period.to_string());
    assert_eq!(read("01/02/2011", american).as_deref(), Some("2 janvier 2011"));
    let years = date_style(["2010-11", "2011-12"], false);
    assert_eq!(read("2010-11", years).as_deref(), Some("septembre 2010"));
    let months = date_style(["2010-11", "2010-12", "2011-01", "2011-02"], false);
    assert_eq!(read("2010-11", months).as_deref(), Some("novembre 2010"));
}

#[test]
fn a_year_below_rentree_is_its_september() {
    let style = DateStyle { rentrees: true, ..DateStyle::default() };
    let read = |cell| read_when(cell, style).map(|when| when.period.to_string());
    assert_eq!(read("2011").as_deref(), Some("septembre 2011"));
    assert_eq!(read("2011.0").as_deref(), Some("septembre 2011"));
    assert_eq!(read("octobre 2011").as_deref(), Some("octobre 2011"));
}
