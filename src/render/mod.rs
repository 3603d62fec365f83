//! A scene to files. No decision of any kind is taken here.

mod curves;
mod font;
mod letters;
mod pdf;
mod png;
mod stamps;
mod svg;

pub use pdf::{PdfError, to_pdf};
pub use png::{Pixels, PngError, to_pixels, to_png};
pub use svg::to_svg;
