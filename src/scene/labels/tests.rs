use geo::{Contains, Coord, Intersects, Line, LineString, Polygon};

use super::*;
use crate::{
    outline::{DEPARTEMENTS_GEOJSON, Detail, Outlines},
    scene::{MapStrokes, PaintedArea, draw_frames},
    territory::{Edition, Level},
};

fn france() -> Outlines {
    Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0
}

/// The départements, each with a value of one, two or three figures.
fn departements(outlines: &Outlines) -> MapPicture {
    valued(outlines, Level::Departement)
}

fn valued(outlines: &Outlines, level: Level) -> MapPicture {
    let layers = [Detail::FULL; 2].map(|detail| outlines.layer(level, Edition::Since2016, detail));
    let figure =
        |rank: usize| Figure { value: format!("{}\u{202f}%", rank * 7 % 101), known: None };
    let areas = layers[0].areas.iter().enumerate().map(|(rank, _)| PaintedArea {
        ink: Theme::light().gap.into(),
        label: "".into(),
        figure: Some(figure(rank)),
    });
    let areas = areas.collect();
    let [layer, exact] = layers;
    MapPicture { layer, exact, areas, strokes: MapStrokes::themed(Theme::light()) }
}

/// The whole of France in a map so many pixels wide.
fn whole(outlines: &Outlines, width: f32) -> (View, Rect) {
    let clip = Rect::new(0.0, 0.0, width, width * 0.8);
    (View::fitting(outlines.bounds(), clip), clip)
}

/// Whether a label leaves every area of its territory, by another library than the one that placed
/// it: a corner outside, or a border that enters.
fn spills(picture: &MapPicture, view: &View, label: &PlacedLabel) -> bool {
    let rect = geo::Rect::new(
        Coord { x: f64::from(label.rect.x), y: f64::from(label.rect.y) },
        Coord { x: f64::from(label.rect.right()), y: f64::from(label.rect.bottom()) },
    );
    let line = |ring: &Vec<[f32; 2]>| {
        let points = ring.iter().map(|[x, y]| {
            // The page in double precision.
            let [x, y] = [f64::from(*x), f64::from(*y)];
            (x * view.scale + view.origin[0], y * view.scale + view.origin[1])
        });
        LineString::from(points.collect::<Vec<_>>())
    };
    let holds = |polygon: &Polygon| {
        let rings = [polygon.exterior()].into_iter().chain(polygon.interiors());
        let mut edges = rings.flat_map(|ring| ring.lines());
        label
            .rect
            .corners()
            .iter()
            .all(|[x, y]| polygon.contains(&Coord { x: f64::from(*x), y: f64::from(*y) }))
            && !edges.any(|edge: Line| rect.intersects(&edge))
    };
    let areas = picture.exact.areas.iter().filter(|area| area.territory == label.territory);
    let polygons = areas.flat_map(|area| &area.polygons);
    !polygons
        .map(|rings| Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect()))
        .any(|polygon| holds(&polygon))
}

#[test]
fn every_label_stands_in_its_area_and_none_on_another_or_on_the_words_of_an_inset() {
    let outlines = france();
    let picture = departements(&outlines);
    for (width, least) in [(650.0, 80), (700.0, 85), (1280.0, 95), (1600.0, 85), (3840.0, 97)] {
        let (view, clip) = whole(&outlines, width);
        let frames = draw_frames(outlines.frames(), &view, Theme::light());
        let labels = place_labels(&picture, &view, clip, &frames);
        let told: BTreeSet<TerritoryId> = labels.iter().map(|label| label.territory).collect();
        println!(
            "{width} pixels: {} of 101 have their value, {} high",
            told.len(),
            labels[0].texts[0].size
        );
        assert!(told.len() >= least, "{width}: {}", told.len());
        for (rank, label) in labels.iter().enumerate() {
            assert!(!spills(&picture, &view, label), "{width}: {label:?}");
            let others = labels[rank + 1..].iter().map(|other| other.rect);
            let words = frames.iter().flat_map(Node::words);
            assert!(others.chain(words).all(|other| !other.intersects(&label.rect)), "{label:?}");
        }
    }
}

#[test]
fn where_fewer_than_half_have_room_none_is_written() {
    let outlines = france();
    let picture = departements(&outlines);
    let counts: Vec<usize> = (1..9)
        .map(|step| {
            let (view, clip) = whole(&outlines, 100.0 * step as f32);
            let labels = place_labels(&picture, &view, clip, &[]);
            labels.iter().map(|label| label.territory).collect::<BTreeSet<_>>().len()
        })
        .collect();
    assert!(counts.iter().all(|count| *count == 0 || *count >= 51), "{counts:?}");
    assert!(counts[0] == 0 && counts[7] > 80, "{counts:?}");
}

#[test]
fn a_sum_that_is_incomplete_says_of_how_much_it_speaks() {
    let outlines = france();
    let mut picture = departements(&outlines);
    let known = Some("2 dép. sur 3".to_owned());
    for area in &mut picture.areas {
        area.figure = Some(Figure { value: "100\u{202f}%".to_owned(), known: known.clone() });
    }
    let (view, clip) = whole(&outlines, 3000.0);
    let labels = place_labels(&picture, &view, clip, &[]);
    assert!(labels.len() > 51);
    for label in labels {
        let said: Vec<&str> = label.texts.iter().map(|text| text.content.as_str()).collect();
        assert_eq!(said, ["100\u{202f}%", "2 dép. sur 3"]);
        assert!(label.texts.iter().all(|text| label.rect.holds(&text.rect())), "{label:?}");
        assert!(!label.texts[0].rect().intersects(&label.texts[1].rect()));
    }
}

#[test]
fn the_zoom_on_paris_shows_the_values_of_departements_alone() {
    let outlines = france();
    let (view, clip) = whole(&outlines, 3000.0);
    let zoom = outlines.frames().iter().find(|frame| frame.id == FrameId::Paris).unwrap();
    let zoom = view.page_rect(zoom.rect.unwrap());
    for level in Level::MAPPED {
        let labels = place_labels(&valued(&outlines, level), &view, clip, &[]);
        let inside = labels.iter().filter(|label| zoom.intersects(&label.rect)).count();
        let expected = if level == Level::Departement { 4 } else { 0 };
        assert_eq!(inside, expected, "{level:?}");
    }
}
