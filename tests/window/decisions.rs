//! What a file leaves to decide or to suppose: the question in the place of the map, the chip, and
//! each way to say otherwise.

use atlas_ent::coverage::EQUIPPED_WITH_AN_ENT;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;

use crate::{
    desk::Desk,
    driver::{CTRL, french},
};

/// Rates of something else than equipment.
const EXAM: &str = "code_departement;taux_de_reussite\n01;91\n02;88\n38;93\n2A;90\n";
const SHOW_IT: &str = "Montrer la colonne « taux_de_reussite » pour ce qu’elle dit";
const ASKED: &str = "que montre la carte ?";

/// A date in its title.
const TITLED: &str = "Enquête ENT rentrée 2023;;\n;;\ncode;nom;taux de collèges équipés\n\
                      01;Ain;10\n38;Isère;20\n2A;Corse-du-Sud;30\n";

/// Two columns that could be shown.
const TWO: &str = "code;taux ENT;taux GAR\n38;10;60\n73;20;70\n2A;30;80\n";

/// Words that are neither a yes nor a no.
const WORDS: &str = "UAI;Nom;Département;Nature;ENT\n\
    0380033E;Lycée A;38;300;oui\n0380034F;Lycée B;38;300;En cours\n\
    0380035G;Lycée C;38;300;non\n0730033P;Lycée D;73;300;En cours\n\
    0730034Q;Lycée E;73;300;oui\n0740033X;Lycée F;74;300;Bof\n";

impl Desk {
    /// Types into a field, and presses Enter.
    fn type_into(&mut self, field: &str, text: &str) {
        let field = self.window.harness.get_by_role_and_label(Role::TextInput, field);
        field.focus();
        field.type_text(text);
        self.window.harness.run();
    }

    /// The button whose name begins so.
    #[track_caller]
    fn click_beginning(&mut self, beginning: &str) {
        let beginning = french(beginning);
        let mut buttons = self.window.harness.query_all_by_role(Role::Button);
        let named = |label: Option<String>| label.is_some_and(|l| l.starts_with(&beginning));
        let found = buttons.find(|node| named(node.accesskit_node().label()));
        let found = found.unwrap_or_else(|| {
            panic!("no button « {beginning}… » among {:#?}", self.window.words())
        });
        found.click_accesskit();
        drop(buttons);
        self.window.harness.run();
    }

    fn has_button(&self, label: &str) -> bool {
        self.window.harness.query_all_by_role_and_label(Role::Button, label).next().is_some()
    }

    fn is_blank(&self) -> bool {
        self.window.territories().iter().all(|said| said.ends_with("À décider"))
    }
}

#[test]
fn a_rate_of_something_else_is_asked_about_and_drawn_once_it_is_decided() {
    let mut desk = Desk::open(EXAM, ASKED);
    desk.window.hears("« 91 », « 88 », « 93 »");
    desk.window.harness.get_by_role_and_label(Role::Group, "À décider");
    assert!(desk.is_blank(), "nothing is drawn from it");
    desk.window.click(SHOW_IT);
    desk.wait_until_silent(ASKED);
    assert_eq!(desk.window.territory("Ain"), french("Ain : 91 %"));
    desk.window.hears("Colonne montrée : « taux_de_reussite ».");
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for(ASKED);
    assert!(desk.is_blank(), "a decision is undone like any step");
    desk.window.press_with(CTRL, Key::Y);
    desk.wait_until_silent(ASKED);
    assert_eq!(desk.window.territory("Ain"), french("Ain : 91 %"));
}

#[test]
fn a_decision_is_taken_back_where_it_is_told() {
    let mut desk = Desk::open(EXAM, ASKED);
    desk.window.click("C’est la part équipée d’un ENT");
    desk.wait_until_silent(ASKED);
    desk.window.hears("Ce qui est compté : ENT.");
    desk.window.click("Les oublier");
    desk.wait_for(ASKED);
    assert!(desk.is_blank());
}

#[test]
fn a_person_writes_what_the_column_counts() {
    let mut desk = Desk::open(EXAM, ASKED);
    desk.window.click("Autre chose…");
    desk.type_into(&french("Part des établissements :"), "admis au baccalauréat");
    desk.window.click("Appliquer");
    desk.wait_until_silent(ASKED);
    assert_eq!(desk.window.territory("Ain"), french("Ain : 91 %"));
    desk.window.hears("Ce qui est compté : admis au baccalauréat.");
    desk.window.hears("Part des collèges admis au baccalauréat, par département");
}

