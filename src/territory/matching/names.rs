//! Names, as files write them.

use std::{collections::HashMap, sync::LazyLock};

use crate::territory::{Level, Registry, TerritoryId};

use super::{
    Repairs, aliases,
    codes::read_code,
    division::Division,
    reading::Reading,
    repair::RepairKind,
    text::{inverted, key, key_with_articles, words},
};

/// Words that say the level of the name after them, the longest first. Those without a level say
/// only that a name follows.
const LEVEL_WORDS: [(&[&str], Option<Level>); 22] = [
    (&["collectivite", "territoriale", "unique"], None),
    (&["region", "academique"], Some(Level::Region)),
    (&["conseil", "regional"], Some(Level::Region)),
    (&["conseil", "departemental"], Some(Level::Departement)),
    (&["conseil", "general"], Some(Level::Departement)),
    (&["vice", "rectorat"], Some(Level::Academie)),
    (&["collectivite", "territoriale"], None),
    (&["collectivite"], None),
    (&["region"], Some(Level::Region)),
    (&["reg"], Some(Level::Region)),
    (&["departement"], Some(Level::Departement)),
    (&["dept"], Some(Level::Departement)),
    (&["dpt"], Some(Level::Departement)),
    (&["dep"], Some(Level::Departement)),
    (&["cd"], Some(Level::Departement)),
    (&["cg"], Some(Level::Departement)),
    (&["academie"], Some(Level::Academie)),
    (&["academique"], Some(Level::Academie)),
    (&["acad"], Some(Level::Academie)),
    (&["rectorat"], Some(Level::Academie)),
    (&["ac"], Some(Level::Academie)),
    (&["aca"], Some(Level::Academie)),
];

/// Every name that is known, by its key.
pub(super) struct Gazetteer {
    by_key: HashMap<String, Vec<Entry>>,
    outside: HashMap<String, &'static str>,
    france: Vec<String>,
    /// The names of each division in the order of their codes, to look for slips.
    spelled: Vec<(Division, String, TerritoryId)>,
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
        let of_division = self.spelled.iter().filter(move |(d, ..)| *d == division);
        of_division.map(|(_, key, id)| (key.as_str(), *id))
    }

    fn build() -> Self {
        let mut gazetteer = Self {
            by_key: HashMap::new(),
            outside: HashMap::new(),
            france: aliases::FRANCE.iter().map(|name| key(&words(name))).collect(),
            spelled: Vec::new(),
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
            let words = words(name);
            gazetteer.outside.insert(key(&words), shown);
            gazetteer.outside.insert(key_with_articles(&words), shown);
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
            self.spelled.push((division, plain, *id));
        }
        for key in [key(&words), key_with_articles(&words)] {
            let entries = self.by_key.entry(key).or_default();
            if entries.iter().all(|entry| entry.division != division) {
                entries.push(Entry { division, ids: ids.clone(), alias });
            }
        }
    }

    fn find(&self, words: &[String], division: Division) -> Option<Reading> {
        let mut entries = [key(words), key_with_articles(words)]
            .into_iter()
            .filter_map(|key| self.by_key.get(&key));
        let entry = entries.find_map(|all| all.iter().find(|entry| entry.division == division))?;
        Some(match entry.ids.as_slice() {
            [id] => {
                let repairs = entry.alias.into_iter().collect();
                Reading::Found { id: *id, repairs }
            }
            several => Reading::Several(several.to_vec()),
        })
    }

    fn outside(&self, words: &[String]) -> Option<&'static str> {
        let mut keys = [key(words), key_with_articles(words)].into_iter();
        keys.find_map(|key| self.outside.get(&key).copied())
    }

    /// Whether a text says the whole country, or a total.
    pub fn is_france(&self, text: &str) -> bool {
        let key = key(&words(text));
        self.france.contains(&key)
    }
}

/// Reads a name of `division`, perhaps beside its level or its code.
pub(super) fn read_name(text: &str, division: Division, gazetteer: &Gazetteer) -> Reading {
    if division.level == Level::France {
        let repairs = Repairs::NONE.with_if(text != "France", RepairKind::Spelling);
        let found = Reading::Found { id: TerritoryId::France, repairs };
        return if gazetteer.is_france(text) { found } else { Reading::Nothing };
    }
    let as_written = words(text);
    if as_written.is_empty() {
        return Reading::Nothing;
    }
    if let Some((code, name)) = code_and_name(&as_written, division) {
        return both(code, read_words(&name, division, gazetteer));
    }
    let reading = match read_words(&as_written, division, gazetteer) {
        Reading::Nothing => {
            inverted(text).map_or(Reading::Nothing, |said| read_words(&said, division, gazetteer))
        }
        found => found,
    };
    match reading {
        Reading::Found { id, repairs } if repairs.is_empty() => {
            let repairs = Repairs::NONE.with_if(!is_official(text, id), RepairKind::Spelling);
            Reading::Found { id, repairs }
        }
        other => other,
    }
}

