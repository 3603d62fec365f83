//! The legend as a drawing.

use super::{
    geometry::{Rect, Stroke},
    ink::Ink,
    nodes::{Anchor, Node, Text},
    text::{Faces, Weight, wrap, wrap_evenly},
};
use crate::{
    cartography::{Legend, LegendLine, Theme},
    french,
};

const TITLE_SIZE: f32 = 15.0;
const TEXT_SIZE: f32 = 13.0;
const FOOT_SIZE: f32 = 12.0;
const LINE_HEIGHT: f32 = 20.0;
const SWATCH: [f32; 2] = [22.0, 14.0];
/// Room for the longest bar of the histogram.
const BAR: f32 = 22.0;
/// Room for a count of three figures.
const COUNT: f32 = 26.0;

/// Where a legend is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LegendColumn {
    /// Its width.
    pub width: f32,
    /// How far beyond it a line may go that is drawn in a wider face.
    pub beyond: f32,
    /// In which faces it will be seen.
    pub faces: Faces,
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

/// Draws a legend from `origin` (its top left corner) down.
pub fn draw_legend(
    legend: &Legend,
    theme: &Theme,
    origin: [f32; 2],
    place: LegendColumn,
) -> DrawnLegend {
    let mut column = Column { x: origin[0], y: origin[1], place, theme, nodes: vec![] };
    column.paragraph(&legend.title, TITLE_SIZE, Weight::SemiBold, true);
    column.paragraph(&legend.unit, FOOT_SIZE, Weight::Regular, false);
    let most = legend
        .groups
        .iter()
        .flat_map(|group| &group.lines)
        .map(|line| line.territories.len())
        .max()
        .unwrap_or(1);
    let mut lines = Vec::new();
    for group in &legend.groups {
        column.y += 8.0;
        for line in &group.lines {
            lines.push(column.line(line, most));
        }
    }
    column.y += 8.0;
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
        for line in lines {
            self.y += size * 1.3;
            let position = [self.x, self.y - size * 0.3];
            self.nodes.push(Text { weight, ..Text::new(position, line, size, colour) }.into());
        }
    }

    /// Swatch, meaning, bar and count.
    fn line(&mut self, line: &LegendLine, most: usize) -> Rect {
        let top = self.y;
        let theme = self.theme;
        let text_x = self.x + SWATCH[0] + 8.0;
        let right = self.x + self.place.width;
        let text_room = right - COUNT - BAR - 4.0 - text_x;
        let text_room = text_room / self.place.faces.widening(Weight::Regular);
        let texts = wrap(&line.label, text_room, TEXT_SIZE, Weight::Regular);
        let height = LINE_HEIGHT + (texts.len().saturating_sub(1)) as f32 * TEXT_SIZE * 1.2;
        let middle = top + LINE_HEIGHT / 2.0;
        self.nodes.push(Node::Rect {
            rect: Rect::new(self.x, middle - SWATCH[1] / 2.0, SWATCH[0], SWATCH[1]),
            ink: Some(Ink::of(line.fill, theme)),
            stroke: Some(Stroke { colour: theme.line_strong, width: 0.75 }),
            radius: 2.0,
        });
        let baseline = middle + TEXT_SIZE * 0.34;
        for (index, text) in texts.into_iter().enumerate() {
            let y = baseline + index as f32 * TEXT_SIZE * 1.2;
            self.nodes.push(Text::new([text_x, y], text, TEXT_SIZE, theme.text).into());
        }
        let count = line.territories.len();
        let bar = (BAR * count as f32 / most as f32).max(1.5);
        self.nodes
            .push(Node::filled(Rect::new(right - COUNT - BAR, middle - 3.0, bar, 6.0), theme.line));
        self.nodes.push(
            Text::new([right, baseline], french::integer(count as i64), TEXT_SIZE, theme.text)
                .strong()
                .anchored(Anchor::End)
                .into(),
        );
        self.y += height;
        Rect::new(self.x, top, self.place.width, height)
    }
}
