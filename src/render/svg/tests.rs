use std::collections::BTreeSet;

use resvg::usvg::roxmltree::Document;

use super::*;
use crate::{
    cartography::{Fill, Hatch, Theme},
    scene::{Address, Bitmap, Circle, Ink, Path, Picture, Stroke},
};

fn scene(nodes: Vec<Node>) -> Scene {
    Scene {
        width: 100.0,
        height: 50.0,
        background: Theme::light().paper,
        title: "Lycées & collèges".to_owned(),
        description: String::new(),
        nodes,
    }
}

#[test]
fn texts_are_escaped() {
    let text = Text::new([1.0, 2.5], "a < b & « c »", 12.0, Theme::light().text);
    let svg = to_svg(&scene(vec![text.into()]));
    assert!(svg.contains("a &lt; b &amp; « c »"), "{svg}");
    assert!(svg.contains("<title>Lycées &amp; collèges</title>"));
    assert!(svg.contains("x=\"1\" y=\"2.5\""));
}

#[test]
fn what_xml_forbids_never_stands_in_it() {
    let said = "taux\u{1}\u{b}\u{1b}\u{fffe}.csv";
    let text = Text::new([1.0, 2.0], said, 12.0, Theme::light().text);
    let svg = to_svg(&scene(vec![text.into()]));
    assert!(svg.contains("taux.csv"), "{svg}");
}

#[test]
fn a_hatched_rectangle_is_a_ground_with_lines_over_it() {
    let fill = Fill { colour: None, hatch: Some(Hatch::UNCERTAIN) };
    let ink = Ink::of(fill, Theme::light());
    let svg = to_svg(&scene(vec![Node::filled(Rect::new(0.0, 0.0, 20.0, 20.0), ink)]));
    assert!(svg.contains(&format!("fill=\"{}\"", Theme::light().gap.hex())));
    assert!(svg.contains("stroke-opacity"), "{svg}");
}

fn dot(at: f32) -> Node {
    let ink = Some(Theme::light().text.into());
    Node::Circle(Circle { center: [at, at], radius: 2.0, ink, stroke: None })
}

#[test]
fn no_two_elements_have_one_identifier_and_blocks_give_theirs_to_what_they_hold() {
    let points = |id: &str| {
        let inner = Group::new("points", Role::Block, vec![dot(1.0)]);
        Node::from(Group::new(id, Role::Block, vec![inner.clone().into(), inner.into()]))
    };
    let svg = to_svg(&scene(vec![points("carte"), points("rappel"), points("rappel")]));
    let file = Document::parse(&svg).unwrap();
    let found: Vec<&str> = file.descendants().filter_map(|node| node.attribute("id")).collect();
    assert_eq!(found.len(), found.iter().collect::<BTreeSet<_>>().len(), "{found:?}");
    assert_eq!(
        found,
        [
            "carte",
            "points",
            "carte-points",
            "rappel",
            "rappel-points",
            "rappel-points-2",
            "rappel-2",
            "rappel-points-3",
            "rappel-points-4"
        ]
    );
}

#[test]
fn every_kind_of_node_is_valid_in_the_file() {
    let theme = Theme::light();
    let stroke = Some(Stroke { colour: theme.line, width: 1.0 });
    let hatched = Ink::of(Fill { colour: None, hatch: Some(Hatch::UNCERTAIN) }, theme);
    let lines = vec![vec![[1.0, 1.0], [9.0, 1.0], [5.0, 9.0]]];
    let path = Path { lines, is_closed: true, ink: Some(hatched), stroke };
    let bitmap = Bitmap::read(include_bytes!("../../../assets/icon/icon-64.png")).unwrap();
    let rect = Rect::new(5.0, 5.0, 20.0, 20.0);
    let picture = Picture { rect, alternative: "Le « logo » & co".into(), bitmap };
    let link = Link {
        address: Address::new("https://a.fr/?b&c").unwrap(),
        alternative: "Le site".into(),
        nodes: vec![Text::new([1.0, 9.0], "a.fr", 8.0, theme.text).into()],
    };
    let inside = vec![Node::Path(path), dot(9.0), Node::Picture(picture), Node::Link(link)];
    let svg = to_svg(&scene(vec![Group::figure("dessin", "Un <dessin>", inside).into()]));
    let file = Document::parse(&svg).unwrap();
    for tag in ["path", "circle", "image", "a"] {
        assert!(file.descendants().any(|node| node.has_tag_name(tag)), "{tag}");
    }
    let words = file.descendants().filter_map(|node| node.text()).collect::<Vec<_>>();
    for text in ["Un <dessin>", "Le « logo » & co", "Le site", "a.fr"] {
        assert!(words.contains(&text), "{text} is not in {words:?}");
    }
}
