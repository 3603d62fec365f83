//! Outlines with something wrong: refused by a sentence, or drawn with a notice. France is never
//! blank in silence, and nothing panics.

#![expect(clippy::unwrap_used, reason = "in a test program, what fails is the test")]

#[path = "outlines/made.rs"]
mod made;

use std::collections::BTreeMap;

use atlas_ent::{
    coverage::SchoolType,
    outline::{DEPARTEMENTS_GEOJSON, Detail, FrameId, OutlineFiles, Outlines, PlaneRect},
    project::{Command, Document, Session},
    render::to_svg,
    scene::{Rect, View},
    territory::{Edition, Level, TerritoryId},
};
use made::{mutated, simplified};
use serde_json::Value;

fn opened(bytes: &[u8]) -> Result<(Outlines, Vec<String>), String> {
    let files = OutlineFiles::own(bytes.to_vec(), [None, None]);
    files.open().map_err(|error| error.to_string())
}

/// Square kilometres of each département on the plane, the zoom on Paris left out.
fn surfaces(outlines: &Outlines) -> BTreeMap<TerritoryId, f64> {
    let layer = outlines.layer(Level::Departement, Edition::Since2016, Detail::FULL);
    let areas = layer.areas.iter().filter(|area| area.frame != FrameId::Paris);
    areas
        .map(|area| {
            let mesh = area.mesh();
            let corner = |index: &u32| mesh.vertices[*index as usize].map(f64::from);
            let triangle = |three: &[u32]| {
                let [a, b, c] = [corner(&three[0]), corner(&three[1]), corner(&three[2])];
                ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2e6
            };
            (area.territory, mesh.indices.chunks_exact(3).map(triangle).sum())
        })
        .collect()
}

fn colleges() -> Session {
    let mut session = Session::new(Document::default());
    session.apply(Command::ShowSchools(SchoolType::College));
    session
}

/// What the command line and the window do with outlines, short of a screen.
fn use_outlines(outlines: &Outlines, session: &Session, seed: u64) {
    let page = session.reading().page(session.dataset(), outlines, 800);
    assert!(to_svg(&page).contains("<svg"), "seed {seed}");
    for plane in [&**outlines, outlines.on_earth()] {
        for rect in [plane.home(), plane.bounds()] {
            assert_fits(rect, seed);
        }
        for id in outlines_ids(outlines) {
            if let Some(rect) = plane.bounds_of(id) {
                assert_fits(rect, seed);
            }
        }
        plane.territory_at(plane.home().center(), Level::Region, Edition::Before2016);
    }
    for (level, edition) in
        [(Level::Region, Edition::Before2016), (Level::Academie, Edition::Since2016)]
    {
        for detail in [Detail::all().next().unwrap(), Detail::FULL] {
            for area in &outlines.layer(level, edition, detail).areas {
                area.mesh();
            }
        }
    }
}

fn outlines_ids(outlines: &Outlines) -> Vec<TerritoryId> {
    let layer = outlines.layer(Level::Departement, Edition::Since2016, Detail::FULL);
    layer.areas.iter().map(|area| area.territory).collect()
}

fn assert_fits(rect: PlaneRect, seed: u64) {
    let view = View::fitting(rect, Rect::new(0.0, 0.0, 1280.0, 800.0));
    let is_sound = rect.width() > 1_000.0 && rect.height() > 1_000.0 && view.scale.is_finite();
    assert!(is_sound, "seed {seed}: {rect:?}");
}

/// How many were refused, drawn with a notice, and drawn in silence.
fn tried(file: &Value, seeds: std::ops::Range<u64>) -> [usize; 3] {
    let session = colleges();
    let (whole, notices) = opened(file.to_string().as_bytes()).unwrap();
    assert_eq!(notices, [""; 0], "what is sound has nothing to tell");
    let right = surfaces(&whole);
    let mut counts = [0; 3];
    for seed in seeds {
        match opened(&mutated(file, seed)) {
            Err(sentence) => {
                counts[0] += 1;
                assert!(
                    sentence.starts_with("« departements.geojson »"),
                    "seed {seed}: {sentence}"
                );
                assert!(sentence.ends_with(['.', ')']), "seed {seed}: {sentence}");
            }
            Ok((outlines, notices)) => {
                counts[if notices.is_empty() { 2 } else { 1 }] += 1;
                let found = surfaces(&outlines);
                for (id, right) in &right {
                    let part = found.get(id).map_or(0.0, |found| found / right);
                    let is_told = !notices.is_empty();
                    assert!(part > 0.4 || is_told, "seed {seed}: {part} of {id:?} in silence");
                }
                use_outlines(&outlines, &session, seed);
            }
        }
    }
    println!("refused, told, silent: {counts:?}");
    counts
}

/// How many files of the simpler kind are spoilt; 2 000 take minutes.
const SPOILT: &str = "ATLAS_ENT_CONTOURS_ABIMES";

#[test]
fn spoilt_files_are_refused_or_told_and_never_half_drawn_in_silence() {
    let file = simplified(DEPARTEMENTS_GEOJSON);
    let count = std::env::var(SPOILT).ok().and_then(|count| count.parse().ok()).unwrap_or(48);
    let [refused, told, silent] = tried(&file, 0..count);
    let most = count as usize / 8;
    assert!(refused > most && told > most, "{refused} refused, {told} told, {silent} silent");
}

#[test]
fn the_embedded_file_spoilt_is_refused_or_told() {
    let file = serde_json::from_slice(DEPARTEMENTS_GEOJSON).unwrap();
    tried(&file, 10_000..10_004);
}
