//! Pages, and what their files hold.

use rayon::prelude::*;
use resvg::usvg::roxmltree::Document as Xml;

use super::{Document, Place, Reading};
use crate::{
    coverage::{Embedded, SchoolType},
    outline::{Area, DEPARTEMENTS_GEOJSON, Detail, Outlines},
    render::to_svg,
    scene::{Anchor, MapNode, Node, Rect, Scene, Weight},
    territory::{Edition, Level, Registry, TerritoryId},
};

fn france() -> Outlines {
    Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0
}

/// The page of a département alone, with fictitious values.
fn alone(outlines: &Outlines, place: TerritoryId) -> Scene {
    let document = Document {
        data: Embedded::Example.into(),
        level: Level::Departement,
        ..Document::default()
    };
    let place = Place { territory: place, ..Place::default() };
    let dataset = Embedded::Example.dataset();
    Reading::at(&document, place, &dataset).page(&dataset, outlines, 1600)
}

fn departements() -> Vec<TerritoryId> {
    let all = Registry::official().territories(Level::Departement, Edition::Since2016);
    all.iter().map(|territory| territory.id).collect()
}

fn map(scene: &Scene) -> &MapNode {
    let mut maps = scene.nodes.iter().filter_map(|node| match node {
        Node::Map(map) => Some(map),
        _ => None,
    });
    maps.next().unwrap()
}

type Ring = Vec<[f32; 2]>;

/// The rings of a path, read as a drawing program reads them.
fn rings(path: &str) -> Vec<Ring> {
    let numbers = |text: &str| -> Vec<f32> {
        let apart = text.replace('-', " -");
        apart.split_whitespace().map(|number| number.parse().unwrap()).collect()
    };
    let ring = |text: &str| {
        let (start, steps) = text.split_once('l').unwrap_or((text, ""));
        let mut at = numbers(start);
        let mut ring = vec![[at[0], at[1]]];
        for step in numbers(steps).chunks_exact(2) {
            at = vec![at[0] + step[0], at[1] + step[1]];
            ring.push([at[0], at[1]]);
        }
        ring
    };
    path.split('M').skip(1).map(|text| ring(text.trim_end_matches('z'))).collect()
}

/// How far a point is from the nearest edge.
fn distance([x, y]: [f32; 2], rings: &[Ring]) -> f32 {
    let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    let to_edge = |([ax, ay], [bx, by]): (&[f32; 2], &[f32; 2])| {
        let (dx, dy) = (bx - ax, by - ay);
        let part = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy).max(1e-12);
        let part = part.clamp(0.0, 1.0);
        (x - ax - part * dx).hypot(y - ay - part * dy)
    };
    edges.map(to_edge).fold(f32::INFINITY, f32::min)
}

/// The largest distance between the outlines of a file and the exact ones, both ways.
fn error(written: &[Ring], area: &Area, map: &MapNode) -> f32 {
    let exact: Vec<Ring> = (area.polygons.iter().flatten())
        .map(|ring| ring.iter().map(|point| map.view.page(*point)).collect())
        .collect();
    let farthest = |from: &[Ring], to: &[Ring]| {
        from.iter().flatten().map(|point| distance(*point, to)).fold(0.0, f32::max)
    };
    farthest(&exact, written).max(farthest(written, &exact))
}

#[test]
fn the_file_of_a_departement_is_small_and_holds_what_lies_on_its_page() {
    let outlines = france();
    departements().into_par_iter().for_each(|place| {
        let scene = alone(&outlines, place);
        let svg = to_svg(&scene);
        assert!(svg.len() < 150_000, "{place:?}: {} bytes", svg.len());
        for text in scene.nodes.iter().filter_map(Node::words) {
            let page = Rect::new(0.0, 0.0, scene.width, scene.height);
            assert!(page.grown(1.0).intersects(&text), "{place:?}: {text:?}");
        }
        let file = Xml::parse(&svg).unwrap();
        let clip = map(&scene).clip.grown(3.0);
        for path in file.descendants().filter(|node| node.has_tag_name("path")) {
            let rings = rings(path.attribute("d").unwrap());
            let is_inside = |[x, y]: &[f32; 2]| {
                (clip.x..=clip.right()).contains(x) && (clip.y..=clip.bottom()).contains(y)
            };
            let id = path.attribute("id");
            let is_map = path.ancestors().any(|node| node.attribute("id") == Some("carte"));
            assert!(!is_map || rings.iter().flatten().all(is_inside), "{place:?}: {id:?}");
        }
    });
}

#[test]
fn the_outlines_of_a_departement_alone_are_exact_to_a_third_of_a_pixel() {
    let outlines = france();
    let exact = outlines.layer(Level::Departement, Edition::Since2016, Detail::FULL);
    let codes = ["29", "33", "973", "976", "75", "67", "2A", "56", "13", "971", "40", "26"];
    codes.into_par_iter().for_each(|code| {
        let id = TerritoryId::Departement(crate::territory::Code::new(code).unwrap());
        let scene = alone(&outlines, id);
        let svg = to_svg(&scene);
        let file = Xml::parse(&svg).unwrap();
        let name = format!("departement-{code}");
        let path = file.descendants().find(|node| node.attribute("id") == Some(&name)).unwrap();
        let written = rings(path.attribute("d").unwrap());
        let area = exact.areas.iter().find(|area| area.territory == id).unwrap();
        let found = error(&written, area, map(&scene));
        assert!(found < 0.35, "{code}: {found} pixels");
    });
}

#[test]
fn nearly_all_values_stand_on_the_page_of_a_report() {
    let outlines = france();
    let document = Document {
        data: Embedded::Example.into(),
        school_type: SchoolType::College,
        level: Level::Departement,
        ..Document::default()
    };
    let dataset = Embedded::Example.dataset();
    let page = Reading::new(&document, &dataset).page(&dataset, &outlines, 1600);
    let values = page.nodes.iter().filter(|node| {
        matches!(node, Node::Text(text) if text.anchor == Anchor::Middle
            && text.weight == Weight::SemiBold && text.content.ends_with('%'))
    });
    let count = values.count();
    assert!(count >= 85, "{count} values");
}
