//! What a person has to decide: the question in one sentence, and its answers as buttons.

use egui::Ui;

use super::{MOST_BUTTON_LETTERS, decide_of};
use crate::{
    app::{
        Action,
        date_field::date_field_ui,
        theme,
        widgets::{answer_button_ui, sentence_ui},
        words::Explained,
    },
    coverage::import::{Question, Reply},
    project::FileChoice,
};

/// The question, the buttons that answer it, and a field where the answer may be typed.
pub fn question_ui(ui: &mut Ui, file: usize, question: &Question, actions: &mut Vec<Action>) {
    sentence_ui(ui, question.to_string());
    ui.add_space(theme::space().hair);
    let replies = question.replies();
    let are_short = replies.iter().all(|reply| reply.label().chars().count() < MOST_BUTTON_LETTERS);
    let answers_ui = |ui: &mut Ui| {
        for reply in replies {
            if answer_button_ui(ui, &reply.label()).clicked() {
                actions.push(decide_of(file, FileChoice::Answer(reply)));
            }
        }
    };
    if are_short {
        ui.horizontal_wrapped(answers_ui);
    } else {
        answers_ui(ui);
    }
    match question {
        Question::WhatDoesItShow { .. } => {
            let other = ui.button("Autre chose…").explained("Écrire ce que la carte montre");
            if other.clicked() {
                actions.push(Action::AskSubject(file));
            }
        }
        Question::Dates { .. } => {
            if let Some(date) = date_field_ui(ui, "Date du fichier") {
                actions.push(decide_of(file, FileChoice::Answer(Reply::Date(date))));
            }
        }
        Question::RateOfSchools { .. }
        | Question::Scale { .. }
        | Question::Contradictions { .. }
        | Question::SecondList { .. } => {}
    }
}
