//! The window by keyboard alone: where the focus goes, what keeps the keys, what gives them back.

use egui::{Key, Modifiers, Rect, Vec2, accesskit::Role, pos2};
use egui_kittest::kittest::Queryable;

use crate::{
    desk::Desk,
    driver::{CTRL, Focused, Window, french},
};

/// A survey by département, of two dates.
const TWO_DATES: &str = "departement;date;taux\n01;2023-09-01;40\n38;2023-09-01;70\n\
                         69;2023-09-01;100\n01;2024-09-01;50\n38;2024-09-01;80\n69;2024-09-01;100\n";

/// The regions of the window, as they are read.
const REGIONS: [&str; 7] = [
    "Barre de menus",
    "Lieu affiché",
    "Réglages de la carte",
    "Vue de la carte",
    "Panneau latéral",
    "Panneau sous la carte",
    "Chronologie",
];

fn rank(focused: &Focused) -> usize {
    // What floats over the map belongs to it.
    let region = focused.region.as_deref().unwrap_or("Vue de la carte");
    REGIONS.iter().position(|one| *one == region).unwrap_or(REGIONS.len())
}

/// Goes round the window with Tab, from its first stop to the first again.
#[track_caller]
fn walk(window: &mut Window, size: Vec2) -> Vec<Focused> {
    let all = Rect::from_min_size(pos2(0.0, 0.0), size);
    let mut walked: Vec<Focused> = Vec::new();
    for _ in 0..400 {
        window.press(Key::Tab);
        let now = window.focused().unwrap_or_else(|| panic!("lost after {:?}", walked.last()));
        let first = walked.first();
        if first.is_some_and(|first| (&first.name, first.role) == (&now.name, now.role)) {
            return walked;
        }
        assert!(!now.name.is_empty(), "a stop without a name: {now:?} after {:?}", walked.last());
        let seen = now.rect.intersect(all);
        assert!(seen.is_positive(), "out of sight: {now:?}");
        if let Some(before) = walked.last() {
            let (here, there) = (rank(&now), rank(before));
            assert!(here >= there, "{now:?} after {before:?}");
        }
        walked.push(now);
    }
    panic!("no end: {:#?}", walked.iter().map(|one| &one.name).collect::<Vec<_>>());
}

/// Two neighbours that didn’t scroll are read from the top, and in a line from the left.
#[track_caller]
fn assert_read_in_order(walked: &[Focused]) {
    for pair in walked.windows(2) {
        let [before, now] = pair else { continue };
        // The panel scrolls under the focus, and what floats over the map comes after it.
        let scrolls = ["Panneau latéral", "Panneau sous la carte", "Vue de la carte"];
        let moves =
            |one: &Focused| one.region.as_deref().is_none_or(|region| scrolls.contains(&region));
        if before.region != now.region || moves(before) {
            continue;
        }
        let is_above = now.rect.bottom() <= before.rect.top() + 1.0;
        let is_beside = now.rect.top() < before.rect.bottom() - 1.0;
        let is_left = is_beside && now.rect.right() <= before.rect.left() + 1.0;
        assert!(!is_above && !is_left, "{now:?} after {before:?}");
    }
}

#[test]
fn the_tab_key_goes_round_the_whole_window_in_the_order_in_which_it_is_read() {
    for size in [Vec2::new(1280.0, 800.0), Vec2::new(900.0, 600.0)] {
        let mut desk = Desk::open(TWO_DATES, "6 lignes");
        desk.window.harness.set_size(size);
        desk.window.harness.run();
        desk.window.press(Key::F8);
        desk.window.press(Key::Escape);
        let walked = walk(&mut desk.window, size);
        assert_read_in_order(&walked);
        assert!(walked.len() > 40, "{} stops", walked.len());
        let regions: Vec<usize> = walked.iter().map(rank).collect();
        for (region, name) in REGIONS.iter().enumerate() {
            assert!(regions.contains(&region), "no stop in « {name} » at {size:?}");
        }
        let backwards = {
            desk.window.press_with(Modifiers::SHIFT, Key::Tab);
            desk.window.focused_name()
        };
        assert_eq!(Some(&backwards), walked.last().map(|last| &last.name), "at {size:?}");
    }
}

#[test]
fn one_key_goes_round_the_regions_and_the_map_is_three_keys_from_anywhere() {
    let mut window = Window::open();
    window.press(Key::F8);
    window.press(Key::F6);
    assert!(window.harness.get_by_role(Role::Canvas).is_focused(), "{:?}", window.focused());
    let mut round = vec![];
    for _ in 0..5 {
        window.press(Key::F6);
        round.push(window.focused().expect("a stop").region.unwrap_or_default());
    }
    let expected = [REGIONS[4], REGIONS[5], REGIONS[6], REGIONS[2], REGIONS[3]];
    assert_eq!(round, expected);
    window.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(window.focused().and_then(|one| one.region).as_deref(), Some(REGIONS[2]));
    // From the menus, which it does not go round, too.
    for stop in ["Fichier", "Rechercher…", "Exporter…"] {
        window.button(stop).focus();
        window.harness.run();
        assert_eq!(window.focused_name(), stop);
        let there = (0..3).any(|_| {
            window.press(Key::F6);
            window.harness.get_by_role(Role::Canvas).is_focused()
        });
        assert!(there, "from « {stop} »");
    }
}

