//! The names that columns go by.

use std::{collections::BTreeMap, sync::LazyLock};

use super::Meaning;
use crate::table::normalise;

/// The synonym table, as CSV with `;`: a meaning, then a name for it. Anyone may add lines.
pub const SYNONYMS_CSV: &str = include_str!("../../../../assets/synonymes.csv");

/// What a name says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Means(Meaning),
    /// A known column that nothing here needs.
    Ignored,
}

/// A synonym found in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub sense: Sense,
    /// The words of the header that are the synonym, as the header writes them; all of it when
    /// `exact`.
    pub words: String,
    pub exact: bool,
}

/// Names too common to mean anything inside a longer one: a « code » is not that of a territory
/// because of its name.
const ONLY_ALONE: [&str; 50] = [
    "code",
    "nom",
    "type",
    "date",
    "note",
    "notes",
    "source",
    "sources",
    "id",
    "identifiant",
    "zone",
    "lieu",
    "libelle",
    "name",
    "annee",
    "annees",
    "year",
    "mois",
    "month",
    "statut",
    "etat",
    "projet",
    "niveau",
    "ent",
    "valeur",
    "lien",
    "champ",
    "jour",
    "reference",
    "references",
    "observation",
    "observations",
    "precision",
    "precisions",
    "ensemble",
    "effectif",
    "etablissement",
    "etablissements",
    "ouverture",
    "solution",
    "produit",
    "phase",
    "etape",
    "qualite",
    "confiance",
    "ratio",
    "nature",
    "commune",
    "ville",
    "periode",
];

/// Short names that may stand inside a longer one all the same.
const SHORT_AND_CLEAR: [&str; 6] = ["uai", "rne", "dep", "pct", "tx", "%"];

/// Names with fewer letters are only matched whole.
const SHORTEST_INSIDE: usize = 4;

/// The most words that one synonym may have.
const MOST_WORDS: usize = 8;

/// The table, by normalised name.
pub(super) struct Synonyms {
    by_name: BTreeMap<String, Sense>,
}

impl Synonyms {
    /// The embedded table.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Synonyms> = LazyLock::new(|| Synonyms::parse(SYNONYMS_CSV).0);
        &EMBEDDED
    }

    /// Reads a table, and tells the lines that could not be read. Of two meanings for one name,
    /// the first stays.
    fn parse(text: &str) -> (Self, Vec<String>) {
        let mut synonyms = Self { by_name: BTreeMap::new() };
        let mut problems = Vec::new();
        let lines = text.trim_start_matches('\u{feff}').lines().skip(1);
        for line in lines.filter(|line| !line.trim().is_empty()) {
            let sense = line.split_once(';').and_then(|(word, name)| {
                let sense = match word.trim() {
                    "ignorer" => Sense::Ignored,
                    word => Sense::Means(Meaning::from_word(word)?),
                };
                Some((sense, normalise(name).into_owned()))
            });
            match sense {
                Some((sense, name)) if !synonyms.by_name.contains_key(&name) => {
                    synonyms.by_name.insert(name, sense);
                }
                _ => problems.push(line.to_owned()),
            }
        }
        (synonyms, problems)
    }

    /// Whether the whole name is one of dates or years.
    pub fn is_date(&self, header: &str) -> bool {
        let sense = self.by_name.get(normalise(header.trim()).as_ref());
        matches!(sense, Some(Sense::Means(Meaning::Date | Meaning::Annee)))
    }

    /// The synonyms in a header, the likeliest first: the whole header, else what it contains.
    pub fn find(&self, header: &str) -> Vec<Hit> {
        let whole = header.trim();
        if let Some(sense) = self.by_name.get(normalise(whole).as_ref()) {
            return vec![Hit { sense: *sense, words: whole.to_owned(), exact: true }];
        }
        let words = words(whole);
        let mut hits: Vec<(u8, usize, Hit)> = Vec::new();
        for first in 0..words.len() {
            for last in first..words.len().min(first + MOST_WORDS) {
                let name: String = words[first..=last].iter().map(|word| normalise(word)).collect();
                if let Some(Sense::Means(meaning)) = self.inside(&name) {
                    let words = words[first..=last].join(" ");
                    let hit = Hit { sense: Sense::Means(meaning), words, exact: false };
                    hits.push((precedence(meaning), name.len(), hit));
                }
            }
        }
        // Sorting is stable: of two equal ones, the first in the header.
        hits.sort_by_key(|(precedence, length, _)| std::cmp::Reverse((*precedence, *length)));
        hits.into_iter().map(|(.., hit)| hit).collect()
    }

    fn inside(&self, name: &str) -> Option<Sense> {
        let long = name.chars().count() >= SHORTEST_INSIDE && !ONLY_ALONE.contains(&name);
        let clear = long || SHORT_AND_CLEAR.contains(&name);
        self.by_name.get(name).copied().filter(|_| clear)
    }
}

