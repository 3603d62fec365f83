//! Tables that are saved and opened again: what the map showed is what it shows.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{collections::BTreeSet, path::Path, sync::Arc};

use atlas_ent::{
    cartography::{LegendLine, LineKind, Representation},
    coverage::{
        Dataset, Embedded, GapKind, Measure, MissingReason, SchoolType, TerritoryState,
        import::ImportChoices,
    },
    project::{
        Data, Document, FileBytes, Opened, OwnSet, Reading, Session, Template, joined_table,
        joined_table_bytes, open_own_file, template_bytes,
    },
    table::{Cell, READ_ON, ReadOptions, Sheet, SheetFormat, read, to_bytes},
    territory::{Edition, Level, TerritoryId},
};
use jiff::civil::{Date, date};

fn opened(bytes: Vec<u8>, name: &str) -> Opened {
    open_own_file(bytes, name).unwrap()
}

fn open_as(bytes: Vec<u8>, name: &str, choices: ImportChoices) -> Opened {
    let (name, bytes) = (name.to_owned(), Arc::new(bytes));
    let mut set = OwnSet::new();
    set.add_as(FileBytes { origin: name.clone(), name, bytes }, choices, READ_ON).unwrap();
    set.open(READ_ON).unwrap()
}

/// Every map that the embedded data can give.
fn documents(representation: Representation) -> Vec<Document> {
    let mut documents = Vec::new();
    for data in Embedded::ALL {
        for school_type in SchoolType::ALL {
            for level in Level::MAPPED {
                for edition in Edition::ALL {
                    for measure in Measure::ALL {
                        for date in [date(2011, 10, 31), date(2017, 12, 31)] {
                            documents.push(Document {
                                data: Data::from(data),
                                school_type,
                                level,
                                edition,
                                representation,
                                measure,
                                date: Some(date),
                                ..Document::default()
                            });
                        }
                    }
                }
            }
        }
    }
    documents
}

/// The map of `document`, from the table that it was saved to.
fn after_saving(document: &Document, format: SheetFormat) -> (Reading, Reading, Session) {
    let dataset = document.data.embedded().unwrap().dataset();
    let before = Reading::new(document, &dataset);
    let name = format!("{}.{}", before.name.file_name(), format.extension());
    let bytes = joined_table_bytes(&before, &dataset, Path::new(&name)).unwrap();
    let mut session = Session::new(Document::default());
    session.open_own(opened(bytes, &name));
    let shown = session.document();
    let case = format!("{name}, {:?}, {:?}", document.edition, document.measure);
    assert_eq!((shown.level, shown.school_type), (document.level, document.school_type), "{case}");
    if document.level != Level::Departement {
        assert_eq!(shown.edition, document.edition, "{case}");
    }
    let same = Document { data: shown.data.clone(), ..document.clone() };
    let after = Reading::new(&same, session.dataset());
    (before, after, session)
}

/// A share in hundredths, its counts and its day.
type Shown = (i64, Option<u32>, Option<u32>, Option<Date>);

/// What the colours of a map rest on.
fn share(state: &TerritoryState) -> Result<Shown, MissingReason> {
    match &state.share {
        Ok(share) => {
            // A table is written, as it is printed, to the hundredth.
            let hundredths = (share.percent * 100.0).round() as i64;
            Ok((hundredths, share.equipped, share.total, share.period_end))
        }
        Err(gap) => Err(gap.reason),
    }
}

#[test]
fn a_saved_table_gives_the_same_map_when_it_is_opened() {
    for document in documents(Representation::Share) {
        for format in SheetFormat::ALL {
            let (before, after, session) = after_saving(&document, format);
            let (_, report) = session.own_files().next().unwrap();
            assert!(report.is_complete(), "{document:?}: {:?}", report.unmatched);
            assert_eq!(report.on_map(), before.states.len(), "{document:?}");
            assert!(report.notices.is_empty(), "{document:?}: {:?}", report.notices);
            for (was, is) in before.states.iter().zip(&after.states) {
                let case = format!("{}, {document:?}", was.name);
                assert_eq!(was.id, is.id, "{case}");
                assert_eq!(share(was), share(is), "{case}");
                if let (Ok(was), Ok(is)) = (&was.share, &is.share) {
                    assert_eq!(was.evidence, is.evidence, "{case}");
                    let index = is.observation().unwrap();
                    let perimeter = &session.dataset().observations()[index].perimeter;
                    assert!(was.complete() || perimeter.contains(" sur "), "{case}: {perimeter}");
                }
            }
            assert_eq!(legend(&before), legend(&after), "{document:?}");
        }
    }
}

