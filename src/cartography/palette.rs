//! Palettes, read from `assets/palettes`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Colour;

/// An ordered list of colours, from least to most.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Palette {
    /// Name its author gave it.
    pub name: String,
    /// Author and licence.
    pub source: String,
    /// The colours, the lightest (least) first.
    pub colours: Vec<Colour>,
}

impl Palette {
    /// The palette of shares: 0 %, five classes between, 100 %.
    pub fn shares() -> &'static Self {
        static PALETTE: LazyLock<Palette> =
            LazyLock::new(|| Palette::embedded(include_str!("../../assets/palettes/parts.json")));
        &PALETTE
    }

    /// The palette of stages, the earliest first.
    pub fn stages() -> &'static Self {
        static PALETTE: LazyLock<Palette> =
            LazyLock::new(|| Palette::embedded(include_str!("../../assets/palettes/stades.json")));
        &PALETTE
    }

    /// A colour by rank; the last one beyond the end.
    pub fn colour(&self, rank: usize) -> Colour {
        self.colours[rank.min(self.colours.len() - 1)]
    }

    #[expect(clippy::expect_used, reason = "the palettes are embedded and tested, not an input")]
    fn embedded(text: &str) -> Self {
        serde_json::from_str(text).expect("embedded palettes are valid")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_palette_darkens_from_least_to_most() {
        for palette in [Palette::shares(), Palette::stages()] {
            let luminances: Vec<f64> = palette.colours.iter().map(|c| c.luminance()).collect();
            assert!(luminances.is_sorted_by(|a, b| a > b), "{} {luminances:?}", palette.name);
        }
        assert_eq!((Palette::shares().colours.len(), Palette::stages().colours.len()), (7, 3));
    }
}
