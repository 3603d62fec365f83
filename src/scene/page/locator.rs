//! A small map of France on which a place is marked: few points, for it is small.

use super::content::Locator;
use crate::{
    cartography::{Colour, Theme},
    outline::Area,
    scene::{
        geometry::{Rect, Stroke},
        nodes::{Group, Node},
        shapes::{Circle, Path},
        view::View,
    },
};

/// What is smaller is ringed, in units.
const SEEN: f32 = 10.0;
/// Points that are nearer to the one before are left out, and islands that are smaller.
const NEAR: f32 = 0.45;
/// Along every outline: what parts two neighbours after points were left out.
const EDGE: f32 = 0.5;

/// How high a locator is that is so wide.
pub(super) fn locator_height(locator: &Locator, width: f32) -> f32 {
    width * locator.bounds.height() / locator.bounds.width().max(1.0)
}

/// Where a place lies in France: from the origin down, so wide.
pub(super) fn draw_locator(id: &str, locator: &Locator, width: f32, theme: &Theme) -> Node {
    let all = Rect::new(0.0, 0.0, width, locator_height(locator, width));
    let view = View::fitting(locator.bounds, all.shrunk(EDGE));
    let mut nodes: Vec<Node> = Vec::new();
    let land = locator.land.areas.iter();
    nodes.extend(land.filter_map(|area| shape(area, &view, theme.line, NEAR)));
    let place = locator.places.areas.iter().filter(|area| area.territory == locator.place);
    nodes.extend(place.filter_map(|area| shape(area, &view, theme.accent, 0.0)));
    let stroke = Some(Stroke { colour: theme.frame, width: 0.6 });
    for rect in locator.frames.iter().filter_map(|frame| frame.rect) {
        let rect = view.page_rect(rect);
        nodes.push(Node::Rect { rect, ink: None, stroke, radius: 1.0 });
    }
    let place = view.page_rect(locator.place_bounds);
    if place.width.max(place.height) < SEEN {
        let stroke = Some(Stroke { colour: theme.accent, width: 1.5 });
        let [x, y] = place.center();
        let radius = 0.6 * SEEN;
        let center = [
            x.clamp(radius, (all.width - radius).max(radius)),
            y.clamp(radius, (all.height - radius).max(radius)),
        ];
        nodes.push(Node::Circle(Circle { center, radius, ink: None, stroke }));
    }
    Group::figure(id, &locator.alternative, nodes).into()
}

/// An area in one colour; nothing of one whose islands are all smaller than `least`.
fn shape(area: &Area, view: &View, colour: Colour, least: f32) -> Option<Node> {
    let outer = area.polygons.iter().filter_map(|rings| rings.first());
    let on_page = |ring: &Vec<_>| {
        let mut line: Vec<[f32; 2]> = Vec::new();
        for point in ring {
            let at = view.page(*point);
            let is_far = |last: &[f32; 2]| (last[0] - at[0]).hypot(last[1] - at[1]) >= NEAR;
            if line.last().is_none_or(is_far) {
                line.push(at);
            }
        }
        line
    };
    let is_seen = |line: &Vec<[f32; 2]>| {
        let path = Path { lines: vec![line.clone()], is_closed: true, ink: None, stroke: None };
        path.bounds().is_some_and(|bounds| bounds.width.max(bounds.height) >= least)
    };
    let lines: Vec<Vec<[f32; 2]>> = outer.map(on_page).filter(is_seen).collect();
    let stroke = Some(Stroke { colour, width: EDGE });
    let path = Path { lines, is_closed: true, ink: Some(colour.into()), stroke };
    (!path.lines.is_empty()).then_some(Node::Path(path))
}
