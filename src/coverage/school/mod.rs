//! Schools: their number, what kind they are, lists of them, and adding them up.

mod counts;
mod equipment;
mod kind;
mod known;
mod list;
mod not_counted;
mod observed;
mod perimeter;
mod proper_name;
mod uai;

pub use counts::Counts;
pub use equipment::{Equipment, FileRow};
pub use kind::{LyceeKind, SchoolKind, Sector, Supervision};
pub(crate) use kind::{kind_of_label, nature, supervision_of};
pub use known::KnownAt;
pub use list::{School, SchoolList};
pub use not_counted::NotCounted;
pub(super) use observed::observations;
pub use perimeter::Perimeter;
pub use proper_name::proper_name;
pub use uai::{Uai, UaiError};
