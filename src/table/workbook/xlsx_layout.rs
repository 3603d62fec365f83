//! What the XML of an XLSX sheet says of its rows and cells beside their values, which calamine
//! reads: rows that are hidden and cells that are merged.

use std::io::{Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use rustc_hash::FxHashMap;
use zip::ZipArchive;

use super::{layout::Layout, xml::any_prefix};

/// The parts of an archive in which its sheets stand. A part that can't be found or read costs what
/// is said here, never the sheet.
pub(super) struct SheetParts<'a> {
    archive: Option<ZipArchive<Cursor<&'a [u8]>>>,
    by_sheet: FxHashMap<String, String>,
}

impl<'a> SheetParts<'a> {
    /// Looks up the sheets of a workbook whose parts were measured before.
    pub fn new(bytes: &'a [u8]) -> Self {
        let archive = ZipArchive::new(Cursor::new(bytes)).ok();
        let mut parts = Self { archive, by_sheet: FxHashMap::default() };
        let mut targets: FxHashMap<String, String> = FxHashMap::default();
        for_each_tag(&parts.part("xl/_rels/workbook.xml.rels"), |tag| {
            if tag.local_name().as_ref() == "Relationship"
                && let (Some(id), Some(target)) = (any_prefix(tag, "Id"), any_prefix(tag, "Target"))
            {
                let absolute = target.strip_prefix('/').map(str::to_owned);
                targets.insert(id, absolute.unwrap_or_else(|| format!("xl/{target}")));
            }
        });
        let mut by_sheet = FxHashMap::default();
        for_each_tag(&parts.part("xl/workbook.xml"), |tag| {
            if tag.local_name().as_ref() == "sheet"
                && let (Some(name), Some(id)) = (any_prefix(tag, "name"), any_prefix(tag, "id"))
                && let Some(target) = targets.remove(&id)
            {
                by_sheet.insert(name, target);
            }
        });
        parts.by_sheet = by_sheet;
        parts
    }

    /// The hidden rows and the merged cells of a sheet.
    pub fn layout(&mut self, sheet: &str) -> Layout {
        let part = self.by_sheet.remove(sheet);
        part.map(|part| layout(&self.part(&part))).unwrap_or_default()
    }

    fn part(&mut self, name: &str) -> Vec<u8> {
        let mut part = Vec::new();
        // Only XML was measured.
        let is_measured = name.ends_with(".xml") || name.ends_with(".rels");
        if let Some(Ok(mut entry)) =
            self.archive.as_mut().filter(|_| is_measured).map(|archive| archive.by_name(name))
            && entry.read_to_end(&mut part).is_err()
        {
            part.clear();
        }
        part
    }
}

fn layout(sheet: &[u8]) -> Layout {
    let mut layout = Layout::default();
    // Most sheets have neither, and a search costs far less than a reader of XML.
    let mentions = |word: &str| memchr::memmem::find(sheet, word.as_bytes()).is_some();
    if !mentions("hidden=") && !mentions("mergeCell") {
        return layout;
    }
    let mut row = 0_u32;
    for_each_tag(sheet, |tag| match tag.local_name().as_ref() {
        "row" => {
            // A row without its number stands below the one before.
            let number = any_prefix(tag, "r").and_then(|number| number.parse::<u32>().ok());
            row = number.unwrap_or_else(|| row.saturating_add(1));
            if any_prefix(tag, "hidden").is_some_and(|hidden| matches!(&*hidden, "1" | "true")) {
                layout.hidden.insert(row.saturating_sub(1));
            }
        }
        "mergeCell" => {
            let area = any_prefix(tag, "ref");
            let corners = area.as_deref().and_then(|area| area.split_once(':'));
            if let Some((first, last)) = corners
                && let (Some((top, left)), Some((bottom, _))) = (place(first), place(last))
            {
                layout.merge(top, bottom, left);
            }
        }
        _ => {}
    });
    layout
}

/// Row and column from 0 of « C12 ».
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let rank = letter.to_ascii_uppercase().checked_sub(b'A').filter(|rank| *rank < 26)?;
        column.checked_mul(26)?.checked_add(u32::from(rank) + 1)
    });
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column?.checked_sub(1)?))
}

fn for_each_tag(xml: &[u8], mut look: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => look(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_names() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("AB120"), Some((119, 27)));
        for name in ["", "A", "1", "A0", "É1", "ZZZZZZZZZ1", "A99999999999"] {
            assert_eq!(place(name), None, "{name}");
        }
    }
}
