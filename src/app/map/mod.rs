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
mod grounds;
mod keyboard;
mod neighbours;
mod pictures;
mod projection;
mod schools;
mod still;
mod tiles;
mod tooltip;
mod veil;
mod views;

use std::sync::Arc;

use egui::{Rect, Response, Ui, UiBuilder};

use self::{
    drawing::Drawing,
    foot::{foot_ui, tiles_ui},
    going::Gone,
    grounds::{Ground, Grounds},
    pictures::{Pictures, Wanted},
    schools::{Schools, mark_at, marks_ui},
    still::Still,
    tiles::TileLayer,
    veil::Veil,
    views::Views,
};
use super::{Action, painter::page_rect, theme, tiles::TileStore};
use crate::{
    coverage::Subject,
    outline::{Detail, Plane},
    project::{BriefCache, Command, Reading, Session},
    scene::{MapPicture, Mark, View, foot_height},
    territory::TerritoryId,
};

pub use content::MapContent;
pub use schools::{SchoolLayer, SchoolPoint, paint_key};
pub use views::ViewKind;

/// What the pointer is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hovered {
    /// A territory.
    Territory(TerritoryId),
    /// A school, by its key.
    School(u32),
}

/// A school that was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClickedSchool {
    /// Its key.
    pub key: u32,
    /// Twice: one goes to it. Once, one looks at its card.
    pub twice: bool,
}

/// What the map remembers from frame to frame.
#[derive(Default)]
pub struct MapPanel {
    views: Views,
    grounds: Grounds,
    pictures: Pictures,
    still: Still,
    veil: Veil,
    briefs: BriefCache,
    gone: Gone,
    layer: SchoolLayer,
    schools: Schools,
    hovered: Option<TerritoryId>,
    marked: Option<Mark>,
    clicked_school: Option<ClickedSchool>,
    /// The focus came by the keyboard: show where it is.
    focus_visible: bool,
    /// How opaque the territories were drawn; 0 before the first frame.
    opacity: f32,
}

/// What a legend says of a map beside its colours.
#[derive(Clone, PartialEq)]
pub struct MapKey {
    /// How opaque its territories are, from 0 to 1.
    pub opacity: f32,
    /// What the schools are counted for that it shows as points, if it does.
    pub schools: Option<Arc<Subject>>,
}

