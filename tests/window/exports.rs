//! Exporting the map from the window: the dialog is replaced by a name already chosen.

use std::{
    fs,
    future::{pending, ready},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use atlas_ent::{
    app::{AtlasApp, Choice, FilePicker, Picked, Showing, Shown},
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

/// Steps until the window says what begins so.
#[track_caller]
fn wait_for(window: &mut Window, text: &str) {
    let text = french(text);
    window.step_until(|window| window.words().iter().any(|words| words.starts_with(&text)));
}

#[test]
fn a_picture_is_saved_in_the_format_of_its_name() {
    let folder = tempfile::tempdir().unwrap();
    for (name, starts_with) in [("carte.svg", b"<svg".as_slice()), ("carte.png", b"\x89PNG")] {
        let path = folder.path().join(name);
        let mut window = window_choosing(Some(path.clone()));
        window.harness.key_press_modifiers(CTRL, Key::S);
        wait_for(&mut window, "Image enregistrée :");
        assert!(fs::read(&path).unwrap().starts_with(starts_with), "{name}");
    }
}

#[test]
fn a_picture_that_cannot_be_saved_is_told_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_choosing(Some(folder.path().join("absent/carte.svg")));
    window.open_menu("Fichier");
    window.entry("Enregistrer la page…").click();
    wait_for(&mut window, "Image non enregistrée : impossible d’écrire");
}

#[test]
fn changing_one_s_mind_leaves_everything_as_it_was() {
    let mut window = window_choosing(None);
    let before = window.words();
    window.harness.key_press_modifiers(CTRL, Key::S);
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
fn while_a_name_is_chosen_the_window_stays_at_hand_and_claims_no_work() {
    let person = Undecided::default();
    let asked = person.clone();
    let mut window = Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(person)
    });
    window.click("Collèges");
    window.open_menu("Fichier");
    window.entry("Enregistrer la page…").click();
    window.harness.run();
    assert!(!window.says("Enregistrement de l’image…"), "nothing is written yet");
    window.press(Key::S);
    window.hears("Stade de déploiement des ENT en collège");
    let names = asked.0.lock().unwrap().clone();
    let said = |part: &&str| names.iter().all(|name| name.contains(part));
    assert!(names.len() == 1 && ["college", "departement", "2011-10", ".png"].iter().all(said));
}

#[test]
fn the_table_its_rows_and_the_templates_are_saved_from_the_menu() {
    let folder = tempfile::tempdir().unwrap();
    for (entry, said) in [
        ("Enregistrer les valeurs de la carte…", "Lorraine"),
        ("Enregistrer les lignes affichées…", "Lorraine"),
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

/// A person who opens a file, gives a name for what is saved, and looks at it; what they were shown.
#[derive(Clone)]
struct Careful {
    opens: PathBuf,
    saves: PathBuf,
    began_in: Arc<Mutex<Vec<PathBuf>>>,
    looked_at: Arc<Mutex<Vec<(PathBuf, Shown)>>>,
}

impl Careful {
    fn saving(opens: PathBuf, saves: PathBuf) -> Self {
        Self { opens, saves, began_in: Arc::default(), looked_at: Arc::default() }
    }
}

impl FilePicker for Careful {
    fn begin_in(&mut self, folder: &std::path::Path) {
        self.began_in.lock().unwrap_or_else(PoisonError::into_inner).push(folder.to_owned());
    }

    fn show(&self, path: PathBuf, how: Shown) -> Showing {
        self.looked_at.lock().unwrap_or_else(PoisonError::into_inner).push((path.clone(), how));
        let fails = how == Shown::InFolder;
        Box::pin(ready(if fails { Err("il n’est plus là.".to_owned()) } else { Ok(()) }))
    }

    fn open_table(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(ready(Picked::Path(self.opens.clone())))
    }

    fn save_picture(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Path(self.saves.clone())))
    }

    fn save_table(&self, window: &eframe::Frame, suggested: &str) -> Choice {
        self.save_picture(window, suggested)
    }
}

fn window_of(person: &Careful) -> Window {
    let person = person.clone();
    Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(person)
    })
}

