//! Doubts about the figures of territories, in sentences.

use crate::{
    coverage::import::Duplicates,
    french::{self, NARROW_SPACE, counted},
    territory::{Registry, TerritoryId},
};

pub(super) fn all_alike(share: f64) -> String {
    format!(
        "Toutes les parts sont égales à {}{NARROW_SPACE}: est-ce voulu\u{202f}?",
        french::percent(share, &french::ROUND_FIGURES)
    )
}

pub(super) fn more_totals(more: usize) -> String {
    let more = counted(more, "autre total n’est", "autres totaux ne sont");
    format!("{more} pas la somme de leurs parties.")
}

pub(super) fn contradictions(
    territories: usize,
    examples: &[String],
    rule: Option<Duplicates>,
) -> String {
    let count = counted(territories, "territoire a", "territoires ont");
    let kept = match rule {
        None => "laissées sans valeur, jusqu’à ce que l’on choisisse".to_owned(),
        Some(rule) => format!("dont {} est gardée", rule.label()),
    };
    format!(
        "{count} plusieurs lignes contradictoires, {kept}{NARROW_SPACE}: {}.",
        examples.join(" ; ")
    )
}

pub(super) fn parts_without_counts(id: TerritoryId) -> String {
    format!("{} est en plusieurs parties sans effectifs, qui ne s’additionnent pas.", named(id))
}

pub(super) fn parts_added_up(id: TerritoryId) -> String {
    format!("Les parties de « {} » sont additionnées.", named(id))
}

pub(super) fn unread(header: &str, values: &[String]) -> String {
    format!(
        "La colonne « {header} » devrait donner des nombres, et ne se lit pas (« {} »…).",
        values.join(" », « ")
    )
}

pub(super) fn same_name(header: &str, used: &str) -> String {
    format!(
        "Deux colonnes ont le même nom, « {header} »{NARROW_SPACE}: la première est lue (« {used} »)."
    )
}

pub(super) fn flags(cells: usize, examples: &[String]) -> String {
    format!(
        "{} une marque après le nombre ({}){NARROW_SPACE}: le nombre est lu, la marque est laissée \
         de côté.",
        counted(cells, "cellule porte", "cellules portent"),
        examples.join(", ")
    )
}

pub(super) fn counts_without_total(header: &str, type_is_open: bool) -> String {
    format!(
        "« {header} » compte des établissements sans dire combien il y en a en tout{NARROW_SPACE}: \
         aucune part n’en est tirée{}.",
        if type_is_open {
            ", tant que leur type (lycées ou collèges) n’est pas dit"
        } else {
            ""
        }
    )
}

pub(super) fn both_types(rows: usize) -> String {
    format!(
        "{} lycées et collèges ensemble{NARROW_SPACE}: ces nombres ne se partagent pas entre les \
         deux, et n’entrent dans aucune somme.",
        counted(rows, "ligne compte", "lignes comptent"),
    )
}

fn named(id: TerritoryId) -> String {
    Registry::official().get(id).map_or_else(String::new, |territory| territory.name.clone())
}
