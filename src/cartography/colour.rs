//! A colour, free of any drawing library.

use serde::{Deserialize, Serialize};

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Colour {
    /// Reads `#rrggbb`.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = value.to_be_bytes();
        Some(Self { red, green, blue })
    }

    /// Writes `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// What is seen of it over a ground, at an opacity from 0 (nothing of it) to 1 (it alone).
    #[must_use]
    pub fn over(self, ground: Self, opacity: f32) -> Self {
        let mixed = |one: u8, other: u8| {
            (f32::from(one) * opacity + f32::from(other) * (1.0 - opacity)).round() as u8
        };
        Self {
            red: mixed(self.red, ground.red),
            green: mixed(self.green, ground.green),
            blue: mixed(self.blue, ground.blue),
        }
    }

    /// Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio with another colour, 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(two) / one.min(two)
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::from_hex(&text).ok_or_else(|| format!("« {text} » n’est pas une couleur #rrvvbb"))
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.hex()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_written_as_it_was_read() {
        let text = format!("#{}", "1b4fa8");
        assert_eq!(Colour::from_hex(&text).map(Colour::hex), Some(text));
        assert_eq!(Colour::from_hex("1b4fa8"), None);
    }

    #[test]
    fn half_of_black_over_white_is_grey() {
        let [black, white] = [0, 255].map(|part| Colour { red: part, green: part, blue: part });
        assert_eq!(black.over(white, 0.5), Colour { red: 128, green: 128, blue: 128 });
        assert_eq!((black.over(white, 1.0), black.over(white, 0.0)), (black, white));
    }

    #[test]
    fn black_on_white_has_the_highest_contrast() {
        let black = Colour { red: 0, green: 0, blue: 0 };
        let white = Colour { red: 255, green: 255, blue: 255 };
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
    }
}
