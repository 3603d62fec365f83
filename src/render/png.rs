//! A scene as PNG, painted in bands on all cores and encoded as it is painted.

use std::{io::Write, ops::Range};

use rayon::prelude::*;
use tiny_skia::PixmapMut;

use super::stamps::Stamps;
use crate::scene::Scene;

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
    /// The encoder refused.
    #[error("l’image n’a pas pu être codée en PNG ({0}).")]
    Encoding(String),
}

/// Most pixels that a picture may have: 16 384 × 16 384.
const MOST_PIXELS: u64 = 1 << 28;
/// Most pixels across, which the rasteriser tells apart.
const MOST_ACROSS: u32 = 16_382;

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
/// bytes, whatever the number of cores: only the embedded faces are used, and nothing is dated.
///
/// # Errors
/// When the picture would be empty or too large, or cannot be encoded.
pub fn to_png(scene: &Scene, width: u32) -> Result<Vec<u8>, PngError> {
    let drawing = Drawing::of(scene, width)?;
    drawing.encoded(drawing.band(), rayon::current_num_threads().min(MOST_AT_ONCE))
}

/// Draws a scene into memory, `width` pixels wide.
///
/// # Errors
/// When the picture would be empty or too large.
pub fn to_pixels(scene: &Scene, width: u32) -> Result<Pixels, PngError> {
    let drawing = Drawing::of(scene, width)?;
    let rows = drawing.band();
    let mut rgba = vec![0; 4 * drawing.width as usize * drawing.height as usize];
    let band = 4 * drawing.width as usize * rows as usize;
    rgba.par_chunks_mut(band).enumerate().for_each(|(rank, pixels)| {
        drawing.paint(rank as u32 * rows, pixels);
    });
    Ok(Pixels { width: drawing.width, height: drawing.height, rgba })
}

/// Bytes of the pixels of a band. Where bands meet hangs on nothing but the size of the picture:
/// an edge that crosses from one to the next is rounded there.
const BAND_BYTES: usize = 8 << 20;
/// Most bands that are painted at once, while as many are encoded.
const MOST_AT_ONCE: usize = 6;

/// A scene, ready to be painted in pixels.
struct Drawing {
    stamps: Stamps,
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
        if pixels == 0 || pixels > MOST_PIXELS || width > MOST_ACROSS {
            return Err(PngError::Size { width, height });
        }
        Ok(Self { stamps: Stamps::of(scene, zoom), width, height, zoom })
    }

    /// Paints the rows from `top` down that have room in `rgba`.
    fn paint(&self, top: u32, rgba: &mut [u8]) {
        let rows = (rgba.len() / (4 * self.width as usize)) as u32;
        if let Some(mut rows) = PixmapMut::from_bytes(rgba, self.width, rows) {
            self.stamps.paint(top, &mut rows);
        }
    }

    /// How many rows a band has.
    fn band(&self) -> u32 {
        let row = 4 * self.width as usize;
        ((BAND_BYTES / row).max(1) as u32).min(self.height)
    }

    /// As PNG bytes, painted in bands of so many rows, so many at once. While some are encoded,
    /// the next are painted.
    fn encoded(&self, band: u32, at_once: usize) -> Result<Vec<u8>, PngError> {
        let failed = |fault: png::EncodingError| PngError::Encoding(fault.to_string());
        let mut bytes = Vec::new();
        let mut writer = self.encoder(&mut bytes).write_header().map_err(failed)?;
        let mut stream = writer.stream_writer_with_size(1 << 16).map_err(failed)?;
        let bands: Vec<Range<u32>> = (0..self.height)
            .step_by(band as usize)
            .map(|top| top..(top + band).min(self.height))
            .collect();
        let mut painted: Vec<Vec<u8>> = Vec::new();
        for group in bands.chunks(at_once).chain([&[][..]]) {
            let write = || painted.iter().try_for_each(|rows| stream.write_all(rows));
            let paint = || group.par_iter().map(|rows| self.opaque(rows)).collect();
            let (written, next) = rayon::join(write, paint);
            written.map_err(|fault| failed(fault.into()))?;
            painted = next;
        }
        stream.finish().map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(bytes)
    }

    /// Red, green and blue of some rows.
    fn opaque(&self, rows: &Range<u32>) -> Vec<u8> {
        let mut bytes = vec![0; 4 * self.width as usize * rows.len()];
        self.paint(rows.start, &mut bytes);
        without_opacity(&bytes)
    }

    /// Of opaque RGB pixels, with their density for print (a page unit is 1/96 inch).
    fn encoder<'a>(&self, bytes: &'a mut Vec<u8>) -> png::Encoder<'a, &'a mut Vec<u8>> {
        let mut encoder = png::Encoder::new(bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        encoder.set_filter(png::Filter::Sub);
        let per_metre = (96.0 * self.zoom / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: png::Unit::Meter,
        }));
        encoder
    }
}

