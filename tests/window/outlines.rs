//! A person's own outlines: bad ones leave a sentence and a map, never a panic.

#![expect(clippy::unwrap_used, reason = "a test that cannot write has failed")]

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use atlas_ent::{
    app::AtlasApp,
    coverage::Embedded,
    outline::{DEPARTEMENTS_GEOJSON, OutlineFiles, OutlineSource, REGIONS_GEOJSON},
};
use eframe::{App as _, CreationContext, Storage};
use egui::Key;

use crate::{
    driver::{CTRL, Dropped, Opening, Window},
    made::{mutated, simplified},
};

fn own(departements: impl Into<Vec<u8>>) -> OutlineFiles {
    OutlineFiles::own(departements.into(), [None, None])
}

/// One feature with these properties and this geometry.
fn feature(properties: &str, geometry: &str) -> String {
    format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},"geometry":{geometry}}}]}}"#
    )
}

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[4,45],[5,45],[5,46],[4,46],[4,45]]]}"#;
const OPEN: &str = r#"{"type":"Polygon","coordinates":[[[4,45],[5,45],[5,46],[4,46]]]}"#;
const SHORT: &str = r#"{"type":"Polygon","coordinates":[[[4,45],[5,45],[4,45]]]}"#;
const POINT: &str = r#"{"type":"Point","coordinates":[4,45]}"#;
const METRES: &str = r#"{"type":"Polygon","coordinates":[[[652000,6862000],[653000,6862000],[653000,6863000],[652000,6862000]]]}"#;
const LOIRE: &str = r#"{"code":"42","nom":"Loire"}"#;

/// Each kind of fault, and what the notice says of it.
fn faults() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("not JSON", text("Bonjour"), "ce n’est pas du JSON valable"),
        ("cut off", DEPARTEMENTS_GEOJSON[..5_000].to_vec(), "ce n’est pas du JSON valable"),
        ("empty", vec![], "le fichier est vide"),
        ("blank", text(" \n"), "le fichier est vide"),
        ("not UTF-8", b"{\"type\":\"\xe9\"}".to_vec(), "n’est pas en UTF-8"),
        ("other JSON", text("{\"type\":\"Topology\"}"), "pas une « FeatureCollection »"),
        (
            "no feature",
            text(r#"{"type":"FeatureCollection","features":[]}"#),
            "ne contient aucun contour",
        ),
        ("no code", text(&feature(r#"{"rang":"x"}"#, SQUARE)), "ni par un code ni par un nom"),
        ("no area", text(&feature(LOIRE, POINT)), "n’est pas une surface"),
        ("unclosed ring", text(&feature(LOIRE, OPEN)), "a un anneau ouvert"),
        ("short ring", text(&feature(LOIRE, SHORT)), "il en faut au moins quatre"),
        ("not degrees", text(&feature(LOIRE, METRES)), "hors de la longitude et de la latitude"),
        (
            "wrong level",
            REGIONS_GEOJSON.to_vec(),
            "contient des régions, alors que des département",
        ),
        ("unknown code", text(&feature(r#"{"code":"999"}"#, SQUARE)), "aucun des codes"),
    ]
}

#[test]
fn bad_outlines_at_start_leave_a_notice_and_the_map_of_the_program() {
    for (kind, bytes, said) in faults() {
        let window = Window::with(own(bytes));
        assert!(window.says(said), "{kind}: « {said} » is not among {:#?}", window.words());
        window.hears("« departements.geojson »");
        window.hears("Les contours du programme sont utilisés.");
        assert_eq!(window.territories().len(), 27, "{kind}");
    }
}

#[test]
fn bad_outlines_later_leave_the_map_as_it_was() {
    let loire_only = feature(LOIRE, SQUARE);
    for (kind, bytes, said) in faults() {
        let mut window = Window::with(own(loire_only.clone()));
        window.click("Collèges");
        window.press(Key::Escape);
        let before = window.territories();
        assert_eq!(before.len(), 1, "a map of one's own");
        window.harness.state_mut().open_outlines(own(bytes));
        window.wait_for_outlines();
        assert!(window.says(said), "{kind}: « {said} » is not among {:#?}", window.words());
        window.hears("La carte reste comme elle était.");
        assert_eq!(window.territories(), before, "{kind}");
    }
}

#[test]
fn while_others_are_read_the_map_stays() {
    let mut window = Window::open();
    let before = window.territories();
    window.harness.state_mut().open_outlines(own(DEPARTEMENTS_GEOJSON));
    assert!(window.harness.state().is_loading());
    window.harness.step();
    assert_eq!(window.territories(), before);
    window.wait_for_outlines();
    assert_eq!(window.territories(), before);
}

#[test]
fn good_outlines_later_replace_the_map() {
    let mut window = Window::open();
    window.harness.state_mut().open_outlines(own(feature(LOIRE, SQUARE)));
    window.wait_for_outlines();
    assert_eq!(window.territories().len(), 1, "only Rhône-Alpes has an outline");
    window.hears("100 départements sans contour");
}

#[test]
fn a_byte_order_mark_is_noticed_and_the_map_is_shown() {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend_from_slice(DEPARTEMENTS_GEOJSON);
    let window = Window::with(own(bytes));
    window.hears("marque d’ordre des octets (BOM)");
    assert_eq!(window.territories(), Window::open().territories());
}

#[test]
fn a_bad_file_of_regions_names_itself() {
    let files = OutlineFiles::own(DEPARTEMENTS_GEOJSON.to_vec(), [Some(b"Bonjour".to_vec()), None]);
    let window = Window::with(files);
    window.hears("« regions.geojson »");
    assert_eq!(window.territories().len(), 27);
}

#[test]
fn a_notice_is_closed_by_its_cross_or_by_escape() {
    let said = "Les contours du programme sont utilisés.";
    let mut window = Window::with(own(""));
    window.hears(said);
    window.click("Fermer l’avis");
    assert!(!window.says(said));
    let mut window = Window::with(own(""));
    window.press(Key::Escape);
    assert!(!window.says(said));
}

#[test]
fn a_notice_leaves_room_for_the_map() {
    let window = Window::with(own(feature(LOIRE, SQUARE)));
    window.hears("100 départements sans contour");
    let map = window.map();
    assert!(map.height() > 500.0, "{map:?}");
}

/// Someone who chooses this file when asked for one.
fn window_choosing(path: &Path) -> Window {
    Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(Opening(path.to_owned()))
    })
}

fn drop_onto(window: &mut Window, paths: &[&Path]) {
    for path in paths {
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_path_buf())));
    }
    window.harness.step();
}

