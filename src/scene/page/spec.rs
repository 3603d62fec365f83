//! What a page is to be: its size, its template, what stands on it.

use std::collections::BTreeSet;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::block::Block;

/// What a page is to be. Plain and serialisable; what it says is another value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PageSpec {
    /// Its size.
    pub format: PageFormat,
    /// How many maps stand on it, and around them.
    pub template: Template,
    /// What its template leaves out and a person wants.
    pub with: BTreeSet<Block>,
    /// What its template has and a person does without.
    pub without: BTreeSet<Block>,
    /// The dates of its maps, where its template has several; those of the data where there are none.
    pub dates: Vec<Date>,
    /// Who publishes it.
    pub institution: Option<Institution>,
}

/// Who publishes a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Institution {
    /// « Académie de Grenoble ».
    pub name: String,
    /// A PNG file; one that is not readable is left out of the page.
    #[serde(serialize_with = "as_text", deserialize_with = "from_text")]
    pub logo: Option<Vec<u8>>,
}

/// Most maps on a page: more would be too small to read.
pub const MOST_MAPS: usize = 12;

/// The size of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageFormat {
    /// As wide as the column of a web page, and as high as what stands on it.
    #[default]
    Web,
    /// 210 × 297 mm.
    A4Portrait,
    /// 297 × 210 mm.
    A4Landscape,
    /// 297 × 420 mm.
    A3Portrait,
    /// 420 × 297 mm.
    A3Landscape,
    /// A slide, 16 to 9.
    Slide,
    /// As high as wide.
    Square,
    /// Millimetres across and down.
    Millimetres([f32; 2]),
    /// Pixels across and down, of which 96 make an inch.
    Pixels([u32; 2]),
}

/// What a page is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Template {
    /// A figure with all that makes it citable.
    #[default]
    Report,
    /// Few words, and large ones.
    Slide,
    /// For a document that has its own title.
    MapOnly,
    /// Two maps on the same classes.
    TwoDates,
    /// A row of small maps over the dates.
    Evolution,
}

/// Millimetres in an inch, and page units.
const MILLIMETRES: f32 = 25.4;
const UNITS: f32 = 96.0;

/// Pixels across of a picture for a screen, unless another width is asked for.
pub const PICTURE_WIDTH: u32 = 1600;
/// Most pixels across of a picture.
pub const MOST_PIXELS: u32 = 16_000;
/// Dots an inch of a picture on paper.
pub const PRINT: u32 = 300;

/// Shortest and longest side of a page, in millimetres.
pub const SIDES: [f32; 2] = [60.0, 2_000.0];
/// The same in pixels.
pub const PIXEL_SIDES: [f32; 2] = [SIDES[0] * UNITS / MILLIMETRES, SIDES[1] * UNITS / MILLIMETRES];

impl PageSpec {
    /// Whether something stands on the page.
    pub fn shows(&self, block: Block) -> bool {
        let wanted = self.with.contains(&block) || self.template.shows(block);
        wanted && !self.without.contains(&block)
    }

    /// Which of these dates the maps of the page are of, in order: none where it has one map.
    pub fn dates_among(&self, known: &[Date]) -> Vec<Date> {
        let most = match self.template {
            Template::TwoDates => 2,
            Template::Evolution => MOST_MAPS,
            Template::Report | Template::Slide | Template::MapOnly => return vec![],
        };
        let mut dates = if self.dates.is_empty() { known.to_vec() } else { self.dates.clone() };
        dates.sort_unstable();
        dates.dedup();
        let (last, count) = (dates.len().saturating_sub(1), dates.len().min(most));
        if count < 2 {
            return vec![];
        }
        // The first and the last among them, the others evenly between.
        let at = |rank: usize| (rank * last + (count - 1) / 2) / (count - 1);
        (0..count).filter_map(|rank| dates.get(at(rank)).copied()).collect()
    }

    /// Who publishes it, where they have a name.
    pub fn author(&self) -> Option<&str> {
        let name = self.institution.as_ref().map(|institution| institution.name.trim());
        name.filter(|name| !name.is_empty())
    }

