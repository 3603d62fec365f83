//! One row of the joined table.

use jiff::civil::Date;

use crate::{
    cartography::{Representation, ShareClasses},
    coverage::{
        Dataset, Evidence, Gap, MissingReason, Observation, Share, ShareOrigin, TerritoryState,
        share_parts, share_text,
    },
    french::{self, NARROW_SPACE},
    project::{Document, Provenance, card::same_ground},
    table::Cell,
    territory::Registry,
};

/// Between the sources or the projects of one cell.
const BETWEEN: &str = " | ";

/// A territory, and the observations that its value rests on.
pub(super) struct Line<'a> {
    state: &'a TerritoryState,
    document: &'a Document,
    /// What it rests on, share before stage, each once.
    observations: Vec<&'a Observation>,
    same_extent: Option<&'a Observation>,
    /// The row as a whole is a plan: what is shown is, and there is no share that would be hidden.
    planned: bool,
}

/// When what the map shows was seen, and how sure it is.
struct Shown {
    /// `None` where no file gives a date.
    day: Option<Date>,
    /// As precise as its source; empty without a date.
    period: String,
    evidence: Evidence,
}

impl<'a> Line<'a> {
    pub fn new(
        state: &'a TerritoryState,
        document: &'a Document,
        dataset: &'a Dataset,
        parts: &[TerritoryState],
    ) -> Self {
        let mut indexes: Vec<usize> = Vec::new();
        if let Some(share) = known(state) {
            indexes.extend(share.observation());
            if is_sum(share) {
                let territory = Registry::official().get(state.id);
                let within = territory.map_or(&[][..], |t| t.departements.as_slice());
                let inside = parts.iter().filter(|part| {
                    part.id.code().is_some_and(|code| within.binary_search(&code).is_ok())
                });
                indexes.extend(inside.filter_map(|part| part.share.as_ref().ok()?.observation()));
            }
        }
        indexes.extend(state.stage.as_ref().ok().map(|stage| stage.observation));
        let mut seen = Vec::new();
        for index in indexes {
            if !seen.contains(&index) {
                seen.push(index);
            }
        }
        let planned = state.stage.as_ref().is_ok_and(|stage| stage.planned)
            && match (&state.share, document.representation) {
                (_, Representation::Stage) => true,
                (Err(gap), _) => gap.reason == MissingReason::NonRenseigne,
                (Ok(_), _) => false,
            };
        let observation = |index: usize| dataset.observations().get(index);
        let same_extent = match state.share {
            Ok(Share { origin: ShareOrigin::SameExtent { observation: index }, .. }) => {
                observation(index)
            }
            _ => None,
        };
        let observations = seen.into_iter().filter_map(observation).collect();
        Self { state, document, observations, same_extent, planned }
    }

    /// In the order of the columns.
    pub fn cells(&self, provenance: &Provenance) -> Vec<Cell> {
        let Document { school_type, measure, date, .. } = self.document;
        let id = self.state.id;
        let share = self.state.share.as_ref();
        let code = id.code().map(|code| code.to_string()).unwrap_or_default();
        let percent = match share {
            Ok(share) => Cell::Percent(share.percent),
            Err(gap) => Cell::text(gap.reason.sign()),
        };
        let part = |part: usize| u32::try_from(part).ok();
        let (parts_known, parts) = match known(self.state).map(|share| share.origin) {
            Some(ShareOrigin::Sum { parts_known, parts, .. }) => (part(parts_known), part(parts)),
            _ => (None, None),
        };
        let shown = self.shown();
        // Without a value, the day that was asked for.
        let day = shown.as_ref().map_or(*date, |shown| shown.day);
        let of_day = |day: Option<Date>| day.map_or(Cell::Empty, Cell::Date);
        vec![
            Cell::text(code),
            Cell::text(self.state.name.as_str()),
            Cell::text(id.level().singular()),
            Cell::text(id.edition().map_or("", |_| self.document.edition.label())),
            Cell::text(school_type.singular()),
            Cell::text(measure.label()),
            percent,
            Cell::count(share.ok().and_then(|share| share.equipped)),
            Cell::count(share.ok().and_then(|share| share.total)),
            of_day(day),
            Cell::text(shown.as_ref().map_or("", |shown| shown.period.as_str())),
            Cell::text(shown.as_ref().map_or("", |shown| shown.evidence.label())),
            self.perimeter(),
            Cell::text(self.status(shown.is_some())),
            Cell::text(self.stage()),
            self.joined(|observation| observation.project.as_str()),
            Cell::text(share.map_or("", origin)),
            Cell::count(parts_known),
            Cell::count(parts),
            Cell::text(self.absence()),
            Cell::text(self.note(share.err())),
            self.joined(|observation| observation.source.as_str()),
            self.supposed(provenance),
            self.lines(),
            of_day(*date),
        ]
    }

