//! What became of each row of a file.

use std::{collections::BTreeMap, fmt};

use crate::{
    french::{NARROW_SPACE, counted, plural},
    territory::TerritoryId,
};

/// What became of a row. Each has exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// On the map: drawable at some type, level or date.
    OnMap,
    /// A total, compared with the rows that it adds up.
    Total(TerritoryId),
    /// A title or a note.
    Note,
    /// Known, and not counted here.
    NotCounted(NotCountedHere),
    /// Left out.
    LeftOut(LeftOut),
}

/// Why a row that is understood is not counted here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotCountedHere {
    /// A school or a figure of another kind than lycées and collèges.
    OtherType,
    /// A closed school.
    Closed,
    /// An agricultural lycée.
    Agricultural,
    /// A school of another ministry.
    OtherMinistry,
    /// A place that the atlas has no outline of.
    Outside,
    /// The same row again.
    Repeated,
}

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOutReason {
    /// Its place is not known.
    UnknownPlace,
    /// It has a value and names no place.
    NoPlace,
    /// Its code and its name are those of two places.
    CodeAndNameDisagree,
    /// A word that says of what it speaks is not known.
    UnknownWord,
    /// Its date can't be read.
    UnreadableDate,
    /// It contradicts another row of the same territory.
    Contradiction,
    /// It is no number of a school.
    NoSchoolNumber,
    /// It is the number of a school that no list has.
    NoSuchSchool,
}

/// A row that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: LeftOutReason,
    /// It holds a value, which is lost.
    pub holds_a_value: bool,
}

/// The fates of the rows of a file, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    rows: Vec<(u32, Fate)>,
}

/// How many rows have each kind of fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FateCounts {
    /// On the map.
    pub on_map: usize,
    /// Totals, compared.
    pub totals: usize,
    /// Titles and notes.
    pub notes: usize,
    /// Known, and not counted here.
    pub not_counted: usize,
    /// Left out.
    pub left_out: usize,
}

impl Fates {
    /// From the line and the fate of each row.
    pub fn new(rows: Vec<(u32, Fate)>) -> Self {
        Self { rows }
    }

    /// Each row with its line.
    pub fn rows(&self) -> &[(u32, Fate)] {
        &self.rows
    }

    /// One more row: a note that stands below the table.
    pub(super) fn push(&mut self, line: u32, fate: Fate) {
        self.rows.push((line, fate));
    }

    /// Changes the fate of the rows that stand on a line.
    pub(super) fn set(&mut self, line: u32, fate: &Fate) {
        let found = self.rows.partition_point(|(other, _)| *other < line);
        let in_order = self.rows.get(found).is_some_and(|(other, _)| *other == line);
        let rank = if in_order {
            Some(found)
        } else {
            self.rows.iter().position(|(other, _)| *other == line)
        };
        if let Some((_, old)) = rank.and_then(|rank| self.rows.get_mut(rank)) {
            *old = fate.clone();
        }
    }

    /// Changes the fate of the rows on lines of which another is known.
    pub(super) fn replace(&mut self, fate_of: impl Fn(u32) -> Option<Fate>) {
        for (line, fate) in &mut self.rows {
            if let Some(other) = fate_of(*line) {
                *fate = other;
            }
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows have each kind of fate; their sum is [`Self::len`].
    pub fn counts(&self) -> FateCounts {
        let mut counts = FateCounts::default();
        for (_, fate) in &self.rows {
            *match fate {
                Fate::OnMap => &mut counts.on_map,
                Fate::Total(_) => &mut counts.totals,
                Fate::Note => &mut counts.notes,
                Fate::NotCounted(_) => &mut counts.not_counted,
                Fate::LeftOut(_) => &mut counts.left_out,
            } += 1;
        }
        counts
    }

    /// Whether no row with a value was left out.
    pub fn nothing_is_lost(&self) -> bool {
        !self.rows.iter().any(|(_, fate)| matches!(fate, Fate::LeftOut(left) if left.holds_a_value))
    }

    /// How many rows are not counted, for each reason.
    pub fn not_counted(&self) -> BTreeMap<NotCountedHere, usize> {
        let mut counts = BTreeMap::new();
        for (_, fate) in &self.rows {
            if let Fate::NotCounted(why) = fate {
                *counts.entry(*why).or_default() += 1;
            }
        }
        counts
    }

    /// The lines of the rows that are left out, for each reason, in their order.
    pub fn left_out(&self) -> BTreeMap<LeftOutReason, Vec<u32>> {
        let mut lines: BTreeMap<LeftOutReason, Vec<u32>> = BTreeMap::new();
        for (line, fate) in &self.rows {
            if let Fate::LeftOut(left) = fate {
                lines.entry(left.reason).or_default().push(*line);
            }
        }
        lines
    }
}

impl LeftOut {
    /// A row that holds a value.
    pub(super) fn with_value(reason: LeftOutReason) -> Fate {
        Fate::LeftOut(Self { reason, holds_a_value: true })
    }
}

impl FateCounts {
    /// All rows.
    pub fn rows(self) -> usize {
        self.on_map + self.totals + self.notes + self.not_counted + self.left_out
    }
}

impl fmt::Display for FateCounts {
    /// « 102 lignes : 101 sur la carte, 1 total vérifié ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.on_map, "sur la carte", "sur la carte"),
            (self.totals, "total vérifié", "totaux vérifiés"),
            (self.notes, "titre ou note", "titres ou notes"),
            (self.not_counted, "connue mais non comptée ici", "connues mais non comptées ici"),
            (self.left_out, "laissée de côté", "laissées de côté"),
        ];
        let told: Vec<String> = counts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| counted(count, one, many))
            .collect();
        write!(f, "{}", counted(self.rows(), "ligne", "lignes"))?;
        if told.is_empty() { Ok(()) } else { write!(f, "{NARROW_SPACE}: {}", told.join(", ")) }
    }
}

