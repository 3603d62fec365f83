//! How plausible it is that a file holds just these territories of a division.
//!
//! Every région code is also a département code, so what *fits* says little. What tells is what
//! the values make of the division: 18 codes that are the 18 régions are hardly 18 départements
//! out of 101 taken at random, and 8 départements that are all those of one région are hardly 8
//! académies. So each division is given a price: the number of bits that it takes to say which of
//! its territories the file holds. The cheapest explanation is the likeliest (minimum description
//! length, Rissanen 1978).

use std::{collections::BTreeSet, sync::LazyLock};

use crate::territory::TerritoryId;

use super::division::{Division, Ground};

/// Bits to say which of the territories of `division` are in `found`.
///
/// A file holds the whole country, its mainland, the overseas, one région or académie, or the
/// beginning of the list; then some of what is there.
pub(super) fn selection_bits(division: Division, found: &BTreeSet<TerritoryId>) -> f64 {
    let members: Vec<Ground> = division.ids().into_iter().map(Ground::of).collect();
    let chosen = found.iter().map(|id| Ground::of(*id)).fold(Ground::default(), Ground::and);
    let choices = frames().iter().filter(|frame| chosen.within(frame.ground)).map(|frame| {
        let there = members.iter().filter(|member| member.within(frame.ground)).count();
        frame.bits + bits_to_choose(found.len(), there)
    });
    let beginning = is_the_beginning(division, found)
        .then_some(BEGINNING_BITS + bits_to_choose(1, members.len()));
    choices.chain(beginning).fold(f64::INFINITY, f64::min)
}

/// The région or académie that holds all of `ground` and is not the whole country, where a file
/// was cut to it.
pub(super) fn one_frame(ground: Ground) -> Option<TerritoryId> {
    let around = frames().iter().filter(|frame| frame.id.is_some() && ground.within(frame.ground));
    around.min_by_key(|frame| frame.size).and_then(|frame| frame.id)
}

/// A piece of the country that a file may be cut to.
struct Frame {
    ground: Ground,
    bits: f64,
    id: Option<TerritoryId>,
    /// Number of départements.
    size: u32,
}

/// The first few rows of a list are one more way to cut it, less likely than a région.
const BEGINNING_BITS: f64 = 4.0;

fn frames() -> &'static [Frame] {
    static FRAMES: LazyLock<Vec<Frame>> = LazyLock::new(|| {
        let whole = |ground: Ground, bits| Frame { ground, bits, id: None, size: ground.size() };
        let mut frames = vec![
            whole(Ground::whole(), 1.0),
            whole(Ground::metropole(), 1.5),
            whole(Ground::overseas(), 4.0),
        ];
        let containers = Division::ALL.into_iter().filter(|d| *d != Division::DEPARTEMENTS);
        frames.extend(containers.flat_map(Division::ids).map(|id| {
            let ground = Ground::of(id);
            Frame { ground, bits: 7.0, id: Some(id), size: ground.size() }
        }));
        frames
    });
    &FRAMES
}

fn is_the_beginning(division: Division, found: &BTreeSet<TerritoryId>) -> bool {
    found.len() >= 3 && found.iter().zip(division.ids()).all(|(found, first)| *found == first)
}

/// log₂ of the number of ways to choose `some` among `all`; choosing more than there are (Mayotte
/// beside the académies of 2011) is choosing all.
fn bits_to_choose(some: usize, all: usize) -> f64 {
    let some = some.min(all);
    (0..some).map(|i| ((all - i) as f64 / (i + 1) as f64).log2()).sum::<f64>().max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(division: Division, codes: &[&str]) -> f64 {
        let found = codes.iter().map(|code| division.territory(code).unwrap()).collect();
        selection_bits(division, &found)
    }

    #[test]
    fn all_of_a_division_is_cheaper_than_as_many_of_a_larger_one() {
        let regions: Vec<String> =
            Division::REGIONS.ids().iter().map(|id| id.code().unwrap().to_string()).collect();
        let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
        assert!(bits(Division::REGIONS, &regions) < 2.0);
        let as_departements: Vec<&str> =
            regions.iter().copied().filter(|code| *code != "00").collect();
        assert!(bits(Division::DEPARTEMENTS, &as_departements) > 50.0);
    }

    #[test]
    fn the_departements_of_one_region_are_cheaper_than_any_few() {
        assert!(
            bits(Division::DEPARTEMENTS, &["27", "76"]) < bits(Division::REGIONS, &["27", "76"])
        );
        let ground = |code| Ground::of(Division::DEPARTEMENTS.territory(code).unwrap());
        let normandy = one_frame(ground("27").and(ground("76")).and(ground("50"))).unwrap();
        assert_eq!(normandy.code().unwrap().as_str(), "28");
        assert_eq!(one_frame(ground("27").and(ground("13"))), None);
    }

    #[test]
    fn choosing_is_counted_in_bits() {
        assert_eq!(bits_to_choose(1, 8), 3.0);
        assert_eq!(bits_to_choose(8, 8), 0.0);
        assert_eq!(bits_to_choose(31, 30), 0.0);
        assert!((bits_to_choose(2, 4) - 6.0_f64.log2()).abs() < 1e-9);
    }
}
