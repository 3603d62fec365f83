//! Where the map is looked at from: what walkers carries, with fitting and limits.

use egui::{Response, Ui};
use walkers::{Map, MapMemory, Position};

use super::projection::{PlaneProjection, scale, zoom};
use crate::{
    outline::PlaneRect,
    scene::{Rect, View},
};

/// Room around the map when it is fitted, in points.
const MARGIN: f32 = 20.0;
/// Doublings beyond the fitted map, outward and inward.
const FARTHEST: f64 = -1.0;
const CLOSEST: f64 = 7.0;

/// How far a wheel or two fingers scroll to look twice as close, in points.
const POINTS_PER_DOUBLING: f32 = 120.0;

/// The point of view.
pub struct Camera {
    memory: MapMemory,
    /// Nobody has moved the map: it follows the window.
    fitted: bool,
    /// What the last frame had: the room, and what there is to see.
    room: Rect,
    bounds: PlaneRect,
}

impl Default for Camera {
    fn default() -> Self {
        let bounds = PlaneRect { min: [-1.0; 2], max: [1.0; 2] };
        Self { memory: MapMemory::default(), fitted: true, room: Rect::default(), bounds }
    }
}

impl Camera {
    /// Tells how much room there is and what there is to see, before a frame.
    pub fn frame(&mut self, room: Rect, bounds: PlaneRect) {
        (self.room, self.bounds) = (room, bounds);
        if self.fitted {
            let view = self.fitting();
            self.look(bounds.center().map(f64::from), zoom(view.scale));
        }
    }

    /// Shows everything from now on.
    pub fn fit(&mut self) {
        self.fitted = true;
    }

    /// Zooms around the middle, by a number of doublings.
    pub fn zoom_by(&mut self, doublings: f64) {
        self.fitted = false;
        self.look(self.center(), self.memory.zoom() + doublings);
    }

    /// Moves by so many points to the right and down.
    pub fn move_by(&mut self, [x, y]: [f64; 2]) {
        self.fitted = false;
        let [from_x, from_y] = self.center();
        let scale = scale(self.memory.zoom());
        self.look([from_x + x / scale, from_y + y / scale], self.memory.zoom());
    }

    /// Lets walkers take pan and inertia, adds wheel and pinch, then says what is seen.
    pub fn show(&mut self, ui: &mut Ui) -> (Response, View) {
        let home = position(self.bounds.center().map(f64::from));
        let map = Map::new(None, &mut self.memory, home)
            .with_projection(&PlaneProjection)
            .zoom_gesture(false)
            .panning(false)
            .double_click_to_zoom(false);
        let response = map.show(ui, |_, _, _, _| ()).response;
        if response.changed() {
            self.fitted = false;
            self.keep_within_limits();
        }
        self.wheel(ui, &response);
        let view = self.view(response.rect);
        (response, view)
    }

    /// Zooms with the wheel or a pinch, keeping what is under the pointer under it. The zoom of
    /// walkers itself depends on how long a frame takes.
    fn wheel(&mut self, ui: &Ui, response: &Response) {
        let Some(pointer) = response.hover_pos() else { return };
        let (scrolled, pinched) =
            ui.input(|input| (input.smooth_scroll_delta.y, input.zoom_delta()));
        let doublings = f64::from(scrolled / POINTS_PER_DOUBLING) + f64::from(pinched).log2();
        if doublings.abs() < 1e-4 {
            return;
        }
        let pointer = [pointer.x, pointer.y];
        let before = self.view(response.rect).plane(pointer).map(f64::from);
        self.zoom_by(doublings);
        let after = self.view(response.rect).plane(pointer).map(f64::from);
        let [x, y] = self.center();
        let center = [x + before[0] - after[0], y + before[1] - after[1]];
        self.look(center, self.memory.zoom());
        // A panel around the map must not scroll as well.
        ui.input_mut(|input| input.smooth_scroll_delta = egui::Vec2::ZERO);
        ui.ctx().request_repaint();
    }

    fn view(&self, rect: egui::Rect) -> View {
        let zoom = self.memory.zoom();
        let [x, y] = self.center();
        let [middle_x, middle_y] = [rect.center().x, rect.center().y];
        let scale = scale(zoom);
        let origin = [f64::from(middle_x) - x * scale, f64::from(middle_y) - y * scale];
        View { scale, origin }
    }

    fn fitting(&self) -> View {
        View::fitting(self.bounds, self.room.shrunk(MARGIN))
    }

    fn center(&self) -> [f64; 2] {
        let home = self.bounds.center().map(f64::from);
        self.memory.detached().map_or(home, |position| [position.x(), position.y()])
    }

    fn look(&mut self, center: [f64; 2], zoom: f64) {
        self.memory.center_at(position(self.limited(center)));
        let _ = self.memory.set_zoom(self.limited_zoom(zoom));
    }

    /// Stops at the limits without stopping a movement that stays within.
    fn keep_within_limits(&mut self) {
        let (center, zoom) = (self.center(), self.memory.zoom());
        if self.limited(center) != center {
            self.memory.center_at(position(self.limited(center)));
        }
        if self.limited_zoom(zoom) != zoom {
            let _ = self.memory.set_zoom(self.limited_zoom(zoom));
        }
    }

    /// The middle of the window never leaves what there is to see.
    fn limited(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [left, top] = self.bounds.min.map(f64::from);
        let [right, bottom] = self.bounds.max.map(f64::from);
        [x.clamp(left, right), y.clamp(top, bottom)]
    }

    fn limited_zoom(&self, wanted: f64) -> f64 {
        let fitted = zoom(self.fitting().scale);
        wanted.clamp(fitted + FARTHEST, fitted + CLOSEST)
    }
}

fn position([x, y]: [f64; 2]) -> Position {
    Position::new(x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camera() -> Camera {
        let mut camera = Camera::default();
        let bounds = PlaneRect { min: [-500_000.0; 2], max: [500_000.0; 2] };
        camera.frame(Rect::new(0.0, 0.0, 1000.0, 800.0), bounds);
        camera
    }

    #[test]
    fn a_fitted_map_follows_the_window_until_it_is_moved() {
        let mut camera = camera();
        let before = camera.memory.zoom();
        camera.frame(Rect::new(0.0, 0.0, 500.0, 400.0), camera.bounds);
        assert!(camera.memory.zoom() < before);
        camera.zoom_by(1.0);
        let moved = camera.memory.zoom();
        camera.frame(Rect::new(0.0, 0.0, 1000.0, 800.0), camera.bounds);
        assert_eq!(camera.memory.zoom(), moved);
    }

    #[test]
    fn neither_the_middle_nor_the_zoom_leaves_its_limits() {
        let mut camera = camera();
        camera.move_by([1e6, -1e6]);
        assert_eq!(camera.center(), [500_000.0, -500_000.0]);
        let fitted = zoom(camera.fitting().scale);
        camera.zoom_by(50.0);
        assert!((camera.memory.zoom() - fitted - CLOSEST).abs() < 1e-9);
        camera.zoom_by(-50.0);
        assert!((camera.memory.zoom() - fitted - FARTHEST).abs() < 1e-9);
    }
}
