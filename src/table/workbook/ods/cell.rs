//! One cell of an ODS sheet: its value, and the text that stands in it.

use std::io::BufRead;

use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use super::styles::Styles;
use crate::table::{
    CellKind, Format, TableError,
    workbook::{cells, damaged, xml::attribute},
};

/// The longest run of spaces that one mark stands for.
const MOST_SPACES: usize = 1000;

/// What a cell says of its own value; `None` when only the text in it does.
pub(super) fn value(
    tag: &BytesStart<'_>,
    styles: &Styles,
    style: Option<&str>,
) -> Option<(String, CellKind)> {
    let is_error = attribute(tag, "calcext:value-type").as_deref() == Some("error");
    let number = || attribute(tag, "office:value")?.trim().parse::<f64>().ok();
    let shown = || styles.kind(style).unwrap_or(CellKind::Number);
    match attribute(tag, "office:value-type")?.as_str() {
        _ if is_error => None,
        "percentage" => Some(cells::number(number()?, CellKind::Percent)),
        "float" | "currency" => Some(cells::number(number()?, shown())),
        "date" => match shown() {
            CellKind::Text => None,
            format => Some(cells::iso_date(&attribute(tag, "office:date-value")?, format)),
        },
        "boolean" => {
            let value = attribute(tag, "office:boolean-value")?;
            Some((cells::truth(value.eq_ignore_ascii_case("true")).to_owned(), CellKind::Text))
        }
        "string" => Some((attribute(tag, "office:string-value")?, CellKind::Text)),
        // A time is read as it is shown: `PT36H00M00S` says nothing to a person.
        _ => None,
    }
}

/// The paragraphs of the cell that a tag has just opened, up to its end; comments and drawings in
/// it are no part of them.
pub(super) fn text(
    reader: &mut Reader<impl BufRead>,
    buffer: &mut Vec<u8>,
    cell: &str,
) -> Result<String, TableError> {
    let (mut text, mut paragraphs, mut inside) = (String::new(), 0, false);
    loop {
        buffer.clear();
        let broken = |_| damaged(Format::Ods);
        match reader.read_event_into(buffer).map_err(broken)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "text:p" | "text:h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    (paragraphs, inside) = (paragraphs + 1, true);
                }
                name if name.starts_with("text:") => mark(&tag, &mut text),
                _ => {
                    let end = tag.to_end().into_owned();
                    reader.read_to_end_into(end.name(), &mut Vec::new()).map_err(broken)?;
                }
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "text:p" if paragraphs > 0 => text.push('\n'),
                "text:p" => paragraphs = 1,
                _ => mark(&tag, &mut text),
            },
            Event::Text(part) if inside => text.push_str(&part.xml10_content()),
            Event::CData(part) if inside => text.push_str(&part.xml10_content()),
            Event::GeneralRef(entity) if inside => {
                let name = entity.xml10_content();
                match entity.resolve_char_ref().ok().flatten() {
                    Some(letter) => text.push(letter),
                    None => text.push_str(resolve_predefined_entity(&name).unwrap_or_default()),
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                "text:p" | "text:h" => inside = false,
                name if name == cell => return Ok(text),
                _ => {}
            },
            Event::Eof => return Err(damaged(Format::Ods)),
            _ => {}
        }
    }
}

/// Blanks that are written as tags.
fn mark(tag: &BytesStart<'_>, text: &mut String) {
    match tag.name().as_ref() {
        "text:s" => {
            let count = attribute(tag, "text:c").and_then(|count| count.parse::<usize>().ok());
            text.extend(std::iter::repeat_n(' ', count.unwrap_or(1).min(MOST_SPACES)));
        }
        "text:tab" => text.push('\t'),
        "text:line-break" => text.push('\n'),
        _ => {}
    }
}