/// Red, green and blue of opaque pixels.
fn without_opacity(rgba: &[u8]) -> Vec<u8> {
    let mut rgb = vec![0; rgba.len() / 4 * 3];
    for (short, long) in rgb.chunks_exact_mut(3).zip(rgba.chunks_exact(4)) {
        short.copy_from_slice(&long[..3]);
    }
    rgb
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cartography::Theme,
        scene::{Bitmap, Node, Picture, Rect, Text},
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
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
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
        let whole = drawing.encoded(drawing.height, 1).unwrap();
        for (rows, at_once) in [(1, 3), (7, 1), (64, 2), (149, 4), (70, 1)] {
            let found = drawing.encoded(rows, at_once).unwrap();
            assert!(found == whole, "{rows} rows a band, {at_once} at once");
        }
        assert_eq!(to_pixels(&scene, 250).unwrap().rgba.len(), 4 * 250 * 150);
    }

    #[test]
    fn a_text_in_any_script_leaves_ink_where_it_is_measured() {
        let theme = Theme::light();
        for said in ["École 🏫", "مدرسة", "学校 12", "a\u{1}\u{fffe}b", "e\u{301}", "👩\u{200d}💻"]
        {
            let text = Text::new([20.0, 50.0], said, 10.0, theme.text);
            let room = text.rect().grown(1.0);
            let mut scene = blank(100.0);
            scene.nodes = vec![text.into()];
            let picture = to_pixels(&scene, 100).unwrap();
            let paper = [theme.paper.red, theme.paper.green, theme.paper.blue, 255];
            let pixels = picture.rgba.chunks_exact(4).enumerate();
            let inked = pixels.filter(|(_, pixel)| *pixel != paper);
            let inked: Vec<Rect> = inked
                .map(|(at, _)| Rect::new((at % 100) as f32, (at / 100) as f32, 1.0, 1.0))
                .collect();
            assert!(
                !inked.is_empty() && inked.iter().all(|pixel| room.intersects(pixel)),
                "{said}"
            );
        }
    }

    #[test]
    fn a_logo_fills_its_place() {
        let bitmap = Bitmap::read(include_bytes!("../../assets/icon/icon-64.png")).unwrap();
        let rect = Rect::new(10.0, 10.0, 40.0, 40.0);
        let mut scene = blank(60.0);
        scene.nodes = vec![Node::Picture(Picture { rect, alternative: String::new(), bitmap })];
        let paper = Theme::light().paper;
        let picture = to_pixels(&scene, 100).unwrap();
        let inked = picture.rgba.chunks_exact(4).filter(|pixel| pixel[0] != paper.red).count();
        assert!((800..=1700).contains(&inked), "{inked} pixels of 1600");
    }

    #[test]
    fn a_picture_without_pixels_or_with_too_many_is_refused() {
        assert!(matches!(to_png(&blank(50.0), 0), Err(PngError::Size { .. })));
        assert!(matches!(to_png(&blank(2000.0), 16_000), Err(PngError::Size { .. })));
    }
}
