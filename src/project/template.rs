//! Empty tables with the columns that the program expects, for whoever starts from nothing.

use crate::{
    coverage::{Evidence, Measure, MissingReason, SchoolType, Stage},
    french::NARROW_SPACE,
    table::{Cell, Column, ColumnKind, Sheet},
    territory::{Edition, Level, Registry},
};

/// A table to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// One row for each département, already there.
    ByTerritory,
    /// One row for each school, to be written.
    BySchool,
}

impl Template {
    /// Both, in the order of a menu.
    pub const ALL: [Self; 2] = [Self::ByTerritory, Self::BySchool];

    /// « Par territoire ».
    pub fn label(self) -> &'static str {
        match self {
            Self::ByTerritory => "Par territoire",
            Self::BySchool => "Par établissement",
        }
    }

    /// A name for its file, without extension: « modele-par-territoire ».
    pub fn file_name(self) -> &'static str {
        match self {
            Self::ByTerritory => "modele-par-territoire",
            Self::BySchool => "modele-par-etablissement",
        }
    }

    /// The table. What to write in it stands in its notes: a row of examples would be counted.
    pub fn sheet(self) -> Sheet {
        match self {
            Self::ByTerritory => by_territory(),
            Self::BySchool => by_school(),
        }
    }
}

fn by_territory() -> Sheet {
    use ColumnKind::{Code, Date, Number, Percent, Text};
    let columns = columns(&[
        ("Code département", Code, 12),
        ("Nom du département", Text, 26),
        ("Type", Text, 10),
        ("Date", Date, 12),
        ("Taux", Percent, 10),
        ("Équipés", Number, 10),
        ("Total", Number, 10),
        ("Mesure", Text, 10),
        ("Stade", Text, 18),
        ("Statut", Text, 10),
        ("Preuve", Text, 16),
        ("Projet", Text, 20),
        ("Note", Text, 30),
        ("Source", Text, 40),
    ]);
    let territories = Registry::official().territories(Level::Departement, Edition::Since2016);
    let rows = territories
        .iter()
        .map(|territory| {
            let code = territory.id.code().map(|code| code.to_string());
            vec![Cell::text(code.unwrap_or_default()), Cell::text(territory.name.as_str())]
        })
        .collect();
    let notes = vec![
        format!(
            "Une ligne par département. Remplissez « Taux », ou « Équipés » et « Total », ou \
             « Stade »{NARROW_SPACE}; supprimez les lignes dont vous ne savez rien. Pour des \
             régions ou des académies, remplacez les deux premières colonnes."
        ),
        [
            format!("Type{NARROW_SPACE}: lycée ou collège."),
            format!("Date{NARROW_SPACE}: 2024, 2024-09 ou 30/09/2024, sur chaque ligne remplie."),
            format!("Taux{NARROW_SPACE}: part des établissements équipés, en pour cent."),
            format!("Équipés, Total{NARROW_SPACE}: nombres d’établissements."),
            format!("Mesure{NARROW_SPACE}: déployé (par défaut) ou usage."),
            format!("Stade{NARROW_SPACE}: étude préalable, expérimentation ou généralisation."),
            format!("Statut{NARROW_SPACE}: réalisé (par défaut) ou prévu."),
            format!(
                "Preuve{NARROW_SPACE}: documenté (par défaut), déduit, à confirmer, \
                 contradictoire, borne inférieure ou borne supérieure."
            ),
            format!("Projet, Note, Source{NARROW_SPACE}: texte libre."),
        ]
        .join("\n"),
        signs(),
    ];
    let title = "Modèle de tableau par territoire".to_owned();
    Sheet { title, columns, fixed_columns: 2, rows, notes }
}

