//! A few small pictures of the window, compared with those of `tests/snapshots/`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test window` draws them anew. Without a Vulkan or GL driver
//! they are skipped with a printed line; with `ATLAS_ENT_EXIGE_IMAGES=1`, as in `.ci/run`, that is
//! a failure.

use std::{
    io::Write,
    pin::pin,
    task::{Context, Poll, Waker},
};

use atlas_ent::outline::OutlineFiles;
use eframe::egui_wgpu::wgpu::Backends;
use egui::Theme;

use crate::driver::Window;

const REQUIRED: &str = "ATLAS_ENT_EXIGE_IMAGES";

/// A window that can be drawn, as small as it gets; `None` where nothing can draw it.
fn drawable(theme: Theme) -> Option<Window> {
    if !has_driver() {
        let missing = "no Vulkan or GL driver: the pictures are not compared";
        assert!(std::env::var_os(REQUIRED).is_none_or(|value| value != "1"), "{missing}");
        // Past the capture of the test harness: a skipped comparison must be seen.
        let _ = writeln!(std::io::stderr(), "skipped, {missing}");
        return None;
    }
    let builder = Window::builder()
        .with_size([900.0, 600.0])
        // The smallest window, in pictures that stay small.
        .with_pixels_per_point(0.75)
        .with_theme(theme)
        .with_render_cursor(false)
        .wgpu();
    Some(Window::built(builder, OutlineFiles::embedded()))
}

/// Whether anything on this machine can draw, a processor included.
fn has_driver() -> bool {
    let setup = egui_kittest::wgpu::default_wgpu_setup();
    let adapters = async {
        let instance = setup.new_instance().await;
        instance.enumerate_adapters(Backends::VULKAN | Backends::GL).await.len()
    };
    finished(adapters) > 0
}

/// Waits for a future that needs no one to wake it.
fn finished<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

#[test]
fn the_opening_view_looks_as_before() {
    let Some(mut window) = drawable(Theme::Light) else { return };
    window.harness.snapshot("ouverture");
}

#[test]
fn the_stages_of_colleges_look_as_before() {
    let Some(mut window) = drawable(Theme::Light) else { return };
    window.click("Collèges");
    window.click("Stade");
    window.harness.snapshot("colleges-par-stade");
}

#[test]
fn the_example_in_the_dark_looks_as_before() {
    let Some(mut window) = drawable(Theme::Dark) else { return };
    window.click("Exemple fictif");
    window.click("Collèges");
    window.harness.snapshot("exemple-sombre");
}

#[test]
fn a_selected_card_looks_as_before() {
    let Some(mut window) = drawable(Theme::Light) else { return };
    window.click("Collèges");
    window.click_at(window.place("Loire"));
    window.leave();
    window.harness.snapshot("fiche");
}
