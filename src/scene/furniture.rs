//! What stands on a map besides territories: the boxes of the insets and their titles.

use super::{
    geometry::{Rect, Stroke},
    nodes::{Anchor, Node, Text},
    text::{Weight, text_width},
    view::View,
};
use crate::{cartography::Theme, outline::Frame};

/// Size of the title of an inset.
const TITLE_SIZE: f32 = 12.0;
/// Size of the scale of an inset.
const SCALE_SIZE: f32 = 11.0;
/// Width of a box below which its words are smaller, and how small.
const SMALL_BOX: f32 = 84.0;
const SMALL_SIZE: f32 = 9.5;

/// The boxes of the insets, each with its title and its scale against the mainland.
pub fn draw_frames(frames: &[Frame], view: &View, theme: &Theme) -> Vec<Node> {
    let mut nodes = Vec::new();
    for frame in frames {
        let Some(rect) = frame.rect.map(|rect| view.page_rect(rect)) else { continue };
        let stroke = Some(Stroke { colour: theme.frame, width: 1.0 });
        nodes.push(Node::Rect { rect, ink: None, stroke, radius: 3.0 });
        nodes.extend(title(frame, rect, theme));
    }
    nodes
}

/// The title at the top left, the scale at the bottom right; in a box that is too narrow, the code
/// instead of the title.
fn title(frame: &Frame, rect: Rect, theme: &Theme) -> [Node; 2] {
    let margin = 6.0;
    let fits = text_width(frame.title, TITLE_SIZE, Weight::Regular) + 2.0 * margin <= rect.width;
    let short = frame.only_departement().unwrap_or("Paris");
    let title = if fits { frame.title } else { short };
    let (title_size, scale_size) =
        if rect.width < SMALL_BOX { (SMALL_SIZE, SMALL_SIZE) } else { (TITLE_SIZE, SCALE_SIZE) };
    let margin = if rect.width < SMALL_BOX { 3.0 } else { margin };
    let scale = format!("×\u{202f}{}", decimals(frame.magnification));
    let text = |position, content: &str, size| Text::new(position, content, size, theme.text_weak);
    [
        text([rect.x + margin, rect.y + title_size + margin / 2.0], title, title_size).into(),
        text([rect.right() - margin, rect.bottom() - margin], &scale, scale_size)
            .anchored(Anchor::End)
            .into(),
    ]
}

/// `0,35`, `1,5`, `4`.
fn decimals(value: f32) -> String {
    let text = format!("{value:.2}").replace('.', ",");
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_written_without_useless_zeros() {
        assert_eq!([0.3, 0.35, 1.5, 4.0].map(decimals), ["0,3", "0,35", "1,5", "4"]);
    }
}
