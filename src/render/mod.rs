//! A scene to files. No decision of any kind is taken here.

mod font;
mod png;
mod svg;

pub use png::{Pixels, PngError, to_pixels, to_png};
pub use svg::to_svg;
