//! Where a plane is looked at from: what walkers carries, with fitting and limits.

use egui::{Response, Ui};
use walkers::{Map, MapMemory, Position};

use super::{flight::Flight, projection::PlaneProjection, tiles::TileLayer};
use crate::{
    outline::PlaneRect,
    scene::{Rect, View},
};

/// Room around the map when it is fitted, in points.
const MARGIN: f32 = 20.0;

/// How far a wheel or two fingers scroll to look twice as close, in points.
const POINTS_PER_DOUBLING: f32 = 120.0;

/// The point of view on one plane.
pub struct Camera {
    projection: PlaneProjection,
    /// Doublings beyond the fitted map, outward.
    farthest: f64,
    closest: Closest,
    memory: MapMemory,
    /// Nobody has moved the map: it follows the window.
    fitted: bool,
    /// What the last frame had.
    room: Rect,
    extent: Extent,
    widget: Option<egui::Id>,
    flight: Option<Flight>,
    /// The part that fills the room, as long as nobody moves the map.
    part: Option<PlaneRect>,
}

/// How close one may look.
#[derive(Clone, Copy)]
enum Closest {
    /// Doublings beyond the fitted map.
    BeyondFitted(f64),
    /// A zoom of walkers.
    Zoom(f64),
}

/// What there is to see on a plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// What a fitted map shows.
    pub home: PlaneRect,
    /// How far one may go.
    pub reach: PlaneRect,
}

impl Camera {
    /// Over the composed plane.
    pub fn composed() -> Self {
        Self::new(PlaneProjection::composed(), -1.0, Closest::BeyondFitted(7.0))
    }

    /// Over the plane of background tiles: from where overseas is in sight to where a street is.
    pub fn tiled() -> Self {
        Self::new(PlaneProjection::tiled(), -3.0, Closest::Zoom(19.4))
    }

    fn new(projection: PlaneProjection, farthest: f64, closest: Closest) -> Self {
        let nothing = PlaneRect { min: [-1.0; 2], max: [1.0; 2] };
        Self {
            projection,
            farthest,
            closest,
            memory: MapMemory::default(),
            fitted: true,
            room: Rect::default(),
            extent: Extent { home: nothing, reach: nothing },
            widget: None,
            flight: None,
            part: None,
        }
    }

    /// Tells how much room there is and what there is to see, before a frame.
    pub fn frame(&mut self, room: Rect, extent: Extent) {
        let resized = room != self.room;
        (self.room, self.extent) = (room, extent);
        if let Some(part) = self.part.filter(|_| resized && self.flight.is_none()) {
            let view = View::fitting(part, self.room.shrunk(MARGIN));
            self.look(part.center().map(f64::from), self.projection.zoom(view.scale));
        }
        if self.fitted {
            let view = self.fitting();
            self.look(extent.home.center().map(f64::from), self.projection.zoom(view.scale));
        }
    }

    /// Whether nobody has moved the map.
    pub fn is_fitted(&self) -> bool {
        self.fitted
    }

    /// The middle of what is seen, and how many points a metre of the plane is.
    pub fn sight(&self) -> ([f64; 2], f64) {
        (self.center(), self.projection.scale(self.memory.zoom()))
    }

    /// Looks at a point, so that a metre of the plane is so many points.
    pub fn look_at(&mut self, center: [f64; 2], scale: f64) {
        self.leave_home();
        self.look(center, self.projection.zoom(scale));
    }

    /// Shows everything from now on.
    pub fn fit(&mut self) {
        self.fitted = true;
        self.flight = None;
        self.part = None;
    }

    /// Goes to where a part of the plane fills the room, in a short flight.
    pub fn fly_over(&mut self, part: PlaneRect) {
        let view = View::fitting(part, self.room.shrunk(MARGIN));
        self.fly_to(part.center().map(f64::from), view.scale);
        self.part = Some(part);
    }

    /// Goes to a point, so that a metre of the plane is so many points, in a short flight.
    pub fn fly_to(&mut self, center: [f64; 2], scale: f64) {
        let to = (self.limited(center), self.limited_zoom(self.projection.zoom(scale)));
        self.flight = Some(Flight::new(self.center(), self.memory.zoom(), to, false));
        self.leave_home();
    }

    /// Goes to where everything is seen, in a short flight.
    pub fn fly_home(&mut self) {
        let zoom = self.projection.zoom(self.fitting().scale);
        let home = self.extent.home.center().map(f64::from);
        self.flight = Some(Flight::new(self.center(), self.memory.zoom(), (home, zoom), true));
        self.leave_home();
    }

    /// From now on the map no longer follows the window.
    fn leave_home(&mut self) {
        self.fitted = false;
        self.part = None;
    }

