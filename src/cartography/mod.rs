//! How values become classes, colours, hatches and a legend.
//!
//! Neither pixels nor places live here: the result is one [`Symbol`] for each territory and the
//! [`Legend`] that explains them.

mod classes;
mod colour;
mod fill;
mod hatch;
mod histogram;
mod legend;
mod palette;
mod symbols;
mod theme;

pub use classes::{ShareClass, ShareClasses};
pub use colour::Colour;
pub use fill::Fill;
pub use hatch::{Angle, Hatch, HatchTone};
pub use histogram::{Bin, Histogram};
pub use legend::{Legend, LegendGroup, LegendLine, LegendWords, LineKind};
pub use palette::{Palette, Tint};
pub use symbols::{Figure, Representation, Symbol, Symbology, line_kinds};
pub use theme::{Ground, Theme};
