//! The shortcuts, by group, in two columns.

use egui::{Grid, Ui};

use crate::app::{
    shortcuts::{KeyGroup, groups},
    theme,
    widgets::strong,
    words::Words,
};

/// All shortcuts: two columns of groups, about as long as each other.
pub fn shortcuts_ui(ui: &mut Ui) {
    let groups = groups();
    let lines =
        |groups: &[KeyGroup]| -> usize { groups.iter().map(|group| group.lines.len() + 2).sum() };
    let half = lines(&groups).div_ceil(2);
    let cut = (0..=groups.len())
        .min_by_key(|cut| lines(&groups[..*cut]).abs_diff(half))
        .unwrap_or(groups.len());
    let (left, right) = groups.split_at(cut);
    ui.horizontal_top(|ui| {
        for column in [left, right] {
            ui.vertical(|ui| column.iter().for_each(|group| group_ui(ui, group)));
            ui.add_space(theme::space().large);
        }
    });
}

fn group_ui(ui: &mut Ui, group: &KeyGroup) {
    ui.spacing_mut().item_spacing.y = theme::space().hair;
    let accent = theme::colour(theme::current(ui.ctx()).accent);
    ui.say(strong(group.name, theme::text().body).color(accent));
    let grid = Grid::new(group.name).num_columns(2).min_row_height(theme::size().key_row);
    grid.spacing([theme::space().medium, 0.0]).show(ui, |ui| {
        for (keys, label) in &group.lines {
            ui.scope(|ui| {
                ui.set_width(theme::width().keys);
                ui.say(strong(keys.as_str(), theme::text().small));
            });
            ui.scope(|ui| {
                ui.set_width(theme::width().key_words);
                ui.say(egui::RichText::new(*label).size(theme::text().small));
            });
            ui.end_row();
        }
    });
    ui.add_space(theme::space().hair);
}
