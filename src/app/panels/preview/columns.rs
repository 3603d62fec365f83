//! The first rows of a file, with a list of meanings above each column.

use egui::{
    Align, ComboBox, Layout, Rect, ScrollArea, TextWrapMode, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::Previewed;
use crate::{
    app::{
        Action, theme,
        widgets::{line_ui, strong, weak},
        words::{Explained, Words},
    },
    coverage::import::Meaning,
    project::FileChoice,
};

/// Rows that are shown.
const ROWS: usize = 12;

/// Columns that are in view; a file may have thousands.
pub fn columns_ui(ui: &mut Ui, previewed: &Previewed<'_>, actions: &mut Vec<Action>) {
    let table = &previewed.file.reading.table;
    let count = table.headers().len();
    let rows = table.len().min(ROWS);
    let (size, column_width) = (theme::size(), theme::width().file_column);
    let gap = theme::space().medium;
    let height = size.file_head + size.file_row * (rows as f32 + 1.0) + gap;
    ScrollArea::horizontal().auto_shrink([false, true]).show_viewport(ui, |ui, viewport| {
        let size = vec2(column_width * count as f32, height);
        let (_, room) = ui.allocate_space(size);
        let first = (viewport.left() / column_width).floor().max(0.0) as usize;
        let last = ((viewport.right() / column_width).ceil() as usize).min(count);
        for column in first..last {
            let left = room.left() + column_width * column as f32;
            let place =
                Rect::from_min_size(pos2(left, room.top()), vec2(column_width - gap, height));
            let builder = UiBuilder::new()
                .id_salt(("colonne", column))
                .max_rect(place)
                .layout(Layout::top_down(Align::Min));
            ui.scope_builder(builder, |ui| column_ui(ui, previewed, column, actions));
        }
    });
}

fn column_ui(ui: &mut Ui, previewed: &Previewed<'_>, column: usize, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    meaning_ui(ui, previewed, column, actions);
    let table = &previewed.file.reading.table;
    let line = |ui: &mut Ui, text: egui::RichText| {
        let size = vec2(ui.available_width(), theme::size().file_row);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_size(size);
            ui.say_as(text, egui::Label::truncate);
        });
    };
    let header = table.headers().get(column).map_or("", String::as_str);
    line(ui, strong(if header.is_empty() { "(sans nom)" } else { header }, theme::text().body));
    for row in table.rows().take(ROWS) {
        let cell = row.cell(column);
        line(ui, if cell.is_empty() { weak(ui, "—") } else { cell.into() });
    }
}

/// What the column holds, and everything else that it could.
fn meaning_ui(ui: &mut Ui, previewed: &Previewed<'_>, column: usize, actions: &mut Vec<Action>) {
    let Some((header, found)) = previewed.report.columns.get(column) else { return };
    let chosen = previewed.choices.import.meanings.get(&column);
    let shown = found.meaning.map_or("Ignorée", Meaning::label);
    let mut decide = |meaning| {
        actions.push(previewed.decide(FileChoice::Meaning { column, meaning }));
    };
    let list = ComboBox::from_id_salt("sens")
        .width(theme::width().file_column - theme::space().medium)
        .truncate()
        .height(theme::height().list)
        .selected_text(shown)
        .show_ui(ui, |ui| {
            ui.set_min_width(theme::width().menu);
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            if line_ui(ui, "Automatique", chosen.is_none()) && chosen.is_some() {
                decide(None);
            }
            if line_ui(ui, "Ignorée", chosen == Some(&None)) {
                decide(Some(None));
            }
            for meaning in Meaning::ALL {
                let selected = found.meaning == Some(meaning);
                if line_ui(ui, meaning.label(), selected) && !selected {
                    decide(Some(Some(meaning)));
                }
            }
        })
        .response;
    let name = format!("Sens de la colonne « {header} »");
    list.widget_info(|| WidgetInfo {
        current_text_value: Some(shown.to_owned()),
        ..WidgetInfo::labeled(egui::Role::ComboBox, true, &name)
    });
    let reasons: Vec<String> = found.reasons.iter().map(ToString::to_string).collect();
    list.explained(reasons.join("\n"));
    ui.add_space(theme::space().small);
}