#[test]
fn exporting_leads_to_the_question() {
    let mut desk = Desk::open(EXAM, ASKED);
    let said = "Rien n’est exporté tant qu’une question est ouverte";
    for export in [(CTRL, Key::E), (CTRL, Key::S), (CTRL | Modifiers::SHIFT, Key::C)] {
        desk.window.click("Fiche");
        desk.window.press_with(export.0, export.1);
        desk.window.hears(said);
        assert!(desk.window.is_chosen("Import"), "the question stands there");
        desk.window.press(Key::Escape);
        assert!(!desk.window.says(said));
    }
    for entry in ["Enregistrer les valeurs de la carte…", "Enregistrer les lignes affichées…"]
    {
        desk.window.choose("Fichier", entry);
        desk.window.hears(said);
        desk.window.press(Key::Escape);
    }
    desk.window.click(SHOW_IT);
    desk.wait_until_silent(ASKED);
    desk.window.press_with(CTRL, Key::E);
    assert!(!desk.window.says(said));
}

#[test]
fn dates_that_cannot_be_read_are_asked_for_and_typed() {
    let text = "code;taux équipés;date\n38;50;bientôt\n73;10;plus tard\n2A;20;jamais\n";
    let mut desk = Desk::open(text, "de quand est ce fichier ?");
    // The card stands on the map and in the panel.
    let fields =
        desk.window.harness.query_all_by_role_and_label(Role::TextInput, "Date du fichier");
    let field = fields.last().expect("a field for the date");
    field.focus();
    field.type_text("15/10/2010");
    desk.window.harness.run();
    desk.window.click("Dater du 15 octobre 2010");
    desk.wait_until_silent("de quand est ce fichier ?");
    assert_eq!(desk.window.document().date, Some(date(2010, 10, 15)));
    assert_eq!(desk.window.territory("Isère"), french("Isère : 50 %"));
}

#[test]
fn most_territories_that_contradict_themselves_are_asked_about() {
    let text = "code;taux équipés;type\n38;50;lycée\n73;10;lycée\n73;20;lycée\n2A;20;lycée\n\
                2A;30;lycée\n";
    let mut desk = Desk::open(text, "laquelle compte ?");
    assert!(desk.is_blank());
    desk.window.click("Garder la moyenne");
    desk.wait_until_silent("laquelle compte ?");
    assert_eq!(desk.window.territory("Savoie"), french("Savoie : 15 %"));
}

#[test]
fn a_date_from_a_title_is_supposed_until_it_is_confirmed() {
    let mut desk = Desk::open(TITLED, "La date est supposée être septembre 2023");
    assert_eq!(desk.window.document().date, Some(date(2023, 9, 30)));
    desk.window.hears("Réparé (1)");
    desk.window.hears("texte au-dessus de l’en-tête");
    assert!(!desk.has_button("Fermer l’avis"), "nothing pushes the map down");
    desk.window.click("Replier le volet");
    desk.window.click("1 supposition");
    assert!(desk.window.is_chosen("Import"), "the chip opens the report");
    desk.click_beginning("Confirmer : date supposée");
    desk.wait_for("Suppositions confirmées");
    desk.window.hears("La date est septembre 2023 : confirmé.");
    assert!(!desk.has_button("1 supposition") && !desk.window.says("supposée"));
    desk.click_beginning("Revenir dessus : La date est septembre 2023");
    desk.wait_for("1 supposition");
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for("Suppositions confirmées");
    let timeline = desk.window.harness.query_by_role(Role::Slider);
    assert!(timeline.is_none(), "one date leaves nothing to play");
}

