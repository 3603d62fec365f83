//! `atlas-ent verifier`: what the program makes of a file, without a screen.

use std::{fmt::Write as _, path::PathBuf, process::ExitCode};

use serde_json::{Value, json};

use super::{UNMATCHED, UNUSABLE, tables::read_file};
use crate::project::OwnFile;

/// Reports on some files, as text or as JSON. The code tells the worst of them: 0 when all rows
/// are joined, 1 when some are not, 2 when a file could not be read.
pub(super) fn check(files: &[PathBuf], as_json: bool) -> ExitCode {
    let mut worst = 0;
    let mut values = Vec::new();
    for path in files {
        match read_file(path) {
            Ok(file) => {
                if !file.imported.report.is_complete() {
                    worst = worst.max(UNMATCHED);
                }
                if as_json {
                    values.push(value_of(&file));
                } else {
                    say(&text_of(&file));
                }
            }
            Err(error) => {
                worst = UNUSABLE;
                if as_json {
                    values.push(json!({ "fichier": path.display().to_string(), "erreur": error.to_string() }));
                } else {
                    eprintln!("atlas-ent : {error}");
                }
            }
        }
    }
    if as_json {
        say(&format!("{:#}\n", Value::Array(values)));
    }
    ExitCode::from(worst)
}

/// A reader that closed early (`| head`) is no fault of ours.
fn say(text: &str) {
    use std::io::Write as _;
    let _ = write!(std::io::stdout(), "{text}");
}

// Writing to a `String` cannot fail; the results of `writeln!` are dropped for that reason alone.
fn text_of(file: &OwnFile) -> String {
    let report = &file.imported.report;
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
    section("Reconnu", recognised(file));
    section("Colonnes", columns(file));
    section("Réparé", report.repaired.iter().map(|repair| repair.sentence()).collect());
    section("Non rapproché", report.unmatched.iter().map(ToString::to_string).collect());
    section("À vérifier", doubts(file));
    text.push('\n');
    text
}

fn value_of(file: &OwnFile) -> Value {
    let report = &file.imported.report;
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
        "reconnu": strings(recognised(file)),
        "colonnes": strings(columns(file)),
        "repare": strings(report.repaired.iter().map(|repair| repair.sentence()).collect()),
        "non_rapproche": unmatched,
        "a_verifier": strings(doubts(file)),
    })
}

fn recognised(file: &OwnFile) -> Vec<String> {
    let mut lines = file.recognition.reasons.clone();
    lines.extend(file.imported.report.recognised.iter().cloned());
    lines
}

/// « taux_2011 → part : Le nom « taux_2011 » contient « taux ». »
fn columns(file: &OwnFile) -> Vec<String> {
    let columns = &file.imported.report.columns;
    columns
        .iter()
        .map(|(header, column)| {
            let meaning = column.meaning.map_or("ignorée", |meaning| meaning.label());
            let why = column.reasons.first().map_or("", String::as_str);
            format!("« {header} » → {meaning}. {why}")
        })
        .collect()
}

fn doubts(file: &OwnFile) -> Vec<String> {
    let report = &file.imported.report;
    let mut lines: Vec<String> = file.notices.iter().map(ToString::to_string).collect();
    lines.extend(report.doubts.iter().cloned());
    lines.extend(report.notices.iter().map(ToString::to_string));
    lines
}
