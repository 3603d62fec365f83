//! A map in an SVG: its territories, their hatches, their borders.

use std::fmt::Write as _;

use super::{
    Writer,
    writing::{escaped, path, stroke_attributes},
};
use crate::{
    outline::FrameId,
    scene::MapNode,
    territory::{Level, TerritoryId},
};

impl<'a> Writer<'a> {
    pub(super) fn map(&mut self, map: &'a MapNode) {
        self.areas(map);
        self.hatches(map);
        self.borders(map);
    }

    fn areas(&mut self, map: &MapNode) {
        let id = self.identifier("territoires");
        let _ = writeln!(self.body, "<g id=\"{id}\" fill-rule=\"evenodd\">");
        for (area, painted) in map.areas() {
            let mut data = String::new();
            for ring in map.rings(area) {
                path(&mut data, &ring);
                data.push('z');
            }
            if data.is_empty() {
                continue;
            }
            let id = self.identifier(&name(area.territory, area.frame));
            let _ = writeln!(
                self.body,
                "<path id=\"{id}\" fill=\"{}\" d=\"{data}\"><title>{}</title></path>",
                painted.ink.colour.hex(),
                escaped(&painted.label)
            );
        }
        self.body.push_str("</g>\n");
    }

    /// One path for each hatch, over all territories that have it.
    fn hatches(&mut self, map: &MapNode) {
        let id = self.identifier("hachures");
        let _ = writeln!(self.body, "<g id=\"{id}\">");
        for (ink, lines) in map.hatches() {
            self.hatch(&ink, &lines);
        }
        self.body.push_str("</g>\n");
    }

    fn borders(&mut self, map: &MapNode) {
        let id = self.identifier("limites");
        let _ = writeln!(
            self.body,
            "<g id=\"{id}\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">"
        );
        for borders in map.borders() {
            let mut data = String::new();
            borders.lines.iter().for_each(|line| path(&mut data, line));
            let id = self.identifier("traits");
            let _ = writeln!(self.definitions, "<path id=\"{id}\" d=\"{data}\"/>");
            for stroke in borders.strokes {
                let stroke = stroke_attributes(stroke);
                let _ = writeln!(self.body, "<use xlink:href=\"#{id}\"{stroke}/>");
            }
        }
        self.body.push_str("</g>\n");
    }
}

/// `departement-75`, `region-11`; `departement-75-zoom` for what the zoom shows again.
fn name(territory: TerritoryId, frame: FrameId) -> String {
    let level = match territory.level() {
        Level::France => "france",
        Level::Region => "region",
        Level::Academie => "academie",
        Level::Departement => "departement",
    };
    let code = territory.code().map(|code| code.to_string()).unwrap_or_default();
    let zoom = if frame == FrameId::Paris { "-zoom" } else { "" };
    format!("{level}-{code}{zoom}")
}
