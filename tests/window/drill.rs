//! Going down to a school and back: by the mouse alone, by the keyboard alone.

use std::{fs, thread, time::Duration};

use atlas_ent::{
    app::AtlasApp,
    coverage::SchoolType,
    outline::OutlineFiles,
    territory::{Code, Edition, Level, Registry, TerritoryId},
};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::driver::{CTRL, Opening, Window, french};

/// Four lycées: two in Isère, one in Savoie, one in Paris; and one that lies nowhere.
const SCHOOLS: &str = "UAI;Nom;Commune;Secteur;Département;Nature;Latitude;Longitude;ENT\n\
    0380033E;Lycée Champollion;Grenoble;Public;38;300;45.1820;5.7230;oui\n\
    0380034F;Lycée de Bourgoin;Bourgoin-Jallieu;Privé;38;300;45.5900;5.2770;non\n\
    0730003G;Lycée Vaugelas;Chambéry;Public;73;306;45.5700;5.9200;oui\n\
    0750001A;Lycée de Paris;Paris;Public;75;306;48.8500;2.3500;non\n\
    0690001A;Lycée sans adresse;Lyon;Public;69;306;;;oui\n";

const ALT: Modifiers = Modifiers::ALT;

/// The window on these schools, by région.
#[expect(clippy::unwrap_used, reason = "a test that cannot write has failed")]
fn window() -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lycees.csv");
    fs::write(&path, SCHOOLS).unwrap();
    let mut window = Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(Opening(path))
    });
    window.harness.key_press_modifiers(CTRL, Key::O);
    for _ in 0..2_000 {
        window.harness.step();
        if window.says("5 lignes\u{202f}: 5 sur la carte") {
            window.pass(0.5);
            // A few schools fill no région, and are opened by département.
            assert_eq!(window.level(), Level::Departement);
            window.click("Régions");
            window.pass(0.5);
            return (window, folder);
        }
        thread::sleep(Duration::from_millis(5));
    }
    panic!("the file was not opened: {:#?}", window.words());
}

#[expect(clippy::unwrap_used, reason = "the codes of tests are well written")]
fn departement(code: &str) -> TerritoryId {
    TerritoryId::Departement(Code::new(code).unwrap())
}

#[expect(clippy::unwrap_used, reason = "the codes of tests are well written")]
fn region(code: &str) -> TerritoryId {
    TerritoryId::Region(Edition::Since2016, Code::new(code).unwrap())
}

fn place(window: &Window) -> TerritoryId {
    window.standpoint().place.territory
}

fn school(window: &Window) -> Option<String> {
    window.standpoint().place.school.map(|uai| uai.to_string())
}

#[test]
fn by_the_mouse_alone_one_goes_down_to_a_school_and_back() {
    let (mut window, _folder) = window();
    window.double_click_at(window.place("Auvergne-Rhône-Alpes"));
    assert_eq!(place(&window), region("84"));
    assert_eq!(window.territories().len(), 12, "only what the région is made of");
    window.double_click_at(window.place("Isère"));
    assert_eq!(place(&window), departement("38"));
    let words = french("Champollion, Grenoble · lycée général et technologique : équipé d’un ENT");
    let at = window.harness.get_by_role_and_label(Role::GraphicsSymbol, &words).rect().center();
    window.pass(1.0);
    window.click_at(at);
    window.pass(0.5);
    assert_eq!(
        window.standpoint().pointed_school.map(|uai| uai.to_string()).as_deref(),
        Some("0380033E")
    );
    assert_eq!((place(&window), school(&window)), (departement("38"), None), "nothing has moved");
    window.double_click_at(at);
    window.pass(0.5);
    assert_eq!(school(&window).as_deref(), Some("0380033E"));
    window.leave();
    window.click("Retour");
    assert_eq!((place(&window), school(&window)), (departement("38"), None));
    window.click("Auvergne-Rhône-Alpes");
    assert_eq!(place(&window), region("84"));
    window.click("France");
    assert_eq!(place(&window), TerritoryId::France);
    assert_eq!(window.territories().len(), 18);
}

/// Presses arrows as one would: towards where a territory lies, and where that leads nowhere, aside.
fn go_towards(window: &mut Window, name: &str, wanted: TerritoryId) {
    let mut path = Vec::new();
    for _ in 0..16 {
        let before = window.standpoint().selected();
        path.push(before);
        if before == Some(wanted) {
            return;
        }
        let selected = before.and_then(|id| Registry::official().get(id));
        let here = match selected {
            Some(territory) => window.place(&territory.name),
            None => window.map().center(),
        };
        let away = window.place(name) - here;
        let across = if away.x > 0.0 { Key::ArrowRight } else { Key::ArrowLeft };
        let along = if away.y > 0.0 { Key::ArrowDown } else { Key::ArrowUp };
        let keys = if away.x.abs() > away.y.abs() { [across, along] } else { [along, across] };
        for key in keys {
            window.press(key);
            let now = window.standpoint().selected();
            if now != before && (path.len() < 2 || now != path[path.len() - 2]) {
                break;
            }
        }
    }
    panic!("« {name} » was not reached: {path:?}");
}