#[test]
fn a_card_that_is_answered_stays_in_its_place_until_one_leaves_the_tab() {
    let mut desk = Desk::open("code;taux\n38;10\n73;20\n2A;30\n", "3 suppositions");
    let names = || {
        let suppositions = desk.window.harness.state().session().suppositions();
        suppositions.map(|(_, one)| format!("Confirmer\u{202f}: {}", one.short())).collect()
    };
    let names: Vec<String> = names();
    let (first, last) = (names[0].clone(), names[2].clone());
    let map = desk.window.map();
    let before = desk.window.button(&last).rect();
    desk.window.button(&first).click_accesskit();
    desk.wait_for("2 suppositions");
    assert_eq!(desk.window.button(&last).rect(), before, "nothing moves under the pointer");
    assert_eq!(desk.window.map(), map, "the bar neither");
    assert!(!desk.window.says("Confirmé ("), "the card says it");
    desk.window.click("Fiche");
    desk.window.click("Import");
    desk.window.hears("Confirmé (1)");
    desk.window.hears("Suppositions (2)");
    let after = desk.window.button(&last).rect();
    assert!(after.top() < before.top(), "its place is taken again");
}

#[test]
fn rows_wait_while_a_question_is_open() {
    let mut desk = Desk::open(EXAM, ASKED);
    desk.window.hears("4 lignes : 4 en attente d’une réponse.");
    desk.window.click(SHOW_IT);
    desk.wait_for("4 lignes : 4 sur la carte.");
    desk.window.hears("Décidé");
    desk.click_beginning("Revenir dessus : Colonne montrée");
    desk.wait_for("4 lignes : 4 en attente d’une réponse.");
}

#[test]
fn a_supposed_date_is_changed_or_dropped() {
    let mut desk = Desk::open(TITLED, "La date est supposée être septembre 2023");
    desk.type_into("Autre date", "octobre 2011");
    desk.window.click("Dater du 31 octobre 2011");
    desk.wait_for("Date : 31 octobre 2011.");
    desk.window.hears("Suppositions tranchées");
    assert!(!desk.window.says("confirmé"), "it is another date");
    assert_eq!(desk.window.document().date, Some(date(2011, 10, 31)));
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for("La date est supposée être septembre 2023");
    assert_eq!(desk.window.document().date, Some(date(2023, 9, 30)));
    desk.window.click("Sans date");
    desk.wait_for("Date : aucune.");
    assert_eq!(desk.window.document().date, None);
    assert!(!desk.window.says("Lire la chronologie"));
}

#[test]
fn all_suppositions_are_confirmed_at_once() {
    let mut desk = Desk::open("code;taux\n38;10\n73;20\n2A;30\n", "3 suppositions");
    desk.window.click("Tout confirmer");
    desk.wait_for("Suppositions confirmées");
    assert!(!desk.window.says("Suppositions ("));
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for("3 suppositions");
}

#[test]
fn the_other_type_and_the_other_level_are_one_click_away() {
    let text = "code;taux équipés;date\n01;50;2011\n02;10;2011\n03;20;2011\n";
    let mut desk = Desk::open(text, "2 suppositions");
    assert_eq!(desk.window.territory("Ain"), french("Ain : 50 %"));
    desk.window.click("Ce sont des régions");
    desk.wait_for("Guadeloupe : 50 %");
    desk.window.hears("Échelon : régions.");
    desk.window.click("Ce sont des collèges");
    desk.wait_for("Type : collèges.");
    assert!(!desk.window.says("supposition"));
}

#[test]
fn what_has_but_one_other_reading_is_refused_and_taken_back() {
    for (text, supposed, refused) in [
        (
            "dept;date;taux équipés\n01;2010-11;10\n38;2010-11;20\n73;2010-11;30\n",
            "est supposé être un mois",
            "Ce sont des années scolaires",
        ),
        (
            "uai;nom;ENT;date\n0010001A;Un;x;2011\n0380033E;Deux;;2011\n0730001B;Trois;x;2011\n",
            "est supposée dire non",
            "Une cellule vide ne dit rien",
        ),
        (
            "dept;nom;sec;taux équipés;type;date\nAin;;a;10;lycée;2011\n;;b;20;collège;2011\n\
             Isère;;a;10;lycée;2011\n;;b;20;collège;2011\n",
            "sont supposées",
            "Un libellé ne vaut que pour sa ligne",
        ),
    ] {
        let mut desk = Desk::open(text, supposed);
        desk.window.click(refused);
        desk.wait_for(&format!("{refused}."));
        assert!(!desk.window.says(supposed), "{refused}");
        desk.click_beginning(&format!("Revenir dessus : {refused}"));
        desk.wait_for(supposed);
    }
}

