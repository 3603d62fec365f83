//! Workbooks made in memory.

use std::io::{Cursor, Write};

use ::zip::{ZipWriter, write::SimpleFileOptions};

use crate::table::{
    CellKind, Format, Lines, READ_ON, ReadOptions, Reading, TableError, TableNotice, TooLarge, read,
};

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An XLSX workbook of these sheets, each with the XML of its rows and of what stands below them.
/// Style 1 is a date, 2 percent, 3 a month, 4 a year.
fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let numbered = || sheets.iter().enumerate().map(|(index, sheet)| (index + 1, sheet));
    let list: String = numbered()
        .map(|(n, (name, _))| format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))
        .collect();
    let relations: String = numbered()
        .map(|(n, _)| {
            format!(
                "<Relationship Id=\"rId{n}\" Type=\"{OFFICE}/worksheet\" \
                 Target=\"worksheets/sheet{n}.xml\"/>"
            )
        })
        .collect();
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"2\"><numFmt numFmtId=\"170\" \
         formatCode=\"0.0%\"/><numFmt numFmtId=\"171\" formatCode=\"yyyy\"/></numFmts>\
         <cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>\
         <xf numFmtId=\"17\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>"
    );
    let mut parts = vec![
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r\" \
                 Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>"),
        ),
        ("xl/styles.xml".to_owned(), styles),
    ];
    for (n, (_, rows)) in numbered() {
        let (rows, below) = rows.split_once("</sheetData>").unwrap_or((rows, ""));
        let sheet =
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>{below}</worksheet>");
        parts.push((format!("xl/worksheets/sheet{n}.xml"), sheet));
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    zipped(&parts)
}

