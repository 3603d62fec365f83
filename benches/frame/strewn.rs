//! As many schools as France has lycées and collèges, strewn over it by a fixed chance.

use std::fmt::Write as _;

use atlas_ent::{
    app::{SchoolLayer, SchoolPoint},
    coverage::school::Uai,
    outline::{LonLat, Outlines},
};

const COUNT: usize = 13_358;

/// Two in three lie in one of forty towns, as schools do; all lie in France.
pub fn schools(outlines: &Outlines) -> SchoolLayer {
    let mut state = 7u32;
    let mut chance = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1 << 24)
    };
    let mut towns: Vec<[f64; 2]> = vec![[2.35, 48.86]];
    let mut points = Vec::with_capacity(COUNT);
    while points.len() < COUNT {
        let anywhere = [-4.5 + chance() * 12.5, 42.5 + chance() * 8.5];
        let [lon, lat] = if chance() < 0.66 {
            let town = towns[(chance() * towns.len() as f64) as usize];
            [town[0] + (chance() - 0.5) * 0.3, town[1] + (chance() - 0.5) * 0.2]
        } else {
            anywhere
        };
        let place = LonLat::from_degrees(lon, lat);
        if place.and_then(|place| outlines.departement_near(place)).is_none() {
            continue;
        }
        if towns.len() < 40 {
            towns.push([lon, lat]);
        }
        let equipped = [Some(true), Some(false), None][(chance() * 2.4) as usize];
        points.push(SchoolPoint { key: points.len() as u32, lon, lat, equipped });
    }
    SchoolLayer { points: points.into(), ..SchoolLayer::default() }
}

/// The list as a file: a number, a name, a place, and whether it is equipped.
pub fn list(layer: &SchoolLayer, outlines: &Outlines) -> String {
    let mut text = "UAI;Nom;Commune;Secteur;Département;Nature;Latitude;Longitude;ENT\n".to_owned();
    for (rank, point) in layer.points.iter().enumerate() {
        let place = LonLat::from_degrees(point.lon, point.lat);
        let Some(code) = place.and_then(|place| outlines.departement_near(place)) else { continue };
        let Ok((uai, _)) = Uai::read(&format!("{:07}A", rank + 10_000)) else { continue };
        let nature = if rank % 3 == 0 { 306 } else { 340 };
        let sector = if rank % 4 == 0 { "Privé" } else { "Public" };
        let ent = if rank % 3 == 1 { "oui" } else { "non" };
        let uai = uai.corrected();
        let _ = writeln!(
            text,
            "{uai};École n° {rank};Commune {};{sector};{code};{nature};{:.5};{:.5};{ent}",
            rank % 4000,
            point.lat,
            point.lon
        );
    }
    text
}
