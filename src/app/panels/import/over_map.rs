//! In the place of a map that can't be drawn yet: what a person has to decide, or to add.

use egui::{Align2, Area, Frame, Id, Order, Rect, ScrollArea, Ui, WidgetInfo};

use super::question::question_ui;
use crate::{
    app::{
        Action, theme,
        widgets::{answer_button_ui, strong, weak},
        words::Words,
    },
    coverage::{Counted, import::Doubt},
    project::Session,
};

/// The first question of those that are open; else, of lists of schools that say nothing of what is
/// counted, what to add.
pub fn over_map_ui(ui: &Ui, room: Rect, session: &Session, actions: &mut Vec<Action>) {
    let mut questions = session.questions();
    if let Some((file, question)) = questions.next() {
        let more = questions.count();
        panel_ui(ui, room, "À décider", |ui| {
            ui.say(strong("À décider avant de dessiner la carte", theme::text().title));
            ui.say(weak(ui, place_of(session, file, more)));
            ui.add_space(theme::space().tight);
            question_ui(ui, file, question, actions);
            ui.add_space(theme::space().tight);
            ui.separator();
            if ui.button("Voir le fichier").clicked() {
                actions.push(Action::ShowPreview);
            }
        });
    } else if let Some(name) = only_schools(session) {
        panel_ui(ui, room, "À ajouter", |ui| to_add_ui(ui, name, session, actions));
    }
}

/// The file that lists schools, where no file says anything of them that a map could show. In a place
/// one looks at its schools, which need no more.
fn only_schools(session: &Session) -> Option<&str> {
    let is_empty = || session.reading().states.iter().all(|state| state.share.is_err());
    let mut files = session.own_files();
    let (own, _) = files.find(|(_, report)| report.doubts.contains(&Doubt::NothingOfEquipment))?;
    (session.standpoint().place.is_whole() && is_empty()).then_some(own.name.as_str())
}

fn to_add_ui(ui: &mut Ui, name: &str, session: &Session, actions: &mut Vec<Action>) {
    let (question, button) = match session.dataset().counted() {
        Counted::Ent => (
            "Quels établissements ont un ENT\u{202f}?",
            "Ajouter la liste des établissements équipés…",
        ),
        Counted::Other(_) => (
            "De quels établissements est-ce vrai\u{202f}?",
            "Ajouter la liste de ces établissements…",
        ),
    };
    ui.say(strong(question, theme::text().title));
    ui.say(format!("« {name} » énumère des établissements, et ne le dit pas."));
    ui.add_space(theme::space().tight);
    if answer_button_ui(ui, button).clicked() {
        actions.push(Action::AddFile);
    }
    ui.add_space(theme::space().tight);
    ui.separator();
    ui.say(weak(ui, "Ou est-ce dit dans une de ses colonnes\u{202f}?"));
    if ui.button("Voir le fichier").clicked() {
        actions.push(Action::ShowPreview);
    }
}

/// A panel in the middle of the map.
fn panel_ui(ui: &Ui, room: Rect, name: &str, add_contents: impl FnOnce(&mut Ui)) {
    let theme = theme::current(ui.ctx());
    let space = theme::space();
    let frame = Frame::new()
        .fill(theme::colour(theme.paper))
        .stroke(theme::line(theme.line_strong))
        .corner_radius(theme::radius().window)
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(space.wide);
    let around = 2.0 * (space.apart + space.wide);
    let area = Area::new(Id::unique("question"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_CENTER)
        .fixed_pos(room.center())
        .constrain_to(room);
    area.show(ui.ctx(), |ui| {
        let shown = frame.show(ui, |ui| {
            ui.set_width(theme::width().question.min(room.width() - around));
            let tallest = (room.height() - around).max(theme::height().question);
            let scroll = ScrollArea::vertical().max_height(tallest).min_scrolled_height(tallest);
            scroll.show(ui, add_contents);
        });
        shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::Group, true, name));
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
