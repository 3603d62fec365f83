//! Looking for a territory or a school in the window.

use std::sync::Arc;

use super::{
    Action,
    finder::Found,
    job::{Job, Progress},
};
use crate::{
    coverage::school::SchoolList,
    memo::{Memo, Same},
    project::{Command, SearchIndex, SearchResult, SearchTarget, Session},
    territory::Edition,
};

/// The index of the data that are open, made on a thread of its own as soon as they are, and what
/// was last found.
#[derive(Default)]
pub struct Places {
    index: Option<Index>,
    making: Option<Job<Index>>,
    found: Memo<(Same<SchoolList>, String, Edition), Vec<Found>>,
    /// Making the index met a defect of the program.
    is_broken: bool,
}

/// An index, and the schools that it was made for: territories are always the same.
struct Index {
    schools: Arc<SchoolList>,
    index: SearchIndex,
}

/// Most that are listed.
const MOST: usize = 30;

impl Places {
    /// Starts making the index of other data than before, and takes it when it is made.
    pub fn follow(&mut self, ctx: &egui::Context, session: &Session) {
        match self.making.as_ref().map(Job::progress) {
            Some(Progress::Running) => return,
            Some(Progress::Done(index)) => self.index = Some(index),
            // Tried again in every frame, it would break in each.
            Some(Progress::Broken(_)) => self.is_broken = true,
            Some(Progress::GivenUp) | None => {}
        }
        self.making = None;
        if !self.is_of(session) && !self.is_broken {
            let dataset = session.shared_dataset();
            self.making = Some(Job::start("Index de la recherche", ctx, move |_| {
                let schools = Arc::clone(dataset.schools());
                Some(Index { schools, index: SearchIndex::new(&dataset) })
            }));
        }
    }

    /// What was found for a text, where choosing one goes there; `None` before the index is made.
    pub fn find(&mut self, text: &str, session: &Session) -> Option<&[Found]> {
        if !self.is_of(session) {
            return None;
        }
        let Index { schools, index } = self.index.as_ref()?;
        let edition = session.document().edition;
        let found = self.found.get((Same(Arc::clone(schools)), text.to_owned(), edition), |_| {
            index.find(text, edition, MOST).into_iter().map(listed).collect()
        });
        Some(found)
    }

    fn is_of(&self, session: &Session) -> bool {
        let schools = session.dataset().schools();
        self.index.as_ref().is_some_and(|index| Arc::ptr_eq(&index.schools, schools))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{coverage::Embedded, project::Document};

    fn followed(places: &mut Places, ctx: &egui::Context, session: &Session) -> usize {
        let mut waits = 0;
        while places.find("isère", session).is_none() {
            places.follow(ctx, session);
            std::thread::sleep(std::time::Duration::from_millis(1));
            waits += 1;
            assert!(waits < 20_000, "the index is never made");
        }
        waits
    }

    #[test]
    fn the_index_is_made_beside_the_window_once_for_its_schools() {
        let ctx = egui::Context::default();
        let mut session = Session::new(Document::default());
        let mut places = Places::default();
        assert!(places.find("isère", &session).is_none(), "nobody waits for it");
        followed(&mut places, &ctx, &session);
        assert_eq!(places.find("isère", &session).unwrap()[0].title, "Isère");
        session.apply(Command::GoTo(session.dates()[0]));
        assert_eq!(followed(&mut places, &ctx, &session), 0, "another date, the same schools");
        session.apply(Command::Open(Embedded::Example));
        followed(&mut places, &ctx, &session);
        assert_eq!(places.find("isère", &session).unwrap()[0].title, "Isère");
    }
}
