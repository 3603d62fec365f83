//! What the name of a column says: of what, of which schools, of which date.

mod cut;
mod in_a_text;
mod negation;
mod other_words;
mod says;
mod some_schools;
mod stance;
mod subset;
mod theme;
mod turned;
mod words;

pub(super) use in_a_text::SchoolsSaid;
pub(super) use says::{HeaderSays, HeaderStyle};
pub(super) use stance::{Stance, stance};
pub(super) use subset::subset;
pub(super) use theme::{Aside, Theme, Topic, is_another_thing, theme};
pub(super) use turned::counts_the_silent;
