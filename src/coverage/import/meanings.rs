//! What each column of a table means, and why.

use super::{
    ImportChoices, Meaning, bare_dates,
    column_sets::{REPEATED, are_apart},
    header_says::is_no_state,
    shape::{Cells, is_uai},
    synonyms::{Hit, Sense, Synonyms},
    verdict::{Verdict, by_values, verdict},
};
use crate::{
    french::NARROW_SPACE,
    table::Table,
    territory::{
        Edition, Level,
        matching::{ColumnDecision, Companion, Confidence, decide, match_column},
    },
};

/// What a column means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMeaning {
    /// `None` for a column that nothing here needs, or that is not understood.
    pub meaning: Option<Meaning>,
    /// Why, in French sentences.
    pub reasons: Vec<String>,
    pub confidence: Confidence,
    /// The level and the edition of a column of territories; `None` for other columns, and where
    /// the level stands row by row in a column of its own.
    pub territories: Option<ColumnDecision>,
}

/// Rows that are looked at to tell what a column is; territories are decided from all.
const ROWS_SEEN: usize = 2_000;

/// Gives each column its meaning, one for each header, in their order. No two columns have the
/// same, save those of figures whose names tell them apart by a date or a type of schools.
pub fn meanings(table: &Table) -> Vec<ColumnMeaning> {
    let step = table.len().div_ceil(ROWS_SEEN).max(1);
    let mut columns: Vec<ColumnMeaning> = (0..table.headers().len())
        .map(|column| {
            let seen: Vec<&str> = table.rows().step_by(step).map(|row| row.cell(column)).collect();
            of_one(&table.headers()[column], &Cells::new(&seen))
        })
        .collect();
    by_school(table, &mut columns);
    territories(table, &mut columns);
    bare_dates::understand(table, &mut columns);
    keep_one_of_each(table, &mut columns);
    columns
}

/// The same, with what a person chose in the place of the guesses.
pub(super) fn meanings_as_chosen(table: &Table, choices: &ImportChoices) -> Vec<ColumnMeaning> {
    let mut columns = meanings(table);
    for (rank, chosen) in &choices.meanings {
        let Some(column) = columns.get_mut(*rank) else { continue };
        if column.meaning == *chosen {
            continue;
        }
        let reasons = vec!["Choisi à la main.".to_owned()];
        *column = ColumnMeaning::new(*chosen, Confidence::Sure, reasons);
        column.territories =
            chosen.and_then(|meaning| territories_as_chosen(table, *rank, meaning));
        let another = |other: &(usize, &mut ColumnMeaning)| {
            other.0 != *rank && chosen.is_some() && other.1.meaning == *chosen
        };
        let given = |other: usize| choices.meanings.get(&other) == Some(chosen);
        let stands_beside = |other: usize| {
            let headers = [rank, &other].map(|column| table.headers()[*column].as_str());
            chosen.is_some_and(|meaning| REPEATED.contains(&meaning)) && are_apart(&headers)
        };
        for (other, column) in columns.iter_mut().enumerate().filter(another) {
            if !given(other) && !stands_beside(other) {
                column.meaning = None;
                column.territories = None;
                column.reasons = vec!["Ce sens est donné à une autre colonne.".to_owned()];
            }
        }
    }
    if let Some(edition) = choices.edition {
        for decision in columns.iter_mut().filter_map(|column| column.territories.as_mut()) {
            decision.edition = decision.edition.map(|_| edition);
        }
    }
    columns
}

/// The level that a person gave to a column; its edition is still decided from the values.
fn territories_as_chosen(table: &Table, rank: usize, meaning: Meaning) -> Option<ColumnDecision> {
    let values = cells(table, rank);
    let guess = || decide(&values, &table.headers()[rank], &[]);
    let level = match meaning {
        Meaning::CodeDepartement | Meaning::NomDepartement => Level::Departement,
        Meaning::CodeRegion | Meaning::NomRegion => Level::Region,
        Meaning::CodeAcademie | Meaning::NomAcademie => Level::Academie,
        Meaning::Code | Meaning::Nom => return guess(),
        _ => return None,
    };
    // The header or the values may have said another level: only the edition is taken from them.
    let guessed = guess().filter(|decision| decision.level == level);
    Some(guessed.unwrap_or_else(|| {
        let recognised = |edition| {
            let decision = ColumnDecision::chosen(level, edition);
            match_column(&values, &decision, &[]).joined_rows()
        };
        let before = recognised(Edition::Before2016) > recognised(Edition::Since2016);
        let edition = if before { Edition::Before2016 } else { Edition::Since2016 };
        ColumnDecision::chosen(level, edition)
    }))
}

