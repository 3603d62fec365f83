//! From a file to a figure: opening it, « Exporter », « Enregistrer », whatever the file, and nothing
//! to set.

use std::{
    cell::RefCell,
    fs,
    future::ready,
    path::{Path, PathBuf},
    rc::Rc,
};

use atlas_ent::{
    app::{AtlasApp, Choice, FilePicker, Picked},
    outline::OutlineFiles,
};
use egui::Key;

use crate::driver::{CTRL, Window, french};

/// A person who opens these files together and saves there; each dialog is written down.
struct Hurried {
    opens: Vec<PathBuf>,
    saves: PathBuf,
    dialogs: Rc<RefCell<Vec<&'static str>>>,
}

impl FilePicker for Hurried {
    fn open_table(&self, _window: &eframe::Frame) -> Choice {
        self.dialogs.borrow_mut().push("ouvrir");
        let picked = match self.opens.as_slice() {
            [one] => Picked::Path(one.clone()),
            several => Picked::Paths(several.to_vec()),
        };
        Box::pin(ready(picked))
    }

    fn save_picture(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        self.dialogs.borrow_mut().push("enregistrer");
        Box::pin(ready(Picked::Path(self.saves.clone())))
    }

    fn save_table(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }
}

/// The drawing that a person gets by opening and exporting, and nothing else.
#[expect(clippy::unwrap_used, reason = "a test that cannot write has failed")]
fn figure(files: &[(&str, &str)], shown: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let written = |(name, text): &(&str, &str)| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let saves = folder.path().join("carte.svg");
    let dialogs = Rc::new(RefCell::new(vec![]));
    let picker = Hurried {
        opens: files.iter().map(written).collect(),
        saves: saves.clone(),
        dialogs: Rc::clone(&dialogs),
    };
    let mut window = Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(picker)
    });
    window.harness.key_press_modifiers(CTRL, Key::O);
    window.wait_for(shown);
    window.click("Exporter…");
    window.click("Enregistrer…");
    window.wait_for("Image enregistrée");
    assert_eq!(*dialogs.borrow(), ["ouvrir", "enregistrer"], "three presses and two dialogs");
    read(&saves)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn assert_says(drawing: &str, texts: &[&str]) {
    for text in texts {
        assert!(drawing.contains(&french(text)), "« {text} » is not in the drawing");
    }
}

#[test]
fn a_clean_file() {
    let file = "code;taux d'équipement;type;date\n01;50;collège;2024-10-15\n38;80;collège;2024-10-15\n\
                2A;100;collège;2024-10-15\n974;0;collège;2024-10-15\n";
    let drawing = figure(&[("taux.csv", file)], "Isère : 80 %");
    assert_says(&drawing, &["Part des collèges équipés", "15 octobre 2024", "taux.csv"]);
    assert!(!drawing.contains("suppos"), "all of it is certain");
}

#[test]
fn a_survey_with_title_rows_codes_for_gaps_a_total_and_numbers_of_schools() {
    let file = "Enquête sur les ENT\nSituation au 15 octobre 2024\n\
                département;Nb de collèges;équipés;taux ENT\n1;100;50;50,0\n38;90;nc;nc\n\
                2A;40;4;10,0\n73;50;50;100,0\nTotal;280;104;54,7\n";
    let drawing = figure(&[("enquete.csv", file)], "Ain : 50 %");
    let source = "enquete.csv";
    assert_says(&drawing, &["Part des collèges équipés", "15 octobre 2024", source]);
}

#[test]
fn a_list_of_lycees_and_one_of_those_equipped() {
    let schools = "UAI;Nom;Secteur;Département;Nature\n\
                   0380033B;Lycée Champollion;Public;38;300\n\
                   0380034C;Lycée Stendhal;Privé;38;300\n\
                   0730003G;Lycée Vaugelas;Public;73;306\n";
    let equipped = "UAI équipés\n0380033B\n0730003G\n";
    let files = [("lycees_2024.csv", schools), ("equipes.csv", equipped)];
    let drawing = figure(&files, "Isère : 50 %");
    assert_says(&drawing, &["Part des lycées équipés", "2024", "lycees_2024.csv"]);
}
