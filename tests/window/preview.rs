//! The first rows of a file: what stands above its header, its columns and their meanings, its date;
//! a file that is refused, and several files.

use atlas_ent::territory::{Edition, Level, Registry};
use egui::{Key, Rect, accesskit::Role};
use egui_kittest::{
    Node,
    kittest::{NodeT, Queryable},
};

use crate::{
    desk::Desk,
    driver::{CTRL, french},
};

/// Rows above the header, a total, and counts whose meanings begin alike.
fn survey() -> String {
    let codes = (1..=19).map(|code| format!("{code:02};{};{};40\n", 60 + code, 20 + code));
    let rows: String = codes.collect();
    format!(
        "Enquête sur les ENT;;;\nSituation au 15 octobre 2024;;;\n\
         département;collèges;collèges équipés d’un ENT;collèges non équipés d’un ENT\n{rows}"
    )
}

const READ: &str = "19 lignes";

impl Desk {
    fn with_preview(size: [f32; 2], files: &[(&str, &str)]) -> Self {
        let mut desk = Self::of_size(size, files);
        for _ in files {
            desk.open_next();
        }
        desk
    }

    fn show_preview(&mut self) {
        self.window.choose("Affichage", "Aperçu du fichier");
    }

    /// Where the panel below the map stands.
    #[track_caller]
    fn panel(&self) -> Rect {
        let name = "Panneau sous la carte";
        self.window.harness.get_by_role_and_label(Role::Region, name).rect()
    }

    /// The labels of that text in the panel, from top to bottom.
    fn cells(&self, text: &str) -> Vec<Rect> {
        let panel = self.panel();
        let labels = self.window.harness.query_all_by_role(Role::Label);
        let of_text = labels.filter(|node| node.accesskit_node().value().as_deref() == Some(text));
        let mut rects: Vec<Rect> = of_text.map(|node| node.rect()).collect();
        rects.retain(|rect| panel.contains_rect(*rect));
        rects
    }

    fn header_row(&self) -> Option<u32> {
        let own = self.window.document().data.own()?;
        own.files.first()?.choices.read.header_row
    }
}

fn description(node: &Node<'_>) -> String {
    node.accesskit_node().description().unwrap_or_default()
}

#[test]
fn a_row_above_the_header_becomes_the_header_by_a_click_and_by_the_keyboard() {
    let mut desk = Desk::with_preview([1280.0, 900.0], &[("enquete.csv", &survey())]);
    desk.wait_for(READ);
    desk.show_preview();
    let above = desk.window.button("Prendre la ligne 2 comme en-tête");
    assert_eq!(description(&above), "Situation au 15 octobre 2024");
    let header = desk.cells("collèges équipés d’un ENT");
    assert!(header.iter().any(|header| header.top() >= above.rect().bottom()), "{header:?}");
    desk.window.click("Prendre la ligne 2 comme en-tête");
    assert_eq!(desk.header_row(), Some(2));
    desk.window.press_with(CTRL, Key::Z);
    assert_eq!(desk.header_row(), None, "it is undone like any step");
    desk.window.button("Prendre la ligne 1 comme en-tête").focus();
    desk.window.harness.run();
    desk.window.press(Key::Enter);
    assert_eq!(desk.header_row(), Some(1));
}

#[test]
fn a_header_that_was_found_too_low_is_put_right_by_a_click() {
    let mut desk = Desk::with_preview([1280.0, 900.0], &[("enquete.csv", &survey())]);
    desk.wait_for(READ);
    desk.unfold_settings();
    desk.choose("En-tête", "Ligne 4");
    desk.wait_for("Prendre la ligne 3 comme en-tête");
    desk.window.click("Prendre la ligne 3 comme en-tête");
    desk.wait_for("Ain : 34,4 %");
    assert!(!desk.window.says("Prendre la ligne 3 comme en-tête"));
}

