//! The words of a row that say of what it speaks.

use super::super::{
    columns::{ColumnMeaning, Meaning},
    excerpt::excerpt,
    fate::{Fate, LeftOut, LeftOutReason, NotCountedHere},
};
use crate::{
    coverage::{
        CoverageNotice, Measure, SchoolTypes,
        school::Sector,
        vocabulary::{
            SchoolWord, SectorWord, measure, missing_word, planned, school_word, sector_word,
        },
    },
    table::Row,
};

/// Where the words of each row stand.
pub(super) struct RowWords<'a> {
    pub columns: &'a [ColumnMeaning],
    pub headers: &'a [String],
}

/// Of what a row speaks.
pub(super) struct Subject {
    pub types: Option<SchoolTypes>,
    pub sector: Option<Sector>,
    pub measure: Option<Measure>,
    pub planned: bool,
    pub agricultural: bool,
}

/// The fate of a row that does not say of what it speaks in words that are known and counted.
pub(super) struct Unclear {
    pub fate: Fate,
    pub notice: Option<CoverageNotice>,
}

impl RowWords<'_> {
    pub fn column(&self, meaning: Meaning) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == Some(meaning))
    }

    pub fn text<'r>(&self, row: &Row<'r>, meaning: Meaning) -> &'r str {
        self.column(meaning).map_or("", |column| row.cell(column))
    }

    /// Of what a row speaks, or the fate of one that does not say it in a word that is known.
    pub fn subject(&self, row: &Row<'_>) -> Result<Subject, Unclear> {
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
                    return Err(Unclear {
                        fate: Fate::NotCounted(NotCountedHere::OtherType),
                        notice: None,
                    });
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
    ) -> Result<Option<T>, Unclear> {
        let Some(column) = self.column(meaning) else { return Ok(None) };
        let cell = row.cell(column);
        if missing_word(cell).is_some() {
            return Ok(None);
        }
        parse(cell).map(Some).ok_or_else(|| self.unknown(row, column, expected))
    }

    fn unknown(&self, row: &Row<'_>, column: usize, expected: &'static str) -> Unclear {
        let notice = CoverageNotice::RowLeftOut {
            line: row.line,
            column: self.headers[column].clone(),
            value: excerpt(row.cell(column)),
            expected,
        };
        Unclear { fate: LeftOut::with_value(LeftOutReason::UnknownWord), notice: Some(notice) }
    }
}
