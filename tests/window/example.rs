//! The fictitious example: complete, and never to be taken for real.

use egui::Theme;

use crate::driver::{Window, french};

const WARNING: &str = "DONNÉES FICTIVES";

#[test]
fn the_example_warns_and_the_facts_do_not() {
    let mut window = Window::open();
    assert!(!window.says(WARNING));
    window.pick("Données", "Exemple fictif");
    window.hears(WARNING);
    window.pick("Données", "Faits documentés");
    assert!(!window.says(WARNING));
}

#[test]
fn the_warning_stays_whatever_is_shown_and_wherever_one_looks() {
    let builder = Window::builder().with_theme(Theme::Dark);
    let mut window = Window::built(builder, atlas_ent::outline::OutlineFiles::embedded());
    window.pick("Données", "Exemple fictif");
    for choice in ["Collèges", "Académies"] {
        window.click(choice);
        window.hears(WARNING);
    }
    for (list, line) in
        [("Ce que montre la carte", "Stade de déploiement"), ("Découpage", "Depuis 2016")]
    {
        window.pick(list, line);
        window.hears(WARNING);
    }
    window.turn_wheel(window.map().center(), 6.0);
    window.hears(WARNING);
}

#[test]
fn the_example_opens_on_the_same_date_and_leaves_no_gap() {
    let mut window = Window::open();
    window.pick("Données", "Exemple fictif");
    window.hears("31 octobre 2011");
    window.click("Collèges");
    for level in ["Départements", "Régions"] {
        window.click(level);
        let gaps: Vec<String> =
            window.territories().into_iter().filter(|said| !said.contains(&french(" %"))).collect();
        assert!(gaps.is_empty(), "{level}: {gaps:?}");
        assert!(!window.legend().iter().any(|line| line.starts_with("Aucune source")));
    }
}

#[test]
fn a_card_of_the_example_shows_invented_sources_as_such() {
    let mut window = Window::open();
    window.pick("Données", "Exemple fictif");
    window.click("Collèges");
    window.click_at(window.place("Loire"));
    window.hears("Département 42");
    window.hears("fictif");
}