/// The name in a text that also has a code, or the whole text: what a slip is looked for in.
pub(super) fn name_words(text: &str, division: Division) -> Vec<String> {
    let all = words(text);
    let name = code_and_name(&all, division).map_or(all, |(_, name)| name);
    without_level(&name).map_or(name.clone(), |(_, rest)| rest.to_vec())
}

/// What the code and the name of a text say apart, where it has both and they don't agree.
pub(super) fn code_and_name_readings(text: &str, division: Division) -> Vec<Reading> {
    let Some((code, name)) = code_and_name(&words(text), division) else { return Vec::new() };
    vec![code, read_words(&name, division, Gazetteer::official())]
}

fn read_words(words: &[String], division: Division, gazetteer: &Gazetteer) -> Reading {
    if let Some(found) = gazetteer.find(words, division) {
        return found;
    }
    if let Some(name) = gazetteer.outside(words) {
        return Reading::Outside(name);
    }
    let Some((level, rest)) = without_level(words) else { return Reading::Nothing };
    // « Région Guadeloupe » is no département, though Guadeloupe is one.
    if level.is_some_and(|level| level != division.level) {
        return Reading::Nothing;
    }
    let wording = Repairs::NONE.with(RepairKind::Wording);
    match gazetteer.find(rest, division) {
        Some(found) => found.after(wording),
        None => gazetteer.outside(rest).map_or(Reading::Nothing, Reading::Outside),
    }
}

/// The level that a text begins with, and the words after it; `None` when it begins with a name.
pub(super) fn without_level(words: &[String]) -> Option<(Option<Level>, &[String])> {
    LEVEL_WORDS.iter().find_map(|(beginning, level)| {
        let rest = words.get(beginning.len()..).filter(|rest| !rest.is_empty())?;
        let same = beginning.iter().zip(words).all(|(known, word)| {
            known == word || (word.len() > 3 && word.strip_suffix('s') == Some(*known))
        });
        same.then_some((*level, rest))
    })
}

/// « 38 - Isère », « Isère (38) », « R84 ARA »: what the code says, and the words of the name.
fn code_and_name(words: &[String], division: Division) -> Option<(Reading, Vec<String>)> {
    let is_code = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
    let (code, name) = match words {
        [first, rest @ ..] if !rest.is_empty() && is_code(first) => (first, rest),
        [rest @ .., last] if !rest.is_empty() && is_code(last) => (last, rest),
        _ => return None,
    };
    if !name.iter().any(|word| word.len() > 1) {
        return None;
    }
    Some((read_code(code, division).unwrap_or(Reading::Nothing), name.to_vec()))
}

/// A code and a name must tell of the same place: one alone proves nothing when the other
/// differs.
fn both(code: Reading, name: Reading) -> Reading {
    let repairs = Repairs::NONE.with(RepairKind::NameWithCode);
    match (code, name) {
        (Reading::Found { id, .. }, Reading::Found { id: named, .. }) if id == named => {
            Reading::Found { id, repairs }
        }
        (Reading::Found { id, .. }, Reading::Found { id: named, .. }) => {
            Reading::Several(vec![id, named])
        }
        (Reading::Several(ids), Reading::Found { id, .. }) if ids.contains(&id) => {
            Reading::Found { id, repairs }
        }
        (Reading::Several(ids), Reading::Several(_)) => Reading::Several(ids),
        (Reading::Outside(name), Reading::Outside(_)) => Reading::Outside(name),
        _ => Reading::Nothing,
    }
}

