//! Title and subtitle of a page.

use super::{
    block::Block,
    paragraph::{Lettering, Paragraph},
    sheet::Sheet,
    spec::PageSpec,
    words::PageText,
};
use crate::{
    cartography::Theme,
    scene::{face::Weight, nodes::Node, role::Role},
};

const SUBTITLE_SIZE: f32 = 15.0;
/// Between a line and the next, in sizes of their letters.
const LEADING: f32 = 1.15;
const SUBTITLE_LEADING: f32 = 1.35;
/// How much of a page that has no room they may take.
const MOST_OF_PAGE: f32 = 0.2;
const MOST_OF_SMALL_PAGE: f32 = 0.14;

/// Blocks from the origin down.
#[derive(Clone, Debug, Default)]
pub(super) struct Stack {
    pub nodes: Vec<Node>,
    pub height: f32,
}

/// The title and the line below it; nothing of what is hidden.
pub(super) fn heading(words: &PageText, spec: &PageSpec, sheet: &Sheet, theme: &Theme) -> Stack {
    let title = Lettering {
        size: sheet.title,
        leading: sheet.title * LEADING,
        weight: Weight::SemiBold,
        colour: theme.text,
        is_even: true,
    };
    let size = SUBTITLE_SIZE.min(0.8 * sheet.title);
    let subtitle = Lettering {
        size,
        leading: size * SUBTITLE_LEADING,
        weight: Weight::Regular,
        colour: theme.text_weak,
        is_even: false,
    };
    let shown = [
        (Block::Title, Role::Heading, &words.title, title),
        (Block::Subtitle, Role::Paragraph, &words.subtitle, subtitle),
    ];
    let shown = shown
        .into_iter()
        .filter(|(block, _, text, _)| spec.shows(*block) && !text.trim().is_empty());
    let mut stack = Stack::default();
    let part = if sheet.is_small() { MOST_OF_SMALL_PAGE } else { MOST_OF_PAGE };
    let room = sheet.height.filter(|_| sheet.is_tight).map(|height| height * part);
    let below = subtitle.leading;
    for (block, role, text, lettering) in shown {
        let most = room.map_or(usize::MAX, |room| {
            // The line below the title keeps one of its own.
            let kept = if block == Block::Title { below } else { 0.0 };
            (((room - stack.height - kept) / lettering.leading) as usize).max(1)
        });
        let width = sheet.room(sheet.inner(), lettering.weight);
        let paragraph = Paragraph::new(text, lettering, width, most);
        let at = [sheet.margin, stack.height];
        stack.nodes.push(paragraph.group(block.id(), role).shifted(at));
        stack.height += paragraph.height();
    }
    stack
}
