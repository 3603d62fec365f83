//! How numbers, paths and words are written in an SVG.

use std::fmt::Write as _;

use crate::scene::{Rect, Stroke};

/// Parts of a page unit that a path tells apart. A tenth is a fortieth of a millimetre on paper.
const PARTS: i32 = 10;

/// Adds an open path: its first point, then the step from each point to the next. Steps are in whole
/// parts of a page unit, so that nothing drifts and neighbours stay neighbours.
pub fn path(data: &mut String, points: &[[f32; 2]]) {
    let mut before: Option<[i32; 2]> = None;
    let mut is_stepping = false;
    for point in points {
        let at = point.map(|value| (value * PARTS as f32).round() as i32);
        match before {
            Some(before) if before == at => continue,
            Some(before) => {
                if !is_stepping {
                    data.push('l');
                }
                let step = [at[0] - before[0], at[1] - before[1]];
                pair(data, step.map(|length| length * (100 / PARTS)), is_stepping);
                is_stepping = true;
            }
            None => {
                data.push('M');
                pair(data, at.map(|length| length * (100 / PARTS)), false);
            }
        }
        before = Some(at);
    }
}

/// Writes two numbers of hundredths, apart from a number before them.
fn pair(out: &mut String, [x, y]: [i32; 2], is_after: bool) {
    if is_after && x >= 0 {
        out.push(' ');
    }
    hundredth(out, x);
    if y >= 0 {
        out.push(' ');
    }
    hundredth(out, y);
}

/// Writes a number of hundredths as a decimal number, without useless zeros.
fn hundredth(out: &mut String, value: i32) {
    let (whole, rest) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
    let sign = if value < 0 { "-" } else { "" };
    let _ = match rest {
        0 => write!(out, "{sign}{whole}"),
        rest if rest % 10 == 0 => write!(out, "{sign}{whole}.{}", rest / 10),
        rest => write!(out, "{sign}{whole}.{rest:02}"),
    };
}

pub fn number(value: f32) -> String {
    let mut text = String::new();
    hundredth(&mut text, (value * 100.0).round() as i32);
    text
}

pub fn place(rect: Rect) -> String {
    let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(number);
    format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

pub fn stroke_attributes(stroke: Stroke) -> String {
    format!(" stroke=\"{}\" stroke-width=\"{}\"", stroke.colour.hex(), number(stroke.width))
}

/// As XML has it; what XML 1.0 forbids (control characters, U+FFFE and U+FFFF) is left out.
pub fn escaped(text: &str) -> String {
    let is_allowed = |c: &char| match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => *c >= ' ',
    };
    let text: String = text.chars().filter(is_allowed).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_keep_their_sign() {
        assert_eq!([0.0, -0.5, 12.345, 3.1, -7.0].map(number), ["0", "-0.5", "12.35", "3.1", "-7"]);
    }
}
