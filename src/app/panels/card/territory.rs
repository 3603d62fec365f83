//! The card of a territory.

use egui::{CollapsingHeader, Ui};

use super::{
    bars::{around_ui, bars_ui, school_list_ui},
    headline_ui,
    history::{chart_ui, observations_ui},
    quotations_ui, section_ui, title_ui, unknowns_ui,
};
use crate::{
    app::{
        Action, theme,
        widgets::{fact_ui, weak},
        words::{Explained, Words, held},
    },
    french::{NARROW_SPACE, counted},
    project::{Card, Command, Session},
    territory::TerritoryId,
};

/// All of it.
pub fn territory_ui(
    ui: &mut Ui,
    card: &Card,
    session: &Session,
    pointed: &mut Vec<TerritoryId>,
    actions: &mut Vec<Action>,
) {
    let at = session.standpoint();
    let selected = !at.selection.is_empty();
    let close = match (selected, at.place.is_whole()) {
        (true, _) => Some(Command::Select(None)),
        (false, true) => None,
        (false, false) => Some(Command::Leave),
    };
    let name = if card.id == TerritoryId::France { "France" } else { card.name.as_str() };
    title_ui(ui, name, close, actions);
    ui.say(weak(ui, &card.kind));
    if selected && card.id != at.place.territory {
        let enter = ui.button("Entrer").explained("Voir de quoi ce territoire est fait (Entrée)");
        if enter.clicked() {
            actions.push(Command::Enter(card.id).into());
        }
    }
    ui.add_space(theme::space().tight);
    ui.say(weak(ui, &card.figure));
    headline_ui(ui, &card.headline);
    for (label, value) in &card.facts {
        fact_ui(ui, label, value);
    }
    if let Some(rank) = &card.rank {
        fact_ui(ui, "Rang", &rank.text);
        if !rank.note.is_empty() {
            ui.say(weak(ui, &rank.note));
        }
    }
    around_ui(ui, &card.comparison, &card.sectors, &card.kinds, actions);
    quotations_ui(ui, &card.quotations);
    unknowns_ui(ui, &card.unknowns);
    if !card.children.is_empty() {
        // Those of France are on the map and in the table; a hundred lines are in nobody's way.
        if card.id == TerritoryId::France {
            let title = counted(card.children.len(), "territoire", "territoires");
            let fold = CollapsingHeader::new(held(ui, title)).id_salt("territoires");
            fold.show(ui, |ui| {
                bars_ui(ui, &card.children, session, Some(card.id), pointed, actions);
            });
        } else {
            section_ui(ui, children_title(card));
            bars_ui(ui, &card.children, session, Some(card.id), pointed, actions);
        }
    }
    if !card.schools.is_empty() {
        section_ui(ui, &schools_title(card));
        school_list_ui(ui, &card.schools, card.id, actions);
    }
    if card.history.is_empty() {
        section_ui(ui, "Dans le temps");
        chart_ui(ui, &card.points, session.document().date);
        ui.say(weak(ui, card.no_history));
        return;
    }
    let count = counted(card.history.len(), "observation", "observations");
    section_ui(ui, &format!("Dans le temps{NARROW_SPACE}: {count}"));
    chart_ui(ui, &card.points, session.document().date);
    observations_ui(ui, &card.history);
}

/// « 214 établissements, et 2 qui ne sont pas comptés »: the figure of the card is of the first.
fn schools_title(card: &Card) -> String {
    let others = card.schools.iter().filter(|school| school.not_counted.is_some()).count();
    let title = counted(card.schools.len() - others, "établissement", "établissements");
    match others {
        0 => title,
        1 => format!("{title}, et 1 qui n’est pas compté"),
        others => format!("{title}, et {others} qui ne sont pas comptés"),
    }
}

/// What the parts are, and whether the figure is their sum.
fn children_title(card: &Card) -> &'static str {
    match card.parts.is_empty() {
        true => "Ses départements",
        false => "Additionné à partir des départements",
    }
}
