//! What the features of a file are called by: the property that holds their codes, and the one that
//! holds their names.
//!
//! No program agrees with another on how to call them (`code`, `INSEE_DEP`, `ref:INSEE`, `id`), and a
//! file may have several that look alike: the rank of a feature is also the code of a département.
//! So every property is tried, and the one wins whose départements lie where its outlines do.

use std::collections::BTreeSet;

use super::{geojson::Feature, whereabouts::is_near};
use crate::territory::{
    Edition, Level, TerritoryId, departement_of_nuts,
    matching::{ColumnDecision, Match, Matcher},
};

/// A property, and what it says at a level.
pub(super) struct Column {
    /// What each feature is; [`Match::Empty`] where it says nothing.
    pub matches: Vec<Match>,
    /// The text of each feature.
    pub texts: Vec<String>,
    /// How many features it names.
    pub hits: usize,
}

/// The properties that say which territory of a level each feature is.
pub(super) struct Columns {
    pub code: Option<Column>,
    pub name: Option<Column>,
}

/// Names of properties that hold codes, without their marks, the likeliest first.
const OF_CODES: [&str; 20] = [
    "code",
    "codeinsee",
    "insee",
    "inseedep",
    "inseereg",
    "refinsee",
    "codedept",
    "codedep",
    "codedepartement",
    "coderegion",
    "codereg",
    "dep",
    "reg",
    "departement",
    "region",
    "nuts",
    "nutsid",
    "refnuts",
    "idgeojson",
    "id",
];

/// So many features tell whether a property names places.
const SAMPLE: usize = 200;

impl Columns {
    /// Looks for them at a level.
    pub fn find(features: &[Feature], level: Level, edition: Edition) -> Self {
        let matcher = Matcher::new(&ColumnDecision::chosen(level, edition), &[]);
        let reader = Reader { matcher, level };
        let (mut code, mut name): (Option<Ranked>, Option<Ranked>) = (None, None);
        for header in headers(features) {
            let Some(column) = reader.column(features, header) else { continue };
            let slot = if column.holds_codes() { &mut code } else { &mut name };
            let rank = column.rank(features, header);
            if slot.as_ref().is_none_or(|best| rank > best.rank) {
                *slot = Some(Ranked { rank, column });
            }
        }
        let (code, name) = (code.map(|best| best.column), name.map(|best| best.column));
        // A number that all have in common (`admin_level`) is no code beside names that differ.
        let told_apart = name.as_ref().map_or(0, Column::told_apart);
        Self { code: code.filter(|code| code.told_apart() * 2 >= told_apart), name }
    }
}

/// What is most likely to be a code of a file in which none is known.
pub(super) fn likely_code(features: &[Feature]) -> Option<&str> {
    let mut known: Vec<(usize, &str)> =
        headers(features).into_iter().filter_map(|h| Some((place_among_codes(h)?, h))).collect();
    known.sort_unstable();
    // The `id` of a feature is a number without a meaning, as a rule.
    let known = known.into_iter().filter(|(place, _)| *place < OF_CODES.len() - 2);
    known
        .flat_map(|(_, header)| features.iter().map(move |feature| feature.text(header)))
        .find(|text| !text.is_empty())
}

struct Ranked {
    rank: (usize, usize, usize),
    column: Column,
}

/// The names of all properties, in their order.
fn headers(features: &[Feature]) -> BTreeSet<&str> {
    let said = features.iter().flat_map(|feature| &feature.said);
    said.map(|(header, _)| header.as_str()).collect()
}

fn place_among_codes(header: &str) -> Option<usize> {
    let bare: String =
        header.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    OF_CODES.iter().position(|known| *known == bare)
}

struct Reader {
    matcher: Matcher,
    level: Level,
}

impl Reader {
    /// A property, unless it names nothing.
    fn column(&self, features: &[Feature], header: &str) -> Option<Column> {
        let said = features.iter().map(|feature| feature.text(header));
        let names_one = |text: &str| joined(&self.read(text)).is_some();
        if !said.clone().filter(|text| !text.is_empty()).take(SAMPLE).any(names_one) {
            return None;
        }
        let matches: Vec<Match> = said.clone().map(|text| self.read(text)).collect();
        let hits = matches.iter().filter(|outcome| joined(outcome).is_some()).count();
        Some(Column { matches, texts: said.map(str::to_owned).collect(), hits })
    }

