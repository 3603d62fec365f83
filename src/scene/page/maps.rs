//! The maps of a page, one or several, with what stands on them.

use std::sync::Arc;

use super::{
    block::Block,
    content::{PageContent, PageMap},
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
        nodes::Group, role::Role,
        labels::{draw_labels, place_labels},
        line::{Anchor, Text},
        map::{BorderLine, MapPicture, MapStrokes},
        nodes::{MapNode, Node},
        schools::{draw_mark, gather, gathering_step},
        text::{Faces, cut, wrap},
        view::View,
    },
};

/// Height of what stands above each of several maps, and the size of its letters.
const CAPTION: f32 = 26.0;
const CAPTION_SIZE: f32 = 14.0;
/// Between two maps.
const BETWEEN: f32 = 24.0;
/// Width of a map of France on which the names of insets have room.
const NAMED: f32 = 300.0;
/// Width of a map of France below which its borders are thinner.
const SMALL: f32 = 420.0;

/// Where maps stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grid {
    count: usize,
    columns: usize,
    area: Rect,
    /// How many times as wide as high a map is; `None` of one that fills whatever it is given.
    proportion: Option<f32>,
}

impl Grid {
    /// Maps as large as an area allows. Those that fill what they are given are thought square.
    pub fn within(area: Rect, count: usize, proportion: Option<f32>) -> Self {
        let grid = |columns| Self { count, columns, area, proportion };
        let size = |grid: &Self| {
            let Rect { width, height, .. } = grid.place(0);
            (width / proportion.unwrap_or(1.0)).min(height)
        };
        (1..=count.max(1)).map(grid).fold(grid(1), |best, other| {
            // Fewer empty places where it makes no difference.
            if size(&other) > size(&best) * 1.001 { other } else { best }
        })
    }

    /// Maps in so many columns from some place down, as high as they need.
    pub fn down(at: [f32; 2], width: f32, count: usize, proportion: f32) -> Self {
        let columns = match count {
            0 | 1 => 1,
            2..=4 => 2,
            5 | 6 => 3,
            _ => 4,
        };
        let area = Rect::new(at[0], at[1], width, 0.0);
        let grid = Self { count, columns, area, proportion: None };
        let cell = grid.place(0).width;
        let map = (cell / proportion).clamp(0.3 * cell, 1.6 * cell);
        let height = grid.high(map);
        Self { area: Rect { height, ..area }, ..grid }
    }

    /// All of it.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The same no higher than it needs, lower by `down`.
    #[must_use]
    pub fn lowered(&self, down: f32) -> Self {
        let height = self.area.height - self.slack();
        Self { area: Rect { y: self.area.y + down, height, ..self.area }, ..*self }
    }

    /// How much of its height it does not need.
    pub fn slack(&self) -> f32 {
        let Some(proportion) = self.proportion else { return 0.0 };
        let needed = self.high(self.place(0).width / proportion);
        (self.area.height - needed).max(0.0)
    }

    /// How high it is with maps of some height.
    fn high(&self, map: f32) -> f32 {
        let rows = self.rows() as f32;
        rows * (map + self.caption()) + BETWEEN * (rows - 1.0)
    }

    fn rows(&self) -> usize {
        self.count.div_ceil(self.columns).max(1)
    }

    fn caption(&self) -> f32 {
        if self.count > 1 { CAPTION } else { 0.0 }
    }

    /// The room that a map has, without its caption.
    fn place(&self, rank: usize) -> Rect {
        let part = |whole: f32, parts: usize| {
            ((whole - BETWEEN * (parts - 1) as f32) / parts as f32).max(1.0)
        };
        let (width, height) =
            (part(self.area.width, self.columns), part(self.area.height, self.rows()));
        let (row, column) = (rank / self.columns, rank % self.columns);
        let x = self.area.x + column as f32 * (width + BETWEEN);
        let y = self.area.y + row as f32 * (height + BETWEEN);
        let caption = self.caption();
        Rect::new(x, y + caption, width, (height - caption).max(1.0))
    }

    /// Where a map stands: near its caption, where it has more room than it needs.
    fn cell(&self, rank: usize) -> Rect {
        let place = self.place(rank);
        match self.proportion.filter(|_| self.count > 1) {
            Some(proportion) => {
                Rect { height: place.height.min(place.width / proportion), ..place }
            }
            None => place,
        }
    }

    /// From the plane to the first of them.
    pub fn view(&self, content: &PageContent<'_>) -> View {
        View::fitting(content.bounds, self.cell(0))
    }
}

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
                nodes.push(painter.caption(map, cell));
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
    /// A map with its insets and values. Its letters are never smaller than they are on a screen.
    fn map(&self, map: &PageMap, cell: Rect, valued: bool) -> Vec<Node> {
        let content = self.content;
        let large = self.zoom.max(1.0);
        let clip = zoomed_rect(cell, self.zoom / large);
        let view = View::fitting(content.bounds, clip);
        let frames = self.frames(&view);
        let picture = thickened(&map.picture, self.thickness(&view, large));
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
        let clip = zoomed_rect(cell, self.zoom / self.zoom.max(1.0));
        let view = View::fitting(self.content.bounds, clip);
        !place_labels(&map.picture, &view, clip, &self.frames(&view)).is_empty()
    }

    /// How thick the borders of a map are: thin on a small map, on which they would hide what they
    /// part, and thick on a large page.
    fn thickness(&self, view: &View, large: f32) -> f32 {
        let width = view.page_rect(self.content.bounds).width;
        let small = if self.content.frames.is_empty() { 1.0 } else { width / SMALL };
        large.sqrt() * small.clamp(0.4, 1.0)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_stand_beside_or_below_each_other_whichever_makes_them_larger() {
        let columns = |width, height, count| {
            Grid::within(Rect::new(0.0, 0.0, width, height), count, Some(1.1)).columns
        };
        assert_eq!([columns(900.0, 450.0, 2), columns(450.0, 900.0, 2)], [2, 1]);
        assert_eq!([columns(1200.0, 600.0, 8), columns(600.0, 1200.0, 8)], [4, 2]);
        for count in 1..=12 {
            let area = Rect::new(5.0, 7.0, 800.0, 500.0);
            let grid = Grid::within(area, count, Some(1.1));
            let cells: Vec<Rect> = (0..count).map(|rank| grid.cell(rank)).collect();
            for (rank, cell) in cells.iter().enumerate() {
                assert!(area.grown(0.01).holds(cell), "{count}: {cell:?}");
                assert!(cells[rank + 1..].iter().all(|other| !cell.intersects(other)));
            }
        }
    }
}
