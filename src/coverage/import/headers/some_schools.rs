//! Names that speak of other schools than lycées and collèges, or of some that have no word here.

use super::subset::{Among, among};

/// Beginnings of the words of schools that are neither.
const STARTS: [&str; 5] = ["maternel", "elementair", "primair", "ecole", "universit"];

/// The same, as whole words.
const ALONE: [&str; 2] = ["cfa", "mfr"];

/// The word that says so.
pub(super) fn some_schools(words: &[&str]) -> Option<String> {
    let other = words.iter().find(|word| is_other_schools(word)).map(|word| (*word).to_owned());
    other.or_else(|| match among(words) {
        Among::Unclear(word) => Some(word),
        Among::All | Among::Some(_) => None,
    })
}

/// Whether a word names such schools wherever it stands.
pub(super) fn is_other_schools(word: &str) -> bool {
    ALONE.contains(&word) || STARTS.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::super::theme::{Aside, theme};

    #[test]
    fn other_schools_are_known_as_such() {
        for header in [
            "taux d’écoles équipées d’un ENT (%)",
            "taux ENT hors Paris",
            "LGT équipés hors Paris",
            "Collèges REP hors REP+ équipés",
            "CFA équipés",
            "Taux de lycées équipés d’un internat",
            "collèges dotés d’une ULIS",
            "écoles REP équipées",
        ] {
            let aside = theme(header).aside;
            assert!(matches!(aside, Some(Aside::SomeSchools(_))), "{header}: {aside:?}");
        }
    }

    #[test]
    fn lycees_and_colleges_are_not() {
        for header in [
            "lycées généraux, technologiques et professionnels équipés",
            "Total général",
            "LGT équipés",
            "lycées publics équipés",
            "Collèges REP+ équipés",
            "collèges privés hors contrat équipés d’un ENT",
        ] {
            assert_eq!(theme(header).aside, None, "{header}");
        }
    }
}
