//! What looks wrong in a file, or deserves to be known of it.

use std::fmt;

use super::total::TotalDisagreement;
use crate::{
    french::{self, NARROW_SPACE, counted, plural},
    territory::{Registry, TerritoryId},
};

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
        match self {
            Self::AllAlike(share) => write!(
                f,
                "Toutes les parts sont égales à {}{NARROW_SPACE}: est-ce voulu\u{202f}?",
                french::percent(*share, &french::ROUND_FIGURES)
            ),
            Self::Total(total) => total.fmt(f),
            Self::MoreTotals(more) => {
                let more = counted(*more, "autre total n’est", "autres totaux ne sont");
                write!(f, "{more} pas la somme de leurs parties.")
            }
            Self::Contradictions { territories, examples, rule } => {
                let count = counted(*territories, "territoire a", "territoires ont");
                let kept = match rule {
                    None => "laissées sans valeur, jusqu’à ce que l’on choisisse".to_owned(),
                    Some(rule) => format!("dont {} est gardée", rule.label()),
                };
                write!(
                    f,
                    "{count} plusieurs lignes contradictoires, {kept}{NARROW_SPACE}: {}.",
                    examples.join(" ; ")
                )
            }
            Self::CheckLetters { numbers, examples } => write!(
                f,
                "{} une lettre de contrôle fausse{NARROW_SPACE}: {}. Ces établissements sont \
                 comptés.",
                counted(*numbers, "numéro UAI a", "numéros UAI ont"),
                examples.join(" ; ")
            ),
            Self::OtherDepartement { schools, line } => write!(
                f,
                "{} un numéro d’un autre département que celui de la liste (à partir de la ligne \
                 {line}){NARROW_SPACE}: celui de la liste est suivi.",
                counted(*schools, "établissement a", "établissements ont"),
            ),
            Self::SchoolContradictions { schools, examples } => write!(
                f,
                "{} des réponses contradictoires, et {} sans réponse{NARROW_SPACE}: {}.",
                counted(*schools, "établissement a", "établissements ont"),
                plural(*schools, "reste", "restent"),
                examples.join(" ; ")
            ),
            Self::RepeatedSchools(rows) => write!(
                f,
                "{}.",
                counted(
                    *rows,
                    "ligne répète un établissement déjà lu",
                    "lignes répètent un établissement déjà lu"
                )
            ),
            Self::WithoutPosition(schools) => write!(
                f,
                "{} sans coordonnées.",
                counted(*schools, "établissement est", "établissements sont")
            ),
            Self::OddPositions(schools) => write!(
                f,
                "{} des coordonnées illisibles ou hors de la Terre.",
                counted(*schools, "établissement a", "établissements ont")
            ),
            Self::NothingOfEquipment => f.write_str(
                "Aucune colonne ne dit quels établissements ont un ENT\u{202f}: ajoutez un fichier \
                 qui les énumère (« Ajouter un fichier… »), ou une colonne (« oui », « 1 », « x » \
                 ou le nom du projet).",
            ),
            Self::TakenForBare(schools) => write!(
                f,
                "{} de la liste, et {} pour non {}.",
                counted(*schools, "établissement est absent", "établissements sont absents"),
                plural(*schools, "compte", "comptent"),
                plural(*schools, "équipé", "équipés"),
            ),
            Self::Silent { schools, departements } => {
                let some: Vec<&str> = departements.iter().take(4).map(String::as_str).collect();
                let rest = if departements.len() > some.len() { "…" } else { "" };
                write!(
                    f,
                    "La liste ne nomme aucun établissement dans {} ({}{rest}){NARROW_SPACE}: {} \
                     {}, plutôt que {} comme non {}.",
                    counted(departements.len(), "département", "départements"),
                    some.join(", "),
                    counted(*schools, "établissement", "établissements"),
                    plural(*schools, "y reste sans réponse", "y restent sans réponse"),
                    plural(*schools, "compté", "comptés"),
                    plural(*schools, "équipé", "équipés"),
                )
            }
            Self::PartsWithoutCounts(id) => write!(
                f,
                "{} est en plusieurs parties sans effectifs, qui ne s’additionnent pas.",
                named(*id)
            ),
            Self::Unread { header, values } => write!(
                f,
                "La colonne « {header} » devrait donner des nombres, et ne se lit pas (« {} »…).",
                values.join(" », « ")
            ),
            Self::SameName { header, used } => write!(
                f,
                "Deux colonnes ont le même nom, « {header} »{NARROW_SPACE}: la première est lue \
                 (« {used} »)."
            ),
            Self::Flags { cells, examples } => write!(
                f,
                "{} une marque après le nombre ({}){NARROW_SPACE}: le nombre est lu, la marque est \
                 laissée de côté.",
                counted(*cells, "cellule porte", "cellules portent"),
                examples.join(", ")
            ),
            Self::CountsWithoutTotal { header, type_is_open } => write!(
                f,
                "« {header} » compte des établissements sans dire combien il y en a en \
                 tout{NARROW_SPACE}: aucune part n’en est tirée{}.",
                if *type_is_open {
                    ", tant que leur type (lycées ou collèges) n’est pas dit"
                } else {
                    ""
                }
            ),
            Self::BothTypes(rows) => write!(
                f,
                "{} lycées et collèges ensemble{NARROW_SPACE}: ces nombres ne se partagent pas \
                 entre les deux, et n’entrent dans aucune somme.",
                counted(*rows, "ligne compte", "lignes comptent"),
            ),
            Self::PartsAddedUp(id) => {
                write!(f, "Les parties de « {} » sont additionnées.", named(*id))
            }
        }
    }
}

fn named(id: TerritoryId) -> String {
    Registry::official().get(id).map_or_else(String::new, |territory| territory.name.clone())
}
