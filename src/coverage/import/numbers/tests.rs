use super::*;

use crate::table::CellKind;

fn texts<'a>(cells: &[&'a str]) -> Vec<(&'a str, CellKind)> {
    cells.iter().map(|cell| (*cell, CellKind::Text)).collect()
}

fn shares(cells: &[&str]) -> Vec<Option<f64>> {
    let style = share_style(&texts(cells), "taux");
    cells.iter().map(|cell| style.percent(cell, CellKind::Text)).collect()
}

fn sign(cells: &[&str], expected: Expected) -> NumberStyle {
    number_style(texts(cells), expected)
}

#[test]
fn numbers_are_read_as_both_countries_write_them() {
    use DecimalSign::{Comma, Point};
    for (cell, sign, value) in [
        ("91,5 %", Comma, 91.5),
        ("91,5\u{a0}%", Comma, 91.5),
        ("91.5", Comma, 91.5),
        ("1\u{202f}234,5", Comma, 1234.5),
        ("1 234,5", Comma, 1234.5),
        ("1.234,5", Comma, 1234.5),
        ("1,234.5", Comma, 1234.5),
        ("1.234", Comma, 1234.0),
        ("1.234", Point, 1.234),
        ("1,234,567", Comma, 1_234_567.0),
        ("1'234", Comma, 1234.0),
        ("0,915", Point, 0.915),
        ("−3,2", Comma, -3.2),
        (",5", Comma, 0.5),
        ("12,0", Comma, 12.0),
        ("1e+03", Comma, 1000.0),
        ("1.2e3", Comma, 1200.0),
        ("91,5 p", Comma, 91.5),
        ("45*", Comma, 45.0),
        ("12 (e)", Comma, 12.0),
        ("91,5 % (p)", Comma, 91.5),
        ("1 012 r", Comma, 1012.0),
        ("7¹", Comma, 7.0),
    ] {
        assert_eq!(read_number(cell, sign).map(|n| n.value), Some(value), "{cell}");
    }
    for cell in
        ["", "nd", "nan", "inf", "1e999", "e3", "<5", "12 à 14", "1,2,3", "1.2.3", "%", "-", "٣"]
    {
        assert_eq!(read_number(cell, Comma), None, "{cell:?}");
    }
}

#[test]
fn one_cell_settles_the_decimal_sign_of_its_column() {
    let style = sign(&["1.234", "2.500", "12,5"], Expected::Count);
    assert_eq!(style.sign, DecimalSign::Comma);
    assert_eq!(
        style.reason.map(|reason| reason.to_string()).as_deref(),
        Some("Décimales après une virgule, comme dans « 12,5 ».")
    );
    assert_eq!(sign(&["1,234", "1,234.5"], Expected::Count).sign, DecimalSign::Point);
    assert_eq!(sign(&["12.345"], Expected::Share).sign, DecimalSign::Point);
    assert_eq!(sign(&["12,345"], Expected::Count).sign, DecimalSign::Point);
    assert_eq!(sign(&["12.345"], Expected::Count).sign, DecimalSign::Comma);
    assert_eq!(sign(&["12", "nd"], Expected::Count).reason, None);
}

#[test]
fn a_column_is_in_percent_or_in_fractions_as_a_whole() {
    assert_eq!(shares(&["91,5 %", "0,5 %"]), [Some(91.5), Some(0.5)]);
    assert_eq!(shares(&["0,915", "1", "0"]), [Some(91.5), Some(100.0), Some(0.0)]);
    assert_eq!(shares(&["0.07", "0.5"]), [Some(7.0), Some(50.0)]);
    assert_eq!(shares(&["0,9", "91,5", "1"]), [Some(0.9), Some(91.5), Some(1.0)]);
    assert_eq!(shares(&["nd", "50"]), [None, Some(50.0)]);
    let reason = |cells, header| share_style(&texts(cells), header).scale_reason;
    assert_eq!(reason(&["0,9"], "taux"), ScaleReason::UpToOne);
    assert!(reason(&["0,9"], "Taux (%)").is_a_guess());
}

#[test]
fn one_odd_value_never_moves_the_scale_of_the_others() {
    let mut cells = vec!["0,915", "0,5", "0,75", "0,8", "1,02"];
    assert_eq!(shares(&cells)[..4], [Some(91.5), Some(50.0), Some(75.0), Some(80.0)]);
    cells.extend(["0,1", "0,2", "0,3", "0,4", "0,5", "0,6"]);
    cells[4] = "91,5";
    assert_eq!(shares(&cells)[0], Some(91.5));
    let mut percents = vec!["12", "45", "80", "33", "0", "7", "100", "64", "25", "18"];
    percents.push("0,5");
    assert_eq!(shares(&percents)[10], Some(0.5));
}

#[test]
fn what_a_workbook_knows_of_its_numbers_is_not_guessed_again() {
    let numbers = [("91.333", CellKind::Number), ("12.375", CellKind::Number)];
    let style = share_style(&numbers, "taux");
    assert_eq!(style.percent("91.333", CellKind::Number), Some(91.333));
    let mixed = [
        ("72 %", CellKind::Percent),
        ("40 %", CellKind::Percent),
        ("0.5", CellKind::Number),
        ("85 %", CellKind::Text),
    ];
    let style = share_style(&mixed, "taux");
    let read: Vec<_> = mixed.iter().map(|(cell, kind)| style.percent(cell, *kind)).collect();
    assert_eq!(read, [Some(72.0), Some(40.0), Some(50.0), Some(85.0)]);
    assert!(style.scale_reason.is_a_guess());
}

#[test]
fn a_count_is_whole_and_not_negative() {
    for (cell, count) in
        [("1\u{a0}250", Some(1250)), ("12,0", Some(12)), ("-1", None), ("1,5", None), ("5 %", None)]
    {
        assert_eq!(super::count(cell, CellKind::Text, DecimalSign::Comma), count, "{cell}");
    }
}
