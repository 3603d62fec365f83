//! Which lines a legend keeps in place: those that it needs at some date of the timeline.

use std::{collections::BTreeSet, sync::Arc};

use egui::Context;

use crate::{
    app::job::{Job, Progress},
    cartography::LineKind,
    coverage::Dataset,
    memo::{Memo, Same},
    project::{Document, PageChoices, Place, Reading, Session},
};

/// What the lines depend on: the data, and the document but for its date and what is selected.
#[derive(Clone, PartialEq)]
struct Scope {
    dataset: Same<Dataset>,
    document: Document,
    place: Place,
}

/// The kinds of lines, worked out on a thread once for a scope.
#[derive(Default)]
pub struct Lines {
    kinds: Memo<Scope, Arc<BTreeSet<LineKind>>>,
    making: Option<(Scope, Job<BTreeSet<LineKind>>)>,
    /// For what the map shows, from frame to frame.
    of_reading: Memo<Same<Reading>, Arc<BTreeSet<LineKind>>>,
    /// Until they are known.
    none: Arc<BTreeSet<LineKind>>,
}

impl Scope {
    fn of(session: &Session) -> Self {
        let document =
            Document { date: None, page: PageChoices::default(), ..session.document().clone() };
        let place = Place { school: None, ..session.standpoint().place };
        Self { dataset: Same(session.shared_dataset()), document, place }
    }
}

impl Lines {
    /// The kinds that some date needs; until they are known, those of the date that is shown.
    pub fn kinds(&mut self, ctx: &Context, session: &Session) -> Arc<BTreeSet<LineKind>> {
        self.receive();
        let reading = Same(Arc::clone(session.reading()));
        if let Some(kinds) = self.of_reading.known(&reading) {
            return Arc::clone(kinds);
        }
        let scope = Scope::of(session);
        if let Some(kinds) = self.kinds.known(&scope) {
            let kinds = Arc::clone(kinds);
            self.of_reading.set(reading, Arc::clone(&kinds));
            return kinds;
        }
        if self.making.as_ref().is_none_or(|(of, _)| *of != scope) {
            let (document, place) = (session.reading().document.clone(), session.reading().place);
            let (dataset, dates) = (session.shared_dataset(), session.dates().to_vec());
            let job = Job::start("Lignes de la légende", ctx, move |_| {
                Some(Reading::line_kinds(&document, place, &dataset, &dates))
            });
            self.making = Some((scope, job));
        }
        Arc::clone(&self.none)
    }

    /// Whether they are being worked out.
    pub fn is_preparing(&self) -> bool {
        self.making.is_some()
    }

    fn receive(&mut self) {
        let Some((scope, job)) = &self.making else { return };
        let kinds = match job.progress() {
            Progress::Running => return,
            Progress::Done(kinds) => kinds,
            // Tried again in every frame, it would break in each.
            Progress::Broken(_) | Progress::GivenUp => BTreeSet::new(),
        };
        self.kinds.set(scope.clone(), Arc::new(kinds));
        self.making = None;
    }
}
