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
        let theme = theme::current(ui.ctx());
        let playing = self.playback.is_running();
        let fill = theme::colour(theme.panel);
        let (space, width, height) = (theme::space(), theme::width(), theme::height());
        let frame = Frame::new().fill(fill).inner_margin(theme::margin(space.large, space.tight));
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
        Panel::top("barre")
            .frame(frame.inner_margin(Margin {
                bottom: Margin::from(space.medium).bottom,
                ..frame.inner_margin
            }))
            .show(ui, |ui| {
                region_ui(ui, Region::Bar, |ui| {
                    bar::bar_ui(ui, &self.session, &mut self.actions);
                });
            });
        if timeline::has_timeline(&self.session) {
            Panel::bottom("chronologie").frame(frame).exact_size(theme::size().timeline).show(
                ui,
                |ui| {
                    region_ui(ui, Region::Timeline, |ui| {
                        timeline::timeline_ui(ui, &self.session, playing, &mut self.actions);
                    });
                },
            );
        }
        let mut pointed = Vec::new();
        let side = Frame::new().fill(fill).inner_margin(space.large);
        let wide = ui.ctx().content_rect().width() >= WIDE_WINDOW;
        // Each has the width that it was last drawn to: a window that grows has a wider panel at once.
        let (panel, usual) =
            if wide { ("volet large", width.panel_wide) } else { ("volet", width.panel) };
        Panel::right(panel)
            .frame(side)
            .default_size(usual)
            .size_range(width.panel_least..=width.panel_most)
            .show_collapsible(ui, &mut self.side_panel, |ui| {
                let session = &self.session;
                let key = self.map.key();
                region_ui(ui, Region::Side, |ui| {
                    self.side.ui(ui, session, &key, &mut pointed, &mut self.actions);
                });
            });
        name_edge(ui, panel, "Largeur du volet");
        // The map comes first: what stands below it takes at most half of the room.
        let most = (ui.available_height() * 0.5).max(height.below);
        if let Some(wanted) = self.preview.height(&self.session, self.files.refused()) {
            // Whoever says what a file holds looks at its rows: the map leaves them some room.
            let wanted = wanted.min(ui.available_height() - height.map).max(height.below);
            Panel::bottom("aperçu")
                .frame(frame)
                .default_size(wanted)
                .size_range(height.below..=most.max(wanted))
                .resizable(true)
                .show(ui, |ui| {
                    let (refused, actions) = (self.files.refused(), &mut self.actions);
                    region_ui(ui, Region::Table, |ui| {
                        self.preview.ui(ui, &self.session, refused, actions);
                    });
                });
            name_edge(ui, "aperçu", "Hauteur de l’aperçu");
        }
        if self.table_shown {
            let mut hovered = pointed.clone();
            if let Some(Hovered::Territory(id)) = self.map.hovered() {
                hovered.push(id);
            }
            Panel::bottom("tableau")
                .frame(frame)
                .default_size(height.table.min(most))
                .size_range(height.below..=most)
                .resizable(true)
                .show(ui, |ui| {
                    let actions = &mut self.actions;
                    region_ui(ui, Region::Table, |ui| {
                        self.table.ui(ui, &self.session, &hovered, &mut pointed, actions);
                    });
                });
            name_edge(ui, "tableau", "Hauteur du tableau");
        }
        let kept = if self.table_shown { self.table.kept(&self.session) } else { None };
        let terrain = self.terrain.is_shown();
        self.school_points.show(&mut self.map, &self.session, terrain);
        let paper = Frame::new().fill(theme::colour(theme.paper));
        let reading = self.files.under_way().into_iter().chain(self.own_outlines.under_way());
        let under_way: Vec<UnderWay> = self.exporting.under_way().chain(reading).collect();
        let mut map = Rect::NOTHING;
        CentralPanel::default().frame(paper).show(ui, |ui| match &self.outlines {
            Some(outlines) => {
                let content = MapContent {
                    outlines,
                    session: &self.session,
                    pointed: &pointed,
                    kept: kept.as_deref(),
                    told: self.side.told(&self.session).filter(|_| self.side_panel),
                    tiles: self.terrain.tiles(ui.ctx()),
                };
                let room = ui.available_rect_before_wrap();
                let actions = &mut self.actions;
                map = region_ui(ui, Region::Map, |ui| self.map.ui(ui, content, actions));
                import::over_map_ui(ui, room, &self.session, &mut self.actions);
                if let Some(clicked) = self.map.clicked_school() {
                    self.actions.extend(school_action(&self.session, clicked));
                }
            }
            None => {
                ui.centered_and_justified(|ui| ui.say("Lecture des contours…"));
            }
        });
        if map.is_positive() && !self.side_panel {
            let (session, actions) = (&self.session, &mut self.actions);
            let key = self.map.key();
            self.side.legend_on_map_ui(ui, map, session, &key, &mut pointed, actions);
        }
        if map.is_positive() {
            self.notices.over_map_ui(ui, map, &under_way, &mut self.actions);
        }
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
