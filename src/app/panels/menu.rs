//! The menus: every action stands here with its shortcut.

use std::path::PathBuf;

use egui::{
    Button, MenuBar, Popup, Response, Role, Stroke, TextStyle, Ui, WidgetInfo, accesskit,
    text::{LayoutJob, TextFormat},
};

use crate::app::{
    Action,
    entries::{Entry, Kind, Menu},
    focus::{Region, know_door, know_titles, region_ui},
    shortcuts::keys_of,
    theme,
    words::{Explained, held},
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
        // The region of the menus is their bar; more stands in this line.
        let line = ui.unique_id();
        ui.ctx().accesskit_node_builder(line, |node| node.set_role(Role::GenericContainer));
        region_ui(ui, Region::Menus, |ui| {
            let titles = Menu::ALL.map(|menu| {
                let title = title(ui, menu);
                let title = ui.menu_button(held(ui, title), |ui| {
                    let all = entries();
                    let of_menu: Vec<&Entry> =
                        all.iter().filter(|entry| entry.menu == menu).collect();
                    list_ui(ui, &of_menu, recent, actions);
                });
                (name_title(menu, &title.response), menu.letter())
            });
            know_titles(ui.ctx(), &titles);
        });
        region_ui(ui, Region::Address, |ui| rest(ui, actions));
    });
}

/// Its name; while Alt is held, the letter that opens it is underlined.
fn title(ui: &Ui, menu: Menu) -> LayoutJob {
    let color = ui.visuals().text_color();
    let plain = TextFormat {
        font_id: TextStyle::Button.resolve(ui.style()),
        color,
        ..TextFormat::default()
    };
    let marked =
        TextFormat { underline: Stroke::new(theme::stroke().line, color), ..plain.clone() };
    let at = if ui.input(|input| input.modifiers.alt) { Some(menu.letter_at()) } else { None };
    let mut job = LayoutJob::default();
    for (rank, letter) in menu.label().chars().enumerate() {
        let format = if Some(rank) == at { &marked } else { &plain };
        job.append(letter.encode_utf8(&mut [0; 4]), 0.0, format.clone());
    }
    job
}

/// An assistive tool hears a menu, what opens it and whether it is open.
fn name_title(menu: Menu, title: &Response) -> Response {
    title.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, menu.label()));
    let open = Popup::is_id_open(&title.ctx, Popup::default_response_id(title));
    title.ctx.accesskit_node_builder(title.id, |node| {
        node.set_has_popup(accesskit::HasPopup::Menu);
        node.set_expanded(open);
        node.set_keyboard_shortcut(format!("Alt+{}", menu.letter().name()));
    });
    title.clone()
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
        let door = ui.menu_button("Fichiers récents", |ui| {
            for (rank, path) in recent.iter().enumerate() {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let entry =
                    ui.button(held(ui, name.as_ref())).explained(path.display().to_string());
                entry.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, name.as_ref()));
                if entry.clicked() {
                    actions.push(Action::OpenRecent(rank));
                    ui.close();
                }
            }
        });
        let (door, enabled) = (door.response, ui.is_enabled());
        door.widget_info(|| WidgetInfo::labeled(Role::MenuItem, enabled, "Fichiers récents"));
        door.ctx.accesskit_node_builder(door.id, |node| {
            node.set_has_popup(accesskit::HasPopup::Menu);
        });
        know_door(&door);
    });
}

fn entry_ui(ui: &mut Ui, entry: &Entry, actions: &mut Vec<Action>) {
    let button = Button::selectable(entry.chosen, held(ui, entry.label.as_str()));
    let keys = keys_of(&entry.action);
    let button = if keys.is_empty() { button } else { button.shortcut_text(keys) };
    let response = ui.add_enabled(entry.enabled, button);
    let label = entry.label.as_str();
    response.widget_info(|| match entry.kind {
        Kind::Command => WidgetInfo::labeled(Role::MenuItem, entry.enabled, label),
        Kind::OneOfSeveral => {
            WidgetInfo::selected(Role::MenuItemRadio, entry.enabled, entry.chosen, label)
        }
        Kind::Switch => {
            WidgetInfo::selected(Role::MenuItemCheckBox, entry.enabled, entry.chosen, label)
        }
    });
    if !keys.is_empty() {
        response.ctx.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    }
    if response.clicked() {
        actions.push(entry.action.clone());
        ui.close();
    }
}
