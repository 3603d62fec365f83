//! The texts of a page: blocks of lines, each as high as it needs or as it may be.

use crate::{
    cartography::Colour,
    scene::{
        face::Weight,
        line::{Anchor, Text},
        nodes::{Group, Node},
        role::Role,
        text::{cut, wrap_within},
    },
};

/// How a paragraph is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lettering {
    pub size: f32,
    /// From a line to the next.
    pub leading: f32,
    pub weight: Weight,
    pub colour: Colour,
    /// Whether all lines are about as long.
    pub is_even: bool,
}

/// Lines that stand one below the other.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    lines: Vec<String>,
    lettering: Lettering,
    room: f32,
}

impl Paragraph {
    /// A text in lines that are no longer than `room`, `most` of them at most.
    pub fn new(text: &str, lettering: Lettering, room: f32, most: usize) -> Self {
        let Lettering { size, weight, is_even, .. } = lettering;
        let lines = wrap_within(text, most, room, size, weight, is_even);
        Self { lines, lettering, room }
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Its height.
    pub fn height(&self) -> f32 {
        self.lines.len() as f32 * self.lettering.leading
    }

    /// With `most` lines at most, the last ending with « … » where there were more.
    #[must_use]
    pub fn cut_to(self, most: usize) -> Self {
        let Lettering { size, weight, .. } = self.lettering;
        Self { lines: cut(self.lines, most, self.room, size, weight), ..self }
    }

    /// Its lines from the origin down.
    pub fn group(&self, id: &str, role: Role) -> Node {
        self.anchored(id, role, 0.0, Anchor::Start)
    }

    /// The same with lines that end at `right`.
    pub fn group_to(&self, id: &str, role: Role, right: f32) -> Node {
        self.anchored(id, role, right, Anchor::End)
    }

    fn anchored(&self, id: &str, role: Role, x: f32, anchor: Anchor) -> Node {
        let Lettering { size, leading, weight, colour, .. } = self.lettering;
        let line = |(rank, line): (usize, &String)| {
            let baseline = (rank as f32 + 0.5) * leading + 0.34 * size;
            let text = Text::new([x, baseline], line.clone(), size, colour);
            Text { weight, ..text.anchored(anchor) }.into()
        };
        let lines = self.lines.iter().enumerate().map(line).collect();
        Group::new(id, role, lines).into()
    }
}
