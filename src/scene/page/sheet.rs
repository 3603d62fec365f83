//! A page as it is laid out: in units of its letters, so that a larger page has larger ones.

use super::{
    content::WEB_MARGIN,
    spec::{PageFormat, PageSpec, Template},
};
use crate::scene::{face::Weight, text::Faces};

/// Size of the title of a page that is wide enough, and of the line below.
const TITLE_SIZE: f32 = 27.0;
const LEAST_TITLE: f32 = 15.0;
/// Width of a page, in its own units, from which its title is as large as that.
const WIDE: f32 = 900.0;
/// Shortest side of a page in page units below which it is small: 10 cm.
const SMALL: f32 = 378.0;
/// How much smaller the letters of a page become, step by step, where it holds much: all of them, and
/// its title besides.
const STEPS: [[f32; 2]; 5] = [[1.0, 1.0], [0.93, 0.92], [0.87, 0.84], [0.81, 0.76], [0.75, 0.68]];
/// The least zoom: the smallest letters, of 11 units, are then 6.5 points high.
const LEAST_ZOOM: f32 = 0.8;
/// The zoom of an A4 page, and the square root of its surface in page units.
const A4_ZOOM: f32 = 0.95;
const A4_SIDE: f32 = 943.9;

/// A page, measured in units of which its zoom makes page units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// Width.
    pub width: f32,
    /// Height; `None` where it follows from what stands on it.
    pub height: Option<f32>,
    /// Around everything.
    pub margin: f32,
    /// Page units a unit.
    pub zoom: f32,
    /// Size of the title.
    pub title: f32,
    /// Whether its texts are cut where they have no room.
    pub is_tight: bool,
}

impl Sheet {
    /// The sheets to try for a page, the best one first. What has no room on the last is cut.
    pub fn tries(spec: &PageSpec) -> Vec<Self> {
        let (width, height) = spec.format.size();
        let Some(height) = height else {
            return vec![Self {
                width,
                height: None,
                margin: WEB_MARGIN,
                zoom: 1.0,
                title: TITLE_SIZE,
                is_tight: false,
            }];
        };
        let whole = whole_zoom(spec, [width, height]);
        let sheet = |[letters, title]: [f32; 2], is_tight| {
            let zoom = (whole * letters).max(LEAST_ZOOM);
            let (width, height) = (width / zoom, height / zoom);
            let large = TITLE_SIZE * (width / WIDE).min(1.0) * title;
            let large = if spec.template == Template::Slide { large * 1.2 } else { large };
            Self {
                width,
                height: Some(height),
                margin: (0.042 * width.min(height)).clamp(10.0, 40.0),
                zoom,
                title: large.max(LEAST_TITLE),
                is_tight,
            }
        };
        let mut tries: Vec<Self> = STEPS.map(|step| sheet(step, false)).into();
        tries.push(sheet(STEPS[STEPS.len() - 1], true));
        tries
    }

    /// Whether texts of some lengths, in the size 1, have no room on it: the title, that of the
    /// legend, the longest texts of the foot.
    pub fn is_hopeless(&self, [title, legend, note, scope]: [f32; 4]) -> bool {
        let Some(height) = self.height else { return false };
        let surface = title * self.title * self.title + (note + scope) * 12.0 * 16.0;
        let column = 0.3 * self.inner();
        surface > 0.6 * height * self.inner() || legend * 15.0 / column * 19.5 > height
    }

    /// Whether it is a small figure, on which little has room.
    pub fn is_small(&self) -> bool {
        self.height.is_some_and(|height| self.width.min(height) * self.zoom < SMALL)
    }

    /// Width between the margins.
    pub fn inner(&self) -> f32 {
        self.width - 2.0 * self.margin
    }

    /// How far into the margin a line may go that is drawn in a wider face.
    pub fn beyond(&self) -> f32 {
        (self.margin - 8.0).max(0.0)
    }

    /// How wide a line may be in a column that ends at the margin: whatever face it is drawn in, it
    /// ends before the edge of the page.
    pub fn room(&self, column: f32, weight: Weight) -> f32 {
        (column + self.beyond()) / Faces::Any.widening(weight)
    }
}

/// How large the letters of a page are, where it holds little.
fn whole_zoom(spec: &PageSpec, [width, height]: [f32; 2]) -> f32 {
    let side = (width * height).sqrt();
    // A page that is twice as large is seen from farther away, but not twice as far.
    let by_size = A4_ZOOM * (side / A4_SIDE).powf(0.7);
    match (spec.format, spec.template) {
        // Seen from the back of a room.
        (PageFormat::Slide, _) => 1.3 * by_size,
        (_, Template::Slide) => 1.2 * by_size,
        _ => by_size,
    }
    .max(LEAST_ZOOM)
}
