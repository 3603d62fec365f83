//! Who publishes a page: a name, with a logo or without.

use super::{
    block::Block,
    paragraph::{Lettering, Paragraph},
    spec::PageSpec,
};
use crate::{
    cartography::Theme,
    scene::{
        face::Weight,
        geometry::Rect,
        nodes::{Group, Node},
        role::Role,
        shapes::{Bitmap, Picture},
        text::Faces,
    },
};

/// How much of the width of the foot it takes, and how wide it becomes.
const PART: f32 = 0.24;
const WIDEST: f32 = 190.0;
/// Height of a logo, at most.
const LOGO: f32 = 44.0;
const SIZE: f32 = 12.0;
const LEADING: f32 = 15.0;
/// Between logo and name.
const GAP: f32 = 4.0;
/// Lines of a name, at most.
const MOST_LINES: usize = 3;

/// A block from the origin down and to the right, and its size.
pub(super) struct Drawn {
    pub node: Node,
    pub size: [f32; 2],
}

/// The institution of a page, if it has one that is shown. A logo that is no picture is left out.
pub(super) fn draw_institution(spec: &PageSpec, width: f32, theme: &Theme) -> Option<Drawn> {
    let institution = spec.institution.as_ref().filter(|_| spec.shows(Block::Institution))?;
    let width = (PART * width).min(WIDEST);
    let mut nodes = Vec::new();
    let mut y = 0.0;
    if let Some(bitmap) = institution.logo.as_ref().and_then(|png| Bitmap::read(png).ok()) {
        let [across, down] = bitmap.size().map(|pixels| pixels as f32);
        let scale = (width / across).min(LOGO / down);
        let rect = Rect::new(width - across * scale, 0.0, across * scale, down * scale);
        let alternative = institution.name.clone();
        nodes.push(Node::Picture(Picture { rect, alternative, bitmap }));
        y = rect.height + GAP;
    }
    if !institution.name.trim().is_empty() {
        let lettering = Lettering {
            size: SIZE,
            leading: LEADING,
            weight: Weight::SemiBold,
            colour: theme.text,
            is_even: true,
        };
        let room = width / Faces::Any.widening(lettering.weight);
        let name = Paragraph::new(&institution.name, lettering, room, MOST_LINES);
        nodes.push(name.group_to("nom", Role::Paragraph, width).shifted([0.0, y]));
        y += name.height();
    }
    let node = Group::new(Block::Institution.id(), Role::Block, nodes).into();
    (y > 0.0).then_some(Drawn { node, size: [width, y] })
}
