//! What hovering a territory shows: name, code, value, schools, date, evidence.

use egui::{PopupAnchor, Response, Tooltip};

use crate::{
    app::{
        theme,
        widgets::{fact_ui, strong, weak},
        words::Words,
    },
    project::{Brief, Headline},
};

/// Shows the tooltip of a territory beside the pointer.
pub fn tooltip_ui(map: &Response, brief: &Brief) {
    let tooltip = Tooltip::always_open(
        map.ctx.clone(),
        map.layer_id,
        map.id.with("infobulle"),
        PopupAnchor::Pointer,
    );
    tooltip.gap(14.0).width(280.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.say(strong(&brief.name, theme::TEXT + 1.0));
        ui.say(weak(ui, &brief.kind));
        match &brief.headline {
            Headline::Share { text, .. } | Headline::Stage { text } => {
                ui.say(strong(text, theme::HEADING));
            }
            Headline::Gap { title, explanation } => {
                ui.say(strong(*title, theme::TEXT + 1.0));
                ui.say(weak(ui, *explanation));
            }
        }
        for (label, value) in &brief.facts {
            fact_ui(ui, label, value);
        }
    });
}
