//! The share and the counts of a row.

use super::{
    DecimalSign, Expected, ImportChoices, ImportError, Meaning, Scale, ShareStyle, missing_word,
    number_style, read_count, share_style,
};
use crate::{
    coverage::{CoverageNotice, figures::Figures},
    french::NARROW_SPACE,
    table::{Row, Table},
};

/// How the figures of a table are written.
pub(super) struct FigureReader {
    share: Option<(usize, ShareStyle)>,
    equipped: Option<(usize, DecimalSign)>,
    total: Option<(usize, DecimalSign)>,
    headers: Vec<String>,
}

impl FigureReader {
    /// Decides it from whole columns; `shares` are all those of shares, which are written alike.
    ///
    /// # Errors
    /// When there is neither a share, nor counts, nor a stage.
    pub fn new(
        table: &Table,
        column: &impl Fn(Meaning) -> Option<usize>,
        shares: &[usize],
        choices: &ImportChoices,
    ) -> Result<Self, ImportError> {
        let cells =
            |column: usize| -> Vec<&str> { table.rows().map(|row| row.cell(column)).collect() };
        let share = column(Meaning::Taux).map(|column| {
            let alike: Vec<&str> = shares.iter().flat_map(|column| cells(*column)).collect();
            let mut style = share_style(&alike, &table.headers()[column]);
            if let Some(scale) = choices.scale {
                style.scale = scale;
                style.reasons = vec![match scale {
                    Scale::Percent => "Taux de 0 à 100, choisi à la main.".to_owned(),
                    Scale::Fraction => "Taux de 0 à 1, choisi à la main.".to_owned(),
                }];
            }
            style.sign = choices.decimal_sign.unwrap_or(style.sign);
            (column, style)
        });
        let count = |meaning| {
            column(meaning).map(|c: usize| {
                let sign = || number_style(&cells(c), Expected::Count).sign;
                (c, choices.decimal_sign.unwrap_or_else(sign))
            })
        };
        let (equipped, total) = (count(Meaning::Equipes), count(Meaning::Total));
        if share.is_none() && equipped.is_none() && column(Meaning::Stade).is_none() {
            return Err(ImportError::NoValue { found: table.headers().to_vec() });
        }
        Ok(Self { share, equipped, total, headers: table.headers().to_vec() })
    }

    /// What was recognised, in sentences.
    pub fn reasons(&self) -> Vec<String> {
        let named = |label: &str, column: Option<usize>| {
            column.map(|c| format!("{label}{NARROW_SPACE}: colonne « {} ».", self.headers[c]))
        };
        let mut reasons: Vec<String> = [
            named("Part des établissements équipés", self.share.as_ref().map(|(c, _)| *c)),
            named("Établissements équipés", self.equipped.map(|(c, _)| c)),
            named("Établissements en tout", self.total.map(|(c, _)| c)),
        ]
        .into_iter()
        .flatten()
        .collect();
        reasons.extend(self.style_reasons());
        reasons
    }

    /// How shares are written, in sentences.
    pub fn style_reasons(&self) -> Vec<String> {
        self.share.iter().flat_map(|(_, style)| style.reasons.iter().cloned()).collect()
    }

    /// The figures of a row, checked, and what was found wrong with them.
    pub fn read(&self, row: &Row<'_>) -> (Figures, Vec<CoverageNotice>) {
        let mut notices = Vec::new();
        let mut missing = None;
        let mut published = None;
        if let Some((column, style)) = &self.share {
            let cell = row.cell(*column);
            missing = missing_word(cell).map(|word| word.reason);
            published = style.percent(cell).filter(|percent| {
                let possible = (0.0..=100.0).contains(percent);
                if !possible {
                    let value = cell.chars().take(40).collect();
                    notices.push(CoverageNotice::ShareOutOfRange { line: row.line, value });
                }
                possible
            });
            if published.is_none() && missing.is_none() && notices.is_empty() {
                notices.push(CoverageNotice::CellLeftOut {
                    line: row.line,
                    column: "taux",
                    value: cell.chars().take(40).collect(),
                    expected: "un nombre",
                });
            }
        }
        let count = |column: Option<(usize, DecimalSign)>| {
            column.and_then(|(column, sign)| read_count(row.cell(column), sign))
        };
        let (equipped, total) = (count(self.equipped), count(self.total));
        if self.share.is_none()
            && let Some((column, _)) = self.equipped
        {
            missing = missing_word(row.cell(column)).map(|word| word.reason);
        }
        let (mut figures, notice) = Figures::check(row.line, published, equipped, total);
        notices.extend(notice);
        if figures.share.is_none() {
            figures.missing = figures.missing.or(missing);
        }
        (figures, notices)
    }
}
