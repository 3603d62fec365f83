//! How columns are called.

use std::collections::{HashMap, HashSet};

use super::{
    Lines, TableNotice,
    block::Block,
    header::Header,
    kind::{Kind, kind},
    notice::excerpt,
    title_row::TitleRow,
};

/// Names that are repeated are told one by one up to here.
const MOST_TOLD: usize = 5;

/// What the columns of a table are called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// No two alike.
    pub shown: Vec<String>,
    /// As the file writes them: empty where it writes none, perhaps several alike.
    pub written: Vec<String>,
}

/// The names of the columns, and the rows that stand above them.
pub(super) struct Named {
    pub names: Names,
    pub titles: Vec<TitleRow>,
    pub notices: Vec<TableNotice>,
}

impl Names {
    /// Names of columns that are all different.
    pub fn distinct(names: Vec<String>) -> Self {
        Self { written: names.clone(), shown: names }
    }

    fn new(written: Vec<String>, has_values: impl Fn(usize) -> bool) -> (Self, Vec<TableNotice>) {
        let (mut shown, mut without) = (written.clone(), Vec::new());
        for (column, name) in shown.iter_mut().enumerate().filter(|(_, name)| name.is_empty()) {
            *name = unnamed(column + 1);
            if has_values(column) {
                without.push(name.clone());
            }
        }
        let mut notices = Vec::new();
        if !without.is_empty() {
            notices.push(TableNotice::UnnamedColumns { columns: without });
        }
        let mut repeated = set_apart(&mut shown);
        let others = repeated.split_off(repeated.len().min(MOST_TOLD));
        let twice = repeated.into_iter();
        notices.extend(twice.map(|(name, columns)| TableNotice::HeaderTwice { name, columns }));
        if !others.is_empty() {
            let names = others.into_iter().map(|(name, _)| name).collect();
            notices.push(TableNotice::RepeatedNames { names });
        }
        (Self { shown, written }, notices)
    }
}

/// Names the columns of a table, of which `rows` are the first. `shift` moves the names of a header
/// that is one cell short to the right: the first column has none.
pub(super) fn name(rows: &Block, header: &Header, shift: bool) -> Named {
    let has_values = |column: usize| {
        (header.data..rows.len()).any(|row| !rows.cell(row, column).trim().is_empty())
    };
    if header.line.is_none() {
        let shown = (1..=header.width).map(unnamed).collect();
        let names = Names { shown, written: vec![String::new(); header.width] };
        let notices = vec![TableNotice::NoHeader { line: rows.line(header.data) }];
        return with_titles(rows, names, (0..header.top).collect(), notices);
    }
    let row = header.data - 1;
    let of_row = |row: usize| -> Vec<String> {
        (0..header.width).map(|column| one_line(rows.cell(row, column))).collect()
    };
    let mut written = of_row(row);
    // Names that a merged cell above completes: its text stands over its first column only.
    let above = if header.top < row {
        Some(header.top)
    } else {
        row.checked_sub(1).filter(|above| rows.filled(*above) >= 2)
    };
    let groups = above.filter(|above| complete(&mut written, &of_row(*above)));
    if shift {
        written.rotate_right(1);
    }
    let (names, mut notices) = Names::new(written, has_values);
    if shift {
        notices.insert(0, TableNotice::ShortHeader { line: rows.line(row) });
    }
    let titles = (0..header.top).filter(|row| Some(*row) != groups).collect();
    with_titles(rows, names, titles, notices)
}

fn with_titles(
    rows: &Block,
    names: Names,
    above: Vec<usize>,
    mut notices: Vec<TableNotice>,
) -> Named {
    let title = |row: &usize| TitleRow {
        line: rows.line(*row),
        text: in_one(rows, *row),
        cells: rows.trimmed(*row).map(str::to_owned).collect(),
    };
    let titles: Vec<TitleRow> = above.iter().map(title).collect();
    if let Some(first) = titles.first() {
        let lines: Lines = titles.iter().map(|title| title.line).collect();
        notices.insert(0, TableNotice::TitleRows { lines, first: excerpt(&first.text) });
    }
    Named { names, titles, notices }
}

