//! The words and numbers of a coverage table, compared without case, accents, spaces and hyphens.

use super::{Evidence, Measure, SchoolType, SchoolTypes, Stage};
use crate::{table::normalise, territory::Level};

pub(super) fn level(text: &str) -> Option<Level> {
    Level::from_word(text)
}

pub(super) fn school_types(text: &str) -> Option<SchoolTypes> {
    Some(match normalise(text).as_ref() {
        "lycee" | "lycees" => SchoolTypes::One(SchoolType::Lycee),
        "college" | "colleges" => SchoolTypes::One(SchoolType::College),
        "lyceeetcollege" | "lyceesetcolleges" | "collegeetlycee" | "collegesetlycees" => {
            SchoolTypes::Both
        }
        _ => return None,
    })
}

pub(super) fn stage(text: &str) -> Option<Stage> {
    Some(match normalise(text).as_ref() {
        "etudeprealable" => Stage::EtudePrealable,
        "experimentation" => Stage::Experimentation,
        "generalisation" => Stage::Generalisation,
        _ => return None,
    })
}

pub(super) fn measure(text: &str) -> Option<Measure> {
    Some(match normalise(text).as_ref() {
        "deploye" => Measure::Deploye,
        "usage" => Measure::Usage,
        _ => return None,
    })
}

/// Whether the row is planned.
pub(super) fn planned(text: &str) -> Option<bool> {
    Some(match normalise(text).as_ref() {
        "prevu" => true,
        "realise" => false,
        _ => return None,
    })
}

pub(super) fn evidence(text: &str) -> Option<Evidence> {
    Some(match normalise(text).as_ref() {
        "documente" => Evidence::Documente,
        "deduit" => Evidence::Deduit,
        "aconfirmer" => Evidence::AConfirmer,
        "contradictoire" => Evidence::Contradictoire,
        "borneinferieure" => Evidence::BorneInferieure,
        "bornesuperieure" => Evidence::BorneSuperieure,
        _ => return None,
    })
}

/// A number in figures, with a decimal comma or point and perhaps a percent sign: `91,5 %`.
pub(super) fn number(text: &str) -> Option<f64> {
    let figures = text.trim_end_matches('%');
    let plain: String = figures.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace(',', ".");
    // Rust also reads « nan », « inf » and « 1e9 », which are words here.
    let well_written = plain.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    well_written.then(|| plain.parse().ok()).flatten()
}

/// A number of schools, with or without spaces between thousands.
pub(super) fn count(text: &str) -> Option<u32> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    plain.bytes().all(|b| b.is_ascii_digit()).then(|| plain.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_however_they_are_written() {
        assert_eq!(stage("Étude préalable"), Some(Stage::EtudePrealable));
        assert_eq!(evidence("a_confirmer"), Some(Evidence::AConfirmer));
        assert_eq!(school_types("Lycées et collèges"), Some(SchoolTypes::Both));
        assert_eq!(level("RÉGION"), Some(Level::Region));
        assert_eq!(level("National"), Some(Level::France));
        assert_eq!(measure("usages"), None);
    }

    #[test]
    fn numbers_are_read_in_figures_only() {
        assert_eq!(number("91,5\u{202f}%"), Some(91.5));
        assert_eq!(number("-3"), Some(-3.0));
        for text in ["nan", "inf", "1e3", "", "12 à 14", "1,2,3"] {
            assert_eq!(number(text), None, "{text:?}");
        }
        assert_eq!(count("1\u{a0}250"), Some(1250));
        for text in ["-1", "1,5", "", "99999999999"] {
            assert_eq!(count(text), None, "{text:?}");
        }
    }
}
