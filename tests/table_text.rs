//! Texts of every dialect, read as a person would expect.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

use std::path::Path;

use atlas_ent::table::{
    Encoding, READ_ON, ReadOptions, Reading, Separator, TableError, TableNotice, read,
};

fn read_text(text: &str) -> Reading {
    read(text.as_bytes(), "fichier.csv", &ReadOptions::default(), READ_ON).unwrap()
}

/// Header and rows, cells as written.
fn cells(reading: &Reading) -> Vec<Vec<String>> {
    let table = &reading.table;
    let columns = 0..table.headers().len();
    let rows = table.rows().map(|row| columns.clone().map(|c| row.written(c).to_owned()).collect());
    [table.headers().to_vec()].into_iter().chain(rows).collect()
}

fn said(reading: &Reading) -> Vec<String> {
    reading.notices.iter().map(ToString::to_string).collect()
}

/// The cases of the npm package `csv-spectrum` 2.0.0, written again.
#[test]
fn the_cases_of_csv_spectrum_are_read_as_expected() {
    let cases: [(&str, &str, &[&[&str]]); 12] = [
        (
            "comma_in_quotes",
            "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123\n",
            &[
                &["first", "last", "address", "city", "zip"],
                &["John", "Doe", "120 any st.", "Anytown, WW", "08123"],
            ],
        ),
        (
            "empty",
            "a,b,c\n1,\"\",\"\"\n2,3,4\n",
            &[&["a", "b", "c"], &["1", "", ""], &["2", "3", "4"]],
        ),
        (
            "empty_crlf",
            "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n",
            &[&["a", "b", "c"], &["1", "", ""], &["2", "3", "4"]],
        ),
        (
            "escaped_quotes",
            "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n",
            &[&["a", "b"], &["1", "ha \"ha\" ha"], &["3", "4"]],
        ),
        (
            "json",
            "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
            &[&["key", "val"], &["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]],
        ),
        (
            "location_coordinates",
            "Contact Phone Number,Location Coordinates,Cities,Counties\n\
             2095257564,37\u{fffd}36'37.8\"N 121\u{fffd}2'17.9\"W,Modesto,Stanislaus\n",
            &[
                &["Contact Phone Number", "Location Coordinates", "Cities", "Counties"],
                &[
                    "2095257564",
                    "37\u{fffd}36'37.8\"N 121\u{fffd}2'17.9\"W",
                    "Modesto",
                    "Stanislaus",
                ],
            ],
        ),
        (
            "newlines",
            "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
            &[
                &["a", "b", "c"],
                &["1", "2", "3"],
                &["Once upon \na time", "5", "6"],
                &["7", "8", "9"],
            ],
        ),
        (
            "newlines_crlf",
            "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
            &[
                &["a", "b", "c"],
                &["1", "2", "3"],
                &["Once upon \r\na time", "5", "6"],
                &["7", "8", "9"],
            ],
        ),
        (
            "quotes_and_newlines",
            "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
            &[&["a", "b"], &["1", "ha \n\"ha\" \nha"], &["3", "4"]],
        ),
        ("simple", "a,b,c\n1,2,3\n", &[&["a", "b", "c"], &["1", "2", "3"]]),
        ("simple_crlf", "a,b,c\r\n1,2,3\r\n", &[&["a", "b", "c"], &["1", "2", "3"]]),
        ("utf8", "a,b,c\n1,2,3\n4,5,ʤ\n", &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "ʤ"]]),
    ];
    for (name, text, expected) in cases {
        // The package has files with and without a last line end.
        for text in [text, text.trim_end()] {
            let reading = read_text(text);
            assert_eq!(cells(&reading), expected, "{name}");
            assert_eq!(said(&reading), [""; 0], "{name}");
        }
    }
}

