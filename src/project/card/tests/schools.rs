//! Cards of data that list schools.

use super::*;
use crate::{
    coverage::{
        import::{Dating, ImportChoices, import},
        school::{NotCounted, Perimeter, Sector, Uai},
    },
    project::Standpoint,
    table::{READ_ON, ReadOptions, read},
};
use jiff::civil::{Date, date};

const LIST: &str = "UAI;Nom;Commune;Secteur;Code département;Nature;Etat;ministere_tutelle;ENT;\
    Projet;Date;Latitude;Longitude\n\
    0380033B;Lycée Champollion;Grenoble;Public;38;300;OUVERT;EDUCATION;oui;ENT 38;2010-09-30;45.18;5.72\n\
    0380034C;Lycée Stendhal;Grenoble;Privé;38;300;OUVERT;EDUCATION;oui;ENT 38;2011-09-30;0;0\n\
    0380035D;Lycée Ancien;Voiron;Public;38;320;FERME;EDUCATION;oui;ENT 38;2010-09-30;;\n\
    0380036E;Lycée Vaucanson;Grenoble;Public;38;320;OUVERT;EDUCATION;non;;;;\n\
    0380037F;Lycée des Champs;Tullins;Public;38;307;OUVERT;AGRICULTURE;non;;;;\n\
    0380038G;Lycée Berlioz;Vienne;Public;38;306;OUVERT;EDUCATION;oui;ENT 38;;;\n\
    0730003G;Lycée Vaugelas;Chambéry;Public;73;306;OUVERT;EDUCATION;oui;ENT 73;2012-09-30;;\n";
/// Nothing is known of Berlioz before the day of the list.
const BEFORE: Date = date(2011, 10, 31);
const LISTED: Date = date(2012, 12, 31);

fn data() -> Dataset {
    let reading = read(LIST.as_bytes(), "lycees.csv", &ReadOptions::default(), READ_ON).unwrap();
    let choices = ImportChoices { dating: Some(Dating::On(LISTED)), ..ImportChoices::default() };
    import(&reading.table, "lycees.csv", &choices).unwrap().dataset
}

fn lycees(date: Date) -> Document {
    Document { level: Level::Departement, date: Some(date), ..Document::default() }
}

fn isere(date: Date, data: &Dataset) -> Card {
    Card::new(&Reading::new(&lycees(date), data), data, departement("38")).unwrap()
}

fn told(lines: &[SchoolsLine]) -> Vec<(&str, u32, u32, u32)> {
    lines
        .iter()
        .map(|line| (line.label.as_str(), line.equipped, line.total, line.unknown))
        .collect()
}

fn uai(text: &str) -> Uai {
    Uai::read(text).unwrap().0
}

#[test]
fn public_and_private_stand_apart_and_add_up_to_the_figure_of_the_map() {
    let card = isere(LISTED, &data());
    assert_eq!(told(&card.sectors), [("Public", 2, 3, 0), ("Privé", 1, 1, 0)]);
    assert_eq!(card.sectors[0].text, "2 établissements sur 3");
    assert_eq!(card.comparison[0].details, "3 établissements sur 4");
    assert!(card.sectors.iter().all(|line| line.on_map));
}

#[test]
fn lycees_stand_by_kind_and_add_up_to_the_figure_of_the_map() {
    let card = isere(LISTED, &data());
    assert_eq!(
        told(&card.kinds),
        [
            ("Lycée général et technologique", 2, 2, 0),
            ("Lycée professionnel", 0, 1, 0),
            ("Lycée polyvalent", 1, 1, 0)
        ]
    );
}

#[test]
fn before_the_day_of_the_list_what_has_no_day_is_unknown_and_never_none() {
    let card = isere(BEFORE, &data());
    assert_eq!(told(&card.sectors), [("Public", 1, 3, 1), ("Privé", 1, 1, 0)]);
    assert_eq!(card.sectors[0].text, "au moins 1 établissement sur 3");
    assert_eq!(card.comparison[0].text, "au moins 50\u{202f}%");
    let earlier = isere(date(2009, 1, 1), &data());
    assert_eq!(told(&earlier.sectors), [("Public", 0, 3, 3), ("Privé", 0, 1, 1)]);
    assert_eq!(earlier.sectors[0].part, None);
    assert!(matches!(earlier.headline, Headline::Gap { .. }));
}