const THEIRS: &str = "Contours fournis par l’auteur de la carte";
const IGN: &str = "IGN, ADMIN EXPRESS COG 2024";

/// The map of one région alone, credited to whoever drew it.
fn shows_loire(window: &Window) -> bool {
    window.territories().len() == 1 && window.says(THEIRS) && !window.says(IGN)
}

fn shows_france(window: &Window) -> bool {
    window.territories().len() == 27 && window.says(IGN) && !window.says(THEIRS)
}

fn loire_in(folder: &Path) -> PathBuf {
    let path = folder.join("loire.geojson");
    fs::write(&path, feature(LOIRE, SQUARE)).unwrap();
    path
}

#[test]
fn outlines_that_are_chosen_are_shown_and_taken_back_like_any_step() {
    let folder = tempfile::tempdir().unwrap();
    let path = loire_in(folder.path());
    let mut window = window_choosing(&path);
    window.choose("Fichier", "Ouvrir des contours…");
    window.run_until(shows_loire);
    window.hears("« loire.geojson »");
    window.hears("100 départements sans contour");
    assert_eq!(window.document().outlines, OutlineSource::Own(path));
    window.press_with(CTRL, Key::Z);
    window.run_until(shows_france);
    window.press_with(CTRL, Key::Y);
    window.run_until(shows_loire);
    window.choose("Fichier", "Revenir aux contours de l’atlas");
    window.run_until(shows_france);
    assert_eq!(window.document().data, Embedded::Facts.into(), "the data stay");
}

#[test]
fn bad_outlines_that_are_chosen_leave_the_map_and_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contours.geojson");
    fs::write(&path, feature(LOIRE, OPEN)).unwrap();
    let mut window = window_choosing(&path);
    window.choose("Fichier", "Ouvrir des contours…");
    window.run_until(|window| window.says("a un anneau ouvert"));
    window.hears("« contours.geojson »");
    window.hears("La carte reste comme elle était.");
    assert!(shows_france(&window));
    assert_eq!(window.document().outlines, OutlineSource::Embedded);
}

