//! Words of stages, measures, plans and evidence.

use super::tokens;
use crate::{
    coverage::{Evidence, Measure, Stage},
    table::normalise,
};

/// « Étude préalable », « expérimentation en cours », « généralisé ». A text that names two stages,
/// or takes one back, names none.
pub(in crate::coverage) fn stage(text: &str) -> Option<Stage> {
    let words = tokens(text);
    let begins = |start: &str| words.iter().any(|word| word.starts_with(start));
    if words.iter().any(|word| ["non", "pas", "aucun", "aucune", "sans"].contains(&word.as_str()))
        || begins("abandon")
    {
        return None;
    }
    match (begins("etud"), begins("experiment"), begins("generalis")) {
        (true, false, false) => Some(Stage::EtudePrealable),
        (false, true, false) => Some(Stage::Experimentation),
        (false, false, true) => Some(Stage::Generalisation),
        _ => None,
    }
}

/// « déployé », « équipement », « usage », « utilisation ».
pub(in crate::coverage) fn measure(text: &str) -> Option<Measure> {
    let words = tokens(text);
    let begins = |starts: &[&str]| {
        words.iter().any(|word| starts.iter().any(|start| word.starts_with(start)))
    };
    match (begins(&["deplo", "equip", "couv"]), begins(&["usage", "utilis", "frequent"])) {
        (true, false) => Some(Measure::Deploye),
        (false, true) => Some(Measure::Usage),
        _ => None,
    }
}

/// Whether the row is planned: « prévu », « objectif »; « réalisé », « constaté ».
pub(in crate::coverage) fn planned(text: &str) -> Option<bool> {
    let plain = normalise(text);
    let begins = |starts: &[&str]| starts.iter().any(|start| plain.starts_with(start));
    if begins(&["prevu", "prevision", "planifie", "objectif", "cible", "annonce", "programme"]) {
        Some(true)
    } else if begins(&["realise", "constate", "observe", "effectif", "fait", "acheve"]) {
        Some(false)
    } else {
        None
    }
}

/// « documenté », « borne inférieure ».
pub(in crate::coverage) fn evidence(text: &str) -> Option<Evidence> {
    let plain = normalise(text);
    Evidence::ALL.into_iter().find(|evidence| normalise(evidence.label()) == plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_however_they_are_written() {
        assert_eq!(stage("Étude préalable"), Some(Stage::EtudePrealable));
        assert_eq!(stage("en expérimentation"), Some(Stage::Experimentation));
        assert_eq!(stage("généralisé"), Some(Stage::Generalisation));
        for text in ["", "abandon de la généralisation", "pas d’étude", "en cours"] {
            assert_eq!(stage(text), None, "{text}");
        }
        assert_eq!(measure("usages"), Some(Measure::Usage));
        assert_eq!(measure("Déploiement"), Some(Measure::Deploye));
        assert_eq!(measure("usage de l’équipement"), None);
        assert_eq!(planned("Prévue"), Some(true));
        assert_eq!(planned("réalisé"), Some(false));
        assert_eq!(planned("peut-être"), None);
    }

    #[test]
    fn every_evidence_is_read_from_its_own_label() {
        for one in Evidence::ALL {
            assert_eq!(evidence(&one.label().to_uppercase()), Some(one));
        }
        assert_eq!(evidence("a_confirmer"), Some(Evidence::AConfirmer));
    }
}
