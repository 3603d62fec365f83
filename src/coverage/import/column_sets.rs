//! Wide tables: columns of figures side by side, one for each date or type of schools.

use super::{ColumnMeaning, Meaning, header_says::HeaderSays};
use crate::french::NARROW_SPACE;

/// The columns of figures that speak of one date and one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ColumnSet {
    /// What their names say; silent in most tables, where the rows say it.
    pub says: HeaderSays,
    pub share: Option<usize>,
    pub equipped: Option<usize>,
    pub total: Option<usize>,
}

/// The meanings of which a table may have a column for each date or type.
pub(super) const REPEATED: [Meaning; 3] = [Meaning::Taux, Meaning::Equipes, Meaning::Total];

impl ColumnSet {
    /// The column of a figure; `None` for any other meaning.
    pub fn column(&self, meaning: Meaning) -> Option<usize> {
        match meaning {
            Meaning::Taux => self.share,
            Meaning::Equipes => self.equipped,
            Meaning::Total => self.total,
            _ => None,
        }
    }
}

/// Whether several columns of one meaning each speak of something else by their names, so that
/// none of them repeats another.
pub(super) fn are_apart(headers: &[&str]) -> bool {
    let said: Vec<HeaderSays> = headers.iter().map(|header| HeaderSays::read(header)).collect();
    said.len() > 1
        && said.iter().enumerate().all(|(rank, one)| !said[..rank].contains(one))
        && said.iter().any(|one| !one.is_silent())
}

/// The sets of columns of a table, in the order of its columns; one in most tables.
pub(super) fn column_sets(headers: &[String], columns: &[ColumnMeaning]) -> Vec<ColumnSet> {
    let of = |wanted: Meaning| -> Vec<(usize, HeaderSays)> {
        let found = columns.iter().enumerate().filter(|(_, c)| c.meaning == Some(wanted));
        found.filter_map(|(rank, _)| Some((rank, HeaderSays::read(headers.get(rank)?)))).collect()
    };
    let (shares, equipped, totals) = (of(Meaning::Taux), of(Meaning::Equipes), of(Meaning::Total));
    if shares.len() <= 1 && equipped.len() <= 1 {
        return vec![only_set(&shares, &equipped, &totals)];
    }
    let mut subjects: Vec<(usize, HeaderSays)> = Vec::new();
    let mut both: Vec<_> = shares.iter().chain(&equipped).copied().collect();
    both.sort_unstable_by_key(|(rank, _)| *rank);
    for (rank, says) in both {
        if subjects.iter().all(|(_, other)| *other != says) {
            subjects.push((rank, says));
        }
    }
    let saying = |columns: &[(usize, HeaderSays)], wanted: HeaderSays| {
        columns.iter().find(|(_, says)| *says == wanted).map(|(rank, _)| *rank)
    };
    subjects
        .into_iter()
        .map(|(_, says)| {
            // A number of schools without a date holds for all dates.
            let any_date = HeaderSays { period: None, ..says };
            let any_type = HeaderSays { school_type: None, ..says };
            let only = || match totals.as_slice() {
                [(rank, total)] => {
                    let fits = says.school_type.is_none() && total.period.is_none();
                    fits.then_some(*rank)
                }
                _ => None,
            };
            let total = [says, any_date, any_type, HeaderSays::default()]
                .into_iter()
                .find_map(|says| saying(&totals, says))
                .or_else(only);
            ColumnSet {
                says,
                share: saying(&shares, says),
                equipped: saying(&equipped, says),
                total,
            }
        })
        .collect()
}

/// Of a table with one column of each kind: whatever one of them says is true of both.
fn only_set(
    shares: &[(usize, HeaderSays)],
    equipped: &[(usize, HeaderSays)],
    totals: &[(usize, HeaderSays)],
) -> ColumnSet {
    let said = || shares.iter().chain(equipped).map(|(_, says)| says);
    let says = HeaderSays {
        period: said().find_map(|says| says.period),
        school_type: said().find_map(|says| says.school_type),
    };
    let first = |columns: &[(usize, HeaderSays)]| columns.first().map(|(rank, _)| *rank);
    let of_this_date = totals.iter().find(|(_, total)| total.period == says.period);
    let total = of_this_date.map(|(rank, _)| *rank).or(first(totals));
    ColumnSet { says, share: first(shares), equipped: first(equipped), total }
}

/// How a wide table is read, in a sentence; `None` for any other.
pub(super) fn reason(sets: &[ColumnSet], headers: &[String]) -> Option<String> {
    const NAMED: usize = 6;
    if sets.len() < 2 {
        return None;
    }
    let named = sets.iter().take(NAMED).filter_map(|set| {
        let header = headers.get(set.share.or(set.equipped)?)?;
        let period = set.says.period.map(|period| period.to_string());
        let school_type = set.says.school_type.map(|one| one.label().to_owned());
        let said: Vec<String> = [school_type, period].into_iter().flatten().collect();
        Some(match said.join(", ") {
            said if said.is_empty() => format!("« {header} »"),
            said => format!("« {header} » ({said})"),
        })
    });
    let named: Vec<String> = named.collect();
    let more = if sets.len() > NAMED { "…" } else { "" };
    Some(format!(
        "Plusieurs colonnes de valeurs, donc {} observations par ligne{NARROW_SPACE}: {}{more}.",
        sets.len(),
        named.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::{Period, SchoolType, import::meanings},
        table::read_csv,
    };

    fn sets(text: &str) -> Vec<ColumnSet> {
        let table = read_csv(text.as_bytes()).unwrap().0;
        column_sets(table.headers(), &meanings(&table))
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
        assert!(are_apart(&["taux_2010", "taux_2011"]));
        assert!(!are_apart(&["taux", "part"]) && !are_apart(&["taux 2010", "part 2010"]));
    }
}
