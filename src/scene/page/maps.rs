//! The maps of a page, one or several, with what stands on them.

use std::sync::Arc;

use super::{
    block::Block,
    content::{PageContent, PageMap},
    grid::{CAPTION, Grid},
    sheet::Sheet,
    spec::PageSpec,
    zoom::{zoomed, zoomed_rect},
};
use crate::{
    cartography::Theme,
    scene::{
        face::Weight,
        furniture::draw_frames,
        geometry::{Rect, Stroke},
        labels::{draw_labels, place_labels},
        line::{Anchor, Text},
        map::{BorderLine, MapPicture, MapStrokes},
        nodes::Group,
        nodes::{MapNode, Node},
        role::Role,
        schools::{draw_mark, gather, gathering_step},
        text::{Faces, cut, wrap},
        view::View,
    },
};

/// Size of the letters of what stands above each of several maps.
const CAPTION_SIZE: f32 = 14.0;
/// Width of a map of France on which the names of insets have room.
const NAMED: f32 = 300.0;
/// Width of a map of France below which its borders are thinner.
const SMALL: f32 = 420.0;

/// The maps in page units: a figure, or one for each date below its caption.
pub(super) fn draw_maps(
    content: &PageContent<'_>,
    spec: &PageSpec,
    sheet: &Sheet,
    grid: &Grid,
    theme: &Theme,
) -> Node {
    let painter = MapPainter { content, spec, zoom: sheet.zoom, theme };
    let id = Block::Map.id();
    match content.maps.as_slice() {
        [map] => Group::figure(id, &map.alternative, painter.map(map, grid.cell(0), true)).into(),
        maps => {
            let mut nodes = Vec::new();
            // Values stand on all of them or on none, or one would seem to know more.
            let mut ranked = maps.iter().enumerate();
            let valued = ranked.all(|(rank, map)| painter.has_values(map, grid.cell(rank)));
            for (rank, map) in maps.iter().enumerate() {
                let cell = grid.cell(rank);
                if grid.has_captions() {
                    nodes.push(painter.caption(map, cell));
                }
                let drawn = painter.map(map, cell, valued);
                nodes.push(Group::figure(figure_id(map), &map.alternative, drawn).into());
            }
            Group::new(id, Role::Block, nodes).into()
        }
    }
}

/// « carte-31-octobre-2011 »: letters, digits and hyphens.
fn figure_id(map: &PageMap) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!("carte-{}", map.caption.chars().map(plain).collect::<String>())
}

struct MapPainter<'a> {
    content: &'a PageContent<'a>,
    spec: &'a PageSpec,
    zoom: f32,
    theme: &'a Theme,
}

impl MapPainter<'_> {
    /// How large the letters of a map are against those of a screen: never smaller, and larger on a
    /// large page, though less than around the map, or few values would have room.
    fn letters(&self) -> f32 {
        self.zoom.max(1.0).sqrt()
    }

    /// A map with its insets and values.
    fn map(&self, map: &PageMap, cell: Rect, valued: bool) -> Vec<Node> {
        let content = self.content;
        let large = self.letters();
        let clip = zoomed_rect(cell, self.zoom / large);
        let view = View::fitting(content.bounds, clip);
        let frames = self.frames(&view);
        let picture = thickened(&map.picture, self.thickness(&view));
        let above = match &content.points {
            // Their numbers would stand on the values.
            Some(_) => self.schools(&view, clip),
            None if valued => draw_labels(&place_labels(&picture, &view, clip, &frames)),
            None => vec![],
        };
        let mut drawn = vec![Node::Map(MapNode { picture, view, clip })];
        drawn.extend(above);
        if !frames.is_empty() {
            drawn.push(Group::new(Block::Insets.id(), Role::Block, frames).into());
        }
        drawn.into_iter().map(|node| zoomed(node, large)).collect()
    }

    /// Whether its values have room.
    fn has_values(&self, map: &PageMap, cell: Rect) -> bool {
        let clip = zoomed_rect(cell, self.zoom / self.letters());
        let view = View::fitting(self.content.bounds, clip);
        !place_labels(&map.picture, &view, clip, &self.frames(&view)).is_empty()
    }

    /// How thick the borders of a map are: thin on a small map, on which they would hide what they
    /// part, and thick on a large page.
    fn thickness(&self, view: &View) -> f32 {
        let width = view.page_rect(self.content.bounds).width;
        let small = if self.content.frames.is_empty() { 1.0 } else { width / SMALL };
        self.letters() * small.clamp(0.4, 1.0)
    }

    /// The boxes of the insets, with their names where these have room.
    fn frames(&self, view: &View) -> Vec<Node> {
        if !self.spec.shows(Block::Insets) {
            return vec![];
        }
        let mut frames = draw_frames(self.content.frames, view, self.theme);
        if view.page_rect(self.content.bounds).width < NAMED {
            frames.retain(|node| !matches!(node, Node::Text(_)));
        }
        frames
    }

    /// Schools one by one; those that would leave the map are left out.
    fn schools(&self, view: &View, clip: Rect) -> Vec<Node> {
        let Some(points) = &self.content.points else { return vec![] };
        let marks = gather(&points.schools, gathering_step(view.scale));
        let mut drawn = Vec::new();
        for are_groups in [true, false] {
            for mark in marks.iter().filter(|mark| mark.is_group() == are_groups) {
                let at = view.page(mark.at);
                let reach = mark.radius() + 2.0;
                let taken = Rect::new(at[0], at[1], 0.0, 0.0).grown(reach);
                if clip.holds(&taken) {
                    drawn.extend(draw_mark(mark, at, self.theme));
                }
            }
        }
        drawn
    }

    fn caption(&self, map: &PageMap, cell: Rect) -> Node {
        let weight = Weight::SemiBold;
        let room = cell.width / Faces::Any.widening(weight);
        let lines = wrap(&map.caption, room, CAPTION_SIZE, weight);
        let line = cut(lines, 1, room, CAPTION_SIZE, weight).concat();
        let at = [cell.center()[0], cell.y - CAPTION + 0.5 * CAPTION + 0.2 * CAPTION_SIZE];
        let text = Text::new(at, line, CAPTION_SIZE, self.theme.text).strong();
        let text = text.anchored(Anchor::Middle).into();
        zoomed(Group::new("date", Role::Paragraph, vec![text]).into(), self.zoom)
    }
}

/// The same with thicker or thinner borders.
fn thickened(picture: &Arc<MapPicture>, by: f32) -> Arc<MapPicture> {
    if (by - 1.0).abs() < 0.03 {
        return Arc::clone(picture);
    }
    let wide = |stroke: Stroke| Stroke { width: stroke.width * by, ..stroke };
    let line = |BorderLine { stroke, casing }| BorderLine {
        stroke: wide(stroke),
        casing: casing.map(wide),
    };
    let MapStrokes { inner, region, outer } = picture.strokes;
    let strokes = MapStrokes { inner: line(inner), region: line(region), outer: line(outer) };
    Arc::new(MapPicture { strokes, ..MapPicture::clone(picture) })
}