fn by_school() -> Sheet {
    use ColumnKind::{Code, Date, Text};
    let columns = columns(&[
        ("UAI", Code, 12),
        ("Nom de l’établissement", Text, 36),
        ("Code département", Code, 12),
        ("Type", Text, 12),
        ("Secteur", Text, 12),
        ("ENT", Text, 10),
        ("Projet", Text, 20),
        ("Date", Date, 12),
    ]);
    let notes = vec![
        "Une ligne par établissement, équipé ou non. Ils sont additionnés par département, et les \
         régions et académies en sont déduites."
            .to_owned(),
        [
            format!("UAI{NARROW_SPACE}: sept chiffres et une lettre."),
            format!("Code département{NARROW_SPACE}: 01, 2A, 971…"),
            format!("Type{NARROW_SPACE}: lycée ou collège."),
            format!("Secteur{NARROW_SPACE}: public ou privé."),
            format!("ENT{NARROW_SPACE}: oui ou non."),
            format!("Projet{NARROW_SPACE}: nom de l’ENT, si vous le connaissez."),
            format!(
                "Date{NARROW_SPACE}: depuis quand l’établissement est équipé (2024, 2024-09 ou \
                 30/09/2024), si vous le savez."
            ),
        ]
        .join("\n"),
        format!(
            "La liste elle-même est datée de l’année que contient le nom du fichier \
             (etablissements-2024.xlsx){NARROW_SPACE}; sinon, du jour où elle est ouverte."
        ),
    ];
    let title = "Modèle de tableau par établissement".to_owned();
    Sheet { title, columns, fixed_columns: 2, rows: vec![], notes }
}

fn columns(columns: &[(&str, ColumnKind, u16)]) -> Vec<Column> {
    let column = |(name, kind, width): &(&str, ColumnKind, u16)| {
        Column::new(*name, *kind, *width).offering(words(name))
    };
    columns.iter().map(column).collect()
}

/// The words that a column expects, where there are few.
fn words(column: &str) -> Vec<&'static str> {
    match column {
        "Type" => SchoolType::ALL.map(SchoolType::singular).into(),
        "Mesure" => Measure::ALL.map(Measure::label).into(),
        "Stade" => Stage::ALL.map(Stage::label).into(),
        "Statut" => vec!["réalisé", "prévu"],
        "Preuve" => Evidence::ALL.map(Evidence::label).into(),
        "Secteur" => vec!["public", "privé"],
        "ENT" => vec!["oui", "non"],
        _ => vec![],
    }
}

/// What stands for a value that is missing.
pub(super) fn signs() -> String {
    let signs: Vec<String> = MissingReason::ALL
        .map(|reason| format!("{} (« {} »)", reason.sign(), reason.meaning().to_lowercase()))
        .into();
    format!(
        "Une valeur absente n’est jamais un zéro{NARROW_SPACE}; un signe en donne la \
         raison{NARROW_SPACE}: {}.",
        signs.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_by_territory_has_every_departement_and_nothing_else() {
        let sheet = Template::ByTerritory.sheet();
        assert_eq!(sheet.rows.len(), 101);
        assert!(sheet.rows.iter().all(|row| row.len() == 2));
        assert_eq!(sheet.rows[0], [Cell::text("01"), Cell::text("Ain")]);
        assert_eq!(sheet.rows[28], [Cell::text("2A"), Cell::text("Corse-du-Sud")]);
    }

    #[test]
    fn every_word_that_is_offered_is_one_that_the_notes_explain() {
        for template in Template::ALL {
            let sheet = template.sheet();
            let notes = sheet.notes.join("\n");
            let offered: Vec<&str> =
                sheet.columns.iter().flat_map(|column| column.choices.iter().copied()).collect();
            assert!(offered.contains(&"lycée"), "{template:?}");
            assert!(offered.iter().all(|word| notes.contains(word)), "{offered:?}: {notes}");
        }
    }

    #[test]
    fn the_notes_take_fewer_cells_than_the_header() {
        for template in Template::ALL {
            let sheet = template.sheet();
            assert!(sheet.notes.len() + 1 < sheet.columns.len(), "{template:?}");
        }
    }

    #[test]
    fn a_value_that_is_missing_has_its_sign_explained() {
        assert!(signs().contains("nd (« non documenté »), nr (« non renseigné »)"), "{}", signs());
    }
}
