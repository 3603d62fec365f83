//! Reading text whose cells are set apart by a separator (RFC 4180 and its many dialects).

use std::borrow::Cow;

use super::{
    Format, Lines, Progress, ReadOptions, Reading, RecognisedForm, Recognition, Separator,
    TableError, TableNotice,
    body::Body,
    encoding, header,
    line_ends::line_ends,
    quotes, recognise, repairs,
    separator::{self, SeparatorReason},
    source::Source,
    survey::Survey,
};

/// Bytes that one core reads at a time.
const PART: usize = 1 << 20;

/// Reads a text. Rows without any text are skipped, a row too short is filled with empty cells and
/// a row too long is cut; empty cells beyond the last column are not worth a notice, since
/// spreadsheets write them by the dozen.
pub(super) fn read(
    source: Source<'_>,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    read_in_parts(source, options, PART, progress)
}

/// The same, with the bytes of a part: they never change what is read.
fn read_in_parts(
    source: Source<'_>,
    options: &ReadOptions,
    part: usize,
    progress: &Progress,
) -> Result<Reading, TableError> {
    let decoded = encoding::decode(source.bytes(), options.encoding);
    let mut reasons =
        vec![RecognisedForm::Encoding { encoding: decoded.encoding, why: decoded.reason }];
    let mut notices = Vec::new();
    if decoded.repaired > 0 {
        let (count, encoding) = (decoded.repaired, decoded.encoding);
        notices.push(TableNotice::ForeignBytes { count, encoding });
    }
    let (text, survey) = without_controls(decoded.text, &mut notices)?;
    step(progress, 0.2)?;

    let (declared, body) = declaration(&text);
    let body = repairs::of_text(Cow::Borrowed(body), survey, &mut notices);
    let (separator, columns, why) = choose_separator(&body, options.separator, declared);
    reasons.push(RecognisedForm::Separator { separator, why });
    let (body, cuts) =
        with_quotes_closed(body, separator, columns, declared.is_some(), part, &mut notices);
    step(progress, 0.3)?;

    let (rewritten, above) = match body {
        Cow::Owned(body) => (Some(body), 0),
        Cow::Borrowed(body) => (None, text.len() - body.len()),
    };
    let (text, start) = source.keep(rewritten.map_or(text, Cow::Owned));
    let first_line = 1 + u32::from(declared.is_some());
    let body = Body { text, start: start + above, cuts, separator, first_line };
    let head = body.head();
    let header = header::find(&head, options.header_row)?;
    let table = body.table(&head, &header, &mut notices, progress)?;
    if table.is_empty() {
        return Err(match header.line {
            Some(line) => TableError::NoRows { line },
            None => TableError::Empty,
        });
    }
    reasons.push(RecognisedForm::Header { line: header.line, why: header.reason });
    let recognition = Recognition {
        format: Format::Csv,
        encoding: Some(decoded.encoding),
        separator: Some(separator),
        sheets: Vec::new(),
        sheet: None,
        header_row: header.line,
        reasons,
    };
    Ok(Reading { table, recognition, notices })
}

/// The separator, how many cells most rows then have, and why.
fn choose_separator(
    body: &[u8],
    chosen: Option<Separator>,
    declared: Option<Separator>,
) -> (Separator, usize, SeparatorReason) {
    let by = |separator, why| (separator, separator::width(body, separator), why);
    match (chosen, declared) {
        (Some(chosen), _) => by(chosen, SeparatorReason::Chosen),
        (None, Some(declared)) => by(declared, SeparatorReason::Declared),
        (None, None) => {
            let (guess, columns) = separator::guess(body);
            let why = match columns {
                0 | 1 => SeparatorReason::OneColumn,
                columns => SeparatorReason::Cuts { columns },
            };
            (guess, columns, why)
        }
    }
}

