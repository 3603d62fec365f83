//! What went wrong, was noticed or was done: told on the map, until it is closed or was told long
//! enough.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use egui::{Align2, Area, Frame, Id, Order, ProgressBar, Rect, Ui, pos2};

use crate::app::{
    Action, Shown,
    jobs::UnderWay,
    theme,
    widgets::icon_button_ui,
    words::{Words, held},
};

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What, in whole sentences.
    pub text: String,
    /// How grave.
    pub tone: Tone,
    /// The file that it speaks of, to be shown.
    pub file: Option<PathBuf>,
    /// The table that was refused can be looked at.
    has_preview: bool,
}

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something went as it was asked.
    Done,
    /// Something did not.
    Warning,
}

impl Notice {
    /// Something went as it was asked.
    pub fn done(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Done, file: None, has_preview: false }
    }

    /// Something did not.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Warning, file: None, has_preview: false }
    }

    /// About a table that was refused, with a button that shows it.
    #[must_use]
    pub fn with_preview(mut self) -> Self {
        self.has_preview = true;
        self
    }

    /// With a file that can be opened from it, or shown in its folder.
    #[must_use]
    pub fn about(mut self, file: PathBuf) -> Self {
        self.file = Some(file);
        self
    }
}

/// The notices that a person has not seen enough of yet.
#[derive(Default)]
pub struct Notices {
    list: Vec<Posted>,
    hovered: bool,
}

struct Posted {
    notice: Notice,
    /// When it was first shown, in seconds of the window's clock.
    since: Option<f64>,
}

/// How long it is told that something went well, in seconds; what did not stays until it is closed.
const LASTS: f64 = 12.0;
/// Most that are told at once: an older one goes.
const MOST: usize = 4;

impl Notices {
    /// Tells something; what is told already is told once.
    pub fn push(&mut self, notice: Notice) {
        self.list.retain(|posted| posted.notice != notice);
        self.list.push(Posted { notice, since: None });
        let beyond = self.list.len().saturating_sub(MOST);
        self.list.drain(..beyond);
    }

    /// Tells several things.
    pub fn extend(&mut self, notices: impl IntoIterator<Item = Notice>) {
        notices.into_iter().for_each(|notice| self.push(notice));
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Closes all.
    pub fn clear(&mut self) {
        self.list.clear();
    }

    /// Closes the one that says this.
    pub fn close(&mut self, text: &str) {
        self.list.retain(|posted| posted.notice.text != text);
    }

    /// Closes those about a table that was refused: it is looked at, or another has come.
    pub fn close_previews(&mut self) {
        self.list.retain(|posted| !posted.notice.has_preview);
    }

    /// Lets go what was told long enough, unless the pointer rests on it.
    fn let_go(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        for posted in &mut self.list {
            if posted.since.is_none() || self.hovered {
                posted.since = Some(now);
            }
        }
        let left = |posted: &Posted| {
            let since = posted.since.unwrap_or(now);
            (posted.notice.tone == Tone::Done).then_some(since + LASTS - now)
        };
        self.list.retain(|posted| left(posted).is_none_or(|left| left > 0.0));
        if let Some(next) = self.list.iter().filter_map(left).reduce(f64::min) {
            ctx.request_repaint_after(Duration::from_secs_f64(next.max(0.0)));
        }
    }

    /// The notices, one line each, and the work under way: on the map, at its foot, so that nothing
    /// moves when they come and go.
    pub fn over_map_ui(
        &mut self,
        ui: &Ui,
        map: Rect,
        under_way: &[UnderWay],
        actions: &mut Vec<Action>,
    ) {
        self.let_go(ui.ctx());
        if self.is_empty() && under_way.is_empty() {
            self.hovered = false;
            return;
        }
        let theme = theme::current(ui.ctx());
        let space = theme::space();
        let any_warning = self.list.iter().any(|posted| posted.notice.tone == Tone::Warning);
        let ground = if any_warning { theme.warning_soft } else { theme.accent_soft };
        let frame = Frame::new()
            .fill(theme::colour(if self.is_empty() { theme.paper } else { ground }))
            .stroke(theme::line(theme.line_strong))
            .corner_radius(theme::radius().menu)
            .shadow(ui.visuals().popup_shadow)
            .inner_margin(theme::margin(space.pad, space.small));
        let area = Area::new(Id::unique("avis"))
            .order(Order::Middle)
            .pivot(Align2::CENTER_BOTTOM)
            .fixed_pos(pos2(map.center().x, map.bottom() - space.large))
            .constrain_to(map);
        let shown = area.show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.set_max_width((map.width() - 2.0 * space.apart).min(theme::width().notice));
                for one in under_way {
                    under_way_ui(ui, *one, actions);
                }
                if !self.is_empty() {
                    self.list_ui(ui, actions);
                }
            });
        });
        self.hovered = shown.response.contains_pointer();
    }

    fn list_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let theme = theme::current(ui.ctx());
        ui.horizontal(|ui| {
            let icon = egui_material_icons::icons::ICON_CLOSE;
            if icon_button_ui(ui, icon, "Fermer l’avis", "Échap").clicked() {
                actions.push(Action::Dismiss);
            }
            ui.vertical(|ui| {
                for Posted { notice, .. } in &self.list {
                    let colour = match notice.tone {
                        Tone::Warning => theme.warning,
                        Tone::Done => theme.text,
                    };
                    let text = egui::RichText::new(&notice.text).color(theme::colour(colour));
                    ui.say_as(text, egui::Label::wrap);
                    if let Some(file) = &notice.file {
                        show_ui(ui, file, actions);
                    }
                    if notice.has_preview && ui.button("Ouvrir l’aperçu…").clicked() {
                        actions.push(Action::ShowRefused);
                    }
                }
            });
        });
    }
}

