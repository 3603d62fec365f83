//! Where the panels stand.

use egui::{CentralPanel, Frame, Margin, Panel, Rect, Ui};

use super::AtlasApp;
use crate::app::{
    Action,
    commands::commands,
    entries::{Surroundings, entries},
    finder::{Answer, Finder, Sought},
    focus::{self, Region, region_ui},
    jobs::UnderWay,
    map::{ClickedSchool, Hovered, MapContent},
    overlay::Overlay,
    panels::{bar, breadcrumb, import, menu, timeline},
    theme,
    words::Words,
};
use crate::{
    project::{Command, Session},
    territory::TerritoryId,
};

/// From this width of the window on, in points, the side panel is wider by itself.
const WIDE_WINDOW: f32 = 1900.0;

impl AtlasApp {
    pub(super) fn panels_ui(&mut self, ui: &mut Ui) {
        self.above_ui(ui);
        self.timeline_ui(ui);
        let mut pointed = Vec::new();
        self.side_ui(ui, &mut pointed);
        let is_page = self.page.is_open();
        if !is_page {
            self.preview_ui(ui);
            self.table_ui(ui, &mut pointed);
        }
        let place = if is_page { self.page_ui(ui) } else { self.map_ui(ui, &pointed) };
        if place.is_positive() && !self.side_panel && !is_page {
            let (session, actions) = (&self.session, &mut self.actions);
            let key = self.map.key();
            self.side.legend_on_map_ui(ui, place, session, &key, &mut pointed, actions);
        }
        if place.is_positive() {
            let reading = self.files.under_way().into_iter().chain(self.own_outlines.under_way());
            let under_way: Vec<UnderWay> = self.exporting.under_way().chain(reading).collect();
            self.notices.over_map_ui(ui, place, &under_way, &mut self.actions);
        }
    }

    /// The menus and the bar.
    fn above_ui(&mut self, ui: &mut Ui) {
        let frame = frame(ui);
        let mut asked = Vec::new();
        Panel::top("menus").frame(frame).show_separator_line(false).show(ui, |ui| {
            let recent = self.files.recent().paths();
            let around = self.surroundings(ui.ctx());
            let entries = || entries(&self.session, &around);
            let (terrain, side) = (around.terrain, self.side_panel);
            menu::menu_ui(ui, &entries, recent, &mut asked, |ui, actions| {
                breadcrumb::breadcrumb_ui(ui, &self.session, actions, |ui, actions| {
                    breadcrumb::window_ui(ui, terrain, side, actions);
                });
            });
        });
        self.actions.append(&mut asked);
        let page = self.page.is_open();
        let bottom = Margin::from(theme::space().medium).bottom;
        let frame = frame.inner_margin(Margin { bottom, ..frame.inner_margin });
        Panel::top("barre").frame(frame).show(ui, |ui| {
            region_ui(ui, Region::Bar, |ui| {
                bar::bar_ui(ui, &self.session, page, &mut self.actions);
            });
        });
    }

    /// The dates, where there are several.
    fn timeline_ui(&mut self, ui: &mut Ui) {
        if !timeline::has_timeline(&self.session) {
            return;
        }
        let playing = self.playback.is_running();
        let panel = Panel::bottom("chronologie").frame(frame(ui));
        panel.exact_size(theme::size().timeline).show(ui, |ui| {
            region_ui(ui, Region::Timeline, |ui| {
                timeline::timeline_ui(ui, &self.session, playing, &mut self.actions);
            });
        });
    }

    /// The panel at the right: of the map, or of the page.
    fn side_ui(&mut self, ui: &mut Ui, pointed: &mut Vec<TerritoryId>) {
        let width = theme::width();
        let wide = ui.ctx().content_rect().width() >= WIDE_WINDOW;
        // Each has the width that it was last drawn to: a window that grows has a wider panel at once.
        let (panel, usual) =
            if wide { ("volet large", width.panel_wide) } else { ("volet", width.panel) };
        Panel::right(panel)
            .frame(frame(ui).inner_margin(theme::space().large))
            .default_size(usual)
            .size_range(width.panel_least..=width.panel_most)
            .show_collapsible(ui, &mut self.side_panel, |ui| {
                let (session, actions) = (&self.session, &mut self.actions);
                region_ui(ui, Region::Side, |ui| match self.page.is_open() {
                    true => self.page.panel_ui(ui, session, actions),
                    false => self.side.ui(ui, session, &self.map.key(), pointed, actions),
                });
            });
        name_edge(ui, panel, "Largeur du volet");
    }

    /// The first rows of a file, below the map.
    fn preview_ui(&mut self, ui: &mut Ui) {
        let height = theme::height();
        let Some(wanted) = self.preview.height(&self.session, self.files.refused()) else { return };
        // Whoever says what a file holds looks at its rows: the map leaves them some room.
        let wanted = wanted.min(ui.available_height() - height.map).max(height.below);
        Panel::bottom("aperçu")
            .frame(frame(ui))
            .default_size(wanted)
            .size_range(height.below..=most_below(ui).max(wanted))
            .resizable(true)
            .show(ui, |ui| {
                let (refused, actions) = (self.files.refused(), &mut self.actions);
                region_ui(ui, Region::Table, |ui| {
                    self.preview.ui(ui, &self.session, refused, actions);
                });
            });
        name_edge(ui, "aperçu", "Hauteur de l’aperçu");
    }

