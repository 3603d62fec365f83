//! A document at work: its data, what it shows, and what can be undone.

mod files;

use std::{collections::VecDeque, sync::Arc};

use jiff::civil::Date;

use super::{
    ChoiceMemory, Command, Data, Document, Opened, OwnData, OwnSet, Provenance, Reading,
    Standpoint, Unopened,
    command::MergeKey,
    shelf::{FirstView, Shelf, Shown},
    steps::{OTHER_FILES, Step, labelled},
    trail::Trail,
};
use crate::{
    cartography::Representation,
    coverage::{Dataset, Embedded, Measure, edition_at, school::Perimeter},
    outline::OutlineSource,
    territory::{Level, Registry, TerritoryId},
};

/// The one place where a document is changed.
pub struct Session {
    document: Document,
    standpoint: Standpoint,
    dataset: Arc<Dataset>,
    reading: Arc<Reading>,
    dates: Vec<Date>,
    shelf: Shelf,
    /// What the map shows of a person's own files; while they are being read again, what it showed
    /// before.
    shown: Option<Arc<Shown>>,
    /// Why the files cannot be read as the document asks.
    fault: Option<(OwnData, Unopened)>,
    past: VecDeque<Step>,
    future: VecDeque<Step>,
    trail: Trail,
    /// What goes on if the next command has the same key.
    going_on: Option<MergeKey>,
}

/// Most steps that can be undone.
const MOST_STEPS: usize = 200;

impl Session {
    /// Opens a document on data that the program carries.
    pub fn new(document: Document) -> Self {
        Self::with_memory(document, ChoiceMemory::default())
    }

    /// The same, remembering what was decided about files before.
    pub fn with_memory(document: Document, memory: ChoiceMemory) -> Self {
        let dataset = document.data.embedded().unwrap_or(Embedded::Facts).dataset();
        let standpoint = Standpoint::default();
        let reading = Arc::new(Reading::new(&document, &dataset));
        let dates = stops(&document, &dataset);
        Self {
            trail: Trail::new(&document, &standpoint),
            document,
            standpoint,
            dataset,
            reading,
            dates,
            shelf: Shelf::with_memory(memory),
            shown: None,
            fault: None,
            past: VecDeque::new(),
            future: VecDeque::new(),
            going_on: None,
        }
    }

    /// Shows a person's own files: their type, their level, and the latest of their dates, if any.
    pub fn open_own(&mut self, opened: Opened) {
        let shown = self.shelf.put(opened);
        let view = shown.first_view();
        let next = Document {
            data: Data::Own(shown.set.data.clone()),
            outlines: self.document.outlines.clone(),
            school_type: view.school_type,
            level: view.level,
            edition: view.edition.unwrap_or(edition_at(view.date)),
            representation: Representation::Share,
            measure: Measure::Deploye,
            perimeter: Perimeter { sector: view.sector, ..Perimeter::default() },
            date: view.date,
            page: self.document.page.clone(),
        };
        self.standpoint = Standpoint::default();
        // The same file may have changed since it was last read.
        self.step_to(next, OTHER_FILES, true);
    }

    /// Draws on outlines that are to be had, where those that the document asks for are not; nothing
    /// that a person did, and no step.
    pub fn fall_back_on(&mut self, outlines: OutlineSource) {
        self.document.outlines = outlines;
    }

    /// Shows again a set of files that is open, by its rank among [`Self::own_sets`].
    pub fn show_own(&mut self, rank: usize) {
        let Some(set) = self.shelf.sets().get(rank) else { return };
        let data = Data::Own(set.data.clone());
        if data != self.document.data {
            let target = self.shelf.get(&data).map(|shown| shown.first_view());
            let perimeter = self.perimeter_beside(target.and_then(|view| view.sector));
            let next = Document { data, perimeter, ..self.document.clone() };
            self.standpoint = self.standpoint.pointing_at_nothing();
            self.step_to(next, OTHER_FILES, false);
        }
    }

    /// What is to be read before the map can show what the document asks; `None` when nothing is,
    /// or when it was tried and failed.
    pub fn to_read(&self) -> Option<OwnSet> {
        let own = self.document.data.own()?;
        let failed = self.fault.as_ref().is_some_and(|(data, _)| data == own);
        if failed || self.shelf.get(&self.document.data).is_some() {
            return None;
        }
        self.shelf.set(own)
    }