impl ColumnMeaning {
    fn new(meaning: Option<Meaning>, confidence: Confidence, reasons: Vec<String>) -> Self {
        Self { meaning, reasons, confidence, territories: None }
    }
}

/// From the name and the values of one column alone.
fn of_one(header: &str, cells: &Cells<'_>) -> ColumnMeaning {
    let mut refused = Vec::new();
    for hit in Synonyms::embedded().find(header) {
        let named = match hit.sense {
            Sense::Means(meaning) => meaning,
            Sense::Ignored => {
                let reason = "Colonne connue, sans usage ici.".to_owned();
                return ColumnMeaning::new(None, Confidence::Sure, vec![reason]);
            }
        };
        let mut reasons = vec![named_by(&hit, header)];
        let (meaning, confidence) = match verdict(named, cells) {
            Verdict::Confirmed(why) => {
                reasons.push(sentence(why));
                (named, if hit.exact { Confidence::Sure } else { Confidence::Likely })
            }
            Verdict::Rather(meaning, why) => {
                reasons.push(format!("{} plutôt{NARROW_SPACE}: {why}.", meaning.label()));
                (meaning, Confidence::Likely)
            }
            Verdict::Silent if hit.exact => (named, Confidence::Likely),
            Verdict::Silent => (named, Confidence::Uncertain),
            Verdict::Refuted(why) => {
                refused.push(format!("{} écarté{NARROW_SPACE}: {why}.", named.label()));
                continue;
            }
        };
        refused.append(&mut reasons);
        return ColumnMeaning::new(Some(meaning), confidence, refused);
    }
    if let Some((meaning, why)) = by_values(cells) {
        refused.push(sentence(why));
        return ColumnMeaning::new(Some(meaning), Confidence::Uncertain, refused);
    }
    if refused.is_empty() {
        refused.push("Ni le nom ni les valeurs de la colonne ne sont connus.".to_owned());
    }
    ColumnMeaning::new(None, Confidence::Uncertain, refused)
}

fn named_by(hit: &Hit, header: &str) -> String {
    if hit.exact {
        format!("Le nom « {} » est connu.", header.trim())
    } else {
        format!("Le nom « {} » contient « {} ».", header.trim(), hit.words)
    }
}

/// A reason that begins with a small letter, as a sentence.
fn sentence(why: &str) -> String {
    let mut letters = why.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

/// In a table of schools, « équipés » above 0 and 1 says yes or no, and « nom » is the school's.
fn by_school(table: &Table, columns: &mut [ColumnMeaning]) {
    let has = |meaning| columns.iter().any(|column| column.meaning == Some(meaning));
    if !has(Meaning::Uai) {
        return;
    }
    let has_school_name = has(Meaning::NomEtablissement);
    for (index, column) in columns.iter_mut().enumerate() {
        match column.meaning {
            Some(Meaning::Equipes) => {
                let mut cells = table.rows().map(|row| row.cell(index));
                if cells.all(|cell| matches!(cell, "" | "0" | "1")) {
                    column.meaning = Some(Meaning::Equipe);
                    column.reasons.push("Une ligne par établissement, et 0 ou 1.".to_owned());
                }
            }
            Some(Meaning::Nom) if !has_school_name => {
                let cells: Vec<&str> = table.rows().map(|row| row.cell(index)).collect();
                if decide(&cells, "", &[]).is_none() {
                    column.meaning = Some(Meaning::NomEtablissement);
                    column.reasons.push("Une ligne par établissement.".to_owned());
                }
            }
            _ => {}
        }
    }
}

/// Decides the level and the edition of the columns of territories, with the others as witnesses.
fn territories(table: &Table, columns: &mut [ColumnMeaning]) {
    let row_by_row = columns.iter().any(|column| column.meaning == Some(Meaning::Niveau));
    let witnesses: Vec<(usize, Vec<&str>)> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.meaning.is_some_and(is_witness))
        .map(|(index, _)| (index, cells(table, index)))
        .collect();
    for (index, column) in columns.iter_mut().enumerate() {
        let named = column.meaning.filter(|meaning| meaning.is_territory());
        if row_by_row && matches!(named, Some(Meaning::Code | Meaning::Nom)) {
            column.reasons.push("L’échelon est dit ligne par ligne.".to_owned());
            continue;
        }
        let unknown = column.meaning.is_none()
            && column.confidence == Confidence::Uncertain
            && may_be_names(table, index);
        if named.is_none() && !unknown {
            continue;
        }
        let others: Vec<Companion<'_>> = witnesses
            .iter()
            .filter(|(other, _)| *other != index)
            .map(|(other, values)| Companion { header: &table.headers()[*other], values })
            .collect();
        let values = cells(table, index);
        let decision = decide(&values, &table.headers()[index], &others);
        match decision {
            Some(decision) if named.is_some() || decision.confidence > Confidence::Uncertain => {
                column.meaning = meaning_at(decision.level, &values);
                column.confidence = decision.confidence;
                column.reasons.extend(decision.reasons.iter().map(ToString::to_string));
                column.territories = Some(decision);
            }
            _ if named.is_some() && !Cells::new(&values).is_empty() => {
                column.meaning = None;
                column.confidence = Confidence::Uncertain;
                column.reasons.push("Les valeurs ne désignent pas de territoires.".to_owned());
            }
            _ => {}
        }
    }
}

