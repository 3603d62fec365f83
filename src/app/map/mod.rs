//! The map in the window: walkers carries pan and zoom, the scene says what is drawn.
//!
//! walkers stays inside this module. What it lacks is added around it: fitting, limits, the
//! keyboard, and a name for every territory in the accessibility tree.
//!
//! Two views, one painter: the composed map, and the terrain, where the same outlines lie on
//! background tiles ([`ViewKind`]).

mod accessibility;
mod camera;
mod content;
mod drawing;
mod flight;
mod foot;
mod going;
mod keyboard;
mod neighbours;
mod projection;
mod schools;
mod tiles;
mod tooltip;
mod views;

use std::sync::Arc;

use egui::{Rect, Response, Ui, UiBuilder};

use self::{
    drawing::Drawing,
    foot::{foot_ui, tiles_ui},
    going::Gone,
    schools::{Mark, Schools, mark_at, marks_ui},
    tiles::TileLayer,
    views::Views,
};
use super::{Action, painter::page_rect, theme, tiles::TileStore};
use crate::{
    cartography::Theme,
    outline::{Detail, Plane},
    project::{Command, Reading},
    scene::{MapPicture, View},
    territory::TerritoryId,
};

pub use content::MapContent;
pub use foot::FOOT_HEIGHT;
pub use schools::{SchoolLayer, SchoolPoint};
pub use views::ViewKind;

/// What the pointer is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hovered {
    /// A territory.
    Territory(TerritoryId),
    /// A school, by its key.
    School(u32),
}

/// What the map remembers from frame to frame.
#[derive(Default)]
pub struct MapPanel {
    views: Views,
    gone: Gone,
    picture: Option<CachedPicture>,
    layer: SchoolLayer,
    schools: Schools,
    hovered: Option<TerritoryId>,
    marked: Option<Mark>,
    clicked_school: Option<u32>,
    /// The focus came by the keyboard: show where it is.
    focus_visible: bool,
}

/// A picture and what it was made for.
struct CachedPicture {
    reading: Arc<Reading>,
    kind: ViewKind,
    detail: Detail,
    theme: &'static Theme,
    picture: Arc<MapPicture>,
}

impl MapPanel {
    /// Shows the whole map, now and whenever the window changes, until a person moves it.
    pub fn fit(&mut self) {
        self.views.camera().fit();
    }

    /// Zooms around the middle, by a number of doublings.
    pub fn zoom_by(&mut self, doublings: f64) {
        self.views.camera().zoom_by(doublings);
    }

    /// Shows schools as points, in both views; no points shows none.
    pub fn show_schools(&mut self, schools: SchoolLayer) {
        self.layer = schools;
    }

    /// What the pointer was on in the last frame.
    pub fn hovered(&self) -> Option<Hovered> {
        let school = self.marked.as_ref().and_then(Mark::school).map(Hovered::School);
        school.or(self.hovered.map(Hovered::Territory))
    }

    /// The school that was clicked in the last frame.
    pub fn clicked_school(&self) -> Option<u32> {
        self.clicked_school
    }

    /// The map, in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, content: MapContent<'_>, actions: &mut Vec<Action>) {
        let MapContent { outlines: composed, session, pointed, mut tiles } = content;
        let kind = if tiles.is_some() { ViewKind::Terrain } else { ViewKind::Carte };
        let outlines = kind.outlines(composed);
        let (room, foot) = ui
            .available_rect_before_wrap()
            .split_top_bottom_at_y(ui.available_rect_before_wrap().bottom() - FOOT_HEIGHT);
        self.views.frame(kind, page_rect(room), composed);
        self.gone.follow(self.views.camera(), outlines, session);
        let theme = theme::current(ui.ctx());
        ui.painter().rect_filled(room, 0.0, theme::colour(theme.paper));
        let (response, view) = self.show(ui, room, tiles.as_deref_mut());
        let middle = view.exact_plane(room.center().into());
        foot_ui(ui, foot, &view, outlines.stretch_at(middle), outlines.credit());
        let reading = session.reading();
        let document = session.document();
        let picture = self.picture(reading, kind, outlines, &view, theme);
        let camera = self.views.camera();
        keyboard::keyboard(ui, &response, camera, &picture.layer, session, actions);
        if response.gained_focus() {
            self.focus_visible = !ui.input(|input| input.pointer.any_click());
        }

