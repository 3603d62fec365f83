//! The card of a school.

use super::{
    NOT_TOLD,
    schools::{SchoolStatus, kind_of, name_of},
};
use crate::{
    coverage::{
        Counted, Dataset, Measure, Subject,
        school::{Equipment, FileRow, KnownAt, NotCounted, School, SchoolList, Uai},
    },
    french,
    project::Reading,
    territory::{Level, Registry, TerritoryId},
};

/// All that a panel says about one school, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct SchoolCard {
    /// Its number.
    pub uai: Uai,
    /// As the list writes it; its number where it writes none.
    pub name: String,
    /// « Lycée polyvalent public ».
    pub kind: String,
    /// Whether it has what is counted, on the chosen date.
    pub status: SchoolStatus,
    /// « Équipé depuis le 1er septembre 2011 », « Équipement inconnu ».
    pub headline: String,
    /// Short lines: label and content.
    pub facts: Vec<(&'static str, String)>,
    /// Why it is not counted; `None` when it is.
    pub not_counted: Option<NotCounted>,
    /// The territories that it lies in, for going there: département, académie, région.
    pub within: Vec<(TerritoryId, String)>,
    /// Longitude and latitude, in degrees.
    pub position: Option<[f64; 2]>,
    /// What is not known, in sentences.
    pub unknowns: Vec<String>,
}

impl SchoolCard {
    /// The card of a school of the data; `None` where no list has it.
    pub fn new(reading: &Reading, dataset: &Dataset, uai: Uai) -> Option<Self> {
        let list = dataset.schools();
        let school = list.get(uai)?;
        let document = &reading.document;
        let status = SchoolStatus::of(KnownAt::of_list(list, document.date), school);
        let within = within(school, reading);
        // Lists of schools say what is deployed.
        let subject = reading.name.subject.measured_by(Measure::Deploye);
        let words = Words::of(&subject);
        let mut facts = vec![("UAI", school.uai.to_string())];
        if !school.commune.is_empty() {
            facts.push(("Commune", school.commune.clone()));
        }
        for (id, name) in &within {
            facts.push((label(id.level()), name.clone()));
        }
        if let Some(equipment) = &school.equipment {
            if !equipment.project.is_empty() {
                facts.push(("Projet", equipment.project.clone()));
            }
            facts.push(match list.date() {
                Some(day) => (words.known_at, french::day(day)),
                None => (words.date, NOT_TOLD.to_owned()),
            });
            let absence = || format!("son absence de la liste des {}", subject.holders().label());
            let source = equipment.row.map_or_else(absence, |row| stands(list, row));
            facts.push((words.source, source));
        }
        facts.push(("Établissement d’après", stands(list, school.row)));
        Some(Self {
            uai: school.uai,
            name: name_of(school),
            kind: french::capitalised(&kind_of(school)),
            status,
            headline: headline(school, status, &subject),
            facts,
            not_counted: dataset.perimeter().leaves_out(school),
            within,
            position: school.position,
            unknowns: unknowns(school, status, reading, dataset, &words),
        })
    }
}

/// « liste.csv, ligne 12 ».
fn stands(list: &SchoolList, (file, line): FileRow) -> String {
    let name = list.files().get(file).map_or("", String::as_str);
    format!("{name}, ligne {}", french::integer(line.into()))
}

/// What is said of a school, for the ENT and for anything else.
struct Words {
    known_at: &'static str,
    date: &'static str,
    source: &'static str,
    matter: &'static str,
    untold: &'static str,
    neither: &'static str,
    contradicted: &'static str,
    since_untold: &'static str,
}

impl Words {
    fn of(subject: &Subject) -> Self {
        match subject.counted {
            Counted::Ent => Self {
                known_at: "Équipement connu au",
                date: "Date de l’équipement",
                source: "Équipement d’après",
                matter: "son équipement",
                untold: "Aucun fichier ne dit si cet établissement est équipé.",
                neither: "Le fichier ne dit ni qu’il est équipé, ni qu’il ne l’est pas.",
                contradicted: "l’une le dit équipé, l’autre non",
                since_untold: "Le fichier ne dit pas depuis quand il est équipé.",
            },
            Counted::Other(_) => Self {
                known_at: "État connu au",
                date: "Date de l’état",
                source: "État d’après",
                matter: "son état",
                untold: "Aucun fichier ne dit ce qu’il en est de cet établissement.",
                neither: "Le fichier ne dit ni oui ni non.",
                contradicted: "l’une dit oui, l’autre non",
                since_untold: "Le fichier ne dit pas depuis quand.",
            },
        }
    }
}

fn headline(school: &School, status: SchoolStatus, subject: &Subject) -> String {
    let label = french::capitalised(&status.text(subject));
    let since = school.equipment.as_ref().and_then(|equipment| equipment.since);
    match (status, since) {
        (SchoolStatus::Equipped, Some(day)) => format!("{label} depuis le {}", french::day(day)),
        _ => label,
    }
}

fn label(level: Level) -> &'static str {
    match level {
        Level::France => "Pays",
        Level::Region => "Région",
        Level::Academie => "Académie",
        Level::Departement => "Département",
    }
}

fn within(school: &School, reading: &Reading) -> Vec<(TerritoryId, String)> {
    let Some(code) = school.departement else { return vec![] };
    let registry = Registry::official();
    let edition = reading.document.edition;
    [Level::Departement, Level::Academie, Level::Region]
        .into_iter()
        .filter_map(|level| registry.container(code, level, edition))
        .map(|territory| (territory.id, territory.name.clone()))
        .collect()
}

fn unknowns(
    school: &School,
    status: SchoolStatus,
    reading: &Reading,
    dataset: &Dataset,
    words: &Words,
) -> Vec<String> {
    let list = dataset.schools();
    let date = reading.document.date;
    let mut sentences = Vec::new();
    match (&school.equipment, status) {
        (None, _) => {
            sentences.push(words.untold.to_owned());
        }
        (Some(Equipment { row: Some(row), contradicted_by: Some(other), .. }), _) => {
            let (one, other) = (stands(list, *row), stands(list, *other));
            sentences.push(format!(
                "Deux lignes se contredisent\u{202f}: {} ({one}\u{202f}; {other}).",
                words.contradicted
            ));
        }
        (Some(Equipment { equipped: None, .. }), _) => {
            sentences.push(words.neither.to_owned());
        }
        (Some(_), SchoolStatus::Unknown) => {
            sentences.extend(date.zip(list.date()).map(|(asked, told)| {
                let (asked, told) = (french::day(asked), french::day(told));
                format!(
                    "Rien n’est connu de {} au {asked}\u{202f}: le fichier dit la situation du \
                     {told}.",
                    words.matter
                )
            }));
        }
        (Some(equipment), SchoolStatus::Equipped) if equipment.since.is_none() => {
            sentences.push(words.since_untold.to_owned());
        }
        _ => {}
    }
    if school.sector.is_none() {
        sentences.push("Le fichier ne dit pas s’il est public ou privé.".to_owned());
    }
    if school.position.is_none() {
        sentences.push(
            "Le fichier ne donne pas ses coordonnées\u{202f}: il n’a pas de point.".to_owned(),
        );
    }
    sentences
}
