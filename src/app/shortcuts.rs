//! Keyboard shortcuts: one table feeds the keyboard, the menus and the list of shortcuts.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Action, Resize, TerrainRequest};
use crate::{
    cartography::Representation, coverage::SchoolType, project::Command, territory::Level,
};

/// A shortcut and what it does.
pub struct Shortcut {
    /// Where a list of shortcuts has it.
    pub group: Group,
    /// The keys.
    pub keys: KeyboardShortcut,
    /// The keys, as a menu writes them.
    pub keys_label: &'static str,
    /// What it does, as a list of shortcuts says it.
    pub label: &'static str,
    /// What it does.
    pub action: Action,
    /// It works while one types, too: no field has any use for its keys.
    pub everywhere: bool,
}

/// Where a list of shortcuts has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    File,
    Edit,
    Map,
    Places,
    Dates,
    Window,
}

impl Group {
    const ALL: [Self; 6] =
        [Self::File, Self::Edit, Self::Map, Self::Places, Self::Dates, Self::Window];

    fn name(self) -> &'static str {
        match self {
            Self::File => "Fichier et export",
            Self::Edit => "Édition",
            Self::Map => "Carte",
            Self::Places => "Lieux",
            Self::Dates => "Dates",
            Self::Window => "Fenêtre",
        }
    }

    /// Keys and gestures that are no shortcuts: a control or the focus follows them.
    fn gestures(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::File => &[],
            Self::Edit => &[("Ctrl+clic, Maj+clic", "Sélectionner un territoire de plus")],
            Self::Map => {
                &[("Molette", "Zoom sous le pointeur"), ("Maj+flèches", "Déplacer la carte")]
            }
            Self::Places => &[
                ("Double clic", "Entrer dans le territoire"),
                ("Flèches", "Au territoire ou à l’établissement voisin"),
            ],
            Self::Dates => &[("← →", "D’une date à l’autre, sur la chronologie")],
            Self::Window => &[
                ("F6, Maj+F6", "Partie suivante, précédente de la fenêtre"),
                ("Tab, Maj+Tab", "Contrôle suivant, précédent"),
                ("F10", "Ouvrir les menus, puis flèches"),
                ("Alt+lettre", "Ouvrir un menu\u{202f}: F, E, C, A, D, H ou I"),
            ],
        }
    }
}

