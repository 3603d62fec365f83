//! The report on a file, as text: first what became of the rows, then what is to decide.

use std::fmt::Write as _;

use crate::{
    coverage::{
        CoverageNotice,
        import::{ImportReport, Question, Supposition},
    },
    french::{NARROW_SPACE, counted},
    project::OwnFile,
    table::Lines,
};

// Writing to a `String` cannot fail; the results of `writeln!` are dropped for that reason alone.
pub(super) fn text_of(file: &OwnFile, report: &ImportReport) -> String {
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
    section("À décider", report.questions.iter().flat_map(question).collect());
    section("Supposé", report.suppositions.iter().map(supposition).collect());
    section("Réparé", repaired(file, report));
    section("Laissé de côté", left_out(report));
    section("Non compté ici", report.not_counted());
    section("À vérifier", doubts(report));
    section("Reconnu", recognised(file, report));
    section("Colonnes", columns(report));
    text.push('\n');
    text
}

/// A question, and the options that answer it.
pub(in crate::cli) fn question(question: &Question) -> [String; 2] {
    [question.to_string(), format!("  → {}", question.options())]
}

fn supposition(supposition: &Supposition) -> String {
    format!("{supposition} ({})", supposition.option())
}

fn repaired(file: &OwnFile, report: &ImportReport) -> Vec<String> {
    let notices = file.reading.notices.iter().map(ToString::to_string);
    notices.chain(report.repaired.iter().map(|repair| repair.sentence())).collect()
}

/// Values, rows, cells and words that are left out, each kind once.
fn left_out(report: &ImportReport) -> Vec<String> {
    let mut lines: Vec<String> = report.values_left_out().map(ToString::to_string).collect();
    for (reason, of_rows) in report.other_rows_left_out() {
        lines.push(format!(
            "{}{NARROW_SPACE}: {}.",
            of_rows.into_iter().collect::<Lines>(),
            reason.label()
        ));
    }
    lines.extend(notices(&report.notices));
    let odd = report.words.iter();
    lines.extend(odd.map(|word| {
        let says = match word.says {
            None => "mot inconnu, ni oui ni non",
            Some(_) => "ni oui ni non",
        };
        format!(
            "« {} » (ligne {}){NARROW_SPACE}: {}, {says}.",
            word.word,
            word.line,
            counted(word.schools, "établissement", "établissements")
        )
    }));
    lines
}

/// The first of each kind, and how many more there are.
fn notices(notices: &[CoverageNotice]) -> Vec<String> {
    const SHOWN: usize = 20;
    let mut lines: Vec<String> = notices.iter().take(SHOWN).map(ToString::to_string).collect();
    let more = notices.len().saturating_sub(SHOWN);
    if more > 0 {
        lines.push(format!(
            "… et {} du même genre.",
            counted(more, "autre cellule", "autres cellules")
        ));
    }
    lines
}

fn doubts(report: &ImportReport) -> Vec<String> {
    report.doubts.iter().map(ToString::to_string).collect()
}

fn recognised(file: &OwnFile, report: &ImportReport) -> Vec<String> {
    let of_table = file.reading.recognition.reasons.iter();
    let mut lines: Vec<String> = of_table.map(ToString::to_string).collect();
    lines.extend(report.recognised.iter().map(ToString::to_string));
    lines.extend(report.confirmed.iter().map(Supposition::confirmed));
    lines
}

/// « taux_2011 → part : Le nom « taux_2011 » est connu. », and the columns without use in one line.
fn columns(report: &ImportReport) -> Vec<String> {
    let mut lines = Vec::new();
    for (header, column) in &report.columns {
        if let Some(meaning) = column.meaning {
            let why = column.reasons.last().map(ToString::to_string).unwrap_or_default();
            lines.push(format!("« {header} » → {}. {why}", meaning.label()));
        }
    }
    let unused: Vec<String> = report.unused_columns().map(|name| format!("« {name} »")).collect();
    if !unused.is_empty() {
        lines.push(format!("Sans usage{NARROW_SPACE}: {}.", unused.join(", ")));
    }
    lines
}
