//! Exporting the map from the window: the dialog is replaced by a name already chosen.

use std::{
    fs,
    future::{pending, ready},
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use atlas_ent::{
    app::{AtlasApp, Choice, FilePicker, Picked},
    outline::OutlineFiles,
};
use egui::{Key, Modifiers, OutputCommand, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::driver::{CTRL, Window, french};

/// A person who has made up their mind.
struct Decided(Option<PathBuf>);

/// A person who thinks for ever; the names that were suggested to them.
#[derive(Clone, Default)]
struct Undecided(Arc<Mutex<Vec<String>>>);

impl FilePicker for Decided {
    fn open_table(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }

    fn save_picture(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(self.0.clone().map_or(Picked::Nothing, Picked::Path)))
    }

    fn save_table(&self, window: &eframe::Frame, suggested: &str) -> Choice {
        self.save_picture(window, suggested)
    }
}

impl FilePicker for Undecided {
    fn open_table(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }

    fn save_picture(&self, _window: &eframe::Frame, suggested: &str) -> Choice {
        if let Ok(mut names) = self.0.lock() {
            names.push(suggested.to_owned());
        }
        Box::pin(pending())
    }

    fn save_table(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }
}

fn window_choosing(path: Option<PathBuf>) -> Window {
    Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(Decided(path))
    })
}

/// Steps until the window says it; a picture takes a while in an unoptimised build.
fn wait_for(window: &mut Window, text: &str) {
    let text = french(text);
    for _ in 0..4_000 {
        window.harness.step();
        if window.words().iter().any(|words| words.starts_with(&text)) {
            return;
        }
        thread::sleep(Duration::from_millis(5));
    }
    window.hears(&text);
}

#[test]
fn a_picture_is_saved_in_the_format_of_its_name() {
    let folder = tempfile::tempdir().unwrap();
    for (name, starts_with) in [("carte.svg", b"<svg".as_slice()), ("carte.png", b"\x89PNG")] {
        let path = folder.path().join(name);
        let mut window = window_choosing(Some(path.clone()));
        window.harness.key_press_modifiers(CTRL, Key::E);
        wait_for(&mut window, "Image enregistrée :");
        assert!(fs::read(&path).unwrap().starts_with(starts_with), "{name}");
    }
}

#[test]
fn a_picture_that_cannot_be_saved_is_told_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_choosing(Some(folder.path().join("absent/carte.svg")));
    window.open_menu("Fichier");
    window.entry("Exporter l’image…").click();
    wait_for(&mut window, "Image non enregistrée : impossible d’écrire");
}

#[test]
fn changing_one_s_mind_leaves_everything_as_it_was() {
    let mut window = window_choosing(None);
    let before = window.words();
    window.harness.key_press_modifiers(CTRL, Key::E);
    for _ in 0..20 {
        thread::sleep(Duration::from_millis(5));
        window.harness.step();
    }
    assert_eq!(window.words(), before);
}

#[test]
fn a_picture_is_copied_to_the_clipboard() {
    let mut window = window_choosing(None);
    window.harness.key_press_modifiers(CTRL | Modifiers::SHIFT, Key::C);
    let mut copied = None;
    for _ in 0..4_000 {
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
    assert_eq!(copied.map(|[width, _]| width), Some(1600));
}

#[test]
fn saving_is_given_up_while_the_window_stays_at_hand_and_the_name_says_what_is_shown() {
    let person = Undecided::default();
    let asked = person.clone();
    let mut window = Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(person)
    });
    window.click("Collèges");
    window.open_menu("Fichier");
    window.entry("Exporter l’image…").click();
    wait_for(&mut window, "Enregistrement de l’image…");
    // A spinner turns: the window does not come to rest, and is not waited for.
    window.harness.key_press(Key::S);
    window.harness.run_steps(3);
    window.hears("Stade de déploiement des ENT en collège");
    window.button("Annuler").click();
    window.harness.run();
    assert!(!window.says("Enregistrement de l’image…"));
    let names = asked.0.lock().unwrap().clone();
    let said = |part: &&str| names.iter().all(|name| name.contains(part));
    assert!(names.len() == 1 && ["college", "departement", "2011-10", ".png"].iter().all(said));
}

#[test]
fn the_table_its_rows_and_the_templates_are_saved_from_the_menu() {
    let folder = tempfile::tempdir().unwrap();
    for (entry, said) in [
        ("Enregistrer le tableau…", "Lorraine"),
        ("Enregistrer les lignes du tableau…", "Lorraine"),
        ("Enregistrer un modèle par territoire…", "Ain"),
        ("Enregistrer un modèle par établissement…", "UAI"),
    ] {
        let path = folder.path().join("tableau.csv");
        let mut window = window_choosing(Some(path.clone()));
        window.open_menu("Fichier");
        window.entry(entry).click();
        wait_for(&mut window, "Tableau enregistré :");
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with('\u{feff}') && text.contains(';'), "{entry}: as Excel opens it");
        assert!(text.contains(said), "{entry}: {text:.300}");
    }
}

#[test]
fn a_column_is_hidden_and_the_rows_are_copied_without_it() {
    let mut window = Window::open();
    window.press(Key::F8);
    window.click("Colonnes");
    window.harness.get_by_role_and_label(Role::CheckBox, "Projet").click();
    window.harness.run();
    window.press(Key::Escape);
    window.button("Copier").click_accesskit();
    window.harness.step();
    let copied = window.harness.output().platform_output.commands.iter().find_map(|c| match c {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("a text was copied");
    assert!(copied.contains("Lorraine\t") && copied.lines().count() == 28, "{copied}");
    assert!(!copied.contains("Projet") && copied.contains("Stade"), "{copied:.200}");
}
