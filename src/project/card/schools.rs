//! The schools behind a figure, where the data list them: public and private, by kind, one by one.

use std::collections::BTreeMap;

use crate::{
    coverage::{
        Dataset, Measure, SchoolType, Subject,
        school::{
            Counts, KnownAt, NotCounted, Perimeter, School, SchoolKind, Sector, Uai, proper_name,
        },
    },
    french::{self, NARROW_SPACE, counted, integer},
    project::{Document, Reading},
    table::normalise,
    territory::Code,
};

/// Schools of one sector or kind, added up.
#[derive(Clone, Debug, PartialEq)]
pub struct SchoolsLine {
    /// « Public », « Lycée professionnel ».
    pub label: String,
    /// Those known to have what is counted.
    pub equipped: u32,
    /// All of them, those of which nothing is known among them.
    pub total: u32,
    /// Those of which nothing is known.
    pub unknown: u32,
    /// « 12 établissements sur 30 », « au moins 12 établissements sur 30 ».
    pub text: String,
    /// 0 to 1, for a bar; `None` where it is not known or there are no schools.
    pub part: Option<f32>,
    /// Whether they are among those that the map counts.
    pub on_map: bool,
}

/// Whether a school has what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchoolStatus {
    /// It has one.
    Equipped,
    /// It has none.
    Bare,
    /// No file says, for the chosen date.
    Unknown,
}

/// One school in the card of its département.
#[derive(Clone, Debug, PartialEq)]
pub struct SchoolLine {
    /// Which school, for going there.
    pub uai: Uai,
    /// « Champollion, Grenoble »: its name, without what hundreds of others are called too, and where
    /// it is; its number where the list writes none.
    pub name: String,
    /// « lycée polyvalent public »; empty when nothing is told.
    pub kind: String,
    /// Whether it has what is counted.
    pub status: SchoolStatus,
    /// The same in words: « équipé », « raccordé à la fibre », « inconnu ».
    pub status_text: String,
    /// Why it is not counted; `None` when it is.
    pub not_counted: Option<NotCounted>,
}

impl SchoolStatus {
    /// « équipé », « non équipé », « équipement inconnu ».
    pub(super) fn text(self, subject: &Subject) -> String {
        subject.of_school_in_short(match self {
            Self::Equipped => Some(true),
            Self::Bare => Some(false),
            Self::Unknown => None,
        })
    }

    /// The status of a school on a day; `None` for a day on which nothing is known.
    pub(super) fn of(known: Option<KnownAt>, school: &School) -> Self {
        match known.and_then(|known| known.equipped(school)) {
            Some(true) => Self::Equipped,
            Some(false) => Self::Bare,
            None => Self::Unknown,
        }
    }
}

impl SchoolsLine {
    fn new(label: &str, counts: Counts, on_map: bool) -> Self {
        let Counts { equipped, total, unknown } = counts;
        let total = total + unknown;
        // « Au moins » none says nothing.
        let known = total > 0 && (unknown == 0 || equipped > 0);
        let schools = || counted(equipped as usize, "établissement", "établissements");
        let text = match (total, known) {
            (0, _) => "aucun établissement".to_owned(),
            (_, true) if unknown == 0 => format!("{} sur {}", schools(), integer(total.into())),
            (_, true) => format!("au moins {} sur {}", schools(), integer(total.into())),
            (_, false) => format!(
                "inconnu{NARROW_SPACE}: rien n’est dit de {} sur {}",
                integer(unknown.into()),
                integer(total.into())
            ),
        };
        let part = known.then(|| (f64::from(equipped) / f64::from(total)) as f32);
        Self { label: french::capitalised(label), equipped, total, unknown, text, part, on_map }
    }
}

/// The schools of a type in some départements (sorted codes), whether they are counted or not; none where the map
/// shows what schools do with an ENT, which lists of schools do not tell.
fn listed<'a>(departements: &[Code], document: &Document, dataset: &'a Dataset) -> Vec<&'a School> {
    if document.measure != Measure::Deploye {
        return vec![];
    }
    let within = |school: &&School| {
        school.departement.is_some_and(|code| departements.binary_search(&code).is_ok())
            && school.school_type() == Some(document.school_type)
    };
    dataset.schools().schools().iter().filter(within).collect()
}

