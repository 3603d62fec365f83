//! One school from one row of a list.

use super::{
    DateStyle, DecimalSign, Meaning, date_style, equipment::EquipmentColumn, read_number, read_when,
};
use crate::{
    coverage::school::{
        Equipment, School, SchoolKind, Uai, UaiError, kind_of_label, kind_of_nature, sector_of,
        supervision_of,
    },
    table::{Row, Table, normalise},
    territory::Code,
};

/// How the columns of a list of schools are read.
pub(super) struct SchoolReader<'a> {
    uai: Option<usize>,
    name: Option<usize>,
    commune: Option<usize>,
    nature: Option<usize>,
    labels: Vec<usize>,
    sector: Option<usize>,
    ministry: Option<usize>,
    opening: Option<usize>,
    latitude: Option<usize>,
    longitude: Option<usize>,
    project: Option<usize>,
    since: Option<(usize, DateStyle)>,
    equipment: Option<&'a EquipmentColumn>,
}

impl<'a> SchoolReader<'a> {
    pub fn new(
        table: &Table,
        column: &impl Fn(Meaning) -> Option<usize>,
        equipment: Option<&'a EquipmentColumn>,
        since: Option<usize>,
    ) -> Self {
        let labels = [Meaning::LibelleNature, Meaning::Type, Meaning::NomEtablissement];
        let style = |column: usize| {
            let cells: Vec<&str> = table.rows().map(|row| row.cell(column)).collect();
            (column, date_style(&cells))
        };
        Self {
            uai: column(Meaning::Uai),
            name: column(Meaning::NomEtablissement),
            commune: column(Meaning::Commune),
            nature: column(Meaning::Nature),
            labels: labels.into_iter().filter_map(column).collect(),
            sector: column(Meaning::Secteur),
            ministry: column(Meaning::Tutelle),
            opening: column(Meaning::Etat),
            latitude: column(Meaning::Latitude),
            longitude: column(Meaning::Longitude),
            project: column(Meaning::Projet),
            since: since.map(style),
            equipment,
        }
    }

    /// Whether the list says what kind of schools they are, and can be counted by itself.
    pub fn tells_kinds(&self) -> bool {
        self.nature.is_some() || !self.labels.is_empty()
    }

    /// The number of a school, and what is wrong with its letter.
    pub fn uai(&self, row: &Row<'_>) -> Result<(Uai, Option<UaiError>), UaiError> {
        Uai::read(self.uai.map_or("", |column| row.cell(column)))
    }

    /// The school of a row; files are numbered later, when they are joined.
    pub fn school(&self, row: &Row<'_>, uai: Uai, departement: Option<Code>) -> School {
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        School {
            uai,
            name: cell(self.name).to_owned(),
            commune: cell(self.commune).to_owned(),
            departement,
            kind: self.kind(row),
            sector: sector_of(cell(self.sector)),
            supervision: supervision_of(cell(self.ministry)),
            closed: Some(cell(self.opening)).filter(|cell| !cell.is_empty()).map(is_closed),
            position: self.position(row),
            row: (0, row.line),
            equipment: self
                .equipment
                .and_then(|equipment| {
                    Some(Equipment {
                        equipped: Some(equipment.read(row)?),
                        since: self.since(row),
                        project: self.project(row, equipment),
                        row: Some((0, row.line)),
                        ..Equipment::default()
                    })
                })
                .or_else(|| self.since_alone(row)),
        }
    }

    /// A list without a column of equipment may still say since when.
    fn since_alone(&self, row: &Row<'_>) -> Option<Equipment> {
        if self.equipment.is_some() || self.tells_kinds() {
            return None;
        }
        let since = Some(self.since(row)?);
        let row = Some((0, row.line));
        Some(Equipment { equipped: Some(true), since, row, ..Equipment::default() })
    }

    fn since(&self, row: &Row<'_>) -> Option<jiff::civil::Date> {
        let (column, style) = self.since?;
        Some(read_when(row.cell(column), style)?.period.end())
    }

    fn project(&self, row: &Row<'_>, equipment: &EquipmentColumn) -> String {
        let own = self.project.map_or("", |column| row.cell(column));
        let named = if own.is_empty() { equipment.project(row).unwrap_or_default() } else { own };
        named.to_owned()
    }

    fn kind(&self, row: &Row<'_>) -> Option<SchoolKind> {
        match self.nature {
            Some(column) => kind_of_nature(row.cell(column)),
            None => self.labels.iter().find_map(|column| kind_of_label(row.cell(*column))),
        }
    }

    /// Degrees that lie on Earth, and not at 0° N 0° E, which stands for nothing in many lists.
    fn position(&self, row: &Row<'_>) -> Option<[f64; 2]> {
        let degrees =
            |column: Option<usize>| Some(read_number(row.cell(column?), DecimalSign::Point)?.value);
        let (longitude, latitude) = (degrees(self.longitude)?, degrees(self.latitude)?);
        let on_earth = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
        let nowhere = longitude.abs() < 1e-6 && latitude.abs() < 1e-6;
        (on_earth && !nowhere).then_some([longitude, latitude])
    }
}

/// « FERMÉ » is; « A FERMER » is still open, and « À OUVRIR » is counted as the reference counts it.
fn is_closed(cell: &str) -> bool {
    matches!(normalise(cell).as_ref(), "ferme" | "fermee" | "inactif" | "inactive")
}