    /// The table below the map.
    fn table_ui(&mut self, ui: &mut Ui, pointed: &mut Vec<TerritoryId>) {
        if !self.table_shown {
            return;
        }
        let (height, most) = (theme::height(), most_below(ui));
        let mut hovered = pointed.clone();
        if let Some(Hovered::Territory(id)) = self.map.hovered() {
            hovered.push(id);
        }
        Panel::bottom("tableau")
            .frame(frame(ui))
            .default_size(height.table.min(most))
            .size_range(height.below..=most)
            .resizable(true)
            .show(ui, |ui| {
                let actions = &mut self.actions;
                region_ui(ui, Region::Table, |ui| {
                    self.table.ui(ui, &self.session, &hovered, pointed, actions);
                });
            });
        name_edge(ui, "tableau", "Hauteur du tableau");
    }

    /// The map in what room is left; answers where it stands.
    fn map_ui(&mut self, ui: &mut Ui, pointed: &[TerritoryId]) -> Rect {
        let kept = if self.table_shown { self.table.kept(&self.session) } else { None };
        let terrain = self.terrain.is_shown();
        self.school_points.show(&mut self.map, &self.session, terrain);
        let Some(outlines) = &self.outlines else { return waiting_ui(ui) };
        let mut place = Rect::NOTHING;
        CentralPanel::default().frame(paper(ui)).show(ui, |ui| {
            let content = MapContent {
                outlines,
                session: &self.session,
                pointed,
                kept: kept.as_deref(),
                told: self.side.told(&self.session).filter(|_| self.side_panel),
                tiles: self.terrain.tiles(ui.ctx()),
            };
            let room = ui.available_rect_before_wrap();
            let actions = &mut self.actions;
            place = region_ui(ui, Region::Map, |ui| self.map.ui(ui, content, actions));
            import::over_map_ui(ui, room, &self.session, &mut self.actions);
            if let Some(clicked) = self.map.clicked_school() {
                self.actions.extend(school_action(&self.session, clicked));
            }
        });
        place
    }

    /// The page of the report in the place of the map; answers where it stands.
    fn page_ui(&mut self, ui: &mut Ui) -> Rect {
        let Some(outlines) = &self.outlines else { return waiting_ui(ui) };
        let mut place = Rect::NOTHING;
        CentralPanel::default().frame(paper(ui)).show(ui, |ui| {
            place = ui.available_rect_before_wrap();
            let (session, actions) = (&self.session, &mut self.actions);
            region_ui(ui, Region::Map, |ui| self.page.page_ui(ui, session, outlines, actions));
        });
        place
    }

    /// What the entries of menus depend on, beside the session.
    fn surroundings(&self, ctx: &egui::Context) -> Surroundings<'_> {
        Surroundings {
            recent: self.files.recent().paths(),
            playing: self.playback.is_running(),
            terrain: self.terrain.is_shown(),
            table: self.table_shown,
            theme: ctx.options(|options| options.theme_preference),
        }
    }

    /// What lies over everything, if something does.
    pub(super) fn overlay_ui(&mut self, ctx: &egui::Context) {
        let Some(mut overlay) = self.overlay.take() else { return };
        match &mut overlay {
            Overlay::Finder(finder) => match self.finder_ui(ctx, finder) {
                Answer::Open => {}
                Answer::Closed => self.actions.push(Action::Dismiss),
                Answer::Chosen(action) => {
                    self.actions.push(action);
                    return;
                }
            },
            Overlay::Terrain(dialog) => {
                dialog.ui(ctx, &self.terrain.settings().source, &mut self.actions);
            }
            other => other.dialog_ui(ctx, &mut self.actions),
        }
        self.overlay = Some(overlay);
    }

    fn finder_ui(&mut self, ctx: &egui::Context, finder: &mut Finder) -> Answer {
        match finder.sought {
            Sought::Commands => {
                let entries = entries(&self.session, &self.surroundings(ctx));
                let found = commands(finder.text(), &entries);
                finder.ui(ctx, Some(&found))
            }
            Sought::Places => {
                let found = self.places.find(finder.text(), &self.session);
                if found.is_none() {
                    ctx.request_repaint();
                }
                finder.ui(ctx, found)
            }
        }
    }
}

/// That of a panel beside the map.
fn frame(ui: &Ui) -> Frame {
    let space = theme::space();
    let fill = theme::colour(theme::current(ui.ctx()).panel);
    Frame::new().fill(fill).inner_margin(theme::margin(space.large, space.tight))
}

fn paper(ui: &Ui) -> Frame {
    Frame::new().fill(theme::colour(theme::current(ui.ctx()).paper))
}

/// The map comes first: what stands below it takes at most half of the room.
fn most_below(ui: &Ui) -> f32 {
    (ui.available_height() * 0.5).max(theme::height().below)
}

/// Until there are outlines.
fn waiting_ui(ui: &mut Ui) -> Rect {
    CentralPanel::default().frame(paper(ui)).show(ui, |ui| {
        ui.centered_and_justified(|ui| ui.say("Lecture des contours…"));
    });
    Rect::NOTHING
}

/// egui names the edge of a panel, which one drags, in English.
fn name_edge(ui: &Ui, panel: &str, name: &str) {
    let edge = ui.scope_id().with_salt(egui::IdSalt::new(panel)).with("__resize");
    focus::name_edge(ui.ctx(), edge, name);
}

/// What a click on a school asks for; its key is its rank in the list.
fn school_action(session: &Session, clicked: ClickedSchool) -> Option<Action> {
    let school = session.dataset().schools().schools().get(clicked.key as usize)?;
    let departement = school.departement.map(TerritoryId::Departement);
    let command = if clicked.twice {
        Command::OpenSchool(school.uai, departement)
    } else {
        Command::SelectSchool(school.uai)
    };
    Some(command.into())
}
