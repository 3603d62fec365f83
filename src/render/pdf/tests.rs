use super::*;
use crate::{
    cartography::{Fill, Hatch, Theme},
    scene::{
        Address, Anchor, Bitmap, Circle, Group, Ink, Link, Node, Path, Picture, Rect, Role, Stroke,
        Text,
    },
};

fn scene(nodes: Vec<Node>) -> Scene {
    Scene {
        width: 200.0,
        height: 100.0,
        background: Theme::light().paper,
        title: "Lycées".to_owned(),
        description: "Ce que montre la carte".to_owned(),
        nodes,
    }
}

fn text(content: &str) -> Node {
    Text::new([10.0, 20.0], content, 12.0, Theme::light().text).into()
}

fn contains(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

/// Every kind of node, in and out of groups of every kind, keeps the rules of PDF/UA-1, which are
/// checked as the file is written.
#[test]
fn whatever_a_page_holds_is_accessible() {
    let theme = Theme::light();
    let stroke = Some(Stroke { colour: theme.line, width: 1.0 });
    let ink = Some(Ink::of(Fill { colour: None, hatch: Some(Hatch::UNCERTAIN) }, theme));
    let rect = Rect::new(5.0, 5.0, 20.0, 20.0);
    let lines = vec![vec![[1.0, 1.0], [9.0, 1.0], [5.0, 9.0]]];
    let bitmap = Bitmap::read(include_bytes!("../../../assets/icon/icon-64.png")).unwrap();
    let link = Link {
        address: Address::new("https://www.education.gouv.fr").unwrap(),
        alternative: String::new(),
        nodes: vec![text("education.gouv.fr")],
    };
    let haloed = Text::new([90.0, 50.0], "75\u{202f}%", 12.0, theme.text)
        .strong()
        .anchored(Anchor::Middle)
        .haloed(theme.paper);
    let leaves = || {
        vec![
            text("Isère"),
            haloed.clone().into(),
            Node::Rect { rect, ink, stroke, radius: 2.0 },
            Node::Path(Path { lines: lines.clone(), is_closed: true, ink, stroke }),
            Node::Circle(Circle { center: [50.0, 50.0], radius: 4.0, ink, stroke }),
            Node::Picture(Picture { rect, alternative: "Logo".into(), bitmap: bitmap.clone() }),
            Node::Picture(Picture { rect, alternative: String::new(), bitmap: bitmap.clone() }),
            Node::Link(link.clone()),
        ]
    };
    let roles = [Role::Block, Role::Heading, Role::Paragraph, Role::Figure];
    for outer in roles {
        for inner in roles {
            let inner = Group::new("dedans", inner, leaves()).into();
            let mut nodes = leaves();
            nodes.push(inner);
            let page = scene(vec![Group::new("dehors", outer, nodes).into()]);
            let bytes = to_pdf(&page, None).unwrap();
            assert!(bytes.starts_with(b"%PDF-1.7"), "{outer:?}");
        }
    }
    assert!(to_pdf(&scene(leaves()), None).is_ok());
}

#[test]
fn a_name_in_any_script_gives_a_valid_file() {
    for name in
        ["École 🏫", "مدرسة ثانوية", "学校 12", "a\u{1}\u{fffe}b", "\u{feff}", "", "\t", "e\u{301}"]
    {
        let found = to_pdf(&scene(vec![text(name)]), Some("Nord 🏫"));
        assert!(found.is_ok(), "{name:?}: {found:?}");
    }
}

#[test]
fn the_same_page_gives_the_same_bytes_and_says_who_made_it() {
    let page = scene(vec![text("Isère")]);
    let made = to_pdf(&page, Some("Rectorat de Grenoble")).unwrap();
    assert!(made == to_pdf(&page, Some("Rectorat de Grenoble")).unwrap());
    for part in ["Rectorat de Grenoble", "<rdf:li xml:lang=\"x-default\">Lycées", "pdfuaid:part"] {
        assert!(contains(&made, part), "{part}");
    }
    let nobody = to_pdf(&page, None).unwrap();
    assert!(!contains(&nobody, "Rectorat") && !contains(&nobody, "CreationDate"));
}

#[test]
fn a_page_without_words_has_a_name_all_the_same() {
    let mut page = scene(vec![Group::figure("carte", "", vec![text("a")]).into()]);
    (page.title, page.description) = (String::new(), String::new());
    assert!(contains(&to_pdf(&page, None).unwrap(), UNTITLED));
}

#[test]
fn a_page_without_surface_or_beyond_measure_is_refused() {
    for (width, height) in [(0.0, 10.0), (10.0, f32::NAN), (1e9, 10.0), (-5.0, 10.0)] {
        let page = Scene { width, height, ..scene(vec![]) };
        assert!(matches!(to_pdf(&page, None), Err(PdfError::Size { .. })), "{width} × {height}");
    }
}
