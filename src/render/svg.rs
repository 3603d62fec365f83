//! A scene as SVG.
//!
//! Each territory is one path with an `id` (`departement-75`), a title, and an even–odd fill, so
//! that the file can be edited in a drawing program and read out by a screen reader. Every border
//! is drawn once, over the fills. Text stays text, in the typeface that the file carries (`font`).

use std::fmt::Write as _;

use super::font::style_sheet;
use crate::{
    outline::FrameId,
    scene::{
        Anchor, FONT_FAMILY, HatchInk, MapNode, Node, Rect, Scene, Stroke, Text, Weight,
        hatch_lines,
    },
    territory::{Level, TerritoryId},
};

/// Writes a scene as an SVG document that carries its typeface.
pub fn to_svg(scene: &Scene) -> String {
    document(scene, &style_sheet(scene), Purpose::File)
}

/// Writes a scene for a painter that has the typeface already.
pub(super) fn to_svg_without_faces(scene: &Scene) -> String {
    document(scene, "", Purpose::Picture)
}

fn document(scene: &Scene, style_sheet: &str, purpose: Purpose) -> String {
    let mut svg =
        Writer { purpose, definitions: String::new(), body: String::new(), clips: 0, lines: 0 };
    scene.nodes.iter().for_each(|node| svg.node(node));
    let (width, height) = (scene.width, scene.height);
    let mut document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" lang=\"fr\" role=\"img\" \
         font-family=\"'{FONT_FAMILY}', 'Source Sans Pro', Arial, sans-serif\">\n\
         <title>{}</title>\n<desc>{}</desc>\n",
        escaped(&scene.title),
        escaped(&scene.description),
    );
    document.push_str("<defs>\n");
    document.push_str(style_sheet);
    document.push_str(&svg.definitions);
    document.push_str("</defs>\n");
    let page = Rect::new(0.0, 0.0, width, height);
    let _ = writeln!(document, "<rect {} fill=\"{}\"/>", place(page), scene.background.hex());
    document.push_str(&svg.body);
    document.push_str("</svg>\n");
    document
}

struct Writer {
    purpose: Purpose,
    definitions: String,
    body: String,
    clips: usize,
    lines: usize,
}

