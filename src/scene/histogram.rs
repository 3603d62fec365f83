//! How the shares of a map are spread, as a drawing.

use super::{
    geometry::{Rect, Stroke},
    line::{Anchor, Text},
    nodes::Node,
};
use crate::{
    cartography::{Histogram, Theme},
    french,
};

/// Height of the fullest bin.
const HIGHEST: f32 = 36.0;
/// A territory among many still shows.
const LEAST: f32 = 1.5;
const AXIS_SIZE: f32 = 11.0;
/// Between two bins.
const BETWEEN: f32 = 1.0;

/// Draws a histogram from `origin` (its top left corner) down, `width` wide; its height as well.
/// Bars stand on an axis from 0 to 100 %, in the colours of their classes.
pub fn draw_histogram(
    histogram: &Histogram,
    theme: &Theme,
    origin: [f32; 2],
    width: f32,
) -> (Vec<Node>, f32) {
    let [left, top] = origin;
    let foot = top + HIGHEST;
    let mut nodes = Vec::new();
    let step = width / histogram.bins.len().max(1) as f32;
    let unit = HIGHEST / histogram.most().max(1) as f32;
    for (rank, bin) in histogram.bins.iter().enumerate() {
        let x = left + rank as f32 * step + BETWEEN / 2.0;
        let mut y = foot;
        for (tint, count) in &bin.parts {
            let height = (unit * *count as f32).max(LEAST);
            y -= height;
            let bar = Rect::new(x, y, step - BETWEEN, height);
            nodes.push(Node::Rect {
                rect: bar,
                ink: Some(tint.on(theme).into()),
                // The lightest class is nearly as light as the paper.
                stroke: Some(Stroke { colour: theme.line_strong, width: 0.5 }),
                radius: 0.0,
            });
        }
    }
    nodes.push(Node::filled(Rect::new(left, foot, width, 1.0), theme.line_strong));
    let baseline = foot + AXIS_SIZE + 2.0;
    for (percent, anchor) in [(0.0, Anchor::Start), (50.0, Anchor::Middle), (100.0, Anchor::End)] {
        let x = left + width * percent as f32 / 100.0;
        let label = french::percent(percent, &[]);
        let text = Text::new([x, baseline], label, AXIS_SIZE, theme.text_weak).anchored(anchor);
        nodes.push(text.into());
    }
    (nodes, baseline + 3.0 - top)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cartography::ShareClasses;

    #[test]
    fn bars_stand_on_the_axis_and_are_as_high_as_their_counts() {
        let shares = [0.0, 0.0, 0.0, 0.0, 47.0, 47.0, 100.0];
        let histogram = Histogram::new(shares, &ShareClasses::default());
        let (nodes, height) = draw_histogram(&histogram, Theme::light(), [10.0, 20.0], 200.0);
        let bars: Vec<Rect> = (nodes.iter())
            .filter_map(|node| match node {
                Node::Rect { rect, stroke: Some(_), .. } => Some(*rect),
                _ => None,
            })
            .collect();
        let heights: Vec<f32> = bars.iter().map(|bar| bar.height).collect();
        assert_eq!(heights, [HIGHEST, HIGHEST / 2.0, HIGHEST / 4.0]);
        assert!(bars.iter().all(|bar| (bar.bottom() - 20.0 - HIGHEST).abs() < 0.01));
        assert!(bars.iter().all(|bar| bar.x >= 10.0 && bar.right() <= 210.0));
        assert!(bars[1].x > 10.0 + 0.44 * 200.0 && bars[1].right() < 10.0 + 0.51 * 200.0);
        assert!(height > HIGHEST);
    }
}
