//! The page of a report: blocks of texts and maps, laid out over a [`PageSpec`].
//!
//! A page is laid out in units of its letters (`sheet`): title and subtitle at the
//! top, the foot at the bottom, and between them the maps with what explains them (`arrangement`).
//! What has no room is tried again with smaller letters; where the smallest are still too large,
//! texts are cut. Every block is a function from its content and a width to nodes and a height.

mod arrangement;
mod block;
mod content;
mod foot;
mod grid;
mod heading;
mod institution;
mod locator;
mod maps;
mod paragraph;
mod pieces;
mod sheet;
mod spec;
mod words;
mod zoom;

#[cfg(test)]
mod tests;

pub use block::{Block, PlacedBlock};
pub use content::{Locator, PageContent, PageMap, PagePoints};
pub use spec::{
    Institution, MOST_MAPS, MOST_PIXELS, PIXEL_SIDES, PRINT, PageFormat, PageSpec, SIDES, Template,
};
pub use words::PageText;

use self::{
    arrangement::{Arranger, Middle},
    foot::foot,
    heading::{Stack, heading},
    maps::draw_maps,
    sheet::Sheet,
    zoom::zoomed,
};
use super::{
    face::Weight,
    geometry::Rect,
    nodes::Group,
    nodes::{Node, Scene},
    role::Role,
    text::text_width,
    watermark::draw_watermark,
};
use crate::cartography::Theme;

/// Between the head of a page and its maps, and between these and its foot.
const BELOW_HEAD: f32 = 18.0;
const ABOVE_FOOT: f32 = 16.0;

/// A page that is laid out.
#[derive(Clone, Debug)]
pub struct PageLayout {
    /// What is drawn.
    pub scene: Scene,
    /// Where each block stands, in the order in which they are read: what an editor takes hold of.
    pub blocks: Vec<PlacedBlock>,
}

/// Lays out a page, on white whatever the theme of the screen.
pub fn lay_out(words: &PageText, content: &PageContent<'_>, spec: &PageSpec) -> PageLayout {
    let mut tries = Sheet::tries(spec);
    let last = tries.len().saturating_sub(1);
    let all = [&words.title, &content.legend.title, &words.reading_note, &words.scope];
    let lengths = all.map(|text| text_width(text, 1.0, Weight::Regular));
    let mut rank = 0;
    // What can have no room needs no trying.
    tries.retain(|sheet| {
        rank += 1;
        rank > last || !sheet.is_hopeless(lengths)
    });
    let plan = |sheet: &Sheet| Plan::new(words, content, spec, *sheet);
    // The last is cut where it must: it always fits.
    let found = tries.iter().map(plan).find(Plan::fits);
    let plan = found.or_else(|| tries.last().map(plan));
    let scene = plan.map(|plan| plan.draw(words, content, spec)).unwrap_or_else(|| Scene {
        width: 1.0,
        height: 1.0,
        background: Theme::light().paper,
        title: words.title.clone(),
        description: words.alternative.clone(),
        nodes: vec![],
    });
    let blocks = Block::ALL.into_iter().filter_map(|block| {
        Some(PlacedBlock { block, rect: found_in(&scene.nodes, block.id())?.bounds()? })
    });
    let blocks = blocks.collect();
    PageLayout { scene, blocks }
}

/// The first group of a name.
fn found_in<'a>(nodes: &'a [Node], id: &str) -> Option<&'a Node> {
    nodes.iter().find_map(|node| match node {
        Node::Group(group) if group.id == id => Some(node),
        Node::Group(group) => found_in(&group.nodes, id),
        _ => None,
    })
}

/// A page that was tried on a sheet.
struct Plan {
    sheet: Sheet,
    head: Stack,
    middle: Middle,
    foot: Stack,
    /// Where the foot begins.
    foot_top: f32,
    height: f32,
}

impl Plan {
    fn new(words: &PageText, content: &PageContent<'_>, spec: &PageSpec, sheet: Sheet) -> Self {
        let theme = Theme::light();
        let head = heading(words, spec, &sheet, theme);
        let foot = foot(words, spec, &sheet, theme);
        let gap = |stack: &Stack, gap: f32| if stack.height > 0.0 { gap } else { 0.0 };
        // A small page has small gaps.
        let small = (sheet.margin / 32.0).min(1.0);
        let top = sheet.margin + head.height + gap(&head, BELOW_HEAD * small);
        let above_foot = gap(&foot, ABOVE_FOOT * small);
        let foot_top = sheet.height.map(|height| height - 0.8 * sheet.margin - foot.height);
        let arranger = Arranger { content, spec, sheet: &sheet, theme };
        let middle = arranger.arrange(top, foot_top.map(|foot_top| foot_top - above_foot));
        let foot_top = foot_top.unwrap_or(middle.bottom + above_foot);
        let height = sheet.height.unwrap_or((foot_top + foot.height + 0.75 * sheet.margin).ceil());
        Self { sheet, head, middle, foot, foot_top, height }
    }

    fn fits(&self) -> bool {
        self.sheet.is_tight || self.middle.fits
    }

    /// Draws it, in page units.
    fn draw(self, words: &PageText, content: &PageContent<'_>, spec: &PageSpec) -> Scene {
        let Self { sheet, head, middle, foot, foot_top, height } = self;
        let theme = Theme::light();
        let zoom = |nodes: Vec<Node>| nodes.into_iter().map(|node| zoomed(node, sheet.zoom));
        let at = |nodes: Vec<Node>, y: f32| -> Vec<Node> {
            nodes.into_iter().map(|node| node.shifted([0.0, y])).collect()
        };
        let mut nodes: Vec<Node> = zoom(at(head.nodes, sheet.margin)).collect();
        if spec.shows(Block::Map) {
            nodes.push(draw_maps(content, spec, &sheet, &middle.grid, theme));
        }
        nodes.extend(zoom(middle.nodes));
        nodes.extend(zoom(at(foot.nodes, foot_top)));
        let (width, height) = (sheet.width * sheet.zoom, height * sheet.zoom);
        if words.fictitious {
            let across = draw_watermark(Rect::new(0.0, 0.0, width, height), theme);
            nodes.push(Group::new("filigrane", Role::Paragraph, vec![across]).into());
        }
        Scene {
            width,
            height,
            background: theme.paper,
            title: words.title.clone(),
            description: words.alternative.clone(),
            nodes,
        }
    }
}
