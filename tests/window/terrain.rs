//! The terrain: asked first, then the same map on tiles. Servers listen on the loopback address.

use std::{
    future::ready,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use atlas_ent::{
    app::{AtlasApp, Choice, FilePicker, Hovered, Pace, Picked, SchoolLayer, SchoolPoint},
    coverage::SchoolType,
    outline::OutlineFiles,
};
use egui::{Key, Pos2, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::{
    driver::{Window, french},
    tile_server::{Reply, TileServer, closed_port, png},
};

/// Gives up soon, and tries again long after the test.
const PACE: Pace = Pace {
    timeout: Duration::from_millis(500),
    pause: Duration::from_secs(600),
    at_once: 6,
    fresh: Duration::from_secs(3600),
};

/// A person who chooses this file of tiles.
pub struct Choosing(pub PathBuf);

impl FilePicker for Choosing {
    fn open_table(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }

    fn save_picture(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }

    fn save_table(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }

    fn open_tiles(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(ready(Picked::Path(self.0.clone())))
    }
}

/// A window that keeps its tiles in a folder of the test.
fn open(folder: &Path) -> Window {
    Window::made(Window::builder(), |context| app(context, folder))
}

fn app(context: &eframe::CreationContext<'_>, folder: &Path) -> AtlasApp {
    AtlasApp::new(context, OutlineFiles::embedded()).with_tiles_in(folder.into(), PACE)
}

fn folder() -> tempfile::TempDir {
    match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => panic!("{error}"),
    }
}

/// Chooses a server by its address, up to the question whether it may be called.
fn choose_server(window: &mut Window, address: &str) {
    window.choose("Affichage", "Fond de carte…");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Adresse du serveur");
    field.focus();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, "Adresse du serveur").type_text(address);
    window.harness.run();
    window.click("Utiliser ce fond");
}

/// On the terrain of a server.
fn on_terrain(window: &mut Window, server: &TileServer) {
    choose_server(window, &server.address());
    window.click("Activer");
    window.run_until(|_| server.requests() > 0);
}

fn is_terrain(window: &Window) -> bool {
    window.says("Carte sur fond de terrain")
}

#[test]
fn turning_the_terrain_on_asks_first_by_the_name_of_the_server() {
    let folder = folder();
    let mut window = open(folder.path());
    window.press(Key::T);
    assert!(!is_terrain(&window), "tiles would be fetched");
    window.hears("data.geopf.fr (Plan IGN)");
    window.hears("Rien d’autre n’est envoyé :");
    window.click("Annuler");
    assert!(!window.says("data.geopf.fr") && !is_terrain(&window));
    window.choose("Affichage", "Terrain");
    window.hears("data.geopf.fr (Plan IGN)");
    window.press(Key::Escape);
    assert!(!window.says("data.geopf.fr") && !is_terrain(&window));
}

#[test]
fn a_server_that_was_allowed_is_not_asked_about_again() {
    let (folder, server) = (folder(), TileServer::always(Reply::Png));
    let mut window = open(folder.path());
    choose_server(&mut window, &server.address());
    window.hears(&format!("téléchargées depuis {}", server.name()));
    assert_eq!(server.requests(), 0, "called before the answer");
    window.click("Activer");
    window.run_until(|_| server.requests() > 0);
    assert!(is_terrain(&window));
    window.hears(&format!("Fond : {}", server.name()));
    window.press(Key::T);
    assert!(!is_terrain(&window));
    window.press(Key::T);
    assert!(is_terrain(&window) && !window.says("Activer"));
}

#[test]
fn another_source_can_be_chosen_from_the_question() {
    let folder = folder();
    let mut window = open(folder.path());
    window.press(Key::T);
    window.click("Choisir une autre source…");
    window.hears("Fond de carte du terrain");
    window.harness.get_by_role_and_label(Role::RadioButton, "OpenStreetMap").click();
    window.harness.run();
    window.click("Utiliser ce fond");
    window.hears("tile.openstreetmap.org (OpenStreetMap)");
    window.click("Annuler");
    assert!(!is_terrain(&window));
}

#[test]
fn what_is_wrong_with_an_address_is_said_in_the_dialog() {
    let folder = folder();
    let mut window = open(folder.path());
    choose_server(&mut window, "https://exemple.fr/{z}/{x}.png");
    window.hears("Il manque {y} dans l’adresse :");
    window.click("Annuler");
    assert!(!window.says("Il manque") && !is_terrain(&window));
}

