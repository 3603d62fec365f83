//! Where a line of French may end.
//!
//! At an ordinary space, and nowhere else: a number keeps its unit and its thousands, « : », « ; »
//! and « % » stay with the word before them, a guillemet with the word that it holds to. A « · »
//! between two things stands neither at the end of a line nor at its beginning: the break takes its
//! place. Whoever draws says how much fits, so that a page, a legend and a label of the window break
//! alike.

use super::MONTHS;

/// What separates two things in one line.
pub const SEPARATOR: char = '·';

/// Breaks a text into lines that `fits` accepts. A word that is wider than a line, such as the name
/// of a file, is broken where it must.
pub fn broken(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut between = " ".to_owned();
    for word in words(text) {
        if word.starts_with(SEPARATOR) && word.chars().count() == 1 && !lines.is_empty() {
            between = format!(" {SEPARATOR} ");
            continue;
        }
        match lines.last_mut() {
            Some(line) if fits(&format!("{line}{between}{word}")) => {
                line.push_str(&between);
                line.push_str(&word);
            }
            _ if fits(&word) => lines.push(word),
            _ => lines.extend(parts(&word, &fits)),
        }
        " ".clone_into(&mut between);
    }
    lines
}

/// Whether the space between two texts holds them together in one line.
pub fn holds(before: &str, after: &str) -> bool {
    before.ends_with(OPENING)
        || holds_to_the_word_before(after)
        || is_within_a_number(before, after)
        || is_day_and_month(before, after)
}

/// « 12 500 », written with an ordinary space.
fn is_within_a_number(before: &str, after: &str) -> bool {
    let digits = |run: &mut dyn Iterator<Item = char>| run.take_while(char::is_ascii_digit).count();
    let group = digits(&mut after.chars());
    let begun = digits(&mut before.chars().rev());
    group == 3 && (1..=3).contains(&begun)
}

/// Lines of a title, at most: what has more is a text, whose last line may be short.
const MOST_EVEN: usize = 8;

