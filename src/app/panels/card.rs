//! The card of the selected territory.

use egui::{CornerRadius, Frame, Hyperlink, Margin, RichText, Sense, Stroke, Ui, vec2};

use crate::{
    app::{
        Action, theme,
        widgets::{fact_ui, icon_button_ui, strong, weak},
    },
    french::{NARROW_SPACE, counted},
    project::{Card, Command, Headline, HistoryLine, Session},
};

/// The card of the selection, or what to do to get one.
pub fn card_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let card = session
        .document()
        .selected()
        .and_then(|id| Card::new(session.reading(), session.dataset(), id));
    match card {
        Some(card) => full_ui(ui, &card, actions),
        None => empty_ui(ui, session),
    }
}

fn empty_ui(ui: &mut Ui, session: &Session) {
    ui.add_space(4.0);
    ui.label(strong("Aucun territoire sélectionné", theme::TEXT + 1.0));
    let level = session.document().level;
    let which = match level {
        crate::territory::Level::Departement => "un département",
        crate::territory::Level::Academie => "une académie",
        _ => "une région",
    };
    ui.label(format!("Cliquez sur {which} pour voir chaque observation, sa date et sa source."));
}

fn full_ui(ui: &mut Ui, card: &Card, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.label(strong(&card.name, theme::HEADING));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            if icon_button_ui(ui, icon, "Fermer la fiche", "Échap").clicked() {
                actions.push(Command::Select(None).into());
            }
        });
    });
    ui.label(weak(ui, &card.kind));
    ui.add_space(4.0);
    headline_ui(ui, &card.headline);
    for (label, value) in &card.facts {
        fact_ui(ui, label, value);
    }
    if !card.unknowns.is_empty() {
        section_ui(ui, "Ce qui n’est pas connu");
        for sentence in &card.unknowns {
            ui.label(sentence);
        }
    }
    if !card.parts.is_empty() {
        section_ui(ui, "Additionné à partir des départements");
        for (name, value) in &card.parts {
            fact_ui(ui, name, value);
        }
    }
    if card.history.is_empty() && !card.parts.is_empty() {
        return;
    }
    let count = counted(card.history.len(), "observation", "observations");
    section_ui(ui, &format!("Dans le temps{NARROW_SPACE}: {count}"));
    if card.history.is_empty() {
        ui.label("Aucune observation de ce territoire dans les données ouvertes.");
    }
    for line in &card.history {
        history_ui(ui, line);
    }
}

fn section_ui(ui: &mut Ui, title: &str) {
    ui.add_space(10.0);
    ui.label(strong(title, theme::TEXT));
}

fn headline_ui(ui: &mut Ui, headline: &Headline) {
    match headline {
        Headline::Share { text, part } => {
            ui.label(strong(text, 28.0));
            bar_ui(ui, *part);
        }
        Headline::Stage { text } => {
            ui.label(strong(text, theme::HEADING));
        }
        Headline::Gap { title, explanation } => {
            ui.label(strong(*title, theme::HEADING));
            ui.label(weak(ui, *explanation));
        }
    }
}

/// A share as a bar, neutral so that only the map's colours mean a class.
fn bar_ui(ui: &mut Ui, part: f32) {
    let theme = theme::current(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    let radius = CornerRadius::same(3);
    ui.painter().rect_filled(rect, radius, theme::colour(theme.line));
    let mut filled = rect;
    filled.set_width(rect.width() * part);
    ui.painter().rect_filled(filled, radius, theme::colour(theme.accent));
}

fn history_ui(ui: &mut Ui, line: &HistoryLine) {
    let theme = theme::current(ui.ctx());
    let edge = if line.used { theme.accent } else { theme.line };
    let frame = Frame::new()
        .fill(theme::colour(theme.paper))
        .stroke(Stroke::new(1.0, theme::colour(edge)))
        .corner_radius(CornerRadius::same(5))
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal_wrapped(|ui| {
            ui.label(strong(&line.period, theme::TEXT));
            if line.used {
                let shown = RichText::new("sur la carte").small();
                ui.label(shown.color(theme::colour(theme.accent)));
            }
            if line.later {
                ui.label(weak(ui, "après la date choisie"));
            }
        });
        ui.label(&line.value);
        ui.label(weak(ui, &line.details));
        if !line.marks.is_empty() {
            let marks = RichText::new(line.marks.join(" · ")).small();
            ui.label(marks.color(theme::colour(theme.warning)));
        }
        if !line.note.is_empty() {
            ui.label(weak(ui, &line.note));
        }
        source_ui(ui, line);
    });
}

fn source_ui(ui: &mut Ui, line: &HistoryLine) {
    let row = line.line.map_or_else(
        || "addition des lignes du fichier".to_owned(),
        |line| format!("ligne {line} du fichier"),
    );
    if line.source.starts_with("http") {
        let link = RichText::new(site(&line.source)).small();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            ui.add(Hyperlink::from_label_and_url(link, &line.source).open_in_new_tab(true));
            ui.label(weak(ui, format!("· {row}")));
        });
    } else {
        let source = if line.source.is_empty() { "source non donnée" } else { &line.source };
        ui.label(weak(ui, format!("{source} · {row}")));
    }
}

/// The site of an address, which is what one judges a source by.
fn site(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::site;

    #[test]
    fn a_source_is_named_by_its_site() {
        assert_eq!(site("https://www.weka.fr/actualite/a?b=c"), "weka.fr");
        assert_eq!(site("http://projets-ent.com/2011/01/10/"), "projets-ent.com");
    }
}
