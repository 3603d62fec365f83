//! What kind of school: from the ministry's *nature* codes, or from labels and names.
//!
//! The codes are those of the ministry's *Base centrale des nomenclatures*. Which of them count as
//! a lycée or a collège was checked against the reference numbers of `territoires.csv`: natures
//! 300, 301, 302, 306, 310, 315 and 320 under the ministry of Education give its 2 432 public and
//! 1 814 private lycées of 2024 exactly; natures 340, 350 and 352 its 5 320 and 2 196 collèges.
//! Nature 307 is that of agricultural lycées, which are counted on request only.

use serde::{Deserialize, Serialize};

use super::super::SchoolType;
use crate::table::normalise;

/// The kind of a school that a map can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchoolKind {
    College,
    Lycee(LyceeKind),
}

/// The kinds of lycées.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LyceeKind {
    General,
    Technologique,
    GeneralTechnologique,
    /// Vocational.
    Professionnel,
    /// All of these.
    Polyvalent,
    /// Agricultural, with all its courses.
    Agricole,
    /// Experimental, climatic, or not told.
    Autre,
}

/// Public or private.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sector {
    Public,
    /// Private, under contract or not.
    Prive,
}

/// The ministry that a school answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Supervision {
    /// Education, which the régions' and départements' figures count.
    Education,
    /// Agriculture: agricultural lycées, counted on request.
    Agriculture,
    /// Armed forces, sea, justice: their lycées are not counted.
    Autre,
}

impl Sector {
    /// Both, in the order of a list.
    pub const ALL: [Self; 2] = [Self::Public, Self::Prive];

    /// « public », « privé ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Prive => "privé",
        }
    }
}

impl SchoolKind {
    /// « lycée professionnel ».
    pub fn label(self) -> &'static str {
        match self {
            Self::College => "collège",
            Self::Lycee(LyceeKind::General) => "lycée général",
            Self::Lycee(LyceeKind::Technologique) => "lycée technologique",
            Self::Lycee(LyceeKind::GeneralTechnologique) => "lycée général et technologique",
            Self::Lycee(LyceeKind::Professionnel) => "lycée professionnel",
            Self::Lycee(LyceeKind::Polyvalent) => "lycée polyvalent",
            Self::Lycee(LyceeKind::Agricole) => "lycée agricole",
            Self::Lycee(LyceeKind::Autre) => "lycée d’un autre type",
        }
    }

    /// Lycée or collège.
    pub fn school_type(self) -> SchoolType {
        match self {
            Self::College => SchoolType::College,
            Self::Lycee(_) => SchoolType::Lycee,
        }
    }
}

/// The kind behind a nature code; `None` for what is not a school of its own (334 and 335 are
/// sections of a lycée) or is no lycée or collège (400: post-secondary classes only).
pub fn kind_of_nature(code: &str) -> Option<SchoolKind> {
    use LyceeKind::*;
    Some(match code.trim() {
        "340" | "350" | "352" => SchoolKind::College,
        "300" => SchoolKind::Lycee(GeneralTechnologique),
        "301" => SchoolKind::Lycee(Technologique),
        "302" => SchoolKind::Lycee(General),
        "306" => SchoolKind::Lycee(Polyvalent),
        "307" => SchoolKind::Lycee(Agricole),
        "310" | "315" => SchoolKind::Lycee(Autre),
        "320" => SchoolKind::Lycee(Professionnel),
        _ => return None,
    })
}

/// A nature code, three digits, and the kind of school behind it; `None` for any other text, a blank
/// cell among them, which says nothing of the kind.
pub fn nature(code: &str) -> Option<Option<SchoolKind>> {
    let code = code.trim();
    let is_nature = code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit());
    is_nature.then(|| kind_of_nature(code))
}