    /// Puts something on the page, or takes it away.
    pub fn show(&mut self, block: Block, shown: bool) {
        self.with.remove(&block);
        self.without.remove(&block);
        if shown != self.shows(block) {
            let list = if shown { &mut self.with } else { &mut self.without };
            list.insert(block);
        }
    }
}

impl PageFormat {
    /// Pixels across of a picture with so many dots an inch.
    pub fn pixels_at(self, density: u32) -> u32 {
        let pixels = (self.size().0 / UNITS * density as f32).round() as u32;
        pixels.clamp(1, MOST_PIXELS)
    }

    /// Pixels across of a picture, where nobody asks otherwise: those of its size, those of print on
    /// paper, and for a screen those of a wide one.
    pub fn usual_pixels(self) -> u32 {
        match self {
            Self::Pixels([width, _]) => width.clamp(1, MOST_PIXELS),
            Self::Web | Self::Slide | Self::Square => PICTURE_WIDTH,
            _ => self.pixels_at(PRINT),
        }
    }

    /// For how many pixels across the outlines of a vector drawing are drawn: it has none of its own,
    /// and points enough to be looked at from near.
    pub fn fineness(self) -> u32 {
        let usual = PICTURE_WIDTH as f32 / Self::Web.size().0;
        (self.size().0 * usual).round() as u32
    }

    /// Those that have a name.
    pub const NAMED: [Self; 7] = [
        Self::Web,
        Self::A4Portrait,
        Self::A4Landscape,
        Self::A3Portrait,
        Self::A3Landscape,
        Self::Slide,
        Self::Square,
    ];

    /// « A4, portrait ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Web => "Largeur web",
            Self::A4Portrait => "A4, portrait",
            Self::A4Landscape => "A4, paysage",
            Self::A3Portrait => "A3, portrait",
            Self::A3Landscape => "A3, paysage",
            Self::Slide => "Diapositive 16:9",
            Self::Square => "Carré",
            Self::Millimetres(_) => "Autre, en millimètres",
            Self::Pixels(_) => "Autre, en pixels",
        }
    }

    /// Page units across, and down where that does not follow from what stands on it.
    pub fn size(self) -> (f32, Option<f32>) {
        let units = |millimetres: f32| millimetres * UNITS / MILLIMETRES;
        let of = |[width, height]: [f32; 2]| {
            let side = |side: f32| units(side.clamp(SIDES[0], SIDES[1]));
            (side(width), Some(side(height)))
        };
        match self {
            Self::Web => (1000.0, None),
            Self::A4Portrait => of([210.0, 297.0]),
            Self::A4Landscape => of([297.0, 210.0]),
            Self::A3Portrait => of([297.0, 420.0]),
            Self::A3Landscape => of([420.0, 297.0]),
            Self::Slide => (1280.0, Some(720.0)),
            Self::Square => (1000.0, Some(1000.0)),
            Self::Millimetres(sides) => of(sides),
            Self::Pixels(sides) => of(sides.map(|side| side as f32 * MILLIMETRES / UNITS)),
        }
    }
}

impl Template {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Report, Self::Slide, Self::MapOnly, Self::TwoDates, Self::Evolution];

    /// « Rapport ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Report => "Rapport",
            Self::Slide => "Diapositive",
            Self::MapOnly => "Carte seule",
            Self::TwoDates => "Deux dates",
            Self::Evolution => "Évolution",
        }
    }

    /// Whether something stands on its pages unless a person takes it away.
    fn shows(self, block: Block) -> bool {
        match block {
            Block::Map | Block::Insets | Block::Legend | Block::Sources => true,
            Block::ScaleBar | Block::Supposed => true,
            Block::Title => self != Self::MapOnly,
            Block::Subtitle | Block::Scope | Block::Missing => self != Self::MapOnly,
            Block::Histogram => matches!(self, Self::Report | Self::MapOnly),
            Block::Note => matches!(self, Self::Report | Self::TwoDates | Self::Evolution),
            Block::Locator => self != Self::Evolution,
            Block::North => false,
            // Where there is one.
            Block::Institution => self != Self::MapOnly,
        }
    }
}

