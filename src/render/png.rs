//! A scene as PNG, by way of its SVG.

use std::sync::{Arc, LazyLock};

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
    let pixmap = draw(scene, width)?;
    let zoom = width as f32 / scene.width;
    encode(&pixmap, zoom).map_err(|fault| PngError::Encoding(fault.to_string()))
}

/// Draws a scene into memory, `width` pixels wide.
///
/// # Errors
/// When the picture would be empty or too large.
pub fn to_pixels(scene: &Scene, width: u32) -> Result<Pixels, PngError> {
    let pixmap = draw(scene, width)?;
    Ok(Pixels { width: pixmap.width(), height: pixmap.height(), rgba: pixmap.take() })
}

fn draw(scene: &Scene, width: u32) -> Result<Pixmap, PngError> {
    let zoom = width as f32 / scene.width;
    let height = (scene.height * zoom).round() as u32;
    let size = || PngError::Size { width, height };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(size());
    }
    let mut pixmap = Pixmap::new(width, height).ok_or_else(size)?;
    let options = Options {
        font_family: FONT_FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let tree = Tree::from_str(&to_svg_without_faces(scene), &options)
        .map_err(|fault| PngError::Drawing(fault.to_string()))?;
    // A height is seldom a whole number of pixels, and the last row must be paper all the same.
    let Colour { red, green, blue } = scene.background;
    pixmap.fill(Color::from_rgba8(red, green, blue, u8::MAX));
    resvg::render(&tree, Transform::from_scale(zoom, zoom), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The embedded faces and no other, so that a picture is the same on every machine.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for face in [FONT_REGULAR, FONT_SEMIBOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    Arc::new(fonts)
});

/// Encodes opaque pixels as RGB, with their density for print (a page unit is 1/96 inch).
fn encode(pixmap: &Pixmap, zoom: f32) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let per_metre = (96.0 * zoom / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let rgb: Vec<u8> = pixmap.data().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cartography::Theme;

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
    fn a_picture_without_pixels_or_with_too_many_is_refused() {
        assert!(matches!(to_png(&blank(50.0), 0), Err(PngError::Size { .. })));
        assert!(matches!(to_png(&blank(2000.0), 16_000), Err(PngError::Size { .. })));
    }
}
