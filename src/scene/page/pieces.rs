//! What stands beside or below the maps of a page: the pieces of a legend in columns, the scale, the
//! north, the place in France.

use std::ops::Range;

use super::{block::Block, content::PageContent, spec::PageSpec};
use crate::{
    cartography::{Legend, Theme},
    scene::{
        legend::{
            LegendColumn, LegendPart, LegendStyle, PartKind, legend_parts, marked_line, more_lines,
        },
        line::{Anchor, Text},
        nodes::{Group, Node},
        role::Role,
        scale_bar::draw_scale_bar,
        schools::{draw_mark, mark_of_one},
        shapes::Path,
        text::Faces,
        view::View,
    },
};

/// Longest scale bar, and the height of the strip in which it stands.
pub(super) const BAR: f32 = 150.0;
pub(super) const STRIP: f32 = 26.0;
/// Between two groups of lines of a legend.
const GAP: f32 = 7.0;
/// Sums of heights differ by this much, in whichever order they are made.
const ROUNDING: f32 = 0.05;
/// Size of an arrow to the north, its letter included.
const ARROW: [f32; 2] = [16.0, 26.0];

/// How the legend of a page is written.
pub(super) fn style(width: f32, beyond: f32, content: &PageContent<'_>) -> LegendStyle {
    let column = LegendColumn { width, beyond, faces: Faces::Any, histogram: true, opacity: 1.0 };
    // Counts are those of one date.
    LegendStyle { column, counts: content.maps.len() < 2, most_lines: usize::MAX }
}

/// The pieces of the legend that a page shows.
pub(super) fn parts(
    content: &PageContent<'_>,
    spec: &PageSpec,
    style: LegendStyle,
    theme: &Theme,
) -> Vec<LegendPart> {
    let histogram = spec.shows(Block::Histogram) && content.maps.len() < 2;
    let column = LegendColumn { histogram, ..style.column };
    let style = LegendStyle { column, ..style };
    let legend: Legend = content.legend.in_use();
    let mut parts = legend_parts(&legend, theme, style);
    if !spec.shows(Block::Legend) {
        parts.retain(|part| part.kind == PartKind::Histogram);
        return parts;
    }
    if let Some(points) = &content.points {
        let known = [Some(true), Some(false), None];
        let lines = points.words.iter().zip(known).enumerate().map(|(rank, (words, known))| {
            let mark = draw_mark(&mark_of_one(known), [0.0; 2], theme);
            let above = if rank == 0 { GAP } else { 0.0 };
            LegendPart { above, ..marked_line(words, mark, theme, style) }
        });
        let foot = parts.iter().position(|part| part.kind == PartKind::Foot);
        let at = foot.unwrap_or(parts.len());
        parts.splice(at..at, lines.collect::<Vec<_>>());
    }
    parts
}

/// Pieces of a legend, distributed over columns.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    columns: Vec<Vec<LegendPart>>,
    /// Height of the highest column.
    pub height: f32,
}

impl Flow {
    /// Pieces in so many columns, all about as high.
    pub fn new(parts: &[LegendPart], columns: usize) -> Self {
        let (ranges, height) = filled(parts, columns);
        let columns = ranges.into_iter().filter_map(|range| Some(parts.get(range)?.to_vec()));
        Self { columns: columns.collect(), height }
    }

    /// The same where they have to be no higher than `most`: the foot is left out, then the
    /// histogram, then the head, which the title says too, then the last lines, in the place of which
    /// stands « … ».
    pub fn within(mut parts: Vec<LegendPart>, columns: usize, most: f32, theme: &Theme) -> Self {
        for kind in [PartKind::Foot, PartKind::Histogram, PartKind::Head] {
            if filled(&parts, columns).1 > most {
                parts.retain(|part| part.kind != kind);
            }
        }
        while filled(&parts, columns).1 > most && !parts.is_empty() {
            let is_more = |part: &LegendPart| part.nodes.iter().any(is_more_lines);
            let more = usize::from(parts.last().is_some_and(is_more));
            let kept = parts.len().saturating_sub(1 + more);
            parts.truncate(kept);
            if !parts.is_empty() {
                parts.push(more_lines(theme));
            }
        }
        Self::new(&parts, columns)
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.columns.iter().all(Vec::is_empty)
    }

