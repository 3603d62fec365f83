//! Steps that can be undone: the document on their other side, and what each was.

use std::collections::VecDeque;

use super::{Command, Document, FileChoice, PageChange};

/// A change that was made, or taken back.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// The document on the other side of it.
    pub document: Document,
    /// What it changed, with its article: « la date ».
    pub what: &'static str,
}

/// What opening or showing files of one's own changes.
pub(super) const OTHER_FILES: &str = "l’ouverture du fichier";

/// What going one step further on a way would do: the verb, and what the last step of it changed.
pub(super) fn labelled(verb: &str, way: &VecDeque<Step>) -> String {
    way.back().map_or_else(|| verb.to_owned(), |step| format!("{verb} {}", step.what))
}

impl Command {
    /// What it changes, with its article, after « Annuler » or « Rétablir ».
    pub(super) fn what(&self) -> &'static str {
        match self {
            Self::Open(_) => "le changement de données",
            Self::UseOutlines(_) => "le changement de contours",
            Self::ShowSchools(_) => "le choix des établissements",
            Self::ShowLevel(_) => "le choix de l’échelon",
            Self::ShowAs(_) | Self::MeasureBy(_) => "le choix de ce qui est montré",
            Self::UseEdition(_) => "le choix du découpage",
            Self::Count(_) => "le choix du secteur",
            Self::Decide { choice, .. } => choice.what(),
            Self::RemoveFile(_) => "le retrait du fichier",
            Self::ChangePage(change) => change.what(),
            Self::GoTo(_) => "la date",
            Self::Select(_) | Self::ToggleSelected(_) | Self::SelectAll(_) => "la sélection",
            Self::Enter(_) | Self::Leave | Self::GoBy(_) => "le changement de lieu",
            Self::OpenSchool(..) | Self::SelectSchool(_) | Self::CloseSchool => {
                "le choix de l’établissement"
            }
            Self::Filter(_) => "le filtre",
            Self::SortRows(_) => "l’ordre des lignes",
        }
    }
}

impl PageChange {
    /// What it changes of the page.
    fn what(&self) -> &'static str {
        match self {
            Self::Format(_) => "la taille de la page",
            Self::Template(_) => "le modèle de la page",
            Self::Show(..) => "le contenu de la page",
            Self::Write { .. } | Self::Revert(_) => "le texte de la page",
            Self::Read(_) => "le territoire de la note",
            Self::Dates(_) => "les dates de la page",
            Self::Publish(_) => "l’institution de la page",
        }
    }
}

impl FileChoice {
    /// What it changes of the reading of a file.
    fn what(&self) -> &'static str {
        match self {
            Self::Encoding(_) => "l’encodage du fichier",
            Self::Separator(_) => "le séparateur du fichier",
            Self::Sheet(_) => "le choix de la feuille",
            Self::HeaderRow(_) => "la ligne d’en-tête",
            Self::Meaning { .. } => "le sens de la colonne",
            Self::Repair { .. } => "la réparation du fichier",
            Self::Pair { .. } | Self::PairAll(_) => "le rattachement des noms",
            Self::DecimalSign(_) => "le signe des décimales",
            Self::Scale(_) => "l’échelle du taux",
            Self::Edition(_) => "le découpage du fichier",
            Self::Duplicates(_) => "le choix entre plusieurs lignes",
            Self::Shown(_) => "le choix de la colonne",
            Self::Subject(_) => "le sujet de la carte",
            Self::Word { .. } => "le sens du mot",
            Self::Role(_) => "le rôle de la liste",
            Self::Level(_) => "l’échelon du fichier",
            Self::Confirm(_) | Self::ConfirmAll(_) | Self::Refuse(_) | Self::Doubt(_) => {
                "l’avis sur une supposition"
            }
            Self::Answer(_) => "la réponse",
            Self::SchoolType(_) => "le type du fichier",
            Self::Date(_) => "la date du fichier",
            Self::Everywhere(_) => "le choix de compter 0",
            Self::Forget => "l’oubli des choix",
        }
    }
}
