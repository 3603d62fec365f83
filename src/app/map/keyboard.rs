//! The keys that move the map.

use egui::{Key, Response, Ui};

use super::camera::Camera;

/// With the focus, the arrows move the map instead of the focus.
pub fn keyboard(ui: &Ui, response: &Response, camera: &mut Camera) {
    const STEP: f64 = 60.0;
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
    let moves = [
        (Key::ArrowLeft, [-STEP, 0.0]),
        (Key::ArrowRight, [STEP, 0.0]),
        (Key::ArrowUp, [0.0, -STEP]),
        (Key::ArrowDown, [0.0, STEP]),
    ];
    for (key, offset) in moves {
        let pressed = ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        if pressed {
            camera.move_by(offset);
        }
    }
}
