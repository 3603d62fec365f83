//! Wide tables: columns of figures side by side, one for each date, type, sector or measure.

use std::collections::HashSet;

use super::super::headers::{HeaderSays, HeaderStyle};
use super::{ColumnMeaning, Meaning, schools_named::Named};
use crate::table::Table;

/// The columns of figures that speak of one date, one type, one sector and one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::coverage::import) struct ColumnSet {
    /// What their names say; silent in most tables, where the rows say it.
    pub says: HeaderSays,
    pub share: Option<usize>,
    /// The share, or the ratio, is that of the schools that are not equipped: the others are.
    pub is_complement: bool,
    pub equipped: Option<usize>,
    /// Those that are not equipped, where these are counted instead.
    pub not_equipped: Option<usize>,
    pub total: Option<usize>,
    /// The equipped and the total in one cell.
    pub ratio: Option<usize>,
    /// Each row is an answer of some schools, or of one.
    pub answers: Option<usize>,
}

/// The meanings of which a table may have a column for each date, type, sector or measure.
pub(super) const REPEATED: [Meaning; 5] = [
    Meaning::Taux,
    Meaning::Equipes,
    Meaning::NonEquipes,
    Meaning::EquipesSurTotal,
    Meaning::Total,
];

impl ColumnSet {
    /// The columns of the set.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        let counts = [self.equipped, self.not_equipped, self.ratio, self.answers, self.total];
        [self.share].into_iter().chain(counts).flatten()
    }

    /// The column that gives its figure, the share before the counts.
    pub fn shown(&self) -> Option<usize> {
        self.share.or(self.ratio).or(self.equipped).or(self.not_equipped).or(self.answers)
    }

    fn with_complement(self, columns: &[ColumnMeaning]) -> Self {
        let share = self.share.or(self.ratio).and_then(|rank| columns.get(rank));
        Self { is_complement: share.is_some_and(|column| column.theme.is_negated), ..self }
    }

    /// Whether it has both counts.
    pub fn is_counted(&self) -> bool {
        let counts = self.equipped.is_some() || self.not_equipped.is_some();
        self.ratio.is_some() || self.answers.is_some() || (counts && self.total.is_some())
    }
}

/// Whether several columns of one meaning each speak of something else by their names, so that
/// none of them repeats another.
pub(super) fn are_apart(headers: &[&str], style: HeaderStyle) -> bool {
    let said: Vec<HeaderSays> =
        headers.iter().map(|header| HeaderSays::read(header, style)).collect();
    said.len() > 1
        && said.iter().enumerate().all(|(rank, one)| !said[..rank].contains(one))
        && said.iter().any(|one| !one.is_silent())
}

/// The sets of columns of a table, in the order of its columns; one in most tables.
pub(in crate::coverage::import) fn column_sets(
    table: &Table,
    columns: &[ColumnMeaning],
) -> Vec<ColumnSet> {
    let style = HeaderStyle::of(table.headers());
    let of = |wanted| Named::all(wanted, table, columns, style);
    let figures =
        [Meaning::Taux, Meaning::Equipes, Meaning::NonEquipes, Meaning::EquipesSurTotal].map(of);
    let totals = of(Meaning::Total);
    let are_one = figures.iter().all(|named| named.len() <= 1)
        && figures.iter().flatten().all(|one| figures.iter().flatten().all(|o| one.goes_with(o)));
    if are_one {
        let only = only_set(&figures, &totals).with_complement(columns);
        return vec![if only.shown().is_none() { of_answers(table, columns, only) } else { only }];
    }
    let mut all: Vec<&Named> = figures.iter().flatten().collect();
    all.sort_unstable_by_key(|named| named.rank);
    let mut seen: HashSet<HeaderSays> = HashSet::new();
    let subjects = all.into_iter().filter(|named| seen.insert(named.says));
    subjects
        .map(|subject| {
            let [share, equipped, not_equipped, ratio] = figures
                .each_ref()
                .map(|named| named.iter().find(|one| one.says == subject.says).map(|one| one.rank));
            let total = subject.total_among(&totals).map(|total| total.rank);
            let says = subject.says;
            let is_complement = false;
            ColumnSet {
                says,
                share,
                is_complement,
                equipped,
                not_equipped,
                total,
                ratio,
                answers: None,
            }
        })
        .map(|set| set.with_complement(columns))
        .collect()
}

/// Of a table whose rows are answers: it has no other figures.
fn of_answers(table: &Table, columns: &[ColumnMeaning], only: ColumnSet) -> ColumnSet {
    let answers = columns.iter().position(|column| column.meaning == Some(Meaning::Equipe));
    let style = HeaderStyle::of(table.headers());
    let Some(rank) = answers else { return only };
    ColumnSet { says: HeaderSays::of_column(table, rank, style), answers, ..only }
}

