//! What the ministry announced, from the answer to the written question n° 117102.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::super::{Period, SchoolType};
use crate::{
    french::{self, NARROW_SPACE},
    territory::Level,
};

/// The ten announced figures.
const ANNOUNCEMENTS_CSV: &str = include_str!("../../../geodata/annonces-117102.csv");

/// One announced figure, as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// `regions_lycees_100`.
    pub key: String,
    /// « Régions dont tous les lycées ont un ENT ».
    pub label: String,
    /// What it counts.
    pub level: Level,
    /// Of which schools; both where `None`.
    pub school_type: Option<SchoolType>,
    /// How the value is meant.
    pub measure: AnnouncedMeasure,
    /// A number, or a fraction such as `2/3`.
    pub value: String,
    /// « régions », « part des académies ».
    pub unit: String,
    /// When it was true.
    pub period: Period,
    /// What must be known beside it; may be empty.
    pub note: String,
}

/// How an announced value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnouncedMeasure {
    /// So many schools or accounts.
    Effectif,
    /// At least so many.
    AuMoins,
    /// A part of the territories.
    Part,
    /// About a part of them.
    PartEnviron,
    /// So many territories.
    Nombre,
}

/// How far the true part may be from an announced one: « les deux tiers » is a round figure, and
/// « environ » rounder still.
const PART_MARGIN: f64 = 0.05;
const ROUGH_MARGIN: f64 = 0.10;

/// All of them, in the order of their file.
pub fn announcements() -> &'static [Announcement] {
    static ALL: LazyLock<Vec<Announcement>> = LazyLock::new(read);
    &ALL
}

impl Announcement {
    /// « 6 régions », « environ 2/3 des régions », « toutes les académies ».
    pub fn text(&self) -> String {
        let unit = self.unit.as_str();
        let number = || match self.value.parse() {
            Ok(value) => format!("{} {unit}", french::integer(value)),
            Err(_) => format!("{} {unit}", self.value),
        };
        let part = || format!("{} {}", self.value, unit.trim_start_matches("part "));
        match self.measure {
            AnnouncedMeasure::Effectif | AnnouncedMeasure::Nombre => number(),
            AnnouncedMeasure::AuMoins => format!("au moins {}", number()),
            AnnouncedMeasure::Part if self.value == "1" => {
                unit.replacen("part des ", "toutes les ", 1)
            }
            AnnouncedMeasure::Part => part(),
            AnnouncedMeasure::PartEnviron => format!("environ {}", part()),
        }
    }

    /// The last day of its period: what is known by then is held against it.
    pub fn day(&self) -> Date {
        self.period.end()
    }

    /// The first day of its period: a figure from before it may have grown since.
    pub(super) fn first_day(&self) -> Date {
        match self.period {
            Period::Year(_) => self.day().first_of_year(),
            Period::Month(..) => self.day().first_of_month(),
            Period::Day(day) => day,
        }
    }

    /// The numbers of territories out of `total` that it may mean, the least and the most; `None`
    /// where it doesn't count territories.
    pub(super) fn meant(&self, total: usize) -> Option<(usize, usize)> {
        match self.measure {
            AnnouncedMeasure::Nombre => self.value.parse().ok().map(|number| (number, number)),
            AnnouncedMeasure::Part if self.value == "1" => Some((total, total)),
            AnnouncedMeasure::Part => around(&self.value, PART_MARGIN, total),
            AnnouncedMeasure::PartEnviron => around(&self.value, ROUGH_MARGIN, total),
            AnnouncedMeasure::Effectif | AnnouncedMeasure::AuMoins => None,
        }
    }
}

fn around(fraction: &str, margin: f64, total: usize) -> Option<(usize, usize)> {
    let (above, below) = fraction.split_once('/')?;
    let (above, below): (f64, f64) = (above.parse().ok()?, below.parse().ok()?);
    let part = above / below;
    let of_total = |part: f64| part.clamp(0.0, 1.0) * total as f64;
    Some((of_total(part - margin).ceil() as usize, of_total(part + margin).floor() as usize))
}

/// Panics only if the embedded file is broken, which the tests would have shown.
#[expect(clippy::expect_used, reason = "the file is embedded and tested, not an input")]
fn read() -> Vec<Announcement> {
    let mut reader = csv::Reader::from_reader(ANNOUNCEMENTS_CSV.as_bytes());
    let rows = reader.records().map(|record| {
        let row = record.expect("the announcements are valid CSV");
        announcement(&row).expect("an announcement has its nine columns")
    });
    rows.collect()
}

/// In the order of the columns: `cle`, `libelle`, `echelon`, `type`, `mesure`, `valeur`, `unite`,
/// `date`, `note`.
fn announcement(row: &csv::StringRecord) -> Option<Announcement> {
    let measure = match row.get(4)? {
        "effectif" => AnnouncedMeasure::Effectif,
        "au moins" => AnnouncedMeasure::AuMoins,
        "part" => AnnouncedMeasure::Part,
        "part environ" => AnnouncedMeasure::PartEnviron,
        "nombre" => AnnouncedMeasure::Nombre,
        _ => return None,
    };
    let school_type = match row.get(3)? {
        "tous" => None,
        one => Some(SchoolType::ALL.into_iter().find(|school| school.singular() == one)?),
    };
    Some(Announcement {
        key: row.get(0)?.to_owned(),
        // The file has typewriter apostrophes; a person reads typeset ones.
        label: row.get(1)?.replace('\'', "’"),
        level: Level::from_word(row.get(2)?)?,
        school_type,
        measure,
        value: row.get(5)?.to_owned(),
        unit: row.get(6)?.to_owned(),
        period: Period::parse(row.get(7)?).ok()?,
        note: typeset(row.get(8)?),
    })
}

/// The note with the spaces and apostrophes of print.
fn typeset(note: &str) -> String {
    let mut text = note.replace('\'', "’");
    for sign in [';', ':'] {
        text = text.replace(&format!(" {sign}"), &sign.to_string());
        text = text.replace(sign, &format!("{NARROW_SPACE}{sign}"));
    }
    text
}
