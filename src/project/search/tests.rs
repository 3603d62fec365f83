//! What is found, and in which order.

use super::*;
use crate::{
    coverage::{
        Dataset, Embedded,
        import::{ImportChoices, import},
    },
    table::read_csv,
    territory::{Code, Edition},
};

const SCHOOLS: &str = "\
numero_uai;appellation_officielle;nature_uai;secteur_public_prive_libe;libelle_commune;etat_etablissement_libe;ENT
0380027Y;Lycée polyvalent Champollion;306;Public;Grenoble;OUVERT;oui
0380028Z;Lycée Vaucanson;300;Public;Grenoble;OUVERT;non
0381234K;Collège Notre-Dame du Sacré-Cœur;340;Privé;Saint-Égrève;OUVERT;oui
0690023A;Collège Jules Ferry;340;Public;Lyon;OUVERT;oui
0750001A;;306;Public;Paris;OUVERT;oui
";

fn listed() -> Dataset {
    let (table, _) = read_csv(SCHOOLS.as_bytes()).unwrap();
    let choices = ImportChoices::default();
    import(&table, "a.csv", &choices).unwrap().dataset
}

fn found(query: &str) -> Vec<SearchResult> {
    SearchIndex::new(&listed()).find(query, Edition::Before2016, 12)
}

fn titles(query: &str) -> Vec<String> {
    found(query).into_iter().map(|one| one.title).collect()
}

fn first(query: &str) -> String {
    let first = found(query).into_iter().next();
    first.map(|one| format!("{} | {}", one.title, one.detail)).unwrap_or_default()
}

#[test]
fn a_territory_is_found_without_accents_case_or_hyphens() {
    for query in ["Isère", "isere", "ISERE", "  Ise\u{301}re ", "38", "038", "dept isere"] {
        assert_eq!(first(query), "Isère | Département 38, Rhône-Alpes", "{query}");
    }
    for query in ["cotes d armor", "Côtes-d’Armor", "armor", "cotes-darmor"] {
        assert_eq!(first(query), "Côtes-d’Armor | Département 22, Bretagne", "{query}");
    }
    assert_eq!(first("la reunion").split(" | ").next(), Some("La Réunion"));
    assert_eq!(first("France"), "France | Tout le pays");
}

#[test]
fn a_slip_is_forgiven_where_little_else_answers() {
    for query in ["Iseer", "isère", "isèe"] {
        assert_eq!(first(query).split(" | ").next(), Some("Isère"), "{query}");
    }
    assert_eq!(first("Finistèrre").split(" | ").next(), Some("Finistère"));
    assert_eq!(first("champolion").split(" | ").next(), Some("Champollion"));
    assert!(found("xyzxyz").is_empty());
    assert!(found("").is_empty());
    assert!(found(" -, ").is_empty());
}

#[test]
fn the_very_name_comes_before_its_beginning_and_that_before_a_word_within() {
    assert_eq!(titles("loire")[..3], ["Loire", "Loire-Atlantique", "Loiret"]);
    let haute = titles("loire").iter().position(|title| title == "Haute-Loire").unwrap();
    let pays = titles("loire").iter().position(|title| title == "Pays de la Loire").unwrap();
    assert!(haute > 2 && pays > 2);
}

#[test]
fn borders_of_the_edition_shown_stand_first_and_a_territory_that_stayed_is_shown_once() {
    let index = SearchIndex::new(&listed());
    let details = |query, edition| -> Vec<String> {
        index.find(query, edition, 12).into_iter().map(|one| one.detail).collect()
    };
    let before = details("rhone-alpes", Edition::Before2016);
    assert_eq!(before, ["Région 82, avant 2016", "Région 84, depuis 2016"]);
    let since = details("rhone-alpes", Edition::Since2016);
    // The very name still wins over a part of it.
    assert_eq!(since, ["Région 82, avant 2016", "Région 84, depuis 2016"]);
    let bretagne = details("bretagne", Edition::Since2016);
    assert_eq!(bretagne, ["Région 53, depuis 2016"]);
    assert_eq!(details("lorraine", Edition::Since2016), ["Région 41, avant 2016"]);
}

#[test]
fn the_codes_01_are_all_told_apart() {
    let details: Vec<String> = SearchIndex::new(&listed())
        .find("01", Edition::Since2016, 3)
        .into_iter()
        .map(|one| one.detail)
        .collect();
    // A code alone is a département's more often than not.
    let expected = [
        "Département 01, Auvergne-Rhône-Alpes",
        "Région 01, depuis 2016",
        "Académie 01, depuis 2016",
    ];
    assert_eq!(details, expected);
}

#[test]
fn a_school_is_found_by_name_commune_kind_or_number() {
    let champollion = "Champollion | Lycée polyvalent public, Grenoble (Isère)";
    for query in ["champollion", "lycée champollion", "lpo grenoble", "champ gren"] {
        assert_eq!(first(query), champollion, "{query}");
    }
    for query in ["0380027Y", "0380027y", "380027Y", "0380027"] {
        assert_eq!(first(query).split(" | ").next(), champollion.split(" | ").next(), "{query}");
    }
    assert_eq!(first("0380027"), format!("{champollion} · 0380027Y"));
    assert_eq!(titles("lycee grenoble").len(), 2);
    assert_eq!(titles("lycée de Grenoble").len(), 2);
    assert_eq!(titles("clg st egreve"), ["Notre-Dame du Sacré-Cœur"]);
    assert_eq!(titles("college prive isere"), ["Notre-Dame du Sacré-Cœur"]);
    assert_eq!(first("0750001A"), "0750001A | Lycée polyvalent public, Paris (Paris)");
}

#[test]
fn an_answer_says_what_it_is_and_where_it_goes() {
    let grenoble = found("grenoble");
    assert_eq!(grenoble[0].title, "Grenoble");
    assert_eq!(grenoble[0].detail, "Académie 08, avant 2016");
    let school = found("vaucanson").remove(0);
    let isere = TerritoryId::Departement(Code::new("38").unwrap());
    let uai = Uai::read("0380028Z").unwrap().0;
    assert_eq!(school.target, SearchTarget::School(uai, Some(isere)));
}

#[test]
fn what_was_asked_for_is_marked_letter_for_letter() {
    let marked = |query| {
        let one = found(query).remove(0);
        let title: Vec<String> =
            one.title_matches.iter().map(|part| one.title[part.clone()].to_owned()).collect();
        let detail: Vec<String> =
            one.detail_matches.iter().map(|part| one.detail[part.clone()].to_owned()).collect();
        (title, detail)
    };
    let texts = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(marked("sacre coe"), (texts(&["Sacré", "Cœ"]), texts(&[])));
    assert_eq!(marked("isèr"), (texts(&["Isèr"]), texts(&[])));
    assert_eq!(marked("champ grenoble"), (texts(&["Champ"]), texts(&["Grenoble"])));
    assert_eq!(marked("38"), (texts(&[]), texts(&["38"])));
    assert_eq!(marked("iseer"), (texts(&["Isère"]), texts(&[])));
}

#[test]
fn no_more_is_told_than_was_asked_for_and_no_text_is_too_strange() {
    let index = SearchIndex::new(&Embedded::Facts.dataset());
    assert_eq!(index.find("a", Edition::Before2016, 4).len(), 4);
    assert!(index.find("a", Edition::Before2016, 0).is_empty());
    let long = "mot ".repeat(10_000) + &"x".repeat(100_000);
    for text in [long.as_str(), "日本", "\u{301}", "ﬁ", "0", "İI", "ß"] {
        index.find(text, Edition::Before2016, 4);
    }
}