/// A group of a list of shortcuts, each with its keys and what it does.
pub struct KeyGroup {
    /// « Fichier et export ».
    pub name: &'static str,
    /// « Ctrl+Maj+Z, Ctrl+Y », « Rétablir ».
    pub lines: Vec<(String, &'static str)>,
}

/// The list of shortcuts: each action once, with all keys that do it.
pub fn groups() -> Vec<KeyGroup> {
    let group = |group: Group| {
        let of_group = SHORTCUTS.iter().filter(|shortcut| shortcut.group == group);
        let mut lines: Vec<(String, &'static str, Option<&Action>)> = Vec::new();
        for shortcut in of_group {
            match lines.iter_mut().find(|line| line.2 == Some(&shortcut.action)) {
                Some((keys, ..)) => *keys = format!("{keys}, {}", shortcut.keys_label),
                None => lines.push((
                    shortcut.keys_label.to_owned(),
                    shortcut.label,
                    Some(&shortcut.action),
                )),
            }
        }
        let shortcuts = lines.into_iter().map(|(keys, label, _)| (keys, label));
        let gestures = group.gestures().iter().map(|(keys, label)| ((*keys).to_owned(), *label));
        KeyGroup { name: group.name(), lines: shortcuts.chain(gestures).collect() }
    };
    Group::ALL.map(group).into()
}

impl Shortcut {
    const fn everywhere(mut self) -> Self {
        self.everywhere = true;
        self
    }
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
    group: Group,
    keys: KeyboardShortcut,
    keys_label: &'static str,
    label: &'static str,
    action: Action,
) -> Shortcut {
    Shortcut { group, keys, keys_label, label, action, everywhere: false }
}

/// All shortcuts, those with more modifiers before those that share their key.
pub static SHORTCUTS: [Shortcut; 36] = [
    shortcut(
        Group::Edit,
        KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
        "Ctrl+Maj+Z",
        "Rétablir",
        Action::Redo,
    ),
    shortcut(Group::Edit, command(Key::Z), "Ctrl+Z", "Annuler", Action::Undo),
    shortcut(Group::Edit, command(Key::Y), "Ctrl+Y", "Rétablir", Action::Redo),
    shortcut(Group::File, command(Key::O), "Ctrl+O", "Ouvrir un fichier…", Action::OpenFile)
        .everywhere(),
    shortcut(Group::File, command(Key::S), "Ctrl+S", "Enregistrer la page…", Action::ExportPicture)
        .everywhere(),
    shortcut(Group::File, command(Key::E), "Ctrl+E", "Exporter…", Action::TogglePage).everywhere(),
    shortcut(
        Group::File,
        KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C),
        "Ctrl+Maj+C",
        "Copier l’image",
        Action::CopyPicture,
    ),
    shortcut(Group::File, command(Key::Q), "Ctrl+Q", "Quitter", Action::Quit).everywhere(),
    shortcut(Group::Places, command(Key::F), "Ctrl+F", "Rechercher…", Action::Find).everywhere(),
    shortcut(
        Group::Window,
        command(Key::K),
        "Ctrl+K",
        "Toutes les commandes…",
        Action::ShowPalette,
    )
    .everywhere(),
    shortcut(Group::Places, alt(Key::ArrowLeft), "Alt+←", "Retour", Action::Back),
    shortcut(Group::Places, alt(Key::ArrowRight), "Alt+→", "Suivant", Action::Forward),
    shortcut(
        Group::Places,
        plain(Key::Enter),
        "Entrée",
        "Entrer dans le territoire sélectionné",
        Action::EnterSelection,
    ),
    shortcut(
        Group::Dates,
        command(Key::ArrowLeft),
        "Ctrl+←",
        "Date précédente",
        Action::PreviousDate,
    ),
    shortcut(Group::Dates, command(Key::ArrowRight), "Ctrl+→", "Date suivante", Action::NextDate),
    shortcut(
        Group::Window,
        command(Key::Plus),
        "Ctrl++",
        "Agrandir l’interface",
        Action::Resize(Resize::Larger),
    )
    .everywhere(),
    shortcut(
        Group::Window,
        command(Key::Equals),
        "Ctrl+=",
        "Agrandir l’interface",
        Action::Resize(Resize::Larger),
    )
    .everywhere(),
    shortcut(
        Group::Window,
        command(Key::Minus),
        "Ctrl+-",
        "Réduire l’interface",
        Action::Resize(Resize::Smaller),
    )
    .everywhere(),
    shortcut(
        Group::Window,
        command(Key::Num0),
        "Ctrl+0",
        "Interface à sa taille habituelle",
        Action::Resize(Resize::Usual),
    )
    .everywhere(),
    shortcut(
        Group::Dates,
        plain(Key::Space),
        "Espace",
        "Lire ou arrêter la chronologie",
        Action::TogglePlayback,
    ),
    shortcut(Group::Map, plain(Key::Num0), "0", "Ajuster la carte à la fenêtre", Action::Fit),
    shortcut(Group::Map, plain(Key::Home), "Début", "Ajuster la carte à la fenêtre", Action::Fit),
    shortcut(Group::Map, plain(Key::Plus), "+", "Zoom avant", Action::ZoomIn),
    shortcut(Group::Map, plain(Key::Minus), "-", "Zoom arrière", Action::ZoomOut),
    shortcut(
        Group::Map,
        plain(Key::L),
        "L",
        "Lycées",
        Action::Do(Command::ShowSchools(SchoolType::Lycee)),
    ),
    shortcut(
        Group::Map,
        plain(Key::C),
        "C",
        "Collèges",
        Action::Do(Command::ShowSchools(SchoolType::College)),
    ),
    shortcut(
        Group::Map,
        plain(Key::R),
        "R",
        "Par région",
        Action::Do(Command::ShowLevel(Level::Region)),
    ),
    shortcut(
        Group::Map,
        plain(Key::A),
        "A",
        "Par académie",
        Action::Do(Command::ShowLevel(Level::Academie)),
    ),
    shortcut(
        Group::Map,
        plain(Key::D),
        "D",
        "Par département",
        Action::Do(Command::ShowLevel(Level::Departement)),
    ),
    shortcut(
        Group::Map,
        plain(Key::P),
        "P",
        "Part des établissements",
        Action::Do(Command::ShowAs(Representation::Share)),
    ),
    shortcut(
        Group::Map,
        plain(Key::S),
        "S",
        "Stade de déploiement",
        Action::Do(Command::ShowAs(Representation::Stage)),
    ),
    shortcut(
        Group::Map,
        plain(Key::T),
        "T",
        "Terrain, ou carte",
        Action::Terrain(TerrainRequest::Toggle),
    ),
    shortcut(Group::Window, plain(Key::F8), "F8", "Tableau", Action::ToggleTable).everywhere(),
    shortcut(
        Group::Window,
        plain(Key::F9),
        "F9",
        "Replier ou déplier le volet",
        Action::ToggleSidePanel,
    )
    .everywhere(),
    shortcut(Group::Window, plain(Key::F1), "F1", "Raccourcis clavier…", Action::ShowShortcuts)
        .everywhere(),
    shortcut(
        Group::Window,
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

/// The actions whose keys were just pressed, where nothing lies over the window. While one is
/// `typing`, keys belong to the field, but those that no field has a use for. `no_escape` when Escape
/// has moved the focus.
pub fn pressed(ctx: &egui::Context, typing: bool, no_escape: bool) -> Vec<Action> {
    // An open menu closes itself.
    let menu = egui::Popup::is_any_open(ctx);
    // A focused control takes the space bar and the return key for itself.
    let focused = ctx.memory(|memory| memory.focused().is_some());
    ctx.input_mut(|input| {
        let alt = input.modifiers.alt;
        SHORTCUTS
            .iter()
            .filter(|shortcut| {
                let key = shortcut.keys.logical_key;
                let is_plain = shortcut.keys.modifiers.is_none();
                let taken = (typing && !shortcut.everywhere)
                    || (focused && matches!(key, Key::Space | Key::Enter))
                    || (menu && is_plain)
                    || (no_escape && key == Key::Escape)
                    // egui takes a letter with Alt for the letter.
                    || (is_plain && alt);
                !taken
            })
            .filter(|shortcut| input.consume_shortcut(&shortcut.keys))
            .map(|shortcut| shortcut.action.clone())
            .collect()
    })
}

#[cfg(test)]
mod tests;
