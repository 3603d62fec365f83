//! One value of a row: typed, so that it can be sorted, compared and saved, and told in words.

use std::borrow::Cow;

use crate::{
    cartography::ShareClasses,
    coverage::{MissingReason, Period, Share, StageState, school::Uai, share_value},
    french::{self, NARROW_SPACE},
    table::Cell,
    territory::{Code, Registry, TerritoryId},
};

/// What stands in one column of one row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Not known, or not said.
    Missing,
    /// A share that is not there, and why.
    Gap(MissingReason),
    /// A share.
    Share(Share),
    /// A number of schools or of lines.
    Count(u32),
    /// A number of schools, partly from the reference table.
    Estimate(u32),
    /// The place among peers: the first is the one with the greatest share.
    Rank {
        /// From 1; those with the same share have the same.
        place: u32,
        /// How many of them have a known share; the others have no rank.
        of: u32,
        /// « 1re région », « 1er département ».
        feminine: bool,
    },
    /// A stage, reached or announced.
    Stage(StageState),
    /// When, as precisely as the source says.
    When(Period),
    /// Yes or no.
    Flag(bool),
    /// The code of a territory.
    Code(Code),
    /// The number of a school.
    Uai(Uai),
    /// A territory, by its name.
    Territory(TerritoryId),
    /// Words.
    Text(Cow<'a, str>),
}

impl Value<'_> {
    /// A text; missing when there is none.
    pub(super) fn text_or_missing(text: &str) -> Value<'_> {
        if text.is_empty() { Value::Missing } else { Value::Text(Cow::Borrowed(text)) }
    }

    /// Whether there is none.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing | Self::Gap(_))
    }

    /// As a cell of the window shows it; empty where it is missing without a reason.
    pub fn display(&self) -> Cow<'_, str> {
        match self {
            Self::Missing => Cow::Borrowed(""),
            Self::Gap(reason) => Cow::Borrowed(reason.label()),
            Self::Share(share) => share_value(share, &ShareClasses::FIXED).into(),
            Self::Count(count) => french::integer(i64::from(*count)).into(),
            Self::Estimate(count) => {
                format!("environ{NARROW_SPACE}{}", french::integer(i64::from(*count))).into()
            }
            Self::Rank { place, of, feminine } => {
                format!("{} sur {of}", french::ordinal(*place as usize, *feminine)).into()
            }
            Self::Stage(stage) if stage.planned => {
                format!("{} (annoncé)", stage.stage.label()).into()
            }
            Self::Stage(stage) => Cow::Borrowed(stage.stage.label()),
            Self::When(period) => period.to_string().into(),
            Self::Flag(true) => Cow::Borrowed("oui"),
            Self::Flag(false) => Cow::Borrowed("non"),
            Self::Code(code) => code.to_string().into(),
            Self::Uai(uai) => uai.to_string().into(),
            Self::Territory(id) => Cow::Borrowed(name_of(*id)),
            Self::Text(text) => Cow::Borrowed(text),
        }
    }

    /// As a file keeps it: a number stays a number, and a gap has the sign of its reason.
    pub fn cell(&self) -> Cell {
        match self {
            Self::Missing => Cell::Empty,
            Self::Gap(reason) => Cell::text(reason.sign()),
            Self::Share(share) => Cell::Percent(share.percent),
            Self::Count(count) | Self::Estimate(count) | Self::Rank { place: count, .. } => {
                Cell::Integer(i64::from(*count))
            }
            Self::When(period) => Cell::Date(period.end()),
            _ => Cell::text(self.display()),
        }
    }

    /// The number that a comparison is made with; `None` for what is no number.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Share(share) => Some(share.percent),
            Self::Count(count) | Self::Estimate(count) | Self::Rank { place: count, .. } => {
                Some(f64::from(*count))
            }
            _ => None,
        }
    }
}

pub(super) fn name_of(id: TerritoryId) -> &'static str {
    Registry::official().get(id).map_or("", |territory| territory.name.as_str())
}
