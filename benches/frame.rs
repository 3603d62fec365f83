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

use std::{hint::black_box, sync::Arc, thread, time::Duration};

use atlas_ent::{
    cartography::{Representation, Theme},
    coverage::{Embedded, SchoolType},
    outline::{Detail, OutlineFiles, Outlines, PlanePoint},
    project::{Command, Document, Session, open_own_file},
    territory::{Edition, Level},
};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::date;

use dragging::Dragging;
use processor_time::{ProcessorTime, thread_time};

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
            dragging.settle(&outlines, &session);
            if closer > 0.0 {
                dragging.zoom_by(closer);
            }
            for _ in 0..30 {
                black_box(dragging.frame(&outlines, &session));
            }
            dragging.settle(&outlines, &session);
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
        dragging.settle(&outlines, &session);
        dragging.zoom_by(closer);
        for _ in 0..30 {
            black_box(dragging.frame(&outlines, &session));
        }
        dragging.settle(&outlines, &session);
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(dragging.frame(&outlines, &session)));
        });
    }
    // While one zooms, marks are gathered anew every half doubling.
    let mut dragging = Dragging::new(false).with_schools(strewn::schools(&outlines));
    dragging.settle(&outlines, &session);
    let mut steps = [0.5, 0.5, 0.5, 0.5, -0.5, -0.5, -0.5, -0.5].into_iter().cycle();
    group.bench_function("map, zooming", |bencher| {
        bencher.iter(|| {
            steps.by_ref().take(1).for_each(|step| dragging.zoom_by(step));
            black_box(dragging.frame(&outlines, &session))
        });
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

/// One frame while the pointer moves over 101 départements, with 13 358 schools open. Bar: 2 ms.
fn hovering(criterion: &mut Criterion<ProcessorTime>) {
    let outlines = outlines();
    let mut group = criterion.benchmark_group("hovering");
    let example = Session::new(colleges(Embedded::Example));
    let mut listed = Session::new(Document::default());
    let list = strewn::list(&strewn::schools(&outlines), &outlines);
    match open_own_file(list.into_bytes(), "ecoles.csv") {
        Ok(opened) => listed.open_own(opened),
        Err(error) => panic!("{error}"),
    }
    assert!(listed.dataset().schools().schools().len() > 13_000);
    assert_eq!(listed.reading().states.len(), 101);
    for (name, session) in [("example", &example), ("13 358 schools open", &listed)] {
        let mut hovering = Dragging::new(false).hovering();
        hovering.settle(&outlines, session);
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(hovering.frame(&outlines, session)));
        });
    }
    group.finish();
}

/// The worst frame of the map until a level, an edition or a view that nobody looked at before is
/// shown, in processor time of the thread of the window. Bar: 16 ms.
///
/// Each is a history that happens once, so criterion has nothing to repeat: the worst of a few
/// runs is printed.
fn first_showing(_: &mut Criterion<ProcessorTime>) {
    let steps: [(&str, Vec<Command>, bool); 6] = [
        ("opening", vec![], false),
        ("départements", vec![Command::ShowLevel(Level::Departement)], false),
        ("académies", vec![Command::ShowLevel(Level::Academie)], false),
        ("another edition", vec![Command::UseEdition(Edition::Since2016)], false),
        ("another date", vec![Command::GoTo(date(2015, 9, 1))], false),
        ("terrain", vec![], true),
    ];
    for (name, commands, terrain) in steps {
        let worst = (0..5).map(|_| first_frames(&commands, terrain)).max().unwrap_or_default();
        println!("first showing, {name}: worst frame {:.1} ms", worst.as_secs_f64() * 1e3);
    }
}

fn first_frames(commands: &[Command], terrain: bool) -> Duration {
    let outlines = outlines();
    let mut session =
        Session::new(Document { data: Embedded::Example.into(), ..Document::default() });
    let mut map = Dragging::new(true).hovering();
    let mut worst = Duration::ZERO;
    let is_opening = commands.is_empty() && !terrain;
    if !is_opening {
        map.settle(&outlines, &session);
        commands.iter().for_each(|command| session.apply(command.clone()));
    }
    if terrain {
        map = map.on_terrain();
    }
    for _ in 0..500 {
        let begin = thread_time();
        black_box(map.frame(&outlines, &session));
        worst = worst.max(thread_time().saturating_sub(begin));
        if !map.is_preparing() {
            break;
        }
        thread::sleep(Duration::from_millis(1));
    }
    worst
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

fn outlines() -> Arc<Outlines> {
    match OutlineFiles::embedded().open() {
        Ok((outlines, _)) => {
            outlines.get_ready();
            Arc::new(outlines)
        }
        Err(error) => panic!("{error}"),
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ProcessorTime);
    targets = frame, hovering, schools, recolouring, first_showing, hit_test
}
criterion_main!(benches);