    fn advance(&mut self, ui: &Ui) {
        let Some(mut flight) = self.flight.take() else { return };
        // Whoever wants no movement has asked egui for none.
        let still = ui.style().animation_time == 0.0;
        let (center, zoom, arrived) = flight.at(ui.input(|input| input.time), still);
        self.look(center, zoom);
        if !arrived {
            self.flight = Some(flight);
            ui.ctx().request_repaint();
        } else if flight.home {
            self.fitted = true;
        }
    }

    /// Zooms around the middle, by a number of doublings.
    pub fn zoom_by(&mut self, doublings: f64) {
        self.leave_home();
        self.flight = None;
        self.look(self.center(), self.memory.zoom() + doublings);
    }

    /// Moves by so many points to the right and down.
    pub fn move_by(&mut self, [x, y]: [f64; 2]) {
        self.leave_home();
        self.flight = None;
        let [from_x, from_y] = self.center();
        let scale = self.projection.scale(self.memory.zoom());
        self.look([from_x + x / scale, from_y + y / scale], self.memory.zoom());
    }

    /// Zooms around a point of the plane, which stays where it is on the screen.
    pub fn zoom_at(&mut self, [x, y]: [f64; 2], doublings: f64) {
        let ([from_x, from_y], before) = self.sight();
        self.zoom_by(doublings);
        let part = before / self.sight().1;
        let center = [x + (from_x - x) * part, y + (from_y - y) * part];
        self.look(center, self.memory.zoom());
    }

    /// Lets walkers take pan and inertia and lay the tiles, adds wheel and pinch, then says what is
    /// seen. Tiles are as opaque as told.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        tiles: Option<&mut TileLayer<'_>>,
        opacity: f32,
    ) -> (Response, View) {
        // What was turned since the last frame is part of this one: tiles and outlines agree.
        self.wheel(ui);
        self.advance(ui);
        let home = position(self.extent.home.center().map(f64::from));
        let mut map = Map::new(None, &mut self.memory, home)
            .with_projection(&self.projection)
            .zoom_gesture(false)
            .panning(false)
            .double_click_to_zoom(false);
        if let Some(tiles) = tiles {
            map = map.with_layer(tiles, opacity);
        }
        let response = map.show(ui, |_, _, _, _| ()).response;
        if response.changed() {
            self.leave_home();
            self.flight = None;
            self.keep_within_limits();
        }
        self.widget = Some(response.id);
        let view = self.view(response.rect);
        (response, view)
    }

    /// Zooms with the wheel or a pinch, keeping what is under the pointer under it. The zoom of
    /// walkers itself depends on how long a frame takes.
    fn wheel(&mut self, ui: &Ui) {
        let shown = self.widget.and_then(|id| ui.ctx().read_response(id));
        let Some((rect, pointer)) = shown.and_then(|map| Some((map.rect, map.hover_pos()?))) else {
            return;
        };
        let (scrolled, pinched) =
            ui.input(|input| (input.smooth_scroll_delta.y, input.zoom_delta()));
        let doublings = f64::from(scrolled / POINTS_PER_DOUBLING) + f64::from(pinched).log2();
        if doublings.abs() < 1e-4 {
            return;
        }
        self.zoom_at(self.view(rect).exact_plane([pointer.x, pointer.y]), doublings);
        // A panel around the map must not scroll as well.
        ui.input_mut(|input| input.smooth_scroll_delta = egui::Vec2::ZERO);
        ui.ctx().request_repaint();
    }

    fn view(&self, rect: egui::Rect) -> View {
        let ([x, y], scale) = self.sight();
        let [middle_x, middle_y] = [rect.center().x, rect.center().y];
        let origin = [f64::from(middle_x) - x * scale, f64::from(middle_y) - y * scale];
        View { scale, origin }
    }

    fn fitting(&self) -> View {
        View::fitting(self.extent.home, self.room.shrunk(MARGIN))
    }

    fn center(&self) -> [f64; 2] {
        let home = self.extent.home.center().map(f64::from);
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
    fn limited(&self, center: [f64; 2]) -> [f64; 2] {
        self.extent.reach.nearest(center)
    }

    fn limited_zoom(&self, wanted: f64) -> f64 {
        let fitted = self.projection.zoom(self.fitting().scale);
        let closest = match self.closest {
            Closest::BeyondFitted(doublings) => fitted + doublings,
            Closest::Zoom(zoom) => zoom,
        };
        // walkers knows no zoom below 0. Where there is little to see, the closest is not close enough.
        let farthest = (fitted + self.farthest).max(0.0);
        wanted.clamp(farthest, closest.max(farthest))
    }
}

fn position([x, y]: [f64; 2]) -> Position {
    Position::new(x, y)
}

#[cfg(test)]
mod tests;
