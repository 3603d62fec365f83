//! Words of equipment that say neither yes nor no: one click says what one means for all schools.

use egui::{Button, Ui, WidgetInfo};

use super::{MOST_LINES, Shown, decide, decisions::answer, rest_ui};
use crate::{
    app::{Action, widgets::sentence_ui, words::held},
    coverage::import::{Answer, WordTold},
    french::{NARROW_SPACE, counted},
    project::FileChoice,
};

/// Each word with its number of schools.
pub fn words_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let words = &shown.report.words;
    for word in words.iter().take(MOST_LINES) {
        sentence_ui(ui, told(word));
        ui.horizontal_wrapped(|ui| {
            for says in [Answer::Yes, Answer::No, Answer::Planned, Answer::Unknown] {
                // What is not known says neither, as long as nobody says what it means.
                let is_said = word.says.unwrap_or(Answer::Unknown) == says;
                let button =
                    ui.add(Button::new(held(ui, on_a_button(says))).small().selected(is_said));
                let name = format!("« {} »{NARROW_SPACE}: {}", word.word, answer(says));
                button
                    .widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_said, &name));
                if button.clicked() && word.says != Some(says) {
                    let choice = FileChoice::Word { word: word.word.clone(), says: Some(says) };
                    actions.push(decide(shown, choice));
                }
            }
        });
    }
    rest_ui(ui, words.len());
}

/// So short that all four stand side by side.
fn on_a_button(says: Answer) -> &'static str {
    match says {
        Answer::Planned => "prévu",
        other => answer(other),
    }
}

/// « « Bof » (ligne 7) : 1 établissement, mot inconnu. »
fn told(word: &WordTold) -> String {
    let says = if word.says.is_none() { ", mot inconnu" } else { "" };
    let schools = counted(word.schools, "établissement", "établissements");
    format!("« {} » (ligne {}){NARROW_SPACE}: {schools}{says}.", word.word, word.line)
}
