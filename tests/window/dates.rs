//! The timeline: buttons, keys, mouse, and running through the dates.

use egui::accesskit::Role;
use egui::{Key, Rect, vec2};
use egui_kittest::kittest::Queryable;
use jiff::civil::{Date, date};

use crate::driver::{CTRL, Window, french};

fn dates(window: &Window) -> Vec<Date> {
    window.harness.state().session().dates().to_vec()
}

#[expect(clippy::unwrap_used, reason = "the facts have dates")]
fn current(window: &Window) -> Date {
    window.document().date.unwrap()
}

fn neighbour(window: &Window, step: isize) -> Date {
    let (dates, current) = (dates(window), current(window));
    let rank = dates.iter().position(|date| *date == current).unwrap_or_default();
    dates[rank.checked_add_signed(step).unwrap_or_default()]
}

fn track(window: &Window) -> Rect {
    window.harness.get_by_role_and_label(Role::Slider, "Date").rect()
}

#[test]
fn the_dates_run_from_2001_to_2025_where_something_changes() {
    let mut window = Window::open();
    window.click("Collèges");
    let dates = dates(&window);
    assert!(dates.contains(&date(2001, 10, 30)), "Savoie: {dates:?}");
    assert!(dates.last().is_some_and(|last| last.year() == 2025), "{dates:?}");
    assert!(dates.contains(&date(2011, 10, 31)));
}

#[test]
fn the_buttons_go_to_the_date_before_and_after() {
    let mut window = Window::open();
    let before = neighbour(&window, -1);
    window.click("Date précédente");
    assert_eq!(current(&window), before);
    window.hears(&format!("au {}", spoken(before)));
    window.click("Date suivante");
    assert_eq!(current(&window), date(2011, 10, 31));
    let after = neighbour(&window, 1);
    window.click("Date suivante");
    assert_eq!(current(&window), after);
}

#[test]
fn ctrl_and_arrows_go_to_the_date_before_and_after() {
    let mut window = Window::open();
    let (before, after) = (neighbour(&window, -1), neighbour(&window, 1));
    window.press_with(CTRL, Key::ArrowLeft);
    assert_eq!(current(&window), before);
    window.press_with(CTRL, Key::ArrowRight);
    window.press_with(CTRL, Key::ArrowRight);
    assert_eq!(current(&window), after);
}

#[test]
fn dates_stop_at_both_ends() {
    let mut window = Window::open();
    let count = dates(&window).len();
    for _ in 0..count {
        window.press_with(CTRL, Key::ArrowLeft);
    }
    assert_eq!(Some(&current(&window)), dates(&window).first());
    for _ in 0..2 * count {
        window.press_with(CTRL, Key::ArrowRight);
    }
    assert_eq!(Some(&current(&window)), dates(&window).last());
}

#[test]
fn clicking_the_timeline_goes_to_the_nearest_date() {
    let mut window = Window::open();
    let track = track(&window);
    window.click_at(track.left_center() + vec2(4.0, 0.0));
    assert_eq!(Some(&current(&window)), dates(&window).first());
    window.click_at(track.right_center() - vec2(4.0, 0.0));
    assert_eq!(Some(&current(&window)), dates(&window).last());
    assert_eq!(window.standpoint().selected(), None);
}

#[test]
fn dragging_the_timeline_runs_through_dates_in_order() {
    let mut window = Window::open();
    let track = track(&window);
    let mut seen = Vec::new();
    window.harness.drag_at(track.left_center() + vec2(4.0, 0.0));
    for step in 0..=60_u8 {
        let x = track.left() + 4.0 + (track.width() - 8.0) * f32::from(step) / 60.0;
        window.harness.hover_at(egui::pos2(x, track.center().y));
        window.harness.step();
        seen.push(current(&window));
    }
    window.harness.drop_at(track.right_center() - vec2(4.0, 0.0));
    window.harness.run();
    let dates = dates(&window);
    assert!(seen.is_sorted() && seen.iter().all(|date| dates.contains(date)), "{seen:?}");
    assert_eq!((seen.first(), seen.last()), (dates.first(), dates.last()));
    seen.dedup();
    // Some dates lie a few days apart, closer than a step of the hand.
    assert!(seen.len() > dates.len() / 2, "{seen:?} of {dates:?}");
}

