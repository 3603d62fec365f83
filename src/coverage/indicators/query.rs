//! What the national picture is asked for.

use jiff::civil::Date;

use crate::{coverage::Subject, territory::Edition};

/// What the national picture is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureQuery {
    /// What is counted, by which measure; the type of schools is of no matter.
    pub subject: Subject,
    /// What is known by the end of this day; all that is known where `None`.
    pub date: Option<Date>,
    /// Which régions and académies are counted.
    pub edition: Edition,
    /// Whether the figures are invented: then nothing is said of real announcements.
    pub fictitious: bool,
    /// Whether the data are a person's own: only what they speak of is shown then.
    pub own: bool,
}
