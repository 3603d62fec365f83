//! Where maps and legend stand between the head and the foot of a page.

use super::{
    block::Block,
    content::{GUTTER, LEGEND_WIDTH, PageContent},
    grid::Grid,
    locator::{draw_locator, locator_height},
    pieces::{Flow, STRIP, parts, strip, style},
    sheet::Sheet,
    spec::PageSpec,
};
use crate::{
    cartography::Theme,
    scene::{geometry::Rect, legend::LegendStyle, nodes::Node, view::View},
};

/// Width of a locator map.
const LOCATOR: f32 = 118.0;
/// Between pieces that stand one below the other.
const BETWEEN: f32 = 14.0;
/// Narrowest column of a legend below a map.
const COLUMN: f32 = 225.0;
/// Most columns of a legend below a map.
const MOST_COLUMNS: usize = 4;
/// How much of a page a map is to have, at least: of its height beside a legend and above one, and of
/// its width.
const LEAST_BESIDE: f32 = 0.4;
const LEAST_ABOVE: f32 = 0.36;
const LEAST_WIDTH: f32 = 0.45;
/// How much of the height that a map does not need stands above it, and below.
const SLACK: [f32; 2] = [0.2, 0.3];
/// How much of a page that has no room a legend below the map may take, and lines of one text in it.
const MOST_BELOW: f32 = 0.24;
const MOST_BELOW_SMALL: f32 = 0.21;
const MOST_LINES: usize = 3;

/// The middle of a page.
pub(super) struct Middle {
    /// Its maps.
    pub grid: Grid,
    /// What stands beside them, where it stands.
    pub nodes: Vec<Node>,
    /// Where it ends.
    pub bottom: f32,
    /// Whether everything has room and the map has enough.
    pub fits: bool,
}

/// What the middle of a page is made of.
#[derive(Clone, Copy)]
pub(super) struct Arranger<'a> {
    pub content: &'a PageContent<'a>,
    pub spec: &'a PageSpec,
    pub sheet: &'a Sheet,
    pub theme: &'a Theme,
}

