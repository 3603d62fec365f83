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
    fn text_can_be_read_on_whatever_it_stands_on() {
        for theme in [Theme::light(), Theme::dark()] {
            let inks = [theme.text, theme.text_weak, theme.accent, theme.warning];
            for ground in grounds(theme) {
                assert!(theme.text.contrast(ground) >= 7.0, "text on {}", ground.hex());
                for ink in inks {
                    let contrast = ink.contrast(ground);
                    assert!(contrast >= 4.5, "{} on {}: {contrast}", ink.hex(), ground.hex());
                }
            }
            // On a button that was chosen, and in a box that is ticked.
            assert!(theme.paper.contrast(theme.accent) >= 4.5);
            assert!(theme.watermark.contrast(theme.paper) >= 4.0, "large, and over paper alone");
        }
    }

    #[test]
    fn edges_of_what_can_be_used_and_the_focus_are_seen_on_whatever_they_stand_on() {
        for theme in [Theme::light(), Theme::dark()] {
            for ink in [theme.line_strong, theme.accent] {
                for ground in grounds(theme) {
                    let contrast = ink.contrast(ground);
                    assert!(contrast >= 3.0, "{} on {}: {contrast}", ink.hex(), ground.hex());
                }
            }
        }
    }

    /// Whatever the window writes on.
    fn grounds(theme: &Theme) -> [Colour; 6] {
        let Theme { paper, panel, raised, hovered, accent_soft, warning_soft, .. } = *theme;
        [paper, panel, raised, hovered, accent_soft, warning_soft]
    }
}
