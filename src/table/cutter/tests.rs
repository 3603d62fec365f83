use super::{plain::marks, *};

/// The cells of the records of a text, with their lines.
fn records(text: &str, part: std::ops::Range<usize>) -> Vec<(u32, Vec<String>)> {
    let cut = cut(text.as_bytes(), part, b';', 1, Wanted::all(0, usize::MAX));
    let cell = |row: &Span, rank: u32| {
        let start = if rank == row.first { row.start } else { cut.ends[rank as usize - 1] + 1 };
        let cell = &text.as_bytes()[start as usize..cut.ends[rank as usize] as usize];
        match cut.unescaped.get(&rank) {
            Some(text) => text.to_string(),
            None => String::from_utf8(between_quotes(cell).unwrap_or(cell).to_vec()).unwrap(),
        }
    };
    let cells = |row: &Span| (row.first..row.first + row.len).map(|rank| cell(row, rank)).collect();
    cut.rows.iter().map(|row| (row.line, cells(row))).collect()
}

/// The same as `csv` reads them; the line of a record is that of its first letter.
fn expected(text: &str) -> Vec<(u32, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(b';')
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| {
        let record = record.unwrap();
        let mut start = record.position().unwrap().byte() as usize;
        while matches!(text.as_bytes().get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        let line = 1 + line_ends(&text.as_bytes()[..start]);
        (line, record.iter().map(str::to_owned).collect::<Vec<String>>())
    });
    records.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty())).collect()
}

#[test]
fn any_text_is_cut_as_csv_cuts_it() {
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % below as u64) as usize
    };
    let pieces = [
        ";",
        ";",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "a",
        "Lozère",
        "un peu long",
        " ",
        "\u{a0}",
        ";;",
        "\n\n",
        "0,5",
    ];
    for round in 0..20_000 {
        // Texts with and without quotes, and with and without a lone CR.
        let kinds: Vec<&str> = (pieces.iter().copied())
            .filter(|piece| round % 2 == 0 || !piece.contains('"'))
            .filter(|piece| round % 3 == 0 || *piece != "\r")
            .collect();
        let text: String = (0..next(30)).map(|_| kinds[next(kinds.len())]).collect();
        assert_eq!(records(&text, 0..text.len()), expected(&text), "{text:?}");
    }
}

#[test]
fn the_places_of_a_byte_are_marked() {
    for at in 0..64 {
        let mut block = [b'x' | 0x80; 64];
        (block[at], block[63 - at]) = (b';', b';');
        assert_eq!(marks(&block, b';'), 1 << at | 1 << (63 - at));
        assert_eq!(marks(&block, b'\n'), 0);
    }
}

#[test]
fn what_is_not_wanted_is_left_out_or_told() {
    let text = "a;b\n;;\n1;2;;\"x \"\"y\"\"\";z\n\n3;\"4\"\n5\n";
    let wanted = Wanted::all(2, 2);
    let cut = cut(text.as_bytes(), 0..text.len(), b';', 1, wanted);
    let lines: Vec<(u32, u32)> = cut.rows.iter().map(|row| (row.line, row.len)).collect();
    assert_eq!(lines, [(3, 2), (5, 2), (6, 1)]);
    assert_eq!((cut.long.count, cut.first_beyond.as_deref()), (1, Some("x \"y\"")));
    assert!(cut.unescaped.is_empty());
    let sample = Wanted { rows: 2, ..Wanted::all(0, usize::MAX) };
    assert_eq!(super::cut(text.as_bytes(), 0..text.len(), b';', 1, sample).rows.len(), 2);
}
