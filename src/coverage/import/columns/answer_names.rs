//! Pivot tables: a column of counts for each answer, « Oui ; Non ; (vide) ; Total ».

use super::{ColumnMeaning, ColumnReason, Meaning, cells::Cells};
use crate::{
    coverage::vocabulary::{Answer, answer},
    table::Table,
    territory::matching::Confidence,
};

/// What a column whose whole name is an answer counts.
pub(in crate::coverage::import) fn answer_in(header: &str) -> Option<Answer> {
    // « 2 » or a name of many words is no answer of a pivot.
    answer(header).filter(|_| header.split_whitespace().count() <= 4)
}

/// Gives the counts below a yes and below a no their meaning, where nothing else in the table is a
/// figure.
pub(super) fn understand(table: &Table, seen: &[Cells<'_>], columns: &mut [ColumnMeaning]) {
    let taken = columns.iter().any(|column| {
        column.meaning.is_some_and(|meaning| meaning.is_shown() || meaning == Meaning::Uai)
    });
    let only = |wanted: Answer| {
        let mut found = (0..columns.len()).filter(|rank| {
            answer_in(table.written_header(*rank)) == Some(wanted)
                && columns[*rank].meaning.is_none()
                && (seen[*rank].is_empty() || seen[*rank].are_counts())
        });
        found.next().filter(|_| found.next().is_none())
    };
    let (yes, no) = (only(Answer::Yes), only(Answer::No));
    let has_total = columns.iter().any(|column| column.meaning == Some(Meaning::Total));
    let Some(yes) = yes.filter(|_| !taken && (no.is_some() || has_total)) else { return };
    for (rank, meaning) in [(Some(yes), Meaning::Equipes), (no, Meaning::NonEquipes)] {
        let Some(column) = rank.and_then(|rank| columns.get_mut(rank)) else { continue };
        column.meaning = Some(meaning);
        column.could_show = Some(meaning);
        column.confidence = Confidence::Likely;
        column.reasons = vec![ColumnReason::Values("les valeurs comptent une réponse")];
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        coverage::import::columns::{Meaning, meanings},
        table::read_csv,
    };

    fn words(text: &str) -> Vec<&'static str> {
        let table = read_csv(text.as_bytes()).unwrap().0;
        meanings(&table).iter().map(|c| c.meaning.map_or("-", Meaning::word)).skip(1).collect()
    }

    #[test]
    fn counts_of_answers_are_those_of_the_equipped_and_the_others() {
        let pivot = "département;Oui;Non;NSP;Total\nAin;20;25;5;50\nIsère;45;40;5;90\n";
        assert_eq!(words(pivot), ["equipes", "non_equipes", "-", "total"]);
        let bare = "département;O;N\nAin;20;25\nIsère;45;40\n";
        assert_eq!(words(bare), ["equipes", "non_equipes"]);
        assert_eq!(words("département;Oui\nAin;20\nIsère;45\n"), ["-"]);
        assert_eq!(words("département;Oui;Non;taux ENT\nAin;2;3;40\nIsère;4;4;50\n")[0], "-");
    }
}
