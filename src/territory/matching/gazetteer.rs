//! Every name that is known, by the form in which names are looked up.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::territory::{
    Level, Registry, TerritoryId,
    text::{has_articles, key, key_with_articles, words},
};

use super::{aliases, division::Division, lookup::Lookup, repair::RepairKind};

/// The names of all territories, of both editions.
pub(super) struct Gazetteer {
    by_key: FxHashMap<String, Named>,
    /// The names of each division in the order of their codes, to look for slips.
    spelled: FxHashMap<Division, Vec<(String, TerritoryId)>>,
}

/// All that one key means.
#[derive(Clone, Debug, Default)]
struct Named {
    territories: Vec<Entry>,
    /// The place without an outline that it is in any division.
    outside: Option<&'static str>,
}

/// What a key means in one division.
#[derive(Clone, Debug)]
struct Entry {
    division: Division,
    ids: Vec<TerritoryId>,
    /// `None` for the official name.
    alias: Option<RepairKind>,
}

impl Gazetteer {
    /// The names of the official territories.
    pub fn official() -> &'static Self {
        static OFFICIAL: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::build);
        &OFFICIAL
    }

    /// Every name of a division with its key, in a fixed order.
    pub fn spelled(&self, division: Division) -> impl Iterator<Item = (&str, TerritoryId)> {
        let of_division = self.spelled.get(&division).map_or(&[][..], Vec::as_slice);
        of_division.iter().map(|(key, id)| (key.as_str(), *id))
    }

    /// All that the words of a name mean.
    pub fn find(&'static self, words: &[String]) -> NameMeanings {
        let by_plain = self.by_key.get(&key(words));
        // « Val dOise » has an article glued to its name.
        let with_articles = has_articles(words).then(|| key_with_articles(words));
        NameMeanings([by_plain, with_articles.and_then(|key| self.by_key.get(&key))])
    }

    fn build() -> Self {
        let mut gazetteer = Self { by_key: FxHashMap::default(), spelled: FxHashMap::default() };
        for division in Division::ALL {
            for territory in Registry::official().territories(division.level, division.edition) {
                gazetteer.insert(&territory.name, division, vec![territory.id], None);
            }
            let known: &[aliases::Alias] = match division.level {
                Level::Departement => &aliases::DEPARTEMENTS,
                Level::Region => &aliases::REGIONS,
                Level::Academie => &aliases::ACADEMIES,
                Level::France => &[],
            };
            for (name, codes, kind) in known {
                let ids: Option<Vec<TerritoryId>> =
                    codes.iter().map(|code| division.territory(code)).collect();
                if let Some(ids) = ids {
                    gazetteer.insert(name, division, ids, Some(*kind));
                }
            }
        }
        for (name, shown) in aliases::OUTSIDE {
            let words = words(name);
            for key in [key(&words), key_with_articles(&words)] {
                gazetteer.by_key.entry(key).or_default().outside = Some(shown);
            }
        }
        gazetteer
    }

    /// Adds a name under both its keys, unless the division already has another under that key.
    fn insert(
        &mut self,
        name: &str,
        division: Division,
        ids: Vec<TerritoryId>,
        alias: Option<RepairKind>,
    ) {
        let words = words(name);
        if let ([id], plain) = (ids.as_slice(), key(&words)) {
            self.spelled.entry(division).or_default().push((plain, *id));
        }
        for key in [key(&words), key_with_articles(&words)] {
            let entries = &mut self.by_key.entry(key).or_default().territories;
            if entries.iter().all(|entry| entry.division != division) {
                entries.push(Entry { division, ids: ids.clone(), alias });
            }
        }
    }
}

/// All that a name means, in every division.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameMeanings([Option<&'static Named>; 2]);

impl NameMeanings {
    /// What it is in one division.
    pub fn in_division(&self, division: Division) -> Option<Lookup> {
        let mut entries = self.0.iter().flatten().flat_map(|named| &named.territories);
        let entry = entries.find(|entry| entry.division == division)?;
        Some(match entry.ids.as_slice() {
            [id] => Lookup::Found { id: *id, repairs: entry.alias.into_iter().collect() },
            several => Lookup::Several(several.to_vec()),
        })
    }

    /// The place without an outline that it is.
    pub fn outside(&self) -> Option<&'static str> {
        self.0.iter().flatten().find_map(|named| named.outside)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_territories_of_a_division_share_a_key() {
        for division in Division::ALL {
            let mut seen: HashMap<&str, TerritoryId> = HashMap::new();
            for (key, id) in Gazetteer::official().spelled(division) {
                assert_eq!(*seen.entry(key).or_insert(id), id, "{key}");
            }
            assert!(seen.len() >= division.ids().len(), "{division:?}");
        }
    }
}
