//! Sizes, spacings and widths of the window, read from `assets/theme.json`: the only place where
//! they are written down.

use std::sync::LazyLock;

use serde::{Deserialize, de::IgnoredAny};

use super::extents::{Height, OnMap, Width};

/// Sizes of text, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Years below the timeline, words on tiles, numbers of groups.
    pub caption: f32,
    /// Secondary text.
    pub small: f32,
    /// Lines of the legend, as its drawing has them.
    pub legend: f32,
    /// Ordinary text.
    pub body: f32,
    /// The name of a region or of a card that floats; a value in a list.
    pub title: f32,
    /// A symbol on a button.
    pub icon: f32,
    /// Headings and values.
    pub heading: f32,
    /// The figure of a card.
    pub figure: f32,
}

/// Room between things, and around them, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Space {
    /// Between lines of one thing.
    pub hair: f32,
    /// Between what belongs together.
    pub tight: f32,
    /// Between lines of a panel.
    pub small: f32,
    /// Between controls; above the buttons of a dialog.
    pub medium: f32,
    /// At both sides of what has a frame.
    pub pad: f32,
    /// Around groups, and above sections.
    pub large: f32,
    /// Within a dialog.
    pub wide: f32,
    /// Between what floats and the edges of the map.
    pub apart: f32,
}

/// Heights of things, and sizes of small ones, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// Least of what can be pressed.
    pub target: f32,
    /// A control of the bar, a button with a symbol.
    pub control: f32,
    /// A group of controls.
    pub group: f32,
    /// A small button that tells something.
    pub chip: f32,
    /// A check box, a radio button.
    pub tick: f32,
    /// A row of the table.
    pub table_row: f32,
    /// Its head.
    pub table_head: f32,
    /// A row of a previewed file.
    pub file_row: f32,
    /// The list above its column.
    pub file_head: f32,
    /// A line above these: the choice of a file, or why one is refused.
    pub file_above: f32,
    /// A line that was found.
    pub found_row: f32,
    /// A line of the legend, as its drawing has them.
    pub legend_row: f32,
    /// Room for its mark.
    pub legend_mark: f32,
    /// A name with its bar on a card.
    pub card_row: f32,
    /// The name alone.
    pub card_name: f32,
    /// What stands in grey below it.
    pub card_kind: f32,
    /// A bar below a name.
    pub bar: f32,
    /// The bar below the figure of a card.
    pub headline_bar: f32,
    /// Shares over time.
    pub chart: f32,
    /// Radius of a point of them.
    pub chart_point: f32,
    /// The region of the dates.
    pub timeline: f32,
    /// The track that dates lie on, with its years.
    pub track: f32,
    /// Its line, from its top.
    pub track_line: f32,
    /// Radius of its handle.
    pub handle: f32,
    /// Radius of a date.
    pub date: f32,
    /// A line of the list of keys.
    pub key_row: f32,
}

/// Corners, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Radius {
    /// Of a bar.
    pub bar: f32,
    /// Of a row that is pointed at.
    pub small: f32,
    /// Of a control and of a sheet of paper.
    pub control: f32,
    /// Of a menu, of the ring around what has the focus.
    pub menu: f32,
    /// Of a dialog.
    pub window: f32,
    /// Of a chip.
    pub chip: f32,
}

/// Widths of lines, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// A thin separation, an edge.
    pub line: f32,
    /// A curve, a tick.
    pub mark: f32,
    /// The track of dates.
    pub strong: f32,
    /// The ring around what has the focus.
    pub focus: f32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Window {
    pub text: Text,
    pub space: Space,
    pub size: Size,
    pub width: Width,
    pub height: Height,
    pub radius: Radius,
    pub stroke: Lines,
    pub map: OnMap,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Colours, which drawings need too.
    #[serde(rename = "light")]
    _light: IgnoredAny,
    #[serde(rename = "dark")]
    _dark: IgnoredAny,
    window: Window,
}

/// Sizes of text, in points.
pub fn text() -> &'static Text {
    &window().text
}

/// Room between things, and around them, in points.
pub fn space() -> &'static Space {
    &window().space
}

/// Heights of things, and sizes of small ones, in points.
pub fn size() -> &'static Size {
    &window().size
}

/// Corners, in points.
pub fn radius() -> &'static Radius {
    &window().radius
}

/// Widths of lines, in points.
pub fn stroke() -> &'static Lines {
    &window().stroke
}

#[expect(clippy::expect_used, reason = "the theme is embedded and tested, not an input")]
pub(super) fn window() -> &'static Window {
    static WINDOW: LazyLock<Window> = LazyLock::new(|| {
        let file: File = serde_json::from_str(include_str!("../../../assets/theme.json"))
            .expect("the embedded theme is valid");
        file.window
    });
    &WINDOW
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_pressed_is_large_enough_and_sizes_of_text_grow_from_one_to_the_next() {
        let (size, text, space) = (size(), text(), space());
        assert!(size.target >= 24.0 && size.control >= size.target && size.table_row >= 24.0);
        let sizes = [
            text.caption,
            text.small,
            text.legend,
            text.body,
            text.title,
            text.heading,
            text.figure,
        ];
        assert!(sizes.is_sorted_by(|a, b| a < b) && text.caption >= 11.0, "{sizes:?}");
        let spaces = [
            space.hair,
            space.tight,
            space.small,
            space.medium,
            space.pad,
            space.large,
            space.wide,
            space.apart,
        ];
        assert!(spaces.is_sorted_by(|a, b| a < b), "{spaces:?}");
    }
}
