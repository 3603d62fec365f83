//! What is seen of a case, against what must be.

use std::{
    cell::OnceCell,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    page,
    reading::{Case, Check, Figure},
    table::{Table, number},
    words::{Needle, fold},
};

/// The cases of a file, and a folder in which their own files stand.
pub struct Bench<'a> {
    cases: &'a [Case],
    desk: TempDir,
    /// Of files that stand among the cases.
    folder: &'a Path,
}

/// A program that left.
struct Outcome {
    code: Option<i32>,
    /// All that it said, folded, without the names of the files.
    said: String,
    /// As it is.
    output: String,
}

/// What `tableau` made of a case.
struct Made {
    outcome: Outcome,
    /// `None` where it refused.
    table: Option<Table>,
}

/// What is seen of one case, each output made once and where it is asked for.
struct Seen<'a> {
    bench: &'a Bench<'a>,
    case: &'a Case,
    report: OnceCell<Outcome>,
    json: OnceCell<Value>,
    made: OnceCell<Made>,
    page: OnceCell<Result<String, String>>,
}

impl<'a> Bench<'a> {
    pub fn new(cases: &'a [Case], folder: &'a Path) -> Self {
        Self { cases, desk: tempfile::tempdir().unwrap(), folder }
    }

    /// Runs a case: what is not right, if something is not.
    pub fn check(&self, case: &Case) -> Result<(), String> {
        self.write(case);
        let seen = Seen {
            bench: self,
            case,
            report: OnceCell::new(),
            json: OnceCell::new(),
            made: OnceCell::new(),
            page: OnceCell::new(),
        };
        let may_refuse = case.checks.iter().find_map(|check| match check {
            Check::MayBeRefused(needles) => Some(needles),
            _ => None,
        });
        if let Some(needles) = may_refuse
            && seen.made().outcome.code == Some(2)
        {
            return need(needles, &seen.made().outcome.said, "refusal");
        }
        case.checks.iter().try_for_each(|check| seen.check(check))
    }

