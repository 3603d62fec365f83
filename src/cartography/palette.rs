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

    /// How far apart two colours look: 2 can just be told side by side (CIE 1976, D65).
    fn difference(one: Colour, other: Colour) -> f64 {
        let lab = |colour: Colour| {
            let linear = [colour.red, colour.green, colour.blue].map(|channel| {
                let value = f64::from(channel) / 255.0;
                if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            });
            let along = |row: [f64; 3], white: f64| {
                let sum: f64 = row.iter().zip(linear).map(|(part, value)| part * value).sum();
                let part = sum / white;
                if part > 0.008_856 { part.cbrt() } else { 7.787 * part + 16.0 / 116.0 }
            };
            let x = along([0.4124, 0.3576, 0.1805], 0.9505);
            let y = along([0.2126, 0.7152, 0.0722], 1.0);
            let z = along([0.0193, 0.1192, 0.9505], 1.089);
            [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
        };
        let squares = lab(one).into_iter().zip(lab(other)).map(|(a, b)| (a - b).powi(2));
        squares.sum::<f64>().sqrt()
    }

    #[test]
    fn classes_beside_each_other_are_told_apart() {
        let black = Colour { red: 0, green: 0, blue: 0 };
        let white = Colour { red: 255, green: 255, blue: 255 };
        assert!((difference(black, white) - 100.0).abs() < 0.1);
        for palette in [Palette::shares(), Palette::stages()] {
            for theme in [Theme::light(), Theme::dark()] {
                let colours: Vec<Colour> = palette.tints().map(|tint| tint.on(theme)).collect();
                for pair in colours.windows(2) {
                    let apart = difference(pair[0], pair[1]);
                    assert!(apart >= 12.0, "{} {} {apart}", pair[0].hex(), pair[1].hex());
                }
            }
        }
    }

    #[test]
    fn values_can_be_read_on_every_class_that_they_are_written_on() {
        // Text is dark or light, whichever reads better, in both themes alike.
        let (dark, light) = (Theme::light().text, Theme::light().paper);
        for theme in [Theme::light(), Theme::dark()] {
            for tint in Palette::shares().tints() {
                let ground = tint.on(theme);
                let contrast = dark.contrast(ground).max(light.contrast(ground));
                assert!(contrast >= 4.5, "{}: {contrast}", ground.hex());
            }
        }
    }

    #[test]
    fn an_outline_with_its_rim_is_seen_on_every_class_and_on_paper() {
        for theme in [Theme::light(), Theme::dark()] {
            let tints = [Palette::shares(), Palette::stages()].into_iter().flat_map(Palette::tints);
            for ground in tints.map(|tint| tint.on(theme)).chain([theme.paper, theme.gap]) {
                let contrast = theme.selected.contrast(ground).max(theme.paper.contrast(ground));
                assert!(contrast >= 3.0, "{}: {contrast}", ground.hex());
            }
        }
    }
}
