//! Looking for a territory or a school in the window.

use std::sync::Arc;

use super::{Action, finder::Found};
use crate::{
    coverage::Dataset,
    project::{Command, SearchIndex, SearchResult, SearchTarget, Session},
    territory::Edition,
};

/// The index of the data that are open, made when it is first asked for, and what was last found.
#[derive(Default)]
pub struct Places {
    index: Option<(Arc<Dataset>, SearchIndex)>,
    last: Option<Answer>,
}

/// What was found for a text.
struct Answer {
    text: String,
    edition: Edition,
    found: Vec<Found>,
}

/// Most that are listed.
const MOST: usize = 30;

impl Places {
    /// What was found for a text; choosing one goes there.
    pub fn find(&mut self, text: &str, session: &Session) -> &[Found] {
        let dataset = session.shared_dataset();
        if !self.index.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, &dataset)) {
            let index = SearchIndex::new(&dataset);
            self.index = Some((dataset, index));
            self.last = None;
        }
        let edition = session.document().edition;
        let same = |last: &Answer| last.text == text && last.edition == edition;
        if !self.last.as_ref().is_some_and(same) {
            let found = match &self.index {
                Some((_, index)) => {
                    index.find(text, edition, MOST).into_iter().map(listed).collect()
                }
                None => vec![],
            };
            self.last = Some(Answer { text: text.to_owned(), edition, found });
        }
        self.last.as_ref().map_or(&[], |last| &last.found)
    }
}

fn listed(one: SearchResult) -> Found {
    Found {
        title: one.title,
        marks: one.title_matches,
        detail: one.detail,
        action: action(one.target),
        enabled: true,
    }
}

fn action(target: SearchTarget) -> Action {
    match target {
        SearchTarget::Territory(id) => Command::Enter(id).into(),
        SearchTarget::School(uai, departement) => Command::OpenSchool(uai, departement).into(),
    }
}
