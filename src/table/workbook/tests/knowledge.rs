//! What workbooks know of their cells and rows beside the values.

use super::*;

#[test]
fn cells_keep_what_the_workbook_knows_of_them() {
    let cell = |column: char, style: u32, value: &str| {
        format!("<c r=\"{column}2\" s=\"{style}\"><v>{value}</v></c>")
    };
    let figures = [
        cell('A', 0, "91.333"),
        cell('B', 2, "0.72"),
        cell('C', 1, "40817"),
        cell('D', 3, "40817"),
        cell('E', 4, "40817"),
    ];
    let text = "<c r=\"F2\" s=\"2\" t=\"inlineStr\"><is><t>85 %</t></is></c>";
    let names = row(1, &["Nombre", "Part", "Jour", "Mois", "Année", "Mot"]);
    let sheet = format!("{names}<row r=\"2\">{}{text}</row>", figures.concat());
    let reading = reading(&xlsx(&[("F", &sheet)])).unwrap();
    assert_eq!(rows(&reading), [["91.333", "72 %", "2011-10-01", "2011-10", "2011", "85 %"]]);
    let row = reading.table.row(0).unwrap();
    let kinds = [0, 1, 2, 3, 4, 5, 9].map(|column| row.kind(column));
    use CellKind::{Day, Month, Number, Percent, Text, Year};
    assert_eq!(kinds, [Number, Percent, Day, Month, Year, Text, Text]);
}

#[test]
fn hidden_rows_are_left_out_and_told_by_their_lines() {
    let hidden = |row: String| row.replacen("<row ", "<row hidden=\"1\" ", 1);
    let sheet = [
        hidden(row(1, &["technique", "rate"])),
        row(2, &["Code", "Nom"]),
        row(3, &["01", "Ain"]),
        hidden(row(4, &["02", "Aisne"])),
        hidden("<row r=\"5\"></row>".to_owned()),
        row(6, &["03", "Allier"]),
    ];
    let reading = reading(&xlsx(&[("F", &sheet.concat())])).unwrap();
    assert_eq!(rows(&reading), [["01", "Ain"], ["03", "Allier"]]);
    assert_eq!(reading.table.hidden_lines(), [4]);
    assert_eq!(reading.table.sheet_name(), Some("F"));
    let lines = Lines::from_iter([4]);
    assert_eq!(reading.notices, [TableNotice::HiddenRows { lines }]);
    let all = xlsx(&[("F", &sheet.map(|row| hidden(row.replace(" hidden=\"1\"", ""))).concat())]);
    assert!(matches!(read(&all, "a.xlsx", &ReadOptions::default(), READ_ON),
        Err(TableError::HiddenSheet { sheet }) if sheet == "F"));
}

#[test]
fn cells_merged_downwards_are_filled_below_the_header_only() {
    let sheet = [
        row(1, &["Département", "2011", ""]),
        row(2, &["", "Type", "Projet"]),
        row(3, &["Ain", "lycée", "A"]),
        row(4, &["", "collège", "B"]),
        row(5, &["Note", "Aisne", "C"]),
    ];
    let merges = "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A1:A2\"/>\
                  <mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>";
    let reading = reading(&xlsx(&[("F", &(sheet.concat() + merges))])).unwrap();
    assert_eq!(reading.table.headers(), ["Département", "2011 Type", "2011 Projet"]);
    let first: Vec<&str> = reading.table.rows().map(|row| row.cell(0)).collect();
    assert_eq!(first, ["Ain", "Ain", "Note"]);
    let filled = TableNotice::MergedCells { count: 1, sample: "Ain".to_owned() };
    assert_eq!(reading.notices, [filled]);
}

