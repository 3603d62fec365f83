//! Where the maps of a page stand: one, or several in rows.

use super::content::PageContent;
use crate::scene::{geometry::Rect, view::View};

/// Height of what stands above each of several maps.
pub(super) const CAPTION: f32 = 26.0;
/// Between two maps.
const BETWEEN: f32 = 24.0;

/// Where maps stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grid {
    count: usize,
    columns: usize,
    area: Rect,
    /// How many times as wide as high a map is; `None` of one that fills whatever it is given.
    proportion: Option<f32>,
    /// Height of what stands above each map.
    caption: f32,
    /// Between two maps, across and down.
    between: [f32; 2],
}

impl Grid {
    /// Maps as large as an area allows. Those that fill what they are given are thought square.
    pub fn within(area: Rect, count: usize, proportion: Option<f32>) -> Self {
        let grid = |columns: usize| {
            let rows = count.div_ceil(columns).max(1) as f32;
            // A small page has its maps nearer to each other, and no room above them.
            let between = [area.width, area.height].map(|side| BETWEEN.min(0.04 * side));
            let has_room = count > 1 && area.height / rows > 3.0 * CAPTION;
            let caption = if has_room { CAPTION } else { 0.0 };
            Self { count, columns, area, proportion, caption, between }
        };
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
        let caption = if count > 1 { CAPTION } else { 0.0 };
        let between = [BETWEEN; 2];
        let grid = Self { count, columns, area, proportion: None, caption, between };
        let cell = grid.place(0).width;
        let map = (cell / proportion).clamp(0.3 * cell, 1.6 * cell);
        let height = grid.high(map);
        Self { area: Rect { height, ..area }, ..grid }
    }

    /// Whether something stands above each map.
    pub fn has_captions(&self) -> bool {
        self.caption > 0.0
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
        rows * (map + self.caption) + self.between[1] * (rows - 1.0)
    }

    fn rows(&self) -> usize {
        self.count.div_ceil(self.columns).max(1)
    }

    /// The room that a map has, without its caption.
    fn place(&self, rank: usize) -> Rect {
        let part = |whole: f32, parts: usize, between: f32| {
            ((whole - between * (parts - 1) as f32) / parts as f32).max(1.0)
        };
        let [across, down] = self.between;
        let width = part(self.area.width, self.columns, across);
        let height = part(self.area.height, self.rows(), down);
        let (row, column) = (rank / self.columns, rank % self.columns);
        let x = self.area.x + column as f32 * (width + across);
        let y = self.area.y + row as f32 * (height + down);
        Rect::new(x, y + self.caption, width, (height - self.caption).max(1.0))
    }

    /// Where a map stands: near its caption, where it has more room than it needs.
    pub fn cell(&self, rank: usize) -> Rect {
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
