//! Numbers of equipped schools without a total, against the reference numbers of schools.

use super::super::{
    ImportReport,
    fate::{LeftOut, LeftOutReason},
};
use crate::{
    coverage::{CoverageNotice, Evidence, MissingReason, Observation, SchoolTypes, reference_of},
    territory::{Registry, TerritoryId},
};

/// Gives the observations of the files that count without a total (`counted_alone`, by the rank of
/// the file) the reference number of such schools as their total. More than these are told, and
/// have no share.
pub(super) fn against_reference(
    observations: &mut [Observation],
    counted_alone: &[bool],
    reports: &mut [ImportReport],
) {
    for one in observations {
        let Some(file) = one.file.filter(|file| counted_alone.get(*file) == Some(&true)) else {
            continue;
        };
        let (None, None, Some(equipped)) = (one.share, one.total, one.equipped) else { continue };
        let Some(reference) = reference(one) else { continue };
        if equipped <= reference {
            one.total = Some(reference);
            one.share = (reference > 0).then(|| 100.0 * f64::from(equipped) / f64::from(reference));
            one.evidence = one.evidence.weaker(Evidence::Deduit);
            continue;
        }
        one.equipped = None;
        one.missing = Some(MissingReason::NonRenseigne);
        if let Some(report) = reports.get_mut(file) {
            let line = one.line;
            report.notices.push(CoverageNotice::EquippedExceedsReference {
                line,
                equipped,
                reference,
            });
            report.fates.set(line, &LeftOut::with_value(LeftOutReason::UnusableValue));
        }
    }
}

/// The reference number of the very schools that an observation counts; none where it names some of
/// them only, or plans.
fn reference(one: &Observation) -> Option<u32> {
    let SchoolTypes::One(school_type) = one.school_types else { return None };
    let is_of_all =
        one.subset.is_none() && (one.perimeter.trim().is_empty() || one.sector.is_some());
    if one.planned || !is_of_all || one.territory == TerritoryId::France {
        return None;
    }
    let territory = Registry::official().get(one.territory)?;
    reference_of(territory, school_type, one.sector, one.end())
}
