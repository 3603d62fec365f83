//! What a person has to decide: the question in one sentence, and its answers as buttons.

use egui::{Align2, Area, Frame, Id, Margin, Order, Rect, ScrollArea, Stroke, Ui, WidgetInfo};

use super::{MOST_BUTTON_LETTERS, decide_of};
use crate::{
    app::{
        Action,
        date_field::date_field_ui,
        theme,
        widgets::{answer_button_ui, sentence_ui, strong, weak},
        words::{Explained, Words},
    },
    coverage::import::{Question, Reply},
    project::{FileChoice, Session},
};

/// Width of the panel on the map, in points.
const WIDTH: f32 = 440.0;
/// Least distance between that panel and the edges of the map.
const DISTANCE: f32 = 24.0;
/// Room within its frame.
const INSIDE: i8 = 16;

/// The question, the buttons that answer it, and a field where the answer may be typed.
pub fn question_ui(ui: &mut Ui, file: usize, question: &Question, actions: &mut Vec<Action>) {
    sentence_ui(ui, question.to_string());
    ui.add_space(2.0);
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

/// In the place of a map: the first question of those that are open.
pub fn over_map_ui(ui: &Ui, room: Rect, session: &Session, actions: &mut Vec<Action>) {
    let mut questions = session.questions();
    let Some((file, question)) = questions.next() else { return };
    let more = questions.count();
    let theme = theme::current(ui.ctx());
    let frame = Frame::new()
        .fill(theme::colour(theme.paper))
        .stroke(Stroke::new(1.0, theme::colour(theme.line_strong)))
        .corner_radius(8)
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::same(INSIDE));
    let around = 2.0 * (DISTANCE + f32::from(INSIDE));
    let area = Area::new(Id::unique("question"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_CENTER)
        .fixed_pos(room.center())
        .constrain_to(room);
    area.show(ui.ctx(), |ui| {
        let shown = frame.show(ui, |ui| {
            ui.set_width(WIDTH.min(room.width() - around));
            let tallest = (room.height() - around).max(60.0);
            ScrollArea::vertical().max_height(tallest).min_scrolled_height(tallest).show(
                ui,
                |ui| {
                    ui.say(strong("À décider avant de dessiner la carte", theme::TEXT + 2.0));
                    ui.say(weak(ui, place_of(session, file, more)));
                    ui.add_space(4.0);
                    question_ui(ui, file, question, actions);
                    ui.add_space(4.0);
                    ui.separator();
                    if ui.button("Voir le fichier").clicked() {
                        actions.push(Action::ShowPreview);
                    }
                },
            );
        });
        shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::Group, true, "À décider"));
    });
}

/// « bac.csv », « bac.csv, question 1 sur 2 ».
fn place_of(session: &Session, file: usize, more: usize) -> String {
    let name = session.own_files().nth(file).map_or("", |(own, _)| own.name.as_str());
    match more {
        0 => name.to_owned(),
        more => format!("{name}, question 1 sur {}", more + 1),
    }
}
