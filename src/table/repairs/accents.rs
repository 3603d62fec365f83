//! Accents that were written twice: UTF-8 taken for Windows-1252 and saved as UTF-8 again, which
//! makes « ArdÃ¨che » of « Ardèche ».

/// How often a text may have been saved so.
const MOST_TIMES: usize = 3;

/// Cells with their accents put right.
pub(super) struct Undone {
    /// All cells, in their order.
    pub cells: Vec<String>,
    /// How many of them changed.
    pub count: usize,
    /// The first of these, before and after.
    pub before: String,
    pub after: String,
}

/// Whether a text holds the letter that nearly all accents of French become.
pub(super) fn may_be_spoilt(text: &str) -> bool {
    !text.is_ascii() && memchr::memmem::find(text.as_bytes(), "Ã".as_bytes()).is_some()
}

/// Puts the accents of cells right; nothing where more of them can't be than can.
pub(super) fn undone<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Undone> {
    let mut undone =
        Undone { cells: Vec::new(), count: 0, before: String::new(), after: String::new() };
    let mut stray = 0;
    for cell in cells {
        let mut text = cell.to_owned();
        for _ in 0..MOST_TIMES {
            match once(&text) {
                Some(again) => text = again,
                None => break,
            }
        }
        stray += text.matches('Ã').count();
        if text != cell {
            if undone.count == 0 {
                (undone.before, undone.after) = (cell.to_owned(), text.clone());
            }
            undone.count += 1;
        }
        undone.cells.push(text);
    }
    (undone.count > stray).then_some(undone)
}

/// A text with each letter that was taken apart put together again; `None` when there is none.
fn once(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (mut whole, mut rest, mut any) = (String::with_capacity(text.len()), text, false);
    while let Some(letter) = rest.chars().next() {
        let (letter, length) = match together(rest) {
            Some(found) => {
                any = true;
                found
            }
            None => (letter, letter.len_utf8()),
        };
        whole.push(letter);
        rest = &rest[length..];
    }
    any.then_some(whole)
}

/// The letter of which a text begins with the pieces, and how long these are. Only a letter or a
/// sign that French texts hold counts: « É » before a no-break space would be one of Africa.
fn together(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 3];
    let mut length = 0;
    for (rank, letter) in text.chars().take(3).enumerate() {
        let is_first = rank == 0;
        let byte = windows_1252(letter)?;
        let fits = if is_first { (0xc2..0xf0).contains(&byte) } else { byte & 0xc0 == 0x80 };
        if !fits {
            return None;
        }
        bytes[rank] = byte;
        length += letter.len_utf8();
        let wanted = if bytes[0] < 0xe0 { 2 } else { 3 };
        if rank + 1 == wanted {
            let letter = std::str::from_utf8(&bytes[..wanted]).ok()?.chars().next()?;
            return is_expected(letter).then_some((letter, length));
        }
    }
    None
}

fn is_expected(letter: char) -> bool {
    matches!(letter,
        '\u{a0}'..='\u{ff}' | 'Œ' | 'œ' | 'Ÿ' | '\u{300}'..='\u{36f}' | '\u{2000}'..='\u{206f}'
        | '€' | '™' | '−' | '≤' | '≥' | '\u{feff}'
        // What comes of a letter that was taken apart twice.
        | 'ƒ' | 'ˆ' | '˜' | 'Š' | 'š' | 'Ž' | 'ž')
}

/// The byte that is this letter in Windows-1252; the five that it leaves out stand for themselves.
fn windows_1252(letter: char) -> Option<u8> {
    const HIGH: [(char, u8); 27] = [
        ('€', 0x80),
        ('‚', 0x82),
        ('ƒ', 0x83),
        ('„', 0x84),
        ('…', 0x85),
        ('†', 0x86),
        ('‡', 0x87),
        ('ˆ', 0x88),
        ('‰', 0x89),
        ('Š', 0x8a),
        ('‹', 0x8b),
        ('Œ', 0x8c),
        ('Ž', 0x8e),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
        ('˜', 0x98),
        ('™', 0x99),
        ('š', 0x9a),
        ('›', 0x9b),
        ('œ', 0x9c),
        ('ž', 0x9e),
        ('Ÿ', 0x9f),
    ];
    match u8::try_from(letter) {
        Ok(byte) if byte >= 0x80 => Some(byte),
        Ok(_) => None,
        Err(_) => HIGH.iter().find(|(high, _)| *high == letter).map(|(_, byte)| *byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as it is once its UTF-8 was taken for Windows-1252.
    fn spoilt(text: &str) -> String {
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn what_was_written_twice_or_more_is_put_right() {
        let names = ["Ardèche", "ÉTÉ", "Côte-d’Or", "Œuvre à 3 €", "l’Ain …", "Île\u{a0}: « ß »"];
        for times in 1..=3 {
            let broken =
                names.map(|name| (0..times).fold(name.to_owned(), |text, _| spoilt(&text)));
            let undone = undone(broken.iter().map(String::as_str)).unwrap();
            assert_eq!(undone.cells, names, "{times} times");
            assert_eq!((undone.count, &*undone.after), (names.len(), names[0]));
        }
        assert_eq!(spoilt("Ardèche"), "ArdÃ¨che");
        assert_eq!(spoilt("É"), "Ã‰");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        for text in ["Ardèche", "ÉCOLES À\u{a0}: É’", "SÃO PAULO", "Â »", "Ç\u{a0}", "cœur…"]
        {
            assert!(undone([text].into_iter()).is_none(), "{text}");
        }
        let mixed = undone(["Drôme", "ArdÃ¨che"].into_iter()).unwrap();
        assert_eq!(mixed.cells, ["Drôme", "Ardèche"]);
    }
}
