//! The text of cases.

use crate::words::Needle;

/// A file or a few, and what must be seen of them.
#[derive(Default)]
pub struct Case {
    pub name: String,
    /// The line of its name.
    pub line: usize,
    /// What a person wants, and what is right.
    pub why: String,
    pub files: Vec<File>,
    pub options: Vec<String>,
    pub checks: Vec<Check>,
}

/// One of its files.
pub struct File {
    pub name: String,
    /// `None` for one that stands in the folder of the cases.
    pub text: Option<String>,
}

/// What must be seen.
pub enum Check {
    Exit(Vec<i32>),
    Fates(Vec<(String, u64)>),
    Asks(Vec<String>),
    Supposes(Vec<String>),
    Told(Vec<Needle>),
    NotTold(Needle),
    Value { code: String, figures: Vec<Figure> },
    Evidence { code: String, word: String, is: bool },
    Date { code: String, day: String },
    Parts { code: String, all: bool },
    SameAs(String),
    NoValue,
    Refused(Vec<Needle>),
    MayBeRefused(Vec<Needle>),
    Page(Vec<Needle>),
    PageNot(Needle),
}

/// A figure of a territory.
pub enum Figure {
    Any,
    None,
    Number(f64),
    Word(String),
}

/// Reads the cases of a file.
pub fn cases(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case { name: name.to_owned(), line: number, ..Case::default() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        add(case, line).map_err(|wrong| format!("line {number}: {wrong}: {line}"))?;
    }
    for (rank, case) in cases.iter().enumerate() {
        if case.files.is_empty() || case.checks.is_empty() {
            return Err(format!("{} has no file or no check", case.name));
        }
        if cases[..rank].iter().any(|other| other.name == case.name) {
            return Err(format!("there are two cases {}", case.name));
        }
    }
    Ok(cases)
}

fn add(case: &mut Case, line: &str) -> Result<(), &'static str> {
    if let Some(row) = line.strip_prefix('|') {
        let file = case.files.last_mut().ok_or("a row without its file")?;
        let text = file.text.as_mut().ok_or("a row of a file of the folder")?;
        text.push_str(row.strip_prefix(' ').unwrap_or(row));
        text.push('\n');
        return Ok(());
    }
    if line.is_empty() {
        return Ok(());
    }
    if case.why.is_empty() {
        line.clone_into(&mut case.why);
        return Ok(());
    }
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "file" => {
            let text = (!rest.starts_with("in/")).then(String::new);
            case.files.push(File { name: rest.to_owned(), text });
        }
        "options" => case.options = words(rest),
        _ => case.checks.push(check(word, rest).ok_or("no such check")?),
    }
    Ok(())
}

fn check(word: &str, rest: &str) -> Option<Check> {
    let two = || rest.split_once(' ').map(|(one, other)| (one.to_owned(), other.to_owned()));
    Some(match word {
        "exit" => Check::Exit(rest.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?),
        "fates" => Check::Fates(rest.split(", ").map(fate).collect::<Option<_>>()?),
        "asks" => Check::Asks(codes(rest)),
        "supposes" => Check::Supposes(codes(rest)),
        "told" => Check::Told(needles(rest)),
        "not" => Check::NotTold(Needle::new(rest.strip_prefix("told ")?)),
        "value" => {
            let (code, figures) = two()?;
            Check::Value { code, figures: figures.split(' ').map(figure).collect() }
        }
        "evidence" => {
            let (code, word) = two()?;
            let (word, is) = match word.strip_prefix("not ") {
                Some(other) => (other.to_owned(), false),
                None => (word, true),
            };
            Check::Evidence { code, word, is }
        }
        "date" => {
            let (code, day) = two()?;
            Check::Date { code, day: if day == "none" { String::new() } else { day } }
        }
        "parts" => {
            let (code, parts) = two()?;
            Check::Parts { code, all: parts == "all" }
        }
        "same" => Check::SameAs(rest.strip_prefix("as ")?.to_owned()),
        "no" => (rest == "value").then_some(Check::NoValue)?,
        "refused" => Check::Refused(needles(rest)),
        "may" => Check::MayBeRefused(needles(rest.strip_prefix("be refused ")?)),
        "page" => match rest.strip_prefix("not ") {
            Some(rest) => Check::PageNot(Needle::new(rest)),
            None => Check::Page(needles(rest)),
        },
        _ => return None,
    })
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(|word| word.replace('_', " ")).collect()
}

fn codes(text: &str) -> Vec<String> {
    let mut codes: Vec<String> =
        text.split(' ').filter(|code| *code != "nothing").map(str::to_owned).collect();
    codes.sort_unstable();
    codes
}

fn needles(text: &str) -> Vec<Needle> {
    text.split(" | ").filter(|needle| !needle.is_empty()).map(Needle::new).collect()
}

/// « map 5 », by the name that the report for programs gives to it.
fn fate(text: &str) -> Option<(String, u64)> {
    let (name, rows) = text.split_once(' ')?;
    let name = match name {
        "map" => "sur_la_carte",
        "total" => "total_compare",
        "note" => "titre_ou_note",
        "known" => "connu_non_compte",
        "left" => "laisse_de_cote",
        _ => return None,
    };
    Some((name.to_owned(), rows.parse().ok()?))
}

fn figure(text: &str) -> Figure {
    match text {
        "-" => Figure::Any,
        "none" => Figure::None,
        text => match text.parse() {
            Ok(number) => Figure::Number(number),
            Err(_) => Figure::Word(text.to_owned()),
        },
    }
}
