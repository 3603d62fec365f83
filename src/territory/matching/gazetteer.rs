//! Every name that is known, by the form in which names are looked up.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::territory::{
    Level, Registry, TerritoryId,
    text::{key, key_with_articles, words},
};

use super::{aliases, division::Division, lookup::Lookup, name_text::Keys, repair::RepairKind};

/// The names of all territories, of both editions.
pub(super) struct Gazetteer {
    by_key: FxHashMap<String, Vec<Entry>>,
    outside: FxHashMap<String, &'static str>,
    /// The names of each division in the order of their codes, to look for slips.
    spelled: FxHashMap<Division, Vec<(String, TerritoryId)>>,
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

    /// What a name is in one division.
    pub fn find(&self, keys: &Keys, division: Division) -> Option<Lookup> {
        let mut entries = keys.iter().filter_map(|key| self.by_key.get(key));
        let entry = entries.find_map(|all| all.iter().find(|entry| entry.division == division))?;
        Some(match entry.ids.as_slice() {
            [id] => Lookup::Found { id: *id, repairs: entry.alias.into_iter().collect() },
            several => Lookup::Several(several.to_vec()),
        })
    }

    /// The place without an outline that a name means.
    pub fn outside(&self, keys: &Keys) -> Option<&'static str> {
        keys.iter().find_map(|key| self.outside.get(key).copied())
    }

    fn build() -> Self {
        let mut gazetteer = Self {
            by_key: FxHashMap::default(),
            outside: FxHashMap::default(),
            spelled: FxHashMap::default(),
        };
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
            for key in Keys::of(&words(name)).iter() {
                gazetteer.outside.insert(key.to_owned(), shown);
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
            let entries = self.by_key.entry(key).or_default();
            if entries.iter().all(|entry| entry.division != division) {
                entries.push(Entry { division, ids: ids.clone(), alias });
            }
        }
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
