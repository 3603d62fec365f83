//! The joined table: one row for each territory of the map, with all that its value rests on.

mod line;

use self::line::{Line, is_sum, known};
use super::{Reading, template::signs};
use crate::{
    cartography::Representation,
    coverage::{Counted, Dataset, Query, TerritoryState, states},
    french::NARROW_SPACE,
    table::{Cell, Column, ColumnKind, Sheet},
    territory::{Level, Registry},
};

/// The table of what a map shows. Opened again, it gives the same map: its columns have names that
/// are recognised, and a gap has the sign of its reason in place of a share.
pub fn joined_table(reading: &Reading, dataset: &Dataset) -> Sheet {
    let document = &reading.document;
    let parts = parts(reading, dataset);
    let subject = saved_subject(reading);
    let row = |state| {
        let cells = Line::new(state, document, dataset, &parts).cells(&reading.provenance);
        cells.into_iter().chain(subject.map(Cell::text)).collect()
    };
    let page = reading.text(dataset);
    let mut notes = page.paragraphs();
    if page.fictitious {
        notes.insert(0, "DONNÉES FICTIVES".to_owned());
    }
    if document.data.embedded().is_some() {
        notes.push(
            "Nombre d’établissements par département\u{202f}: ministère chargé de l’Éducation \
             nationale, Licence Ouverte 2.0."
                .to_owned(),
        );
    }
    notes.push(what_the_columns_hold(document.representation));
    notes.push(signs());
    Sheet {
        title: page.title,
        columns: columns(reading),
        fixed_columns: 2,
        rows: reading.inside.iter().map(row).collect(),
        notes,
    }
}

fn what_the_columns_hold(representation: Representation) -> String {
    let shown = match representation {
        Representation::Share => "de la part",
        Representation::Stage => "du stade",
    };
    format!(
        "« Date », « Période », « Preuve » et « Statut » sont ceux {shown}{NARROW_SPACE}; sans \
         valeur, la date est celle de la demande. « Composantes » compte les départements d’une \
         somme, et « Lignes » renvoie à celles du fichier de données."
    )
}

fn columns(reading: &Reading) -> Vec<Column> {
    use ColumnKind::{Code, Date, Number, Percent, Text};
    let (code, name) = match reading.level() {
        Level::France => ("Code", "Nom"),
        Level::Region => ("Code région", "Nom de la région"),
        Level::Academie => ("Code académie", "Nom de l’académie"),
        Level::Departement => ("Code département", "Nom du département"),
    };
    let [share, counted, total] = reading.name.subject.columns();
    let mut columns = vec![
        (code, Code, 12),
        (name, Text, 28),
        ("Échelon", Text, 13),
        ("Découpage", Text, 13),
        ("Type", Text, 9),
        ("Mesure", Text, 9),
        (&share, Percent, 13),
        (&counted, Number, 12),
        (&total, Number, 12),
        ("Date", Date, 12),
        ("Période", Text, 17),
        ("Preuve", Text, 16),
        ("Périmètre", Text, 24),
        ("Statut", Text, 9),
        ("Stade", Text, 17),
        ("Projet", Text, 22),
        ("Origine", Text, 16),
        ("Composantes connues", Number, 14),
        ("Composantes", Number, 14),
        ("Absence", Text, 17),
        ("Note", Text, 36),
        ("Source", Text, 50),
        ("Suppositions", Text, 36),
        ("Lignes", Text, 12),
        ("Date demandée", Date, 12),
    ];
    if saved_subject(reading).is_some() {
        columns.push(("Sujet de la carte", Text, 30));
    }
    columns.into_iter().map(|(name, kind, width)| Column::new(name, kind, width)).collect()
}

/// What is counted, where the names of columns alone would not tell when they are opened again.
fn saved_subject(reading: &Reading) -> Option<&str> {
    match &reading.name.subject.counted {
        Counted::Ent => None,
        Counted::Other(words) => Some(words),
    }
}