#[test]
fn a_saved_table_of_stages_gives_the_same_stages_when_it_is_opened() {
    for document in documents(Representation::Stage) {
        let (before, after, _) = after_saving(&document, SheetFormat::Xlsx);
        for (was, is) in before.states.iter().zip(&after.states) {
            let stage = |state: &TerritoryState| {
                let stage = state.stage.ok()?;
                Some((stage.stage, stage.planned, stage.evidence, stage.period_end))
            };
            assert_eq!(stage(was), stage(is), "{}, {document:?}", was.name);
        }
    }
}

/// The lines of a legend, and the territories of which nothing is told: the table is a person's own
/// file then, and its signs are quoted, whoever was silent before. That a sum is incomplete is said by
/// the perimeter of a figure that was read, not by its hatch.
fn legend(reading: &Reading) -> (Vec<LegendLine>, BTreeSet<TerritoryId>) {
    let legend = reading.symbology.legend.in_use();
    let lines = legend.groups.iter().flat_map(|group| &group.lines);
    let lines = lines.filter(|line| line.label != "dont total incomplet");
    let (silent, told): (Vec<_>, Vec<_>) = lines.cloned().partition(|line| {
        use GapKind::{NoSource, NoValueInFile, SourceWithoutFigure};
        matches!(line.kind, LineKind::Gap(NoSource | SourceWithoutFigure | NoValueInFile))
    });
    (told, silent.into_iter().flat_map(|line| line.territories).collect())
}

fn cell<'a>(sheet: &'a Sheet, row: &str, column: &str) -> &'a Cell {
    let rank = sheet.columns.iter().position(|c| c.name == column).unwrap();
    let named = |cells: &&Vec<Cell>| cells[1] == Cell::text(row);
    &sheet.rows.iter().find(named).unwrap()[rank]
}

#[test]
fn each_row_tells_what_its_value_rests_on() {
    let dataset = Embedded::Facts.dataset();
    let colleges = Document {
        school_type: SchoolType::College,
        level: Level::Departement,
        ..Document::default()
    };
    let sheet = joined_table(&Reading::new(&colleges, &dataset), &dataset);
    assert_eq!(sheet.rows.len(), 101);
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    let loire = |column| cell(&sheet, "Loire", column);
    assert_eq!(*loire("Taux de collèges équipés"), Cell::Percent(75.0));
    assert_eq!(*loire("Collèges équipés"), Cell::Integer(57));
    assert_eq!(*loire("Nombre de collèges"), Cell::Integer(76));
    assert_eq!(*loire("Origine"), Cell::text("observé"));
    assert_eq!(*loire("Date demandée"), Cell::Date(date(2011, 10, 31)));
    assert!(matches!(loire("Source"), Cell::Text(source) if source.starts_with("http")));
    // The line, counted in the file itself, header included.
    let Cell::Text(lines) = loire("Lignes") else { panic!("no line") };
    let csv: Vec<&str> = atlas_ent::coverage::FACTS_CSV.lines().collect();
    for line in lines.split(", ") {
        let line = csv[line.parse::<usize>().unwrap() - 1];
        assert!(line.contains(",Loire,"), "{line}");
    }
    let allier = |column| cell(&sheet, "Allier", column);
    assert_eq!(*allier("Taux de collèges équipés"), Cell::text("nd"));
    assert_eq!(*allier("Absence"), Cell::text("Aucune source"));
    assert_eq!(*allier("Nombre de collèges"), Cell::Empty);
}

#[test]
fn a_sum_tells_its_parts_and_all_of_their_lines() {
    let document = Document { data: Embedded::Example.into(), ..Document::default() };
    let dataset = Embedded::Example.dataset();
    let sheet = joined_table(&Reading::new(&document, &dataset), &dataset);
    let lorraine = |column| cell(&sheet, "Lorraine", column);
    assert_eq!(*lorraine("Origine"), Cell::text("somme"));
    assert_eq!(*lorraine("Composantes"), Cell::Integer(4));
    let Cell::Text(lines) = lorraine("Lignes") else { panic!("no line") };
    let csv: Vec<&str> = atlas_ent::coverage::EXAMPLE_CSV.lines().collect();
    let mut names: Vec<&str> = lines
        .split(", ")
        .map(|line| csv[line.parse::<usize>().unwrap() - 1].split(',').nth(2).unwrap())
        .collect();
    names.sort_unstable();
    // Its stage stands on a line of its own.
    assert_eq!(names, ["Lorraine", "Meurthe-et-Moselle", "Meuse", "Moselle", "Vosges"]);
    assert_eq!(sheet.notes[0], "DONNÉES FICTIVES");
}

