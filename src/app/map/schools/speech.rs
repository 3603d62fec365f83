//! What marks say: beside the pointer, and to assistive tools.

use egui::{PopupAnchor, Response, Role, Sense, Tooltip, Ui, WidgetInfo};

use super::{SchoolLayer, paint::mark_rect};
use crate::{
    app::{
        theme,
        widgets::{strong, weak},
        words::Words,
    },
    cartography::ShareClasses,
    coverage::Subject,
    french::{self, NARROW_SPACE, counted},
    scene::{Mark, View},
};

/// Most marks that are read aloud: more is a noise, and costs a frame its time.
const MOST_SPOKEN: usize = 300;
/// Most schools of a group that are named beside the pointer.
const MOST_NAMED: usize = 8;

/// Says a mark beside the pointer.
pub fn tooltip_ui(map: &Response, layer: &SchoolLayer, mark: &Mark) {
    let id = map.id.with("établissement");
    let tooltip = Tooltip::always_open(map.ctx.clone(), map.layer_id, id, PopupAnchor::Pointer);
    tooltip.gap(theme::space().wide).width(theme::width().card_on_map).show(|ui| {
        ui.spacing_mut().item_spacing.y = theme::space().tight;
        match mark.school() {
            Some(key) => {
                let name = (layer.name)(key).unwrap_or_else(|| "Établissement".to_owned());
                ui.say(strong(name, theme::text().title));
                ui.say(equipment(mark, &layer.subject));
            }
            None => {
                ui.say(strong(count(mark), theme::text().title));
                ui.say(equipment(mark, &layer.subject));
                let names = mark.schools.iter().filter_map(|key| (layer.name)(*key));
                if mark.schools.len() <= MOST_NAMED {
                    names.for_each(|name| {
                        ui.say(weak(ui, name));
                    });
                } else {
                    ui.say(weak(ui, "Agrandir la carte pour les voir un à un."));
                }
            }
        }
    });
}

/// Gives each mark in sight a node that says it. The map itself keeps the pointer.
pub fn marks_ui(ui: &Ui, map: &Response, layer: &SchoolLayer, marks: &[Mark], view: &View) {
    if marks.is_empty() || !ui.ctx().has_accesskit_node(map.id) {
        return;
    }
    let places = marks.iter().map(|mark| (mark_rect(mark, view), mark));
    for (rect, mark) in places.filter(|(rect, _)| map.rect.intersects(*rect)).take(MOST_SPOKEN) {
        let id = map.id.with(("établissement", &mark.schools[0], mark.at.map(f64::to_bits)));
        let node = ui.interact(rect, id, Sense::empty());
        node.widget_info(|| {
            let name = mark.school().and_then(|key| (layer.name)(key));
            let what = name.unwrap_or_else(|| count(mark));
            let words = format!("{what}{NARROW_SPACE}: {}", equipment(mark, &layer.subject));
            WidgetInfo::labeled(Role::GraphicsSymbol, true, words)
        });
    }
}

/// « 12 établissements ».
fn count(mark: &Mark) -> String {
    counted(mark.schools.len(), "établissement", "établissements")
}

/// What is known of a school, or how many of how many.
fn equipment(mark: &Mark, subject: &Subject) -> String {
    let unknown = mark.schools.len() - mark.known;
    let one = |has| subject.of_school(has);
    match (mark.school().is_some(), mark.known, mark.equipped) {
        (true, 0, _) => one(None),
        (true, _, equipped) => one(Some(equipped > 0)),
        (false, 0, _) => format!("{} pour tous", one(None)),
        (false, known, equipped) => {
            let share = ShareClasses::default().figure(100.0 * equipped as f64 / known as f64);
            let of = format!(
                "{} sur {}",
                french::integer(equipped as i64),
                french::integer(known as i64)
            );
            let known = format!("{of} {} ({share})", subject.predicate());
            if unknown == 0 {
                known
            } else {
                format!("{known}, {} inconnus", french::integer(unknown as i64))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::{Counted, Measure, SchoolType};

    fn mark(schools: usize, known: usize, equipped: usize) -> Mark {
        Mark { at: [0.0; 2], schools: (0..schools as u32).collect(), equipped, known }
    }

    #[test]
    fn unknown_is_never_counted_as_without() {
        let ent = Subject::ent(SchoolType::Lycee);
        let said = |schools, known, has| equipment(&mark(schools, known, has), &ent);
        assert_eq!(said(12, 8, 2), "2 sur 8 équipés d’un ENT (25\u{202f}%), 4 inconnus");
        assert_eq!(said(12, 0, 0), "équipement inconnu pour tous");
        assert_eq!(said(1, 0, 0), "équipement inconnu");
        assert_eq!(said(1, 1, 0), "sans ENT");
        assert_eq!(said(1, 1, 1), "équipé d’un ENT");
    }

    #[test]
    fn marks_speak_of_what_the_map_counts() {
        let ent = Subject::ent(SchoolType::Lycee);
        let usage = ent.measured_by(Measure::Usage);
        assert_eq!(equipment(&mark(4, 4, 1), &usage), "1 sur 4 où l’ENT est utilisé (25\u{202f}%)");
        let fibre = Subject { counted: Counted::other("raccordés à la fibre"), ..ent };
        assert_eq!(equipment(&mark(4, 4, 1), &fibre), "1 sur 4 raccordés à la fibre (25\u{202f}%)");
        assert_eq!(equipment(&mark(1, 1, 0), &fibre), "non raccordé à la fibre");
    }
}
