//! What a column of figures counts, by its name.
//!
//! A name is cut into words, and each word must have its place: words of rates and counts, of
//! equipment, of schools, of sectors, of places, of dates, and the small words between them. A word
//! that has none names something else (réussite, fibre, élèves, tablettes…), and such a column is
//! never taken for a share of schools that have an ENT.

use super::{
    other_words::{NO_STATE, OTHER_FIGURES, OTHER_THINGS, TO_BE_DONE},
    some_schools::{is_some_schools, some_schools},
    turned::{is_turned_round, without_ent},
    words::{
        COUNTS, DATES, ENT, EQUIPMENT, NEGATIONS, NOT_EQUIPPED, PLACES, RATES, SCHOOLS, SECTORS,
        SMALL, USAGE, begins,
    },
};
use crate::coverage::vocabulary::tokens;

/// What a name says of the figures below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) struct Theme {
    /// Of what they speak.
    pub topic: Topic,
    /// « Taux », « part », « % ».
    pub is_rate: bool,
    /// « Nombre », « effectif », « total », « dont ».
    pub is_count: bool,
    /// « Collèges non équipés », « sans ENT »: the others are counted.
    pub is_negated: bool,
    /// « Dont publics »: some of what another column counts.
    pub is_a_part: bool,
    /// Lycées, collèges, établissements are named.
    pub names_schools: bool,
    /// An ENT is named: « équipés » alone does not say of what.
    pub names_ent: bool,
    /// Why figures of territories below the name are not of all their schools.
    pub aside: Option<Aside>,
    /// The first word of the name, without accents.
    pub first_word: String,
}

impl Theme {
    /// Whether the name leaves no doubt that figures stand below it.
    pub fn is_of_figures(&self) -> bool {
        match self.topic {
            _ if self.aside.is_some() => false,
            Topic::Equipment => true,
            Topic::Bare => self.is_rate || self.is_count,
            Topic::EquipmentAnd(_) | Topic::NoState(_) | Topic::Other(_) => false,
        }
    }
}

/// What sets figures of territories aside, though their name may speak of equipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) enum Aside {
    /// Only some of the schools, or others: « lycées agricoles », « collèges REP », « écoles ».
    SomeSchools(String),
    /// An unknown word where a name says what it counts: « adhésions à l’ENT ».
    Counted(String),
}

impl Aside {
    /// The word that says so.
    pub fn word(&self) -> &str {
        match self {
            Self::SomeSchools(word) | Self::Counted(word) => word,
        }
    }
}

/// Of what figures speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) enum Topic {
    /// Nothing is named: « taux », « part », « Nombre de collèges ».
    Bare,
    /// Equipment, and nothing else: « taux d’équipement », « collèges équipés d’un ENT ».
    Equipment,
    /// An ENT, and a word that is not known, perhaps its name: « taux ENT Cartable ».
    EquipmentAnd(String),
    /// A change or an aim: « évolution », « objectif 2015 ». No state of any date.
    NoState(String),
    /// Something else, by the first word that says so.
    Other(String),
}

