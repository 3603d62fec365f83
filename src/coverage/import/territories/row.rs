//! What one row of a table by territory says.

use super::super::{
    columns::{ColumnSet, Meaning},
    conflicts::{Stated, has_value},
    excerpt::excerpt,
    fate::{Fate, LeftOut, LeftOutReason, NotCountedHere},
};
use super::{
    figures::{FigureReader, RowFigures},
    row_dates::RowDates,
    row_words::{RowWords, Subject, Unclear},
};
use crate::{
    coverage::{
        CoverageNotice, Evidence, Measure, Observation, Period, SchoolType, SchoolTypes, Stage,
        vocabulary::{evidence, missing_word, stage},
    },
    table::Row,
    territory::TerritoryId,
};

/// How the rows of a table by territory are read.
pub(super) struct RowReader<'a> {
    pub figures: FigureReader,
    pub dates: RowDates,
    pub words: RowWords<'a>,
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
    /// Of a row of which nothing is read yet.
    fn nothing() -> Self {
        Self {
            stated: Vec::new(),
            notices: Vec::new(),
            fate: Fate::OnMap,
            holds_a_value: false,
            flags: Vec::new(),
            counts_both: false,
        }
    }

    /// A row that is left out is no loss where it holds no value.
    fn left_out_as_it_holds(mut self) -> Self {
        if let Fate::LeftOut(left) = &mut self.fate {
            left.holds_a_value = self.holds_a_value;
        }
        self
    }

    /// Whether it holds values, of which none can be used.
    fn has_lost_all(&self) -> bool {
        let says_something =
            |one: &Stated| has_value(&one.observation) || one.observation.missing.is_some();
        self.holds_a_value && !self.stated.iter().any(says_something)
    }
}

impl RowReader<'_> {
    /// What a row says of its territory, one observation for each set of columns; none, with its
    /// fate, where what it speaks of is not clear.
    pub fn read(
        &self,
        row: &Row<'_>,
        territory: TerritoryId,
        part: Option<&'static str>,
    ) -> RowSays {
        let mut says = RowSays::nothing();
        let stage = self.stage(row, &mut says);
        let read: Vec<_> =
            (0..self.figures.sets().count()).map(|rank| self.figures.read(row, rank)).collect();
        says.holds_a_value |= read.iter().any(|figures| figures.holds_a_value);
        let subject = match self.words.subject(row) {
            Ok(subject) => subject,
            Err(Unclear { fate, notice }) => {
                says.notices = notice.into_iter().collect();
                says.fate = fate;
                return says.left_out_as_it_holds();
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
            return says.left_out_as_it_holds();
        };
        let of_row = self.of_row(row, territory, &subject, stage, evidence);
        for ((set, period), mut figures) in self.figures.sets().zip(periods).zip(read) {
            says.notices.append(&mut figures.notices);
            says.flags.append(&mut figures.flags);
            let of_set = self.of_set(&of_row, &subject, set, figures);
            let observation = Observation { period, ..of_set };
            says.counts_both |=
                observation.school_types == SchoolTypes::Both && observation.total.is_some();
            says.stated.push(Stated { observation, part, file: 0 });
        }
        if says.has_lost_all() {
            says.fate = LeftOut::with_value(LeftOutReason::UnusableValue);
        }
        says
    }

    /// What a row says in one of its sets of columns: its own words are believed over those of
    /// their names.
    fn of_set(
        &self,
        of_row: &Observation,
        subject: &Subject,
        set: &ColumnSet,
        read: RowFigures,
    ) -> Observation {
        let evidence = match read.is_a_minimum {
            true => of_row.evidence.weaker(Evidence::BorneInferieure),
            false => of_row.evidence,
        };
        let own_type = || SchoolTypes::One(set.says.school_type.unwrap_or(self.school_type));
        Observation {
            school_types: subject.types.unwrap_or_else(own_type),
            evidence,
            share: read.figures.share,
            equipped: read.figures.equipped,
            total: read.figures.total,
            missing: read.figures.missing,
            said: read.said,
            measure: subject.measure.or(set.says.measure).unwrap_or(Measure::Deploye),
            sector: subject.sector.or(set.says.sector),
            subset: set.says.subset,
            ..of_row.clone()
        }
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
        let text = |meaning| self.words.text(row, meaning).to_owned();
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
            said: None,
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

    fn stage(&self, row: &Row<'_>, says: &mut RowSays) -> Option<Stage> {
        let column = self.words.column(Meaning::Stade)?;
        let cell = row.cell(column);
        if missing_word(cell).is_some() {
            return None;
        }
        says.holds_a_value = true;
        let found = stage(cell);
        if found.is_none() {
            says.notices.push(CoverageNotice::CellLeftOut {
                line: row.line,
                column: self.words.headers[column].clone(),
                value: excerpt(cell),
                expected: "étude préalable, expérimentation ou généralisation",
            });
        }
        found
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
        let cell = self.words.text(row, Meaning::Preuve);
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
