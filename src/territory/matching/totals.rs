//! The words that make a total of the name beside them: « Total Bretagne », « FRANCE (total) ».

/// Words for what sums up other rows. A mean is one of them: it is compared, and never a territory.
const TOTALS: [&str; 14] = [
    "total",
    "totaux",
    "totale",
    "totales",
    "ensemble",
    "ensembles",
    "moyenne",
    "moyennes",
    "cumul",
    "cumuls",
    "soustotal",
    "soustotaux",
    "sstotal",
    "stotal",
];

/// What a total word may have before it: « Grand total », « Sous-total », « S/Total ».
const BEFORE: [&str; 4] = ["grand", "sous", "ss", "s"];

/// What it may have after it: « Total général ».
const AFTER: [&str; 9] = [
    "general",
    "generale",
    "generaux",
    "global",
    "globale",
    "globaux",
    "partiel",
    "cumule",
    "confondus",
];

/// What leads from it to a name: « Ensemble de la France », « Total pour l’Alsace ».
const LEADING: [&str; 15] = [
    "de", "du", "des", "d", "la", "le", "les", "l", "pour", "sur", "en", "tous", "toutes", "tout",
    "toute",
];

/// What is left of a text without its words of a total, at either end; `None` where it has none.
///
/// « Somme » is a département, and makes a total only where more follows (« Somme des régions »).
pub(super) fn without_total_words(words: &[String]) -> Option<&[String]> {
    let is_total = |at: usize| words.get(at).is_some_and(|word| TOTALS.contains(&word.as_str()));
    let is_in =
        |at: usize, list: &[&str]| words.get(at).is_some_and(|w| list.contains(&w.as_str()));
    let is_sum = |at: usize| {
        at == 0 && is_in(0, &["somme"]) && (is_in(1, &["de", "des", "du", "d"]) || is_total(1))
    };
    // « S/T », « ST » alone.
    if matches!(words.iter().map(String::as_str).collect::<Vec<_>>()[..], ["s", "t"] | ["st"]) {
        return Some(&[]);
    }
    let (mut start, mut end) = (0, words.len());
    let mut has_total = false;
    while start < end {
        let leads_to_it = is_in(start, &BEFORE) && is_total(start + 1);
        let follows_it = has_total && (is_in(start, &AFTER) || is_in(start, &LEADING));
        let is_one = is_total(start) || is_sum(start);
        if !(is_one || leads_to_it || follows_it) {
            break;
        }
        has_total |= is_one;
        start += 1;
    }
    let mut has_one_behind = false;
    while end > start {
        let last = end - 1;
        let leads_to_it = has_one_behind && is_in(last, &BEFORE);
        let follows_it = is_in(last, &AFTER) && last > start && is_total(last - 1);
        if !(is_total(last) || leads_to_it || follows_it) {
            break;
        }
        has_one_behind |= is_total(last);
        end = last;
    }
    has_total |= has_one_behind;
    has_total.then(|| &words[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::text::words;

    fn left(text: &str) -> Option<String> {
        let words = words(text);
        without_total_words(&words).map(|left| left.join(" "))
    }

    #[test]
    fn words_of_a_total_are_taken_off_at_both_ends() {
        for (text, expected) in [
            ("Total", ""),
            ("TOTAL GENERAL", ""),
            ("Grand total", ""),
            ("Sous-total : Lorraine", "lorraine"),
            ("S/Total Grand Est", "grand est"),
            ("Total Grand Est", "grand est"),
            ("Grand Est - total", "grand est"),
            ("Bretagne (sous-total)", "bretagne"),
            ("FRANCE (total général)", "france"),
            ("Ensemble de la région Bretagne", "region bretagne"),
            ("Moyenne nationale", "nationale"),
            ("Somme des départements", "departements"),
            ("Somme totale", ""),
            ("Total Somme", "somme"),
        ] {
            assert_eq!(left(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_text_without_such_a_word_is_no_total() {
        for text in ["", "Somme", "La Somme", "Somme (80)", "80 - Somme", "Totalement", "Grand Est"]
        {
            assert_eq!(left(text), None, "{text}");
        }
    }
}