    /// Takes what came of [`Self::to_read`]. Where the files now speak of another type, level or
    /// date than before, the map goes there.
    pub fn take_read(&mut self, data: &OwnData, read: Result<Box<Opened>, Unopened>) {
        match read {
            Ok(opened) => {
                let shown = self.shelf.put(*opened);
                if self.document.data.own() == Some(data) {
                    let previous = self.state();
                    let before = self.shown.as_ref().map(|shown| shown.first_view());
                    let now = shown.first_view();
                    adopt(&mut self.document, &mut self.standpoint, before, now);
                    self.follow(&previous, true);
                }
            }
            Err(unopened) => self.fault = Some((data.clone(), unopened)),
        }
    }

    /// What a person has chosen.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Where a person stands before the map.
    pub fn standpoint(&self) -> &Standpoint {
        &self.standpoint
    }

    /// The level that the map shows where one is.
    pub fn level(&self) -> Level {
        self.standpoint.place.level(self.document.level)
    }

    /// The open data.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The open data, to keep beyond a frame.
    pub fn shared_dataset(&self) -> Arc<Dataset> {
        Arc::clone(&self.dataset)
    }

    /// What the document shows.
    pub fn reading(&self) -> &Arc<Reading> {
        &self.reading
    }

    /// What a document of the same data shows where one is.
    pub fn read(&self, document: &Document) -> Reading {
        let reports = self.shown.iter().filter(|_| document.data.own().is_some());
        let reports = reports.flat_map(|shown| &shown.reports);
        Reading::at(document, self.standpoint.place, &self.dataset)
            .read_from(Provenance::of(reports.map(Arc::as_ref)))
    }

    /// The dates at which something changes for the chosen school type, that of the ministry's
    /// answer, and the chosen one, in order; none of data without dates.
    pub fn dates(&self) -> &[Date] {
        &self.dates
    }

    /// Changes the document, or where one stands.
    pub fn apply(&mut self, command: Command) {
        let previous = self.state();
        let (mut next, mut at) = previous.clone();
        let (undoable, key, what) = (command.is_undoable(), command.merge_key(), command.what());
        let edition = |data: Embedded| {
            if previous.0.data.embedded() == Some(data) {
                self.dataset.stated_edition()
            } else {
                data.dataset().stated_edition()
            }
        };
        // The map shows the schools among which an open one stands.
        if let Command::OpenSchool(uai, _) = &command
            && let Some(school_type) =
                self.dataset.schools().get(*uai).and_then(|s| s.school_type())
        {
            next.school_type = school_type;
        }
        if matches!(command, Command::Open(_)) {
            next.perimeter = self.perimeter_beside(None);
        }
        let decides = matches!(command, Command::Decide { .. } | Command::RemoveFile(_));
        command.apply(&mut next, &mut at, edition);
        // Files that were read as they are to be read now.
        if decides && let Some(shown) = self.shelf.get(&next.data) {
            let before = self.shown.as_ref().map(|shown| shown.first_view());
            adopt(&mut next, &mut at, before, shown.first_view());
        }
        self.standpoint = at;
        if undoable && next != previous.0 {
            let goes_on = key.is_some() && key == self.going_on;
            self.note_step(what, goes_on);
            self.going_on = key;
        }
        self.document = next;
        if self.state() != previous {
            self.follow(&previous, false);
        }
    }

    /// Goes to another document, in a step that can be undone; `read_again` when its files were.
    fn step_to(&mut self, next: Document, what: &'static str, read_again: bool) {
        let previous = self.state();
        self.note_step(what, false);
        self.document = next;
        self.follow(&previous, read_again);
    }

    /// Keeps the document as it is, to come back to it; where a step goes on, the one before it is
    /// come back to.
    fn note_step(&mut self, what: &'static str, goes_on: bool) {
        self.future.clear();
        self.going_on = None;
        if goes_on {
            return;
        }
        self.past.push_back(Step { document: self.document.clone(), what });
        if self.past.len() > MOST_STEPS {
            self.past.pop_front();
        }
    }

