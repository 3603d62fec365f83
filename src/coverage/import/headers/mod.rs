//! What the name of a column says: of what, of which schools, of which date.

mod other_words;
mod says;
mod some_schools;
mod theme;
mod turned;
mod words;

pub(super) use says::{HeaderSays, HeaderStyle};
pub(super) use theme::{Aside, Theme, Topic, is_another_thing, speaks_of_equipment, theme};
pub(super) use turned::counts_the_silent;
