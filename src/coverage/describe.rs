//! Sentences about a share, the same in every panel, card and page. They are given the `bounds` between
//! the classes of the map beside them, in percent, which no figure contradicts.

use super::{Evidence, Gap, Share, ShareOrigin};
use crate::french::{self, NARROW_SPACE};

/// A share and what it rests on: « 75 % (57 établissements sur 76) »,
/// « 62,4 % (environ 312 établissements sur 500 ; 7 départements sur 8 ; estimation) ».
pub fn share_text(share: &Share, bounds: &[f64]) -> String {
    let details: Vec<String> = [
        share_counts(share),
        share_parts(share),
        share.estimated().then(|| "estimation".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    if details.is_empty() {
        return share_value(share, bounds);
    }
    format!("{} ({})", share_value(share, bounds), details.join(&format!("{NARROW_SPACE}; ")))
}

/// The figure alone: « 75 % », « au moins 58 % », « au plus 20 % ».
pub fn share_value(share: &Share, bounds: &[f64]) -> String {
    let percent = french::percent(share.percent, bounds);
    match share.evidence {
        Evidence::BorneInferieure => format!("au moins {percent}"),
        Evidence::BorneSuperieure => format!("au plus {percent}"),
        _ => percent,
    }
}

/// The numbers of schools, where both are known: « 57 établissements sur 76 », « environ … » for
/// an estimate.
pub fn share_counts(share: &Share) -> Option<String> {
    let (equipped, total) = (share.equipped?, share.total?);
    let equipped = usize::try_from(equipped).ok()?;
    let counted = french::counted(equipped, "établissement", "établissements");
    let about = if share.estimated() { "environ " } else { "" };
    Some(format!("{about}{counted} sur {}", french::integer(i64::from(total))))
}

/// How much of the territory is known, where it is not all: « 7 départements sur 8 ».
pub fn share_parts(share: &Share) -> Option<String> {
    match share.origin {
        ShareOrigin::Sum { parts_known, parts, .. } if parts_known < parts => {
            let known = french::counted(parts_known, "département", "départements");
            Some(format!("{known} sur {parts}"))
        }
        _ => None,
    }
}

/// A gap and what is known all the same: « Non documenté »,
/// « Non renseigné ; en partie : 100 % (72 établissements sur 72 ; 1 département sur 4) ».
pub fn gap_text(gap: &Gap, bounds: &[f64]) -> String {
    let reason = gap.reason.label();
    match &gap.partial {
        None => reason.to_owned(),
        Some(share) => {
            format!(
                "{reason}{NARROW_SPACE}; en partie{NARROW_SPACE}: {}",
                share_text(share, bounds)
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::MissingReason;
    use super::*;
    use jiff::civil::date;

    fn share(percent: f64, equipped: Option<u32>, total: Option<u32>) -> Share {
        Share {
            percent,
            equipped,
            total,
            period_end: Some(date(2011, 10, 31)),
            evidence: Evidence::Documente,
            origin: ShareOrigin::Observed { observation: 0 },
        }
    }

    #[test]
    fn a_share_is_told_with_its_schools() {
        let loire = share(75.0, Some(57), Some(76));
        assert_eq!(share_text(&loire, &[]), "75\u{202f}% (57 établissements sur 76)");
        assert_eq!(share_text(&share(61.0, None, Some(76)), &[]), "61\u{202f}%");
        let one = share(100.0, Some(1), Some(1));
        assert_eq!(share_text(&one, &[]), "100\u{202f}% (1 établissement sur 1)");
    }

    #[test]
    fn a_bound_is_told_as_one() {
        let evidence = Evidence::BorneInferieure;
        let at_least = Share { evidence, ..share(58.0, Some(275), Some(471)) };
        assert_eq!(share_text(&at_least, &[]), "au moins 58\u{202f}% (275 établissements sur 471)");
        let at_most = Share { evidence: Evidence::BorneSuperieure, ..share(20.0, None, None) };
        assert_eq!(share_text(&at_most, &[]), "au plus 20\u{202f}%");
    }

    #[test]
    fn a_sum_tells_what_it_lacks() {
        let origin = ShareOrigin::Sum { parts_known: 7, parts: 8, estimated: true };
        let sum = Share { origin, ..share(62.4, Some(1312), Some(2103)) };
        let text = share_text(&sum, &[]).replace('\u{202f}', " ");
        assert_eq!(
            text,
            "62,4 % (environ 1 312 établissements sur 2 103 ; 7 départements sur 8 ; estimation)"
        );
    }

    #[test]
    fn a_gap_tells_its_reason_and_what_is_known() {
        let gap = Gap { reason: MissingReason::NonDocumente, partial: None };
        assert_eq!(gap_text(&gap, &[]), "Non documenté");
        let origin = ShareOrigin::Sum { parts_known: 1, parts: 4, estimated: false };
        let partial = Some(Share { origin, ..share(100.0, Some(72), Some(72)) });
        let gap = Gap { reason: MissingReason::NonRenseigne, partial };
        let text = gap_text(&gap, &[]).replace('\u{202f}', " ");
        assert_eq!(
            text,
            "Non renseigné ; en partie : 100 % (72 établissements sur 72 ; 1 département sur 4)"
        );
    }
}
