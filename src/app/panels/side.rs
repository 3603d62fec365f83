//! The panel at the right: the legend, and below it the card, the indicators or the import.

use egui::{ScrollArea, Ui};

use super::{card, import::ImportPanel, indicators::IndicatorsPanel, legend::LegendPanel};
use crate::{
    app::{Action, widgets::choice_ui},
    project::{CardCache, Place, Session},
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

/// Room for the bar that scrolls, in points.
const SCROLL_BAR: f32 = 6.0;

/// What the panel remembers from frame to frame.
#[derive(Default)]
pub struct SidePanel {
    tab: SideTab,
    seen: Option<(Vec<TerritoryId>, Place)>,
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

    /// The panel; adds to `pointed` the territories that the pointer is on.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
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
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            // The bar of the scroll lies beside the figures, not over them.
            ui.set_max_width(ui.available_width() - SCROLL_BAR);
            self.legend.ui(ui, session, pointed, actions);
            ui.add_space(8.0);
            ui.separator();
            let mut tabs = vec![
                (SideTab::Card, "Fiche", "Le territoire sélectionné"),
                (
                    SideTab::Indicators,
                    "Indicateurs",
                    "La situation en France, et ce qui fut annoncé",
                ),
            ];
            if own {
                tabs.push((SideTab::Import, "Import", "Ce qui a été fait du fichier"));
            }
            ui.horizontal(|ui| {
                if let Some(tab) = choice_ui(ui, shown, &tabs) {
                    self.tab = tab;
                }
            });
            ui.add_space(4.0);
            match shown {
                SideTab::Card => card::card_ui(ui, session, &mut self.cards, pointed, actions),
                SideTab::Indicators => self.indicators.ui(ui, session, pointed, actions),
                SideTab::Import => self.import.ui(ui, session, actions),
            }
        });
    }

    /// Whoever points at a territory, or goes somewhere, wants its card.
    fn follow(&mut self, session: &Session) {
        let document = session.document();
        let now = (document.selection.clone(), document.place);
        let elsewhere = self.seen.as_ref().is_some_and(|seen| *seen != now);
        // An indicator that was clicked selects many, and stays in sight.
        let asked = self.tab == SideTab::Indicators && document.selection.len() != 1;
        if elsewhere && !asked && (!document.selection.is_empty() || !document.place.is_whole()) {
            self.tab = SideTab::Card;
        }
        self.seen = Some(now);
    }
}
