//! Shares in percent: a figure never says another thing than the share that it stands for.

use super::{NARROW_SPACE, with_decimals};

/// Two shares that lie nearer are one, computed otherwise: 100 × 0.29 is 28.999999999999996.
const NOISE: f64 = 1e-9;

/// Finer than any share of schools.
const MOST_DECIMALS: i32 = 10;

/// The round figures that a share is held against where no map with its classes is at hand.
pub const ROUND_FIGURES: [f64; 19] = [
    5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0, 45.0, 50.0, 55.0, 60.0, 65.0, 70.0, 75.0, 80.0,
    85.0, 90.0, 95.0,
];

/// A share in percent as a sentence tells it, with at most one decimal: `91,5 %`, `58 %`; with more
/// where it would read as one of the `bounds` between the classes of a map, in percent, that it has
/// not reached or has passed: beside a bound of 40, 39.98 is « 39,98 % ». No other share than 0 and
/// 100 reads as these: 99.96 is « 99,96 % », whatever the bounds.
pub fn percent(share: f64, bounds: &[f64]) -> String {
    written(share, 1, |figure| {
        bounds.iter().all(|bound| side(figure, *bound) == side(share, *bound))
    })
}

/// The same as a map writes it, where there is little room: without decimals, or with as many as
/// keep it in its class, which begins with its lower bound.
pub fn short_percent(share: f64, bounds: &[f64]) -> String {
    written(share, 0, |figure| {
        bounds.iter().all(|bound| reaches(figure, *bound) == reaches(share, *bound))
    })
}

/// Whether a share is in the class that begins with a bound, or in one above.
pub fn reaches(share: f64, bound: f64) -> bool {
    share > bound - NOISE
}

/// Below a bound, on it, or above.
fn side(share: f64, bound: f64) -> [bool; 2] {
    [reaches(share, bound), reaches(bound, share)]
}

/// With the fewest decimals with which a figure says what the share does.
fn written(share: f64, fewest: i32, says_the_same: impl Fn(f64) -> bool) -> String {
    let rounded = |decimals: i32| {
        let power = 10_f64.powi(decimals);
        (share * power).round() / power
    };
    let is_at_an_end = |share: f64| [share <= 0.0, share >= 100.0];
    let fits = |decimals: &i32| {
        let figure = rounded(*decimals);
        is_at_an_end(figure) == is_at_an_end(share) && says_the_same(figure)
    };
    let decimals = (fewest..MOST_DECIMALS).find(fits).unwrap_or(MOST_DECIMALS);
    let least = 10_f64.powi(-MOST_DECIMALS);
    let figure = match is_at_an_end(share) {
        [false, false] => rounded(decimals).clamp(least, 100.0 - least),
        _ => rounded(decimals),
    };
    format!("{}{NARROW_SPACE}%", with_decimals(figure, decimals as usize))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FIXED: [f64; 4] = [20.0, 40.0, 60.0, 80.0];

    fn read(figure: &str) -> f64 {
        figure.trim_end_matches(['%', NARROW_SPACE]).replace(',', ".").parse().unwrap()
    }

    #[test]
    fn a_share_has_a_comma_and_a_narrow_no_break_space() {
        assert_eq!(percent(91.5, &FIXED), "91,5\u{202f}%");
        assert_eq!(percent(58.0, &FIXED), "58\u{202f}%");
    }

    #[test]
    fn rounding_never_reaches_a_bound_that_the_value_does_not() {
        let plain = |share| percent(share, &ROUND_FIGURES).replace(NARROW_SPACE, " ");
        assert_eq!([99.97, 0.02, 39.96].map(plain), ["99,97 %", "0,02 %", "39,96 %"]);
        assert_eq!([99.996, 0.004, 59.9999].map(plain), ["99,996 %", "0,004 %", "59,9999 %"]);
        assert_eq!([61.04, 61.96, 20.04].map(plain), ["61 %", "62 %", "20,04 %"]);
        assert_eq!([100.0 * 0.29, 100.0 * 0.55].map(plain), ["29 %", "55 %"]);
        assert_eq!(plain(100.0), "100 %");
        assert_eq!(plain(0.0), "0 %");
    }

    #[test]
    fn what_is_not_all_never_reads_as_all() {
        assert_eq!(read(&percent(100.0_f64.next_down(), &[])), 99.999_999_999_9);
        assert_eq!(read(&short_percent(f64::MIN_POSITIVE, &[])), 1e-10);
    }

    #[test]
    fn bounds_that_are_not_round_are_kept_to_as_well() {
        let beside = |share| percent(share, &[33.3, 57.25]).replace(NARROW_SPACE, " ");
        assert_eq!([33.28, 33.3, 33.34].map(beside), ["33,28 %", "33,3 %", "33,34 %"]);
        assert_eq!([57.249, 57.25, 39.98].map(beside), ["57,2 %", "57,25 %", "40 %"]);
        let short = |share| short_percent(share, &[33.3, 57.25]).replace(NARROW_SPACE, " ");
        assert_eq!([33.2, 33.3, 33.4, 57.1].map(short), ["33 %", "33,3 %", "33,4 %", "57 %"]);
    }

    /// Bounds as a person or a method gives them, with at most three decimals.
    fn bounds() -> impl Strategy<Value = Vec<f64>> {
        let bound = prop_oneof![
            (1..1000_u32).prop_map(|n| f64::from(n) / 10.0),
            (1..100_000_u32).prop_map(|n| f64::from(n) / 1000.0)
        ];
        prop::collection::vec(bound, 0..8)
    }

    /// Anywhere, at an end, or as near to a bound as a share may be.
    fn share(bounds: &[f64]) -> impl Strategy<Value = f64> + use<> {
        let mut near = bounds.to_vec();
        near.extend([0.0, 100.0, 50.0]);
        let near =
            (prop::sample::select(near), -9..0_i32, prop_oneof![Just(-1.0), Just(0.0), Just(1.0)])
                .prop_map(|(bound, power, way)| {
                    (bound + way * 2.0 * 10_f64.powi(power)).clamp(0.0, 100.0)
                });
        let of_schools = (0..500_u32, 1..500_u32)
            .prop_map(|(some, more)| 100.0 * f64::from(some) / f64::from(some + more));
        prop_oneof![0.0..=100.0_f64, near, of_schools]
    }

    proptest! {
        #[test]
        fn a_figure_lies_on_the_side_of_each_bound_on_which_its_share_does(
            (bounds, share) in bounds().prop_flat_map(|bounds| {
                let share = share(&bounds);
                (Just(bounds), share)
            }),
        ) {
            let (told, short) = (percent(share, &bounds), short_percent(share, &bounds));
            for bound in &bounds {
                prop_assert_eq!(side(read(&told), *bound), side(share, *bound), "{} as {}", share, told);
                prop_assert_eq!(
                    reaches(read(&short), *bound), reaches(share, *bound), "{} as {}", share, short
                );
            }
            for figure in [&told, &short] {
                let figure = read(figure);
                prop_assert_eq!([figure <= 0.0, figure >= 100.0], [share <= 0.0, share >= 100.0]);
            }
        }
    }
}
