//! The keys of the map: arrows go from neighbour to neighbour, in a département from school to
//! school, or move the map with Shift.

use egui::{Key, Modifiers, Response, Ui};

use super::{
    camera::Camera,
    neighbours::{Direction, first, next},
};
use crate::{
    app::Action,
    outline::Layer,
    project::{Command, Session},
    table::normalise,
    territory::{Code, TerritoryId},
};

/// How far an arrow with Shift moves the map, in points.
const STEP: f64 = 60.0;

const ARROWS: [(Key, [f32; 2]); 4] = [
    (Key::ArrowLeft, [-1.0, 0.0]),
    (Key::ArrowRight, [1.0, 0.0]),
    (Key::ArrowUp, [0.0, -1.0]),
    (Key::ArrowDown, [0.0, 1.0]),
];

/// With the focus, the arrows are the map's own.
pub fn keyboard(
    ui: &Ui,
    response: &Response,
    camera: &mut Camera,
    layer: &Layer,
    session: &Session,
    actions: &mut Vec<Action>,
) {
    if response.clicked() {
        response.request_focus();
    }
    if !response.has_focus() {
        return;
    }
    ui.memory_mut(|memory| {
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        memory.set_focus_lock_filter(response.id, filter);
    });
    let pressed = |modifiers: Modifiers, key| {
        ui.input(|input| input.modifiers == modifiers && input.key_pressed(key))
    };
    for (key, [x, y]) in ARROWS {
        if pressed(Modifiers::SHIFT, key) {
            camera.move_by([f64::from(x) * STEP, f64::from(y) * STEP]);
        }
        if pressed(Modifiers::NONE, key) {
            if let TerritoryId::Departement(code) = session.standpoint().place.territory {
                actions.extend(next_school(session, code, x + y > 0.0));
                continue;
            }
            let middle = camera.sight().0.map(|axis| axis as f32);
            let from = session.standpoint().selection.last().copied();
            let found = match from {
                Some(from) => next(layer, &session.standpoint().place, from, Direction([x, y])),
                None => first(layer, &session.standpoint().place, middle),
            };
            actions.extend(found.map(|id| Command::Select(Some(id)).into()));
        }
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        actions.push(Action::EnterSelection);
    }
}

/// The school after the one that is open, or before it, by name; the first or the last where none
/// is.
fn next_school(session: &Session, departement: Code, forward: bool) -> Option<Action> {
    let document = session.document();
    let dataset = session.dataset();
    let mut schools: Vec<_> = (dataset.schools().schools().iter())
        .filter(|school| school.departement == Some(departement))
        .filter(|school| school.school_type() == Some(document.school_type))
        .filter(|school| dataset.perimeter().holds(school))
        .collect();
    schools.sort_by_cached_key(|school| (normalise(&school.name).into_owned(), school.uai));
    let open = session.standpoint().place.school;
    let here = schools.iter().position(|school| Some(school.uai) == open);
    let next = match (here, forward) {
        (Some(rank), true) => schools.get(rank + 1),
        (Some(rank), false) => rank.checked_sub(1).and_then(|rank| schools.get(rank)),
        (None, true) => schools.first(),
        (None, false) => schools.last(),
    }?;
    Some(Command::OpenSchool(next.uai, Some(TerritoryId::Departement(departement))).into())
}
