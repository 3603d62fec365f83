//! The embedded reference table: which région and académie each département belongs to.

use super::Code;

/// The reference table of the départements, as CSV. Its columns on schools are read by
/// `coverage`, which knows values; this room reads only who belongs to whom.
pub const REFERENCE_CSV: &str = include_str!("../../geodata/territoires.csv");

/// A département and what contains it. Regions and académies by code and name.
pub(super) struct Membership {
    pub code: Code,
    pub name: String,
    pub region_2011: (Code, String),
    pub region_2016: (Code, String),
    /// `None` for Mayotte, a vice-rectorat in 2011.
    pub academie_2011: Option<(Code, String)>,
    pub academie_2024: (Code, String),
}

/// Codes of the académies of 2011 (the table names them without a code), from the ministry's
/// *Base centrale des nomenclatures*.
const ACADEMIES_2011: [(&str, &str); 30] = [
    ("01", "Paris"),
    ("02", "Aix-Marseille"),
    ("03", "Besançon"),
    ("04", "Bordeaux"),
    ("05", "Caen"),
    ("06", "Clermont-Ferrand"),
    ("07", "Dijon"),
    ("08", "Grenoble"),
    ("09", "Lille"),
    ("10", "Lyon"),
    ("11", "Montpellier"),
    ("12", "Nancy-Metz"),
    ("13", "Poitiers"),
    ("14", "Rennes"),
    ("15", "Strasbourg"),
    ("16", "Toulouse"),
    ("17", "Nantes"),
    ("18", "Orléans-Tours"),
    ("19", "Reims"),
    ("20", "Amiens"),
    ("21", "Rouen"),
    ("22", "Limoges"),
    ("23", "Nice"),
    ("24", "Créteil"),
    ("25", "Versailles"),
    ("27", "Corse"),
    ("28", "La Réunion"),
    ("31", "Martinique"),
    ("32", "Guadeloupe"),
    ("33", "Guyane"),
];

/// The 101 départements in the order of their codes. Panics only if the embedded table is broken,
/// which the tests of this room would have shown.
#[expect(clippy::expect_used, reason = "the table is embedded and tested, not an input")]
pub(super) fn memberships() -> Vec<Membership> {
    let mut reader = csv::Reader::from_reader(REFERENCE_CSV.as_bytes());
    let code = |text: &str| Code::new(text).expect("reference codes are well written");
    let mut rows: Vec<Membership> = reader
        .records()
        .map(|record| {
            let row = record.expect("the reference table is valid CSV");
            let academie = ACADEMIES_2011.iter().find(|(_, name)| *name == &row[2]);
            Membership {
                code: code(&row[0]),
                name: typographic(&row[1]),
                academie_2011: academie.map(|(c, name)| (code(c), (*name).to_owned())),
                region_2011: (code(&row[3]), typographic(&row[4])),
                region_2016: (code(&row[5]), typographic(&row[6])),
                academie_2024: (code(&row[7]), typographic(&row[8])),
            }
        })
        .collect();
    // Mayotte became a département on 31 March 2011 and an académie in 2020; the table leaves it
    // out because it counts schools of 2011.
    let mayotte = |c: &str| (code(c), "Mayotte".to_owned());
    rows.push(Membership {
        code: code("976"),
        name: "Mayotte".to_owned(),
        academie_2011: None,
        region_2011: mayotte("06"),
        region_2016: mayotte("06"),
        academie_2024: mayotte("43"),
    });
    rows.sort_by_key(|row| row.code);
    rows
}

/// « Côte-d’Or »: files write a straight apostrophe, people read a curved one.
fn typographic(name: &str) -> String {
    name.replace('\'', "’")
}
