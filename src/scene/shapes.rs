//! Lines, circles and pictures on a page.

use std::{io::Cursor, sync::Arc};

use image::{ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{
    geometry::{Rect, Stroke},
    ink::Ink,
};

/// Straight lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The points of each line.
    pub lines: Vec<Vec<[f32; 2]>>,
    /// Whether each line goes back to where it begins.
    pub is_closed: bool,
    /// Inside, by the even–odd rule.
    pub ink: Option<Ink>,
    /// Along the lines, centred on them, with round corners and ends.
    pub stroke: Option<Stroke>,
}

/// A circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    /// Its middle.
    pub center: [f32; 2],
    /// From there to its edge.
    pub radius: f32,
    /// Inside.
    pub ink: Option<Ink>,
    /// Around, centred on the edge.
    pub stroke: Option<Stroke>,
}

/// A picture in pixels, such as a logo.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Where it stands; it fills all of it.
    pub rect: Rect,
    /// What it shows, in words, for whoever cannot see it.
    pub alternative: String,
    /// Its pixels.
    pub bitmap: Bitmap,
}

/// A PNG file that was read: no painter can fail on it.
#[derive(Clone, Debug)]
pub struct Bitmap {
    png: Arc<[u8]>,
    size: [u32; 2],
    rgba: Arc<[u8]>,
}

/// Why a file is no picture for a page.
#[derive(Debug, thiserror::Error)]
#[error("l’image n’est pas un PNG lisible ({0}). Choisissez un autre fichier.")]
pub struct BitmapError(#[from] ImageError);

impl Path {
    /// The same elsewhere on the page.
    #[must_use]
    pub fn shifted(self, [x, y]: [f32; 2]) -> Self {
        let line = |line: Vec<[f32; 2]>| line.iter().map(|at| [at[0] + x, at[1] + y]).collect();
        Self { lines: self.lines.into_iter().map(line).collect(), ..self }
    }

    /// What its lines reach over; nothing without points.
    pub fn bounds(&self) -> Option<Rect> {
        let points = self.lines.iter().flatten().map(|[x, y]| Rect::new(*x, *y, 0.0, 0.0));
        points.reduce(|one, other| one.around(&other))
    }
}

impl Circle {
    /// The same elsewhere on the page.
    #[must_use]
    pub fn shifted(self, [x, y]: [f32; 2]) -> Self {
        Self { center: [self.center[0] + x, self.center[1] + y], ..self }
    }

    /// The square around it.
    pub fn bounds(&self) -> Rect {
        let [x, y] = self.center;
        let (radius, side) = (self.radius, 2.0 * self.radius);
        Rect::new(x - radius, y - radius, side, side)
    }

    /// It as a ring of short straight lines, an eighth of a page unit from the curve at most.
    pub fn ring(&self) -> Vec<[f32; 2]> {
        const ERROR: f32 = 0.125;
        let step = (1.0 - ERROR / self.radius.max(2.0 * ERROR)).acos();
        let count = (std::f32::consts::PI / step).ceil().clamp(8.0, 720.0) as usize;
        let corner = |rank: usize| {
            let (sine, cosine) = (rank as f32 * std::f32::consts::TAU / count as f32).sin_cos();
            [self.center[0] + cosine * self.radius, self.center[1] + sine * self.radius]
        };
        (0..count).map(corner).collect()
    }
}

impl Picture {
    /// The same elsewhere on the page.
    #[must_use]
    pub fn shifted(self, by: [f32; 2]) -> Self {
        Self { rect: self.rect.shifted(by), ..self }
    }
}

impl Bitmap {
    /// Most pixels on a side: more than a page has.
    const MOST_PIXELS: u32 = 8_192;

    /// Reads a PNG file.
    ///
    /// # Errors
    /// When it is none, is damaged, or has too many pixels.
    pub fn read(png: &[u8]) -> Result<Self, BitmapError> {
        let mut reader = ImageReader::with_format(Cursor::new(png), ImageFormat::Png);
        let mut limits = Limits::default();
        limits.max_image_width = Some(Self::MOST_PIXELS);
        limits.max_image_height = Some(Self::MOST_PIXELS);
        reader.limits(limits);
        let decoder = reader.into_decoder()?;
        let (width, height) = decoder.dimensions();
        let pixels = image::DynamicImage::from_decoder(decoder)?.into_rgba8().into_raw();
        Ok(Self { png: png.into(), size: [width, height], rgba: pixels.into() })
    }

    /// Whether another is the very same.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rgba, &other.rgba)
    }

    /// The file.
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Pixels across and down, at least one each.
    pub fn size(&self) -> [u32; 2] {
        self.size
    }

    /// Red, green, blue and opacity of each pixel, row by row from the top.
    pub fn rgba(&self) -> &[u8] {
        &self.rgba
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_keeps_near_its_circle_whatever_its_size() {
        for radius in [0.0, 0.3, 1.0, 6.0, 400.0] {
            let circle = Circle { center: [5.0, 5.0], radius, ink: None, stroke: None };
            let ring = circle.ring();
            for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let middle = [(from[0] + to[0]) / 2.0 - 5.0, (from[1] + to[1]) / 2.0 - 5.0];
                assert!(radius - middle[0].hypot(middle[1]) < 0.13, "{radius}");
            }
        }
    }

    #[test]
    fn what_is_no_png_is_an_error() {
        let icon = include_bytes!("../../assets/icon/icon-64.png");
        let bitmap = Bitmap::read(icon).unwrap();
        let [width, height] = bitmap.size();
        assert_eq!(bitmap.rgba().len(), (4 * width * height) as usize);
        assert!(Bitmap::read(b"GIF89a").is_err() && Bitmap::read(&icon[..40]).is_err());
        assert!(Bitmap::read(&icon[..icon.len() / 2]).is_err() && Bitmap::read(b"").is_err());
    }
}
