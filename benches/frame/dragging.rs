//! A map under a hand that drags it or moves over it, frame by frame, without a window.

use std::{sync::Arc, thread, time::Duration};

use atlas_ent::{
    app::{MapContent, MapPanel, Pace, SchoolLayer, TileSource, TileStore, install_look},
    outline::Outlines,
    project::Session,
};
use egui::{
    ClippedPrimitive, Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2, vec2,
};

/// What the side panel, bars and timeline leave of a window of 1280 × 800.
const ROOM: Rect = Rect { min: pos2(0.0, 0.0), max: pos2(980.0, 670.0) };

/// A hand that draws circles, with the map or over it.
pub struct Dragging {
    context: Context,
    map: MapPanel,
    tiles: Option<TileStore>,
    /// The map is taken hold of.
    drags: bool,
    frames: u32,
    first: Option<Pos2>,
    last: Option<Pos2>,
}

impl Dragging {
    /// Lays hold of the whole map. `spoken` when an assistive tool listens.
    pub fn new(spoken: bool) -> Self {
        let context = Context::default();
        install_look(&context);
        if spoken {
            context.enable_accesskit();
        }
        let map = MapPanel::default();
        Self { context, map, tiles: None, drags: true, frames: 0, first: None, last: None }
    }

    /// Moves over the map, in circles that lead through a good part of it, and presses nothing.
    pub fn hovering(self) -> Self {
        Self { drags: false, ..self }
    }

    /// With schools as points.
    pub fn with_schools(mut self, schools: SchoolLayer) -> Self {
        self.map.show_schools(schools);
        self
    }

    /// On the terrain. The tiles are those of a file that is not there: what they cost the graphics
    /// card is not measured, what they cost a frame is.
    pub fn on_terrain(mut self) -> Self {
        let nothing = TileSource::File("nulle-part.pmtiles".into());
        self.tiles = Some(TileStore::open(&nothing, None, Pace::default(), &self.context));
        self
    }

    /// Looks so many doublings closer, from the next frame on.
    pub fn zoom_by(&mut self, doublings: f64) {
        self.map.zoom_by(doublings);
    }

    /// Frames until all that is prepared on other threads is there, what may be asked for next
    /// included: their time is not that of a frame.
    pub fn settle(&mut self, outlines: &Arc<Outlines>, session: &Session) {
        for _ in 0..20_000 {
            self.frame(outlines, session);
            let is_at_work = self.map.is_preparing() || self.map.is_looking_ahead();
            if !is_at_work && self.first.is_some() {
                return;
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("the map is never ready");
    }

    /// Whether something of the map is being prepared.
    pub fn is_preparing(&self) -> bool {
        self.map.is_preparing()
    }

    /// One frame, ready for the graphics card.
    pub fn frame(&mut self, outlines: &Arc<Outlines>, session: &Session) -> Vec<ClippedPrimitive> {
        let input = RawInput {
            screen_rect: Some(ROOM),
            time: Some(f64::from(self.frames) / 60.0),
            events: self.events(),
            ..RawInput::default()
        };
        self.frames += 1;
        let mut actions = Vec::new();
        let Self { map, tiles, .. } = self;
        let mut output = self.context.run_ui(input, |ui| {
            let content = MapContent {
                outlines,
                session,
                pointed: &[],
                kept: None,
                told: None,
                tiles: tiles.as_mut(),
            };
            map.ui(ui, content, &mut actions);
        });
        output.textures_delta.clear();
        self.last = first_vertex(&output.shapes);
        self.first = self.first.or(self.last);
        self.context.tessellate(output.shapes, output.pixels_per_point)
    }

    /// Whether the drawing stands somewhere else than in the first frame.
    pub fn has_moved(&self) -> bool {
        self.first != self.last
    }

    /// The pointer arrives, presses, then moves in every frame.
    fn events(&self) -> Vec<Event> {
        let angle = self.frames as f32 * 0.02;
        let turned = vec2(angle.cos(), angle.sin());
        let at = if self.drags {
            ROOM.center() + (turned - vec2(1.0, 0.0)) * 120.0
        } else {
            ROOM.center() + turned * 120.0 * (angle * 0.1).cos()
        };
        let mut events = vec![Event::PointerMoved(at)];
        if self.drags && self.frames == 2 {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            events.push(Event::PointerButton { pos: at, button, pressed: true, modifiers });
        }
        events
    }
}

/// Where the fill of the first territory begins.
fn first_vertex(shapes: &[egui::epaint::ClippedShape]) -> Option<Pos2> {
    shapes.iter().find_map(|clipped| match &clipped.shape {
        egui::Shape::Mesh(mesh) => mesh.vertices.first().map(|vertex| vertex.pos),
        _ => None,
    })
}
