//! A scene as PNG, by way of its SVG.

use std::{
    io::Write,
    sync::{Arc, LazyLock},
};

use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree, fontdb},
};

use super::svg::to_svg_without_faces;
use crate::{
    cartography::Colour,
    scene::{FONT_FAMILY, FONT_REGULAR, FONT_SEMIBOLD, Scene},
};

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// More pixels than a picture may have.
    #[error(
        "une image de {width} × {height} pixels ne peut pas être faite. \
         Choisissez une largeur plus petite."
    )]
    Size {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The drawing is not valid, which is a fault of this program.
    #[error(
        "le dessin n’a pas pu être relu ({0})\u{202f}: c’est un défaut du programme, signalez-le."
    )]
    Drawing(String),
    /// The encoder refused.
    #[error("l’image n’a pas pu être codée en PNG ({0}).")]
    Encoding(String),
}

/// Most pixels that a picture may have: 16 384 × 16 384.
const MOST_PIXELS: u64 = 1 << 28;

/// A picture in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue and opacity of each, row by row from the top; all opaque.
    pub rgba: Vec<u8>,
}

/// Draws a scene into a PNG that is `width` pixels wide. The same scene and width give the same
/// bytes: only the embedded faces are used, and nothing is dated.
///
/// # Errors
/// When the picture would be empty or too large, or cannot be encoded.
pub fn to_png(scene: &Scene, width: u32) -> Result<Vec<u8>, PngError> {
    let drawing = Drawing::of(scene, width)?;
    drawing.encoded(BAND_PIXELS)
}

/// Draws a scene into memory, `width` pixels wide.
///
/// # Errors
/// When the picture would be empty or too large.
pub fn to_pixels(scene: &Scene, width: u32) -> Result<Pixels, PngError> {
    let drawing = Drawing::of(scene, width)?;
    let pixmap = drawing.rows(0, drawing.height)?;
    Ok(Pixels { width: pixmap.width(), height: pixmap.height(), rgba: pixmap.take() })
}

/// Most pixels that are painted at once: a large picture is painted and written band by band, so
/// that it never stands in memory whole.
const BAND_PIXELS: u32 = 1 << 24;

/// A scene, ready to be painted in pixels.
struct Drawing {
    tree: Tree,
    background: Colour,
    width: u32,
    height: u32,
    /// Pixels per unit of the page.
    zoom: f32,
}

impl Drawing {
    fn of(scene: &Scene, width: u32) -> Result<Self, PngError> {
        let zoom = width as f32 / scene.width;
        let height = (scene.height * zoom).round() as u32;
        let pixels = u64::from(width) * u64::from(height);
        if pixels == 0 || pixels > MOST_PIXELS {
            return Err(PngError::Size { width, height });
        }
        let options = Options {
            font_family: FONT_FAMILY.to_owned(),
            fontdb: Arc::clone(&FONTS),
            ..Options::default()
        };
        let tree = Tree::from_str(&to_svg_without_faces(scene), &options)
            .map_err(|fault| PngError::Drawing(fault.to_string()))?;
        Ok(Self { tree, background: scene.background, width, height, zoom })
    }

    /// Paints some rows, from `top` down.
    fn rows(&self, top: u32, count: u32) -> Result<Pixmap, PngError> {
        let Self { width, height, zoom, .. } = *self;
        let mut pixmap = Pixmap::new(width, count).ok_or(PngError::Size { width, height })?;
        // A height is seldom a whole number of pixels, and the last row must be paper all the same.
        let Colour { red, green, blue } = self.background;
        pixmap.fill(Color::from_rgba8(red, green, blue, u8::MAX));
        let place = Transform::from_row(zoom, 0.0, 0.0, zoom, 0.0, -(top as f32));
        resvg::render(&self.tree, place, &mut pixmap.as_mut());
        Ok(pixmap)
    }

    /// As PNG bytes, painted in bands of so many pixels.
    fn encoded(&self, band_pixels: u32) -> Result<Vec<u8>, PngError> {
        let failed = |fault: png::EncodingError| PngError::Encoding(fault.to_string());
        let mut bytes = Vec::new();
        let mut writer = self.encoder(&mut bytes).write_header().map_err(failed)?;
        let band = (band_pixels / self.width).clamp(1, self.height);
        if band == self.height {
            let rows = without_opacity(self.rows(0, band)?);
            writer.write_image_data(&rows).map_err(failed)?;
        } else {
            let mut stream = writer.stream_writer().map_err(failed)?;
            for top in (0..self.height).step_by(band as usize) {
                let rows = without_opacity(self.rows(top, band.min(self.height - top))?);
                stream.write_all(&rows).map_err(|fault| failed(fault.into()))?;
            }
            stream.finish().map_err(failed)?;
        }
        writer.finish().map_err(failed)?;
        Ok(bytes)
    }

    /// Of opaque RGB pixels, with their density for print (a page unit is 1/96 inch).
    fn encoder<'a>(&self, bytes: &'a mut Vec<u8>) -> png::Encoder<'a, &'a mut Vec<u8>> {
        let mut encoder = png::Encoder::new(bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let per_metre = (96.0 * self.zoom / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: png::Unit::Meter,
        }));
        encoder
    }
}

/// The embedded faces and no other, so that a picture is the same on every machine.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for face in [FONT_REGULAR, FONT_SEMIBOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    Arc::new(fonts)
});

/// Red, green and blue of opaque pixels, moved together where they stand.
fn without_opacity(pixmap: Pixmap) -> Vec<u8> {
    let mut bytes = pixmap.take();
    let pixels = bytes.len() / 4;
    for pixel in 0..pixels {
        bytes.copy_within(4 * pixel..4 * pixel + 3, 3 * pixel);
    }
    bytes.truncate(3 * pixels);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cartography::Theme,
        scene::{Node, Rect},
    };

    fn blank(height: f32) -> Scene {
        Scene {
            width: 100.0,
            height,
            background: Theme::light().paper,
            title: String::new(),
            description: String::new(),
            nodes: vec![],
        }
    }

    fn pixels(bytes: &[u8]) -> (u32, Vec<u8>) {
        let mut reader = png::Decoder::new(bytes).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        (frame.height, pixels)
    }

    #[test]
    fn paper_reaches_every_edge_though_a_page_is_not_a_whole_number_of_pixels() {
        let paper = Theme::light().paper;
        let (height, pixels) = pixels(&to_png(&blank(50.5), 300).unwrap());
        assert_eq!(height, 152, "151.5 rounded");
        assert!(pixels.chunks_exact(3).all(|p| p == [paper.red, paper.green, paper.blue]));
    }

    #[test]
    fn a_picture_that_is_painted_in_bands_is_the_one_that_is_painted_at_once() {
        let mut scene = blank(60.0);
        let theme = Theme::light();
        let square = |at: f32, side: f32, ink| Node::filled(Rect::new(at, at, side, side), ink);
        scene.nodes = vec![square(10.25, 20.5, theme.text), square(25.0, 60.0, theme.line)];
        let drawing = Drawing::of(&scene, 250).unwrap();
        let whole = pixels(&drawing.encoded(BAND_PIXELS).unwrap());
        for rows in [1, 7, 64, 149] {
            assert_eq!(pixels(&drawing.encoded(250 * rows).unwrap()), whole, "{rows} rows a band");
        }
    }

    #[test]
    fn a_picture_without_pixels_or_with_too_many_is_refused() {
        assert!(matches!(to_png(&blank(50.0), 0), Err(PngError::Size { .. })));
        assert!(matches!(to_png(&blank(2000.0), 16_000), Err(PngError::Size { .. })));
    }
}
