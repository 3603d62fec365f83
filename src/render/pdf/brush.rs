//! Shapes and texts on the page of a PDF.

use krilla::{
    color::rgb,
    geom::{Path, PathBuilder, Point, Size, Transform},
    image::Image,
    num::NormalizedF32,
    paint::{Fill, FillRule, LineCap, LineJoin, Stroke},
    surface::Surface,
    text::{Font, GlyphId, KrillaGlyph},
};
use skrifa::outline::OutlinePen;

use super::{PdfError, is_readable};
use crate::{
    cartography::Colour,
    render::{curves, letters},
    scene::{self, HatchInk, Ink, MapNode, Picture, ShapedLine, Text, Weight, hatch_lines, shaped},
};

/// What draws on a page. Whoever holds it says what each drawing is to a reader.
pub(super) struct Brush<'a, 'b> {
    pub surface: &'a mut Surface<'b>,
    fonts: [Font; 2],
}

impl<'a, 'b> Brush<'a, 'b> {
    pub fn new(surface: &'a mut Surface<'b>) -> Result<Self, PdfError> {
        let font = |weight: Weight| {
            let font = Font::new(weight.file().into(), 0);
            font.ok_or_else(|| PdfError::Invalid(format!("{weight:?}")))
        };
        let [regular, semi_bold] = Weight::ALL;
        Ok(Self { surface, fonts: [font(regular)?, font(semi_bold)?] })
    }

    fn fill(&mut self, path: Option<&Path>, rule: FillRule, colour: Colour, opacity: f32) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { rule, ..fill(colour, opacity) }));
        path.into_iter().for_each(|path| self.surface.draw_path(path));
    }

    fn stroke(&mut self, path: Option<&Path>, stroke: Stroke) {
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(stroke));
        path.into_iter().for_each(|path| self.surface.draw_path(path));
    }

    /// A shape filled, hatched, then drawn around.
    pub fn inked(
        &mut self,
        shape: Option<&Path>,
        ink: Option<Ink>,
        stroke: Option<scene::Stroke>,
        rings: &[Vec<[f32; 2]>],
        origin: [f32; 2],
    ) {
        if let Some(ink) = ink {
            self.fill(shape, FillRule::EvenOdd, ink.colour, 1.0);
            if let Some(hatch) = ink.hatch {
                self.hatch(&hatch, &hatch_lines(rings, &hatch.hatch, origin));
            }
        }
        if let Some(line) = stroke {
            self.stroke(shape, round(line.colour, line.width));
        }
    }

    fn hatch(&mut self, ink: &HatchInk, lines: &[[[f32; 2]; 2]]) {
        let path =
            traced(|pen| lines.iter().for_each(|line| curves::line(&curves::coarse(line), pen)));
        let stroke = Stroke {
            paint: paint(ink.colour).into(),
            width: ink.hatch.width,
            opacity: normal(ink.opacity),
            ..Stroke::default()
        };
        self.stroke(path.as_ref(), stroke);
    }

    pub fn map(&mut self, map: &MapNode) {
        for (area, painted) in map.areas() {
            let rings = map.rings(area);
            let shape = traced(|pen| {
                rings.iter().for_each(|ring| curves::ring(&curves::coarse(ring), pen))
            });
            self.fill(shape.as_ref(), FillRule::EvenOdd, painted.ink.colour, 1.0);
        }
        for (ink, lines) in map.hatches() {
            self.hatch(&ink, &lines);
        }
        for borders in map.borders() {
            let path = traced(|pen| {
                borders.lines.iter().for_each(|line| curves::line(&curves::coarse(line), pen))
            });
            for stroke in borders.strokes {
                self.stroke(path.as_ref(), round(stroke.colour, stroke.width));
            }
        }
    }

    pub fn picture(&mut self, picture: &Picture) {
        let ([width, height], rect) = (picture.bitmap.size(), picture.rect);
        let Some(size) = Size::from_wh(rect.width, rect.height) else { return };
        let pixels = picture.bitmap.rgba().to_vec();
        self.surface.push_transform(&Transform::from_translate(rect.x, rect.y));
        self.surface.draw_image(Image::from_rgba8(pixels, width, height), size);
        self.surface.pop();
    }

    /// What of a line of text is no text to a reader: its halo, and a sign for each letter that the
    /// face lacks, which the rules of an accessible PDF forbid as a glyph.
    pub fn around_text(&mut self, text: &Text) {
        let line = text.shaped();
        self.turned(text, |brush| {
            if let Some(halo) = text.halo {
                let path = traced(|pen| letters::trace(text, &line, |_| true, pen));
                brush.stroke(path.as_ref(), round(halo, 3.0));
            }
            let missing = traced(|pen| {
                letters::trace(text, &line, scene::Glyph::is_missing, pen);
            });
            brush.fill(missing.as_ref(), FillRule::NonZero, text.colour, text.opacity);
        });
    }

    /// Whether [`Self::around_text`] draws anything.
    pub fn has_around(text: &Text) -> bool {
        text.halo.is_some() || text.shaped().glyphs.iter().any(scene::Glyph::is_missing)
    }

    /// The glyphs of a line of text, and a space after them where `goes_on`, so that what is read
    /// next is a word of its own.
    pub fn text(&mut self, text: &Text, goes_on: bool) {
        let length = text.length();
        // The same glyph cannot stand for two kinds of space without a tag within a tag.
        let content = text.content.replace('\u{a0}', " ") + if goes_on { " " } else { "" };
        let line = shaped(&content, text.weight);
        let [x, y] = text.beginning(length);
        let font = self.fonts[text.weight as usize].clone();
        self.turned(text, |brush| {
            brush.surface.set_stroke(None);
            brush.surface.set_fill(Some(fill(text.colour, text.opacity)));
            for (start, glyphs) in stretches(&line, &content) {
                let at = Point::from_xy(x + start * text.size, y);
                brush.surface.draw_glyphs(at, &glyphs, font.clone(), &content, text.size, false);
            }
        });
    }

    /// Draws what is turned around the anchor of a text.
    fn turned(&mut self, text: &Text, draw: impl FnOnce(&mut Self)) {
        let [x, y] = text.position;
        self.surface.push_transform(&Transform::from_rotate_at(text.angle, x, y));
        draw(self);
        self.surface.pop();
    }
}

