//! The page of a report: title, map with its insets, legend, reading note, sources.

use super::{
    furniture::draw_frames,
    geometry::{Rect, Stroke},
    labels::{draw_labels, place_labels},
    legend::{LegendColumn, draw_legend},
    map::MapPicture,
    nodes::{MapNode, Node, Scene, Text},
    scale_bar::draw_scale_bar,
    text::{Faces, Weight, wrap, wrap_evenly},
    view::View,
    watermark::draw_watermark,
};
use crate::{
    cartography::{Legend, Theme},
    outline::{Detail, Frame, PlaneRect},
};
use std::sync::Arc;

/// The words of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageText {
    /// What the map shows.
    pub title: String,
    /// Type, level, date.
    pub subtitle: String,
    /// How to read one territory; empty where nothing is known.
    pub reading_note: String,
    /// Where data and outlines come from, and what was supposed of them.
    pub sources: Vec<String>,
    /// The page in words, for whoever cannot see it.
    pub alternative: String,
    /// « DONNÉES FICTIVES » is written across the page.
    pub fictitious: bool,
}

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
        let map_width = PAGE_WIDTH - 2.0 * MARGIN - LEGEND_WIDTH - GUTTER;
        let unit = bounds.width() / map_width;
        let pixel = unit * PAGE_WIDTH / width.max(1) as f32;
        Detail::for_scale(FRACTION * unit.min(pixel))
    }
}

/// How wide a line may be in a column that ends at the margin: whatever face it is drawn in, it ends
/// before the edge of the page.
fn room(column: f32, weight: Weight) -> f32 {
    (column + BEYOND_COLUMN) / Faces::Any.widening(weight)
}

/// Lays out a page, on white whatever the theme of the screen.
pub fn draw_page(words: &PageText, content: &PageContent<'_>) -> Scene {
    let theme = Theme::light();
    let mut nodes = Vec::new();
    let mut y = MARGIN;
    let full = PAGE_WIDTH - 2.0 * MARGIN;
    for line in wrap_evenly(&words.title, room(full, Weight::SemiBold), 27.0, Weight::SemiBold) {
        y += 30.0;
        nodes.push(Text::new([MARGIN, y - 6.0], line, 27.0, theme.text).strong().into());
    }
    for line in wrap(&words.subtitle, room(full, Weight::Regular), 15.0, Weight::Regular) {
        y += 20.0;
        nodes.push(Text::new([MARGIN, y - 4.0], line, 15.0, theme.text_weak).into());
    }
    y += 20.0;

    let map_width = full - LEGEND_WIDTH - GUTTER;
    let map_height = map_width * content.bounds.height() / content.bounds.width().max(1.0);
    let map = Rect::new(MARGIN, y, map_width, map_height.clamp(200.0, 1.6 * map_width));
    let view = View::fitting(content.bounds, map);
    nodes.push(Node::Map(MapNode { picture: Arc::clone(&content.picture), view, clip: map }));
    let frames = draw_frames(content.frames, &view, theme);
    nodes.extend(draw_labels(&place_labels(&content.picture, &view, map, &frames)));
    nodes.extend(frames);
    let legend_x = map.right() + GUTTER;
    let column = LegendColumn {
        width: LEGEND_WIDTH,
        beyond: BEYOND_COLUMN,
        faces: Faces::Any,
        histogram: true,
        opacity: 1.0,
    };
    let legend = draw_legend(&content.legend.in_use(), theme, [legend_x, y], column);
    nodes.extend(legend.nodes);
    let ground = View { scale: view.scale * content.stretch, ..view };
    nodes.extend(draw_scale_bar(&ground, [legend_x, map.bottom() - 2.0], 150.0, theme));

    y = map.bottom().max(y + legend.height) + 18.0;
    let rule = Rect::new(MARGIN, y, full, 1.0);
    nodes.push(Node::Rect {
        rect: rule,
        ink: Some(theme.line.into()),
        stroke: None::<Stroke>,
        radius: 0.0,
    });
    y += 6.0;
    for paragraph in [&words.reading_note].into_iter().chain(&words.sources) {
        for line in wrap(paragraph, room(full, Weight::Regular), FOOT_SIZE, Weight::Regular) {
            y += FOOT_LEADING;
            nodes.push(Text::new([MARGIN, y], line, FOOT_SIZE, theme.text_weak).into());
        }
    }
    let height = (y + MARGIN * 0.75).ceil();
    if words.fictitious {
        nodes.push(draw_watermark(Rect::new(0.0, 0.0, PAGE_WIDTH, height), theme));
    }
    Scene {
        width: PAGE_WIDTH,
        height,
        background: theme.paper,
        title: words.title.clone(),
        description: words.alternative.clone(),
        nodes,
    }
}
