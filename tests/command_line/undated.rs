//! A file that gives no date: nothing that is made of it has one, least of all that of today.

use atlas_ent::{
    french::day,
    table::{READ_ON, ReadOptions, read},
};
use jiff::{Zoned, civil::Date};

use crate::desk::Desk;

const UNDATED: &str = "Code département;Taux de collèges équipés d'un ENT (%)\n\
                       01;10,5\n07;20\n26;30\n38;nd\n2A;100\n";

/// The ways in which a day may be written.
fn written(day_of: Date) -> [String; 4] {
    let (y, m, d) = (day_of.year(), day_of.month(), day_of.day());
    [day_of.to_string(), day(day_of), format!("{d:02}/{m:02}/{y}"), format!("{y}{m:02}{d:02}")]
}

#[test]
fn no_output_holds_today_nor_any_other_day() {
    let desk = Desk::new();
    desk.write("taux.csv", UNDATED);
    let workbook = desk.made("tableau --donnees taux.csv", "tableau.xlsx");
    let sheets = read(&workbook, "tableau.xlsx", &ReadOptions::default(), READ_ON).unwrap();
    let columns = sheets.table.headers().len();
    let cells: Vec<String> = (sheets.table.rows())
        .flat_map(|row| (0..columns).map(move |column| row.cell(column).to_owned()))
        .collect();
    let outputs = [
        desk.made_text("tableau --donnees taux.csv", "tableau.csv"),
        cells.join(";"),
        desk.made_text("export --donnees taux.csv", "carte.svg"),
        desk.run("verifier taux.csv").said,
        desk.run("verifier --json taux.csv").said,
    ];
    let today = Zoned::now().date();
    for day in [today, today.yesterday().unwrap()] {
        for written in written(day) {
            for output in &outputs {
                assert!(!output.contains(&written), "« {written} » in:\n{output}");
            }
        }
    }
}

#[test]
fn the_page_says_that_there_is_no_date_and_the_table_leaves_it_empty() {
    let desk = Desk::new();
    desk.write("taux.csv", UNDATED);
    for asked in ["", " --date 2012"] {
        let page = desk.made_text(&format!("export --donnees taux.csv{asked}"), "carte.svg");
        assert!(page.contains("Date non indiquée"), "{page:.2000}");
        assert!(!page.contains("ituation connue au"), "{page:.2000}");
        assert!(!page.contains("d’après la situation au"), "a reading without a day");
        let table = desk.made_text(&format!("tableau --donnees taux.csv{asked}"), "tableau.csv");
        let mut lines = table.split_terminator("\r\n").map(|line| line.split(';'));
        let header: Vec<&str> = lines.next().unwrap().collect();
        let rows: Vec<Vec<&str>> = lines.map(Iterator::collect).collect();
        assert_eq!(rows.len(), 101);
        for column in ["Date", "Période", "Date demandée"] {
            let rank = header.iter().position(|name| *name == column).unwrap();
            assert!(rows.iter().all(|row| row[rank].is_empty()), "{column}{asked}");
        }
    }
}

#[test]
fn an_undated_file_added_to_a_dated_one_moves_no_date_of_it() {
    let desk = Desk::new();
    desk.write("date.csv", "dept;date;taux équipés\n01;2012;10\n38;2012;20\n");
    desk.write("sans.csv", UNDATED);
    let of = |files: &str| {
        let table = desk.made_text(&format!("tableau {files} --type college"), "tableau.csv");
        let ain = table.lines().find(|line| line.starts_with("01;")).unwrap();
        ain.split(';').map(str::to_owned).collect::<Vec<_>>()
    };
    let alone = of("--donnees date.csv");
    assert!(alone.contains(&"2012-12-31".to_owned()), "{alone:?}");
    assert!(alone.iter().any(|cell| cell.starts_with("10") && cell.ends_with('%')), "{alone:?}");
    assert_eq!(of("--donnees date.csv --donnees sans.csv"), alone);
    assert_eq!(of("--donnees sans.csv --donnees date.csv"), alone);
}
