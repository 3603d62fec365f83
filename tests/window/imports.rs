//! What was done with a file, and deciding otherwise: repairs, pairings, meanings, several files.

use std::{
    fs,
    future::{pending, ready},
};

use atlas_ent::{
    app::{AtlasApp, Choice, FilePicker, Picked},
    coverage::school::Sector,
    outline::OutlineFiles,
};
use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;

use crate::{
    desk::Desk,
    driver::{CTRL, Window, french},
};

const RATES: &str = "Code dept;Taux équipés (%)\n1;10,5\n7;20\n26;30\n38;nd\n2A;100\nSavoi;12\n";

#[test]
fn a_kind_of_repair_is_reversed_and_made_again_with_one_click() {
    let mut desk = Desk::open(RATES, "6 lignes : 5 sur la carte, 1 laissée de côté.");
    let repair = french("2 codes sans zéro initial : « 1 » → 01, « 7 » → 07");
    desk.window.harness.get_by_role_and_label(Role::CheckBox, &repair).click();
    desk.wait_for("6 lignes : 3 sur la carte, 3 laissées de côté.");
    assert_eq!(desk.window.territory("Ain"), french("Ain : Absent du fichier"));
    let off = "Codes sans zéro initial (non réparés)";
    desk.window.harness.get_by_role_and_label(Role::CheckBox, off).click();
    desk.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
    assert_eq!(desk.window.territory("Ain"), french("Ain : 10,5 %"));
}

#[test]
fn a_row_whose_code_and_name_disagree_is_paired_with_either_and_no_other_row_is() {
    let text = "code;nom;taux équipés\n01;Ain;10\n38;Isère;20\n73;Ain;30\n74;Haute-Savoie;5\n";
    for (button, territory) in [("→ Savoie (code)", "Savoie : 30 %"), ("→ Ain (nom)", "")] {
        let mut desk = Desk::open(text, "4 lignes : 3 sur la carte, 1 laissée de côté.");
        desk.window.hears("« Ain » (ligne 4) : le code est celui de « Savoie »");
        desk.window.click(button);
        desk.wait_for("« 73 · Ain » → ");
        assert_eq!(desk.window.territory("Isère"), french("Isère : 20 %"));
        match territory {
            // Two rows of Ain contradict each other now, which is told as ever.
            "" => desk.wait_for("Ain : Valeurs contradictoires"),
            told => {
                desk.wait_for(told);
                assert_eq!(desk.window.territory("Ain"), french("Ain : 10 %"));
            }
        }
        desk.window.click("Défaire");
        desk.wait_for("4 lignes : 3 sur la carte, 1 laissée de côté.");
    }
}

#[test]
fn the_meaning_of_a_column_is_changed_above_it_and_the_map_follows() {
    let text = "code;taux;autre\n38;10;60\n73;20;70\n74;30;80\n";
    let mut desk = Desk::open(text, "3 lignes : 3 sur la carte");
    assert_eq!(desk.window.territory("Isère"), french("Isère : 10 %"));
    desk.window.choose("Affichage", "Aperçu du fichier");
    desk.choose("Sens de la colonne « autre »", "Taux d’équipement");
    desk.wait_for("Isère : 60 %");
    desk.window.click("Les oublier");
    desk.wait_for("Isère : 10 %");
}

#[test]
fn a_choice_that_leaves_no_map_is_told_and_the_map_stays() {
    let text = "code;taux\n38;10\n73;20\n74;30\n";
    let mut desk = Desk::open(text, "3 lignes : 3 sur la carte");
    desk.window.choose("Affichage", "Aperçu du fichier");
    desk.choose("Sens de la colonne « taux »", "Ignorée");
    desk.wait_for("aucune colonne ne donne une part");
    assert_eq!(desk.window.territory("Isère"), french("Isère : 10 %"));
    desk.window.click("Annuler ce choix");
    assert!(!desk.window.says("aucune colonne ne donne une part"));
    desk.window.hears("3 lignes : 3 sur la carte");
}

