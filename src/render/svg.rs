//! A scene as SVG.
//!
//! Each territory is one path with an `id` (`departement-75`), a title, and an even–odd fill, so
//! that the file can be edited in a drawing program and read out by a screen reader. Every border
//! is drawn once, over the fills. Text stays text, in the typeface that the file carries (`font`).

mod map;
mod shapes;
mod writing;

use std::{collections::HashSet, fmt::Write as _};

use super::font::style_sheet;
use crate::scene::{Anchor, FONT_FAMILY, Group, Link, Node, Rect, Role, Scene, Text, Weight};
use writing::{escaped, number, place};

/// Writes a scene as an SVG document that carries its typeface.
pub fn to_svg(scene: &Scene) -> String {
    let mut svg = Writer { description: &scene.description, ..Writer::default() };
    svg.nodes(&scene.nodes);
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
    document.push_str(&style_sheet(scene));
    document.push_str(&svg.definitions);
    document.push_str("</defs>\n");
    let page = Rect::new(0.0, 0.0, width, height);
    let _ = writeln!(document, "<rect {} fill=\"{}\"/>", place(page), scene.background.hex());
    document.push_str(&svg.body);
    document.push_str("</svg>\n");
    document
}

/// A document under way.
#[derive(Default)]
struct Writer<'a> {
    /// What the whole drawing shows.
    description: &'a str,
    definitions: String,
    body: String,
    /// The groups that are open, the outermost first.
    blocks: Vec<&'a str>,
    identifiers: HashSet<String>,
}

// Writing to a `String` cannot fail; the results of `write!` are dropped for that reason alone.
impl<'a> Writer<'a> {
    fn nodes(&mut self, nodes: &'a [Node]) {
        nodes.iter().for_each(|node| self.node(node));
    }

    fn node(&mut self, node: &'a Node) {
        match node {
            Node::Rect { rect, ink, stroke, radius } => self.rect(*rect, *ink, *stroke, *radius),
            Node::Text(text) => self.text(text),
            Node::Map(map) => self.map(map),
            Node::Path(path) => self.lines(path),
            Node::Circle(circle) => self.circle(circle),
            Node::Picture(picture) => self.picture(picture),
            Node::Group(group) => self.group(group),
            Node::Link(link) => self.link(link),
        }
    }

    fn group(&mut self, group: &'a Group) {
        let id = escaped(&self.identifier(&group.id));
        let _ = writeln!(self.body, "<g id=\"{id}\">");
        let words = escaped(&group.alternative);
        // A title follows the pointer: right for a territory, in the way on a whole picture.
        let tag = if group.role == Role::Figure { "desc" } else { "title" };
        if !words.is_empty() && group.alternative != self.description {
            let _ = writeln!(self.body, "<{tag}>{words}</{tag}>");
        }
        self.blocks.push(&group.id);
        self.nodes(&group.nodes);
        self.blocks.pop();
        self.body.push_str("</g>\n");
    }

    fn link(&mut self, link: &'a Link) {
        let address = escaped(link.address.as_str());
        let _ = writeln!(
            self.body,
            "<a href=\"{address}\" xlink:href=\"{address}\">\n<title>{}</title>",
            escaped(&link.alternative)
        );
        self.nodes(&link.nodes);
        self.body.push_str("</a>\n");
    }

    /// A name that nothing else in the drawing has: `name` itself, or else after its blocks, or else
    /// with a number.
    fn identifier(&mut self, name: &str) -> String {
        let named = if self.identifiers.contains(name) {
            self.blocks.iter().copied().chain([name]).collect::<Vec<_>>().join("-")
        } else {
            name.to_owned()
        };
        let numbered = (2..).map(|rank| format!("{named}-{rank}"));
        let mut names = [named.clone()].into_iter().chain(numbered);
        let free = names.find(|name| !self.identifiers.contains(name)).unwrap_or_default();
        self.identifiers.insert(free.clone());
        free
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
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"{}\"{anchor}{weight}{more} \
             textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
            number(text.size),
            text.colour.hex(),
            // A program that draws another face keeps to the length that the page was laid out with.
            number(text.length()),
            escaped(&text.content)
        );
    }
}

#[cfg(test)]
mod tests;
