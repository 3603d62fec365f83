//! One drawing as plain data: shapes, texts, a map, a page with its legend and source.
//!
//! The screen and every file format paint the same [`Scene`]; nothing here knows of any of them.
//! Lengths are in page units, which are CSS pixels (96 per inch) at scale one; `y` grows downward.

mod address;
mod cutting;
mod face;
mod filling;
mod furniture;
mod geometry;
mod hatching;
mod highlight;
mod histogram;
mod ink;
mod labels;
mod legend;
mod line;
mod map;
mod nodes;
mod page;
mod prepared;
mod role;
mod scale_bar;
mod schools;
mod shapes;
mod shaping;
mod shown;
mod text;
mod view;
mod watermark;

pub use address::Address;
pub use face::{FONT_FAMILY, FONT_REGULAR, FONT_SEMIBOLD, Weight};
pub use filling::{Triangles, filling};
pub use furniture::draw_frames;
pub use geometry::{Rect, Stroke};
pub use hatching::hatch_lines;
pub use highlight::{Highlight, highlight};
pub use histogram::draw_histogram;
pub use ink::{HatchInk, Ink};
pub use labels::{PlacedLabel, draw_labels, place_labels};
pub use legend::{DrawnLegend, LegendColumn, draw_legend};
pub use line::{Anchor, Text};
pub use map::{BorderLine, MapPicture, MapStrokes, PaintedArea};
pub use nodes::{Group, Link, MapNode, Node, Scene, leaves};
pub use page::{
    Block, Institution, Locator, MOST_MAPS, MOST_PIXELS, PIXEL_SIDES, PRINT, PageContent,
    PageFormat, PageLayout, PageMap, PagePoints, PageSpec, PageText, PlacedBlock, SIDES, Template,
    lay_out,
};
pub use role::Role;
pub use scale_bar::{draw_foot, draw_scale_bar, foot_height};
pub use schools::{
    Mark, PlacedSchool, SCHOOL_RADIUS, SchoolPoint, draw_mark, gather, gathering_step, mark_of_one,
    place_schools,
};
pub use shapes::{Bitmap, BitmapError, Circle, Path, Picture};
pub use shaping::{Glyph, ShapedLine, shaped};
pub use shown::{BorderLines, HatchLines};
pub use text::{Faces, TextExtent, text_extent, text_width, wrap};
pub use view::View;
pub use watermark::{WATERMARK, draw_watermark};
