//! Whatever a page is asked to hold, nothing of it overlaps, and nothing leaves it.

use std::{
    collections::BTreeSet,
    sync::{Arc, LazyLock},
};

use proptest::{prelude::*, sample::select};

use super::*;
use crate::{
    cartography::{
        Figure, Fill, Histogram, Legend, LegendGroup, LegendLine, LineKind, ShareClasses,
    },
    outline::{DEPARTEMENTS_GEOJSON, Detail, Layer, Outlines},
    scene::{MapPicture, MapStrokes, PaintedArea, PlacedSchool},
    territory::{Code, Edition, Level, TerritoryId},
};

static FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0);

/// What a page is asked to hold.
#[derive(Clone, Debug)]
struct Asked {
    spec: PageSpec,
    words: PageText,
    lines: usize,
    has_values: bool,
    maps: usize,
    place: Option<&'static str>,
}

fn layer(level: Level) -> Arc<Layer> {
    FRANCE.layer(level, Edition::Since2016, Detail::all().next().unwrap())
}

fn picture(has_values: bool) -> Arc<MapPicture> {
    let theme = Theme::light();
    let layer = layer(Level::Departement);
    // Values are placed quickly on few points.
    let exact = Arc::clone(&layer);
    let figure = has_values.then(|| Figure { value: "75\u{202f}%".to_owned(), known: None });
    let painted = PaintedArea { ink: theme.gap.into(), label: "".into(), figure };
    let areas = layer.areas.iter().map(|_| painted.clone()).collect();
    Arc::new(MapPicture { layer, exact, areas, strokes: MapStrokes::themed(theme) })
}

fn legend(asked: &Asked) -> Legend {
    let code = |number: usize| TerritoryId::Departement(Code::new(&number.to_string()).unwrap());
    let line = |rank: usize| LegendLine {
        kind: LineKind::Value,
        fill: Fill { colour: None, hatch: None },
        label: match rank % 3 {
            0 => format!("de {rank} à moins de {} %", rank + 1),
            1 => "annoncé comme valeur minimale, sans que nul ne l’ait mesuré".to_owned(),
            _ => "hors du champ".to_owned(),
        },
        territories: vec![code(10 + rank)],
    };
    let shares = (0..asked.lines).map(|rank| rank as f64);
    Legend {
        title: asked.words.title.clone(),
        unit: "par département, en\u{202f}%".to_owned(),
        groups: vec![LegendGroup { lines: (0..asked.lines).map(line).collect() }],
        histogram: asked.has_values.then(|| Histogram::new(shares, &ShareClasses::default())),
        method: Some("classes fixes".to_owned()),
        date: "au 31 octobre 2011".to_owned(),
        territories: 101,
        territories_label: "101 départements".to_owned(),
        ..Legend::default()
    }
}

fn laid_out(asked: &Asked) -> PageLayout {
    let place = asked.place.map(|code| TerritoryId::Departement(Code::new(code).unwrap()));
    let part = place.and_then(|place| FRANCE.bounds_of(place));
    let bounds = part.unwrap_or(FRANCE.bounds());
    let map = |rank: usize| PageMap {
        picture: picture(asked.has_values),
        caption: format!("3{rank} septembre 2011"),
        alternative: "Une carte".to_owned(),
    };
    let center = bounds.center().map(f64::from);
    let near = |key: u32| PlacedSchool {
        key,
        at: [0, 1].map(|axis| center[axis] + f64::from(key * 37 % 23) * 700.0),
        equipped: [Some(true), Some(false), None][key as usize % 3],
    };
    let content = PageContent {
        maps: (0..asked.maps).map(map).collect(),
        bounds,
        stretch: 1.0,
        north: 3.0,
        frames: if part.is_some() { &[] } else { FRANCE.frames() },
        legend: legend(asked),
        locator: part.zip(place).map(|(place_bounds, place)| Locator {
            land: layer(Level::Region),
            places: layer(Level::Departement),
            place,
            bounds: FRANCE.bounds(),
            frames: FRANCE.frames().to_vec(),
            place_bounds,
            alternative: "Situation".to_owned(),
        }),
        points: part.filter(|_| asked.maps == 1).map(|_| PagePoints {
            schools: (0..60).map(near).collect(),
            words: ["Équipé", "Non équipé", "État inconnu"].map(str::to_owned),
        }),
    };
    lay_out(&asked.words, &content, &asked.spec)
}

