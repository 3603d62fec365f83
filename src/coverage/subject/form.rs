//! How the words of a subject are built, so that they can be set into a sentence.
//!
//! Schools are *lycées*, *collèges*, *établissements*: masculine, and mostly plural. What follows
//! them agrees where it is a participle, and stands as it is where it is a clause. What is neither
//! is a name, and is quoted rather than forced into a grammar.

/// What some words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// « raccordés à la fibre ».
    Participle,
    /// « avec Wi-Fi ».
    With,
    /// « où la fibre arrive », « sans Wi-Fi », « disposant de tablettes ».
    Clause,
    /// « taux de réussite »: a figure with a name of its own, which is no share of schools.
    Quantity,
    /// « GAR »: a name.
    Label,
}

/// Masculine plurals of participles and adjectives that don't end in « és », with their singulars.
const PARTICIPLES: [(&str, &str); 22] = [
    ("admis", "admis"),
    ("choisis", "choisi"),
    ("compris", "compris"),
    ("connus", "connu"),
    ("couverts", "couvert"),
    ("desservis", "desservi"),
    ("dépourvus", "dépourvu"),
    ("fournis", "fourni"),
    ("garnis", "garni"),
    ("inclus", "inclus"),
    ("inscrits", "inscrit"),
    ("investis", "investi"),
    ("mis", "mis"),
    ("munis", "muni"),
    ("ouverts", "ouvert"),
    ("pourvus", "pourvu"),
    ("prévus", "prévu"),
    ("reconnus", "reconnu"),
    ("retenus", "retenu"),
    ("reçus", "reçu"),
    ("servis", "servi"),
    ("soumis", "soumis"),
];

const CLAUSES: [&str; 22] = [
    "à", "au", "aux", "bien", "dans", "dont", "en", "hors", "moins", "ne", "non", "où", "par",
    "peu", "plus", "pour", "qui", "sans", "selon", "sous", "sur", "très",
];

const QUANTITIES: [&str; 14] = [
    "effectif",
    "effectifs",
    "indice",
    "ips",
    "moyenne",
    "nb",
    "nombre",
    "part",
    "pourcentage",
    "proportion",
    "ratio",
    "score",
    "taux",
    "%",
];

/// What some words are.
pub(super) fn form(words: &str) -> Form {
    let first = words.split(' ').next().unwrap_or_default().to_lowercase();
    if participle(words).is_some() {
        Form::Participle
    } else if first == "avec" {
        Form::With
    } else if QUANTITIES.contains(&first.as_str()) {
        Form::Quantity
    } else if CLAUSES.contains(&first.as_str()) || first.ends_with("ant") || first.ends_with("ées")
    {
        Form::Clause
    } else {
        Form::Label
    }
}

/// The singular of the participle that some words begin with; `None` where they don't.
pub(super) fn participle(words: &str) -> Option<String> {
    let first = words.split(' ').next()?.to_lowercase();
    let listed = PARTICIPLES.iter().find(|(plural, _)| *plural == first);
    listed.map(|(_, singular)| (*singular).to_owned()).or_else(|| {
        let stem = first.strip_suffix("és").filter(|stem| !is_noun(stem))?;
        Some(format!("{stem}é"))
    })
}

/// « Qualité », « sécurité », « té »: what stands before the « é » is no stem of a participle.
fn is_noun(stem: &str) -> bool {
    stem.is_empty() || stem == "t" || stem.ends_with("it") || stem.ends_with("aut")
}

/// Words as they follow a plural: « Raccordé et relié » becomes « raccordés et reliés ».
pub(super) fn agreed(words: &str) -> String {
    let plural = each_participle(words, |word| {
        let word = word.to_lowercase();
        let listed = PARTICIPLES.iter().find(|(_, singular)| *singular == word);
        match listed {
            Some((plural, _)) => Some((*plural).to_owned()),
            None if word.strip_suffix('é').is_some_and(|stem| !is_noun(stem)) => {
                Some(format!("{word}s"))
            }
            None => participle(&word).map(|_| word),
        }
    });
    // « Avec Wi-Fi » and « Taux de réussite » lose their capital in the middle of a sentence.
    let (first, rest) = plural.split_at(plural.find(' ').unwrap_or(plural.len()));
    match form(&plural) {
        Form::Label | Form::Participle => plural,
        Form::With | Form::Clause | Form::Quantity
            if first.chars().skip(1).any(char::is_uppercase) =>
        {
            plural
        }
        Form::With | Form::Clause | Form::Quantity => format!("{}{rest}", first.to_lowercase()),
    }
}

/// Words as they follow a singular: « raccordé à la fibre ».
pub(super) fn singular(words: &str) -> String {
    each_participle(words, participle)
}

/// Changes the first word, and those that « et » or « ou » sets beside it.
fn each_participle(words: &str, change: impl Fn(&str) -> Option<String>) -> String {
    let mut before = "";
    let mut changed = Vec::new();
    for (rank, word) in words.split(' ').enumerate() {
        let coordinated =
            rank == 0 || (matches!(before, "et" | "ou") && word.ends_with(['é', 's']));
        let other = coordinated.then(|| change(word)).flatten();
        changed.push(other.unwrap_or_else(|| word.to_owned()));
        before = word;
    }
    changed.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_how_they_begin() {
        for (words, expected) in [
            ("raccordés à la fibre", Form::Participle),
            ("ouverts le samedi", Form::Participle),
            ("avec Wi-Fi", Form::With),
            ("où le Wi-Fi marche", Form::Clause),
            ("disposant de tablettes", Form::Clause),
            ("sans ENT", Form::Clause),
            ("taux de réussite", Form::Quantity),
            ("GAR", Form::Label),
            ("tablettes", Form::Label),
            ("accès à Internet", Form::Label),
        ] {
            assert_eq!(form(words), expected, "{words}");
        }
    }

    #[test]
    fn participles_agree_in_number_and_the_rest_stays() {
        for (plural, one) in [
            ("raccordés à la fibre", "raccordé à la fibre"),
            ("équipés et reliés au réseau", "équipé et relié au réseau"),
            ("pourvus de tablettes", "pourvu de tablettes"),
            ("compris dans le projet", "compris dans le projet"),
            ("équipés de tablettes et de claviers", "équipé de tablettes et de claviers"),
        ] {
            assert_eq!(singular(plural), one);
            assert_eq!(agreed(one), plural);
            assert_eq!(agreed(plural), plural);
        }
        assert_eq!(agreed("Taux de réussite"), "taux de réussite");
        assert_eq!(agreed("IPS moyen"), "IPS moyen");
        assert_eq!(agreed("Pronote"), "Pronote");
        assert_eq!(agreed("Qualité de service"), "Qualité de service");
    }
}
