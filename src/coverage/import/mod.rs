//! Files that people bring: what their columns mean, and how their cells are read.
//!
//! [`meanings`] gives each column of a table its [`Meaning`], from its name (a synonym of
//! `assets/synonymes.csv`) and from its values, which confirm or refute it. Cells are read in the
//! style of their whole column: [`share_style`] and [`number_style`] for numbers, [`date_style`]
//! for dates; [`missing_word`] says why a cell has no value.

mod meaning;
mod meanings;
mod missing;
mod number;
mod shape;
mod synonyms;
mod verdict;
mod when;

#[cfg(test)]
mod tests;

pub use meaning::Meaning;
pub use meanings::{ColumnMeaning, meanings};
pub use missing::{MissingWord, missing_word};
pub use number::{
    DecimalSign, Expected, Number, NumberStyle, Scale, ShareStyle, number_style, read_count,
    read_number, share_style,
};
pub use synonyms::SYNONYMS_CSV;
pub use when::{DateStyle, When, date_style, read_when};
