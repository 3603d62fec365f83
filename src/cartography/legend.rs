//! The legend: what every colour and hatch means, and how many territories have it.

use super::Fill;
use crate::{
    coverage::Query,
    french,
    territory::{Level, TerritoryId},
};

/// The explanation of a map, in the order in which it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// What is shown.
    pub title: String,
    /// Where, of what, and in which unit.
    pub unit: String,
    /// Values, then doubts about them, then gaps; a line without territory is left out.
    pub groups: Vec<LegendGroup>,
    /// How classes were made; `None` where there are none.
    pub method: Option<String>,
    /// When.
    pub date: String,
    /// Number of territories of the level, those outside left out.
    pub territories: usize,
    /// « 27 régions (avant 2016) ».
    pub territories_label: String,
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendGroup {
    /// At least one.
    pub lines: Vec<LegendLine>,
}

/// One look and its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendLine {
    /// The look.
    pub fill: Fill,
    /// Its meaning.
    pub label: String,
    /// Who has it.
    pub territories: Vec<TerritoryId>,
}

/// What a legend says beside its classes: it is written where the map is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendWords {
    /// What is shown: « Part des lycées équipés d’un ENT ».
    pub title: String,
    /// Where, of what, and in which unit: « Bretagne, par département, en % ».
    pub unit: String,
    /// « au 31 octobre 2011 », « date non indiquée ».
    pub date: String,
}

/// What the map answers.
pub(super) struct Question {
    pub query: Query,
    pub words: LegendWords,
    /// How classes were made; `None` where there are none.
    pub method: Option<&'static str>,
}

impl Legend {
    pub(super) fn new(question: Question, groups: Vec<LegendGroup>, territories: usize) -> Self {
        let Question { query, words: LegendWords { title, unit, date }, method } = question;
        let territories_label = {
            let level = query.level;
            let count = french::counted(territories, level.singular(), level.plural());
            // Départements are the same in both editions.
            if query.level == Level::Departement {
                count
            } else {
                format!("{count} ({})", query.edition.label())
            }
        };
        let method = method.map(str::to_owned);
        Self { title, unit, groups, method, date, territories, territories_label }
    }

    /// Method, date and number of territories, in one sentence for the foot of the legend.
    pub fn foot(&self) -> String {
        let mut parts = vec![self.territories_label.clone()];
        parts.extend(self.method.clone());
        parts.push(self.date.clone());
        // Lines break between the parts, never within one.
        let tied: Vec<String> = parts.iter().map(|part| part.replace(' ', "\u{a0}")).collect();
        tied.join(" · ")
    }
}
