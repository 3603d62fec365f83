//! A whole frame of the window with as many schools as France has: map, card, and table.
//!
//! All figures are processor time, of all threads; the window is driven without a screen, its
//! accessibility tree included, and its shapes are tessellated.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has nothing to measure")]

#[path = "frame/processor_time.rs"]
mod processor_time;
#[path = "frame/strewn.rs"]
mod strewn;

use std::{fs, hint::black_box, thread, time::Duration};

use atlas_ent::{app::AtlasApp, outline::OutlineFiles};
use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};

use processor_time::ProcessorTime;

/// The window on the list, with its points on the map and its table open and sorted.
fn window() -> Harness<'static, AtlasApp> {
    let outlines = OutlineFiles::embedded().open().expect("the embedded outlines are sound").0;
    let layer = strewn::schools(&outlines);
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("ecoles.csv");
    fs::write(&path, strewn::list(&layer, &outlines)).expect("a file can be written");
    let mut harness = Harness::builder()
        .with_size([1280.0, 1000.0])
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(6_000)
        .build_eframe(|context| {
            let mut app = AtlasApp::new(context, OutlineFiles::embedded());
            app.open_path(&context.egui_ctx, path.clone());
            app
        });
    for _ in 0..2_000 {
        harness.step();
        if harness.state().session().own_files().next().is_some() {
            break;
        }
        thread::sleep(Duration::from_millis(5));
    }
    harness.state_mut().map().show_schools(layer);
    harness.key_press(Key::F8);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Établissements").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Commune").click();
    harness.run();
    harness
}

fn frame(harness: &mut Harness<'static, AtlasApp>) {
    harness.step();
    let shapes = harness.output().shapes.clone();
    black_box(harness.ctx.tessellate(shapes, 1.0));
}

/// One frame with 13 358 schools in sight, the table open and sorted. Bar: 8 ms.
fn standing(criterion: &mut Criterion<ProcessorTime>) {
    let mut harness = window();
    criterion.bench_function("window, 13 358 schools, table sorted", |bencher| {
        bencher.iter(|| frame(&mut harness));
    });
}

/// From an arrow key to the frame that shows another territory selected, its card made. Bar: 16 ms.
fn selecting(criterion: &mut Criterion<ProcessorTime>) {
    let mut harness = window();
    harness.get_by_role(Role::Canvas).focus();
    harness.run();
    let mut keys =
        [Key::ArrowRight, Key::ArrowDown, Key::ArrowLeft, Key::ArrowUp].into_iter().cycle();
    criterion.bench_function("window, another territory selected", |bencher| {
        bencher.iter(|| {
            let key = keys.next().unwrap_or(Key::ArrowRight);
            harness.key_press_modifiers(Modifiers::NONE, key);
            frame(&mut harness);
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ProcessorTime).sample_size(20);
    targets = standing, selecting
}
criterion_main!(benches);