#[test]
fn a_sector_that_the_map_leaves_out_is_shown_and_marked() {
    let perimeter = Perimeter { sector: Some(Sector::Prive), agricultural: false };
    let card = isere(LISTED, &data().counting(perimeter, Registry::official()));
    let on_map: Vec<_> = card.sectors.iter().map(|line| (line.total, line.on_map)).collect();
    assert_eq!(on_map, [(3, false), (1, true)]);
    assert_eq!(told(&card.kinds), [("Lycée général et technologique", 1, 1, 0)]);
}

#[test]
fn a_departement_lists_its_schools_counted_and_equipped_first() {
    let card = isere(BEFORE, &data());
    let lines: Vec<_> =
        card.schools.iter().map(|s| (s.name.as_str(), s.status, s.not_counted)).collect();
    use SchoolStatus::{Bare, Equipped, Unknown};
    assert_eq!(
        lines,
        [
            ("Champollion, Grenoble", Equipped, None),
            ("Stendhal, Grenoble", Equipped, None),
            ("Vaucanson, Grenoble", Bare, None),
            ("Berlioz, Vienne", Unknown, None),
            ("Ancien, Voiron", Equipped, Some(NotCounted::Closed)),
            ("Lycée des Champs, Tullins", Bare, Some(NotCounted::Agricultural)),
        ]
    );
    let (colleges, data) = (colleges(), data());
    let none = Card::new(&Reading::new(&colleges, &data), &data, departement("38")).unwrap();
    assert!(none.schools.is_empty(), "lycées are no collèges");
}

#[test]
fn a_school_says_what_it_is_since_when_it_is_equipped_and_where_that_stands() {
    let (data, reading) = (data(), Reading::new(&lycees(BEFORE), &data()));
    let card = SchoolCard::new(&reading, &data, uai("0380033B")).unwrap();
    assert_eq!(card.kind, "Lycée général et technologique public");
    assert_eq!(card.headline, "Équipé depuis le 30 septembre 2010");
    for fact in [
        ("UAI", "0380033B"),
        ("Commune", "Grenoble"),
        ("Département", "Isère"),
        ("Région", "Rhône-Alpes"),
        ("Projet", "ENT 38"),
        ("Équipement d’après", "lycees.csv, ligne 2"),
    ] {
        assert!(card.facts.contains(&(fact.0, fact.1.to_owned())), "{fact:?}: {:?}", card.facts);
    }
    assert_eq!((card.position, card.not_counted), (Some([5.72, 45.18]), None));
    assert!(card.unknowns.is_empty(), "{:?}", card.unknowns);
}

#[test]
fn a_school_says_what_is_not_known_and_why_it_is_not_counted() {
    let (data, reading) = (data(), Reading::new(&lycees(BEFORE), &data()));
    let card = |number| SchoolCard::new(&reading, &data, uai(number)).unwrap();
    let berlioz = card("0380038G");
    assert_eq!(
        (berlioz.status, berlioz.headline.as_str()),
        (SchoolStatus::Unknown, "Équipement inconnu")
    );
    assert!(berlioz.unknowns[0].contains("31 octobre 2011"), "{:?}", berlioz.unknowns);
    assert_eq!(card("0380034C").position, None, "0° N 0° E is nowhere");
    let closed = card("0380035D").not_counted.unwrap();
    assert!(closed.sentence().contains("fermé"));
    let later = card("0730003G");
    assert_eq!(later.headline, "Non équipé", "only since 2012");
    assert_eq!(SchoolCard::new(&reading, &data, uai("0750001A")), None);
}

#[test]
fn an_open_school_comes_before_the_selection() {
    let data = data();
    let mut at = Standpoint { selection: vec![departement("38")], ..Standpoint::default() };
    at.place.school = Some(uai("0380033B"));
    let reading = Reading::new(&lycees(LISTED), &data);
    let open = |at: &Standpoint| OpenCard::new(at, &reading, &data).unwrap();
    assert!(matches!(open(&at), OpenCard::School(card) if card.name == "Lycée Champollion"));
    at.place.school = Some(uai("0750001A"));
    assert!(matches!(open(&at), OpenCard::Territory(card) if card.name == "Isère"));
}