/// What is wrong with a page; empty where nothing is.
fn faults(page: &PageLayout) -> Vec<String> {
    let all = Rect::new(0.0, 0.0, page.scene.width, page.scene.height).grown(0.1);
    let mut faults = Vec::new();
    let texts: Vec<(Block, Rect)> = page
        .blocks
        .iter()
        .filter(|placed| !matches!(placed.block, Block::Insets | Block::Histogram))
        .flat_map(|placed| {
            let words = found_in(&page.scene.nodes, placed.block.id()).unwrap().words();
            words.into_iter().map(|rect| (placed.block, rect))
        })
        .collect();
    for (block, rect) in &texts {
        if !all.holds(rect) {
            faults.push(format!("a text of {block:?} leaves the page: {rect:?}"));
        }
    }
    for (rank, (block, rect)) in texts.iter().enumerate() {
        let others = texts[rank + 1..].iter().filter(|(other, _)| other != block);
        for (other, found) in others.filter(|(_, found)| found.intersects(rect)) {
            faults.push(format!("texts of {block:?} and {other:?}: {rect:?} {found:?}"));
        }
    }
    for (rank, one) in page.blocks.iter().enumerate() {
        if !all.holds(&one.rect) {
            faults.push(format!("{:?} leaves the page: {:?}", one.block, one.rect));
        }
        for other in &page.blocks[rank + 1..] {
            let pair = (one.block, other.block);
            let may =
                matches!(pair, (Block::Map, Block::Insets) | (Block::Legend, Block::Histogram));
            if !may && one.rect.shrunk(0.05).intersects(&other.rect.shrunk(0.05)) {
                faults.push(format!("{pair:?}: {:?} {:?}", one.rect, other.rect));
            }
        }
    }
    faults
}

const TITLES: [&str; 6] = [
    "Part des lycées équipés d’un ENT, par région",
    "",
    "👩‍🏫 Élèves 🎒 et ÉTÉ\u{30a} 😀😀😀",
    "نسبة المدارس الثانوية ENT 2011 שלום עולם",
    "Anticonstitutionnellement_enquete_numerique_departements_2024_version_finale_bis.xlsx",
    "Qg",
];

fn formats() -> Vec<PageFormat> {
    let sizes = [[60.0, 60.0], [60.0, 2_000.0], [2_000.0, 60.0], [90.0, 120.0], [170.0, 110.0]];
    let own = sizes.map(PageFormat::Millimetres);
    let own = own.into_iter().chain([PageFormat::Pixels([1_200, 800])]);
    PageFormat::NAMED.into_iter().chain(own).collect()
}

fn text() -> impl Strategy<Value = String> {
    let long = |text: &str| text.repeat(1 + 2_000 / (text.len() + 1)).chars().take(2_000).collect();
    let of = select(TITLES.to_vec());
    (of, prop::bool::weighted(0.12)).prop_map(move |(text, is_long)| {
        // Letters of other scripts are slow to shape by the thousand.
        let is_latin = text.is_ascii() || text == TITLES[0];
        if is_long && is_latin { long(&format!("{text} ")) } else { text.to_owned() }
    })
}

fn words() -> impl Strategy<Value = PageText> {
    let texts = [text(), text(), text(), text(), text(), text()];
    (texts, prop::collection::vec(text(), 0..3), any::<bool>()).prop_map(
        |([title, subtitle, scope, reading_note, missing, supposed], sources, fictitious)| {
            let alternative = title.clone();
            PageText {
                title,
                subtitle,
                scope,
                reading_note,
                missing,
                supposed,
                sources,
                alternative,
                fictitious,
            }
        },
    )
}

