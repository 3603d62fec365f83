//! The figures of one row, checked against each other.

use super::{CoverageNotice, MissingReason};

/// The figures of a row, checked against each other.
pub(super) struct Figures {
    pub share: Option<f64>,
    pub equipped: Option<u32>,
    pub total: Option<u32>,
    pub missing: Option<MissingReason>,
}

impl Figures {
    /// How far a published share may be from its counts, in points: sources round, up or down.
    const ROUNDING: f64 = 1.0;

    pub fn check(
        line: u32,
        published: Option<f64>,
        equipped: Option<u32>,
        total: Option<u32>,
    ) -> (Self, Option<CoverageNotice>) {
        let alone = |share| Self { share, equipped, total, missing: None };
        let (Some(some), Some(of)) = (equipped, total) else {
            return (alone(published), None);
        };
        if some > of {
            let notice = CoverageNotice::EquippedExceedsTotal { line, equipped: some, total: of };
            let figures = Self { share: published, equipped: None, total: None, missing: None };
            return (figures, Some(notice));
        }
        if of == 0 {
            let missing = published.is_none().then_some(MissingReason::SansObjet);
            return (Self { missing, ..alone(published) }, None);
        }
        let counted = 100.0 * f64::from(some) / f64::from(of);
        let Some(share) = published else {
            return (alone(Some(counted)), None);
        };
        let disagrees = (share - counted).abs() > Self::ROUNDING;
        let notice = disagrees.then_some(CoverageNotice::ShareDisagreesWithCounts {
            line,
            share,
            counted,
            equipped: some,
            total: of,
        });
        // A published 100 % for 275 of 276 is a rounding: 0 and 100 are kept for what is exact.
        let at_a_bound = share == 0.0 || share == 100.0;
        (alone(Some(if at_a_bound { counted } else { share })), notice)
    }
}
