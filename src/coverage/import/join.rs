//! Joining files: lists of schools with lists of those that are equipped, and figures with figures.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::{
    Content, ImportError, ImportReport, Imported, NotJoined, Part, Tells, Unmatched,
    by_school::equipment_of, duplicates::subject,
};
use crate::{
    coverage::{
        Dataset, Observation, SchoolType,
        school::{Equipment, School, SchoolList, Uai},
    },
    french::{NARROW_SPACE, counted, integer, plural},
    territory::{Edition, Level, Registry},
};

/// Joins what some files say, in the order in which they were added; what a later one says of the
/// same thing takes the place of what an earlier one said.
///
/// A list of schools that says nothing of equipment, and whose schools nearly all stand in another
/// list too, is a list of those that are equipped.
///
/// # Errors
/// When there are only numbers of schools, and no list that says where and what they are.
pub fn join(parts: Vec<Part>) -> Result<Imported, ImportError> {
    let mut parts = parts;
    let equipped_lists = equipped_lists(&parts);
    for (part, is_list) in parts.iter_mut().zip(equipped_lists) {
        if is_list {
            part.become_equipment();
        }
    }
    let mut reports: Vec<ImportReport> = Vec::new();
    let mut figures: Vec<Vec<Observation>> = Vec::new();
    let mut shown: Option<(SchoolType, Level)> = None;
    let mut edition: Option<Edition> = None;
    let mut gathered = Gathered::default();
    for (file, part) in parts.into_iter().enumerate() {
        let Part { name, mut report, content } = part;
        match content {
            Content::Territories { observations, edition: of_file, school_type, level } => {
                figures.push(observations);
                shown.get_or_insert((school_type, level));
                edition.get_or_insert(of_file);
            }
            Content::Schools { schools, tells, school_type, date, edition: of_date, .. } => {
                let shown_type = school_type.unwrap_or_else(|| most(&schools));
                shown.get_or_insert((shown_type, level_of(shown_type)));
                edition.get_or_insert(of_date);
                gathered.schools(file, schools, tells, date);
                if tells == Tells::Nothing {
                    gathered.silent.push(file);
                }
            }
            Content::Equipment { told, tells, date, everywhere } => {
                gathered.equipment(file, told, tells, date, everywhere);
            }
        }
        gathered.files.push(name);
        report.doubts.retain(|doubt| !doubt.is_empty());
        reports.push(report);
    }
    let registry = Registry::official();
    let Some((school_type, level)) = shown else {
        return Err(ImportError::OnlyNumbers);
    };
    let observations = latest(figures, &mut reports);
    let list = gathered.finish(&mut reports);
    let edition = edition.unwrap_or(Edition::Since2016);
    let dataset = Dataset::with_schools(observations, list, edition, registry);
    Ok(Imported { dataset, reports, school_type, level })
}

/// Whether nearly all schools of a list stand in another: four in five.
const NEARLY_ALL: (usize, usize) = (4, 5);

/// Which parts are lists of equipped schools though they tell what kind of schools these are.
fn equipped_lists(parts: &[Part]) -> Vec<bool> {
    let numbers: Vec<Option<BTreeSet<u32>>> = parts
        .iter()
        .map(|part| match &part.content {
            Content::Schools { schools, .. } => {
                Some(schools.iter().map(|school| school.uai.number()).collect())
            }
            _ => None,
        })
        .collect();
    let lists = parts.iter().enumerate().map(|(rank, part)| {
        let Content::Schools { tells: Tells::Nothing | Tells::OnlyYes, .. } = &part.content else {
            return false;
        };
        let Some(own) = &numbers[rank] else { return false };
        let larger = numbers.iter().flatten().filter(|other| other.len() > own.len());
        let others: Vec<&BTreeSet<u32>> = larger.collect();
        let shared = own.iter().filter(|n| others.iter().any(|other| other.contains(n))).count();
        !own.is_empty() && shared * NEARLY_ALL.1 >= own.len() * NEARLY_ALL.0
    });
    lists.collect()
}

impl Part {
    /// Takes a list of schools for a list of those that are equipped.
    fn become_equipment(&mut self) {
        let Content::Schools { schools, date, everywhere, .. } = &mut self.content else { return };
        self.report.recognised.insert(
            0,
            format!(
                "Liste d’établissements équipés{NARROW_SPACE}: ils figurent presque tous dans \
                 l’autre liste, et aucun n’y est dit sans ENT."
            ),
        );
        let told = equipment_of(std::mem::take(schools));
        self.content = Content::Equipment {
            told,
            tells: Tells::OnlyYes,
            date: *date,
            everywhere: *everywhere,
        };
    }
}

