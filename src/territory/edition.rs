//! The division of the country at a date.

use serde::{Deserialize, Serialize};

/// Which borders: those before the régions merged on 1 January 2016, or those since.
///
/// Académies go with them: the 30 of 2011 (Caen and Rouen apart, Mayotte a vice-rectorat), or the
/// 30 since 2020 (Normandie as one, Mayotte an académie of its own).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Edition {
    /// 22 + 5 régions, académies of 2011.
    Before2016,
    /// 13 + 5 régions, académies since 2020.
    Since2016,
}

impl Edition {
    /// Both, the older first.
    pub const ALL: [Self; 2] = [Self::Before2016, Self::Since2016];

    /// The borders in force in a year.
    pub fn in_force(year: i16) -> Self {
        if year < 2016 { Self::Before2016 } else { Self::Since2016 }
    }

    /// Short name for a control: « avant 2016 ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Before2016 => "avant 2016",
            Self::Since2016 => "depuis 2016",
        }
    }
}
