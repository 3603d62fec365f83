//! Pointing at a territory, selecting it, and its card.

use atlas_ent::{
    outline::{Detail, FrameId, OutlineFiles},
    scene::{Rect, View},
    territory::{Code, Edition, Level, TerritoryId},
};
use egui::{Key, Pos2, accesskit::Role, vec2};
use egui_kittest::{
    Node,
    kittest::{NodeT, Queryable},
};

use crate::driver::{Window, french};

const NOTHING_SELECTED: &str = "pour voir chaque observation, sa date et sa source";

fn region(code: &str) -> Option<TerritoryId> {
    Code::new(code).ok().map(|code| TerritoryId::Region(Edition::Before2016, code))
}

fn departement(code: &str) -> Option<TerritoryId> {
    Code::new(code).ok().map(TerritoryId::Departement)
}

/// In the sea of the box of Mayotte, as the fitted map shows it.
fn sea_of_mayotte(window: &Window) -> Pos2 {
    let (outlines, _) = OutlineFiles::embedded().open().unwrap_or_else(|error| panic!("{error}"));
    let room = window.map();
    let room = Rect::new(room.left(), room.top(), room.width(), room.height()).shrunk(20.0);
    let view = View::fitting(outlines.bounds(), room);
    let frames = outlines.frames();
    let Some(rect) = frames.iter().find(|f| f.id == FrameId::Mayotte).and_then(|f| f.rect) else {
        panic!("Mayotte has no box");
    };
    let corner = view.page([rect.min[0], rect.max[1]]);
    let at = [corner[0] + 8.0, corner[1] - 8.0];
    let layer = outlines.layer(Level::Departement, Edition::Since2016, Detail::FULL);
    let land = layer.areas.iter().any(|area| area.contains(view.plane(at)));
    assert!(!land, "that is land");
    at.into()
}

/// In the Bay of Biscay.
fn ocean(window: &Window) -> Pos2 {
    window.place("Aquitaine") - vec2(110.0, 0.0)
}

#[test]
fn pointing_at_a_territory_tells_its_name_its_value_and_its_schools() {
    let mut window = Window::open();
    window.hover_at(window.place("Île-de-France"));
    for text in ["Île-de-France", "au moins 58 %", "275 établissements sur 471"] {
        assert!(window.words().contains(&french(text)), "{text}");
    }
    window.hears(NOTHING_SELECTED);
    window.leave();
    assert!(!window.words().contains(&"275 établissements sur 471".to_owned()));
}

#[test]
fn pointing_at_a_gap_tells_its_reason() {
    let mut window = Window::open();
    window.hover_at(window.place("Bretagne"));
    assert!(window.words().contains(&"Bretagne".to_owned()));
    window.hears("Aucune source");
    window.hears("Aucune source connue ne parle de ce territoire à cette date.");
}

#[test]
fn clicking_a_territory_opens_its_card() {
    let mut window = Window::open();
    window.click("Collèges");
    window.click_at(window.place("Loire"));
    assert_eq!(window.standpoint().selected(), departement("42"));
    assert_the_card_of_the_loire(&window);
}

#[test]
fn an_assistive_click_opens_the_same_card() {
    let mut window = Window::open();
    window.click("Collèges");
    let label = window.territory("Loire");
    window.button(&label).click_accesskit();
    window.harness.run();
    assert_eq!(window.standpoint().selected(), departement("42"));
    assert!(window.is_chosen(&label));
    assert_the_card_of_the_loire(&window);
}

fn assert_the_card_of_the_loire(window: &Window) {
    assert!(!window.says(NOTHING_SELECTED));
    for text in [
        "Département 42",
        "75 %",
        "Établissements : 57 établissements sur 76",
        "Preuve : documenté",
        "Ce qui n’est pas connu",
        "Dans le temps : 4 observations",
        "septembre 2010",
        "septembre 2009",
        "75 % · généralisation",
        "61 % · généralisation",
        "sur la carte",
        "déduit",
        "ligne 106 du fichier",
    ] {
        window.hears(text);
    }
    assert_eq!(sources(window).len(), 4, "each observation has its source");
    window.hears("loire.fr");
}

