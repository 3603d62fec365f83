//! The neutral colours of everything that carries no value, read from `assets/theme.json`, where the
//! sizes and spacings of the window stand too.

use std::sync::LazyLock;

use serde::{Deserialize, de::IgnoredAny};

use super::Colour;

/// Colours by role. Maps for reports are always drawn in the light one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Whether it is light or dark.
    pub ground: Ground,
    /// Behind a map or a page.
    pub paper: Colour,
    /// Behind controls.
    pub panel: Colour,
    /// A button, a field.
    pub raised: Colour,
    /// A button or a row under the pointer.
    pub hovered: Colour,
    /// Thin separations.
    pub line: Colour,
    /// Edges of what can be used, at least 3:1 on the panel.
    pub line_strong: Colour,
    /// Text, at least 7:1 on paper.
    pub text: Colour,
    /// Secondary text, at least 4.5:1 on the panel.
    pub text_weak: Colour,
    /// The one accent: what is chosen, links.
    pub accent: Colour,
    /// Behind what is chosen.
    pub accent_soft: Colour,
    /// Warnings.
    pub warning: Colour,
    /// Behind warnings.
    pub warning_soft: Colour,
    /// Behind a gap's hatch.
    pub gap: Colour,
    /// The hatch of the commonest gap.
    pub gap_hatch: Colour,
    /// The hatch of the other gaps.
    pub gap_hatch_strong: Colour,
    /// Between two territories.
    pub border_inner: Colour,
    /// Between two régions.
    pub border_region: Colour,
    /// Along the sea and the neighbouring countries.
    pub border_outer: Colour,
    /// Around an inset.
    pub frame: Colour,
    /// Around the selected territory, and the one under the pointer.
    pub selected: Colour,
    /// « DONNÉES FICTIVES ».
    pub watermark: Colour,
}

/// What a theme draws on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ground {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Themes {
    light: Theme,
    dark: Theme,
    /// Sizes and spacings of the window, which `app` reads.
    #[serde(rename = "window")]
    _window: IgnoredAny,
}

impl Theme {
    /// Dark on light, for paper and by default.
    pub fn light() -> &'static Self {
        &themes().light
    }

    /// Light on dark.
    pub fn dark() -> &'static Self {
        &themes().dark
    }
}

#[expect(clippy::expect_used, reason = "the theme is embedded and tested, not an input")]
fn themes() -> &'static Themes {
    static THEMES: LazyLock<Themes> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../../assets/theme.json"))
            .expect("the embedded theme is valid")
    });
    &THEMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_be_read_on_what_it_stands_on() {
        for theme in [Theme::light(), Theme::dark()] {
            assert!(theme.text.contrast(theme.paper) >= 7.0);
            for ground in [theme.paper, theme.panel, theme.raised, theme.hovered] {
                assert!(theme.text_weak.contrast(ground) >= 4.5, "text_weak on {}", ground.hex());
                assert!(theme.accent.contrast(ground) >= 4.5, "accent on {}", ground.hex());
            }
            assert!(theme.warning.contrast(theme.warning_soft) >= 4.5);
            assert!(theme.accent.contrast(theme.accent_soft) >= 4.5);
            assert!(theme.line_strong.contrast(theme.panel) >= 2.8);
        }
    }
}
