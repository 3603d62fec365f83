//! Fills as they are drawn: the symbol of a territory in the colours of a theme.

use crate::cartography::{Colour, Fill, Hatch, HatchTone, Theme};

/// A colour, with lines over it or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// The ground.
    pub colour: Colour,
    /// The lines.
    pub hatch: Option<HatchInk>,
}

/// The lines of a hatch as they are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HatchInk {
    /// Direction, spacing and thickness.
    pub hatch: Hatch,
    /// Colour of the lines.
    pub colour: Colour,
    /// 0 (invisible) to 1.
    pub opacity: f32,
}

impl Ink {
    /// A fill in the colours of a theme.
    pub fn of(fill: Fill, theme: &Theme) -> Self {
        let colour = fill.colour.map_or(theme.gap, |tint| tint.on(theme));
        let hatch = fill.hatch.map(|hatch| {
            let (colour, opacity) = match hatch.tone {
                HatchTone::Gap => (theme.gap_hatch, 1.0),
                HatchTone::GapStrong => (theme.gap_hatch_strong, 1.0),
                HatchTone::OverColour => over(colour),
            };
            HatchInk { hatch, colour, opacity }
        });
        Self { colour, hatch }
    }
}

impl Ink {
    /// What is seen of it over a plain ground, at an opacity from 0 to 1.
    #[must_use]
    pub fn over(self, ground: Colour, opacity: f32) -> Self {
        let hatch = self.hatch.map(|hatch| HatchInk { opacity: hatch.opacity * opacity, ..hatch });
        Self { colour: self.colour.over(ground, opacity), hatch }
    }
}

impl From<Colour> for Ink {
    fn from(colour: Colour) -> Self {
        Self { colour, hatch: None }
    }
}

/// White lines on a dark colour, dark ones on a light colour, so that both show and neither hides
/// the class. Values keep the light theme's ink in both themes, as they keep their colour.
fn over(colour: Colour) -> (Colour, f32) {
    let theme = Theme::light();
    if colour.luminance() < 0.4 { (theme.paper, 0.75) } else { (theme.text, 0.45) }
}
