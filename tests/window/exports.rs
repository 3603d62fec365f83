//! Exporting the map from the window, with a picker that answers at once.

use std::{
    future::{pending, ready},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use atlas_ent::{
    app::{AtlasApp, Choice, FilePicker},
    outline::OutlineFiles,
};
use egui::{Key, OutputCommand};

use crate::driver::Window;

/// What a person does in the dialog.
#[derive(Clone)]
enum Answer {
    /// Chooses a file.
    File(PathBuf),
    /// Changes their mind.
    Nothing,
    /// Thinks for ever.
    Never,
}

struct Picker {
    answer: Answer,
    /// The names that were suggested.
    suggested: Arc<Mutex<Vec<String>>>,
}

impl FilePicker for Picker {
    fn save_picture(&self, _window: &eframe::Frame, suggested: &str) -> Choice {
        if let Ok(mut names) = self.suggested.lock() {
            names.push(suggested.to_owned());
        }
        match self.answer.clone() {
            Answer::File(path) => Box::pin(ready(Some(path))),
            Answer::Nothing => Box::pin(ready(None)),
            Answer::Never => Box::pin(pending()),
        }
    }
}

/// A window whose dialogs are answered, and the names that they will have suggested.
fn answering(answer: Answer) -> (Window, Arc<Mutex<Vec<String>>>) {
    let suggested = Arc::default();
    let picker = Picker { answer, suggested: Arc::clone(&suggested) };
    let harness = Window::builder().build_eframe(|context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(picker)
    });
    let mut window = Window { harness };
    window.wait_for_outlines();
    (window, suggested)
}

/// Lets time pass until a text is said.
#[track_caller]
fn wait_until_said(window: &mut Window, text: &str) {
    for _ in 0..2_000 {
        window.harness.step();
        if window.says(text) {
            return;
        }
        thread::sleep(Duration::from_millis(5));
    }
    window.hears(text);
}

fn export_to(path: &Path) -> Window {
    let (mut window, _) = answering(Answer::File(path.to_owned()));
    window.open_menu("Fichier");
    window.entry("Exporter l’image…").click();
    wait_until_said(&mut window, "Image enregistrée");
    window
}

#[test]
fn the_map_is_saved_as_a_png() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("carte.png");
    let mut window = export_to(&path);
    let bytes = std::fs::read(&path).expect("the file");
    assert!(bytes.starts_with(b"\x89PNG"), "no PNG");
    window.hears("carte.png");
    window.click("Fermer l’avis");
    assert!(!window.says("Image enregistrée"));
}

#[test]
fn the_map_is_saved_as_an_svg_when_its_name_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("carte.svg");
    export_to(&path);
    let text = std::fs::read_to_string(&path).expect("the file");
    assert!(text.contains("<svg") && text.contains("Lorraine"));
}

#[test]
fn the_suggested_name_says_what_is_shown() {
    let (mut window, suggested) = answering(Answer::Nothing);
    window.click("Collèges");
    window.choose("Fichier", "Exporter l’image…");
    let names = suggested.lock().expect("the names").clone();
    assert_eq!(names.len(), 1);
    for part in ["college", "departement", "2011-10", ".png"] {
        assert!(names[0].contains(part), "{names:?}");
    }
}

#[test]
fn nothing_happens_when_the_dialog_is_closed() {
    let (mut window, _) = answering(Answer::Nothing);
    let before = window.words();
    window.open_menu("Fichier");
    window.entry("Exporter l’image…").click();
    for _ in 0..20 {
        window.harness.step();
        thread::sleep(Duration::from_millis(5));
    }
    window.leave();
    assert_eq!(window.words(), before);
}

#[test]
fn a_folder_that_does_not_exist_leaves_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut window, _) = answering(Answer::File(folder.path().join("absent").join("a.png")));
    window.open_menu("Fichier");
    window.entry("Exporter l’image…").click();
    wait_until_said(&mut window, "Image non enregistrée");
}

#[test]
fn saving_can_be_given_up_while_the_window_stays_at_hand() {
    let (mut window, _) = answering(Answer::Never);
    window.open_menu("Fichier");
    window.entry("Exporter l’image…").click();
    wait_until_said(&mut window, "Enregistrement de l’image…");
    // A spinner turns: the window does not come to rest, and is not waited for.
    window.harness.key_press(Key::C);
    window.harness.run_steps(3);
    window.hears("Part des collèges équipés");
    window.button("Annuler").click();
    window.harness.run();
    assert!(!window.says("Enregistrement de l’image…"));
}

#[test]
fn the_map_is_copied_as_a_picture() {
    let mut window = Window::open();
    window.open_menu("Fichier");
    window.entry("Copier l’image").click();
    let mut copied = None;
    for _ in 0..2_000 {
        window.harness.step();
        let commands = &window.harness.output().platform_output.commands;
        copied = commands.iter().find_map(|command| match command {
            OutputCommand::CopyImage(image) => Some(image.size),
            _ => None,
        });
        if copied.is_some() {
            break;
        }
        thread::sleep(Duration::from_millis(5));
    }
    let [width, height] = copied.expect("a picture in the clipboard");
    assert!(width >= 1_200 && height >= 800, "{width} × {height}");
    window.hears("Image copiée dans le presse-papiers.");
}
