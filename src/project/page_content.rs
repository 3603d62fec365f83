//! What stands on the page of a reading: its words, its maps, and what explains them.

use std::{borrow::Cow, collections::BTreeSet, sync::Arc};

use jiff::civil::Date;

use super::{
    Reading,
    naming::{alternative, missing, outline_source, page_text},
    school_points::school_points,
};
use crate::{
    cartography::{Legend, Theme},
    coverage::{Dataset, Measure},
    french::{self, NARROW_SPACE, capitalised},
    outline::{Detail, FrameId, Plane, PlaneRect},
    scene::{
        Block, Locator, MapPicture, PageContent, PageLayout, PageMap, PagePoints, PageText, Scene,
        lay_out, place_schools,
    },
    territory::{Level, Registry, TerritoryId},
};

/// The readings whose maps stand on a page, and their dates where there are several.
struct OnPage<'a> {
    readings: Vec<Cow<'a, Reading>>,
    dates: Vec<Date>,
}

/// What part of the plane a page shows.
struct Part {
    bounds: PlaneRect,
    /// The parts of the composition that it shows; all of them where `None`.
    frames: Option<BTreeSet<FrameId>>,
}

impl Reading {
    /// The words that are proposed for its page.
    pub fn proposed_text(&self, dataset: &Dataset, outlines: &Plane) -> PageText {
        let part = outlines.bounds_of(self.place.territory);
        let sources = vec![self.source(dataset), outline_source(outlines, part)];
        let OnPage { readings, dates } = self.on_page(dataset);
        let (Some(first), Some(last)) = (readings.first(), readings.last()) else {
            return self.worded(sources);
        };
        let figures = last.figures(&dates);
        let mut words = page_text(&last.name, &figures, sources);
        if dates.len() > 1 {
            let before = missing(&first.name, &first.figures(&dates));
            words.missing = format!("{before} {}", words.missing);
        }
        PageText { alternative: alternative(&what(&dates), &words), ..words }
    }

    /// The words of its page: those that a person wrote, else those that are proposed.
    pub fn page_text(&self, dataset: &Dataset, outlines: &Plane) -> PageText {
        let mut words = self.proposed_text(dataset, outlines);
        for (block, written) in &self.document.page.texts {
            words.write(*block, &written.text);
        }
        let dates = self.map_dates(dataset);
        PageText { alternative: alternative(&what(&dates), &words), ..words }
    }

    /// Its page, laid out; a picture of it is `width` pixels wide.
    pub fn layout(&self, dataset: &Dataset, outlines: &Plane, width: u32) -> PageLayout {
        let words = self.page_text(dataset, outlines);
        let spec = &self.document.page.spec;
        let part = self.part(outlines);
        let OnPage { readings, dates } = self.on_page(dataset);
        let detail = PageContent::detail(part.bounds, spec, readings.len(), width);
        let maps = readings.iter().map(|reading| PageMap {
            picture: Arc::new(part.of(reading.picture(outlines, detail, Theme::light()))),
            caption: reading.document.date.map(french::day).unwrap_or_default(),
            alternative: match dates.len() {
                0 | 1 => words.alternative.clone(),
                _ => reading.name.spoken_map("Carte"),
            },
        });
        // A place fills the page by itself.
        let is_whole = self.place.territory == TerritoryId::France || !self.is_drawn(outlines);
        let center = part.bounds.center().map(f64::from);
        let content = PageContent {
            maps: maps.collect(),
            bounds: part.bounds,
            stretch: outlines.stretch_at(center),
            north: outlines.north_at(center).unwrap_or_default(),
            frames: if is_whole { outlines.frames() } else { &[] },
            legend: legend(&readings, &dates),
            locator: self.locator(outlines).filter(|_| spec.shows(Block::Locator)),
            points: self.points(dataset, outlines, part.bounds).filter(|_| readings.len() < 2),
        };
        lay_out(&words, &content, spec)
    }

    /// Its page, drawn.
    pub fn page(&self, dataset: &Dataset, outlines: &Plane, width: u32) -> Scene {
        self.layout(dataset, outlines, width).scene
    }

    /// The dates of the maps of its page, where it has several.
    pub fn map_dates(&self, dataset: &Dataset) -> Vec<Date> {
        if !dataset.is_dated() {
            return vec![];
        }
        let known = dataset.change_dates(self.document.school_type);
        self.document.page.spec.dates_among(&known)
    }

