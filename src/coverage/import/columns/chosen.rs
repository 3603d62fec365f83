//! What a person chose about columns, in the place of the guesses.

use super::super::{
    ImportChoices,
    headers::{HeaderSays, HeaderStyle},
};
use super::{
    ColumnMeaning, ColumnReason, Meaning, REPEATED, are_apart,
    territories::{as_chosen, at_level, cells, meaning_at},
};
use crate::{
    table::{Table, normalise},
    territory::matching::Confidence,
};

/// Applies it.
pub(super) fn apply(table: &Table, columns: &mut [ColumnMeaning], choices: &ImportChoices) {
    if let Some(shown) = &choices.shown {
        show(table, columns, shown);
    } else if choices.subject.is_some() {
        show_first(columns);
    }
    for (rank, chosen) in &choices.meanings {
        if columns.get(*rank).is_some_and(|column| column.meaning != *chosen) {
            give(table, columns, *rank, *chosen, choices);
        }
    }
    for (rank, column) in columns.iter_mut().enumerate() {
        let Some(decision) = column.territories.as_mut() else { continue };
        if let Some(edition) = choices.edition {
            decision.edition = decision.edition.map(|_| edition);
        }
        if let Some(level) = choices.level
            && decision.level != level
            && decision.alternatives.iter().any(|(other, _)| *other == level)
        {
            let values = cells(table, rank);
            column.territories = Some(at_level(&values, level));
            column.meaning = meaning_at(level, &values);
            column.reasons = vec![ColumnReason::Chosen];
        }
    }
}

/// Gives a column its meaning; another that had it has none any more, unless both may stand side
/// by side.
fn give(
    table: &Table,
    columns: &mut [ColumnMeaning],
    rank: usize,
    chosen: Option<Meaning>,
    choices: &ImportChoices,
) {
    let theme = columns[rank].theme.clone();
    let reasons = vec![ColumnReason::Chosen];
    columns[rank] = ColumnMeaning::new(chosen, Confidence::Sure, reasons, theme);
    columns[rank].territories = chosen.and_then(|meaning| as_chosen(table, rank, meaning));
    let Some(meaning) = chosen else { return };
    let style = HeaderStyle::of(table.headers());
    for (other, column) in columns.iter_mut().enumerate() {
        let is_another = other != rank && column.meaning == chosen;
        let is_given = choices.meanings.get(&other) == Some(&chosen);
        let headers = [rank, other].map(|column| table.written_header(column));
        let beside = REPEATED.contains(&meaning) && are_apart(&headers, style);
        if is_another && !is_given && !beside {
            column.forget(ColumnReason::GivenElsewhere);
        }
    }
}

/// The column that a person wants to see: by its name, whatever it says. The other figures give
/// way, but the numbers of schools.
fn show(table: &Table, columns: &mut [ColumnMeaning], shown: &str) {
    let wanted = normalise(shown);
    let named = |rank: &usize| {
        let headers = [table.headers()[*rank].as_str(), table.written_header(*rank)];
        headers.iter().any(|header| normalise(header) == wanted)
    };
    let found = (0..columns.len()).filter(named);
    let Some(rank) =
        found.max_by_key(|rank| (columns[*rank].could_show.is_some(), std::cmp::Reverse(*rank)))
    else {
        return;
    };
    let Some(meaning) = columns[rank].could_show else { return };
    // A column among those of dates or types side by side is shown with them.
    let is_one_of_several = columns[rank].meaning == Some(meaning)
        && columns[rank].reasons.contains(&ColumnReason::OneOfSeveral);
    if is_one_of_several {
        hide_other_sectors(table, columns, rank);
        return;
    }
    for (other, column) in columns.iter_mut().enumerate() {
        let gives_way = column
            .meaning
            .is_some_and(|meaning| meaning.is_of_equipped() || meaning == Meaning::Equipe);
        if other != rank && gives_way {
            column.forget(ColumnReason::GivenElsewhere);
        }
    }
    let column = &mut columns[rank];
    column.meaning = Some(meaning);
    column.confidence = Confidence::Sure;
    column.reasons = vec![ColumnReason::Chosen];
}

/// A person who says what is counted says it of the first column of figures, where the names of
/// none say that it is counted.
fn show_first(columns: &mut [ColumnMeaning]) {
    let is_read = |column: &ColumnMeaning| column.meaning.is_some_and(Meaning::is_shown);
    if columns.iter().any(is_read) {
        return;
    }
    let by_school = columns.iter().any(|column| column.meaning == Some(Meaning::Uai));
    let wanted = if by_school { Meaning::Equipe } else { Meaning::Taux };
    // A list of schools has many columns of answers, of which one may be asked about.
    let is_wanted = |column: &ColumnMeaning, wanted| {
        column.could_show == Some(wanted) && (!by_school || column.theme.names_equipment)
    };
    // Counts show something beside a number of all schools alone.
    let is_counted = columns.iter().any(|column| column.meaning == Some(Meaning::Total));
    let ratio = [Meaning::EquipesSurTotal];
    let count = [Meaning::Equipes, Meaning::NonEquipes].into_iter().filter(|_| is_counted);
    let rank = [wanted]
        .into_iter()
        .chain(ratio)
        .chain(count)
        .find_map(|wanted| columns.iter().position(|column| is_wanted(column, wanted)));
    let first = rank.and_then(|rank| columns.get_mut(rank));
    if let Some(column) = first {
        column.meaning = column.could_show;
        column.confidence = Confidence::Sure;
        column.reasons = vec![ColumnReason::Chosen];
    }
}

/// Shares of public and of private schools don't add up without counts: those of the other sector
/// give way to the one that is chosen.
fn hide_other_sectors(table: &Table, columns: &mut [ColumnMeaning], rank: usize) {
    let style = HeaderStyle::of(table.headers());
    let sector_of = |column: usize| HeaderSays::read(table.written_header(column), style).sector;
    let Some(sector) = sector_of(rank) else { return };
    let is_counted = columns
        .iter()
        .any(|column| matches!(column.meaning, Some(Meaning::Equipes | Meaning::NonEquipes)));
    if is_counted {
        return;
    }
    for (other, column) in columns.iter_mut().enumerate() {
        let gives_way = column.meaning == Some(Meaning::Taux)
            && sector_of(other).is_some_and(|one| one != sector);
        if gives_way {
            column.forget(ColumnReason::GivenElsewhere);
        }
    }
}
