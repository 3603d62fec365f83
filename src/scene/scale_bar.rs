//! The scale bar.

use super::{
    geometry::Rect,
    nodes::{Anchor, Node, Text},
    view::View,
};
use crate::{cartography::Theme, french};

/// A bar of a round length, at most `room` wide, whose left end stands at `position`, with its
/// length above. A metre of `view` is one of ground in the middle of the map; insets say their own
/// scale.
pub fn draw_scale_bar(view: &View, position: [f32; 2], room: f32, theme: &Theme) -> Vec<Node> {
    let kilometres = round_length(room * view.metres_per_unit() / 1000.0);
    let width = kilometres * 1000.0 * view.scale as f32;
    let [x, y] = position;
    let bar = |x: f32, width: f32, height: f32| {
        Node::filled(Rect::new(x, y - height, width, height), theme.text_weak)
    };
    let length = if kilometres < 1.0 {
        format!("{}\u{202f}m", french::integer((kilometres * 1000.0).round() as i64))
    } else {
        format!("{}\u{202f}km", french::integer(kilometres.round() as i64))
    };
    let label = Text::new([x + width / 2.0, y - 6.0], length, 12.0, theme.text_weak);
    vec![
        bar(x, width, 1.5),
        bar(x, 1.5, 5.0),
        bar(x + width - 1.5, 1.5, 5.0),
        label.anchored(Anchor::Middle).into(),
    ]
}

/// The line below a map that fills a window: its scale bar at the left, and at the right whom its
/// outlines are from.
pub fn draw_foot(line: Rect, view: &View, attribution: &str, theme: &Theme) -> Vec<Node> {
    let baseline = line.bottom() - 8.0;
    let position = [line.right() - 12.0, baseline];
    let text = Text::new(position, attribution, 11.0, theme.text_weak).anchored(Anchor::End);
    let mut nodes = draw_scale_bar(view, [line.x + 12.0, baseline], 140.0, theme);
    nodes.push(text.into());
    nodes
}

/// The largest of 1, 2 and 5 times a power of ten that is not above `most`.
fn round_length(most: f32) -> f32 {
    let power = 10f32.powf(most.max(1e-3).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|l| *l <= most).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_round() {
        assert_eq!([260.0, 100.0, 99.0, 0.7].map(round_length), [200.0, 100.0, 50.0, 0.5]);
    }
}
