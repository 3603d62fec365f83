//! What was decided of a column of answers, in sentences.

use super::{Blank, EquipmentColumn};
use crate::coverage::import::{
    ImportReport, Supposition,
    recognised::{Recognised, RecognisedKind},
};

/// The column of equipment, and what a blank cell of it says.
pub(in crate::coverage::import) fn tell_equipment(
    equipment: Option<&EquipmentColumn>,
    report: &mut ImportReport,
) {
    let Some(column) = equipment else { return };
    let blank = match column.blank {
        Blank::Absent => "",
        Blank::Nothing => ", où une cellule vide ne dit rien",
        Blank::No => ", où une cellule vide dit non",
    };
    let negated =
        if column.is_negated { ", où un « oui » dit qu’il n’y a pas d’ENT" } else { "" };
    report.recognised.push(Recognised::new(
        RecognisedKind::Equipment,
        format!("colonne « {} »{negated}{blank}", column.header),
    ));
    if column.blank == Blank::No {
        report.suppositions.push(Supposition::BlankIsNo { header: column.header.clone() });
    }
    if !column.supposed_names.is_empty() {
        let names = column.supposed_names.clone();
        report.suppositions.push(Supposition::ProjectNames { names });
    }
}