/// The filled cells of a row as one text.
pub(super) fn in_one(rows: &Block, row: usize) -> String {
    rows.trimmed(row).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Puts the group in front of names that are repeated, and in place of those that lack. `groups`
/// has a text over the first column of each group only, as merged cells leave it. A year that
/// stands alone above names is put in front of all of them: it dates the table. Whether any name
/// was completed.
fn complete(names: &mut [String], groups: &[String]) -> bool {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        *seen.entry(name.clone()).or_default() += 1;
    }
    let years = || groups.iter().filter(|text| kind(text) == Kind::Year);
    let only_year = years().next().filter(|_| years().count() == 1);
    let (mut group, mut completed) = ("", false);
    for (name, text) in names.iter_mut().zip(groups) {
        if !text.is_empty() {
            group = text;
        }
        if name.is_empty() {
            completed |= !text.is_empty();
            name.push_str(text);
        } else if only_year.is_some_and(|year| year == group)
            || (!group.is_empty() && seen.get(name.as_str()).is_some_and(|count| *count > 1))
        {
            *name = format!("{group} {name}");
            completed = true;
        }
    }
    completed
}

/// « colonne 3 ».
fn unnamed(column: usize) -> String {
    format!("colonne {column}")
}

/// Sets the names that stand before apart: « taux 2011 », « taux 2011, colonne 5 ». A bare number
/// behind a year would be taken for a month. Gives back each repeated name with the columns, from
/// 1, that bear it.
fn set_apart(names: &mut [String]) -> Vec<(String, Vec<usize>)> {
    let mut columns: HashMap<String, Vec<usize>> = HashMap::new();
    for (column, name) in names.iter().enumerate() {
        columns.entry(name.clone()).or_default().push(column);
    }
    let mut taken: HashSet<String> = columns.keys().cloned().collect();
    let mut repeated: Vec<(String, Vec<usize>)> =
        columns.into_iter().filter(|(_, columns)| columns.len() > 1).collect();
    repeated.sort_unstable_by(|(_, a), (_, b)| a.cmp(b));
    for (name, columns) in &mut repeated {
        for column in columns.iter().skip(1) {
            let mut apart = format!("{name}, colonne {}", column + 1);
            while !taken.insert(apart.clone()) {
                apart.push('’');
            }
            names[*column] = apart;
        }
        columns.iter_mut().for_each(|column| *column += 1);
    }
    repeated
}

/// A name without line breaks nor blanks in a row.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<const N: usize>(names: [&str; N]) -> [String; N] {
        names.map(str::to_owned)
    }

    #[test]
    fn repeated_names_are_set_apart_by_their_columns() {
        let mut names = texts(["a", "b", "a", "a, colonne 3", "a"]);
        assert_eq!(set_apart(&mut names), [("a".to_owned(), vec![1, 3, 5])]);
        assert_eq!(names, ["a", "b", "a, colonne 3’", "a, colonne 3", "a, colonne 5"]);
    }

    #[test]
    fn groups_complete_only_the_names_that_need_it() {
        let mut names = texts(["code", "lycées", "collèges", "lycées", ""]);
        assert!(complete(&mut names, &texts(["", "2010", "", "2011", "note"])));
        assert_eq!(names, ["code", "2010 lycées", "collèges", "2011 lycées", "note"]);
        let mut names = texts(["", "équipés", "nombre"]);
        assert!(complete(&mut names, &texts(["code", "2011", ""])));
        assert_eq!(names, ["code", "2011 équipés", "2011 nombre"], "the year would be lost");
        assert!(!complete(&mut names, &texts(["Titre", "", ""])));
        assert_eq!(one_line(" Taux\n(en  %)"), "Taux (en %)");
    }
}
