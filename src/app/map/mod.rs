//! The map in the window: walkers carries pan and zoom, the scene says what is drawn.
//!
//! walkers stays inside this module. What it lacks is added around it: fitting, limits, the
//! keyboard, and a name for every territory in the accessibility tree.

mod accessibility;
mod camera;
mod projection;
mod tooltip;

use std::sync::Arc;

use egui::{Key, Response, Stroke, Ui, UiBuilder};

use self::camera::Camera;
use super::{
    Action,
    painter::{page_rect, paint, paint_map, paint_outline},
    theme,
};
use crate::{
    cartography::{Representation, Theme},
    outline::{ATTRIBUTION, Detail, Outlines},
    project::{Command, Reading, Session},
    scene::{
        MapNode, MapPicture, View, draw_foot, draw_frames, draw_labels, draw_watermark,
        short_percent,
    },
    territory::TerritoryId,
};

/// Height of the line below the map, for its scale and whom its outlines are from.
const FOOT_HEIGHT: f32 = 26.0;

/// What the map remembers from frame to frame.
#[derive(Default)]
pub struct MapPanel {
    camera: Camera,
    picture: Option<CachedPicture>,
    hovered: Option<TerritoryId>,
    /// The focus came by the keyboard: show where it is.
    focus_visible: bool,
}

/// A picture and what it was made for.
struct CachedPicture {
    reading: Arc<Reading>,
    detail: Detail,
    theme: &'static Theme,
    picture: Arc<MapPicture>,
}

impl MapPanel {
    /// Shows the whole map, now and whenever the window changes, until a person moves it.
    pub fn fit(&mut self) {
        self.camera.fit();
    }

    /// Zooms around the middle, by a number of doublings.
    pub fn zoom_by(&mut self, doublings: f64) {
        self.camera.zoom_by(doublings);
    }

    /// The map, in all the room there is.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        outlines: &Outlines,
        session: &Session,
        actions: &mut Vec<Action>,
    ) {
        let (room, foot) = ui
            .available_rect_before_wrap()
            .split_top_bottom_at_y(ui.available_rect_before_wrap().bottom() - FOOT_HEIGHT);
        self.camera.frame(page_rect(room), outlines.bounds());
        let (response, view) =
            ui.scope_builder(UiBuilder::new().max_rect(room), |ui| self.camera.show(ui)).inner;
        let theme = theme::current(ui.ctx());
        paint(ui.painter(), &draw_foot(page_rect(foot), &view, ATTRIBUTION, theme));
        let reading = session.reading();
        let document = session.document();
        keyboard(ui, &response, &mut self.camera);
        if response.gained_focus() {
            self.focus_visible = !ui.input(|input| input.pointer.any_click());
        }

        let under_pointer = response.hover_pos().and_then(|at| {
            outlines.territory_at(view.plane(at.into()), document.level, document.edition)
        });
        self.hovered = under_pointer.filter(|_| !response.dragged());
        if response.clicked() {
            actions.push(Command::Select(under_pointer).into());
        }

        let picture = self.picture(reading, outlines, &view, theme);
        self.paint(ui, &response, outlines, session, &view, &picture);
        if let Some(id) = self.hovered {
            tooltip::tooltip_ui(&response, session, id);
        }
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Canvas, true, description(reading))
        });
        accessibility::territories_ui(ui, &response, session, &picture, &view, actions);
    }

    fn picture(
        &mut self,
        reading: &Arc<Reading>,
        outlines: &Outlines,
        view: &View,
        theme: &'static Theme,
    ) -> Arc<MapPicture> {
        let detail = Detail::for_scale(view.metres_per_unit());
        let still_good = |cached: &&CachedPicture| {
            Arc::ptr_eq(&cached.reading, reading)
                && cached.detail == detail
                && std::ptr::eq(cached.theme, theme)
        };
        if let Some(cached) = self.picture.as_ref().filter(still_good) {
            return Arc::clone(&cached.picture);
        }
        let picture = Arc::new(reading.picture(outlines, detail, theme));
        let reading = Arc::clone(reading);
        self.picture =
            Some(CachedPicture { reading, detail, theme, picture: Arc::clone(&picture) });
        picture
    }

    fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        outlines: &Outlines,
        session: &Session,
        view: &View,
        picture: &Arc<MapPicture>,
    ) {
        let painter = ui.painter_at(response.rect);
        let theme = theme::current(ui.ctx());
        let clip = page_rect(response.rect);
        painter.rect_filled(response.rect, 0.0, theme::colour(theme.paper));
        paint_map(&painter, &MapNode { picture: Arc::clone(picture), view: *view, clip }, 1.0);

        let outline = |id: TerritoryId, stroke: Stroke| {
            for area in picture.layer.areas.iter().filter(|area| area.territory == id) {
                paint_outline(&painter, &area.polygons, view, stroke);
            }
        };
        let selected = theme::colour(theme.selected);
        if let Some(id) = self.hovered {
            outline(id, Stroke::new(1.8, selected));
        }
        if let Some(id) = session.document().selection {
            outline(id, Stroke::new(4.5, theme::colour(theme.paper)));
            outline(id, Stroke::new(2.4, selected));
        }

        let mut nodes = draw_frames(outlines.frames(), view, theme);
        if session.document().representation == Representation::Share {
            let reading = session.reading();
            nodes.extend(draw_labels(picture, view, |id| {
                Some(short_percent(reading.state(id)?.share.as_ref().ok()?.percent))
            }));
        }
        if session.document().data.fictitious() {
            nodes.push(draw_watermark(clip, theme));
        }
        paint(&painter, &nodes);
        if response.has_focus() && self.focus_visible {
            let ring = Stroke::new(2.0, theme::colour(theme.accent));
            painter.rect_stroke(response.rect, 0.0, ring, egui::StrokeKind::Inside);
        }
    }
}

/// With the focus, the arrows move the map instead of the focus.
fn keyboard(ui: &Ui, response: &Response, camera: &mut Camera) {
    const STEP: f64 = 60.0;
    if response.clicked() {
        response.request_focus();
    }
    if !response.has_focus() {
        return;
    }
    ui.memory_mut(|memory| {
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        memory.set_focus_lock_filter(response.id, filter);
    });
    let moves = [
        (Key::ArrowLeft, [-STEP, 0.0]),
        (Key::ArrowRight, [STEP, 0.0]),
        (Key::ArrowUp, [0.0, -STEP]),
        (Key::ArrowDown, [0.0, STEP]),
    ];
    for (key, offset) in moves {
        let pressed = ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        if pressed {
            camera.move_by(offset);
        }
    }
}

/// The map in one sentence.
fn description(reading: &Reading) -> String {
    let legend = &reading.symbology.legend;
    format!("Carte\u{202f}: {}, {}, {}", legend.title, legend.unit, legend.date)
}
