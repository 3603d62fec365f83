//! What a document shows: the state of every territory, its symbol, the legend.

use super::{
    Document, Place,
    naming::{Figures, MapName, Provenance, data_source, page_text, spoken},
};
use crate::{
    cartography::{LineKind, Symbology, Theme, line_kinds},
    coverage::{Dataset, Query, TerritoryState, no_value_label, states},
    outline::{Detail, Plane},
    scene::{MapPicture, PageText},
    territory::{Level, Registry, TerritoryId},
};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Everything that follows from a document and its data. Computed when either changes, never in a
/// frame.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document it was computed for.
    pub document: Document,
    /// Where one is.
    pub place: Place,
    /// What its map is called.
    pub name: MapName,
    /// What was read out of a person's files.
    pub provenance: Provenance,
    /// The state of each territory of the level, in the order of the registry.
    pub states: Vec<TerritoryState>,
    /// Those of the place where one is; all of them in France.
    pub inside: Vec<TerritoryState>,
    /// Their symbols and the legend.
    pub symbology: Symbology,
}

impl Reading {
    /// Reads the data as the document asks, for all of France.
    pub fn new(document: &Document, dataset: &Dataset) -> Self {
        Self::at(document, Place::default(), dataset)
    }

    /// Reads the data as the document asks, for a place.
    pub fn at(document: &Document, place: Place, dataset: &Dataset) -> Self {
        let mut document = document.clone();
        // What has no date is not known on a day rather than on another.
        document.date = document.date.filter(|_| !dataset.is_undated(document.school_type));
        let query = document.query(&place);
        let states = states(dataset, Registry::official(), &query);
        let inside: Vec<TerritoryState> =
            states.iter().filter(|state| place.holds(state.id)).cloned().collect();
        let name = MapName::of(&document, &place, dataset);
        let words = name.legend(no_value_label(dataset, &query));
        let symbology = Symbology::new(&inside, &query, document.representation, words);
        let provenance = Provenance::default();
        Self { document, place, name, provenance, states, inside, symbology }
    }

    /// The level of its territories.
    pub fn level(&self) -> Level {
        self.place.level(self.document.level)
    }

    /// What it asks of the data.
    pub fn query(&self) -> Query {
        self.document.query(&self.place)
    }

    /// The kinds of lines that its legend needs at some of these dates, whichever the document is
    /// at: with all of them, the legend keeps its lines in place while time runs.
    pub fn line_kinds(
        document: &Document,
        place: Place,
        dataset: &Dataset,
        dates: &[Date],
    ) -> BTreeSet<LineKind> {
        let at = |date: Option<Date>| {
            let mut states =
                states(dataset, Registry::official(), &Query { date, ..document.query(&place) });
            states.retain(|state| place.holds(state.id));
            line_kinds(&states, document.representation)
        };
        match dates {
            [] => at(document.date),
            dates => dates.par_iter().flat_map_iter(|date| at(Some(*date))).collect(),
        }
    }

    /// The same, of data that were read out of a person's files.
    #[must_use]
    pub fn read_from(self, provenance: Provenance) -> Self {
        Self { provenance, ..self }
    }

    /// The state of a territory of the level.
    pub fn state(&self, id: TerritoryId) -> Option<&TerritoryState> {
        self.states.iter().find(|state| state.id == id)
    }

    /// The map, at a level of detail.
    pub fn picture(&self, outlines: &Plane, detail: Detail, theme: &Theme) -> MapPicture {
        let layers = [detail, Detail::FULL]
            .map(|detail| outlines.layer(self.level(), self.document.edition, detail));
        let label = |id| {
            (self.inside.iter().find(|state| state.id == id))
                .map(|state| spoken(state, self.name.subject.unit))
                .unwrap_or_default()
        };
        MapPicture::new(layers, &self.symbology, label, theme)
    }

    /// A territory and its value in words: « Loire : 75 % (57 établissements sur 76) ».
    pub fn spoken(&self, id: TerritoryId) -> Option<String> {
        self.state(id).map(|state| spoken(state, self.name.subject.unit))
    }

    /// All that a page or a table says beside its values.
    pub fn text(&self, dataset: &Dataset) -> PageText {
        self.worded(vec![self.source(dataset)])
    }

    pub(super) fn worded(&self, sources: Vec<String>) -> PageText {
        page_text(&self.name, &self.figures(&[]), sources)
    }

    /// What its words count; `dates` are those of its page, where that has several maps.
    pub(super) fn figures<'a>(&'a self, dates: &'a [Date]) -> Figures<'a> {
        Figures {
            states: &self.inside,
            territories: self.symbology.legend.territories,
            read: self.document.page.read,
            supposed: &self.provenance.suppositions,
            dates,
        }
    }

    /// « Source : … » of the figures.
    pub(super) fn source(&self, dataset: &Dataset) -> String {
        data_source(&self.document.data, dataset, &self.provenance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::Embedded;

    #[test]
    fn the_page_of_a_place_speaks_of_that_place_alone() {
        let dataset = Embedded::Example.dataset();
        let session = crate::project::Session::new(Document {
            data: Embedded::Example.into(),
            level: Level::Departement,
            ..Document::default()
        });
        let isere = session.reading().states.iter().find(|state| state.name == "Isère").unwrap();
        let place = Place { territory: isere.id, ..Place::default() };
        let page = Reading::at(session.document(), place, &dataset).text(&dataset);
        assert_eq!(page.title, "Isère\u{202f}: part des lycées équipés d’un ENT");
        assert!(page.reading_note.contains("« Isère »"), "{}", page.reading_note);
    }
}
