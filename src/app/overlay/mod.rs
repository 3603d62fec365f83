//! What lies over everything. One at a time; while it is there, it has the keyboard, and no key
//! reaches what is behind it.

mod keys;
mod told;
mod typed;

use std::path::PathBuf;

use egui::{Context, Ui};

use super::{
    Action, PathPurpose, finder::Finder, terrain::TerrainDialog, theme, widgets::dialog_ui,
};
use crate::french::NARROW_SPACE;

/// What lies over everything.
pub enum Overlay {
    /// Who made this and from what.
    About,
    /// The keyboard shortcuts.
    Shortcuts,
    /// What the map of a file counts, typed.
    Subject {
        /// The rank of the file.
        file: usize,
        /// What is being typed.
        text: String,
    },
    /// The path of a file, typed.
    Path {
        /// What for.
        purpose: PathPurpose,
        /// What is being typed.
        text: String,
    },
    /// Whether to replace the file at that path.
    Replace(PathPurpose, PathBuf),
    /// A place or a command is looked for.
    Finder(Finder),
    /// Something about the terrain.
    Terrain(TerrainDialog),
}

impl Overlay {
    /// Asks for a path; nothing is typed yet.
    pub fn path(purpose: PathPurpose) -> Self {
        Self::Path { purpose, text: String::new() }
    }

    /// Shows one that needs nothing but itself; asks to be closed when its button is clicked, with
    /// Escape, or when one clicks beside it.
    pub fn dialog_ui(&mut self, ctx: &Context, actions: &mut Vec<Action>) {
        let title = self.title();
        let widths = theme::width();
        let width = if matches!(self, Self::Shortcuts) { widths.shortcuts } else { widths.dialog };
        let closed = dialog_ui(ctx, &title, width, |ui| match self {
            Self::About => closable_ui(ui, actions, told::about_ui),
            Self::Shortcuts => closable_ui(ui, actions, keys::shortcuts_ui),
            Self::Subject { file, text } => typed::subject_ui(ui, *file, text, actions),
            Self::Path { purpose, text } => typed::path_ui(ui, *purpose, text, actions),
            Self::Replace(purpose, path) => told::replace_ui(ui, *purpose, path, actions),
            Self::Finder(_) | Self::Terrain(_) => {}
        });
        if closed {
            actions.push(Action::Dismiss);
        }
    }

    fn title(&self) -> String {
        match self {
            Self::About => "Atlas ENT".to_owned(),
            Self::Shortcuts => "Raccourcis clavier".to_owned(),
            Self::Subject { .. } => "Sujet de la carte".to_owned(),
            Self::Path { purpose, .. } => typed::path_words(*purpose).0.to_owned(),
            Self::Replace(_, path) => {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                format!("Remplacer « {name} »{NARROW_SPACE}?")
            }
            Self::Finder(_) | Self::Terrain(_) => String::new(),
        }
    }
}

/// Something to read, and the button that closes it.
fn closable_ui(ui: &mut Ui, actions: &mut Vec<Action>, add: impl FnOnce(&mut Ui)) {
    add(ui);
    ui.add_space(theme::space().medium);
    ui.vertical_centered(|ui| {
        if ui.button("Fermer").clicked() {
            actions.push(Action::Dismiss);
        }
    });
}
