//! Whether merged régions are those of a région file.

use std::collections::HashSet;

use super::{
    departements::called, dissolve::dissolve, error::OutlineError, geojson::read,
    identity::identify, lonlat::LonLat, notice::OutlineNotice, outlines::Outlines,
    rings::read_rings,
};
use crate::territory::{Edition, Level, Registry};

/// Compares the régions merged from the départements with those of a file, edge by edge.
///
/// `file` is its name, for the notice. Returns `None` when every edge is the same.
///
/// # Errors
/// When the file itself cannot be used.
pub fn region_disagreement(
    outlines: &Outlines,
    regions: &[u8],
    edition: Edition,
    file: &str,
) -> Result<Option<OutlineNotice>, OutlineError> {
    let (features, _) = read(regions)?;
    let territories = Registry::official().territories(Level::Region, edition);
    if features.len() > Registry::official().territories(Level::Region, Edition::Before2016).len() {
        return Err(OutlineError::WrongLevel {
            expected: Level::Region,
            found: Level::Departement,
        });
    }
    let identities = identify(&features, Level::Region, edition)?;
    let mut rings = Vec::new();
    for (feature, identity) in features.iter().zip(&identities) {
        let label = match identity.known() {
            Some(id) => called(id),
            None => format!("n° {}", feature.position),
        };
        rings.extend(read_rings(&label, &feature.polygons)?.rings);
    }
    let theirs = edges(rings.iter().map(Vec::as_slice));
    let mut merged = Vec::new();
    for territory in territories {
        let faces: Vec<usize> = (0..outlines.ground.codes.len())
            .filter(|face| territory.departements.contains(&outlines.ground.codes[*face]))
            .collect();
        if !faces.is_empty() {
            merged.extend(dissolve(&outlines.ground.topology, &faces));
        }
    }
    let rings: Vec<Vec<LonLat>> = merged
        .iter()
        .map(|ring| {
            let arcs = ring.iter().flat_map(|arc| {
                let points = outlines.ground.topology.arcs[arc.arc as usize].iter().copied();
                let mut points: Vec<LonLat> = points.collect();
                if arc.reversed {
                    points.reverse();
                }
                points.pop();
                points
            });
            arcs.collect()
        })
        .collect();
    let ours = edges(rings.iter().map(Vec::as_slice));
    let count = ours.symmetric_difference(&theirs).count();
    Ok((count > 0).then(|| OutlineNotice::RegionsDisagree { file: file.to_owned(), edges: count }))
}

/// The edges of some rings, whichever way they are followed.
fn edges<'a>(rings: impl Iterator<Item = &'a [LonLat]>) -> HashSet<(LonLat, LonLat)> {
    rings
        .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
        .map(|(a, b)| (*a.min(b), *a.max(b)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{DEPARTEMENTS_GEOJSON, REGIONS_BEFORE_2016_GEOJSON, REGIONS_GEOJSON};

    #[test]
    fn merged_regions_are_those_of_both_region_files_to_the_last_edge() {
        let (outlines, notices) = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap();
        assert_eq!(notices, []);
        for (bytes, edition) in [
            (REGIONS_GEOJSON, Edition::Since2016),
            (REGIONS_BEFORE_2016_GEOJSON, Edition::Before2016),
        ] {
            assert_eq!(region_disagreement(&outlines, bytes, edition, "régions"), Ok(None));
        }
    }

    #[test]
    fn the_regions_of_another_edition_disagree() {
        let (outlines, _) = Outlines::read(DEPARTEMENTS_GEOJSON).unwrap();
        let notice =
            region_disagreement(&outlines, REGIONS_GEOJSON, Edition::Before2016, "regions.geojson");
        assert!(matches!(notice, Ok(Some(OutlineNotice::RegionsDisagree { .. }))), "{notice:?}");
    }
}
