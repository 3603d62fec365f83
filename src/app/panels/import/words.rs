//! Words of equipment that say neither yes nor no: one click says what one means for all schools.

use egui::{Button, Ui, WidgetInfo};

use super::{MOST_LINES, Shown, decide, decisions::answer, rest_ui};
use crate::{
    app::{Action, widgets::sentence_ui},
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
            for says in [Answer::Yes, Answer::No, Answer::Unknown] {
                let is_said = word.says == Some(says);
                let button = ui.add(Button::new(answer(says)).small().selected(is_said));
                let name = format!("« {} »{NARROW_SPACE}: {}", word.word, answer(says));
                button
                    .widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_said, &name));
                if button.clicked() && !is_said {
                    let choice = FileChoice::Word { word: word.word.clone(), says: Some(says) };
                    actions.push(decide(shown, choice));
                }
            }
        });
    }
    rest_ui(ui, words.len());
}

/// « « En cours » : 3 établissements, ni oui ni non. »
fn told(word: &WordTold) -> String {
    let says = match word.says {
        None => "mot inconnu, ni oui ni non",
        Some(Answer::Unknown) => "ne dit rien",
        Some(_) => "ni oui ni non",
    };
    let schools = counted(word.schools, "établissement", "établissements");
    format!("« {} » (ligne {}){NARROW_SPACE}: {schools}, {says}.", word.word, word.line)
}
