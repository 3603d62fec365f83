//! The outlines of a line of text, for painters that draw shapes.

use skrifa::{
    GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};

use crate::scene::{Glyph, ShapedLine, Text};

/// Traces the glyphs of a line that pass `which`, where the text stands on the page before it is
/// turned.
pub(super) fn trace(
    text: &Text,
    line: &ShapedLine,
    which: impl Fn(&Glyph) -> bool,
    pen: &mut impl OutlinePen,
) {
    let font = text.weight.font();
    let outlines = font.outline_glyphs();
    let [left, baseline] = text.beginning(line.length * text.size);
    for glyph in line.glyphs.iter().filter(|glyph| which(glyph)) {
        let Some(outline) = outlines.get(GlyphId::from(glyph.id)) else { continue };
        let origin = [left + glyph.x * text.size, baseline - glyph.y * text.size];
        let mut placed = Placed { origin, pen };
        let settings = DrawSettings::unhinted(Size::new(text.size), LocationRef::default());
        // An outline that cannot be read is one that the face lacks.
        let _ = outline.draw(settings, &mut placed);
    }
}

/// A pen that is told heights above a baseline, and writes on a page.
struct Placed<'a, P> {
    origin: [f32; 2],
    pen: &'a mut P,
}

impl<P> Placed<'_, P> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin[0] + x, self.origin[1] - y)
    }
}

impl<P: OutlinePen> OutlinePen for Placed<'_, P> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let ((cx, cy), (x, y)) = (self.at(cx, cy), self.at(x, y));
        self.pen.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let ((cx0, cy0), (cx1, cy1)) = (self.at(cx0, cy0), self.at(cx1, cy1));
        let (x, y) = self.at(x, y);
        self.pen.curve_to(cx0, cy0, cx1, cy1, x, y);
    }

    fn close(&mut self) {
        self.pen.close();
    }
}
