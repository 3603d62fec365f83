//! Tables by territory whose rows are answers: « Ain ; Oui ; 45 », or a school each, without its
//! number, which says whether it has an ENT.

use super::super::headers::{Theme, Topic};
use super::{
    ColumnMeaning, ColumnReason, Meaning, answers::are_answers, cells::Cells, figures::are_bare,
};
use crate::{
    coverage::vocabulary::{Answer, answer},
    table::{Table, normalise},
    territory::matching::Confidence,
};

/// Names of columns of answers that do not say to what.
const BARE_NAMES: [&str; 6] = ["reponse", "reponses", "modalite", "modalites", "ouinon", "oui/non"];

/// Gives a column of answers its meaning where no other gives figures, and either one counts the
/// schools of each answer or the rows name schools.
pub(super) fn understand(table: &Table, seen: &[Cells<'_>], columns: &mut [ColumnMeaning]) {
    let has = |meaning| columns.iter().any(|column| column.meaning == Some(meaning));
    let has_figures = columns.iter().any(|column| {
        column.meaning.is_some_and(Meaning::is_of_equipped)
            || column.could_show == Some(Meaning::Taux)
    });
    if has_figures || has(Meaning::Uai) || has(Meaning::Stade) {
        return;
    }
    let is_counted = columns.iter().filter(|c| c.meaning == Some(Meaning::Total)).count() == 1;
    if !is_counted && !names_schools(seen, columns) {
        return;
    }
    let says_both = |rank: usize| {
        let said: Vec<Answer> = seen[rank].filled().iter().filter_map(|(c, _)| answer(c)).collect();
        // A list of only the equipped says nothing of a share.
        said.contains(&Answer::Yes) && said.contains(&Answer::No)
    };
    for rank in 0..columns.len() {
        let cells = &seen[rank];
        let theme = &columns[rank].theme;
        let is_open = columns[rank].meaning.is_none_or(|meaning| meaning == Meaning::Projet)
            && !cells.is_empty();
        if !is_open || !are_answers(cells, theme) || !says_both(rank) {
            continue;
        }
        let is_bare = is_counted && is_bare(table.written_header(rank)) && are_bare(cells);
        let column = &mut columns[rank];
        if is_of_equipment(&column.theme) || is_bare {
            column.meaning = Some(Meaning::Equipe);
            column.confidence = Confidence::Likely;
            column.reasons =
                vec![ColumnReason::Values("les valeurs disent oui ou non, ligne par ligne")];
        }
        column.could_show = Some(Meaning::Equipe);
    }
}

fn is_of_equipment(theme: &Theme) -> bool {
    matches!(theme.topic, Topic::Equipment | Topic::EquipmentAnd(_))
}

fn is_bare(header: &str) -> bool {
    BARE_NAMES.contains(&normalise(header).as_ref())
}

/// Whether the rows are schools: a column has their names, which hardly recur.
fn names_schools(seen: &[Cells<'_>], columns: &[ColumnMeaning]) -> bool {
    columns.iter().zip(seen).any(|(column, cells)| {
        let is_named = matches!(column.meaning, Some(Meaning::NomEtablissement | Meaning::Type))
            || (column.meaning.is_none() && column.theme.names_schools && !column.theme.is_count);
        let mut names: Vec<&str> = cells.filled().iter().map(|(cell, _)| *cell).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        is_named && !cells.are_numbers() && all > 1 && names.len() * 5 >= all * 4
    })
}

#[cfg(test)]
mod tests {
    use crate::{
        coverage::import::columns::{Meaning, meanings},
        table::read_csv,
    };

    fn words(text: &str) -> Vec<&'static str> {
        let table = read_csv(text.as_bytes()).unwrap().0;
        meanings(&table).iter().map(|c| c.meaning.map_or("-", Meaning::word)).collect()
    }

    #[test]
    fn answers_are_counted_where_a_number_or_a_school_stands_beside() {
        let counted = "département;ENT;Nombre\nAin;Oui;45\nAin;Non;12\nIsère;Oui;3\nIsère;Non;4\n";
        assert_eq!(words(counted)[1..], ["equipe", "total"]);
        let bare = "département;Réponse;Nombre\nAin;Oui;45\nAin;Non;12\nIsère;Oui;3\n";
        assert_eq!(words(bare)[1..], ["equipe", "total"]);
        let schools = "Collège;Département;ENT\nA;Ain;oui\nB;Ain;non\nC;Isère;oui\n";
        assert_eq!(words(schools)[2], "equipe");
    }

    #[test]
    fn answers_of_territories_or_of_something_else_are_not() {
        for text in [
            "département;ENT\nAin;oui\nIsère;non\nSavoie;oui\n",
            "département;Wi-Fi;Nombre\nAin;Oui;45\nAin;Non;12\nIsère;Oui;3\n",
            "département;ENT;Nombre\nAin;Oui;45\nIsère;Oui;3\nSavoie;Oui;4\n",
        ] {
            assert!(!words(text).contains(&"equipe"), "{text}");
        }
    }
}