/// What lies under the pointer, were it not for a drag.
struct UnderPointer<'a> {
    territory: Option<TerritoryId>,
    mark: Option<&'a Mark>,
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

    /// The school that was clicked in the last frame, and how.
    pub fn clicked_school(&self) -> Option<ClickedSchool> {
        self.clicked_school
    }

    /// What a legend has to say of it, as it was drawn in the last frame.
    pub fn key(&self) -> MapKey {
        // In steps, so that zooming does not lay a legend out in every frame.
        let opacity = if self.opacity > 0.0 { (self.opacity * 20.0).round() / 20.0 } else { 1.0 };
        let shown = !self.layer.points.is_empty();
        MapKey { opacity, schools: shown.then(|| Arc::clone(&self.layer.subject)) }
    }

    /// Whether something of the map is being prepared: it is shown as it was before.
    pub fn is_preparing(&self) -> bool {
        self.grounds.is_laying() || self.pictures.is_making() || self.schools.is_placing()
    }

    /// Whether something is being prepared that nobody has asked for yet.
    pub fn is_looking_ahead(&self) -> bool {
        self.pictures.is_looking_ahead()
    }

    /// The map, in all the room there is. Tells where it is, without the line below it; nowhere
    /// before there is anything to show.
    pub fn ui(&mut self, ui: &mut Ui, content: MapContent<'_>, actions: &mut Vec<Action>) -> Rect {
        let MapContent { outlines, session, pointed, kept, tiles, told } = content;
        let kind = if tiles.is_some() { ViewKind::Terrain } else { ViewKind::Carte };
        let wanted = Ground { outlines: Arc::clone(outlines), kind };
        let Some(ground) = self.grounds.follow(ui.ctx(), wanted) else { return Rect::NOTHING };
        let mut tiles = tiles.filter(|_| ground.kind == ViewKind::Terrain);
        let (kind, plane) = (ground.kind, ground.plane());
        let all = ui.available_rect_before_wrap();
        let foot_height = foot_height(all.width(), plane.credit());
        let (room, foot) = all.split_top_bottom_at_y(all.bottom() - foot_height);
        self.views.frame(kind, page_rect(room), &ground.outlines);
        self.gone.follow(self.views.camera(), plane, session);
        let theme = theme::current(ui.ctx());
        ui.painter().rect_filled(room, 0.0, theme::colour(theme.paper));
        let (response, view) = self.show(ui, room, tiles.as_deref_mut());
        let middle = view.exact_plane(room.center().into());
        foot_ui(ui, foot, &view, plane.stretch_at(middle), plane.credit());
        if response.gained_focus() {
            self.focus_visible = !ui.input(|input| input.pointer.any_click());
        }

        let reading = session.reading();
        let detail = Detail::for_scale(view.metres_per_unit());
        let wanted = Wanted { ground: ground.clone(), reading: Arc::clone(reading), detail, theme };
        let picture = self.pictures.picture(ui.ctx(), &wanted);
        // Before the pointer: egui takes the key that enters a territory for a click on nothing.
        if let Some(picture) = &picture {
            let camera = self.views.camera();
            keyboard::keyboard(ui, &response, camera, &picture.layer, session, actions);
        }
        self.schools.place(ui.ctx(), &self.layer, &ground);
        let marks = self.schools.marks(&self.layer, plane, &view);
        self.point(
            ui,
            &response,
            &under_pointer(&response, session, plane, &view, &marks),
            actions,
        );
        if let Some(picture) = &picture {
            let drawing = Drawing {
                kind,
                frames: plane.frames(),
                session,
                view,
                picture,
                marks: &marks,
                hovered: self.hovered.filter(|_| self.marked.is_none()),
                pointed,
                kept,
                marked: self.marked.as_ref(),
            };
            self.opacity = drawing.opacity();
            drawing.paint(ui, &response, self.focus_visible, &mut self.still, &mut self.veil);
        }
        // What a card beside the map says already is not said again over it.
        let is_told = self.marked.is_none() && self.hovered.is_some() && self.hovered == told;
        schools::ring_ui(ui, &response, plane, session, &view);
        if !is_told {
            self.tooltip_ui(&response, session, &view, picture.as_deref());
        }
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Canvas, true, description(reading, kind))
        });
        accessibility::school_ui(ui, &response, session);
        if let Some(picture) = &picture {
            accessibility::territories_ui(ui, &response, session, picture, &view, actions);
        }
        marks_ui(ui, &response, &self.layer, &marks, &view);
        if let Some(tiles) = tiles {
            tiles_ui(ui, room, tiles);
        }
        room
    }

    /// Takes what the pointer does: pointing, choosing, entering, opening a group of schools up.
    fn point(
        &mut self,
        ui: &Ui,
        response: &Response,
        under: &UnderPointer<'_>,
        actions: &mut Vec<Action>,
    ) {
        self.hovered = under.territory.filter(|_| !response.dragged());
        self.marked = under.mark.filter(|_| !response.dragged()).cloned();
        self.clicked_school = under
            .mark
            .filter(|_| response.clicked())
            .and_then(Mark::school)
            .map(|key| ClickedSchool { key, twice: response.double_clicked() });
        let group = under.mark.filter(|mark| mark.is_group() && response.double_clicked());
        if let Some(group) = group {
            self.views.camera().zoom_at(group.at, 2.0);
        } else if response.double_clicked() && under.mark.is_none() {
            actions.extend(under.territory.map(|id| Command::Enter(id).into()));
        } else if response.clicked() && under.mark.is_none() {
            let more = ui.input(|input| input.modifiers.command || input.modifiers.shift);
            actions.push(match under.territory {
                Some(id) if more => Command::ToggleSelected(id).into(),
                found => Command::Select(found).into(),
            });
        }
    }

    /// Says beside a territory, or at a school, what the pointer is on.
    fn tooltip_ui(
        &mut self,
        response: &Response,
        session: &Session,
        view: &View,
        picture: Option<&MapPicture>,
    ) {
        match (&self.marked, self.hovered) {
            (Some(mark), _) => schools::tooltip_ui(response, &self.layer, mark),
            (None, Some(id)) => {
                let place =
                    picture.and_then(|picture| tooltip::place_of(picture, id, view, response));
                if let Some(brief) = self.briefs.brief(session, id) {
                    tooltip::tooltip_ui(response, place, brief);
                }
            }
            (None, None) => {}
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
}

fn under_pointer<'a>(
    response: &Response,
    session: &Session,
    plane: &Plane,
    view: &View,
    marks: &'a [Mark],
) -> UnderPointer<'a> {
    let Some(at) = response.hover_pos() else {
        return UnderPointer { territory: None, mark: None };
    };
    let (level, edition) = (session.level(), session.document().edition);
    UnderPointer {
        territory: plane.territory_at(view.plane(at.into()), level, edition),
        mark: mark_at(marks, view, at.into()),
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
