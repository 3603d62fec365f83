//! « DONNÉES FICTIVES » across everything that shows fictitious data.

use super::{
    face::Weight,
    geometry::Rect,
    line::{Anchor, Text},
    nodes::Node,
    text::{Faces, text_width},
};
use crate::cartography::Theme;

/// The words.
pub const WATERMARK: &str = "DONNÉES FICTIVES";
const ANGLE: f32 = -24.0;

/// The words across `rect`, rising to the right, as large as fits.
pub fn draw_watermark(rect: Rect, theme: &Theme) -> Node {
    let (sine, cosine) = ANGLE.to_radians().abs().sin_cos();
    // In whatever face, the words stay within the drawing.
    let part = 0.98 / Faces::Any.widening(Weight::SemiBold);
    let room = (rect.width * part / cosine).min(rect.height * part / sine);
    let size = room / text_width(WATERMARK, 1.0, Weight::SemiBold);
    let [x, y] = rect.center();
    // The baseline passes below the middle of the capitals, in the turned frame of the text.
    let down = size * 0.33;
    Text {
        angle: ANGLE,
        opacity: 0.3,
        ..Text::new([x + down * sine, y + down * cosine], WATERMARK, size, theme.watermark)
            .strong()
            .anchored(Anchor::Middle)
    }
    .into()
}
