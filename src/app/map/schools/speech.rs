//! What marks say: beside the pointer, and to assistive tools.

use egui::{PopupAnchor, Response, Role, Sense, Tooltip, Ui, WidgetInfo};

use super::{Mark, SchoolLayer, paint::mark_rect};
use crate::{
    app::{
        theme,
        widgets::{strong, weak},
    },
    french::{self, NARROW_SPACE, counted},
    scene::{View, short_percent},
};

/// Most marks that are read aloud: more is a noise, and costs a frame its time.
const MOST_SPOKEN: usize = 300;
/// Most schools of a group that are named beside the pointer.
const MOST_NAMED: usize = 8;

/// Says a mark beside the pointer.
pub fn tooltip_ui(map: &Response, layer: &SchoolLayer, mark: &Mark) {
    let id = map.id.with("établissement");
    let tooltip = Tooltip::always_open(map.ctx.clone(), map.layer_id, id, PopupAnchor::Pointer);
    tooltip.gap(14.0).width(280.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        match mark.school() {
            Some(key) => {
                let name = (layer.name)(key).unwrap_or_else(|| "Établissement".to_owned());
                ui.label(strong(name, theme::TEXT + 1.0));
                ui.label(equipment(mark));
            }
            None => {
                ui.label(strong(count(mark), theme::TEXT + 1.0));
                ui.label(equipment(mark));
                let names = mark.schools.iter().filter_map(|key| (layer.name)(*key));
                if mark.schools.len() <= MOST_NAMED {
                    names.for_each(|name| {
                        ui.label(weak(ui, name));
                    });
                } else {
                    ui.label(weak(ui, "Agrandir la carte pour les voir un à un."));
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
            let words = format!("{what}{NARROW_SPACE}: {}", equipment(mark));
            WidgetInfo::labeled(Role::GraphicsSymbol, true, words)
        });
    }
}

/// « 12 établissements ».
fn count(mark: &Mark) -> String {
    counted(mark.schools.len(), "établissement", "établissements")
}

/// « ENT », « pas d’ENT », or how many of how many.
fn equipment(mark: &Mark) -> String {
    let unknown = mark.schools.len() - mark.known;
    match (mark.school().is_some(), mark.known, mark.equipped) {
        (true, 0, _) => "équipement inconnu".to_owned(),
        (true, _, 0) => "sans ENT".to_owned(),
        (true, ..) => "équipé d’un ENT".to_owned(),
        (false, 0, _) => "équipement inconnu pour tous".to_owned(),
        (false, known, equipped) => {
            let share = short_percent(100.0 * equipped as f64 / known as f64);
            let of = format!(
                "{} sur {}",
                french::integer(equipped as i64),
                french::integer(known as i64)
            );
            let known = format!("{of} équipés d’un ENT ({share})");
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

    fn mark(schools: usize, known: usize, equipped: usize) -> Mark {
        Mark { at: [0.0; 2], schools: (0..schools as u32).collect(), equipped, known }
    }

    #[test]
    fn unknown_is_never_counted_as_without() {
        assert_eq!(
            equipment(&mark(12, 8, 2)),
            "2 sur 8 équipés d’un ENT (25\u{202f}%), 4 inconnus"
        );
        assert_eq!(equipment(&mark(12, 0, 0)), "équipement inconnu pour tous");
        assert_eq!(equipment(&mark(1, 0, 0)), "équipement inconnu");
        assert_eq!(equipment(&mark(1, 1, 0)), "sans ENT");
        assert_eq!(equipment(&mark(1, 1, 1)), "équipé d’un ENT");
    }
}
