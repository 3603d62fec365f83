//! The title of a map, and the line below it.

use super::MapName;
use crate::french::{self, NARROW_SPACE, capitalised};

impl MapName {
    /// « Part des lycées publics équipés d’un ENT, par région »,
    /// « Bretagne : part des collèges où l’ENT est utilisé, par département ».
    pub fn title(&self) -> String {
        let figure = self.subject.figure();
        let figure = match self.by_level() {
            Some(level) => format!("{figure}, {level}"),
            None => figure,
        };
        capitalised(&match self.place_name() {
            Some(place) => format!("{place}{NARROW_SPACE}: {figure}"),
            None => figure,
        })
    }

    /// When, within which borders, of which schools.
    pub fn subtitle(&self) -> String {
        let champ = self.champ().map(|champ| format!("champ{NARROW_SPACE}: {champ}"));
        let parts = [Some(capitalised(&self.situation())), self.borders(), champ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The title of the window that shows it.
    pub fn window_title(&self) -> String {
        let invented = if self.fictitious { " (données fictives)" } else { "" };
        format!("{}{invented} — Atlas ENT", self.title())
    }

    /// « situation connue au 31 octobre 2011 », « date non indiquée ».
    fn situation(&self) -> String {
        match self.date {
            Some(day) => format!("situation connue au {}", french::day(day)),
            None => french::NO_DATE.to_owned(),
        }
    }

    /// « au 31 octobre 2011 », « date non indiquée ».
    pub(super) fn when(&self) -> String {
        match self.date {
            Some(day) => format!("au {}", french::day(day)),
            None => french::NO_DATE.to_owned(),
        }
    }

    /// Which schools are counted, where that is told.
    pub(super) fn champ(&self) -> Option<String> {
        let told = self.subject.perimeter.clone();
        if told.is_empty() { self.subject.filters() } else { Some(told) }
    }
}
