//! What columns speak of: the parts of a list of meanings.

use super::Meaning;

/// What a column speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeaningGroup {
    /// Of which territory a row is.
    Territory,
    /// What is counted.
    Value,
    /// When.
    Time,
    /// A school.
    School,
    /// What is said beside.
    Other,
}

impl MeaningGroup {
    /// All, in the order of a list.
    pub const ALL: [Self; 5] =
        [Self::Territory, Self::Value, Self::Time, Self::School, Self::Other];

    /// As a list heads it: « Territoire ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Territory => "Territoire",
            Self::Value => "Valeur",
            Self::Time => "Temps",
            Self::School => "Établissement",
            Self::Other => "Autres",
        }
    }
}

impl Meaning {
    /// What it speaks of.
    pub fn group(self) -> MeaningGroup {
        match self {
            Self::Niveau => MeaningGroup::Territory,
            one if one.is_territory() => MeaningGroup::Territory,
            Self::Taux
            | Self::Equipes
            | Self::EquipesSurTotal
            | Self::NonEquipes
            | Self::Total
            | Self::Equipe
            | Self::Stade => MeaningGroup::Value,
            Self::Date | Self::Annee | Self::Mois | Self::Periode => MeaningGroup::Time,
            Self::Uai
            | Self::NomEtablissement
            | Self::Type
            | Self::Nature
            | Self::LibelleNature
            | Self::Secteur
            | Self::Tutelle
            | Self::Commune
            | Self::CodeCommune
            | Self::CodePostal
            | Self::Latitude
            | Self::Longitude
            | Self::Etat => MeaningGroup::School,
            _ => MeaningGroup::Other,
        }
    }
}
