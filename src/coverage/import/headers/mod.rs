//! What the name of a column says: of what, of which schools, of which date.

mod cut;
mod says;
mod stance;
mod theme;
mod words;

pub(super) use says::{HeaderSays, HeaderStyle};
pub(super) use stance::{Stance, stance};
pub(super) use theme::{Theme, Topic, is_another_thing, theme};
