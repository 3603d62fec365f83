//! What an assistive tool hears: every control has a role of its own and a name, in every state of
//! the window.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Node,
    kittest::{NodeT, Queryable},
};

use crate::{
    desk::Desk,
    driver::{CTRL, Window},
};

/// Fails with all controls that have no role or no name.
#[track_caller]
fn assert_all_are_named(window: &Window, state: &str) {
    let nodes = window.harness.root().children_recursive();
    let mute: Vec<String> = nodes
        .filter(|node| is_control(node))
        .filter(|node| {
            let said = node.accesskit_node();
            let has_role = !matches!(said.role(), Role::GenericContainer | Role::Unknown);
            let has_name = said.label().is_some_and(|label| !label.trim().is_empty());
            !(has_role && has_name)
        })
        .map(|node| {
            let said = node.accesskit_node();
            format!("{:?} {:?} {:?} {:?}", said.role(), said.label(), said.value(), node.rect())
        })
        .collect();
    assert!(mute.is_empty(), "{state}: {mute:#?}");
}

fn is_control(node: &Node<'_>) -> bool {
    let data = node.accesskit_node();
    data.data().supports_action(egui::accesskit::Action::Focus)
}

/// Choices stand in a named group of them, or in an open list or menu.
#[track_caller]
fn assert_choices_stand_in_groups(window: &Window, state: &str) {
    for radio in window.harness.query_all_by_role(Role::RadioButton) {
        let node = radio.accesskit_node();
        let mut around = node.parent();
        while let Some(parent) = around.filter(|parent| parent.role() == Role::GenericContainer) {
            around = parent.parent();
        }
        let group = around.filter(|parent| parent.role() == Role::RadioGroup);
        let name = group.and_then(|group| group.label()).unwrap_or_default();
        assert!(!name.is_empty(), "{state}: « {:?} » stands alone", node.label());
    }
}

#[track_caller]
fn assert_all_is_told(window: &Window, state: &str) {
    assert_all_are_named(window, state);
    assert_choices_stand_in_groups(window, state);
    for node in window.harness.query_all_by_role(Role::ComboBox) {
        let value = node.accesskit_node().value().unwrap_or_default();
        assert!(!value.is_empty(), "{state}: a list without a value: {:?}", node.rect());
    }
    for node in window.harness.query_all_by_role(Role::Slider) {
        let said = node.accesskit_node();
        assert!(said.value().is_some() || said.numeric_value().is_some(), "{state}: a slider");
    }
    let frame = window.harness.root().accesskit_node().label().unwrap_or_default();
    assert!(frame.contains("Atlas ENT"), "{state}: the window is called « {frame} »");
}

#[test]
fn every_control_has_a_role_and_a_name_whatever_is_shown() {
    let mut window = Window::open();
    assert_all_is_told(&window, "the facts");
    window.click_at(window.place("Lorraine"));
    assert_all_is_told(&window, "a card");
    window.click("Indicateurs");
    assert_all_is_told(&window, "the indicators");
    window.press(Key::F8);
    assert_all_is_told(&window, "the table");
    window.press(Key::F9);
    assert_all_is_told(&window, "the panel folded");
    window.press(Key::F9);
    window.choose("Fichier", "Exemple fictif");
    assert_all_is_told(&window, "the example");
}

#[test]
fn every_control_has_a_role_and_a_name_in_what_opens() {
    let mut window = Window::open();
    for menu in ["Fichier", "Édition", "Carte", "Aller", "Date", "Affichage", "Aide"] {
        window.open_menu(menu);
        assert_all_is_told(&window, menu);
        window.press(Key::Escape);
    }
    for list in ["Données", "Découpage", "Ce que montre la carte"] {
        window.harness.get_by_role_and_label(Role::ComboBox, list).click();
        window.harness.run();
        assert_all_is_told(&window, list);
        window.press(Key::Escape);
    }
    for (modifiers, key) in
        [(CTRL, Key::K), (CTRL, Key::F), (Modifiers::NONE, Key::F1), (Modifiers::NONE, Key::T)]
    {
        window.press_with(modifiers, key);
        assert_all_is_told(&window, &format!("{key:?}"));
        window.press(Key::Escape);
    }
    window.choose("Affichage", "Fond de carte…");
    assert_all_is_told(&window, "the tiles");
    window.press(Key::Escape);
    window.choose("Fichier", "Ouvrir un chemin…");
    assert_all_is_told(&window, "a path");
}

#[test]
fn every_control_of_a_file_has_a_role_and_a_name() {
    let mut desk = Desk::open("departement;taux\n01;40\n38;70\n69;100\n", "3 lignes");
    assert_all_is_told(&desk.window, "a file");
    desk.window.choose("Affichage", "Aperçu du fichier");
    assert_all_is_told(&desk.window, "its preview");
    desk.window.choose("Affichage", "Rapport d’import");
    assert_all_is_told(&desk.window, "its report");
    desk.window.choose("Carte", "Sujet…");
    assert_all_is_told(&desk.window, "its subject");
}

#[test]
fn every_control_of_a_question_has_a_role_and_a_name() {
    let desk = Desk::open("code;taux équipés;date\n38;50;bientôt\n73;10;plus tard\n", "?");
    assert!(desk.window.harness.state().session().questions().next().is_some());
    assert_all_is_told(&desk.window, "a question");
}

#[test]
fn menus_are_menus_and_their_choices_are_choices() {
    let mut window = Window::open();
    let bar = window.harness.get_by_role(Role::MenuBar);
    let titles = bar.query_all_by_role(Role::MenuItem);
    let titles: Vec<String> = titles.filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(titles, ["Fichier", "Édition", "Carte", "Aller", "Date", "Affichage", "Aide"]);
    window.open_menu("Carte");
    let chosen = window.harness.get_by_role_and_label(Role::MenuItemRadio, "Lycées");
    let toggled = chosen.accesskit_node().toggled();
    assert_eq!(toggled, Some(egui::accesskit::Toggled::True));
    window.press(Key::Escape);
    window.open_menu("Affichage");
    let table = window.harness.get_by_role_and_label(Role::MenuItemCheckBox, "Tableau");
    assert_eq!(table.accesskit_node().toggled(), Some(egui::accesskit::Toggled::False));
}

#[test]
fn the_choices_of_tiles_are_one_group() {
    let mut window = Window::open();
    window.choose("Affichage", "Fond de carte…");
    let group = window.harness.get_by_role_and_label(Role::RadioGroup, "Images du fond");
    assert_eq!(group.query_all_by_role(Role::RadioButton).count(), 4);
}
