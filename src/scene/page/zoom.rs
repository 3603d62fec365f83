//! A drawing larger or smaller than it was thought.

use crate::scene::{
    geometry::{Rect, Stroke},
    line::Text,
    nodes::{Group, Link},
    nodes::{MapNode, Node},
    shapes::{Circle, Path, Picture},
    view::View,
};

/// The same `by` times as large, seen from the origin: letters and lines with it, but for the lines
/// and hatches of a map, which look the same at any scale.
pub(super) fn zoomed(node: Node, by: f32) -> Node {
    let stroke = |stroke: Option<Stroke>| {
        stroke.map(|Stroke { colour, width }| Stroke { colour, width: width * by })
    };
    let all = |nodes: Vec<Node>| nodes.into_iter().map(|node| zoomed(node, by)).collect();
    match node {
        Node::Rect { rect, ink, stroke: edge, radius } => Node::Rect {
            rect: zoomed_rect(rect, by),
            ink,
            stroke: stroke(edge),
            radius: radius * by,
        },
        Node::Text(text) => Node::Text(Text {
            position: text.position.map(|at| at * by),
            size: text.size * by,
            ..text
        }),
        Node::Map(map) => Node::Map(zoomed_map(map, by)),
        Node::Path(path) => {
            let line = |line: Vec<[f32; 2]>| line.iter().map(|at| at.map(|at| at * by)).collect();
            let (lines, stroke) = (path.lines.into_iter().map(line).collect(), stroke(path.stroke));
            Node::Path(Path { lines, stroke, ..path })
        }
        Node::Circle(circle) => Node::Circle(Circle {
            center: circle.center.map(|at| at * by),
            radius: circle.radius * by,
            stroke: stroke(circle.stroke),
            ..circle
        }),
        Node::Picture(picture) => {
            Node::Picture(Picture { rect: zoomed_rect(picture.rect, by), ..picture })
        }
        Node::Group(group) => Node::Group(Group { nodes: all(group.nodes), ..group }),
        Node::Link(link) => Node::Link(Link { nodes: all(link.nodes), ..link }),
    }
}

/// A rectangle `by` times as large, seen from the origin.
pub(super) fn zoomed_rect(rect: Rect, by: f32) -> Rect {
    Rect::new(rect.x * by, rect.y * by, rect.width * by, rect.height * by)
}

fn zoomed_map(map: MapNode, by: f32) -> MapNode {
    let zoom = f64::from(by);
    let view = View { scale: map.view.scale * zoom, origin: map.view.origin.map(|at| at * zoom) };
    MapNode { view, clip: zoomed_rect(map.clip, by), ..map }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cartography::Theme, scene::Role};

    #[test]
    fn what_is_zoomed_takes_as_many_times_the_room() {
        let theme = Theme::light();
        let circle = Circle {
            center: [40.0, 20.0],
            radius: 6.0,
            ink: None,
            stroke: Some(Stroke { colour: theme.line, width: 1.0 }),
        };
        let text = Text::new([10.0, 50.0], "Isère", 12.0, theme.text);
        let square = Node::filled(Rect::new(20.0, 60.0, 5.0, 5.0), theme.text);
        let nodes = vec![text.into(), square, Node::Circle(circle)];
        let group = Node::from(Group::new("tout", Role::Block, nodes));
        let before = group.bounds().unwrap();
        let after = zoomed(group, 1.5).bounds().unwrap();
        let wanted = zoomed_rect(before, 1.5);
        for (found, wanted) in [
            (after.x, wanted.x),
            (after.y, wanted.y),
            (after.width, wanted.width),
            (after.height, wanted.height),
        ] {
            assert!((found - wanted).abs() < 0.01, "{after:?} {wanted:?}");
        }
    }
}