/// The type that most schools of a list have.
fn most(schools: &[School]) -> SchoolType {
    let of = |wanted| schools.iter().filter(|s| s.school_type() == Some(wanted)).count();
    let lycees = of(SchoolType::Lycee) > of(SchoolType::College);
    if lycees { SchoolType::Lycee } else { SchoolType::College }
}

fn level_of(school_type: SchoolType) -> Level {
    match school_type {
        SchoolType::Lycee => Level::Region,
        SchoolType::College => Level::Departement,
    }
}

/// The figures of all files; those of a later file replace those of an earlier one.
fn latest(figures: Vec<Vec<Observation>>, reports: &mut [ImportReport]) -> Vec<Observation> {
    let mut last: BTreeMap<_, usize> = BTreeMap::new();
    for (file, observations) in figures.iter().enumerate() {
        last.extend(observations.iter().map(|o| (subject(o), file)));
    }
    let mut replaced = 0;
    let mut kept = Vec::new();
    for (file, observations) in figures.into_iter().enumerate() {
        let before = observations.len();
        let still = observations.into_iter().filter(|o| last.get(&subject(o)) == Some(&file));
        let start = kept.len();
        kept.extend(still);
        replaced += before - (kept.len() - start);
    }
    if let (1.., Some(report)) = (replaced, reports.last_mut()) {
        let values = counted(
            replaced,
            "valeur d’un autre fichier est remplacée",
            "valeurs d’un autre fichier sont remplacées",
        );
        report.doubts.push(format!("{values} par celles d’un fichier ajouté après."));
    }
    kept
}

/// The schools of all files, and what is told of their equipment.
#[derive(Default)]
struct Gathered {
    files: Vec<String>,
    schools: Vec<School>,
    told: Vec<Told>,
    /// Files that list schools and say nothing of equipment.
    silent: Vec<usize>,
    /// Some file says something of equipment.
    tells: bool,
    /// Of the files that say something of equipment, the latest.
    date: Option<Date>,
    /// Of the others.
    list_date: Option<Date>,
}

/// What a file says of equipment.
struct Told {
    file: usize,
    equipment: HashMap<u32, (Uai, Equipment)>,
    /// To be in the list is to be equipped.
    is_list: bool,
    everywhere: bool,
}

impl Gathered {
    fn schools(&mut self, file: usize, schools: Vec<School>, tells: Tells, date: Option<Date>) {
        let says = tells != Tells::Nothing;
        let day = if says { &mut self.date } else { &mut self.list_date };
        *day = (*day).max(date);
        self.tells |= says;
        let mut schools = schools;
        for school in &mut schools {
            school.row.0 = file;
            if let Some(Equipment { row: Some(row), .. }) = &mut school.equipment {
                row.0 = file;
            }
        }
        if says && !self.schools.is_empty() {
            // What it says of schools that an earlier file has too takes the place of that.
            let of_file = schools.iter().filter_map(|school| {
                Some((school.uai.number(), (school.uai, school.equipment.clone()?)))
            });
            let equipment = of_file.collect();
            self.told.push(Told { file, equipment, is_list: false, everywhere: false });
        }
        self.schools.append(&mut schools);
    }

    fn equipment(
        &mut self,
        file: usize,
        told: HashMap<u32, (Uai, Equipment)>,
        tells: Tells,
        date: Option<Date>,
        everywhere: bool,
    ) {
        self.date = self.date.max(date);
        self.tells = true;
        let mut equipment = told;
        for (_, equipment) in equipment.values_mut() {
            equipment.row = equipment.row.map(|(_, line)| (file, line));
        }
        self.told.push(Told { file, equipment, is_list: tells != Tells::YesAndNo, everywhere });
    }

    fn finish(self, reports: &mut [ImportReport]) -> SchoolList {
        if self.schools.is_empty() && self.told.is_empty() {
            return SchoolList::default();
        }
        // A list without a word of equipment does not date what another says of it.
        let date = if self.tells { self.date } else { self.list_date };
        let all = self.schools.len();
        let (mut list, repeated) = SchoolList::new(self.schools, self.files, date);
        let mut is_told = self.silent.is_empty();
        let mut left_out = None;
        for Told { file, equipment, is_list, everywhere } in self.told {
            is_told = true;
            let (told, unknown) = (equipment.len(), list.equip(equipment));
            if let Some(report) = reports.get_mut(file) {
                tell_joined(report, told, &unknown);
            }
            if is_list {
                left_out = Some((file, everywhere));
            }
        }
        if let Some((file, everywhere)) = left_out {
            let left = list.leave_out(everywhere);
            if let Some(report) = reports.get_mut(file) {
                report.doubts.extend(left.sentences());
                report.leaves_out = left.unknown > 0 || everywhere;
            }
        }
        if let Some(report) = reports.first_mut().filter(|_| all > 0) {
            report.doubts.extend(doubts(&list, repeated, is_told));
        }
        list
    }
}

