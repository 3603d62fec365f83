//! What France is: levels, codes, names, and which territory contains which, in each edition.
//!
//! No shapes and no values live here. Everything is built from départements, since they are the
//! one division that did not change between the editions: a région or an académie *is* a set of
//! départements.

mod code;
mod edition;
mod level;
mod level_words;
pub mod matching;
mod nuts;
mod reference;
mod registry;
mod text;

pub use code::{Code, CodeError};
pub use edition::Edition;
pub use level::Level;
pub use nuts::departement_of_nuts;
pub use reference::REFERENCE_CSV;
pub use registry::{Registry, Standing, Territory, TerritoryId};
