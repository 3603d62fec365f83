//! What a file does not say, and what is assumed in its place, with the reason.

use jiff::civil::{Date, date};

use super::{ImportChoices, Meaning};
use crate::{
    coverage::{Observation, SchoolType, edition_at},
    french::{self, NARROW_SPACE},
    table::{Table, normalise},
    territory::{Edition, Level},
};

/// The type and the date of a file.
pub(super) struct Assumed {
    pub school_type: SchoolType,
    /// Where each row has its own date.
    pub date_column: Option<usize>,
    /// Of all rows of a file without a column of dates; `None` where nothing tells one.
    pub date: Option<Date>,
    /// Why that type.
    pub reasons: Vec<String>,
    /// Where the dates come from.
    pub date_reason: String,
}

impl Assumed {
    /// The borders in force at the date.
    pub fn edition(&self) -> Edition {
        edition_at(self.date)
    }
}

/// Decides both, from the columns, their names and the name of the file.
pub(super) fn assume(
    table: &Table,
    name: &str,
    level: Level,
    column: &impl Fn(Meaning) -> Option<usize>,
    choices: &ImportChoices,
) -> Assumed {
    let mut reasons = Vec::new();
    let words: Vec<String> = (table.headers().iter().map(String::as_str))
        .chain([name])
        .map(|text| normalise(text).into_owned())
        .collect();
    let school_type = choices.school_type.unwrap_or_else(|| {
        let says = |word: &str| words.iter().any(|text| text.contains(word));
        let (school_type, why) = match (says("lycee"), says("college")) {
            (true, false) => (SchoolType::Lycee, "d’après les noms du fichier et des colonnes"),
            (false, true) => (SchoolType::College, "d’après les noms du fichier et des colonnes"),
            _ if level == Level::Departement => (SchoolType::College, "gérés par les départements"),
            _ => (SchoolType::Lycee, "gérés par les régions"),
        };
        if column(Meaning::Type).is_none() {
            reasons.push(format!(
                "Type{NARROW_SPACE}: {} ({why}), aucune colonne ne le dit.",
                school_type.label()
            ));
        }
        school_type
    });
    let date_column = column(Meaning::Date).or_else(|| column(Meaning::Annee));
    let of_names = year_in(&words).map(|year| date(year, 12, 31));
    let date = choices.date.or(of_names);
    let why = match choices.date {
        Some(_) => "choisie à la main",
        None => "d’après les noms du fichier et des colonnes",
    };
    let date_reason = match (date_column, date) {
        (Some(column), _) => {
            format!("Date{NARROW_SPACE}: colonne « {} ».", table.headers()[column])
        }
        (None, Some(date)) => format!("Date{NARROW_SPACE}: {} ({why}).", french::day(date)),
        (None, None) => format!("Date{NARROW_SPACE}: non indiquée."),
    };
    Assumed { school_type, date_column, date, reasons, date_reason }
}

/// The only year from 2000 to 2099 that stands in some names.
fn year_in(words: &[String]) -> Option<i16> {
    let mut years: Vec<i16> = words
        .iter()
        .flat_map(|word| word.split(|c: char| !c.is_ascii_digit()))
        .filter(|digits| digits.len() == 4 && digits.starts_with("20"))
        .filter_map(|digits| digits.parse().ok())
        .collect();
    years.sort_unstable();
    years.dedup();
    match years.as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

/// A doubt when every territory has the same share: a column was perhaps filled down.
pub(super) fn all_alike(observations: &[Observation]) -> Option<String> {
    let mut shares = observations.iter().filter_map(|observation| observation.share);
    let first = shares.next()?;
    let others = shares.clone().count();
    (others >= 4 && shares.all(|share| share == first)).then(|| {
        format!(
            "Toutes les parts sont égales à {}{NARROW_SPACE}: est-ce voulu\u{202f}?",
            french::percent(first)
        )
    })
}
