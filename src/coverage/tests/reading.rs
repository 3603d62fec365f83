//! From a table to observations, and what is said of what can't be used.

use super::{
    import::{Fate, ImportChoices, LeftOutReason},
    *,
};

fn notice(row: &str) -> String {
    let (_, notices) = read(row);
    assert_eq!(notices.len(), 1, "{notices:?}");
    notices[0].clone()
}

/// The reason for which the only row is left out, and whether a value is lost.
fn left_out(row: &str) -> Option<(LeftOutReason, bool)> {
    let (table, _) = read_csv(format!("{HEADER}{row}").as_bytes()).unwrap();
    let imported = import::import(&table, "essai", &ImportChoices::default()).unwrap();
    match &imported.reports[0].fates.rows()[0].1 {
        Fate::LeftOut(left) => Some((left.reason, left.holds_a_value)),
        _ => None,
    }
}

#[test]
fn absent_columns_have_sensible_defaults() {
    let text = "Niveau;CODE;Type;Date;Taux\ndépartement;01;Collèges;2012;91,5 %\n";
    let (dataset, notices) = dataset_of(text);
    assert!(notices.is_empty(), "{notices:?}");
    let row = &dataset.observations()[0];
    assert_eq!((row.share, row.measure, row.planned), (Some(91.5), Measure::Deploye, false));
    assert_eq!((row.evidence, row.line), (Evidence::Documente, 2));
}

#[test]
fn a_row_whose_subject_is_unclear_is_left_out_and_its_value_is_lost() {
    use LeftOutReason::{NoPlace, UnknownPlace, UnknownWord, UnreadableDate};
    for (row, reason) in [
        ("departement,99,,collège,2012,,50,,,,,\n", UnknownPlace),
        ("departement,,,collège,2012,,50,,,,,\n", NoPlace),
        ("canton,01,,collège,2012,,50,,,,,\n", UnknownPlace),
        ("departement,01,,bidule,2012,,50,,,,,\n", UnknownWord),
        ("departement,01,,collège,hier,,50,,,,,\n", UnreadableDate),
        ("departement,01,,collège,2012,,50,,,présence,,\n", UnknownWord),
        ("departement,01,,collège,2012,,50,,,,espéré,\n", UnknownWord),
    ] {
        // Among others that are clear: one row alone would not say what its columns hold.
        let others = "departement,02,,collège,2012,,50,,,déployé,réalisé,\n\
               departement,03,,collège,2013,,50,,,déployé,réalisé,\n\
               departement,04,,collège,2013,,50,,,déployé,réalisé,\n\
               departement,05,,lycée,2013,,50,,,déployé,réalisé,\n\
               departement,06,,lycée,2013,,50,,,déployé,réalisé,\n";
        assert_eq!(left_out(&format!("{row}{others}")), Some((reason, true)), "{row}");
    }
}

#[test]
fn a_school_of_another_type_is_known_and_not_counted() {
    let rows = "departement,01,,école,2012,,50,,,,,\ndepartement,02,,collège,2012,,50,,,,,\n";
    assert_eq!(left_out(rows), None);
    assert_eq!(read(rows).0.observations().len(), 1);
}

#[test]
fn a_cell_that_is_not_understood_is_left_out_and_the_row_stays() {
    let others: String = (2..8)
        .map(|code| format!("departement,0{code},,collège,2013,étude préalable,,5,9,,,\n"))
        .chain((10..16).map(|code| format!("departement,{code},,collège,2013,,50,,,,,\n")))
        .collect();
    for (row, value) in [
        ("departement,01,,collège,2012,,beaucoup,,,,,\n", "« beaucoup »"),
        ("departement,01,,collège,2012,,,trois,9,,,\n", "« trois »"),
        ("departement,01,,collège,2012,presque,,,,,,\n", "« presque »"),
        ("departement,01,,collège,2012,,101,,,,,\n", "« 101 »"),
        ("departement,01,,collège,2012,,-1,,,,,\n", "« -1 »"),
        ("departement,01,,collège,2012,,,9,8,,,\n", "« 9 »"),
    ] {
        let rows = format!("{row}{others}");
        let (dataset, _) = read(&rows);
        assert_eq!(dataset.observations().len(), 13, "{row}");
        assert_eq!(dataset.observations()[0].share, None, "{row}");
        assert!(notice(&rows).contains(value), "{row}");
    }
}

#[test]
fn an_unknown_word_for_the_evidence_is_read_as_doubt() {
    let row = "departement,01,,collège,2012,,50,,,,,sûr\n";
    assert!(notice(row).contains("« sûr »"));
    assert_eq!(read(row).0.observations()[0].evidence, Evidence::AConfirmer);
}

#[test]
fn a_published_share_stays_and_a_disagreement_is_said() {
    let share = |row: &str| read(row).0.observations()[0].share;
    let rounded = "departement,42,,collège,2009-09,,61,46,76,,,\n";
    assert_eq!((share(rounded), read(rounded).1), (Some(61.0), vec![]));
    let far = "departement,42,,collège,2009-09,,75,46,76,,,\n";
    assert_eq!(share(far), Some(75.0));
    assert!(notice(far).contains("46 sur 76"), "{}", notice(far));
    let nearly = "departement,42,,collège,2009-09,,100,275,276,,,\n";
    assert!(share(nearly).is_some_and(|share| share < 100.0));
}

#[test]
fn the_borders_are_decided_for_the_whole_file_and_a_stray_row_keeps_its_own() {
    let (dataset, notices) = read(
        "region,41,Lorraine,lycée,2010,,50,,,,,\n\
         region,11,Île-de-France,lycée,2010,,50,,,,,\n\
         region,21,Champagne-Ardenne,lycée,2010,,50,,,,,\n\
         region,44,Grand Est,lycée,2018,,50,,,,,\n",
    );
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(dataset.edition(), Edition::Before2016);
    let editions: Vec<_> = dataset.observations().iter().map(|o| o.territory.edition()).collect();
    let (before, since) = (Some(Edition::Before2016), Some(Edition::Since2016));
    assert_eq!(editions, [before, before, before, since]);
}

#[test]
fn no_input_makes_it_panic() {
    let odd = [
        "",
        "\u{0}",
        "²",
        "9999-99-99",
        "１",
        "-0",
        ".",
        "%",
        "1e999",
        "0x1",
        "é".repeat(99).as_str(),
    ]
    .map(str::to_owned);
    for value in &odd {
        for column in 0..12 {
            let mut cells = ["departement", "01", "Ain", "collège", "2012", "", "50", "1", "2"]
                .map(str::to_owned)
                .to_vec();
            cells.resize(12, String::new());
            cells[column].clone_from(value);
            let text = format!("{HEADER}{}\n", cells.join(","));
            let Ok((table, _)) = read_csv(text.as_bytes()) else { continue };
            let Ok(imported) = import::import(&table, "essai", &ImportChoices::default()) else {
                continue;
            };
            let dataset = imported.dataset;
            for level in [Level::France, Level::Region, Level::Departement] {
                let day = jiff::civil::date(2020, 1, 1);
                ask(&dataset, &query(SchoolType::College, level, day));
            }
        }
    }
}
