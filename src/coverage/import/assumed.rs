//! What stands around a table rather than in it: its type of schools and its date, from titles, the
//! name of its sheet and that of the file. They are supposed, and said so.

use super::{
    columns::{ColumnMeaning, Meaning},
    headers::{HeaderSays, HeaderStyle, SchoolsSaid, Topic, is_another_thing, theme},
    supposition::{DateSource, Supposition, TypeSource},
};
use crate::{
    coverage::{
        Measure, Period, SchoolType,
        vocabulary::{measure, missing_word},
    },
    french::NARROW_SPACE,
    table::{Table, normalise},
    territory::Level,
};

/// In the names of columns whose cells are things that schools are equipped with: any that is no
/// ENT is another.
const NAMES_OF_THINGS: [&str; 6] =
    ["materiel", "equipement", "dispositif", "service", "outil", "objet"];

/// In the names of columns whose cells may be themes of many kinds.
const NAMES_OF_THEMES: [&str; 5] = ["theme", "thematique", "indicateur", "sujet", "domaine"];

/// More of them are free texts.
const MOST_THEMES: usize = 12;

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
        let titles = self.table.titles().iter().map(|title| &title.text);
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
        let titles = self.table.titles().iter().map(|title| title.text.as_str());
        if let Some(school_type) = only_type(titles.clone()) {
            let title = titles.clone().find(|title| only_type([*title]).is_some());
            return (school_type, Some(TypeSource::Title(title.unwrap_or_default().to_owned())));
        }
        if let Some(sheet) = self.table.sheet_name()
            && let Some(school_type) = only_type([sheet])
        {
            return (school_type, Some(TypeSource::Sheet(sheet.to_owned())));
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

    /// Of which schools of the type the titles speak, else the sheet, else the name of the file.
    pub fn schools(&self) -> Option<(SchoolsSaid, TypeSource)> {
        let titles = self.table.titles().iter().map(|title| &title.text);
        let mut said = titles
            .map(|title| (SchoolsSaid::read(title), TypeSource::Title(title.clone())))
            .filter(|(said, _)| *said != SchoolsSaid::default());
        if let Some(first) = said.next() {
            return said.all(|(other, _)| other == first.0).then_some(first);
        }
        let sheet = self.table.sheet_name().map(|sheet| TypeSource::Sheet(sheet.to_owned()));
        let file = TypeSource::FileName(self.file.to_owned());
        sheet.into_iter().chain([file]).find_map(|from| {
            let said = SchoolsSaid::read(from.text());
            (said != SchoolsSaid::default()).then_some((said, from))
        })
    }

    /// A title, a sheet or a file name that says something else than equipment in ENT, and the word
    /// that says so.
    pub fn something_else(&self) -> Option<(String, String)> {
        let titles = self.table.titles().iter().map(|title| title.text.as_str());
        titles.chain(self.table.sheet_name()).chain([self.file]).find_map(|text| {
            if measure(text) == Some(Measure::Usage) {
                return Some((text.to_owned(), Measure::Usage.label().to_owned()));
            }
            match theme(text).topic {
                Topic::Other(word) if is_another_thing(&word) => Some((text.to_owned(), word)),
                _ => None,
            }
        })
    }
}

impl Around<'_> {
    /// Whether a title, the sheet or the name of the file names an ENT.
    pub fn names_ent(&self) -> bool {
        let titles = self.table.titles().iter().map(|title| title.text.as_str());
        let mut texts = titles.chain(self.table.sheet_name()).chain([self.file]);
        texts.any(|text| theme(text).names_ent)
    }

    /// A title, a sheet, a file name or a column of words that names another thing which schools
    /// may be equipped with, and no ENT; and the word that says so.
    pub fn other_equipment(&self, columns: &[ColumnMeaning]) -> Option<(String, String)> {
        let titles = self.table.titles().iter().map(|title| title.text.as_str());
        let mut texts = titles.chain(self.table.sheet_name()).chain([self.file]);
        let in_text = |text| Some((str::to_owned(text), another_thing(text, is_held)?));
        texts.find_map(in_text).or_else(|| {
            let said = columns.iter().enumerate().filter(|(_, column)| may_say_of_what(column));
            said.map(|(rank, _)| rank).find_map(|rank| self.thing_in_rows(rank))
        })
    }

    /// What a column of words says in all its rows, or in some below a name such as « matériel ».
    fn thing_in_rows(&self, rank: usize) -> Option<(String, String)> {
        let name = normalise(self.table.written_header(rank));
        let says_things = NAMES_OF_THINGS.iter().any(|thing| name.contains(thing));
        let says_themes = says_things || NAMES_OF_THEMES.iter().any(|theme| name.contains(theme));
        let mut distinct: Vec<&str> = Vec::new();
        for cell in self.table.cells(rank).filter(|cell| missing_word(cell).is_none()) {
            if !distinct.contains(&cell) {
                distinct.push(cell);
            }
            if distinct.len() > if says_themes { MOST_THEMES } else { 1 } {
                return None;
            }
        }
        let is_thing = |word: &str| says_things || is_held(word);
        distinct.into_iter().find_map(|cell| {
            let word = another_thing(cell, is_thing)?;
            Some((format!("{}{NARROW_SPACE}: {cell}", self.table.headers()[rank]), word))
        })
    }
}

/// Columns whose cells may say of what the figures beside them are.
fn may_say_of_what(column: &ColumnMeaning) -> bool {
    let is_open =
        |meaning| matches!(meaning, Meaning::Perimetre | Meaning::Projet | Meaning::Mesure);
    column.meaning.is_none_or(is_open)
}

/// Whether a word names another thing that a school may have, rather than whom or what was counted.
fn is_held(word: &str) -> bool {
    const COUNTED: [&str; 6] = ["compte", "classe", "eleve", "enseignant", "salle", "mention"];
    is_another_thing(word) && !COUNTED.iter().any(|counted| word.starts_with(counted))
}

/// The word of a text that names another thing, where it names no ENT.
fn another_thing(text: &str, is_thing: impl Fn(&str) -> bool) -> Option<String> {
    let theme = theme(text);
    match theme.topic {
        Topic::Other(word) if is_thing(&word) && !theme.names_ent => Some(word),
        _ => None,
    }
}

/// The one type that some texts name.
fn only_type<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<SchoolType> {
    let (mut lycee, mut college) = (false, false);
    for text in texts {
        let plain = normalise(text);
        lycee |= plain.contains("lycee");
        college |= plain.contains("college");
    }
    match (lycee, college) {
        (true, false) => Some(SchoolType::Lycee),
        (false, true) => Some(SchoolType::College),
        _ => None,
    }
}
