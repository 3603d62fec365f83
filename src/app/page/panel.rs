//! The panel beside the page: its template, its size, and what stands on it.

use egui::{Align, DragValue, Grid, Layout, ScrollArea, TextEdit, Ui};

use super::{Density, PagePanel, texts::Standing};
use crate::{
    app::{
        Action, theme,
        widgets::{List, checkbox_ui, icon_button_ui, line_ui, name_ui, strong, tick_indent, weak},
        words::{Words, held},
    },
    project::{Command, PageChange, Session},
    scene::{Block, Institution, PIXEL_SIDES, PageFormat, PageSpec, PageText, SIDES, Template},
    territory::TerritoryId,
};

/// All of it; what stands on the page scrolls.
pub fn panel_ui(ui: &mut Ui, page: &mut PagePanel, session: &Session, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.say(strong("Page du rapport", theme::text().title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            if icon_button_ui(ui, icon, "Revenir à la carte", "Échap").clicked() {
                actions.push(Action::TogglePage);
            }
        });
    });
    ui.add_space(theme::space().small);
    let spec = &session.document().page.spec;
    Grid::new("page").num_columns(2).show(ui, |ui| {
        template_ui(ui, spec, actions);
        format_ui(ui, spec, actions);
        density_ui(ui, spec.format, &mut page.density);
    });
    sides_ui(ui, spec.format, actions);
    ui.add_space(theme::space().medium);
    ui.say(strong("Ce qui est sur la page", theme::text().body));
    let proposed = page.pages.shown().map(|drawn| drawn.proposed.clone()).unwrap_or_default();
    let sought = page.sought.take();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - theme::space().pad);
        // The map is the page; where all of France is shown, nothing says where that lies.
        let is_whole = session.standpoint().place.territory == TerritoryId::France;
        let is_there =
            |block: &Block| *block != Block::Map && !(is_whole && *block == Block::Locator);
        for block in Block::ALL.into_iter().filter(is_there) {
            block_ui(ui, block, session, &proposed, sought == Some(block), actions);
        }
    });
}

fn change(change: PageChange) -> Action {
    Command::ChangePage(change).into()
}

/// A list behind its name.
fn named_ui(ui: &mut Ui, list: &List<'_>, add: impl FnOnce(&mut Ui)) {
    ui.say(weak(ui, list.name));
    list.ui(ui, add);
    ui.end_row();
}

fn template_ui(ui: &mut Ui, spec: &PageSpec, actions: &mut Vec<Action>) {
    let list =
        List { name: "Modèle", shown: spec.template.label(), hint: "Ce que la page réunit" };
    named_ui(ui, &list, |ui| {
        for template in Template::ALL {
            if line_ui(ui, template.label(), template == spec.template) {
                actions.push(change(PageChange::Template(template)));
            }
        }
    });
}

fn format_ui(ui: &mut Ui, spec: &PageSpec, actions: &mut Vec<Action>) {
    let own = [PageFormat::Millimetres([160.0, 120.0]), PageFormat::Pixels([1200, 800])];
    let list = List { name: "Taille", shown: spec.format.label(), hint: "La taille de la page" };
    named_ui(ui, &list, |ui| {
        for format in PageFormat::NAMED.into_iter().chain(own) {
            let is_it = format.label() == spec.format.label();
            if line_ui(ui, format.label(), is_it) && !is_it {
                actions.push(change(PageChange::Format(format)));
            }
        }
    });
}

/// The sides of a page of its own size.
fn sides_ui(ui: &mut Ui, format: PageFormat, actions: &mut Vec<Action>) {
    let asked = match format {
        PageFormat::Millimetres(sides) => {
            lengths_ui(ui, sides, SIDES, "mm").map(PageFormat::Millimetres)
        }
        PageFormat::Pixels(sides) => {
            let asked = lengths_ui(ui, sides.map(|side| side as f32), PIXEL_SIDES, "px");
            asked.map(|sides| PageFormat::Pixels(sides.map(|side| side.round() as u32)))
        }
        _ => None,
    };
    actions.extend(asked.map(|format| change(PageChange::Format(format))));
}

/// Width and height in a unit; answers the new ones when one was changed.
fn lengths_ui(
    ui: &mut Ui,
    sides: [f32; 2],
    [least, most]: [f32; 2],
    unit: &str,
) -> Option<[f32; 2]> {
    let mut now = sides;
    ui.horizontal_wrapped(|ui| {
        for (name, side) in ["Largeur", "Hauteur"].into_iter().zip(&mut now) {
            let label = name_ui(ui, name, theme::width().column);
            let value = DragValue::new(side)
                .range(least..=most)
                .max_decimals(0)
                .suffix(format!("\u{a0}{unit}"));
            ui.add(value).labelled_by(label.id);
        }
    });
    (now != sides).then_some(now)
}

fn density_ui(ui: &mut Ui, format: PageFormat, density: &mut Density) {
    let label = |density: Density| density.label(format);
    let list = List {
        name: "Image PNG",
        shown: &label(*density),
        hint: "La finesse de l’image\u{202f}; SVG et PDF sont nets à toute taille",
    };
    named_ui(ui, &list, |ui| {
        for one in Density::ALL {
            if line_ui(ui, &label(one), one == *density) {
                *density = one;
            }
        }
    });
}

/// Whether a block is on the page, and its text.
fn block_ui(
    ui: &mut Ui,
    block: Block,
    session: &Session,
    proposed: &PageText,
    sought: bool,
    actions: &mut Vec<Action>,
) {
    let mut shown = session.document().page.spec.shows(block);
    let tick = checkbox_ui(ui, &mut shown, block.label());
    if tick.changed() {
        actions.push(change(PageChange::Show(block, shown)));
    }
    if sought {
        tick.request_focus();
        tick.scroll_to_me(Some(egui::Align::Center));
    }
    if block == Block::Institution && shown {
        institution_ui(ui, &session.document().page.spec, actions);
    }
    let Some(standing) = Standing::of(block, session, proposed).filter(|_| shown) else { return };
    ui.indent(("texte", block), |ui| {
        ui.set_max_width(ui.available_width() - tick_indent() + ui.spacing().indent);
        let mut text = standing.text.clone();
        let field = TextEdit::multiline(&mut text)
            .desired_rows(1)
            .desired_width(f32::INFINITY)
            .hint_text("Rien");
        let field = ui.add(field);
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(block.label()));
        if field.changed() {
            actions.push(standing.write(block, text));
        }
        if let Some(told) = &standing.told {
            ui.say(weak(ui, told));
        }
        if standing.is_written && ui.link(held(ui, "Revenir au texte proposé")).clicked() {
            actions.push(change(PageChange::Revert(block)));
        }
        if block == Block::Note && session.document().page.read.is_some() {
            let link = ui.link(held(ui, "Lire le territoire que l’atlas choisit"));
            if link.clicked() {
                actions.push(change(PageChange::Read(None)));
            }
        }
    });
}

/// The name of who publishes the page.
fn institution_ui(ui: &mut Ui, spec: &PageSpec, actions: &mut Vec<Action>) {
    let institution = spec.institution.clone().unwrap_or_default();
    ui.indent("institution", |ui| {
        let mut name = institution.name.clone();
        let field = TextEdit::singleline(&mut name)
            .desired_width(f32::INFINITY)
            .hint_text("par ex. Académie de Grenoble");
        let field = ui.add(field);
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_label("Nom de l’institution"));
        if field.changed() {
            let institution = Institution { name, ..institution };
            let is_some = institution != Institution::default();
            actions.push(change(PageChange::Publish(is_some.then_some(institution))));
        }
    });
}
