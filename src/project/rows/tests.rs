//! Rows as a person sees them: what stands in them, their order, what a filter leaves.

use jiff::civil::date;

use super::*;
use crate::{
    coverage::{
        Dataset, Embedded, SchoolType,
        import::{Dating, ImportChoices, Imported, import},
    },
    project::{Document, Reading},
    table::{READ_ON, ReadOptions, read},
    territory::{Code, Edition, Level, Registry},
};

const LIST: &str = "UAI;Nom;Secteur;Commune;Code département;code_nature;Etat;ministere_tutelle;\
    latitude;longitude;ENT;Projet\n\
    0380033B;Lycée Champollion;Public;Grenoble;38;300;OUVERT;;45,18;5,73;oui;ENT 38\n\
    0380034C;Lycée Stendhal;Privé;Grenoble;38;302;OUVERT;;45,19;5,72;non;\n\
    0380035D;Lycée Élie Cartan;Public;La Tour-du-Pin;38;306;FERME;;45,5;5,4;non;\n\
    0380089M;Lycée du Bocage;Public;Saint-Ismier;38;307;OUVERT;AGRICULTURE;45,2;5,8;oui;Cybercollèges\n\
    0730003G;Lycée Vaugelas;Public;Chambéry;73;306;OUVERT;;;;;\n\
    2A00001X;pas un numéro;;;;;;;;;;\n\
    6200001G;Lycée Laetitia;Public;Ajaccio;2A;306;OUVERT;;41,9;8,7;oui;Leia\n\
    9830001X;Lycée La Pérouse;Public;Nouméa;988;300;OUVERT;;;;non;\n";

fn imported(text: &str) -> Imported {
    let reading = read(text.as_bytes(), "lycees.csv", &ReadOptions::default(), READ_ON).unwrap();
    let choices =
        ImportChoices { dating: Some(Dating::On(date(2024, 12, 31))), ..ImportChoices::default() };
    import(&reading.table, "lycees.csv", &choices).unwrap()
}

fn departement(code: &str) -> TerritoryId {
    TerritoryId::Departement(Code::new(code).unwrap())
}

fn schools(within: TerritoryId) -> Rows {
    let dataset = imported(LIST).dataset;
    Rows::schools(&dataset, None, within, Edition::Since2016, Some(date(2024, 12, 31)))
}

fn document(level: Level) -> Document {
    Document { school_type: SchoolType::College, level, ..Document::default() }
}

fn facts(within: TerritoryId) -> Rows {
    departements(Embedded::Facts, within)
}

fn departements(data: Embedded, within: TerritoryId) -> Rows {
    let dataset = data.dataset();
    let document = Document { data: data.into(), ..document(Level::Departement) };
    Rows::territories(&Reading::new(&document, &dataset), &dataset, within)
}

/// The names that a filter keeps, in the order of the table; with no part misunderstood.
fn kept(rows: &Rows, filter: &str) -> Vec<String> {
    let (filter, problems) = Filter::parse(filter, rows);
    assert_eq!(problems, [], "{filter:?}");
    names(rows, &rows.view(&filter, None))
}

fn names(rows: &Rows, view: &[usize]) -> Vec<String> {
    view.iter().map(|row| rows.text(*row, RowColumn::Name)).collect()
}

fn problems(rows: &Rows, filter: &str) -> Vec<String> {
    let (_, problems) = Filter::parse(filter, rows);
    problems.iter().map(|problem| problem.to_string().replace('\u{202f}', " ")).collect()
}

#[test]
fn a_row_of_a_territory_says_all_that_is_known_of_it() {
    let rows = facts(TerritoryId::France);
    assert_eq!(rows.len(), 101);
    let loire = rows.find(RowId::Territory(departement("42"))).unwrap();
    let told = |column| rows.text(loire, column);
    assert_eq!(told(RowColumn::Share), "75\u{202f}%");
    assert_eq!((told(RowColumn::Equipped), told(RowColumn::Total)), ("57".into(), "76".into()));
    assert_eq!(told(RowColumn::Stage), "généralisation");
    assert_eq!(told(RowColumn::Origin), "observé");
    let allier = rows.find(RowId::Territory(departement("03"))).unwrap();
    assert_eq!(rows.text(allier, RowColumn::Absence), "Aucune source");
    assert!(rows.value(allier, RowColumn::Rank).is_missing());
    assert!(!rows.columns().contains(&RowColumn::PublicTotal), "no list tells sectors");
}

