//! Territories on a line each, with their share as a bar.

use egui::{Align, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::section_ui;
use crate::{
    app::{Action, theme, widgets::weak, words::Explained, words::Words},
    project::{Command, SchoolLine, SchoolsLine, Session, ShareBar},
    territory::TerritoryId,
};

/// A line: a name, a value at the right, a bar below; the bar is not drawn where nothing is known.
struct Line<'a> {
    name: &'a str,
    /// In grey, below the name; may be empty.
    kind: &'a str,
    value: &'a str,
    hint: &'a str,
    part: Option<f32>,
    strong: bool,
}

/// Territories beside each other; hovering points at them, a click selects, two go in.
pub fn bars_ui(
    ui: &mut Ui,
    bars: &[ShareBar],
    session: &Session,
    parent: Option<TerritoryId>,
    pointed: &mut Vec<TerritoryId>,
    actions: &mut Vec<Action>,
) {
    for bar in bars {
        let line = Line {
            name: if bar.id == TerritoryId::France { "France" } else { &bar.name },
            kind: "",
            value: &bar.text,
            hint: &bar.details,
            part: bar.part,
            strong: false,
        };
        let response = line.ui(ui, Sense::click());
        if response.hovered() {
            pointed.push(bar.id);
        }
        if response.double_clicked() {
            actions.push(Command::Enter(bar.id).into());
        } else if response.clicked() {
            actions.extend(select(bar.id, session, parent));
        }
    }
}

/// What selects a territory: where the map shows another level, one goes where it is shown.
fn select(id: TerritoryId, session: &Session, parent: Option<TerritoryId>) -> Vec<Action> {
    let select = Command::Select(Some(id)).into();
    if id.level() == session.level() && session.standpoint().place.holds(id) {
        return vec![select];
    }
    match parent {
        Some(parent) => vec![Command::Enter(parent).into(), select],
        None => vec![Command::Enter(id).into()],
    }
}

/// What stands around a figure: what it is compared with, and the schools behind it.
pub fn around_ui(
    ui: &mut Ui,
    comparison: &[ShareBar],
    sectors: &[SchoolsLine],
    kinds: &[SchoolsLine],
    actions: &mut Vec<Action>,
) {
    if comparison.len() > 1 {
        section_ui(ui, "Comparaison");
        comparison_ui(ui, comparison, actions);
    }
    for (title, lines) in [("Public et privé", sectors), ("Par type de lycée", kinds)] {
        if !lines.is_empty() {
            section_ui(ui, title);
            schools_ui(ui, lines);
        }
    }
}

/// A territory among what it lies in; the first line is its own.
fn comparison_ui(ui: &mut Ui, bars: &[ShareBar], actions: &mut Vec<Action>) {
    for (rank, bar) in bars.iter().enumerate() {
        let line = Line {
            name: if bar.id == TerritoryId::France { "France" } else { &bar.name },
            kind: "",
            value: &bar.text,
            hint: &bar.details,
            part: bar.part,
            strong: rank == 0,
        };
        // Its own card is open already.
        let sense = if rank == 0 { Sense::hover() } else { Sense::click() };
        if line.ui(ui, sense).clicked() {
            actions.push(Command::Enter(bar.id).into());
        }
    }
}

/// Schools of a sector or a kind.
fn schools_ui(ui: &mut Ui, lines: &[SchoolsLine]) {
    for line in lines {
        let hint = if line.on_map { "" } else { "Non comptés sur la carte" };
        let line = Line {
            name: &line.label,
            kind: "",
            value: &line.text,
            hint,
            part: line.part,
            strong: false,
        };
        line.ui(ui, Sense::hover());
    }
}

/// Schools one by one; a click opens the card.
pub fn school_list_ui(
    ui: &mut Ui,
    schools: &[SchoolLine],
    departement: TerritoryId,
    actions: &mut Vec<Action>,
) {
    /// Most that are listed here; the table has all.
    const MOST: usize = 200;
    for school in schools.iter().take(MOST) {
        let (name, value, kind) = (&school.name, &school.status_text, &school.kind);
        let line = Line { name, kind, value, hint: "", part: None, strong: false };
        if line.ui(ui, Sense::click()).clicked() {
            actions.push(Command::OpenSchool(school.uai, Some(departement)).into());
        }
    }
    if schools.len() > MOST {
        let rest = schools.len() - MOST;
        ui.say(weak(ui, format!("… et {rest} autres, dans le tableau.")));
    }
}

impl Line<'_> {
    fn ui(&self, ui: &mut Ui, sense: Sense) -> egui::Response {
        let (size, space) = (theme::size(), theme::space());
        let below = if self.kind.is_empty() { 0.0 } else { size.card_kind };
        let alone = size.card_row - space.medium;
        let height = below + if self.part.is_some() { size.card_row } else { alone };
        let (place, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
        let theme = theme::current(ui.ctx());
        if (response.hovered() || response.has_focus()) && sense.senses_click() {
            ui.painter().rect_filled(
                place.expand(space.hair),
                theme::radius().small,
                theme::colour(theme.hovered),
            );
        }
        let more = if self.hint.is_empty() { self.kind } else { self.hint };
        let words = match more {
            "" => format!("{}\u{202f}: {}", self.name, self.value),
            more => format!("{}\u{202f}: {} ({more})", self.name, self.value),
        };
        let role = if sense.senses_click() { Role::Button } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, &words));
        let top = Rect::from_min_size(place.min, vec2(place.width(), size.card_name));
        let cut = |label: egui::Label| label.truncate().selectable(false);
        let mut line = ui
            .new_child(UiBuilder::new().max_rect(top).layout(Layout::right_to_left(Align::Center)));
        line.say_as(strong_if(self.value, self.strong), |label| label.selectable(false));
        line.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.say_as(strong_if(self.name, self.strong), cut);
        });
        if !self.kind.is_empty() {
            let below =
                Rect::from_min_max(pos2(place.left(), top.bottom() - space.tight), place.max);
            let layout = Layout::left_to_right(Align::Min);
            let mut line = ui.new_child(UiBuilder::new().max_rect(below).layout(layout));
            let kind = weak(&line, self.kind);
            line.say_as(kind, cut);
        }
        if let Some(part) = self.part.map(|part| part.clamp(0.0, 1.0)) {
            let radius = theme::radius().bar;
            let track = Rect::from_min_size(
                pos2(place.left(), place.bottom() - space.medium),
                vec2(place.width(), size.bar),
            );
            ui.painter().rect_filled(track, radius, theme::colour(theme.line));
            let mut filled = track;
            filled.set_width(track.width() * part);
            let colour = if self.strong { theme.accent } else { theme.line_strong };
            ui.painter().rect_filled(filled, radius, theme::colour(colour));
        }
        if self.hint.is_empty() { response } else { response.explained(self.hint) }
    }
}

fn strong_if(text: &str, strong: bool) -> egui::RichText {
    if strong { crate::app::widgets::strong(text, theme::text().body) } else { text.into() }
}
