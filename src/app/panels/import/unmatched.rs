//! Values without a territory: what they may be, and pairing them by hand.

use egui::{Button, CollapsingHeader, Popup, PopupCloseBehavior, Ui};

use super::{MOST_LINES, Shown, decide, rest_ui, territory_list::territory_list_ui};
use crate::{
    app::{Action, widgets::sentence_ui, words::held},
    coverage::import::{NotJoined, Unmatched},
    project::FileChoice,
    territory::{Registry, TerritoryId},
};

/// Each value that is not joined, with its likely territory one click away.
pub fn unmatched_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let unmatched = || shown.report.values_left_out();
    let suggested = || unmatched().filter_map(|one| Some((one, only_suggestion(&one.why)?)));
    let count = suggested().count();
    if count > 1 && ui.button(held(ui, format!("Accepter les {count} suggestions"))).clicked() {
        let pairs = suggested().map(|(one, id)| (one.value.clone(), id)).collect();
        actions.push(decide(shown, FileChoice::PairAll(pairs)));
    }
    for one in unmatched().take(MOST_LINES) {
        sentence_ui(ui, one.to_string());
        if can_be_paired(&one.why) {
            ui.horizontal_wrapped(|ui| pairing_ui(ui, shown, one, actions));
        }
    }
    rest_ui(ui, unmatched().count());
}

/// The values that were paired by hand.
pub fn paired_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let pairings = &shown.choices.import.pairings;
    if pairings.is_empty() {
        return;
    }
    let heading = format!("Rapproché à la main ({})", pairings.len());
    CollapsingHeader::new(held(ui, heading)).id_salt("rapproché").default_open(true).show(
        ui,
        |ui| {
            for (value, id) in pairings {
                ui.horizontal_wrapped(|ui| {
                    sentence_ui(ui, format!("« {value} » → {}", name_of(*id)));
                    if ui.add(Button::new("Défaire").small()).clicked() {
                        let choice = FileChoice::Pair { value: value.clone(), territory: None };
                        actions.push(decide(shown, choice));
                    }
                });
            }
        },
    );
}

fn pairing_ui(ui: &mut Ui, shown: &Shown<'_>, one: &Unmatched, actions: &mut Vec<Action>) {
    let mut pair = |id: TerritoryId| {
        let choice = FileChoice::Pair { value: paired_value(one), territory: Some(id) };
        actions.push(decide(shown, choice));
    };
    for (of, id) in candidates(&one.why).into_iter().take(2) {
        if ui.add(Button::new(held(ui, format!("→ {}{of}", name_of(id)))).small()).clicked() {
            pair(id);
        }
    }
    let choose = ui.add(Button::new("Choisir…").small());
    let named = format!("Choisir un territoire pour « {} »", one.value);
    choose.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &named));
    Popup::menu(&choose)
        .id(ui.scope_id().with(("choisir", &one.value)))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            if let Some(id) = territory_list_ui(ui, &one.value) {
                pair(id);
                ui.close();
            }
        });
}

/// What a value may be, each with what speaks for it.
fn candidates(why: &NotJoined) -> Vec<(&'static str, TerritoryId)> {
    match why {
        NotJoined::Suggested(candidates) => candidates.iter().map(|one| ("", one.id)).collect(),
        NotJoined::Ambiguous(ids) => ids.iter().map(|id| ("", *id)).collect(),
        NotJoined::CodeOfAnother { code, named, .. } => {
            let named = named.map(|named| (" (nom)", named));
            [(" (code)", *code)].into_iter().chain(named).collect()
        }
        _ => vec![],
    }
}

/// The territory that a value is likely to be, where no other is: between two, a person chooses.
fn only_suggestion(why: &NotJoined) -> Option<TerritoryId> {
    match why {
        NotJoined::Suggested(candidates) => match candidates.as_slice() {
            [one] => Some(one.id),
            _ => None,
        },
        _ => None,
    }
}

/// The value that is paired: where a code and a name disagree, both together, since other rows have
/// each of them rightly.
fn paired_value(one: &Unmatched) -> String {
    match &one.why {
        NotJoined::CodeOfAnother { cells, .. } => cells.clone(),
        _ => one.value.clone(),
    }
}

/// Sub-totals, places without an outline and numbers of schools have no territory to be paired with.
fn can_be_paired(why: &NotJoined) -> bool {
    matches!(
        why,
        NotJoined::Suggested(_)
            | NotJoined::Ambiguous(_)
            | NotJoined::CodeOfAnother { .. }
            | NotJoined::Unknown
    )
}

fn name_of(id: TerritoryId) -> String {
    Registry::official().get(id).map_or_else(String::new, |territory| territory.name.clone())
}
