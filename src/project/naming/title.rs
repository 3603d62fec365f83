//! The title of a map, and the line below it.

use jiff::civil::Date;

use super::MapName;
use crate::french::{self, NARROW_SPACE, capitalised};

/// « au 31 octobre 2011 et au 1er septembre 2024 », « du 31 octobre 2011 au 1er septembre 2024 »;
/// empty without dates.
fn at_dates(dates: &[Date]) -> String {
    match dates {
        [] => String::new(),
        [day] => format!("au {}", french::day(*day)),
        [first, last] => format!("au {} et au {}", french::day(*first), french::day(*last)),
        [first, .., last] => format!("du {} au {}", french::day(*first), french::day(*last)),
    }
}

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

    /// When, and within which borders.
    pub fn subtitle(&self) -> String {
        self.subtitle_at(&[])
    }

    /// The same of a page with several maps, each of its date.
    pub(super) fn subtitle_at(&self, dates: &[Date]) -> String {
        let situation = match dates {
            [] | [_] => self.situation(),
            dates => format!("situations connues {}", at_dates(dates)),
        };
        let parts = [Some(capitalised(&situation)), self.borders()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// « Champ : public seulement, hors lycées agricoles. »; empty where nobody tells.
    pub fn scope(&self) -> String {
        let champ = |champ: String| {
            let champ = champ.trim_end_matches('.');
            format!("Champ{NARROW_SPACE}: {champ}.")
        };
        self.champ().map(champ).unwrap_or_default()
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
