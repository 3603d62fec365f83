//! The first rows of a file as a table: what stands above the header, a list of meanings above each
//! column, and the cells.

use std::sync::Arc;

use egui::{
    Align, Label, Layout, Painter, Rect, RichText, ScrollArea, TextWrapMode, Ui, UiBuilder, pos2,
    vec2,
};

use super::{
    Previewed,
    meaning::{LikelyMeanings, meaning_of, meaning_ui, shown},
    title::title_ui,
};
use crate::{
    app::{Action, fonts::font, theme, widgets::strong, words::Words},
    memo::{Memo, Same},
    project::OwnFile,
    scene::Weight,
    table::{Row, Table},
};

/// Rows below the header that are in sight at best, and rows that can be scrolled to.
const ROWS_IN_SIGHT: usize = 10;
const MOST_ROWS: usize = 50;
/// Rows above the header that the height of the panel counts with; more are scrolled to.
const TITLES_IN_SIGHT: usize = 5;
/// Letters of a cell that are measured: more are wider than any column.
const MOST_LETTERS: usize = 80;

/// Where the columns of a file stand, from the left edge of the table on, and where the last ends;
/// the lists above them are as wide as they are.
pub type Columns = Memo<(Same<OwnFile>, Vec<&'static str>), Vec<f32>>;

/// The height of a table with ten rows in sight, in points.
pub fn height(file: &OwnFile) -> f32 {
    let table = &file.reading.table;
    let titles = table.titles().len().min(TITLES_IN_SIGHT);
    let rows = titles + 1 + table.len().min(ROWS_IN_SIGHT);
    theme::size().file_head + theme::size().file_row * rows as f32
}

/// The table; only what is in view is laid out: a file may have thousands of columns.
pub fn table_ui(
    ui: &mut Ui,
    previewed: &Previewed<'_>,
    columns: &mut Columns,
    likely: &mut LikelyMeanings,
    actions: &mut Vec<Action>,
) {
    let table = &previewed.file.reading.table;
    let labels = (0..table.headers().len()).map(|column| shown(previewed, column)).collect();
    let key = (Same(Arc::clone(previewed.file)), labels);
    let painter = ui.painter().clone();
    let lefts = columns.get(key, |(_, labels)| lefts(&painter, table, labels));
    let titles = table.titles();
    let rows = table.len().min(MOST_ROWS);
    let lines = titles.len() + 1 + rows;
    let height = theme::size().file_row * lines as f32 + theme::size().file_head;
    let size = vec2(lefts.last().copied().unwrap_or_default(), height);
    ScrollArea::both().auto_shrink(false).show_viewport(ui, |ui, viewport| {
        let (_, room) = ui.allocate_space(size.max(ui.available_size()));
        for (rank, title) in titles.iter().enumerate() {
            let top = room.top() + theme::size().file_row * rank as f32;
            let place = Rect::from_min_size(
                pos2(room.left(), top),
                vec2(room.width(), theme::size().file_row),
            );
            title_ui(ui, previewed, title, place, lefts, actions);
        }
        let room = room.with_min_y(room.top() + theme::size().file_row * titles.len() as f32);
        numbers_ui(ui, table, room);
        let first = lefts.partition_point(|left| *left <= viewport.left()).saturating_sub(1);
        let last = lefts.partition_point(|left| *left < viewport.right());
        for column in first..last.min(lefts.len().saturating_sub(1)) {
            let (Some(left), Some(right)) = (lefts.get(column), lefts.get(column + 1)) else {
                break;
            };
            let x = (room.left() + left)..=(room.left() + right - theme::space().medium);
            let place = Rect::from_x_y_ranges(x, room.y_range());
            let builder = UiBuilder::new()
                .id_salt(("colonne", column))
                .max_rect(place)
                .layout(Layout::top_down(Align::Min));
            ui.scope_builder(builder, |ui| column_ui(ui, previewed, column, likely, actions));
        }
        let under = room.top() + theme::size().file_head + theme::size().file_row;
        let edge = theme::line(theme::current(ui.ctx()).line_strong);
        ui.painter().hline(room.x_range(), under, edge);
    });
}

/// The lines of the file in which its rows stand.
fn numbers_ui(ui: &Ui, table: &Table, room: Rect) {
    let colour = theme::colour(theme::current(ui.ctx()).text_weak);
    for (rank, row) in table.rows().take(MOST_ROWS).enumerate() {
        let middle =
            room.top() + theme::size().file_head + theme::size().file_row * (rank as f32 + 1.5);
        ui.painter().text(
            pos2(room.left(), middle),
            egui::Align2::LEFT_CENTER,
            row.line,
            font(theme::text().small, Weight::Regular),
            colour,
        );
    }
}

fn column_ui(
    ui: &mut Ui,
    previewed: &Previewed<'_>,
    column: usize,
    likely: &mut LikelyMeanings,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    let table = &previewed.file.reading.table;
    let place = ui.max_rect();
    let list = Rect::from_min_size(place.min, vec2(place.width(), theme::size().file_head));
    ui.scope_builder(UiBuilder::new().max_rect(list), |ui| {
        meaning_ui(ui, previewed, column, likely, actions);
    });
    let is_used = meaning_of(previewed, column).is_some();
    let mut cell_ui = |rank: usize, text: RichText| {
        let top = place.top() + theme::size().file_head + theme::size().file_row * rank as f32;
        let cell = Rect::from_min_size(
            pos2(place.left(), top),
            vec2(place.width(), theme::size().file_row),
        );
        if !ui.is_rect_visible(cell) {
            return;
        }
        let builder = UiBuilder::new().max_rect(cell).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| ui.say_as(text, Label::truncate));
    };
    let header = table.headers().get(column).map_or("", String::as_str);
    cell_ui(0, strong(header, theme::text().body));
    for (rank, row) in table.rows().take(MOST_ROWS).enumerate() {
        cell_ui(rank + 1, cell_text(&row, column, is_used));
    }
}

/// A cell; in grey where its column is of no use.
fn cell_text(row: &Row<'_>, column: usize, is_used: bool) -> RichText {
    let cell = row.cell(column);
    let text = RichText::new(if cell.is_empty() { "—" } else { cell });
    if cell.is_empty() || !is_used { text.weak() } else { text }
}

/// Where columns stand that are as wide as what they hold, and as the list above them.
fn lefts(painter: &Painter, table: &Table, labels: &[&str]) -> Vec<f32> {
    let width = |text: &str, weight| {
        let text: String = text.chars().take(MOST_LETTERS).collect();
        let font = font(theme::text().body, weight);
        painter.layout_no_wrap(text, font, egui::Color32::PLACEHOLDER).size().x
    };
    let longest = |column: usize| {
        let cells = table.rows().take(MOST_ROWS).map(move |row| row.cell(column));
        cells.max_by_key(|cell| cell.len()).unwrap_or_default()
    };
    let mut lefts = Vec::with_capacity(labels.len() + 1);
    let mut left = theme::width().file_line;
    for (column, label) in labels.iter().enumerate() {
        lefts.push(left);
        let header = table.headers().get(column).map_or("", String::as_str);
        let held = width(longest(column), Weight::Regular).max(width(header, Weight::SemiBold));
        let held = held.clamp(theme::width().file_column, theme::width().file_column_most);
        left += held.max(width(label, Weight::Regular) + theme::width().file_list).ceil()
            + theme::space().medium;
    }
    lefts.push(left);
    lefts
}
