//! One school from one row of a list.

use super::super::{
    columns::{ColumnMeaning, Meaning},
    dates::read_when,
    excerpt::excerpt,
    numbers::{DecimalSign, number},
};
use super::{
    equipment::{EquipmentColumn, Holds},
    remembered::Remembered,
    row_columns::{
        agricultural_column, closing_column, date_style, has_a_dated_no, sign_of_degrees,
    },
    years::EarlierYears,
};
use jiff::civil::Date;

use crate::{
    coverage::{
        CoverageNotice,
        school::{
            Equipment, School, SchoolKind, Supervision, Uai, UaiError, kind_of_label, nature,
            supervision_of,
        },
        vocabulary::{
            Answer, Opening, SchoolWord, SectorWord, answer, missing_word, opening, school_word,
            sector_word,
        },
    },
    table::{Row, Table},
    territory::Code,
};

/// How the columns of a list of schools are read.
pub(super) struct SchoolReader<'a> {
    uai: Option<usize>,
    name: Option<usize>,
    commune: Option<usize>,
    nature: Option<usize>,
    labels: Vec<Remembered<'a, Option<SchoolKind>>>,
    school_type: Remembered<'a, Option<SchoolWord>>,
    sector: Remembered<'a, Option<SectorWord>>,
    ministry: Remembered<'a, Option<Supervision>>,
    opening: Remembered<'a, Option<Opening>>,
    latitude: Option<(usize, DecimalSign)>,
    longitude: Option<(usize, DecimalSign)>,
    project: Option<usize>,
    since: Remembered<'a, Option<Date>>,
    /// The dates are those at which each school was seen, with or without an ENT.
    sees: bool,
    closed_on: Remembered<'a, Option<Date>>,
    equipment: Option<&'a EquipmentColumn>,
    /// The same of earlier days.
    years: Option<&'a EarlierYears>,
    headers: &'a [String],
}

impl<'a> SchoolReader<'a> {
    pub fn new(
        table: &'a Table,
        columns: &[ColumnMeaning],
        equipment: Option<&'a EquipmentColumn>,
        years: Option<&'a EarlierYears>,
    ) -> Self {
        let column = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
        let labels = [Meaning::LibelleNature, Meaning::Type, Meaning::NomEtablissement];
        let of_equipment = || match equipment?.holds {
            Holds::Dates(style) => Some((equipment?.column, style)),
            Holds::Answers | Holds::Names => None,
        };
        let closing = closing_column(table, columns);
        let date = column(Meaning::Date).filter(|date| Some(*date) != closing);
        let since = date.or_else(|| column(Meaning::Annee));
        let since = since.map(|column| (column, date_style(table, column))).or_else(of_equipment);
        // « Date d’équipement » beside a no is one to come; « Date » is that of the answer.
        let is_of_answers = since.is_some_and(|(column, _)| !columns[column].theme.names_equipment);
        let closed_on = closing.map(|column| (column, date_style(table, column)));
        let degrees = |meaning| {
            let column = column(meaning)?;
            Some((column, sign_of_degrees(table, column)))
        };
        Self {
            uai: column(Meaning::Uai),
            name: column(Meaning::NomEtablissement),
            commune: column(Meaning::Commune),
            nature: column(Meaning::Nature),
            labels: (labels.into_iter().filter_map(column))
                .map(|column| Remembered::new(Some(column), kind_of_label))
                .collect(),
            school_type: Remembered::new(column(Meaning::Type), school_word),
            sector: Remembered::new(column(Meaning::Secteur), sector_word),
            ministry: match column(Meaning::Tutelle) {
                Some(column) => Remembered::new(Some(column), supervision_of),
                None => Remembered::new(agricultural_column(table, columns), |cell| {
                    (answer(cell) == Some(Answer::Yes)).then_some(Supervision::Agriculture)
                }),
            },
            opening: Remembered::new(column(Meaning::Etat), opening),
            latitude: degrees(Meaning::Latitude),
            longitude: degrees(Meaning::Longitude),
            project: column(Meaning::Projet),
            sees: is_of_answers && has_a_dated_no(table, since, equipment),
            since: Remembered::new(since.map(|(column, _)| column), move |cell| {
                Some(read_when(cell, since?.1)?.period.end())
            }),
            closed_on: Remembered::new(closed_on.map(|(column, _)| column), move |cell| {
                Some(read_when(cell, closed_on?.1)?.period.end())
            }),
            equipment,
            years,
            headers: table.headers(),
        }
    }

    /// Whether the list says what kind of schools they are, and can be counted by itself.
    pub fn tells_kinds(&self) -> bool {
        self.nature.is_some() || !self.labels.is_empty()
    }

    /// Whether a column says what each school is, rather than its name alone.
    pub fn has_kinds(&self) -> bool {
        self.nature.is_some() || self.labels.len() > usize::from(self.name.is_some())
    }

    /// Whether the list gives coordinates.
    pub fn has_positions(&self) -> bool {
        self.latitude.is_some() && self.longitude.is_some()
    }

    /// The number of a school, and what is wrong with its letter.
    pub fn uai(&self, row: &Row<'_>) -> Result<(Uai, Option<UaiError>), UaiError> {
        Uai::read(self.uai.map_or("", |column| row.cell(column)))
    }