/// Bytes in Base64.
fn as_text<S: Serializer>(bytes: &Option<Vec<u8>>, to: S) -> Result<S::Ok, S::Error> {
    bytes.as_ref().map(|bytes| STANDARD.encode(bytes)).serialize(to)
}

fn from_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<u8>>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    text.map(|text| STANDARD.decode(text)).transpose().map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_written_and_read_again() {
        let institution = Institution { name: "Académie".to_owned(), logo: Some(vec![0, 255, 7]) };
        let spec = PageSpec {
            format: PageFormat::Millimetres([60.0, 80.5]),
            template: Template::TwoDates,
            dates: vec![jiff::civil::date(2011, 10, 31)],
            institution: Some(institution),
            ..PageSpec::default()
        };
        for spec in [spec, PageSpec::default()] {
            let text = serde_json::to_string(&spec).unwrap();
            assert_eq!(serde_json::from_str::<PageSpec>(&text).unwrap(), spec, "{text}");
        }
        assert!(serde_json::from_str::<Institution>(r#"{"logo": "é"}"#).is_err());
    }

    #[test]
    fn several_maps_are_of_dates_that_are_evenly_chosen() {
        let day = |year| jiff::civil::date(year, 1, 1);
        for template in Template::ALL {
            for count in 0..40 {
                let known: Vec<Date> = (0..count).map(|rank| day(1990 + rank)).collect();
                let spec = PageSpec { template, ..PageSpec::default() };
                let found = spec.dates_among(&known);
                let most = match template {
                    Template::TwoDates => 2,
                    Template::Evolution => MOST_MAPS,
                    _ => 0,
                };
                let wanted = if count < 2 { 0 } else { known.len().min(most) };
                assert_eq!(found.len(), wanted, "{template:?} {count}");
                assert!(found.is_sorted() && found.windows(2).all(|pair| pair[0] < pair[1]));
                if wanted > 0 {
                    assert_eq!((found.first(), found.last()), (known.first(), known.last()));
                }
                let asked = PageSpec { dates: vec![day(2020), day(2010)], ..spec };
                let several = asked.dates_among(&known);
                assert!(several.is_empty() || several == [day(2010), day(2020)]);
            }
        }
    }

    #[test]
    fn what_is_taken_away_and_put_back_leaves_the_template_as_it_is() {
        let mut spec = PageSpec::default();
        for block in Block::ALL {
            let shown = spec.shows(block);
            spec.show(block, !shown);
            assert_eq!(spec.shows(block), !shown, "{block:?}");
            spec.show(block, shown);
            assert_eq!(spec, PageSpec::default(), "{block:?}");
        }
    }

    #[test]
    fn a_picture_has_the_pixels_that_are_asked_for_those_of_print_or_those_of_a_screen() {
        assert_eq!(PageFormat::Pixels([1200, 800]).usual_pixels(), 1200);
        // 210 mm are 8.268 inches.
        assert_eq!(PageFormat::A4Portrait.usual_pixels(), 2480);
        assert_eq!(PageFormat::A4Portrait.pixels_at(600), 4961);
        assert_eq!(PageFormat::Slide.usual_pixels(), PICTURE_WIDTH);
        assert_eq!(PageFormat::Pixels([u32::MAX, 1]).usual_pixels(), MOST_PIXELS);
    }

    #[test]
    fn a_page_has_the_size_of_its_paper() {
        let (width, height) = PageFormat::A4Portrait.size();
        assert!((width - 793.7).abs() < 0.1 && (height.unwrap() - 1122.5).abs() < 0.1);
        let huge = PageFormat::Pixels([u32::MAX, 0]).size();
        assert!(huge.0.is_finite() && huge.1.unwrap() > 200.0);
        assert!(PageFormat::Millimetres([f32::NAN, 100.0]).size().1.is_some());
    }
}
