//! Schools as points: placed on a plane, gathered where they are dense, and drawn on a page. The
//! window has a painter of its own for them, which follows the pointer.

mod draw;
mod gather;
mod mark;
mod place;

pub use draw::{draw_mark, mark_of_one};
pub use gather::{gather, gathering_step};
pub use mark::{Mark, SCHOOL_RADIUS};
pub use place::{PlacedSchool, SchoolPoint, place_schools};
