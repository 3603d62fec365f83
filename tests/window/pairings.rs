//! Values without a territory: accepting what is suggested, and pairing by hand.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::{
    desk::Desk,
    driver::{CTRL, french},
};

const RATES: &str = "Code dept;Taux équipés (%)\n1;10,5\n7;20\n26;30\n38;nd\n2A;100\nSavoi;12\n";

#[test]
fn a_suggestion_is_accepted_undone_and_taken_back() {
    let mut desk = Desk::open(RATES, "6 lignes : 5 sur la carte, 1 laissée de côté.");
    desk.window.click("→ Savoie");
    desk.wait_for("6 lignes : 6 sur la carte.");
    assert_eq!(desk.window.territory("Savoie"), french("Savoie : 12 %"));
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
    desk.window.press_with(CTRL, Key::Y);
    desk.wait_for("« Savoi » → Savoie");
    desk.window.click("Défaire");
    desk.wait_for("6 lignes : 5 sur la carte, 1 laissée de côté.");
}

#[test]
fn all_suggestions_are_accepted_at_once() {
    let text = RATES.replace("38;nd", "Iser;40");
    let mut desk = Desk::open(&text, "6 lignes : 4 sur la carte, 2 laissées de côté");
    desk.window.click("Accepter les 2 suggestions");
    desk.wait_for("6 lignes : 6 sur la carte.");
    assert_eq!(desk.window.territory("Isère"), french("Isère : 40 %"));
}

#[test]
fn what_may_be_one_of_two_is_not_among_the_suggestions_that_are_accepted_at_once() {
    let text = "departement;taux équipés\n01;10\nCorse;88\nSavoi;12\nIser;40\nCorse-du-Sud;96\n";
    let names = text.replace("01;", "Ain;");
    let mut desk = Desk::open(&names, "5 lignes : 2 sur la carte, 3 laissées de côté");
    desk.window.click("Accepter les 2 suggestions");
    desk.wait_for("5 lignes : 4 sur la carte, 1 laissée de côté");
    assert_eq!(desk.window.territory("Corse-du-Sud"), french("Corse-du-Sud : 96 %"));
    assert_eq!(desk.window.territory("Haute-Corse"), french("Haute-Corse : Absent du fichier"));
}

#[test]
fn a_value_is_paired_with_the_keyboard_alone_and_stays_in_sight() {
    let text = RATES.replace("Savoi", "chez nous");
    let mut desk = Desk::open(&text, "« chez nous » (ligne 7) : territoire inconnu");
    let button = "Choisir un territoire pour « chez nous »";
    desk.window.button(button).focus();
    desk.window.harness.run();
    desk.window.press(Key::Enter);
    let field = "Chercher un territoire par nom ou code";
    desk.window.hears("Pour « chez nous »");
    assert_eq!(desk.window.focused_name(), field);
    let lines = |desk: &Desk| -> Vec<String> {
        let lines = desk.window.harness.query_all_by_role(Role::ListBoxOption);
        lines.filter_map(|node| node.accesskit_node().label()).collect()
    };
    desk.window.harness.get_by_role_and_label(Role::TextInput, field).type_text("rhone");
    desk.window.harness.run();
    let found = lines(&desk);
    assert_eq!(found.first().map(String::as_str), Some("Rhône (département 69)"), "{found:?}");
    assert!(found.contains(&"Bouches-du-Rhône (département 13)".to_owned()), "{found:?}");
    desk.window.press(Key::Escape);
    assert!(!desk.window.says("Pour « chez nous »"));
    assert_eq!(desk.window.focused_name(), french(button), "the focus comes back");
    desk.window.hears("« chez nous » (ligne 7) : territoire inconnu");
    desk.window.press(Key::Enter);
    desk.window.harness.get_by_role_and_label(Role::TextInput, field).type_text("savoie");
    desk.window.harness.run();
    desk.window.press(Key::ArrowDown);
    desk.window.press(Key::Enter);
    desk.wait_for("« chez nous » → Haute-Savoie");
    assert_eq!(desk.window.territory("Haute-Savoie"), french("Haute-Savoie : 12 %"));
}

#[test]
fn an_unknown_value_is_paired_by_hand_from_a_list_that_can_be_searched() {
    let text = RATES.replace("Savoi", "chez nous");
    let mut desk = Desk::open(&text, "« chez nous » (ligne 7) : territoire inconnu");
    desk.window.click("Choisir un territoire pour « chez nous »");
    let field = "Chercher un territoire par nom ou code";
    desk.window.harness.get_by_role_and_label(Role::TextInput, field).type_text("savoie");
    desk.window.harness.run();
    assert!(!desk.window.says("Lozère (département 48)"), "the list is narrowed");
    desk.window.harness.get_by_label("Haute-Savoie (département 74)").click();
    desk.window.harness.run();
    desk.wait_for("« chez nous » → Haute-Savoie");
    assert_eq!(desk.window.territory("Haute-Savoie"), french("Haute-Savoie : 12 %"));
}
