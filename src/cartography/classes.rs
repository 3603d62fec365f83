//! Classes of shares.
//!
//! 0 % and 100 % are classes of their own beside any method: the question asked of this map is who
//! has reached « 100 % », and a rounded 99,6 % has not.

use crate::french::{self, NARROW_SPACE};

/// A class of shares. Bounds are in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShareClass {
    /// Exactly 0.
    Zero,
    /// Between two bounds: closed below and open above, except that 0 itself is left out.
    Between {
        /// Lower bound.
        low: f64,
        /// Upper bound.
        high: f64,
    },
    /// Exactly 100.
    Hundred,
}

/// How shares are cut into classes.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareClasses {
    /// Bounds between the inner classes, in percent, increasing, strictly inside 0–100.
    bounds: Vec<f64>,
}

impl Default for ShareClasses {
    fn default() -> Self {
        Self { bounds: Self::FIXED.to_vec() }
    }
}

impl ShareClasses {
    /// Fixed thresholds every 20 %, between the classes of every map.
    pub const FIXED: [f64; 4] = [20.0, 40.0, 60.0, 80.0];

    /// All classes, the lowest first, empty ones included.
    pub fn all(&self) -> Vec<ShareClass> {
        let mut edges = vec![0.0];
        edges.extend(&self.bounds);
        edges.push(100.0);
        let inner = edges.windows(2).map(|e| ShareClass::Between { low: e[0], high: e[1] });
        [ShareClass::Zero].into_iter().chain(inner).chain([ShareClass::Hundred]).collect()
    }

    /// Rank of the class of a share, given in percent within 0–100.
    pub fn rank(&self, percent: f64) -> usize {
        if percent <= 0.0 {
            0
        } else if percent >= 100.0 {
            self.bounds.len() + 2
        } else {
            1 + self.bounds.iter().filter(|bound| french::reaches(percent, **bound)).count()
        }
    }

    /// A share as it is written on a map: without decimals, or with as many as keep it in its class.
    pub fn figure(&self, percent: f64) -> String {
        french::short_percent(percent, &self.bounds)
    }

    /// The method, as a legend names it.
    pub fn method(&self) -> &'static str {
        "seuils fixes"
    }
}

impl ShareClass {
    /// Its bounds in words: « de 80 à moins de 100 % ».
    pub fn label(self) -> String {
        match self {
            Self::Zero => french::percent(0.0, &[]),
            Self::Hundred => french::percent(100.0, &[]),
            Self::Between { low, high } => {
                let from = if low > 0.0 { "de" } else { "plus de" };
                let (low, high) = (french::decimal(low), french::decimal(high));
                format!("{from} {low} à moins de {high}{NARROW_SPACE}%")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_and_a_hundred_are_classes_of_their_own() {
        let classes = ShareClasses::default();
        let ranks: Vec<usize> =
            [0.0, 0.4, 19.9, 20.0, 79.9, 80.0, 99.6, 100.0].map(|p| classes.rank(p)).to_vec();
        assert_eq!(ranks, [0, 1, 1, 2, 4, 5, 5, 6]);
        assert_eq!(classes.all().len(), 7);
    }

    #[test]
    fn a_figure_is_round_unless_rounding_would_change_its_class() {
        let classes = ShareClasses::default();
        let figure = |percent| classes.figure(percent).replace('\u{202f}', " ");
        assert_eq!([60.5, 100.0, 0.0, 40.0].map(figure), ["61 %", "100 %", "0 %", "40 %"]);
        assert_eq!([99.7, 0.2, 39.68].map(figure), ["99,7 %", "0,2 %", "39,7 %"]);
        assert_eq!([39.968, 99.996, 0.004].map(figure), ["39,97 %", "99,996 %", "0,004 %"]);
    }

    #[test]
    fn no_figure_is_of_another_class_than_its_share() {
        let classes = ShareClasses::default();
        for total in 1..300 {
            for equipped in 0..=total {
                let percent = 100.0 * f64::from(equipped) / f64::from(total);
                let figure = classes.figure(percent).replace(',', ".");
                let read: f64 = figure.trim_end_matches(['%', NARROW_SPACE]).parse().unwrap();
                assert_eq!(classes.rank(read), classes.rank(percent), "{percent} as {figure}");
                // Nor does a sentence beside it say another.
                let told = french::percent(percent, &classes.bounds).replace(',', ".");
                let read: f64 = told.trim_end_matches(['%', NARROW_SPACE]).parse().unwrap();
                assert_eq!(classes.rank(read), classes.rank(percent), "{percent} as {told}");
            }
        }
    }

    #[test]
    fn bounds_are_written_in_words() {
        let labels: Vec<String> =
            ShareClasses::default().all().into_iter().map(ShareClass::label).collect();
        assert_eq!(labels[0], "0\u{202f}%");
        assert_eq!(labels[1], "plus de 0 à moins de 20\u{202f}%");
        assert_eq!(labels[5], "de 80 à moins de 100\u{202f}%");
        assert_eq!(labels[6], "100\u{202f}%");
    }
}
