//! The menus: every action stands here with its shortcut.

use std::path::PathBuf;

use egui::{Button, MenuBar, Ui};

use crate::app::{
    Action,
    entries::{Entry, Menu},
    shortcuts::keys_of,
    words::Explained,
};

/// The line of menus; `rest` fills what it leaves of its line. Entries are asked for only where a
/// menu is open.
pub fn menu_ui(
    ui: &mut Ui,
    entries: &dyn Fn() -> Vec<Entry>,
    recent: &[PathBuf],
    actions: &mut Vec<Action>,
    rest: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(menu.label(), |ui| {
                let all = entries();
                let of_menu: Vec<&Entry> = all.iter().filter(|entry| entry.menu == menu).collect();
                list_ui(ui, &of_menu, recent, actions);
            });
        }
        rest(ui, actions);
    });
}

fn list_ui(ui: &mut Ui, entries: &[&Entry], recent: &[PathBuf], actions: &mut Vec<Action>) {
    let is_recent = |entry: &Entry| matches!(entry.action, Action::OpenRecent(_));
    for (rank, entry) in entries.iter().enumerate().filter(|(_, entry)| !is_recent(entry)) {
        if rank > 0 && entries[rank - 1].group != entry.group {
            ui.separator();
        }
        entry_ui(ui, entry, actions);
        if entry.action == Action::TypePath {
            recent_ui(ui, recent, actions);
        }
    }
}

/// The files of late, by name, with their folder on hover.
fn recent_ui(ui: &mut Ui, recent: &[PathBuf], actions: &mut Vec<Action>) {
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button("Fichiers récents", |ui| {
            for (rank, path) in recent.iter().enumerate() {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let entry = ui.button(name.as_ref()).explained(path.display().to_string());
                if entry.clicked() {
                    actions.push(Action::OpenRecent(rank));
                    ui.close();
                }
            }
        });
    });
}

fn entry_ui(ui: &mut Ui, entry: &Entry, actions: &mut Vec<Action>) {
    let button = Button::selectable(entry.chosen, entry.label.as_str());
    let keys = keys_of(&entry.action);
    let button = if keys.is_empty() { button } else { button.shortcut_text(keys) };
    if ui.add_enabled(entry.enabled, button).clicked() {
        actions.push(entry.action.clone());
        ui.close();
    }
}