/// A row of texts, as XLSX has them.
fn row(line: u32, cells: &[&str]) -> String {
    let cell = |(index, text): (usize, &&str)| {
        let column = char::from(b'A' + index as u8);
        match *text {
            "" => String::new(),
            text => format!("<c r=\"{column}{line}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    };
    let cells: String = cells.iter().enumerate().map(cell).collect();
    format!("<row r=\"{line}\">{cells}</row>")
}

/// An ODS workbook of one sheet, from the XML of its rows. It has styles for months, years and
/// quarters.
fn ods(rows: &str) -> Vec<u8> {
    let date = |name: &str, part: &str| {
        format!(
            "<number:date-style style:name=\"N-{name}\"><number:{part}/><number:year/>\
             </number:date-style><style:style style:name=\"{name}\" style:family=\"table-cell\" \
             style:data-style-name=\"N-{name}\"/>"
        )
    };
    let styles = format!(
        "<office:automatic-styles>{}{}{}<style:style style:name=\"of-year\" \
         style:family=\"table-cell\" style:parent-style-name=\"year\"/></office:automatic-styles>",
        date("month", "month"),
        date("quarter", "quarter"),
        date("year", "text")
    );
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">{styles}<office:body>\
         <office:spreadsheet><table:table table:name=\"Feuille1\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

/// An XLS workbook of one sheet, from labels (row, column, text) and numbers.
fn xls(labels: &[(u16, u16, &str)], numbers: &[(u16, u16, f64)]) -> Vec<u8> {
    fn record(stream: &mut Vec<u8>, id: u16, data: &[u8]) {
        stream.extend_from_slice(&id.to_le_bytes());
        stream.extend_from_slice(&(data.len() as u16).to_le_bytes());
        stream.extend_from_slice(data);
    }
    let bof = |kind: u16| [0x0600_u16, kind, 0, 0, 0, 0, 0, 0].map(u16::to_le_bytes).concat();
    let mut stream = Vec::new();
    record(&mut stream, 0x0809, &bof(0x0005));
    let sheet_at = stream.len() as u32 + 4 + 14 + 4;
    let sheet = [&sheet_at.to_le_bytes()[..], &[0, 0, 6, 0], b"Taux 1"].concat();
    record(&mut stream, 0x0085, &sheet);
    record(&mut stream, 0x000a, &[]);
    record(&mut stream, 0x0809, &bof(0x0010));
    // A size that would take 4 billion cells, if it were believed.
    record(&mut stream, 0x0200, &[0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0, 0]);
    for (row, column, text) in labels {
        let head = [*row, *column, 0, text.len() as u16].map(u16::to_le_bytes).concat();
        record(&mut stream, 0x0204, &[&head[..], &[0], text.as_bytes()].concat());
    }
    for (row, column, value) in numbers {
        let head = [*row, *column, 0].map(u16::to_le_bytes).concat();
        record(&mut stream, 0x0203, &[&head[..], &value.to_le_bytes()].concat());
    }
    record(&mut stream, 0x000a, &[]);
    ole2(&[("/Workbook", &stream)])
}

fn ole2(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (path, bytes) in streams {
        container.create_stream(path).unwrap().write_all(bytes).unwrap();
    }
    container.flush().unwrap();
    container.into_inner().into_inner()
}

fn reading(bytes: &[u8]) -> Result<Reading, TableError> {
    read(bytes, "taux.xlsx", &ReadOptions::default(), READ_ON)
}

fn rows(reading: &Reading) -> Vec<Vec<&str>> {
    let columns = 0..reading.table.headers().len();
    reading.table.rows().map(|row| columns.clone().map(|c| row.cell(c)).collect()).collect()
}

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
    assert!(
        matches!(&first.notices[..], [TableNotice::OtherSheets { sheet, count: 2 }] if sheet == "Lycées")
    );
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

#[test]
fn an_xls_sheet_is_read() {
    let labels = [(0, 0, "Code"), (0, 1, "Taux"), (1, 0, "01"), (2, 0, "2A")];
    let bytes = xls(&labels, &[(1, 1, 91.5), (2, 1, 40.0)]);
    let reading = reading(&bytes).unwrap();
    assert_eq!(rows(&reading), [["01", "91.5"], ["2A", "40"]]);
    assert_eq!(reading.recognition.sheet.as_deref(), Some("Taux 1"));
}

#[test]
fn sheets_that_unfold_without_end_are_refused_before_they_do() {
    let cell = "<table:table-cell office:value-type=\"string\" \
                table:number-columns-repeated=\"1000\"><text:p>x</text:p></table:table-cell>";
    let many =
        format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    let too_large = |bytes: &[u8]| {
        matches!(reading(bytes), Err(TableError::TooLarge { what: TooLarge::Cells(_) }))
    };
    assert!(too_large(&ods(&many)));
    assert!(too_large(&xls(&[(0, 0, "a"), (65_535, 65_535, "b")], &[])));
    let far = row(1, &["a", "b"]) + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert_eq!(reading(&xlsx(&[("F", &far)])).unwrap().table.len(), 1);
}

#[test]
fn a_zip_bomb_is_refused() {
    let bomb = "<row r=\"1\"/>".repeat(6_000_000);
    let error = reading(&xlsx(&[("F", &bomb)])).unwrap_err();
    assert!(matches!(error, TableError::TooLarge { what: TooLarge::Decompressed(_) }), "{error:?}");
    let styles = " ".repeat(11_000_000);
    let error =
        reading(&zipped(&[("xl/workbook.xml", ""), ("xl/styles.xml", &styles)])).unwrap_err();
    assert!(matches!(error, TableError::TooLarge { .. }), "{error:?}");
}

#[test]
fn a_password_is_told_from_damage() {
    let error =
        reading(&ole2(&[("/EncryptionInfo", b"x"), ("/EncryptedPackage", b"x")])).unwrap_err();
    let expected = "« taux.xlsx » est protégé par un mot de passe";
    assert!(error.to_string().starts_with(expected), "{error}");
    let pass = ole2(&[("/Workbook", &[0x09, 0x08, 0, 0, 0x2f, 0, 0, 0])]);
    assert!(matches!(reading(&pass), Err(TableError::Protected { .. })));
    let bytes = xlsx(&[("F", &row(1, &["a", "b"]))]);
    assert!(matches!(reading(&bytes[..bytes.len() / 2]), Err(TableError::Damaged { .. })));
}

#[test]
fn other_documents_are_named() {
    for (bytes, kind) in [
        (zipped(&[("word/document.xml", "")]), "traitement de texte"),
        (zipped(&[("xl/workbook.bin", "")]), "XLSB"),
        (zipped(&[("photo.jpg", "")]), "archive ZIP"),
        (ole2(&[("/WordDocument", b"")]), "Word"),
    ] {
        let error = reading(&bytes).unwrap_err().to_string();
        assert!(error.starts_with("Ce fichier est un") && error.contains(kind), "{error}");
    }
}

/// Files with a few bytes changed, cut or repeated are read or refused, and that is all.
#[test]
fn damaged_workbooks_never_stop_the_program() {
    let sheet = row(1, &["Code", "Taux"]) + &row(2, &["01", "9"]);
    let cell =
        "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let seeds = [
        xlsx(&[("F", &sheet)]),
        ods(&format!("<table:table-row>{cell}{cell}</table:table-row>")),
        xls(&[(0, 0, "Code"), (0, 1, "Taux"), (1, 0, "01")], &[(1, 1, 9.0)]),
    ];
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % below.max(1) as u64) as usize
    };
    for seed in seeds {
        for _ in 0..400 {
            let mut bytes = seed.clone();
            for _ in 0..=next(4) {
                let at = next(bytes.len());
                match next(3) {
                    0 => bytes[at] = next(256) as u8,
                    1 => bytes[at] ^= 1 << next(8),
                    _ => bytes.truncate(bytes.len() - next(16).min(bytes.len() - 1)),
                }
            }
            drop(reading(&bytes));
        }
    }
}