/// Adds schools up as they were known on a day.
fn counts<'a>(schools: impl IntoIterator<Item = &'a School>, known: Option<KnownAt>) -> Counts {
    schools.into_iter().map(|school| known.and_then(|known| known.equipped(school))).collect()
}

/// Public and private schools apart, those that the map does not count too; empty where no file
/// tells sectors.
pub(super) fn sectors(
    departements: &[Code],
    document: &Document,
    dataset: &Dataset,
) -> Vec<SchoolsLine> {
    let list = dataset.schools();
    let schools = listed(departements, document, dataset);
    if schools.is_empty() || !list.tells_sectors() {
        return vec![];
    }
    let perimeter = dataset.perimeter();
    let known = KnownAt::of_list(list, document.date);
    let line = |sector: Option<Sector>| {
        let both = Perimeter { sector: None, ..perimeter };
        let of_it = |school: &&School| both.holds(school) && school.sector == sector;
        let counts = counts(schools.iter().copied().filter(of_it), known);
        let on_map = perimeter.sector.is_none() || perimeter.sector == sector;
        SchoolsLine::new(sector.map_or("secteur non dit", Sector::label), counts, on_map)
    };
    let untold = Some(line(None)).filter(|line| line.total > 0);
    Sector::ALL.into_iter().map(|sector| line(Some(sector))).chain(untold).collect()
}

/// The counted schools by kind, for lycées; empty for collèges, which are all of one kind.
pub(super) fn kinds(
    departements: &[Code],
    document: &Document,
    dataset: &Dataset,
) -> Vec<SchoolsLine> {
    if document.school_type == SchoolType::College {
        return vec![];
    }
    let mut of_kind: BTreeMap<SchoolKind, Vec<&School>> = BTreeMap::new();
    for school in listed(departements, document, dataset) {
        if let Some(kind) = school.kind.filter(|_| dataset.perimeter().holds(school)) {
            of_kind.entry(kind).or_default().push(school);
        }
    }
    let known = KnownAt::of_list(dataset.schools(), document.date);
    let line = |(kind, schools): (SchoolKind, Vec<&School>)| {
        SchoolsLine::new(kind.label(), counts(schools, known), true)
    };
    of_kind.into_iter().map(line).collect()
}

/// The schools of a département one by one: counted ones first, the equipped before the others,
/// then by name.
pub(super) fn schools_of(
    departement: Code,
    reading: &Reading,
    dataset: &Dataset,
) -> Vec<SchoolLine> {
    let document = &reading.document;
    let subject = &reading.name.subject;
    let known = KnownAt::of_list(dataset.schools(), document.date);
    let perimeter = dataset.perimeter();
    let line = |school: &School| {
        let status = SchoolStatus::of(known, school);
        SchoolLine {
            uai: school.uai,
            name: in_a_list(school),
            kind: kind_of(school),
            status,
            status_text: match status {
                SchoolStatus::Unknown => "inconnu".to_owned(),
                known => known.text(subject),
            },
            not_counted: perimeter.leaves_out(school),
        }
    };
    let schools = listed(&[departement], document, dataset);
    let mut lines: Vec<SchoolLine> = schools.into_iter().map(line).collect();
    lines.sort_by_cached_key(|line| {
        (line.not_counted.is_some(), line.status, normalise(&line.name).into_owned(), line.uai)
    });
    lines
}

/// « Champollion, Grenoble ».
pub(super) fn in_a_list(school: &School) -> String {
    let name = name_of(school);
    match school.commune.as_str() {
        "" => proper_name(&name).into_owned(),
        commune => format!("{}, {commune}", proper_name(&name)),
    }
}

/// The name of a school, or its number.
pub(super) fn name_of(school: &School) -> String {
    if school.name.is_empty() { school.uai.to_string() } else { school.name.clone() }
}

/// « lycée polyvalent public ».
pub(super) fn kind_of(school: &School) -> String {
    let words = [school.kind.map(SchoolKind::label), school.sector.map(Sector::label)];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
