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
    if cells.are_ratios(is_clear) {
        return ratios(theme);
    }
    match cells.as_numbers(is_clear) {
        Some(cells) => figure_of_numbers(theme, &Readings::of(theme, header, &cells, beside)),
        None => Figure::None,
    }
}

/// As what the numbers of a column can be read.
struct Readings {
    /// As numbers of schools.
    as_counts: bool,
    /// As shares.
    as_shares: bool,
    /// Decimals or percents stand among them, and the name does not count.
    measured: bool,
}

impl Readings {
    fn of(theme: &Theme, header: &str, cells: &Cells<'_>, beside: Beside) -> Self {
        let is_clear = theme.is_of_figures();
        let names_schools = theme.names_schools || theme.topic == Topic::Equipment;
        // A name that counts is believed over a few cells, which are told.
        let names_counts = (is_clear || theme.topic == Topic::Bare)
            && theme.aside.is_none()
            && !theme.is_rate
            && (theme.is_count || (names_schools && beside.counts))
            && cells.are_mostly_whole();
        Self {
            as_counts: names_counts || cells.are_counts(),
            as_shares: match is_clear && theme.is_rate {
                true => cells.are_partly_shares(header),
                false => cells.are_shares(header),
            },
            measured: !names_counts && cells.have_decimals_or_percents(),
        }
    }

    /// As numbers of schools alone: a decimal makes a share of them.
    fn only_as_counts(&self) -> bool {
        self.as_counts && !self.measured
    }
}

fn figure_of_numbers(theme: &Theme, readings: &Readings) -> Figure {
    // Numbers of schools, and no more, are no map.
    if theme.topic == Topic::Bare && !theme.is_rate && (theme.is_a_part || theme.aside.is_some()) {
        return Figure::None;
    }
    let shown = match theme.topic {
        Topic::NoState(_) | Topic::Other(_) => return something_else(theme, readings),
        _ if theme.aside.is_some() => return something_else(theme, readings),
        Topic::Bare | Topic::Equipment | Topic::EquipmentAnd(_) => shown(theme, readings),
    };
    match shown {
        Some(Meaning::Taux) => {
            Figure::Means(Meaning::Taux, "les valeurs sont des nombres de 0 à 100")
        }
        Some(meaning) => Figure::Means(meaning, "les valeurs sont des nombres entiers"),
        None => Figure::None,
    }
}

/// What numbers are that the map can show as they are.
fn shown(theme: &Theme, readings: &Readings) -> Option<Meaning> {
    if theme.is_rate && !theme.is_count {
        readings.as_shares.then_some(Meaning::Taux)
    } else if theme.is_negated && readings.only_as_counts() {
        Some(Meaning::NonEquipes)
    } else if theme.topic == Topic::Bare {
        shown_of_schools(theme, readings)
    } else if readings.only_as_counts() {
        Some(Meaning::Equipes)
    } else {
        readings.as_shares.then_some(Meaning::Taux)
    }
}

/// The same below a name that speaks of schools and of no equipment: all of them, or their share.
fn shown_of_schools(theme: &Theme, readings: &Readings) -> Option<Meaning> {
    if readings.only_as_counts() && (theme.is_count || theme.names_schools) {
        Some(Meaning::Total)
    } else {
        let is_share = readings.as_shares && readings.measured && theme.names_schools;
        is_share.then_some(Meaning::Taux)
    }
}

/// What a person may choose to show of numbers that count something else.
fn something_else(theme: &Theme, readings: &Readings) -> Figure {
    let Readings { as_counts, as_shares, measured } = *readings;
    match (as_shares && (theme.is_rate || measured), as_counts, as_shares) {
        (true, ..) | (_, false, true) => Figure::Else(Meaning::Taux),
        (_, true, _) if theme.is_negated => Figure::Else(Meaning::NonEquipes),
        (_, true, _) => Figure::Else(Meaning::Equipes),
        _ => Figure::None,
    }
}

