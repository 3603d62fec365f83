//! The legend as a drawing.

use super::{
    face::Weight,
    geometry::{Rect, Stroke},
    histogram::draw_histogram,
    ink::Ink,
    line::{Anchor, Text},
    nodes::{Group, Node},
    role::Role,
    text::{Faces, wrap_within},
};
use crate::{
    cartography::{Colour, Legend, LegendLine, Theme},
    french::{self, NARROW_SPACE},
};

const TITLE_SIZE: f32 = 15.0;
const TEXT_SIZE: f32 = 13.0;
const FOOT_SIZE: f32 = 12.0;
const LINE_HEIGHT: f32 = 19.0;
const SWATCH: [f32; 2] = [22.0, 13.0];
/// Room for a count of three figures.
const COUNT: f32 = 30.0;
/// Between two groups of lines.
const GAP: f32 = 7.0;

/// Where a legend is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LegendColumn {
    /// Its width.
    pub width: f32,
    /// How far beyond it a line may go that is drawn in a wider face.
    pub beyond: f32,
    /// In which faces it will be seen.
    pub faces: Faces,
    /// Whether there is room for how the shares are spread.
    pub histogram: bool,
    /// How opaque the map is, from 0 to 1: swatches look as it does.
    pub opacity: f32,
}

/// A legend drawn into a column.
#[derive(Clone, Debug)]
pub struct DrawnLegend {
    /// Its nodes.
    pub nodes: Vec<Node>,
    /// Its height.
    pub height: f32,
    /// Where each line is, in the order of the legend, to point at.
    pub lines: Vec<Rect>,
}

/// A piece of a legend, drawn from the origin down: a column of a page takes as many as it has room
/// for.
#[derive(Clone, Debug)]
pub(super) struct LegendPart {
    /// Its nodes.
    pub nodes: Vec<Node>,
    /// Its height.
    pub height: f32,
    /// What it keeps clear above, unless it is the first of its column.
    pub above: f32,
    /// What it is.
    pub kind: PartKind,
}

/// What a piece of a legend is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    /// What is shown, in which unit.
    Head,
    /// How the values are spread.
    Histogram,
    /// A class.
    Line,
    /// How many territories, when.
    Foot,
}

/// How the pieces of a legend are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct LegendStyle {
    /// Where they stand.
    pub column: LegendColumn,
    /// Whether each line counts its territories.
    pub counts: bool,
    /// Lines of a text, at most: more end with « … ».
    pub most_lines: usize,
}

/// Draws a legend from `origin` (its top left corner) down. Lines without a territory stay, in grey.
pub fn draw_legend(
    legend: &Legend,
    theme: &Theme,
    origin: [f32; 2],
    column: LegendColumn,
) -> DrawnLegend {
    let style = LegendStyle { column, counts: true, most_lines: usize::MAX };
    let [x, mut y] = origin;
    let (mut nodes, mut lines) = (vec![], vec![]);
    for part in legend_parts(legend, theme, style) {
        y += part.above;
        if part.kind == PartKind::Line {
            lines.push(Rect::new(x, y, column.width, part.height));
        }
        nodes.extend(part.nodes.into_iter().map(|node| node.shifted([x, y])));
        y += part.height;
    }
    DrawnLegend { nodes, height: y - origin[1], lines }
}

/// The pieces of a legend, in the order in which they are read.
pub(super) fn legend_parts(legend: &Legend, theme: &Theme, style: LegendStyle) -> Vec<LegendPart> {
    let writer = PartWriter { style, theme };
    let mut parts = vec![writer.head(legend)];
    if let Some(histogram) = legend.histogram.as_ref().filter(|_| style.column.histogram) {
        let (nodes, height) = draw_histogram(histogram, theme, [0.0; 2], style.column.width);
        let seen = format!("Nombre de territoires par valeur{NARROW_SPACE}: {}", legend.unit);
        let nodes = vec![Group::figure("histogramme", seen, nodes).into()];
        parts.push(LegendPart { nodes, height, above: GAP, kind: PartKind::Histogram });
    }
    for group in &legend.groups {
        let above = |rank| if rank == 0 { GAP } else { 0.0 };
        let line = |(rank, line)| LegendPart { above: above(rank), ..writer.line(line) };
        parts.extend(group.lines.iter().enumerate().map(line));
    }
    let (foot, height) = writer.paragraph(&legend.foot(), FOOT_SIZE, Weight::Regular, false, 0.0);
    parts.push(LegendPart { nodes: vec![foot], height, above: GAP, kind: PartKind::Foot });
    parts
}

