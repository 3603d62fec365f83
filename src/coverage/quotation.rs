//! What a source says of the country as a whole: quoted beside what adds up, and no part of it.

use jiff::civil::Date;

use super::{Dataset, Evidence, Observation, SchoolType, SchoolTypes};
use crate::{
    french::{self, integer},
    territory::{Registry, TerritoryId},
};

/// A national figure of a source, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// « 89 % des collèges, public, déployé, septembre 2024, documenté ».
    pub text: String,
    /// An address or a title; may be empty.
    pub source: String,
}

/// The figures that sources give by a day for the schools of a type in the whole country, the newest
/// first; without a type, those for lycées and collèges together.
pub fn quotations(
    dataset: &Dataset,
    school_type: Option<SchoolType>,
    date: Option<Date>,
) -> Vec<Quotation> {
    let speaks = |observation: &&Observation| {
        let of_type = match (school_type, observation.school_types) {
            (Some(wanted), SchoolTypes::One(one)) => wanted == one,
            (_, types) => types == SchoolTypes::Both,
        };
        of_type && observation.is_known_by(date)
    };
    let said = dataset.observations_of(TerritoryId::France, Registry::official());
    let quoted = said.into_iter().filter(speaks).filter_map(|observation| {
        Some(Quotation { text: text(observation)?, source: observation.source.clone() })
    });
    quoted.collect()
}

/// The figure with all that it must be read with; `None` where a row gives none.
fn text(observation: &Observation) -> Option<String> {
    let bound = match observation.evidence {
        Evidence::BorneInferieure => "au moins ",
        Evidence::BorneSuperieure => "au plus ",
        _ => "",
    };
    let schools = observation.school_types.label();
    let figure = match (observation.share, observation.equipped, observation.total) {
        (_, Some(equipped), Some(total)) => {
            format!("{} {schools} sur {}", integer(equipped.into()), integer(total.into()))
        }
        (Some(share), ..) => {
            format!("{} des {schools}", french::percent(share, &french::ROUND_FIGURES))
        }
        (None, Some(equipped), None) => format!("{} {schools} équipés", integer(equipped.into())),
        (None, None, _) => return None,
    };
    let period = observation.period.map_or_else(|| french::NO_DATE.to_owned(), |p| p.to_string());
    let planned = if observation.planned { "prévu" } else { "" };
    let told = [
        figure.as_str(),
        &observation.perimeter,
        observation.measure.label(),
        planned,
        &period,
        observation.evidence.label(),
    ];
    let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
    Some(format!("{bound}{}", told.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::{Embedded, Measure, Query, state_of};
    use crate::territory::{Edition, Level};
    use jiff::civil::date;

    fn quoted(school_type: Option<SchoolType>, year: i16) -> Vec<String> {
        let dataset = Embedded::Facts.dataset();
        let found = quotations(&dataset, school_type, Some(date(year, 12, 31)));
        assert!(found.iter().all(|quotation| quotation.source.starts_with("http")));
        found.into_iter().map(|quotation| quotation.text.replace('\u{202f}', " ")).collect()
    }

    #[test]
    fn national_figures_are_quoted_with_all_that_they_must_be_read_with() {
        let two_thirds = "67 % des collèges, public, déployé, juin 2014, à confirmer";
        let of_2024 = "89 % des collèges, public, déployé, septembre 2024, documenté";
        let of_both = "au moins 3 000 lycées et collèges équipés, déployé, novembre 2013, \
                       borne inférieure";
        assert_eq!(quoted(Some(SchoolType::College), 2025), [of_2024, two_thirds, of_both]);
        assert_eq!(quoted(Some(SchoolType::College), 2014), [two_thirds, of_both]);
        assert_eq!(quoted(Some(SchoolType::College), 2011), [""; 0], "nothing was known yet");
        let lycees = "99 % des lycées, public, déployé, septembre 2024, documenté";
        assert_eq!(quoted(Some(SchoolType::Lycee), 2025), [lycees, of_both]);
        assert_eq!(quoted(None, 2025), [of_both]);
    }

    #[test]
    fn what_is_quoted_is_never_the_value_of_the_country() {
        let dataset = Embedded::Facts.dataset();
        for school_type in SchoolType::ALL {
            let query = Query {
                school_type,
                level: Level::France,
                edition: Edition::Since2016,
                measure: Measure::Deploye,
                date: Some(date(2025, 12, 31)),
            };
            let registry = Registry::official();
            let france = state_of(&dataset, registry, TerritoryId::France, &query).unwrap();
            let share = match &france.share {
                Ok(share) => Some(share),
                Err(gap) => gap.partial.as_ref(),
            };
            assert!(share.is_none_or(|share| share.observation().is_none()), "{share:?}");
            assert!(france.stage.is_err(), "nor is its stage");
        }
    }
}
