//! Where the lines of the window end: never where French typography forbids it. What is looked at is
//! the text as egui laid it out, whatever panel it stands in; every test of the window looks, and
//! these draw the panel as narrow and as wide as it gets.

use std::path::Path;

use atlas_ent::{app::AtlasApp, outline::OutlineFiles};
use egui::{Key, Modifiers, Rect, Shape, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable;

use crate::{
    desk::Desk,
    driver::{CTRL, Opening, Window},
};

/// Signs that no line begins with.
const CLOSING: [char; 8] = ['»', ':', ';', '!', '?', '%', '·', '€'];

/// What is wrong with the lines of one text.
fn badly_broken(lines: &[(String, bool)]) -> Vec<String> {
    let blank = |letter: char| letter.is_whitespace() || letter == '\u{200b}';
    let mut wrong = Vec::new();
    for (rank, pair) in lines.windows(2).enumerate() {
        let [(before, ended_by_hand), (after, _)] = pair else { continue };
        // What was cut by hand, such as a list, begins anew; a separator stands nowhere at an edge.
        let (before, after) = (before.trim_end_matches(blank), after.trim_start_matches(blank));
        let digits = |text: &str, rev: bool| {
            let run = |letters: &mut dyn Iterator<Item = char>| {
                letters.take_while(char::is_ascii_digit).count()
            };
            if rev { run(&mut text.chars().rev()) } else { run(&mut text.chars()) }
        };
        let is_a_number = (1..=3).contains(&digits(before, true)) && digits(after, false) == 3;
        let is_wrong = after.starts_with(CLOSING)
            || before.ends_with(['«', '·'])
            || (is_a_number && !ended_by_hand);
        if is_wrong {
            wrong.push(format!("line {}: « {before} » | « {after} »", rank + 1));
        }
    }
    wrong
}

/// Every text of a shape, as its lines; each says whether it was ended by hand.
fn texts(shape: &Shape, found: &mut Vec<Vec<(String, bool)>>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, found)),
        Shape::Text(text) => {
            let rows = text.galley.rows.iter();
            found.push(rows.map(|row| (row.text(), row.ends_with_newline)).collect());
        }
        _ => {}
    }
}

