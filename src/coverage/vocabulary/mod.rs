//! The words of files, one closed vocabulary each, and one function that reads it.
//!
//! Invariant: a column is accepted as holding a vocabulary by the share of its cells that the very
//! function which reads them later understands. There is no second table of « words that look
//! right »: two vocabularies for one word drift apart.

mod equipment;
mod equipment_words;
mod missing;
mod opening;
mod projects;
mod schools;
mod states;
mod tokens;
mod unknown_words;

pub use equipment::Answer;
pub(super) use equipment::{answer, is_bare_answer, is_mark, word_of_a_plan};
pub use missing::{MissingWord, missing_word};
pub(super) use opening::{Opening, opening};
pub(super) use projects::is_project;
pub(super) use schools::{SchoolWord, SectorWord, school_word, sector_word};
pub(super) use states::{evidence, measure, planned, stage};
pub(super) use tokens::tokens;
