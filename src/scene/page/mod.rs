//! The page of a report: blocks of texts and maps, laid out over a [`PageSpec`].

mod block;
mod spec;
mod words;

pub use block::{Block, PlacedBlock};
pub use spec::{PageFormat, PageSpec, SIDES, Template};
pub use words::PageText;

use super::{
    face::Weight,
    furniture::draw_frames,
    geometry::Rect,
    labels::{draw_labels, place_labels},
    legend::{LegendColumn, draw_legend},
    line::Text,
    map::MapPicture,
    nodes::{Group, MapNode, Node, Scene},
    role::Role,
    scale_bar::draw_scale_bar,
    text::{Faces, wrap, wrap_evenly},
    view::View,
    watermark::draw_watermark,
};
use crate::{
    cartography::{Legend, Theme},
    outline::{Detail, Frame, PlaneRect},
};
use std::sync::Arc;

/// Width of every page, in page units.
pub(super) const PAGE_WIDTH: f32 = 1000.0;
const MARGIN: f32 = 32.0;
/// How far into the margin a line may go that is drawn in a wider face.
const BEYOND_COLUMN: f32 = MARGIN - 8.0;
const LEGEND_WIDTH: f32 = 262.0;
const GUTTER: f32 = 24.0;
const FOOT_SIZE: f32 = 12.0;
const FOOT_LEADING: f32 = 16.0;

/// What a page shows besides its words.
pub struct PageContent<'a> {
    /// The map.
    pub picture: Arc<MapPicture>,
    /// What the map covers on the plane.
    pub bounds: PlaneRect,
    /// How many metres of the plane a metre of ground is drawn as in its middle.
    pub stretch: f64,
    /// Its insets.
    pub frames: &'a [Frame],
    /// Its explanation.
    pub legend: &'a Legend,
}

impl PageContent<'_> {
    /// How finely a page of some bounds is drawn that is `width` pixels wide: a fraction of a pixel,
    /// and of a page unit, since a drawing may be looked at from near whatever its width.
    pub fn detail(bounds: PlaneRect, width: u32) -> Detail {
        const FRACTION: f32 = 0.18;
        let unit = bounds.width() / MAP_WIDTH;
        let pixel = unit * PAGE_WIDTH / width.max(1) as f32;
        Detail::for_scale(FRACTION * unit.min(pixel))
    }
}

/// How wide a line may be in a column that ends at the margin: whatever face it is drawn in, it ends
/// before the edge of the page.
fn room(column: f32, weight: Weight) -> f32 {
    (column + BEYOND_COLUMN) / Faces::Any.widening(weight)
}

/// A page that is laid out.
#[derive(Clone, Debug)]
pub struct PageLayout {
    /// What is drawn.
    pub scene: Scene,
    /// Where each block stands, in the order in which they are read: what an editor takes hold of.
    pub blocks: Vec<PlacedBlock>,
}

/// Lays out a page, on white whatever the theme of the screen.
pub fn lay_out(words: &PageText, content: &PageContent<'_>, _spec: &PageSpec) -> PageLayout {
    let scene = draw(words, content);
    let block = |group: &Group| Block::ALL.into_iter().find(|block| block.id() == group.id);
    let placed = scene.nodes.iter().filter_map(|node| match node {
        Node::Group(group) => Some(PlacedBlock { block: block(group)?, rect: node.bounds()? }),
        _ => None,
    });
    let blocks = placed.collect();
    PageLayout { scene, blocks }
}

fn draw(words: &PageText, content: &PageContent<'_>) -> Scene {
    let mut page = Layout { theme: Theme::light(), nodes: vec![], y: MARGIN };
    page.heading(words);
    page.body(&words.alternative, content);
    page.foot(words);
    let height = (page.y + MARGIN * 0.75).ceil();
    if words.fictitious {
        let across = draw_watermark(Rect::new(0.0, 0.0, PAGE_WIDTH, height), page.theme);
        page.nodes.push(Group::new("filigrane", Role::Paragraph, vec![across]).into());
    }
    Scene {
        width: PAGE_WIDTH,
        height,
        background: page.theme.paper,
        title: words.title.clone(),
        description: words.alternative.clone(),
        nodes: page.nodes,
    }
}

