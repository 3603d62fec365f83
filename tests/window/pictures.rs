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

use atlas_ent::{
    app::{AtlasApp, SchoolLayer, SchoolPoint},
    outline::OutlineFiles,
};
use eframe::egui_wgpu::wgpu::Backends;
use egui::Theme;

use crate::{
    driver::Window,
    terrain::{Choosing, choose_file, world},
};

const REQUIRED: &str = "ATLAS_ENT_EXIGE_IMAGES";

/// A window that can be drawn, as small as it gets; `None` where nothing can draw it.
fn drawable(theme: Theme) -> Option<Window> {
    drawable_with(theme, |app| app)
}

/// The same, of a program made another way.
fn drawable_with(theme: Theme, change: impl FnOnce(AtlasApp) -> AtlasApp) -> Option<Window> {
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
    let make = |context: &eframe::CreationContext<'_>| {
        change(AtlasApp::new(context, OutlineFiles::embedded()))
    };
    Some(Window::made(builder, make))
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
    window.pick("Ce que montre la carte", "Stade de déploiement");
    window.harness.snapshot("colleges-par-stade");
}

#[test]
fn the_example_in_the_dark_looks_as_before() {
    let Some(mut window) = drawable(Theme::Dark) else { return };
    window.pick("Données", "Exemple fictif");
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

/// A thousand schools strewn over France by a fixed chance, most of them in a few towns.
fn schools() -> SchoolLayer {
    let mut state = 3u32;
    let mut chance = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1 << 24)
    };
    let towns = [[2.35, 48.86], [4.84, 45.75], [5.38, 43.31], [3.06, 50.63], [-1.55, 47.21]];
    let points = (0..1_000).map(|key| {
        let [lon, lat] = match towns.get(key as usize % 9) {
            Some([lon, lat]) => [lon + (chance() - 0.5) * 0.5, lat + (chance() - 0.5) * 0.35],
            None => [-1.0 + chance() * 7.0, 43.5 + chance() * 6.0],
        };
        let equipped = [Some(true), Some(false), None][(chance() * 2.3) as usize];
        SchoolPoint { key, lon, lat, equipped }
    });
    SchoolLayer { points: points.collect(), ..SchoolLayer::default() }
}

#[test]
fn schools_on_the_terrain_look_as_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = world(folder.path());
    let picked = drawable_with(Theme::Light, |app| app.with_picker(Choosing(file)));
    let Some(mut window) = picked else { return };
    window.harness.state_mut().map().show_schools(schools());
    choose_file(&mut window);
    window.turn_wheel(window.place("Rhône-Alpes"), 2.0);
    window.harness.snapshot("terrain");
}

#[test]
fn schools_on_the_map_in_the_dark_look_as_before() {
    let Some(mut window) = drawable(Theme::Dark) else { return };
    window.harness.state_mut().map().show_schools(schools());
    window.harness.run();
    window.harness.snapshot("etablissements-sombre");
}
