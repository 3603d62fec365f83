//! The scale bar.

use super::{
    face::Weight,
    geometry::Rect,
    line::{Anchor, Text},
    nodes::Node,
    text::{text_width, wrap},
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

/// Height of the foot of a map where the credit stands beside the bar.
const FOOT_HEIGHT: f32 = 26.0;
/// Distance of its words from its edges.
const FOOT_MARGIN: f32 = 12.0;
/// Longest bar.
const FOOT_BAR: f32 = 140.0;
const CREDIT_SIZE: f32 = 11.0;
const CREDIT_LEADING: f32 = 14.0;

/// How high the foot of a map is that is so wide: a credit that has no room beside the bar stands
/// below it.
pub fn foot_height(width: f32, attribution: &str) -> f32 {
    FOOT_HEIGHT + CREDIT_LEADING * credit_below(width, attribution).len() as f32
}

/// The foot of a map that fills a window: its scale bar, and whom its outlines are from, at the
/// right of it or below.
pub fn draw_foot(foot: Rect, view: &View, attribution: &str, theme: &Theme) -> Vec<Node> {
    let baseline = foot.y + FOOT_HEIGHT - 8.0;
    let left = foot.x + FOOT_MARGIN;
    let mut nodes = draw_scale_bar(view, [left, baseline], FOOT_BAR, theme);
    let credit = |position, words: &str| Text::new(position, words, CREDIT_SIZE, theme.text_weak);
    let below = credit_below(foot.width, attribution);
    if below.is_empty() {
        let beside = credit([foot.right() - FOOT_MARGIN, baseline], attribution);
        nodes.push(beside.anchored(Anchor::End).into());
    }
    nodes.extend(below.iter().enumerate().map(|(rank, line)| {
        credit([left, baseline + CREDIT_LEADING * (rank + 1) as f32], line).into()
    }));
    nodes
}

/// The lines of a credit that has no room beside the bar; none of one that has.
fn credit_below(width: f32, attribution: &str) -> Vec<String> {
    let room = width - 2.0 * FOOT_MARGIN;
    let length = text_width(attribution, CREDIT_SIZE, Weight::Regular);
    if length + FOOT_BAR + FOOT_MARGIN <= room {
        return vec![];
    }
    wrap(attribution, room.max(CREDIT_SIZE), CREDIT_SIZE, Weight::Regular)
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

    #[test]
    fn bar_and_credit_overlap_nowhere_and_stay_in_the_foot() {
        let credits =
            ["", "Contours : IGN", &"Contours fournis par l’auteur de la carte ".repeat(4)];
        for (width, credit) in [200.0, 400.0, 640.0, 980.0, 3_000.0]
            .into_iter()
            .flat_map(|width| credits.map(|credit| (width, credit)))
        {
            let foot = Rect::new(50.0, 700.0, width, foot_height(width, credit));
            let view = View { scale: 0.000_7, origin: [0.0; 2] };
            let nodes = draw_foot(foot, &view, credit, Theme::light());
            let words: Vec<Rect> = nodes.iter().flat_map(Node::words).collect();
            assert!(words.iter().all(|rect| foot.holds(rect)), "{width}: {words:?} in {foot:?}");
            let bar = nodes.iter().find_map(|node| match node {
                Node::Rect { rect, .. } => Some(*rect),
                _ => None,
            });
            let taken: Vec<Rect> = words.into_iter().chain(bar).collect();
            for (rank, one) in taken.iter().enumerate() {
                let clear = taken[rank + 1..].iter().all(|other| !one.intersects(other));
                assert!(clear || one.width == 0.0, "{width}, « {credit} »: {taken:?}");
            }
        }
    }
}
