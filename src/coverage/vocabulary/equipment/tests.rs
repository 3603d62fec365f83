use super::*;

fn all(expected: Option<Answer>, cells: &[&str]) {
    for cell in cells {
        assert_eq!(answer(cell), expected, "{cell:?}");
    }
}

#[test]
fn what_says_that_nothing_is_known_is_neither_yes_nor_no() {
    all(
        Some(Answer::Unknown),
        &[
            "nd",
            "NC",
            "n.c.",
            "?",
            "…",
            "ne sait pas",
            "Ne sait pas encore",
            "NSP",
            "non renseigné",
            "Non réponse",
            "sans réponse",
            "n'a pas répondu",
            "Pas de réponse",
            "en attente de réponse",
            "inconnu",
            "à confirmer",
            "À vérifier",
            "à préciser",
            "Sans objet",
            "non concerné",
            "non communiqué",
            "#N/A",
            "aucune information",
            "partiel",
            "en partie",
            "peut-être",
            "Autre",
            "à définir",
            "RAS",
            "R.A.S.",
            "rien à signaler",
            "ne répond pas",
            "voir commentaire",
            "idem",
            "oui/non",
            "suspendu",
        ],
    );
}

#[test]
fn negations_say_no_however_they_are_written() {
    all(
        Some(Answer::No),
        &[
            "non",
            "NON",
            "N",
            "0",
            "0.0",
            "0,0",
            "faux",
            "False",
            "no",
            "Non équipé",
            "pas équipé",
            "pas d'ENT",
            "Pas d’ENT",
            "pas encore",
            "sans ENT",
            "Sans",
            "aucun",
            "Aucun ENT",
            "aucune",
            "Néant",
            "NEANT",
            "abandonné",
            "ENT abandonné",
            "projet abandonné",
            "refus",
            "rien",
            "jamais",
            "non (projet)",
            "inexistant",
            "ENT : non",
            "n'a pas d'ENT",
            "l'établissement n'est pas équipé",
            "non, prévu en 2013",
            "Non équipé (prévu 2012)",
            "Abandon",
            "arrêté en 2010",
            "ENT résilié",
            "Avis défavorable",
            "désactivé",
            "✗",
            "Dépourvu",
            "dépourvue d’ENT",
            "2 - Non",
            "0 : non",
            "2) pas d’ENT",
        ],
    );
}

#[test]
fn a_word_of_the_survey_or_a_doubt_leaves_the_school_unknown() {
    all(
        Some(Answer::Unknown),
        &[
            "Pas encore répondu",
            "Pas vérifié",
            "Jamais interrogé",
            "Pas concerné",
            "Non joignable",
            "Non contacté",
            "Non enquêté",
            "Non confirmé",
            "Pas de retour",
            "Non : retour attendu",
            "Injoignable",
            "Relancé",
            "Incomplet",
            "Oui ?",
            "non ?",
            "Oui (à confirmer)",
            "oui, à vérifier",
            "Non évalué",
            "Non fourni",
            "Pas de données",
            "Pas d’info",
            "non su",
            "(vide)",
            "A étudier",
            "À relancer",
        ],
    );
    all(Some(Answer::Yes), &["oui, confirmé"]);
}

#[test]
fn what_is_planned_or_under_way_is_neither_yes_nor_no() {
    all(
        Some(Answer::Planned),
        &[
            "en cours",
            "En cours",
            "prévu 2012",
            "prévue",
            "à venir",
            "à l'étude",
            "À l’étude",
            "étude préalable",
            "en projet",
            "Projet en cours",
            "bientôt",
            "déploiement en cours",
            "en cours de déploiement",
            "expérimentation",
            "pilote",
            "en test",
            "planifié",
            "programmé pour 2013",
            "oui, prévu",
            "équipement prévu",
            "rentrée prochaine",
            "d'ici 2013",
            "En projet pour 2013",
            "demande déposée",
            "vague 2",
            "travaux",
            "à déployer",
            "en phase de test",
            "3 - En cours",
            "Oui à terme",
            "Oui si budget",
            "Reporté",
            "Repoussé à 2014",
            "Différé",
            "Gelé",
            "Projet",
            "Projet 2013",
            "e-lyco (projet)",
            "Appel d'offres",
            "Convention signée",
        ],
    );
}

#[test]
fn a_yes_may_have_a_precision() {
    all(
        Some(Answer::Yes),
        &[
            "oui",
            "Oui",
            "OUI",
            "o",
            "1",
            "1.0",
            "1,0",
            "x",
            "X",
            "vrai",
            "TRUE",
            "yes",
            "ENT",
            "équipé",
            "Équipée",
            "déployé",
            "généralisé",
            "doté d'un ENT",
            "oui (e-lyco)",
            "Oui depuis 2010",
            "équipé depuis 2010",
            "a un ENT",
            "présent",
            "✓",
            "en service (ENT actif)",
            "1 - Oui",
            "1. Équipé",
            "1=oui",
        ],
    );
}

#[test]
fn any_other_word_is_left_to_its_column() {
    all(
        None,
        &["", " ", "e-lyco", "Léo", "Cartable 38", "oui mais non", "oui, sans problème", "12"],
    );
}

#[test]
fn marks_are_signs_and_not_words() {
    for cell in ["x", "X", "1", "1.0", "✓", " x "] {
        assert!(is_mark(cell), "{cell:?}");
    }
    for cell in ["", "non", "0", "e-lyco"] {
        assert!(!is_mark(cell), "{cell:?}");
    }
}