#[test]
fn header_separator_scale_and_duplicates_are_chosen_from_lists() {
    let text = "Relevé\ncode;taux\n38;0,5\n73;1\n73;0\n";
    // Two rows that contradict each other leave a gap until a person chooses.
    let mut desk = Desk::open(text, "3 lignes : 1 sur la carte, 2 laissées de côté");
    assert_eq!(desk.window.territory("Isère"), french("Isère : 50 %"));
    assert_eq!(desk.window.territory("Savoie"), french("Savoie : Valeurs contradictoires"));
    desk.unfold_settings();
    desk.choose("Taux", "De 0 à 100 %");
    desk.wait_for("Isère : 0,5 %");
    desk.choose("Doublons", "La première");
    desk.wait_for("Savoie : 1 %");
    desk.choose("En-tête", "Ligne 1");
    desk.wait_for("Relevé");
    assert!(desk.window.document().data.own().is_some());
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for("Savoie : 1 %");
}

#[test]
fn both_values_of_a_territory_are_shown_and_the_one_that_counts_is_chosen_beside_them() {
    let text = "code;taux\n38;50\n73;10\n73;20\n";
    let mut desk = Desk::open(text, "Savoie (lignes 3, 4) : 10 % et 20 %");
    assert_eq!(desk.window.territory("Savoie"), french("Savoie : Valeurs contradictoires"));
    desk.window.button("la moyenne").click_accesskit();
    desk.wait_for("Savoie : 15 %");
    desk.window.button("aucune").click_accesskit();
    desk.wait_for("Savoie : Valeurs contradictoires");
}

const SCHOOLS: &str = "UAI;Nom;Secteur;Département;Nature\n\
    0380033B;Lycée Champollion;Public;38;300\n\
    0380034C;Lycée Stendhal;Privé;38;300\n\
    0730003G;Lycée Vaugelas;Public;73;306\n\
    0740003D;Lycée Berthollet;Public;74;306\n";
const EQUIPPED: &str = "uai\n0380033B\n0730003G\n0999999Z\n";

#[test]
fn a_list_of_equipped_schools_is_added_to_the_list_of_all() {
    let mut desk = Desk::with(&[("liste.csv", SCHOOLS), ("equipes.csv", EQUIPPED)]);
    desk.window.harness.key_press_modifiers(CTRL, Key::O);
    desk.wait_for("Aucune colonne ne dit quels établissements ont un ENT");
    // The map is grey: what it lacks, and the way to it, stand in its middle.
    desk.window.harness.get_by_role_and_label(Role::Group, "À ajouter");
    desk.window.hears(&french("Quels établissements ont un ENT ?"));
    desk.window.button("Ajouter la liste des établissements équipés…").click_accesskit();
    desk.wait_for("3 lignes : 2 sur la carte, 1 laissée de côté.");
    assert!(!desk.window.says(&french("Quels établissements ont un ENT ?")));
    desk.window.click("Départements");
    assert_eq!(desk.window.territory("Isère"), french("Isère : 50 % (1 établissement sur 2)"));
    desk.window.hears("« 0999999Z » (ligne 4) : dans aucune liste d’établissements");
    assert_eq!(
        desk.window.territory("Haute-Savoie"),
        french("Haute-Savoie : Sans valeur dans le fichier")
    );
    let everywhere = &french("Département sans aucun nom dans la liste : compter 0");
    desk.window.harness.get_by_role_and_label(Role::CheckBox, everywhere).click_accesskit();
    desk.wait_for("Haute-Savoie : 0 % (0 établissement sur 1)");
    desk.window.button("Publics").click_accesskit();
    desk.window.harness.run();
    assert_eq!(desk.window.document().perimeter.sector, Some(Sector::Public));
    assert_eq!(desk.window.territory("Isère"), french("Isère : 100 % (1 établissement sur 1)"));
    desk.window.hears("Part des lycées publics équipés d’un ENT, par département");
    desk.window.hears("Légende : Part des lycées publics équipés d’un ENT, par département");
    desk.window.button("Retirer « equipes.csv »").click_accesskit();
    desk.wait_for("Aucune colonne ne dit quels établissements ont un ENT");
}

