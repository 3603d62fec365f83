//! Which indicators there are, in the order in which they are shown.

use super::{
    super::{SchoolType, Stage},
    Aspect, Scope,
};
use crate::{coverage::Subject, french::capitalised, territory::Level};

/// An indicator before it is computed.
pub(super) struct Entry {
    pub id: &'static str,
    pub label: String,
    pub scope: Scope,
    pub kind: Kind,
    /// The key of what was announced of it.
    pub announcement: Option<&'static str>,
}

/// What is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Territories are counted.
    Territories,
    /// The share of a type of schools in France.
    Share(SchoolType),
    /// Schools of both types in France.
    Schools,
    /// Nothing: it was announced, and such data don't tell it.
    Absent,
}

/// All of them, for a subject. What only the announcements tell is there where they are compared.
pub(super) fn catalogue(subject: &Subject) -> Vec<Entry> {
    use Level::{Academie, Departement, Region};
    use SchoolType::{College, Lycee};
    let of_type = |school_type| Subject { school_type, ..subject.clone() };
    let all_equipped = |id, level: Level, school_type| {
        let territories = capitalised(level.plural());
        let label = of_type(school_type).complete_territories(&territories);
        let scope = Scope { level, school_type: Some(school_type), aspect: Aspect::Share };
        Entry { id, label, scope, kind: Kind::Territories, announcement: Some(id) }
    };
    let counted = |school_type| capitalised(&of_type(school_type).counted_schools());
    let mut entries = vec![
        Entry {
            id: "etablissements_equipes",
            label: capitalised(&subject.counted_establishments()),
            scope: nation(None),
            kind: Kind::Schools,
            announcement: Some("etablissements_equipes"),
        },
        Entry {
            id: "lycees_equipes",
            label: counted(Lycee),
            scope: nation(Some(Lycee)),
            kind: Kind::Share(Lycee),
            announcement: None,
        },
        Entry {
            id: "colleges_equipes",
            label: counted(College),
            scope: nation(Some(College)),
            kind: Kind::Share(College),
            announcement: None,
        },
        all_equipped("regions_lycees_100", Region, Lycee),
        all_equipped("departements_colleges_100", Departement, College),
    ];
    for level in [Academie, Region, Departement] {
        entries.extend(engaged(level));
    }
    if !subject.is_announced() {
        return entries;
    }
    entries.extend([
        absent(
            "etablissements_generalisation",
            "Établissements concernés par un projet de généralisation",
        ),
        absent("comptes_crees", "Comptes utilisateurs créés"),
        absent("comptes_generalisation", "Comptes correspondant aux projets de généralisation"),
    ]);
    entries
}

fn nation(school_type: Option<SchoolType>) -> Scope {
    Scope { level: Level::France, school_type, aspect: Aspect::Share }
}

fn absent(id: &'static str, label: &'static str) -> Entry {
    let label = label.to_owned();
    Entry { id, label, scope: nation(None), kind: Kind::Absent, announcement: Some(id) }
}

/// The territories of a level that are engaged at all, then at each stage, the latest first.
fn engaged(level: Level) -> [Entry; 4] {
    use Stage::{EtudePrealable, Experimentation, Generalisation};
    let texts = match level {
        Level::Academie => [
            ("academies_engagees", "Académies engagées dans au moins un projet"),
            ("academies_generalisation", "Académies concernées par un projet en généralisation"),
            ("academies_experimentation", "Académies concernées par un projet en expérimentation"),
            ("academies_etude_prealable", "Académies concernées par une étude préalable"),
        ],
        Level::Region | Level::France => [
            ("regions_engagees", "Régions engagées dans au moins un projet"),
            ("regions_generalisation", "Régions concernées par un projet en généralisation"),
            ("regions_experimentation", "Régions concernées par un projet en expérimentation"),
            ("regions_etude_prealable", "Régions concernées par une étude préalable"),
        ],
        Level::Departement => [
            ("departements_engages", "Départements engagés dans au moins un projet"),
            (
                "departements_generalisation",
                "Départements concernés par un projet en généralisation",
            ),
            (
                "departements_experimentation",
                "Départements concernés par un projet en expérimentation",
            ),
            ("departements_etude_prealable", "Départements concernés par une étude préalable"),
        ],
    };
    let aspects = [
        Aspect::AnyStage,
        Aspect::Stage(Generalisation),
        Aspect::Stage(Experimentation),
        Aspect::Stage(EtudePrealable),
    ];
    let announced = |aspect| match (level, aspect) {
        (Level::Academie, Aspect::AnyStage) => true,
        (_, Aspect::Stage(stage)) => stage == Generalisation,
        _ => false,
    };
    let mut aspects = aspects.into_iter();
    texts.map(|(id, label)| {
        let aspect = aspects.next().unwrap_or(Aspect::AnyStage);
        Entry {
            id,
            label: label.to_owned(),
            scope: Scope { level, school_type: None, aspect },
            kind: Kind::Territories,
            announcement: announced(aspect).then_some(id),
        }
    })
}
