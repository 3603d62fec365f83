//! Windows from the smallest to 4K: everything has its place.

use atlas_ent::{outline::OutlineFiles, territory::Level};
use egui::{Rect, Vec2, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::driver::{CTRL, Window};

/// The controls of a window with their names, those on the map left out, and those that one has to
/// scroll to in the panel beside it.
fn controls(window: &Window) -> Vec<(String, Rect)> {
    let map = window.map();
    let timeline = window.harness.get_by_role(Role::Slider).rect();
    let scrolled =
        |rect: &Rect| rect.left() >= map.right() && rect.bottom() > timeline.top() - 12.0;
    [Role::Button, Role::MenuItem, Role::Slider]
        .iter()
        .flat_map(|role| window.harness.query_all_by_role(*role))
        .map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()))
        .filter(|(_, rect)| !map.intersects(rect.shrink(1.0)) || !is_territory(*rect))
        .filter(|(_, rect)| !scrolled(rect) || timeline.contains_rect(*rect))
        .collect()
}

/// A territory speaks from a small square, wherever it lies.
fn is_territory(rect: Rect) -> bool {
    rect.width() < 10.0
}

#[track_caller]
fn assert_everything_has_its_place(window: &Window, size: Vec2) {
    let controls: Vec<_> =
        controls(window).into_iter().filter(|(_, rect)| !is_territory(*rect)).collect();
    assert!(controls.len() >= 23, "{controls:#?}");
    let all = Rect::from_min_size(pos2(0.0, 0.0), size);
    let map = window.map();
    for (index, (name, rect)) in controls.iter().enumerate() {
        assert!(all.contains_rect(*rect), "« {name} » leaves the window: {rect:?}");
        assert!(!map.intersects(rect.shrink(0.5)), "« {name} » lies on the map: {rect:?}");
        for (other, second) in &controls[index + 1..] {
            let apart = !rect.shrink(0.5).intersects(second.shrink(0.5));
            assert!(apart, "« {name} » and « {other} » overlap: {rect:?}, {second:?}");
        }
    }
    assert!(all.contains_rect(map), "{map:?}");
    for words in window.territories() {
        let name = words.split("\u{202f}: ").next().unwrap_or_default().to_owned();
        assert!(map.contains(window.place(&name)), "{name} is out of sight");
    }
}

#[test]
fn at_1280_by_800_the_map_has_six_tenths_of_the_window() {
    let window = Window::open();
    let part = window.map().area() / (1280.0 * 800.0);
    assert!(part >= 0.6, "{:.1} %", 100.0 * part);
    assert_everything_has_its_place(&window, Vec2::new(1280.0, 800.0));
}

#[test]
fn the_smallest_window_holds_everything() {
    let mut window = Window::sized(900.0, 600.0);
    assert_everything_has_its_place(&window, Vec2::new(900.0, 600.0));
    let map = window.map();
    assert!(map.height() >= 400.0 && map.width() >= 550.0, "{map:?}");
    window.click("Collèges");
    window.pick("Données", "Exemple fictif");
    assert_everything_has_its_place(&window, Vec2::new(900.0, 600.0));
}

#[test]
fn the_smallest_window_holds_a_card() {
    let mut window = Window::sized(900.0, 600.0);
    window.click_at(window.place("Île-de-France"));
    window.leave();
    window.hears("Ce qui n’est pas connu");
    assert_everything_has_its_place(&window, Vec2::new(900.0, 600.0));
}

#[test]
fn a_4k_screen_at_twice_the_size_holds_everything() {
    let builder = Window::builder().with_size([1920.0, 1080.0]).with_pixels_per_point(2.0);
    let window = Window::built(builder, OutlineFiles::embedded());
    assert_everything_has_its_place(&window, Vec2::new(1920.0, 1080.0));
}

#[test]
fn a_4k_screen_at_its_own_size_holds_everything() {
    let window = Window::sized(3840.0, 2160.0);
    assert_everything_has_its_place(&window, Vec2::new(3840.0, 2160.0));
}

#[test]
fn a_half_size_between_two_pixels_holds_everything() {
    let builder = Window::builder().with_size([1024.0, 700.0]).with_pixels_per_point(1.25);
    let window = Window::built(builder, OutlineFiles::embedded());
    assert_everything_has_its_place(&window, Vec2::new(1024.0, 700.0));
}

#[test]
fn a_notice_lies_on_the_map_and_moves_nothing() {
    let builder = || Window::builder().with_size([700.0, 500.0]);
    let without = Window::built(builder(), OutlineFiles::embedded()).map();
    let mut window = Window::built(builder(), OutlineFiles::own(vec![], [None, None]));
    window.hears("le fichier est vide");
    assert_eq!(window.map(), without, "the map stays where it was");
    let close = window.button("Fermer l’avis").rect();
    assert!(without.contains_rect(close), "{close:?}");
    window.press(egui::Key::Escape);
    assert!(!window.says("le fichier est vide"));
}

#[test]
fn a_window_of_700_by_500_holds_everything() {
    let mut window = Window::sized(700.0, 500.0);
    assert_everything_has_its_place(&window, Vec2::new(700.0, 500.0));
    window.click("Collèges");
    window.pick("Données", "Exemple fictif");
    assert_everything_has_its_place(&window, Vec2::new(700.0, 500.0));
}

#[test]
fn the_interface_is_made_larger_and_smaller_by_keys() {
    let mut window = Window::open();
    let size = |window: &Window| window.harness.ctx.zoom_factor();
    window.press_with(CTRL, egui::Key::Plus);
    assert!((size(&window) - 1.1).abs() < 0.01);
    assert_eq!(window.level(), Level::Region);
    window.press_with(CTRL, egui::Key::Num0);
    assert!((size(&window) - 1.0).abs() < 0.01);
    window.press_with(CTRL, egui::Key::Minus);
    assert!((size(&window) - 0.9).abs() < 0.01);
}

#[test]
fn the_smallest_window_holds_the_table_and_its_tools() {
    let mut window = Window::sized(900.0, 600.0);
    window.pick("Données", "Exemple fictif");
    window.press(egui::Key::F8);
    let map = window.map();
    assert!(map.height() >= 180.0, "{map:?}");
    let filter = window.harness.get_by_role_and_label(Role::TextInput, "Filtre").rect();
    assert!(filter.top() > map.bottom(), "the tools stand below the map: {filter:?}, {map:?}");
    let rows: Vec<Rect> =
        window.harness.query_all_by_role(Role::Row).map(|row| row.rect()).collect();
    assert!(rows.len() >= 2 && rows[0].top() > filter.bottom(), "{rows:?}");
}