#[test]
fn ranks_are_counted_by_hand_among_known_shares() {
    let rows = departements(Embedded::Example, TerritoryId::France);
    let mut shares: Vec<(f64, usize)> = vec![];
    for row in 0..rows.len() {
        if let Value::Share(share) = rows.value(row, RowColumn::Share) {
            shares.push((share.percent, row));
        }
    }
    assert!(shares.len() > 10);
    for (percent, row) in &shares {
        let before = shares.iter().filter(|(other, _)| other > percent).count() as u32;
        let expected = Value::Rank { place: before + 1, of: shares.len() as u32, feminine: false };
        assert_eq!(rows.value(*row, RowColumn::Rank), expected);
    }
}

#[test]
fn only_the_territories_of_the_place_have_rows() {
    let rhone_alpes = TerritoryId::Region(Edition::Before2016, Code::new("82").unwrap());
    let mut rows = names(&facts(rhone_alpes), &[0, 1, 2, 3, 4, 5, 6, 7]);
    rows.sort();
    let all = ["Ain", "Ardèche", "Drôme", "Haute-Savoie", "Isère", "Loire", "Rhône", "Savoie"];
    assert_eq!(rows, all);
    assert_eq!(facts(rhone_alpes).len(), 8);
}

#[test]
fn a_row_of_a_school_says_where_it_stands_and_whether_it_is_counted() {
    let rows = schools(TerritoryId::France);
    let told = |name: &str, column| {
        let row = (0..rows.len()).find(|row| rows.text(*row, RowColumn::Name) == name).unwrap();
        rows.text(row, column)
    };
    assert_eq!(told("Champollion", RowColumn::Counted), "compté");
    assert_eq!(told("Élie Cartan", RowColumn::Counted), "fermé");
    assert_eq!(told("Lycée du Bocage", RowColumn::Counted), "hors périmètre (agricole)");
    assert_eq!(told("La Pérouse", RowColumn::Counted), "hors de la carte");
    assert_eq!(told("Champollion", RowColumn::Departement), "Isère");
    assert_eq!(told("Champollion", RowColumn::Academie), "Grenoble");
    assert_eq!(told("Champollion", RowColumn::Region), "Auvergne-Rhône-Alpes");
    assert_eq!(told("Vaugelas", RowColumn::Has), "", "an empty cell is no « non »");
    assert_eq!(told("Vaugelas", RowColumn::Position), "non");
    assert_eq!(told("Laetitia", RowColumn::Line), "8");
}

#[test]
fn schools_that_no_map_shows_are_in_the_rows_of_france_and_in_the_notices() {
    let rows = schools(TerritoryId::France);
    assert_eq!(rows.len(), 7);
    let notices: Vec<String> =
        rows.notices().iter().map(|notice| notice.replace('\u{202f}', " ")).collect();
    assert!(notices[0].starts_with("1 établissement n’est dans aucun département"), "{notices:?}");
    assert!(notices[1].starts_with("1 établissement n’a pas de coordonnées"), "{notices:?}");
    assert_eq!(schools(departement("38")).len(), 4);
    assert!(schools(departement("38")).notices().is_empty());
}

#[test]
fn plain_words_are_the_beginnings_of_words_without_accents_or_case() {
    let rows = schools(TerritoryId::France);
    assert_eq!(kept(&rows, "CHAMP"), ["Champollion"]);
    assert_eq!(kept(&rows, "elie"), ["Élie Cartan"]);
    assert_eq!(kept(&rows, "tour du pin"), ["Élie Cartan"]);
    assert_eq!(kept(&rows, "saint-ismier"), ["Lycée du Bocage"]);
    assert_eq!(kept(&rows, "\"lycée général et\""), ["Champollion", "La Pérouse"]);
    assert_eq!(kept(&rows, "« lycée gén »"), [""; 0], "quoted words are whole");
    assert_eq!(kept(&rows, "pollion"), [""; 0]);
    assert_eq!(kept(&rows, "0380033b"), ["Champollion"]);
}

#[test]
fn terms_are_joined_excluded_and_offered_as_alternatives() {
    let rows = schools(TerritoryId::France);
    assert_eq!(kept(&rows, "grenoble public et équipé"), ["Champollion", "Lycée du Bocage"]);
    assert_eq!(kept(&rows, "commune:grenoble"), ["Champollion", "Stendhal"]);
    assert_eq!(kept(&rows, "équipé sauf grenoble"), ["Laetitia"]);
    assert_eq!(kept(&rows, "équipé -leia -champollion"), ["Lycée du Bocage"]);
    assert_eq!(kept(&rows, "leia ou privé"), ["Stendhal", "Laetitia"]);
    assert_eq!(kept(&rows, "non public"), ["Stendhal"]);
    assert_eq!(kept(&rows, "département: 2A"), ["Laetitia"]);
    assert_eq!(kept(&rows, "département = isere privé"), ["Stendhal"]);
    assert_eq!(kept(&rows, "sans coordonnées"), ["Vaugelas", "La Pérouse"]);
    assert_eq!(kept(&rows, "fermé"), ["Élie Cartan"]);
    assert_eq!(kept(&rows, "").len(), 7);
}