    fn write(&self, case: &Case) {
        for file in &case.files {
            if let Some(text) = &file.text {
                let path = self.path(case, &file.name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
        }
    }

    fn path(&self, case: &Case, name: &str) -> PathBuf {
        self.desk.path().join(&case.name).join(name)
    }

    fn paths(&self, case: &Case) -> Vec<String> {
        let path = |file: &crate::reading::File| match file.text {
            Some(_) => self.path(case, &file.name),
            None => self.folder.join(&file.name),
        };
        case.files.iter().map(|file| path(file).display().to_string()).collect()
    }

    fn run(&self, case: &Case, arguments: &[String]) -> Outcome {
        let output = Command::new(env!("CARGO_BIN_EXE_atlas-ent"))
            .args(arguments)
            .current_dir(self.desk.path())
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut said = format!("{}\n{}", text(&output.stdout), text(&output.stderr));
        for path in self.paths(case) {
            said = said.replace(&path, "FICHIER");
            if let Some(name) = Path::new(&path).file_name().and_then(|name| name.to_str()) {
                said = said.replace(name, "FICHIER");
            }
        }
        Outcome { code: output.status.code(), said: fold(&said), output: text(&output.stdout) }
    }

    /// A command over the files of a case, with its options, to a file.
    fn make(&self, case: &Case, command: &str, extension: &str) -> (Outcome, PathBuf) {
        let target = self.desk.path().join(format!("{}-{command}.{extension}", case.name));
        let mut arguments = vec![command.to_owned()];
        for path in self.paths(case) {
            arguments.extend(["--donnees".to_owned(), path]);
        }
        arguments.extend(case.options.iter().cloned());
        arguments.extend(["--sortie".to_owned(), target.display().to_string()]);
        (self.run(case, &arguments), target)
    }

    fn table(&self, case: &Case) -> Made {
        let (outcome, target) = self.make(case, "tableau", "csv");
        let table = (outcome.code == Some(0)).then(|| fs::read(target).unwrap());
        Made { outcome, table: table.map(|bytes| Table::read(&bytes).unwrap()) }
    }
}

impl Seen<'_> {
    fn report(&self) -> &Outcome {
        self.report.get_or_init(|| {
            let arguments = [vec!["verifier".to_owned()], self.bench.paths(self.case)].concat();
            self.bench.run(self.case, &arguments)
        })
    }

    fn json(&self) -> &Value {
        self.json.get_or_init(|| {
            let mut arguments = vec!["verifier".to_owned(), "--json".to_owned()];
            arguments.extend(self.bench.paths(self.case));
            let outcome = self.bench.run(self.case, &arguments);
            serde_json::from_str(&outcome.output).unwrap_or(Value::Null)
        })
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(|| self.bench.table(self.case))
    }

    fn rows(&self) -> Result<&Table, String> {
        let Made { outcome, table } = self.made();
        let refused = || format!("tableau: exit code {:?}: {}", outcome.code, outcome.said.trim());
        table.as_ref().ok_or_else(refused)
    }

    fn page(&self) -> Result<&str, String> {
        let made = self.page.get_or_init(|| {
            let (outcome, target) = self.bench.make(self.case, "export", "svg");
            if outcome.code != Some(0) {
                return Err(format!("export: exit code {:?}: {}", outcome.code, outcome.said));
            }
            Ok(fold(&page::texts(&fs::read_to_string(target).unwrap())?))
        });
        made.as_ref().map(String::as_str).map_err(Clone::clone)
    }

    /// The codes of a list of the report for programs, of all files.
    fn codes(&self, member: &str) -> Vec<String> {
        let files = self.json().as_array().into_iter().flatten();
        let all = files.filter_map(|file| file[member].as_array()).flatten();
        let mut codes: Vec<String> =
            all.filter_map(|one| one["code"].as_str()).map(str::to_owned).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    fn check(&self, check: &Check) -> Result<(), String> {
        match check {
            Check::Exit(codes) => {
                let code = self.report().code;
                let is_right = code.is_some_and(|code| codes.contains(&code));
                is_right.then_some(()).ok_or_else(|| {
                    format!("verifier: exit code {code:?} instead of {codes:?}{}", self.summary())
                })
            }
            Check::Fates(fates) => self.fates(fates),
            Check::Asks(codes) => same(codes, &self.codes("a_decider"), "asks"),
            Check::Supposes(codes) => same(codes, &self.codes("suppose"), "supposes"),
            Check::Told(needles) => need(needles, &self.report().said, "verifier"),
            Check::NotTold(needle) => need_not(needle, &self.report().said, "verifier"),
            Check::Page(needles) => need(needles, self.page()?, "page"),
            Check::PageNot(needle) => need_not(needle, self.page()?, "page"),
            Check::Value { code, figures } => value(self.rows()?, code, figures),
            Check::Evidence { code, word, is } => {
                let table = self.rows()?;
                let is_right = (table.cell(code, "Preuve")? == word) == *is;
                let wanted = if *is { "" } else { "not " };
                is_right.then_some(()).ok_or_else(|| {
                    format!("« {code} » {wanted}« {word} »; seen: {}", table.seen(code))
                })
            }
            Check::Date { code, day } => {
                let cell = self.rows()?.cell(code, "Date")?;
                (cell == day)
                    .then_some(())
                    .ok_or_else(|| format!("date of « {code} »: « {day} »; seen: « {cell} »"))
            }
            Check::Parts { code, all } => {
                let table = self.rows()?;
                let known = table.cell(code, "Composantes connues")?;
                let parts = table.cell(code, "Composantes")?;
                ((known == parts) == *all).then_some(()).ok_or_else(|| {
                    format!("all parts of « {code} »: {all}; seen: {known} of {parts}")
                })
            }
            Check::SameAs(name) => self.same_as(name),
            Check::NoValue => {
                let Some(table) = &self.made().table else { return Ok(()) };
                match table.with_value() {
                    None => Ok(()),
                    Some(code) => {
                        Err(format!("« {code} » must have no value; seen: {}", table.seen(code)))
                    }
                }
            }
            Check::Refused(needles) => {
                let Outcome { code, said, .. } = &self.made().outcome;
                if *code != Some(2) {
                    return Err(format!("tableau: exit code {code:?}, a refusal (2) is right"));
                }
                if needles.is_empty() { Ok(()) } else { need(needles, said, "refusal") }
            }
            // Reached where the file was not refused: the other checks must hold.
            Check::MayBeRefused(_) => Ok(()),
        }
    }

    fn summary(&self) -> String {
        self.report().said.lines().take(12).map(|line| format!("\n    {line}")).collect()
    }

    fn fates(&self, wanted: &[(String, u64)]) -> Result<(), String> {
        let files: Vec<&Value> = self.json().as_array().into_iter().flatten().collect();
        let rows = |name: &str| -> u64 {
            files.iter().filter_map(|file| file["sorts"][name].as_u64()).sum()
        };
        let names = [
            "sur_la_carte",
            "total_compare",
            "titre_ou_note",
            "connu_non_compte",
            "laisse_de_cote",
        ];
        let of = |name: &str| wanted.iter().find(|(other, _)| other == name).map_or(0, |(_, n)| *n);
        let wrong = names.iter().find(|name| rows(name) != of(name));
        wrong.map_or(Ok(()), |name| {
            Err(format!("{name}: {}; seen: {}{}", of(name), rows(name), self.summary()))
        })
    }

    fn same_as(&self, name: &str) -> Result<(), String> {
        let other = self.bench.cases.iter().find(|case| case.name == name);
        let other = other.ok_or_else(|| format!("no case « {name} »"))?;
        self.bench.write(other);
        let made = self.bench.table(other);
        let (own, other) = (self.rows()?, made.table.ok_or("the other is refused")?);
        let differ = own.codes().find(|code| own.seen(code) != other.seen(code));
        differ.map_or(Ok(()), |code| {
            Err(format!(
                "the values of « {name} »; seen of « {code} »: {} and {}",
                own.seen(code),
                other.seen(code)
            ))
        })
    }
}

fn value(table: &Table, code: &str, figures: &[Figure]) -> Result<(), String> {
    const ROUNDING: f64 = 0.06;
    let cells = table.figures(code)?;
    for ((figure, cell), rank) in figures.iter().zip(cells).zip(0..) {
        let seen = number(cell);
        let is_right = match figure {
            Figure::Any => true,
            Figure::None => seen.is_none(),
            Figure::Word(word) => cell == word,
            Figure::Number(number) if rank == 0 => {
                seen.is_some_and(|seen| (seen - number).abs() <= ROUNDING)
            }
            Figure::Number(number) => seen == Some(*number),
        };
        if !is_right {
            return Err(format!("figure {} of « {code} »; seen: {}", rank + 1, table.seen(code)));
        }
    }
    Ok(())
}

fn same(wanted: &[String], seen: &[String], what: &str) -> Result<(), String> {
    (wanted == seen).then_some(()).ok_or_else(|| format!("{what} {wanted:?}; seen: {seen:?}"))
}

fn need(needles: &[Needle], text: &str, from: &str) -> Result<(), String> {
    if needles.iter().any(|needle| needle.is_in(text)) {
        return Ok(());
    }
    let needles: Vec<String> = needles.iter().map(Needle::to_string).collect();
    let seen: String = text.lines().take(25).map(|line| format!("\n    {line}")).collect();
    Err(format!("{from}: none of « {} » in:{seen}", needles.join(" | ")))
}

fn need_not(needle: &Needle, text: &str, from: &str) -> Result<(), String> {
    match needle.line_of(text) {
        None => Ok(()),
        Some(line) => Err(format!("{from}: « {needle} » must not be there; seen: {line}")),
    }
}
