//! What the name of a column says: of what, of which schools, of which date.

mod says;
mod some_schools;
mod theme;
mod words;

pub(super) use says::{HeaderSays, HeaderStyle};
pub(super) use theme::{Aside, Theme, Topic, is_another_thing, speaks_of_equipment, theme};
