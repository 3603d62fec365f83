//! A field and a list below it: looking for places, schools or commands.

use std::ops::Range;

use egui::{
    Align, Align2, Color32, EventFilter, Frame, Id, Key, Modal, Modifiers, Response, ScrollArea,
    Sense, TextEdit, Ui, WidgetInfo,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::{Action, fonts::font, shortcuts::keys_of, theme, widgets::weak, words::Words};
use crate::scene::Weight;

/// Something that can be chosen.
pub struct Found {
    /// « Isère », « Enregistrer la page… ».
    pub title: String,
    /// The parts of the title that were asked for: ranges of its bytes.
    pub marks: Vec<Range<usize>>,
    /// « Département 38, Rhône-Alpes », « Ctrl+E ».
    pub detail: String,
    /// What choosing it asks for.
    pub action: Action,
    /// It can be chosen now.
    pub enabled: bool,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Territories and schools.
    Places,
    /// Commands.
    Commands,
}

impl Sought {
    fn name(self) -> &'static str {
        match self {
            Self::Places => "Rechercher un territoire ou un établissement",
            Self::Commands => "Rechercher une commande",
        }
    }

    /// What is said where nothing was found, and what may help.
    fn nothing_ui(self, ui: &mut Ui) {
        let (nothing, hint) = match self {
            Self::Places => {
                ("Rien de ce nom.", "Essayez un code, un UAI ou un mot plus court.".to_owned())
            }
            Self::Commands => (
                "Aucune commande de ce nom.",
                format!(
                    "Essayez un autre mot, comme « exporter » ou « date ». Un lieu se cherche avec \
                     {}.",
                    keys_of(&Action::Find)
                ),
            ),
        };
        ui.say(weak(ui, format!("{nothing} {hint}")));
    }
}

/// The open finder.
pub struct Finder {
    /// What it looks for.
    pub sought: Sought,
    text: String,
    at: usize,
}

/// What came of a frame.
pub enum Answer {
    /// Nothing yet.
    Open,
    /// It was closed without a choice.
    Closed,
    /// Something was chosen.
    Chosen(Action),
}

/// Rows that are seen at once.
const MOST_ROWS: usize = 9;

impl Finder {
    /// One that was just opened.
    pub fn new(sought: Sought) -> Self {
        Self { sought, text: String::new(), at: 0 }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Shows the field and what was found for it; `None` while it can't be told yet.
    pub fn ui(&mut self, ctx: &egui::Context, found: Option<&[Found]>) -> Answer {
        let mut answer = Answer::Open;
        let id = Id::unique("recherche");
        let area = Modal::default_area(id)
            .anchor(Align2::CENTER_TOP, vec2(0.0, theme::height().finder_from_top))
            .accessible_name(self.sought.name());
        let frame = Frame::popup(&ctx.global_style()).inner_margin(theme::space().pad);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(Color32::TRANSPARENT);
        let shown = modal.show(ctx, |ui| {
            let most = ctx.content_rect().width() - 2.0 * theme::space().apart;
            ui.set_width(theme::width().finder.min(most));
            answer = self.inner_ui(ui, found);
        });
        if matches!(answer, Answer::Open) && shown.should_close() {
            answer = Answer::Closed;
        }
        answer
    }

    fn inner_ui(&mut self, ui: &mut Ui, sought: Option<&[Found]>) -> Answer {
        let found = sought.unwrap_or_default();
        let hint = match self.sought {
            Sought::Places => "Nom, code ou UAI",
            Sought::Commands => "Ce que vous voulez faire",
        };
        let label = ui.say(weak(ui, self.sought.name()));
        // Taken before the field, which would use them for its cursor.
        let (up, down, enter, escape) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
            (up, down, pressed(Key::Enter), pressed(Key::Escape))
        });
        let field = TextEdit::singleline(&mut self.text)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .event_filter(EventFilter { horizontal_arrows: true, ..EventFilter::default() });
        let field = ui.add(field).labelled_by(label.id);
        field.request_focus();
        if field.changed() {
            self.at = 0;
        }
        let last = found.len().saturating_sub(1);
        self.at = match (up, down) {
            (true, _) => self.at.saturating_sub(1),
            (_, true) => (self.at + 1).min(last),
            _ => self.at.min(last),
        };
        if escape {
            return Answer::Closed;
        }
        let by_key = found.get(self.at).filter(|one| enter && one.enabled);
        let mut answer = by_key.map_or(Answer::Open, |one| Answer::Chosen(one.action.clone()));
        match sought {
            _ if self.text.trim().is_empty() => {}
            None => {
                ui.say(weak(ui, "Recherche…"));
            }
            Some([]) => self.sought.nothing_ui(ui),
            Some(_) => {}
        }
        let height = theme::size().found_row * found.len().min(MOST_ROWS) as f32;
        let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (rank, one) in found.iter().enumerate() {
                let row = row_ui(ui, one, rank == self.at);
                if rank == self.at && (up || down) {
                    row.scroll_to_me(Some(Align::Center));
                }
                if row.clicked() && one.enabled {
                    answer = Answer::Chosen(one.action.clone());
                }
            }
        });
        answer
    }
}

fn row_ui(ui: &mut Ui, found: &Found, here: bool) -> Response {
    let size = vec2(ui.available_width(), theme::size().found_row);
    let (place, response) = ui.allocate_exact_size(size, Sense::click());
    let theme = theme::current(ui.ctx());
    if here || response.hovered() {
        let fill = if here { theme.accent_soft } else { theme.hovered };
        ui.painter().rect_filled(place, theme::radius().control, theme::colour(fill));
    }
    let spoken = format!("{}, {}", found.title, found.detail);
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::ListBoxOption, found.enabled, here, &spoken)
    });
    let colour = if found.enabled { theme.text } else { theme.text_weak };
    let mut line = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(place.shrink2(vec2(theme::space().pad, theme::space().hair)))
            .layout(egui::Layout::top_down(Align::Min)),
    );
    line.spacing_mut().item_spacing.y = 0.0;
    let title = marked(&found.title, &found.marks, theme::colour(colour));
    let cut = |label: egui::Label| label.truncate().selectable(false);
    line.say_as(title, cut);
    let detail = weak(&line, &found.detail);
    line.say_as(detail, cut);
    response
}

/// A title in which what was asked for is semi-bold.
fn marked(title: &str, marks: &[Range<usize>], color: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut append = |part: Option<&str>, weight| {
        let format = TextFormat {
            font_id: font(theme::text().body, weight),
            color,
            ..TextFormat::default()
        };
        job.append(part.unwrap_or_default(), 0.0, format);
    };
    let mut at = 0;
    for mark in marks {
        append(title.get(at..mark.start), Weight::Regular);
        append(title.get(mark.clone()), Weight::SemiBold);
        at = mark.end;
    }
    append(title.get(at..), Weight::Regular);
    job
}
