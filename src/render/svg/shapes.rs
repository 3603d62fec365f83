//! Rectangles, lines, circles and pictures in an SVG.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    Writer,
    writing::{escaped, number, path, place, stroke_attributes},
};
use crate::scene::{Circle, HatchInk, Ink, Path, Picture, Rect, Stroke, hatch_lines};

impl Writer<'_> {
    pub(super) fn rect(
        &mut self,
        rect: Rect,
        ink: Option<Ink>,
        stroke: Option<Stroke>,
        radius: f32,
    ) {
        let shape = format!("<rect {} rx=\"{}\"", place(rect), number(radius));
        self.inked(&shape, ink, stroke, &[rect.corners()], [rect.x, rect.y]);
    }

    pub(super) fn lines(&mut self, lines: &Path) {
        let mut data = String::new();
        for line in &lines.lines {
            path(&mut data, line);
            if lines.is_closed {
                data.push('z');
            }
        }
        let Path { ink, stroke, lines: rings, .. } = lines;
        let shape = format!(
            "<path fill-rule=\"evenodd\" stroke-linejoin=\"round\" stroke-linecap=\"round\" \
             d=\"{data}\""
        );
        self.inked(&shape, *ink, *stroke, rings, [0.0; 2]);
    }

    pub(super) fn circle(&mut self, circle: &Circle) {
        let Circle { center, radius, ink, stroke } = *circle;
        let [x, y, radius] = [center[0], center[1], radius].map(number);
        let shape = format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
        self.inked(&shape, ink, stroke, &[circle.ring()], center);
    }

    /// A shape filled, hatched, then drawn around. `shape` is its element, left open.
    fn inked(
        &mut self,
        shape: &str,
        ink: Option<Ink>,
        stroke: Option<Stroke>,
        rings: &[Vec<[f32; 2]>],
        origin: [f32; 2],
    ) {
        let fill = ink.map_or("none".to_owned(), |ink| ink.colour.hex());
        let around = stroke.map(stroke_attributes).unwrap_or_default();
        let Some(hatch) = ink.and_then(|ink| ink.hatch) else {
            let _ = writeln!(self.body, "{shape} fill=\"{fill}\"{around}/>");
            return;
        };
        let _ = writeln!(self.body, "{shape} fill=\"{fill}\"/>");
        self.hatch(&hatch, &hatch_lines(rings, &hatch.hatch, origin));
        if stroke.is_some() {
            let _ = writeln!(self.body, "{shape} fill=\"none\"{around}/>");
        }
    }

    pub(super) fn picture(&mut self, picture: &Picture) {
        let data = STANDARD.encode(picture.bitmap.png());
        let _ = writeln!(
            self.body,
            "<image {} preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,{data}\">\
             <title>{}</title></image>",
            place(picture.rect),
            escaped(&picture.alternative)
        );
    }

    pub(super) fn hatch(&mut self, ink: &HatchInk, lines: &[[[f32; 2]; 2]]) {
        let mut data = String::new();
        lines.iter().for_each(|line| path(&mut data, line));
        let _ = writeln!(
            self.body,
            "<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-opacity=\"{}\" \
             d=\"{data}\"/>",
            ink.colour.hex(),
            number(ink.hatch.width),
            number(ink.opacity)
        );
    }
}