#[test]
fn on_the_terrain_pointing_and_clicking_are_as_on_the_map() {
    let (folder, server) = (folder(), TileServer::always(Reply::Png));
    let mut window = open(folder.path());
    on_terrain(&mut window, &server);
    assert_eq!(window.territories().len(), 27, "every région has its name");
    window.hover_at(window.place("Lorraine"));
    assert!(window.words().contains(&"Lorraine".to_owned()), "what is pointed at is named");
    window.click_at(window.place("Lorraine"));
    window.leave();
    window.hears("Ce qui n’est pas connu");
    let selected = window.standpoint().selection.clone();
    assert!(!selected.is_empty());
    window.press(Key::T);
    assert_eq!(window.standpoint().selection, selected);
    window.hears("Ce qui n’est pas connu");
}

#[test]
fn place_and_zoom_are_kept_both_ways() {
    let (folder, server) = (folder(), TileServer::always(Reply::Png));
    let mut window = open(folder.path());
    window.click("Collèges");
    assert_eq!(window.document().school_type, SchoolType::College);
    on_terrain(&mut window, &server);
    window.press(Key::T);
    window.turn_wheel(window.place("Isère"), 4.0);
    let middle = window.map().center();
    let by = middle - window.place("Isère");
    window.drag(window.place("Isère"), by);
    let apart = |window: &Window| window.place("Isère").distance(window.place("Savoie"));
    let (at, before) = (window.place("Isère"), apart(&window));
    for _ in 0..2 {
        window.press(Key::T);
        // Labels stand where an area is widest, which another projection shifts a little.
        assert!(window.place("Isère").distance(at) < 25.0, "{:?}", window.place("Isère"));
        assert!((apart(&window) / before - 1.0).abs() < 0.08, "{}", apart(&window) / before);
    }
    assert!(!is_terrain(&window));
    assert!(window.place("Isère").distance(at) < 0.5, "there and back is exactly where one was");
}

#[test]
fn without_a_network_one_line_says_so_and_the_outlines_stay() {
    let folder = folder();
    let mut window = open(folder.path());
    let port = closed_port();
    choose_server(&mut window, &format!("http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}.png"));
    window.click("Activer");
    let line = format!(
        "Fond de carte indisponible : le serveur 127.0.0.1:{port} ne répond pas. Les contours \
         restent."
    );
    window.run_until(|window| window.says(&line));
    let lines = window.words().iter().filter(|words| **words == french(&line)).count();
    assert_eq!(lines, 1);
    window.click_at(window.place("Lorraine"));
    window.leave();
    window.hears("Ce qui n’est pas connu");
    let before = window.place("Lorraine");
    window.drag(before, vec2(-120.0, 45.0));
    let moved = window.place("Lorraine") - before;
    assert!((moved - vec2(-120.0, 45.0)).length() < 1.0, "{moved:?}");
    window.press(Key::T);
    assert!(!window.says("Fond de carte indisponible"), "the map needs no tiles");
}

#[test]
fn a_slow_or_refusing_server_leaves_the_map_usable() {
    for (reply, said) in [
        (Reply::Slow, "ne répond pas"),
        (Reply::Page, "n’envoie pas d’images"),
        (Reply::Huge, "envoie des images trop lourdes"),
        (Reply::Status(403), "refuse l’accès (code 403)"),
        (Reply::Status(404), "cette partie n’est pas couverte"),
    ] {
        let (folder, server) = (folder(), TileServer::always(reply));
        let mut window = open(folder.path());
        on_terrain(&mut window, &server);
        window.run_until(|window| window.says(said));
        window.turn_wheel(window.place("Lorraine"), 2.0);
        window.click_at(window.place("Lorraine"));
        assert!(!window.standpoint().selection.is_empty(), "{reply:?}");
    }
}

/// A file that holds the world in one tile.
pub fn world(folder: &Path) -> PathBuf {
    let path = folder.join("fond.pmtiles");
    let made = std::fs::File::create(&path).map_err(pmtiles::PmtError::from).and_then(|file| {
        let mut writer = pmtiles::PmTilesWriter::new(pmtiles::TileType::Png)
            .max_zoom(0)
            .metadata("{\"attribution\":\"© Terrain de jeu\"}")
            .create(file)?;
        writer.add_tile(pmtiles::TileCoord::new(0, 0, 0)?, &png())?;
        writer.finalize()
    });
    match made {
        Ok(()) => path,
        Err(error) => panic!("{error}"),
    }
}

