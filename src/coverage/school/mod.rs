//! Schools: their number, what kind they are, and adding them up.

mod kind;
mod tally;
mod uai;

pub use kind::{
    LyceeKind, SchoolKind, Sector, Supervision, kind_of_label, kind_of_nature, sector_of,
    supervision_of,
};
pub use tally::{Counts, Perimeter, School, Tally, tally};
pub use uai::{Uai, UaiError};
