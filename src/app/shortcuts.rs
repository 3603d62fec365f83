//! Keyboard shortcuts: one table feeds the keyboard, the menus and the list of shortcuts.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Action, Resize, TerrainRequest};
use crate::{
    cartography::Representation, coverage::SchoolType, project::Command, territory::Level,
};

/// A shortcut and what it does.
pub struct Shortcut {
    /// The keys.
    pub keys: KeyboardShortcut,
    /// The keys, as a menu writes them.
    pub keys_label: &'static str,
    /// What it does, as a list of shortcuts says it.
    pub label: &'static str,
    /// What it does.
    pub action: Action,
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn shortcut(
    keys: KeyboardShortcut,
    keys_label: &'static str,
    label: &'static str,
    action: Action,
) -> Shortcut {
    Shortcut { keys, keys_label, label, action }
}

/// All shortcuts, those with more modifiers before those that share their key.
pub static SHORTCUTS: [Shortcut; 34] = [
    shortcut(
        KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
        "Ctrl+Maj+Z",
        "Rétablir",
        Action::Redo,
    ),
    shortcut(command(Key::Z), "Ctrl+Z", "Annuler", Action::Undo),
    shortcut(command(Key::Y), "Ctrl+Y", "Rétablir", Action::Redo),
    shortcut(command(Key::O), "Ctrl+O", "Ouvrir un fichier…", Action::OpenFile),
    shortcut(command(Key::E), "Ctrl+E", "Exporter l’image…", Action::ExportPicture),
    shortcut(
        KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C),
        "Ctrl+Maj+C",
        "Copier l’image",
        Action::CopyPicture,
    ),
    shortcut(command(Key::Q), "Ctrl+Q", "Quitter", Action::Quit),
    shortcut(command(Key::F), "Ctrl+F", "Rechercher…", Action::Find),
    shortcut(command(Key::K), "Ctrl+K", "Toutes les commandes…", Action::ShowPalette),
    shortcut(alt(Key::ArrowLeft), "Alt+←", "Retour", Action::Back),
    shortcut(alt(Key::ArrowRight), "Alt+→", "Suivant", Action::Forward),
    shortcut(
        plain(Key::Enter),
        "Entrée",
        "Entrer dans le territoire sélectionné",
        Action::EnterSelection,
    ),
    shortcut(command(Key::ArrowLeft), "Ctrl+←", "Date précédente", Action::PreviousDate),
    shortcut(command(Key::ArrowRight), "Ctrl+→", "Date suivante", Action::NextDate),
    shortcut(command(Key::Plus), "Ctrl++", "Agrandir l’interface", Action::Resize(Resize::Larger)),
    shortcut(
        command(Key::Equals),
        "Ctrl+=",
        "Agrandir l’interface",
        Action::Resize(Resize::Larger),
    ),
    shortcut(command(Key::Minus), "Ctrl+-", "Réduire l’interface", Action::Resize(Resize::Smaller)),
    shortcut(
        command(Key::Num0),
        "Ctrl+0",
        "Interface à sa taille habituelle",
        Action::Resize(Resize::Usual),
    ),
    shortcut(plain(Key::Space), "Espace", "Lire ou arrêter la chronologie", Action::TogglePlayback),
    shortcut(plain(Key::Num0), "0", "Ajuster la carte à la fenêtre", Action::Fit),
    shortcut(plain(Key::Home), "Début", "Ajuster la carte à la fenêtre", Action::Fit),
    shortcut(plain(Key::Plus), "+", "Zoom avant", Action::ZoomIn),
    shortcut(plain(Key::Minus), "-", "Zoom arrière", Action::ZoomOut),
    shortcut(plain(Key::L), "L", "Lycées", Action::Do(Command::ShowSchools(SchoolType::Lycee))),
    shortcut(plain(Key::C), "C", "Collèges", Action::Do(Command::ShowSchools(SchoolType::College))),
    shortcut(plain(Key::R), "R", "Par région", Action::Do(Command::ShowLevel(Level::Region))),
    shortcut(plain(Key::A), "A", "Par académie", Action::Do(Command::ShowLevel(Level::Academie))),
    shortcut(
        plain(Key::D),
        "D",
        "Par département",
        Action::Do(Command::ShowLevel(Level::Departement)),
    ),
    shortcut(
        plain(Key::P),
        "P",
        "Part des établissements",
        Action::Do(Command::ShowAs(Representation::Share)),
    ),
    shortcut(
        plain(Key::S),
        "S",
        "Stade de déploiement",
        Action::Do(Command::ShowAs(Representation::Stage)),
    ),
    shortcut(plain(Key::T), "T", "Terrain, ou carte", Action::Terrain(TerrainRequest::Toggle)),
    shortcut(plain(Key::F8), "F8", "Tableau", Action::ToggleTable),
    shortcut(plain(Key::F9), "F9", "Replier ou déplier le volet", Action::ToggleSidePanel),
    shortcut(
        plain(Key::Escape),
        "Échap",
        "Fermer, remonter, ne plus rien sélectionner",
        Action::Dismiss,
    ),
];

/// The keys of an action, as a menu writes them; empty when it has none.
pub fn keys_of(action: &Action) -> &'static str {
    SHORTCUTS.iter().find(|shortcut| shortcut.action == *action).map_or("", |s| s.keys_label)
}

/// The actions whose keys were just pressed. Plain keys belong to a text field that has the focus.
pub fn pressed(ctx: &egui::Context) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    // An open menu closes itself.
    let menu = egui::Popup::is_any_open(ctx);
    // A focused control takes the space bar and the return key for itself.
    let focused = ctx.memory(|memory| memory.focused().is_some());
    ctx.input_mut(|input| {
        SHORTCUTS
            .iter()
            .filter(|shortcut| {
                let typed = typing && shortcut.keys.modifiers.is_none();
                let key = shortcut.keys.logical_key;
                let taken = (focused && matches!(key, Key::Space | Key::Enter))
                    || (menu && matches!(key, Key::Escape | Key::Enter));
                !(typed || taken)
            })
            .filter(|shortcut| input.consume_shortcut(&shortcut.keys))
            .map(|shortcut| shortcut.action.clone())
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_keys_do_two_things() {
        for (index, one) in SHORTCUTS.iter().enumerate() {
            assert!(SHORTCUTS[index + 1..].iter().all(|other| other.keys != one.keys));
        }
    }
}