    /// Its pieces from the origin down, columns `pitch` apart: the group of the legend, or that of
    /// the histogram where it stands alone.
    pub fn node(self, pitch: f32) -> Option<Node> {
        let mut nodes = Vec::new();
        let mut is_legend = false;
        for (rank, column) in self.columns.into_iter().enumerate() {
            let mut y = 0.0;
            for (place, part) in column.into_iter().enumerate() {
                is_legend |= part.kind != PartKind::Histogram;
                y += if place == 0 { 0.0 } else { part.above };
                let at = [rank as f32 * pitch, y];
                nodes.extend(part.nodes.into_iter().map(|node| node.shifted(at)));
                y += part.height;
            }
        }
        if is_legend {
            return Some(Group::new(Block::Legend.id(), Role::Block, nodes).into());
        }
        nodes.pop()
    }
}

fn is_more_lines(node: &Node) -> bool {
    matches!(node, Node::Group(group) if group.id == "suite")
}

/// Which pieces stand in each of so many columns, and how high the highest is.
fn filled(parts: &[LegendPart], columns: usize) -> (Vec<Range<usize>>, f32) {
    let total: f32 = parts.iter().map(|part| part.above + part.height).sum();
    let highest = parts.iter().map(|part| part.height).fold(0.0, f32::max);
    let step = (total / 300.0).max(2.0);
    // From an even share on, to the height at which they stand in as many columns.
    let mut height = (total / columns.max(1) as f32).max(highest);
    loop {
        let (ranges, found) = fill(parts, height);
        if ranges.len() <= columns || height >= total {
            return (ranges, found);
        }
        height += step;
    }
}

/// Pieces one after the other in columns of some height, and how high the highest is; a head has a
/// line below it.
fn fill(parts: &[LegendPart], height: f32) -> (Vec<Range<usize>>, f32) {
    let mut columns: Vec<Range<usize>> = Vec::new();
    let (mut highest, mut filled, mut has_head_alone) = (0.0f32, 0.0, false);
    for (rank, part) in parts.iter().enumerate() {
        let more = part.above + part.height;
        match columns.last_mut() {
            Some(column) if filled + more <= height + ROUNDING || has_head_alone => {
                column.end = rank + 1;
                filled += more;
                has_head_alone = false;
            }
            _ => {
                columns.push(rank..rank + 1);
                filled = part.height;
                has_head_alone = part.kind == PartKind::Head;
            }
        }
        highest = highest.max(filled);
    }
    (columns, highest)
}

/// The scale bar and the arrow to the north that a page shows, beside each other in a strip from the
/// origin down, no wider than `room`. A metre of `view` is one of the plane.
pub(super) fn strip(
    content: &PageContent<'_>,
    spec: &PageSpec,
    view: &View,
    room: f32,
    theme: &Theme,
) -> Vec<Node> {
    let mut nodes = Vec::new();
    let ground = View { scale: view.scale * content.stretch, ..*view };
    let arrow = if spec.shows(Block::North) { ARROW[0] + GAP } else { 0.0 };
    if spec.shows(Block::ScaleBar) {
        let bar = draw_scale_bar(&ground, [0.0, STRIP - 2.0], BAR.min(room - arrow), theme);
        nodes.push(Group::new(Block::ScaleBar.id(), Role::Paragraph, bar).into());
    }
    if arrow > 0.0 {
        let before =
            nodes.first().and_then(Node::bounds).map_or(0.0, |bar| bar.right() + 2.0 * GAP);
        let x = before.min(room - ARROW[0]).max(0.0);
        nodes.push(north(content.north, theme).shifted([x, 0.0]));
    }
    nodes
}

/// An arrow to the north below its letter.
fn north(degrees: f64, theme: &Theme) -> Node {
    let (sine, cosine) = (degrees as f32).to_radians().sin_cos();
    let center = [ARROW[0] / 2.0, 17.5];
    let turned =
        |[x, y]: [f32; 2]| [center[0] + x * cosine - y * sine, center[1] + x * sine + y * cosine];
    let arrow = [[0.0, -8.0], [4.5, 7.0], [0.0, 4.0], [-4.5, 7.0]].map(turned);
    let arrow = Node::Path(Path {
        lines: vec![arrow.to_vec()],
        is_closed: true,
        ink: Some(theme.text_weak.into()),
        stroke: None,
    });
    let letter = Text::new([center[0], 8.0], "N", 11.0, theme.text_weak).anchored(Anchor::Middle);
    Group::new(Block::North.id(), Role::Paragraph, vec![letter.into(), arrow]).into()
}
