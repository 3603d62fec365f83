//! The page of the report, written and arranged in the place of the map.

use atlas_ent::scene::Block;
use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::driver::{CTRL, Window, french};

fn window_with_page() -> Window {
    let mut window = Window::open();
    window.press_with(CTRL, Key::E);
    window.settle();
    window.wait_for("Titre");
    window.settle();
    window
}

/// The text that stands on the page in a block.
fn written(window: &Window, block: Block) -> Option<String> {
    window.document().page.texts.get(&block).map(|written| written.text.clone())
}

/// The block on the page, by how its name begins.
#[track_caller]
fn block(window: &Window, label: &str) -> egui::Rect {
    let start = french(label);
    let mut buttons = window.harness.query_all_by_role(Role::Button);
    let is_it = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|name| name.starts_with(&start))
    };
    let found = buttons.find(is_it);
    found.unwrap_or_else(|| panic!("no « {label} » among {:#?}", window.words())).rect()
}

#[test]
fn the_page_stands_in_the_place_of_the_map_and_escape_goes_back_to_it() {
    let mut window = window_with_page();
    for label in ["Titre : Part des lycées", "Légende", "Sources : ", "Note de lecture : "] {
        block(&window, label);
    }
    assert!(window.harness.query_by_role_and_label(Role::Button, "Enregistrer…").is_some());
    window.press(Key::Escape);
    assert!(window.harness.query_by_role_and_label(Role::Button, "Exporter…").is_some());
    assert_eq!(window.territories().len(), 27);
}

#[test]
fn a_text_is_written_in_its_place_and_taken_back() {
    let name = french("Écrire : Sous-titre");
    let mut window = window_with_page();
    let title = block(&window, "Sous-titre : ").center();
    window.click_at(title);
    window.settle();
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, &name);
    field.focus();
    window.harness.run();
    window.press_with(CTRL, Key::A);
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, &name);
    field.type_text("Les ENT dans mon rapport");
    window.harness.run();
    window.settle();
    assert_eq!(written(&window, Block::Subtitle).as_deref(), Some("Les ENT dans mon rapport"));
    window.press(Key::Escape);
    window.settle();
    block(&window, "Sous-titre : Les ENT dans mon rapport");
    window.choose("Date", "Date précédente");
    window.settle();
    window.wait_for("Ce texte a été écrit pour le 31 octobre 2011.");
    window.button("Revenir au texte proposé").click_accesskit();
    window.harness.run();
    assert_eq!(written(&window, Block::Subtitle), None);
    window.press_with(CTRL, Key::Z);
    assert!(written(&window, Block::Subtitle).is_some(), "taking it back is a step");
}

#[test]
fn what_stands_on_the_page_is_chosen_in_its_panel() {
    let mut window = window_with_page();
    let tick = window.harness.get_by_role_and_label(Role::CheckBox, "Note de lecture");
    tick.click_accesskit();
    window.harness.run();
    window.settle();
    assert!(!window.document().page.spec.shows(Block::Note));
    window.pick("Taille", "A4, portrait");
    window.settle();
    window.pick("Modèle", "Diapositive");
    window.settle();
    assert_eq!(window.document().page.spec.format.label(), "A4, portrait");
    for _ in 0..3 {
        window.press_with(CTRL, Key::Z);
    }
    assert_eq!(window.document().page, Default::default());
}

#[test]
fn the_note_reads_the_territory_that_is_clicked() {
    let mut window = window_with_page();
    let mut maps = window.harness.query_all_by_role_and_label(Role::Image, "Carte de la page");
    let map = maps.next().unwrap_or_else(|| panic!("no map")).rect();
    drop(maps);
    let mut chosen = None;
    for step in 0..25 {
        let part = egui::vec2((step % 5) as f32 * 0.15 + 0.2, (step / 5) as f32 * 0.15 + 0.2);
        window.click_at(map.left_top() + map.size() * part);
        chosen = window.document().page.read;
        if chosen.is_some() {
            break;
        }
    }
    assert!(chosen.is_some(), "no territory was hit");
    window.settle();
    // It may lie below the foot of the panel.
    window.button("Lire le territoire que l’atlas choisit").click_accesskit();
    window.harness.run();
    assert_eq!(window.document().page.read, None);
}

#[test]
fn whoever_publishes_the_page_is_named_on_it() {
    let mut window = window_with_page();
    let name = "Nom de l’institution";
    window.harness.get_by_role_and_label(Role::TextInput, name).focus();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, name).type_text("Académie de Grenoble");
    window.harness.run();
    window.settle();
    assert_eq!(window.document().page.spec.author(), Some("Académie de Grenoble"));
    block(&window, "Institution");
    let ticks = window.harness.query_all_by_role(Role::CheckBox);
    let names: Vec<_> = ticks.filter_map(|tick| tick.accesskit_node().label()).collect();
    assert!(!names.iter().any(|name| name == "Carte de situation"), "France lies in itself");
}
