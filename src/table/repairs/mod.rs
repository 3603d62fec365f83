//! Texts that a program spoilt on the way, put right before they are cut into cells.

mod accents;
mod protected;
mod quoted_lines;

use std::borrow::Cow;

use super::{TableNotice, block::Block, notice::excerpt, survey::Survey};

/// Puts a text between separators right, all but its separators: codes that are written `="01"`,
/// lines that stand in quotes as a whole, and accents that were written twice. `survey` says which
/// of them to look for.
pub(super) fn of_text<'a>(
    mut text: Cow<'a, [u8]>,
    survey: Survey,
    notices: &mut Vec<TableNotice>,
) -> Cow<'a, [u8]> {
    if survey.quoted_line
        && let Some((repaired, count)) = quoted_lines::unwrapped(&text)
    {
        notices.push(TableNotice::QuotedLines { count });
        text = Cow::Owned(repaired);
    }
    // Lines that stood in quotes may show more of them.
    let has_equals = survey.equals_quote || matches!(text, Cow::Owned(_));
    if has_equals && let Some((repaired, count, sample)) = protected::bare(&text) {
        notices.push(TableNotice::ProtectedCells { count, sample: excerpt(&sample) });
        text = Cow::Owned(repaired);
    }
    if !survey.spoilt_accent {
        return text;
    }
    accents_of(text, |byte| matches!(byte, b';' | b',' | b'\t' | b'|' | b'\n' | b'\r'), notices)
}

/// Puts accents that were written twice right in a text in which these bytes end a cell.
pub(super) fn accents_of<'a>(
    text: Cow<'a, [u8]>,
    ends_cell: impl Fn(u8) -> bool,
    notices: &mut Vec<TableNotice>,
) -> Cow<'a, [u8]> {
    let cells = std::str::from_utf8(&text).ok().filter(|text| accents::may_be_spoilt(text));
    let repaired = cells.and_then(|text| {
        accents::undone(text.split_inclusive(|letter| u8::try_from(letter).is_ok_and(&ends_cell)))
    });
    match repaired {
        Some(repaired) => {
            notices.push(accents_notice(&repaired));
            Cow::Owned(repaired.cells.concat().into_bytes())
        }
        None => text,
    }
}

/// Puts the cells of a workbook right, like those of a text that was opened in it and saved.
/// `others` are values of its cells that stand apart.
pub(super) fn of_block<'a>(
    mut block: Block,
    others: impl Iterator<Item = &'a mut String>,
    notices: &mut Vec<TableNotice>,
) -> Block {
    let (mut count, mut sample) = (0, String::new());
    if block.cells_written().any(|cell| protected::content(cell).is_some()) {
        block = block.rewritten(|cell| {
            let content = protected::content(cell)?.to_owned();
            if count == 0 {
                sample = excerpt(&content);
            }
            count += 1;
            Some(content)
        });
        notices.push(TableNotice::ProtectedCells { count, sample });
    }
    let spoilt = block.cells_written().any(accents::may_be_spoilt);
    let repaired = spoilt.then(|| accents::undone(block.cells_written())).flatten();
    if let Some(repaired) = repaired {
        notices.push(accents_notice(&repaired));
        let mut cells = repaired.cells.into_iter();
        block = block.rewritten(|_| cells.next());
        for text in others {
            if let Some(repaired) = accents::undone([text.as_str()].into_iter()) {
                *text = repaired.after;
            }
        }
    }
    block
}

fn accents_notice(repaired: &accents::Undone) -> TableNotice {
    TableNotice::AccentsTwice {
        count: repaired.count,
        before: excerpt(&repaired.before),
        after: excerpt(&repaired.after),
    }
}
