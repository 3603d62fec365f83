//! Where a row is.

use super::super::report::NotJoined;
use crate::territory::TerritoryId;

/// Where a row is.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::coverage::import) enum RowPlace {
    /// A territory of the map.
    On(TerritoryId),
    /// One of two parts of a territory of the map, which add up: « 69D ».
    PartOf {
        /// The whole.
        whole: TerritoryId,
        /// The part.
        name: &'static str,
    },
    /// The row adds others up.
    Total {
        /// What it adds up.
        of: TerritoryId,
        /// Its wording says that it is a total (« Total France »): of the rows of the file, all of
        /// France or not.
        is_worded: bool,
    },
    /// A place that the atlas has no outline of.
    Outside(&'static str),
    /// A code and a name of two places: neither is believed.
    Disagree {
        /// The place of the code.
        code: TerritoryId,
        /// The name, as the file has it.
        name: String,
    },
    /// Nothing names its place.
    Blank,
    /// Its place is not known.
    Unknown {
        /// As the file has it.
        value: String,
        /// What it may be.
        why: NotJoined,
    },
}
