//! The bar: each choice by its button, and what it does to the map.

use atlas_ent::{
    cartography::Representation,
    coverage::{Embedded, SchoolType},
    territory::{Edition, Level},
};
use egui::{Key, Modifiers};

use crate::driver::{CTRL, Window, french};

#[test]
fn colleges_are_shown_by_departement_and_lycees_by_region_again() {
    let mut window = Window::open();
    let before = window.words();
    window.click("Collèges");
    assert_eq!(window.document().school_type, SchoolType::College);
    assert_eq!(window.level(), Level::Departement);
    window.hears("Part des collèges équipés d’un ENT, par département");
    assert!(window.is_chosen("Départements") && !window.is_chosen("Régions"));
    window.click("Lycées");
    assert_eq!(window.level(), Level::Region);
    assert_eq!(window.words(), before);
}

#[test]
fn each_level_is_a_button() {
    let mut window = Window::open();
    for (button, level, count, one) in [
        ("Départements", Level::Departement, 101, "Meurthe-et-Moselle"),
        ("Académies", Level::Academie, 31, "Nancy-Metz"),
        ("Régions", Level::Region, 27, "Lorraine"),
    ] {
        window.click(button);
        assert_eq!(window.level(), level);
        assert_eq!(window.territories().len(), count, "{button}");
        window.territory(one);
        window.hears(&format!("par {}", level.singular()));
        assert!(window.is_chosen(button));
    }
}

#[test]
fn mayotte_is_drawn_among_the_academies_of_2011_and_not_counted() {
    let mut window = Window::open();
    window.click("Académies");
    let mayotte = window.territory("Mayotte (vice-rectorat)");
    assert_eq!(mayotte, french("Mayotte (vice-rectorat) : Hors périmètre"));
    window.hears("30\u{a0}académies");
}

#[test]
fn every_other_combination_of_type_and_level_works_too() {
    let mut window = Window::open();
    for schools in ["Lycées", "Collèges"] {
        window.click(schools);
        for (level, count) in [("Régions", 27), ("Académies", 31), ("Départements", 101)] {
            window.click(level);
            assert!(window.is_chosen(schools) && window.is_chosen(level), "{schools}, {level}");
            assert_eq!(window.territories().len(), count, "{schools}, {level}");
        }
    }
}

#[test]
fn share_and_stage_are_lines_of_a_list() {
    let mut window = Window::open();
    window.pick("Ce que montre la carte", "Stade de déploiement");
    assert_eq!(window.document().representation, Representation::Stage);
    window.hears("Stade de déploiement des ENT en lycée, par région");
    assert_eq!(window.territory("Lorraine"), french("Lorraine : généralisation"));
    window.pick("Ce que montre la carte", "Part des établissements");
    assert_eq!(window.document().representation, Representation::Share);
    assert_eq!(window.territory("Lorraine"), french("Lorraine : 100 %"));
}

#[test]
fn the_borders_are_those_of_either_time() {
    let mut window = Window::open();
    window.pick("Découpage", "Depuis 2016");
    assert_eq!(window.document().edition, Edition::Since2016);
    assert_eq!(window.territories().len(), 18);
    window.territory("Grand Est");
    window.hears("18\u{a0}régions\u{a0}(depuis\u{a0}2016)");
    window.click("Académies");
    assert_eq!(window.territories().len(), 30);
    window.territory("Normandie");
    window.pick("Découpage", "Avant 2016");
    window.territory("Rouen");
}

#[test]
fn the_data_are_lines_of_a_list() {
    let mut window = Window::open();
    window.pick("Données", "Exemple fictif");
    assert_eq!(window.document().data, Embedded::Example.into());
    window.pick("Données", "Faits documentés");
    assert_eq!(window.document().data, Embedded::Facts.into());
    assert_eq!(window.territory("Lorraine"), french("Lorraine : 100 %"));
}

#[test]
fn letters_choose_as_the_buttons_do() {
    let mut window = Window::open();
    window.press(Key::C);
    assert_eq!(window.document().school_type, SchoolType::College);
    window.press(Key::A);
    assert_eq!(window.level(), Level::Academie);
    window.press(Key::R);
    assert_eq!(window.level(), Level::Region);
    window.press(Key::D);
    assert_eq!(window.level(), Level::Departement);
    window.press(Key::S);
    assert_eq!(window.document().representation, Representation::Stage);
    window.press(Key::P);
    assert_eq!(window.document().representation, Representation::Share);
    window.press(Key::L);
    assert_eq!(window.document().school_type, SchoolType::Lycee);
}

#[test]
fn ctrl_z_goes_back_and_ctrl_maj_z_or_ctrl_y_forward_again() {
    let mut window = Window::open();
    let first = window.words();
    window.click("Collèges");
    let second = window.words();
    window.pick("Ce que montre la carte", "Stade de déploiement");
    let third = window.words();
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.words(), second);
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.words(), first);
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.words(), first, "nothing is left to undo");
    window.press_with(CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.words(), second);
    window.press_with(CTRL, Key::Y);
    assert_eq!(window.words(), third);
}

#[test]
fn the_side_panel_folds_away_and_comes_back() {
    let mut window = Window::open();
    let before = window.map();
    window.click("Replier le volet");
    assert!(!window.says("pour voir chaque observation, sa date et sa source"));
    assert!(window.map().width() > before.width() + 200.0);
    window.press(Key::F9);
    window.hears("pour voir chaque observation, sa date et sa source");
    assert_eq!(window.map(), before);
}
