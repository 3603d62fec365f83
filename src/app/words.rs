//! French spaces in the lines of egui.
//!
//! egui breaks a line after any space but U+00A0, hence before « : » and inside guillemets. Here such
//! a space becomes one that holds, as narrow as it was; what is heard, copied as a whole or written
//! to a file stays as it is. Every label of the window is made here.

use std::sync::Arc;

use egui::{
    FontSelection, Label, Response, Ui, WidgetInfo, WidgetText,
    text::{LayoutJob, TextFormat},
};

use crate::french::NARROW_SPACE;

/// A space that egui doesn't break a line at.
const HELD: &str = "\u{a0}";
/// How wide a narrow space is beside an ordinary one, as egui draws it.
const NARROWNESS: f32 = 0.5;

/// Labels whose French spaces hold.
pub trait Words {
    /// A label.
    fn say(&mut self, words: impl Into<WidgetText>) -> Response;

    /// A label made some other way: wrapped, cut at its end.
    fn say_as(
        &mut self,
        words: impl Into<WidgetText>,
        make: impl FnOnce(Label) -> Label,
    ) -> Response;
}

impl Words for Ui {
    fn say(&mut self, words: impl Into<WidgetText>) -> Response {
        self.say_as(words, |label| label)
    }

    fn say_as(
        &mut self,
        words: impl Into<WidgetText>,
        make: impl FnOnce(Label) -> Label,
    ) -> Response {
        let words = words.into();
        let heard = words.text().to_owned();
        let response = self.add(make(Label::new(held(self, words))));
        let enabled = self.is_enabled();
        // An assistive tool hears the words as they are.
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, enabled, &heard));
        response
    }
}

/// What is told of a control on hover.
pub trait Explained {
    /// Words on hover, whose French spaces hold.
    fn explained(self, words: impl Into<WidgetText>) -> Self;
}

impl Explained for Response {
    fn explained(self, words: impl Into<WidgetText>) -> Self {
        let words = words.into();
        if !breaks_badly(words.text()) {
            return self.on_hover_text(words);
        }
        let heard = words.text().to_owned();
        self.ctx.accesskit_node_builder(self.id, |node| {
            if node.description().is_none() {
                node.set_description(heard);
            }
        });
        self.on_hover_ui(|ui| {
            ui.set_max_width(ui.spacing().tooltip_width);
            ui.say(words);
        })
    }
}

/// The same words, whose French spaces hold: for a control that may take several lines.
pub fn held(ui: &Ui, words: impl Into<WidgetText>) -> WidgetText {
    let words = words.into();
    if !breaks_badly(words.text()) {
        return words;
    }
    let job = words.into_layout_job(ui.style(), FontSelection::Default, ui.text_valign());
    WidgetText::LayoutJob(Arc::new(held_job(&job)))
}

/// The same text, whose French spaces hold.
pub fn held_job(job: &LayoutJob) -> LayoutJob {
    let mut made = LayoutJob { text: String::new(), sections: vec![], ..job.clone() };
    for section in &job.sections {
        let range = section.byte_range.start.0..section.byte_range.end.0;
        let words = job.text.get(range).unwrap_or_default();
        let mut leading_space = section.leading_space;
        for (rank, piece) in words.split(NARROW_SPACE).enumerate() {
            if rank > 0 {
                made.append(HELD, leading_space, narrow(&section.format));
                leading_space = 0.0;
            }
            if !piece.is_empty() {
                let piece =
                    piece.replace("« ", &format!("«{HELD}")).replace(" »", &format!("{HELD}»"));
                made.append(&piece, leading_space, section.format.clone());
                leading_space = 0.0;
            }
        }
    }
    made
}

fn narrow(format: &TextFormat) -> TextFormat {
    let mut format = format.clone();
    format.font_id.size *= NARROWNESS;
    format
}

fn breaks_badly(words: &str) -> bool {
    words.contains(NARROW_SPACE) || words.contains("« ") || words.contains(" »")
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::FontId;

    /// The lines of a text in a column of some width.
    fn lines(ctx: &egui::Context, words: &str, width: f32, is_held: bool) -> Vec<String> {
        let job = LayoutJob::simple(
            words.to_owned(),
            FontId::proportional(14.0),
            egui::Color32::PLACEHOLDER,
            width,
        );
        let job = if is_held { held_job(&job) } else { job };
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        galley.rows.iter().map(|row| row.text()).collect()
    }

    fn in_a_frame<T>(look: impl Fn(&egui::Context) -> T) -> T {
        let ctx = egui::Context::default();
        let mut seen = None;
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| seen = Some(look(ui.ctx())));
        output.textures_delta.clear();
        seen.expect("a frame was run")
    }

    #[test]
    fn no_line_begins_with_a_sign_or_ends_with_an_opening_guillemet_at_any_width() {
        let words = "La date est supposée\u{202f}: septembre 2023\u{202f}; le taux « part\u{202f}?» \
                     monte à 91,5\u{202f}%, soit 3\u{202f}200 collèges\u{202f}!";
        let is_bad = |line: &String| {
            line.trim_start_matches(['\u{a0}', '\u{202f}', ' '])
                .starts_with([':', ';', '?', '!', '%', '»'])
                || line.trim_end().ends_with('«')
        };
        in_a_frame(|ctx| {
            let mut broken = 0;
            for width in 90..400 {
                let width = width as f32;
                broken += usize::from(lines(ctx, words, width, false).iter().any(is_bad));
                let held = lines(ctx, words, width, true);
                assert!(!held.iter().any(is_bad), "{width}: {held:#?}");
            }
            assert!(broken > 20, "egui breaks lines there by itself: {broken}");
        });
    }

    #[test]
    fn held_words_are_as_wide_as_before() {
        in_a_frame(|ctx| {
            let width = |is_held| {
                let job = LayoutJob::simple_singleline(
                    "taux\u{202f}: 91,5\u{202f}%".to_owned(),
                    FontId::proportional(14.0),
                    egui::Color32::PLACEHOLDER,
                );
                let job = if is_held { held_job(&job) } else { job };
                ctx.fonts_mut(|fonts| fonts.layout_job(job)).size().x
            };
            assert!((width(true) - width(false)).abs() < 1.5, "{} {}", width(true), width(false));
        });
    }
}
