//! What looks wrong in a file, or deserves to be known of it.

mod of_figures;
mod of_schools;

use std::fmt;

use super::total::TotalDisagreement;
use crate::{coverage::SchoolType, territory::TerritoryId};

/// Something that looks wrong, or deserves to be known, as a sentence through `Display`.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// Every territory has the same share: a column was perhaps filled down.
    AllAlike(f64),
    /// A total is not the sum of its rows.
    Total(TotalDisagreement),
    /// More totals that are not.
    MoreTotals(usize),
    /// Rows of one territory contradict each other.
    Contradictions {
        /// How many territories.
        territories: usize,
        /// Some of them, with their lines and values.
        examples: Vec<String>,
        /// What a person decided, if they did.
        rule: Option<super::Duplicates>,
    },
    /// Check letters that do not go with their numbers.
    CheckLetters {
        /// How many.
        numbers: usize,
        /// Some of them.
        examples: Vec<String>,
    },
    /// Schools whose number is of another département than the one that the list gives.
    OtherDepartement {
        /// How many.
        schools: usize,
        /// The line of the first.
        line: u32,
    },
    /// Two rows of one school say yes and no.
    SchoolContradictions {
        /// How many schools.
        schools: usize,
        /// Some of them: the number and the lines.
        examples: Vec<String>,
    },
    /// Rows that repeat a school.
    RepeatedSchools(usize),
    /// Schools without coordinates, in a list that has some.
    WithoutPosition(usize),
    /// Coordinates that lie nowhere on Earth or can't be read.
    OddPositions(usize),
    /// No file says which schools are equipped.
    NothingOfEquipment,
    /// A list of equipped schools leaves these out, which count as not equipped.
    TakenForBare(usize),
    /// It names no school in these départements: theirs are not known.
    Silent {
        /// Of which type.
        school_type: SchoolType,
        /// How many schools.
        schools: usize,
        /// The names of the départements.
        departements: Vec<String>,
    },
    /// Parts of a territory without counts, which don't add up.
    PartsWithoutCounts(TerritoryId),
    /// A column whose name speaks of figures, and whose cells can't be read as such.
    Unread {
        /// Its name.
        header: String,
        /// Its first cells.
        values: Vec<String>,
    },
    /// Two columns have the same name.
    SameName {
        /// The name.
        header: String,
        /// The one that is read.
        used: String,
    },
    /// Marks after numbers: « 91,5 p ».
    Flags {
        /// How many cells.
        cells: usize,
        /// Some of them.
        examples: Vec<String>,
    },
    /// Numbers of equipped schools without a total, for which nothing stands.
    CountsWithoutTotal {
        /// The name of their column.
        header: String,
        /// The type of the schools is not known.
        type_is_open: bool,
    },
    /// Counts of lycées and collèges together, which can't be split.
    BothTypes(usize),
    /// Parts of the Rhône are added up.
    PartsAddedUp(TerritoryId),
}

impl Doubt {
    /// A word for it that programs may rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AllAlike(_) => "toutes_egales",
            Self::Total(_) | Self::MoreTotals(_) => "total",
            Self::Contradictions { .. } => "contradictions",
            Self::CheckLetters { .. } => "lettre_de_controle",
            Self::OtherDepartement { .. } => "autre_departement",
            Self::SchoolContradictions { .. } => "reponses_contradictoires",
            Self::RepeatedSchools(_) => "etablissements_repetes",
            Self::WithoutPosition(_) => "sans_coordonnees",
            Self::OddPositions(_) => "coordonnees",
            Self::NothingOfEquipment => "rien_sur_l_equipement",
            Self::TakenForBare(_) => "absents_de_la_liste",
            Self::Silent { .. } => "departements_sans_nom",
            Self::PartsWithoutCounts(_) => "parties_sans_effectifs",
            Self::Unread { .. } => "colonne_illisible",
            Self::SameName { .. } => "meme_nom",
            Self::Flags { .. } => "marques",
            Self::CountsWithoutTotal { .. } => "effectifs_sans_total",
            Self::BothTypes(_) => "lycees_et_colleges",
            Self::PartsAddedUp(_) => "parties_additionnees",
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Total(total) => return total.fmt(f),
            Self::AllAlike(share) => of_figures::all_alike(*share),
            Self::MoreTotals(more) => of_figures::more_totals(*more),
            Self::Contradictions { territories, examples, rule } => {
                of_figures::contradictions(*territories, examples, *rule)
            }
            Self::PartsWithoutCounts(id) => of_figures::parts_without_counts(*id),
            Self::PartsAddedUp(id) => of_figures::parts_added_up(*id),
            Self::Unread { header, values } => of_figures::unread(header, values),
            Self::SameName { header, used } => of_figures::same_name(header, used),
            Self::Flags { cells, examples } => of_figures::flags(*cells, examples),
            Self::CountsWithoutTotal { header, type_is_open } => {
                of_figures::counts_without_total(header, *type_is_open)
            }
            Self::BothTypes(rows) => of_figures::both_types(*rows),
            Self::CheckLetters { numbers, examples } => {
                of_schools::check_letters(*numbers, examples)
            }
            Self::OtherDepartement { schools, line } => {
                of_schools::other_departement(*schools, *line)
            }
            Self::SchoolContradictions { schools, examples } => {
                of_schools::contradictions(*schools, examples)
            }
            Self::RepeatedSchools(rows) => of_schools::repeated(*rows),
            Self::WithoutPosition(schools) => of_schools::without_position(*schools),
            Self::OddPositions(schools) => of_schools::odd_positions(*schools),
            Self::NothingOfEquipment => of_schools::NOTHING_OF_EQUIPMENT.to_owned(),
            Self::TakenForBare(schools) => of_schools::taken_for_bare(*schools),
            Self::Silent { school_type, schools, departements } => {
                of_schools::silent(*school_type, *schools, departements)
            }
        };
        f.write_str(&told)
    }
}
