//! Which territory each feature of a file is.

use super::{
    columns::{Column, Columns, joined, likely_code},
    error::OutlineError,
    geojson::{Feature, shortened},
};
use crate::territory::{
    Edition, Level, Registry, TerritoryId,
    matching::{Agreement, Match, Side, pair},
};

/// What a feature is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    /// This territory, or a part of it.
    Known(TerritoryId),
    /// A place that the atlas does not draw.
    Outside(&'static str),
    /// Its code names one territory and its name another.
    Contradictory { code: String, name: String },
    /// What it says is no territory of the level.
    Unknown(String),
    /// It says neither a code nor a name.
    Unnamed,
}

impl Identity {
    /// The territory, if it is one.
    pub fn known(&self) -> Option<TerritoryId> {
        match self {
            Self::Known(id) => Some(*id),
            _ => None,
        }
    }
}

/// What the features of a file are at a level.
///
/// # Errors
/// When none of them is a territory of the level.
pub(super) fn identify(
    features: &[Feature],
    level: Level,
    edition: Edition,
) -> Result<Vec<Identity>, OutlineError> {
    let columns = Columns::find(features, level, edition);
    let identities: Vec<Identity> = (0..features.len()).map(|row| of_row(&columns, row)).collect();
    if identities.iter().any(|identity| identity.known().is_some()) {
        return Ok(identities);
    }
    Err(match likely_code(features) {
        Some(sample) => OutlineError::UnknownCodes { expected: level, sample: shortened(sample) },
        None => OutlineError::NoCode { expected: level },
    })
}

fn of_row(columns: &Columns, row: usize) -> Identity {
    let cell = |column: &Option<Column>| {
        let column = column.as_ref();
        let outcome = column.and_then(|column| column.matches.get(row)).cloned();
        let text = column.and_then(|column| column.texts.get(row)).map_or("", String::as_str);
        (outcome.unwrap_or(Match::Empty), shortened(text))
    };
    let ((code, code_text), (name, name_text)) = (cell(&columns.code), cell(&columns.name));
    let said = || if code_text.is_empty() { name_text.clone() } else { code_text.clone() };
    match pair(&code, &name) {
        // Beside a code that is none, a name alone would be believed against what the file says.
        Agreement::OneUnknown { unknown: Side::Code, .. } => Identity::Unknown(code_text),
        Agreement::Same(id)
        | Agreement::OneBlank(id)
        | Agreement::OneUnknown { known: id, .. }
        | Agreement::Part { whole: id, .. } => Identity::Known(id),
        Agreement::Disagree { .. } => Identity::Contradictory { code: code_text, name: name_text },
        Agreement::Outside { name } => Identity::Outside(name),
        Agreement::Total(_) | Agreement::Neither => match said() {
            text if text.is_empty() => Identity::Unnamed,
            text => Identity::Unknown(text),
        },
    }
}

/// The level of a file that holds something else than départements.
///
/// Every région code since 2016 is also the code of a département, so names decide; without names,
/// a file with exactly the codes of the régions of an edition is one of régions.
pub(super) fn other_level(features: &[Feature]) -> Option<Level> {
    let as_departements = named(features, Level::Departement, Edition::Since2016);
    let others = [Level::Region, Level::Academie]
        .into_iter()
        .flat_map(|level| Edition::ALL.into_iter().map(move |edition| (level, edition)));
    others
        .map(|(level, edition)| (level, named(features, level, edition), edition))
        .find(|(level, named, edition)| {
            let complete = as_departements == 0
                && *level == Level::Region
                && is_complete(features, *level, *edition);
            *named > as_departements || complete
        })
        .map(|(level, ..)| level)
}

/// How many features have the name of a territory of a level, and its code if they have codes.
fn named(features: &[Feature], level: Level, edition: Edition) -> usize {
    let columns = Columns::find(features, level, edition);
    let Some(name) = &columns.name else { return 0 };
    let agrees = |row: &usize| {
        let named = name.matches.get(*row).and_then(joined);
        let coded = columns.code.as_ref().and_then(|code| code.matches.get(*row));
        named.is_some() && coded.is_none_or(|code| joined(code) == named)
    };
    (0..features.len()).filter(agrees).count()
}

/// Whether the codes are those of all the territories of a level, each once.
fn is_complete(features: &[Feature], level: Level, edition: Edition) -> bool {
    let territories = Registry::official().territories(level, edition);
    let Some(code) = Columns::find(features, level, edition).code else { return false };
    territories.len() == features.len()
        && territories
            .iter()
            .all(|territory| code.matches.iter().any(|one| joined(one) == Some(territory.id)))
}