#[test]
fn by_the_keyboard_alone_one_goes_down_by_neighbours_and_back() {
    let (mut window, _folder) = window();
    window.harness.get_by_role(Role::Canvas).focus();
    window.harness.run();
    window.press(Key::ArrowRight);
    assert!(window.standpoint().selected().is_some(), "the first arrow points at the middle");
    go_towards(&mut window, "Auvergne-Rhône-Alpes", region("84"));
    assert_eq!(window.standpoint().selected(), Some(region("84")));
    window.press(Key::Enter);
    window.pass(0.4);
    assert_eq!(place(&window), region("84"));
    go_towards(&mut window, "Isère", departement("38"));
    assert_eq!(window.standpoint().selected(), Some(departement("38")));
    window.press(Key::Enter);
    window.pass(0.4);
    assert_eq!(place(&window), departement("38"));
    window.press(Key::ArrowDown);
    assert_eq!(school(&window).as_deref(), Some("0380033E"), "the first by name");
    window.hears("Équipé");
    window.press(Key::ArrowDown);
    assert_eq!(school(&window).as_deref(), Some("0380034F"));
    window.press(Key::Escape);
    assert_eq!((place(&window), school(&window)), (departement("38"), None));
    window.press(Key::Escape);
    window.pass(0.4);
    assert_eq!(place(&window), region("84"));
    window.press(Key::Escape);
    window.pass(0.4);
    assert_eq!(place(&window), TerritoryId::France);
    window.press_with(ALT, Key::ArrowLeft);
    assert_eq!(place(&window), region("84"));
    window.press_with(ALT, Key::ArrowRight);
    assert_eq!(place(&window), TerritoryId::France);
}

#[test]
fn the_map_flies_to_the_place_and_home_again() {
    let (mut window, _folder) = window();
    window.click("Départements");
    let apart = |window: &Window| window.place("Isère").distance(window.place("Savoie"));
    let before = apart(&window);
    window.click("Régions");
    window.double_click_at(window.place("Auvergne-Rhône-Alpes"));
    assert!(apart(&window) > 2.0 * before, "closer");
    window.press(Key::Escape);
    window.pass(0.5);
    window.click("Départements");
    assert!((apart(&window) - before).abs() < 1.0, "the whole map again");
}

#[test]
fn several_territories_are_selected_with_the_control_key() {
    let (mut window, _folder) = window();
    window.click("Départements");
    window.pass(1.0);
    window.click_at(window.place("Isère"));
    window.pass(1.0);
    let savoie = window.place("Savoie");
    window.harness.hover_at(savoie);
    for pressed in [true, false] {
        let click = egui::Event::PointerButton {
            pos: savoie,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: CTRL,
        };
        window.harness.event_modifiers(click, CTRL);
        window.harness.step();
    }
    window.harness.run();
    assert_eq!(window.standpoint().selection, [departement("38"), departement("73")]);
}

#[test]
fn a_command_is_found_by_a_few_letters() {
    let mut window = Window::open();
    window.press_with(CTRL, Key::K);
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Rechercher une commande");
    field.type_text("academ carte");
    window.harness.run();
    window.press(Key::Enter);
    assert_eq!(window.level(), atlas_ent::territory::Level::Academie);
    window.press_with(CTRL, Key::K);
    window.press(Key::Escape);
    assert!(!window.says("Rechercher une commande"));
}

#[test]
fn a_click_on_a_class_of_the_legend_selects_its_territories() {
    let (mut window, _folder) = window();
    window.click("Départements");
    let line = window.legend().into_iter().find(|line| line.starts_with("100")).expect("a class");
    assert_eq!(line, french("100 % : 2"));
    window.click(&line);
    assert_eq!(window.standpoint().selection, [departement("69"), departement("73")]);
}

#[test]
fn the_buttons_of_the_mouse_go_back_and_forward() {
    let (mut window, _folder) = window();
    window.double_click_at(window.place("Auvergne-Rhône-Alpes"));
    let middle = window.map().center();
    let press = |window: &mut Window, button| {
        for pressed in [true, false] {
            window.harness.event(egui::Event::PointerButton {
                pos: middle,
                button,
                pressed,
                modifiers: Modifiers::NONE,
            });
            window.harness.step();
        }
        window.pass(0.4);
    };
    press(&mut window, egui::PointerButton::Extra1);
    assert_eq!(place(&window), TerritoryId::France);
    press(&mut window, egui::PointerButton::Extra2);
    assert_eq!(place(&window), region("84"));
}

