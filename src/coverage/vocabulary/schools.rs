//! Which schools a row speaks of: their type and their sector, which one cell may hold together.

use super::tokens;
use crate::coverage::{SchoolType, SchoolTypes, school::Sector};

/// What a cell of a column of types says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coverage) enum SchoolWord {
    /// Lycées, collèges, or both, perhaps of one sector.
    Counted {
        /// Which.
        types: SchoolTypes,
        /// « Collèges publics ».
        sector: Option<Sector>,
        /// « Lycées agricoles ».
        agricultural: bool,
    },
    /// A school of another kind: a primary school, an EREA.
    Other,
}

/// What a cell of a column of sectors says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coverage) enum SectorWord {
    /// One of the two.
    One(Sector),
    /// « Ensemble », « Public et privé ».
    Both,
}

const LYCEES: [&str; 16] = [
    "lyc", "lgt", "legt", "lg", "lt", "lp", "lpo", "lpp", "lycee", "lycees", "legta", "lpa",
    "legtpa", "lyp", "lgp", "lpr",
];

const COLLEGES: [&str; 6] = ["college", "colleges", "clg", "col", "colg", "cl"];

/// Both types, or all secondary schools.
const TOGETHER: [&str; 6] = ["ensemble", "total", "tous", "toutes", "secondaire", "second"];

const OTHERS: [&str; 29] = [
    "ecole",
    "ecoles",
    "maternelle",
    "maternelles",
    "elementaire",
    "elementaires",
    "primaire",
    "primaires",
    "erea",
    "erpd",
    "segpa",
    "cfa",
    "greta",
    "sts",
    "cpge",
    "eea",
    "ulis",
    "emop",
    "mfr",
    "ime",
    "creche",
    "universite",
    "medico",
    "orientation",
    "cio",
    "service",
    "administratif",
    "specialise",
    "autre",
];

/// « Lycée », « LGT », « Collèges publics », « CLG », « lycées et collèges », « École ». `None` for
/// any other text.
pub(in crate::coverage) fn school_word(cell: &str) -> Option<SchoolWord> {
    let words = tokens(cell);
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let types = match (any(&LYCEES), any(&COLLEGES)) {
        (true, true) => SchoolTypes::Both,
        (true, false) => SchoolTypes::One(SchoolType::Lycee),
        (false, true) => SchoolTypes::One(SchoolType::College),
        (false, false) if any(&OTHERS) => return Some(SchoolWord::Other),
        (false, false) if any(&TOGETHER) => SchoolTypes::Both,
        (false, false) => return None,
    };
    // « SEGPA du collège » is no school of its own.
    if words.first().is_some_and(|word| matches!(word.as_str(), "section" | "segpa" | "ecole")) {
        return Some(SchoolWord::Other);
    }
    let sector = match sector_word(cell) {
        Some(SectorWord::One(sector)) => Some(sector),
        _ => None,
    };
    let agricultural =
        words.iter().any(|word| word.starts_with("agricol")) || any(&["legta", "lpa", "legtpa"]);
    Some(SchoolWord::Counted { types, sector, agricultural })
}

/// « Public », « privé sous contrat », « PU », « Public et privé », « Ensemble ». `None` for any
/// other text.
pub(in crate::coverage) fn sector_word(cell: &str) -> Option<SectorWord> {
    let words = tokens(cell);
    let begins = |start: &str| words.iter().any(|word| word.starts_with(start));
    let is = |whole: &[&str]| words.iter().any(|word| whole.contains(&word.as_str()));
    let private = begins("prive") || is(&["pr", "private"]);
    let public = begins("public") || begins("publique") || is(&["pu"]);
    match (public, private) {
        (true, true) => Some(SectorWord::Both),
        (true, false) => Some(SectorWord::One(Sector::Public)),
        (false, true) => Some(SectorWord::One(Sector::Prive)),
        (false, false) => is(&["ensemble", "total", "tous", "toutes", "confondus", "deux"])
            .then_some(SectorWord::Both),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types(cell: &str) -> Option<SchoolTypes> {
        match school_word(cell)? {
            SchoolWord::Counted { types, .. } => Some(types),
            SchoolWord::Other => None,
        }
    }

    #[test]
    fn types_are_read_with_what_stands_beside_them() {
        let lycee = Some(SchoolTypes::One(SchoolType::Lycee));
        let college = Some(SchoolTypes::One(SchoolType::College));
        for cell in ["lycée", "LYC", "LGT", "LP", "Lycées privés", "lycée professionnel"] {
            assert_eq!(types(cell), lycee, "{cell}");
        }
        for cell in ["collège", "CLG", "Collèges publics", "COLLEGE", "col."] {
            assert_eq!(types(cell), college, "{cell}");
        }
        for cell in ["lycées et collèges", "Collège/Lycée", "LYC + CLG", "Ensemble", "Second degré"]
        {
            assert_eq!(types(cell), Some(SchoolTypes::Both), "{cell}");
        }
        for cell in ["école primaire", "EREA", "Maternelle"] {
            assert_eq!(school_word(cell), Some(SchoolWord::Other), "{cell}");
        }
        for cell in ["", "Ain", "12", "public"] {
            assert_eq!(school_word(cell), None, "{cell}");
        }
    }

    #[test]
    fn the_sector_may_stand_beside_the_type() {
        let sector = |cell| match school_word(cell) {
            Some(SchoolWord::Counted { sector, .. }) => sector,
            _ => None,
        };
        assert_eq!(sector("Collèges publics"), Some(Sector::Public));
        assert_eq!(sector("lycées privés sous contrat"), Some(Sector::Prive));
        assert_eq!(sector("lycées publics et privés"), None);
        let is_agricultural = |cell| {
            matches!(school_word(cell), Some(SchoolWord::Counted { agricultural: true, .. }))
        };
        assert!(is_agricultural("Lycée agricole public") && is_agricultural("LEGTA"));
    }

    #[test]
    fn a_sector_is_one_or_both() {
        for (cell, expected) in [
            ("Public", Some(SectorWord::One(Sector::Public))),
            ("PR", Some(SectorWord::One(Sector::Prive))),
            ("Privé sous contrat", Some(SectorWord::One(Sector::Prive))),
            ("Public et privé", Some(SectorWord::Both)),
            ("Ensemble", Some(SectorWord::Both)),
            ("?", None),
        ] {
            assert_eq!(sector_word(cell), expected, "{cell}");
        }
    }
}