#[test]
fn what_is_not_known_is_neither_equipped_nor_not() {
    let rows = schools(TerritoryId::France);
    let bare = ["Stendhal", "Élie Cartan", "La Pérouse"];
    assert_eq!(kept(&rows, "non équipé"), bare);
    assert_eq!(kept(&rows, "équipé: non"), bare);
    assert_eq!(kept(&rows, "sans donnée"), ["Vaugelas"]);
    assert_eq!(kept(&rows, "équipé: inconnu"), ["Vaugelas"]);
    assert_eq!(kept(&rows, "équipé").len() + bare.len() + 1, rows.len());
}

#[test]
fn shares_are_compared_as_french_people_write_them() {
    let rows = facts(TerritoryId::France);
    let known: Vec<f64> =
        (0..rows.len()).filter_map(|row| rows.value(row, RowColumn::Share).number()).collect();
    let count = |test: &dyn Fn(f64) -> bool| known.iter().filter(|share| test(**share)).count();
    assert_eq!(kept(&rows, "taux<50").len(), count(&|share| share < 50.0));
    assert_eq!(kept(&rows, "taux ≥ 75,5\u{202f}%").len(), count(&|share| share >= 75.5));
    assert_eq!(kept(&rows, "Taux = 100 %").len(), count(&|share| share == 100.0));
    assert_eq!(kept(&rows, "sans donnée").len(), 101 - known.len());
    assert_eq!(kept(&rows, "avec taux").len(), known.len());
    assert_eq!(kept(&rows, "taux >= 0 total > 1 000").len(), 0);
    assert_eq!(kept(&rows, "taux: 75"), ["Loire"]);
}

#[test]
fn what_is_not_understood_is_told_with_what_is_possible() {
    let rows = facts(TerritoryId::France);
    let told = |filter: &str| problems(&rows, filter).join(" | ");
    let unknown = told("tau < 50");
    assert!(
        unknown.starts_with(
            "« tau » n’est pas une colonne de ce tableau : vouliez-vous dire « taux » ?"
        ),
        "{unknown}"
    );
    assert!(unknown.contains("« stade »"), "{unknown}");
    assert!(told("taux < beaucoup").contains("un nombre est attendu, par exemple « taux < 50 »"));
    assert!(told("taux <").starts_with("« taux < » n’est pas fini"));
    assert!(told("< 50").starts_with("« < 50 » ne dit pas quelle colonne"));
    assert!(told("projet < ENT").contains("contient des mots"));
    assert!(told("sans soucis").contains("après « sans »"));
    assert!(told("privé").contains("se dit d’un établissement"));
    assert!(told("\"loire").contains("guillemet"));
    assert!(told("sauf").contains("seul"));
    // The other parts still filter, and a part left out hides nothing.
    let (filter, _) = Filter::parse("tau < 50 loire", &rows);
    assert_eq!(names(&rows, &rows.view(&filter, None)).len(), kept(&rows, "loire").len());
    let (filter, _) = Filter::parse("tau < 50", &rows);
    assert_eq!(rows.view(&filter, None).len(), 101);
}

#[test]
fn rows_are_sorted_as_a_french_list_is_and_what_is_missing_comes_last() {
    let rows = facts(TerritoryId::France);
    let view = |sort| rows.view(&Filter::default(), Some(sort));
    let by_name = names(&rows, &view(Sort::ascending(RowColumn::Name)));
    let places: Vec<usize> = ["Essonne", "Eure", "Finistère"]
        .iter()
        .map(|name| by_name.iter().position(|known| known == name).unwrap())
        .collect();
    assert!(places.is_sorted(), "{by_name:?}");
    let codes: Vec<String> = view(Sort::ascending(RowColumn::Code))
        .iter()
        .map(|row| rows.text(*row, RowColumn::Code))
        .collect();
    assert_eq!(codes[18..22], ["19", "2A", "2B", "21"]);
    assert_eq!(codes[100], "976");
    for sort in [Sort::ascending(RowColumn::Share), Sort::descending(RowColumn::Share)] {
        let values: Vec<Option<f64>> =
            view(sort).iter().map(|row| rows.value(*row, RowColumn::Share).number()).collect();
        let known = values.iter().take_while(|value| value.is_some()).count();
        assert!(values[known..].iter().all(Option::is_none), "missing last");
        assert!(values[..known].is_sorted_by(|a, b| if sort.descending { a >= b } else { a <= b }));
    }
}