fn under_way_ui(ui: &mut Ui, one: UnderWay, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        match one.done {
            Some(done) => {
                ui.add(
                    ProgressBar::new(done).desired_width(theme::width().progress).show_percentage(),
                );
            }
            None => {
                ui.spinner();
            }
        }
        ui.say(format!("{}…", one.label));
        if ui.button("Annuler").clicked() {
            actions.push(Action::GiveUp(one.work));
        }
    });
}

fn show_ui(ui: &mut Ui, file: &Path, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        for (label, how) in
            [("Ouvrir", Shown::Opened), ("Afficher dans le dossier", Shown::InFolder)]
        {
            if ui.button(held(ui, label)).clicked() {
                actions.push(Action::ShowWritten(file.to_owned(), how));
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(notices: &Notices) -> Vec<&str> {
        notices.list.iter().map(|posted| posted.notice.text.as_str()).collect()
    }

    fn at(notices: &mut Notices, time: f64) {
        let ctx = egui::Context::default();
        let input = egui::RawInput { time: Some(time), ..egui::RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| notices.let_go(ui.ctx()));
        output.textures_delta.clear();
    }

    #[test]
    fn what_went_well_is_told_for_a_while_and_what_did_not_until_it_is_closed() {
        let mut notices = Notices::default();
        notices.push(Notice::done("Image enregistrée"));
        notices.push(Notice::warning("Fichier non ouvert"));
        at(&mut notices, 5.0);
        at(&mut notices, 5.0 + LASTS - 1.0);
        assert_eq!(texts(&notices), ["Image enregistrée", "Fichier non ouvert"]);
        at(&mut notices, 5.0 + LASTS + 1.0);
        assert_eq!(texts(&notices), ["Fichier non ouvert"]);
    }

    #[test]
    fn what_the_pointer_rests_on_stays() {
        let mut notices = Notices::default();
        notices.push(Notice::done("Image enregistrée"));
        at(&mut notices, 0.0);
        notices.hovered = true;
        at(&mut notices, LASTS * 2.0);
        assert_eq!(texts(&notices).len(), 1);
    }

    #[test]
    fn the_same_is_told_once_and_the_oldest_of_many_goes() {
        let mut notices = Notices::default();
        notices.extend(["a", "b", "a"].map(Notice::warning));
        assert_eq!(texts(&notices), ["b", "a"]);
        notices.extend(["c", "d", "e"].map(Notice::warning));
        assert_eq!(texts(&notices), ["a", "c", "d", "e"]);
    }
}
