//! The list of territories that a value of a file is paired from: a field, and what is found for it.

use egui::{
    Align, Align2, Button, EventFilter, Frame, Key, Modifiers, Response, Role, ScrollArea,
    TextEdit, Ui, WidgetInfo,
};

use crate::{
    app::{
        theme,
        widgets::{strong, weak},
        words::{Words, held},
    },
    table::normalise,
    territory::{Edition, Level, Registry, Territory, TerritoryId},
};

/// What was typed, and the rank of the territory that Enter takes.
#[derive(Clone, Default)]
struct Sought {
    text: String,
    at: usize,
    /// The frame in which the list was last seen.
    frame: u64,
}

/// A list of territories with a field to look for one, under the value that is paired. Answers the
/// one that was chosen, by the pointer or with arrows and Enter.
pub fn territory_list_ui(ui: &mut Ui, value: &str) -> Option<TerritoryId> {
    ui.set_width(theme::width().pairing);
    let key = ui.scope_id().with("recherche");
    let frame = ui.ctx().cumulative_frame_nr();
    let known: Option<Sought> = ui.data(|data| data.get_temp(key));
    let known = known.filter(|known| frame <= known.frame + 1);
    let keys = Keys::take(ui, known.is_some());
    let mut sought = Sought { frame, ..known.unwrap_or_default() };
    ui.say_as(strong(format!("Pour « {value} »"), theme::text().body), egui::Label::wrap);
    let field = field_ui(ui, &mut sought.text);
    if field.changed() {
        sought.at = 0;
    }
    let found = search(&sought.text);
    let last = found.len().saturating_sub(1);
    sought.at = match keys {
        Keys { up: true, .. } => sought.at.saturating_sub(1),
        Keys { down: true, .. } => (sought.at + 1).min(last),
        _ => sought.at.min(last),
    };
    let mut chosen = None;
    ScrollArea::vertical().max_height(theme::height().list).show(ui, |ui| {
        if found.is_empty() {
            ui.say(weak(ui, "Aucun territoire de ce nom ou de ce code."));
        }
        for (rank, territory) in found.iter().enumerate() {
            let line = line_ui(ui, territory, rank == sought.at);
            if rank == sought.at && (keys.up || keys.down) {
                line.scroll_to_me(Some(Align::Center));
            }
            if line.clicked() {
                chosen = Some(territory.id);
            }
        }
    });
    if keys.enter {
        chosen = found.get(sought.at).map(|territory| territory.id);
    }
    ui.data_mut(|data| data.insert_temp(key, sought));
    chosen
}

/// The keys of the list, taken before the field, which would use them for its cursor.
#[derive(Clone, Copy)]
struct Keys {
    up: bool,
    down: bool,
    enter: bool,
}

impl Keys {
    /// The key that opened the list is not for it.
    fn take(ui: &Ui, was_open: bool) -> Self {
        ui.input_mut(|input| {
            let mut pressed = |key| was_open && input.consume_key(Modifiers::NONE, key);
            let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
            Self { up, down, enter: pressed(Key::Enter) }
        })
    }
}

/// The field has the focus as long as its list is open: what is typed narrows the list.
fn field_ui(ui: &mut Ui, text: &mut String) -> Response {
    let colours = theme::current(ui.ctx());
    let label = ui.say(weak(ui, "Chercher un territoire par nom ou code"));
    let frame = Frame::new()
        .fill(theme::colour(colours.paper))
        .stroke(theme::line(colours.line_strong))
        .corner_radius(theme::radius().control)
        .inner_margin(theme::margin(theme::space().medium, theme::space().tight));
    let field = TextEdit::singleline(text)
        .frame(frame)
        .align(Align2::LEFT_CENTER)
        .desired_width(f32::INFINITY)
        .event_filter(EventFilter { horizontal_arrows: true, ..EventFilter::default() });
    let field = ui.add(field).labelled_by(label.id);
    field.request_focus();
    field
}

fn line_ui(ui: &mut Ui, territory: &Territory, here: bool) -> Response {
    let kind = territory.id.level().singular();
    let code = territory.id.code().map(|code| code.to_string()).unwrap_or_default();
    let edition = territory.id.edition().map(|edition| format!(", {}", edition.label()));
    let text = format!("{} ({kind} {code}{})", territory.name, edition.unwrap_or_default());
    let line = ui.add(Button::selectable(here, held(ui, &text)));
    line.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, here, &text));
    line
}

/// Territories whose name holds the text, or whose code is it, the nearest first; all when nothing is
/// looked for.
fn search(wanted: &str) -> Vec<&'static Territory> {
    let registry = Registry::official();
    let wanted = normalise(wanted);
    let mut found: Vec<(Nearness, &Territory)> = Vec::new();
    for level in [Level::Departement, Level::Region, Level::Academie] {
        for edition in Edition::ALL {
            for territory in registry.territories(level, edition) {
                let is_new = !found.iter().any(|(_, other)| other.id == territory.id);
                if let Some(nearness) = Nearness::of(territory, &wanted).filter(|_| is_new) {
                    found.push((nearness, territory));
                }
            }
        }
    }
    // Of two equally near, the one that stands first in the lists.
    found.sort_by_key(|(nearness, _)| *nearness);
    found.into_iter().map(|(_, territory)| territory).collect()
}

/// How near a territory is to a text, the nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// Its name or its code is the text.
    Same,
    /// Its name begins so.
    Begins,
    /// Its name holds it.
    Holds,
}

impl Nearness {
    fn of(territory: &Territory, wanted: &str) -> Option<Self> {
        let name = normalise(&territory.name);
        let code = territory.id.code().map(|code| code.to_string().to_lowercase());
        if name == wanted || code.as_deref() == Some(wanted) {
            Some(Self::Same)
        } else if name.starts_with(wanted) {
            Some(Self::Begins)
        } else {
            name.contains(wanted).then_some(Self::Holds)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(wanted: &str) -> Vec<&'static str> {
        search(wanted).into_iter().map(|territory| territory.name.as_str()).collect()
    }

    #[test]
    fn a_territory_is_found_by_a_part_of_its_name_or_by_its_code() {
        assert_eq!(names("2a"), ["Corse-du-Sud"]);
        assert!(names("reunion").contains(&"La Réunion"));
        assert_eq!(names("Savoie"), ["Savoie", "Haute-Savoie"]);
        assert!(names("atlantide").is_empty());
    }

    #[test]
    fn the_very_name_comes_first_whatever_holds_it() {
        for territory in search("") {
            assert_eq!(names(&territory.name).first(), Some(&territory.name.as_str()));
        }
        assert_eq!(names("rhone").first(), Some(&"Rhône"));
        let loire = names("loir");
        let rank = |name: &str| loire.iter().position(|one| *one == name);
        assert!(rank("Loire-Atlantique") < rank("Haute-Loire"), "{loire:?}");
    }
}
