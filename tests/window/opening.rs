//! What the program opens on, and the counts of the hand count of October 2011.

use atlas_ent::{
    app::Loading,
    cartography::Representation,
    coverage::{Embedded, SchoolType},
    outline::OutlineSource,
    territory::{Edition, Level},
};
use egui::Theme;
use jiff::civil::date;

use crate::driver::{Window, french};

#[test]
fn it_opens_on_the_lycees_of_the_regions_of_october_2011() {
    let window = Window::open();
    let document = window.document();
    assert_eq!(document.data, Embedded::Facts.into());
    assert_eq!(document.school_type, SchoolType::Lycee);
    assert_eq!((document.level, document.edition), (Level::Region, Edition::Before2016));
    assert_eq!(document.representation, Representation::Share);
    assert_eq!(document.date, Some(date(2011, 10, 31)));
    window.hears("Part des lycées équipés d’un ENT, par région");
    window.hears("au 31 octobre 2011");
    for chosen in ["Lycées", "Régions"] {
        assert!(window.is_chosen(chosen), "{chosen}");
    }
    for other in ["Collèges", "Académies", "Départements"] {
        assert!(!window.is_chosen(other), "{other}");
    }
    let lists = ["Données", "Ce que montre la carte", "Découpage"].map(|list| window.picked(list));
    let shown = ["Faits documentés, 2001–2025", "Part", "Découpage : avant 2016"].map(french);
    assert_eq!(lists, shown);
}

#[test]
fn a_share_of_lycees_is_known_for_4_regions_of_27() {
    let window = Window::open();
    assert_eq!(
        window.legend(),
        [
            "100 % : 2",
            "de 40 à moins de 60 % : 1",
            "de 20 à moins de 40 % : 1",
            "dont moins certain : 3",
            "Aucune source : 15",
            "Source sans ce chiffre : 8",
        ]
        .map(french)
    );
    assert_eq!(window.territories().len(), 27);
    assert_eq!(window.territory("Lorraine"), french("Lorraine : 100 %"));
    assert!(
        window.territory("Île-de-France").starts_with(&french("Île-de-France : au moins 58 %"))
    );
}

#[test]
fn a_share_of_colleges_is_known_for_8_departements_of_101() {
    let mut window = Window::open();
    window.click("Collèges");
    let values = window.territories().into_iter().filter(|said| said.contains('%'));
    let mut names: Vec<String> =
        values.filter_map(|said| said.split('\u{202f}').next().map(str::to_owned)).collect();
    names.sort_unstable();
    let known = [
        "Bas-Rhin",
        "Haut-Rhin",
        "Haute-Marne",
        "Loire",
        "Meurthe-et-Moselle",
        "Oise",
        "Rhône",
        "Territoire de Belfort",
    ];
    assert_eq!(names, known);
    assert_eq!(window.territories().len(), 101);
    let (valued, gaps): (Vec<_>, Vec<_>) = (window.legend().into_iter())
        .filter(|line| !line.starts_with("dont"))
        .partition(|line| line.contains('%'));
    assert_eq!((sum(&valued), sum(&gaps)), (8, 93));
    assert!(window.territory("Loire").starts_with(&french("Loire : 75 %")));
}

#[test]
fn the_stage_of_colleges_is_known_for_26_departements() {
    let mut window = Window::open();
    window.click("Collèges");
    window.pick("Ce que montre la carte", "Stade de déploiement");
    let legend = window.legend();
    let stages = ["Généralisation : 19", "Expérimentation : 6", "Étude préalable : 1"];
    assert_eq!(legend[..3], stages.map(french));
    assert!(legend.contains(&french("dont annoncé, non réalisé : 4")), "{legend:?}");
    let planned = window.territories().iter().filter(|said| said.ends_with("(prévu)")).count();
    assert_eq!(planned, 4, "2 généralisations, 1 expérimentation, 1 étude préalable");
}

#[test]
fn the_stage_of_lycees_is_known_for_11_regions() {
    let mut window = Window::open();
    window.pick("Ce que montre la carte", "Stade de déploiement");
    let legend = window.legend();
    assert_eq!(legend[..2], ["Généralisation : 10", "Expérimentation : 1"].map(french));
    assert!(legend.contains(&french("dont annoncé, non réalisé : 3")), "{legend:?}");
    let stages = |word: &str| window.territories().iter().filter(|s| s.contains(word)).count();
    assert_eq!((stages("généralisation"), stages("expérimentation")), (10, 1));
}

#[test]
fn the_dark_theme_says_the_same() {
    let light = Window::open().words();
    let builder = Window::builder().with_theme(Theme::Dark);
    let dark = Window::built(builder, atlas_ent::outline::OutlineFiles::embedded());
    assert_eq!(dark.words(), light);
}

#[test]
fn no_word_of_english_is_said() {
    let window = Window::open();
    let english: Vec<String> = (window.words().into_iter())
        .filter(|words| words.contains("Resize") || words.contains("Close"))
        .collect();
    assert!(english.is_empty(), "{english:?}");
}

#[test]
fn while_outlines_are_read_it_says_so() {
    let builder = Window::builder();
    let window = builder.build_eframe(|context| {
        // Nobody sends: reading lasts for ever.
        let (sender, receiver) = std::sync::mpsc::channel();
        std::mem::forget(sender);
        let document = atlas_ent::project::Document::default();
        let loading = Loading::of(OutlineSource::Embedded, receiver);
        atlas_ent::app::AtlasApp::opening(context, document, loading)
    });
    let window = Window { harness: window };
    window.hears("Lecture des contours…");
    assert!(window.harness.state().is_loading());
}

/// The counts at the end of some lines of a legend, added up.
fn sum(lines: &[String]) -> usize {
    lines.iter().filter_map(|line| line.rsplit(' ').next()?.parse::<usize>().ok()).sum()
}
