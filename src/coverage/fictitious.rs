//! A complete invented dataset, to try the atlas on a map without gaps.
//!
//! Every département, both school types, each autumn from 2009 to 2024; and of each région and
//! académie, before 2016 and since, the stage, in the first autumn and whenever it changes. The numbers of schools are
//! those of 2024; all the rest is drawn from a small generator with a constant seed, in arithmetic
//! that gives the same bits on every machine (no `exp`, no clock). Cells whose default says the
//! same stay empty, to keep the file small.

use super::{
    SchoolType, Stage,
    schools::{Schools, Vintage, schools},
};
use crate::{
    table::normalise,
    territory::{Code, Edition, Level, Registry, Standing, Territory},
};

const SEED: u64 = 20_111_031;
const YEARS: std::ops::RangeInclusive<i32> = 2009..=2024;
const HEADER: &str = "niveau,code,nom,type,date,stade,taux,equipes,total,mesure,perimetre,\
                      statut,preuve,projet,note,source\n";

/// Invented names, of no known ENT.
const PROJECTS: [&str; 30] = [
    "Alidade",
    "Belvédère",
    "Boussole",
    "Calepin",
    "Clairière",
    "Écritoire",
    "Embellie",
    "Estuaire",
    "Farandole",
    "Gabier",
    "Garrigue",
    "Girouette",
    "Hirondelle",
    "Houppelande",
    "Lanterne",
    "Lisière",
    "Marelle",
    "Moulinet",
    "Nacelle",
    "Orée",
    "Passerelle",
    "Promontoire",
    "Pupitre",
    "Ritournelle",
    "Sarabande",
    "Sillage",
    "Tournesol",
    "Vigie",
    "Virevolte",
    "Zéphyr",
];

/// Writes the dataset as CSV, in the columns of `ent-faits.csv`. Always the same bytes.
pub fn generate() -> String {
    let registry = Registry::official();
    let regions = registry.territories(Level::Region, Edition::Before2016);
    let mut dice = Dice(SEED);
    let programmes: Vec<Programme> =
        (0..regions.len()).map(|index| Programme::of_region(index, &mut dice)).collect();

    let mut csv = String::from(HEADER);
    let mut rollouts = Vec::new();
    for departement in registry.territories(Level::Departement, Edition::Since2016) {
        let Some(code) = departement.id.code() else { continue };
        let region = regions.iter().position(|r| r.departements.contains(&code)).unwrap_or(0);
        for school_type in [SchoolType::College, SchoolType::Lycee] {
            let rollout = Rollout::draw(school_type, code, &programmes[region], &mut dice);
            for year in YEARS {
                let (equipped, total) = (rollout.equipped(year), rollout.total());
                let (name, kind) = (&departement.name, school_type.singular());
                let (stage, project) = (stage(equipped, total).label(), rollout.project);
                csv.push_str(&format!(
                    "departement,{code},{name},{kind},{year}-09,{stage},,{equipped},{total},\
                     déployé,,,,{project} (fictif),,donnée fictive\n"
                ));
            }
            rollouts.push((code, school_type, rollout));
        }
    }
    for territory in wholes(registry) {
        for school_type in [SchoolType::College, SchoolType::Lycee] {
            csv.push_str(&stages_of(territory, school_type, &rollouts));
        }
    }
    csv
}

/// The régions and académies of both editions, those that kept their code and their départements once.
fn wholes(registry: &Registry) -> impl Iterator<Item = &Territory> {
    let levels = [Level::Region, Level::Academie].into_iter();
    let all = levels.flat_map(|level| Edition::ALL.map(|edition| (level, edition)));
    let all = all.flat_map(|(level, edition)| registry.territories(level, edition));
    let is_there_before = |territory: &Territory| {
        territory.id.edition() == Some(Edition::Since2016)
            && registry.same_extent(territory.id).any(|other| {
                (other.id.level(), other.id.code()) == (territory.id.level(), territory.id.code())
                    && other.id.edition() == Some(Edition::Before2016)
            })
    };
    all.filter(move |one| one.standing == Standing::Full && !is_there_before(one))
}

