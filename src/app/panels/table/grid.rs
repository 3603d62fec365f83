//! The rows themselves: only those in sight are made, however many there are.

use egui::{
    Align, IdSalt, Key, Layout, Rect, Response, RichText, ScrollArea, Sense, TextWrapMode, Ui,
    UiBuilder, WidgetInfo, accesskit,
};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::{
    app::{Action, focus::name_edge, theme, widgets::strong, words::Explained, words::Words},
    french::NARROW_SPACE,
    project::{Command, RowColumn, RowId, Rows, Session, Sort, Standpoint},
    territory::TerritoryId,
};

/// What a table shows in a frame.
pub struct Grid<'a> {
    pub rows: &'a Rows,
    /// The rows that are kept, in their order.
    pub ranks: &'a [usize],
    pub columns: &'a [RowColumn],
    pub sort: Option<Sort>,
    pub standpoint: &'a Standpoint,
    /// The territories that the pointer is on elsewhere.
    pub hovered: &'a [TerritoryId],
    /// A row to bring into sight.
    pub show: Option<RowId>,
}

impl Grid<'_> {
    /// The table. Answers the column whose name was clicked.
    pub fn ui(
        &self,
        ui: &mut Ui,
        session: &Session,
        pointed: &mut Vec<TerritoryId>,
        actions: &mut Vec<Action>,
    ) -> Option<RowColumn> {
        let mut sorted = None;
        ScrollArea::horizontal().auto_shrink(false).min_scrolled_height(0.0).show(ui, |ui| {
            ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
            // A row takes the click, wherever on it.
            ui.style_mut().interaction.selectable_labels = false;
            let salt = ("lignes", self.rows.of_schools());
            let edges = ui.scope_id().with(IdSalt::new(salt)).with("resize_column");
            let (ctx, seen) = (ui.ctx().clone(), ui.clip_rect());
            let mut table = TableBuilder::new(ui)
                .id_salt(salt)
                .striped(true)
                .resizable(true)
                // Pointed at wherever on a row; the focus goes to rows as a whole.
                .sense(Sense::CLICK)
                .auto_shrink(false)
                .min_scrolled_height(0.0)
                .cell_layout(Layout::left_to_right(Align::Center));
            let widths = theme::width();
            for column in self.columns {
                let width = f32::from(column.width()) * widths.letter + theme::space().wide;
                table = table.column(Column::initial(width).at_least(widths.column).clip(true));
            }
            let wanted = self.show.and_then(|id| self.rows.find(id));
            let place = wanted.and_then(|rank| self.ranks.iter().position(|one| *one == rank));
            if let Some(place) = place {
                table = table.scroll_to_row(place, Some(Align::Center));
            }
            table
                .header(theme::size().table_head, |mut header| {
                    for column in self.columns {
                        header.col(|ui| {
                            // A name stands over its figures.
                            let layout = match column.kind().is_figure() {
                                true => Layout::right_to_left(Align::Center),
                                false => Layout::left_to_right(Align::Center),
                            };
                            ui.with_layout(layout, |ui| {
                                if self.name_ui(ui, *column) {
                                    sorted = Some(*column);
                                }
                            });
                        });
                    }
                })
                .body(|body| {
                    body.rows(theme::size().table_row, self.ranks.len(), |row| {
                        self.row_ui(row, seen, session, pointed, actions);
                    });
                });
            for (rank, column) in self.columns.iter().enumerate() {
                let name = format!("Largeur de la colonne « {} »", self.rows.title_of(*column));
                name_edge(&ctx, edges.with(rank), &name);
            }
        });
        sorted
    }

    /// The name of a column, which sorts by it.
    fn name_ui(&self, ui: &mut Ui, column: RowColumn) -> bool {
        let arrow = match self.sort.filter(|sort| sort.column == column) {
            Some(Sort { descending: true, .. }) => " ▼",
            Some(_) => " ▲",
            None => "",
        };
        let title = self.rows.title_of(column);
        // Wherever on its cell.
        let response = ui.interact(ui.max_rect(), ui.scope_id().with("tri"), Sense::click());
        if response.hovered() || response.has_focus() {
            let fill = theme::colour(theme::current(ui.ctx()).hovered);
            ui.painter().rect_filled(ui.max_rect(), theme::radius().small, fill);
        }
        if column.kind().is_figure() {
            // Its figures keep as far from the edge.
            ui.add_space(theme::space().tight);
        }
        let text = strong(format!("{title}{arrow}"), theme::text().legend);
        ui.say_as(text, |label| label.truncate().selectable(false));
        let response = response.explained("Trier par cette colonne");
        let spoken = match arrow {
            " ▼" => format!("{title}, décroissant"),
            " ▲" => format!("{title}, croissant"),
            _ => title.into_owned(),
        };
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
        response.clicked()
    }

    fn row_ui(
        &self,
        mut row: TableRow<'_, '_>,
        seen: Rect,
        session: &Session,
        pointed: &mut Vec<TerritoryId>,
        actions: &mut Vec<Action>,
    ) {
        let Some(rank) = self.ranks.get(row.index()).copied() else { return };
        let Some(id) = self.rows.id(rank) else { return };
        let selected = match id {
            RowId::Territory(id) => self.standpoint.selection.contains(&id),
            RowId::School(uai) => self.standpoint.shown_school() == Some(uai),
        };
        row.set_selected(selected);
        row.set_hovered(self.hovered.iter().any(|over| id == RowId::Territory(*over)));
        let mut stop = None;
        for column in self.columns {
            row.col(|ui| {
                if stop.is_none() {
                    stop = Some(stop_ui(ui, seen));
                }
                cell_ui(ui, self.rows, rank, *column);
            });
        }
        let (response, Some(stop)) = (row.response(), stop) else { return };
        let name = format!(
            "{}{NARROW_SPACE}: {}",
            self.rows.text(rank, RowColumn::Name),
            self.figure(rank)
        );
        stop.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, selected, &name));
        let asked = is_asked(&stop);
        if let (RowId::Territory(id), true) = (id, response.hovered()) {
            pointed.push(id);
        }
        let more = response.ctx.input(|input| input.modifiers.command || input.modifiers.shift);
        match id {
            // Asked for once, it is selected; once more, gone into.
            RowId::Territory(id) if response.double_clicked() || (asked && selected) => {
                actions.push(Command::Enter(id).into());
            }
            RowId::Territory(id) if response.clicked() || asked => actions.push(match more {
                true => Command::ToggleSelected(id).into(),
                false => Command::Select(Some(id)).into(),
            }),
            RowId::School(uai) if response.double_clicked() || (asked && selected) => {
                let school = session.dataset().schools().get(uai);
                let code = school.and_then(|school| school.departement);
                let departement = code.map(TerritoryId::Departement);
                actions.push(Command::OpenSchool(uai, departement).into());
            }
            RowId::School(uai) if response.clicked() || asked => {
                actions.push(Command::SelectSchool(uai).into());
            }
            _ => {}
        }
    }

    /// What a row says in short.
    fn figure(&self, rank: usize) -> String {
        let column = if self.rows.of_schools() { RowColumn::Has } else { RowColumn::Share };
        self.rows.text(rank, column)
    }
}