/// Until the file that was chosen stands in the dialog.
#[track_caller]
fn wait_for_path(window: &mut Window) {
    window.run_until(|window| {
        let field = window.harness.get_by_role_and_label(Role::TextInput, "Chemin du fichier");
        field.accesskit_node().value().is_some_and(|path| path.ends_with(".pmtiles"))
    });
}

/// Goes through the dialog, up to « Utiliser ce fond ».
fn take_file(window: &mut Window) {
    window.choose("Affichage", "Fond de carte…");
    window.click("Choisir un fichier…");
    wait_for_path(window);
    window.button("Utiliser ce fond").click();
}

/// Shows the terrain on the file that the person chooses, until its tiles are there.
pub fn choose_file(window: &mut Window) {
    take_file(window);
    window.run_until(|window| !window.says("Utiliser ce fond"));
    for _ in 0..20 {
        window.harness.step();
        thread::sleep(Duration::from_millis(5));
    }
    window.harness.run();
}

#[test]
fn a_file_of_tiles_is_shown_without_asking() {
    let folder = folder();
    let path = world(folder.path());
    let mut window = Window::made(Window::builder(), |context| {
        app(context, folder.path()).with_picker(Choosing(path))
    });
    choose_file(&mut window);
    assert!(is_terrain(&window));
    window.hears("Fond : © Terrain de jeu");
    assert!(!window.says("Fond de carte indisponible"));
}

#[test]
fn a_file_that_holds_no_tiles_is_refused_in_the_dialog() {
    let folder = folder();
    let path = folder.path().join("carte.pmtiles");
    std::fs::write(&path, "ceci n’est pas une carte, mais un texte").expect("a file");
    let mut window = Window::made(Window::builder(), |context| {
        app(context, folder.path()).with_picker(Choosing(path))
    });
    take_file(&mut window);
    window.run_until(|window| window.says("n’est ni un fichier PMTiles"));
    window.hears("« carte.pmtiles » n’est ni un fichier PMTiles ni un fichier MBTiles");
    assert!(!is_terrain(&window));
}

#[test]
fn a_file_whose_tiles_never_end_is_refused_while_the_window_stays_at_hand() {
    let folder = folder();
    let path = folder.path().join("piege.mbtiles.pmtiles");
    let made = rusqlite::Connection::open(&path).and_then(|database| {
        database.execute_batch(
            "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS
                 (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                 SELECT -i AS zoom_level, i AS tile_column, i AS tile_row, x'01' AS tile_data FROM n;",
        )
    });
    made.expect("a file");
    let mut window = Window::made(Window::builder(), |context| {
        app(context, folder.path()).with_picker(Choosing(path))
    });
    take_file(&mut window);
    let begun = std::time::Instant::now();
    window.harness.run_steps(3);
    assert!(begun.elapsed() < Duration::from_secs(1), "frames waited {:?}", begun.elapsed());
    window.hears("Ouverture du fichier…");
    window.run_until(|window| window.says("ou fait pour nuire"));
    window.hears("Choisissez-en un autre.");
    assert!(!is_terrain(&window));
    // Given up in the midst of it, nothing is left.
    window.button("Utiliser ce fond").click();
    window.harness.run_steps(3);
    window.button("Annuler").click();
    window.harness.run();
    assert!(!window.says("Fond de carte du terrain") && !is_terrain(&window));
}

#[test]
fn plain_keys_work_after_a_click_on_the_map_and_not_while_one_types() {
    let folder = folder();
    let mut window = open(folder.path());
    window.click_at(window.place("Lorraine"));
    window.press(Key::C);
    assert_eq!(window.document().school_type, SchoolType::College);
    window.choose("Affichage", "Fond de carte…");
    window.harness.get_by_role_and_label(Role::TextInput, "Adresse du serveur").focus();
    window.harness.run();
    window.press(Key::L);
    assert_eq!(window.document().school_type, SchoolType::College, "an L was typed");
}

/// Two schools in Grenoble, one at Saint-Denis of La Réunion, a crowd in Lyon, and nonsense.
fn schools() -> SchoolLayer {
    let mut points = vec![
        SchoolPoint { key: 1, lon: 5.7245, lat: 45.1885, equipped: Some(true) },
        SchoolPoint { key: 2, lon: 5.86, lat: 45.30, equipped: None },
        SchoolPoint { key: 3, lon: 55.45, lat: -20.90, equipped: Some(false) },
        SchoolPoint { key: 4, lon: 0.0, lat: 0.0, equipped: Some(true) },
        SchoolPoint { key: 5, lon: f64::NAN, lat: 45.0, equipped: Some(true) },
    ];
    points.extend((0..20).map(|rank| SchoolPoint {
        key: 100 + rank,
        lon: 4.83 + f64::from(rank) * 1e-3,
        lat: 45.76,
        equipped: Some(rank < 15),
    }));
    let name = |key| (key < 10).then(|| format!("Lycée n° {key}"));
    SchoolLayer { points: points.into(), name: Arc::new(name), ..SchoolLayer::default() }
}

fn marks(window: &Window) -> Vec<(String, Pos2)> {
    let nodes = window.harness.query_all_by_role(Role::GraphicsSymbol);
    let said = nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()));
    said.map(|(label, rect)| (label, rect.center())).collect()
}

