//! A document at work: its data, what it shows, and what can be undone.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Command, Data, Document, Reading};
use crate::{
    cartography::Representation,
    coverage::{
        Dataset, Embedded, Measure,
        import::{ImportReport, Imported},
    },
    territory::{Edition, Level},
};

/// The one place where a document is changed.
pub struct Session {
    document: Document,
    dataset: Arc<Dataset>,
    reading: Arc<Reading>,
    dates: Vec<Date>,
    files: Vec<OpenFile>,
    past: Vec<Document>,
    future: Vec<Document>,
    /// The last step was to a date.
    at_dates: bool,
}

/// A person's own file, read.
#[derive(Clone)]
struct OpenFile {
    name: String,
    dataset: Arc<Dataset>,
    report: Arc<ImportReport>,
}

/// Most steps that can be undone.
const MOST_STEPS: usize = 200;

impl Session {
    /// Opens a document and its data.
    pub fn new(document: Document) -> Self {
        let dataset = dataset_of(&document.data, &[]);
        let reading = Arc::new(Reading::new(&document, &dataset));
        let dates = stops(&document, &dataset);
        Self {
            document,
            dataset,
            reading,
            dates,
            files: vec![],
            past: vec![],
            future: vec![],
            at_dates: false,
        }
    }

    /// Shows a person's own file: its type, its level, and the latest of its dates. A file of the
    /// same name takes the place of the one before.
    pub fn open_file(&mut self, name: &str, imported: Imported) {
        let Imported { dataset, report, school_type, level } = imported;
        let dates = dataset.change_dates(school_type);
        let date = dates.last().copied().unwrap_or(self.document.date);
        let next = Document {
            data: Data::Own { file: name.to_owned() },
            school_type,
            // A file about France alone is shown where its parts would be.
            level: if level == Level::France { Level::Region } else { level },
            // A file of départements fits both borders: those of its date are drawn.
            edition: dataset.stated_edition().unwrap_or(Edition::in_force(date.year())),
            representation: Representation::Share,
            measure: Measure::Deploye,
            date,
            selection: None,
        };
        self.files.retain(|file| file.name != name);
        let (dataset, report) = (Arc::new(dataset), Arc::new(report));
        self.files.push(OpenFile { name: name.to_owned(), dataset, report });
        let previous = std::mem::replace(&mut self.document, next);
        self.past.push(previous);
        self.future.clear();
        self.at_dates = false;
        self.dataset = dataset_of(&self.document.data, &self.files);
        self.reading = Arc::new(Reading::new(&self.document, &self.dataset));
        self.dates = stops(&self.document, &self.dataset);
    }

    /// Shows again a file that is open, by its rank among [`Self::file_names`].
    pub fn show_file(&mut self, rank: usize) {
        let Some(file) = self.files.get(rank) else { return };
        let data = Data::Own { file: file.name.clone() };
        if data == self.document.data {
            return;
        }
        let next = Document { data, selection: None, ..self.document.clone() };
        let previous = std::mem::replace(&mut self.document, next);
        self.past.push(previous.clone());
        self.future.clear();
        self.at_dates = false;
        self.follow(&previous);
    }

    /// What was done with the file that is shown; `None` for embedded data.
    pub fn report(&self) -> Option<&Arc<ImportReport>> {
        let Data::Own { file } = &self.document.data else { return None };
        self.files.iter().find(|open| open.name == *file).map(|open| &open.report)
    }

