//! Hatches: what colour alone must not carry.

use crate::coverage::GapKind;

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
    /// The look of a gap. Of the two greys of published sources, the commonest is a few quiet lines,
    /// the other many strong ones; those of a person's file are told apart alike.
    pub fn gap(kind: GapKind) -> Self {
        use Angle::*;
        use GapKind as K;
        use HatchTone::{Gap, GapStrong};
        let (angle, spacing, tone) = match kind {
            K::NoSource | K::AbsentFromFile | K::Undecided => (Rising, 8.0, Gap),
            K::SourceWithoutFigure | K::NoValueInFile => (Falling, 4.0, GapStrong),
            K::NotYetInFile => (Rising, 4.0, Gap),
            K::OtherwiseInFile => (Vertical, 8.0, Gap),
            K::KnownInPart => (Falling, 8.0, GapStrong),
            K::Secret => (Crossed, 6.0, GapStrong),
            K::NoSchool => (Horizontal, 5.0, GapStrong),
            K::OutOfScope => (Vertical, 4.0, Gap),
            K::Contradictory => (Crossed, 3.5, GapStrong),
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
    fn no_two_gaps_of_a_map_look_alike() {
        use GapKind as K;
        let of_sources = [K::NoSource, K::SourceWithoutFigure];
        let of_files = |kind: &K| kind.label().contains("fichier") || *kind == K::KnownInPart;
        for of_the_others in [false, true] {
            // What is to be decided stands alone on its map.
            let all = GapKind::ALL.into_iter().filter(|kind| *kind != K::Undecided);
            let on_one_map = all.filter(|kind| match of_the_others {
                true => !of_sources.contains(kind),
                false => !of_files(kind),
            });
            let looks: Vec<Hatch> = on_one_map.map(Hatch::gap).collect();
            for (index, look) in looks.iter().enumerate() {
                assert!(!looks[index + 1..].contains(look));
            }
        }
    }
}
