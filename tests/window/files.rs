//! Opening one's own file: by the dialog, by dropping it, and what the window says of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot write has failed")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use atlas_ent::{app::AtlasApp, outline::OutlineFiles};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::driver::{CTRL, Dropped, Opening, Window, french};

const FILE: &str = "Code dept;Taux équipés (%)\n1;10,5\n7;20\n26;30\n38;nd\n2A;100\nSavoi;12\n";

fn window_opening(path: PathBuf) -> Window {
    Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(Opening(path))
    })
}

fn written(folder: &Path, name: &str, contents: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, contents).unwrap();
    path
}

#[test]
fn a_file_is_on_the_map_as_soon_as_it_is_chosen_and_its_report_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_opening(written(folder.path(), "taux.csv", FILE));
    window.harness.key_press_modifiers(CTRL, Key::O);
    window.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
    assert_eq!(window.territory("Corse-du-Sud"), french("Corse-du-Sud : 100 %"));
    assert_eq!(window.territory("Isère"), french("Isère : Non documenté"));
    window.hears(&french("2 codes sans zéro initial : « 1 » → 01, « 7 » → 07"));
    window.hears(&french("« Savoi » (ligne 7) : peut-être Savoie (une lettre de différence)"));
    assert!(window.picked("Données") == "taux.csv");
}

#[test]
fn data_without_dates_have_no_timeline() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_opening(written(folder.path(), "taux.csv", FILE));
    let has_timeline = |window: &Window| {
        window.harness.query_by_role_and_label(Role::Slider, "Date").is_some()
            && window.says("Lire la chronologie")
    };
    assert!(has_timeline(&window));
    window.harness.key_press_modifiers(CTRL, Key::O);
    window.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
    assert!(!has_timeline(&window));
    assert!(!window.says("Lire la chronologie"));
    window.press_with(CTRL, Key::ArrowLeft);
    assert_eq!(window.document().date, None);
    window.press_with(CTRL, Key::Z);
    assert!(has_timeline(&window), "the facts have theirs");
}

#[test]
fn a_file_dropped_onto_the_window_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), "taux.csv", FILE);
    let mut window = Window::open();
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
}

#[test]
fn a_file_that_is_no_table_is_told_and_the_map_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("image.csv");
    fs::write(&path, b"\x89PNG\r\n\x1a\n0000").unwrap();
    let mut window = window_opening(path);
    let before = window.territories();
    window.harness.key_press_modifiers(CTRL, Key::O);
    window.step_until(|window| window.words().iter().any(|words| words.contains("image PNG")));
    assert!(window.words().iter().any(|words| words.contains("La carte reste comme elle était.")));
    assert_eq!(window.territories(), before);
}

/// What cannot be opened, and the words that say why.
fn unusable(folder: &Path) -> Vec<(PathBuf, &'static str)> {
    let cut_short = b"PK\x03\x04\x14\0\0\0\x08\0 and no end";
    fs::write(folder.join("taux.xlsx"), cut_short).unwrap();
    fs::create_dir(folder.join("dossier.csv")).unwrap();
    let mut files = vec![
        (folder.join("dossier.csv"), "c’est un dossier. Choisissez"),
        (folder.join("parti.csv"), "n’existe pas. Vérifiez son nom"),
        (written(folder, "vide.csv", ""), "Le fichier est vide. Choisissez"),
        (folder.join("taux.xlsx"), "est-il en cours d’enregistrement"),
        (written(folder, "~$taux.xlsx", "\u{5}Marie\0"), "Choisissez « taux.xlsx »"),
    ];
    if cfg!(unix) {
        let tube = folder.join("tube.csv");
        assert!(std::process::Command::new("mkfifo").arg(&tube).status().unwrap().success());
        files.push((tube, "un tube ou un périphérique. Choisissez"));
    }
    files
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_what_to_do_and_the_map_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let before = window.territories();
    for (path, part) in unusable(folder.path()) {
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        window.step_until(|window| window.words().iter().any(|words| words.contains(part)));
        let words = window.words();
        let told = words.iter().find(|words| words.contains(part));
        let told = told.unwrap_or_else(|| panic!("« {part} » is not among {words:#?}"));
        assert!(told.ends_with("La carte reste comme elle était."), "{told}");
        assert_eq!(window.territories(), before, "{part}");
    }
}

#[test]
fn one_goes_back_to_the_facts_and_to_the_file_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_opening(written(folder.path(), "taux.csv", FILE));
    window.harness.key_press_modifiers(CTRL, Key::O);
    window.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
    window.pick("Données", "Faits documentés");
    assert!(!window.says(&french("6 lignes : 5 sur la carte, 1 laissée de côté.")));
    window.pick("Données", "taux.csv");
    window.hears(&french("6 lignes : 5 sur la carte, 1 laissée de côté."));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.picked("Données").starts_with("Faits documentés"));
}

#[test]
fn a_file_that_was_changed_meanwhile_is_read_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), "taux.csv", FILE);
    let mut window = window_opening(path);
    window.harness.key_press_modifiers(CTRL, Key::O);
    window.wait_for("Ain : 10,5 %");
    written(folder.path(), "taux.csv", &FILE.replace("10,5", "70"));
    window.harness.key_press_modifiers(CTRL, Key::O);
    window.wait_for("Ain : 70 %");
}

#[test]
fn several_files_that_are_dropped_at_once_are_joined() {
    let folder = tempfile::tempdir().unwrap();
    let first = written(folder.path(), "2011.csv", "code;taux;date\n38;10;2011\n73;20;2011\n");
    let second = written(folder.path(), "2012.csv", "code;taux;date\n38;30;2012\n73;40;2012\n");
    let mut window = Window::open();
    for path in [first, second] {
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    }
    window.wait_for("Isère : 30 %");
    assert!(window.picked("Données") == "2011.csv + 1");
    window.press_with(CTRL, Key::ArrowLeft);
    assert_eq!(window.territory("Isère"), french("Isère : 10 %"));
}
