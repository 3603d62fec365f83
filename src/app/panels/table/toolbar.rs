//! What is done with all rows: filter, count, columns, copy, save.

use egui::{Align, Button, Layout, TextEdit, Ui, vec2};

use super::{Kind, Listed, TablePanel, View};
use crate::{
    app::{
        Action, theme,
        widgets::{checkbox_ui, choice_ui, icon_button_ui, strong, weak},
        words::{Explained, Words},
    },
    french::{counted, integer},
    project::{Command, Session},
    territory::TerritoryId,
};

/// The line above the rows.
pub fn toolbar_ui(
    ui: &mut Ui,
    panel: &mut TablePanel,
    (listed, view): (&Listed, &View),
    session: &Session,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        ui.say(strong("Tableau", theme::text().title));
        kind_ui(ui, panel, session);
        filter_ui(ui, session, actions);
        count_ui(ui, listed.rows.len(), view.ranks.len());
        columns_ui(ui, panel, listed);
        if ui.button("Copier").explained("Copier ces lignes comme texte").clicked() {
            let text = listed.rows.tabbed(&view.ranks, &panel.columns(listed));
            ui.ctx().copy_text(text);
        }
        if ui.button("Enregistrer ces lignes…").clicked() {
            actions.push(Action::SaveRows);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            if icon_button_ui(ui, icon, "Fermer le tableau", "F8").clicked() {
                actions.push(Action::ToggleTable);
            }
        });
    });
}

/// Territories or schools; a département has only schools.
fn kind_ui(ui: &mut Ui, panel: &mut TablePanel, session: &Session) {
    let listed = !session.dataset().schools().is_empty();
    let departement = matches!(session.standpoint().place.territory, TerritoryId::Departement(_));
    if listed && !departement {
        let kinds = [
            (Kind::OfPlace, "Territoires", "Une ligne par territoire"),
            (Kind::Schools, "Établissements", "Une ligne par établissement"),
        ];
        if let Some(kind) = choice_ui(ui, "Lignes", panel.kind, &kinds) {
            panel.kind = kind;
        }
    }
}

fn filter_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let mut filter = session.standpoint().filter.clone();
    let label = ui.say(weak(ui, "Filtre"));
    let field = TextEdit::singleline(&mut filter)
        .hint_text("taux < 50, sans donnée, projet: …")
        .desired_width(theme::width().field);
    let field = ui.add(field).labelled_by(label.id).explained(
        "Des mots, ou des comparaisons : taux < 50, total > 10, commune: grenoble, sans donnée, \
         équipé, public, -mot pour exclure, « ou » entre deux choix",
    );
    if field.changed() {
        actions.push(Command::Filter(filter).into());
    }
    // It keeps its room: what stands behind it stays where it is.
    let is_some = !session.standpoint().filter.is_empty();
    if ui.add_enabled(is_some, Button::new("Effacer")).clicked() {
        actions.push(Command::Filter(String::new()).into());
    }
}

fn count_ui(ui: &mut Ui, all: usize, shown: usize) {
    let text = if shown == all {
        counted(all, "ligne", "lignes")
    } else {
        format!("{} sur {}", counted(shown, "ligne", "lignes"), integer(all as i64))
    };
    let room = vec2(theme::width().count, ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(theme::width().count);
        ui.say_as(text, egui::Label::truncate);
    });
}

/// Columns to show or to hide.
fn columns_ui(ui: &mut Ui, panel: &mut TablePanel, listed: &Listed) {
    let (mut changed, mut everything) = (None, false);
    ui.menu_button("Colonnes", |ui| {
        ui.spacing_mut().item_spacing.y = theme::space().hair;
        for &column in listed.rows.columns() {
            let mut shown = panel.is_shown(column, listed);
            if checkbox_ui(ui, &mut shown, &listed.rows.title_of(column)).changed() {
                changed = Some((column, shown));
            }
        }
        ui.separator();
        everything = ui.button("Toutes les montrer").clicked();
    });
    if everything {
        panel.hidden.clear();
        panel.wanted = listed.empty.clone();
    }
    if let Some((column, shown)) = changed {
        panel.show(column, shown);
    }
}