/// The links to sources, named by their sites; those to places stand in the address line.
fn sources(window: &Window) -> Vec<Node<'_>> {
    let links = window.harness.query_all_by_role(Role::Link);
    links
        .filter(|link| link.accesskit_node().label().is_some_and(|name| name.contains('.')))
        .collect()
}

#[test]
fn the_source_of_an_observation_opens_in_the_browser() {
    let mut window = Window::open();
    window.click("Collèges");
    window.click_at(window.place("Oise"));
    let links = sources(&window);
    let Some(link) = links.first() else { panic!("no link in {:#?}", window.words()) };
    link.click_accesskit();
    drop(links);
    let mut opened = Vec::new();
    for _ in 0..3 {
        window.harness.step();
        opened.extend(window.harness.output().platform_output.commands.clone());
    }
    let is_address = |command: &egui::OutputCommand| matches!(command, egui::OutputCommand::OpenUrl(open) if open.url.starts_with("http"));
    assert!(opened.iter().any(is_address), "{opened:?}");
}

#[test]
fn the_card_of_an_undocumented_territory_says_so() {
    let mut window = Window::open();
    window.click_at(window.place("Champagne-Ardenne"));
    window.leave();
    assert_eq!(window.standpoint().selected(), region("21"));
    for text in ["Aucune source", "Ce qui n’est pas connu", "Dans le temps"] {
        window.hears(text);
    }
}

#[test]
fn the_sea_in_the_box_of_mayotte_is_mayotte() {
    let mut window = Window::open();
    let at = sea_of_mayotte(&window);
    window.hover_at(at);
    assert!(window.words().contains(&"Mayotte".to_owned()));
    window.click_at(at);
    assert_eq!(window.standpoint().selected(), region("06"));
    window.click("Collèges");
    window.click_at(at);
    assert_eq!(window.standpoint().selected(), departement("976"));
}

#[test]
fn the_zoom_on_paris_is_live() {
    let mut window = Window::open();
    window.click("Collèges");
    // Paris is a few pixels wide on the mainland; its place is in the zoom or on it, and is hit.
    for (name, code) in [("Paris", "75"), ("Seine-Saint-Denis", "93"), ("Val-de-Marne", "94")] {
        window.click_at(window.place(name));
        assert_eq!(window.standpoint().selected(), departement(code), "{name}");
    }
}

#[test]
fn every_place_of_a_territory_is_its_own() {
    let mut window = Window::open();
    for level in ["Régions", "Académies", "Départements"] {
        window.click(level);
        for said in window.territories() {
            let name = said.split("\u{202f}: ").next().unwrap_or_default().to_owned();
            window.hover_at(window.place(&name));
            assert!(window.words().contains(&name), "{name} is not under its own node");
        }
    }
}

#[test]
fn clicking_the_ocean_closes_the_card() {
    let mut window = Window::open();
    window.click_at(window.place("Lorraine"));
    assert_eq!(window.standpoint().selected(), region("41"));
    window.click_at(ocean(&window));
    assert_eq!(window.standpoint().selected(), None);
    window.hears(NOTHING_SELECTED);
}

#[test]
fn escape_and_the_cross_close_the_card() {
    let mut window = Window::open();
    window.click_at(window.place("Lorraine"));
    // The pointer may well rest on the territory, with its tooltip.
    window.hover_at(window.place("Lorraine"));
    window.press(Key::Escape);
    assert_eq!(window.standpoint().selected(), None);
    // Two clicks close together would go into it.
    window.pass(1.0);
    window.click_at(window.place("Lorraine"));
    window.click("Fermer la fiche");
    assert_eq!(window.standpoint().selected(), None);
    window.hears(NOTHING_SELECTED);
}

#[test]
fn a_card_follows_the_date_and_goes_with_its_level() {
    let mut window = Window::open();
    window.click("Collèges");
    window.click_at(window.place("Loire"));
    window.leave();
    window.go_back_until(|date| date.year() == 2009);
    window.hears("61 %");
    window.hears("après la date choisie");
    window.click("Régions");
    window.hears(NOTHING_SELECTED);
}

#[test]
fn usage_stands_apart_from_what_is_deployed() {
    let mut window = Window::open();
    assert_eq!(window.territory("Corse"), french("Corse : Aucune source"));
    window.click("Collèges");
    window.choose("Carte", "ENT utilisé");
    assert!(!window.territory("Loire").contains('%'), "75 % are deployed, not used");
}
