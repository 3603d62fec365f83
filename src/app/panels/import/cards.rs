//! Cards that keep their place: what was asked or supposed stays where it was once it is answered,
//! with the way back, until one leaves the tab.

use egui::{Button, Frame, RichText, Ui, WidgetInfo};

use super::{Shown, decide, decisions::Decision};
use crate::{
    app::{
        Action, theme,
        widgets::{sentence_ui, sheet},
        words::Words,
    },
    coverage::import::{Question, Supposition, SuppositionKind},
    french::NARROW_SPACE,
    project::FileChoice,
};

/// Something that a person is asked, or may confirm.
pub(super) trait Asked: Clone {
    /// Whether both ask the same thing, perhaps in other words.
    fn is_the_same(&self, other: &Self) -> bool;
    /// Whether what takes a decision back takes the answer to this one back.
    fn is_answered_by(&self, back: &FileChoice) -> bool;
}

/// Cards in the order in which they were first seen.
pub(super) struct Cards<T>(Vec<Card<T>>);

struct Card<T> {
    asked: T,
    is_open: bool,
    /// How high it was while it was open, in points.
    height: f32,
}

impl<T> Default for Cards<T> {
    fn default() -> Self {
        Self(vec![])
    }
}

impl<T: Asked> Cards<T> {
    /// Adds what is asked now, and drops what is neither asked nor answered any more.
    pub fn follow(&mut self, now: &[T], decisions: &[Decision]) {
        self.0.iter_mut().for_each(|card| card.is_open = false);
        for one in now {
            match self.0.iter_mut().find(|card| card.asked.is_the_same(one)) {
                Some(card) => (card.asked, card.is_open) = (one.clone(), true),
                None => {
                    self.0.push(Card { asked: one.clone(), is_open: true, height: 0.0 });
                }
            }
        }
        let is_answered =
            |card: &Card<T>| decisions.iter().any(|one| card.asked.is_answered_by(&one.back));
        self.0.retain(|card| card.is_open || is_answered(card));
    }

    /// Whether there is any.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What they ask or asked.
    pub fn asked(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|card| &card.asked)
    }

    /// Whether a decision stands on one of the cards that were answered.
    pub fn tell(&self, decision: &Decision) -> bool {
        let answered = |card: &Card<T>| card.asked.is_answered_by(&decision.back);
        self.0.iter().any(|card| !card.is_open && answered(card))
    }

    /// The cards; `open` shows one that is still asked.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        marked: bool,
        actions: &mut Vec<Action>,
        open: impl Fn(&mut Ui, &T, &mut Vec<Action>),
    ) {
        for (rank, card) in self.0.iter_mut().enumerate() {
            ui.push_id(rank, |ui| {
                if card.is_open {
                    let inner = sheet(ui, marked).show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        open(ui, &card.asked, actions);
                        ui.min_rect().height()
                    });
                    card.height = inner.inner;
                } else {
                    let said: Vec<&Decision> = (shown.decisions.iter())
                        .filter(|one| card.asked.is_answered_by(&one.back))
                        .collect();
                    answered_ui(ui, shown, &said, card.height, actions);
                }
            });
        }
    }
}

/// A card that was answered: as high as it was, on no paper any more.
fn answered_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    said: &[&Decision],
    height: f32,
    actions: &mut Vec<Action>,
) {
    let theme = theme::current(ui.ctx());
    let frame = Frame::new()
        .stroke(theme::line(theme.line))
        .corner_radius(theme::radius().control)
        .inner_margin(theme::margin(theme::space().pad, theme::space().medium));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(height);
        for one in said {
            ui.horizontal_top(|ui| {
                let done =
                    egui_material_icons::icons::ICON_CHECK.rich_text().size(theme::text().title);
                ui.say(RichText::color(done, theme::colour(theme.accent)));
                ui.vertical(|ui| sentence_ui(ui, &one.said));
            });
        }
        let button = ui.add(Button::new("Revenir dessus").small());
        let all: Vec<&str> = said.iter().map(|one| one.said.as_str()).collect();
        let name = format!("Revenir dessus{NARROW_SPACE}: {}", all.join(" "));
        button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if button.clicked() {
            actions.extend(said.iter().map(|one| decide(shown, one.back.clone())));
        }
    });
}

impl Asked for Question {
    fn is_the_same(&self, other: &Self) -> bool {
        self.code() == other.code()
    }

    fn is_answered_by(&self, back: &FileChoice) -> bool {
        match self {
            Self::WhatDoesItShow { .. } => {
                matches!(back, FileChoice::Shown(_) | FileChoice::Subject(_))
            }
            Self::RateOfSchools { .. } | Self::SecondList { .. } => {
                matches!(back, FileChoice::Role(_))
            }
            Self::Scale { .. } => matches!(back, FileChoice::Scale(_)),
            Self::Dates { .. } => matches!(back, FileChoice::Date(_)),
            Self::Contradictions { .. } => matches!(back, FileChoice::Duplicates(_)),
        }
    }
}

impl Asked for Supposition {
    fn is_the_same(&self, other: &Self) -> bool {
        self.kind() == other.kind()
    }

    fn is_answered_by(&self, back: &FileChoice) -> bool {
        let kind = self.kind();
        match back {
            FileChoice::Doubt(other) => *other == kind,
            FileChoice::Subject(_) => kind == SuppositionKind::Share,
            FileChoice::Shown(_) => matches!(
                kind,
                SuppositionKind::Share
                    | SuppositionKind::FirstOfSeveral
                    | SuppositionKind::OneSector
            ),
            FileChoice::Date(_) => {
                matches!(kind, SuppositionKind::Date | SuppositionKind::Reference2024)
            }
            FileChoice::Level(_) => kind == SuppositionKind::Level,
            FileChoice::SchoolType(_) => kind == SuppositionKind::SchoolType,
            FileChoice::Scale(_) => kind == SuppositionKind::Scale,
            FileChoice::Role(_) => {
                matches!(kind, SuppositionKind::OnlyEquipped | SuppositionKind::EquippedList)
            }
            FileChoice::DecimalSign(_) => kind == SuppositionKind::Thousands,
            _ => false,
        }
    }
}