fn spec() -> impl Strategy<Value = PageSpec> {
    let blocks = || prop::collection::btree_set(select(Block::ALL.to_vec()), 0..5);
    let institution = prop::option::of((text(), any::<bool>()).prop_map(|(name, has_logo)| {
        let logo = include_bytes!("../../../assets/icon/icon-64.png").to_vec();
        Institution { name, logo: has_logo.then_some(logo) }
    }));
    (select(formats()), select(Template::ALL.to_vec()), blocks(), blocks(), institution).prop_map(
        |(format, template, with, without, institution)| PageSpec {
            format,
            template,
            with,
            without,
            institution,
            dates: vec![],
        },
    )
}

fn asked() -> impl Strategy<Value = Asked> {
    let lines = select(vec![0, 1, 7, 12, 40]);
    let place = select(vec![None, Some("38"), Some("75"), Some("973"), Some("29")]);
    (spec(), words(), lines, any::<bool>(), 1..=MOST_MAPS, place).prop_map(
        |(spec, words, lines, has_values, maps, place)| {
            let maps = match spec.template {
                Template::TwoDates => maps.min(2),
                Template::Evolution => maps,
                _ => 1,
            };
            Asked { spec, words, lines, has_values, maps, place }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_overlaps_and_nothing_leaves_the_page(asked in asked()) {
        let found = faults(&laid_out(&asked));
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}

fn usual(spec: PageSpec) -> Asked {
    let words = PageText {
        title: TITLES[0].to_owned(),
        subtitle: "Situation connue au 31 octobre 2011 · régions avant 2016".to_owned(),
        reading_note: "Lecture : dans la région « Aquitaine », 57 % des lycées ont un ENT."
            .to_owned(),
        missing: "25 régions sur 27 sont sans valeur connue.".to_owned(),
        sources: vec!["Source : faits documentés.".to_owned(), "Contours : IGN.".to_owned()],
        ..PageText::default()
    };
    let maps = match spec.template {
        Template::TwoDates => 2,
        Template::Evolution => 8,
        _ => 1,
    };
    Asked { spec, words, lines: 9, has_values: true, maps, place: None }
}

#[test]
fn every_format_and_template_has_its_size_and_all_that_its_template_shows() {
    for format in formats() {
        for template in Template::ALL {
            let spec = PageSpec { format, template, ..PageSpec::default() };
            let page = laid_out(&usual(spec.clone()));
            assert_eq!(faults(&page), Vec::<String>::new(), "{format:?} {template:?}");
            let (width, height) = format.size();
            assert!((page.scene.width - width).abs() < 0.01, "{format:?}");
            assert!(height.is_none_or(|height| (page.scene.height - height).abs() < 0.01));
            let is_small = height.is_some_and(|height| width.min(height) < 400.0);
            let shown: BTreeSet<Block> = page.blocks.iter().map(|placed| placed.block).collect();
            for block in [Block::Title, Block::Map, Block::Legend, Block::ScaleBar, Block::Note] {
                let is_there = shown.contains(&block);
                assert!(
                    is_there == spec.shows(block) || is_small,
                    "{format:?} {template:?} {block:?}"
                );
            }
        }
    }
}

#[test]
fn letters_are_never_too_small_to_read() {
    for format in formats() {
        let mut asked = usual(PageSpec { format, ..PageSpec::default() });
        for (lines, title) in [(9, TITLES[0].to_owned()), (40, "Un très long titre ".repeat(25))] {
            asked.words.title = title;
            asked.lines = lines;
            for node in laid_out(&asked).scene.leaves() {
                // 6.5 points.
                assert!(
                    !matches!(node, Node::Text(text) if text.size < 8.6),
                    "{format:?} {node:?}"
                );
            }
        }
    }
}

#[test]
fn a_map_has_most_of_the_page() {
    for format in PageFormat::NAMED {
        let page = laid_out(&usual(PageSpec { format, ..PageSpec::default() }));
        let map = page.blocks.iter().find(|placed| placed.block == Block::Map).unwrap().rect;
        let part = map.width * map.height / (page.scene.width * page.scene.height);
        assert!(part > 0.4, "{format:?}: {part}");
    }
}