#[test]
fn every_encoding_separator_and_line_end_gives_the_same_table() {
    let rows = [
        ["Code", "Nom", "Taux"],
        ["01", "Ain", "91,5 %"],
        ["2A", "Corse-du-Sud, Sud", "nd"],
        ["48", "Lozère, cœur : 3 €", "7"],
    ];
    for separator in Separator::ALL {
        let sign = char::from(separator.byte());
        // Spaces set cells apart between quotes alone.
        let quoted = |cell: &str| match cell.contains(sign) || separator == Separator::Space {
            true => format!("\"{cell}\""),
            false => cell.to_owned(),
        };
        let lines = rows.map(|row| row.map(quoted).join(&sign.to_string()));
        for end in ["\n", "\r\n", "\r"] {
            let text = lines.join(end);
            for encoding in Encoding::ALL {
                let bytes: Vec<u8> = match encoding {
                    Encoding::Utf8 => text.clone().into_bytes(),
                    Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                    Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                    Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
                    Encoding::Iso8859_15 => encoding_rs::ISO_8859_15.encode(&text).0.into_owned(),
                    Encoding::Macintosh => continue,
                    Encoding::Dos => {
                        let table = &oem_cp::code_table::ENCODING_TABLE_CP858;
                        // It has no « œ » and no « ’ ».
                        let Some(bytes) = oem_cp::encode_string_checked(text.as_str(), table)
                        else {
                            continue;
                        };
                        bytes
                    }
                };
                let what = format!("{encoding} {separator} {end:?}");
                let reading = read(&bytes, "a.csv", &ReadOptions::default(), READ_ON).unwrap();
                let found = (reading.recognition.encoding, reading.recognition.separator);
                assert_eq!(found, (Some(encoding), Some(separator)), "{what}");
                assert_eq!(cells(&reading), rows, "{what}");
                let lines: Vec<u32> = reading.table.rows().map(|row| row.line).collect();
                assert_eq!(lines, [2, 3, 4], "{what}");
                assert!(reading.notices.is_empty(), "{what}: {:?}", reading.notices);
            }
        }
    }
}

#[test]
fn titles_above_and_notes_below_are_left_out_and_said() {
    let reading = read_text(
        "Déploiement des ENT en 2011;;\nMinistère de l’éducation;;\n;;\nCode;Département;Taux\n\
         01;Ain;91,5\n02;Aisne;nd\n\nSource : DEPP, enquête 2011.;;\nChamp : lycées publics;;\n",
    );
    assert_eq!(reading.recognition.header_row, Some(4));
    assert_eq!(reading.table.len(), 2);
    let notices = said(&reading);
    assert_eq!(notices.len(), 2, "{notices:?}");
    assert!(notices[0].starts_with("Lignes 1 et 2\u{202f}: texte au-dessus"), "{}", notices[0]);
    assert!(notices[1].starts_with("Lignes 8 et 9\u{202f}: note sous"), "{}", notices[1]);
    let titles: Vec<(u32, &str)> =
        reading.table.titles().iter().map(|title| (title.line, title.text.as_str())).collect();
    assert_eq!(titles, [(1, "Déploiement des ENT en 2011"), (2, "Ministère de l’éducation")]);
    assert_eq!(reading.table.titles()[0].cells, ["Déploiement des ENT en 2011", "", ""]);
    let notes = [(8, "Source : DEPP, enquête 2011."), (9, "Champ : lycées publics")];
    assert_eq!(reading.table.notes(), notes.map(|(line, text)| (line, text.to_owned())));
}

#[test]
fn blank_rows_change_nothing() {
    let plain = [
        "Enquête 2011;;;;",
        ";;2010;;2011",
        "code;nom;lycées;collèges;lycées",
        "01;Ain;1;2;3",
        "02;Aisne;4;5;6",
        "Pays de la Loire;;;;",
        "Source : DEPP;;;;",
    ];
    let read = |lines: &str| {
        let reading = read_text(lines);
        let titles = reading.table.titles().iter().map(|title| title.text.clone());
        (cells(&reading), titles.collect::<Vec<_>>(), reading.table.notes().len())
    };
    let expected = read(&plain.join("\n"));
    assert_eq!((expected.0.len(), expected.2), (4, 1));
    assert_eq!(read(&plain.join("\n\n")), expected);
    assert_eq!(read(&plain.join("\n;;;;\n")), expected);
}

#[test]
fn a_quote_left_open_costs_its_cell_and_no_row() {
    let rows: String = (1..=200).map(|n| format!("{n};nom {n};{n},5\n")).collect();
    for at in [1, 100, 200] {
        let open = rows.replace(&format!("\n{at};nom"), &format!("\n{at};\"nom"));
        let open = if at == 1 { open.replacen("1;nom", "1;\"nom", 1) } else { open };
        let reading = read_text(&format!("code;nom;taux\n{open}"));
        assert_eq!(reading.table.len(), 200);
        let row = reading.table.row(at - 1).unwrap();
        assert_eq!((row.cell(1), row.cell(2)), (&*format!("\"nom {at}"), &*format!("{at},5")));
        let notice = reading.notices.iter().find(|n| matches!(n, TableNotice::OpenQuote { .. }));
        assert_eq!(notice.and_then(TableNotice::line), Some(at as u32 + 1));
    }
}