/// The départements, where something shown may be a sum over them.
fn parts(reading: &Reading, dataset: &Dataset) -> Vec<TerritoryState> {
    let any = reading.inside.iter().filter_map(known).any(is_sum);
    let query = Query { level: Level::Departement, ..reading.query() };
    if any { states(dataset, Registry::official(), &query) } else { vec![] }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        coverage::{Embedded, Measure, SchoolType},
        project::Document,
    };

    fn cell(document: &Document, territory: &str, column: &str) -> Cell {
        let dataset = document.data.embedded().unwrap().dataset();
        let sheet = joined_table(&Reading::new(document, &dataset), &dataset);
        let rank = sheet.columns.iter().position(|c| c.name == column).unwrap();
        let row = sheet.rows.iter().find(|row| row[1] == Cell::text(territory)).unwrap();
        row[rank].clone()
    }

    #[test]
    fn the_columns_name_the_schools_and_what_is_counted() {
        let document = Document {
            school_type: SchoolType::College,
            level: Level::Academie,
            measure: Measure::Usage,
            ..Document::default()
        };
        let reading = Reading::new(&document, &Embedded::Facts.dataset());
        let names: Vec<String> = columns(&reading).into_iter().map(|c| c.name).collect();
        for name in ["Code académie", "Taux de collèges utilisateurs", "Collèges utilisateurs"] {
            assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
        }
    }

    #[test]
    fn a_plan_is_never_read_as_done_nor_hides_a_share() {
        let text = "niveau,code,nom,type,date,stade,taux,statut\n\
            departement,42,Loire,collège,2010,,75,réalisé\n\
            departement,42,Loire,collège,2011,généralisation,,prévu\n\
            departement,43,Haute-Loire,collège,2011,expérimentation,,prévu\n";
        let (dataset, _) = crate::coverage::dataset_of(text);
        let document = Document {
            school_type: SchoolType::College,
            level: Level::Departement,
            date: Some(date(2012, 12, 31)),
            ..Document::default()
        };
        let told = |document: &Document, name: &str| {
            let sheet = joined_table(&Reading::new(document, &dataset), &dataset);
            let rank = |name: &str| sheet.columns.iter().position(|c| c.name == name).unwrap();
            let row = sheet.rows.iter().find(|row| row[1] == Cell::text(name)).unwrap().clone();
            ["Stade", "Statut", "Note", "Lignes"].map(|column| row[rank(column)].clone())
        };
        let note = Cell::text("Stade annoncé\u{202f}: généralisation (31 décembre 2011).");
        let loire = [Cell::Empty, Cell::text("réalisé"), note, Cell::text("2, 3")];
        assert_eq!(told(&document, "Loire"), loire);
        let planned = ["expérimentation", "prévu", "", "4"].map(Cell::text);
        assert_eq!(told(&document, "Haute-Loire"), planned);
        let stages = Document { representation: Representation::Stage, ..document };
        let planned = ["généralisation", "prévu", "", "2, 3"].map(Cell::text);
        assert_eq!(told(&stages, "Loire"), planned);
    }

    #[test]
    fn a_year_stays_a_year_beside_its_last_day() {
        let document = Document {
            school_type: SchoolType::College,
            level: Level::Departement,
            date: Some(date(2012, 12, 31)),
            ..Document::default()
        };
        assert_eq!(cell(&document, "Aisne", "Date"), Cell::Date(date(2012, 12, 31)));
        assert_eq!(cell(&document, "Aisne", "Période"), Cell::text("2012"));
    }

    #[test]
    fn what_comes_from_the_same_ground_says_whose_it_is() {
        let document = Document { level: Level::Academie, ..Document::default() };
        assert_eq!(cell(&document, "Nancy-Metz", "Origine"), Cell::text("même périmètre"));
        let Cell::Text(note) = cell(&document, "Nancy-Metz", "Note") else { panic!("no note") };
        assert!(note.contains("région Lorraine"), "{note}");
    }
}