/// Width of the page between its margins.
const FULL_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
const MAP_WIDTH: f32 = FULL_WIDTH - LEGEND_WIDTH - GUTTER;

/// A page that is laid out from its top down.
struct Layout {
    theme: &'static Theme,
    nodes: Vec<Node>,
    /// Where what comes next begins.
    y: f32,
}

impl Layout {
    /// Title and subtitle.
    fn heading(&mut self, words: &PageText) {
        let theme = self.theme;
        let room = |weight| room(FULL_WIDTH, weight);
        let title = wrap_evenly(&words.title, room(Weight::SemiBold), 27.0, Weight::SemiBold);
        let title = self.lines(title, 30.0, |y, line| {
            Text::new([MARGIN, y - 6.0], line, 27.0, theme.text).strong()
        });
        self.nodes.push(Group::new("titre", Role::Heading, title).into());
        let subtitle = wrap(&words.subtitle, room(Weight::Regular), 15.0, Weight::Regular);
        let subtitle = self.lines(subtitle, 20.0, |y, line| {
            Text::new([MARGIN, y - 4.0], line, 15.0, theme.text_weak)
        });
        self.nodes.push(Group::new("sous-titre", Role::Paragraph, subtitle).into());
        self.y += 20.0;
    }

    /// The map with its insets, and its legend and scale at the right.
    fn body(&mut self, alternative: &str, content: &PageContent<'_>) {
        let theme = self.theme;
        let height = MAP_WIDTH * content.bounds.height() / content.bounds.width().max(1.0);
        let map = Rect::new(MARGIN, self.y, MAP_WIDTH, height.clamp(200.0, 1.6 * MAP_WIDTH));
        let view = View::fitting(content.bounds, map);
        let frames = draw_frames(content.frames, &view, theme);
        let labels = draw_labels(&place_labels(&content.picture, &view, map, &frames));
        let picture = Arc::clone(&content.picture);
        let mut drawn = vec![Node::Map(MapNode { picture, view, clip: map })];
        drawn.extend(labels.into_iter().chain(frames));
        self.nodes.push(Group::figure("carte", alternative, drawn).into());

        let x = map.right() + GUTTER;
        let column = LegendColumn {
            width: LEGEND_WIDTH,
            beyond: BEYOND_COLUMN,
            faces: Faces::Any,
            histogram: true,
            opacity: 1.0,
        };
        let legend = draw_legend(&content.legend.in_use(), theme, [x, self.y], column);
        self.nodes.push(Group::new("legende", Role::Block, legend.nodes).into());
        let ground = View { scale: view.scale * content.stretch, ..view };
        let bar = draw_scale_bar(&ground, [x, map.bottom() - 2.0], 150.0, theme);
        self.nodes.push(Group::new("echelle", Role::Paragraph, bar).into());
        self.y = map.bottom().max(self.y + legend.height) + 18.0;
    }

    /// Reading note and sources, below a rule.
    fn foot(&mut self, words: &PageText) {
        let theme = self.theme;
        self.nodes.push(Node::filled(Rect::new(MARGIN, self.y, FULL_WIDTH, 1.0), theme.line));
        self.y += 6.0;
        let note = (!words.reading_note.is_empty()).then_some(("lecture", &words.reading_note));
        let sources = words.sources.iter().map(|source| ("sources", source));
        for (id, paragraph) in note.into_iter().chain(sources) {
            let room = room(FULL_WIDTH, Weight::Regular);
            let lines = wrap(paragraph, room, FOOT_SIZE, Weight::Regular);
            let lines = self.lines(lines, FOOT_LEADING, |y, line| {
                Text::new([MARGIN, y], line, FOOT_SIZE, theme.text_weak)
            });
            self.nodes.push(Group::new(id, Role::Paragraph, lines).into());
        }
    }

    /// Lines one below the other; `written` sets one whose foot lies at some height.
    fn lines(
        &mut self,
        lines: Vec<String>,
        leading: f32,
        written: impl Fn(f32, String) -> Text,
    ) -> Vec<Node> {
        let mut line = |line| {
            self.y += leading;
            written(self.y, line).into()
        };
        lines.into_iter().map(&mut line).collect()
    }
}