#[test]
fn ten_rows_are_in_sight_in_a_small_window() {
    let mut desk = Desk::with_preview([900.0, 600.0], &[("enquete.csv", &survey())]);
    desk.wait_for(READ);
    desk.show_preview();
    for code in 1..=10 {
        let code = format!("{code:02}");
        assert_eq!(desk.cells(&code).len(), 1, "{code} in {:?}", desk.panel());
    }
    assert!(desk.panel().bottom() <= 600.0);
    assert!(desk.window.map().height() >= 50.0, "{:?}", desk.window.map());
}

#[test]
fn a_list_of_meanings_is_as_wide_as_its_column_and_shows_all_of_its_words() {
    let mut desk = Desk::with_preview([1280.0, 900.0], &[("enquete.csv", &survey())]);
    desk.wait_for(READ);
    desk.show_preview();
    let list = |desk: &Desk, column: &str| {
        let name = french(&format!("Sens de la colonne « {column} »"));
        let node = desk.window.harness.get_by_role_and_label(Role::ComboBox, &name);
        (node.accesskit_node().value().unwrap_or_default(), node.rect())
    };
    let mut right = 0.0;
    for (column, meaning) in [
        ("département", "Code du département"),
        ("collèges", "Nombre d’établissements"),
        ("collèges équipés d’un ENT", "Nombre d’établissements équipés"),
        ("collèges non équipés d’un ENT", "Nombre d’établissements non équipés"),
    ] {
        let (shown, rect) = list(&desk, column);
        assert_eq!(shown, meaning);
        // Seven points a letter and the arrow: nothing of it is cut.
        assert!(rect.width() >= 6.4 * meaning.chars().count() as f32 + 30.0, "{meaning}: {rect:?}");
        assert!(rect.left() >= right, "{column} stands beside the one before: {rect:?}");
        right = rect.right();
    }
}

#[test]
fn meanings_are_grouped_and_the_likely_ones_of_a_column_come_first() {
    let text = "dept;situation;avancement\n01;oui;60\n38;non;70\n73;oui;80\n2A;non;90\n";
    let mut desk = Desk::with_preview([1280.0, 900.0], &[("taux.csv", text)]);
    desk.wait_for("Ouvrir l’aperçu…");
    desk.window.click("Ouvrir l’aperçu…");
    let name = french("Sens de la colonne « avancement »");
    desk.window.harness.get_by_role_and_label(Role::ComboBox, &name).click();
    desk.window.harness.run();
    let lines = desk.window.harness.query_all_by_role(Role::MenuItemRadio);
    let lines: Vec<String> = lines.filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(lines[..2], ["Automatique", "Ignorée"]);
    assert!(lines[2..6].contains(&"Taux d’équipement".to_owned()), "{lines:?}");
    assert_eq!(lines.iter().filter(|line| *line == "Taux d’équipement").count(), 1);
    for group in ["Les plus probables", "Territoire", "Valeur", "Temps", "Établissement", "Autres"]
    {
        desk.window.hears(group);
    }
}

#[test]
fn the_date_is_shown_as_it_is_read_with_where_it_was_read() {
    let mut desk = Desk::with_preview([1280.0, 900.0], &[("enquete.csv", &survey())]);
    desk.wait_for(READ);
    desk.unfold_settings();
    desk.window.hears("date : 15 octobre 2024");
    desk.window.hears("Date : 15 octobre 2024");
    desk.window.hears("d’après le titre « Situation au 15 octobre 2024 »");
    assert!(!desk.window.says("octobre 2011"), "no date that nothing says");
}

#[test]
fn a_date_that_nothing_says_is_an_empty_field() {
    let text = "code;taux équipés\n01;10\n38;20\n73;30\n";
    let mut desk = Desk::with_preview([1280.0, 900.0], &[("taux.csv", text)]);
    desk.wait_for("3 lignes : 3 sur la carte");
    desk.unfold_settings();
    desk.window.hears("Date : aucune");
    let field = desk.window.harness.get_by_role_and_label(Role::TextInput, "Autre date");
    assert_eq!(field.accesskit_node().value().unwrap_or_default(), "");
    assert!(!desk.window.says("octobre 2011"));
}