/// Fails with every line that ends where French forbids it.
#[track_caller]
pub fn assert_lines_hold(window: &Window) {
    let fields = window.harness.query_all_by_role(Role::MultilineTextInput);
    let fields: Vec<Rect> = fields.map(|field| field.rect().expand(1.0)).collect();
    // What is being written breaks wherever its field ends.
    let is_written = |shape: &Shape| match shape {
        Shape::Text(text) => fields.iter().any(|field| field.contains(text.pos)),
        _ => false,
    };
    let mut found = Vec::new();
    for clipped in &window.harness.output().shapes {
        if !is_written(&clipped.shape) {
            texts(&clipped.shape, &mut found);
        }
    }
    let wrong: Vec<String> = found.iter().flat_map(|lines| badly_broken(lines)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Draws the panel at the right to a width, in points.
#[track_caller]
fn draw_panel(window: &mut Window, width: f32) {
    let edge = window.map().right_center() + vec2(3.0, 0.0);
    let all = window.harness.ctx.content_rect().width();
    // A narrower one than the narrowest would fold.
    window.drag(edge, vec2(all - width - 0.5 - edge.x, 0.0));
    window.leave();
    let drawn = all - window.map().right();
    assert!((drawn - width).abs() <= 2.0, "{drawn} rather than {width}");
}

/// Does the same things at each width; whatever is done is looked at.
fn at_each_width(mut window: Window, walk: impl Fn(&mut Window)) {
    for width in [280.0, 300.0, 600.0] {
        draw_panel(&mut window, width);
        walk(&mut window);
        assert_lines_hold(&window);
    }
}

/// So high that a tab is seen from its top to its foot.
const ALL_IN_SIGHT: [f32; 2] = [1280.0, 4000.0];

/// Looks at a whole tab.
fn read_through(window: &mut Window, tab: &str) {
    window.click(tab);
    assert_lines_hold(window);
}

#[test]
fn a_line_that_ends_badly_is_found() {
    let lines = |texts: &[&str]| -> Vec<(String, bool)> {
        texts.iter().map(|text| ((*text).to_owned(), false)).collect()
    };
    for wrong in [
        &["Établissements\u{202f}", ": 57"][..],
        &["soit 12\u{a0}", "500 collèges"],
        &["58\u{202f}", "% au moins"],
        &["la colonne «\u{a0}", "taux »"],
        &["101 départements ·", "seuils fixes"],
        &["101 départements ", "· seuils fixes"],
    ] {
        assert_eq!(badly_broken(&lines(wrong)).len(), 1, "{wrong:?}");
    }
    assert!(badly_broken(&lines(&["en 2011 ", "117 lycées"])).is_empty());
    assert!(badly_broken(&lines(&["Établissements\u{202f}: ", "57 sur 76"])).is_empty());
}

#[test]
fn no_card_no_indicator_and_no_legend_breaks_a_line_badly() {
    let [width, height] = ALL_IN_SIGHT;
    at_each_width(Window::sized(width, height), |window| {
        read_through(window, "Indicateurs");
        window.click("Collèges");
        for name in ["Loire", "Isère", "Paris"] {
            window.click_at(window.place(name));
            read_through(window, "Fiche");
        }
        window.click("Lycées");
        window.press(Key::Escape);
        // A line of the legend selects several.
        let line = window.legend()[0].clone();
        window.click(&line);
        read_through(window, "Fiche");
        window.press(Key::Escape);
    });
}

#[test]
fn no_dialog_no_menu_and_no_table_breaks_a_line_badly() {
    at_each_width(Window::open(), |window| {
        for (modifiers, key) in
            [(CTRL, Key::K), (CTRL, Key::F), (Modifiers::NONE, Key::F1), (Modifiers::NONE, Key::T)]
        {
            window.press_with(modifiers, key);
            assert_lines_hold(window);
            window.press(Key::Escape);
        }
        for (menu, entry) in [
            ("Affichage", "Fond de carte…"),
            ("Fichier", "Ouvrir un chemin…"),
            ("Aide", "À propos"),
        ] {
            window.choose(menu, entry);
            assert_lines_hold(window);
            window.press(Key::Escape);
        }
        window.press(Key::F8);
        window.press_with(CTRL | Modifiers::SHIFT, Key::C);
        assert_lines_hold(window);
        window.press(Key::F8);
    });
}

#[test]
fn no_report_of_a_file_breaks_a_line_badly() {
    for (name, text) in FILES {
        let mut desk = Desk::of_size(ALL_IN_SIGHT, &[(name, text)]);
        desk.open_next();
        desk.window.step_until(|window| window.document().data.own().is_some());
        desk.window.settle();
        at_each_width(desk.window, |window| {
            read_through(window, "Import");
            read_through(window, "Fiche");
            window.choose("Affichage", "Aperçu du fichier");
            assert_lines_hold(window);
            window.choose("Affichage", "Aperçu du fichier");
        });
    }
}

#[test]
fn no_report_of_a_workbook_or_an_old_text_breaks_a_line_badly() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/in"));
    for name in ["totaux.csv", "codes-vides.csv", "pourcents-nd.xlsx", "feuilles.xlsx"] {
        let path = folder.join(name);
        let mut window = Window::made(Window::builder().with_size(ALL_IN_SIGHT), |context| {
            AtlasApp::new(context, OutlineFiles::embedded()).with_picker(Opening(path))
        });
        window.press_with(CTRL, Key::O);
        window.step_until(|window| window.document().data.own().is_some());
        window.settle();
        at_each_width(window, |window| read_through(window, "Import"));
    }
}

#[test]
fn no_card_of_a_school_breaks_a_line_badly() {
    let mut desk = Desk::of_size(ALL_IN_SIGHT, &[("lycees.csv", SCHOOLS)]);
    desk.open_next();
    desk.window.step_until(|window| window.document().data.own().is_some());
    desk.window.settle();
    desk.window.press_with(CTRL, Key::F);
    let field = desk.window.harness.get_by_role(Role::TextInput);
    field.type_text("0380034F");
    desk.window.run_until(|window| window.says("Lycée polyvalent"));
    desk.window.press(Key::Enter);
    desk.window.settle();
    assert!(desk.window.standpoint().shown_school().is_some());
    at_each_width(desk.window, |window| read_through(window, "Fiche"));
}

/// Files that leave something to read of every kind: a survey, words, totals, doubts, a question.
const FILES: [(&str, &str); 5] = [
    (
        "enquete_nationale_des_equipements_numeriques_2024.csv",
        "Enquête sur les ENT\nSituation au 15 octobre 2024\n\
         département;Nb de collèges;équipés;taux ENT\n01;100;50;50\n38;90;nc;nc\n2A;40;4;10\n\
         73;50;50;100\n974;80;0;0\nTotal;360;104;28,9\n",
    ),
    (
        "taux.csv",
        "Code dept;Nom;Taux équipés (%)\n1;Ain;10,5\n7;Ardeche;20\n26;Drôme;30\n38;Isère;nd\n\
         2A;Corse du Sud;100\nSavoi;;12\n69M;Métropole de Lyon;50\n38;Savoie;40\n",
    ),
    (
        "equipement.csv",
        "UAI;Nom;Département;Nature;ENT\n0380033E;Lycée A;38;300;oui\n\
         0380034F;Lycée B;38;300;En cours\n0380035G;Lycée C;38;300;non\n\
         0730033P;Lycée D;73;300;En cours\n0730034Q;Lycée E;73;300;oui\n\
         0740033X;Lycée F;74;300;Bof\n0999999Z;Lycée G;38;300;oui\n",
    ),
    ("bac.csv", "code_departement;taux_de_reussite\n01;91\n02;88\n38;93\n2A;90\n"),
    (
        "series.csv",
        "departement;date;taux\n01;septembre 2009;12,5\n01;septembre 2011;1 200\n38;2010;45\n\
         38;2010;47\n69;bientôt;100\nFrance métropolitaine;2011;50\n",
    ),
];

/// A list of schools, with all that a card of a school tells.
const SCHOOLS: &str = "UAI;Nom;Secteur;Commune;Département;Nature;ENT;Projet\n\
    0380033E;Lycée polyvalent Champollion;Public;Grenoble;38;306;oui;Lilie\n\
    0380034F;Lycée polyvalent du Grésivaudan « André Argouges »;Public;Grenoble;38;306;non;\n\
    0730034Q;Lycée Vaugelas;Privé;Chambéry;73;300;oui;K-d’École\n";
