//! The legend: what every colour and hatch means, and how many territories have it.

use std::collections::BTreeSet;

use super::{Fill, Histogram};
use crate::{
    coverage::{GapKind, Query},
    french,
    territory::{Level, TerritoryId},
};

/// The explanation of a map, in the order in which it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// What is shown.
    pub title: String,
    /// Where, of what, and in which unit.
    pub unit: String,
    /// Values, then doubts about them, then gaps. All that there can be stand here; see
    /// [`Self::listing`].
    pub groups: Vec<LegendGroup>,
    /// How the shares are spread; `None` where colours show none.
    pub histogram: Option<Histogram>,
    /// How classes were made; `None` where there are none.
    pub method: Option<String>,
    /// When.
    pub date: String,
    /// Which of the schools are counted, where that is told.
    pub filters: Option<String>,
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

/// What a line of a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    /// A class of values, or a stage.
    Value,
    /// Values whose evidence is weaker than *documenté*.
    Uncertain,
    /// Stages that were announced.
    Planned,
    /// Sums of which some parts are unknown.
    Incomplete,
    /// A gap, by its kind.
    Gap(GapKind),
}

/// One look and its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendLine {
    /// What it explains.
    pub kind: LineKind,
    /// The look.
    pub fill: Fill,
    /// Its meaning.
    pub label: String,
    /// Who has it; perhaps nobody.
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
    /// « public seulement, hors lycées agricoles », where that is told.
    pub filters: Option<String>,
    /// What stands in a person's file in place of values: « Sans valeur dans le fichier (« n.d. »,
    /// vide) ».
    pub no_value: String,
}

/// What the map answers.
pub(super) struct Question {
    pub query: Query,
    pub words: LegendWords,
    /// How classes were made; `None` where there are none.
    pub method: Option<&'static str>,
}

impl Legend {
    pub(super) fn new(
        question: Question,
        groups: Vec<LegendGroup>,
        histogram: Option<Histogram>,
        territories: usize,
    ) -> Self {
        let Question { query, words, method } = question;
        let LegendWords { title, unit, date, filters, .. } = words;
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
        Self {
            title,
            unit,
            groups,
            histogram,
            method,
            date,
            filters,
            territories,
            territories_label,
        }
    }

    /// The kinds of lines that some territory needs.
    pub fn kinds(&self) -> BTreeSet<LineKind> {
        let lines = self.groups.iter().flat_map(|group| &group.lines);
        lines.filter(|line| !line.territories.is_empty()).map(|line| line.kind).collect()
    }

    /// Takes in the lines of another map of the same kind: each is then of all territories that have
    /// it on either.
    pub fn join(&mut self, other: &Self) {
        for (rank, group) in other.groups.iter().enumerate() {
            for line in &group.lines {
                let same =
                    |known: &&mut LegendLine| known.kind == line.kind && known.label == line.label;
                let mut known = self.groups.iter_mut().flat_map(|group| &mut group.lines);
                if let Some(known) = known.find(same) {
                    known.territories.extend(&line.territories);
                    known.territories.sort_unstable();
                    known.territories.dedup();
                } else if let Some(group) = self.groups.get_mut(rank) {
                    group.lines.push(line.clone());
                } else {
                    self.groups.push(LegendGroup { lines: vec![line.clone()] });
                }
            }
        }
    }

    /// With the lines that have territories, and those of some kinds whether or not they have.
    #[must_use]
    pub fn listing(&self, kinds: &BTreeSet<LineKind>) -> Self {
        let mut listed = self.clone();
        for group in &mut listed.groups {
            group.lines.retain(|line| !line.territories.is_empty() || kinds.contains(&line.kind));
        }
        listed.groups.retain(|group| !group.lines.is_empty());
        listed
    }

    /// With the lines that have territories alone: for a page, where nothing moves.
    #[must_use]
    pub fn in_use(&self) -> Self {
        self.listing(&BTreeSet::new())
    }

    /// Number of territories, method, date and filters, in one sentence for the foot of the legend.
    pub fn foot(&self) -> String {
        let mut parts = vec![self.territories_label.clone()];
        parts.extend(self.method.clone());
        parts.push(self.date.clone());
        parts.extend(self.filters.clone());
        // Lines break between the parts, never within one.
        let tied: Vec<String> = parts.iter().map(|part| part.replace(' ', "\u{a0}")).collect();
        tied.join(" · ")
    }
}