// Writing to a `String` cannot fail; the results of `write!` are dropped for that reason alone.
impl Writer {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Rect { rect, ink, stroke, radius } => {
                let (place, radius) = (place(*rect), number(*radius));
                let fill = ink.map_or("none".to_owned(), |ink| ink.colour.hex());
                let _ = writeln!(self.body, "<rect {place} rx=\"{radius}\" fill=\"{fill}\"/>");
                if let Some(hatch) = ink.and_then(|ink| ink.hatch) {
                    let lines = hatch_lines(&[rect.corners()], &hatch.hatch, [rect.x, rect.y]);
                    self.hatch(&hatch, &lines);
                }
                if let Some(stroke) = stroke {
                    let stroke = stroke_attributes(*stroke);
                    let _ = writeln!(
                        self.body,
                        "<rect {place} rx=\"{radius}\" fill=\"none\"{stroke}/>"
                    );
                }
            }
            Node::Text(text) => self.text(text),
            Node::Map(map) => self.map(map),
        }
    }

    fn text(&mut self, text: &Text) {
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = match text.weight {
            Weight::Regular => "",
            Weight::SemiBold => " font-weight=\"600\"",
        };
        let [x, y] = text.position.map(number);
        let mut more = String::new();
        if text.angle != 0.0 {
            let _ = write!(more, " transform=\"rotate({} {x} {y})\"", number(text.angle));
        }
        if text.opacity < 1.0 {
            let _ = write!(more, " fill-opacity=\"{}\"", number(text.opacity));
        }
        if let Some(halo) = text.halo {
            let _ = write!(
                more,
                " stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\" \
                 paint-order=\"stroke\"",
                halo.hex()
            );
        }
        // A program that draws another face keeps to the length that the page was laid out with.
        if let Purpose::File = self.purpose {
            let _ = write!(
                more,
                " textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
                number(text.length())
            );
        }
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"{}\"{anchor}{weight}{more}>{}</text>",
            number(text.size),
            text.colour.hex(),
            escaped(&text.content)
        );
    }

    fn map(&mut self, map: &MapNode) {
        self.clips += 1;
        let clip = format!("cadre-{}", self.clips);
        let _ = writeln!(
            self.definitions,
            "<clipPath id=\"{clip}\"><rect {}/></clipPath>",
            place(map.clip)
        );
        let _ = writeln!(self.body, "<g id=\"carte\" clip-path=\"url(#{clip})\">");
        self.areas(map);
        self.hatches(map);
        self.borders(map);
        self.body.push_str("</g>\n");
    }

    fn areas(&mut self, map: &MapNode) {
        self.body.push_str("<g id=\"territoires\" fill-rule=\"evenodd\">\n");
        for (area, painted) in map.areas() {
            let fill = painted.ink.colour.hex();
            let mut data = String::new();
            for ring in map.rings(area) {
                self.path(&mut data, &ring);
                data.push('z');
            }
            if data.is_empty() {
                continue;
            }
            let _ = writeln!(
                self.body,
                "<path id=\"{}\" fill=\"{fill}\" d=\"{data}\"><title>{}</title></path>",
                identifier(area.territory, area.frame),
                escaped(&painted.label)
            );
        }
        self.body.push_str("</g>\n");
    }

    fn borders(&mut self, map: &MapNode) {
        let _ = writeln!(
            self.body,
            "<g id=\"limites\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">"
        );
        for borders in map.borders() {
            let mut data = String::new();
            for line in &borders.lines {
                self.path(&mut data, line);
            }
            self.lines += 1;
            let id = format!("traits-{}", self.lines);
            let _ = writeln!(self.definitions, "<path id=\"{id}\" d=\"{data}\"/>");
            for stroke in borders.strokes {
                let stroke = stroke_attributes(stroke);
                let _ = writeln!(self.body, "<use xlink:href=\"#{id}\"{stroke}/>");
            }
        }
        self.body.push_str("</g>\n");
    }

    /// One path for each hatch, over all territories that have it.
    fn hatches(&mut self, map: &MapNode) {
        self.body.push_str("<g id=\"hachures\">\n");
        for (ink, lines) in map.hatches() {
            self.hatch(&ink, &lines);
        }
        self.body.push_str("</g>\n");
    }

    fn hatch(&mut self, ink: &HatchInk, lines: &[[[f32; 2]; 2]]) {
        let mut data = String::new();
        for line in lines {
            self.path(&mut data, line);
        }
        let _ = writeln!(
            self.body,
            "<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-opacity=\"{}\" \
             d=\"{data}\"/>",
            ink.colour.hex(),
            number(ink.hatch.width),
            number(ink.opacity)
        );
    }

    /// An open path: its first point, then the step from each point to the next. Steps are in whole
    /// parts of a page unit, so that nothing drifts and neighbours stay neighbours.
    fn path(&self, data: &mut String, points: &[[f32; 2]]) {
        let parts = self.purpose.parts();
        let mut before: Option<[i32; 2]> = None;
        let mut is_stepping = false;
        for point in points {
            let at = point.map(|value| (value * parts as f32).round() as i32);
            match before {
                Some(before) if before == at => continue,
                Some(before) => {
                    if !is_stepping {
                        data.push('l');
                    }
                    let step = [at[0] - before[0], at[1] - before[1]];
                    pair(data, step.map(|length| length * (100 / parts)), is_stepping);
                    is_stepping = true;
                }
                None => {
                    data.push('M');
                    pair(data, at.map(|length| length * (100 / parts)), false);
                }
            }
            before = Some(at);
        }
    }
}

/// What a document is written for.
#[derive(Clone, Copy)]
enum Purpose {
    /// A file for any program, shown or printed about as large as its page.
    File,
    /// A picture that is painted here and now, of any size, in the embedded faces.
    Picture,
}

impl Purpose {
    /// Parts of a page unit that a path tells apart. A tenth is a fortieth of a millimetre on paper.
    fn parts(self) -> i32 {
        match self {
            Self::File => 10,
            Self::Picture => 100,
        }
    }
}

