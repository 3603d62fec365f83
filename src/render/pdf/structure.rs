//! What each part of a page is to a reader aloud: headings, paragraphs, figures, links.

use std::num::NonZeroU16;

use krilla::{
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    geom::Rect,
    page::Page,
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, Node as Tagged, SpanTag, Tag, TagGroup,
        TagKind,
    },
};

use super::{
    LANGUAGE, POINTS, PdfError,
    brush::{Brush, traced},
    readable, title,
};
use crate::{
    render::curves,
    scene::{Group, Link, Node, Role, Scene, Text},
};

/// A part of the structure of a page.
pub(super) enum Branch {
    /// What was drawn.
    Leaf(Identifier),
    /// Parts that belong together.
    Parts(TagKind, Vec<Branch>),
    /// Parts that lead somewhere.
    Link(Box<Annotation>, Vec<Branch>),
}

impl Branch {
    /// As the library wants it, with its links put on the page.
    pub fn tagged(self, page: &mut Page<'_>) -> Tagged {
        match self {
            Self::Leaf(identifier) => Tagged::Leaf(identifier),
            Self::Parts(kind, parts) => {
                let parts = parts.into_iter().map(|part| part.tagged(page)).collect();
                Tagged::Group(TagGroup::with_children(kind, parts))
            }
            Self::Link(annotation, parts) => {
                let mut parts: Vec<Tagged> =
                    parts.into_iter().map(|part| part.tagged(page)).collect();
                parts.push(Tagged::Leaf(page.add_tagged_annotation(*annotation)));
                Tagged::Group(TagGroup::with_children(Tag::Link, parts))
            }
        }
    }
}

/// Where a node stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// On the page or in a part of it.
    Block,
    /// In a heading or a paragraph.
    Words,
    /// In a picture.
    Figure,
}

/// Who draws a scene and tells what its parts are.
pub(super) struct Author<'a, 'b> {
    scene: &'a Scene,
    brush: Brush<'a, 'b>,
}

impl<'a, 'b> Author<'a, 'b> {
    pub fn of(scene: &'a Scene, surface: &'a mut Surface<'b>) -> Result<Self, PdfError> {
        Ok(Self { scene, brush: Brush::new(surface)? })
    }

    /// Draws the page; its parts in the order in which they are read.
    pub fn write(&mut self) -> Vec<Branch> {
        let scene = self.scene;
        let paper = crate::scene::Rect::new(0.0, 0.0, scene.width, scene.height);
        self.decorate(|brush| {
            let shape = traced(|pen| curves::rounded(paper, 0.0, pen));
            brush.inked(shape.as_ref(), Some(scene.background.into()), None, &[], [0.0; 2]);
        });
        self.nodes(&scene.nodes, Within::Block)
    }

    fn nodes(&mut self, nodes: &[Node], within: Within) -> Vec<Branch> {
        nodes.iter().flat_map(|node| self.node(node, within)).collect()
    }

    fn node(&mut self, node: &Node, within: Within) -> Vec<Branch> {
        match node {
            Node::Text(text) => self.text(text, within),
            Node::Map(map) => {
                let seen = self.part(|brush| brush.map(map));
                self.pictured(seen, &self.scene.description, within)
            }
            Node::Picture(picture) if !picture.alternative.is_empty() => {
                let seen = self.part(|brush| brush.picture(picture));
                self.pictured(seen, &picture.alternative, within)
            }
            Node::Picture(picture) => self.shape(within, |brush| brush.picture(picture)),
            Node::Rect { rect, ink, stroke, radius } => self.shape(within, |brush| {
                let shape = traced(|pen| curves::rounded(*rect, *radius, pen));
                brush.inked(shape.as_ref(), *ink, *stroke, &[rect.corners()], [rect.x, rect.y]);
            }),
            Node::Circle(circle) => self.shape(within, |brush| {
                let shape = traced(|pen| curves::round(circle, pen));
                let rings = [circle.ring()];
                brush.inked(shape.as_ref(), circle.ink, circle.stroke, &rings, circle.center);
            }),
            Node::Path(path) => self.shape(within, |brush| {
                let trace = if path.is_closed { curves::ring } else { curves::line };
                let shape = traced(|pen| path.lines.iter().for_each(|line| trace(line, pen)));
                brush.inked(shape.as_ref(), path.ink, path.stroke, &path.lines, [0.0; 2]);
            }),
            Node::Group(group) => self.group(group, within),
            Node::Link(link) => self.link(link, within),
        }
    }

