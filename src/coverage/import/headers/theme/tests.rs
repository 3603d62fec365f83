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
    for header in [
        "ENT prévu",
        "ENT souhaité",
        "Demande ENT",
        "Éligible ENT",
        "Abandon ENT",
        "Projet ENT",
        "Ancien ENT",
        "Collèges à équiper",
        "ENT (en cours)",
        "Fin de l’ENT",
        "non dépourvu d’ENT",
    ] {
        assert!(matches!(topic(header), Topic::NoState(_)), "{header}: {:?}", topic(header));
    }
    for header in ["Formation ENT", "ENT non payant", "Taux d’absence"] {
        assert!(matches!(topic(header), Topic::Other(_)), "{header}: {:?}", topic(header));
    }
    for header in ["Évolution (%)", "Objectif 2015 (%)", "cible", "Écart ENT", "prévisions"] {
        assert!(matches!(topic(header), Topic::NoState(_)), "{header}");
    }
    assert!(matches!(topic("Taux ENT Cartable"), Topic::EquipmentAnd(_)));
}

#[test]
fn rates_counts_and_negations_are_told_apart() {
    assert!(theme("Taux ENT").is_rate && theme("ENT (%)").is_rate);
    assert!(theme("Nb ENT").is_count && theme("dont ENT").is_count);
    for header in [
        "collèges non équipés",
        "sans ENT",
        "Nb de lycées sans ENT",
        "Absence d’ENT",
        "Dépourvus d’ENT",
    ] {
        assert!(theme(header).is_negated, "{header}");
    }
    assert!(!theme("ENT oui/non").is_negated && !theme("non").is_negated);
}
