//! Whether a school is open.

use super::tokens;

/// What a cell says of a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coverage) enum Opening {
    /// It is open, or will only open or close later.
    Open,
    /// It is closed.
    Closed,
}

/// « OUVERT », « FERME », « Fermé le 31/08/2010 », « fermeture définitive ». « À fermer » is still
/// open, and « à ouvrir » is counted as the reference counts it. `None` for any other text.
pub(in crate::coverage) fn opening(cell: &str) -> Option<Opening> {
    let words = tokens(cell);
    let has = |beginnings: &[&str]| {
        words.iter().any(|word| beginnings.iter().any(|start| word.starts_with(start)))
    };
    let is = |whole: &[&str]| words.iter().any(|word| whole.contains(&word.as_str()));
    let later = words.first().is_some_and(|word| word == "a")
        || has(&["prevu", "prochain", "programm", "futur"]);
    let negated = is(&["non", "pas", "plus", "n"]);
    if has(&["ferme", "ferm", "clos", "clotur", "supprim", "desaffect", "disparu", "dissou"])
        || is(&["inactif", "inactive", "inactifs"])
    {
        let open = later || negated;
        return Some(if open { Opening::Open } else { Opening::Closed });
    }
    if has(&["ouver", "ouvr"]) || is(&["actif", "active", "activite", "existant", "fonctionnement"])
    {
        return Some(if negated && !later { Opening::Closed } else { Opening::Open });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_school_is_closed_whatever_the_wording() {
        for cell in [
            "FERME",
            "Fermé",
            "fermée",
            "Fermé le 31/08/2010",
            "fermeture au 1er septembre 2012",
            "Fermé définitivement",
            "établissement fermé",
            "Inactif",
            "SUPPRIME",
            "clos",
            "n'est plus en activité",
            "Plus ouvert",
        ] {
            assert_eq!(opening(cell), Some(Opening::Closed), "{cell}");
        }
        for cell in [
            "OUVERT",
            "ouverte",
            "A OUVRIR",
            "à fermer",
            "A FERMER",
            "Actif",
            "en activité",
            "fermeture prévue en 2030",
            "Ouvert depuis 1973",
            "non fermé",
        ] {
            assert_eq!(opening(cell), Some(Opening::Open), "{cell}");
        }
        for cell in ["", "1", "oui", "Public"] {
            assert_eq!(opening(cell), None, "{cell}");
        }
    }
}