/// Writes two numbers of hundredths, apart from a number before them.
fn pair(out: &mut String, [x, y]: [i32; 2], is_after: bool) {
    if is_after && x >= 0 {
        out.push(' ');
    }
    hundredth(out, x);
    if y >= 0 {
        out.push(' ');
    }
    hundredth(out, y);
}

/// Writes a number of hundredths as a decimal number, without useless zeros.
fn hundredth(out: &mut String, value: i32) {
    let (whole, rest) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
    let sign = if value < 0 { "-" } else { "" };
    let _ = match rest {
        0 => write!(out, "{sign}{whole}"),
        rest if rest % 10 == 0 => write!(out, "{sign}{whole}.{}", rest / 10),
        rest => write!(out, "{sign}{whole}.{rest:02}"),
    };
}

fn number(value: f32) -> String {
    let mut text = String::new();
    hundredth(&mut text, (value * 100.0).round() as i32);
    text
}

fn place(rect: Rect) -> String {
    let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(number);
    format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

fn stroke_attributes(stroke: Stroke) -> String {
    format!(" stroke=\"{}\" stroke-width=\"{}\"", stroke.colour.hex(), number(stroke.width))
}

/// `departement-75`, `region-11`; `departement-75-zoom` for what the zoom shows again.
fn identifier(territory: TerritoryId, frame: FrameId) -> String {
    let level = match territory.level() {
        Level::France => "france",
        Level::Region => "region",
        Level::Academie => "academie",
        Level::Departement => "departement",
    };
    let code = territory.code().map(|code| code.to_string()).unwrap_or_default();
    let zoom = if frame == FrameId::Paris { "-zoom" } else { "" };
    format!("{level}-{code}{zoom}")
}

/// As XML has it; what XML 1.0 forbids (control characters, U+FFFE and U+FFFF) is left out.
fn escaped(text: &str) -> String {
    let is_allowed = |c: &char| match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => *c >= ' ',
    };
    let text: String = text.chars().filter(is_allowed).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene(nodes: Vec<Node>) -> Scene {
        Scene {
            width: 100.0,
            height: 50.0,
            background: crate::cartography::Theme::light().paper,
            title: "Lycées & collèges".to_owned(),
            description: String::new(),
            nodes,
        }
    }

    #[test]
    fn texts_are_escaped() {
        let text =
            Text::new([1.0, 2.5], "a < b & « c »", 12.0, crate::cartography::Theme::light().text);
        let svg = to_svg(&scene(vec![text.into()]));
        assert!(svg.contains("a &lt; b &amp; « c »"), "{svg}");
        assert!(svg.contains("<title>Lycées &amp; collèges</title>"));
        assert!(svg.contains("x=\"1\" y=\"2.5\""));
    }

    #[test]
    fn what_xml_forbids_never_stands_in_it() {
        let said = "taux\u{1}\u{b}\u{1b}\u{fffe}.csv";
        let text = Text::new([1.0, 2.0], said, 12.0, crate::cartography::Theme::light().text);
        let svg = to_svg(&scene(vec![text.into()]));
        assert!(svg.contains("taux.csv"), "{svg}");
    }

    #[test]
    fn numbers_are_short_and_keep_their_sign() {
        assert_eq!([0.0, -0.5, 12.345, 3.1, -7.0].map(number), ["0", "-0.5", "12.35", "3.1", "-7"]);
    }

    #[test]
    fn a_hatched_rectangle_is_a_ground_with_lines_over_it() {
        use crate::cartography::{Fill, Hatch, Theme};
        let fill = Fill { colour: None, hatch: Some(Hatch::UNCERTAIN) };
        let ink = crate::scene::Ink::of(fill, Theme::light());
        let svg = to_svg(&scene(vec![Node::filled(Rect::new(0.0, 0.0, 20.0, 20.0), ink)]));
        assert!(svg.contains(&format!("fill=\"{}\"", Theme::light().gap.hex())));
        assert!(svg.contains("stroke-opacity"), "{svg}");
    }
}
