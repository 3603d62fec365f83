//! From the bytes of a file to the outline of each département.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{
    error::OutlineError,
    geojson::{Feature, read},
    identity::{Identity, identify, other_level},
    lonlat::LonLat,
    notice::OutlineNotice,
    rings::read_rings,
    whereabouts::{Coded, in_place},
};
use crate::territory::{Code, Edition, Level, Registry, TerritoryId};

/// Reads the départements of a file, each merged from its features, in the order of their codes.
///
/// # Errors
/// When the file cannot be used at all. What is left out is noticed, as are départements without an
/// outline.
pub(super) fn read_departements(
    bytes: &[u8],
) -> Result<(Vec<Coded>, Vec<OutlineNotice>), OutlineError> {
    let (features, mut notices) = read(bytes)?;
    if let Some(found) = other_level(&features) {
        return Err(OutlineError::WrongLevel { expected: Level::Departement, found });
    }
    let identities = identify(&features, Level::Departement, Edition::Since2016)?;
    let known = by_departement(&features, &identities);
    tell_what_is_left_out(&features, &identities, &mut notices);
    let outlines = (known.par_iter())
        .map(|(code, features)| merged(*code, features))
        .collect::<Result<Vec<_>, _>>()?;
    let mut drawn = Vec::new();
    let mut repeated = Vec::new();
    for (code, outline) in outlines {
        if outline.flat > 0 {
            notices.push(OutlineNotice::FlatRings { code: code.to_string(), rings: outline.flat });
        }
        if outline.repeated {
            repeated.push(code.to_string());
        }
        if !outline.rings.is_empty() {
            drawn.push((code, outline.rings));
        }
    }
    if !repeated.is_empty() {
        notices.push(OutlineNotice::Repeated { codes: repeated });
    }
    if drawn.is_empty() {
        return Err(nothing_drawn(&known));
    }
    let drawn = in_place(drawn, &mut notices)?;
    tell_what_is_missing(&drawn, &mut notices);
    Ok((drawn, notices))
}

fn by_departement<'a>(
    features: &'a [Feature],
    identities: &[Identity],
) -> BTreeMap<Code, Vec<&'a Feature>> {
    let mut known: BTreeMap<Code, Vec<&Feature>> = BTreeMap::new();
    for (feature, identity) in features.iter().zip(identities) {
        if let Some(TerritoryId::Departement(code)) = identity.known() {
            known.entry(code).or_default().push(feature);
        }
    }
    known
}

/// The outline of one département.
struct Merged {
    rings: Vec<Vec<LonLat>>,
    flat: usize,
    repeated: bool,
}

/// The rings of all the features of a département, each once.
fn merged(code: Code, features: &[&Feature]) -> Result<(Code, Merged), OutlineError> {
    let polygons: Vec<_> =
        features.iter().flat_map(|feature| feature.polygons.iter().cloned()).collect();
    let found = read_rings(&called(TerritoryId::Departement(code)), &polygons)?;
    let mut seen = BTreeSet::new();
    let mut rings = found.rings;
    let before = rings.len();
    rings.retain(|ring| seen.insert(from_the_first(ring)));
    let repeated = rings.len() < before;
    Ok((code, Merged { rings, flat: found.flat, repeated }))
}

/// A ring that starts at its first vertex in the order of places, whatever the file starts it at.
fn from_the_first(ring: &[LonLat]) -> Vec<LonLat> {
    let first = (0..ring.len()).min_by_key(|index| ring[*index]).unwrap_or_default();
    let (before, after) = ring.split_at(first);
    [after, before].concat()
}

/// « 29 » (Finistère).
pub(super) fn called(id: TerritoryId) -> String {
    let code = id.code().map(|code| code.to_string()).unwrap_or_default();
    let name = Registry::official().get(id).map_or("", |territory| territory.name.as_str());
    format!("« {code} » ({name})")
}

fn nothing_drawn(known: &BTreeMap<Code, Vec<&Feature>>) -> OutlineError {
    let first = known.iter().find_map(|(code, features)| {
        let found = features.iter().find_map(|feature| feature.beside.first())?;
        Some((*code, *found))
    });
    let code = first.map(|(code, _)| code).or_else(|| known.keys().next().copied());
    OutlineError::NotAnArea {
        outline: code.map(|code| called(TerritoryId::Departement(code))).unwrap_or_default(),
        found: first.map_or("rien", |(_, found)| found).to_owned(),
    }
}

fn tell_what_is_left_out(
    features: &[Feature],
    identities: &[Identity],
    notices: &mut Vec<OutlineNotice>,
) {
    let (mut codes, mut names, mut outlines) = (vec![], vec![], vec![]);
    let mut positions = vec![];
    for (feature, identity) in features.iter().zip(identities) {
        match identity {
            Identity::Known(_) => {}
            Identity::Outside(name) => names.push((*name).to_owned()),
            Identity::Contradictory { code, name } => outlines.push(format!("{code} ({name})")),
            Identity::Unknown(code) => codes.push(code.clone()),
            Identity::Unnamed => positions.push(feature.position),
        }
    }
    if !codes.is_empty() {
        notices.push(OutlineNotice::UnknownCodes { codes });
    }
    if !outlines.is_empty() {
        notices.push(OutlineNotice::Contradictory { outlines });
    }
    if !positions.is_empty() {
        notices.push(OutlineNotice::Unnamed { positions });
    }
    if !names.is_empty() {
        notices.push(OutlineNotice::NotDrawn { names });
    }
    let of_territories = features.iter().zip(identities).filter(|(_, one)| one.known().is_some());
    let beside: Vec<&str> = of_territories.flat_map(|(f, _)| f.beside.iter().copied()).collect();
    if !beside.is_empty() {
        let kinds: BTreeSet<String> = beside.iter().map(|kind| (*kind).to_owned()).collect();
        let kinds = kinds.into_iter().collect();
        notices.push(OutlineNotice::NotAreas { count: beside.len(), kinds });
    }
}

fn tell_what_is_missing(drawn: &[Coded], notices: &mut Vec<OutlineNotice>) {
    let missing: Vec<String> = Registry::official()
        .territories(Level::Departement, Edition::Since2016)
        .iter()
        .map(|territory| territory.departements[0])
        .filter(|code| drawn.binary_search_by_key(code, |(drawn, _)| *drawn).is_err())
        .map(|code| code.to_string())
        .collect();
    if !missing.is_empty() {
        notices.push(OutlineNotice::Missing { codes: missing });
    }
}
