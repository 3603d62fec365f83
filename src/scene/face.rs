//! The embedded text faces, read once.

use std::sync::LazyLock;

use harfrust::{Direction, Language, ShapePlan, Shaper, ShaperData, script};
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

/// The family name that drawings carry.
pub const FONT_FAMILY: &str = "Source Sans 3";

/// The regular face.
pub const FONT_REGULAR: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf");

/// The semi-bold face.
pub const FONT_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-SemiBold.ttf");

/// Thickness of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// For reading.
    Regular,
    /// For titles and values.
    SemiBold,
}

impl Weight {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Regular, Self::SemiBold];

    /// The file of its face.
    pub fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => FONT_REGULAR,
            Self::SemiBold => FONT_SEMIBOLD,
        }
    }

    /// Its face, to draw the outlines of glyphs.
    pub fn font(self) -> &'static FontRef<'static> {
        &Face::of(self).font
    }
}

/// A face, with what shaping and measuring ask of it.
pub(super) struct Face {
    font: FontRef<'static>,
    metrics: GlyphMetrics<'static>,
    /// What shapes a text.
    pub shaper: Shaper<'static>,
    /// How French is shaped: that of nearly every line.
    pub plan: ShapePlan,
    /// The language of every text.
    pub language: Language,
    pub units_per_em: f32,
}

impl Face {
    pub fn of(weight: Weight) -> &'static Self {
        static FACES: LazyLock<[Face; 2]> = LazyLock::new(|| Weight::ALL.map(Face::read));
        &FACES[weight as usize]
    }

    #[expect(clippy::expect_used, reason = "the faces are embedded and tested, not an input")]
    fn read(weight: Weight) -> Self {
        static SHAPING: LazyLock<[ShaperData; 2]> =
            LazyLock::new(|| Weight::ALL.map(|weight| ShaperData::new(&font(weight))));
        let font = font(weight);
        let shaper = SHAPING[weight as usize].shaper(&font).build();
        let language: Language = "fr".parse().expect("a language tag");
        let script = Some(script::LATIN);
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, script, Some(&language), &[]);
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units_per_em = shaper.units_per_em() as f32;
        Self { font, metrics, shaper, plan, language, units_per_em }
    }

    /// The lowest and the highest point of a glyph, in ems above the baseline.
    pub fn heights(&self, glyph: u16) -> Option<[f32; 2]> {
        let bounds = self.metrics.bounds(GlyphId::from(glyph))?;
        Some([bounds.y_min, bounds.y_max].map(|units| units / self.units_per_em))
    }

    /// Whether it can write a letter.
    #[cfg(test)]
    pub fn has(&self, letter: char) -> bool {
        self.font.charmap().map(letter).is_some()
    }
}

#[expect(clippy::expect_used, reason = "the faces are embedded and tested, not an input")]
fn font(weight: Weight) -> FontRef<'static> {
    FontRef::new(weight.file()).expect("embedded fonts are valid")
}
