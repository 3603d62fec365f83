//! Small controls that egui lacks.

mod choice;
mod list;
mod tick;

pub use choice::choice_ui;
pub use list::{List, line_ui};
pub use tick::{checkbox_ui, radio_ui, tick_indent};

use egui::{
    Button, Frame, Modal, Response, RichText, Stroke, Ui, Vec2, WidgetInfo,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::{
    fonts::font,
    theme,
    words::{Explained, Words, held},
};
use crate::{french::NARROW_SPACE, scene::Weight};

/// A button that shows only a symbol, without an edge until one points at it; its name is spoken and
/// shown on hover.
pub fn icon_button_ui(
    ui: &mut Ui,
    icon: egui_material_icons::MaterialIcon,
    name: &str,
    hint: &str,
) -> Response {
    let button = Button::new(held(ui, icon.rich_text().size(theme::text().icon)))
        .frame_when_inactive(false)
        .min_size(Vec2::splat(theme::size().control));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
    let hint = if hint.is_empty() { name.to_owned() } else { format!("{name} ({hint})") };
    response.explained(hint)
}

/// Controls that stay together in a line that wraps: what does not fit goes to the next line as a
/// whole. A rule stands before those that are not the first of their line.
pub fn group_ui(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    // The same for all, so that they stand at one height.
    let height = theme::size().group;
    let key = ui.scope_id().with(("groupe", name));
    let known: Option<f32> = ui.data(|data| data.get_temp(key));
    let is_first = |ui: &Ui| ui.cursor().left() <= ui.max_rect().left() + 0.5;
    let rule = ui.spacing().item_spacing.x * 2.0 + 1.0;
    if !is_first(ui) && known.is_some_and(|w| ui.available_size_before_wrap().x < w + rule) {
        ui.end_row();
    }
    if !is_first(ui) {
        let (place, _) =
            ui.allocate_exact_size(vec2(theme::stroke().line, height), egui::Sense::hover());
        let edge = theme::line(theme::current(ui.ctx()).line);
        ui.painter().vline(place.center().x, place.y_range(), edge);
    }
    let room = vec2(ui.available_size_before_wrap().x, height);
    let middle = egui::Layout::left_to_right(egui::Align::Center);
    let width = ui.allocate_ui_with_layout(room, middle, add).response.rect.width();
    if known.is_none_or(|known| (known - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(key, width));
        ui.ctx().request_discard("a group of controls has another width");
    }
}

/// A dialog that stands over everything, with its title and room around its words. Answers whether it
/// is to be closed: with Escape, or by a click beside it.
pub fn dialog_ui(ctx: &egui::Context, title: &str, width: f32, add: impl FnOnce(&mut Ui)) -> bool {
    let id = egui::Id::unique(title);
    let area = Modal::default_area(id).accessible_name(title);
    let frame = Frame::popup(&ctx.global_style()).inner_margin(theme::space().wide);
    let modal = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        ui.say(strong(title, theme::text().heading));
        ui.add_space(theme::space().tight);
        add(ui);
    });
    modal.should_close()
}

/// A sheet of paper on the panel, with an edge.
pub fn sheet(ui: &Ui, marked: bool) -> Frame {
    let theme = theme::current(ui.ctx());
    let edge = if marked { theme.accent } else { theme.line };
    Frame::new()
        .fill(theme::colour(theme.paper))
        .stroke(theme::line(edge))
        .corner_radius(theme::radius().control)
        .inner_margin(theme::margin(theme::space().pad, theme::space().medium))
}

/// Text in semi-bold.
pub fn strong(text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(font(size, Weight::SemiBold))
}

/// Secondary text.
pub fn weak(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).small().color(theme::colour(theme::current(ui.ctx()).text_weak))
}

/// A label and its content, in lines that break like one text.
pub fn fact_ui(ui: &mut Ui, label: &str, content: &str) {
    let theme = theme::current(ui.ctx());
    let format = |size, colour| TextFormat {
        font_id: font(size, Weight::Regular),
        color: theme::colour(colour),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(
        &format!("{label}{NARROW_SPACE}: "),
        0.0,
        format(theme::text().small, theme.text_weak),
    );
    job.append(content, 0.0, format(theme::text().body, theme.text));
    ui.say(job);
}

/// The beginning of a text that leaves room for others.
pub fn excerpt(text: &str, most_letters: usize) -> String {
    let mut letters = text.chars();
    let short: String = letters.by_ref().take(most_letters).collect();
    if letters.next().is_some() {
        format!("{}…", short.trim_end_matches([' ', '.', '-', '_']))
    } else {
        short
    }
}

/// The name of a file that leaves room for others: its middle goes, never its extension.
pub fn short_name(name: &str, most_letters: usize) -> String {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= most_letters {
        return name.to_owned();
    }
    let end = (most_letters / 2).max(8).min(most_letters.saturating_sub(1));
    let begin = most_letters - end - 1;
    let part = |part: &[char]| part.iter().collect::<String>();
    format!("{}…{}", part(&letters[..begin]), part(&letters[letters.len() - end..]))
}

/// A small button that tells something to look at.
pub fn chip_ui(ui: &mut Ui, label: &str) -> Response {
    let theme = theme::current(ui.ctx());
    let text = RichText::new(label).small().color(theme::colour(theme.warning));
    let button = Button::new(held(ui, text))
        .fill(theme::colour(theme.warning_soft))
        .stroke(Stroke::NONE)
        .corner_radius(theme::radius().chip)
        .min_size(vec2(0.0, theme::size().chip));
    ui.add(button)
}

/// A sentence, in as many lines as it takes.
pub fn sentence_ui(ui: &mut Ui, sentence: impl AsRef<str>) -> Response {
    ui.say(sentence.as_ref())
}

/// A button with words that may take several lines.
pub fn answer_button_ui(ui: &mut Ui, words: &str) -> Response {
    let response = ui.add(Button::new(held(ui, words)).wrap());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), words));
    response
}

/// The name of a control of some width that follows, in lines that wrap: both stand in one line, at
/// one height.
pub fn name_ui(ui: &mut Ui, name: &str, control_width: f32) -> Response {
    let text = ui.painter().layout_no_wrap(
        name.to_owned(),
        font(theme::text().small, Weight::Regular),
        egui::Color32::PLACEHOLDER,
    );
    let width = text.size().x.ceil();
    if ui.available_size_before_wrap().x < width + ui.spacing().item_spacing.x + control_width {
        ui.end_row();
    }
    let size = vec2(width, ui.spacing().interact_size.y);
    let text = weak(ui, name);
    ui.add_sized(size, egui::Label::new(held(ui, text)).extend())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_loses_its_middle_and_keeps_its_extension() {
        let name = "enquete_nationale_departements_2024.csv";
        let short = short_name(name, 22);
        assert_eq!(short.chars().count(), 22);
        assert!(short.starts_with("enquete_na") && short.ends_with("s_2024.csv"), "{short}");
        assert_eq!(short_name("été.csv", 22), "été.csv");
    }
}