/// Where the focus stands on a row: over its whole width, so far as it is `seen`. The pointer passes
/// through it.
fn stop_ui(ui: &mut Ui, seen: Rect) -> Response {
    let place = Rect::from_x_y_ranges(seen.x_range(), ui.max_rect().y_range());
    let clip = Rect::from_x_y_ranges(seen.x_range(), ui.clip_rect().y_range());
    let id = ui.unique_id().with("ligne");
    let mut over = ui.new_child(UiBuilder::new().max_rect(place));
    over.set_clip_rect(clip);
    let stop = over.interact(place, id, Sense::focusable_noninteractive());
    ui.ctx().accesskit_node_builder(id, |node| node.add_action(accesskit::Action::Click));
    stop
}

/// Whether a row is asked for by the keyboard or by an assistive tool.
fn is_asked(stop: &Response) -> bool {
    let focused = stop.has_focus();
    stop.ctx.input(|input| {
        let pressed = input.key_pressed(Key::Enter) || input.key_pressed(Key::Space);
        (focused && pressed)
            || input.has_accesskit_action_request(stop.id, accesskit::Action::Click)
    })
}

fn cell_ui(ui: &mut Ui, rows: &Rows, rank: usize, column: RowColumn) {
    let value = rows.value(rank, column);
    let text = value.display();
    let theme = theme::current(ui.ctx());
    let colour = if value.is_missing() { theme.text_weak } else { theme.text };
    let text = RichText::new(text.as_ref()).color(theme::colour(colour));
    if column.kind().is_figure() {
        // A share without decimals stands under the whole part of the others.
        let decimal = if column == RowColumn::Share && !value.is_missing() {
            let tail = value.display().rsplit_once(',').map_or(0, |(_, tail)| tail.chars().count());
            if tail == 0 { theme::width().decimal } else { 0.0 }
        } else {
            0.0
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(theme::space().tight + decimal);
            ui.say(text);
        });
    } else {
        ui.say(text);
    }
}