#[track_caller]
fn mark(window: &Window, label: &str) -> Pos2 {
    let marks = marks(window);
    let found = marks.iter().find(|(said, _)| *said == french(label));
    found.unwrap_or_else(|| panic!("« {label} » is not among {marks:#?}")).1
}

#[test]
fn schools_are_points_on_the_map_and_gathered_where_they_are_dense() {
    let folder = folder();
    let mut window = open(folder.path());
    window.harness.state_mut().map().show_schools(schools());
    window.harness.run();
    let said: Vec<String> = marks(&window).into_iter().map(|(said, _)| said).collect();
    assert_eq!(said.len(), 4, "nonsense is nowhere: {said:#?}");
    mark(&window, "20 établissements : 15 sur 20 équipés d’un ENT (75 %)");
    mark(&window, "Lycée n° 2 : équipement inconnu");
    let far = mark(&window, "Lycée n° 3 : sans ENT");
    assert!(far.x < 0.25 * window.map().width(), "La Réunion is at the left: {far:?}");
}

#[test]
fn pointing_at_a_school_or_a_group_says_which() {
    let folder = folder();
    let mut window = open(folder.path());
    window.harness.state_mut().map().show_schools(schools());
    window.harness.run();
    let at = mark(&window, "Lycée n° 1 : équipé d’un ENT");
    window.hover_at(at + vec2(6.0, 0.0));
    assert_eq!(window.harness.state_mut().map().hovered(), Some(Hovered::School(1)));
    window.hears("Lycée n° 1");
    window.hears("équipé d’un ENT");
    let crowd = mark(&window, "20 établissements : 15 sur 20 équipés d’un ENT (75 %)");
    window.hover_at(crowd);
    window.hears("15 sur 20 équipés d’un ENT (75 %)");
}

#[test]
fn on_the_terrain_the_same_schools_stand_where_they_are() {
    let (folder, server) = (folder(), TileServer::always(Reply::Png));
    let mut window = open(folder.path());
    window.harness.state_mut().map().show_schools(schools());
    on_terrain(&mut window, &server);
    let at = mark(&window, "Lycée n° 1 : équipé d’un ENT");
    assert!(window.place("Rhône-Alpes").distance(at) < 80.0);
    window.turn_wheel(at, 10.0);
    let closer = mark(&window, "Lycée n° 1 : équipé d’un ENT");
    assert!(closer.distance(at) < 1.0, "it stays under the pointer: {closer:?}");
    window.hover_at(at);
    assert_eq!(window.harness.state_mut().map().hovered(), Some(Hovered::School(1)));
}

#[test]
fn a_group_opens_by_a_double_click() {
    let folder = folder();
    let mut window = open(folder.path());
    window.harness.state_mut().map().show_schools(schools());
    window.harness.run();
    let crowd = mark(&window, "20 établissements : 15 sur 20 équipés d’un ENT (75 %)");
    let apart = window.place("Lorraine").distance(window.place("Bretagne"));
    window.click_at(crowd);
    window.click_at(crowd);
    let closer = window.place("Lorraine").distance(window.place("Bretagne"));
    assert!((closer / apart - 4.0).abs() < 0.05, "{}", closer / apart);
    let now = mark(&window, "20 établissements : 15 sur 20 équipés d’un ENT (75 %)");
    assert!(now.distance(crowd) < 1.0);
}