    /// What the map shows, if it shows something.
    fn shown(&self) -> Option<Shown> {
        let stage = self.state.stage.as_ref().ok();
        let share = self.state.share.as_ref().ok();
        let by_stage = self.document.representation == Representation::Stage;
        let (end, evidence, own) = match (share.filter(|_| !by_stage), stage) {
            (Some(share), _) => (share.period_end, share.evidence, share.observation().is_some()),
            (None, Some(stage)) => (stage.period_end, stage.evidence, true),
            (None, None) => return None,
        };
        // As precise as its source: a year ends on 31 December, and says « 2011 ».
        let of_end = |observation: &&&Observation| observation.end() == end;
        let seen = self.observations.iter().find(of_end).filter(|_| own);
        let period = match (seen.and_then(|observation| observation.period), end) {
            (Some(period), _) => period.to_string(),
            (None, Some(day)) => french::day(day),
            (None, None) => String::new(),
        };
        Some(Shown { day: end, period, evidence })
    }

    fn status(&self, is_shown: bool) -> &'static str {
        match (is_shown, self.planned) {
            (_, true) => "prévu",
            (true, false) => "réalisé",
            (false, false) => "",
        }
    }

    /// The stage, where the row as a whole says whether it is reached.
    fn stage(&self) -> &'static str {
        let stage = self.state.stage.as_ref().ok();
        stage.filter(|stage| stage.planned == self.planned).map_or("", |stage| stage.stage.label())
    }

    /// Which schools are counted; of an incomplete sum first of all where: read again, the figure is
    /// an observation like any other, and this is what still tells.
    fn perimeter(&self) -> Cell {
        match self.state.share.as_ref().ok().and_then(share_parts) {
            Some(parts) => Cell::text(parts),
            None => self.joined(|observation| observation.perimeter.as_str()),
        }
    }

    fn absence(&self) -> &'static str {
        let reason = match self.document.representation {
            Representation::Share => self.state.share.as_ref().err().map(|gap| gap.reason),
            Representation::Stage => self.state.stage.as_ref().err().copied(),
        };
        reason.map_or("", MissingReason::label)
    }

    fn note(&self, gap: Option<&Gap>) -> String {
        let ground = self
            .same_extent
            .map(|seen| format!("D’après{NARROW_SPACE}: {}.", same_ground(seen.territory)));
        let partial = gap.and_then(|gap| gap.partial.as_ref()).map(|partial| {
            format!("En partie{NARROW_SPACE}: {}.", share_text(partial, &ShareClasses::FIXED))
        });
        let stage = self.state.stage.as_ref().ok();
        let announced = stage.filter(|stage| stage.planned && !self.planned).map(|stage| {
            let label = stage.stage.label();
            let day = stage.period_end;
            let seen = day.map_or_else(String::new, |day| format!(" ({})", french::day(day)));
            format!("Stade annoncé{NARROW_SPACE}: {label}{seen}.")
        });
        let notes: Vec<String> = [ground, partial, announced].into_iter().flatten().collect();
        notes.join(" ")
    }

    /// What the observations say, each once.
    fn joined(&self, said: impl Fn(&'a Observation) -> &'a str) -> Cell {
        let mut texts: Vec<&str> = Vec::new();
        for observation in &self.observations {
            let text = said(observation);
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        Cell::text(texts.join(BETWEEN))
    }

    /// What was supposed of the files that the row rests on: opened again, it is still supposed.
    fn supposed(&self, provenance: &Provenance) -> Cell {
        let files = self.observations.iter().map(|observation| observation.file);
        Cell::text(provenance.of_files(files).join(" ; "))
    }

    fn lines(&self) -> Cell {
        let mut lines: Vec<u32> = self.observations.iter().map(|o| o.line).collect();
        lines.retain(|line| *line > 0);
        lines.sort_unstable();
        lines.dedup();
        let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
        Cell::text(lines.join(", "))
    }
}

/// Where a share comes from, in a word.
fn origin(share: &Share) -> &'static str {
    match share.origin {
        ShareOrigin::Observed { .. } => "observé",
        ShareOrigin::SameExtent { .. } => "même périmètre",
        ShareOrigin::Sum { estimated: false, .. } => "somme",
        ShareOrigin::Sum { estimated: true, .. } => "estimation",
    }
}

/// The share of a territory, or what is known of it where that is too little.
pub(super) fn known(state: &TerritoryState) -> Option<&Share> {
    match &state.share {
        Ok(share) => Some(share),
        Err(gap) => gap.partial.as_ref(),
    }
}

pub(super) fn is_sum(share: &Share) -> bool {
    matches!(share.origin, ShareOrigin::Sum { .. })
}
