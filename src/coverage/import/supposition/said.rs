//! Suppositions in a few words, and the option of the command line that would confirm them.

use super::Supposition;
use crate::{
    coverage::{import::Scale, schools_named},
    french::{counted, plural},
};

impl Supposition {
    /// A few words for the source line of a map: « date supposée d’après le titre ».
    pub fn short(&self) -> String {
        match self {
            Self::Share { header, is_a_count } => {
                let what =
                    if *is_a_count { "le nombre d’équipés" } else { "la part équipée" };
                format!("colonne « {header} » supposée être {what}")
            }
            Self::FirstOfSeveral { header, others } => format!(
                "colonne « {header} » supposée, parmi {}",
                counted(others.len() + 1, "colonne", "colonnes")
            ),
            Self::OneSector { sector, .. } => format!("secteur {} supposé", sector.label()),
            Self::Date { period, from } => format!("date supposée ({period}) {from}"),
            Self::MonthNotSchoolYear { cell, .. } => format!("« {cell} » supposé être un mois"),
            Self::Level { level, .. } => format!("échelon supposé ({})", level.singular()),
            Self::SchoolType { school_type, from } => {
                format!("type supposé ({}) {from}", school_type.label())
            }
            Self::SomeSchools { sector, subset, from } => {
                format!("champ supposé ({}) {from}", schools_named(*sector, *subset))
            }
            Self::Scale { scale: Scale::Percent, .. } => "taux supposés en pour cent".to_owned(),
            Self::Scale { scale: Scale::Fraction, .. } => "taux supposés de 0 à 1".to_owned(),
            Self::Thousands { cell } => format!("« {cell} » supposé en milliers"),
            Self::ProjectNames { names } => {
                format!(
                    "{} {}",
                    named(names),
                    plural(names.len(), "supposé nom d’ENT", "supposés noms d’ENT")
                )
            }
            Self::BlankIsNo { header } => {
                format!("cellules vides de « {header} » supposées dire non")
            }
            Self::OnlyEquipped => {
                "liste d’établissements équipés seulement, rapportée aux nombres de référence"
                    .to_owned()
            }
            Self::Reference2024 => "nombres d’établissements supposés de 2024".to_owned(),
            Self::AgainstReference { header, years } => format!(
                "« {header} » sans total, rapporté aux nombres de référence de {}",
                those_of(years)
            ),
            Self::EquippedList => "liste supposée être celle des équipés".to_owned(),
            Self::FilledDown { header, .. } => {
                format!("libellés de « {header} » supposés valoir pour les lignes d’en dessous")
            }
            Self::SaidByTheFile(said) => said.clone(),
        }
    }

    /// The option of the command line that confirms it, or says otherwise.
    pub fn option(&self) -> &'static str {
        match self {
            Self::Share { .. } | Self::FirstOfSeveral { .. } => "--colonne NOM",
            Self::OneSector { .. } => "--secteur public|prive",
            Self::Date { .. } | Self::MonthNotSchoolYear { .. } => "--date-donnees DATE",
            Self::Level { .. } => "--niveau NIVEAU",
            Self::SchoolType { .. } => "--type TYPE",
            Self::Scale { .. } => "--echelle pourcent|fraction",
            Self::EquippedList | Self::OnlyEquipped => "--liste equipes|etablissements",
            Self::SomeSchools { .. }
            | Self::Thousands { .. }
            | Self::BlankIsNo { .. }
            | Self::ProjectNames { .. }
            | Self::Reference2024
            | Self::AgainstReference { .. }
            | Self::FilledDown { .. }
            | Self::SaidByTheFile(_) => "--accepter-suppositions",
        }
    }
}

/// « 2011 et 2024 ».
pub(super) fn those_of(years: &[u16]) -> String {
    years.iter().map(u16::to_string).collect::<Vec<_>>().join(" et ")
}

/// The first of some names, in quotes.
pub(super) fn named(names: &[String]) -> String {
    const SHOWN: usize = 6;
    let some: Vec<String> = names.iter().take(SHOWN).map(|name| format!("« {name} »")).collect();
    let more = if names.len() > some.len() { "…" } else { "" };
    format!("{}{more}", some.join(", "))
}
