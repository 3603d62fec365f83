//! Rows about the two parts of a territory, which add up: the Rhône and the Métropole de Lyon.

use super::stated::{Stated, one_file, share, sum};
use crate::{
    coverage::{Evidence, MissingReason, Observation, import::Doubt},
    territory::Registry,
};

/// The whole of which the rows are the parts, added up where both have counts, and what is to be
/// said of it; `None` where they are no parts.
pub(super) fn added_up(rows: &[Stated]) -> Option<(Observation, Doubt)> {
    let names = names(rows)?;
    let first = &rows[0].observation;
    let (equipped, total) = (sum(rows, |row| row.equipped), sum(rows, |row| row.total));
    // The same share in both is the share of the whole.
    let is_alike = rows.iter().all(|row| row.observation.share == first.share);
    let share = share(equipped, total).or(first.share.filter(|_| is_alike));
    // Numbers of equipped schools add up without those of all schools too.
    let equipped = equipped.filter(|_| share.is_some() || total.is_none());
    let add_up = share.is_some() || equipped.is_some();
    let doubt = match add_up {
        true => Doubt::PartsAddedUp(first.territory),
        false => Doubt::PartsWithoutCounts(first.territory),
    };
    let lines: Vec<String> = rows.iter().map(|row| row.observation.line.to_string()).collect();
    let evidence = rows.iter().map(|row| row.observation.evidence).reduce(Evidence::weaker);
    let whole = Observation {
        share,
        equipped,
        total,
        missing: (!add_up).then_some(MissingReason::NonRenseigne),
        evidence: evidence.unwrap_or(first.evidence),
        note: format!("{} additionnées, lignes {}.", names.join(" et "), lines.join(" et ")),
        file: one_file(rows),
        ..first.clone()
    };
    Some((whole, doubt))
}

/// The names of the parts that rows speak of, each of another.
fn names(rows: &[Stated]) -> Option<Vec<&str>> {
    let named = rows.iter().filter(|row| row.part.is_some()).count();
    // « Rhône » beside « Métropole de Lyon » is the rest of it.
    let is_the_rest = rows.len() == 2 && named == 1;
    if named == 0 || (named != rows.len() && !is_the_rest) {
        return None;
    }
    let whole = Registry::official().get(rows[0].observation.territory);
    let whole = whole.map_or("", |one| one.name.as_str());
    let names: Vec<&str> = rows.iter().map(|row| row.part.unwrap_or(whole)).collect();
    let are_distinct = names.len() > 1
        && names.iter().enumerate().all(|(rank, name)| !names[..rank].contains(name));
    are_distinct.then_some(names)
}

#[cfg(test)]
mod tests {
    use crate::{
        coverage::import::{ImportChoices, import},
        table::read_csv,
    };

    /// What stands on the Rhône: equipped and total.
    fn rhone(rows: &str) -> (Option<u32>, Option<u32>) {
        let text = format!("dep;total;équipés\nAin;60;15\nIsère;90;45\nParis;9;3\n{rows}");
        let table = read_csv(text.as_bytes()).unwrap().0;
        let made = import(&table, "nb.csv", &ImportChoices::default()).unwrap();
        let of = |o: &&crate::coverage::Observation| {
            o.territory.code().is_some_and(|code| code.as_str() == "69")
        };
        let found: Vec<_> = made.dataset.observations().iter().filter(of).collect();
        assert_eq!(found.len(), 1, "{found:?}");
        (found[0].equipped, found[0].total)
    }

    #[test]
    fn the_rhone_beside_the_metropolis_of_lyon_is_the_rest_of_it() {
        let sum = (Some(50), Some(100));
        assert_eq!(rhone("Rhône;40;30\nMétropole de Lyon;60;20\n"), sum);
        assert_eq!(rhone("Métropole de Lyon;60;20\nRhône;40;30\n"), sum);
        assert_eq!(rhone("69D;40;30\n69M;60;20\n"), sum);
        assert_eq!(rhone("Rhône;100;50\n"), sum);
        assert_eq!(rhone("Rhône;40;30\nRhône;60;20\n"), (None, None), "it contradicts itself");
    }
}
