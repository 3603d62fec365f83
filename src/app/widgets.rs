//! Small controls that egui lacks.

use egui::{
    Button, CornerRadius, Frame, Margin, Modal, Response, RichText, Stroke, Ui,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::{fonts::font, theme};
use crate::{french::NARROW_SPACE, scene::Weight};

/// Choices of which exactly one holds, side by side. Returns the one that was just clicked.
pub fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    current: T,
    choices: &[(T, &str, &str)],
) -> Option<T> {
    let mut chosen = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (value, label, hint) in choices {
            let selected = *value == current;
            let accent = theme::colour(theme::current(ui.ctx()).accent);
            let text = RichText::new(*label);
            let text = if selected {
                text.color(accent).font(font(theme::TEXT, Weight::SemiBold))
            } else {
                text
            };
            let button = Button::selectable(selected, text).min_size(vec2(0.0, 30.0));
            let response = ui.add(button).on_hover_text(*hint);
            if response.clicked() && !selected {
                chosen = Some(*value);
            }
        }
    });
    chosen
}

/// A button that shows only a symbol; its name is spoken and shown on hover.
pub fn icon_button_ui(
    ui: &mut Ui,
    icon: egui_material_icons::MaterialIcon,
    name: &str,
    hint: &str,
) -> Response {
    let button = Button::new(icon.rich_text().size(18.0)).min_size(vec2(30.0, 30.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
    let hint = if hint.is_empty() { name.to_owned() } else { format!("{name} ({hint})") };
    response.on_hover_text(hint)
}

/// A dialog that stands over everything, with room around its words.
pub fn dialog(ctx: &egui::Context, name: &str) -> Modal {
    let frame = Frame::popup(&ctx.global_style()).inner_margin(16);
    Modal::new(egui::Id::unique(name)).frame(frame)
}

/// A sheet of paper on the panel, with an edge.
pub fn sheet(ui: &Ui, marked: bool) -> Frame {
    let theme = theme::current(ui.ctx());
    let edge = if marked { theme.accent } else { theme.line };
    Frame::new()
        .fill(theme::colour(theme.paper))
        .stroke(Stroke::new(1.0, theme::colour(edge)))
        .corner_radius(CornerRadius::same(5))
        .inner_margin(Margin::symmetric(10, 8))
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
    job.append(&format!("{label}{NARROW_SPACE}: "), 0.0, format(theme::SMALL, theme.text_weak));
    job.append(content, 0.0, format(theme::TEXT, theme.text));
    ui.label(job);
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

/// A small button that tells something to look at.
pub fn chip_ui(ui: &mut Ui, label: &str) -> Response {
    let theme = theme::current(ui.ctx());
    let text = RichText::new(label).small().color(theme::colour(theme.warning));
    let button = Button::new(text)
        .fill(theme::colour(theme.warning_soft))
        .stroke(Stroke::NONE)
        .corner_radius(CornerRadius::same(10))
        .min_size(vec2(0.0, 22.0));
    ui.add(button)
}

/// A sentence whose guillemets stay beside what they enclose, wherever its lines break.
pub fn sentence_ui(ui: &mut Ui, sentence: impl AsRef<str>) -> Response {
    ui.label(held(sentence.as_ref()))
}

/// A button with words that may take several lines, likewise.
pub fn answer_button_ui(ui: &mut Ui, words: &str) -> Response {
    let response = ui.add(Button::new(held(words)).wrap());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), words));
    response
}

fn held(words: &str) -> String {
    words.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»")
}

/// The name of a control of some width that follows, in lines that wrap: both stand in one line, at
/// one height.
pub fn name_ui(ui: &mut Ui, name: &str, control_width: f32) -> Response {
    let text = ui.painter().layout_no_wrap(
        name.to_owned(),
        font(theme::SMALL, Weight::Regular),
        egui::Color32::PLACEHOLDER,
    );
    let width = text.size().x.ceil();
    if ui.available_size_before_wrap().x < width + ui.spacing().item_spacing.x + control_width {
        ui.end_row();
    }
    let size = vec2(width, ui.spacing().interact_size.y);
    let text = weak(ui, name);
    ui.add_sized(size, egui::Label::new(text).extend())
}
