//! The legend as a drawing.

use super::{
    face::Weight,
    geometry::{Rect, Stroke},
    histogram::draw_histogram,
    ink::Ink,
    line::{Anchor, Text},
    nodes::{Group, Node},
    role::Role,
    text::{Faces, wrap, wrap_evenly},
};
use crate::{
    cartography::{Legend, LegendLine, Theme},
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

/// Draws a legend from `origin` (its top left corner) down. Lines without a territory stay, in grey.
pub fn draw_legend(
    legend: &Legend,
    theme: &Theme,
    origin: [f32; 2],
    place: LegendColumn,
) -> DrawnLegend {
    let mut column = Column { x: origin[0], y: origin[1], place, theme, nodes: vec![] };
    column.paragraph(&legend.title, TITLE_SIZE, Weight::SemiBold, true);
    column.paragraph(&legend.unit, FOOT_SIZE, Weight::Regular, false);
    if let Some(histogram) = legend.histogram.as_ref().filter(|_| place.histogram) {
        column.y += GAP;
        let (nodes, height) = draw_histogram(histogram, theme, [column.x, column.y], place.width);
        let seen = format!("Nombre de territoires par valeur{NARROW_SPACE}: {}", legend.unit);
        column.nodes.push(Group::figure("histogramme", seen, nodes).into());
        column.y += height;
    }
    let mut lines = Vec::new();
    for group in &legend.groups {
        column.y += GAP;
        lines.extend(group.lines.iter().map(|line| column.line(line)));
    }
    column.y += GAP;
    column.paragraph(&legend.foot(), FOOT_SIZE, Weight::Regular, false);
    DrawnLegend { height: column.y - origin[1], nodes: column.nodes, lines }
}

struct Column<'a> {
    x: f32,
    y: f32,
    place: LegendColumn,
    theme: &'a Theme,
    nodes: Vec<Node>,
}

impl Column<'_> {
    fn paragraph(&mut self, text: &str, size: f32, weight: Weight, main: bool) {
        let colour = if main { self.theme.text } else { self.theme.text_weak };
        let room = (self.place.width + self.place.beyond) / self.place.faces.widening(weight);
        let lines = if main {
            wrap_evenly(text, room, size, weight)
        } else {
            wrap(text, room, size, weight)
        };
        let mut nodes = Vec::new();
        for line in lines {
            self.y += size * 1.3;
            let position = [self.x, self.y - size * 0.3];
            nodes.push(Text { weight, ..Text::new(position, line, size, colour) }.into());
        }
        self.nodes.push(Group::new("texte", Role::Paragraph, nodes).into());
    }

    /// Swatch, meaning and count.
    fn line(&mut self, line: &LegendLine) -> Rect {
        let top = self.y;
        let theme = self.theme;
        let is_absent = line.territories.is_empty();
        let text_x = self.x + SWATCH[0] + 8.0;
        let right = self.x + self.place.width;
        let text_room = (right - COUNT - 4.0 - text_x) / self.place.faces.widening(Weight::Regular);
        let texts = wrap(&line.label, text_room, TEXT_SIZE, Weight::Regular);
        let height = LINE_HEIGHT + (texts.len().saturating_sub(1)) as f32 * TEXT_SIZE * 1.2;
        let middle = top + LINE_HEIGHT / 2.0;
        let edge = if is_absent { theme.line } else { theme.line_strong };
        let mut nodes = vec![Node::Rect {
            rect: Rect::new(self.x, middle - SWATCH[1] / 2.0, SWATCH[0], SWATCH[1]),
            ink: Some(Ink::of(line.fill, theme).over(theme.paper, self.place.opacity)),
            stroke: Some(Stroke { colour: edge, width: 0.75 }),
            radius: 2.0,
        }];
        let colour = if is_absent { theme.text_weak } else { theme.text };
        let baseline = middle + TEXT_SIZE * 0.34;
        for (index, text) in texts.into_iter().enumerate() {
            let y = baseline + index as f32 * TEXT_SIZE * 1.2;
            nodes.push(Text::new([text_x, y], text, TEXT_SIZE, colour).into());
        }
        let count = french::integer(line.territories.len() as i64);
        let count = Text::new([right, baseline], count, TEXT_SIZE, colour).anchored(Anchor::End);
        nodes.push(if is_absent { count } else { count.strong() }.into());
        self.nodes.push(Group::new("classe", Role::Paragraph, nodes).into());
        self.y += height;
        Rect::new(self.x, top, self.place.width, height)
    }
}
