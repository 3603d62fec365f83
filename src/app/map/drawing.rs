//! The map as it is painted in a frame, whichever view is shown.

use std::sync::Arc;

use egui::{Response, Stroke, Ui};

use super::{
    ViewKind,
    schools::paint_marks,
    still::{Seen, Still},
    veil::Veil,
};
use crate::{
    app::{
        painter::{highlight_shapes, page_rect, paint},
        theme,
    },
    cartography::Theme,
    memo::Same,
    outline::Frame,
    project::Session,
    scene::{
        MapNode, MapPicture, Mark, Node, Rect, View, draw_frames, draw_labels, draw_watermark,
        highlight, place_labels,
    },
    territory::TerritoryId,
};

/// What is painted.
pub struct Drawing<'a> {
    pub kind: ViewKind,
    pub frames: &'a [Frame],
    pub session: &'a Session,
    pub view: View,
    pub picture: &'a Arc<MapPicture>,
    pub marks: &'a [Mark],
    pub hovered: Option<TerritoryId>,
    pub pointed: &'a [TerritoryId],
    /// The territories that a filter keeps, where one does.
    pub kept: Option<&'a [TerritoryId]>,
    pub marked: Option<&'a Mark>,
}

impl Drawing<'_> {
    /// Paints over what is there: paper, or tiles.
    pub fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        focus_visible: bool,
        still: &mut Still,
        veil: &mut Veil,
    ) {
        let painter = ui.painter_at(response.rect);
        let theme = theme::current(ui.ctx());
        let clip = page_rect(response.rect);
        let seen = self.seen(clip, ui.pixels_per_point());
        let furniture = || draw_frames(self.frames, &self.view, theme);
        let still = still.drawn(ui.ctx(), seen, furniture, |frames| self.labels(clip, frames));
        painter.add(still.shape.clone());

        paint(&painter, &still.labels);
        let selection = self.session.standpoint().selection.as_slice();
        if let Some(bright) = self.bright() {
            let map = MapNode { picture: Arc::clone(self.picture), view: self.view, clip };
            painter.add(veil.shape(map, bright, theme));
        }
        let outline = |id: TerritoryId, stroke: Stroke| {
            for area in self.picture.layer.areas.iter().filter(|area| area.territory == id) {
                let line = highlight(&area.polygons, &self.view, clip);
                painter.extend(highlight_shapes(&line, stroke));
            }
        };
        let selected = theme::colour(theme.selected);
        if let [one] = selection {
            outline(*one, Stroke::new(theme::on_map().selected_rim, theme::colour(theme.paper)));
            outline(*one, Stroke::new(theme::on_map().selected, selected));
        }
        // The only strong line, beside that of a single selection, is around what is pointed at.
        let pointed = match self.pointed {
            [one] => Some(*one),
            _ => self.hovered,
        };
        if let Some(id) = pointed {
            let sizes = theme::on_map();
            outline(id, Stroke::new(sizes.hovered_rim, theme::colour(theme.paper)));
            outline(id, Stroke::new(sizes.hovered, selected));
        }

        paint(&painter, &still.furniture);
        paint_marks(&painter, self.marks, &self.view, self.marked, theme);
        if self.session.document().data.fictitious() {
            paint(&painter, &[draw_watermark(clip, theme)]);
        }
        if response.has_focus() && focus_visible {
            let ring = Stroke::new(theme::stroke().focus, theme::colour(theme.accent));
            painter.rect_stroke(response.rect, 0.0, ring, egui::StrokeKind::Inside);
        }
    }

    /// The territories that stay as they are while the others step back: those of a line of the
    /// legend or of an indicator that is pointed at, else several that are selected, else those
    /// that a filter keeps; `None` when nothing steps back.
    fn bright(&self) -> Option<&[TerritoryId]> {
        let selection = self.session.standpoint().selection.as_slice();
        match (self.pointed, selection) {
            ([_, _, ..], _) => Some(self.pointed),
            (_, [_, _, ..]) => Some(selection),
            _ => self.kept,
        }
    }

    /// How opaque the territories are. On the terrain their colour gives way to the streets as one
    /// comes closer.
    pub fn opacity(&self) -> f32 {
        const FAR: (f32, f32) = (1_000.0, 0.7);
        const NEAR: (f32, f32) = (25.0, 0.2);
        if self.kind == ViewKind::Carte {
            return 1.0;
        }
        let metres = self.view.metres_per_unit().clamp(NEAR.0, FAR.0);
        let part = (metres / NEAR.0).ln() / (FAR.0 / NEAR.0).ln();
        NEAR.1 + part * (FAR.1 - NEAR.1)
    }

    fn seen(&self, clip: Rect, pixels_per_point: f32) -> Seen {
        Seen {
            picture: Same(Arc::clone(self.picture)),
            view: self.view,
            clip,
            opacity: self.opacity(),
            // Schools take their place.
            is_labelled: self.marks.is_empty(),
            pixels_per_point,
        }
    }

    /// The values on the territories.
    fn labels(&self, clip: Rect, frames: &[Node]) -> Vec<Node> {
        let nodes = draw_labels(&place_labels(self.picture, &self.view, clip, frames));
        if self.kind == ViewKind::Carte {
            return nodes;
        }
        // Over tiles of any colour, text stands on a halo of its own.
        let light = Theme::light();
        let over_tiles = |node| match node {
            Node::Text(text) => Node::Text(text.haloed(light.paper).coloured(light.text)),
            other => other,
        };
        nodes.into_iter().map(over_tiles).collect()
    }
}