    fn group(&mut self, group: &Group, within: Within) -> Vec<Branch> {
        // Within words or a figure, a group is a matter of drawing.
        let inner = match (within, group.role) {
            (Within::Block, Role::Heading | Role::Paragraph) => Within::Words,
            (Within::Block | Within::Words, Role::Figure) => Within::Figure,
            (within, _) => within,
        };
        let parts = self.nodes(&group.nodes, inner);
        if inner == within && group.role != Role::Block || parts.is_empty() {
            return parts;
        }
        let kind: TagKind = match group.role {
            Role::Block if within == Within::Block => Tag::Div.into(),
            Role::Block => return parts,
            Role::Heading => Tag::Hn(NonZeroU16::MIN, Some(readable(&words(&group.nodes)))).into(),
            Role::Paragraph => Tag::P.into(),
            Role::Figure => Tag::Figure(Some(self.alternative(&group.alternative))).into(),
        };
        vec![Branch::Parts(kind, parts)]
    }

    /// What a figure is heard as: the drawing itself where nothing says better.
    fn alternative(&self, words: &str) -> String {
        let known = [words, self.scene.description.as_str()];
        let known = known.into_iter().find(|words| !readable(words).trim().is_empty());
        known.map_or_else(|| title(self.scene), readable)
    }

    fn pictured(&self, seen: Identifier, alternative: &str, within: Within) -> Vec<Branch> {
        let leaf = Branch::Leaf(seen);
        if within == Within::Figure {
            return vec![leaf];
        }
        let kind = Tag::Figure(Some(self.alternative(alternative))).into();
        vec![Branch::Parts(kind, vec![leaf])]
    }

    fn link(&mut self, link: &Link, within: Within) -> Vec<Branch> {
        let parts =
            self.nodes(&link.nodes, if within == Within::Block { Within::Words } else { within });
        let bounds = link.nodes.iter().filter_map(Node::bounds).reduce(|a, b| a.around(&b));
        let place = bounds.and_then(|place| {
            let [x, y, width, height] =
                [place.x, place.y, place.width, place.height].map(|length| length * POINTS);
            Rect::from_xywh(x, y, width, height)
        });
        let Some(place) = place else { return parts };
        let action = Action::Link(LinkAction::new(link.address.as_str().to_owned()));
        let annotation = LinkAnnotation::new(place, Target::Action(action));
        let words = match link.alternative.as_str() {
            "" => link.address.as_str(),
            words => words,
        };
        let annotation = Annotation::new_link(annotation, Some(readable(words)));
        let branch = Branch::Link(Box::new(annotation), parts);
        if within == Within::Block {
            return vec![Branch::Parts(Tag::P.into(), vec![branch])];
        }
        vec![branch]
    }

    fn text(&mut self, text: &Text, within: Within) -> Vec<Branch> {
        if Brush::has_around(text) {
            self.decorate(|brush| brush.around_text(text));
        }
        let goes_on = within == Within::Words;
        // Letters that were drawn as signs are read as themselves.
        let has_missing = text.shaped().glyphs.iter().any(crate::scene::Glyph::is_missing);
        let said = readable(&text.content) + if goes_on { " " } else { "" };
        let span = SpanTag::empty()
            .with_lang(Some(LANGUAGE))
            .with_actual_text(has_missing.then_some(said.as_str()));
        let content = if has_missing { ContentTag::Span(span) } else { ContentTag::Other };
        let identifier = self.brush.surface.start_tagged(content);
        self.brush.text(text, goes_on);
        self.brush.surface.end_tagged();
        let leaf = Branch::Leaf(identifier);
        if within == Within::Block {
            return vec![Branch::Parts(Tag::P.into(), vec![leaf])];
        }
        vec![leaf]
    }

    /// A shape: part of a figure, and decoration anywhere else.
    fn shape(&mut self, within: Within, draw: impl FnOnce(&mut Brush<'a, 'b>)) -> Vec<Branch> {
        if within == Within::Figure {
            return vec![Branch::Leaf(self.part(draw))];
        }
        self.decorate(draw);
        vec![]
    }

    /// Draws a part of the page.
    fn part(&mut self, draw: impl FnOnce(&mut Brush<'a, 'b>)) -> Identifier {
        let identifier = self.brush.surface.start_tagged(ContentTag::Other);
        draw(&mut self.brush);
        self.brush.surface.end_tagged();
        identifier
    }

    /// Draws what no reader needs to hear of.
    fn decorate(&mut self, draw: impl FnOnce(&mut Brush<'a, 'b>)) {
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.brush.surface.start_tagged(ContentTag::Artifact(artifact));
        draw(&mut self.brush);
        self.brush.surface.end_tagged();
    }
}

/// All that some nodes write, in a line.
fn words(nodes: &[Node]) -> String {
    let texts = crate::scene::leaves(nodes).into_iter().filter_map(|node| match node {
        Node::Text(text) => Some(text.content.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}
