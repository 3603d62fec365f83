//! Workbooks made in memory.

mod hostile;
mod knowledge;
mod tables;

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
