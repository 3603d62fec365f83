//! Numbers as French and English tables write them.
//!
//! `1.234` is a little more than one, or a thousand. No cell can tell; the column can: one `91,5`
//! or one `1.234,5` settles all the others. So the decimal sign is decided first, for the whole
//! column, and then each cell is read.

mod ratio;
mod read;
mod said;
mod share;
mod sign;
mod style;

pub(super) use ratio::{may_be_a_month, ratio};
pub use read::Number;
#[cfg(test)]
use read::read_number;
pub use share::{Scale, ScaleReason, ShareStyle, share_style};
pub(super) use share::{count, number};
pub use sign::DecimalSign;
#[cfg(test)]
use style::NumberStyle;
pub use style::{Expected, SignReason, number_style};

#[cfg(test)]
mod tests;