/// Of a column of two numbers in each cell, some schools out of all.
fn ratios(theme: &Theme) -> Figure {
    const RATIOS: &str = "les valeurs sont deux nombres, une partie sur un tout";
    match theme.topic {
        Topic::NoState(_) | Topic::Other(_) => Figure::Else(Meaning::EquipesSurTotal),
        _ if theme.aside.is_some() => Figure::Else(Meaning::EquipesSurTotal),
        Topic::Equipment | Topic::EquipmentAnd(_) => {
            Figure::Means(Meaning::EquipesSurTotal, RATIOS)
        }
        Topic::Bare if theme.is_rate || theme.is_count || theme.names_schools => {
            Figure::Means(Meaning::EquipesSurTotal, RATIOS)
        }
        Topic::Bare => Figure::None,
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

#[cfg(test)]
mod tests {
    use crate::{
        coverage::import::columns::{Meaning, column_sets, meanings},
        table::{Table, read_csv},
    };

    fn table(text: &str) -> Table {
        read_csv(text.as_bytes()).unwrap().0
    }

    fn words(text: &str) -> Vec<&'static str> {
        meanings(&table(text)).iter().map(|c| c.meaning.map_or("-", Meaning::word)).collect()
    }

    #[test]
    fn a_decimal_makes_no_share_of_counts_that_go_together() {
        let of = |header: &str, cells: [&str; 4]| {
            let codes = ["38", "73", "74", "75"];
            let rows: String =
                codes.iter().zip(cells).map(|(code, cells)| format!("{code};{cells}\n")).collect();
            words(&format!("code;{header}\n{rows}"))[1..].to_vec()
        };
        let slips = ["3,5;10", "10;10", "5;20", "6;20"];
        assert_eq!(of("collèges équipés;collèges", slips), ["equipes", "total"]);
        assert_eq!(of("Nb collèges avec ENT;collèges", slips), ["equipes", "total"]);
        let of_total = ["3;10", "10;10,5", "5;20", "6;20"];
        assert_eq!(of("lycées équipés;lycées", of_total), ["equipes", "total"]);
        assert_eq!(of("équipés;total", slips), ["equipes", "total"]);
        assert_eq!(of("nb équipés", ["3,5", "10", "5", "6"]), ["equipes"]);
        assert_eq!(of("lycées non équipés;total", slips), ["non_equipes", "total"]);
        let shares = ["3,5;10", "10,2;10", "5,1;20", "6;20"];
        assert_eq!(of("collèges équipés;collèges", shares), ["taux", "total"]);
        assert_eq!(of("taux de collèges équipés;collèges", slips), ["taux", "total"]);
    }

    #[test]
    fn figures_of_something_else_are_no_counts_and_no_shares() {
        for header in [
            "budget ENT (k€)",
            "nombre de formations ENT",
            "nombre de connexions à l’ENT",
            "adhésions ENT",
            "collèges à équiper en ENT",
            "collèges restant à doter d’un ENT",
            "collèges candidats ENT",
            "collèges équipés (hors ENT)",
            "collèges privés d’ENT",
            "taux de collèges à équiper d’un ENT",
            "lycées équipés hors Paris (%)",
            "% de collèges restant à équiper en ENT",
            "taux d’abandon de l’ENT",
            "taux de réponse à l’enquête ENT",
            "taux d’écoles équipées d’un ENT (%)",
            "demandes d’ENT (%)",
        ] {
            let text = format!("code;{header}\n01;10\n38;20\n2A;30\n");
            assert_eq!(words(&text)[1], "-", "{header}");
        }
    }

    #[test]
    fn figures_of_some_of_the_schools_are_figures() {
        for (header, meaning) in [
            ("lycées agricoles équipés (%)", "taux"),
            ("taux équipement lycées généraux (%)", "taux"),
            ("taux ENT collèges REP+ (%)", "taux"),
            ("Lycées professionnels équipés", "equipes"),
            ("collèges REP non équipés", "non_equipes"),
            ("Nombre de lycées polyvalents", "total"),
        ] {
            let text = format!("code;{header}\n01;10\n38;20\n2A;30\n");
            assert_eq!(words(&text)[1], meaning, "{header}");
        }
    }

    #[test]
    fn those_without_an_ent_are_the_others() {
        for header in
            ["collèges dépourvus d’ENT", "lycées démunis d’ENT", "collèges sans aucun ENT"]
        {
            let text = format!("code;{header};total\n01;10;30\n38;20;30\n2A;30;30\n");
            assert_eq!(words(&text)[1], "non_equipes", "{header}");
        }
        let table = table("code;collèges dépourvus d’ENT (%)\n01;10\n38;20,5\n2A;30\n");
        assert!(column_sets(&table, &meanings(&table))[0].is_complement);
    }
}