impl NotCountedHere {
    /// A word for it that programs may rely on.
    pub fn code(self) -> &'static str {
        match self {
            Self::OtherType => "autre_type",
            Self::Closed => "ferme",
            Self::Agricultural => "agricole",
            Self::OtherMinistry => "autre_ministere",
            Self::Outside => "sans_contour",
            Self::Repeated => "repetition",
        }
    }

    /// « 2 lycées agricoles, non comptés sauf demande ».
    pub fn told(self, rows: usize) -> String {
        let (one, many) = match self {
            Self::OtherType => (
                "ligne parle d’un autre type que les lycées et les collèges",
                "lignes parlent d’autres types que les lycées et les collèges",
            ),
            Self::Closed => ("établissement est fermé", "établissements sont fermés"),
            Self::Agricultural => ("lycée est agricole", "lycées sont agricoles"),
            Self::OtherMinistry => (
                "établissement dépend d’un autre ministère",
                "établissements dépendent d’un autre ministère",
            ),
            Self::Outside => {
                ("ligne est d’un lieu sans contour", "lignes sont de lieux sans contour")
            }
            Self::Repeated => (
                "ligne répète une autre à l’identique",
                "lignes en répètent d’autres à l’identique",
            ),
        };
        let end = match self {
            Self::Closed | Self::OtherMinistry => {
                plural(rows, "n’est pas compté", "ne sont pas comptés")
            }
            Self::Agricultural => {
                plural(rows, "n’est compté que sur demande", "ne sont comptés que sur demande")
            }
            Self::OtherType | Self::Outside | Self::Repeated => {
                plural(rows, "n’est pas comptée", "ne sont pas comptées")
            }
        };
        format!("{} et {end}.", counted(rows, one, many))
    }
}

impl LeftOutReason {
    /// A word for it that programs may rely on.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownPlace => "lieu_inconnu",
            Self::NoPlace => "sans_lieu",
            Self::CodeAndNameDisagree => "code_et_nom_en_desaccord",
            Self::UnknownWord => "mot_inconnu",
            Self::UnreadableDate => "date_illisible",
            Self::Contradiction => "contradiction",
            Self::NoSchoolNumber => "pas_un_uai",
            Self::NoSuchSchool => "uai_dans_aucune_liste",
        }
    }

    /// « son lieu n’est pas connu »: the end of a sentence about a row.
    pub fn label(self) -> &'static str {
        match self {
            Self::UnknownPlace => "lieu inconnu",
            Self::NoPlace => "une valeur sans lieu",
            Self::CodeAndNameDisagree => "le code et le nom sont ceux de deux lieux",
            Self::UnknownWord => "mot inconnu",
            Self::UnreadableDate => "date illisible",
            Self::Contradiction => "en contradiction avec une autre ligne du même lieu",
            Self::NoSchoolNumber => "pas un numéro UAI",
            Self::NoSuchSchool => "UAI absent de la liste des établissements",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up_to_the_rows_and_are_told_in_one_line() {
        let mut rows: Vec<(u32, Fate)> = (2..103).map(|line| (line, Fate::OnMap)).collect();
        rows.push((103, Fate::Total(TerritoryId::France)));
        let mut fates = Fates::new(rows);
        assert_eq!(
            fates.counts().to_string(),
            "102 lignes\u{202f}: 101 sur la carte, 1 total vérifié"
        );
        fates.set(50, &LeftOut::with_value(LeftOutReason::Contradiction));
        assert_eq!(fates.counts().rows(), fates.len());
        assert!(!fates.nothing_is_lost());
        assert_eq!(fates.left_out()[&LeftOutReason::Contradiction], [50]);
    }

    #[test]
    fn a_row_left_out_without_a_value_is_no_loss() {
        let left = LeftOut { reason: LeftOutReason::UnknownPlace, holds_a_value: false };
        assert!(Fates::new(vec![(2, Fate::LeftOut(left))]).nothing_is_lost());
    }
}
