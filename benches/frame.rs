//! What a frame, a change of colours and a question « what is here? » cost.
//!
//! All figures are processor time, of all threads: the bars are stated in it, and it holds on a
//! machine that does something else as well.

#[path = "frame/dragging.rs"]
mod dragging;
#[path = "frame/processor_time.rs"]
mod processor_time;
#[path = "frame/strewn.rs"]
mod strewn;

use std::hint::black_box;

use atlas_ent::{
    cartography::{Representation, Theme},
    coverage::{Embedded, SchoolType},
    outline::{Detail, OutlineFiles, Outlines, PlanePoint},
    project::{Command, Document, Session},
    territory::{Edition, Level},
};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jiff::civil::date;

use dragging::Dragging;
use processor_time::ProcessorTime;

/// One frame of 101 départements while the map is dragged, tessellation included. Bar: 2 ms.
fn frame(criterion: &mut Criterion<ProcessorTime>) {
    let outlines = outlines();
    let mut group = criterion.benchmark_group("frame");
    for data in Embedded::ALL {
        let session = Session::new(colleges(data));
        for (name, spoken, closer) in
            [("silent", false, 0.0), ("read aloud", true, 0.0), ("4 times closer", false, 2.0)]
        {
            let mut dragging = Dragging::new(spoken);
            black_box(dragging.frame(&outlines, &session));
            if closer > 0.0 {
                dragging.zoom_by(closer);
            }
            for _ in 0..30 {
                black_box(dragging.frame(&outlines, &session));
            }
            assert!(dragging.has_moved(), "the map does not follow the pointer");
            group.bench_function(format!("{data:?}, {name}"), |bencher| {
                bencher.iter(|| black_box(dragging.frame(&outlines, &session)));
            });
        }
    }
    group.finish();
}

/// The same with 13 358 schools in view, on the map and on the terrain. Bar: 8 ms.
fn schools(criterion: &mut Criterion<ProcessorTime>) {
    let outlines = outlines();
    let session = Session::new(colleges(Embedded::Example));
    let mut group = criterion.benchmark_group("schools");
    for (name, terrain, closer) in [
        ("map", false, 0.0),
        ("map, 4 times closer", false, 2.0),
        ("terrain", true, 0.0),
        ("terrain, 16 times closer", true, 4.0),
    ] {
        let mut dragging = Dragging::new(false).with_schools(strewn::schools(&outlines));
        if terrain {
            dragging = dragging.on_terrain();
        }
        black_box(dragging.frame(&outlines, &session));
        dragging.zoom_by(closer);
        for _ in 0..30 {
            black_box(dragging.frame(&outlines, &session));
        }
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(dragging.frame(&outlines, &session)));
        });
    }
    // While one zooms, marks are gathered anew every half doubling.
    let mut dragging = Dragging::new(false).with_schools(strewn::schools(&outlines));
    black_box(dragging.frame(&outlines, &session));
    let mut steps = [0.5, 0.5, 0.5, 0.5, -0.5, -0.5, -0.5, -0.5].into_iter().cycle();
    group.bench_function("map, zooming", |bencher| {
        bencher.iter(|| {
            steps.by_ref().take(1).for_each(|step| dragging.zoom_by(step));
            black_box(dragging.frame(&outlines, &session))
        });
    });
    group.sample_size(20);
    group.bench_function("placing, once", |bencher| {
        bencher.iter_batched(
            || Dragging::new(false).with_schools(strewn::schools(&outlines)),
            |mut dragging| black_box(dragging.frame(&outlines, &session)),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

/// Another date, type, level or representation, until the colours are known. Bar: 5 ms.
fn recolouring(criterion: &mut Criterion<ProcessorTime>) {
    let outlines = outlines();
    let changes = [
        ("date", [Command::GoTo(date(2010, 9, 30)), Command::GoTo(date(2011, 10, 31))]),
        ("type", [SchoolType::Lycee, SchoolType::College].map(Command::ShowSchools)),
        ("level", [Level::Region, Level::Departement].map(Command::ShowLevel)),
        ("representation", [Representation::Stage, Representation::Share].map(Command::ShowAs)),
    ];
    let detail = Detail::for_scale(1800.0);
    let mut group = criterion.benchmark_group("recolouring");
    for data in Embedded::ALL {
        for (name, commands) in changes.clone() {
            let mut session = Session::new(colleges(data));
            let mut turns = commands.into_iter().cycle();
            let mut change = || {
                turns.by_ref().take(1).for_each(|command| session.apply(command));
                session.reading().picture(&outlines, detail, Theme::light())
            };
            // Layers are built once, when a level is first shown.
            black_box([change(), change()]);
            group.bench_function(format!("{data:?}, {name}"), |bencher| {
                bencher.iter(|| black_box(change()));
            });
        }
    }
    group.finish();
}

/// The same when a level is shown for the first time: its layer is built and triangulated.
fn first_time(criterion: &mut Criterion<ProcessorTime>) {
    let detail = Detail::for_scale(1800.0);
    let opened = || {
        let outlines = outlines();
        outlines.prepare(Level::Region, Edition::Before2016);
        (outlines, Session::new(Document::default()))
    };
    let mut group = criterion.benchmark_group("first time");
    group.sample_size(20);
    for level in [Level::Academie, Level::Departement] {
        group.bench_function(level.singular(), |bencher| {
            bencher.iter_batched(
                opened,
                |(outlines, mut session)| {
                    session.apply(Command::ShowLevel(level));
                    let picture = session.reading().picture(&outlines, detail, Theme::light());
                    let triangles: usize =
                        picture.layer.areas.iter().map(|area| area.mesh().indices.len()).sum();
                    (picture, triangles, outlines, session)
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// The territory under the pointer, over all places of the map in turn.
fn hit_test(criterion: &mut Criterion<ProcessorTime>) {
    let outlines = outlines();
    let bounds = outlines.bounds();
    let (side, step) = (37, 1.0 / 37.0);
    let places: Vec<PlanePoint> = (0..side * side)
        .map(|rank| {
            let across = ((rank % side) as f32 + 0.5) * step;
            let down = ((rank / side) as f32 + 0.5) * step;
            [bounds.min[0] + across * bounds.width(), bounds.min[1] + down * bounds.height()]
        })
        .collect();
    let mut group = criterion.benchmark_group("hit test");
    for level in [Level::Region, Level::Departement] {
        let mut turns = places.iter().cycle();
        let mut next = || {
            turns.next().and_then(|place| outlines.territory_at(*place, level, Edition::Before2016))
        };
        black_box(next());
        group.bench_function(level.singular(), |bencher| bencher.iter(|| black_box(next())));
    }
    group.finish();
}

fn colleges(data: Embedded) -> Document {
    let (school_type, level) = (SchoolType::College, Level::Departement);
    Document { data: data.into(), school_type, level, ..Document::default() }
}

fn outlines() -> Outlines {
    match OutlineFiles::embedded().open() {
        Ok((outlines, _)) => outlines,
        Err(error) => panic!("{error}"),
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ProcessorTime);
    targets = frame, schools, recolouring, first_time, hit_test
}
criterion_main!(benches);
