//! Files that no one should bring: each gets a sentence or a reading, and the program goes on.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

use atlas_ent::table::{READ_ON, ReadOptions, Reading, TableError, TooLarge, read};

fn reading(bytes: &[u8]) -> Result<Reading, TableError> {
    read(bytes, "lycees.csv", &ReadOptions::default(), READ_ON)
}

fn sentence(bytes: &[u8]) -> String {
    reading(bytes).unwrap_err().to_string()
}

#[test]
fn a_file_of_nothing_is_told() {
    for bytes in [&b""[..], b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", b"\xff\xfe"] {
        assert_eq!(reading(bytes), Err(TableError::Empty), "{bytes:?}");
    }
    assert_eq!(reading(b";;;\n;;;\n"), Err(TableError::Empty));
    assert_eq!(reading(b"code;nom\n"), Err(TableError::NoRows { line: 1 }));
}

#[test]
fn other_files_renamed_are_told_by_their_kind() {
    for (bytes, kind) in [
        (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], "une image PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "une image JPEG"),
        (b"%PDF-1.7\n", "un document PDF"),
        (b"\x1f\x8b\x08\0", "une archive GZIP"),
        (b"<!doctype html><p>Erreur 404", "une page HTML"),
    ] {
        let sentence = sentence(bytes);
        assert!(sentence.starts_with(&format!("Ce fichier est {kind}")), "{sentence}");
        assert!(sentence.contains("pas un tableau") || sentence.contains("puis"), "{sentence}");
    }
    let noise: Vec<u8> =
        (0..5000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(reading(&noise), Err(TableError::Binary));
    assert_eq!(reading(&[0; 4096]), Err(TableError::Binary));
}

#[test]
fn zeros_inside_a_text_are_left_out_and_said() {
    let text = format!("code;nom\n{}03;x\0y\n", "01;Ain\n".repeat(30));
    let reading = reading(text.as_bytes()).unwrap();
    assert_eq!(reading.table.rows().last().unwrap().cell(1), "xy");
    assert_eq!(reading.notices.len(), 1);
}

#[test]
fn five_thousand_columns_are_read_and_five_million_refused() {
    let line = |cell: &str, count: usize| vec![cell; count].join(";") + "\n";
    let names: String = (0..5000).map(|n| format!("c{n};")).collect::<String>() + "\n";
    let wide = names + &line("1", 5000) + &"1\n".repeat(50_000);
    let table = reading(wide.as_bytes()).unwrap().table;
    assert_eq!((table.headers().len(), table.len()), (5000, 50_001));
    let error = reading(line("a", 5_000_000).as_bytes()).unwrap_err();
    let expected = TooLarge::Columns { line: 1, found: 5_000_000 };
    assert_eq!(error, TableError::TooLarge { what: expected });
}

#[test]
fn a_line_of_ten_megabytes_is_read_or_told() {
    let long = "x".repeat(10 << 20);
    assert_eq!(reading(long.as_bytes()), Err(TableError::NoRows { line: 1 }));
    let table = reading(format!("code;note\n01;{long}\n").as_bytes()).unwrap().table;
    assert_eq!(table.row(0).unwrap().cell(1).len(), long.len());
    let open = format!("code;note\n01;\"{long}");
    assert_eq!(reading(open.as_bytes()).unwrap().table.len(), 1);
}

#[test]
fn quotes_by_the_million_take_no_longer() {
    for piece in ["\"", "\"\"", ";\"", ";\"\"\"", "\"\n", ";\"a\n", "\"a\";\n\""] {
        let text = format!("code;nom;taux\n{}", piece.repeat(300_000));
        drop(reading(text.as_bytes()));
    }
}

#[test]
fn json_as_deep_as_a_well_is_refused() {
    let deep = format!("[{}1{}]", "{\"a\":[".repeat(100_000), "]}".repeat(100_000));
    assert!(matches!(reading(deep.as_bytes()), Err(TableError::Damaged { .. })));
    let sparse: String = (0..20_000).map(|n| format!("{{\"c{n}\":1}},")).collect();
    let error = reading(format!("[{}{{}}]", sparse).as_bytes()).unwrap_err();
    assert!(matches!(error, TableError::TooLarge { .. }), "{error}");
}

#[test]
fn damaged_texts_never_stop_the_program() {
    let seeds: [&[u8]; 7] = [
        b"Code;Nom;Taux\r\n01;\"Ain; l'\"\"autre\"\"\";91,5 %\r\n2A;\"deux\nlignes\";nd\r\n",
        b"sep=,\na,b\n\"1\",2\n",
        b"Titre\n\n;;2010;;\ncode;nom;a;b;c\n01;x;1;2;3\n\nSource : DEPP, 2011\n",
        "é;œ\nà;ç\n".as_bytes(),
        b"\xff\xfec\0;\0n\0\n\x001\x00;\x002\0\n\0",
        br#"[{"code":"01","f":{"x":1.5e3,"l":[1,2]}},{"code":null}]"#,
        br#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#,
    ];
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % below.max(1) as u64) as usize
    };
    let pieces = b"\";,\t|\r\n\0\xef\xbb\xbf\xff\xfe{}[]:0aZ \x80\xe9=";
    for seed in seeds {
        for _ in 0..800 {
            let mut bytes = seed.to_vec();
            for _ in 0..=next(6) {
                let at = next(bytes.len());
                match next(5) {
                    0 if !bytes.is_empty() => bytes[at] = next(256) as u8,
                    1 if !bytes.is_empty() => drop(bytes.remove(at)),
                    2 => bytes.truncate(at),
                    3 => bytes.extend_from_within(at..),
                    _ => bytes.insert(at, pieces[next(pieces.len())]),
                }
            }
            if let Ok(reading) = reading(&bytes) {
                assert!(!reading.table.headers().is_empty() && !reading.table.is_empty());
                reading.notices.iter().for_each(|notice| drop(notice.to_string()));
            }
        }
    }
}