/// Of a table with one column of each kind: whatever one of them says is true of all.
fn only_set(figures: &[Vec<Named>; 4], totals: &[Named]) -> ColumnSet {
    let said = || figures.iter().flatten().map(|named| named.says);
    let mut says = HeaderSays {
        period: said().find_map(|says| says.period),
        school_type: said().find_map(|says| says.school_type),
        sector: said().find_map(|says| says.sector),
        subset: said().find_map(|says| says.subset),
        measure: said().find_map(|says| says.measure),
    };
    let [share, equipped, not_equipped, ratio] =
        figures.each_ref().map(|named| named.first().map(|one| one.rank));
    let telling = Named::together(figures.iter().flatten(), says);
    let total = match telling {
        Some(telling) => telling.total_among(totals).copied(),
        // Beside a stage, a number of schools is of all that the row speaks of.
        None => totals.iter().find(|total| total.says.subset.is_none()).copied(),
    };
    // « Dont équipés » after « collèges publics » is of these.
    says.sector = says.sector.or(total.and_then(|total| total.says.sector));
    says.subset = says.subset.or(total.and_then(|total| total.says.subset));
    let total = total.map(|total| total.rank);
    let is_complement = false;
    ColumnSet { says, share, is_complement, equipped, not_equipped, total, ratio, answers: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::{Period, SchoolType, import::columns::meanings},
        table::read_csv,
    };

    fn sets(text: &str) -> Vec<ColumnSet> {
        let table = read_csv(text.as_bytes()).unwrap().0;
        column_sets(&table, &meanings(&table))
    }

    fn year(year: i16) -> Option<Period> {
        Some(Period::Year(year))
    }

    #[test]
    fn a_column_for_each_year_is_a_set_for_each_year() {
        let sets = sets("dep;taux_2010;taux_2011;nb_colleges\n01;10;20;5\n38;30;40;6\n2A;1;2;7\n");
        assert_eq!(sets.len(), 2);
        assert_eq!(
            (sets[0].says.period, sets[0].share, sets[0].total),
            (year(2010), Some(1), Some(3))
        );
        assert_eq!((sets[1].says.period, sets[1].share), (year(2011), Some(2)));
    }

    #[test]
    fn counts_go_with_the_share_of_their_year_and_a_total_without_year_with_all() {
        let sets = sets("dep;equipes_2010;equipes_2011;total\n01;1;2;5\n38;3;4;6\n2A;1;2;7\n");
        assert_eq!(sets.len(), 2);
        assert!(sets.iter().all(|set| set.total == Some(3)));
        let found: Vec<_> = sets.iter().map(|set| (set.says.period, set.equipped)).collect();
        assert_eq!(found, [(year(2010), Some(1)), (year(2011), Some(2))]);
    }

    #[test]
    fn types_side_by_side_each_have_their_total() {
        let sets = sets(
            "dep;taux_lycees;taux_colleges;nb_lycees;nb_colleges\n01;10;20;5;9\n38;30;40;6;8\n2A;1;2;7;9\n",
        );
        let found: Vec<_> =
            sets.iter().map(|set| (set.says.school_type, set.share, set.total)).collect();
        let (lycee, college) = (Some(SchoolType::Lycee), Some(SchoolType::College));
        assert_eq!(found, [(lycee, Some(1), Some(3)), (college, Some(2), Some(4))]);
    }

    #[test]
    fn a_share_and_its_counts_stay_one_set_whatever_their_names() {
        let sets =
            sets("dep;Taux 2011;équipés;nombre de lycées\n01;10;1;10\n38;50;1;2\n2A;1;1;100\n");
        let [set] = sets.as_slice() else { panic!("{sets:?}") };
        assert_eq!(
            (set.says.period, set.share, set.equipped, set.total),
            (year(2011), Some(1), Some(2), Some(3))
        );
    }

    #[test]
    fn a_change_between_years_is_no_year_of_its_own() {
        let sets = sets(
            "dep;taux_2010;taux_2011;évolution du taux 2010-2011\n01;10;20;10\n38;30;40;10\n2A;1;2;1\n",
        );
        assert_eq!(sets.len(), 2, "{sets:?}");
    }

    #[test]
    fn columns_that_say_the_same_are_not_apart() {
        let apart = |headers: &[&str]| are_apart(headers, HeaderStyle::default());
        assert!(apart(&["taux_2010", "taux_2011"]) && apart(&["taux publics", "taux privés"]));
        assert!(!apart(&["taux", "part"]) && !apart(&["taux 2010", "part 2010"]));
    }

    #[test]
    fn a_share_of_the_others_is_known_as_one() {
        let of =
            |header: &str| sets(&format!("dep;{header}\n01;10\n38;30\n2A;1\n"))[0].is_complement;
        assert!(of("Part des collèges non équipés (%)") && of("% sans ENT"));
        assert!(!of("Part des collèges équipés (%)") && !of("% ENT"));
    }
}
