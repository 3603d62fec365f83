//! What stands around a table rather than in it: its type of schools and its date, from titles, the
//! name of its sheet and that of the file. They are supposed, and said so.

use super::{
    columns::{ColumnMeaning, Meaning},
    headers::{HeaderSays, HeaderStyle, Topic, theme},
    supposition::{DateSource, Supposition, TypeSource},
};
use crate::{
    coverage::{Measure, Period, SchoolType, vocabulary::measure},
    table::Table,
    territory::Level,
};

/// The texts around a table.
pub(super) struct Around<'a> {
    table: &'a Table,
    /// Without its extension.
    file: &'a str,
}

impl<'a> Around<'a> {
    /// `name` is that of the file.
    pub fn new(table: &'a Table, name: &'a str) -> Self {
        let file = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Self { table, file }
    }

    /// The date of the whole file, where a title, its sheet or its name gives exactly one.
    pub fn date(&self) -> Option<Supposition> {
        let of = |text: &str| HeaderSays::read(text, HeaderStyle::default()).period;
        let titles = self.table.titles().iter();
        let in_titles: Vec<(Period, &String)> =
            titles.filter_map(|title| Some((of(title)?, title))).collect();
        if let Some((period, title)) = in_titles.first() {
            let is_one = in_titles.iter().all(|(other, _)| other == period);
            let from = DateSource::Title((*title).clone());
            return is_one.then_some(Supposition::Date { period: *period, from });
        }
        if let Some(sheet) = self.table.sheet_name()
            && let Some(period) = of(sheet)
        {
            return Some(Supposition::Date { period, from: DateSource::Sheet(sheet.to_owned()) });
        }
        let period = of(self.file)?;
        Some(Supposition::Date { period, from: DateSource::FileName(self.file.to_owned()) })
    }

    /// The type of schools that some column names, certain; else a supposition from what stands
    /// around, or from the level: régions run lycées and départements run collèges.
    pub fn school_type(
        &self,
        columns: &[ColumnMeaning],
        level: Level,
    ) -> (SchoolType, Option<TypeSource>) {
        let used = self.table.headers().iter().zip(columns);
        let headers = used
            .filter(|(_, column)| {
                !matches!(column.meaning, Some(Meaning::Note | Meaning::Source | Meaning::Projet))
            })
            .map(|(header, _)| header.as_str());
        if let Some(school_type) = only_type(headers) {
            return (school_type, None);
        }
        let titles = self.table.titles().iter().map(String::as_str);
        if let Some(school_type) = only_type(titles.clone()) {
            let title = titles.clone().find(|title| only_type([*title]).is_some());
            return (school_type, Some(TypeSource::Title(title.unwrap_or_default().to_owned())));
        }
        if let Some(school_type) = only_type([self.file]) {
            return (school_type, Some(TypeSource::FileName(self.file.to_owned())));
        }
        let run = match level {
            Level::Departement => SchoolType::College,
            Level::France | Level::Region | Level::Academie => SchoolType::Lycee,
        };
        (run, Some(TypeSource::Level))
    }

    /// A title, a sheet or a file name that says something else than equipment in ENT, and the word
    /// that says so.
    pub fn something_else(&self) -> Option<(String, String)> {
        let titles = self.table.titles().iter().map(String::as_str);
        titles.chain(self.table.sheet_name()).chain([self.file]).find_map(|text| {
            if measure(text) == Some(Measure::Usage) {
                return Some((text.to_owned(), Measure::Usage.label().to_owned()));
            }
            match theme(text).topic {
                Topic::Other(word) if super::headers::is_another_thing(&word) => {
                    Some((text.to_owned(), word))
                }
                _ => None,
            }
        })
    }
}

/// The one type that some texts name.
fn only_type<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<SchoolType> {
    let (mut lycee, mut college) = (false, false);
    for text in texts {
        let plain = crate::table::normalise(text);
        lycee |= plain.contains("lycee");
        college |= plain.contains("college");
    }
    match (lycee, college) {
        (true, false) => Some(SchoolType::Lycee),
        (false, true) => Some(SchoolType::College),
        _ => None,
    }
}
