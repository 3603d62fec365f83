//! The outlines of France, ready to be drawn at any level, edition and detail.

use std::{
    ops::Deref,
    sync::{Arc, OnceLock},
};

use super::{
    composition::{frames, world},
    departements::read_departements,
    error::OutlineError,
    ground::Ground,
    notice::OutlineNotice,
    planes::Plane,
    seams::look_along_seams,
};

/// The outlines of the départements, and the two planes that they are laid on.
///
/// They are looked at on the composed plane, which they stand for; [`Self::on_earth`] is that of
/// background tiles.
pub struct Outlines {
    composed: Plane,
    on_earth: OnceLock<Plane>,
}

impl Deref for Outlines {
    type Target = Plane;

    fn deref(&self) -> &Plane {
        &self.composed
    }
}

impl Outlines {
    /// Reads the départements from GeoJSON, with whom they are from.
    ///
    /// # Errors
    /// When the file cannot be used at all. What is left out is noticed, as are départements without
    /// an outline, and outlines that don't fit together.
    pub fn read_credited(
        departements: &[u8],
        credit: String,
    ) -> Result<(Self, Vec<OutlineNotice>), OutlineError> {
        let (outlines, mut notices) = read_departements(departements)?;
        let ground = Ground::new(&outlines, credit);
        notices.extend(look_along_seams(&ground));
        Ok((Self::on(ground), notices))
    }

    /// The same, from nobody.
    ///
    /// # Errors
    /// Likewise.
    pub fn read(departements: &[u8]) -> Result<(Self, Vec<OutlineNotice>), OutlineError> {
        Self::read_credited(departements, String::new())
    }

    /// Reads outlines that are known to be whole, as those of the program are.
    ///
    /// # Errors
    /// When the file cannot be used at all.
    pub fn read_trusted(departements: &[u8], credit: String) -> Result<Self, OutlineError> {
        let (outlines, _) = read_departements(departements)?;
        Ok(Self::on(Ground::new(&outlines, credit)))
    }

    fn on(ground: Ground) -> Self {
        let composed = Plane::new(Arc::new(ground), &frames());
        Self { composed, on_earth: OnceLock::new() }
    }

    /// The plane of background tiles, everything where it lies on earth. Made on first use and kept.
    pub fn on_earth(&self) -> &Plane {
        self.on_earth.get_or_init(|| Plane::new(Arc::clone(&self.composed.ground), &[world()]))
    }

    /// The same if it is made already: nobody waits for it.
    pub fn on_earth_at_hand(&self) -> Option<&Plane> {
        self.on_earth.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline::{
            Area, BorderKind, DEPARTEMENTS_GEOJSON, Detail, FrameId, Layer, PlanePoint,
            REGIONS_GEOJSON,
        },
        territory::{Code, Edition, Level, TerritoryId},
    };

    fn france() -> Outlines {
        Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0
    }

    fn code(text: &str) -> Code {
        Code::new(text).unwrap()
    }

    fn area(layer: &Layer, id: TerritoryId, frame: FrameId) -> &Area {
        layer.areas.iter().find(|area| area.territory == id && area.frame == frame).unwrap()
    }

    /// Square kilometres of the triangles, at the true scale of the frame.
    fn surface(area: &Area) -> f64 {
        let magnification =
            f64::from(frames().iter().find(|f| f.id == area.frame).unwrap().magnification);
        let mesh = area.mesh();
        let corner = |index: u32| mesh.vertices[index as usize].map(f64::from);
        let doubled: f64 = mesh
            .indices
            .chunks(3)
            .map(|t| {
                let [a, b, c] = [corner(t[0]), corner(t[1]), corner(t[2])];
                ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs()
            })
            .sum();
        doubled / 2.0 / 1e6 / magnification.powi(2)
    }

    /// Expected surfaces by Shapely over PROJ coordinates, two independent programs.
    #[test]
    fn surfaces_are_those_of_another_program() {
        let layer = france().layer(Level::Departement, Edition::Since2016, Detail::FULL);
        for (departement, frame, expected) in [
            ("33", FrameId::Mainland, 10_367.738),
            ("75", FrameId::Mainland, 105.240_9),
            ("75", FrameId::Paris, 105.240_9),
            ("2A", FrameId::Mainland, 4_034.659),
            ("84", FrameId::Mainland, 3_577.835),
            ("974", FrameId::Reunion, 2_502.894),
            ("973", FrameId::Guyane, 83_201.208),
        ] {
            let found = surface(area(&layer, TerritoryId::Departement(code(departement)), frame));
            assert!((found / expected - 1.0).abs() < 1e-4, "{departement}: {found} km²");
        }
    }

