//! A scene as shapes in pixels, each of one colour: what any band of a picture is painted from.

use rayon::prelude::*;
use skrifa::outline::OutlinePen;
use tiny_skia::{
    Color, FillRule, FilterQuality, LineCap, LineJoin, Paint, Path, PathBuilder, PathStroker,
    Pixmap, PixmapMut, PixmapPaint, Stroke, Transform,
};

use super::{curves, letters};
use crate::{
    cartography::Colour,
    scene::{self, HatchInk, Ink, MapNode, Node, Picture, Scene, Text, hatch_lines},
};

/// The shapes of a scene, the lowest first.
pub(super) struct Stamps {
    stamps: Vec<Stamp>,
    background: Colour,
}

/// A shape, in pixels of the whole picture.
enum Stamp {
    /// A surface.
    Surface { path: Path, rule: FillRule, paint: Paint<'static> },
    /// A line thinner than a pixel: it is painted all the paler.
    Hairline { path: Path, width: f32, paint: Paint<'static> },
    /// Pixels.
    Pixels { pixels: Pixmap, place: Transform, rows: [f32; 2] },
}

impl Stamps {
    /// Those of a scene that is drawn `zoom` pixels a unit of the page.
    pub fn of(scene: &Scene, zoom: f32) -> Self {
        let page = Transform::from_scale(zoom, zoom);
        let stamps = scene.leaves().into_par_iter().flat_map(|node| stamps_of(node, page, zoom));
        Self { stamps: stamps.collect(), background: scene.background }
    }

    /// Paints the rows of a picture from `top` down, over whatever was there.
    pub fn paint(&self, top: u32, rows: &mut PixmapMut<'_>) {
        rows.fill(skia_colour(self.background, 1.0));
        let (first, end) = (top as f32, (top + rows.height()) as f32);
        for stamp in &self.stamps {
            let [highest, lowest] = stamp.rows();
            if lowest >= first && highest <= end {
                stamp.paint(-first, rows);
            }
        }
    }
}

/// The line of a text's halo, and how wide.
const HALO: f32 = 3.0;

fn stamps_of(node: &Node, page: Transform, zoom: f32) -> Vec<Stamp> {
    let mut easel = Easel { stamps: vec![], place: page, zoom };
    match node {
        Node::Rect { rect, ink, stroke, radius } => {
            let shape = easel.traced(|pen| curves::rounded(*rect, *radius, pen));
            easel.inked(shape, *ink, *stroke, &[rect.corners()], [rect.x, rect.y]);
        }
        Node::Circle(circle) => {
            let shape = easel.traced(|pen| curves::round(circle, pen));
            easel.inked(shape, circle.ink, circle.stroke, &[circle.ring()], circle.center);
        }
        Node::Path(path) => {
            let shape = easel.traced(|pen| {
                let trace = if path.is_closed { curves::ring } else { curves::line };
                path.lines.iter().for_each(|line| trace(line, pen));
            });
            easel.inked(shape, path.ink, path.stroke, &path.lines, [0.0; 2]);
        }
        Node::Text(text) => easel.text(text),
        Node::Map(map) => easel.map(map),
        Node::Picture(picture) => easel.picture(picture),
        // Their nodes are among the leaves.
        Node::Group(_) | Node::Link(_) => {}
    }
    easel.stamps
}

/// Where the shapes of a node are made.
struct Easel {
    stamps: Vec<Stamp>,
    /// From the page to the picture.
    place: Transform,
    zoom: f32,
}

impl Easel {
    /// A path of the page in pixels; nothing of an empty one.
    fn traced(&self, draw: impl FnOnce(&mut Pen)) -> Option<Path> {
        let mut pen = Pen(PathBuilder::new());
        draw(&mut pen);
        pen.0.finish()?.transform(self.place)
    }

    fn fill(&mut self, path: Option<Path>, rule: FillRule, colour: Colour, opacity: f32) {
        let paint = paint(colour, opacity);
        self.stamps.extend(path.map(|path| Stamp::Surface { path, rule, paint }));
    }

    /// Draws a line along a path, `width` page units wide.
    fn stroke(&mut self, path: Option<Path>, line: Stroke, colour: Colour, opacity: f32) {
        let (width, paint) = (line.width * self.zoom, paint(colour, opacity));
        let Some(path) = path else { return };
        if width <= 1.0 {
            self.stamps.push(Stamp::Hairline { path, width, paint });
            return;
        }
        // Made into a surface once, whatever the number of bands that it crosses.
        let outline = PathStroker::new().stroke(&path, &Stroke { width, ..line }, 1.0);
        let rule = FillRule::Winding;
        self.stamps.extend(outline.map(|path| Stamp::Surface { path, rule, paint }));
    }

    /// A shape filled, hatched, then drawn around.
    fn inked(
        &mut self,
        shape: Option<Path>,
        ink: Option<Ink>,
        stroke: Option<scene::Stroke>,
        rings: &[Vec<[f32; 2]>],
        origin: [f32; 2],
    ) {
        if let Some(ink) = ink {
            self.fill(shape.clone(), FillRule::EvenOdd, ink.colour, 1.0);
            if let Some(hatch) = ink.hatch {
                self.hatch(&hatch, &hatch_lines(rings, &hatch.hatch, origin));
            }
        }
        if let Some(stroke) = stroke {
            self.stroke(shape, round(stroke.width), stroke.colour, 1.0);
        }
    }

    fn hatch(&mut self, ink: &HatchInk, lines: &[[[f32; 2]; 2]]) {
        let path = self.traced(|pen| lines.iter().for_each(|line| curves::line(line, pen)));
        let line = Stroke { width: ink.hatch.width, ..Stroke::default() };
        self.stroke(path, line, ink.colour, ink.opacity);
    }

    fn map(&mut self, map: &MapNode) {
        for (area, painted) in map.areas() {
            let rings = map.rings(area);
            let shape = self.traced(|pen| rings.iter().for_each(|ring| curves::ring(ring, pen)));
            self.fill(shape, FillRule::EvenOdd, painted.ink.colour, 1.0);
        }
        for (ink, lines) in map.hatches() {
            self.hatch(&ink, &lines);
        }
        for borders in map.borders() {
            for stroke in borders.strokes {
                // Line by line, so that a band looks only at those that cross it.
                for line in &borders.lines {
                    let path = self.traced(|pen| curves::line(line, pen));
                    self.stroke(path, round(stroke.width), stroke.colour, 1.0);
                }
            }
        }
    }

    fn text(&mut self, text: &Text) {
        let line = text.shaped();
        let upright = self.place;
        let [x, y] = text.position;
        self.place = upright.pre_concat(Transform::from_rotate_at(text.angle, x, y));
        let path = self.traced(|pen| letters::trace(text, &line, |_| true, pen));
        self.place = upright;
        if let Some(halo) = text.halo {
            self.stroke(path.clone(), round(HALO), halo, 1.0);
        }
        self.fill(path, FillRule::Winding, text.colour, text.opacity);
    }

    fn picture(&mut self, picture: &Picture) {
        let ([width, height], rect) = (picture.bitmap.size(), picture.rect);
        let Some(mut pixels) = Pixmap::new(width, height) else { return };
        let colours = picture.bitmap.rgba().chunks_exact(4);
        for (pixel, colour) in pixels.pixels_mut().iter_mut().zip(colours) {
            let &[red, green, blue, opacity] = colour else { continue };
            *pixel = tiny_skia::ColorU8::from_rgba(red, green, blue, opacity).premultiply();
        }
        let (across, down) = (rect.width / width as f32, rect.height / height as f32);
        let place = self.place.pre_translate(rect.x, rect.y).pre_scale(across, down);
        let rows = [rect.y * self.zoom, rect.bottom() * self.zoom];
        self.stamps.push(Stamp::Pixels { pixels, place, rows });
    }
}

impl Stamp {
    /// The rows that it may touch.
    fn rows(&self) -> [f32; 2] {
        match self {
            Self::Surface { path, .. } | Self::Hairline { path, .. } => {
                [path.bounds().top() - 1.0, path.bounds().bottom() + 1.0]
            }
            Self::Pixels { rows: [top, bottom], .. } => [top - 1.0, bottom + 1.0],
        }
    }

    /// Paints it, moved down by so many rows.
    fn paint(&self, down: f32, rows: &mut PixmapMut<'_>) {
        let moved = Transform::from_translate(0.0, down);
        match self {
            Self::Surface { path, rule, paint } => rows.fill_path(path, paint, *rule, moved, None),
            Self::Hairline { path, width, paint } => {
                let line = Stroke { width: *width, ..round(*width) };
                rows.stroke_path(path, paint, &line, moved, None);
            }
            Self::Pixels { pixels, place, .. } => {
                let quality = FilterQuality::Bicubic;
                let paint = PixmapPaint { quality, ..PixmapPaint::default() };
                rows.draw_pixmap(0, 0, pixels.as_ref(), &paint, place.post_concat(moved), None);
            }
        }
    }
}

/// A line with round corners and ends.
fn round(width: f32) -> Stroke {
    Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() }
}

fn paint(colour: Colour, opacity: f32) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(skia_colour(colour, opacity));
    paint
}

fn skia_colour(Colour { red, green, blue }: Colour, opacity: f32) -> Color {
    let mut colour = Color::from_rgba8(red, green, blue, u8::MAX);
    colour.set_alpha(opacity);
    colour
}

/// A pen that writes a path.
struct Pen(PathBuilder);

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
