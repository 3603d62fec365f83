//! Figures of all schools of a type beside those of some of them: « Lycées équipés » and « Lycées
//! professionnels équipés » are two subjects, of which a map shows one.

use super::super::headers::{HeaderSays, HeaderStyle};
use super::{ColumnMeaning, ColumnReason, Meaning};
use crate::{
    coverage::{SchoolType, Subset},
    table::{Table, normalise},
};

/// A column of figures, and of which schools it speaks.
struct Figures {
    rank: usize,
    school_type: Option<SchoolType>,
    subset: Option<Subset>,
}

/// Keeps the figures of the schools that a person chose by the name of a column, else those of all
/// schools, else of the first that are named; those of others of the same type are set aside, and
/// may be chosen.
pub(super) fn keep_one_subset(table: &Table, columns: &mut [ColumnMeaning], chosen: Option<&str>) {
    let figures = figures(table, columns);
    if figures.iter().all(|one| one.subset.is_none()) {
        return;
    }
    let is_chosen = |one: &&Figures| {
        let wanted = chosen.map(normalise);
        let names = [table.headers()[one.rank].as_str(), table.written_header(one.rank)];
        wanted.is_some_and(|wanted| names.iter().any(|name| normalise(name) == wanted))
    };
    for school_type in [None, Some(SchoolType::Lycee), Some(SchoolType::College)] {
        let of_type = || figures.iter().filter(|one| one.school_type == school_type);
        let whole = || of_type().find(|one| one.subset.is_none());
        let shown = of_type().find(is_chosen).or_else(whole).or_else(|| of_type().next());
        let Some(shown) = shown else { continue };
        let header = table.headers()[shown.rank].clone();
        for other in of_type().filter(|one| one.subset != shown.subset) {
            columns[other.rank].forget(ColumnReason::OfOtherSchools(header.clone()));
        }
    }
}

fn figures(table: &Table, columns: &[ColumnMeaning]) -> Vec<Figures> {
    let is_figure = |meaning: Option<Meaning>| meaning.is_some_and(Meaning::is_of_equipped);
    let names_some = columns.iter().any(|column| column.theme.subset.is_some());
    let ranks = (0..columns.len()).filter(|rank| names_some && is_figure(columns[*rank].meaning));
    let style = HeaderStyle::of(table.headers());
    ranks
        .map(|rank| {
            let HeaderSays { school_type, subset, .. } = HeaderSays::of_column(table, rank, style);
            Figures { rank, school_type, subset }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        coverage::import::{
            ImportChoices,
            columns::{column_sets, meanings_as_chosen},
        },
        table::read_csv,
    };

    /// The columns of figures and of totals that are used.
    fn used(headers: &str, shown: Option<&str>) -> Vec<String> {
        let width = headers.split(';').count();
        let row = |code: &str| format!("{code}{}\n", ";7".repeat(width));
        let rows: String = ["01", "38", "2A"].into_iter().map(row).collect();
        let table = read_csv(format!("code;{headers}\n{rows}").as_bytes()).unwrap().0;
        let choices = ImportChoices { shown: shown.map(str::to_owned), ..ImportChoices::default() };
        let columns = meanings_as_chosen(&table, &choices);
        let sets = column_sets(&table, &columns);
        let columns = sets.iter().flat_map(|set| set.columns());
        columns.map(|rank| table.headers()[rank].clone()).collect()
    }

    #[test]
    fn all_schools_stand_before_some() {
        let headers = "Lycées professionnels;Lycées professionnels équipés;Lycées;Lycées équipés";
        assert_eq!(used(headers, None), ["Lycées équipés", "Lycées"]);
        let pro = "Lycées professionnels équipés";
        assert_eq!(used(headers, Some(pro)), [pro, "Lycées professionnels"]);
    }

    #[test]
    fn some_schools_alone_are_shown_with_their_own_number() {
        for (headers, expected) in [
            ("LP;LP équipés", vec!["LP équipés", "LP"]),
            ("Collèges REP;dont équipés", vec!["dont équipés", "Collèges REP"]),
            ("Collèges;Collèges REP équipés", vec!["Collèges REP équipés"]),
            ("Collèges REP;Collèges REP+ équipés", vec!["Collèges REP+ équipés"]),
            ("LGT équipés;LP équipés", vec!["LGT équipés"]),
        ] {
            assert_eq!(used(headers, None), expected, "{headers}");
        }
    }

    #[test]
    fn dates_and_types_side_by_side_stay_so() {
        let years = "LP équipés 2010;LP équipés 2011;Lycées équipés 2010;Lycées équipés 2011";
        assert_eq!(used(years, None), ["Lycées équipés 2010", "Lycées équipés 2011"]);
        let chosen = used(years, Some("LP équipés 2011"));
        assert_eq!(chosen, ["LP équipés 2010", "LP équipés 2011"]);
        let types = "Collèges équipés;LP équipés";
        assert_eq!(used(types, None), ["Collèges équipés", "LP équipés"]);
    }
}
