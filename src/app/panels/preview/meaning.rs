//! The list of meanings above a column: the likely ones, then all by what they speak of.

use std::sync::Arc;

use egui::{ComboBox, TextWrapMode, Ui, WidgetInfo};

use super::Previewed;
use crate::{
    app::theme,
    app::{
        Action,
        widgets::{line_ui, strong},
        words::{Explained, Words},
    },
    coverage::import::{Meaning, MeaningGroup, likely_meanings},
    memo::{Memo, Same},
    project::{FileChoice, OwnFile},
};

/// What the column whose list is open may hold.
pub type LikelyMeanings = Memo<(Same<OwnFile>, usize), Vec<Meaning>>;

/// A column whose meaning nobody needs.
const IGNORED: &str = "Ignorée";

/// What the list of a column shows while it is closed: what a person chose, even where no map can be
/// drawn from it.
pub fn shown(previewed: &Previewed<'_>, column: usize) -> &'static str {
    meaning_of(previewed, column).map_or(IGNORED, Meaning::label)
}

/// What a column is taken for.
pub fn meaning_of(previewed: &Previewed<'_>, column: usize) -> Option<Meaning> {
    let chosen = previewed.choices.import.meanings.get(&column).copied();
    let found = || previewed.columns.get(column).and_then(|(_, found)| found.meaning);
    chosen.unwrap_or_else(found)
}

/// What the column holds, and everything else that it could.
pub fn meaning_ui(
    ui: &mut Ui,
    previewed: &Previewed<'_>,
    column: usize,
    likely: &mut LikelyMeanings,
    actions: &mut Vec<Action>,
) {
    let Some((header, found)) = previewed.columns.get(column) else { return };
    let shown = shown(previewed, column);
    let list = ComboBox::from_id_salt("sens")
        .width(ui.available_width())
        .truncate()
        .height(theme::height().list)
        .selected_text(shown)
        .show_ui(ui, |ui| {
            ui.set_min_width(theme::width().menu);
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            let key = (Same(Arc::clone(previewed.file)), column);
            let table = &previewed.file.reading.table;
            let likely = likely.get(key, |_| likely_meanings(table, column));
            let mut all: Vec<Meaning> = found.meaning.into_iter().chain(found.could_show).collect();
            all.extend(likely.iter().filter(|one| !all.contains(one)).collect::<Vec<_>>());
            if let Some(meaning) = list_ui(ui, previewed, column, &all) {
                actions.push(previewed.decide(FileChoice::Meaning { column, meaning }));
            }
        })
        .response;
    let name = format!("Sens de la colonne « {header} »");
    list.widget_info(|| WidgetInfo {
        current_text_value: Some(shown.to_owned()),
        ..WidgetInfo::labeled(egui::Role::ComboBox, true, &name)
    });
    let reasons: Vec<String> = found.reasons.iter().map(ToString::to_string).collect();
    list.explained(reasons.join("\n"));
}

/// Answers what was just chosen.
fn list_ui(
    ui: &mut Ui,
    previewed: &Previewed<'_>,
    column: usize,
    likely: &[Meaning],
) -> Option<Option<Option<Meaning>>> {
    let chosen = previewed.choices.import.meanings.get(&column).copied();
    let now = meaning_of(previewed, column);
    let mut answer = None;
    if line_ui(ui, "Automatique", chosen.is_none()) && chosen.is_some() {
        answer = Some(None);
    }
    if line_ui(ui, IGNORED, chosen == Some(None)) {
        answer = Some(Some(None));
    }
    let mut group_ui = |ui: &mut Ui, name: &str, meanings: &[Meaning]| {
        if meanings.is_empty() {
            return;
        }
        ui.add_space(theme::space().tight);
        ui.say(strong(name, theme::text().small));
        for meaning in meanings {
            let holds = now == Some(*meaning);
            if line_ui(ui, meaning.label(), holds) && !holds {
                answer = Some(Some(Some(*meaning)));
            }
        }
    };
    group_ui(ui, "Les plus probables", likely);
    for group in MeaningGroup::ALL {
        let others = Meaning::ALL.into_iter().filter(|one| one.group() == group);
        let others: Vec<Meaning> = others.filter(|one| !likely.contains(one)).collect();
        group_ui(ui, group.label(), &others);
    }
    answer
}
