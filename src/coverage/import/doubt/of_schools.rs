//! Doubts about lists of schools, in sentences.

use crate::{
    coverage::SchoolType,
    french::{NARROW_SPACE, counted, plural},
};

pub(super) const NOTHING_OF_EQUIPMENT: &str = "Aucune colonne ne dit quels établissements ont un \
     ENT\u{202f}: ajoutez un fichier qui les énumère (« Ajouter un fichier… »), ou une colonne \
     (« oui », « 1 », « x » ou le nom du projet).";

pub(super) fn check_letters(numbers: usize, examples: &[String]) -> String {
    format!(
        "{} une lettre de contrôle fausse{NARROW_SPACE}: {}. {} sans cette lettre.",
        counted(numbers, "numéro UAI a", "numéros UAI ont"),
        examples.join(" ; "),
        plural(numbers, "Il est lu", "Ils sont lus"),
    )
}

pub(super) fn other_departement(schools: usize, line: u32) -> String {
    format!(
        "{} un numéro d’un autre département que celui de la liste (à partir de la ligne \
         {line}){NARROW_SPACE}: celui de la liste est suivi.",
        counted(schools, "établissement a", "établissements ont"),
    )
}

pub(super) fn contradictions(schools: usize, examples: &[String]) -> String {
    format!(
        "{} des réponses contradictoires, et {} sans réponse{NARROW_SPACE}: {}.",
        counted(schools, "établissement a", "établissements ont"),
        plural(schools, "reste", "restent"),
        examples.join(" ; ")
    )
}

pub(super) fn repeated(rows: usize) -> String {
    format!(
        "{}.",
        counted(
            rows,
            "ligne répète un établissement déjà lu",
            "lignes répètent un établissement déjà lu"
        )
    )
}

pub(super) fn without_position(schools: usize) -> String {
    format!("{} sans coordonnées.", counted(schools, "établissement est", "établissements sont"))
}

pub(super) fn odd_positions(schools: usize) -> String {
    format!(
        "{} des coordonnées illisibles ou hors de la Terre.",
        counted(schools, "établissement a", "établissements ont")
    )
}

pub(super) fn taken_for_bare(schools: usize) -> String {
    format!(
        "{} de la liste, et {} pour non {}.",
        counted(schools, "établissement est absent", "établissements sont absents"),
        plural(schools, "compte", "comptent"),
        plural(schools, "équipé", "équipés"),
    )
}

pub(super) fn silent(school_type: SchoolType, schools: usize, departements: &[String]) -> String {
    const NAMED: usize = 4;
    let some: Vec<&str> = departements.iter().take(NAMED).map(String::as_str).collect();
    let rest = if departements.len() > some.len() { "…" } else { "" };
    format!(
        "La liste ne nomme aucun {} dans {} ({}{rest}){NARROW_SPACE}: {} {}, plutôt que {} comme \
         non {}.",
        school_type.singular(),
        counted(departements.len(), "département", "départements"),
        some.join(", "),
        counted(schools, school_type.singular(), school_type.label()),
        plural(schools, "y reste sans réponse", "y restent sans réponse"),
        plural(schools, "compté", "comptés"),
        plural(schools, "équipé", "équipés"),
    )
}
