//! The card of what is selected: a territory, several of them, a school.

mod bars;
mod history;
mod school;
mod several;
mod territory;

use egui::{Sense, Ui, vec2};

use crate::{
    app::{
        Action, theme,
        widgets::{icon_button_ui, strong, weak},
        words::Words,
    },
    coverage::Quotation,
    project::{CardCache, Command, Headline, OpenCard, Session},
    territory::{Level, TerritoryId},
};

/// The card that the document asks for; adds to `pointed` the territories that the pointer is on.
pub fn card_ui(
    ui: &mut Ui,
    session: &Session,
    cache: &mut CardCache,
    pointed: &mut Vec<TerritoryId>,
    actions: &mut Vec<Action>,
) {
    let at = session.standpoint();
    match cache.card(session) {
        Some(OpenCard::Territory(card)) => {
            territory::territory_ui(ui, card, session, pointed, actions);
        }
        Some(OpenCard::Several(card)) => {
            several::several_ui(ui, card, session, pointed, actions);
        }
        Some(OpenCard::School(card)) => school::school_ui(ui, card, actions),
        None => {}
    }
    if at.selection.is_empty() && at.place.is_whole() {
        hint_ui(ui, session.level());
    }
}

/// What to do next, where nothing is selected.
fn hint_ui(ui: &mut Ui, level: Level) {
    ui.add_space(theme::space().large);
    let which = match level {
        Level::Departement => "un département",
        Level::Academie => "une académie",
        _ => "une région",
    };
    ui.say(weak(
        ui,
        format!(
            "Cliquez sur {which} pour voir chaque observation, sa date et sa source. Un double clic \
             y entre."
        ),
    ));
}

/// A name, and a cross to close the card where that leads somewhere.
fn title_ui(ui: &mut Ui, name: &str, close: Option<Command>, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if let Some(command) = close {
                let icon = egui_material_icons::icons::ICON_CLOSE;
                if icon_button_ui(ui, icon, "Fermer la fiche", "Échap").clicked() {
                    actions.push(command.into());
                }
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.say_as(strong(name, theme::text().heading), egui::Label::wrap);
            });
        });
    });
}

fn section_ui(ui: &mut Ui, title: &str) {
    ui.add_space(theme::space().large);
    ui.say(strong(title, theme::text().body));
}

fn headline_ui(ui: &mut Ui, headline: &Headline) {
    match headline {
        Headline::Share { text, part } => {
            ui.say(strong(text, theme::text().figure));
            bar_ui(ui, *part);
        }
        Headline::Stage { text } => {
            ui.say(strong(text, theme::text().heading));
        }
        Headline::Partial { known, title, explanation } => {
            ui.say(strong(known, theme::text().heading));
            ui.say(*title);
            ui.say(weak(ui, explanation));
        }
        Headline::Gap { title, explanation } => {
            ui.say(strong(*title, theme::text().heading));
            ui.say(weak(ui, explanation));
        }
    }
}

/// A share as a bar, neutral so that only the map's colours mean a class.
fn bar_ui(ui: &mut Ui, part: f32) {
    let theme = theme::current(ui.ctx());
    let size = vec2(ui.available_width(), theme::size().headline_bar);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let radius = theme::radius().bar;
    ui.painter().rect_filled(rect, radius, theme::colour(theme.line));
    let mut filled = rect;
    filled.set_width(rect.width() * part);
    ui.painter().rect_filled(filled, radius, theme::colour(theme.accent));
}

/// What sources say of the country as a whole.
fn quotations_ui(ui: &mut Ui, quotations: &[Quotation]) {
    if !quotations.is_empty() {
        section_ui(ui, "Chiffres nationaux cités");
        for Quotation { text, source } in quotations {
            ui.say(text);
            history::address_ui(ui, source);
        }
    }
}

fn unknowns_ui(ui: &mut Ui, unknowns: &[String]) {
    if !unknowns.is_empty() {
        section_ui(ui, "Ce qui n’est pas connu");
        for sentence in unknowns {
            ui.say(sentence);
        }
    }
}