#[test]
fn another_column_is_chosen_from_the_bar() {
    let mut desk = Desk::open(TWO, "3 lignes : 3 sur la carte");
    assert_eq!(desk.window.territory("Isère"), french("Isère : 10 %"));
    desk.choose("Ce que montre la carte", "taux GAR");
    desk.wait_for("Isère : 60 %");
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for("Isère : 10 %");
    desk.window.press_with(CTRL, Key::Y);
    desk.wait_for("Isère : 60 %");
    desk.choose("Ce que montre la carte", "Colonne choisie d’elle-même");
    desk.wait_for("Isère : 10 %");
}

#[test]
fn one_column_alone_leaves_nothing_to_choose() {
    let mut desk = Desk::open(TITLED, "1 supposition");
    let list = "Ce que montre la carte";
    desk.window.harness.get_by_role_and_label(Role::ComboBox, list).click();
    desk.window.harness.run();
    let lines = desk.window.harness.query_all_by_role(Role::MenuItemRadio).count();
    assert_eq!(lines, 4, "share or stage, deployed or used");
}

#[test]
fn of_two_sectors_without_counts_one_is_shown_and_the_other_is_chosen() {
    let text = "code;Taux lycées publics 2011;Taux lycées privés 2011\n01;10;90\n38;20;80\n\
                2A;30;70\n";
    let mut desk = Desk::open(text, "Le secteur public est supposé");
    let sector = |desk: &Desk| desk.window.document().perimeter.sector;
    assert!(sector(&desk).is_some());
    assert_eq!(desk.window.territory("Ain"), french("Ain : 10 %"));
    desk.window.hears("Part des lycées publics équipés d’un ENT, par département");
    desk.choose("Ce que montre la carte", "Taux lycées privés 2011");
    desk.wait_for("Ain : 90 %");
    assert!(!desk.window.says("Le secteur public est supposé"));
    assert_eq!(sector(&desk), None, "the file has one sector now");
    desk.window.hears("Part des lycées privés équipés d’un ENT, par département");
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for("Le secteur public est supposé");
    assert!(sector(&desk).is_some());
    desk.window.pick("Données", "Faits documentés");
    assert_eq!(sector(&desk), None, "it goes with the file that asked for it");
}

#[test]
fn public_and_private_rows_add_up_and_are_counted_apart_by_the_switch() {
    let text = "code;secteur;équipés;total\n01;Public;40;50\n01;Privé;1;10\n\
                38;Public;70;90\n38;Privé;0;20\n2A;Public;4;4\n2A;Privé;1;1\n";
    let mut desk = Desk::open(text, "6 lignes : 6 sur la carte");
    assert!(desk.window.territory("Ain").starts_with(&french("Ain : 68,3 %")));
    desk.window.button("Privés").click_accesskit();
    desk.window.harness.run();
    assert!(desk.window.territory("Ain").starts_with(&french("Ain : 10 %")));
    assert!(!desk.window.says("Avec les lycées agricoles"), "nobody lists the schools");
}

#[test]
fn the_subject_is_typed_and_an_empty_one_is_the_ent() {
    let mut desk = Desk::open(TWO, "3 lignes : 3 sur la carte");
    desk.window.choose("Carte", "Sujet…");
    desk.window.hears("Sujet de la carte");
    desk.type_into(&french("Part des établissements :"), "raccordés à la fibre");
    desk.window.press(Key::Enter);
    desk.wait_for("Ce qui est compté : raccordés à la fibre.");
    desk.window.hears("Part des collèges raccordés à la fibre, par département");
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_until_silent("Ce qui est compté");
    desk.window.hears("Part des collèges équipés d’un ENT, par département");
    desk.window.choose("Carte", "Sujet…");
    desk.window.click("Appliquer");
    desk.wait_for(&format!("Ce qui est compté : {EQUIPPED_WITH_AN_ENT}."));
    desk.window.choose("Carte", "Sujet…");
    desk.window.click("Annuler");
    assert!(!desk.window.says("Sujet de la carte"));
}

