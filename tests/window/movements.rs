//! Looking around: wheel, drag, keys, and back to the whole map.

use egui::{Event, Key, Modifiers, Pos2, Vec2, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;

const FIT: &str = "Ajuster la carte à la fenêtre";

/// How far apart two places are: what zooming changes and panning does not.
fn span(window: &Window) -> f32 {
    window.place("Lorraine").distance(window.place("Bretagne"))
}

fn near(one: Pos2, other: Pos2, tolerance: f32) -> bool {
    one.distance(other) <= tolerance
}

#[test]
fn dragging_moves_the_map_with_the_pointer() {
    let mut window = Window::open();
    let (before, apart) = (window.place("Lorraine"), span(&window));
    let by = vec2(-120.0, 45.0);
    window.drag(before, by);
    assert!(near(window.place("Lorraine"), before + by, 1.0), "{:?}", window.place("Lorraine"));
    assert!((span(&window) - apart).abs() < 0.1);
    assert_eq!(window.standpoint().selected(), None, "a drag is no click");
}

#[test]
fn the_wheel_zooms_and_keeps_what_is_under_the_pointer_under_it() {
    let mut window = Window::open();
    let (before, apart) = (window.place("Lorraine"), span(&window));
    window.turn_wheel(before, 3.0);
    let closer = span(&window);
    assert!(closer > 1.3 * apart, "{closer} after {apart}");
    assert!(near(window.place("Lorraine"), before, 1.0), "{:?}", window.place("Lorraine"));
    window.turn_wheel(before, -3.0);
    assert!((span(&window) - apart).abs() < 0.01 * apart);
}

#[test]
fn two_fingers_zoom() {
    let mut window = Window::open();
    let (before, apart) = (window.place("Lorraine"), span(&window));
    window.harness.hover_at(before);
    window.harness.event(Event::Zoom(1.5));
    window.harness.run();
    window.leave();
    assert!((span(&window) / apart - 1.5).abs() < 0.05, "{}", span(&window) / apart);
    assert!(near(window.place("Lorraine"), before, 1.0));
}

#[test]
fn zooming_stops_at_its_limits() {
    let mut window = Window::open();
    let apart = span(&window);
    for _ in 0..40 {
        window.press(Key::Plus);
    }
    let closest = span(&window);
    window.press(Key::Plus);
    assert!((span(&window) - closest).abs() < 1e-3 * closest);
    for _ in 0..60 {
        window.press(Key::Minus);
    }
    let farthest = span(&window);
    assert!(farthest > 0.4 * apart && farthest < apart, "{farthest} of {apart}");
}

#[test]
fn plus_and_minus_zoom_and_zero_fits() {
    let mut window = Window::open();
    let (before, apart) = (window.place("Lorraine"), span(&window));
    window.press(Key::Plus);
    assert!(span(&window) > 1.2 * apart);
    window.press(Key::Minus);
    assert!((span(&window) - apart).abs() < 0.1);
    window.press(Key::Minus);
    assert!(span(&window) < 0.8 * apart);
    window.press(Key::Num0);
    assert!(near(window.place("Lorraine"), before, 0.1));
}

#[test]
fn the_menu_zooms_and_fits_too() {
    let mut window = Window::open();
    let (before, apart) = (window.place("Lorraine"), span(&window));
    window.choose("Affichage", "Zoom avant");
    assert!(span(&window) > 1.2 * apart);
    window.choose("Affichage", "Zoom arrière");
    assert!((span(&window) - apart).abs() < 0.1);
    window.choose("Affichage", "Zoom avant");
    window.choose("Affichage", "Ajuster à la fenêtre");
    assert!(near(window.place("Lorraine"), before, 0.1));
}

#[test]
fn with_the_focus_arrows_and_shift_move_the_map() {
    let mut window = Window::open();
    let before = window.place("Lorraine");
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(window.place("Lorraine"), before, "without the focus nothing moves");
    window.harness.get_by_role(Role::Canvas).focus();
    window.harness.run();
    for (key, towards) in [
        (Key::ArrowRight, vec2(-1.0, 0.0)),
        (Key::ArrowLeft, vec2(1.0, 0.0)),
        (Key::ArrowDown, vec2(0.0, -1.0)),
        (Key::ArrowUp, vec2(0.0, 1.0)),
    ] {
        let before = window.place("Lorraine");
        window.press_with(Modifiers::SHIFT, key);
        let moved: Vec2 = window.place("Lorraine") - before;
        assert!(moved.dot(towards) > 20.0, "{key:?} moved the map by {moved:?}");
    }
    assert!(near(window.place("Lorraine"), before, 0.5), "there and back");
    assert_eq!(window.document().date, Some(jiff::civil::date(2011, 10, 31)));
}

#[test]
fn the_map_takes_the_focus_by_the_tab_key() {
    let mut window = Window::open();
    for _ in 0..60 {
        window.press(Key::Tab);
        if window.harness.get_by_role(Role::Canvas).is_focused() {
            return;
        }
    }
    panic!("sixty times Tab do not reach the map");
}

#[test]
fn the_fit_button_shows_the_whole_map_again() {
    let mut window = Window::open();
    let before = window.place("Lorraine");
    let corse = window.place("Corse");
    window.turn_wheel(corse, 6.0);
    window.drag(window.map().center(), vec2(200.0, 100.0));
    assert!(!near(window.place("Lorraine"), before, 50.0));
    window.click(FIT);
    assert!(near(window.place("Lorraine"), before, 0.1));
    assert!(near(window.place("Corse"), corse, 0.1));
}

#[test]
fn the_map_cannot_be_lost() {
    let mut window = Window::open();
    for _ in 0..12 {
        window.drag(window.map().center(), vec2(400.0, 250.0));
    }
    let map = window.map();
    let seen = window.territories().len();
    assert!(seen > 0);
    let names = ["Corse", "Lorraine", "Bretagne", "Mayotte", "Guadeloupe"];
    assert!(names.iter().any(|name| map.contains(window.place(name))), "nothing is left in sight");
}

#[test]
fn a_fitted_map_follows_its_window() {
    let mut window = Window::open();
    let apart = span(&window);
    window.harness.set_size(vec2(1000.0, 640.0));
    window.harness.run();
    assert!(span(&window) < apart);
    assert!(window.territories().iter().all(|said| !said.is_empty()));
    for name in ["Corse", "Nord-Pas-de-Calais", "Mayotte", "Guadeloupe", "Bretagne"] {
        assert!(window.map().contains(window.place(name)), "{name}");
    }
}

#[test]
fn closer_the_same_places_are_hit() {
    let mut window = Window::open();
    window.click("Collèges");
    window.turn_wheel(window.place("Rhône"), 8.0);
    window.click_at(window.place("Rhône"));
    window.hears("Département 69");
}
