//! `atlas-ent verifier`: what the program makes of a file, without a screen.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde_json::{Value, json};

use super::{
    UNMATCHED, UNUSABLE,
    tables::{FileError, read_file},
};
use crate::{
    coverage::import::ImportReport,
    project::{ChoiceMemory, Opened, OwnFile, OwnSet},
    table::READ_ON,
};

/// Reports on some files, as text or as JSON. The code tells the worst of them: 0 when all rows
/// are joined, 1 when some are not, 2 when a file could not be read.
///
/// Files that go together are joined; where they do not, each is reported on by itself.
pub(super) fn check(paths: &[PathBuf], as_json: bool) -> ExitCode {
    let mut worst = 0;
    let mut values = Vec::new();
    let mut tell = |path: &Path, error: FileError| {
        worst = UNUSABLE;
        if as_json {
            let file = path.display().to_string();
            values.push(json!({ "fichier": file, "erreur": error.to_string() }));
        } else {
            eprintln!("atlas-ent : {error}");
        }
    };
    let mut set = OwnSet::new();
    for path in paths {
        if let Err(error) =
            read_file(path).and_then(|file| Ok(set.add(file, &ChoiceMemory::default(), READ_ON)?))
        {
            tell(path, error);
        }
    }
    let mut opened = Vec::new();
    match set.clone().open(READ_ON) {
        Ok(all) => opened.push(all),
        Err(error) if set.files().len() < 2 => {
            if let Some(path) = paths.first().filter(|_| !set.files().is_empty()) {
                tell(path, error.into());
            }
        }
        Err(_) => {
            for one in set.each() {
                let path = PathBuf::from(one.data.names());
                match one.open(READ_ON) {
                    Ok(one) => opened.push(one),
                    Err(error) => tell(&path, error.into()),
                }
            }
        }
    }
    let mut reports = Vec::new();
    for Opened { set, imported } in &opened {
        if !imported.is_complete() {
            worst = worst.max(UNMATCHED);
        }
        for (file, report) in set.files().iter().zip(&imported.reports) {
            if as_json {
                reports.push(value_of(file, report));
            } else {
                say(&text_of(file, report));
            }
        }
    }
    if as_json {
        reports.append(&mut values);
        say(&format!("{:#}\n", Value::Array(reports)));
    }
    ExitCode::from(worst)
}

/// A reader that closed early (`| head`) is no fault of ours.
fn say(text: &str) {
    use std::io::Write as _;
    let _ = write!(std::io::stdout(), "{text}");
}

// Writing to a `String` cannot fail; the results of `writeln!` are dropped for that reason alone.
fn text_of(file: &OwnFile, report: &ImportReport) -> String {
    let mut text = format!("{}\n{}\n", file.name, report.summary());
    let mut section = |title: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        let _ = writeln!(text, "\n{title}");
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
    };
    section("Reconnu", recognised(file, report));
    section("Colonnes", columns(report));
    section("Réparé", report.repaired.iter().map(|repair| repair.sentence()).collect());
    section("Non rapproché", report.unmatched.iter().map(ToString::to_string).collect());
    section("À vérifier", doubts(file, report));
    text.push('\n');
    text
}

fn value_of(file: &OwnFile, report: &ImportReport) -> Value {
    let strings = |lines: Vec<String>| Value::from(lines);
    let unmatched: Vec<Value> = report
        .unmatched
        .iter()
        .map(|u| {
            json!({
                "valeur": u.value,
                "lignes": u.rows,
                "premiere_ligne": u.line,
                "motif": u.why.to_string(),
                "perte": u.why.is_a_loss(),
            })
        })
        .collect();
    json!({
        "fichier": file.name,
        "lignes": report.rows,
        "rapprochees": report.joined,
        "territoires": report.territories,
        "complet": report.is_complete(),
        "reconnu": strings(recognised(file, report)),
        "colonnes": strings(columns(report)),
        "repare": strings(report.repaired.iter().map(|repair| repair.sentence()).collect()),
        "non_rapproche": unmatched,
        "a_verifier": strings(doubts(file, report)),
    })
}

fn recognised(file: &OwnFile, report: &ImportReport) -> Vec<String> {
    let mut lines = file.reading.recognition.reasons.clone();
    lines.extend(report.recognised.iter().cloned());
    lines
}

/// « taux_2011 → part : Le nom « taux_2011 » contient « taux ». »
fn columns(report: &ImportReport) -> Vec<String> {
    let columns = &report.columns;
    columns
        .iter()
        .map(|(header, column)| {
            let meaning = column.meaning.map_or("ignorée", |meaning| meaning.label());
            let why = column.reasons.first().map_or("", String::as_str);
            format!("« {header} » → {meaning}. {why}")
        })
        .collect()
}

fn doubts(file: &OwnFile, report: &ImportReport) -> Vec<String> {
    let mut lines: Vec<String> = file.reading.notices.iter().map(ToString::to_string).collect();
    lines.extend(report.doubts.iter().cloned());
    lines.extend(report.notices.iter().map(ToString::to_string));
    lines
}