/// The rows of a whole: its stage follows from the schools of its départements, and its project is
/// that of most of them.
fn stages_of(
    territory: &Territory,
    school_type: SchoolType,
    rollouts: &[(Code, SchoolType, Rollout)],
) -> String {
    let of_it = || {
        let here = rollouts
            .iter()
            .filter(|(code, of, _)| *of == school_type && territory.departements.contains(code));
        here.map(|(.., rollout)| rollout)
    };
    let running = |project: &str| of_it().filter(|rollout| rollout.project == project).count();
    let project = of_it().map(|rollout| rollout.project).max_by_key(|one| (running(one), *one));
    let Some((project, code)) = project.zip(territory.id.code()) else { return String::new() };
    let (level, name) = (normalise(territory.id.level().singular()), &territory.name);
    let kind = school_type.singular();
    let (mut rows, mut before) = (String::new(), None);
    for year in YEARS {
        let equipped = of_it().map(|rollout| rollout.equipped(year)).sum();
        let stage = stage(equipped, of_it().map(Rollout::total).sum());
        if before.replace(stage) != Some(stage) {
            rows.push_str(&format!(
                "{level},{code},{name},{kind},{year}-09,{},,,,déployé,,,,{project} (fictif),,\
                 donnée fictive\n",
                stage.label()
            ));
        }
    }
    rows
}

fn stage(equipped: u32, total: u32) -> Stage {
    if equipped == 0 {
        Stage::EtudePrealable
    } else if equipped * 100 < total * 15 {
        Stage::Experimentation
    } else {
        Stage::Generalisation
    }
}

/// What a région set out to do.
struct Programme {
    project: &'static str,
    /// Year in which the first schools are chosen; still none at its rentrée.
    start: i32,
    /// Years from the first public school to the last.
    duration: i32,
    /// Years by which private schools follow.
    private_lag: i32,
}

impl Programme {
    fn of_region(index: usize, dice: &mut Dice) -> Self {
        Self {
            project: PROJECTS[index % PROJECTS.len()],
            start: dice.between(2005, 2013),
            duration: dice.between(4, 9),
            private_lag: dice.between(1, 4),
        }
    }
}

/// How one type of school is equipped in one département.
struct Rollout {
    project: &'static str,
    schools: Schools,
    start: i32,
    duration: i32,
    private_lag: i32,
    /// Schools that it never goes beyond.
    ceiling: u32,
}

impl Rollout {
    fn draw(
        school_type: SchoolType,
        departement: Code,
        programme: &Programme,
        dice: &mut Dice,
    ) -> Self {
        // The reference table leaves Mayotte out: its numbers are invented too.
        let invented = match school_type {
            SchoolType::College => Schools { public: 22, private: 1 },
            SchoolType::Lycee => Schools { public: 12, private: 0 },
        };
        let schools = schools(departement, school_type, Vintage::Of2024).unwrap_or(invented);
        // A région moves as one with its lycées; each département decides for its collèges.
        let college = school_type == SchoolType::College;
        let delay = if college { dice.between(0, 4) } else { dice.between(0, 1) };
        let joins = !college || dice.between(1, 100) <= 60;
        let own_project = PROJECTS[dice.below(PROJECTS.len() as u64) as usize];
        let late = college && dice.between(1, 100) <= 8;
        let start = if late { dice.between(2015, 2021) } else { programme.start + delay };
        let total = schools.public + schools.private;
        let stuck = dice.between(1, 100) <= 45;
        let ceiling = total * dice.between(92, 99).unsigned_abs() / 100;
        // Of eight schools, one missing is 88 %: too few to be stuck where the others are.
        let possible = ceiling * 100 >= total * 92;
        Self {
            project: if joins { programme.project } else { own_project },
            schools,
            start,
            duration: programme.duration + dice.between(-1, 2),
            private_lag: programme.private_lag,
            ceiling: if stuck && possible { ceiling } else { total },
        }
    }

    fn total(&self) -> u32 {
        self.schools.public + self.schools.private
    }

    /// Schools equipped at the rentrée of `year`: never fewer than the year before.
    fn equipped(&self, year: i32) -> u32 {
        let age = year - self.start;
        let public = adopted(self.schools.public, age, self.duration);
        let private = adopted(self.schools.private, age - self.private_lag, self.duration);
        (public + private).min(self.ceiling)
    }
}

/// Slow, fast, slow: the smooth step 3t² − 2t³, close to a logistic curve but exact at both ends.
fn adopted(schools: u32, age: i32, duration: i32) -> u32 {
    let t = (f64::from(age) / f64::from(duration)).clamp(0.0, 1.0);
    let share = t * t * (3.0 - 2.0 * t);
    (f64::from(schools) * share + 0.5).floor() as u32
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// A number from `low` to `high`, both included.
    fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below(u64::from(high.abs_diff(low)) + 1) as i32
    }
}

#[cfg(test)]
mod tests;
