//! Totals that are not the sum of their rows.

use std::fmt;

use crate::{
    coverage::{Period, SchoolTypes},
    french::{self, NARROW_SPACE, counted, integer},
    territory::{Level, Registry, TerritoryId, matching::Piece},
};

/// A total that is not the sum of its rows, as a sentence through `Display`.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalDisagreement {
    /// The line of the total.
    pub line: u32,
    /// What it adds up.
    pub territory: TerritoryId,
    /// A piece of the country, rather than all of it.
    pub piece: Option<Piece>,
    /// Of which schools it is and when, where the file speaks of several.
    pub subject: Option<(SchoolTypes, Option<Period>)>,
    /// What it states, and what its rows say.
    pub numbers: TotalNumbers,
}

/// What a total states beside what its rows say.
#[derive(Clone, Debug, PartialEq)]
pub enum TotalNumbers {
    /// A number of schools.
    Schools {
        /// Those that are equipped, rather than all.
        equipped: bool,
        /// As the total has it.
        stated: u64,
        /// Its parts added up.
        sum: u64,
        /// These parts.
        parts: TotalParts,
    },
    /// A share, 0 to 100, beyond those of all parts.
    Share {
        /// As the total has it.
        stated: f64,
        /// The smallest among its parts.
        least: f64,
        /// The largest.
        most: f64,
        /// These parts.
        parts: TotalParts,
    },
    /// A number of schools of both sectors beside the public and the private row.
    Sectors {
        /// Those that are equipped, rather than all.
        equipped: bool,
        /// As the row of both has it.
        stated: u64,
        /// The two rows added up.
        sum: u64,
        /// The lines of these two, the first first.
        lines: [u32; 2],
    },
}

/// The parts that a total was held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalParts {
    /// Their level.
    pub level: Level,
    /// How many there are in the country.
    pub expected: usize,
    /// They are the rows of the file, whichever these are.
    pub of_the_file: bool,
    /// Their lines, in order.
    pub lines: Vec<u32>,
}

impl fmt::Display for TotalDisagreement {
    /// « France (ligne 9) : 320 établissements dans le fichier, 318 en additionnant … ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Registry::official().get(self.territory).map_or("", |one| one.name.as_str());
        let is_of_the_file = match &self.numbers {
            TotalNumbers::Schools { parts, .. } | TotalNumbers::Share { parts, .. } => {
                parts.of_the_file
            }
            TotalNumbers::Sectors { .. } => false,
        };
        // « Total région » says of no territory which it is.
        let is_unnamed = is_of_the_file && self.territory == TerritoryId::France;
        f.write_str(match self.piece {
            Some(piece) => piece.name(),
            None if is_unnamed => "Total",
            None => name,
        })?;
        if let Some((types, period)) = &self.subject {
            write!(f, ", {}", types.label())?;
            period.map_or(Ok(()), |period| write!(f, ", {period}"))?;
        }
        write!(f, " (ligne {}){NARROW_SPACE}: ", self.line)?;
        match &self.numbers {
            TotalNumbers::Schools { equipped, stated, sum, parts } => write!(
                f,
                "{} dans le fichier, {} en additionnant {parts}.",
                schools(*stated, *equipped),
                integer(*sum as i64),
            ),
            TotalNumbers::Share { stated, least, most, parts } => {
                let stated = french::percent(*stated, &french::ROUND_FIGURES);
                write!(f, "{stated} dans le fichier, alors que la part dans {parts} ")?;
                let (least, most) = (
                    french::percent(*least, &french::ROUND_FIGURES),
                    french::percent(*most, &french::ROUND_FIGURES),
                );
                match least == most {
                    true => write!(f, "est à {least}."),
                    false => write!(f, "va de {least} à {most}."),
                }
            }
            TotalNumbers::Sectors { equipped, stated, sum, lines: [first, second] } => write!(
                f,
                "{} dans le fichier pour le public et le privé ensemble, {} en additionnant les \
                 lignes {first} et {second}.",
                schools(*stated, *equipped),
                integer(*sum as i64),
            ),
        }
    }
}

fn schools(count: u64, equipped: bool) -> String {
    let [one, many] = match equipped {
        true => ["établissement équipé", "établissements équipés"],
        false => ["établissement", "établissements"],
    };
    counted(usize::try_from(count).unwrap_or(usize::MAX), one, many)
}

impl fmt::Display for TotalParts {
    /// « ses 8 départements (lignes 2 à 9) ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (found, expected) = (self.lines.len(), self.expected);
        match (found, expected) {
            (found, _) if self.of_the_file => {
                f.write_str(&counted(found, "ligne du fichier", "lignes du fichier"))
            }
            (_, 1) => write!(f, "son seul {}", self.level.singular()),
            (found, expected) if found == expected => {
                write!(f, "ses {expected} {}", self.level.plural())
            }
            (found, expected) => write!(f, "{found} de ses {expected} {}", self.level.plural()),
        }?;
        write!(f, " ({})", named(&self.lines))
    }
}

/// « ligne 4 », « lignes 2 à 9 », « lignes 2, 5, 8… ».
fn named(lines: &[u32]) -> String {
    const NAMED: usize = 5;
    match lines {
        [] => String::new(),
        [one] => format!("ligne {one}"),
        [first, .., last] if (last - first) as usize + 1 == lines.len() => {
            format!("lignes {first} à {last}")
        }
        several => {
            let named: Vec<String> = several.iter().take(NAMED).map(u32::to_string).collect();
            let more = if several.len() > NAMED { "…" } else { "" };
            format!("lignes {}{more}", named.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_named_in_short() {
        assert_eq!(named(&[4]), "ligne 4");
        assert_eq!(named(&[2, 5, 9]), "lignes 2, 5, 9");
        assert_eq!(named(&[1, 3, 5, 7, 9, 11]), "lignes 1, 3, 5, 7, 9…");
    }
}