#[test]
fn rows_too_short_or_too_long_are_fitted_and_said() {
    // Behind a comma, « 3,4 » may be one number with decimals.
    let reading = read_text("a;b;c\n1;2\n1;2;3;4\n1;2;3;;;\n1;2;3\n");
    assert_eq!(cells(&reading)[1..3], [["1", "2", ""], ["1", "2", "3"]]);
    let notices = said(&reading);
    assert_eq!(notices.len(), 2, "{notices:?}");
    assert!(notices[0].starts_with("Ligne 2\u{202f}: moins de 3 cellules"), "{}", notices[0]);
    assert!(notices[1].contains("« 4 »"), "{}", notices[1]);
}

#[test]
fn headers_without_names_or_with_the_same_are_told_apart() {
    let reading = read_text("code;nom;;taux;taux;;\n01;Ain;x;1;2;;\n02;Aisne;y;3;4;;\n");
    // Not « taux (2) »: behind a year, a bare number would be taken for a month.
    let names = ["code", "nom", "colonne 3", "taux", "taux, colonne 5"];
    assert_eq!(reading.table.headers(), names);
    let written = [0, 1, 2, 3, 4, 9].map(|column| reading.table.written_header(column));
    assert_eq!(written, ["code", "nom", "", "taux", "taux", ""]);
    let twice = TableNotice::HeaderTwice { name: "taux".to_owned(), columns: vec![4, 5] };
    assert!(reading.notices.contains(&twice), "{:?}", said(&reading));
    assert_eq!(said(&reading).len(), 2, "{:?}", said(&reading));
}

#[test]
fn a_header_one_cell_short_names_the_cells_further_right() {
    for text in [
        "code,taux\n1,01,12.0\n2,02,48.6\n3,2A,85.2\n",
        "\"code\";\"taux\"\n\"7\";\"01\";12,0\n\"3\";\"02\";48,6\n",
        "code\ttaux\na\t01\t12\n",
        "\"code\" \"taux\"\n\"1\" \"01\" 12\n\"2\" \"02\" NA\n",
    ] {
        let reading = read_text(text);
        assert_eq!(reading.table.headers(), ["colonne 1", "code", "taux"], "{text}");
        assert_eq!(reading.table.written_header(0), "");
        assert_eq!(reading.table.row(0).unwrap().cell(1), "01");
        assert!(reading.notices.contains(&TableNotice::ShortHeader { line: 1 }), "{text}");
    }
    for text in [
        "code;taux\n01;12;\n02;48;\n03;85;\n",
        "code;taux\n01;12;x\n02;48;\n03;85;\n",
        "code;taux\n01;12;x\n02;48;y\n03;85\n",
        "code;taux\n01;12;x\n01;48;y\n01;85;z\n",
        "code,taux\n1,12,5\n2,48,0\n3,85,25\n",
    ] {
        let reading = read_text(text);
        assert_eq!(reading.table.headers()[..2], ["code", "taux"], "{text}");
    }
}

#[test]
fn what_a_program_spoilt_on_the_way_is_put_right_and_told() {
    for (text, expected) in [
        (
            "DÃ©partement;taux\nArdÃ¨che;10\nÃ‰tÃ©;11\n",
            ["Département;taux", "Ardèche;10", "Été;11"],
        ),
        (
            "\"Département,taux\"\n\"Ardèche,10\"\n\"\"\"Été, chaud\"\",11\"\n",
            ["Département;taux", "Ardèche;10", "Été, chaud;11"],
        ),
        (
            "=\"Département\";=\"taux\"\n=\"07\";\"=\"\"10,5\"\"\"\n=\"2A\";11\n",
            ["Département;taux", "07;10,5", "2A;11"],
        ),
    ] {
        let reading = read_text(text);
        let rows: Vec<String> = cells(&reading).iter().map(|row| row.join(";")).collect();
        assert_eq!(rows, expected);
        assert_eq!(reading.notices.len(), 1, "{:?}", said(&reading));
    }
}

#[test]
fn names_on_two_lines_are_joined() {
    let expected = ["code", "nom", "2010 lycées", "2010 collèges", "2011 lycées", "2011 collèges"];
    for head in [
        "code;nom;2010;;2011;\n;;lycées;collèges;lycées;collèges\n",
        ";;2010;;2011;\ncode;nom;lycées;collèges;lycées;collèges\n",
    ] {
        let reading = read_text(&format!("{head}01;Ain;1;2;3;4\n02;Aisne;5;6;7;8\n"));
        assert_eq!(reading.table.headers(), expected, "{head}");
        assert_eq!(reading.table.len(), 2, "{head}");
    }
}

