//! The words that Python writes into JSON for what is no number.

/// Words that no JSON holds outside its strings.
const WORDS: [&[u8]; 3] = [b"NaN", b"-Infinity", b"Infinity"];

/// The text with `null` in place of such words, and how many there were.
pub(super) fn emptied(text: &[u8]) -> Option<(Vec<u8>, usize)> {
    let (mut emptied, mut count) = (Vec::with_capacity(text.len()), 0);
    let (mut at, mut in_string) = (0, false);
    while let Some(byte) = text.get(at) {
        let word = (!in_string && matches!(byte, b'N' | b'I' | b'-'))
            .then(|| WORDS.into_iter().find(|word| text[at..].starts_with(word)))
            .flatten();
        let length = match (word, byte) {
            (Some(word), _) => {
                emptied.extend_from_slice(b"null");
                (at, count) = (at + word.len(), count + 1);
                continue;
            }
            // An escaped quote ends no string.
            (None, b'\\') if in_string => 2,
            (None, b'"') => {
                in_string = !in_string;
                1
            }
            _ => 1,
        };
        let end = text.len().min(at + length);
        emptied.extend_from_slice(&text[at..end]);
        at = end;
    }
    (count > 0).then_some((emptied, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_outside_strings_are_emptied() {
        let text = br#"[{"a":NaN,"b":-Infinity,"c":"NaN \" NaN","d":Infinity}]"#;
        let (emptied, count) = emptied(text).unwrap();
        assert_eq!(emptied, br#"[{"a":null,"b":null,"c":"NaN \" NaN","d":null}]"#);
        assert_eq!(count, 3);
        assert!(super::emptied(br#"["NaN", -1, null]"#).is_none());
    }
}
