//! Why a column was read as it was: values with fields, and their sentences in French.

use std::fmt;

use crate::{
    french::{self, NARROW_SPACE},
    territory::{Edition, Level, Registry, TerritoryId},
};

/// One reason for a decision on a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionReason {
    /// A person chose the level.
    Chosen,
    /// All values are the country, or totals.
    WholeCountry,
    /// So many of the distinct values are known at the level.
    Recognised { recognised: usize, values: usize, level: Level },
    /// The header names the level.
    HeaderNames { header: String, level: Level },
    /// The header names a level that the values don't have.
    HeaderContradicted { header: String, level: Level },
    /// Another column names the same places.
    SamePlaces { header: String },
    /// Values that exist at this level only.
    OnlyAtLevel { values: Vec<String>, level: Level },
    /// All the territories are in one wider territory.
    Within { count: usize, container: TerritoryId },
    /// All the territories of the level are there.
    Complete { count: usize, level: Level, edition: Option<Edition> },
    /// The values have a meaning at another level too.
    LevelOpen { other: Level },
    /// Why this edition.
    Edition(EditionReason),
}

/// Why a column was read in one edition, or in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionReason {
    /// A value that exists in this edition only.
    OnlyHere { value: String, edition: Edition },
    /// The header names the edition.
    HeaderNames { edition: Edition },
    /// All values exist in both editions, and this one is taken.
    Taken { edition: Edition },
    /// The values as a whole are those of this edition.
    Followed { edition: Edition },
    /// Values that exist in the other edition only, and stand there.
    SomeInTheOther { values: Vec<String>, other: Edition },
}

impl fmt::Display for DecisionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chosen => f.write_str("Choisi à la main."),
            Self::WholeCountry => f.write_str("Toutes les valeurs désignent la France entière."),
            Self::Recognised { recognised, values, level } => {
                let counted = french::counted(*recognised, "valeur", "valeurs");
                let verb = french::plural(*recognised, "est reconnue", "sont reconnues");
                let (all, plural) = (french::integer(*values as i64), level.plural());
                write!(f, "{counted} sur {all} {verb} parmi les {plural}.")
            }
            Self::HeaderNames { header, level } => {
                write!(f, "L’en-tête « {header} » annonce des {}.", level.plural())
            }
            Self::HeaderContradicted { header, level } => write!(
                f,
                "L’en-tête « {header} » annonce des {}, mais les valeurs n’en sont pas.",
                level.plural()
            ),
            Self::SamePlaces { header } => {
                write!(f, "La colonne « {header} » désigne les mêmes lieux.")
            }
            Self::OnlyAtLevel { values, level } => {
                let verb = french::plural(values.len(), "n’existe", "n’existent");
                write!(f, "{} {verb} que parmi les {}.", quoted(values), level.plural())
            }
            Self::Within { count, container } => {
                let name = Registry::official().get(*container).map_or("", |t| t.name.as_str());
                write!(
                    f,
                    "Les {count} départements sont tous dans un même ensemble{NARROW_SPACE}: {name}."
                )
            }
            Self::Complete { count, level, edition } => {
                let when = match edition {
                    Some(Edition::Before2016) => " d’avant 2016",
                    Some(Edition::Since2016) => " depuis 2016",
                    None => "",
                };
                write!(f, "Ce sont les {count} {}{when}, sans exception.", level.plural())
            }
            Self::LevelOpen { other } => write!(
                f,
                "Ces valeurs pourraient aussi être des {}{NARROW_SPACE}: l’échelon est à vérifier.",
                other.plural()
            ),
            Self::Edition(reason) => reason.fmt(f),
        }
    }
}

impl fmt::Display for EditionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnlyHere { value, edition } => {
                write!(f, "« {value} » n’existe que dans le découpage {}.", in_force(*edition))
            }
            Self::HeaderNames { edition } => {
                write!(f, "L’en-tête renvoie au découpage {}.", in_force(*edition))
            }
            Self::Taken { edition } => write!(
                f,
                "Toutes ces valeurs existent dans les deux découpages{NARROW_SPACE}; celui {} est retenu.",
                in_force(*edition)
            ),
            Self::Followed { edition } => {
                write!(f, "Les valeurs suivent le découpage {}.", in_force(*edition))
            }
            Self::SomeInTheOther { values, other } => {
                let verb = french::plural(values.len(), "est", "sont");
                write!(f, "{} {verb} du découpage {}.", quoted(values), in_force(*other))
            }
        }
    }
}

fn quoted(values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("« {value} »")).collect();
    quoted.join(", ")
}

fn in_force(edition: Edition) -> &'static str {
    match edition {
        Edition::Before2016 => "d’avant 2016",
        Edition::Since2016 => "en vigueur depuis 2016",
    }
}
