//! Suppositions in whole sentences: what is supposed, and why.

use std::fmt;

use super::{
    DateSource, Supposition, TypeSource,
    said::{named, those_of},
};
use crate::{
    coverage::{
        EQUIPPED_WITH_AN_ENT, Period, Subset, import::Scale, school::Sector, schools_named,
    },
    french::{NARROW_SPACE, counted, plural},
    territory::Level,
};

impl fmt::Display for Supposition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Share { header, is_a_count } => share(header, *is_a_count),
            Self::FirstOfSeveral { header, others } => first_of_several(header, others),
            Self::OneSector { sector, others } => one_sector(*sector, others),
            Self::AgainstReference { header, years } => against_reference(header, years),
            Self::Date { period, from } => date(*period, from),
            Self::MonthNotSchoolYear { header, cell } => month_not_school_year(header, cell),
            Self::Level { level, others } => level_told(*level, others),
            Self::SchoolType { school_type, from } => {
                format!(
                    "Les établissements sont supposés être des {}, {from}.",
                    school_type.label()
                )
            }
            Self::SomeSchools { sector, subset, from } => some_schools(*sector, *subset, from),
            Self::Scale { scale, odd } => scale_told(*scale, odd),
            Self::Thousands { cell } => thousands(cell),
            Self::BlankIsNo { header } => blank_is_no(header),
            Self::ProjectNames { names } => project_names(names),
            Self::FilledDown { header, cells } => filled_down(header, *cells),
            Self::OnlyEquipped => ONLY_EQUIPPED.to_owned(),
            Self::EquippedList => EQUIPPED_LIST.to_owned(),
            Self::Reference2024 => REFERENCE_2024.to_owned(),
            Self::SaidByTheFile(said) => format!(
                "Le fichier dit lui-même d’une lecture qu’elle est supposée{NARROW_SPACE}: {said}."
            ),
        };
        f.write_str(&told)
    }
}

const ONLY_EQUIPPED: &str = "Le fichier ne liste que des établissements équipés\u{202f}: leur nombre \
     est rapporté à celui de la référence, comme borne inférieure supposée.";

const EQUIPPED_LIST: &str = "La liste est supposée être celle des établissements équipés\u{202f}: son \
     nom ou ses colonnes le disent.";

const REFERENCE_2024: &str = "Les nombres d’établissements de référence sont supposés ceux de \
     2024\u{202f}: le fichier n’a pas de date.";

fn share(header: &str, is_a_count: bool) -> String {
    format!(
        "« {header} » est supposé être {} des établissements \
         {EQUIPPED_WITH_AN_ENT}{NARROW_SPACE}: son nom ne dit pas de quoi.",
        if is_a_count { "le nombre" } else { "la part" }
    )
}

fn first_of_several(header: &str, others: &[String]) -> String {
    format!(
        "« {header} » est supposée être la colonne à montrer{NARROW_SPACE}; {} {} l’être aussi.",
        named(others),
        plural(others.len(), "pourrait", "pourraient")
    )
}

fn one_sector(sector: Sector, others: &[String]) -> String {
    format!(
        "Le secteur {} est supposé être celui à montrer{NARROW_SPACE}: sans effectifs, les parts \
         de {} ne s’additionnent pas.",
        sector.label(),
        named(others)
    )
}

fn against_reference(header: &str, years: &[u16]) -> String {
    format!(
        "« {header} » compte des établissements sans dire combien il y en a en tout{NARROW_SPACE}: \
         ces nombres sont rapportés à ceux de la référence de {}.",
        those_of(years)
    )
}

fn date(period: Period, from: &DateSource) -> String {
    let article = if matches!(period, Period::Day(_)) { "le " } else { "" };
    format!("La date est supposée être {article}{period}, {from}.")
}

fn month_not_school_year(header: &str, cell: &str) -> String {
    format!(
        "« {cell} » (colonne « {header} ») est supposé être un mois, et non une année scolaire."
    )
}

fn level_told(level: Level, others: &[Level]) -> String {
    let others: Vec<String> =
        others.iter().map(|level| format!("des {}", level.plural())).collect();
    format!(
        "Échelon à confirmer{NARROW_SPACE}: ces codes sont supposés être ceux des {}, et sont \
         aussi ceux {}.",
        level.plural(),
        others.join(" et ")
    )
}

fn some_schools(sector: Option<Sector>, subset: Option<Subset>, from: &TypeSource) -> String {
    format!(
        "Le tableau est supposé ne compter que certains établissements ({}), {from}.",
        schools_named(sector, subset)
    )
}

fn scale_told(scale: Scale, odd: &[String]) -> String {
    let range = match scale {
        Scale::Percent => "de 0 à 100",
        Scale::Fraction => "de 0 à 1",
    };
    let but = if odd.is_empty() { String::new() } else { format!(", sauf {}", named(odd)) };
    format!("Les taux sont supposés aller {range}{but}.")
}

fn thousands(cell: &str) -> String {
    format!(
        "« {cell} » est supposé être en milliers{NARROW_SPACE}: un effectif n’a pas de décimales."
    )
}

fn blank_is_no(header: &str) -> String {
    format!(
        "Une cellule vide de « {header} » est supposée dire non{NARROW_SPACE}: les autres disent \
         toutes oui."
    )
}

fn project_names(names: &[String]) -> String {
    format!(
        "{} {} ou d’un projet, et {} pour un oui{NARROW_SPACE}: {} sans être un mot connu.",
        named(names),
        plural(
            names.len(),
            "est supposé être le nom d’un ENT",
            "sont supposés être des noms d’ENT"
        ),
        plural(names.len(), "compte", "comptent"),
        plural(names.len(), "il revient", "ils reviennent"),
    )
}

fn filled_down(header: &str, cells: usize) -> String {
    format!(
        "{} de « {header} » {} prendre le libellé d’au-dessus, comme la mise en page le montre.",
        counted(cells, "cellule vide", "cellules vides"),
        if cells < 2 { "est supposée" } else { "sont supposées" },
    )
}
