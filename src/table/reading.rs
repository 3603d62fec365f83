//! What a reader is asked for, and what it gives.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::{
    encoding::Encoding, notice::TableNotice, recognition::Recognition, rows::Table,
    separator::Separator,
};

/// What a person chose in place of a guess; `None` leaves it to the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadOptions {
    /// For texts.
    pub encoding: Option<Encoding>,
    /// For texts; JSON is then read as a text too.
    pub separator: Option<Separator>,
    /// For workbooks, by name.
    pub sheet: Option<String>,
    /// The line of the names, from 1; 0 when the file has none. Not for JSON.
    pub header_row: Option<u32>,
}

/// A table, and all that there is to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub table: Table,
    pub recognition: Recognition,
    pub notices: Vec<TableNotice>,
}

/// Told now and then which share of the work is done, from 0 to 1, perhaps by several threads and
/// out of order; answers whether to go on.
pub type Progress<'a> = dyn Fn(f32) -> ControlFlow<()> + Sync + 'a;

/// A [`Progress`] that never stops.
pub const READ_ON: &Progress<'static> = &|_| ControlFlow::Continue(());
