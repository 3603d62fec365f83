//! French spaces in the lines of egui.
//!
//! egui breaks a line after any space but U+00A0, hence before « : » and inside guillemets. Here such
//! a space becomes one that holds, as narrow as it was; what is heard, copied as a whole or written
//! to a file stays as it is. Every label of the window is made here.

use std::sync::Arc;

use egui::{
    Direction, FontSelection, Galley, Label, Response, TextWrapMode, Ui, WidgetInfo, WidgetText,
    text::{ByteIndex, LayoutJob, TextFormat},
};

use crate::french::{NARROW_SPACE, lines};

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
        let held = parted(self, held(self, words));
        let response = self.add(make(Label::new(held)));
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
        let (from, to) = (section.byte_range.start.0, section.byte_range.end.0);
        let mut leading_space = section.leading_space;
        let mut append = |piece: &str, format: TextFormat| {
            if !piece.is_empty() {
                made.append(piece, leading_space, format);
                leading_space = 0.0;
            }
        };
        let mut piece = String::new();
        for (at, letter) in job.text.get(from..to).unwrap_or_default().char_indices() {
            let around = (job.text.get(..from + at), job.text.get(from + at + letter.len_utf8()..));
            match (letter, around) {
                _ if letter == NARROW_SPACE => {
                    append(&std::mem::take(&mut piece), section.format.clone());
                    append(HELD, narrow(&section.format));
                }
                (' ', (Some(before), Some(after))) if lines::holds(before, after) => {
                    piece.push_str(HELD);
                }
                _ => piece.push(letter),
            }
        }
        append(&piece, section.format.clone());
    }
    made
}

/// The same words, broken where they are parted rather than before or after what parts them.
fn parted(ui: &Ui, words: WidgetText) -> WidgetText {
    if !words.text().contains(lines::SEPARATOR) || ui.wrap_mode() != TextWrapMode::Wrap {
        return words;
    }
    let job = words.into_layout_job(ui.style(), FontSelection::Default, ui.text_valign());
    let mut job = Arc::unwrap_or_clone(job);
    // As wide as a label makes it.
    let mut room = job.clone();
    let width = ui.available_width();
    if ui.layout().main_dir() == Direction::LeftToRight && ui.layout().main_wrap() {
        let begun = width - ui.available_size_before_wrap().x;
        room.sections.iter_mut().take(1).for_each(|first| first.leading_space = begun);
    }
    loop {
        room.text.clone_from(&job.text);
        for (section, of) in room.sections.iter_mut().zip(&job.sections) {
            section.byte_range = of.byte_range.clone();
        }
        room.wrap.max_width = width;
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(room.clone()));
        let Some(at) = parted_badly(&galley) else { break };
        break_at(&mut job, at);
    }
    WidgetText::LayoutJob(Arc::new(job))
}

/// Where a separator stands at the end or at the beginning of a line, in letters.
fn parted_badly(galley: &Galley) -> Option<usize> {
    let mut start = 0;
    for (rank, row) in galley.rows.iter().enumerate() {
        let letters: Vec<char> = row.glyphs.iter().map(|glyph| glyph.chr).collect();
        let is_sign = |letter: &&char| !letter.is_whitespace();
        let is_first = letters.iter().find(is_sign) == Some(&lines::SEPARATOR) && rank > 0;
        let is_last = letters.iter().rfind(is_sign) == Some(&lines::SEPARATOR);
        let found = match (is_first, is_last && rank + 1 < galley.rows.len()) {
            (true, _) => letters.iter().position(|letter| *letter == lines::SEPARATOR),
            (_, true) => letters.iter().rposition(|letter| *letter == lines::SEPARATOR),
            _ => None,
        };
        if let Some(found) = found {
            return Some(start + found);
        }
        start += row.char_count_including_newline().0;
    }
    None
}

/// Puts a break in the place of the separator at that letter, and of the spaces around it.
fn break_at(job: &mut LayoutJob, letter: usize) {
    let Some((at, _)) = job.text.char_indices().nth(letter) else { return };
    let is_space = |letter: char| letter.is_whitespace() && letter != '\n';
    let from = job.text[..at].trim_end_matches(is_space).len();
    let rest = job.text[at..].trim_start_matches(lines::SEPARATOR).trim_start_matches(is_space);
    let to = job.text.len() - rest.len();
    job.text.replace_range(from..to, "\n");
    let moved = |index: ByteIndex| match index.0 {
        before if before <= from => ByteIndex(before),
        within if within < to => ByteIndex(from + 1),
        after => ByteIndex(after + from + 1 - to),
    };
    for section in &mut job.sections {
        section.byte_range = moved(section.byte_range.start)..moved(section.byte_range.end);
    }
}

fn narrow(format: &TextFormat) -> TextFormat {
    let mut format = format.clone();
    format.font_id.size *= NARROWNESS;
    format
}

fn breaks_badly(words: &str) -> bool {
    let holds = |(at, _)| lines::holds(&words[..at], &words[at + 1..]);
    words.contains(NARROW_SPACE) || words.match_indices(' ').any(holds)
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