    fn on_page<'a>(&'a self, dataset: &Dataset) -> OnPage<'a> {
        let dates = self.map_dates(dataset);
        let at = |date: &Date| {
            let mut document = self.document.clone();
            document.date = Some(*date);
            let reading = Self::at(&document, self.place, dataset);
            Cow::Owned(reading.read_from(self.provenance.clone()))
        };
        let readings = match dates.len() {
            0 | 1 => vec![Cow::Borrowed(self)],
            _ => dates.iter().map(at).collect(),
        };
        OnPage { readings, dates }
    }

    /// Whether the outlines have the place where one is.
    fn is_drawn(&self, outlines: &Plane) -> bool {
        outlines.bounds_of(self.place.territory).is_some()
    }

    /// The part of the plane where the place lies, or all of it, or the mainland where insets are not
    /// wanted.
    fn part(&self, outlines: &Plane) -> Part {
        let all = Part { bounds: outlines.bounds(), frames: None };
        let layer = outlines.layer(Level::Departement, self.document.edition, coarsest());
        if let Some(bounds) = outlines.bounds_of(self.place.territory) {
            let own = layer
                .areas
                .iter()
                .filter(|area| area.frame != FrameId::Paris && self.place.holds(area.territory));
            return Part { bounds, frames: Some(own.map(|area| area.frame).collect()) };
        }
        if self.document.page.spec.shows(Block::Insets) {
            return all;
        }
        let mainland = layer.areas.iter().filter(|area| area.frame == FrameId::Mainland);
        let bounds = mainland.map(|area| area.bounds).reduce(PlaneRect::union);
        let frames = Some(BTreeSet::from([FrameId::Mainland]));
        bounds.map_or(all, |bounds| Part { bounds, frames })
    }

    /// Where the place lies in France; nothing in France, or where the outlines have nothing else.
    fn locator(&self, outlines: &Plane) -> Option<Locator> {
        let place = self.place.territory;
        let bounds = outlines.bounds_of(place)?;
        let name = Registry::official().get(place)?.name.clone();
        let edition = self.document.edition;
        let places = outlines.layer(place.level(), edition, coarsest());
        if places.areas.iter().all(|area| area.territory == place) {
            return None;
        }
        Some(Locator {
            land: outlines.layer(Level::Region, edition, coarsest()),
            places,
            place,
            bounds: outlines.bounds(),
            frames: outlines.frames().to_vec(),
            place_bounds: bounds,
            alternative: format!("Carte de situation{NARROW_SPACE}: {name} en France"),
        })
    }

    /// The schools of a département, where the data list them.
    fn points(&self, dataset: &Dataset, outlines: &Plane, bounds: PlaneRect) -> Option<PagePoints> {
        if !matches!(self.place.territory, TerritoryId::Departement(_)) {
            return None;
        }
        let points = school_points(dataset, self.document.school_type, &self.place);
        let mut schools = place_schools(&points, outlines);
        // The zoom on Paris shows some again.
        schools.retain(|school| bounds.contains(school.at.map(|metres| metres as f32)));
        // Lists of schools say what is deployed.
        let subject = self.name.subject.measured_by(Measure::Deploye);
        let words = [Some(true), Some(false), None]
            .map(|equipped| capitalised(&subject.of_school_in_short(equipped)));
        (!schools.is_empty()).then_some(PagePoints { schools, words })
    }
}

impl Part {
    /// What of a picture lies in it.
    fn of(&self, picture: MapPicture) -> MapPicture {
        match &self.frames {
            Some(frames) => picture.part(|frame| frames.contains(&frame)),
            None => picture,
        }
    }
}

/// The legend of all readings: a line for what any of them shows.
fn legend(readings: &[Cow<'_, Reading>], dates: &[Date]) -> Legend {
    let mut legends = readings.iter().map(|reading| &reading.symbology.legend);
    let Some(mut all) = legends.next_back().cloned() else {
        return Legend::default();
    };
    for other in legends {
        all.join(other);
    }
    if dates.len() > 1 {
        // Each map has its own.
        all.date = french::counted(dates.len(), "date", "dates");
    }
    if all.territories < 2 {
        // One value is spread over nothing.
        all.histogram = None;
    }
    all
}

/// « Carte », « 2 cartes, au 31 octobre 2011 et au 1er septembre 2024 ».
fn what(dates: &[Date]) -> String {
    match dates {
        [] | [_] => "Carte".to_owned(),
        [others @ .., last] => {
            let others: Vec<String> =
                others.iter().map(|day| format!("au {}", french::day(*day))).collect();
            let (count, last) = (dates.len(), french::day(*last));
            format!("{count} cartes, {} et au {last}", others.join(", "))
        }
    }
}

fn coarsest() -> Detail {
    Detail::all().next().unwrap_or(Detail::FULL)
}
