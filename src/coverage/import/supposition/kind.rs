//! Kinds of suppositions.

use serde::{Deserialize, Serialize};

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
    SomeSchools,
    Scale,
    Thousands,
    BlankIsNo,
    ProjectNames,
    OnlyEquipped,
    Reference2024,
    AgainstReference,
    EquippedList,
    FilledDown,
    SaidByTheFile,
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
            Self::SomeSchools => "champ",
            Self::Scale => "echelle",
            Self::Thousands => "milliers",
            Self::BlankIsNo => "vide_dit_non",
            Self::ProjectNames => "noms_de_projets",
            Self::OnlyEquipped => "equipes_seulement",
            Self::Reference2024 => "reference_2024",
            Self::AgainstReference => "rapporte_a_la_reference",
            Self::EquippedList => "liste_des_equipes",
            Self::FilledDown => "libelles_repetes",
            Self::SaidByTheFile => "dit_par_le_fichier",
        }
    }
}
