//! What a workbook knows of a cell beside its text.

/// How a cell is stored and shown where it comes from. A cell of a text file is [`Text`] always,
/// since its file says nothing else of it.
///
/// [`Text`]: CellKind::Text
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum CellKind {
    /// Letters, or figures that were typed as letters.
    #[default]
    Text,
    /// A real number, written with a point: `91.333` is never ninety-one thousand.
    Number,
    /// A real number that is shown in percent, written as such: `72 %`.
    Percent,
    /// A real date, with its day and perhaps its time: `2011-10-31`.
    Day,
    /// A real date of which only the month and the year are shown: `2011-10`.
    Month,
    /// A real date of which only the year is shown: `2011`.
    Year,
}

impl CellKind {
    /// Whether the workbook keeps a number, written with a point.
    pub fn is_a_number(self) -> bool {
        matches!(self, Self::Number | Self::Percent)
    }

    /// Whether the workbook keeps a date.
    pub fn is_a_date(self) -> bool {
        matches!(self, Self::Day | Self::Month | Self::Year)
    }
}