/// Reads the name of a column.
pub(in crate::coverage::import) fn theme(header: &str) -> Theme {
    let split = split_words(header);
    let mut words: Vec<&str> = split.iter().map(String::as_str).collect();
    shorten_espace_numerique(&mut words);
    let is_ent = |word: &&str| ENT.contains(word);
    let names_ent = words.iter().any(&is_ent);
    let has_equipment = names_ent
        || words.iter().any(|word| {
            begins(word, &EQUIPMENT) || begins(word, &USAGE) || begins(word, &NOT_EQUIPPED)
        });
    let is_primary = words.windows(2).any(|run| matches!(run, ["1er" | "1", "degre" | "degres"]));
    let odd_at = words.iter().position(|word| !is_known(word));
    let odd = odd_at.map(|at| words[at].to_owned());
    let odd = odd.or_else(|| is_primary.then(|| "1er degre".to_owned()));
    let change = words.iter().find(|word| begins(word, &NO_STATE) || TO_BE_DONE.contains(*word));
    let is_other = |word: &str| is_another_thing(word) || is_one_of(word, &OTHER_FIGURES);
    let other = words.iter().find(|word| is_other(word) && !is_known(word));
    let other = other.map(|word| (*word).to_owned()).or_else(|| without_ent(&words));
    let topic = match (change, other, odd) {
        (Some(change), ..) => Topic::NoState((*change).to_owned()),
        (_, Some(other), _) => Topic::Other(other),
        (_, _, Some(odd)) if names_ent && !is_primary => Topic::EquipmentAnd(odd),
        (_, _, Some(odd)) => Topic::Other(odd),
        _ if has_equipment => Topic::Equipment,
        _ => Topic::Bare,
    };
    let any = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let is_negated = has_equipment && is_turned_round(&words);
    let is_counted = odd_at.is_some_and(|at| {
        let (before, after) = words.split_at(at);
        after.iter().any(is_ent) && !before.iter().any(|word| SCHOOLS.contains(word))
    });
    let counted = odd_at.filter(|_| is_counted).map(|at| Aside::Counted(words[at].to_owned()));
    Theme {
        topic,
        is_rate: header.contains('%') || any(&RATES),
        is_count: any(&COUNTS),
        is_negated,
        is_a_part: any(&["dont"]),
        names_schools: any(&SCHOOLS),
        names_ent,
        aside: some_schools(&words).map(Aside::SomeSchools).or(counted),
        first_word: split.first().cloned().unwrap_or_default(),
    }
}

/// Whether a word without accents names, wherever it stands, another thing than an ENT.
pub(in crate::coverage::import) fn is_another_thing(word: &str) -> bool {
    is_one_of(word, &OTHER_THINGS)
}

fn is_one_of(word: &str, things: &[&str]) -> bool {
    things.iter().any(|thing| {
        // A short word is no beginning: « Garonne » is no GAR.
        let alone = word.strip_suffix('s').unwrap_or(word) == *thing;
        alone || (thing.len() > 4 && word.starts_with(thing))
    })
}

/// Whether a text names an ENT or equipment, whatever else it says.
pub(in crate::coverage::import) fn speaks_of_equipment(text: &str) -> bool {
    let split = split_words(text);
    let mut words: Vec<&str> = split.iter().map(String::as_str).collect();
    shorten_espace_numerique(&mut words);
    words.iter().any(|word| ENT.contains(word) || begins(word, &EQUIPMENT))
}

/// Writes « espace(s) numérique(s) de travail » by its short name.
fn shorten_espace_numerique(words: &mut Vec<&str>) {
    let starts = |at: usize, start: &str| words.get(at).is_some_and(|word| word.starts_with(start));
    let is_there = |at: &usize| {
        (starts(*at, "espace") || starts(*at, "environnement")) && starts(at + 1, "numerique")
    };
    let Some(at) = (0..words.len()).find(is_there) else { return };
    let end = if words.get(at + 3) == Some(&"travail") { at + 4 } else { at + 2 };
    words.splice(at..end.min(words.len()), ["ent"]);
}

fn is_known(word: &str) -> bool {
    let lists: [&[&str]; 9] =
        [&RATES, &COUNTS, &ENT, &SCHOOLS, &SECTORS, &PLACES, &SMALL, &DATES, &NEGATIONS];
    lists.iter().any(|list| list.contains(&word))
        || begins(word, &EQUIPMENT)
        || begins(word, &USAGE)
        || begins(word, &NOT_EQUIPPED)
        || is_some_schools(word)
        || crate::coverage::import::dates::names_a_month(word)
        || is_a_rank(word)
}

/// A number, or a rank: « 2011 », « 1er », « 2e ». « 4G » is something else.
fn is_a_rank(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len()
        && matches!(letters, "" | "er" | "re" | "ere" | "e" | "eme" | "nd" | "nde" | "d" | "de")
}

