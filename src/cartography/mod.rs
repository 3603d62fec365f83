//! How values become classes, colours, hatches and a legend.
//!
//! Neither pixels nor places live here: the result is one [`Symbol`] for each territory and the
//! [`Legend`] that explains them.

mod classes;
mod colour;
mod fill;
mod hatch;
mod legend;
mod palette;
mod symbols;
mod theme;

pub use classes::{ShareClass, ShareClasses};
pub use colour::Colour;
pub use fill::Fill;
pub use hatch::{Angle, Hatch, HatchTone};
pub use legend::{Legend, LegendGroup, LegendLine, LegendWords};
pub use palette::Palette;
pub use symbols::{Figure, Representation, Symbol, Symbology};
pub use theme::Theme;