/// A line of a legend with a mark of its own: a school, and what is known of it.
pub(super) fn marked_line(
    words: &str,
    mark: Vec<Node>,
    theme: &Theme,
    style: LegendStyle,
) -> LegendPart {
    let writer = PartWriter { style, theme };
    let middle = [SWATCH[0] / 2.0, LINE_HEIGHT / 2.0];
    let mut nodes: Vec<Node> = mark.into_iter().map(|node| node.shifted(middle)).collect();
    let height = writer.label(words, theme.text, &mut nodes);
    let nodes = vec![Group::new("points", Role::Paragraph, nodes).into()];
    LegendPart { nodes, height, above: 0.0, kind: PartKind::Line }
}

/// The line that stands for those that have no room.
pub(super) fn more_lines(theme: &Theme) -> LegendPart {
    let text = Text::new([SWATCH[0] + 8.0, TEXT_SIZE], "…", TEXT_SIZE, theme.text);
    let nodes = vec![Group::new("suite", Role::Paragraph, vec![text.into()]).into()];
    LegendPart { nodes, height: LINE_HEIGHT, above: 0.0, kind: PartKind::Line }
}

struct PartWriter<'a> {
    style: LegendStyle,
    theme: &'a Theme,
}

impl PartWriter<'_> {
    fn head(&self, legend: &Legend) -> LegendPart {
        let (title, below) = self.paragraph(&legend.title, TITLE_SIZE, Weight::SemiBold, true, 0.0);
        let (unit, height) = self.paragraph(&legend.unit, FOOT_SIZE, Weight::Regular, false, below);
        LegendPart { nodes: vec![title, unit], height, above: 0.0, kind: PartKind::Head }
    }

    /// A text whose first line begins at `y`, and where its last one ends.
    fn paragraph(
        &self,
        text: &str,
        size: f32,
        weight: Weight,
        main: bool,
        mut y: f32,
    ) -> (Node, f32) {
        let colour = if main { self.theme.text } else { self.theme.text_weak };
        let column = self.style.column;
        let room = (column.width + column.beyond) / column.faces.widening(weight);
        let most = self.style.most_lines;
        let mut nodes = Vec::new();
        for line in wrap_within(text, most, room, size, weight, main) {
            y += size * 1.3;
            let position = [0.0, y - size * 0.3];
            nodes.push(Text { weight, ..Text::new(position, line, size, colour) }.into());
        }
        (Group::new("texte", Role::Paragraph, nodes).into(), y)
    }

    /// Swatch, meaning and count.
    fn line(&self, line: &LegendLine) -> LegendPart {
        let theme = self.theme;
        let column = self.style.column;
        let is_absent = self.style.counts && line.territories.is_empty();
        let middle = LINE_HEIGHT / 2.0;
        let edge = if is_absent { theme.line } else { theme.line_strong };
        let mut nodes = vec![Node::Rect {
            rect: Rect::new(0.0, middle - SWATCH[1] / 2.0, SWATCH[0], SWATCH[1]),
            ink: Some(Ink::of(line.fill, theme).over(theme.paper, column.opacity)),
            stroke: Some(Stroke { colour: edge, width: 0.75 }),
            radius: 2.0,
        }];
        let colour = if is_absent { theme.text_weak } else { theme.text };
        let height = self.label(&line.label, colour, &mut nodes);
        if self.style.counts {
            let count = french::integer(line.territories.len() as i64);
            let at = [column.width, middle + TEXT_SIZE * 0.34];
            let count = Text::new(at, count, TEXT_SIZE, colour).anchored(Anchor::End);
            nodes.push(if is_absent { count } else { count.strong() }.into());
        }
        let nodes = vec![Group::new("classe", Role::Paragraph, nodes).into()];
        LegendPart { nodes, height, above: 0.0, kind: PartKind::Line }
    }

    /// The words beside a swatch or a mark; how high they are.
    fn label(&self, words: &str, colour: Colour, nodes: &mut Vec<Node>) -> f32 {
        let column = self.style.column;
        let x = SWATCH[0] + 8.0;
        let counts = if self.style.counts { COUNT + 4.0 } else { 0.0 };
        let weight = Weight::Regular;
        let room = (column.width - counts - x) / column.faces.widening(weight);
        let most = self.style.most_lines;
        let texts = wrap_within(words, most, room, TEXT_SIZE, weight, false);
        let height = LINE_HEIGHT + texts.len().saturating_sub(1) as f32 * TEXT_SIZE * 1.2;
        let baseline = LINE_HEIGHT / 2.0 + TEXT_SIZE * 0.34;
        for (index, text) in texts.into_iter().enumerate() {
            let y = baseline + index as f32 * TEXT_SIZE * 1.2;
            nodes.push(Text::new([x, y], text, TEXT_SIZE, colour).into());
        }
        height
    }
}
