//! What a person has to decide before a map is drawn.

use std::fmt;

use jiff::civil::Date;

use super::{Duplicates, ListRole, numbers::Scale};
use crate::french::NARROW_SPACE;

/// A reading that is for a person to decide: no map is drawn from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// No column says a share of schools equipped; this one has figures of something else.
    WhatDoesItShow {
        /// The name of the column.
        header: String,
        /// Its first values.
        values: Vec<String>,
        /// The word of its name that says something else.
        word: String,
        /// A title that says something else, rather than its name.
        title: Option<String>,
        /// The word says of which schools: not of all.
        is_of_some_schools: bool,
    },
    /// A list of schools with a rate for each, and no word of equipment.
    RateOfSchools {
        /// The name of the column.
        header: String,
        /// Its first values.
        values: Vec<String>,
    },
    /// Shares up to 1 below a name that says « % ».
    Scale {
        /// The name of the column.
        header: String,
        /// Its first values.
        values: Vec<String>,
    },
    /// A column of dates whose cells can't be read.
    Dates {
        /// The name of the column.
        header: String,
        /// The first cells that fail.
        values: Vec<String>,
    },
    /// Most territories have rows that contradict each other.
    Contradictions {
        /// How many.
        territories: usize,
        /// One of them, with its values.
        example: String,
        /// They have numbers of schools, which add up.
        add_up: bool,
    },
    /// A second list of schools that says nothing of equipment.
    SecondList {
        /// The name of the file.
        file: String,
        /// How many of its schools stand in the other.
        shared: usize,
    },
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The column is the share of schools equipped with an ENT.
    IsTheShare {
        /// The name of the column.
        header: String,
    },
    /// The column is to be shown as what its own name says.
    ShowsItself {
        /// The name of the column.
        header: String,
    },
    /// Shares are in percent, or fractions.
    Scale(Scale),
    /// The file has no date.
    NoDate,
    /// The file has this date.
    Date(Date),
    /// Which of several values counts.
    Keep(Duplicates),
    /// What a list is.
    List(ListRole),
}

impl Question {
    /// A word for it that programs may rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WhatDoesItShow { .. } => "colonne",
            Self::RateOfSchools { .. } => "taux_par_etablissement",
            Self::Scale { .. } => "echelle",
            Self::Dates { .. } => "dates",
            Self::Contradictions { .. } => "contradictions",
            Self::SecondList { .. } => "seconde_liste",
        }
    }

    /// The answers that a person can give by a button, the likeliest first.
    pub fn replies(&self) -> Vec<Reply> {
        match self {
            Self::RateOfSchools { .. } => vec![Reply::List(ListRole::Schools)],
            Self::WhatDoesItShow { header, .. } => vec![
                Reply::ShowsItself { header: header.clone() },
                Reply::IsTheShare { header: header.clone() },
            ],
            Self::Scale { .. } => {
                vec![Reply::Scale(Scale::Fraction), Reply::Scale(Scale::Percent)]
            }
            Self::Dates { .. } => vec![Reply::NoDate],
            Self::Contradictions { add_up, .. } => Duplicates::ALL
                .into_iter()
                .filter(|rule| *add_up || *rule != Duplicates::Sum)
                .map(Reply::Keep)
                .collect(),
            Self::SecondList { .. } => {
                vec![Reply::List(ListRole::Equipped), Reply::List(ListRole::Schools)]
            }
        }
    }

    /// The first values of what it is about.
    pub fn values(&self) -> &[String] {
        match self {
            Self::WhatDoesItShow { values, .. }
            | Self::RateOfSchools { values, .. }
            | Self::Scale { values, .. }
            | Self::Dates { values, .. } => values,
            _ => &[],
        }
    }

    /// The options of the command line that answer it.
    pub fn options(&self) -> String {
        match self {
            Self::RateOfSchools { .. } => format!(
                "--liste etablissements ne retient que les établissements{NARROW_SPACE}; \
                 --colonne \"…\" nomme une colonne qui dit oui ou non"
            ),
            Self::WhatDoesItShow { header, .. } => format!(
                "--colonne \"{header}\" la montre pour ce qu’elle dit{NARROW_SPACE}; \
                 --sujet ENT dit que c’est la part équipée, --sujet \"…\" autre chose"
            ),
            Self::Scale { .. } => {
                "--echelle fraction (1 vaut 100 %) ou --echelle pourcent".to_owned()
            }
            Self::Dates { .. } => {
                "--date-donnees 2011-10 donne la date, --date-donnees aucune s’en passe".to_owned()
            }
            Self::Contradictions { add_up: true, .. } => {
                "--plusieurs premiere, derniere, somme ou moyenne".to_owned()
            }
            Self::Contradictions { add_up: false, .. } => {
                "--plusieurs premiere, derniere ou moyenne".to_owned()
            }
            Self::SecondList { .. } => {
                "--liste equipes ou --liste etablissements, après ce fichier".to_owned()
            }
        }
    }
}

