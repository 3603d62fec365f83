//! Columns of figures: what the words of their names and their values make of them.

use super::super::headers::{Theme, Topic};
use super::{Meaning, answers::are_answers, cells::Cells};
use crate::coverage::vocabulary::is_bare_answer;

/// What a column of figures or answers is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// One that the map can show as it is.
    Means(Meaning, &'static str),
    /// Figures or answers of something else, which a person may choose to show: as this meaning.
    Else(Meaning),
    /// Neither figures nor answers.
    None,
}

/// Reads a column by its name, cut into words, and its values. `by_school` where each row is a
/// school, of which a column says whether it is equipped, and never a share.
pub(super) fn figure(theme: &Theme, header: &str, cells: &Cells<'_>, by_school: bool) -> Figure {
    if cells.is_empty() {
        return by_name(theme, by_school);
    }
    if by_school {
        return answer_of_school(theme, header, cells);
    }
    let is_clear = theme.is_of_figures();
    let Some(cells) = cells.as_numbers(is_clear) else { return Figure::None };
    let counts = cells.are_counts();
    let shares = match is_clear && theme.is_rate {
        true => cells.are_partly_shares(header),
        false => cells.are_shares(header),
    };
    let measured = cells.have_decimals_or_percents();
    let shown = match theme.topic {
        Topic::NoState(_) | Topic::Other(_) => {
            return match (shares && (theme.is_rate || measured), counts, shares) {
                (true, ..) | (_, false, true) => Figure::Else(Meaning::Taux),
                (_, true, _) => Figure::Else(Meaning::Equipes),
                _ => Figure::None,
            };
        }
        Topic::Bare | Topic::Equipment | Topic::EquipmentAnd(_) => {
            if theme.is_rate && !theme.is_count {
                shares.then_some(Meaning::Taux)
            } else if theme.is_negated && counts && !measured {
                Some(Meaning::NonEquipes)
            } else if theme.topic == Topic::Bare {
                (counts && !measured && (theme.is_count || theme.names_schools))
                    .then_some(Meaning::Total)
                    .or_else(|| {
                        (shares && measured && theme.names_schools).then_some(Meaning::Taux)
                    })
            } else if counts && !measured {
                Some(Meaning::Equipes)
            } else {
                shares.then_some(Meaning::Taux)
            }
        }
    };
    match shown {
        Some(Meaning::Taux) => {
            Figure::Means(Meaning::Taux, "les valeurs sont des nombres de 0 à 100")
        }
        Some(meaning) => Figure::Means(meaning, "les valeurs sont des nombres entiers"),
        None => Figure::None,
    }
}

/// Of a column without a value: what its name promises.
fn by_name(theme: &Theme, by_school: bool) -> Figure {
    const EMPTY: &str = "la colonne est vide";
    let is_open = matches!(theme.topic, Topic::Bare | Topic::Equipment);
    match theme.topic {
        Topic::Equipment if by_school => Figure::Means(Meaning::Equipe, EMPTY),
        _ if by_school || !is_open => Figure::None,
        _ if theme.is_rate => Figure::Means(Meaning::Taux, EMPTY),
        Topic::Equipment => Figure::Means(Meaning::Equipes, EMPTY),
        _ if theme.is_count => Figure::Means(Meaning::Total, EMPTY),
        _ => Figure::None,
    }
}

fn answer_of_school(theme: &Theme, header: &str, cells: &Cells<'_>) -> Figure {
    const ANSWERS: &str = "les valeurs disent oui ou non, ou nomment un projet";
    let answers = are_answers(cells, theme);
    match &theme.topic {
        // The days since when there is none are no days since when there is one.
        Topic::Equipment if cells.are_dates(header) && !theme.is_negated => {
            Figure::Means(Meaning::Date, "les valeurs sont des dates")
        }
        Topic::Equipment | Topic::EquipmentAnd(_) if answers => {
            Figure::Means(Meaning::Equipe, ANSWERS)
        }
        // « Projet ENT »: a name is one that there is, a yes may be a plan.
        Topic::NoState(word) if is_a_project(word) && !are_bare(cells) && !cells.are_numbers() => {
            Figure::Means(Meaning::Equipe, ANSWERS)
        }
        Topic::Other(_) | Topic::NoState(_) if answers => Figure::Else(Meaning::Equipe),
        _ => Figure::None,
    }
}

fn is_a_project(word: &str) -> bool {
    matches!(word, "projet" | "projets")
}

/// Whether nearly all cells say yes or no, and not of what.
pub(super) fn are_bare(cells: &Cells<'_>) -> bool {
    cells.mostly(|cell, _| is_bare_answer(cell))
}
