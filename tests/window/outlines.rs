//! A person's own outlines: bad ones leave a sentence and a map, never a panic.

use atlas_ent::outline::{DEPARTEMENTS_GEOJSON, OutlineFiles, REGIONS_GEOJSON};
use egui::Key;

use crate::driver::Window;

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