#[test]
fn a_column_that_is_not_taken_for_territories_is_said_to_be_in_the_preview() {
    let registry = Registry::official();
    let known = registry.territories(Level::Departement, Edition::Since2016);
    let known: String = known.iter().map(|one| format!("{};50\n", one.name)).collect();
    let unknown: String = (0..400).map(|rank| format!("Pays n° {rank};40\n")).collect();
    for header in ["EPCI", "bassin"] {
        let text = format!("{header};taux ENT\n{unknown}{known}");
        let mut desk = Desk::with_preview([1280.0, 900.0], &[("pays.csv", &text)]);
        let before = desk.window.territories();
        desk.wait_for("La carte reste comme elle était.");
        desk.window.click("Ouvrir l’aperçu…");
        desk.window.hears("« pays.csv » n’est pas ouvert");
        desk.window.hears("Aucune colonne ne désigne des régions");
        assert!(!desk.window.says("La carte reste comme elle était."), "said once");
        assert_eq!(desk.window.territories(), before, "the map stays until it can be read");
        let list = format!("Sens de la colonne « {header} »");
        desk.choose(&list, "Nom du département");
        desk.wait_for("Ain : 50 %");
        assert_eq!(desk.window.picked("Données"), "pays.csv");
        assert!(!desk.window.says("n’est pas ouvert"));
        desk.window.hears("Aperçu du fichier");
        desk.window.press_with(CTRL, Key::Z);
        assert_eq!(desk.window.territories(), before);
    }
}

#[test]
fn a_file_of_which_no_column_is_understood_is_opened_once_two_are_said() {
    let text = "bidule;machin\n01;10\n38;20\n73;30\n";
    let mut desk = Desk::with_preview([900.0, 600.0], &[("a.csv", text)]);
    desk.wait_for("Ouvrir l’aperçu…");
    desk.window.click("Ouvrir l’aperçu…");
    desk.choose("Sens de la colonne « bidule »", "Code du département");
    desk.wait_for("Aucune colonne ne donne une part");
    assert!(desk.window.picked("Données").starts_with("Faits documentés"));
    desk.choose("Sens de la colonne « machin »", "Taux d’équipement");
    desk.wait_for("Isère : 20 %");
    assert_eq!(desk.window.picked("Données"), "a.csv");
}

#[test]
fn a_refused_file_is_given_up_with_its_preview() {
    let text = "bidule;machin\n01;10\n38;20\n73;30\n";
    let mut desk = Desk::with_preview([1280.0, 900.0], &[("a.csv", text)]);
    let before = desk.window.territories();
    desk.wait_for("Ouvrir l’aperçu…");
    desk.window.click("Ouvrir l’aperçu…");
    desk.window.click("Fermer l’aperçu");
    assert!(!desk.window.says("« a.csv » n’est pas ouvert"));
    assert_eq!(desk.window.territories(), before);
}

#[test]
fn the_file_that_is_looked_at_is_one_of_a_group_of_radio_buttons() {
    let files = [
        ("2011.csv", "code;taux;date\n38;10;2011\n73;20;2011\n"),
        ("2012.csv", "code;taux;date\n38;30;2012\n73;40;2012\n"),
    ];
    let mut desk = Desk::with(&files);
    desk.open_next();
    desk.wait_for("Isère : 10 %");
    desk.window.choose("Fichier", "Ajouter un fichier…");
    desk.wait_for("Isère : 30 %");
    desk.show_preview();
    let is_in = |node: &Node<'_>| {
        let group = node.accesskit_node().parent();
        group.is_some_and(|group| {
            group.role() == Role::RadioGroup
                && group.label().as_deref() == Some("Fichier de l’aperçu")
        })
    };
    let buttons = desk.window.harness.query_all_by_role(Role::RadioButton).filter(is_in);
    let names: Vec<String> = buttons.filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(names, ["2011.csv", "2012.csv"]);
    assert!(desk.window.is_chosen("2011.csv"));
    desk.window.click("2012.csv");
    assert!(desk.window.is_chosen("2012.csv"));
    assert_eq!(desk.cells("40").len(), 1, "its rows are shown");
}