#[test]
fn a_region_is_come_back_to_where_it_was_left() {
    let mut window = Window::open();
    window.press(Key::F6);
    window.press_with(Modifiers::SHIFT, Key::F6);
    for _ in 0..3 {
        window.press(Key::Tab);
    }
    let left = window.focused_name();
    window.press(Key::F6);
    window.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(window.focused_name(), left);
}

#[test]
fn no_key_reaches_what_is_behind_an_overlay() {
    let mut window = Window::open();
    window.press(Key::C);
    window.harness.get_by_role_and_label(Role::ComboBox, "Découpage").focus();
    window.harness.run();
    let before = (window.document().clone(), window.map());
    for (menu, entry) in [
        ("Aide", "À propos d’Atlas ENT…"),
        ("Aide", "Raccourcis clavier…"),
        ("Fichier", "Ouvrir un chemin…"),
        ("Aller", "Rechercher…"),
        ("Aller", "Toutes les commandes…"),
        ("Affichage", "Terrain"),
        ("Affichage", "Fond de carte…"),
    ] {
        window.choose(menu, entry);
        let keys = [Key::C, Key::D, Key::P, Key::S, Key::T, Key::F8, Key::F9, Key::ArrowLeft];
        for key in keys.into_iter().chain([Key::F6, Key::F10]) {
            window.harness.key_press(key);
            window.harness.step();
        }
        for key in [Key::Z, Key::Y, Key::ArrowLeft, Key::ArrowRight, Key::K, Key::F, Key::O] {
            window.harness.key_press_modifiers(CTRL, key);
            window.harness.step();
        }
        window.press_with(Modifiers::ALT, Key::F);
        for _ in 0..9 {
            window.press(Key::Tab);
            let now = window.focused().unwrap_or_else(|| panic!("« {entry} » lost the focus"));
            assert!(now.in_dialog, "« {entry} »: {now:?}");
        }
        assert_eq!(window.harness.query_all_by_role(Role::Dialog).count(), 1, "« {entry} »");
        window.press(Key::Escape);
        assert_eq!(window.harness.query_all_by_role(Role::Dialog).count(), 0, "« {entry} »");
        assert_eq!((window.document(), window.map()), (&before.0, before.1), "« {entry} »");
    }
}

#[test]
fn an_overlay_gives_the_focus_back_to_where_it_was() {
    let mut window = Window::open();
    window.press(Key::F6);
    window.press(Key::Tab);
    let before = window.focused_name();
    for open in
        [(CTRL, Key::K), (CTRL, Key::F), (Modifiers::NONE, Key::F1), (Modifiers::NONE, Key::T)]
    {
        window.press_with(open.0, open.1);
        let inside = window.focused().expect("something in it");
        assert!(inside.in_dialog, "{open:?}: {inside:?}");
        window.press(Key::Escape);
        assert_eq!(window.focused_name(), before, "{open:?}");
    }
}

#[test]
fn a_field_keeps_its_editing_keys_and_its_letters() {
    let mut window = Window::open();
    window.press(Key::C);
    window.press(Key::F8);
    window.harness.get_by_role_and_label(Role::TextInput, "Filtre").focus();
    window.harness.run();
    let before = window.document().clone();
    window.harness.get_by_role_and_label(Role::TextInput, "Filtre").type_text("taux mi");
    window.harness.run();
    for key in [Key::ArrowLeft, Key::ArrowRight, Key::A, Key::Y] {
        window.press_with(CTRL, key);
    }
    for key in [Key::L, Key::R, Key::T, Key::S, Key::Num0, Key::Home, Key::End, Key::Space] {
        window.press(key);
    }
    window.press_with(CTRL, Key::Z);
    assert_eq!(*window.document(), before, "a key of the field changed the map");
    assert_eq!(window.focused_name(), "Filtre");
    assert!(!window.says("Afficher le terrain"));
}

#[test]
fn after_enter_the_focus_stays_in_the_field_and_escape_gives_it_to_the_map() {
    let mut window = Window::open();
    window.press(Key::F8);
    window.harness.get_by_role_and_label(Role::TextInput, "Filtre").focus();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, "Filtre").type_text("lor");
    window.harness.run();
    window.press(Key::Enter);
    assert_eq!(window.focused_name(), "Filtre");
    window.press(Key::C);
    assert_eq!(window.document().school_type, atlas_ent::coverage::SchoolType::Lycee);
    let place = window.standpoint().place;
    window.press(Key::Escape);
    assert!(window.harness.get_by_role(Role::Canvas).is_focused(), "{:?}", window.focused());
    assert_eq!(window.standpoint().place, place);
    window.press(Key::C);
    assert_eq!(window.document().school_type, atlas_ent::coverage::SchoolType::College);
}

