//! The bytes of a tile to pixels, within bounds.

use std::io::Cursor;

use egui::ColorImage;
use image::{ImageReader, Limits};

/// Widest and highest tile. Servers send 256 or 512; what is larger is not a tile.
const MOST_PIXELS: u32 = 1024;

/// Decodes a PNG, JPEG or WebP tile. `None` when it is none of them, is broken, or would unfold
/// into something enormous.
pub fn decode(bytes: &[u8]) -> Option<ColorImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(u64::from(MOST_PIXELS * MOST_PIXELS) * 16);
    reader.limits(limits);
    let pixels = reader.decode().ok()?.to_rgba8();
    let size = [pixels.width() as usize, pixels.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, pixels.as_raw()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&vec![7; (width * height) as usize]).unwrap();
        drop(writer);
        bytes
    }

    #[test]
    fn a_tile_is_decoded_and_what_is_none_is_not() {
        assert_eq!(decode(&png(256, 256)).map(|image| image.size), Some([256, 256]));
        assert!(decode(b"<html>Bonjour</html>").is_none());
        assert!(decode(&png(256, 256)[..200]).is_none());
        assert!(decode(&[]).is_none());
    }

    #[test]
    fn a_small_file_that_unfolds_into_a_huge_picture_is_left_alone() {
        let huge = png(8_000, 8_000);
        assert!(huge.len() < 2 * 1024 * 1024, "a server may send its {} bytes", huge.len());
        assert!(decode(&huge).is_none());
    }
}