    fn read(&self, text: &str) -> Match {
        let outcome = self.matcher.value(text);
        if self.level == Level::Departement
            && outcome == Match::None
            && let Some(code) = departement_of_nuts(text)
        {
            return Match::Exact(TerritoryId::Departement(code));
        }
        outcome
    }
}

/// The territory that an outline is, or is a part of.
pub(super) fn joined(outcome: &Match) -> Option<TerritoryId> {
    match outcome {
        Match::Part { whole, .. } => Some(*whole),
        other => other.territory(),
    }
}

impl Column {
    /// Whether what it names it names by codes: they have a digit, and no name has one.
    fn holds_codes(&self) -> bool {
        let named = self.matches.iter().zip(&self.texts).filter(|(one, _)| joined(one).is_some());
        let with_digit = named.filter(|(_, text)| text.contains(|c: char| c.is_ascii_digit()));
        with_digit.count() * 2 > self.hits
    }

    /// How many territories it names.
    fn told_apart(&self) -> usize {
        self.matches.iter().filter_map(joined).collect::<BTreeSet<_>>().len()
    }

    /// The higher, the better: how many features lie where their territory does, how usual its name
    /// is, how many it names.
    fn rank(&self, features: &[Feature], header: &str) -> (usize, usize, usize) {
        let placed = features.iter().zip(&self.matches).filter(|(feature, outcome)| {
            let code = joined(outcome).and_then(|id| match id {
                TerritoryId::Departement(code) => Some(code),
                _ => None,
            });
            code.zip(feature.somewhere()).is_some_and(|(code, place)| is_near(code, place))
        });
        let usual = place_among_codes(header).map_or(0, |place| OF_CODES.len() - place);
        (placed.count(), usual, self.hits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::geojson::read;

    /// Two squares in Loire and in Isère, with these properties.
    fn features(loire: &str, isere: &str) -> Vec<Feature> {
        let one = |properties: &str, west: f64, south: f64| {
            let (east, north) = (west + 0.2, south + 0.2);
            format!(
                r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon",
                "coordinates":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{south}]]]}}}}"#
            )
        };
        let text = format!(
            r#"{{"type":"FeatureCollection","features":[{},{}]}}"#,
            one(loire, 4.1, 45.6),
            one(isere, 5.5, 45.1)
        );
        read(text.as_bytes()).unwrap().0
    }

    fn codes(features: &[Feature]) -> Option<Vec<String>> {
        let columns = Columns::find(features, Level::Departement, Edition::Since2016);
        columns.code.map(|column| column.texts)
    }

    #[test]
    fn codes_stand_under_many_names_in_any_case() {
        for header in
            ["code", "code_insee", "INSEE_DEP", "CODE_DEPT", "ref:INSEE", "Insee-Dep", "machin"]
        {
            let features =
                features(&format!(r#"{{"{header}":"42"}}"#), &format!(r#"{{"{header}":"38"}}"#));
            assert_eq!(
                codes(&features).as_deref(),
                Some(&["42".into(), "38".into()][..]),
                "{header}"
            );
        }
        let nuts = features(r#"{"NUTS_ID":"FRK25"}"#, r#"{"NUTS_ID":"FRK24"}"#);
        assert_eq!(codes(&nuts).as_deref(), Some(&["FRK25".into(), "FRK24".into()][..]));
    }

    #[test]
    fn a_rank_is_no_code_where_another_property_fits_the_place() {
        let features = features(
            r#"{"code":1,"id":"07","dep_num":"42"}"#,
            r#"{"code":2,"id":"08","dep_num":"38"}"#,
        );
        assert_eq!(codes(&features).as_deref(), Some(&["42".into(), "38".into()][..]));
    }

    #[test]
    fn names_are_found_beside_codes_and_alone() {
        let features = features(r#"{"nom":"Loire"}"#, r#"{"nom":"ISERE","autre":"x"}"#);
        let columns = Columns::find(&features, Level::Departement, Edition::Since2016);
        assert!(columns.code.is_none());
        assert_eq!(columns.name.map(|column| column.hits), Some(2));
        assert_eq!(likely_code(&features), None);
    }
}