#[test]
fn the_keys_of_the_window_work_from_a_field() {
    let mut window = Window::open();
    window.press(Key::F8);
    let filter = |window: &mut Window| {
        window.harness.get_by_role_and_label(Role::TextInput, "Filtre").focus();
        window.harness.run();
    };
    filter(&mut window);
    let map = window.map();
    window.press(Key::F9);
    assert!(window.map().width() > map.width(), "F9");
    window.press(Key::F9);
    filter(&mut window);
    window.press_with(CTRL, Key::K);
    window.hears("Rechercher une commande");
    window.press(Key::Escape);
    assert_eq!(window.focused_name(), "Filtre");
    window.press(Key::F6);
    assert_ne!(window.focused_name(), "Filtre");
    filter(&mut window);
    window.press(Key::F8);
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "Filtre").is_none(), "F8");
    assert!(window.focused().is_some(), "what had the focus went away with it");
}

#[test]
fn menus_open_by_their_letter_and_arrows_walk_them() {
    let mut window = Window::open();
    window.harness.get_by_role_and_label(Role::ComboBox, "Découpage").focus();
    window.harness.run();
    let before = window.focused_name();
    for (letter, first) in [
        (Key::F, "Ouvrir…"),
        (Key::C, "Lycées"),
        (Key::D, "Lire la chronologie"),
        (Key::H, "Ajuster à la fenêtre"),
        (Key::I, "Raccourcis clavier…"),
    ] {
        window.press_with(Modifiers::ALT, letter);
        assert_eq!(window.focused_name(), first, "Alt+{letter:?}");
        assert_eq!(window.focused().map(|one| one.rect.is_positive()), Some(true));
        window.press(Key::Escape);
        assert_eq!(window.focused_name(), before, "Alt+{letter:?} then Escape");
    }
    window.press(Key::F10);
    assert_eq!(window.focused_name(), "Ouvrir…");
    window.press(Key::ArrowDown);
    assert_eq!(window.focused_name(), "Ouvrir un chemin…", "« Ajouter un fichier… » is greyed");
    window.press(Key::ArrowLeft);
    assert_eq!(window.focused_name(), "Raccourcis clavier…", "the last menu");
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert_eq!(window.focused_name(), "Lycées");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.document().school_type, atlas_ent::coverage::SchoolType::College);
    assert_eq!(window.focused_name(), before);
}

#[test]
fn a_list_opens_by_keyboard_takes_the_focus_and_gives_it_back() {
    let mut window = Window::open();
    window.harness.get_by_role_and_label(Role::ComboBox, "Découpage").focus();
    window.harness.run();
    window.press(Key::Enter);
    assert_eq!(window.focused().map(|one| one.role), Some(Role::MenuItemRadio));
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.document().edition, atlas_ent::territory::Edition::Since2016);
    assert_eq!(window.focused().map(|one| one.role), Some(Role::ComboBox));
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert_eq!(window.focused().map(|one| one.role), Some(Role::ComboBox));
    assert!(window.standpoint().place.is_whole());
}

#[test]
fn what_is_not_found_is_said_in_the_words_of_what_was_looked_for() {
    let mut window = Window::open();
    let look = |window: &mut Window, key, field, text| {
        window.press_with(CTRL, key);
        window.harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
        window.harness.run();
    };
    look(&mut window, Key::K, "Rechercher une commande", "zzz");
    window.hears("Aucune commande de ce nom.");
    assert!(!window.says("UAI"));
    window.press(Key::Escape);
    look(&mut window, Key::K, "Rechercher une commande", "télécharger");
    window.hears("Enregistrer la page…");
    window.press(Key::Escape);
    look(&mut window, Key::F, "Rechercher un territoire ou un établissement", "zzz");
    window.hears("Rien de ce nom. Essayez un code, un UAI");
}

#[test]
fn undoing_says_what_in_its_menu() {
    let mut window = Window::open();
    window.click("Académies");
    window.open_menu("Édition");
    window.hears("Annuler le choix de l’échelon");
    window.press(Key::Escape);
    window.choose("Édition", "Annuler");
    window.open_menu("Édition");
    window.hears("Rétablir le choix de l’échelon");
}

#[test]
fn the_list_of_shortcuts_fits_the_smallest_window() {
    let mut window = Window::sized(900.0, 600.0);
    window.press(Key::F1);
    for said in ["Ctrl+clic", "Molette", "Double clic", "F6", "F10", "Alt+lettre", "Ctrl+Maj+Z"] {
        window.hears(said);
    }
    assert!(window.focused_name() == "Fermer");
    let close = window.button("Fermer").rect();
    assert!(close.bottom() < 600.0, "{close:?}");
    let twice = window.words().iter().filter(|words| *words == "Rétablir").count();
    assert_eq!(twice, 1, "{}", french("« Rétablir »"));
}
