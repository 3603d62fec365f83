//! Which card is open: of a school, of a territory, of several.

use std::sync::Arc;

use super::{Card, SchoolCard, SelectionCard};
use crate::{
    coverage::{Dataset, school::Uai},
    project::{Document, Reading, Session},
    territory::TerritoryId,
};

/// The card that a document asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenCard {
    /// Of the place where one is, or of the one territory that is pointed at.
    Territory(Box<Card>),
    /// Of several territories, added up.
    Several(Box<SelectionCard>),
    /// Of a school.
    School(Box<SchoolCard>),
}

/// Keeps the open card until the reading, the selection or the school changes: sums and ranks are
/// not for every frame.
#[derive(Default)]
pub struct CardCache {
    of: Option<Asked>,
    card: Option<OpenCard>,
}

/// What a card was made for.
struct Asked {
    reading: Arc<Reading>,
    selection: Vec<TerritoryId>,
    school: Option<Uai>,
}

impl OpenCard {
    /// The card of the school that is open, else of the selection, else of the place. A school that
    /// the data do not list has none, and the card below it shows.
    pub fn new(document: &Document, reading: &Reading, dataset: &Dataset) -> Option<Self> {
        let school = document.shown_school().and_then(|uai| SchoolCard::new(reading, dataset, uai));
        if let Some(card) = school {
            return Some(Self::School(Box::new(card)));
        }
        let territory = |id| {
            let card = Card::new(reading, dataset, id)?;
            Some(Self::Territory(Box::new(card)))
        };
        match document.selection.as_slice() {
            [] => territory(document.place.territory),
            [one] => territory(*one),
            several => {
                let card = SelectionCard::new(reading, dataset, several)?;
                Some(Self::Several(Box::new(card)))
            }
        }
    }
}

impl CardCache {
    /// The open card of a session, made again only when what it rests on has changed.
    pub fn card(&mut self, session: &Session) -> Option<&OpenCard> {
        let document = session.document();
        let fresh = self.of.as_ref().is_some_and(|of| {
            Arc::ptr_eq(&of.reading, session.reading())
                && of.selection == document.selection
                && of.school == document.shown_school()
        });
        if !fresh {
            self.card = OpenCard::new(document, session.reading(), session.dataset());
            self.of = Some(Asked {
                reading: Arc::clone(session.reading()),
                selection: document.selection.clone(),
                school: document.shown_school(),
            });
        }
        self.card.as_ref()
    }
}