#[test]
fn an_ods_sheet_keeps_what_it_knows_of_its_cells() {
    let cell = |style: &str, kind: &str, value: &str| {
        format!(
            "<table:table-cell table:style-name=\"{style}\" office:value-type=\"{kind}\" {value}>\
             <text:p>comme affiché</text:p></table:table-cell>"
        )
    };
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>non</text:p>\
             </office:annotation><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let names = ["Part", "Mois", "An", "Jour", "Trimestre", "Oui", "Nombre", "Nom"].map(text);
    let day = "office:date-value=\"2011-10-01\"";
    let figures = [
        cell("x", "percentage", "office:value=\"0.72\""),
        cell("month", "date", day),
        cell("of-year", "date", day),
        cell("x", "date", "office:date-value=\"2011-10-01T00:00:00\""),
        cell("quarter", "date", day),
        cell("x", "boolean", "office:boolean-value=\"true\""),
        cell("x", "float", "office:value=\"91.333\""),
        text("l&apos;<text:span>Ain</text:span><text:s text:c=\"2\"/>&#233;"),
    ];
    let sheet = format!(
        "<table:table-row>{}</table:table-row><table:table-row>{}</table:table-row>\
         <table:table-row table:visibility=\"filter\">{}</table:table-row>",
        names.concat(),
        figures.concat(),
        figures.concat()
    );
    let reading = reading(&ods(&sheet)).unwrap();
    let expected =
        ["72 %", "2011-10", "2011", "2011-10-01", "comme affiché", "VRAI", "91.333", "l'Ain  é"];
    assert_eq!(rows(&reading), [expected]);
    let row = reading.table.row(0).unwrap();
    use CellKind::{Day, Month, Number, Percent, Text, Year};
    let kinds = [0, 1, 2, 3, 4, 5, 6, 7].map(|column| row.kind(column));
    assert_eq!(kinds, [Percent, Month, Year, Day, Text, Text, Number, Text]);
    assert_eq!(reading.table.hidden_lines(), [3]);
}

#[test]
fn cells_that_an_ods_sheet_merges_downwards_are_filled() {
    let text = |text: &str, spanned: u32| {
        format!(
            "<table:table-cell office:value-type=\"string\" \
             table:number-rows-spanned=\"{spanned}\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let sheet = format!(
        "<table:table-row>{}{}</table:table-row><table:table-row>{}{}</table:table-row>\
         <table:table-row><table:covered-table-cell/>{}</table:table-row>",
        text("Département", 1),
        text("Type", 1),
        text("Ain", 2),
        text("lycée", 1),
        text("collège", 1)
    );
    assert_eq!(rows(&reading(&ods(&sheet)).unwrap()), [["Ain", "lycée"], ["Ain", "collège"]]);
}

/// The files and how they were made: `tests/workbooks/README.md`.
#[test]
fn the_same_table_is_read_alike_from_the_workbooks_of_other_programs() {
    let expected = reading(include_bytes!("../../../../tests/workbooks/taux.xlsx")).unwrap();
    let columns = 0..expected.table.headers().len();
    let first = expected.table.row(0).unwrap();
    let cells: Vec<&str> = columns.clone().map(|column| first.cell(column)).collect();
    let texts =
        ["01", "Département n° 0 é", "1.317", "60 %", "2011-01-01", "2010-01", "2000", "4250", ""];
    assert_eq!(cells, texts);
    use CellKind::{Day, Month, Number, Percent, Text, Year};
    let kinds: Vec<CellKind> = columns.map(|column| first.kind(column)).collect();
    assert_eq!(kinds, [Text, Text, Number, Percent, Day, Month, Year, Number, Text]);
    assert_eq!(expected.table.hidden_lines(), [5]);
    assert!(
        expected.notices.iter().any(|n| matches!(n, TableNotice::MergedCells { count: 1, .. }))
    );
    for bytes in [
        &include_bytes!("../../../../tests/workbooks/taux-xlwt.xls")[..],
        include_bytes!("../../../../tests/workbooks/taux-libreoffice.xls"),
        include_bytes!("../../../../tests/workbooks/taux-libreoffice.ods"),
    ] {
        let reading = reading(bytes).unwrap();
        assert_eq!(reading.table, expected.table, "{}", reading.recognition.format);
        assert_eq!(reading.notices, expected.notices, "{}", reading.recognition.format);
    }
}
