//! How columns are called.

use std::collections::{HashMap, HashSet};

use super::kind::{Kind, kind};

/// Puts the group in front of names that are repeated, and in place of those that lack. `groups`
/// has a text over the first column of each group only, as merged cells leave it. A year that
/// stands alone above names is put in front of all of them: it dates the table.
pub(super) fn complete(names: &mut [String], groups: &[String]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        *seen.entry(name.clone()).or_default() += 1;
    }
    let years = || groups.iter().filter(|text| kind(text) == Kind::Year);
    let only_year = years().next().filter(|_| years().count() == 1);
    let mut group = "";
    for (name, text) in names.iter_mut().zip(groups) {
        if !text.is_empty() {
            group = text;
        }
        if name.is_empty() {
            name.push_str(text);
        } else if only_year.is_some_and(|year| year == group)
            || (!group.is_empty() && seen.get(name.as_str()).is_some_and(|count| *count > 1))
        {
            *name = format!("{group} {name}");
        }
    }
}

/// « colonne 3 ».
pub(super) fn unnamed(column: usize) -> String {
    format!("colonne {column}")
}

/// Numbers the names that stand before: « nom », « nom (2) ».
pub(super) fn number_repeated(names: &mut [String]) -> Vec<String> {
    let mut taken: HashSet<String> = names.iter().cloned().collect();
    let (mut seen, mut repeated) = (HashMap::<String, usize>::new(), Vec::new());
    for name in names {
        let count = seen.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count == 1 {
            continue;
        }
        if *count == 2 {
            repeated.push(name.clone());
        }
        let mut numbered = format!("{name} ({count})");
        while !taken.insert(numbered.clone()) {
            *count += 1;
            numbered = format!("{name} ({count})");
        }
        *name = numbered;
    }
    repeated
}

/// A name without line breaks nor blanks in a row.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<const N: usize>(names: [&str; N]) -> [String; N] {
        names.map(str::to_owned)
    }

    #[test]
    fn repeated_names_are_numbered_and_stay_apart() {
        let mut names = texts(["a", "b", "a", "a (2)", "a"]);
        assert_eq!(number_repeated(&mut names), ["a"]);
        assert_eq!(names, ["a", "b", "a (3)", "a (2)", "a (4)"]);
    }

    #[test]
    fn groups_complete_only_the_names_that_need_it() {
        let mut names = texts(["code", "lycées", "collèges", "lycées", ""]);
        complete(&mut names, &texts(["", "2010", "", "2011", "note"]));
        assert_eq!(names, ["code", "2010 lycées", "collèges", "2011 lycées", "note"]);
        let mut names = texts(["", "équipés", "nombre"]);
        complete(&mut names, &texts(["code", "2011", ""]));
        assert_eq!(names, ["code", "2011 équipés", "2011 nombre"], "the year would be lost");
        assert_eq!(one_line(" Taux\n(en  %)"), "Taux (en %)");
    }
}