    /// Goes one step back; false when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.past.pop_back() else { return false };
        let undone = self.replace(step);
        self.future.push_back(undone);
        true
    }

    /// Goes one undone step forward again; false when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.future.pop_back() else { return false };
        let redone = self.replace(step);
        self.past.push_back(redone);
        true
    }

    /// Takes the document of a step, and leaves where one stands as far as it shows that; answers the
    /// way back.
    fn replace(&mut self, Step { document, what }: Step) -> Step {
        let previous = self.state();
        self.going_on = None;
        self.document = document;
        self.standpoint.settle(&self.document);
        self.follow(&previous, false);
        Step { document: previous.0, what }
    }

    fn state(&self) -> (Document, Standpoint) {
        (self.document.clone(), self.standpoint.clone())
    }

    /// Goes back to where one was before.
    pub fn go_back(&mut self) {
        let previous = self.state();
        self.trail.back(&mut self.document, &mut self.standpoint);
        self.follow(&previous, false);
    }

    /// Goes forward again.
    pub fn go_forward(&mut self) {
        let previous = self.state();
        self.trail.forward(&mut self.document, &mut self.standpoint);
        self.follow(&previous, false);
    }

    /// Whether there is somewhere to go back to.
    pub fn can_go_back(&self) -> bool {
        self.trail.can_go_back()
    }

    /// Whether there is somewhere to go forward to.
    pub fn can_go_forward(&self) -> bool {
        self.trail.can_go_forward()
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is an undone step to go forward to.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What undoing would do: « Annuler la date »; « Annuler » where there is nothing to undo.
    pub fn undo_label(&self) -> String {
        labelled("Annuler", &self.past)
    }

    /// What redoing would do: « Rétablir la date »; « Rétablir » where there is nothing to redo.
    pub fn redo_label(&self) -> String {
        labelled("Rétablir", &self.future)
    }

    /// A date of other data is none of these; files that are still to be read have not said theirs.
    fn settle_date(&mut self) {
        let data = &self.document.data;
        if data.embedded().is_some() || self.shelf.get(data).is_some() {
            self.document.date = date_for(&self.document, &self.dataset);
        }
    }

    /// Brings what follows from the document up to date; `read_again` when its files were.
    fn follow(&mut self, (previous, stood): &(Document, Standpoint), read_again: bool) {
        let document = &self.document;
        let other_data = previous.data != document.data || read_again;
        let other_schools = previous.perimeter != document.perimeter;
        if other_data || other_schools {
            match &document.data {
                Data::Embedded(embedded) => {
                    if other_data {
                        self.shown = None;
                        self.dataset = embedded.dataset();
                    }
                }
                // Files that are still to be read leave what was shown.
                Data::Own(_) => {
                    self.shelf.remember(&document.data);
                    let shown = self.shelf.get(&document.data).or(self.shown.as_ref());
                    if let Some(shown) = shown.map(Arc::clone) {
                        self.dataset = counted(&shown.dataset, document.perimeter);
                        self.shown = Some(shown);
                    }
                }
            }
        }
        self.settle_date();
        self.trail.note(&self.document, &self.standpoint);
        let same_place = stood.place.territory == self.standpoint.place.territory
            && stood.place.way == self.standpoint.place.way;
        let page = self.document.page.clone();
        let same_map = same_place && Document { page, ..previous.clone() } == self.document;
        if !same_map || other_data {
            self.reading = Arc::new(self.read(&self.document));
            self.dates = stops(&self.document, &self.dataset);
        } else if self.reading.document.page != self.document.page {
            // Another page of the same map.
            Arc::make_mut(&mut self.reading).document.page = self.document.page.clone();
        }
    }
}

/// Goes where files that are read another way speak of something else than before.
fn adopt(document: &mut Document, at: &mut Standpoint, before: Option<FirstView>, now: FirstView) {
    let differs =
        |same: fn(&FirstView, &FirstView) -> bool| before.is_none_or(|before| !same(&before, &now));
    if differs(|a, b| a.school_type == b.school_type && a.level == b.level) {
        document.school_type = now.school_type;
        at.enter(document, TerritoryId::France);
        at.show_level(document, now.level);
    }
    if differs(|a, b| a.date == b.date) {
        document.date = now.date;
    }
    if differs(|a, b| a.sector == b.sector) {
        document.perimeter.sector = now.sector;
    }
    if differs(|a, b| a.edition == b.edition) {
        at.use_edition(document, now.edition.unwrap_or(document.edition));
    }
    at.settle(document);
}

/// The date that data are asked for: none of data that have none, and some day of those that have.
fn date_for(document: &Document, dataset: &Dataset) -> Option<Date> {
    if !dataset.is_dated() {
        return None;
    }
    let usual = || match document.data {
        Data::Embedded(_) => Document::default().date,
        Data::Own(_) => dataset.change_dates(document.school_type).last().copied(),
    };
    document.date.or_else(usual)
}

/// Data with the schools of a perimeter counted.
fn counted(dataset: &Arc<Dataset>, perimeter: Perimeter) -> Arc<Dataset> {
    if dataset.perimeter() == perimeter {
        return Arc::clone(dataset);
    }
    Arc::new(dataset.counting(perimeter, Registry::official()))
}

fn stops(document: &Document, dataset: &Dataset) -> Vec<Date> {
    let mut dates = dataset.change_dates(document.school_type);
    if dates.is_empty() {
        return dates;
    }
    // The date of the question that the atlas starts from can always be come back to.
    dates.extend(document.date);
    if document.data.embedded().is_some() {
        dates.extend(Document::default().date);
    }
    dates.sort_unstable();
    dates.dedup();
    dates
}

#[cfg(test)]
mod tests;
