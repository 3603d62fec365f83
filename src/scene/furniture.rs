//! What stands on a map besides territories: the boxes of the insets and their titles, and the
//! values written on the territories.

use super::{
    map::MapPicture,
    nodes::{Anchor, Node, Rect, Stroke, Text},
    text::{Weight, text_width},
    view::View,
};
use crate::{
    cartography::{Colour, Theme},
    french,
    outline::Frame,
    territory::TerritoryId,
};

/// Size of the title of an inset.
const TITLE_SIZE: f32 = 12.0;
/// Size of the scale of an inset.
const SCALE_SIZE: f32 = 11.0;
/// Width of a box below which its words are smaller, and how small.
const SMALL_BOX: f32 = 84.0;
const SMALL_SIZE: f32 = 9.5;
/// Size of a value on the map.
const LABEL_SIZE: f32 = 13.0;

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

/// Writes `label` on each area where there is room for it, in whichever of dark and light reads
/// better on its colour. The halo clears the hatch away.
pub fn draw_labels(
    picture: &MapPicture,
    view: &View,
    label: impl Fn(TerritoryId) -> Option<String>,
) -> Vec<Node> {
    (picture.layer.areas.iter().zip(&picture.areas))
        .filter_map(|(area, painted)| {
            let text = label(area.territory)?;
            let spot = area.label_spot();
            let width = text_width(&text, LABEL_SIZE, Weight::SemiBold);
            (spot.width * view.scale as f32 > width).then(|| {
                let [x, y] = view.page(spot.center);
                let position = [x, y + LABEL_SIZE * 0.35];
                let ground = painted.ink.colour;
                let text = Text::new(position, text, LABEL_SIZE, readable_on(ground))
                    .strong()
                    .anchored(Anchor::Middle);
                if painted.ink.hatch.is_some() { text.haloed(ground) } else { text }.into()
            })
        })
        .collect()
}

/// Dark or light text, whichever has more contrast. Values keep their colours in both themes, and
/// so does the text on them.
fn readable_on(ground: Colour) -> Colour {
    let (dark, light) = (Theme::light().text, Theme::light().paper);
    if dark.contrast(ground) >= light.contrast(ground) { dark } else { light }
}

/// The value of a share as it is written on a map: without decimals, clear of both bounds.
pub fn short_percent(percent: f64) -> String {
    let rounded = percent.round();
    if (rounded <= 0.0 && percent > 0.0) || (rounded >= 100.0 && percent < 100.0) {
        french::percent(percent)
    } else {
        french::percent(rounded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_written_without_useless_zeros() {
        assert_eq!([0.3, 0.35, 1.5, 4.0].map(decimals), ["0,3", "0,35", "1,5", "4"]);
    }

    #[test]
    fn a_short_value_never_claims_a_bound() {
        assert_eq!(short_percent(60.5), "61\u{202f}%");
        assert_eq!(short_percent(99.7), "99,7\u{202f}%");
        assert_eq!(short_percent(0.2), "0,2\u{202f}%");
        assert_eq!(short_percent(100.0), "100\u{202f}%");
    }
}