#[test]
fn a_word_is_said_to_mean_yes_for_all_its_schools_with_one_click() {
    let mut desk = Desk::open(WORDS, "« En cours » (ligne 3) : 2 établissements");
    desk.window.hears("« Bof » (ligne 7) : 1 établissement, mot inconnu");
    desk.window.button("Import (1)");
    assert!(desk.window.is_chosen(&french("« En cours » : prévu ou en cours")));
    assert!(desk.window.is_chosen(&french("« Bof » : ni oui ni non")), "as long as nobody says");
    desk.window.click(&french("« En cours » : oui"));
    desk.wait_for("Isère : 66,7 %");
    assert!(desk.window.territory("Savoie").starts_with(&french("Savoie : 100 %")));
    desk.window.click(&french("« Bof » : non"));
    desk.wait_for("Haute-Savoie : 0 %");
    assert!(!desk.window.says("Laissé de côté"), "every word is told");
    desk.window.hears("« En cours » : oui.");
    desk.window.button("Import");
    desk.click_beginning("Revenir dessus : « Bof »");
    desk.wait_for("« Bof » (ligne 7) : 1 établissement, mot inconnu");
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for("Haute-Savoie : 0 %");
}

#[test]
fn what_was_decided_of_a_file_is_not_asked_twice() {
    let dates = "code;taux équipés;date\n38;50;bientôt\n73;10;plus tard\n2A;20;jamais\n";
    let other = dates.replace("50", "60");
    let files = [("a.csv", dates), ("copie.csv", dates), ("b.csv", other.as_str())];
    let mut desk = Desk::with(&files);
    desk.open_next();
    desk.wait_for("de quand est ce fichier ?");
    desk.window.click("Se passer de date");
    desk.wait_until_silent("de quand est ce fichier ?");
    desk.open_next();
    desk.wait_for("copie.csv");
    assert!(!desk.window.says("de quand est ce fichier ?"), "the same bytes");
    desk.window.hears("Date : aucune.");
    desk.open_next();
    desk.wait_for("de quand est ce fichier ?");
}

#[test]
fn a_decision_that_was_undone_is_forgotten() {
    let mut desk = Desk::with(&[("a.csv", EXAM), ("copie.csv", EXAM)]);
    desk.open_next();
    desk.wait_for(ASKED);
    desk.window.click(SHOW_IT);
    desk.wait_until_silent(ASKED);
    desk.window.press_with(CTRL, Key::Z);
    desk.wait_for(ASKED);
    desk.open_next();
    desk.wait_for("copie.csv");
    desk.wait_for(ASKED);
}

#[test]
fn level_and_date_are_set_in_the_preview() {
    let text = "code;taux équipés;date\n01;50;2011\n02;10;2011\n03;20;2011\n";
    let mut desk = Desk::open(text, "2 suppositions");
    desk.unfold_settings();
    desk.choose("Échelon", "Académies");
    desk.wait_for("Échelon : académies.");
    desk.choose("Échelon", "Automatique (d’après les codes)");
    desk.wait_for("Ain : 50 %");
    desk.choose("Date", "Aucune date");
    desk.wait_for("Date : aucune.");
    assert_eq!(desk.window.document().date, None);
}

#[test]
fn the_question_leads_to_the_file() {
    let mut desk = Desk::open(EXAM, ASKED);
    desk.window.click("Voir le fichier");
    desk.window.hears("Aperçu du fichier");
    desk.choose("Sens de la colonne « taux_de_reussite »", "Taux d’équipement");
    desk.wait_until_silent(ASKED);
    assert_eq!(desk.window.territory("Ain"), french("Ain : 91 %"));
}

#[test]
fn a_tab_stays_where_it_was_scrolled_when_something_in_it_is_confirmed() {
    let text = "Situation au 15 octobre 2024\ndepartement;taux\n01;40\n38;70\n69;100\n";
    let mut desk = Desk::of_size([1280.0, 620.0], &[("taux.csv", text)]);
    desk.open_next();
    desk.wait_for("3 suppositions");
    desk.window.harness.run();
    let names: Vec<String> = {
        let suppositions = desk.window.harness.state().session().suppositions();
        suppositions.map(|(_, one)| format!("Confirmer\u{202f}: {}", one.short())).collect()
    };
    let top = |desk: &Desk| desk.window.button("Tout confirmer").rect().top();
    let at_first = top(&desk);
    let over = desk.window.button(&names[0]).rect().center();
    desk.window.turn_wheel(over, -2.0);
    desk.window.settle();
    let before = desk.window.button(&names[2]).rect();
    assert!(top(&desk) < at_first - 20.0, "the tab is scrolled");
    desk.window.button(&names[0]).click_accesskit();
    desk.wait_for("2 suppositions");
    desk.window.settle();
    let after = desk.window.button(&names[2]).rect();
    assert_eq!(after, before);
}
