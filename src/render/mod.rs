//! A scene to files. No decision of any kind is taken here.

mod font;
mod png;
mod svg;

pub use png::{PngError, to_png};
pub use svg::to_svg;