/// « Taux de lycées équipés » is a share though it speaks of equipped schools, and « Total équipés »
/// counts these though it says total.
fn precedence(meaning: Meaning) -> u8 {
    match meaning {
        Meaning::Taux => 3,
        Meaning::Equipes => 2,
        Meaning::Total => 0,
        _ => 1,
    }
}

/// The words of a header: between blanks and signs, and where a capital follows a small letter
/// (`codeDepartement`). A percent sign is a word.
fn words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_small = false;
    for letter in header.chars() {
        if letter == '%' || (after_small && letter.is_uppercase()) {
            words.push(String::new());
        }
        // An accent that stands apart belongs to its letter.
        if letter.is_alphanumeric() || letter == '%' || ('\u{300}'..='\u{36f}').contains(&letter) {
            if let Some(word) = words.last_mut() {
                word.push(letter);
            }
        } else {
            words.push(String::new());
        }
        after_small = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(header: &str) -> Option<Meaning> {
        match Synonyms::embedded().find(header).first()?.sense {
            Sense::Means(meaning) => Some(meaning),
            Sense::Ignored => None,
        }
    }

    #[test]
    fn every_line_of_the_table_is_read_and_no_name_has_two_meanings() {
        let (synonyms, problems) = Synonyms::parse(SYNONYMS_CSV);
        assert_eq!(problems, [""; 0]);
        assert_eq!(synonyms.by_name.len(), SYNONYMS_CSV.lines().count() - 1);
        let (_, problems) = Synonyms::parse("sens;synonyme\nuai;a\nnom;A\nrien;b\nuai\n");
        assert_eq!(problems, ["nom;A", "rien;b", "uai"]);
    }

    #[test]
    fn a_name_is_known_whatever_its_case_accents_and_hyphens() {
        for header in [
            "numero_uai",
            "UAI",
            "Code établissement",
            "Identifiant_de_l_etablissement",
            "Numero_d_etablissement",
            "Code_RNE",
            "Numéro UAI de l’établissement",
        ] {
            assert_eq!(meaning(header), Some(Meaning::Uai), "{header}");
        }
        for header in ["Code_departement", "CODE DÉPARTEMENT", "codeDepartement", "code-dep"] {
            assert_eq!(meaning(header), Some(Meaning::CodeDepartement), "{header}");
        }
    }

    #[test]
    fn a_longer_name_is_known_by_what_it_contains() {
        for (header, expected) in [
            ("Taux de lycées équipés en 2011", Some(Meaning::Taux)),
            ("Lycées équipés (%)", Some(Meaning::Taux)),
            ("Nombre de lycées équipés d’un ENT", Some(Meaning::Equipes)),
            ("Total équipés", Some(Meaning::Equipes)),
            ("Total lycées", Some(Meaning::Total)),
            ("Département de l’établissement", Some(Meaning::NomDepartement)),
            ("code du produit", None),
            ("date de mise à jour", None),
            ("repartition", None),
            ("code_ministere", None),
            ("", None),
        ] {
            assert_eq!(meaning(header), expected, "{header}");
        }
    }
}
