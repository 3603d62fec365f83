//! The date of a file, as it is set or read, and where.

use super::Previewed;
use crate::{
    coverage::import::{Dating, RecognisedKind, Supposition, UNDATED},
    french,
};

/// A date, in words.
pub struct DateTold {
    /// « 15 octobre 2024 », « colonne « date » »; empty where none is known.
    pub date: String,
    /// « d’après le titre « Situation au 15 octobre 2024 » »; empty where the date says it.
    pub whence: String,
}

impl DateTold {
    /// Of a file that is previewed.
    pub fn of(previewed: &Previewed<'_>) -> Self {
        let told = |date: String, whence: &str| Self { date, whence: whence.to_owned() };
        match previewed.choices.import.dating {
            Some(Dating::On(day)) => return told(french::day(day), "choisie à la main"),
            Some(Dating::Undated) => return told(String::new(), "choisi à la main"),
            None => {}
        }
        let Some(report) = previewed.report else { return told(String::new(), "") };
        let supposed = report.suppositions.iter().chain(&report.confirmed);
        let date = supposed.filter_map(|one| match one {
            Supposition::Date { period, from } => Some(told(period.to_string(), &from.to_string())),
            _ => None,
        });
        let recognised = report.recognised.iter();
        let read = recognised.filter(|one| one.kind == RecognisedKind::Date && one.text != UNDATED);
        let read = read.map(|one| match one.text.split_once(", ") {
            Some((date, whence)) => told(date.to_owned(), whence),
            None => told(one.text.clone(), ""),
        });
        date.chain(read).next().unwrap_or_else(|| told(String::new(), UNDATED))
    }
}
