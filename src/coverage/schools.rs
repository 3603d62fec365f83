//! How many schools there are, from the embedded reference table.
//!
//! Made from the ministry's open list of schools: collèges 0 to 5 % low and lycées a little lower
//! for 2011. Good enough to weigh parts by; a figure that rests on it is an estimate.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::civil::{Date, date};

use super::{SchoolType, school::Sector};
use crate::territory::{Code, REFERENCE_CSV, Territory};

/// Schools of one type in a département.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Schools {
    pub public: u32,
    pub private: u32,
}

/// Which of the two counts of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vintage {
    /// Schools that were open on 31 October 2011.
    Of2011,
    /// Schools that were open in 2024.
    Of2024,
}

impl Vintage {
    /// That which stands beside figures of a day: of 2011 before 1 January 2016, else of 2024.
    pub fn at(day: Option<Date>) -> Self {
        let before_2016 = day.is_some_and(|day| day < date(2016, 1, 1));
        if before_2016 { Self::Of2011 } else { Self::Of2024 }
    }

    /// Its year.
    pub fn year(self) -> u16 {
        match self {
            Self::Of2011 => 2011,
            Self::Of2024 => 2024,
        }
    }
}

/// Public and private schools of a type in a département: those of 2011 before 1 January 2016,
/// else those of 2024, which stand beside figures without a date too. `None` where the table has no
/// figure (Mayotte).
pub fn reference_schools(
    departement: Code,
    school_type: SchoolType,
    on: Option<Date>,
) -> Option<u32> {
    reference_of_sector(departement, school_type, None, on)
}

/// The same of one sector, or of both.
pub(super) fn reference_of_sector(
    departement: Code,
    school_type: SchoolType,
    sector: Option<Sector>,
    on: Option<Date>,
) -> Option<u32> {
    let schools = schools(departement, school_type, Vintage::at(on))?;
    Some(match sector {
        Some(Sector::Public) => schools.public,
        Some(Sector::Prive) => schools.private,
        None => schools.public + schools.private,
    })
}

/// The schools of a territory in the reference table, of one sector or of both; `None` where the
/// table lacks one of its départements.
pub(super) fn reference_of(
    territory: &Territory,
    school_type: SchoolType,
    sector: Option<Sector>,
    on: Option<Date>,
) -> Option<u32> {
    let of = |code: &Code| reference_of_sector(*code, school_type, sector, on);
    territory.departements.iter().map(of).sum()
}

pub(super) fn schools(
    departement: Code,
    school_type: SchoolType,
    vintage: Vintage,
) -> Option<Schools> {
    static TABLE: LazyLock<BTreeMap<Code, [u32; 8]>> = LazyLock::new(read);
    let row = TABLE.get(&departement)?;
    let column = match (vintage, school_type) {
        (Vintage::Of2011, SchoolType::College) => 0,
        (Vintage::Of2011, SchoolType::Lycee) => 2,
        (Vintage::Of2024, SchoolType::College) => 4,
        (Vintage::Of2024, SchoolType::Lycee) => 6,
    };
    Some(Schools { public: row[column], private: row[column + 1] })
}

/// Columns of counts by département: public then private, collèges then lycées, 2011 then 2024.
/// Panics only if the embedded table is broken, which the tests below would have shown.
#[expect(clippy::expect_used, reason = "the table is embedded and tested, not an input")]
fn read() -> BTreeMap<Code, [u32; 8]> {
    let mut reader = csv::Reader::from_reader(REFERENCE_CSV.as_bytes());
    let rows = reader.records().map(|record| {
        let row = record.expect("the reference table is valid CSV");
        let code = Code::new(&row[0]).expect("reference codes are well written");
        let count = |column: usize| row[9 + column].parse().expect("reference counts are numbers");
        (code, std::array::from_fn(count))
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        Code::new(text).unwrap()
    }

    #[test]
    fn the_columns_are_read_in_their_order() {
        let ain = |kind, vintage| schools(code("01"), kind, vintage).map(|s| (s.public, s.private));
        assert_eq!(ain(SchoolType::College, Vintage::Of2011), Some((49, 15)));
        assert_eq!(ain(SchoolType::Lycee, Vintage::Of2011), Some((17, 9)));
        assert_eq!(ain(SchoolType::College, Vintage::Of2024), Some((52, 17)));
        assert_eq!(ain(SchoolType::Lycee, Vintage::Of2024), Some((17, 11)));
    }

    #[test]
    fn the_count_changes_in_2016_and_mayotte_has_none() {
        let on = |c, day| reference_schools(code(c), SchoolType::Lycee, day);
        assert_eq!(on("01", Some(date(2015, 12, 31))), Some(26));
        assert_eq!(on("01", Some(date(2016, 1, 1))), Some(28));
        assert_eq!(on("01", None), Some(28), "without a date");
        assert_eq!(on("976", Some(date(2020, 1, 1))), None);
    }
}
