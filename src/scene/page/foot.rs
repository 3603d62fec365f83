//! The foot of a page: which schools, how to read it, where it comes from, who publishes it.

use super::{
    block::Block,
    heading::Stack,
    institution::draw_institution,
    paragraph::{Lettering, Paragraph},
    sheet::Sheet,
    spec::PageSpec,
    words::PageText,
};
use crate::{
    cartography::Theme,
    scene::{face::Weight, geometry::Rect, nodes::Group, nodes::Node, role::Role, text::Faces},
};

const SIZE: f32 = 12.0;
const LEADING: f32 = 16.0;
/// Below the rule above it.
const BELOW_RULE: f32 = 8.0;
/// Width from which its lines would be too long to read, and stand in two columns.
const TWO_COLUMNS: f32 = 1000.0;
const BETWEEN_COLUMNS: f32 = 32.0;
/// How much of a page that has no room it may take.
const MOST_OF_PAGE: f32 = 0.28;
const MOST_OF_SMALL_PAGE: f32 = 0.15;

/// Lines of one of its texts where there is no room.
const MOST_LINES: usize = 6;

/// What keeps a line of its own when there is no room, the first of them first.
const WANTED: [Block; 5] =
    [Block::Sources, Block::Supposed, Block::Note, Block::Scope, Block::Missing];

/// A paragraph, and the block that it belongs to.
type Part = (Block, Paragraph);

/// The foot, from its rule down; nothing where nothing of it is shown.
pub(super) fn foot(words: &PageText, spec: &PageSpec, sheet: &Sheet, theme: &Theme) -> Stack {
    let institution = draw_institution(spec, sheet.inner(), theme);
    let beside = institution.as_ref().map_or(0.0, |drawn| drawn.size[0] + BETWEEN_COLUMNS);
    let width = sheet.inner() - beside;
    let columns = if width >= TWO_COLUMNS && !sheet.is_tight { 2 } else { 1 };
    let column = (width - BETWEEN_COLUMNS * (columns - 1) as f32) / columns as f32;
    // Only what ends at the margin may go beyond it.
    let is_last = columns == 1 && institution.is_none();
    let beyond = if is_last { sheet.beyond() } else { BETWEEN_COLUMNS - 8.0 };
    let room = (column + beyond) / Faces::Any.widening(Weight::Regular);
    let lettering = Lettering {
        size: SIZE,
        leading: LEADING,
        weight: Weight::Regular,
        colour: theme.text_weak,
        is_even: false,
    };
    let most = if sheet.is_tight { MOST_LINES } else { usize::MAX };
    let mut parts = parts(words, spec, |text| Paragraph::new(text, lettering, room, most));
    if let Some(height) = sheet.height.filter(|_| sheet.is_tight) {
        let part = if sheet.is_small() { MOST_OF_SMALL_PAGE } else { MOST_OF_PAGE };
        parts = within(parts, ((height * part - BELOW_RULE) / LEADING) as usize);
    }
    if parts.is_empty() && institution.is_none() {
        return Stack::default();
    }
    let mut stack = in_columns(parts, columns, column + BETWEEN_COLUMNS);
    if let Some(drawn) = institution {
        stack.height = stack.height.max(drawn.size[1]);
        let at = [sheet.inner() - drawn.size[0], 0.0];
        stack.nodes.push(drawn.node.shifted(at));
    }
    let rule = Node::filled(Rect::new(0.0, 0.0, sheet.inner(), 1.0), theme.line);
    let below = stack.nodes.into_iter().map(|node| node.shifted([0.0, BELOW_RULE]));
    let nodes = [rule].into_iter().chain(below);
    let nodes = nodes.map(|node| node.shifted([sheet.margin, 0.0])).collect();
    Stack { nodes, height: stack.height + BELOW_RULE }
}

fn parts(words: &PageText, spec: &PageSpec, paragraph: impl Fn(&str) -> Paragraph) -> Vec<Part> {
    let texts = [
        (Block::Scope, &words.scope),
        (Block::Note, &words.reading_note),
        (Block::Missing, &words.missing),
        (Block::Supposed, &words.supposed),
    ];
    let sources = words.sources.iter().map(|source| (Block::Sources, source));
    let all = texts.into_iter().chain(sources);
    let all = all.filter(|(block, text)| spec.shows(*block) && !text.trim().is_empty());
    all.map(|(block, text)| (block, paragraph(text))).collect()
}

/// The same in `lines` lines at most: one of each, of what is most wanted, then one more of each
/// that needs it.
fn within(parts: Vec<Part>, lines: usize) -> Vec<Part> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|rank| WANTED.iter().position(|block| *block == parts[*rank].0));
    let mut given = vec![0; parts.len()];
    let mut left = lines.max(1);
    loop {
        let before = left;
        for rank in &order {
            if left > 0 && given[*rank] < parts[*rank].1.len() {
                given[*rank] += 1;
                left -= 1;
            }
        }
        if left == before || left == 0 {
            break;
        }
    }
    let kept = parts.into_iter().zip(given).filter(|(_, lines)| *lines > 0);
    kept.map(|((block, paragraph), lines)| (block, paragraph.cut_to(lines))).collect()
}

/// Paragraphs in one or two columns, in the order in which they are read; two are about as high.
fn in_columns(parts: Vec<Part>, columns: usize, pitch: f32) -> Stack {
    let heights: Vec<f32> = parts.iter().map(|(_, paragraph)| paragraph.height()).collect();
    let sum = |range: &[f32]| range.iter().sum::<f32>();
    let highest = |first: usize| sum(&heights[..first]).max(sum(&heights[first..]));
    let first = match columns {
        1 => parts.len(),
        _ => (0..=parts.len())
            .min_by(|a, b| highest(*a).total_cmp(&highest(*b)))
            .unwrap_or(parts.len()),
    };
    let mut stack = Stack { nodes: vec![], height: highest(first) };
    let mut y = 0.0;
    for (rank, (block, paragraph)) in parts.into_iter().enumerate() {
        if rank == first {
            y = 0.0;
        }
        let x = if rank < first { 0.0 } else { pitch };
        let text = paragraph.group("texte", Role::Paragraph).shifted([x, y]);
        y += paragraph.height();
        match stack.nodes.last_mut() {
            Some(Node::Group(group)) if group.id == block.id() => group.nodes.push(text),
            _ => stack.nodes.push(Group::new(block.id(), Role::Block, vec![text]).into()),
        }
    }
    stack
}
