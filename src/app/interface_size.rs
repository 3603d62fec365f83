//! How large the interface is drawn.

use egui::{Context, Vec2, ViewportCommand, vec2};

/// A change of the size of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resize {
    /// A step larger.
    Larger,
    /// A step smaller.
    Smaller,
    /// As large as is usual on this screen.
    Usual,
}

/// The size of the interface: what a person chose, else what suits the screen.
#[derive(Default)]
pub struct InterfaceSize {
    chosen: Option<f32>,
    /// What suits the screen, once it is known.
    usual: Option<f32>,
}

/// Points of a window that has its first size.
const FIRST_WINDOW: Vec2 = vec2(1280.0, 800.0);
/// Pixels of the shorter side of a screen on which the interface has its natural size.
const ORDINARY_SCREEN: f32 = 1440.0;
const LEAST: f32 = 0.5;
const MOST: f32 = 4.0;
const STEP: f32 = 0.1;

impl InterfaceSize {
    /// With what was chosen on an earlier day.
    pub fn with(chosen: Option<f32>) -> Self {
        let chosen = chosen.filter(|size| size.is_finite());
        Self { chosen: chosen.map(|size| size.clamp(LEAST, MOST)), usual: None }
    }

    /// What a person chose, to keep it.
    pub fn chosen(&self) -> Option<f32> {
        self.chosen
    }

    /// Takes the size that suits the screen, as soon as that is known.
    pub fn follow(&mut self, ctx: &Context) {
        // The keys are ours: they stand in a menu and go back to what suits the screen.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        if self.usual.is_some() {
            return;
        }
        let Some(screen) = screen_px(ctx) else {
            // No screen says its size: as if it were an ordinary one, but for what was chosen.
            ctx.set_zoom_factor(self.chosen.unwrap_or(1.0));
            return;
        };
        let native = ctx.native_pixels_per_point().unwrap_or(1.0);
        let usual = usual_size(native, screen);
        self.usual = Some(usual);
        ctx.set_zoom_factor(self.chosen.unwrap_or(usual));
        let is_first_size = window_px(ctx).is_some_and(|size| size.x <= FIRST_WINDOW.x + 1.0);
        if usual > 1.0 && is_first_size {
            // In pixels the first window is as small as its letters were.
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(FIRST_WINDOW));
        }
    }

    /// Changes it.
    pub fn resize(&mut self, ctx: &Context, resize: Resize) {
        let now = ctx.zoom_factor();
        let step = |by: f32| (((now + by) * 10.0).round() / 10.0).clamp(LEAST, MOST);
        self.chosen = match resize {
            Resize::Larger => Some(step(STEP)),
            Resize::Smaller => Some(step(-STEP)),
            Resize::Usual => None,
        };
        ctx.set_zoom_factor(self.chosen.or(self.usual).unwrap_or(1.0));
    }
}

/// What suits a screen: its natural size, but where the system leaves a very fine screen at one
/// pixel a point.
fn usual_size(native_pixels_per_point: f32, screen_px: Vec2) -> f32 {
    if native_pixels_per_point > 1.05 {
        return 1.0;
    }
    let ratio = screen_px.min_elem() / ORDINARY_SCREEN;
    ((ratio * 4.0).floor() / 4.0).clamp(1.0, 2.5)
}

fn screen_px(ctx: &Context) -> Option<Vec2> {
    let pixels = ctx.pixels_per_point();
    let size = ctx.input(|input| input.viewport().monitor_size)?;
    (size.min_elem() > 0.0).then_some(size * pixels)
}

fn window_px(ctx: &Context) -> Option<Vec2> {
    let pixels = ctx.pixels_per_point();
    ctx.input(|input| input.viewport().inner_rect).map(|rect| rect.size() * pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_very_fine_screen_at_one_pixel_a_point_is_helped() {
        let usual = |native, width, height| usual_size(native, vec2(width, height));
        for (width, height) in [(1280.0, 800.0), (1920.0, 1080.0), (2560.0, 1440.0)] {
            assert_eq!(usual(1.0, width, height), 1.0);
        }
        assert_eq!(usual(1.0, 3840.0, 2160.0), 1.5);
        assert_eq!(usual(1.0, 2160.0, 3840.0), 1.5, "upright");
        assert_eq!(usual(1.0, 5120.0, 2880.0), 2.0);
        assert_eq!(usual(2.0, 3840.0, 2160.0), 1.0, "the system helps by itself");
    }
}
