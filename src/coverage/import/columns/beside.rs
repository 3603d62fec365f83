//! Columns of answers side by side: which of them says of each school that it has an ENT.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::super::headers::{HeaderSays, HeaderStyle, Topic};
use super::{ColumnMeaning, Meaning};
use crate::{coverage::Period, table::Table};

/// Of several columns of answers, the one that is shown: the plainest name, then the latest date,
/// then the first of the file.
pub(super) fn shown_of_several(table: &Table, columns: &[ColumnMeaning]) -> Option<usize> {
    let style = HeaderStyle::of(table.headers());
    let with_it = columns.iter().enumerate().filter(|(_, c)| c.meaning == Some(Meaning::Equipe));
    let key = |(rank, column): &(usize, &ColumnMeaning)| {
        let theme = &column.theme;
        let is_of_equipment = theme.topic == Topic::Equipment;
        let day = day(table, *rank, style);
        (theme.plainness, !theme.is_negated, is_of_equipment, day, Reverse(*rank))
    };
    with_it.max_by_key(key).map(|(rank, _)| rank)
}

/// The columns that could be shown as well as the one that is: none as plain, and none of another
/// date under the same name.
pub(in crate::coverage::import) fn could_be_shown_too(
    table: &Table,
    columns: &[ColumnMeaning],
    shown: usize,
) -> Vec<usize> {
    let style = HeaderStyle::of(table.headers());
    let own = &columns[shown].theme;
    let own_day = day(table, shown, style);
    let could_be = |rank: &usize| {
        let column = &columns[*rank];
        let theme = &column.theme;
        let is_a_state = !matches!(theme.topic, Topic::NoState(_)) && theme.names_equipment;
        let is_another_date = theme.core == own.core && day(table, *rank, style) != own_day;
        *rank != shown
            && column.could_show == Some(Meaning::Equipe)
            && is_a_state
            && theme.plainness >= own.plainness
            && !is_another_date
    };
    (0..columns.len()).filter(could_be).collect()
}

fn day(table: &Table, column: usize, style: HeaderStyle) -> Option<Date> {
    HeaderSays::read(table.written_header(column), style).period.map(Period::end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{coverage::import::columns::meanings, table::read_csv};

    /// The column that is shown, and those that could be.
    fn read(headers: &str) -> (String, Vec<String>) {
        let answers = |answer: &str| vec![answer; headers.split(';').count()].join(";");
        let text =
            format!("uai;{headers}\n0380033E;{}\n0380034F;{}\n", answers("oui"), answers("non"));
        let table = read_csv(text.as_bytes()).unwrap().0;
        let columns = meanings(&table);
        let shown = columns.iter().position(|c| c.meaning == Some(Meaning::Equipe)).unwrap();
        let name = |rank: usize| table.headers()[rank].clone();
        (name(shown), could_be_shown_too(&table, &columns, shown).into_iter().map(name).collect())
    }

    #[test]
    fn a_plain_name_wins_over_one_with_other_words() {
        for (headers, shown) in [
            ("ENT lycée pro;ENT", "ENT"),
            ("ENT public;ENT", "ENT"),
            ("Sans ENT;ENT", "ENT"),
            ("Raccordé;ENT", "ENT"),
            ("ENT 2010;Établissement équipé d’un ENT", "Établissement équipé d’un ENT"),
            ("Utilisation de l’ENT;Présence d’un ENT", "Présence d’un ENT"),
        ] {
            assert_eq!(read(headers), (shown.to_owned(), vec![]), "{headers}");
        }
    }

    #[test]
    fn of_several_that_could_be_it_the_first_is_shown_and_the_others_are_told() {
        let told = |headers| {
            let (shown, others) = read(headers);
            format!("{shown} / {}", others.join(", "))
        };
        assert_eq!(told("ENT public;ENT privé"), "ENT public / ENT privé");
        assert_eq!(told("ENT;Présence ENT"), "ENT / Présence ENT");
        assert_eq!(told("ENT élèves;ENT parents"), "ENT parents / ENT élèves");
        assert_eq!(told("Ancien ENT;Nouvel ENT"), "Nouvel ENT / ");
        assert_eq!(told("ENT précédent;ENT lycée"), "ENT lycée / ");
    }

    #[test]
    fn of_several_years_the_latest_is_shown() {
        assert_eq!(read("ENT 2010;ENT 2012;ENT 2011"), ("ENT 2012".to_owned(), vec![]));
        assert_eq!(read("ENT rentrée 2010;ENT rentrée 2009").0, "ENT rentrée 2010");
        let other = read("ENT public 2010;ENT privé 2012");
        assert_eq!(other, ("ENT privé 2012".to_owned(), vec!["ENT public 2010".to_owned()]));
    }
}
