//! What hovering a territory shows, beside it: its name, its value, and what that rests on.

use egui::{PopupAnchor, Rect, RectAlign, Response, Tooltip};

use crate::{
    app::{
        painter::egui_rect,
        theme,
        widgets::{fact_ui, strong, weak},
        words::Words,
    },
    project::{Brief, Headline},
    scene::{MapPicture, View},
    territory::TerritoryId,
};

/// Beside a territory that takes more of the map than this there is no room for a card.
const MOST: f32 = 0.5;

/// Where the areas of a territory that the pointer is on are, as far as they can be seen; `None`
/// where they leave no room beside them.
pub fn place_of(
    picture: &MapPicture,
    id: TerritoryId,
    view: &View,
    map: &Response,
) -> Option<Rect> {
    let at = map.hover_pos()?;
    let areas = picture.layer.areas.iter().filter(|area| area.territory == id);
    let places = areas.map(|area| egui_rect(view.page_rect(area.bounds)));
    // The one below the pointer: a territory is shown again in the zoom on Paris.
    let place = places.filter(|place| place.contains(at)).reduce(Rect::intersect)?;
    let place = place.intersect(map.rect);
    let is_small = place.width() <= MOST * map.rect.width();
    is_small.then_some(place)
}

/// Shows the card of a territory beside it, or beside the pointer where there is no room.
pub fn tooltip_ui(map: &Response, place: Option<Rect>, brief: &Brief) {
    // Between a territory and its card.
    let (gap, width) = (theme::space().pad, theme::width().card_on_map);
    let anchor = place.map_or(PopupAnchor::Pointer, PopupAnchor::ParentRect);
    // At its right, unless that is over the panel beside the map.
    let is_far_right = place.is_some_and(|place| map.rect.right() - place.right() < gap + width);
    let (first, second) = if is_far_right {
        (RectAlign::LEFT, RectAlign::RIGHT)
    } else {
        (RectAlign::RIGHT, RectAlign::LEFT)
    };
    let others = [second, RectAlign::BOTTOM, RectAlign::TOP];
    let mut tooltip =
        Tooltip::always_open(map.ctx.clone(), map.layer_id, map.id.with("infobulle"), anchor);
    tooltip.popup = tooltip.popup.align(first).align_alternatives(&others);
    tooltip.gap(gap).width(width).show(|ui| {
        ui.spacing_mut().item_spacing.y = theme::space().tight;
        ui.say(strong(&brief.name, theme::text().title));
        match &brief.headline {
            Headline::Share { text, .. } | Headline::Stage { text } => {
                ui.say(strong(text, theme::text().heading));
                match brief.facts.first() {
                    Some(("Établissements", counts)) => {
                        ui.say(weak(ui, counts));
                    }
                    Some((label, fact)) => fact_ui(ui, label, fact),
                    None => {}
                }
            }
            Headline::Partial { known, title, .. } => {
                ui.say(strong(known, theme::text().body));
                ui.say(weak(ui, *title));
            }
            Headline::Gap { title, explanation } => {
                ui.say(strong(*title, theme::text().body));
                ui.say(weak(ui, explanation));
            }
        }
    });
}