#[test]
fn a_list_of_numbers_that_is_opened_beside_a_list_of_schools_is_added_to_it() {
    let mut desk = Desk::with(&[("liste.csv", SCHOOLS), ("equipes.csv", EQUIPPED)]);
    desk.window.harness.key_press_modifiers(CTRL, Key::O);
    desk.wait_for("Aucune colonne ne dit quels établissements ont un ENT");
    desk.window.harness.key_press_modifiers(CTRL, Key::O);
    desk.wait_for("3 lignes : 2 sur la carte, 1 laissée de côté.");
    assert!(desk.window.picked("Données") == "liste.csv + 1");
}

#[test]
fn numbers_alone_are_told_what_to_do_and_the_map_stays() {
    let mut desk = Desk::with(&[("equipes.csv", EQUIPPED)]);
    let before = desk.window.territories();
    desk.window.harness.key_press_modifiers(CTRL, Key::O);
    desk.wait_for("Ouvrez d’abord une liste des établissements");
    assert_eq!(desk.window.territories(), before);
}

#[test]
fn choices_about_columns_are_remembered_for_the_header_and_those_about_values_for_the_file() {
    let other = RATES.replace("12", "55");
    let mut desk = Desk::with(&[("2011.csv", RATES), ("2012.csv", &other), ("copie.csv", RATES)]);
    desk.open_next();
    desk.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
    desk.window.click("→ Savoie");
    desk.wait_for("6 lignes : 6 sur la carte.");
    desk.unfold_settings();
    desk.choose("Type", "Lycées");
    desk.wait_for("Type : lycées.");
    desk.open_next();
    desk.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
    desk.window.hears("Type : lycées.");
    desk.open_next();
    desk.wait_for("6 lignes : 6 sur la carte.");
    assert_eq!(desk.window.territory("Savoie"), french("Savoie : 12 %"));
}

#[test]
fn files_of_late_stand_in_the_menu() {
    let mut desk = Desk::open(RATES, "6 lignes : 5 sur la carte, 1 laissée de côté.");
    desk.window.pick("Données", "Faits documentés");
    desk.window.open_menu("Fichier");
    desk.window.entry("Fichiers récents").click();
    desk.window.harness.run();
    desk.window.entry("taux.csv").click();
    desk.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
}

#[test]
fn where_the_desktop_has_no_dialog_a_path_is_typed() {
    let mut desk = Desk::with(&[]);
    let path = desk.folder.path().join("taux.csv");
    fs::write(&path, RATES).unwrap();
    desk.window.harness.key_press_modifiers(CTRL, Key::O);
    desk.wait_for("Chemin du fichier");
    let label = french("Chemin du fichier :");
    let field = desk.window.harness.get_by_role_and_label(Role::TextInput, &label);
    field.type_text(&path.display().to_string());
    desk.window.harness.run();
    desk.window.press(Key::Enter);
    desk.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
}

/// A person who looks at the dialog and does nothing.
struct Hesitating;

impl FilePicker for Hesitating {
    fn open_table(&self, _window: &eframe::Frame) -> Choice {
        Box::pin(pending())
    }

    fn save_picture(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(pending())
    }

    fn save_table(&self, _window: &eframe::Frame, _suggested: &str) -> Choice {
        Box::pin(ready(Picked::Nothing))
    }
}

#[test]
fn while_a_file_is_chosen_the_window_stays_alive_and_claims_no_work() {
    let mut window = Window::made(Window::builder(), |context| {
        AtlasApp::new(context, OutlineFiles::embedded()).with_picker(Hesitating)
    });
    window.harness.key_press_modifiers(CTRL, Key::O);
    window.harness.run_steps(3);
    assert!(!window.says("Lecture du fichier…"), "nothing is read yet");
    window.click("Collèges");
    window.hears("Part des collèges équipés d’un ENT, par département");
}