/// A template by territory with a share, a type and a date in each row.
fn filled_by_territory() -> Sheet {
    let mut sheet = Template::ByTerritory.sheet();
    let rank = |name: &str| sheet.columns.iter().position(|c| c.name == name).unwrap();
    let (share, school_type, day) = (rank("Taux"), rank("Type"), rank("Date"));
    let width = sheet.columns.len();
    for (index, row) in sheet.rows.iter_mut().enumerate() {
        row.resize(width, Cell::Empty);
        row[share] = Cell::Percent(index as f64 / 4.0);
        row[school_type] = Cell::text("lycée");
        row[day] = Cell::Date(date(2024, 9, 30));
    }
    sheet
}

#[test]
fn a_filled_template_by_territory_is_understood_without_a_question() {
    for format in SheetFormat::ALL {
        let bytes = to_bytes(&filled_by_territory(), format).unwrap();
        let file = opened(bytes, &format!("modele-par-territoire.{}", format.extension()));
        let [report] = file.imported.reports.as_slice() else { panic!("one file") };
        assert_eq!((report.on_map(), report.territories), (101, 101));
        assert!(report.is_complete() && report.doubts.is_empty(), "{:?}", report.doubts);
        assert!(report.notices.is_empty(), "{:?}", report.notices);
        let understood = report.columns.iter().filter(|(_, c)| c.meaning.is_some()).count();
        assert_eq!(understood, Template::ByTerritory.sheet().columns.len(), "{:?}", report.columns);
        let observations = &file.imported.dataset.observations();
        assert_eq!(observations[100].share, Some(25.0));
        assert_eq!(observations[3].end().unwrap(), date(2024, 9, 30));
    }
}

#[test]
fn a_filled_template_by_school_is_understood_without_a_question() {
    let mut sheet = Template::BySchool.sheet();
    let since = Cell::Date(date(2021, 9, 1));
    for (uai, departement, school_type, sector, equipped, since) in [
        ("0380033E", "38", "lycée", "public", "oui", Cell::Empty),
        ("0010001W", "01", "lycée", "public", "non", Cell::Empty),
        ("0383263R", "38", "collège", "public", "oui", since),
        ("0383264S", "38", "collège", "privé", "non", Cell::Empty),
    ] {
        let mut row = [uai, "Un nom", departement, school_type, sector, equipped, "Escale"]
            .map(Cell::text)
            .to_vec();
        row.push(since);
        sheet.rows.push(row);
    }
    for format in SheetFormat::ALL {
        let bytes = to_bytes(&sheet, format).unwrap();
        let file = opened(bytes, &format!("etablissements-2024.{}", format.extension()));
        let [report] = file.imported.reports.as_slice() else { panic!("one file") };
        assert_eq!(report.on_map(), 4, "{:?}", report.unmatched);
        assert_eq!(report.doubts, [], "a template has no columns of coordinates");
        assert!(report.columns.iter().all(|(_, c)| c.meaning.is_some()), "{:?}", report.columns);
        let counted = |school_type, code: &str, day| {
            let observations = file.imported.dataset.observations().iter();
            let found = observations.filter(|o| o.school_types.contains(school_type)).find(|o| {
                o.territory.code().is_some_and(|c| c.as_str() == code) && o.end() == Some(day)
            });
            found.map(|o| (o.equipped, o.total))
        };
        let (end, before) = (date(2024, 12, 31), date(2021, 9, 1));
        assert_eq!(counted(SchoolType::Lycee, "38", end), Some((Some(1), Some(1))));
        assert_eq!(counted(SchoolType::Lycee, "01", end), Some((Some(0), Some(1))));
        assert_eq!(counted(SchoolType::College, "38", end), Some((Some(1), Some(2))));
        assert_eq!(counted(SchoolType::College, "38", before), Some((Some(1), Some(2))));
    }
}

