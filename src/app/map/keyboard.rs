//! The keys of the map: arrows go from neighbour to neighbour, or move the map with Shift.

use egui::{Key, Modifiers, Response, Ui};

use super::{
    camera::Camera,
    neighbours::{Direction, first, next},
};
use crate::{
    app::Action,
    outline::Layer,
    project::{Command, Document},
};

/// How far an arrow with Shift moves the map, in points.
const STEP: f64 = 60.0;

const ARROWS: [(Key, [f32; 2]); 4] = [
    (Key::ArrowLeft, [-1.0, 0.0]),
    (Key::ArrowRight, [1.0, 0.0]),
    (Key::ArrowUp, [0.0, -1.0]),
    (Key::ArrowDown, [0.0, 1.0]),
];

/// With the focus, the arrows are the map's own.
pub fn keyboard(
    ui: &Ui,
    response: &Response,
    camera: &mut Camera,
    layer: &Layer,
    document: &Document,
    actions: &mut Vec<Action>,
) {
    if response.clicked() {
        response.request_focus();
    }
    if !response.has_focus() {
        return;
    }
    ui.memory_mut(|memory| {
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        memory.set_focus_lock_filter(response.id, filter);
    });
    let pressed = |modifiers: Modifiers, key| {
        ui.input(|input| input.modifiers == modifiers && input.key_pressed(key))
    };
    for (key, [x, y]) in ARROWS {
        if pressed(Modifiers::SHIFT, key) {
            camera.move_by([f64::from(x) * STEP, f64::from(y) * STEP]);
        }
        if pressed(Modifiers::NONE, key) {
            let middle = camera.sight().0.map(|axis| axis as f32);
            let from = document.selection.last().copied();
            let found = match from {
                Some(from) => next(layer, &document.place, from, Direction([x, y])),
                None => first(layer, &document.place, middle),
            };
            actions.extend(found.map(|id| Command::Select(Some(id)).into()));
        }
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        actions.push(Action::EnterSelection);
    }
}
