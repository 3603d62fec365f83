//! The rank of a territory among its peers.

use super::TerritoryState;
use crate::territory::TerritoryId;

/// The place of a share among those of other territories, the greatest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the greatest share; equal shares have one place, and the next is left free.
    pub place: usize,
    /// How many others have the same share.
    pub tied: usize,
    /// How many have a known share, itself among them.
    pub known: usize,
    /// How many should have one and have none: they have no place.
    pub unknown: usize,
}

/// The rank of a territory among the states of its level; `None` where its share is not known.
///
/// Territories that are not counted, and those without such a school, are no peers.
pub fn rank(states: &[TerritoryState], id: TerritoryId) -> Option<Rank> {
    let percent = |state: &TerritoryState| state.share.as_ref().ok().map(|share| share.percent);
    let own = percent(states.iter().find(|state| state.id == id)?)?;
    let mut rank = Rank { place: 1, tied: 0, known: 0, unknown: 0 };
    for state in states {
        match &state.share {
            Ok(share) => {
                rank.known += 1;
                rank.place += usize::from(share.percent > own);
                rank.tied += usize::from(share.percent == own && state.id != id);
            }
            Err(gap) => rank.unknown += usize::from(!gap.reason.is_no_part()),
        }
    }
    Some(rank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::{Evidence, Gap, GapKind, MissingReason, Share, ShareOrigin},
        territory::Code,
    };
    use jiff::civil::date;

    fn id(code: &str) -> TerritoryId {
        TerritoryId::Departement(Code::new(code).unwrap())
    }

    fn gap(reason: MissingReason) -> Gap {
        Gap { reason, kind: GapKind::of_sources(reason), observation: None, partial: None }
    }

    fn state(code: &str, share: Result<f64, MissingReason>) -> TerritoryState {
        let share = share.map(|percent| Share {
            percent,
            equipped: None,
            total: None,
            period_end: Some(date(2011, 10, 31)),
            evidence: Evidence::Documente,
            origin: ShareOrigin::Observed { observation: 0 },
        });
        TerritoryState {
            id: id(code),
            name: code.to_owned(),
            share: share.map_err(gap),
            stage: Err(gap(MissingReason::NonDocumente)),
        }
    }

    #[test]
    fn equal_shares_have_one_place_and_only_known_ones_are_counted() {
        let states = [
            state("01", Ok(50.0)),
            state("02", Ok(100.0)),
            state("03", Ok(50.0)),
            state("04", Ok(0.0)),
            state("05", Err(MissingReason::NonDocumente)),
            state("06", Err(MissingReason::SansObjet)),
            state("07", Err(MissingReason::HorsPerimetre)),
        ];
        let place = |code| rank(&states, id(code)).map(|rank| (rank.place, rank.tied));
        assert_eq!(place("02"), Some((1, 0)));
        assert_eq!(place("01"), Some((2, 1)));
        assert_eq!(place("03"), Some((2, 1)));
        assert_eq!(place("04"), Some((4, 0)), "the third place is left free");
        assert_eq!(place("05"), None);
        let first = rank(&states, id("02")).unwrap();
        assert_eq!((first.known, first.unknown), (4, 1));
    }
}
