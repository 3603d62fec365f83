//! What the styles of an ODS workbook show of a value.

use std::io::BufRead;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::table::{CellKind, workbook::xml::attribute};

/// A style stands on another, which stands on another; a circle of them ends here.
const DEEPEST: usize = 16;

/// The styles of cells, as far as they say how numbers and dates are shown.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// What a number or date style shows.
    shown: FxHashMap<String, CellKind>,
    cells: FxHashMap<String, CellStyle>,
    /// Styles of sheets that are not shown.
    hidden: FxHashSet<String>,
    /// The style of a sheet, and the style of dates, that is being read.
    sheet: Option<String>,
    date: Option<(String, DateParts)>,
}

#[derive(Debug)]
struct CellStyle {
    shown: Option<String>,
    parent: Option<String>,
}

/// What a date style shows of a date.
#[derive(Clone, Copy, Debug, Default)]
struct DateParts {
    day: bool,
    month: bool,
    quarter: bool,
    year: bool,
}

impl DateParts {
    /// A quarter is shown as it is written: no number says it.
    fn kind(self) -> CellKind {
        match self {
            Self { day: true, .. } => CellKind::Day,
            Self { month: true, .. } => CellKind::Month,
            Self { quarter: true, .. } => CellKind::Text,
            Self { year: true, .. } => CellKind::Year,
            _ => CellKind::Day,
        }
    }
}

impl Styles {
    /// Adds the styles of a part of the workbook that holds nothing else; what can't be read of it
    /// says nothing.
    pub fn add(&mut self, part: impl BufRead) {
        let mut reader = Reader::from_reader(part);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Eof) | Err(_) => return,
                Ok(event) => self.look(&event),
            }
        }
    }

    /// Looks at a piece of the workbook, which may be of a style.
    pub fn look(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::Empty(tag) => {
                self.open(tag);
                self.close(tag.name().as_ref());
            }
            Event::End(tag) => self.close(tag.name().as_ref()),
            _ => {}
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "style:style" => self.open_style(tag),
            "style:table-properties" => {
                if attribute(tag, "table:display").as_deref() == Some("false") {
                    self.hidden.extend(self.sheet.take());
                }
            }
            "number:percentage-style" => {
                if let Some(name) = attribute(tag, "style:name") {
                    self.shown.insert(name, CellKind::Percent);
                }
            }
            "number:date-style" => {
                self.date = attribute(tag, "style:name").map(|name| (name, DateParts::default()));
            }
            part => {
                let Some((_, parts)) = &mut self.date else { return };
                match part {
                    "number:day" | "number:day-of-week" | "number:week-of-year" => parts.day = true,
                    "number:month" => parts.month = true,
                    "number:quarter" => parts.quarter = true,
                    "number:year" => parts.year = true,
                    _ => {}
                }
            }
        }
    }

    fn open_style(&mut self, tag: &BytesStart<'_>) {
        let (Some(name), Some(family)) =
            (attribute(tag, "style:name"), attribute(tag, "style:family"))
        else {
            return;
        };
        match family.as_str() {
            "table" => self.sheet = Some(name),
            "table-cell" => {
                let shown = attribute(tag, "style:data-style-name");
                let parent = attribute(tag, "style:parent-style-name");
                self.cells.insert(name, CellStyle { shown, parent });
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "style:style" => self.sheet = None,
            "number:date-style" => {
                self.shown.extend(self.date.take().map(|(name, parts)| (name, parts.kind())));
            }
            _ => {}
        }
    }

    /// Whether a sheet of this style is shown.
    pub fn is_visible(&self, style: Option<&str>) -> bool {
        style.is_none_or(|style| !self.hidden.contains(style))
    }

    /// What a cell of this style shows of a number or a date.
    pub fn kind(&self, style: Option<&str>) -> Option<CellKind> {
        let mut style = self.cells.get(style?)?;
        for _ in 0..DEEPEST {
            if let Some(shown) = &style.shown {
                return self.shown.get(shown).copied();
            }
            style = self.cells.get(style.parent.as_ref()?)?;
        }
        None
    }
}
