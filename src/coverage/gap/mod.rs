//! A value that is not there: why, who says so, and in which words.

mod kind;
mod speaker;
mod words;

pub use kind::GapKind;
pub(super) use kind::Spoken;
pub use speaker::Speaker;
pub use words::no_value_label;

use super::{MissingReason, Share};

/// A share or a stage that is not there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// What stands in a table in its place.
    pub reason: MissingReason,
    /// What it is called, and how it looks.
    pub kind: GapKind,
    /// What speaks of the territory without giving the value, by its place in
    /// `Dataset::observations`; `None` where nothing does.
    pub observation: Option<usize>,
    /// The sum over too few of its départements to speak for the whole.
    pub partial: Option<Share>,
}

/// Whose figures are read: a gap is told in the words of whoever left it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// Published sources, which were looked through for the program.
    Sources,
    /// A person's own files.
    #[default]
    Files,
}