#[test]
fn holding_the_timeline_still_lets_the_window_rest() {
    let mut window = Window::open();
    window.harness.drag_at(track(&window).center());
    assert!(window.harness.try_run().is_ok(), "frames without end while nothing changes");
}

#[test]
fn with_the_focus_plain_arrows_change_the_date_and_leave_the_map() {
    let mut window = Window::open();
    let (before, place) = (neighbour(&window, -1), window.place("Lorraine"));
    window.harness.get_by_role_and_label(Role::Slider, "Date").focus();
    window.harness.run();
    window.press(Key::ArrowLeft);
    assert_eq!(current(&window), before);
    assert_eq!(window.place("Lorraine"), place);
}

#[test]
fn playing_runs_through_the_dates_and_stops_at_the_last() {
    let mut window = Window::open();
    let expected: Vec<Date> =
        dates(&window).into_iter().filter(|date| *date >= current(&window)).collect();
    let mut seen = vec![current(&window)];
    window.click("Lire la chronologie");
    window.hears("Arrêter la lecture");
    for _ in 0..expected.len() * 20 {
        seen.push(current(&window));
        window.pass(0.1);
    }
    seen.dedup();
    assert_eq!(seen, expected);
    window.hears("Lire la chronologie");
    assert!(!window.says("Arrêter la lecture"));
}

#[test]
fn the_space_bar_starts_and_stops_playing() {
    let mut window = Window::open();
    window.press(Key::Space);
    window.hears("Arrêter la lecture");
    window.pass(1.0);
    window.press(Key::Space);
    let stopped = current(&window);
    assert!(stopped > date(2011, 10, 31));
    window.pass(3.0);
    assert_eq!(current(&window), stopped);
}

#[test]
fn choosing_a_date_stops_playing() {
    let mut window = Window::open();
    window.click("Lire la chronologie");
    window.click_at(track(&window).left_center() + vec2(4.0, 0.0));
    window.hears("Lire la chronologie");
    window.pass(3.0);
    assert_eq!(Some(&current(&window)), dates(&window).first());
}

#[test]
fn played_at_the_end_it_begins_again() {
    let mut window = Window::open();
    window.click_at(track(&window).right_center() - vec2(4.0, 0.0));
    window.click("Lire la chronologie");
    window.pass(0.2);
    assert_eq!(Some(&current(&window)), dates(&window).first());
}

#[test]
fn the_loire_goes_from_61_to_75_percent() {
    let mut window = Window::open();
    window.click("Collèges");
    window.go_back_until(|day| day == date(2010, 9, 30));
    assert!(window.territory("Loire").starts_with(&french("Loire : 75 %")));
    window.go_back_until(|day| day < date(2010, 9, 30));
    assert!(window.territory("Loire").starts_with(&french("Loire : 61 %")));
}

#[test]
fn the_timeline_tells_its_date() {
    let window = Window::open();
    let slider = window.harness.get_by_role_and_label(Role::Slider, "Date");
    assert_eq!(slider.value().as_deref(), Some("31 octobre 2011"));
}

#[test]
fn an_assistive_tool_changes_the_date() {
    let mut window = Window::open();
    let (before, after) = (neighbour(&window, -1), neighbour(&window, 1));
    window.harness.get_by_role_and_label(Role::Slider, "Date").increment_accesskit();
    window.harness.run();
    assert_eq!(current(&window), after);
    for _ in 0..2 {
        window.harness.get_by_role_and_label(Role::Slider, "Date").decrement_accesskit();
        window.harness.run();
    }
    assert!(current(&window) <= date(2011, 10, 31) && current(&window) >= before);
}

fn spoken(date: Date) -> String {
    atlas_ent::french::day(date)
}
