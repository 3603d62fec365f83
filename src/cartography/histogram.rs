//! How the shares of a map are spread.

use super::{Palette, ShareClasses, Tint};

/// Numbers of territories by their share, in bins of equal width from 0 to 100 %.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// The bins, the lowest first.
    pub bins: Vec<Bin>,
}

/// The territories whose shares lie between two bounds: closed below, and above for the last alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bin {
    /// How many of each class, the lowest class first.
    pub parts: Vec<(Tint, usize)>,
}

/// Each is 5 % wide: 100 % shares a bin with what is close to it, in another colour.
const BINS: usize = 20;

impl Histogram {
    /// Sorts shares, in percent, into bins.
    pub fn new(shares: impl IntoIterator<Item = f64>, classes: &ShareClasses) -> Self {
        let ranks = classes.all().len();
        let mut counts = vec![vec![0; ranks]; BINS];
        for share in shares {
            let bin = (share.clamp(0.0, 100.0) / 100.0 * BINS as f64) as usize;
            counts[bin.min(BINS - 1)][classes.rank(share)] += 1;
        }
        let palette = Palette::shares();
        let bins = counts.into_iter().map(|counts| {
            let parts = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
            Bin { parts: parts.map(|(rank, count)| (palette.tint(rank), count)).collect() }
        });
        Self { bins: bins.collect() }
    }

    /// How many territories the fullest bin holds.
    pub fn most(&self) -> usize {
        self.bins.iter().map(Bin::count).max().unwrap_or_default()
    }
}

impl Bin {
    /// How many territories it holds.
    pub fn count(&self) -> usize {
        self.parts.iter().map(|(_, count)| count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_share_lies_in_one_bin_in_the_colour_of_its_class() {
        let shares = [0.0, 0.0, 3.0, 4.99, 5.0, 39.68, 99.6, 100.0];
        let histogram = Histogram::new(shares, &ShareClasses::default());
        let counts: Vec<usize> = histogram.bins.iter().map(Bin::count).collect();
        assert_eq!((counts[0], counts[1], counts[7], counts[19]), (4, 1, 1, 2));
        assert_eq!(counts.iter().sum::<usize>(), shares.len());
        assert_eq!(histogram.most(), 4);
        let tint = |rank| Palette::shares().tint(rank);
        assert_eq!(histogram.bins[0].parts, [(tint(0), 2), (tint(1), 2)]);
        assert_eq!(histogram.bins[19].parts, [(tint(5), 1), (tint(6), 1)]);
    }
}
