//! Readings that are likely and not certain: shown, and said wherever the map goes.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::numbers::Scale;
use crate::{
    coverage::{Period, SchoolType, school::Sector},
    french::{NARROW_SPACE, counted},
    territory::Level,
};

/// A reading that was supposed, until a person confirms it.
#[derive(Clone, Debug, PartialEq)]
pub enum Supposition {
    /// A column whose name says « taux » or « part » and no more is the share of schools equipped.
    Share {
        /// The name of the column.
        header: String,
    },
    /// Of several columns that could be the one that is shown, the first of the file.
    FirstOfSeveral {
        /// The one that is shown.
        header: String,
        /// The others.
        others: Vec<String>,
    },
    /// Of two sectors' shares without counts, one is shown.
    OneSector {
        /// The one.
        sector: Sector,
        /// The columns of the other.
        others: Vec<String>,
    },
    /// The date of the whole file.
    Date {
        /// The date.
        period: Period,
        /// Where it stands.
        from: DateSource,
    },
    /// « 2010-11 » is November rather than a school year.
    MonthNotSchoolYear {
        /// The name of the column.
        header: String,
        /// A cell.
        cell: String,
    },
    /// Codes that are those of several levels.
    Level {
        /// The one that is shown.
        level: Level,
        /// The others.
        others: Vec<Level>,
    },
    /// The type of schools.
    SchoolType {
        /// The type.
        school_type: SchoolType,
        /// Why.
        from: TypeSource,
    },
    /// Percent or fractions, where some cells say otherwise.
    Scale {
        /// The one that is read.
        scale: Scale,
        /// Some cells that say otherwise.
        odd: Vec<String>,
    },
    /// `1.200` is 1 200.
    Thousands {
        /// A cell.
        cell: String,
    },
    /// A blank cell beside signs or names says no.
    BlankIsNo {
        /// The name of the column.
        header: String,
    },
    /// A list of equipped schools alone: their number against the reference number of schools.
    OnlyEquipped,
    /// A number of equipped schools without a total, or a sum of shares without counts, rests on
    /// the reference numbers of 2024.
    Reference2024,
    /// A list whose schools stand in another is a list of those that are equipped.
    EquippedList,
    /// Labels are filled down, as the layout shows.
    FilledDown {
        /// The name of the column.
        header: String,
        /// How many cells.
        cells: usize,
    },
    /// Figures of a table without a word of a sector, level or date that was supposed when it was
    /// saved.
    SaidByTheFile(String),
}

/// Where the date of a file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateSource {
    /// In a title above the table.
    Title(String),
    /// In the name of its sheet.
    Sheet(String),
    /// In the name of the file.
    FileName(String),
}

/// What the type of schools is supposed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeSource {
    /// Régions run lycées and départements run collèges.
    Level,
    /// The name of the file.
    FileName(String),
    /// A title above the table.
    Title(String),
}

/// What kind of supposition, by which a confirmation is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SuppositionKind {
    Share,
    FirstOfSeveral,
    OneSector,
    Date,
    MonthNotSchoolYear,
    Level,
    SchoolType,
    Scale,
    Thousands,
    BlankIsNo,
    OnlyEquipped,
    Reference2024,
    EquippedList,
    FilledDown,
    SaidByTheFile,
}

impl Supposition {
    /// Its kind.
    pub fn kind(&self) -> SuppositionKind {
        match self {
            Self::Share { .. } => SuppositionKind::Share,
            Self::FirstOfSeveral { .. } => SuppositionKind::FirstOfSeveral,
            Self::OneSector { .. } => SuppositionKind::OneSector,
            Self::Date { .. } => SuppositionKind::Date,
            Self::MonthNotSchoolYear { .. } => SuppositionKind::MonthNotSchoolYear,
            Self::Level { .. } => SuppositionKind::Level,
            Self::SchoolType { .. } => SuppositionKind::SchoolType,
            Self::Scale { .. } => SuppositionKind::Scale,
            Self::Thousands { .. } => SuppositionKind::Thousands,
            Self::BlankIsNo { .. } => SuppositionKind::BlankIsNo,
            Self::OnlyEquipped => SuppositionKind::OnlyEquipped,
            Self::Reference2024 => SuppositionKind::Reference2024,
            Self::EquippedList => SuppositionKind::EquippedList,
            Self::FilledDown { .. } => SuppositionKind::FilledDown,
            Self::SaidByTheFile(_) => SuppositionKind::SaidByTheFile,
        }
    }

