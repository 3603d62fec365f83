//! What a column can hold.

use serde::{Deserialize, Serialize};

/// What a column holds. Each stands for one word of `assets/synonymes.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Meaning {
    CodeDepartement,
    NomDepartement,
    CodeRegion,
    NomRegion,
    CodeAcademie,
    NomAcademie,
    /// The code of a territory whose level the header does not say.
    Code,
    /// The name of such a territory.
    Nom,
    /// The level of each row, in words.
    Niveau,
    /// Lycée or collège.
    Type,
    Date,
    Annee,
    Mois,
    /// The date of another column, as precise as its source says.
    Periode,
    /// A share of equipped schools, in percent or as a fraction.
    Taux,
    /// A number of equipped schools.
    Equipes,
    /// Both numbers in one cell: « 20/50 ».
    EquipesSurTotal,
    /// A number of schools that are not equipped, the others being so.
    NonEquipes,
    /// A number of schools.
    Total,
    Stade,
    Mesure,
    Perimetre,
    /// Réalisé or prévu.
    Statut,
    Preuve,
    Projet,
    Note,
    Source,
    /// What was supposed of the figures when they were saved.
    Suppositions,
    /// What was counted, where figures of something else than an ENT were saved.
    Sujet,
    /// The number of a school.
    Uai,
    NomEtablissement,
    /// The ministry's code of the nature of a school, such as 302.
    Nature,
    LibelleNature,
    /// Public or privé.
    Secteur,
    /// The ministry that a school answers to.
    Tutelle,
    Commune,
    /// The five characters of the INSEE.
    CodeCommune,
    CodePostal,
    /// In degrees.
    Latitude,
    /// In degrees.
    Longitude,
    /// Ouvert, à ouvrir, à fermer, fermé.
    Etat,
    /// Whether a school has an ENT: yes or no, or the name of a project.
    Equipe,
}

impl Meaning {
    /// All, in the order of a drop-down list.
    pub const ALL: [Self; 42] = [
        Self::CodeDepartement,
        Self::NomDepartement,
        Self::CodeRegion,
        Self::NomRegion,
        Self::CodeAcademie,
        Self::NomAcademie,
        Self::Code,
        Self::Nom,
        Self::Niveau,
        Self::Type,
        Self::Date,
        Self::Annee,
        Self::Mois,
        Self::Periode,
        Self::Taux,
        Self::Equipes,
        Self::EquipesSurTotal,
        Self::NonEquipes,
        Self::Total,
        Self::Stade,
        Self::Mesure,
        Self::Perimetre,
        Self::Statut,
        Self::Preuve,
        Self::Projet,
        Self::Note,
        Self::Source,
        Self::Suppositions,
        Self::Sujet,
        Self::Uai,
        Self::NomEtablissement,
        Self::Nature,
        Self::LibelleNature,
        Self::Secteur,
        Self::Tutelle,
        Self::Commune,
        Self::CodeCommune,
        Self::CodePostal,
        Self::Latitude,
        Self::Longitude,
        Self::Etat,
        Self::Equipe,
    ];

    /// The word for it in the synonym table, which a saved choice keeps too.
    pub fn word(self) -> &'static str {
        self.words().0
    }

    /// As a drop-down list writes it: « Code du département ».
    pub fn label(self) -> &'static str {
        self.words().1
    }

    /// The meaning of a word of the synonym table.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|meaning| meaning.word() == word)
    }

    /// Whether it is a code or a name of territories, which is decided from the whole column.
    pub fn is_territory(self) -> bool {
        matches!(
            self,
            Self::CodeDepartement
                | Self::NomDepartement
                | Self::CodeRegion
                | Self::NomRegion
                | Self::CodeAcademie
                | Self::NomAcademie
                | Self::Code
                | Self::Nom
        )
    }

    /// Whether it is a figure or an answer that a map can show.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Equipe | Self::Stade) || self.is_of_equipped()
    }

    /// Whether it is a number or an answer of which the words of a name decide, not one synonym.
    pub(super) fn is_a_figure(self) -> bool {
        matches!(self, Self::Total | Self::Equipe) || self.is_of_equipped()
    }

    /// Whether it gives a share or numbers of schools that are equipped, or not, by territory.
    pub(super) fn is_of_equipped(self) -> bool {
        matches!(self, Self::Taux | Self::Equipes | Self::EquipesSurTotal | Self::NonEquipes)
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::CodeDepartement => ("code_departement", "Code du département"),
            Self::NomDepartement => ("nom_departement", "Nom du département"),
            Self::CodeRegion => ("code_region", "Code de la région"),
            Self::NomRegion => ("nom_region", "Nom de la région"),
            Self::CodeAcademie => ("code_academie", "Code de l’académie"),
            Self::NomAcademie => ("nom_academie", "Nom de l’académie"),
            Self::Code => ("code", "Code du territoire"),
            Self::Nom => ("nom", "Nom du territoire"),
            Self::Niveau => ("niveau", "Échelon"),
            Self::Type => ("type", "Type d’établissement"),
            Self::Date => ("date", "Date"),
            Self::Annee => ("annee", "Année"),
            Self::Mois => ("mois", "Mois"),
            Self::Periode => ("periode", "Période de la date"),
            Self::Taux => ("taux", "Taux d’équipement"),
            Self::Equipes => ("equipes", "Nombre d’établissements équipés"),
            Self::EquipesSurTotal => ("equipes_sur_total", "Équipés sur le total (« 20/50 »)"),
            Self::NonEquipes => ("non_equipes", "Nombre d’établissements non équipés"),
            Self::Total => ("total", "Nombre d’établissements"),
            Self::Stade => ("stade", "Stade"),
            Self::Mesure => ("mesure", "Mesure"),
            Self::Perimetre => ("perimetre", "Périmètre"),
            Self::Statut => ("statut", "Réalisé ou prévu"),
            Self::Preuve => ("preuve", "Preuve"),
            Self::Projet => ("projet", "Projet"),
            Self::Note => ("note", "Note"),
            Self::Source => ("source", "Source"),
            Self::Suppositions => ("suppositions", "Suppositions"),
            Self::Sujet => ("sujet", "Sujet de la carte"),
            Self::Uai => ("uai", "UAI de l’établissement"),
            Self::NomEtablissement => ("nom_etablissement", "Nom de l’établissement"),
            Self::Nature => ("nature", "Code de nature"),
            Self::LibelleNature => ("libelle_nature", "Nature de l’établissement"),
            Self::Secteur => ("secteur", "Public ou privé"),
            Self::Tutelle => ("tutelle", "Ministère de tutelle"),
            Self::Commune => ("commune", "Commune"),
            Self::CodeCommune => ("code_commune", "Code de la commune"),
            Self::CodePostal => ("code_postal", "Code postal"),
            Self::Latitude => ("latitude", "Latitude"),
            Self::Longitude => ("longitude", "Longitude"),
            Self::Etat => ("etat", "Ouvert ou fermé"),
            Self::Equipe => ("equipe", "Établissement équipé"),
        }
    }
}

impl From<Meaning> for &'static str {
    fn from(meaning: Meaning) -> Self {
        meaning.word()
    }
}

impl TryFrom<String> for Meaning {
    type Error = String;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        Self::from_word(&word).ok_or_else(|| format!("« {word} » n’est pas un sens de colonne"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_has_a_word_of_its_own() {
        for meaning in Meaning::ALL {
            assert_eq!(Meaning::from_word(meaning.word()), Some(meaning));
        }
        assert_eq!(Meaning::from_word("ignorer"), None);
    }
}
