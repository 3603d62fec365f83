//! From the composed plane to a page or a screen.

use super::geometry::Rect;
use crate::outline::{PlanePoint, PlaneRect};

/// A scaling and a shift. Both axes of plane and page point the same way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Page units a metre of the plane.
    pub scale: f64,
    /// Where the origin of the plane lies on the page.
    pub origin: [f64; 2],
}

impl View {
    /// Shows the whole of `bounds`, as large as `rect` allows, in its middle.
    pub fn fitting(bounds: PlaneRect, rect: Rect) -> Self {
        let width = f64::from(bounds.width().max(1.0));
        let height = f64::from(bounds.height().max(1.0));
        let scale = (f64::from(rect.width) / width).min(f64::from(rect.height) / height);
        let [x, y] = rect.center();
        let [plane_x, plane_y] = bounds.center().map(f64::from);
        Self { scale, origin: [f64::from(x) - plane_x * scale, f64::from(y) - plane_y * scale] }
    }

    /// Where a point of the plane lies on the page.
    pub fn page<N: Into<f64>>(&self, [x, y]: [N; 2]) -> [f32; 2] {
        [
            (x.into() * self.scale + self.origin[0]) as f32,
            (y.into() * self.scale + self.origin[1]) as f32,
        ]
    }

    /// Which point of the plane lies there on the page.
    pub fn plane(&self, page: [f32; 2]) -> PlanePoint {
        self.exact_plane(page).map(|metres| metres as f32)
    }

    /// The same to a fraction of a millimetre.
    pub fn exact_plane(&self, page: [f32; 2]) -> [f64; 2] {
        [0, 1].map(|axis| (f64::from(page[axis]) - self.origin[axis]) / self.scale)
    }

    /// A rectangle of the plane on the page.
    pub fn page_rect(&self, rect: PlaneRect) -> Rect {
        let [x, y] = self.page(rect.min);
        let [right, bottom] = self.page(rect.max);
        Rect::new(x, y, right - x, bottom - y)
    }

    /// What part of the plane a rectangle of the page shows.
    pub fn plane_rect(&self, rect: Rect) -> PlaneRect {
        let max = self.plane([rect.right(), rect.bottom()]);
        PlaneRect { min: self.plane([rect.x, rect.y]), max }
    }

    /// Metres of the plane a page unit.
    pub fn metres_per_unit(&self) -> f32 {
        (1.0 / self.scale) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fitting_shows_everything_in_the_middle() {
        let bounds = PlaneRect { min: [-100.0, -50.0], max: [100.0, 50.0] };
        let view = View::fitting(bounds, Rect::new(10.0, 10.0, 400.0, 400.0));
        assert_eq!(view.page(bounds.min), [10.0, 110.0]);
        assert_eq!(view.page(bounds.max), [410.0, 310.0]);
        assert_eq!(view.plane([210.0, 210.0]), [0.0, 0.0]);
    }
}