impl Arranger<'_> {
    /// Arranges it from `top` down, to `bottom` where the page has a height of its own: the legend
    /// beside the maps on a page that is wider than high, below on one that is higher than wide, and
    /// where it leaves more to the map on a square one.
    pub fn arrange(&self, top: f32, bottom: Option<f32>) -> Middle {
        let inner = self.sheet.inner();
        let area = |bottom: f32| Rect::new(self.sheet.margin, top, inner, (bottom - top).max(1.0));
        let Some(bottom) = bottom else {
            let is_one = self.content.maps.len() < 2;
            return if is_one && self.has_column() {
                self.beside_free(top)
            } else {
                self.below_free(top)
            };
        };
        let area = area(bottom);
        if !self.has_column() {
            return self.below(area);
        }
        let (width, height) = (self.sheet.width, self.sheet.height.unwrap_or(bottom));
        if width > 1.1 * height {
            return self.beside(area);
        }
        let below = self.below(area);
        if height > 1.1 * width || self.sheet.is_small() {
            return below;
        }
        let beside = self.beside(area);
        let scale = |middle: &Middle| middle.grid.view(self.content).scale;
        match (beside.fits, below.fits) {
            (true, false) => beside,
            (false, true) => below,
            _ if scale(&beside) > scale(&below) => beside,
            _ => below,
        }
    }

    /// Whether a legend stands on the page, which takes a column.
    fn has_column(&self) -> bool {
        self.spec.shows(Block::Legend)
            || (self.spec.shows(Block::Histogram) && self.content.legend.histogram.is_some())
    }

    fn has_strip(&self) -> bool {
        // A small figure gives it to its map.
        let has_room = !(self.sheet.is_tight && self.sheet.is_small());
        has_room && (self.spec.shows(Block::ScaleBar) || self.spec.shows(Block::North))
    }

    fn proportion(&self) -> f32 {
        let bounds = &self.content.bounds;
        (bounds.width().max(1.0) / bounds.height().max(1.0)).clamp(0.1, 10.0)
    }

    fn grid(&self, area: Rect) -> Grid {
        // The neighbours of a place fill the room around it.
        let fills = self.content.frames.is_empty();
        let proportion = (!fills).then(|| self.proportion());
        Grid::within(area, self.content.maps.len(), proportion)
    }

    fn style(&self, width: f32, beyond: f32) -> LegendStyle {
        let style = style(width, beyond, self.content);
        let most_lines = if self.sheet.is_tight { MOST_LINES } else { style.most_lines };
        LegendStyle { most_lines, ..style }
    }

    /// How high the locator is, and how wide; nothing where it is not shown.
    fn locator(&self, width: f32) -> Option<[f32; 2]> {
        let locator = self.content.locator.as_ref()?;
        let is_shown = self.spec.shows(Block::Locator) && !self.sheet.is_tight;
        let width = LOCATOR.min(width);
        is_shown.then(|| [width, locator_height(locator, width)])
    }

    fn locator_node(&self, [width, _]: [f32; 2]) -> Option<Node> {
        let locator = self.content.locator.as_ref()?;
        Some(draw_locator(Block::Locator.id(), locator, width, self.theme))
    }

    fn strip_nodes(&self, view: &View, room: f32, at: [f32; 2]) -> Vec<Node> {
        let nodes = strip(self.content, self.spec, view, room, self.theme);
        nodes.into_iter().map(|node| node.shifted(at)).collect()
    }

    /// What stands at the foot of the column beside a map, one below the other, and how high it is.
    fn tools_height(&self, width: f32) -> f32 {
        let locator = self.locator(width).map_or(0.0, |[_, height]| height + BETWEEN);
        let strip = if self.has_strip() { STRIP + BETWEEN } else { 0.0 };
        locator + strip
    }

    /// The column beside the map from the top right down, its tools at the bottom.
    fn column(&self, flow: Flow, column: Rect, view: &View) -> Vec<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        nodes.extend(flow.node(0.0).map(|node| node.shifted([column.x, column.y])));
        let mut bottom = column.bottom();
        if self.has_strip() {
            let at = [column.x, bottom - STRIP];
            nodes.extend(self.strip_nodes(view, column.width, at));
            bottom -= STRIP + BETWEEN;
        }
        if let Some(size) = self.locator(column.width) {
            let at = [column.x, bottom - size[1]];
            nodes.extend(self.locator_node(size).map(|node| node.shifted(at)));
        }
        nodes
    }

    /// The legend at the right of a map in a page of some height.
    fn beside(&self, area: Rect) -> Middle {
        let width = (0.27 * area.width).clamp(0.3 * area.width.min(600.0), 290.0);
        let parts =
            parts(self.content, self.spec, self.style(width, self.sheet.beyond()), self.theme);
        let room = (area.height - self.tools_height(width)).max(0.0);
        let flow = if self.sheet.is_tight {
            Flow::within(parts, 1, room, self.theme)
        } else {
            Flow::new(&parts, 1)
        };
        let map = Rect { width: (area.width - width - GUTTER).max(1.0), ..area };
        let grid = self.grid(map);
        let fits = flow.height <= room
            && map.height >= LEAST_BESIDE * self.sheet.height.unwrap_or(0.0)
            && map.width >= LEAST_WIDTH * self.sheet.width;
        let column = Rect::new(area.right() - width, area.y, width, area.height);
        let nodes = self.column(flow, column, &grid.view(self.content));
        Middle { grid, nodes, bottom: area.bottom(), fits }
    }

    /// The same where the page is as high as it needs.
    fn beside_free(&self, top: f32) -> Middle {
        let (left, inner) = (self.sheet.margin, self.sheet.inner());
        let map = inner - LEGEND_WIDTH - GUTTER;
        let grid = Grid::down([left, top], map, self.content.maps.len(), self.proportion());
        let style = self.style(LEGEND_WIDTH, self.sheet.beyond());
        let flow = Flow::new(&parts(self.content, self.spec, style, self.theme), 1);
        let high = flow.height + self.tools_height(LEGEND_WIDTH);
        let height = grid.area().height.max(high);
        let column = Rect::new(left + map + GUTTER, top, LEGEND_WIDTH, height);
        let nodes = self.column(flow, column, &grid.view(self.content));
        Middle { grid, nodes, bottom: column.bottom(), fits: true }
    }

    /// The legend below, in columns, as wide as the page, no higher than `most`.
    fn row(&self, width: f32, most: Option<f32>) -> Row {
        let locator = self.locator(width / 3.0);
        let legend = width - locator.map_or(0.0, |[width, _]| width + GUTTER);
        let columns = (((legend + GUTTER) / (COLUMN + GUTTER)) as usize).clamp(1, MOST_COLUMNS);
        let column = (legend - GUTTER * (columns - 1) as f32) / columns as f32;
        let parts = if self.has_column() {
            parts(self.content, self.spec, self.style(column, 0.0), self.theme)
        } else {
            vec![]
        };
        let flow = match most {
            Some(most) => Flow::within(parts, columns, most, self.theme),
            None => Flow::new(&parts, columns),
        };
        let height = locator.map_or(0.0, |[_, height]| height).max(flow.height);
        Row { flow, locator, pitch: column + GUTTER, height }
    }

    /// How much the strip and the row below a map take, what parts them from the map included.
    fn below_height(&self, row: &Row) -> f32 {
        let strip = if self.has_strip() { STRIP + BETWEEN / 2.0 } else { 0.0 };
        strip + if row.height > 0.0 { row.height + BETWEEN } else { 0.0 }
    }

    /// What stands below the maps from `y` down.
    fn row_nodes(&self, row: Row, mut y: f32, view: &View) -> Vec<Node> {
        let (left, inner) = (self.sheet.margin, self.sheet.inner());
        let mut nodes = Vec::new();
        let mut tools = Vec::new();
        if self.has_strip() {
            tools = self.strip_nodes(view, inner, [left, y + BETWEEN / 2.0]);
            y += STRIP + BETWEEN / 2.0;
        }
        y += BETWEEN;
        let Row { flow, locator, pitch, .. } = row;
        if !flow.is_empty() {
            nodes.extend(flow.node(pitch).map(|node| node.shifted([left, y])));
        }
        nodes.extend(tools);
        if let Some(size) = locator {
            let at = [left + inner - size[0], y];
            nodes.extend(self.locator_node(size).map(|node| node.shifted(at)));
        }
        nodes
    }

    /// The legend below the map in a page of some height.
    fn below(&self, area: Rect) -> Middle {
        let page = self.sheet.height.unwrap_or(area.height);
        let part = if self.sheet.is_small() { MOST_BELOW_SMALL } else { MOST_BELOW };
        let most = self.sheet.is_tight.then_some(part * page);
        let row = self.row(area.width, most);
        let map = Rect { height: (area.height - self.below_height(&row)).max(1.0), ..area };
        let fits = map.height >= LEAST_ABOVE * page;
        let grid = self.grid(map);
        // What is left stands partly above, partly between, mostly before the foot.
        let left = grid.slack();
        let grid = grid.lowered(SLACK[0] * left);
        let below = grid.area().bottom() + SLACK[1] * left;
        let nodes = self.row_nodes(row, below, &grid.view(self.content));
        Middle { grid, nodes, bottom: area.bottom(), fits }
    }

    /// The same where the page is as high as it needs.
    fn below_free(&self, top: f32) -> Middle {
        let (left, inner) = (self.sheet.margin, self.sheet.inner());
        let grid = Grid::down([left, top], inner, self.content.maps.len(), self.proportion());
        let row = self.row(inner, None);
        let bottom = grid.area().bottom() + self.below_height(&row);
        let nodes = self.row_nodes(row, grid.area().bottom(), &grid.view(self.content));
        Middle { grid, nodes, bottom, fits: true }
    }
}

/// A legend in columns, and a locator at its right.
struct Row {
    flow: Flow,
    locator: Option<[f32; 2]>,
    pitch: f32,
    height: f32,
}
