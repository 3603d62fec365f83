//! The panel at the right: the legend, and below it the card, the indicators or the import.

use egui::{Align2, Area, Id, Order, Rect, ScrollArea, Ui, Vec2};

use super::{card, import::ImportPanel, indicators::IndicatorsPanel, legend::LegendPanel};
use crate::{
    app::{
        Action,
        map::MapKey,
        theme,
        widgets::{choice_ui, sheet},
        words::{Explained, held},
    },
    project::{CardCache, Data, Session, Standpoint},
    territory::TerritoryId,
};

/// What stands below the legend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SideTab {
    /// The card of what is selected.
    #[default]
    Card,
    /// The national picture.
    Indicators,
    /// What was done with the files.
    Import,
}

/// What a person points at, and where.
struct LookedAt {
    at: Standpoint,
    data: Data,
}

impl LookedAt {
    fn of(session: &Session) -> Self {
        Self { at: session.standpoint().clone(), data: session.document().data.clone() }
    }

    /// Whether a session points at the same, in the same data, perhaps read another way.
    fn is(&self, session: &Session) -> bool {
        self.is_the_same_place(session) && self.data.is_the_same(&session.document().data)
    }

    fn is_the_same_place(&self, session: &Session) -> bool {
        let key = |at: &Standpoint| (at.pointed_school, at.place);
        let now = session.standpoint();
        key(&self.at) == key(now) && self.at.selection == now.selection
    }
}

/// What the panel remembers from frame to frame.
#[derive(Default)]
pub struct SidePanel {
    tab: SideTab,
    seen: Option<LookedAt>,
    /// What was read in which tab: of something else, it begins at its top.
    read: Option<(SideTab, LookedAt)>,
    legend: LegendPanel,
    cards: CardCache,
    indicators: IndicatorsPanel,
    import: ImportPanel,
}

impl SidePanel {
    /// Shows a tab.
    pub fn show(&mut self, tab: SideTab) {
        self.tab = tab;
    }

    /// Whether something of it is still being worked out.
    pub fn is_preparing(&self) -> bool {
        self.legend.is_preparing()
    }

    /// The territory whose card it shows, if it is one.
    pub fn told(&self, session: &Session) -> Option<TerritoryId> {
        session.standpoint().selected().filter(|_| self.tab == SideTab::Card)
    }

    /// The panel: the legend, which never leaves, and a tab that scrolls below it. Adds to `pointed`
    /// the territories that the pointer is on.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        map: &MapKey,
        pointed: &mut Vec<TerritoryId>,
        actions: &mut Vec<Action>,
    ) {
        self.follow(session);
        let own = session.document().data.own().is_some();
        // It is come back to with the file.
        let shown = if own || self.tab != SideTab::Import { self.tab } else { SideTab::Card };
        if shown != SideTab::Import {
            self.import.leave();
        }
        let tall = ui.available_height() >= theme::height().histogram_from;
        self.legend.ui(ui, session, map, tall, pointed, actions);
        if own && session.dates().len() <= 1 {
            date_ui(ui, session, actions);
        }
        ui.add_space(theme::space().small);
        self.tabs_ui(ui, session, own, shown);
        ui.add_space(theme::space().small);
        let goes_on = |(tab, read): &(SideTab, LookedAt)| *tab == shown && read.is(session);
        let mut scroll = ScrollArea::vertical().auto_shrink(false);
        if !self.read.as_ref().is_some_and(goes_on) {
            scroll = scroll.vertical_scroll_offset(0.0);
            self.read = Some((shown, LookedAt::of(session)));
        }
        scroll.show(ui, |ui| {
            // Between what scrolls and the bar that scrolls it.
            ui.set_max_width(ui.available_width() - theme::space().pad);
            match shown {
                SideTab::Card => card::card_ui(ui, session, &mut self.cards, pointed, actions),
                SideTab::Indicators => self.indicators.ui(ui, session, pointed, actions),
                SideTab::Import => self.import.ui(ui, session, actions),
            }
        });
    }

    /// The legend alone, where the panel is folded: on the map, at its right.
    pub fn legend_on_map_ui(
        &mut self,
        ui: &Ui,
        room: Rect,
        session: &Session,
        map: &MapKey,
        pointed: &mut Vec<TerritoryId>,
        actions: &mut Vec<Action>,
    ) {
        let theme = theme::current(ui.ctx());
        let area = Area::new(Id::unique("légende sur la carte"))
            .order(Order::Middle)
            .pivot(Align2::RIGHT_BOTTOM)
            .fixed_pos(room.right_bottom() - Vec2::splat(theme::space().large))
            .constrain_to(room);
        area.show(ui.ctx(), |ui| {
            sheet(ui, false).fill(theme::colour(theme.paper)).show(ui, |ui| {
                ui.set_width(theme::width().legend_on_map);
                let tall = room.height() >= theme::height().histogram_from;
                self.legend.ui(ui, session, map, tall, pointed, actions);
            });
        });
    }

    fn tabs_ui(&mut self, ui: &mut Ui, session: &Session, own: bool, shown: SideTab) {
        let mut tabs = vec![
            (SideTab::Card, "Fiche", "Le territoire sélectionné"),
            (SideTab::Indicators, "Indicateurs", "La situation en France, et ce qui fut annoncé"),
        ];
        let import = match to_look_at(session) {
            0 => "Import".to_owned(),
            count => format!("Import ({count})"),
        };
        if own {
            tabs.push((SideTab::Import, &import, "Ce qui a été fait du fichier"));
        }
        ui.horizontal(|ui| {
            if let Some(tab) = choice_ui(ui, "Volet", shown, &tabs) {
                self.tab = tab;
            }
        });
        let theme = theme::current(ui.ctx());
        let y = ui.cursor().top();
        let edge = theme::line(theme.line);
        ui.painter().hline(ui.max_rect().x_range(), y, edge);
    }

    /// Whoever points at a territory, or goes somewhere, wants its card.
    fn follow(&mut self, session: &Session) {
        let at = session.standpoint();
        let seen = self.seen.as_ref();
        if seen.is_some_and(|seen| seen.is_the_same_place(session)) {
            return;
        }
        let elsewhere = seen.is_some();
        // An indicator that was clicked selects many, and stays in sight.
        let asked = self.tab == SideTab::Indicators
            && at.selection.len() != 1
            && at.pointed_school.is_none();
        let points = !at.selection.is_empty() || at.pointed_school.is_some();
        if elsewhere && !asked && (points || !at.place.is_whole()) {
            self.tab = SideTab::Card;
        }
        self.seen = Some(LookedAt::of(session));
    }
}

/// How much of the files is to be looked at: questions, suppositions, unknown words.
fn to_look_at(session: &Session) -> usize {
    let words = session.own_files().flat_map(|(_, report)| &report.words);
    let unknown = words.filter(|word| word.says.is_none()).count();
    session.questions().count() + session.suppositions().count() + unknown
}

/// The date of one's own file, where it is one, can be told otherwise; it has no timeline.
fn date_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let words = match session.document().date {
        Some(_) => "Modifier la date…",
        None => "Donner une date…",
    };
    let link = ui.link(held(ui, egui::RichText::new(words).small()));
    if link.explained("Dans l’aperçu du fichier").clicked() {
        actions.push(Action::ShowReadingSettings);
    }
}
