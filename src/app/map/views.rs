//! The two views of the map, and how one goes from one to the other.

use egui::{Response, Ui};

use super::{
    camera::{Camera, Extent},
    tiles::TileLayer,
};
use crate::{
    outline::{Outlines, Plane},
    scene::{Rect, View},
};

/// A view of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ViewKind {
    /// The composed plane: mainland, insets, zoom on Paris.
    #[default]
    Carte,
    /// Everything where it lies on earth, on background tiles.
    Terrain,
}

impl ViewKind {
    /// The outlines on the plane of this view.
    pub fn outlines(self, outlines: &Outlines) -> &Plane {
        match self {
            Self::Carte => outlines,
            Self::Terrain => outlines.on_earth(),
        }
    }

    /// The same if it is made already.
    pub fn at_hand(self, outlines: &Outlines) -> Option<&Plane> {
        match self {
            Self::Carte => Some(outlines),
            Self::Terrain => outlines.on_earth_at_hand(),
        }
    }
}

/// Both cameras, of which one is looked through.
pub struct Views {
    kind: ViewKind,
    composed: Camera,
    tiled: Camera,
    /// Where the camera that is looked through stood when one came to it.
    arrived: Option<([f64; 2], f64)>,
}

impl Default for Views {
    fn default() -> Self {
        Self {
            kind: ViewKind::Carte,
            composed: Camera::composed(),
            tiled: Camera::tiled(),
            arrived: None,
        }
    }
}

impl Views {
    /// The camera that is looked through.
    pub fn camera(&mut self) -> &mut Camera {
        match self.kind {
            ViewKind::Carte => &mut self.composed,
            ViewKind::Terrain => &mut self.tiled,
        }
    }

    /// Tells how much room there is, and which view is wanted. Another one shows the same place at
    /// the same scale.
    pub fn frame(&mut self, kind: ViewKind, room: Rect, outlines: &Outlines) {
        let before = self.kind;
        self.kind = kind;
        self.camera().frame(room, extent(kind.outlines(outlines)));
        if before != kind {
            self.follow(before, outlines);
            self.camera().frame(room, extent(kind.outlines(outlines)));
            self.arrived = Some(self.camera().sight());
        }
    }

    /// Shows the map, and says what is seen.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        tiles: Option<&mut TileLayer<'_>>,
        opacity: f32,
    ) -> (Response, View) {
        self.camera().show(ui, tiles, opacity)
    }

    /// Looks at what the view before was looking at.
    fn follow(&mut self, before: ViewKind, outlines: &Outlines) {
        let left = match before {
            ViewKind::Carte => &self.composed,
            ViewKind::Terrain => &self.tiled,
        };
        if left.is_fitted() {
            self.camera().fit();
            return;
        }
        let (center, scale) = left.sight();
        // There and back without having moved: exactly where one was, whatever the limits of the
        // other view.
        let stayed = self.arrived.is_some_and(|(at, as_close)| {
            let apart = (at[0] - center[0]).hypot(at[1] - center[1]);
            apart * scale < 0.5 && (scale / as_close - 1.0).abs() < 1e-6
        });
        if stayed {
            return;
        }
        let Some((place, stretch)) = before.outlines(outlines).place_at(center) else { return };
        let Some(sight) = self.kind.outlines(outlines).sight_of(place) else { return };
        // Points a metre of ground are the same.
        self.camera().look_at(sight.center, scale * stretch / sight.stretch);
    }
}

fn extent(outlines: &Plane) -> Extent {
    Extent { home: outlines.home(), reach: outlines.bounds() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{DEPARTEMENTS_GEOJSON, LonLat};

    const ROOM: Rect = Rect { x: 0.0, y: 0.0, width: 900.0, height: 700.0 };

    /// Longitude, latitude and metres of ground a point.
    fn seen(views: &mut Views, outlines: &Outlines) -> [f64; 3] {
        let shown = views.kind.outlines(outlines);
        let (center, scale) = views.camera().sight();
        let (place, stretch) = shown.place_at(center).unwrap();
        [place.longitude(), place.latitude(), 1.0 / (scale * stretch)]
    }

    fn close(one: [f64; 3], other: [f64; 3]) -> bool {
        (one[0] - other[0]).abs() < 1e-5
            && (one[1] - other[1]).abs() < 1e-5
            && (one[2] / other[2] - 1.0).abs() < 1e-6
    }

    #[test]
    fn place_and_scale_are_kept_from_view_to_view() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        for (longitude, latitude) in [(5.7245, 45.1885), (55.45, -21.0), (2.3469, 48.8466)] {
            let mut views = Views::default();
            views.frame(ViewKind::Carte, ROOM, &outlines);
            let place = LonLat::from_degrees(longitude, latitude).unwrap();
            let sight = outlines.sight_of(place).unwrap();
            views.camera().look_at(sight.center, 0.02 / sight.stretch);
            let wanted = [longitude, latitude, 50.0];
            assert!(close(seen(&mut views, &outlines), wanted));
            for kind in [ViewKind::Terrain, ViewKind::Carte, ViewKind::Terrain] {
                views.frame(kind, ROOM, &outlines);
                let found = seen(&mut views, &outlines);
                assert!(close(found, wanted), "{kind:?}: {found:?} instead of {wanted:?}");
            }
        }
    }

    #[test]
    fn what_is_too_close_for_the_map_is_found_again_on_the_terrain() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let mut views = Views::default();
        views.frame(ViewKind::Terrain, ROOM, &outlines);
        let sight = outlines.on_earth().sight_of(LonLat::from_degrees(5.7245, 45.1885).unwrap());
        views.camera().look_at(sight.unwrap().center, 1.0);
        let street = seen(&mut views, &outlines);
        views.frame(ViewKind::Carte, ROOM, &outlines);
        assert!(seen(&mut views, &outlines)[2] > 5.0 * street[2], "the map stops farther away");
        views.frame(ViewKind::Terrain, ROOM, &outlines);
        assert!(close(seen(&mut views, &outlines), street));
        // Once the map has been moved, it is the map that is followed.
        views.frame(ViewKind::Carte, ROOM, &outlines);
        views.camera().move_by([300.0, 0.0]);
        let moved = seen(&mut views, &outlines);
        views.frame(ViewKind::Terrain, ROOM, &outlines);
        assert!(close(seen(&mut views, &outlines), moved));
    }

    #[test]
    fn a_whole_map_stays_whole() {
        let outlines = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0;
        let mut views = Views::default();
        for kind in [ViewKind::Carte, ViewKind::Terrain, ViewKind::Carte] {
            views.frame(kind, ROOM, &outlines);
            assert!(views.camera().is_fitted());
        }
    }
}