    #[test]
    fn a_merged_region_has_the_surface_of_its_departements() {
        let layer = france().layer(Level::Region, Edition::Before2016, Detail::FULL);
        let rhone_alpes = TerritoryId::Region(Edition::Before2016, code("82"));
        let found = surface(area(&layer, rhone_alpes, FrameId::Mainland));
        assert!((found / 44_666.033 - 1.0).abs() < 1e-4, "{found} km²");
    }

    #[test]
    fn neighbours_share_their_border_at_every_detail() {
        let outlines = france();
        for detail in Detail::all() {
            let layer = outlines.layer(Level::Departement, Edition::Since2016, detail);
            let corners = |departement: &str| -> Vec<PlanePoint> {
                let id = TerritoryId::Departement(code(departement));
                let area = area(&layer, id, FrameId::Mainland);
                area.polygons.iter().flatten().flatten().copied().collect()
            };
            let (isere, savoie) = (corners("38"), corners("73"));
            let border = layer
                .borders
                .iter()
                .find(|border| {
                    let mut sides = border.sides;
                    sides.sort();
                    sides == ["38", "73"].map(|c| Some(TerritoryId::Departement(code(c))))
                })
                .unwrap();
            assert!(border.points.len() > 1);
            assert!(border.points.iter().all(|p| isere.contains(p) && savoie.contains(p)));
        }
    }

    #[test]
    fn a_point_is_found_in_its_territory_and_in_every_inset() {
        let outlines = france();
        let at = |frame: FrameId, longitude, latitude| {
            let frame = frames().into_iter().find(|f| f.id == frame).unwrap();
            let point = crate::outline::LonLat::from_degrees(longitude, latitude).unwrap();
            let plane = frame.to_plane(frame.projection.project(point));
            outlines.territory_at(plane, Level::Departement, Edition::Since2016)
        };
        let departement = |text| Some(TerritoryId::Departement(code(text)));
        assert_eq!(at(FrameId::Mainland, 5.7245, 45.1885), departement("38"), "Grenoble");
        assert_eq!(at(FrameId::Mainland, 2.3522, 48.8566), departement("75"), "Paris");
        assert_eq!(at(FrameId::Paris, 2.3522, 48.8566), departement("75"), "Paris, zoom");
        assert_eq!(at(FrameId::Mainland, 4.9903, 44.3843), departement("84"), "enclave of Valréas");
        assert_eq!(at(FrameId::Mainland, 1.98, 42.465), None, "Llívia is Spanish");
        assert_eq!(at(FrameId::Reunion, 55.45, -20.88), departement("974"));
        assert_eq!(at(FrameId::Mayotte, 45.0, -12.6), departement("976"), "the sea in its box");
        assert_eq!(at(FrameId::Mainland, -4.0, 46.0), None, "the Atlantic");
    }

    #[test]
    fn departements_show_the_borders_of_their_regions() {
        let layer = france().layer(Level::Departement, Edition::Before2016, Detail::FULL);
        let count = |kind| layer.borders.iter().filter(|b| b.kind == kind).count();
        assert!(count(BorderKind::Region) > 50);
        assert!(count(BorderKind::Inner) > count(BorderKind::Region));
    }

    #[test]
    fn regions_in_the_place_of_departements_are_recognised() {
        let error = Outlines::read(REGIONS_GEOJSON).err().unwrap();
        assert_eq!(
            error,
            OutlineError::WrongLevel { expected: Level::Departement, found: Level::Region }
        );
    }

    #[test]
    fn a_file_of_one_departement_is_used_and_what_is_missing_is_said() {
        let text = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"1"},"geometry":{"type":"Polygon",
             "coordinates":[[[5,46],[5.5,46],[5.5,46.5],[5,46]]]}},
            {"type":"Feature","properties":{"code":"ZZ"},"geometry":{"type":"Polygon",
             "coordinates":[[[6,46],[6.5,46],[6.5,46.5],[6,46]]]}}]}"#;
        let (outlines, notices) = Outlines::read(text.as_bytes()).unwrap();
        assert_eq!(outlines.ground.codes, [code("01")]);
        assert_eq!(notices[0], OutlineNotice::UnknownCodes { codes: vec!["ZZ".into()] });
        assert_eq!(notices[1], OutlineNotice::Partial { codes: vec!["01".into()] });
        assert!(matches!(&notices[2], OutlineNotice::Missing { codes } if codes.len() == 100));
        assert_eq!(outlines.frames().len(), 1, "no empty box is drawn");
    }
}
