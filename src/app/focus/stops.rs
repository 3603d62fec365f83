//! Everything that can have the focus, in the order in which it is read.

use std::cmp::Ordering;

use egui::{Context, Id, LayerId, Order, Rect};

use super::region::{Region, Regions};

/// Something that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    pub id: Id,
    pub layer: LayerId,
    /// Where it is, whether in sight or not.
    pub rect: Rect,
    /// The part of it that is in sight.
    pub seen: Rect,
    /// None in what lies over the window.
    pub region: Option<Region>,
}

/// What can have the focus in this frame, layer by layer from the lowest to the highest.
fn all(ctx: &Context) -> Vec<Stop> {
    let layers: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().collect());
    let regions = Regions::of(ctx);
    ctx.viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let of_layer = |layer: LayerId| widgets.get_layer(layer);
        let focusable = layers.into_iter().flat_map(of_layer).filter(|widget| {
            let can = widget.enabled && widget.visible && widget.sense.is_focusable();
            can && !regions.is_edge(widget.id)
        });
        let stop = |widget: &egui::WidgetRect| Stop {
            id: widget.id,
            layer: widget.layer_id,
            rect: widget.rect,
            seen: widget.interact_rect,
            region: match widget.layer_id.order {
                Order::Background => regions.region(widgets, widget),
                // What floats over the map belongs to it.
                Order::Middle => Some(Region::Map),
                _ => None,
            },
        };
        focusable.map(stop).collect()
    })
}

/// The stops of the window itself: region by region, in each from top left to bottom right.
pub fn of_window(ctx: &Context) -> Vec<Stop> {
    let stops = all(ctx);
    let mut ordered = Vec::with_capacity(stops.len());
    for region in Region::ALL {
        // Under what floats over the map, the map comes first.
        for order in [Order::Background, Order::Middle] {
            let here = |stop: &&Stop| stop.region == Some(region) && stop.layer.order == order;
            ordered.extend(as_read(stops.iter().filter(here).copied().collect()));
        }
    }
    ordered
}

/// The stops of one layer, from top left to bottom right.
pub fn of_layer(ctx: &Context, layer: LayerId) -> Vec<Stop> {
    as_read(all(ctx).into_iter().filter(|stop| stop.layer == layer).collect())
}

/// The highest layer of those that open over the window, if it has stops.
pub fn highest_layer(ctx: &Context) -> Option<LayerId> {
    all(ctx).into_iter().map(|stop| stop.layer).rfind(|layer| layer.order == Order::Foreground)
}

/// Line by line, each from the left: what overlaps the first of a line by half its height stands in
/// that line.
pub fn as_read(mut stops: Vec<Stop>) -> Vec<Stop> {
    let number = |a: f32, b: f32| a.partial_cmp(&b).unwrap_or(Ordering::Equal);
    stops.sort_by(|a, b| {
        number(a.rect.top(), b.rect.top()).then(number(a.rect.left(), b.rect.left()))
    });
    let mut ordered: Vec<Stop> = Vec::with_capacity(stops.len());
    while !stops.is_empty() {
        let first = stops[0].rect;
        let (mut line, others): (Vec<Stop>, Vec<Stop>) = stops.into_iter().partition(|stop| {
            let shared = first.bottom().min(stop.rect.bottom()) - stop.rect.top();
            shared >= 0.5 * stop.rect.height().min(first.height())
        });
        line.sort_by(|a, b| number(a.rect.left(), b.rect.left()));
        ordered.append(&mut line);
        stops = others;
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    fn stop(name: &str, left: f32, top: f32, width: f32, height: f32) -> Stop {
        let rect = Rect::from_min_size(pos2(left, top), vec2(width, height));
        let layer = LayerId::background();
        Stop { id: Id::unique(name), layer, rect, seen: rect, region: None }
    }

    #[test]
    fn lines_are_read_from_the_top_and_each_from_the_left() {
        let title = stop("title", 10.0, 0.0, 80.0, 20.0);
        let close = stop("close", 300.0, -3.0, 26.0, 26.0);
        let field = stop("field", 120.0, 2.0, 100.0, 22.0);
        let below = stop("below", 0.0, 30.0, 300.0, 20.0);
        let beside = stop("beside", 320.0, 31.0, 40.0, 18.0);
        let ordered = as_read(vec![beside, close, below, field, title]);
        assert_eq!(ordered, [title, field, close, below, beside]);
    }

    #[test]
    fn every_stop_is_kept_whatever_overlaps() {
        let stops: Vec<Stop> = (0..40)
            .map(|rank| {
                let name = format!("{rank}");
                let (left, top) = ((rank * 37 % 50) as f32, (rank * 17 % 31) as f32);
                stop(&name, left, top, 20.0, (rank % 3) as f32 * 10.0)
            })
            .collect();
        let ordered = as_read(stops.clone());
        assert_eq!(ordered.len(), stops.len());
        assert!(stops.iter().all(|stop| ordered.contains(stop)));
    }
}
