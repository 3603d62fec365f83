//! The marks of schools on a page.
//!
//! One school: filled when it has what is counted, hollow when it has not, dashed when nobody knows.
//! A group: its number in a ring of which the accented part is the share that has it; a ring of
//! which nothing is known is dashed.

use super::mark::{Mark, SCHOOL_RADIUS};
use crate::{
    cartography::Theme,
    french,
    scene::{
        geometry::Stroke,
        line::{Anchor, Text},
        nodes::Node,
        shapes::{Circle, Path},
    },
};

/// Width of the ring of a group.
const RING: f32 = 3.0;
/// Size of its number.
const NUMBER: f32 = 11.5;

/// The mark of one school as a legend shows it.
pub fn mark_of_one(equipped: Option<bool>) -> Mark {
    Mark {
        at: [0.0; 2],
        schools: vec![0],
        equipped: usize::from(equipped == Some(true)),
        known: usize::from(equipped.is_some()),
    }
}

/// A mark around a point of the page.
pub fn draw_mark(mark: &Mark, at: [f32; 2], theme: &Theme) -> Vec<Node> {
    if mark.is_group() { group(mark, at, theme) } else { school(mark, at, theme) }
}

fn school(mark: &Mark, at: [f32; 2], theme: &Theme) -> Vec<Node> {
    // A rim of paper keeps it apart from whatever lies below.
    let mut nodes = vec![disc(at, SCHOOL_RADIUS + 1.5, theme, false)];
    match (mark.known, mark.equipped) {
        (0, _) => {
            let grey = Stroke { colour: theme.text_weak, width: 1.6 };
            nodes.push(dashed_ring(at, SCHOOL_RADIUS - 0.8, 5, grey));
        }
        (_, 0) => {
            let accent = Stroke { colour: theme.accent, width: 1.8 };
            nodes.push(ring(at, SCHOOL_RADIUS - 0.8, accent));
        }
        _ => nodes.push(disc(at, SCHOOL_RADIUS, theme, true)),
    }
    nodes
}

fn group(mark: &Mark, at: [f32; 2], theme: &Theme) -> Vec<Node> {
    let mut nodes = vec![disc(at, mark.radius() + 1.5, theme, false)];
    let radius = mark.radius() - RING / 2.0;
    let accent = Stroke { colour: theme.accent, width: RING };
    match mark.share() {
        None => {
            let grey = Stroke { colour: theme.line_strong, width: RING };
            nodes.push(dashed_ring(at, radius, 10, grey));
        }
        Some(share) => {
            let rest = Stroke { colour: theme.line_strong, width: RING - 1.2 };
            nodes.push(ring(at, radius, rest));
            if share >= 1.0 {
                nodes.push(ring(at, radius, accent));
            } else if share > 0.0 {
                nodes.push(lines(vec![arc(at, radius, 0.0, share)], accent));
            }
        }
    }
    let number = french::integer(mark.schools.len() as i64);
    let baseline = [at[0], at[1] + NUMBER * 0.33];
    let number = Text::new(baseline, number, NUMBER, theme.text).strong();
    nodes.push(number.anchored(Anchor::Middle).into());
    nodes
}

fn disc(center: [f32; 2], radius: f32, theme: &Theme, accented: bool) -> Node {
    let colour = if accented { theme.accent } else { theme.paper };
    Node::Circle(Circle { center, radius, ink: Some(colour.into()), stroke: None })
}

fn ring(center: [f32; 2], radius: f32, stroke: Stroke) -> Node {
    Node::Circle(Circle { center, radius, ink: None, stroke: Some(stroke) })
}

fn lines(lines: Vec<Vec<[f32; 2]>>, stroke: Stroke) -> Node {
    Node::Path(Path { lines, is_closed: false, ink: None, stroke: Some(stroke) })
}

fn dashed_ring(center: [f32; 2], radius: f32, dashes: u8, stroke: Stroke) -> Node {
    let part = 1.0 / f32::from(dashes);
    // Ends are round: they reach beyond the line.
    let dash = |rank: u8| {
        let from = f32::from(rank) * part;
        arc(center, radius, from, from + part * 0.4)
    };
    lines((0..dashes).map(dash).collect(), stroke)
}

/// A part of a circle, from the top clockwise; 1 is all of it.
fn arc([x, y]: [f32; 2], radius: f32, from: f32, to: f32) -> Vec<[f32; 2]> {
    // A corner every 12°, and never fewer than one inside.
    let steps = ((to - from) * 30.0).ceil().max(2.0) as u8;
    let corner = |step: u8| {
        let part = from + (to - from) * f32::from(step) / f32::from(steps);
        let (sine, cosine) = (part * std::f32::consts::TAU).sin_cos();
        [x + sine * radius, y - cosine * radius]
    };
    (0..=steps).map(corner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stays_within_its_radius_and_says_what_is_known() {
        let theme = Theme::light();
        for (known, equipped) in [(0, 0), (12, 0), (12, 5), (12, 12)] {
            for schools in [1, 12] {
                let schools: Vec<u32> = (0..schools).collect();
                let mark = Mark { at: [0.0; 2], schools, equipped, known };
                let nodes = draw_mark(&mark, [50.0, 60.0], theme);
                let reach = mark.radius() + 1.6;
                for bounds in nodes.iter().filter_map(Node::bounds) {
                    let all =
                        Circle { center: [50.0, 60.0], radius: reach, ink: None, stroke: None };
                    assert!(all.bounds().holds(&bounds), "{known} {equipped}: {bounds:?}");
                }
                let words = nodes.iter().flat_map(Node::words).count();
                assert_eq!(words, usize::from(mark.is_group()));
            }
        }
    }
}
