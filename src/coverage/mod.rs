//! What a table means: observations of territories, and the state of each territory at a date.
//!
//! [`import`] turns a table into observations, [`states`] asks them for a map, and
//! [`share_text`] tells an answer in words. Missing is never zero: a share is there or a
//! [`MissingReason`] is. Nothing here draws, and nothing reads a file or a clock.

mod borders;
mod dataset;
mod describe;
mod embedded;
mod evidence;
pub mod fictitious;
mod figures;
mod gap;
pub mod import;
pub mod indicators;
mod measure;
mod missing;
mod notice;
mod observation;
mod period;
mod quotation;
mod rank;
pub mod school;
mod school_type;
mod schools;
mod sectors;
mod share;
mod stage;
mod standing;
mod state;
mod states;
mod subject;
mod sum;
mod timelines;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use borders::edition_at;
pub use dataset::Dataset;
pub use describe::{gap_text, partial_value, share_counts, share_parts, share_text, share_value};
pub use embedded::{EXAMPLE_CSV, Embedded, FACTS_CSV};
pub use evidence::Evidence;
pub use gap::{Gap, GapKind, Speaker, Voice, no_value_label};
pub use measure::Measure;
pub use missing::MissingReason;
pub use notice::CoverageNotice;
pub use observation::Observation;
pub use period::{Period, PeriodError};
pub use quotation::{Quotation, quotations};
pub use rank::{Rank, rank};
pub use school_type::{SchoolType, SchoolTypes};
pub use schools::reference_schools;
use schools::{Vintage, reference_of};
pub use sectors::schools_named;
pub use share::{Share, ShareOrigin};
pub use stage::Stage;
pub use state::{Query, StageState, TerritoryState};
pub use states::{state_of, states};
pub use subject::{Counted, Distinction, EQUIPPED_WITH_AN_ENT, Holders, Subject, Subset, Unit};
pub use sum::sum_of;

/// What a text in the columns of `ent-faits.csv` says, and what was found wrong with it.
#[cfg(test)]
pub(crate) fn dataset_of(text: &str) -> (Dataset, Vec<String>) {
    let (table, _) = crate::table::read_csv(text.as_bytes()).expect("a table");
    let imported = import::import(&table, "essai", &import::ImportChoices::default());
    let imported = imported.expect("a table that a map can show");
    let report = &imported.reports[0];
    let notices = report.notices.iter().map(ToString::to_string);
    let unmatched = report.unmatched.iter().map(ToString::to_string);
    (imported.dataset, notices.chain(unmatched).collect())
}
