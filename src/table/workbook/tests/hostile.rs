//! Workbooks that no one should bring.

use super::*;

#[test]
fn sheets_that_unfold_without_end_are_refused_before_they_do() {
    let cell = "<table:table-cell office:value-type=\"string\" \
                table:number-columns-repeated=\"1000\"><text:p>x</text:p></table:table-cell>";
    let many =
        format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    let too_large = |bytes: &[u8]| {
        matches!(reading(bytes), Err(TableError::TooLarge { what: TooLarge::Cells(_) }))
    };
    assert!(too_large(&ods(&many)));
    assert!(too_large(&xls(&[(0, 0, "a"), (65_535, 65_535, "b")], &[])));
    let far = row(1, &["a", "b"]) + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert_eq!(reading(&xlsx(&[("F", &far)])).unwrap().table.len(), 1);
}

#[test]
fn a_zip_bomb_is_refused() {
    let bomb = "<row r=\"1\"/>".repeat(6_000_000);
    let error = reading(&xlsx(&[("F", &bomb)])).unwrap_err();
    assert!(matches!(error, TableError::TooLarge { what: TooLarge::Decompressed(_) }), "{error:?}");
    let styles = " ".repeat(11_000_000);
    let error =
        reading(&zipped(&[("xl/workbook.xml", ""), ("xl/styles.xml", &styles)])).unwrap_err();
    assert!(matches!(error, TableError::TooLarge { .. }), "{error:?}");
}

#[test]
fn a_password_is_told_from_damage() {
    let error =
        reading(&ole2(&[("/EncryptionInfo", b"x"), ("/EncryptedPackage", b"x")])).unwrap_err();
    let expected = "« taux.xlsx » est protégé par un mot de passe";
    assert!(error.to_string().starts_with(expected), "{error}");
    let pass = ole2(&[("/Workbook", &[0x09, 0x08, 0, 0, 0x2f, 0, 0, 0])]);
    assert!(matches!(reading(&pass), Err(TableError::Protected { .. })));
    let bytes = xlsx(&[("F", &row(1, &["a", "b"]))]);
    assert!(matches!(reading(&bytes[..bytes.len() / 2]), Err(TableError::Damaged { .. })));
}

#[test]
fn other_documents_are_named() {
    for (bytes, kind) in [
        (zipped(&[("word/document.xml", "")]), "traitement de texte"),
        (zipped(&[("xl/workbook.bin", "")]), "XLSB"),
        (zipped(&[("photo.jpg", "")]), "archive ZIP"),
        (ole2(&[("/WordDocument", b"")]), "Word"),
    ] {
        let error = reading(&bytes).unwrap_err().to_string();
        assert!(error.starts_with("Ce fichier est un") && error.contains(kind), "{error}");
    }
}

/// Files with a few bytes changed, cut or repeated are read or refused, and that is all.
#[test]
fn damaged_workbooks_never_stop_the_program() {
    let sheet = row(1, &["Code", "Taux"]) + &row(2, &["01", "9"]);
    let cell =
        "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let seeds = [
        xlsx(&[("F", &sheet)]),
        ods(&format!("<table:table-row>{cell}{cell}</table:table-row>")),
        xls(&[(0, 0, "Code"), (0, 1, "Taux"), (1, 0, "01")], &[(1, 1, 9.0)]),
    ];
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % below.max(1) as u64) as usize
    };
    for seed in seeds {
        for _ in 0..400 {
            let mut bytes = seed.clone();
            for _ in 0..=next(4) {
                let at = next(bytes.len());
                match next(3) {
                    0 => bytes[at] = next(256) as u8,
                    1 => bytes[at] ^= 1 << next(8),
                    _ => bytes.truncate(bytes.len() - next(16).min(bytes.len() - 1)),
                }
            }
            drop(reading(&bytes));
        }
    }
}
