//! The outlines that the program carries.

/// The 101 départements. Provenance and licence stand in `geodata/README.md`.
pub const DEPARTEMENTS_GEOJSON: &[u8] = include_bytes!("../../geodata/departements.geojson");

/// The 18 régions since 2016, against which the merged ones are checked.
pub const REGIONS_GEOJSON: &[u8] = include_bytes!("../../geodata/regions.geojson");

/// The 27 régions before 2016, against which the merged ones are checked.
pub const REGIONS_BEFORE_2016_GEOJSON: &[u8] = include_bytes!("../../geodata/regions-2011.geojson");

/// What the licence of the embedded outlines asks to show wherever they are shown.
pub const ATTRIBUTION: &str = "Contours\u{202f}: IGN, ADMIN EXPRESS COG 2024, Licence Ouverte 2.0";