#[test]
fn a_geojson_without_values_is_outlines_and_one_with_values_is_data() {
    let folder = tempfile::tempdir().unwrap();
    let outlines = loire_in(folder.path());
    let data = folder.path().join("taux.geojson");
    fs::write(&data, feature(r#"{"code":"42","nom":"Loire","taux":75}"#, SQUARE)).unwrap();
    let mut window = Window::open();
    drop_onto(&mut window, &[&data]);
    window.run_until(|window| window.document().data.own().is_some());
    assert_eq!(window.document().outlines, OutlineSource::Embedded);
    assert_eq!(window.territories().len(), 101);
    drop_onto(&mut window, &[&outlines]);
    window.run_until(|window| window.territories().len() == 1);
    assert!(window.document().data.own().is_some(), "the data stay");
    window.hears(THEIRS);
}

#[test]
fn outlines_and_data_can_be_dropped_together_and_a_folder_of_outlines_too() {
    let folder = tempfile::tempdir().unwrap();
    let outlines = loire_in(folder.path());
    let data = folder.path().join("taux.csv");
    fs::write(&data, "code;taux\n42;75\n38;20\n").unwrap();
    let mut window = Window::open();
    drop_onto(&mut window, &[&outlines, &data]);
    window.run_until(|window| window.document().data.own().is_some());
    assert!(matches!(&window.document().outlines, OutlineSource::Own(path) if *path == outlines));
    let set = folder.path().join("contours");
    fs::create_dir(&set).unwrap();
    fs::write(set.join("departements.geojson"), feature(LOIRE, SQUARE)).unwrap();
    fs::write(set.join("credit.txt"), "OpenStreetMap, ODbL").unwrap();
    drop_onto(&mut window, &[&set]);
    window.run_until(|window| window.says("Contours : OpenStreetMap, ODbL"));
}

/// What a program keeps from one day to the next.
#[derive(Default)]
struct Kept(HashMap<String, String>);

impl Storage for Kept {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }

    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }

    fn flush(&mut self) {}
}

fn next_day(kept: &Kept, files: OutlineFiles) -> Window {
    Window::made(Window::builder(), |context| {
        let mut context = CreationContext::_new_kittest(context.egui_ctx.clone());
        context.storage = Some(kept);
        AtlasApp::new(&context, files)
    })
}

#[test]
fn outlines_are_remembered_until_those_of_the_atlas_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = loire_in(folder.path());
    let mut window = window_choosing(&path);
    window.choose("Fichier", "Ouvrir des contours…");
    window.run_until(shows_loire);
    let mut kept = Kept::default();
    window.harness.state_mut().save(&mut kept);
    let mut window = next_day(&kept, OutlineFiles::embedded());
    assert!(shows_loire(&window), "{:#?}", window.words());
    // What the command line asks for is of one day.
    let mut given = next_day(&kept, own(DEPARTEMENTS_GEOJSON));
    assert_eq!(given.territories().len(), 27);
    let mut after = Kept::default();
    given.harness.state_mut().save(&mut after);
    assert!(shows_loire(&next_day(&after, OutlineFiles::embedded())));
    window.choose("Fichier", "Revenir aux contours de l’atlas");
    window.run_until(shows_france);
    window.harness.state_mut().save(&mut kept);
    assert!(shows_france(&next_day(&kept, OutlineFiles::embedded())));
    window.press_with(CTRL, Key::Z);
    window.run_until(shows_loire);
    window.harness.state_mut().save(&mut kept);
    fs::remove_file(&path).unwrap();
    let window = next_day(&kept, OutlineFiles::embedded());
    assert!(shows_france(&window));
    window.hears("Contours non ouverts");
    window.hears("Les contours du programme sont utilisés.");
}

/// How many spoilt files the window opens; 2 000 take minutes.
const SPOILT: &str = "ATLAS_ENT_CONTOURS_ABIMES";

/// The sentences with which the window says what is wrong with outlines.
fn is_told(window: &Window) -> bool {
    let says = |text: &str| window.says(text);
    says("« departements.geojson »") || says("sans contour") || says("écartés")
}

#[test]
fn outlines_with_something_wrong_never_break_the_window() {
    let file = simplified(DEPARTEMENTS_GEOJSON);
    let count = std::env::var(SPOILT).ok().and_then(|count| count.parse().ok()).unwrap_or(12);
    let mut window = Window::open();
    let whole = window.territories().len();
    for seed in 0..count {
        window.harness.state_mut().open_outlines(own(mutated(&file, seed)));
        window.wait_for_outlines();
        let drawn = window.territories().len();
        assert!(drawn > 0, "seed {seed}");
        let words = || window.words();
        assert!(drawn == whole || is_told(&window), "seed {seed}: {drawn} in {:#?}", words());
        window.press(Key::Escape);
        window.harness.key_press(if seed % 2 == 0 { Key::T } else { Key::Plus });
        window.harness.run();
    }
}
