//! The bar: which data, which schools, which level, what is shown, which borders; then the way out.
//!
//! One line in a window of 1280 points, whatever is open; narrower ones take as many as they need.

mod data;
mod shown;

use egui::{Align, Button, Layout, TextWrapMode, Ui, vec2};

use crate::{
    app::{
        Action, theme,
        widgets::{List, choice_ui, group_ui, line_ui, strong},
        words::{Explained, held},
    },
    coverage::{
        SchoolType,
        school::{Perimeter, Sector},
    },
    french::NARROW_SPACE,
    project::{Command, Session},
    territory::{Edition, Level},
};

/// The bar, in as many lines as its groups take; `page` when the page stands in the place of the map.
pub fn bar_ui(ui: &mut Ui, session: &Session, page: bool, actions: &mut Vec<Action>) {
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    ui.spacing_mut().item_spacing.x = theme::space().small;
    ui.spacing_mut().button_padding.x = theme::space().medium;
    ui.horizontal_wrapped(|ui| {
        group_ui(ui, "données", |ui| data::data_ui(ui, session, actions));
        group_ui(ui, "établissements", |ui| schools_ui(ui, session, actions));
        group_ui(ui, "échelons", |ui| levels_ui(ui, session, actions));
        group_ui(ui, "affichage", |ui| shown::shown_ui(ui, session, actions));
        group_ui(ui, "découpage", |ui| edition_ui(ui, session, actions));
        export_ui(ui, page, actions);
    });
}

fn schools_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let document = session.document();
    let types = [
        (SchoolType::Lycee, "Lycées", "Gérés par les régions (L)"),
        (SchoolType::College, "Collèges", "Gérés par les départements (C)"),
    ];
    let chosen = choice_ui(ui, "Établissements", document.school_type, &types);
    actions.extend(chosen.map(|chosen| Command::ShowSchools(chosen).into()));
    if session.dataset().tells_sectors() {
        sector_ui(ui, document.perimeter, actions);
    }
}

fn sector_ui(ui: &mut Ui, perimeter: Perimeter, actions: &mut Vec<Action>) {
    let sectors = [
        (None, "Public et privé"),
        (Some(Sector::Public), "Public"),
        (Some(Sector::Prive), "Privé"),
    ];
    let shown = sectors.iter().find(|(sector, _)| *sector == perimeter.sector);
    let list = List {
        name: "Secteur",
        shown: shown.map_or("", |(_, label)| label),
        hint: "Quels établissements sont comptés",
    };
    list.ui(ui, |ui| {
        for (sector, label) in sectors {
            if line_ui(ui, label, sector == perimeter.sector) {
                actions.push(Command::Count(Perimeter { sector, ..perimeter }).into());
            }
        }
    });
}

fn levels_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let levels = [
        (Level::Region, "Régions", "Une valeur par région (R)"),
        (Level::Academie, "Académies", "Une valeur par académie (A)"),
        (Level::Departement, "Départements", "Une valeur par département (D)"),
    ];
    let chosen = choice_ui(ui, "Échelon", session.level(), &levels);
    actions.extend(chosen.map(|chosen| Command::ShowLevel(chosen).into()));
}

fn edition_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let shown = session.document().edition;
    let editions = [
        (Edition::Before2016, "avant 2016", "Avant 2016 (27 régions, 30 académies de 2011)"),
        (Edition::Since2016, "depuis 2016", "Depuis 2016 (18 régions, 30 académies depuis 2020)"),
    ];
    let label = editions.iter().find(|(edition, ..)| *edition == shown).map_or("", |one| one.1);
    let list = List {
        name: "Découpage",
        shown: &format!("Découpage{NARROW_SPACE}: {label}"),
        hint: "Limites des régions et des académies",
    };
    list.ui(ui, |ui| {
        for (edition, _, label) in editions {
            if line_ui(ui, label, edition == shown) {
                actions.push(Command::UseEdition(edition).into());
            }
        }
    });
}

/// At the right end of the line, or on the next where there is no room: the way to the page; there,
/// the ways out of it.
fn export_ui(ui: &mut Ui, page: bool, actions: &mut Vec<Action>) {
    let width = if page { theme::width().save } else { theme::width().export };
    if ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
    let room = vec2(ui.available_size_before_wrap().x, theme::size().group);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        let colours = theme::current(ui.ctx());
        let way = |ui: &Ui, words: &str| {
            let text = strong(words, theme::text().body).color(theme::colour(colours.accent));
            Button::new(held(ui, text)).min_size(vec2(0.0, theme::size().control))
        };
        if !page {
            let button = ui.add(way(ui, "Exporter…"));
            if button.explained("La page du rapport (Ctrl+E)").clicked() {
                actions.push(Action::TogglePage);
            }
            return;
        }
        let button = ui.add(way(ui, "Enregistrer…"));
        if button.explained("En PNG, en SVG ou en PDF (Ctrl+S)").clicked() {
            actions.push(Action::ExportPicture);
        }
        if ui.button("Copier").explained("L’image, dans le presse-papiers").clicked() {
            actions.push(Action::CopyPicture);
        }
    });
}