#[test]
fn a_place_is_found_by_its_name_and_gone_to() {
    let (mut window, _folder) = window();
    let find = |window: &mut Window, text: &str| {
        window.press_with(CTRL, Key::F);
        let name = "Rechercher un territoire ou un établissement";
        window.harness.get_by_role_and_label(Role::TextInput, name).type_text(text);
        window.harness.run();
        window.press(Key::Enter);
        window.pass(0.5);
    };
    find(&mut window, "isere");
    assert_eq!(place(&window), departement("38"));
    find(&mut window, "vaugelas");
    assert_eq!((place(&window), school(&window).as_deref()), (departement("73"), Some("0730003G")));
    window.hears("Lycée Vaugelas");
    find(&mut window, "0750001A");
    assert_eq!((place(&window), school(&window).as_deref()), (departement("75"), Some("0750001A")));
    window.click("Collèges");
    find(&mut window, "vaugelas");
    assert_eq!(window.document().school_type, SchoolType::Lycee, "where it is on the map");
    find(&mut window, "sans adresse");
    window.hears("Sans coordonnées dans le fichier : absent de la carte.");
}

/// The rows of the table that are in sight.
fn rows(window: &Window) -> Vec<String> {
    let rows = window.harness.query_all_by_role(Role::Row);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn type_filter(window: &mut Window, text: &str) {
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Filtre");
    field.focus();
    window.harness.run();
    window.press_with(CTRL, Key::A);
    window.press(Key::Backspace);
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Filtre");
    field.type_text(text);
    window.harness.run();
}

#[test]
fn the_table_shows_what_the_map_shows_and_one_selects_in_either() {
    let (mut window, _folder) = window();
    window.press(Key::F8);
    window.click("Départements");
    window.double_click_at(window.place("Isère"));
    assert_eq!(rows(&window), [french("Champollion : oui"), french("Lycée de Bourgoin : non"),]);
    let row = french("Lycée de Bourgoin : non");
    window.harness.get_by_role_and_label(Role::Row, &row).click_accesskit();
    window.harness.run();
    let pointed = window.standpoint().pointed_school.map(|uai| uai.to_string());
    assert_eq!((pointed.as_deref(), school(&window)), (Some("0380034F"), None));
    window.harness.get_by_role_and_label(Role::Row, &row).click_accesskit();
    window.harness.run();
    assert_eq!(school(&window).as_deref(), Some("0380034F"), "asked for again, one goes there");
    window.click("Auvergne-Rhône-Alpes");
    assert_eq!(rows(&window).len().min(5), 5, "départements of the région: {:?}", rows(&window));
    let savoie = french("Savoie : 100 %");
    window.harness.get_by_role_and_label(Role::Row, &savoie).click_accesskit();
    window.harness.run();
    assert_eq!(window.standpoint().selection, [departement("73")]);
    window.hears("Département 73");
}

#[test]
fn rows_are_filtered_in_plain_words_and_sorted_by_a_column() {
    let (mut window, _folder) = window();
    window.press(Key::F8);
    window.click("Établissements");
    assert_eq!(rows(&window).len(), 5, "{:?}", rows(&window));
    window.hears("5 lignes");
    window.hears("1 établissement n’a pas de coordonnées");
    type_filter(&mut window, "commune: grenoble");
    assert_eq!(rows(&window), [french("Champollion : oui")]);
    window.hears("1 ligne sur 5");
    type_filter(&mut window, "non équipé");
    assert_eq!(rows(&window).len(), 2, "{:?}", rows(&window));
    type_filter(&mut window, "taille > 3");
    window.hears("« taille »");
    window.click("Effacer");
    window.click("Commune");
    let by_commune = rows(&window);
    assert!(by_commune[0].starts_with("Lycée de Bourgoin"), "{by_commune:?}");
    window.click("Commune, croissant");
    assert!(rows(&window)[0].starts_with("Lycée de Paris"), "{:?}", rows(&window));
}

#[test]
fn an_indicator_selects_its_territories_on_the_map() {
    let mut window = Window::open();
    window.click("Indicateurs");
    let name = "Régions dont tous les lycées ont un ENT : 2 régions sur 27";
    window.hears(name);
    window.hears("Annonce du ministère (octobre 2011) : 6 régions");
    window.hears("Non vérifiable avec ces données");
    window.hears("20\u{202f}000 établissements");
    window.click("Collèges");
    window.button(&french(name)).click_accesskit();
    window.harness.run();
    let region = |code| TerritoryId::Region(Edition::Before2016, Code::new(code).unwrap());
    assert_eq!(window.standpoint().selection, [region("41"), region("42")], "Lorraine and Alsace");
    assert_eq!(window.territory("Lorraine"), french("Lorraine : 100 %"));
}

#[test]
fn several_territories_are_summed_in_the_card() {
    let (mut window, _folder) = window();
    window.click("Départements");
    let line = french("100 % : 2");
    window.click(&line);
    window.hears("2 départements");
    window.hears("2 établissements sur 2");
}
