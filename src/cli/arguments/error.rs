//! Why arguments cannot be understood, in French.

use crate::{french::NARROW_SPACE, project::SaveError};

/// Why the arguments cannot be understood.
#[derive(Debug, thiserror::Error)]
pub(in crate::cli) enum ArgumentError {
    #[error("la commande « {0} » n’existe pas. « atlas-ent --help » les énumère.")]
    UnknownCommand(String),
    #[error("l’option « {0} » n’existe pas ici. « atlas-ent {1}--help » les énumère.")]
    UnknownOption(String, &'static str),
    #[error("l’option « --{0} » attend une valeur.")]
    NoValue(String),
    #[error("« --{option} {value} »{NARROW_SPACE}: {expected}.")]
    WrongValue { option: String, value: String, expected: String },
    #[error("il manque « --sortie FICHIER »{NARROW_SPACE}: où écrire.")]
    NoOutput,
    #[error("« --{0} » parle du fichier donné juste avant{NARROW_SPACE}: il n’y en a pas.")]
    NoFileBefore(String),
    #[error(
        "« --exemple » et « --donnees » ne vont pas ensemble{NARROW_SPACE}: la carte montre les données \
         de l’exemple, ou celles de vos fichiers."
    )]
    ExampleAndFiles,
    #[error("« --dates » attend au moins deux dates, séparées par une virgule.")]
    OneDate,
    #[error(
        "« --dates » demande « --modele deux-dates » ou « --modele evolution »{NARROW_SPACE}: les autres \
         modèles n’ont qu’une carte."
    )]
    DatesOfOneMap,
    #[error(
        "« --densite » et « --largeur » décident de la même chose{NARROW_SPACE}: gardez l’une des deux."
    )]
    DensityAndWidth,
    #[error("il manque le fichier à vérifier.")]
    NoFile,
    #[error("« {0} »{NARROW_SPACE}: l’extension doit être .png, .svg ou .pdf.")]
    UnknownFormat(String),
    #[error(transparent)]
    UnknownTableFormat(#[from] SaveError),
    #[error("un argument n’est pas lisible ({0}).")]
    Unreadable(String),
}

impl From<lexopt::Error> for ArgumentError {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::MissingValue { option } => {
                let option = option.unwrap_or_default();
                Self::NoValue(option.trim_start_matches('-').to_owned())
            }
            other => Self::Unreadable(other.to_string()),
        }
    }
}