/// The words of a name without accents, `tauxEnt2011` cut at its capitals and digits.
fn split_words(header: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(header.len() + 8);
    let mut before: Option<char> = None;
    for letter in header.chars() {
        let is_cut = before.is_some_and(|before| {
            (before.is_lowercase() && letter.is_uppercase())
                || (before.is_alphabetic() && letter.is_ascii_digit())
        });
        if is_cut {
            spaced.push(' ');
        }
        spaced.push(letter);
        before = Some(letter);
    }
    tokens(&spaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(header: &str) -> Topic {
        theme(header).topic
    }

    #[test]
    fn words_of_equipment_alone_speak_of_equipment() {
        for header in [
            "taux d’équipement",
            "Taux ENT",
            "taux_ent",
            "% ENT",
            "Lycées équipés (%)",
            "Part des collèges publics équipés d’un ENT",
            "dont ENT",
            "ENT 2nd degré",
            "Équipés d’un ENT depuis 2010",
            "Taux ENT 2e trimestre 2010",
            "dont équipés",
            "Taux de couverture 2011",
            "Nombre de lycées dotés d’un ENT",
            "tauxEnt2011",
            "Collèges pourvus d’un espace numérique de travail",
            "Taux octobre 2011 ENT",
            "Taux de généralisation",
            "équipés",
            "ENT (oui/non)",
            "taux d’usage",
            "Lycées utilisateurs",
            "collèges non équipés",
        ] {
            assert_eq!(topic(header), Topic::Equipment, "{header}");
        }
    }

    #[test]
    fn a_name_that_says_nothing_is_bare() {
        for header in [
            "taux",
            "Part (%)",
            "%",
            "Taux lycées publics 2011",
            "Nombre de collèges",
            "Nb lycées pro",
            "Nb d’établissements",
            "total",
            "Effectif",
            "taux 2010-09",
            "Lycées",
            "valeur",
            "Taux au 31/12/2011",
            "Taux rentrée 2010",
        ] {
            assert_eq!(topic(header), Topic::Bare, "{header}");
        }
    }

    #[test]
    fn any_other_word_says_something_else() {
        for header in [
            "taux_de_reussite",
            "Taux de réussite",
            "Part des boursiers",
            "taux d’accès",
            "IPS",
            "raccordés à la fibre",
            "Collèges équipés de tablettes",
            "Établissements équipés Wi-Fi",
            "Taux de satisfaction",
            "Nombre d’élèves",
            "taux de chômage",
            "élèves équipés",
            "Équipements sportifs",
            "combien",
            "taux ENT fibre",
            "couverture mobile",
            "Part de lycées GAR",
            "Indice de position sociale",
            "Résultats du baccalauréat, session 2011",
            "Taux de redoublement",
            "Taux de couverture 4G",
            "Collèges raccordés à 100 Mb/s",
            "ENT 1er degré",
        ] {
            assert!(matches!(topic(header), Topic::Other(_)), "{header}: {:?}", topic(header));
        }
        for header in ["Évolution (%)", "Objectif 2015 (%)", "cible", "Écart ENT", "prévisions"]
        {
            assert!(matches!(topic(header), Topic::NoState(_)), "{header}");
        }
        assert!(matches!(topic("Taux ENT Cartable"), Topic::EquipmentAnd(_)));
    }

    #[test]
    fn rates_counts_and_negations_are_told_apart() {
        assert!(theme("Taux ENT").is_rate && theme("ENT (%)").is_rate);
        assert!(theme("Nb ENT").is_count && theme("dont ENT").is_count);
        for header in ["collèges non équipés", "sans ENT", "Nb de lycées sans ENT"] {
            assert!(theme(header).is_negated, "{header}");
        }
        assert!(!theme("ENT oui/non").is_negated && !theme("non").is_negated);
    }
}
