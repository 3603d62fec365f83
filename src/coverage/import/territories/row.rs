//! What one row of a table by territory says.

use super::super::{
    columns::{ColumnMeaning, Meaning},
    conflicts::{Stated, has_value},
    excerpt::excerpt,
    fate::{Fate, LeftOut, LeftOutReason, NotCountedHere},
};
use super::{figures::FigureReader, row_dates::RowDates};
use crate::{
    coverage::{
        CoverageNotice, Evidence, Measure, Observation, Period, SchoolType, SchoolTypes, Stage,
        school::Sector,
        vocabulary::{
            SchoolWord, SectorWord, evidence, measure, missing_word, planned, school_word,
            sector_word, stage,
        },
    },
    table::Row,
    territory::TerritoryId,
};

/// How the rows of a table by territory are read.
pub(super) struct RowReader<'a> {
    pub figures: FigureReader,
    pub dates: RowDates,
    pub columns: &'a [ColumnMeaning],
    pub headers: &'a [String],
    /// For rows and columns that name no type.
    pub school_type: SchoolType,
    /// For rows and columns that have no date.
    pub period: Option<Period>,
    /// The name of the file, for rows without a source.
    pub name: &'a str,
}

/// What a row says.
pub(super) struct RowSays {
    pub stated: Vec<Stated>,
    pub notices: Vec<CoverageNotice>,
    pub fate: Fate,
    pub holds_a_value: bool,
    pub flags: Vec<String>,
    /// It counts lycées and collèges together.
    pub counts_both: bool,
}

impl RowSays {
    /// Whether it holds values, of which none can be used.
    fn has_lost_all(&self) -> bool {
        let says_something =
            |one: &Stated| has_value(&one.observation) || one.observation.missing.is_some();
        self.holds_a_value && !self.stated.iter().any(says_something)
    }
}

/// The words of a row that say of what it speaks.
struct Subject {
    types: Option<SchoolTypes>,
    sector: Option<Sector>,
    measure: Option<Measure>,
    planned: bool,
    agricultural: bool,
}

