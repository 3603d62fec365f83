//! The national picture as cards: each figure, what was announced of it, and what to think of that.

use std::sync::Arc;

use egui::{RichText, Sense, Ui, UiBuilder};

use crate::{
    app::{
        Action, theme,
        widgets::{sheet, strong, weak},
        words::{Explained, Words},
    },
    cartography::Representation,
    coverage::indicators::{
        Aspect, Indicator, PictureQuery, Verdict, comparison_text, indicators, picture_text,
    },
    french::capitalised,
    project::{Command, Reading, Session},
    territory::{Level, TerritoryId},
};

/// The indicators of the open data, counted anew when data or date change.
#[derive(Default)]
pub struct IndicatorsPanel {
    counted: Option<(Arc<Reading>, PictureQuery, Vec<Indicator>)>,
}

impl IndicatorsPanel {
    /// All cards; a click on one shows its territories on the map.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        pointed: &mut Vec<TerritoryId>,
        actions: &mut Vec<Action>,
    ) {
        let (query, all) = self.of(session);
        ui.say(weak(ui, introduction(&query)));
        if ui.button("Copier").explained("Copier les indicateurs comme texte").clicked() {
            ui.ctx().copy_text(picture_text(all, &query));
        }
        if let Some(sentence) = comparison_text(&query) {
            ui.say(weak(ui, sentence));
        }
        for indicator in all {
            card_ui(ui, indicator, session, pointed, actions);
        }
    }

    fn of(&mut self, session: &Session) -> (PictureQuery, &[Indicator]) {
        let reading = session.reading();
        let query = reading.picture_query();
        let fresh = matches!(&self.counted, Some((of, asked, _))
            if *asked == query && Arc::ptr_eq(of, reading));
        if !fresh {
            let all = indicators(session.dataset(), &query);
            self.counted = Some((Arc::clone(reading), query.clone(), all));
        }
        (query, self.counted.as_ref().map_or(&[], |(_, _, all)| all))
    }
}

/// Who says what follows, and when.
fn introduction(query: &PictureQuery) -> String {
    let who = match (query.own, query.fictitious) {
        (true, _) => "vos données disent",
        (false, true) => "les données fictives disent",
        (false, false) => "les données ouvertes disent",
    };
    let when = if query.date.is_some() { " à la date choisie" } else { "" };
    format!("Ce que {who}{when}.")
}

fn card_ui(
    ui: &mut Ui,
    indicator: &Indicator,
    session: &Session,
    pointed: &mut Vec<TerritoryId>,
    actions: &mut Vec<Action>,
) {
    let selectable = !indicator.counted.is_empty();
    let sense = if selectable { Sense::click() } else { Sense::hover() };
    let builder = UiBuilder::new().id_salt(indicator.id).sense(sense);
    let response = ui
        .scope_builder(builder, |ui| {
            let hovered = selectable && ui.response().contains_pointer();
            sheet(ui, hovered).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = theme::space().hair;
                // The card takes the click, wherever on it.
                ui.style_mut().interaction.selectable_labels = false;
                ui.say(&indicator.label);
                ui.say(strong(indicator.value_text(), theme::text().title));
                let reach = indicator.reach_text();
                if !reach.is_empty() {
                    ui.say(weak(ui, reach));
                }
                for quotation in &indicator.quotations {
                    ui.say(weak(ui, format!("Source citée\u{202f}: {}", quotation.text)));
                }
                announced_ui(ui, indicator);
            });
        })
        .response;
    let name = format!("{}\u{202f}: {}", indicator.label, indicator.value_text());
    let role = if selectable { egui::Role::Button } else { egui::Role::Group };
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, &name));
    if response.hovered() && indicator.scope.level == session.level() {
        let on_map = indicator.on_map(session.document().school_type);
        pointed.extend(on_map.map_or(&[][..], |(_, counted)| counted));
    }
    if response.clicked() {
        actions.extend(show(indicator, session));
    }
}

fn announced_ui(ui: &mut Ui, indicator: &Indicator) {
    let (Some(announced), Some(text)) = (&indicator.announced, indicator.announcement_text())
    else {
        return;
    };
    let theme = theme::current(ui.ctx());
    ui.add_space(theme::space().tight);
    ui.say(text);
    let colour = match announced.verdict {
        Verdict::Confirmed => theme.accent,
        Verdict::Contradicted => theme.warning,
        Verdict::NotVerifiable => theme.text_weak,
    };
    let verdict = RichText::new(capitalised(announced.verdict.label())).strong();
    ui.say(verdict.color(theme::colour(colour)));
    ui.say(weak(ui, &announced.reason));
    if !announced.announcement.note.is_empty() {
        ui.say(weak(ui, format!("{}.", capitalised(&announced.announcement.note))));
    }
}

/// What shows the territories of an indicator, and selects them.
fn show(indicator: &Indicator, session: &Session) -> Vec<Action> {
    let scope = indicator.scope;
    // National figures rest on départements.
    let level = match scope.level {
        Level::France => Level::Departement,
        level => level,
    };
    let representation = match scope.aspect {
        Aspect::Share => Representation::Share,
        Aspect::AnyStage | Aspect::Stage(_) => Representation::Stage,
    };
    let Some((school_type, counted)) = indicator.on_map(session.document().school_type) else {
        return vec![];
    };
    [
        Command::Enter(TerritoryId::France),
        Command::ShowSchools(school_type),
        Command::ShowLevel(level),
        Command::ShowAs(representation),
        Command::SelectAll(counted.to_vec()),
    ]
    .map(Action::from)
    .into()
}