    /// A few words for the source line of a map: « date supposée d’après le titre ».
    pub fn short(&self) -> String {
        match self {
            Self::Share { header } => format!("colonne « {header} » supposée être la part équipée"),
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
            Self::Scale { scale: Scale::Percent, .. } => "taux supposés en pour cent".to_owned(),
            Self::Scale { scale: Scale::Fraction, .. } => "taux supposés de 0 à 1".to_owned(),
            Self::Thousands { cell } => format!("« {cell} » supposé en milliers"),
            Self::BlankIsNo { header } => {
                format!("cellules vides de « {header} » supposées dire non")
            }
            Self::OnlyEquipped => {
                "liste d’établissements équipés seulement, rapportée aux nombres de référence"
                    .to_owned()
            }
            Self::Reference2024 => "nombres d’établissements supposés de 2024".to_owned(),
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
            Self::Thousands { .. }
            | Self::BlankIsNo { .. }
            | Self::Reference2024
            | Self::FilledDown { .. }
            | Self::SaidByTheFile(_) => "--accepter-suppositions",
        }
    }
}

impl SuppositionKind {
    /// A word for it that programs may rely on.
    pub fn code(self) -> &'static str {
        match self {
            Self::Share => "part",
            Self::FirstOfSeveral => "colonne",
            Self::OneSector => "secteur",
            Self::Date => "date",
            Self::MonthNotSchoolYear => "mois",
            Self::Level => "echelon",
            Self::SchoolType => "type",
            Self::Scale => "echelle",
            Self::Thousands => "milliers",
            Self::BlankIsNo => "vide_dit_non",
            Self::OnlyEquipped => "equipes_seulement",
            Self::Reference2024 => "reference_2024",
            Self::EquippedList => "liste_des_equipes",
            Self::FilledDown => "libelles_repetes",
            Self::SaidByTheFile => "dit_par_le_fichier",
        }
    }
}

impl fmt::Display for Supposition {
    /// A whole sentence: what is supposed, and why.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |headers: &[String]| {
            let some: Vec<String> =
                headers.iter().take(6).map(|header| format!("« {header} »")).collect();
            let more = if headers.len() > some.len() { "…" } else { "" };
            format!("{}{more}", some.join(", "))
        };
        match self {
            Self::Share { header } => write!(
                f,
                "« {header} » est supposé être la part des établissements équipés d’un \
                 ENT{NARROW_SPACE}: son nom ne dit pas de quoi."
            ),
            Self::FirstOfSeveral { header, others } => write!(
                f,
                "« {header} » est supposée être la colonne à montrer{NARROW_SPACE}; {} pourraient \
                 l’être aussi.",
                named(others)
            ),
            Self::OneSector { sector, others } => write!(
                f,
                "Le secteur {} est supposé être celui à montrer{NARROW_SPACE}: sans effectifs, les \
                 parts de {} ne s’additionnent pas.",
                sector.label(),
                named(others)
            ),
            Self::Date { period, from } => {
                write!(f, "La date est supposée être {period}, {from}.")
            }
            Self::MonthNotSchoolYear { header, cell } => write!(
                f,
                "« {cell} » (colonne « {header} ») est supposé être un mois, et non une année \
                 scolaire."
            ),
            Self::Level { level, others } => {
                let others: Vec<String> =
                    others.iter().map(|level| format!("des {}", level.plural())).collect();
                write!(
                    f,
                    "Échelon à confirmer{NARROW_SPACE}: ces codes sont supposés être ceux des {}, \
                     et sont aussi ceux {}.",
                    level.plural(),
                    others.join(" et ")
                )
            }
            Self::SchoolType { school_type, from } => write!(
                f,
                "Les établissements sont supposés être des {}, {from}.",
                school_type.label()
            ),
            Self::Scale { scale, odd } => {
                let scale = match scale {
                    Scale::Percent => "de 0 à 100",
                    Scale::Fraction => "de 0 à 1",
                };
                write!(f, "Les taux sont supposés aller {scale}")?;
                if odd.is_empty() { f.write_str(".") } else { write!(f, ", sauf {}.", named(odd)) }
            }
            Self::Thousands { cell } => write!(
                f,
                "« {cell} » est supposé être en milliers{NARROW_SPACE}: un effectif n’a pas de \
                 décimales."
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

impl fmt::Display for DateSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title(title) => write!(f, "d’après le titre « {title} »"),
            Self::Sheet(sheet) => write!(f, "d’après la feuille « {sheet} »"),
            Self::FileName(name) => write!(f, "d’après le nom du fichier « {name} »"),
        }
    }
}

impl fmt::Display for TypeSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Level => f.write_str("d’après l’échelon"),
            Self::FileName(name) => write!(f, "d’après le nom du fichier « {name} »"),
            Self::Title(title) => write!(f, "d’après le titre « {title} »"),
        }
    }
}