/// Breaks a text into as few lines as `width` allows, all about as long, to within `tolerance`;
/// `measure` tells how wide a line is.
pub fn even(text: &str, width: f32, tolerance: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let within = |most: f32| broken(text, |line| measure(line) <= most);
    let lines = within(width);
    if lines.len() > MOST_EVEN {
        return lines;
    }
    let (mut narrow, mut wide) = (width / lines.len().max(1) as f32, width);
    while wide - narrow > tolerance.max(f32::EPSILON * width) {
        let middle = (narrow + wide) / 2.0;
        if within(middle).len() > lines.len() {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    within(wide)
}

/// Signs that belong to the word before them.
const CLOSING: [char; 13] = ['»', ':', ';', '!', '?', '%', '‰', '€', '°', '”', '›', ')', ']'];
/// Signs that belong to the word after them.
const OPENING: [char; 5] = ['«', '“', '‹', '(', '['];

/// Whether no line may begin with these words.
fn holds_to_the_word_before(words: &str) -> bool {
    words.starts_with(CLOSING)
}

/// « 31 » and « octobre », « 1er » and « mai ».
fn is_day_and_month(before: &str, after: &str) -> bool {
    let word = after.split([' ', '\u{a0}', '\u{202f}']).next().unwrap_or(after);
    let day = before.rsplit([' ', '(', '«', '\u{a0}', '\u{202f}']).next().unwrap_or(before);
    let is_day = day == "1er"
        || ((1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit()));
    is_day && MONTHS.contains(&word.trim_end_matches(|c: char| !c.is_alphabetic()))
}

/// What stands between two spaces at which a line may end.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(before) if holds(before, word) => {
                before.push(' ');
                before.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// A word in parts that fit, broken after a sign where there is one in the second half of a part.
fn parts(word: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest: Vec<char> = word.chars().collect();
    while !rest.is_empty() {
        let fitting =
            (1..=rest.len()).take_while(|end| fits(&rest[..*end].iter().collect::<String>()));
        // One letter at least, however narrow the line.
        let end = fitting.last().unwrap_or(1);
        let sign = (end / 2..end).rev().find(|at| ['-', '_', '/', '.', ' '].contains(&rest[*at]));
        let end = if end < rest.len() { sign.map_or(end, |at| at + 1) } else { end };
        let places = (1..=end).rev().chain(end..=rest.len());
        let end = { places }.find(|end| is_between_letters(&rest, *end)).unwrap_or(end);
        parts.push(rest.drain(..end).collect::<String>().trim_end().to_owned());
    }
    parts
}

/// Whether what stands before some place and what stands after it are not of one letter: an accent
/// of its own, or an emoji made of several.
fn is_between_letters(word: &[char], at: usize) -> bool {
    const JOINER: char = '\u{200d}';
    let continues = |letter: &char| {
        matches!(*letter, '\u{300}'..='\u{36f}' | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{fe00}'..='\u{fe0f}' | JOINER)
    };
    !word.get(at).is_some_and(continues) && word.get(at.wrapping_sub(1)) != Some(&JOINER)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of at most so many letters.
    fn lines(text: &str, most: usize) -> Vec<String> {
        broken(text, |line| line.chars().count() <= most)
    }

    #[test]
    fn a_line_ends_at_a_space_but_never_between_a_number_and_its_unit() {
        let text = "une part de 58\u{202f}% au moins";
        let found = lines(text, 12);
        assert_eq!(found, ["une part de", "58\u{202f}% au", "moins"]);
        assert_eq!(found.join(" "), text);
    }

    #[test]
    fn no_line_begins_with_a_sign_or_ends_with_an_opening_guillemet() {
        let text = "stade des collèges « équipés de tablettes » : 3 % ; par « x » ? oui ! fin";
        // As wide as the longest words that hold together, at least.
        for most in 14..60 {
            for line in lines(text, most) {
                assert!(!line.ends_with('«') && !holds_to_the_word_before(&line), "{most}: {line}");
            }
        }
    }

    #[test]
    fn a_number_holds_however_its_thousands_are_parted_and_a_year_holds_no_other_number() {
        assert_eq!(lines("soit 12 500 collèges", 8), ["soit", "12 500", "collèges"]);
        assert_eq!(lines("soit 1 234 567", 11), ["soit", "1 234 567"]);
        assert_eq!(lines("en 2011 117 lycées", 10), ["en 2011", "117 lycées"]);
    }

    #[test]
    fn a_separator_stands_between_two_things_of_a_line_or_gives_its_place_to_the_break() {
        let text = "3 200 établissements · collèges · public seulement · 2024";
        let mut breaks = 0;
        for most in 14..60 {
            let found = lines(text, most);
            for line in &found {
                assert!(!line.starts_with('·') && !line.ends_with('·'), "{most}: {found:?}");
            }
            breaks += found.len() - 1;
            let words = |text: &str| text.replace(['·', ' '], "");
            assert_eq!(words(&found.concat()), words(text));
        }
        assert!(breaks > 40);
        assert_eq!(lines(text, 60), [text]);
    }

    #[test]
    fn a_day_holds_to_its_month() {
        let text = "au 31 octobre 2011 et (1er mai) mais 101 mars, 15 mais";
        for most in 10..60 {
            for line in lines(text, most) {
                assert!(!line.ends_with("31") && !line.ends_with("1er"), "{most}: {line}");
            }
        }
        assert_eq!(lines("le 15 octobre.", 11), ["le", "15 octobre."]);
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_and_no_letter_is_lost() {
        let name = "enquete_nationale_des_equipements_numeriques_version_definitive.csv";
        for most in [1, 10, 20] {
            let found = lines(&format!("Source {name} ici"), most);
            assert_eq!(found.concat().replace(' ', ""), format!("Source{name}ici"));
            assert!(found.iter().all(|line| line.chars().count() <= most), "{found:?}");
        }
        assert!(lines(name, 20)[0].ends_with('_'));
        assert!(lines("", 10).is_empty());
    }

    #[test]
    fn no_letter_is_broken_in_two() {
        for most in 1..12 {
            let accents = lines("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", most);
            assert!(accents.iter().all(|line| line.starts_with('e')), "{most}: {accents:?}");
            let joined = lines("👩\u{200d}💻👩🏽\u{200d}💻👩\u{200d}💻", most.max(4));
            assert!(joined.iter().all(|line| line.starts_with('👩')), "{most}: {joined:?}");
        }
    }

    #[test]
    fn even_lines_are_as_few_and_about_as_long() {
        let text = "Part des lycées équipés d’un ENT";
        let measure = |line: &str| line.chars().count() as f32;
        assert_eq!(even(text, 20.0, 0.1, measure), ["Part des lycées", "équipés d’un ENT"]);
        for width in [8, 12, 18, 40] {
            assert_eq!(even(text, width as f32, 0.1, measure).len(), lines(text, width).len());
        }
    }
}