/// How many numbers of a list were found, and which were not.
fn tell_joined(report: &mut ImportReport, told: usize, unknown: &[(Uai, Equipment)]) {
    report.joined = report.rows.saturating_sub(unknown.len());
    report.recognised.push(format!(
        "{} sur {} {} de la liste des établissements.",
        counted(told - unknown.len(), "numéro UAI", "numéros UAI"),
        integer(told as i64),
        plural(told - unknown.len(), "rapproché", "rapprochés"),
    ));
    report.unmatched.extend(unknown.iter().map(|(uai, equipment)| Unmatched {
        value: uai.to_string(),
        rows: 1,
        line: equipment.row.map_or(0, |(_, line)| line),
        why: NotJoined::NoSuchSchool,
    }));
}

/// What looks wrong in the list of all schools.
fn doubts(list: &SchoolList, repeated: usize, is_told: bool) -> Vec<String> {
    let count = |test: &dyn Fn(&School) -> bool| list.schools().iter().filter(|s| test(s)).count();
    let mut sentences = Vec::new();
    let mut tell = |number: usize, one: &str, many: &str| {
        if number > 0 {
            sentences.push(format!("{}.", counted(number, one, many)));
        }
    };
    tell(
        count(&|school| school.kind.is_none()),
        "établissement n’est ni un lycée ni un collège, et n’est pas compté",
        "établissements ne sont ni un lycée ni un collège, et ne sont pas comptés",
    );
    tell(
        repeated,
        "ligne répète un établissement déjà lu",
        "lignes répètent un établissement déjà lu",
    );
    tell(
        count(&|school| school.closed == Some(true)),
        "établissement est fermé, et n’est pas compté",
        "établissements sont fermés, et ne sont pas comptés",
    );
    let outside = |school: &School| school.departement.is_none() && school.kind.is_some();
    tell(
        count(&outside),
        "établissement est hors de la carte et n’est pas compté",
        "établissements sont hors de la carte et ne sont pas comptés",
    );
    // A list without columns of coordinates is none the worse for it.
    let placed = list.schools().iter().any(|school| school.position.is_some());
    tell(
        count(&|school| placed && school.kind.is_some() && school.position.is_none()),
        "établissement est sans coordonnées",
        "établissements sont sans coordonnées",
    );
    if !is_told {
        sentences.push(
            "Aucune colonne ne dit quels établissements ont un ENT\u{202f}: ajoutez un fichier qui \
             les énumère (« Ajouter un fichier… »), ou une colonne (« oui », « 1 », « x » ou le nom \
             du projet)."
                .to_owned(),
        );
    }
    sentences
}

impl crate::coverage::school::LeftOut {
    fn sentences(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        if self.bare > 0 {
            sentences.push(format!(
                "{} de la liste, et {} pour non {}.",
                counted(self.bare, "établissement est absent", "établissements sont absents"),
                plural(self.bare, "compte", "comptent"),
                plural(self.bare, "équipé", "équipés"),
            ));
        }
        if self.unknown > 0 {
            let registry = Registry::official();
            let names: BTreeSet<&str> = self
                .silent
                .iter()
                .filter_map(|(_, code)| {
                    let id = crate::territory::TerritoryId::Departement(*code);
                    Some(registry.get(id)?.name.as_str())
                })
                .collect();
            let some: Vec<&str> = names.iter().copied().take(4).collect();
            let rest = if names.len() > some.len() { "…" } else { "" };
            sentences.push(format!(
                "La liste ne nomme aucun établissement dans {} ({}{rest}){NARROW_SPACE}: {} \
                 {}, plutôt que {} comme non {}.",
                counted(names.len(), "département", "départements"),
                some.join(", "),
                counted(self.unknown, "établissement", "établissements"),
                plural(self.unknown, "y reste sans réponse", "y restent sans réponse"),
                plural(self.unknown, "compté", "comptés"),
                plural(self.unknown, "équipé", "équipés"),
            ));
        }
        sentences
    }
}
