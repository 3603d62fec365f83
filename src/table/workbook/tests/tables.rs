//! Where the table of a workbook stands.

use super::*;

#[test]
fn an_xlsx_sheet_is_found_between_its_title_and_its_notes() {
    let figures = "<row r=\"5\"><c r=\"A5\" t=\"str\"><f>TEXT(1)</f><v>01</v></c>\
                   <c r=\"B5\" s=\"2\"><v>0.915</v></c><c r=\"C5\" s=\"1\"><v>40847</v></c>\
                   <c r=\"D5\"><f>1+1</f><v>2</v></c><c r=\"E5\" t=\"b\"><v>1</v></c>\
                   <c r=\"F5\" t=\"e\"><v>#N/A</v></c></row>";
    let sheet = [
        row(1, &["Taux d’équipement"]),
        row(4, &["Code", "Taux", "Date", "Total", "Public", "Autre"]),
        figures.to_owned(),
        row(8, &["Source : enquête de 2011"]),
    ];
    let bytes = xlsx(&[("Lisez-moi", &row(1, &["Bonjour"])), ("Données", &sheet.concat())]);
    let reading = reading(&bytes).unwrap();
    assert_eq!(rows(&reading), [["01", "91.5 %", "2011-10-31", "2", "VRAI", "#N/A"]]);
    let found = &reading.recognition;
    assert_eq!((found.format, found.header_row), (Format::Xlsx, Some(4)));
    assert_eq!(found.sheets, ["Lisez-moi", "Données"]);
    assert_eq!(found.sheet.as_deref(), Some("Données"));
    assert_eq!(reading.table.row(0).unwrap().line, 5);
    assert_eq!(reading.notices.len(), 3, "{:?}", reading.notices);
}

#[test]
fn names_under_merged_cells_are_joined_to_them() {
    let sheet = [
        row(1, &["Code", "2010", "", "2011", ""]),
        row(2, &["", "Lycées", "Collèges", "Lycées", "Collèges"]),
        row(3, &["01", "1", "2", "3", "4"]),
        row(4, &["02", "1", "2", "3", "4"]),
    ];
    let reading = reading(&xlsx(&[("F", &sheet.concat())])).unwrap();
    let names = ["Code", "2010 Lycées", "2010 Collèges", "2011 Lycées", "2011 Collèges"];
    assert_eq!(reading.table.headers(), names);
    assert_eq!(reading.table.len(), 2);
}

#[test]
fn a_text_spoilt_before_it_was_saved_as_a_workbook_is_put_right() {
    let sheet = [
        row(1, &["DÃ©partement", "Code"]),
        row(2, &["ArdÃ¨che", "=&quot;07&quot;"]),
        row(3, &["", "x"]),
        row(4, &["Ain", "=&quot;01&quot;"]),
    ];
    let merges = "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>";
    let reading = reading(&xlsx(&[("F", &(sheet.concat() + merges))])).unwrap();
    assert_eq!(reading.table.headers(), ["Département", "Code"]);
    assert_eq!(rows(&reading), [["Ardèche", "07"], ["Ardèche", "x"], ["Ain", "01"]]);
    assert_eq!(reading.notices.len(), 3, "{:?}", reading.notices);
}

#[test]
fn a_sheet_can_be_asked_for_by_name() {
    let sheet = |code: &str| row(1, &["Code", "Nom"]) + &row(2, &[code, "x"]);
    let bytes = xlsx(&[("Lycées", &sheet("01")), ("Collèges", &sheet("02"))]);
    let asked = |name: &str| {
        let options = ReadOptions { sheet: Some(name.to_owned()), ..ReadOptions::default() };
        read(&bytes, "a.xlsx", &options, READ_ON)
    };
    assert_eq!(rows(&asked("colleges").unwrap()), [["02", "x"]]);
    let error = asked("Écoles").unwrap_err().to_string();
    assert!(error.contains("« Lycées », « Collèges »"), "{error}");
    let first = reading(&bytes).unwrap();
    let told = first.notices[0].to_string();
    assert!(told.contains("« Collèges » non lue\u{202f}: 1 ligne"), "{told}");
    assert!(matches!(
        &first.notices[..],
        [TableNotice::OtherSheets { sheet, others }]
            if sheet == "Lycées" && others[..] == [("Collèges".to_owned(), 1)]
    ));
}

#[test]
fn an_ods_sheet_is_read() {
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let sheet = format!(
        "<table:table-row>{}{}</table:table-row><table:table-row>{}\
         <table:table-cell office:value-type=\"float\" office:value=\"91.5\"><text:p>91,5</text:p>\
         </table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell \
         table:number-columns-repeated=\"1024\"/></table:table-row>",
        text("Code"),
        text("Taux"),
        text("01")
    );
    let reading = reading(&ods(&sheet)).unwrap();
    assert_eq!(rows(&reading), [["01", "91.5"]]);
    assert_eq!(reading.recognition.format, Format::Ods);
}

#[test]
fn an_xls_sheet_is_read() {
    let labels = [(0, 0, "Code"), (0, 1, "Taux"), (1, 0, "01"), (2, 0, "2A")];
    let bytes = xls(&labels, &[(1, 1, 91.5), (2, 1, 40.0)]);
    let reading = reading(&bytes).unwrap();
    assert_eq!(rows(&reading), [["01", "91.5"], ["2A", "40"]]);
    assert_eq!(reading.recognition.sheet.as_deref(), Some("Taux 1"));
}
