//! The columns of a table of rows: names, what they hold, and how a filter may call them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{coverage::Holders, french::capitalised, table::ColumnKind};

/// A column. Some are for territories, some for schools, a few for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RowColumn {
    /// Official code of a territory.
    Code,
    /// Number of a school.
    Uai,
    /// Name of either.
    Name,
    /// Share of schools.
    Share,
    /// Schools that have it.
    Equipped,
    /// Schools counted.
    Total,
    /// Public schools that have it.
    PublicEquipped,
    /// Public schools.
    PublicTotal,
    /// Private schools that have it.
    PrivateEquipped,
    /// Private schools.
    PrivateTotal,
    /// Stage of a project.
    Stage,
    /// Whether a school has it.
    Has,
    /// Since when.
    Since,
    /// Name of the project.
    Project,
    /// How sure the figure is.
    Evidence,
    /// When the figure was seen.
    Period,
    /// Observed, added up or estimated.
    Origin,
    /// Place among peers.
    Rank,
    /// Why there is no share.
    Absence,
    /// « lycée polyvalent ».
    Kind,
    /// Public or private.
    Sector,
    /// The ministry that a school answers to.
    Supervision,
    /// Commune of a school.
    Commune,
    /// Département of a school.
    Departement,
    /// Académie of a school.
    Academie,
    /// Région of a school.
    Region,
    /// Whether a school is counted, and why not.
    Counted,
    /// Whether its coordinates are known.
    Position,
    /// File that lists it.
    File,
    /// Line of that file.
    Line,
}

/// A column in words.
struct Description {
    column: RowColumn,
    title: &'static str,
    kind: ColumnKind,
    width: u16,
    /// In a filter, without accents: the first one is what a person is told.
    names: &'static [&'static str],
}

const fn described(
    column: RowColumn,
    title: &'static str,
    kind: ColumnKind,
    width: u16,
    names: &'static [&'static str],
) -> Description {
    Description { column, title, kind, width, names }
}

/// In the order of declaration, which is also the rank of a column.
#[rustfmt::skip]
const DESCRIPTIONS: [Description; 30] = {
    use ColumnKind::{Date, Number, Percent, Text};
    use RowColumn::*;
    [
        described(Code, "Code", ColumnKind::Code, 7, &["code"]),
        described(Uai, "UAI", ColumnKind::Code, 11, &["uai", "numero", "rne"]),
        described(Name, "Nom", Text, 30, &["nom"]),
        described(Share, "Taux", Percent, 13, &["taux", "part", "pourcentage"]),
        described(Equipped, "Équipés", Number, 10, &["equipes", "nombre equipes", "utilisateurs", "concernes"]),
        described(Total, "Total", Number, 8, &["total", "etablissements", "nombre"]),
        described(PublicEquipped, "Public équipés", Number, 10, &["public equipes", "equipes public", "publics equipes", "public utilisateurs", "public concernes"]),
        described(PublicTotal, "Public total", Number, 10, &["public total", "total public", "publics"]),
        described(PrivateEquipped, "Privé équipés", Number, 10, &["prive equipes", "equipes prive", "prives equipes", "prive utilisateurs", "prive concernes"]),
        described(PrivateTotal, "Privé total", Number, 10, &["prive total", "total prive", "prives"]),
        described(Stage, "Stade", Text, 17, &["stade", "etape"]),
        described(Has, "Équipé", Text, 9, &["equipe", "ent", "utilisateur", "concerne"]),
        described(Since, "Depuis", Date, 18, &["depuis"]),
        described(Project, "Projet", Text, 22, &["projet"]),
        described(Evidence, "Preuve", Text, 16, &["preuve"]),
        described(Period, "Période", Date, 18, &["periode", "date"]),
        described(Origin, "Origine", Text, 22, &["origine"]),
        described(Rank, "Rang", Number, 11, &["rang"]),
        described(Absence, "Absence", Text, 17, &["absence", "motif", "motif d absence"]),
        described(Kind, "Type", Text, 30, &["type", "nature"]),
        described(Sector, "Secteur", Text, 9, &["secteur", "statut"]),
        described(Supervision, "Tutelle", Text, 14, &["tutelle", "ministere"]),
        described(Commune, "Commune", Text, 22, &["commune", "ville"]),
        described(Departement, "Département", Text, 22, &["departement", "dept"]),
        described(Academie, "Académie", Text, 18, &["academie"]),
        described(Region, "Région", Text, 26, &["region"]),
        described(Counted, "Compté", Text, 26, &["compte", "comptes"]),
        described(Position, "Coordonnées", Text, 13, &["coordonnees", "position"]),
        described(File, "Fichier", Text, 26, &["fichier"]),
        described(Line, "Ligne", Number, 8, &["ligne"]),
    ]
};

