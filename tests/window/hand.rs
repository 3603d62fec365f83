//! What a hand does with a mouse.

use egui::{Event, Modifiers, MouseWheelUnit, Pos2, TouchPhase, Vec2};

use crate::{driver::Window, typography::assert_lines_hold};

impl Window {
    /// Clicks somewhere.
    pub fn click_at(&mut self, place: Pos2) {
        self.harness.hover_at(place);
        self.harness.drag_at(place);
        self.harness.drop_at(place);
        self.harness.run();
    }

    /// Clicks somewhere twice, as quickly as a person does.
    pub fn double_click_at(&mut self, place: Pos2) {
        self.pass(1.0);
        self.harness.hover_at(place);
        for _ in 0..2 {
            self.harness.drag_at(place);
            self.harness.drop_at(place);
            self.harness.step();
        }
        self.harness.run();
        self.pass(0.4);
    }

    /// Points somewhere.
    pub fn hover_at(&mut self, place: Pos2) {
        self.harness.hover_at(place);
        self.harness.run();
    }

    /// Takes the pointer away.
    pub fn leave(&mut self) {
        self.harness.remove_cursor();
        self.harness.run();
        assert_lines_hold(self);
    }

    /// Presses the button, moves in even steps and lets go.
    pub fn drag(&mut self, from: Pos2, by: Vec2) {
        const STEPS: u8 = 12;
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        for step in 1..=STEPS {
            self.harness.hover_at(from + by * (f32::from(step) / f32::from(STEPS)));
        }
        // Held still, so that nothing glides on.
        for _ in 0..STEPS {
            self.harness.hover_at(from + by);
        }
        self.harness.drop_at(from + by);
        self.harness.run();
    }

    /// Turns the wheel over a place; notches away from the person are positive.
    pub fn turn_wheel(&mut self, place: Pos2, notches: f32) {
        self.harness.hover_at(place);
        self.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: Vec2::new(0.0, notches),
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
            phase: TouchPhase::Move,
        });
        self.harness.run();
        self.pass(0.5);
        self.leave();
    }
}