impl Reply {
    /// As a button says it.
    pub fn label(&self) -> String {
        match self {
            Self::IsTheShare { .. } => "C’est la part équipée d’un ENT".to_owned(),
            Self::ShowsItself { header } => {
                format!("Montrer la colonne « {header} » pour ce qu’elle dit")
            }
            Self::Scale(Scale::Fraction) => {
                format!("Des fractions{NARROW_SPACE}: 1 vaut 100{NARROW_SPACE}%")
            }
            Self::Scale(Scale::Percent) => {
                format!("Des pour cent{NARROW_SPACE}: 1 vaut 1{NARROW_SPACE}%")
            }
            Self::NoDate => "Se passer de date".to_owned(),
            Self::Date(date) => crate::french::day(*date),
            Self::Keep(rule) => format!("Garder {}", rule.label()),
            Self::List(ListRole::Equipped) => "Ces établissements sont équipés".to_owned(),
            Self::List(ListRole::Schools) => {
                "La liste dit seulement quels établissements il y a".to_owned()
            }
        }
    }
}

impl fmt::Display for Question {
    /// One sentence, which ends with a question.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let some = |values: &[String]| {
            let named: Vec<String> = values.iter().map(|value| format!("« {value} »")).collect();
            if named.is_empty() { String::new() } else { format!(" ({}…)", named.join(", ")) }
        };
        match self {
            Self::WhatDoesItShow { header, values, word, is_of_some_schools: true, .. } => write!(
                f,
                "La colonne « {header} »{} ne parle pas de l’ensemble des lycées ou des collèges \
                 (« {word} »){NARROW_SPACE}: que montre la carte\u{202f}?",
                some(values)
            ),
            Self::WhatDoesItShow { header, values, word, title: None, .. } => write!(
                f,
                "La colonne « {header} »{} dit autre chose que l’équipement en ENT (« {word} \
                 »){NARROW_SPACE}: que montre la carte\u{202f}?",
                some(values)
            ),
            Self::WhatDoesItShow { header, values, word, title: Some(title), .. } => write!(
                f,
                "La colonne « {header} »{} ne dit pas de quoi elle parle, et « {title} » dit autre \
                 chose que l’équipement en ENT (« {word} »){NARROW_SPACE}: que montre la \
                 carte\u{202f}?",
                some(values)
            ),
            Self::RateOfSchools { header, values } => write!(
                f,
                "La colonne « {header} »{} donne un taux par établissement, et aucune ne dit \
                 lesquels ont un ENT{NARROW_SPACE}: que montre la carte\u{202f}?",
                some(values)
            ),
            Self::Scale { header, values } => write!(
                f,
                "La colonne « {header} » annonce des pour cent, et ses valeurs ne dépassent pas \
                 1{}{NARROW_SPACE}: sont-ce des fractions, dont 1 vaut 100{NARROW_SPACE}%\u{202f}?",
                some(values)
            ),
            Self::Dates { header, values } => write!(
                f,
                "La colonne « {header} » devrait donner les dates, et ses valeurs ne se lisent \
                 pas{}{NARROW_SPACE}: de quand est ce fichier\u{202f}?",
                some(values)
            ),
            Self::Contradictions { territories, example, .. } => write!(
                f,
                "{} ont plusieurs lignes qui se contredisent ({example}){NARROW_SPACE}: laquelle \
                 compte\u{202f}?",
                crate::french::counted(*territories, "territoire", "territoires")
            ),
            Self::SecondList { file, shared } => write!(
                f,
                "« {file} » liste {} aussi dans l’autre fichier, et rien n’y dit \
                 qu’ils sont équipés{NARROW_SPACE}: sont-ce les équipés\u{202f}?",
                crate::french::counted(*shared, "établissement qui est", "établissements qui sont")
            ),
        }
    }
}