/// The glyphs that may stand in the file, in stretches, with where each begins on the line.
fn stretches(line: &ShapedLine, text: &str) -> Vec<(f32, Vec<KrillaGlyph>)> {
    let mut stretches: Vec<(f32, Vec<KrillaGlyph>)> = Vec::new();
    let mut is_open = false;
    // Where the next glyph would stand, were it not moved.
    let mut pen = 0.0;
    for glyph in &line.glyphs {
        let letters = text.get(glyph.letters.clone()).unwrap_or_default();
        if glyph.is_missing() || !letters.chars().all(is_readable) {
            is_open = false;
        } else {
            if !is_open {
                stretches.push((pen, vec![]));
                is_open = true;
            }
            let id = GlyphId::new(u32::from(glyph.id));
            let moved = glyph.x - pen;
            let letters = glyph.letters.clone();
            let drawn = KrillaGlyph::new(id, glyph.advance, moved, glyph.y, 0.0, letters, None);
            stretches.iter_mut().last().into_iter().for_each(|(_, row)| row.push(drawn.clone()));
        }
        pen += glyph.advance;
    }
    stretches
}

/// A path; nothing of an empty one.
pub(super) fn traced(draw: impl FnOnce(&mut Pen)) -> Option<Path> {
    let mut pen = Pen(PathBuilder::new());
    draw(&mut pen);
    pen.0.finish()
}

fn paint(Colour { red, green, blue }: Colour) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn normal(opacity: f32) -> NormalizedF32 {
    NormalizedF32::new(opacity.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

fn fill(colour: Colour, opacity: f32) -> Fill {
    let paint = paint(colour).into();
    Fill { paint, opacity: normal(opacity), rule: FillRule::NonZero }
}

/// A line with round corners and ends.
fn round(colour: Colour, width: f32) -> Stroke {
    let paint = paint(colour).into();
    let (line_cap, line_join) = (LineCap::Round, LineJoin::Round);
    Stroke { paint, width, line_cap, line_join, ..Stroke::default() }
}

/// A pen that writes a path.
pub(super) struct Pen(PathBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, cy0, cx1, cy1, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
