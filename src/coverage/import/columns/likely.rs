//! What a column may hold, the likeliest first: for a person who says it.

use super::super::headers::theme;
use super::{
    Meaning,
    answers::are_answers,
    cells::Cells,
    figures::{Beside, Figure, figure},
    sampled,
    synonyms::{Sense, Synonyms},
    territories::meaning_at,
    verdict::{Verdict, by_values, verdict},
};
use crate::{table::Table, territory::matching::decide};

/// More of them help nobody to choose.
const MOST: usize = 6;

/// What the name of a column suggests, unless its values deny it, then what its values may be: what
/// the functions that read them later accept.
pub fn likely_meanings(table: &Table, column: usize) -> Vec<Meaning> {
    let header = table.written_header(column);
    let rows = sampled(table);
    let cells = Cells::new(rows.map(|row| (row.cell(column), row.kind(column))));
    let mut likely: Vec<Meaning> = Vec::new();
    let named = by_name(header, &cells);
    let of_values = by_values(&cells).map(|(meaning, _)| meaning);
    let found = named
        .into_iter()
        .chain(as_figures(header, &cells))
        .chain(as_territories(table, column))
        .chain(of_values)
        .chain(as_dates(header, &cells))
        .chain(as_numbers(header, &cells));
    for meaning in found {
        if !likely.contains(&meaning) {
            likely.push(meaning);
        }
    }
    likely.truncate(MOST);
    likely
}

fn by_name(header: &str, cells: &Cells<'_>) -> Vec<Meaning> {
    let hits = Synonyms::embedded().find(header).into_iter();
    let meant = hits.filter_map(|hit| match hit.sense {
        Sense::Means(meaning) => Some((meaning, hit.exact)),
        Sense::Ignored => None,
    });
    let held = meant.filter_map(|(meaning, exact)| match verdict(meaning, header, cells, exact) {
        Verdict::Refuted(_) => None,
        Verdict::Rather(rather, _) => Some(rather),
        Verdict::Confirmed(_) | Verdict::Silent => Some(meaning),
    });
    held.collect()
}

fn as_figures(header: &str, cells: &Cells<'_>) -> Vec<Meaning> {
    let theme = theme(header);
    let figure = |by_school| figure(&theme, header, cells, Beside { by_school, counts: false });
    let meant = [false, true].map(figure).into_iter().filter_map(|figure| match figure {
        Figure::Means(meaning, _) | Figure::Else(meaning) => Some(meaning),
        Figure::None => None,
    });
    meant.collect()
}

/// Codes or names, at each level that the values may be of.
fn as_territories(table: &Table, column: usize) -> Vec<Meaning> {
    let values: Vec<&str> = sampled(table).map(|row| row.cell(column)).collect();
    let Some(decision) = decide(&values, table.written_header(column), &[]) else {
        return vec![];
    };
    let others = decision.alternatives.iter().map(|(level, _)| *level);
    let levels = [decision.level].into_iter().chain(others);
    levels.filter_map(|level| meaning_at(level, &values)).collect()
}

fn as_dates(header: &str, cells: &Cells<'_>) -> Option<Meaning> {
    cells.are_dates(header).then_some(Meaning::Date)
}

fn as_numbers(header: &str, cells: &Cells<'_>) -> Vec<Meaning> {
    let answers = are_answers(cells, &theme("")).then_some(Meaning::Equipe);
    let ratios = cells.are_ratios(false).then_some(Meaning::EquipesSurTotal);
    let shares = cells.are_shares(header).then_some(Meaning::Taux);
    let counts = cells.are_counts().then_some([Meaning::Equipes, Meaning::Total]);
    let found = answers.into_iter().chain(ratios).chain(shares);
    found.chain(counts.into_iter().flatten()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::read_csv;

    fn likely(header: &str, cells: &[&str]) -> Vec<Meaning> {
        let rows: String = cells.iter().map(|cell| format!("{cell};x\n")).collect();
        let table = read_csv(format!("{header};autre\n{rows}").as_bytes()).unwrap().0;
        likely_meanings(&table, 0)
    }

    #[test]
    fn a_clear_name_comes_first_though_few_of_its_cells_are_read() {
        let cells = ["Ain", "là", "ici", "ailleurs", "partout", "nulle part"];
        assert_eq!(likely("departement", &cells).first(), Some(&Meaning::NomDepartement));
    }

    #[test]
    fn values_say_what_a_name_does_not() {
        let first = |cells: &[&str]| likely("bidule", cells).first().copied();
        assert_eq!(first(&["0380033E", "0380034F", "0730033P"]), Some(Meaning::Uai));
        assert_eq!(first(&["Savoie", "Isère", "Ain"]), Some(Meaning::NomDepartement));
        assert_eq!(first(&["15/10/2024", "16/10/2024"]), Some(Meaning::Date));
        assert_eq!(first(&["12,5 %", "30,1 %"]), Some(Meaning::Taux));
        assert_eq!(first(&["oui", "non", "oui"]), Some(Meaning::Equipe));
        assert!(likely("bidule", &["12", "34", "567"]).contains(&Meaning::Total));
    }

    #[test]
    fn a_meaning_that_the_values_deny_is_not_likely() {
        let cells = ["chien", "chat", "oiseau"];
        assert!(!likely("date", &cells).contains(&Meaning::Date));
        assert_eq!(likely("bidule", &cells), []);
    }

    #[test]
    fn each_is_told_once_and_few_are() {
        for header in ["code", "taux", "nb collèges équipés", "région", "bidule"] {
            let found = likely(header, &["01", "02", "03", "38", "73", "74"]);
            assert!(found.len() <= MOST, "{header}: {found:?}");
            let alone = |one: &Meaning| found.iter().filter(|other| *other == one).count() == 1;
            assert!(found.iter().all(alone), "{header}: {found:?}");
        }
    }
}