        let marks = self.schools.marks(&self.layer, outlines, &view);
        let at = response.hover_pos();
        let under_pointer = at.and_then(|at| {
            outlines.territory_at(view.plane(at.into()), document.level, document.edition)
        });
        self.hovered = under_pointer.filter(|_| !response.dragged());
        let mark = at.and_then(|at| mark_at(&marks, &view, at.into()));
        self.marked = mark.filter(|_| !response.dragged()).cloned();
        self.clicked_school = mark.filter(|_| response.clicked()).and_then(Mark::school);
        if let Some(group) = mark.filter(|mark| mark.is_group() && response.double_clicked()) {
            self.views.camera().zoom_at(group.at, 2.0);
        } else if response.double_clicked() {
            actions.extend(under_pointer.map(|id| Command::Enter(id).into()));
        } else if response.clicked() && mark.is_none() {
            let more = ui.input(|input| input.modifiers.command || input.modifiers.shift);
            actions.push(match under_pointer {
                Some(id) if more => Command::ToggleSelected(id).into(),
                found => Command::Select(found).into(),
            });
        }
        let drawing = Drawing {
            kind,
            frames: outlines.frames(),
            session,
            view,
            picture: &picture,
            marks: &marks,
            hovered: self.hovered.filter(|_| self.marked.is_none()),
            pointed,
            marked: self.marked.as_ref(),
        };
        drawing.paint(ui, &response, self.focus_visible);
        schools::ring_ui(ui, &response, outlines, session, &view);
        match (&self.marked, self.hovered) {
            (Some(mark), _) => schools::tooltip_ui(&response, &self.layer, mark),
            (None, Some(id)) => tooltip::tooltip_ui(&response, session, id),
            (None, None) => {}
        }
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Canvas, true, description(reading, kind))
        });
        accessibility::school_ui(ui, &response, session);
        accessibility::territories_ui(ui, &response, session, &picture, &view, actions);
        marks_ui(ui, &response, &self.layer, &marks, &view);
        if let Some(tiles) = tiles {
            tiles_ui(ui, room, tiles);
        }
    }

    /// Lays the tiles and takes the gestures.
    fn show(&mut self, ui: &mut Ui, room: Rect, tiles: Option<&mut TileStore>) -> (Response, View) {
        let opacity = match ui.ctx().theme() {
            egui::Theme::Light => 1.0,
            // Tiles are made for white paper: the dark one shows through them.
            egui::Theme::Dark => 0.62,
        };
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| match tiles {
            Some(tiles) => {
                tiles.begin_frame();
                let shown = self.views.show(ui, Some(&mut TileLayer(tiles)), opacity);
                tiles.end_frame();
                shown
            }
            None => self.views.show(ui, None, opacity),
        })
        .inner
    }

    fn picture(
        &mut self,
        reading: &Arc<Reading>,
        kind: ViewKind,
        outlines: &Plane,
        view: &View,
        theme: &'static Theme,
    ) -> Arc<MapPicture> {
        let detail = Detail::for_scale(view.metres_per_unit());
        let still_good = |cached: &&CachedPicture| {
            Arc::ptr_eq(&cached.reading, reading)
                && (cached.kind, cached.detail) == (kind, detail)
                && std::ptr::eq(cached.theme, theme)
        };
        if let Some(cached) = self.picture.as_ref().filter(still_good) {
            return Arc::clone(&cached.picture);
        }
        let picture = reading.picture(outlines, detail, theme);
        let picture = Arc::new(match kind {
            ViewKind::Carte => picture,
            ViewKind::Terrain => picture.over_tiles(theme),
        });
        let (reading, kept) = (Arc::clone(reading), Arc::clone(&picture));
        self.picture = Some(CachedPicture { reading, kind, detail, theme, picture: kept });
        picture
    }
}

/// The map in one sentence.
fn description(reading: &Reading, kind: ViewKind) -> String {
    let what = match kind {
        ViewKind::Carte => "Carte",
        ViewKind::Terrain => "Carte sur fond de terrain",
    };
    reading.name.spoken_map(what)
}
