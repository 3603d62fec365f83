//! What keeps its place: whatever is played, pointed at, filtered or told, controls and the lines of
//! the legend stay where they are.

use std::collections::BTreeMap;

use egui::{Key, Modifiers, Rect, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::{
    desk::Desk,
    driver::{CTRL, Window},
};

const SURVEY: &str = "Enquête sur les ENT\nSituation au 15 octobre 2024\n\
    département;Nb de collèges;équipés;taux ENT\n01;100;50;50\n38;90;nc;nc\n2A;40;4;10\n\
    73;50;50;100\n974;80;0;0\nTotal;360;104;28,9\n";

/// Where each control and each line of the legend is; what scrolls below the tabs is left out.
/// Each is known by its first word and its height.
fn places(window: &Window) -> BTreeMap<String, Rect> {
    let map = window.map();
    let tabs = window.button("Fiche").rect().bottom();
    let scrolls = |rect: &Rect| rect.left() >= map.right() && rect.top() > tabs;
    let roles = [Role::Button, Role::RadioButton, Role::ComboBox, Role::Slider, Role::TextInput];
    let nodes = roles.into_iter().flat_map(|role| window.harness.query_all_by_role(role));
    let placed = nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()));
    placed
        .filter(|(_, rect)| !scrolls(rect) && !map.shrink(1.0).intersects(*rect))
        .map(|(label, rect)| {
            // What is told of some values may change its words, never its place.
            let known = label.split_whitespace().next().unwrap_or_default().to_owned();
            // Several lines of the legend begin alike.
            (format!("{known} {:.0}", rect.top()), rect)
        })
        .collect()
}

#[track_caller]
fn assert_nothing_moved(before: &BTreeMap<String, Rect>, window: &Window, what: &str) {
    let now = places(window);
    let moved: Vec<_> =
        before.iter().filter(|(name, rect)| now.get(*name) != Some(*rect)).collect();
    assert!(moved.is_empty(), "{what}: {moved:#?}");
    assert!(before.len() > 20, "{before:#?}");
}

#[test]
fn with_a_survey_open_and_its_report_to_read_the_map_has_six_tenths_and_the_bar_one_line() {
    let mut desk = Desk::of_size([1280.0, 800.0], &[("enquete_nationale_2024.csv", SURVEY)]);
    desk.open_next();
    desk.wait_for("5 sur la carte");
    let window = &desk.window;
    assert!(window.is_chosen("Import"));
    let part = window.map().area() / (1280.0 * 800.0);
    assert!(part >= 0.6, "{:.1} %", 100.0 * part);
    let roles = [Role::ComboBox, Role::RadioButton].into_iter();
    let bar: Vec<Rect> = roles
        .flat_map(|role| window.harness.query_all_by_role(role))
        .map(|node| node.rect())
        .filter(|rect| rect.bottom() < window.map().top())
        .collect();
    assert!(bar.len() >= 8, "{bar:?}");
    let middle = bar[0].center().y;
    assert!(bar.iter().all(|rect| (rect.center().y - middle).abs() < 1.0), "{bar:?}");
    assert!((window.button("Exporter…").rect().center().y - middle).abs() < 1.0);
}

#[test]
fn nothing_moves_while_all_dates_are_played() {
    let mut window = Window::open();
    window.click("Collèges");
    let before = places(&window);
    let mut seen = 0;
    for key in [Key::ArrowLeft, Key::ArrowRight] {
        loop {
            let date = window.document().date;
            window.press_with(CTRL, key);
            if window.document().date == date {
                break;
            }
            seen += 1;
            assert_nothing_moved(&before, &window, &format!("{:?}", window.document().date));
        }
    }
    assert!(seen > window.harness.state().session().dates().len());
}

#[test]
fn nothing_moves_while_one_points_or_is_told_something() {
    let mut window = Window::open();
    let before = places(&window);
    for name in ["Lorraine", "Bretagne", "Mayotte"] {
        window.hover_at(window.place(name));
        assert_nothing_moved(&before, &window, name);
    }
    let line = window.button(&window.legend()[0]).rect().center();
    window.hover_at(line);
    assert_nothing_moved(&before, &window, "a line of the legend");
    window.leave();
    window.press_with(CTRL | Modifiers::SHIFT, Key::C);
    window.wait_for("Image copiée dans le presse-papiers.");
    assert_nothing_moved(&before, &window, "a notice");
    window.pass(14.0);
    assert!(!window.says("Image copiée"), "what went well is told for a while");
}

#[test]
fn a_choice_is_as_wide_when_it_holds() {
    let mut window = Window::open();
    let width = |window: &Window, name| window.button(name).rect();
    let before = ["Lycées", "Collèges", "Régions", "Départements"].map(|name| width(&window, name));
    window.click("Collèges");
    let after = ["Lycées", "Collèges", "Régions", "Départements"].map(|name| width(&window, name));
    assert_eq!(before, after);
}

#[test]
fn a_window_that_grows_to_1920_points_has_a_wider_panel_by_itself() {
    let mut window = Window::open();
    let width = |window: &Window, all: f32| all - window.map().right();
    assert!((295.0..330.0).contains(&width(&window, 1280.0)), "{}", width(&window, 1280.0));
    window.harness.set_size(egui::vec2(1920.0, 1080.0));
    window.harness.run();
    window.settle();
    assert!(width(&window, 1920.0) > 375.0, "{}", width(&window, 1920.0));
}
