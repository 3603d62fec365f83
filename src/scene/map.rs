//! A map as plain data: areas with their ink, borders with their strokes.

use std::{collections::HashMap, sync::Arc};

use super::{geometry::Stroke, ink::Ink};
use crate::{
    cartography::{Figure, Symbology, Theme},
    outline::{Area, BorderKind, FrameId, Layer},
    territory::{Level, TerritoryId},
};

/// Everything a painter needs to draw a map, whatever the view.
#[derive(Clone, Debug)]
pub struct MapPicture {
    /// Where things are.
    pub layer: Arc<Layer>,
    /// The same areas in the same order with every point of their borders, in which labels are
    /// placed.
    pub exact: Arc<Layer>,
    /// How each area of the layer is filled, in the same order.
    pub areas: Vec<PaintedArea>,
    /// How borders are drawn.
    pub strokes: MapStrokes,
}

/// How an area is filled, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct PaintedArea {
    /// Its fill.
    pub ink: Ink,
    /// Its name and value, for a tooltip and for whoever cannot see it: « Loire : 75 % ».
    pub label: Arc<str>,
    /// What is written on it, if anything.
    pub figure: Option<Figure>,
}

/// The lines of the borders, by kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapStrokes {
    /// Between two territories.
    pub inner: BorderLine,
    /// Between two régions, on a map of départements.
    pub region: BorderLine,
    /// Along the sea and other countries.
    pub outer: BorderLine,
}

/// What a border is drawn with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BorderLine {
    /// The line itself.
    pub stroke: Stroke,
    /// A wider one below, so that it shows on any colour and over any hatch.
    pub casing: Option<Stroke>,
}

impl From<Stroke> for BorderLine {
    fn from(stroke: Stroke) -> Self {
        Self { stroke, casing: None }
    }
}

impl MapStrokes {
    /// The line of a kind of border.
    pub fn of(&self, kind: BorderKind) -> BorderLine {
        match kind {
            BorderKind::Inner => self.inner,
            BorderKind::Region => self.region,
            BorderKind::Outer => self.outer,
        }
    }

    pub(super) fn themed(theme: &Theme) -> Self {
        Self {
            inner: BorderLine {
                stroke: Stroke { colour: theme.border_inner, width: 0.5 },
                casing: Some(Stroke { colour: theme.paper, width: 1.5 }),
            },
            region: BorderLine {
                stroke: Stroke { colour: theme.border_region, width: 0.9 },
                casing: Some(Stroke { colour: theme.paper, width: 2.4 }),
            },
            outer: Stroke { colour: theme.border_outer, width: 0.9 }.into(),
        }
    }
}

impl MapPicture {
    /// What of it lies in some parts of the composition.
    #[must_use]
    pub fn part(&self, is_kept: impl Fn(FrameId) -> bool) -> Self {
        let painted = self.layer.areas.iter().zip(&self.areas);
        let kept = painted.filter(|(area, _)| is_kept(area.frame));
        let areas = kept.map(|(_, painted)| painted.clone()).collect();
        let [layer, exact] = [&self.layer, &self.exact].map(|layer| Arc::new(layer.part(&is_kept)));
        Self { layer, exact, areas, strokes: self.strokes }
    }

    /// The same with borders that show over whatever colours lie below the map.
    #[must_use]
    pub fn over_tiles(self, theme: &Theme) -> Self {
        // Thinner than a point: wider lines cost a frame several times as much.
        let stroke = |colour| Stroke { colour, width: 0.9 };
        let weak = stroke(theme.text_weak).into();
        let strokes = MapStrokes { inner: weak, region: stroke(theme.text).into(), outer: weak };
        Self { strokes, ..self }
    }

    /// Puts the symbols of a level onto its outlines, as they are drawn and with every point.
    /// `label` says what a territory's area says.
    pub fn new(
        [layer, exact]: [Arc<Layer>; 2],
        symbology: &Symbology,
        label: impl Fn(TerritoryId) -> String,
        theme: &Theme,
    ) -> Self {
        let painted: HashMap<TerritoryId, PaintedArea> = symbology
            .symbols
            .iter()
            .map(|symbol| {
                let label = label(symbol.territory).into();
                let (ink, figure) = (Ink::of(symbol.fill, theme), symbol.figure.clone());
                (symbol.territory, PaintedArea { ink, label, figure })
            })
            .collect();
        // What lies outside the place steps back, and says nothing.
        let nothing = PaintedArea { ink: theme.panel.into(), label: "".into(), figure: None };
        let areas = layer
            .areas
            .iter()
            .map(|area| painted.get(&area.territory).unwrap_or(&nothing).clone())
            .collect();
        let mut strokes = MapStrokes::themed(theme);
        // Régions and académies are few, and parted as strongly as régions on a map of départements.
        let is_coarse = |area: &Area| area.territory.level() != Level::Departement;
        if layer.areas.first().is_some_and(is_coarse) {
            strokes.inner = strokes.region;
        }
        Self { layer, exact, areas, strokes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cartography::Palette;

    /// The line or its casing is told from the colour on both sides.
    #[test]
    fn every_border_between_two_areas_shows_on_every_colour() {
        for theme in [Theme::light(), Theme::dark()] {
            let strokes = MapStrokes::themed(theme);
            let tints = Palette::shares().tints().map(|tint| tint.on(theme));
            let grounds = tints.chain([theme.gap]);
            for ground in grounds {
                for border in [strokes.inner, strokes.region] {
                    let lines = border.casing.into_iter().chain([border.stroke]);
                    let contrast =
                        lines.map(|line| line.colour.contrast(ground)).fold(1.0, f64::max);
                    assert!(contrast >= 1.8, "{contrast} on {}", ground.hex());
                }
            }
            let width = |border: BorderLine| border.casing.unwrap_or(border.stroke).width;
            assert!((1.0..=1.5).contains(&width(strokes.inner)));
            assert!(width(strokes.region) > width(strokes.inner));
        }
    }
}