/// The kind behind a label or a name: « LYCEE POLYVALENT », « Lycée professionnel Jean Moulin »,
/// « LP », « CLG ». Sections are not schools of their own.
pub fn kind_of_label(text: &str) -> Option<SchoolKind> {
    use LyceeKind::*;
    let text = text.to_lowercase();
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = normalised_words(&text);
    let has = |wanted: &str| words.iter().any(|word| word.starts_with(wanted));
    let is = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    if has("section") {
        return None;
    }
    if has("colleg") || is(&["clg", "col"]) {
        return Some(SchoolKind::College);
    }
    let (general, technological) = (has("general"), has("techno"));
    let kind = if has("agricol") || is(&["legta", "lpa"]) {
        Agricole
    } else if has("polyvalent") || is(&["lpo"]) {
        Polyvalent
    } else if has("profession") || is(&["lp", "lyc.pro"]) {
        Professionnel
    } else if (general && technological) || is(&["lgt", "legt"]) {
        GeneralTechnologique
    } else if technological || is(&["lt"]) {
        Technologique
    } else if general || is(&["lg"]) {
        General
    } else if has("lycee") || is(&["lyc"]) {
        Autre
    } else {
        return None;
    };
    // « Enseignement général » alone names no school.
    let named =
        has("lycee") || is(&["lyc", "lp", "lpo", "lgt", "legt", "lt", "lg", "legta", "lpa"]);
    named.then_some(SchoolKind::Lycee(kind))
}

/// The ministry behind its name: « AGRICULTURE », « MINISTERE DE L'EDUCATION NATIONALE »; `None`
/// where none is named.
pub fn supervision_of(text: &str) -> Option<Supervision> {
    let text = normalise(text);
    if text.is_empty() {
        None
    } else if text.contains("agricultur") {
        Some(Supervision::Agriculture)
    } else if text.contains("education") || text == "06" {
        Some(Supervision::Education)
    } else {
        Some(Supervision::Autre)
    }
}

/// The words of a text without accents.
fn normalised_words(text: &str) -> Vec<String> {
    text.split([' ', '-', '\'', '’', '_', '/', '(', ')'])
        .map(|word| normalise(word).into_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natures_and_labels_of_the_register_agree() {
        for (code, label) in [
            ("300", "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE"),
            ("301", "LYCEE D ENSEIGNEMENT TECHNOLOGIQUE"),
            ("302", "LYCEE D ENSEIGNEMENT GENERAL"),
            ("306", "LYCEE POLYVALENT"),
            ("307", "LYCEE ENS GENERAL TECHNO PROF AGRICOLE"),
            ("315", "LYCEE EXPERIMENTAL"),
            ("320", "LYCEE PROFESSIONNEL"),
            ("340", "COLLEGE"),
            ("352", "COLLEGE SPECIALISE"),
            ("334", "SECTION D ENSEIGNEMENT PROFESSIONNEL"),
            ("335", "SECTION ENSEIGT GENERAL ET TECHNOLOGIQUE"),
            ("400", "ECOLES COMPOSEES UNIQT DE STS ET OU CPGE"),
        ] {
            assert_eq!(kind_of_nature(code), kind_of_label(label), "{code} {label}");
        }
    }

    #[test]
    fn names_tell_the_kind_too() {
        use LyceeKind::*;
        for (name, kind) in [
            (
                "Lycée général et technologique Jean Moulin",
                Some(SchoolKind::Lycee(GeneralTechnologique)),
            ),
            ("Lycée Louis-le-Grand", Some(SchoolKind::Lycee(Autre))),
            ("LP Hélène Boucher", Some(SchoolKind::Lycee(Professionnel))),
            ("Collège privé Charles de Foucauld", Some(SchoolKind::College)),
            ("CLG Victor Hugo", Some(SchoolKind::College)),
            ("LYC Champollion", Some(SchoolKind::Lycee(Autre))),
            ("Lycée agricole de La Côte-Saint-André", Some(SchoolKind::Lycee(Agricole))),
            ("École élémentaire Jules Ferry", None),
        ] {
            assert_eq!(kind_of_label(name), kind, "{name}");
        }
    }

    #[test]
    fn ministries_are_told_apart() {
        assert_eq!(supervision_of("AGRICULTURE"), Some(Supervision::Agriculture));
        assert_eq!(supervision_of("DEFENSE"), Some(Supervision::Autre));
        let education = supervision_of("MINISTERE DE L'EDUCATION NATIONALE");
        assert_eq!(education, Some(Supervision::Education));
        assert_eq!(supervision_of(" "), None, "not told");
    }
}
