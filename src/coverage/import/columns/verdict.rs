//! What the values of a column say of the meaning that its name gives it.
//!
//! Each test is the very function that reads the cells later, so that accepting and reading can't
//! drift apart.

use super::{
    Meaning,
    cells::{Cells, commune_or_postal_code},
    figures::are_bare,
};
use crate::{
    coverage::{
        school::{Uai, nature},
        vocabulary::{evidence, measure, opening, planned, school_word, sector_word, stage},
    },
    territory::Level,
};

/// What the values answer to a meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They are what such a column holds.
    Confirmed(&'static str),
    /// They are another thing, which the name may have meant.
    Rather(Meaning, &'static str),
    /// They can't be that.
    Refuted(&'static str),
    /// Any text would do, or there are none.
    Silent,
}

/// Asks the values of a column whether they have this meaning. Territories and figures are not
/// asked here: the first are decided from the whole column, the second by the words of its name.
/// A name that `is_clear` wins over cells of which only some are read: the others are told.
pub(super) fn verdict(
    meaning: Meaning,
    header: &str,
    cells: &Cells<'_>,
    is_clear: bool,
) -> Verdict {
    if cells.is_empty() {
        return Verdict::Silent;
    }
    match meaning {
        Meaning::Uai => expect(
            are_read(cells, is_clear, Uai::shaped),
            "les valeurs sont des numéros UAI",
            "les valeurs ne sont pas des numéros UAI",
        ),
        Meaning::Niveau => expect(
            are_read(cells, is_clear, Level::from_word),
            "les valeurs sont des échelons",
            "les valeurs ne sont pas des échelons",
        ),
        Meaning::Date | Meaning::Annee => dates(cells, header),
        Meaning::Mois => months(cells, header),
        Meaning::Type => {
            one_of_few(cells, school_word, "les valeurs sont des types d’établissement", is_clear)
        }
        Meaning::Secteur => {
            one_of_few(cells, sector_word, "les valeurs sont « public » ou « privé »", is_clear)
        }
        Meaning::Etat => {
            one_of_few(cells, opening, "les valeurs disent si l’établissement est ouvert", is_clear)
        }
        // Some cells prove nothing: « statut » is the name of many things.
        Meaning::Statut => {
            one_of_few(cells, planned, "les valeurs sont « réalisé » ou « prévu »", false)
        }
        Meaning::Stade => word_or_text(cells, |cell| stage(cell).is_some()),
        Meaning::Mesure => word_or_text(cells, |cell| measure(cell).is_some()),
        Meaning::Preuve => word_or_text(cells, |cell| evidence(cell).is_some()),
        Meaning::Nature | Meaning::LibelleNature => of_nature(meaning, cells),
        Meaning::CodeCommune | Meaning::CodePostal => expect(
            cells.are_read_by(commune_or_postal_code),
            "les valeurs ont cinq caractères",
            "les valeurs n’ont pas cinq caractères",
        ),
        Meaning::Latitude => latitudes(cells),
        Meaning::Longitude => longitudes(cells),
        // « Projet: oui » may be a plan, and names none.
        Meaning::Projet if are_bare(cells) => Verdict::Refuted("les valeurs disent oui ou non"),
        _ => Verdict::Silent,
    }
}

fn expect(holds: bool, yes: &'static str, no: &'static str) -> Verdict {
    if holds { Verdict::Confirmed(yes) } else { Verdict::Refuted(no) }
}

fn are_read<T>(cells: &Cells<'_>, is_clear: bool, parse: impl Fn(&str) -> Option<T>) -> bool {
    if is_clear { cells.are_partly_read_by(parse) } else { cells.are_read_by(parse) }
}

/// What a date column holds and can't be read is told row by row, or asked.
fn dates(cells: &Cells<'_>, header: &str) -> Verdict {
    expect(
        cells.are_dates(header),
        "les valeurs sont des dates",
        "les valeurs ne sont pas des dates",
    )
}

fn months(cells: &Cells<'_>, header: &str) -> Verdict {
    if !cells.are_months() && cells.are_dates(header) {
        return Verdict::Rather(Meaning::Date, "les valeurs sont des dates");
    }
    expect(cells.are_months(), "les valeurs sont des mois", "les valeurs ne sont pas des mois")
}

fn latitudes(cells: &Cells<'_>) -> Verdict {
    expect(
        cells.lie_between(-90.0, 90.0),
        "les valeurs sont des latitudes",
        "les valeurs ne sont pas des latitudes",
    )
}

fn longitudes(cells: &Cells<'_>) -> Verdict {
    expect(
        cells.lie_between(-180.0, 180.0),
        "les valeurs sont des longitudes",
        "les valeurs ne sont pas des longitudes",
    )
}

/// Of a column that holds one of a few words, read by `parse`; else the words of another such
/// column, which its name may mean as well. Where `some_suffice`, a few of its own are enough
/// beside words that no such column holds.
fn one_of_few<T>(
    cells: &Cells<'_>,
    parse: impl Fn(&str) -> Option<T>,
    yes: &'static str,
    some_suffice: bool,
) -> Verdict {
    if cells.are_read_by(&parse) {
        return Verdict::Confirmed(yes);
    }
    match few_words(cells) {
        Verdict::Refuted(_) if some_suffice && cells.are_partly_read_by(&parse) => {
            Verdict::Confirmed("certaines valeurs sont les mots attendus")
        }
        verdict => verdict,
    }
}

/// A meaning that the values alone give, where the name says nothing.
pub(super) fn by_values(cells: &Cells<'_>) -> Option<(Meaning, &'static str)> {
    if cells.filled().len() < 2 {
        return None;
    }
    if cells.are_read_by(Uai::shaped) {
        Some((Meaning::Uai, "les valeurs sont des numéros UAI"))
    } else if cells.are_read_by(Level::from_word) {
        Some((Meaning::Niveau, "les valeurs sont des échelons"))
    } else if cells.are_read_by(school_word) && are_few(cells) {
        Some((Meaning::Type, "les valeurs sont des types d’établissement"))
    } else if cells.are_read_by(stage) {
        Some((Meaning::Stade, "les valeurs sont des stades"))
    } else if cells.are_read_by(sector_word) {
        Some((Meaning::Secteur, "les valeurs sont « public » ou « privé »"))
    } else {
        None
    }
}

/// Whether the cells repeat a dozen words, unlike the names of schools.
fn are_few(cells: &Cells<'_>) -> bool {
    const FEW: usize = 12;
    const VERY_FEW: usize = 4;
    let mut distinct: Vec<&str> = Vec::new();
    for (cell, _) in cells.filled() {
        if !distinct.contains(cell) {
            distinct.push(cell);
            if distinct.len() > FEW {
                return false;
            }
        }
    }
    distinct.len() <= VERY_FEW || distinct.len() * 2 <= cells.filled().len()
}

/// Columns called « statut » or « type » hold one of a few words; which ones tells what they are.
fn few_words(cells: &Cells<'_>) -> Verdict {
    if cells.are_read_by(sector_word) {
        Verdict::Rather(Meaning::Secteur, "les valeurs sont « public » ou « privé »")
    } else if cells.are_read_by(opening) {
        Verdict::Rather(Meaning::Etat, "les valeurs disent si l’établissement est ouvert")
    } else if cells.are_read_by(Level::from_word) {
        Verdict::Rather(Meaning::Niveau, "les valeurs sont des échelons")
    } else if cells.are_read_by(stage) {
        Verdict::Rather(Meaning::Stade, "les valeurs sont des stades")
    } else if cells.are_read_by(planned) {
        Verdict::Rather(Meaning::Statut, "les valeurs sont « réalisé » ou « prévu »")
    } else if cells.are_read_by(school_word) {
        Verdict::Rather(Meaning::Type, "les valeurs sont des types d’établissement")
    } else {
        Verdict::Refuted("les valeurs sont d’autres mots")
    }
}

fn word_or_text(cells: &Cells<'_>, known: impl Fn(&str) -> bool) -> Verdict {
    if cells.mostly(|cell, _| known(cell)) {
        Verdict::Confirmed("les valeurs sont les mots attendus")
    } else if cells.are_numbers() {
        Verdict::Refuted("les valeurs sont des nombres")
    } else {
        Verdict::Silent
    }
}

fn of_nature(meaning: Meaning, cells: &Cells<'_>) -> Verdict {
    match (meaning, cells.are_read_by(nature)) {
        (Meaning::Nature, true) => Verdict::Confirmed("les valeurs sont des codes de nature"),
        (_, true) => Verdict::Rather(Meaning::Nature, "les valeurs sont des codes de nature"),
        (Meaning::Nature, false) => {
            Verdict::Rather(Meaning::LibelleNature, "les valeurs ne sont pas des codes de nature")
        }
        (_, false) => Verdict::Silent,
    }
}