    /// Whether a row says anything of a school beside its number.
    pub fn says_something(&self, row: &Row<'_>) -> bool {
        let texts = [self.name, self.commune, self.nature, self.sector.column, self.project];
        texts.into_iter().flatten().any(|column| !row.cell(column).is_empty())
            || self.equipment.is_some_and(|equipment| equipment.read(row) == Some(true))
    }

    /// The school of a row; files are numbered later, when they are joined. Cells that can't be read
    /// are told.
    pub fn school(
        &self,
        row: &Row<'a>,
        uai: Uai,
        departement: Option<Code>,
        unread: &mut Vec<CoverageNotice>,
    ) -> School {
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let sector_said = self.sector.of(row);
        if sector_said.is_none() {
            unread.extend(self.unread(row, self.sector.column, "public ou privé"));
        }
        let sector = match sector_said {
            Some(SectorWord::One(sector)) => Some(sector),
            _ => match self.school_type.of(row) {
                Some(SchoolWord::Counted { sector, .. }) => sector,
                _ => None,
            },
        };
        let opening = self.opening.of(row);
        if opening.is_none() {
            unread.extend(self.unread(row, self.opening.column, "ouvert ou fermé"));
        }
        let kind = self.kind(row);
        if kind.is_none() && self.nature.is_some_and(|column| nature(row.cell(column)).is_none()) {
            unread.extend(self.unread(row, self.nature, "un code de nature"));
        }
        School {
            uai,
            name: cell(self.name).to_owned(),
            commune: cell(self.commune).to_owned(),
            departement,
            kind,
            sector,
            supervision: self.ministry.of(row),
            closed: match (opening, self.closed_on.of(row)) {
                // « À fermer » has a date too, and is open.
                (Some(opening), _) => Some(opening == Opening::Closed),
                (None, closed_on) => closed_on.map(|_| true),
            },
            position: self.position(row),
            row: (0, row.line),
            equipment: self.equipment(row, unread),
        }
    }

    /// A cell that holds something else than what its column does.
    fn unread(
        &self,
        row: &Row<'_>,
        column: Option<usize>,
        expected: &'static str,
    ) -> Option<CoverageNotice> {
        let column = column?;
        let cell = row.cell(column);
        missing_word(cell).is_none().then(|| CoverageNotice::CellLeftOut {
            line: row.line,
            column: self.headers[column].clone(),
            value: excerpt(cell),
            expected,
        })
    }

    fn equipment(&self, row: &Row<'a>, unread: &mut Vec<CoverageNotice>) -> Option<Equipment> {
        let since = self.since.of(row);
        let column = self.since.column;
        // A word in the place of a date since when is an answer.
        let is_answered = self.equipment.is_some_and(|equipment| Some(equipment.column) == column);
        if since.is_none() && !is_answered {
            unread.extend(self.unread(row, column, "une date"));
        }
        let row_of_file = Some((0, row.line));
        match self.equipment {
            Some(equipment) => Some(Equipment {
                equipped: equipment.read(row),
                since: since
                    .or_else(|| self.years?.since(row))
                    .filter(|_| equipment.read(row) == Some(true)),
                day: since.filter(|_| self.sees),
                project: self.project(row, equipment),
                row: row_of_file,
                ..Equipment::default()
            }),
            // A list without a column of equipment may still say since when.
            None if !self.tells_kinds() => Some(Equipment {
                equipped: Some(true),
                since: Some(since?),
                row: row_of_file,
                ..Equipment::default()
            }),
            None => None,
        }
    }

    fn project(&self, row: &Row<'_>, equipment: &EquipmentColumn) -> String {
        let own = self.project.map_or("", |column| row.cell(column));
        let named = if own.is_empty() { equipment.project(row).unwrap_or_default() } else { own };
        named.to_owned()
    }

    /// From its nature, else from its labels: a blank code is no kind of its own.
    fn kind(&self, row: &Row<'a>) -> Option<SchoolKind> {
        if let Some(column) = self.nature
            && let Some(kind) = nature(row.cell(column))
        {
            return kind;
        }
        self.labels.iter().find_map(|label| label.of(row))
    }

    /// Whether its coordinates were written and could not be used.
    pub fn has_an_odd_position(&self, row: &Row<'_>, school: &School) -> bool {
        let written = |column: Option<(usize, DecimalSign)>| {
            column.is_some_and(|(column, _)| !row.cell(column).is_empty())
        };
        school.position.is_none() && written(self.latitude) && written(self.longitude)
    }

    /// Degrees that lie on Earth, and not at 0° N 0° E, which stands for nothing in many lists.
    fn position(&self, row: &Row<'_>) -> Option<[f64; 2]> {
        let degrees = |column: Option<(usize, DecimalSign)>| {
            let (column, sign) = column?;
            Some(number(row.cell(column), row.kind(column), sign)?.value)
        };
        let (longitude, latitude) = (degrees(self.longitude)?, degrees(self.latitude)?);
        let on_earth = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
        let nowhere = longitude.abs() < 1e-6 && latitude.abs() < 1e-6;
        (on_earth && !nowhere).then_some([longitude, latitude])
    }
}
