//! Wide tables: columns of figures side by side, one for each date, type, sector or measure.

use std::collections::HashMap;

use super::super::headers::{HeaderSays, HeaderStyle};
use super::{ColumnMeaning, Meaning};
use crate::table::Table;

/// The columns of figures that speak of one date, one type, one sector and one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::coverage::import) struct ColumnSet {
    /// What their names say; silent in most tables, where the rows say it.
    pub says: HeaderSays,
    pub share: Option<usize>,
    /// The share is that of the schools that are not equipped: the others are.
    pub is_complement: bool,
    pub equipped: Option<usize>,
    /// Those that are not equipped, where these are counted instead.
    pub not_equipped: Option<usize>,
    pub total: Option<usize>,
}

/// The meanings of which a table may have a column for each date, type, sector or measure.
pub(super) const REPEATED: [Meaning; 4] =
    [Meaning::Taux, Meaning::Equipes, Meaning::NonEquipes, Meaning::Total];

impl ColumnSet {
    /// The columns of the set.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        [self.share, self.equipped, self.not_equipped, self.total].into_iter().flatten()
    }

    /// The column that gives its figure, the share before the counts.
    pub fn shown(&self) -> Option<usize> {
        self.share.or(self.equipped).or(self.not_equipped)
    }

    fn with_complement(self, columns: &[ColumnMeaning]) -> Self {
        let share = self.share.and_then(|rank| columns.get(rank));
        Self { is_complement: share.is_some_and(|column| column.theme.is_negated), ..self }
    }

    /// Whether it has both counts.
    pub fn is_counted(&self) -> bool {
        (self.equipped.is_some() || self.not_equipped.is_some()) && self.total.is_some()
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

/// What the names of the columns of a meaning say, in their order.
struct Said {
    columns: Vec<(usize, HeaderSays)>,
    first: HashMap<HeaderSays, usize>,
}

impl Said {
    fn of(wanted: Meaning, table: &Table, columns: &[ColumnMeaning], style: HeaderStyle) -> Self {
        let with_it = columns.iter().enumerate().filter(|(_, c)| c.meaning == Some(wanted));
        let columns: Vec<(usize, HeaderSays)> = with_it
            .map(|(rank, _)| (rank, HeaderSays::read(table.written_header(rank), style)))
            .collect();
        let mut first = HashMap::new();
        for (rank, says) in &columns {
            first.entry(*says).or_insert(*rank);
        }
        Self { columns, first }
    }

    fn get(&self, says: HeaderSays) -> Option<usize> {
        self.first.get(&says).copied()
    }

    fn any(&self) -> Option<usize> {
        self.columns.first().map(|(rank, _)| *rank)
    }
}

/// The sets of columns of a table, in the order of its columns; one in most tables.
pub(in crate::coverage::import) fn column_sets(
    table: &Table,
    columns: &[ColumnMeaning],
) -> Vec<ColumnSet> {
    let style = HeaderStyle::of(table.headers());
    let of = |wanted| Said::of(wanted, table, columns, style);
    let shares = of(Meaning::Taux);
    let (equipped, not_equipped) = (of(Meaning::Equipes), of(Meaning::NonEquipes));
    let totals = of(Meaning::Total);
    let figures = [&shares, &equipped, &not_equipped];
    if figures.iter().all(|said| said.columns.len() <= 1) {
        return vec![only_set(figures, &totals).with_complement(columns)];
    }
    let mut all: Vec<(usize, HeaderSays)> =
        figures.iter().flat_map(|said| said.columns.iter().copied()).collect();
    all.sort_unstable_by_key(|(rank, _)| *rank);
    let mut seen: HashMap<HeaderSays, ()> = HashMap::new();
    let subjects = all.into_iter().filter(|(_, says)| seen.insert(*says, ()).is_none());
    subjects
        .map(|(_, says)| ColumnSet {
            says,
            share: shares.get(says),
            equipped: equipped.get(says),
            not_equipped: not_equipped.get(says),
            total: total_of(says, &totals),
            ..ColumnSet::default()
        })
        .map(|set| set.with_complement(columns))
        .collect()
}

/// The number of schools that goes with a figure: a number without a date holds for all dates, and
/// one without a type for the type of the figure. A number of one sector goes with no other.
fn total_of(says: HeaderSays, totals: &Said) -> Option<usize> {
    let wanted = HeaderSays { measure: None, ..says };
    let any_date = HeaderSays { period: None, ..wanted };
    let any_type = HeaderSays { school_type: None, ..wanted };
    let neither = HeaderSays { period: None, school_type: None, ..wanted };
    let only = || match totals.columns.as_slice() {
        [(rank, total)] => {
            let fits = total.period.is_none()
                && total.sector.is_none_or(|sector| says.sector == Some(sector))
                && total.school_type.is_none_or(|one| says.school_type.is_none_or(|s| s == one));
            (fits && says.sector == total.sector).then_some(*rank)
        }
        _ => None,
    };
    [says, wanted, any_date, any_type, neither]
        .into_iter()
        .find_map(|says| totals.get(says))
        .or_else(only)
}

/// Of a table with one column of each kind: whatever one of them says is true of all.
fn only_set(figures: [&Said; 3], totals: &Said) -> ColumnSet {
    let said = || figures.iter().flat_map(|said| said.columns.iter()).map(|(_, says)| says);
    let says = HeaderSays {
        period: said().find_map(|says| says.period),
        school_type: said().find_map(|says| says.school_type),
        sector: said().find_map(|says| says.sector),
        measure: said().find_map(|says| says.measure),
    };
    let [shares, equipped, not_equipped] = figures;
    let of_this_date = totals.columns.iter().find(|(_, total)| total.period == says.period);
    let total = total_of(says, totals)
        .or_else(|| of_this_date.map(|(rank, _)| *rank))
        .or_else(|| totals.any());
    // « Collèges publics équipés » beside all collèges is no share of them.
    let mismatched = total.is_some_and(|rank| {
        let sector = totals.columns.iter().find(|(r, _)| *r == rank).and_then(|(_, t)| t.sector);
        sector != says.sector && says.sector.is_some()
    });
    ColumnSet {
        says,
        share: shares.any(),
        equipped: equipped.any(),
        not_equipped: not_equipped.any(),
        total: total.filter(|_| !mismatched),
        ..ColumnSet::default()
    }
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
