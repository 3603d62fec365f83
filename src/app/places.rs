//! Looking for a territory or a school in the window.

use std::sync::Arc;

use super::{Action, finder::Found};
use crate::{
    coverage::Dataset,
    project::{Command, SearchIndex, SearchTarget, Session},
};

/// The index of the data that are open, made when it is first asked for.
#[derive(Default)]
pub struct Places {
    index: Option<(Arc<Dataset>, SearchIndex)>,
}

/// Most that are listed.
const MOST: usize = 30;

impl Places {
    /// What was found for a text; choosing one goes there.
    pub fn find(&mut self, text: &str, session: &Session) -> Vec<Found> {
        let dataset = session.shared_dataset();
        let fresh = self.index.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, &dataset));
        if !fresh {
            let index = SearchIndex::new(&dataset);
            self.index = Some((dataset, index));
        }
        let Some((_, index)) = &self.index else { return vec![] };
        let found = index.find(text, session.document().edition, MOST).into_iter();
        found
            .map(|one| Found {
                title: one.title,
                marks: one.title_matches,
                detail: one.detail,
                action: action(one.target),
                enabled: true,
            })
            .collect()
    }
}

fn action(target: SearchTarget) -> Action {
    match target {
        SearchTarget::Territory(id) => Command::Enter(id).into(),
        SearchTarget::School(uai, departement) => Command::OpenSchool(uai, departement).into(),
    }
}