impl RowColumn {
    /// How many there are.
    pub(super) const COUNT: usize = DESCRIPTIONS.len();

    /// The columns of a table of territories, from left to right.
    pub const TERRITORIES: [Self; 16] = [
        Self::Code,
        Self::Name,
        Self::Share,
        Self::Equipped,
        Self::Total,
        Self::PublicEquipped,
        Self::PublicTotal,
        Self::PrivateEquipped,
        Self::PrivateTotal,
        Self::Stage,
        Self::Project,
        Self::Evidence,
        Self::Period,
        Self::Origin,
        Self::Rank,
        Self::Absence,
    ];

    /// The columns of a table of schools, from left to right.
    pub const SCHOOLS: [Self; 16] = [
        Self::Uai,
        Self::Name,
        Self::Kind,
        Self::Sector,
        Self::Commune,
        Self::Has,
        Self::Since,
        Self::Project,
        Self::Departement,
        Self::Academie,
        Self::Region,
        Self::Supervision,
        Self::Counted,
        Self::Position,
        Self::File,
        Self::Line,
    ];

    /// Those that are there only where the sectors of schools are told.
    pub(super) fn is_by_sector(self) -> bool {
        matches!(
            self,
            Self::PublicEquipped | Self::PublicTotal | Self::PrivateEquipped | Self::PrivateTotal
        )
    }

    /// « Taux », « Équipés », in a table of schools that are counted for something.
    pub fn title(self, holders: Holders) -> Cow<'static, str> {
        match self {
            Self::Equipped => capitalised(holders.label()).into(),
            Self::PublicEquipped => format!("Public {}", holders.label()).into(),
            Self::PrivateEquipped => format!("Privé {}", holders.label()).into(),
            Self::Has => capitalised(holders.singular()).into(),
            _ => self.description().title.into(),
        }
    }

    /// What it holds.
    pub fn kind(self) -> ColumnKind {
        self.description().kind
    }

    /// How wide it is shown, in letters.
    pub fn width(self) -> u16 {
        self.description().width
    }

    /// How a filter calls it: « taux », « public équipés ».
    pub fn filter_name(self, holders: Holders) -> String {
        self.title(holders).to_lowercase()
    }

    /// The names that a filter may use, folded.
    pub(super) fn names(self) -> &'static [&'static str] {
        self.description().names
    }

    /// Whether plain words are looked for in it.
    pub(super) fn is_searched(self) -> bool {
        matches!(self.kind(), ColumnKind::Text | ColumnKind::Code)
            && !matches!(self, Self::Has | Self::Position)
    }

    pub(super) fn rank(self) -> usize {
        self as usize
    }

    fn description(self) -> &'static Description {
        let description = &DESCRIPTIONS[self.rank()];
        debug_assert_eq!(description.column, self, "columns are described in their order");
        description
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::fold::fold;

    #[test]
    fn every_column_is_described_in_its_place_and_found_by_its_title() {
        for (rank, description) in DESCRIPTIONS.iter().enumerate() {
            assert_eq!(description.column.rank(), rank, "{}", description.title);
            for holders in Holders::ALL {
                let title = fold(&description.column.title(holders));
                assert!(description.names.contains(&title.as_str()), "{title}");
            }
        }
    }

    #[test]
    fn no_two_columns_of_a_table_have_one_name() {
        for columns in [RowColumn::TERRITORIES, RowColumn::SCHOOLS] {
            let mut names: Vec<&str> = columns.iter().flat_map(|c| c.names()).copied().collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all);
        }
    }
}
