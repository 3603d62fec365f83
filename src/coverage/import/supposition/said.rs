//! Suppositions in words: in a few, in a whole sentence, and what would confirm them.

use std::fmt;

use super::Supposition;
use crate::{
    coverage::{Period, import::Scale, schools_named},
    french::{NARROW_SPACE, counted, plural},
    territory::Level,
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

impl fmt::Display for Supposition {
    /// A whole sentence: what is supposed, and why.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share { header, is_a_count } => write!(
                f,
                "« {header} » est supposé être {} des établissements équipés d’un \
                 ENT{NARROW_SPACE}: son nom ne dit pas de quoi.",
                if *is_a_count { "le nombre" } else { "la part" }
            ),
            Self::FirstOfSeveral { header, others } => write!(
                f,
                "« {header} » est supposée être la colonne à montrer{NARROW_SPACE}; {} {} l’être \
                 aussi.",
                named(others),
                plural(others.len(), "pourrait", "pourraient")
            ),
            Self::OneSector { sector, others } => write!(
                f,
                "Le secteur {} est supposé être celui à montrer{NARROW_SPACE}: sans effectifs, les \
                 parts de {} ne s’additionnent pas.",
                sector.label(),
                named(others)
            ),
            Self::Date { period, from } => {
                let article = if matches!(period, Period::Day(_)) { "le " } else { "" };
                write!(f, "La date est supposée être {article}{period}, {from}.")
            }
            Self::MonthNotSchoolYear { header, cell } => write!(
                f,
                "« {cell} » (colonne « {header} ») est supposé être un mois, et non une année \
                 scolaire."
            ),
            Self::Level { level, others } => f.write_str(&level_told(*level, others)),
            Self::SchoolType { school_type, from } => write!(
                f,
                "Les établissements sont supposés être des {}, {from}.",
                school_type.label()
            ),
            Self::SomeSchools { sector, subset, from } => write!(
                f,
                "Le tableau est supposé ne compter que certains établissements ({}), {from}.",
                schools_named(*sector, *subset)
            ),
            Self::Scale { scale, odd } => f.write_str(&scale_told(*scale, odd)),
            Self::Thousands { cell } => write!(
                f,
                "« {cell} » est supposé être en milliers{NARROW_SPACE}: un effectif n’a pas de \
                 décimales."
            ),
            Self::ProjectNames { names } => write!(
                f,
                "{} {} ou d’un projet, et {} pour un oui{NARROW_SPACE}: {} sans être un mot connu.",
                named(names),
                plural(
                    names.len(),
                    "est supposé être le nom d’un ENT",
                    "sont supposés être des noms d’ENT"
                ),
                plural(names.len(), "compte", "comptent"),
                plural(names.len(), "il revient", "ils reviennent"),
            ),
            Self::BlankIsNo { header } => write!(
                f,
                "Une cellule vide de « {header} » est supposée dire non{NARROW_SPACE}: les autres \
                 disent toutes oui."
            ),
            Self::OnlyEquipped => write!(
                f,
                "Le fichier ne liste que des établissements équipés{NARROW_SPACE}: leur nombre est \
                 rapporté à celui de la référence, comme borne inférieure supposée."
            ),
            Self::Reference2024 => write!(
                f,
                "Les nombres d’établissements de référence sont supposés ceux de \
                 2024{NARROW_SPACE}: le fichier n’a pas de date."
            ),
            Self::AgainstReference { header, years } => write!(
                f,
                "« {header} » compte des établissements sans dire combien il y en a en \
                 tout{NARROW_SPACE}: ces nombres sont rapportés à ceux de la référence de {}.",
                those_of(years)
            ),
            Self::EquippedList => write!(
                f,
                "La liste est supposée être celle des établissements équipés{NARROW_SPACE}: son \
                 nom ou ses colonnes le disent."
            ),
            Self::FilledDown { header, cells } => write!(
                f,
                "{} de « {header} » {} prendre le libellé d’au-dessus, comme la mise en page le \
                 montre.",
                counted(*cells, "cellule vide", "cellules vides"),
                if *cells < 2 { "est supposée" } else { "sont supposées" },
            ),
            Self::SaidByTheFile(said) => {
                write!(
                    f,
                    "Le fichier dit lui-même d’une lecture qu’elle est supposée{NARROW_SPACE}: {said}."
                )
            }
        }
    }
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

fn scale_told(scale: Scale, odd: &[String]) -> String {
    let range = match scale {
        Scale::Percent => "de 0 à 100",
        Scale::Fraction => "de 0 à 1",
    };
    let but = if odd.is_empty() { String::new() } else { format!(", sauf {}", named(odd)) };
    format!("Les taux sont supposés aller {range}{but}.")
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
