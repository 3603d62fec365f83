//! What stands on a map besides territories: the boxes of the insets and their titles, and the
//! values written on the territories.

use super::{
    nodes::{Anchor, Node, Rect, Stroke, Text},
    text::{Weight, text_width},
    view::View,
};
use crate::{
    cartography::Theme,
    french,
    outline::{Frame, Layer},
    territory::TerritoryId,
};

/// Size of the title of an inset.
const TITLE_SIZE: f32 = 12.0;
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

/// The title and the scale at the two ends of a line; in a box that is too narrow, less and less.
fn title(frame: &Frame, rect: Rect, theme: &Theme) -> Vec<Node> {
    let margin = 6.0;
    let room = rect.width - 2.0 * margin;
    let scale = format!("×\u{202f}{}", decimals(frame.magnification));
    let width = |text: &str| text_width(text, TITLE_SIZE, Weight::Regular);
    let baseline = rect.y + 15.0;
    let start = Text::new([rect.x + margin, baseline], frame.title, TITLE_SIZE, theme.text_weak);
    let end = Text::new([rect.right() - margin, baseline], &scale, TITLE_SIZE, theme.text_weak)
        .anchored(Anchor::End);
    if width(frame.title) + width(&scale) + margin <= room {
        vec![start.into(), end.into()]
    } else if width(frame.title) <= room {
        vec![start.into()]
    } else {
        let code = frame.only_departement().unwrap_or("Paris");
        vec![Text { content: code.to_owned(), ..start }.into()]
    }
}

/// `0,35`, `1,5`, `4`.
fn decimals(value: f32) -> String {
    let text = format!("{value:.2}").replace('.', ",");
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Writes `label` in the middle of each area where there is room for it.
pub fn draw_labels(
    layer: &Layer,
    view: &View,
    theme: &Theme,
    label: impl Fn(TerritoryId) -> Option<String>,
) -> Vec<Node> {
    layer
        .areas
        .iter()
        .filter_map(|area| {
            let text = label(area.territory)?;
            let rect = view.page_rect(area.bounds);
            let width = text_width(&text, LABEL_SIZE, Weight::SemiBold);
            (rect.width > width * 1.25 && rect.height > LABEL_SIZE * 2.0).then(|| {
                let [x, y] = view.page(area.label_point());
                let position = [x, y + LABEL_SIZE * 0.35];
                Text::new(position, text, LABEL_SIZE, theme.text)
                    .strong()
                    .anchored(Anchor::Middle)
                    .haloed(theme.paper)
                    .into()
            })
        })
        .collect()
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
        assert_eq!([0.35, 1.5, 4.0].map(decimals), ["0,35", "1,5", "4"]);
    }

    #[test]
    fn a_short_value_never_claims_a_bound() {
        assert_eq!(short_percent(60.5), "61\u{202f}%");
        assert_eq!(short_percent(99.7), "99,7\u{202f}%");
        assert_eq!(short_percent(0.2), "0,2\u{202f}%");
        assert_eq!(short_percent(100.0), "100\u{202f}%");
    }
}
