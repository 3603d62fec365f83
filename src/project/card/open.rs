//! Which card is open: of a school, of a territory, of several.

use std::sync::Arc;

use super::{Card, SchoolCard, SelectionCard};
use crate::{
    coverage::{Dataset, school::Uai},
    memo::{Memo, Same},
    project::{Reading, Session, Standpoint},
    territory::TerritoryId,
};

/// The card that one asks for where one stands.
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
pub struct CardCache(Memo<Asked, Option<OpenCard>>);

/// What a card rests on.
type Asked = (Same<Reading>, Vec<TerritoryId>, Option<Uai>);

impl OpenCard {
    /// The card of the school that is open, else of the selection, else of the place. A school that
    /// the data do not list has none, and the card below it shows.
    pub fn new(at: &Standpoint, reading: &Reading, dataset: &Dataset) -> Option<Self> {
        let school = at.shown_school().and_then(|uai| SchoolCard::new(reading, dataset, uai));
        if let Some(card) = school {
            return Some(Self::School(Box::new(card)));
        }
        let territory = |id| {
            let card = Card::new(reading, dataset, id)?;
            Some(Self::Territory(Box::new(card)))
        };
        match at.selection.as_slice() {
            [] => territory(at.place.territory),
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
        let at = session.standpoint();
        let reading = session.reading();
        let asked = (Same(Arc::clone(reading)), at.selection.clone(), at.shown_school());
        let card = self.0.get(asked, |_| OpenCard::new(at, reading, session.dataset()));
        card.as_ref()
    }
}
