//! What a session knows of a person's own files.

use std::sync::Arc;

use super::Session;
use crate::{
    coverage::{
        import::{ImportReport, Question, Supposition},
        school::{Perimeter, Sector},
    },
    project::{ChoiceMemory, OwnData, OwnFile, OwnSet, Refused},
};

impl Session {
    /// Why the files cannot be read as the document asks, in a sentence; the map shows them as they
    /// were before.
    pub fn fault(&self) -> Option<&str> {
        let (data, unopened) = self.fault.as_ref()?;
        (self.document.data.own() == Some(data)).then_some(unopened.sentence.as_str())
    }

    /// The files as far as they can be read as the document asks, where no map can be drawn from
    /// them.
    pub fn refused(&self) -> Option<&Refused> {
        let (data, unopened) = self.fault.as_ref()?;
        unopened.refused.as_deref().filter(|_| self.document.data.own() == Some(data))
    }

    /// The files that are shown, each with what was done with it; empty for embedded data.
    pub fn own_files(&self) -> impl Iterator<Item = (&Arc<OwnFile>, &Arc<ImportReport>)> {
        let shown = self.shown.iter().filter(|_| self.document.data.own().is_some());
        shown.flat_map(|shown| shown.set.files().iter().zip(&shown.reports))
    }

    /// What a person has to decide before a map is drawn, with the rank of the file.
    pub fn questions(&self) -> impl Iterator<Item = (usize, &Question)> {
        let reports = self.own_files().enumerate();
        reports.flat_map(|(file, (_, report))| report.questions.iter().map(move |one| (file, one)))
    }

    /// What is supposed of the files that are shown, with the rank of the file.
    pub fn suppositions(&self) -> impl Iterator<Item = (usize, &Supposition)> {
        let reports = self.own_files().enumerate();
        reports
            .flat_map(|(file, (_, report))| report.suppositions.iter().map(move |one| (file, one)))
    }

    /// The file whose figures the map shows: the first that has some.
    pub fn file_of_figures(&self) -> usize {
        self.own_files().position(|(_, report)| !report.showable.is_empty()).unwrap_or_default()
    }

    /// The files that are shown, to add one to them.
    pub fn own_set(&self) -> Option<OwnSet> {
        self.shelf.set(self.document.data.own()?)
    }

    /// The sets of files that are open, the first opened first.
    pub fn own_sets(&self) -> impl Iterator<Item = &OwnData> {
        self.shelf.sets().iter().map(|set| &set.data)
    }

    /// What was decided about files, for those with the same header.
    pub fn memory(&self) -> &ChoiceMemory {
        &self.shelf.memory
    }

    /// The schools that are counted in other data, of which `sector` is shown at first: a sector that
    /// the files on the map asked for goes with them, one that a person chose stays.
    pub(super) fn perimeter_beside(&self, sector: Option<Sector>) -> Perimeter {
        let now = self.document.perimeter;
        let asked = self.shown.as_ref().and_then(|shown| shown.first_view().sector);
        let kept = now.sector.filter(|_| now.sector != asked);
        Perimeter { sector: sector.or(kept), ..now }
    }
}
