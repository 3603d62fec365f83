//! The names of places, as a title and a file name have them.

use super::MapName;
use crate::{
    project::fold::fold,
    territory::{Level, Registry, TerritoryId},
};

impl MapName {
    /// « Bretagne », « académie d’Amiens »; `None` for the whole of France.
    pub fn place_name(&self) -> Option<String> {
        let name = || Registry::official().get(self.place).map(|place| place.name.as_str());
        match self.place {
            TerritoryId::France => None,
            TerritoryId::Academie(..) => name().map(|name| format!("académie {}", of(name))),
            TerritoryId::Region(..) | TerritoryId::Departement(_) => name().map(str::to_owned),
        }
    }

    /// « par région »; `None` where the place is coloured as one.
    pub(super) fn by_level(&self) -> Option<String> {
        let whole = self.level == Level::France || self.level == self.place.level();
        (!whole).then(|| format!("par {}", self.level.singular()))
    }

    /// « régions avant 2016 », where borders make a difference.
    pub(super) fn borders(&self) -> Option<String> {
        let drawn = [self.level, self.place.level()];
        let level =
            drawn.into_iter().find(|level| matches!(level, Level::Region | Level::Academie))?;
        Some(format!("{} {}", level.plural(), self.edition.label()))
    }
}

/// « de Grenoble », « d’Amiens ».
fn of(name: &str) -> String {
    let vowel = fold(name).starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
    if vowel { format!("d’{name}") } else { format!("de {name}") }
}

/// « la région », « l’académie », « le département ».
pub(super) fn with_article(level: Level) -> &'static str {
    match level {
        Level::France => "le pays",
        Level::Region => "la région",
        Level::Academie => "l’académie",
        Level::Departement => "le département",
    }
}
