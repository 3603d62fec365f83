//! Which schools are counted: public, private, agricultural.

use egui::Ui;

use crate::{
    app::{
        Action, theme,
        widgets::{checkbox_ui, choice_ui, strong, weak},
        words::Words,
    },
    coverage::school::{Perimeter, Sector},
    project::{Command, Session},
};

/// The switches, where the data list schools one by one or tell both sectors.
pub fn perimeter_ui(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let schools = session.dataset().schools();
    let tells_sectors = session.dataset().tells_sectors();
    if schools.is_empty() && !tells_sectors {
        return;
    }
    let perimeter = session.document().perimeter;
    ui.add_space(theme::space().small);
    ui.say(strong("Établissements comptés", theme::text().body));
    if tells_sectors {
        let choices = [
            (None, "Tous", "Publics et privés"),
            (Some(Sector::Public), "Publics", "Publics seulement"),
            (Some(Sector::Prive), "Privés", "Privés seulement"),
        ];
        ui.horizontal(|ui| {
            if let Some(sector) = choice_ui(ui, "Secteur", perimeter.sector, &choices) {
                actions.push(Command::Count(Perimeter { sector, ..perimeter }).into());
            }
        });
    } else {
        ui.say(weak(ui, "Le fichier ne dit pas lesquels sont publics ou privés."));
    }
    if schools.has_agricultural() {
        let mut agricultural = perimeter.agricultural;
        if checkbox_ui(ui, &mut agricultural, "Avec les lycées agricoles").changed() {
            actions.push(Command::Count(Perimeter { agricultural, ..perimeter }).into());
        }
    }
}
