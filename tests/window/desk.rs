//! A desk with files on it, which a window opens in their order.

use std::{cell::RefCell, collections::VecDeque, fs, future::ready, path::PathBuf};

use atlas_ent::{
    app::{AtlasApp, Choice, FilePicker, Picked},
    outline::OutlineFiles,
};
use egui::{Key, accesskit::Role};
use egui_kittest::{
    Node,
    kittest::{NodeT, Queryable},
};

use crate::driver::{CTRL, Window, french, is_named};

/// A person who opens these files, one after the other.
struct Opening(RefCell<VecDeque<PathBuf>>);

impl FilePicker for Opening {
    fn open_table(&self, _window: &eframe::Frame) -> Choice {
        let next = self.0.borrow_mut().pop_front();
        Box::pin(ready(next.map_or(Picked::NoDialog, Picked::Path)))
    }

    fn save_picture(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::NoDialog))
    }

    fn save_table(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }
}

/// A desk with files on it, and a window that opens them in their order.
pub struct Desk {
    pub window: Window,
    pub folder: tempfile::TempDir,
}

impl Desk {
    /// With files that lie ready.
    pub fn with(files: &[(&str, &str)]) -> Self {
        Self::of_size([1280.0, 1100.0], files)
    }

    /// The same in a window of some size, in points.
    #[expect(clippy::unwrap_used, reason = "a test that cannot write has failed")]
    pub fn of_size(size: [f32; 2], files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut paths = VecDeque::new();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            paths.push_back(path);
        }
        let window = Window::made(Window::builder().with_size(size), |context| {
            let picker = Opening(RefCell::new(paths));
            AtlasApp::new(context, OutlineFiles::embedded()).with_picker(picker)
        });
        Self { window, folder }
    }

    /// With one file, opened.
    pub fn open(text: &str, said: &str) -> Self {
        let mut desk = Self::with(&[("taux.csv", text)]);
        desk.window.harness.key_press_modifiers(CTRL, Key::O);
        desk.wait_for(said);
        desk
    }

    /// Lets time pass until the window says something.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.window.wait_for(text);
    }

    /// Opens a list and clicks one of its lines.
    #[track_caller]
    pub fn choose(&mut self, list: &str, line: &str) {
        let name = french(list);
        self.window.harness.get_by_role_and_label(Role::ComboBox, &name).click();
        self.window.harness.run();
        // It may lie beyond the edge of a long list.
        let line = french(line);
        let of = |role| {
            let all = self.window.harness.query_all_by_role(role);
            all.filter(|node| is_named(node, &line))
        };
        // The open list stands above everything, and is told last.
        let found = of(Role::Button)
            .chain(of(Role::MenuItemRadio))
            .last()
            .unwrap_or_else(|| panic!("« {line} » is not in « {list} »"));
        found.click_accesskit();
        self.window.harness.run();
    }

    /// Unfolds how a file is read, in its preview.
    #[track_caller]
    pub fn unfold_settings(&mut self) {
        self.window.choose("Affichage", "Aperçu du fichier");
        let mut folds = self.window.harness.query_all_by_role(Role::DisclosureTriangle);
        let is_it = |node: &Node<'_>| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with("Lecture"))
        };
        let Some(fold) = folds.find(is_it) else { panic!("nothing says how the file is read") };
        fold.click_accesskit();
        drop(folds);
        self.window.harness.run();
    }

    /// Lets time pass until the window says something no more.
    #[track_caller]
    pub fn wait_until_silent(&mut self, text: &str) {
        self.window.step_until(|window| !window.says(text));
    }

    /// Opens the next of its files.
    pub fn open_next(&mut self) {
        self.window.harness.key_press_modifiers(CTRL, Key::O);
        self.window.harness.step();
    }
}
