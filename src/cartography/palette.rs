//! Palettes, read from `assets/palettes`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Colour, Theme, theme::Ground};

/// An ordered list of colours, from least to most.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Palette {
    /// Name its author gave it.
    pub name: String,
    /// Author and licence.
    pub source: String,
    /// The colours on a light ground, the lightest (least) first.
    on_light: Vec<Colour>,
    /// The colours on a dark ground, the darkest (least) first: most stands out in both.
    on_dark: Vec<Colour>,
}

/// The colour of a class, on whichever ground it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tint {
    on_light: Colour,
    on_dark: Colour,
}

impl Tint {
    /// The colour in a theme.
    pub fn on(self, theme: &Theme) -> Colour {
        match theme.ground {
            Ground::Light => self.on_light,
            Ground::Dark => self.on_dark,
        }
    }
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

    /// All its colours, from least to most.
    pub fn tints(&self) -> impl DoubleEndedIterator<Item = Tint> + ExactSizeIterator {
        let both = self.on_light.iter().zip(&self.on_dark);
        both.map(|(&on_light, &on_dark)| Tint { on_light, on_dark })
    }

    /// A colour by rank; the last one beyond the end.
    pub fn tint(&self, rank: usize) -> Tint {
        let rank = rank.min(self.on_light.len() - 1);
        Tint { on_light: self.on_light[rank], on_dark: self.on_dark[rank] }
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
    fn every_palette_stands_out_more_from_its_ground_from_least_to_most() {
        for palette in [Palette::shares(), Palette::stages()] {
            for theme in [Theme::light(), Theme::dark()] {
                let contrasts: Vec<f64> =
                    palette.tints().map(|tint| tint.on(theme).contrast(theme.paper)).collect();
                assert!(contrasts.is_sorted_by(|a, b| a < b), "{} {contrasts:?}", palette.name);
                let steps = contrasts.windows(2).map(|pair| pair[1] / pair[0]);
                assert!(steps.fold(f64::MAX, f64::min) >= 1.12, "{} {contrasts:?}", palette.name);
            }
        }
        assert_eq!((Palette::shares().tints().len(), Palette::stages().tints().len()), (7, 3));
    }
}
