//! The report on a file, for programs: codes, fields and rows beside the sentences. Its form is
//! `docs/verifier.schema.json`.

use serde_json::{Value, json};

use crate::{
    coverage::{
        CoverageNotice,
        import::{Fate, FateCounts, ImportReport, Question, Reply, Supposition, WordTold},
    },
    project::OwnFile,
};

pub(super) fn value_of(file: &OwnFile, report: &ImportReport) -> Value {
    let counts = report.fates.counts();
    json!({
        "fichier": file.name,
        "lignes": counts.rows(),
        "sorts": sorts(counts),
        "resume": report.summary(),
        "territoires": report.territories,
        "complet": report.is_complete(),
        "a_decider": report.questions.iter().map(question).collect::<Vec<_>>(),
        "suppose": report.suppositions.iter().map(supposition).collect::<Vec<_>>(),
        "confirme": report.confirmed.iter().map(supposition).collect::<Vec<_>>(),
        "repare": repaired(file, report),
        "laisse_de_cote": left_out(report),
        "non_rapproche": unmatched(report),
        "non_compte": not_counted(report),
        "cellules": report.notices.iter().map(cell).collect::<Vec<_>>(),
        "mots": report.words.iter().map(word).collect::<Vec<_>>(),
        "a_verifier": report.doubts.iter().map(|doubt| {
            json!({ "code": doubt.code(), "phrase": doubt.to_string() })
        }).collect::<Vec<_>>(),
        "reconnu": recognised(file, report),
        "colonnes": columns(report),
        "a_montrer": report.showable.iter().map(|one| json!({
            "colonne": one.header,
            "rang": one.column + 1,
            "sens": one.meaning.word(),
            "montree": one.is_shown,
        })).collect::<Vec<_>>(),
    })
}

fn sorts(counts: FateCounts) -> Value {
    json!({
        "sur_la_carte": counts.on_map,
        "total_compare": counts.totals,
        "titre_ou_note": counts.notes,
        "connu_non_compte": counts.not_counted,
        "laisse_de_cote": counts.left_out,
    })
}

fn question(question: &Question) -> Value {
    json!({
        "code": question.code(),
        "phrase": question.to_string(),
        "valeurs": question.values(),
        "reponses": question.replies().iter().map(Reply::label).collect::<Vec<_>>(),
        "option": question.options(),
    })
}

fn supposition(supposition: &Supposition) -> Value {
    json!({
        "code": supposition.kind().code(),
        "phrase": supposition.to_string(),
        "en_bref": supposition.short(),
        "degre": "suppose",
        "option": supposition.option(),
    })
}

fn repaired(file: &OwnFile, report: &ImportReport) -> Value {
    let of_table = file.reading.notices.iter().map(ToString::to_string);
    let of_values = report.repaired.iter().map(|repair| repair.sentence());
    of_table.chain(of_values).map(|phrase| json!({ "phrase": phrase })).collect()
}

fn left_out(report: &ImportReport) -> Value {
    let rows = report.fates.rows().iter().filter_map(|(line, fate)| match fate {
        Fate::LeftOut(left) => Some(json!({
            "ligne": line,
            "code": left.reason.code(),
            "motif": left.reason.label(),
            "porte_une_valeur": left.holds_a_value,
        })),
        _ => None,
    });
    rows.collect()
}

fn unmatched(report: &ImportReport) -> Value {
    let values = report.unmatched.iter().map(|value| {
        json!({
            "valeur": value.value,
            "lignes": value.rows,
            "premiere_ligne": value.line,
            "code": value.why.code(),
            "motif": value.why.to_string(),
        })
    });
    values.collect()
}

fn not_counted(report: &ImportReport) -> Value {
    let reasons = report.fates.not_counted().into_iter();
    reasons
        .map(|(why, rows)| json!({ "code": why.code(), "lignes": rows, "phrase": why.told(rows) }))
        .collect()
}

fn cell(notice: &CoverageNotice) -> Value {
    json!({
        "ligne": notice.line(),
        "code": notice.code(),
        "colonne": notice.column(),
        "valeur": notice.value(),
        "perte": notice.is_a_loss(),
        "phrase": notice.to_string(),
    })
}

fn word(word: &WordTold) -> Value {
    json!({
        "mot": word.word,
        "etablissements": word.schools,
        "premiere_ligne": word.line,
        "connu": word.says.is_some(),
    })
}

fn recognised(file: &OwnFile, report: &ImportReport) -> Value {
    let of_table = file.reading.recognition.reasons.iter().map(ToString::to_string);
    let of_import = report.recognised.iter().map(ToString::to_string);
    of_table.chain(of_import).map(Value::from).collect()
}

fn columns(report: &ImportReport) -> Value {
    let columns = report.columns.iter().map(|(header, column)| {
        json!({
            "nom": header,
            "sens": column.meaning.map(|meaning| meaning.word()),
            "raisons": column.reasons.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    });
    columns.collect()
}