impl RowReader<'_> {
    fn column(&self, meaning: Meaning) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == Some(meaning))
    }

    fn text<'r>(&self, row: &Row<'r>, meaning: Meaning) -> &'r str {
        self.column(meaning).map_or("", |column| row.cell(column))
    }

    /// What a row says of its territory, one observation for each set of columns; none, with its
    /// fate, where what it speaks of is not clear.
    pub fn read(
        &self,
        row: &Row<'_>,
        territory: TerritoryId,
        part: Option<&'static str>,
    ) -> RowSays {
        let mut says = RowSays {
            stated: Vec::new(),
            notices: Vec::new(),
            fate: Fate::OnMap,
            holds_a_value: false,
            flags: Vec::new(),
            counts_both: false,
        };
        let stage = self.stage(row, &mut says);
        let read: Vec<_> =
            (0..self.figures.sets().count()).map(|rank| self.figures.read(row, rank)).collect();
        says.holds_a_value |= read.iter().any(|figures| figures.holds_a_value);
        let subject = match self.subject(row) {
            Ok(subject) => subject,
            Err((fate, notice)) => {
                says.notices = notice.into_iter().collect();
                says.fate = fate;
                return self.left(says);
            }
        };
        if subject.agricultural {
            says.fate = Fate::NotCounted(NotCountedHere::Agricultural);
            return says;
        }
        if self.figures.is_total_of_answers(row) {
            says.fate = Fate::Total(territory);
            return says;
        }
        let evidence = self.evidence(row, &mut says);
        let Ok(periods) = self.periods(row, &mut says) else {
            says.fate = LeftOut::with_value(LeftOutReason::UnreadableDate);
            return self.left(says);
        };
        let of_row = self.of_row(row, territory, &subject, stage, evidence);
        for ((set, period), figures) in self.figures.sets().zip(periods).zip(read) {
            says.notices.extend(figures.notices);
            says.flags.extend(figures.flags);
            let evidence = match figures.is_a_minimum {
                true => of_row.evidence.weaker(Evidence::BorneInferieure),
                false => of_row.evidence,
            };
            let figures = figures.figures;
            let own_type = || SchoolTypes::One(set.says.school_type.unwrap_or(self.school_type));
            let school_types = subject.types.unwrap_or_else(own_type);
            says.counts_both |= school_types == SchoolTypes::Both && figures.total.is_some();
            let observation = Observation {
                school_types,
                period,
                evidence,
                share: figures.share,
                equipped: figures.equipped,
                total: figures.total,
                missing: figures.missing,
                measure: subject.measure.or(set.says.measure).unwrap_or(Measure::Deploye),
                sector: subject.sector.or(set.says.sector),
                subset: set.says.subset,
                ..of_row.clone()
            };
            says.stated.push(Stated { observation, part, file: 0 });
        }
        if says.has_lost_all() {
            says.fate = LeftOut::with_value(LeftOutReason::UnusableValue);
        }
        says
    }

    /// What a row says for all of its sets of columns.
    fn of_row(
        &self,
        row: &Row<'_>,
        territory: TerritoryId,
        subject: &Subject,
        stage: Option<Stage>,
        evidence: Evidence,
    ) -> Observation {
        let text = |meaning| self.text(row, meaning).to_owned();
        let source = text(Meaning::Source);
        Observation {
            territory,
            school_types: SchoolTypes::One(self.school_type),
            period: None,
            stage,
            share: None,
            equipped: None,
            total: None,
            missing: None,
            measure: Measure::Deploye,
            sector: subject.sector,
            subset: None,
            perimeter: text(Meaning::Perimetre),
            planned: subject.planned,
            evidence,
            project: text(Meaning::Projet),
            note: text(Meaning::Note),
            source: if source.is_empty() { self.name.to_owned() } else { source },
            line: row.line,
            // Known where files are joined.
            file: None,
        }
    }

    /// A row that is left out is no loss where it holds no value.
    fn left(&self, mut says: RowSays) -> RowSays {
        if let Fate::LeftOut(left) = &mut says.fate {
            left.holds_a_value = says.holds_a_value;
        }
        says
    }

    fn stage(&self, row: &Row<'_>, says: &mut RowSays) -> Option<Stage> {
        let column = self.column(Meaning::Stade)?;
        let cell = row.cell(column);
        if missing_word(cell).is_some() {
            return None;
        }
        says.holds_a_value = true;
        let found = stage(cell);
        if found.is_none() {
            says.notices.push(CoverageNotice::CellLeftOut {
                line: row.line,
                column: self.headers[column].clone(),
                value: excerpt(cell),
                expected: "étude préalable, expérimentation ou généralisation",
            });
        }
        found
    }

    /// Of what a row speaks, or the fate of one that does not say it in a word that is known.
    fn subject(&self, row: &Row<'_>) -> Result<Subject, (Fate, Option<CoverageNotice>)> {
        let mut types = None;
        let mut agricultural = false;
        let mut of_type = None;
        if let Some(column) = self.column(Meaning::Type)
            && missing_word(row.cell(column)).is_none()
        {
            match school_word(row.cell(column)) {
                Some(SchoolWord::Counted { types: found, sector, agricultural: is }) => {
                    types = Some(found);
                    of_type = sector;
                    agricultural = is;
                }
                Some(SchoolWord::Other) => {
                    return Err((Fate::NotCounted(NotCountedHere::OtherType), None));
                }
                None => return Err(self.unknown(row, column, "lycée ou collège")),
            }
        }
        let of_column = match self.word(row, Meaning::Secteur, sector_word, "public ou privé")? {
            Some(SectorWord::One(sector)) => Some(sector),
            Some(SectorWord::Both) | None => None,
        };
        // « Périmètre : public » says the sector in the words of its source.
        let of_perimeter = || match sector_word(self.text(row, Meaning::Perimetre)) {
            Some(SectorWord::One(sector)) => Some(sector),
            _ => None,
        };
        let measure = self.word(row, Meaning::Mesure, measure, "déployé ou usage")?;
        let planned = self.word(row, Meaning::Statut, planned, "réalisé ou prévu")?;
        Ok(Subject {
            types,
            sector: of_column.or(of_type).or_else(of_perimeter),
            measure,
            planned: planned.unwrap_or(false),
            agricultural,
        })
    }

    /// A word of a closed vocabulary; `None` where the cell says nothing.
    fn word<T>(
        &self,
        row: &Row<'_>,
        meaning: Meaning,
        parse: impl Fn(&str) -> Option<T>,
        expected: &'static str,
    ) -> Result<Option<T>, (Fate, Option<CoverageNotice>)> {
        let Some(column) = self.column(meaning) else { return Ok(None) };
        let cell = row.cell(column);
        if missing_word(cell).is_some() {
            return Ok(None);
        }
        parse(cell).map(Some).ok_or_else(|| self.unknown(row, column, expected))
    }

    fn unknown(
        &self,
        row: &Row<'_>,
        column: usize,
        expected: &'static str,
    ) -> (Fate, Option<CoverageNotice>) {
        let notice = CoverageNotice::RowLeftOut {
            line: row.line,
            column: self.headers[column].clone(),
            value: excerpt(row.cell(column)),
            expected,
        };
        (LeftOut::with_value(LeftOutReason::UnknownWord), Some(notice))
    }

    /// The date of each set: that of the row, or, where the row has none or there are several
    /// sets, that of the names of its columns, else that of the file.
    fn periods(&self, row: &Row<'_>, says: &mut RowSays) -> Result<Vec<Option<Period>>, ()> {
        let is_wide = self.figures.sets().count() > 1;
        let named = self.dates.columns().is_none() || is_wide;
        let of_columns: Vec<Option<Period>> =
            self.figures.sets().map(|set| set.says.period.filter(|_| named)).collect();
        if of_columns.iter().all(Option::is_some) {
            return Ok(of_columns);
        }
        let of_row = self.dates.read(row);
        says.notices.extend(of_row.notice);
        if of_row.is_unreadable {
            return Err(());
        }
        let otherwise = of_row.period.or(self.period);
        Ok(of_columns.into_iter().map(|period| period.or(otherwise)).collect())
    }

    /// An unknown word must not make a figure surer than its source does.
    fn evidence(&self, row: &Row<'_>, says: &mut RowSays) -> Evidence {
        let cell = self.text(row, Meaning::Preuve);
        if missing_word(cell).is_some() {
            return Evidence::Documente;
        }
        evidence(cell).unwrap_or_else(|| {
            says.notices
                .push(CoverageNotice::UnknownEvidence { line: row.line, value: excerpt(cell) });
            Evidence::AConfirmer
        })
    }
}
