//! « Fond de carte du terrain »: which tiles to use.

use std::path::Path;

use egui::{Button, RichText, Role, TextEdit, Ui, UiBuilder};

use crate::app::{
    Action, TerrainRequest,
    picker::Picked,
    theme,
    tiles::{TileAddress, TileSource},
    widgets::{dialog_ui, radio_ui, strong, tick_indent, weak},
    words::{Words, held},
};

/// What a person is choosing, not used yet.
pub struct SourcesForm {
    kind: Kind,
    address: String,
    path: String,
    error: Option<String>,
    /// Its file is being opened.
    waits: bool,
}

/// The kinds of sources, side by side in the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    PlanIgn,
    OpenStreetMap,
    Server,
    File,
}

impl SourcesForm {
    /// Begins with what is used now.
    pub fn of(source: &TileSource, file: Option<&Path>) -> Self {
        let (kind, address) = match source {
            TileSource::PlanIgn => (Kind::PlanIgn, String::new()),
            TileSource::OpenStreetMap => (Kind::OpenStreetMap, String::new()),
            TileSource::Server(address) => (Kind::Server, address.as_str().to_owned()),
            TileSource::File(_) => (Kind::File, String::new()),
        };
        let path = file.map(|file| file.display().to_string()).unwrap_or_default();
        Self { kind, address, path, error: None, waits: false }
    }

    /// Takes the file that was chosen in a dialog of the desktop, if it has one.
    pub fn choose_file(&mut self, picked: &Picked) {
        match picked {
            Picked::Path(path) => {
                self.path = path.display().to_string();
                (self.kind, self.error) = (Kind::File, None);
            }
            Picked::Nothing | Picked::Paths(_) => {}
            Picked::NoDialog => {
                let sentence =
                    "Ce bureau n’a pas de dialogue de fichiers\u{202f}: saisissez le chemin.";
                (self.kind, self.error) = (Kind::File, Some(sentence.to_owned()));
            }
        }
    }

    /// What was chosen; `None`, and a sentence in the dialog, when it cannot be used.
    pub fn checked(&mut self) -> Option<TileSource> {
        let source = match self.kind {
            Kind::PlanIgn => Ok(TileSource::PlanIgn),
            Kind::OpenStreetMap => Ok(TileSource::OpenStreetMap),
            Kind::Server => TileAddress::parse(&self.address)
                .map(TileSource::Server)
                .map_err(|error| error.to_string()),
            Kind::File => match self.path.trim() {
                "" => Err("Choisissez d’abord un fichier PMTiles ou MBTiles.".to_owned()),
                path => Ok(TileSource::File(path.into())),
            },
        };
        match source {
            Ok(source) => Some(source),
            Err(sentence) => {
                self.error = Some(sentence);
                None
            }
        }
    }

    /// Its file is being opened from now on.
    pub fn wait(&mut self) {
        (self.waits, self.error) = (true, None);
    }

    /// Says why a file cannot be used.
    pub fn refuse(&mut self, sentence: String) {
        (self.waits, self.error) = (false, Some(sentence));
    }

    /// Shows the dialog. Clicking beside it changes nothing.
    pub fn ui(&mut self, ctx: &egui::Context, actions: &mut Vec<Action>) {
        let closed = dialog_ui(ctx, "Fond de carte du terrain", theme::width().dialog, |ui| {
            ui.visuals_mut().indent_has_left_vline = false;
            ui.spacing_mut().indent = tick_indent();
            let group = UiBuilder::new()
                .accessibility_role(Role::RadioGroup)
                .accessibility_label("Images du fond");
            ui.scope_builder(group, |ui| self.choices_ui(ui, actions));
            if let Some(error) = &self.error {
                let warning = theme::colour(theme::current(ui.ctx()).warning);
                ui.say(RichText::new(error).color(warning));
            }
            ui.add_space(theme::space().medium);
            ui.horizontal(|ui| {
                let accent = theme::colour(theme::current(ui.ctx()).accent);
                let words = strong("Utiliser ce fond", theme::text().body).color(accent);
                let usable = Button::new(held(ui, words));
                if ui.add_enabled(!self.waits, usable).clicked() {
                    actions.push(TerrainRequest::UseSource.into());
                }
                if ui.button("Annuler").clicked() {
                    actions.push(Action::Dismiss);
                }
                if self.waits {
                    ui.spinner();
                    ui.say("Ouverture du fichier…");
                }
            });
        });
        if closed {
            actions.push(Action::Dismiss);
        }
    }

    fn choices_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        self.choice_ui(
            ui,
            Kind::PlanIgn,
            "Plan IGN",
            "La carte de la France par l’IGN, data.geopf.fr.",
        );
        self.choice_ui(
            ui,
            Kind::OpenStreetMap,
            "OpenStreetMap",
            "La carte libre du monde, tile.openstreetmap.org.",
        );
        self.choice_ui(ui, Kind::Server, "Un autre serveur", "Son adresse, avec {z}, {x} et {y}.");
        ui.indent("adresse", |ui| {
            let field = TextEdit::singleline(&mut self.address)
                .hint_text("https://exemple.fr/{z}/{x}/{y}.png")
                .desired_width(f32::INFINITY);
            let field = ui.add(field);
            field.widget_info(|| {
                egui::WidgetInfo::labeled(Role::TextInput, true, "Adresse du serveur")
            });
            if field.changed() {
                (self.kind, self.error) = (Kind::Server, None);
            }
        });
        self.choice_ui(
            ui,
            Kind::File,
            "Un fichier, sans réseau",
            "PMTiles ou MBTiles, avec des tuiles en images.",
        );
        ui.indent("fichier", |ui| {
            ui.horizontal(|ui| {
                if ui.button("Choisir un fichier…").clicked() {
                    actions.push(TerrainRequest::OpenFile.into());
                }
                let path = TextEdit::singleline(&mut self.path)
                    .hint_text("ou son chemin")
                    .desired_width(f32::INFINITY);
                let path = ui.add(path);
                path.widget_info(|| {
                    egui::WidgetInfo::labeled(Role::TextInput, true, "Chemin du fichier")
                });
                if path.changed() {
                    (self.kind, self.error) = (Kind::File, None);
                }
            });
        });
    }

    fn choice_ui(&mut self, ui: &mut Ui, kind: Kind, label: &str, explanation: &str) {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if radio_ui(ui, self.kind == kind, label).clicked() {
                (self.kind, self.error) = (kind, None);
            }
            ui.indent(label, |ui| ui.say(weak(ui, explanation)));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_used_is_said_and_not_used() {
        let mut form = SourcesForm::of(&TileSource::PlanIgn, None);
        assert_eq!(form.checked(), Some(TileSource::PlanIgn));
        form.kind = Kind::Server;
        form.address = "https://a.fr/{z}/{x}".into();
        assert_eq!(form.checked(), None);
        assert!(form.error.as_deref().is_some_and(|error| error.contains("{y}")));
        form.kind = Kind::File;
        assert_eq!(form.checked(), None);
        form.choose_file(&Picked::NoDialog);
        assert!(form.error.as_deref().is_some_and(|error| error.contains("saisissez le chemin")));
        form.choose_file(&Picked::Path("nulle-part/fond.pmtiles".into()));
        let chosen = TileSource::File("nulle-part/fond.pmtiles".into());
        assert_eq!((form.checked(), form.kind), (Some(chosen), Kind::File));
        form.wait();
        form.refuse("« fond.pmtiles » est endommagé ou incomplet.".to_owned());
        assert!(!form.waits && form.error.is_some());
    }
}
