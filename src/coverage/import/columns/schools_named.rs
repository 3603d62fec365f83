//! The schools that the names of columns of figures speak of, and which number of schools goes with
//! which figure: one of the very same schools, or none.

use super::super::headers::{HeaderSays, HeaderStyle};
use super::{ColumnMeaning, Meaning};
use crate::{coverage::SchoolType, table::Table};

/// The schools in the name of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Schools {
    /// « Équipés », « total ».
    Unnamed,
    /// « Établissements », « lycées et collèges ».
    OfAnyType,
    Of(SchoolType),
}

/// A column of figures, and what its name says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub rank: usize,
    pub says: HeaderSays,
    schools: Schools,
}

impl Named {
    /// The columns of a meaning, in their order.
    pub fn all(
        wanted: Meaning,
        table: &Table,
        columns: &[ColumnMeaning],
        style: HeaderStyle,
    ) -> Vec<Self> {
        let with_it = columns.iter().enumerate().filter(|(_, c)| c.meaning == Some(wanted));
        with_it
            .map(|(rank, column)| {
                let says = HeaderSays::of_column(table, rank, style);
                let schools = match says.school_type {
                    Some(school_type) => Schools::Of(school_type),
                    None if column.theme.names_schools => Schools::OfAnyType,
                    None => Schools::Unnamed,
                };
                Self { rank, says, schools }
            })
            .collect()
    }

    /// Several that go with each other, as one: `says` is what they say together.
    pub fn together<'a>(several: impl Iterator<Item = &'a Self>, says: HeaderSays) -> Option<Self> {
        let naming_first = |one: &&Self| (one.schools == Schools::Unnamed, one.rank);
        several.min_by_key(naming_first).map(|first| Self { says, ..*first })
    }

    /// Whether both speak of the same schools on the same day, so that one completes the other.
    /// « Équipés » beside « Taux des lycées 2011 » speaks of these.
    pub fn goes_with(&self, other: &Self) -> bool {
        let is_silent = |one: &Self| one.schools == Schools::Unnamed && one.says.sector.is_none();
        let same_sector = self.says.sector == other.says.sector;
        let same_subset = self.says.subset == other.says.subset
            || [self, other]
                .iter()
                .any(|one| one.schools == Schools::Unnamed && one.says.subset.is_none());
        self.may_count_the_types_of(other)
            && (same_sector || is_silent(self) || is_silent(other))
            && same_subset
            && alike(self.says.period, other.says.period)
    }

    fn may_count_the_types_of(&self, other: &Self) -> bool {
        self.schools == other.schools || [self.schools, other.schools].contains(&Schools::Unnamed)
    }

    /// Whether a number of schools is that of a figure. Numbers of some schools are of no other
    /// figure, save where they stand before « dont équipés », which names no schools of its own;
    /// and a date that only the figure has says nothing against a number.
    fn is_counted_by(&self, total: &Self) -> bool {
        let is_of_them = self.schools == Schools::Unnamed
            && self.says.sector.is_none()
            && self.says.subset.is_none()
            && total.schools != Schools::Unnamed
            && total.rank < self.rank;
        self.may_count_the_types_of(total)
            && (self.says.sector == total.says.sector || is_of_them)
            && (self.says.subset == total.says.subset || is_of_them)
            && alike(self.says.period, total.says.period)
    }

    /// The number of schools that goes with it: the one that says the most of the same, none where
    /// two say as much.
    pub fn total_among<'a>(&self, totals: &'a [Self]) -> Option<&'a Self> {
        let likeness = |total: &Self| {
            let says = (self.says, total.says);
            (says.0.period == says.1.period, says.0.school_type == says.1.school_type)
        };
        let fitting = || totals.iter().filter(|total| self.is_counted_by(total));
        let best = fitting().map(likeness).max()?;
        let mut alike = fitting().filter(|total| likeness(total) == best);
        let first = alike.next()?;
        alike.next().is_none().then_some(first)
    }
}

fn alike<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

#[cfg(test)]
mod tests {
    use crate::{
        coverage::import::columns::{column_sets, meanings},
        table::read_csv,
    };

    /// The name of the column that counts the schools of the first figure.
    fn total(headers: &str) -> Option<String> {
        let width = headers.split(';').count();
        let row = |code: &str| format!("{code}{}\n", ";7".repeat(width));
        let rows: String = ["01", "38", "2A"].into_iter().map(row).collect();
        let table = read_csv(format!("code;{headers}\n{rows}").as_bytes()).unwrap().0;
        let set = column_sets(&table, &meanings(&table))[0];
        set.total.map(|column| table.headers()[column].clone())
    }

    #[test]
    fn a_number_of_some_of_the_schools_is_no_total() {
        for headers in [
            "collèges équipés;dont publics",
            "collèges équipés;collèges publics",
            "collèges équipés;dont privés",
            "collèges équipés;dont collèges publics",
            "lycées équipés;dont total privés",
            "lycées équipés ENT;lycées professionnels",
            "lycées équipés;nombre de lycées généraux",
            "collèges équipés;collèges REP",
            "équipés;collèges publics",
        ] {
            assert_eq!(total(headers), None, "{headers}");
        }
    }

    #[test]
    fn a_number_of_other_schools_or_of_another_day_is_no_total() {
        for headers in [
            "collèges;lycées équipés",
            "nb établissements;nb lycées équipés",
            "établissements équipés;nombre de lycées",
            "équipés 2010;total 2011",
            "lycées équipés 2010;lycées 2011",
            "équipés;nb lycées;nb collèges",
            "collèges privés;collèges publics équipés",
        ] {
            assert_eq!(total(headers), None, "{headers}");
        }
    }

    #[test]
    fn a_number_of_the_same_schools_is_their_total() {
        for (headers, expected) in [
            ("collèges;collèges équipés", "collèges"),
            ("lycées équipés;total", "total"),
            ("équipés;nombre de lycées", "nombre de lycées"),
            ("collèges publics équipés;collèges publics;collèges", "collèges publics"),
            ("collèges publics;dont équipés", "collèges publics"),
            ("lycées pro;lycées professionnels équipés", "lycées pro"),
            ("collèges REP+;dont équipés;collèges", "collèges REP+"),
            ("collèges équipés;dont publics;collèges", "collèges"),
            ("équipés 2010;total 2011;total 2010", "total 2010"),
            ("équipés 2010;total", "total"),
            (
                "lycées équipés;nb lycées généraux, technologiques et professionnels",
                "nb lycées généraux, technologiques et professionnels",
            ),
        ] {
            assert_eq!(total(headers).as_deref(), Some(expected), "{headers}");
        }
    }
}