#[test]
fn an_empty_template_holds_no_row_of_examples() {
    for format in SheetFormat::ALL {
        let path = format!("modele.{}", format.extension());
        let bytes = template_bytes(Template::BySchool, Path::new(&path)).unwrap();
        let error = read(&bytes, &path, &ReadOptions::default(), READ_ON).unwrap_err();
        assert!(matches!(error, atlas_ent::table::TableError::NoRows { line: 1 }), "{error}");
    }
}

#[test]
fn thousands_of_schools_are_written_and_read_back_cell_by_cell() {
    let mut sheet = Template::BySchool.sheet();
    for rank in 0..13_358 {
        let name = format!("=Lycée « n° {rank} »; annexe");
        let row = [&format!("038{rank:04}A"), &name, "38", "lycée", "public", "oui"];
        sheet.rows.push(row.map(Cell::text).into());
    }
    for format in SheetFormat::ALL {
        let bytes = to_bytes(&sheet, format).unwrap();
        let reading = read(&bytes, "a", &ReadOptions::default(), READ_ON).unwrap();
        assert_eq!(reading.table.len(), 13_358, "{format:?}");
        for (row, cells) in reading.table.rows().zip(&sheet.rows) {
            for (column, cell) in cells.iter().enumerate() {
                assert_eq!(*cell, Cell::text(row.cell(column)), "{format:?}");
            }
        }
    }
}

/// A table of collèges, with columns that say nothing of an ENT.
const OF_OTHER_THINGS: &str = "code;GAR;taux de réussite au DNB;Wi-Fi (« haut débit »);date\n\
    01;12,5;80,21;39,96;2011\n38;40;nd;100;2011-10\n42;0;71,3;20;2011-05-09\n2A;nd;65;99,96;2011\n";

#[test]
fn what_a_column_says_is_saved_with_its_values_and_read_again() {
    for column in ["GAR", "taux de réussite au DNB", "Wi-Fi (« haut débit »)"] {
        for sujet in [None, Some("raccordés à la fibre"), Some("où le Wi-Fi marche")] {
            for format in SheetFormat::ALL {
                let case = format!("{column}, {sujet:?}, {format:?}");
                let choices = ImportChoices {
                    shown: Some(column.to_owned()),
                    subject: sujet.map(str::to_owned),
                    school_type: Some(SchoolType::College),
                    ..ImportChoices::default()
                };
                let bytes = OF_OTHER_THINGS.as_bytes().to_vec();
                let mut before = Session::new(Document::default());
                before.open_own(open_as(bytes, "dep.csv", choices));
                let (was, dataset) = (before.reading(), before.dataset());
                let name = format!("{}.{}", was.name.file_name(), format.extension());
                let saved = joined_table_bytes(was, dataset, Path::new(&name)).unwrap();
                let mut after = Session::new(Document::default());
                after.open_own(opened(saved, &name));
                let is = after.reading();
                assert_eq!(is.name.subject, was.name.subject, "{case}");
                assert_eq!(is.text(after.dataset()).title, was.text(dataset).title, "{case}");
                let known = was.states.iter().filter(|state| state.share.is_ok()).count();
                assert!(known >= 3, "{case}: {known}");
                for (was, is) in was.states.iter().zip(&is.states) {
                    assert_eq!(share(was), share(is), "{}, {case}", was.name);
                }
                let sheet = joined_table(is, after.dataset());
                assert!(sheet.columns.iter().all(|column| !column.name.contains('«')), "{case}");
            }
        }
    }
}

#[test]
fn a_year_that_was_saved_is_a_year_when_it_is_opened() {
    for format in SheetFormat::ALL {
        let mut seen = BTreeSet::new();
        for document in documents(Representation::Share) {
            let (before, after, session) = after_saving(&document, format);
            let dataset = document.data.embedded().unwrap().dataset();
            let periods = |reading: &Reading, dataset: &Dataset| -> Vec<Cell> {
                let sheet = joined_table(reading, dataset);
                let rank = sheet.columns.iter().position(|column| column.name == "Période");
                sheet.rows.iter().map(|row| row[rank.unwrap()].clone()).collect()
            };
            let was = periods(&before, &dataset);
            assert_eq!(was, periods(&after, session.dataset()), "{document:?}");
            seen.extend(was.iter().map(|cell| format!("{cell:?}").split(' ').count()));
        }
        assert!(seen.len() > 2, "a year, a month and a day: {seen:?}");
    }
}
