//! What is said of a territory beside the pointer: the head of its card.

use std::sync::Arc;

use super::{Headline, facts, headline, kind};
use crate::{
    coverage::{Dataset, TerritoryState},
    memo::{Memo, Same},
    project::{Reading, Session},
    territory::TerritoryId,
};

/// A territory and its value, in a few lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// « Lorraine ».
    pub name: String,
    /// « Région 41, avant 2016 ».
    pub kind: String,
    /// The value that the map shows.
    pub headline: Headline,
    /// Short lines under the value: label and content.
    pub facts: Vec<(&'static str, String)>,
}

/// Keeps what is said of a territory until the reading or the territory changes: a pointer rests on
/// one for many frames.
#[derive(Default)]
pub struct BriefCache(Memo<(Same<Reading>, TerritoryId), Option<Arc<Brief>>>);

impl Brief {
    /// Of a territory of the level that is read; `None` of any other.
    pub fn new(reading: &Reading, dataset: &Dataset, id: TerritoryId) -> Option<Self> {
        reading.state(id).map(|state| Self::of(state, reading, dataset))
    }

    /// Of a territory of any level, in its state.
    pub(super) fn of(state: &TerritoryState, reading: &Reading, dataset: &Dataset) -> Self {
        let document = &reading.document;
        Self {
            name: state.name.clone(),
            kind: kind(state.id, state.id.edition().unwrap_or(document.edition)),
            headline: headline(state, document.representation, dataset),
            facts: facts(state, &document.data, dataset),
        }
    }
}

impl BriefCache {
    /// What is said of a territory in a session, made again only when another one is asked for or
    /// the map shows something else.
    pub fn brief(&mut self, session: &Session, id: TerritoryId) -> Option<&Arc<Brief>> {
        let reading = session.reading();
        let made = self.0.get((Same(Arc::clone(reading)), id), |_| {
            Brief::new(reading, session.dataset(), id).map(Arc::new)
        });
        made.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::Embedded,
        project::{Card, Command, Document},
    };

    fn example() -> Session {
        Session::new(Document { data: Embedded::Example.into(), ..Document::default() })
    }

    #[test]
    fn resting_on_a_territory_makes_its_brief_once() {
        let mut session = example();
        let [one, other] = [0, 1].map(|rank| session.reading().states[rank].id);
        let mut cache = BriefCache::default();
        let mut at = |session: &Session, id| Arc::clone(cache.brief(session, id).unwrap());
        let first = at(&session, one);
        assert!(Arc::ptr_eq(&first, &at(&session, one)));
        session.apply(Command::Select(Some(other)));
        assert!(Arc::ptr_eq(&first, &at(&session, one)), "a selection changes no value");
        assert_ne!(first.name, at(&session, other).name);
        let earlier = session.dates()[0];
        let before = at(&session, one);
        session.apply(Command::GoTo(earlier));
        assert!(!Arc::ptr_eq(&before, &at(&session, one)), "another day, another value");
    }

    #[test]
    fn it_says_what_the_card_says() {
        let session = example();
        for state in &session.reading().states {
            let brief = Brief::new(session.reading(), session.dataset(), state.id).unwrap();
            let card = Card::new(session.reading(), session.dataset(), state.id).unwrap();
            let head = (card.name, card.kind, card.headline, card.facts);
            assert_eq!((brief.name, brief.kind, brief.headline, brief.facts), head);
        }
    }
}