/// Whether a text is the official name, whichever apostrophe it has. The capital of « Île » has
/// lost its accent in one of the embedded lists; neither spelling is a slip.
fn is_official(text: &str, id: TerritoryId) -> bool {
    let plain = |text: &str| text.replace(['’', 'ʼ'], "'").replace('Î', "I");
    Registry::official().get(id).is_some_and(|t| plain(&t.name) == plain(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEPARTEMENTS: Division = Division::DEPARTEMENTS;
    const SINCE: Division = Division::REGIONS;
    const BEFORE: Division = Division::REGIONS_2011;
    const ACADEMIES: Division = Division::ACADEMIES;
    const ACADEMIES_2011: Division = Division::ACADEMIES_2011;

    fn read(text: &str, division: Division) -> Reading {
        read_name(text, division, Gazetteer::official())
    }

    fn found(text: &str, division: Division) -> Option<(String, Vec<RepairKind>)> {
        match read(text, division) {
            Reading::Found { id, repairs } => {
                Some((id.code()?.to_string(), repairs.iter().collect()))
            }
            _ => None,
        }
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        use RepairKind::*;
        for (text, division, code, repairs) in [
            ("Ain", DEPARTEMENTS, "01", &[][..]),
            ("Côtes-d’Armor", DEPARTEMENTS, "22", &[]),
            ("Cotes d Armor", DEPARTEMENTS, "22", &[Spelling]),
            ("COTES DARMOR", DEPARTEMENTS, "22", &[Spelling]),
            ("Val d’Oise", DEPARTEMENTS, "95", &[Spelling]),
            ("Val d'Oise", DEPARTEMENTS, "95", &[Spelling]),
            ("Seine St Denis", DEPARTEMENTS, "93", &[Spelling]),
            ("LA REUNION", DEPARTEMENTS, "974", &[Spelling]),
            ("Réunion (La)", DEPARTEMENTS, "974", &[Spelling]),
            ("Réunion, La", DEPARTEMENTS, "974", &[Spelling]),
            ("Martinique (La)", DEPARTEMENTS, "972", &[Spelling]),
            ("Savoie (Haute-)", DEPARTEMENTS, "74", &[Spelling]),
            ("Belfort (Territoire de)", DEPARTEMENTS, "90", &[Spelling]),
            ("Territoire-de-Belfort", DEPARTEMENTS, "90", &[Spelling]),
            ("Côtes-du-Nord", DEPARTEMENTS, "22", &[FormerName]),
            ("LOIRE INFERIEURE", DEPARTEMENTS, "44", &[FormerName]),
            ("Département de l’Ain", DEPARTEMENTS, "01", &[Wording]),
            ("Dept de la Loire", DEPARTEMENTS, "42", &[Wording]),
            ("Nord (Département du)", DEPARTEMENTS, "59", &[Wording]),
            ("38 - Isère", DEPARTEMENTS, "38", &[NameWithCode]),
            ("Isère (38)", DEPARTEMENTS, "38", &[NameWithCode]),
            ("001 AIN", DEPARTEMENTS, "01", &[NameWithCode]),
            ("20 Haute-Corse", DEPARTEMENTS, "2B", &[NameWithCode]),
            ("2A Corse du Sud", DEPARTEMENTS, "2A", &[NameWithCode]),
            ("Ile-de-France", SINCE, "11", &[]),
            ("Île-de-France", SINCE, "11", &[]),
            ("Centre", SINCE, "24", &[FormerName]),
            ("Centre", BEFORE, "24", &[]),
            ("Centre-Val de Loire", BEFORE, "24", &[FormerName]),
            ("Nord-Pas-de-Calais-Picardie", SINCE, "32", &[FormerName]),
            ("Alsace-Champagne-Ardenne-Lorraine", SINCE, "44", &[FormerName]),
            ("PACA", BEFORE, "93", &[Abbreviation]),
            ("ara", SINCE, "84", &[Abbreviation]),
            ("Région académique Grand Est", SINCE, "44", &[Wording]),
            ("Région Sud", SINCE, "93", &[Abbreviation]),
            ("R84 - Auvergne Rhône Alpes", SINCE, "84", &[NameWithCode]),
            ("Académie de Grenoble", ACADEMIES, "08", &[Wording]),
            ("AC-AIX-MARSEILLE", ACADEMIES, "02", &[Wording]),
            ("Orléans – Tours", ACADEMIES_2011, "18", &[Spelling]),
            ("Mayotte", ACADEMIES_2011, "43", &[Spelling]),
        ] {
            let expected = Some((code.to_owned(), repairs.to_vec()));
            assert_eq!(found(text, division), expected, "{text}");
        }
    }

    #[test]
    fn a_name_of_several_places_is_never_guessed() {
        for (text, places) in
            [("Corse", 2), ("Seine", 4), ("Seine-et-Oise", 3), ("38 - Ain", 2), ("20 Corse", 2)]
        {
            let reading = read(text, DEPARTEMENTS);
            assert!(matches!(&reading, Reading::Several(ids) if ids.len() == places), "{text}");
        }
    }

    #[test]
    fn a_name_of_another_level_or_edition_is_not_found_here() {
        for (text, division) in [
            ("Région Guadeloupe", DEPARTEMENTS),
            ("Académie de Paris", DEPARTEMENTS),
            ("Bretagne", DEPARTEMENTS),
            ("Alsace", SINCE),
            ("Grand Est", BEFORE),
            ("Caen", ACADEMIES),
            ("Normandie", ACADEMIES_2011),
            ("38 - Isèr", DEPARTEMENTS),
            ("Isère 2011", DEPARTEMENTS),
            ("Département", DEPARTEMENTS),
        ] {
            assert_eq!(read(text, division), Reading::Nothing, "{text}");
        }
    }

    #[test]
    fn no_two_territories_of_a_division_share_a_key() {
        for division in Division::ALL {
            let mut seen: HashMap<&str, TerritoryId> = HashMap::new();
            for (key, id) in Gazetteer::official().spelled(division) {
                assert_eq!(*seen.entry(key).or_insert(id), id, "{key}");
            }
        }
    }

    #[test]
    fn places_without_an_outline_and_the_country_are_known() {
        let gazetteer = Gazetteer::official();
        for text in ["St-Pierre-et-Miquelon", "Wallis et Futuna", "987 - Polynésie Française"] {
            assert!(matches!(read(text, DEPARTEMENTS), Reading::Outside(_)), "{text}");
        }
        assert!(gazetteer.is_france("FRANCE ENTIÈRE") && gazetteer.is_france("Total"));
        assert!(!gazetteer.is_france("Île-de-France"));
    }
}
