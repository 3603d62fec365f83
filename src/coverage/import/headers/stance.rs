//! What a name says beside the thing that it names: that schools have none of it, or that they had,
//! ask for or will have it.

use super::{
    cut::{shorten_espace_numerique, split_words},
    negation::{is_equipment, looks_elsewhere, negates},
    other_words::{OTHER_FIGURES, PEOPLE},
    theme::{Topic, is_another_thing, theme},
    words::begins,
};

/// What the name of a file or of a column says of the schools below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coverage::import) enum Stance {
    /// Nothing of an ENT.
    Silent,
    /// That they have one.
    Equipped,
    /// Likely that they have one, beside a word that is not known: « export_ENT_v2 ».
    EquippedPerhaps,
    /// That they have none, or that they had, ask for or will have one; or it speaks of what goes
    /// with an ENT: « référents ENT ».
    Otherwise,
}

/// Reads the name of a file or of a column.
pub(in crate::coverage::import) fn stance(text: &str) -> Stance {
    let split = split_words(text);
    let mut words: Vec<&str> = split.iter().map(String::as_str).collect();
    shorten_espace_numerique(&mut words);
    let names_equipment = words.iter().any(|word| is_equipment(word));
    match () {
        () if !names_equipment => Stance::Silent,
        // Whatever stands beside a negation, such a name says of no school that it is equipped.
        () if (0..words.len()).any(|rank| negates(&words, rank)) => Stance::Otherwise,
        () if looks_elsewhere(&words).is_some() => Stance::Otherwise,
        () if words.iter().any(|word| goes_with_an_ent(word)) => Stance::Otherwise,
        () => match theme(text).topic {
            Topic::Bare | Topic::Equipment => Stance::Equipped,
            Topic::EquipmentAnd(_) | Topic::NoState(_) | Topic::Other(_) => Stance::EquippedPerhaps,
        },
    }
}

/// Whether a word names people, or what is done about an ENT where there may be none yet.
fn goes_with_an_ent(word: &str) -> bool {
    is_another_thing(word) || [&PEOPLE[..], &OTHER_FIGURES].iter().any(|list| begins(word, list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_negates_or_plans_says_of_no_school_that_it_is_equipped() {
        for name in [
            "non_equipes",
            "liste_UAI_sans_ENT",
            "ENT_prevus",
            "lycees_a_equiper_2013",
            "UAI non équipés",
            "collegesSansEnt",
            "UAI dépourvus d’ENT",
            "demandes ENT 2012",
            "pas-encore-équipés",
            "anciens ENT",
            "ENT abandonnés",
            "futurs équipés",
            "candidats_ENT",
            "aucun_ENT",
            "ENT (en cours de déploiement)",
            "lycées hors ENT",
            "à doter d’un ENT",
            "arrêt de l’ENT",
        ] {
            assert_eq!(stance(name), Stance::Otherwise, "{name}");
        }
        for name in [
            "equipes",
            "UAI équipés",
            "lycees_ENT_2011",
            "Équipés fin 2011",
            "Équipés fin décembre 2011",
            "dotés d’un ENT",
            "a un ENT",
            "équipés hors contrat",
            "espace numérique de travail",
        ] {
            assert_eq!(stance(name), Stance::Equipped, "{name}");
        }
        for name in [
            "referents_ENT",
            "Contacts ENT 2023",
            "formation ENT",
            "Administrateur de l’ENT",
            "comptes_ENT",
            "tickets ENT",
        ] {
            assert_eq!(stance(name), Stance::Otherwise, "{name}");
        }
        for name in ["export_ENT_v2", "ENT Cartable 04", "Liste équipés Dupont"] {
            assert_eq!(stance(name), Stance::EquippedPerhaps, "{name}");
        }
        for name in ["annuaire", "fermetures", "non", "projets"] {
            assert_eq!(stance(name), Stance::Silent, "{name}");
        }
    }
}
