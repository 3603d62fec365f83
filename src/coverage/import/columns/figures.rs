//! Columns of figures: what the words of their names and their values make of them.

use super::super::headers::{Theme, Topic};
use super::{Meaning, answers::are_answers, cells::Cells};

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

/// What else a table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// Each row is a school, of which a column says whether it is equipped, and never a share.
    pub by_school: bool,
    /// A number of all schools stands beside, or one of those that are equipped: two counts that
    /// go together, in which a decimal is a slip.
    pub counts: bool,
}

/// Reads a column by its name, cut into words, and its values.
pub(super) fn figure(theme: &Theme, header: &str, cells: &Cells<'_>, beside: Beside) -> Figure {
    let by_school = beside.by_school;
    if cells.is_empty() {
        return by_name(theme, by_school);
    }
    if by_school {
        return answer_of_school(theme, header, cells);
    }
    let is_clear = theme.is_of_figures();
    let Some(cells) = cells.as_numbers(is_clear) else { return Figure::None };
    // A name that counts is believed over a few cells, which are told.
    let names_counts = (is_clear || theme.topic == Topic::Bare)
        && theme.aside.is_none()
        && !theme.is_rate
        && (theme.is_count || (theme.names_schools && beside.counts))
        && cells.are_mostly_whole();
    let counts = names_counts || cells.are_counts();
    let shares = match is_clear && theme.is_rate {
        true => cells.are_partly_shares(header),
        false => cells.are_shares(header),
    };
    let measured = !names_counts && cells.have_decimals_or_percents();
    let something_else = || match (shares && (theme.is_rate || measured), counts, shares) {
        (true, ..) | (_, false, true) => Figure::Else(Meaning::Taux),
        (_, true, _) if theme.is_negated => Figure::Else(Meaning::NonEquipes),
        (_, true, _) => Figure::Else(Meaning::Equipes),
        _ => Figure::None,
    };
    // Numbers of schools, and no more, are no map.
    if theme.topic == Topic::Bare && !theme.is_rate && (theme.is_a_part || theme.aside.is_some()) {
        return Figure::None;
    }
    let shown = match theme.topic {
        Topic::NoState(_) | Topic::Other(_) => return something_else(),
        _ if theme.aside.is_some() => return something_else(),
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
    let is_open = matches!(theme.topic, Topic::Bare | Topic::Equipment)
        && (by_school || (theme.aside.is_none() && !theme.is_a_part));
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
    let answers = are_answers(cells, theme);
    match &theme.topic {
        Topic::Equipment if cells.are_dates(header) => {
            Figure::Means(Meaning::Date, "les valeurs sont des dates")
        }
        Topic::Equipment | Topic::EquipmentAnd(_) if answers => {
            Figure::Means(Meaning::Equipe, "les valeurs disent oui ou non, ou nomment un projet")
        }
        Topic::Other(_) | Topic::NoState(_) if answers => Figure::Else(Meaning::Equipe),
        _ => Figure::None,
    }
}