/// A column that tells where a row is, other than by a code.
fn is_witness(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::NomDepartement
            | Meaning::NomRegion
            | Meaning::NomAcademie
            | Meaning::Nom
            | Meaning::Uai
            | Meaning::CodePostal
            | Meaning::CodeCommune
    )
}

/// Whether a column with an unknown name may hold names of territories: most of its cells are
/// letters, and none is a number. Codes are not looked for, since numbers of schools are like
/// them.
fn may_be_names(table: &Table, column: usize) -> bool {
    let cells = table.rows().take(ROWS_SEEN).map(|row| row.cell(column));
    let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let letters = |cell: &&&str| cell.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let named = filled.iter().filter(letters).count();
    named >= 3 && named * 10 >= filled.len() * 9 && !filled.iter().all(|cell| is_uai(cell))
}

/// Codes or names, at that level.
fn meaning_at(level: Level, values: &[&str]) -> Option<Meaning> {
    let filled: Vec<&&str> = values.iter().filter(|value| !value.is_empty()).collect();
    let with_digits = filled.iter().filter(|v| v.bytes().any(|b| b.is_ascii_digit())).count();
    let codes = with_digits * 2 > filled.len();
    Some(match (level, codes) {
        (Level::Departement, true) => Meaning::CodeDepartement,
        (Level::Departement, false) => Meaning::NomDepartement,
        (Level::Region, true) => Meaning::CodeRegion,
        (Level::Region, false) => Meaning::NomRegion,
        (Level::Academie, true) => Meaning::CodeAcademie,
        (Level::Academie, false) => Meaning::NomAcademie,
        (Level::France, _) => Meaning::Nom,
    })
}

/// Of several columns with one meaning, the surest stays, then the first.
fn keep_one_of_each(table: &Table, columns: &mut [ColumnMeaning]) {
    for meaning in Meaning::ALL {
        if REPEATED.contains(&meaning) && stand_side_by_side(table, columns, meaning) {
            continue;
        }
        let with_it = columns.iter().enumerate().filter(|(_, c)| c.meaning == Some(meaning));
        let best = with_it.min_by_key(|(index, c)| (std::cmp::Reverse(c.confidence), *index));
        let Some((best, _)) = best else { continue };
        let header = table.headers()[best].clone();
        for (index, column) in columns.iter_mut().enumerate() {
            if index != best && column.meaning == Some(meaning) {
                column.meaning = None;
                column.territories = None;
                column.confidence = Confidence::Uncertain;
                let label = meaning.label();
                column.reasons.push(format!(
                    "La colonne « {header} » a déjà ce sens{NARROW_SPACE}: {label}."
                ));
            }
        }
    }
}

/// Whether the columns of a figure tell its values at several dates, or for several types; those
/// that compare dates are set aside.
fn stand_side_by_side(table: &Table, columns: &mut [ColumnMeaning], meaning: Meaning) -> bool {
    let with_it = columns.iter().enumerate().filter(|(_, c)| c.meaning == Some(meaning));
    let with_it: Vec<(usize, &str)> =
        with_it.map(|(index, _)| (index, table.headers()[index].as_str())).collect();
    let (others, states): (Vec<_>, Vec<_>) =
        with_it.into_iter().partition(|(_, header)| is_no_state(header));
    let headers: Vec<&str> = states.iter().map(|(_, header)| *header).collect();
    if !are_apart(&headers) {
        return false;
    }
    for (index, _) in states {
        columns[index].reasons.push("Une colonne par date ou par type.".to_owned());
    }
    for (index, _) in others {
        let reason = "Un écart entre deux dates ou un objectif, pas une situation.".to_owned();
        columns[index] = ColumnMeaning::new(None, Confidence::Likely, vec![reason]);
    }
    true
}

fn cells(table: &Table, column: usize) -> Vec<&str> {
    table.rows().map(|row| row.cell(column)).collect()
}
