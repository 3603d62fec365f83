//! What the values of a column say of the meaning that its name gives it.

use super::{
    Meaning,
    shape::{
        Cells, is_commune_or_postal_code, is_count, is_nature, is_opening_state, is_school_type,
        is_sector, is_uai, is_yes_or_no, number,
    },
};
use crate::coverage::words;

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

/// Asks the values of a column whether they have this meaning. Territories are not asked here: they
/// are decided from the whole column.
pub(super) fn verdict(meaning: Meaning, cells: &Cells<'_>) -> Verdict {
    use Verdict::{Confirmed, Refuted, Silent};
    if cells.is_empty() {
        return Silent;
    }
    let expect = |holds: bool, yes: &'static str, no: &'static str| {
        if holds { Confirmed(yes) } else { Refuted(no) }
    };
    match meaning {
        Meaning::Taux => share(cells),
        Meaning::Equipes => count(cells),
        Meaning::Equipe => yes_or_no(cells),
        Meaning::Total => expect(
            cells.mostly(is_count),
            "les valeurs sont des nombres entiers",
            "les valeurs ne sont pas des nombres entiers",
        ),
        Meaning::Uai => expect(
            cells.mostly(is_uai),
            "les valeurs sont des numéros UAI",
            "les valeurs ne sont pas des numéros UAI",
        ),
        Meaning::Date | Meaning::Annee => {
            expect(cells.dates(), "les valeurs sont des dates", "les valeurs ne sont pas des dates")
        }
        Meaning::Mois => {
            expect(cells.months(), "les valeurs sont des mois", "les valeurs ne sont pas des mois")
        }
        Meaning::Niveau => expect(
            cells.mostly(|cell| words::level(cell).is_some()),
            "les valeurs sont des échelons",
            "les valeurs ne sont pas des échelons",
        ),
        Meaning::Type if cells.mostly(is_school_type) => {
            Confirmed("les valeurs sont des types d’établissement")
        }
        Meaning::Statut if cells.mostly(|cell| words::planned(cell).is_some()) => {
            Confirmed("les valeurs sont « réalisé » ou « prévu »")
        }
        Meaning::Secteur if cells.mostly(is_sector) => {
            Confirmed("les valeurs sont « public » ou « privé »")
        }
        Meaning::Etat if cells.mostly(is_opening_state) => {
            Confirmed("les valeurs disent si l’établissement est ouvert")
        }
        Meaning::Type | Meaning::Statut | Meaning::Secteur | Meaning::Etat => few_words(cells),
        Meaning::Stade => word_or_text(cells, |cell| words::stage(cell).is_some()),
        Meaning::Mesure => word_or_text(cells, |cell| words::measure(cell).is_some()),
        Meaning::Preuve => word_or_text(cells, |cell| words::evidence(cell).is_some()),
        Meaning::Nature | Meaning::LibelleNature => nature(meaning, cells),
        Meaning::CodeCommune | Meaning::CodePostal => expect(
            cells.mostly(is_commune_or_postal_code),
            "les valeurs ont cinq caractères",
            "les valeurs n’ont pas cinq caractères",
        ),
        Meaning::Latitude => expect(
            cells.between(-90.0, 90.0),
            "les valeurs sont des latitudes",
            "les valeurs ne sont pas des latitudes",
        ),
        Meaning::Longitude => expect(
            cells.between(-180.0, 180.0),
            "les valeurs sont des longitudes",
            "les valeurs ne sont pas des longitudes",
        ),
        _ => Silent,
    }
}

/// A meaning that the values alone give, where the name says nothing.
pub(super) fn by_values(cells: &Cells<'_>) -> Option<(Meaning, &'static str)> {
    if cells.filled.len() < 2 {
        return None;
    }
    let percents = |cell: &str| cell.ends_with('%') && number(cell).is_some();
    if cells.mostly(is_uai) {
        Some((Meaning::Uai, "les valeurs sont des numéros UAI"))
    } else if cells.all(percents) {
        Some((Meaning::Taux, "les valeurs sont des pourcentages"))
    } else if cells.all(|cell| words::level(cell).is_some()) {
        Some((Meaning::Niveau, "les valeurs sont des échelons"))
    } else if cells.all(|cell| words::school_types(cell).is_some()) {
        Some((Meaning::Type, "les valeurs sont des types d’établissement"))
    } else if cells.all(|cell| words::stage(cell).is_some()) {
        Some((Meaning::Stade, "les valeurs sont des stades"))
    } else if cells.all(|cell| matches!(crate::table::normalise(cell).as_ref(), "public" | "prive"))
    {
        Some((Meaning::Secteur, "les valeurs sont « public » ou « privé »"))
    } else {
        None
    }
}

