//! Codes of other lists than that of the official codes, and of what has no outline here.
//!
//! Sources: the *code officiel géographique* of the INSEE (départements, régions before and since
//! 2016, collectivités), the ministry's *Base centrale des nomenclatures* (three characters,
//! `9A`…`9F`, académies), and ISO 3166-2:FR as it stood before 2016, from 2016 and since 2020.

use crate::territory::Level;

/// Overseas départements as the ministry wrote them before three digits; 9E was
/// Saint-Pierre-et-Miquelon.
pub(super) const OVERSEAS_LETTERS: [(&str, &str); 6] =
    [("9A", "971"), ("9B", "972"), ("9C", "973"), ("9D", "974"), ("9E", "975"), ("9F", "976")];

/// Codes that are known and have no outline here, among départements.
pub(super) const DEPARTEMENTS_OUTSIDE: [(&str, &str); 8] = [
    ("975", "Saint-Pierre-et-Miquelon"),
    ("977", "Saint-Barthélemy"),
    ("978", "Saint-Martin"),
    ("984", "Terres australes et antarctiques françaises"),
    ("986", "Wallis-et-Futuna"),
    ("987", "Polynésie française"),
    ("988", "Nouvelle-Calédonie"),
    ("989", "Île de Clipperton"),
];

/// The same among académies: vice-rectorats and the service of Saint-Pierre-et-Miquelon.
pub(super) const ACADEMIES_OUTSIDE: [(&str, &str); 4] = [
    ("40", "Nouvelle-Calédonie"),
    ("41", "Polynésie française"),
    ("42", "Wallis-et-Futuna"),
    ("44", "Saint-Pierre-et-Miquelon"),
];

/// The ministry's région code of all that lies outside the régions.
pub(super) const REGIONS_OUTSIDE: [(&str, &str); 1] =
    [("00", "TOM et collectivités territoriales")];

/// ISO 3166-2 codes of régions, without `FR-`, and their official code: letters of before 2016,
/// then those since. No official code names two different places in the two editions.
#[rustfmt::skip]
pub(super) const ISO_REGIONS: [(&str, &str); 51] = [
    ("A", "42"), ("B", "72"), ("C", "83"), ("D", "26"), ("E", "53"), ("F", "24"), ("G", "21"),
    ("H", "94"), ("I", "43"), ("J", "11"), ("K", "91"), ("L", "74"), ("M", "41"), ("N", "73"),
    ("O", "31"), ("P", "25"), ("Q", "23"), ("R", "52"), ("S", "22"), ("T", "54"), ("U", "93"),
    ("V", "82"),
    ("ARA", "84"), ("BFC", "27"), ("BRE", "53"), ("CVL", "24"), ("COR", "94"), ("20R", "94"),
    ("GES", "44"), ("HDF", "32"), ("IDF", "11"), ("NOR", "28"), ("NAQ", "75"), ("OCC", "76"),
    ("PDL", "52"), ("PAC", "93"),
    ("GP", "01"), ("GUA", "01"), ("971", "01"), ("MQ", "02"), ("MTQ", "02"), ("972", "02"),
    ("GF", "03"), ("GUF", "03"), ("973", "03"), ("RE", "04"), ("LRE", "04"), ("974", "04"),
    ("YT", "06"), ("MAY", "06"), ("976", "06"),
];

/// ISO 3166-2 codes of départements that are not `FR-` and the official code.
pub(super) const ISO_DEPARTEMENTS: [(&str, &str); 6] =
    [("75C", "75"), ("GP", "971"), ("MQ", "972"), ("GF", "973"), ("RE", "974"), ("YT", "976")];

/// Codes of the INSEE for collectivités that do the work of a département, and its official code.
pub(super) const COLLECTIVITIES: [(&str, &str); 3] =
    [("75C", "75"), ("972R", "972"), ("973R", "973")];

/// Words and letters that a code may follow with its level: `D38`, `REG-84`.
pub(super) const LEVEL_PREFIXES: [(&str, Level); 10] = [
    ("DEP", Level::Departement),
    ("DEPT", Level::Departement),
    ("DPT", Level::Departement),
    ("CD", Level::Departement),
    ("CG", Level::Departement),
    ("REG", Level::Region),
    ("ACAD", Level::Academie),
    ("ACA", Level::Academie),
    ("D", Level::Departement),
    ("R", Level::Region),
];

/// ISO 3166-2 codes of what has no outline here.
pub(super) const ISO_OUTSIDE: [(&str, &str); 8] = [
    ("PM", "Saint-Pierre-et-Miquelon"),
    ("BL", "Saint-Barthélemy"),
    ("MF", "Saint-Martin"),
    ("TF", "Terres australes et antarctiques françaises"),
    ("WF", "Wallis-et-Futuna"),
    ("PF", "Polynésie française"),
    ("NC", "Nouvelle-Calédonie"),
    ("CP", "Île de Clipperton"),
];
