//! Names that speak of some of the lycées or collèges only, or of other schools.

use super::words::{GENERAL, SCHOOLS, SOME_SCHOOLS, SOME_SCHOOLS_ALONE, VOCATIONAL};

/// The word that says so. General and vocational lycées together are all of them.
pub(super) fn some_schools(words: &[&str]) -> Option<String> {
    let is_general = |at: usize| {
        let after_schools =
            at > 0 && (SCHOOLS.contains(&words[at - 1]) || GENERAL.contains(&words[at - 1]));
        // « Total général » is of all.
        GENERAL.contains(&words[at])
            || (after_schools && matches!(words[at], "general" | "generale"))
    };
    let other = words.iter().find(|word| is_some_schools(word));
    let general = (0..words.len()).find(|at| is_general(*at)).map(|at| words[at]);
    let vocational = words.iter().find(|word| VOCATIONAL.contains(word));
    // « Hors contrat » is a sector.
    let without = words.windows(2).find(|run| run[0] == "hors" && run[1] != "contrat");
    let word = match (other, general, vocational) {
        (Some(other), ..) => Some(*other),
        (None, Some(_), Some(_)) => None,
        (None, general, vocational) => general.or(vocational.copied()),
    };
    word.map(str::to_owned).or_else(|| without.map(|run| run.join(" ")))
}

/// Whether a word names such schools wherever it stands.
pub(super) fn is_some_schools(word: &str) -> bool {
    SOME_SCHOOLS_ALONE.contains(&word) || SOME_SCHOOLS.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::super::theme::{Aside, theme};

    #[test]
    fn some_of_the_schools_are_known_as_such() {
        for header in [
            "lycées agricoles équipés (%)",
            "taux équipement lycées généraux (%)",
            "taux ENT collèges REP+ (%)",
            "taux d’écoles équipées d’un ENT (%)",
            "Nb lycées pro",
            "LGT équipés",
            "lycées d’enseignement général équipés",
            "taux ENT hors Paris",
            "collèges ruraux dotés d’un ENT",
        ] {
            let aside = theme(header).aside;
            assert!(matches!(aside, Some(Aside::SomeSchools(_))), "{header}: {aside:?}");
        }
    }

    #[test]
    fn all_of_them_are_not() {
        for header in [
            "lycées généraux, technologiques et professionnels équipés",
            "Total général",
            "LGT et LP équipés",
            "lycées publics équipés",
            "collèges privés hors contrat équipés d’un ENT",
            "Taux ENT 2nd degré",
            "établissements du second degré équipés",
        ] {
            assert_eq!(theme(header).aside, None, "{header}");
        }
    }
}