fn share(cells: &Cells<'_>) -> Verdict {
    if !cells.mostly(|cell| number(cell).is_some()) {
        return Verdict::Refuted("les valeurs ne sont pas des nombres");
    }
    if !cells.mostly(|cell| number(cell).is_some_and(|n| n <= 100.0)) {
        return Verdict::Refuted("trop de valeurs dépassent 100");
    }
    Verdict::Confirmed("les valeurs sont des nombres de 0 à 100")
}

fn count(cells: &Cells<'_>) -> Verdict {
    if cells.mostly(is_count) {
        return Verdict::Confirmed("les valeurs sont des nombres entiers");
    }
    if cells.all(is_yes_or_no) {
        return Verdict::Rather(Meaning::Equipe, "les valeurs disent oui ou non");
    }
    if cells.mostly(|cell| number(cell).is_some_and(|n| (0.0..=100.0).contains(&n))) {
        return Verdict::Rather(Meaning::Taux, "les valeurs sont des nombres de 0 à 100");
    }
    Verdict::Refuted("les valeurs ne sont pas des nombres entiers")
}

fn yes_or_no(cells: &Cells<'_>) -> Verdict {
    if cells.all(is_yes_or_no) {
        return Verdict::Confirmed("les valeurs disent oui ou non");
    }
    if cells.mostly(|cell| number(cell).is_some()) {
        // « ENT » above numbers: a share where there are decimals, else a number of schools.
        let decimals = cells.any(|cell| cell.contains('%') || !is_count(cell));
        return if decimals {
            Verdict::Rather(Meaning::Taux, "les valeurs ont des décimales ou un signe %")
        } else {
            Verdict::Rather(Meaning::Equipes, "les valeurs sont des nombres entiers")
        };
    }
    // The name of a project says yes.
    Verdict::Silent
}

/// Columns called « statut » or « type » hold one of a few words; which ones tells what they are.
fn few_words(cells: &Cells<'_>) -> Verdict {
    if cells.mostly(is_sector) {
        Verdict::Rather(Meaning::Secteur, "les valeurs sont « public » ou « privé »")
    } else if cells.mostly(is_opening_state) {
        Verdict::Rather(Meaning::Etat, "les valeurs disent si l’établissement est ouvert")
    } else if cells.mostly(|cell| words::level(cell).is_some()) {
        Verdict::Rather(Meaning::Niveau, "les valeurs sont des échelons")
    } else if cells.mostly(|cell| words::stage(cell).is_some()) {
        Verdict::Rather(Meaning::Stade, "les valeurs sont des stades")
    } else if cells.mostly(is_school_type) {
        Verdict::Rather(Meaning::Type, "les valeurs sont des types d’établissement")
    } else {
        Verdict::Refuted("les valeurs sont d’autres mots")
    }
}

fn word_or_text(cells: &Cells<'_>, known: impl Fn(&str) -> bool) -> Verdict {
    if cells.mostly(known) {
        Verdict::Confirmed("les valeurs sont les mots attendus")
    } else if cells.mostly(|cell| number(cell).is_some()) {
        Verdict::Refuted("les valeurs sont des nombres")
    } else {
        Verdict::Silent
    }
}

fn nature(meaning: Meaning, cells: &Cells<'_>) -> Verdict {
    match (meaning, cells.mostly(is_nature)) {
        (Meaning::Nature, true) => Verdict::Confirmed("les valeurs sont des codes de nature"),
        (_, true) => Verdict::Rather(Meaning::Nature, "les valeurs sont des codes de nature"),
        (Meaning::Nature, false) => {
            Verdict::Rather(Meaning::LibelleNature, "les valeurs ne sont pas des codes de nature")
        }
        (_, false) => Verdict::Silent,
    }
}