#[test]
fn a_file_that_the_added_extension_would_replace_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    for (entry, bare, there, done) in [
        ("Enregistrer la page…", "carte", "carte.png", "Image enregistrée :"),
        ("Enregistrer les valeurs de la carte…", "taux", "taux.xlsx", "Tableau enregistré :"),
    ] {
        let there = folder.path().join(there);
        fs::write(&there, "hier").unwrap();
        let mut window = window_choosing(Some(folder.path().join(bare)));
        window.open_menu("Fichier");
        window.entry(entry).click();
        wait_for(&mut window, "Remplacer « ");
        window.click("Annuler");
        assert_eq!(fs::read(&there).unwrap(), b"hier", "{entry}");
        assert!(!window.says("existe déjà"));
        window.open_menu("Fichier");
        window.entry(entry).click();
        wait_for(&mut window, "Remplacer « ");
        window.button("Remplacer").click();
        wait_for(&mut window, done);
        assert_ne!(fs::read(&there).unwrap(), b"hier", "{entry}");
    }
}

#[test]
fn what_was_saved_is_opened_or_shown_in_its_folder_and_dialogs_begin_where_the_data_lie() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("mes données");
    fs::create_dir(&data).unwrap();
    let table = data.join("taux.csv");
    fs::write(&table, "code;taux\n38;10\n73;20\n").unwrap();
    let saved = folder.path().join("carte.svg");
    let person = Careful::saving(table, saved.clone());
    let mut window = window_of(&person);
    window.harness.key_press_modifiers(CTRL, Key::O);
    wait_for(&mut window, "Isère : 10 %");
    window.harness.key_press_modifiers(CTRL, Key::S);
    wait_for(&mut window, "Image enregistrée :");
    assert_eq!(person.began_in.lock().unwrap().last(), Some(&data));
    // The notice takes its place in the frame after its first.
    window.harness.run();
    // The bar at the top has a button of that name too, for files of data.
    let named = window.harness.query_all_by_role_and_label(Role::Button, "Ouvrir");
    let lowest = named.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
    lowest.expect("a button").click();
    window.harness.run();
    assert!(window.says("Image enregistrée"), "it stays until it is dismissed");
    window.button("Afficher dans le dossier").click();
    wait_for(&mut window, "Fichier non affiché : il n’est plus là.");
    let looked_at = person.looked_at.lock().unwrap().clone();
    assert_eq!(looked_at, [(saved.clone(), Shown::Opened), (saved, Shown::InFolder)]);
}

#[test]
fn a_defect_of_an_earlier_session_is_told_until_it_is_dismissed() {
    let mut window = Window::open();
    window.harness.state_mut().tell_defect(PathBuf::from("/a/defaut-precedent.txt"));
    window.harness.run();
    window.hears("le rapport « /a/defaut-precedent.txt »");
    assert!(window.says("Afficher dans le dossier"));
    window.press(Key::Escape);
    assert!(!window.says("defaut-precedent.txt"));
}

#[test]
fn work_that_breaks_is_told_and_the_window_goes_on() {
    /// Whatever they are asked, something breaks.
    struct Breaking;
    fn breaking() -> Choice {
        Box::pin(async { panic!("a defect of a test") })
    }
    impl FilePicker for Breaking {
        fn open_table(&self, _window: &eframe::Frame) -> Choice {
            breaking()
        }
        fn open_outlines(&self, _window: &eframe::Frame) -> Choice {
            breaking()
        }
        fn save_picture(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
            breaking()
        }
        fn save_table(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
            breaking()
        }
    }
    let mut window = Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(Breaking)
    });
    let before = window.territories();
    for (entry, told) in [
        ("Ouvrir…", "Lecture du fichier impossible : c’est un défaut du programme."),
        ("Ouvrir des contours…", "Lecture des contours impossible : c’est un défaut"),
        ("Enregistrer la page…", "Enregistrement de l’image impossible : c’est un défaut"),
        (
            "Enregistrer les valeurs de la carte…",
            "Enregistrement du tableau impossible : c’est un défaut",
        ),
    ] {
        for _ in 0..2 {
            window.open_menu("Fichier");
            window.entry(entry).click();
            wait_for(&mut window, told);
            window.harness.run();
            window.press(Key::Escape);
            assert!(!window.says("défaut"), "{entry}: dismissed");
        }
        assert_eq!(window.territories(), before, "{entry}");
    }
}
