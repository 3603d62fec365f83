//! What the properties share: how many tables they try, what is opened, what is seen of it.

use atlas_ent::{
    coverage::{
        Measure, Query, SchoolType, TerritoryState,
        import::{Fate, FateCounts, ImportChoices, Imported, LeftOutReason, NotCountedHere},
        import::{import, join, read_part},
        states,
    },
    table::{READ_ON, ReadOptions, Table, read},
    territory::{Edition, Level, Registry},
};
use proptest::{prelude::*, test_runner::RngSeed};

/// A few dozen tables, the same each time.
pub fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 48,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(0x0E17),
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    }
}

pub fn table(text: &str) -> Table {
    read(text.as_bytes(), "donnees.csv", &ReadOptions::default(), READ_ON).unwrap().table
}

pub fn opened(text: &str) -> Imported {
    import(&table(text), "donnees.csv", &ImportChoices::default()).unwrap()
}

/// Several files, joined in this order.
pub fn joined(texts: &[&str]) -> Imported {
    let part = |text: &&str| read_part(&table(text), "donnees.csv", &ImportChoices::default());
    join(texts.iter().map(|text| part(text).unwrap()).collect()).unwrap()
}

/// The names of the départements, in the order of their codes.
pub fn departements() -> Vec<&'static str> {
    let all = Registry::official().territories(Level::Departement, Edition::Since2016);
    all.iter().map(|territory| territory.name.as_str()).collect()
}

/// The fate of a row, as a generator knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    OnMap,
    Total,
    Note,
    NotCounted(NotCountedHere),
    /// Left out, with a value that is lost or not.
    LeftOut(LeftOutReason, bool),
}

impl Known {
    pub fn is_a_loss(self) -> bool {
        matches!(self, Self::LeftOut(_, true))
    }
}

impl From<&Fate> for Known {
    fn from(fate: &Fate) -> Self {
        match fate {
            Fate::OnMap => Self::OnMap,
            Fate::Total(_) => Self::Total,
            Fate::Note => Self::Note,
            Fate::NotCounted(why) => Self::NotCounted(*why),
            Fate::LeftOut(left) => Self::LeftOut(left.reason, left.holds_a_value),
        }
    }
}

/// A row of a file with what is known of it.
pub type Row = (String, Known);

/// A file of rows below a header, and the fate of each line of it. An empty row is a blank line.
pub fn file(header: &str, rows: &[Row]) -> (String, Vec<(u32, Known)>) {
    let mut text = format!("{header}\n");
    let mut fates = Vec::new();
    for ((row, known), line) in rows.iter().zip(2..) {
        text.push_str(row);
        text.push('\n');
        if !row.is_empty() {
            fates.push((line, *known));
        }
    }
    (text, fates)
}

/// The fates are found again, their sum is the number of rows, and the report is complete exactly
/// when nothing that has a value was lost.
pub fn fates_are(
    made: &Imported,
    file: usize,
    known: &[(u32, Known)],
) -> Result<(), TestCaseError> {
    let report = &made.reports[file];
    let mut found: Vec<(u32, Known)> =
        report.fates.rows().iter().map(|(line, fate)| (*line, fate.into())).collect();
    found.sort_by_key(|(line, _)| *line);
    prop_assert_eq!(&found, known);
    let FateCounts { on_map, totals, notes, not_counted, left_out } = report.fates.counts();
    prop_assert_eq!(on_map + totals + notes + not_counted + left_out, known.len());
    let nothing_is_lost = !known.iter().any(|(_, fate)| fate.is_a_loss());
    prop_assert_eq!(report.is_complete(), nothing_is_lost, "{:?}", report.notices);
    Ok(())
}

/// What a map shows, without the lines that it comes from.
pub type Shown = Vec<(String, Result<(f64, Option<u32>, Option<u32>), String>)>;

/// What all maps of a dataset show: both types, all levels.
pub fn shown(made: &Imported) -> Shown {
    let said = |state: TerritoryState| {
        let share = state.share.map(|share| (share.percent, share.equipped, share.total));
        (state.name, share.map_err(|gap| format!("{:?}", gap.reason)))
    };
    let mut all = Vec::new();
    for school_type in SchoolType::ALL {
        for level in [Level::Departement, Level::Academie, Level::Region, Level::France] {
            let query = Query {
                school_type,
                level,
                edition: Edition::Since2016,
                measure: Measure::Deploye,
                date: None,
            };
            all.extend(states(&made.dataset, Registry::official(), &query).into_iter().map(said));
        }
    }
    all
}
