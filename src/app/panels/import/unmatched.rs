//! Values without a territory: what they may be, and pairing them by hand.

use egui::{Button, CollapsingHeader, Popup, PopupCloseBehavior, ScrollArea, TextEdit, Ui};

use super::{MOST_LINES, Shown, decide, rest_ui};
use crate::{
    app::{
        Action, theme,
        widgets::{sentence_ui, weak},
        words::{Words, held},
    },
    coverage::import::{NotJoined, Unmatched},
    project::FileChoice,
    table::normalise,
    territory::{Edition, Level, Registry, Territory, TerritoryId},
};

/// Each value that is not joined, with its likely territory one click away.
pub fn unmatched_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let unmatched = || shown.report.values_left_out();
    let is_guess = |one: &&Unmatched| !matches!(one.why, NotJoined::CodeOfAnother { .. });
    let guesses = || unmatched().filter(is_guess);
    let likely = || guesses().filter_map(|one| Some((one, candidates(&one.why).first()?.1)));
    let count = likely().count();
    if count > 1 && ui.button(held(ui, format!("Accepter les {count} suggestions"))).clicked() {
        let pairs = likely().map(|(one, id)| (one.value.clone(), id)).collect();
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
            if let Some(id) = list_ui(ui) {
                pair(id);
                ui.close();
            }
        });
}

/// A list of territories with a field to look for one. Answers the one that was clicked.
fn list_ui(ui: &mut Ui) -> Option<TerritoryId> {
    ui.set_width(theme::width().pairing);
    let key = ui.scope_id().with("recherche");
    let mut wanted: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let label = ui.say(weak(ui, "Chercher un territoire par nom ou code"));
    let field = TextEdit::singleline(&mut wanted).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let mut chosen = None;
    ScrollArea::vertical().max_height(theme::height().list).show(ui, |ui| {
        let found = search(&wanted);
        if found.is_empty() {
            ui.say(weak(ui, "Aucun territoire de ce nom ou de ce code."));
        }
        for territory in found {
            let kind = territory.id.level().singular();
            let code = territory.id.code().map(|code| code.to_string()).unwrap_or_default();
            let edition = territory.id.edition().map(|e| format!(", {}", e.label()));
            let text = format!("{} ({kind} {code}{})", territory.name, edition.unwrap_or_default());
            if ui.selectable_label(false, held(ui, text)).clicked() {
                chosen = Some(territory.id);
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(key, wanted));
    chosen
}

/// Territories whose name holds the text, or whose code is it; all when nothing is looked for.
fn search(wanted: &str) -> Vec<&'static Territory> {
    let registry = Registry::official();
    let wanted = normalise(wanted);
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for level in [Level::Departement, Level::Region, Level::Academie] {
        for edition in Edition::ALL {
            for territory in registry.territories(level, edition) {
                let code = territory.id.code().map(|code| code.to_string().to_lowercase());
                let fits = normalise(&territory.name).contains(wanted.as_ref())
                    || code.as_deref() == Some(wanted.as_ref());
                if fits && !seen.contains(&territory.id) {
                    seen.push(territory.id);
                    found.push(territory);
                }
            }
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_territory_is_found_by_a_part_of_its_name_or_by_its_code() {
        let names = |wanted: &str| -> Vec<&str> {
            search(wanted).into_iter().map(|territory| territory.name.as_str()).collect()
        };
        assert_eq!(names("2a"), ["Corse-du-Sud"]);
        assert!(names("reunion").contains(&"La Réunion"));
        assert_eq!(names("Savoie"), ["Savoie", "Haute-Savoie"]);
        assert!(names("atlantide").is_empty());
    }
}
