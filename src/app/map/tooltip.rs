//! What hovering a territory shows: name, code, value, schools, date, evidence.

use egui::{PopupAnchor, Response, Tooltip};

use crate::{
    app::{
        theme,
        widgets::{fact_ui, strong, weak},
        words::Words,
    },
    project::{Card, Headline, Session},
    territory::TerritoryId,
};

/// Shows the tooltip of a territory beside the pointer.
pub fn tooltip_ui(map: &Response, session: &Session, id: TerritoryId) {
    let Some(card) = Card::new(session.reading(), session.dataset(), id) else { return };
    let tooltip = Tooltip::always_open(
        map.ctx.clone(),
        map.layer_id,
        map.id.with("infobulle"),
        PopupAnchor::Pointer,
    );
    tooltip.gap(14.0).width(280.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.say(strong(&card.name, theme::TEXT + 1.0));
        ui.say(weak(ui, &card.kind));
        match &card.headline {
            Headline::Share { text, .. } | Headline::Stage { text } => {
                ui.say(strong(text, theme::HEADING));
            }
            Headline::Gap { title, explanation } => {
                ui.say(strong(*title, theme::TEXT + 1.0));
                ui.say(weak(ui, *explanation));
            }
        }
        for (label, value) in &card.facts {
            fact_ui(ui, label, value);
        }
    });
}
