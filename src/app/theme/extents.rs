//! How far things reach: widths, heights of regions, what lies on the map.

use serde::Deserialize;

use super::measures::window;

/// Widths, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Width {
    /// The side panel.
    pub panel: f32,
    /// The side panel of a wide window.
    pub panel_wide: f32,
    /// The narrowest that it can be drawn.
    pub panel_least: f32,
    /// The widest.
    pub panel_most: f32,
    /// A card beside the pointer.
    pub card_on_map: f32,
    /// The legend where the panel is folded.
    pub legend_on_map: f32,
    /// Notices.
    pub notice: f32,
    /// A question in the place of the map.
    pub question: f32,
    /// A dialog.
    pub dialog: f32,
    /// The list of keys.
    pub shortcuts: f32,
    /// A key in it.
    pub keys: f32,
    /// What the key does.
    pub key_words: f32,
    /// Looking for a place or a command.
    pub finder: f32,
    /// A list of meanings.
    pub menu: f32,
    /// The list that pairs a value.
    pub pairing: f32,
    /// A field.
    pub field: f32,
    /// A field for a date.
    pub date_field: f32,
    /// A list with its name.
    pub list: f32,
    /// The longest number of rows.
    pub count: f32,
    /// The longest date.
    pub date: f32,
    /// How far work under way is.
    pub progress: f32,
    /// « Exporter » at the end of the bar.
    pub export: f32,
    /// What stands there beside the page.
    pub save: f32,
    /// The narrowest column of the table.
    pub column: f32,
    /// The narrowest column of a previewed file, but for its list of meanings, which is never cut.
    pub file_column: f32,
    /// The widest.
    pub file_column_most: f32,
    /// What that list has beside its words: an arrow, and room at both sides.
    pub file_list: f32,
    /// The number of a line of that file.
    pub file_line: f32,
    /// A letter in the table.
    pub letter: f32,
    /// A decimal and its comma in the table.
    pub decimal: f32,
    /// A year below the timeline.
    pub year: f32,
}

/// Heights of regions, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Height {
    /// The least of a region below the map.
    pub below: f32,
    /// The least of the map above the preview of a file.
    pub map: f32,
    /// The least of that preview, which leaves room for how a file is read.
    pub preview: f32,
    /// What stands around its rows: margins, the line above them, their scroll bar.
    pub around_preview: f32,
    /// What its rows keep while all settings are shown.
    pub preview_rows: f32,
    /// The table.
    pub table: f32,
    /// From this height of a panel on its legend has its histogram.
    pub histogram_from: f32,
    /// A long list that drops down.
    pub list: f32,
    /// The least of a question in the place of the map.
    pub question: f32,
    /// The finder, from the top of the window.
    pub finder_from_top: f32,
}

/// What lies on the map, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnMap {
    /// The line around what the pointer is on.
    pub hovered: f32,
    /// That line with its rim of paper, which keeps it apart from a colour as dark as it is.
    pub hovered_rim: f32,
    /// The line around what is selected.
    pub selected: f32,
    /// That line with its rim of paper.
    pub selected_rim: f32,
    /// Radius of a school.
    pub school: f32,
    /// The rim of paper around it.
    pub school_rim: f32,
    /// The line of a school without what is counted.
    pub school_stroke: f32,
    /// The ring of a group of schools.
    pub group_ring: f32,
    /// In a map less wide, the words on tiles stand above each other.
    pub narrow: f32,
}

/// Widths, in points.
pub fn width() -> &'static Width {
    &window().width
}

/// Heights of regions, in points.
pub fn height() -> &'static Height {
    &window().height
}

/// What lies on the map, in points.
pub fn on_map() -> &'static OnMap {
    &window().map
}
