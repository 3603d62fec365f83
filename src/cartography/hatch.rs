//! Hatches: what colour alone must not carry.

use crate::coverage::MissingReason;

/// Parallel lines over a fill. Lengths are in page units (CSS pixels at 96 per inch).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hatch {
    /// Direction of the lines, in degrees, counterclockwise from horizontal.
    pub angle: Angle,
    /// Distance between two lines.
    pub spacing: f32,
    /// Thickness of a line.
    pub width: f32,
    /// What the lines are drawn with.
    pub tone: HatchTone,
}

/// Directions that tile without a seam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Angle {
    /// Rising to the right.
    Rising,
    /// Falling to the right.
    Falling,
    /// Both, crossed.
    Crossed,
    /// Level.
    Horizontal,
    /// Upright.
    Vertical,
}

/// The ink of a hatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HatchTone {
    /// Quiet grey, for the commonest gap.
    Gap,
    /// Stronger grey, for the other gaps.
    GapStrong,
    /// White or dark, whichever shows on the colour below.
    OverColour,
}

impl Hatch {
    /// The look of a gap, by its reason.
    pub fn gap(reason: MissingReason) -> Self {
        use MissingReason as R;
        let (angle, spacing, tone) = match reason {
            R::NonDocumente => (Angle::Rising, 6.0, HatchTone::Gap),
            R::NonRenseigne => (Angle::Falling, 4.5, HatchTone::GapStrong),
            R::SecretStatistique => (Angle::Crossed, 6.0, HatchTone::GapStrong),
            R::SansObjet => (Angle::Horizontal, 5.0, HatchTone::GapStrong),
            R::HorsPerimetre => (Angle::Vertical, 4.0, HatchTone::Gap),
            R::Contradictoire => (Angle::Crossed, 3.5, HatchTone::GapStrong),
        };
        Self { angle, spacing, width: 1.0, tone }
    }

    /// Light lines over a colour: the figure is not simply *documenté*.
    pub const UNCERTAIN: Self =
        Self { angle: Angle::Rising, spacing: 6.0, width: 1.4, tone: HatchTone::OverColour };

    /// Light lines over a colour, the other way: a sum of which some parts are unknown.
    pub const INCOMPLETE: Self =
        Self { angle: Angle::Falling, spacing: 6.0, width: 1.4, tone: HatchTone::OverColour };

    /// Strong lines over a colour: a stage that was announced, not reached.
    pub const PLANNED: Self =
        Self { angle: Angle::Falling, spacing: 5.0, width: 2.0, tone: HatchTone::OverColour };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_gaps_look_alike() {
        let looks: Vec<Hatch> = MissingReason::ALL.into_iter().map(Hatch::gap).collect();
        for (index, look) in looks.iter().enumerate() {
            assert!(!looks[index + 1..].contains(look));
        }
    }
}