#[test]
fn the_header_of_narrow_odd_and_empty_tables_is_found() {
    for (text, line, first, rows) in [
        ("Champ :;France\nCode;Taux\n01;9\n02;8\n", Some(2), "Code", 2),
        (",taux\n0,91.5\n1,90.5\n", Some(1), "colonne 1", 2),
        ("0071168G;Collège X;Public\n0010001A;Collège Y;Public\n", None, "colonne 1", 2),
        ("Code;Nom;Taux\n01;Ain;91,5\n", Some(1), "Code", 1),
        ("Nom;Projet\nAin;ENT A\nAisne;ENT B\n", Some(1), "Nom", 2),
        ("departement;2010;2011\n01;90;91\n", Some(1), "departement", 1),
        ("Département;Taux\nAin;\nAisne;\nAllier;nd\n", Some(1), "Département", 3),
        ("Titre du tableau\n\nUAI,ENT\n0071168G,oui\n0010001A,non\n", Some(3), "UAI", 2),
        ("code;nom;taux;note\n2A;Corse;nd;nd\n01;Ain;9;\n", Some(1), "code", 2),
    ] {
        let reading = read_text(text);
        let found = (reading.recognition.header_row, reading.table.headers()[0].as_str());
        assert_eq!((found, reading.table.len()), ((line, first), rows), "{text}");
    }
}

#[test]
fn a_list_without_header_is_read_and_said() {
    for text in ["0071168G\n0010001A\n0010002B\n", "01;42,5\n02;43\n"] {
        let reading = read_text(text);
        assert_eq!(reading.recognition.header_row, None, "{text}");
        assert_eq!(reading.table.headers()[0], "colonne 1");
        assert_eq!(reading.table.len(), text.lines().count());
        assert!(matches!(reading.notices[..], [TableNotice::NoHeader { line: 1 }]));
    }
    assert_eq!(read_text("UAI\n0071168G\n0010001A\n").table.headers(), ["UAI"]);
    assert_eq!(read_text("nom;2010;2011\nAin;90;91\n").table.headers(), ["nom", "2010", "2011"]);
}

#[test]
fn what_a_person_chooses_wins_over_guesses() {
    let options = ReadOptions {
        encoding: Some(Encoding::Windows1252),
        separator: Some(Separator::Comma),
        header_row: Some(2),
        sheet: None,
    };
    let reading = read("é;x,b\nc,d\n1,2\n".as_bytes(), "a.csv", &options, READ_ON).unwrap();
    assert_eq!(
        (reading.table.headers(), reading.table.len()),
        (&["c".to_owned(), "d".to_owned()][..], 1)
    );
    assert_eq!(reading.recognition.encoding, Some(Encoding::Windows1252));
    let none = ReadOptions { header_row: Some(0), ..ReadOptions::default() };
    assert_eq!(read(b"a;b\n1;2\n", "a.csv", &none, READ_ON).unwrap().table.len(), 2);
}

#[test]
fn the_separator_that_excel_declares_is_obeyed_and_lines_stay_right() {
    let reading = read_text("sep=|\r\na;x|b\r\n1;y|2\r\n");
    assert_eq!(
        (reading.table.headers(), reading.table.row(0).unwrap().line),
        (&["a;x".to_owned(), "b".to_owned()][..], 3)
    );
}

#[test]
fn a_reading_can_be_stopped() {
    let stop = |_: f32| std::ops::ControlFlow::Break(());
    let stopped = read(b"a;b\n1;2\n", "a.csv", &ReadOptions::default(), &stop);
    assert_eq!(stopped, Err(TableError::Cancelled));
}

#[test]
fn the_national_lists_open_as_they_are() {
    for (file, rows, columns) in [("colleges_2024.csv", 7_654, 35), ("lycees_2024.csv", 5_704, 72)]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real").join(file);
        let Ok(bytes) = std::fs::read(&path) else {
            println!("skipped: the national list {file} is not at hand");
            continue;
        };
        let reading = read(&bytes, file, &ReadOptions::default(), READ_ON).unwrap();
        println!("{file}: {:?}\n{:?}", reading.recognition, said(&reading));
        assert_eq!((reading.table.len(), reading.table.headers().len()), (rows, columns), "{file}");
        assert_eq!(reading.recognition.separator, Some(Separator::Semicolon));
        let uai = reading.table.rows().filter(|row| row.cell(0).len() == 8).count();
        assert_eq!(uai, rows, "{file}");
    }
}