    /// The names of the files that are open, the first opened first.
    pub fn file_names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.name.as_str())
    }

    /// What a person has chosen.
    pub fn document(&self) -> &Document {
        &self.document
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

    /// The dates at which something changes for the chosen school type, that of the ministry's
    /// answer, and the chosen one, in order.
    pub fn dates(&self) -> &[Date] {
        &self.dates
    }

    /// Changes the document.
    pub fn apply(&mut self, command: Command) {
        let mut next = self.document.clone();
        let current = self.document.data.clone();
        let edition = |data: Embedded| {
            if current.embedded() == Some(data) {
                self.dataset.stated_edition()
            } else {
                data.dataset().stated_edition()
            }
        };
        command.apply(&mut next, edition);
        if next == self.document {
            return;
        }
        let previous = std::mem::replace(&mut self.document, next);
        if command.is_undoable() {
            // Running through the dates is one step, not one a date.
            let goes_on = matches!(command, Command::GoTo(_)) && self.at_dates;
            if !goes_on {
                self.past.push(previous.clone());
            }
            self.at_dates = matches!(command, Command::GoTo(_));
            self.future.clear();
            if self.past.len() > MOST_STEPS {
                self.past.remove(0);
            }
        }
        self.follow(&previous);
    }

    /// Goes one step back; false when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.at_dates = false;
        let previous = std::mem::replace(&mut self.document, before);
        self.future.push(previous.clone());
        self.follow(&previous);
        true
    }

    /// Goes one undone step forward again; false when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.at_dates = false;
        let previous = std::mem::replace(&mut self.document, after);
        self.past.push(previous.clone());
        self.follow(&previous);
        true
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is an undone step to go forward to.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Brings what follows from the document up to date.
    fn follow(&mut self, previous: &Document) {
        if previous.data != self.document.data {
            self.dataset = dataset_of(&self.document.data, &self.files);
        }
        let same_map = Document { selection: None, ..previous.clone() }
            == Document { selection: None, ..self.document.clone() };
        if !same_map {
            self.reading = Arc::new(Reading::new(&self.document, &self.dataset));
            self.dates = stops(&self.document, &self.dataset);
        }
    }
}

/// The data of a document. A file that is no longer open leaves the documented facts.
fn dataset_of(data: &Data, files: &[OpenFile]) -> Arc<Dataset> {
    match data {
        Data::Embedded(embedded) => Arc::new(embedded.dataset()),
        Data::Own { file } => files
            .iter()
            .find(|open| open.name == *file)
            .map_or_else(|| Arc::new(Embedded::Facts.dataset()), |open| Arc::clone(&open.dataset)),
    }
}

fn stops(document: &Document, dataset: &Dataset) -> Vec<Date> {
    let mut dates = dataset.change_dates(document.school_type);
    // The date of the question that the atlas starts from can always be come back to.
    dates.push(document.date);
    if document.data.embedded().is_some() {
        dates.push(Document::default().date);
    }
    dates.sort_unstable();
    dates.dedup();
    dates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::SchoolType;
    use jiff::civil::date;

    #[test]
    fn undoing_brings_the_former_map_back_and_redoing_the_later_one() {
        let mut session = Session::new(Document::default());
        session.apply(Command::ShowSchools(SchoolType::College));
        session.apply(Command::GoTo(date(2010, 9, 30)));
        assert!(session.undo() && session.undo());
        assert_eq!(*session.document(), Document::default());
        assert_eq!(session.reading().document, Document::default());
        assert!(!session.undo());
        assert!(session.redo());
        assert_eq!(session.document().level, Level::Departement);
    }

    #[test]
    fn running_through_the_dates_is_one_step() {
        let mut session = Session::new(Document::default());
        for month in 1..=9 {
            session.apply(Command::GoTo(date(2010, month, 28)));
        }
        assert!(session.undo());
        assert_eq!(*session.document(), Document::default());
        assert!(!session.can_undo());
    }

    #[test]
    fn selecting_is_not_a_step() {
        let mut session = Session::new(Document::default());
        let first = session.reading().states[0].id;
        session.apply(Command::Select(Some(first)));
        assert_eq!(session.document().selection, Some(first));
        assert!(!session.can_undo());
    }

    #[test]
    fn the_dates_hold_the_chosen_one_and_are_in_order() {
        let session = Session::new(Document::default());
        assert!(session.dates().contains(&date(2011, 10, 31)));
        assert!(session.dates().is_sorted());
    }

    #[test]
    fn opening_the_example_keeps_the_date_and_fills_the_map() {
        let mut session = Session::new(Document::default());
        session.apply(Command::Open(Embedded::Example));
        assert_eq!(session.document().date, date(2011, 10, 31));
        assert!(session.reading().states.iter().all(|state| state.share.is_ok()));
    }
}