#[test]
fn accents_do_not_move_a_name_and_equal_values_keep_their_order() {
    let rows = schools(TerritoryId::France);
    let view = |sort| names(&rows, &rows.view(&Filter::default(), Some(sort)));
    let by_name = view(Sort::ascending(RowColumn::Name));
    let expected = [
        "Champollion",
        "Élie Cartan",
        "La Pérouse",
        "Laetitia",
        "Lycée du Bocage",
        "Stendhal",
        "Vaugelas",
    ];
    assert_eq!(by_name, expected);
    let by_sector = view(Sort::ascending(RowColumn::Sector));
    assert_eq!(by_sector[0], "Stendhal");
    let by_sector = view(Sort::descending(RowColumn::Sector));
    assert_eq!(by_sector[..2], ["Champollion", "Élie Cartan"], "ties stay in order");
    assert_eq!(Sort::next(None, RowColumn::Name), Sort::ascending(RowColumn::Name));
    let turned = Sort::next(Some(Sort::ascending(RowColumn::Name)), RowColumn::Name);
    assert_eq!(turned, Sort::descending(RowColumn::Name));
}

#[test]
fn public_and_private_stand_apart_and_add_up() {
    let dataset = imported(LIST).dataset;
    let document = Document {
        level: Level::Departement,
        edition: Edition::Since2016,
        date: Some(date(2024, 12, 31)),
        ..Document::default()
    };
    let rows = Rows::territories(&Reading::new(&document, &dataset), &dataset, TerritoryId::France);
    let isere = rows.find(RowId::Territory(departement("38"))).unwrap();
    let counts = |row, columns: [RowColumn; 2]| columns.map(|column| rows.text(row, column));
    use RowColumn::*;
    assert_eq!(counts(isere, [Equipped, Total]), ["1", "2"]);
    assert_eq!(counts(isere, [PublicEquipped, PublicTotal]), ["1", "1"]);
    assert_eq!(counts(isere, [PrivateEquipped, PrivateTotal]), ["0", "1"]);
    let savoie = rows.find(RowId::Territory(departement("73"))).unwrap();
    assert!(rows.value(savoie, PublicEquipped).is_missing(), "unknown is not zero");
}

#[test]
fn a_school_is_equipped_at_the_date_or_not_yet() {
    let text = "UAI;Nature;Département;ENT;Date\n0380033B;300;38;oui;2012-09-01\n\
        0380034C;300;38;oui;2009-09-01\n0380035D;300;38;non;\n";
    let dataset: Dataset = imported(text).dataset;
    let at = |year| {
        let (all, edition) = (TerritoryId::France, Edition::Since2016);
        let rows = Rows::schools(&dataset, None, all, edition, Some(date(year, 1, 1)));
        [0, 1, 2].map(|row| rows.text(row, RowColumn::Has))
    };
    assert_eq!(at(2008), ["", "", ""], "nothing is known so early");
    assert_eq!(at(2011), ["non", "oui", "non"]);
    assert_eq!(at(2013), ["oui", "oui", "non"]);
}

#[test]
fn a_view_is_saved_with_its_columns_and_its_order() {
    let rows = schools(TerritoryId::France);
    let (filter, _) = Filter::parse("commune: grenoble sauf agricole sauf fermé", &rows);
    let view = rows.view(&filter, Some(Sort::descending(RowColumn::Name)));
    let columns = [RowColumn::Uai, RowColumn::Name, RowColumn::Has, RowColumn::Line];
    let text = "UAI\tNom\tÉquipé\tLigne\n0380034C\tLycée Stendhal\tnon\t3\n\
        0380033B\tLycée Champollion\toui\t2\n";
    assert_eq!(rows.tabbed(&view, &columns), text);
    let sheet = rows.sheet(&view, &columns);
    assert_eq!(sheet.title, "Établissements, France");
    assert_eq!(sheet.rows.len(), 2);
}

#[test]
fn every_territory_of_the_registry_has_its_row_at_every_level() {
    let dataset = Embedded::Facts.dataset();
    for level in Level::MAPPED {
        let reading = Reading::new(&document(level), &dataset);
        let rows = Rows::territories(&reading, &dataset, TerritoryId::France);
        let all = Registry::official().territories(level, Edition::Before2016);
        assert_eq!(rows.len(), all.len());
    }
}