/// The text without its control characters, which a few programs leave as padding, and what else
/// is to be looked at in it.
fn without_controls<'a>(
    text: Cow<'a, [u8]>,
    notices: &mut Vec<TableNotice>,
) -> Result<(Cow<'a, [u8]>, Survey), TableError> {
    if recognise::is_binary(&text) {
        return Err(TableError::Binary);
    }
    let survey = Survey::of(&text);
    if survey.controls == 0 {
        return Ok((text, survey));
    }
    notices.push(TableNotice::ControlCharacters { count: survey.controls });
    let text: Vec<u8> = text.iter().copied().filter(|byte| !recognise::is_control(*byte)).collect();
    let survey = Survey::of(&text);
    Ok((Cow::Owned(text), survey))
}

/// The separator that Excel writes in a first line of its own, and the text below.
fn declaration(text: &[u8]) -> (Option<Separator>, &[u8]) {
    let rest = text.strip_prefix(b"sep=").or_else(|| text.strip_prefix(b"\"sep="));
    let Some([byte, rest @ ..]) = rest else { return (None, text) };
    let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    let below = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"));
    let below = below.or_else(|| rest.strip_prefix(b"\r"));
    let separator = Separator::SIGNS.into_iter().find(|separator| separator.byte() == *byte);
    match (separator, below) {
        (Some(separator), Some(below)) => (Some(separator), below),
        _ => (None, text),
    }
}

/// The text with each quote that is left open made an ordinary character, and where its parts of
/// so many bytes begin.
fn with_quotes_closed<'a>(
    body: Cow<'a, [u8]>,
    separator: Separator,
    columns: usize,
    declared: bool,
    part: usize,
    notices: &mut Vec<TableNotice>,
) -> (Cow<'a, [u8]>, Vec<usize>) {
    let scan = quotes::scan(&body, separator.byte(), columns, part);
    if scan.orphans.is_empty() {
        return (body, scan.cuts);
    }
    notices.push(TableNotice::OpenQuote { lines: lines_of(&body, &scan.orphans, declared) });
    let closed = quotes::repair(&body, separator.byte(), &scan.orphans).into_owned();
    let cuts = quotes::scan(&closed, separator.byte(), columns, part).cuts;
    (Cow::Owned(closed), cuts)
}

/// The lines in which these offsets stand.
fn lines_of(text: &[u8], offsets: &[usize], declared: bool) -> Lines {
    let (mut line, mut counted) = (1 + u32::from(declared), 0);
    let line_of = |offset: &usize| {
        line = line.saturating_add(line_ends(&text[counted..*offset]));
        counted = *offset;
        line
    };
    let mut lines: Vec<u32> = offsets.iter().map(line_of).collect();
    lines.dedup();
    lines.into_iter().collect()
}

fn step(progress: &Progress, share: f32) -> Result<(), TableError> {
    if progress(share).is_continue() { Ok(()) } else { Err(TableError::Cancelled) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::READ_ON;

    #[test]
    fn the_parts_of_a_file_never_change_what_is_read() {
        let rows: String = (0..400).map(|n| format!("{n:03};\"nom {n}\nx\";{n},5\n")).collect();
        let short: String = (1..90).map(|n| format!("{n};{n:02};5\n")).collect();
        for text in [
            format!(
                "Un titre;;\n\ncode;nom;taux\n{rows}\nSource : DEPP;;\n(1) hors Mayotte\nsuite\n"
            ),
            format!("code;nom;taux\n{rows}Champagne Ardenne;;\nCorse;;\n"),
            format!("code;taux\n{short}"),
            format!("code;nom;taux\n{rows}99;\"a;b\n1;2;3;4\n"),
        ] {
            let read = |part| {
                read_in_parts(Source::Lent(text.as_bytes()), &ReadOptions::default(), part, READ_ON)
                    .unwrap()
            };
            let whole = read(1 << 20);
            for part in [1, 64, 1000] {
                assert_eq!(read(part), whole, "parts of {part} bytes of {text:.60}");
            }
        }
    }
}
