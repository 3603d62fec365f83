//! Commands looked for by name, or by what others call them.

use super::{Action, Resize, TerrainRequest, entries::Entry, finder::Found, shortcuts::keys_of};
use crate::{project::Command, table::normalise};

/// What people also call a command.
fn also_called(action: &Action) -> &'static str {
    match action {
        Action::OpenFile => "charger importer lire fichier données tableur csv excel",
        Action::AddFile => "joindre fusionner compléter",
        Action::TogglePage => "page rapport figure image pdf mise en page",
        Action::ExportPicture => {
            "télécharger imprimer sauvegarder sauver enregistrer image png svg pdf figure exporter"
        }
        Action::SaveTable | Action::SaveRows => {
            "télécharger sauvegarder sauver exporter tableau tableur données csv excel xlsx"
        }
        Action::SaveTemplate(_) => "télécharger sauvegarder sauver gabarit exemple à remplir",
        Action::CopyPicture => "presse-papiers coller figure",
        Action::Undo => "défaire revenir",
        Action::Redo => "refaire",
        Action::Quit => "fermer sortir",
        Action::Find => "chercher trouver",
        Action::ShowPalette => "palette menu",
        Action::Fit => "recadrer tout voir entier",
        Action::ZoomIn => "agrandir plus grossir",
        Action::ZoomOut => "reduire moins",
        Action::Resize(Resize::Larger | Resize::Smaller | Resize::Usual) => "police texte zoom",
        Action::Terrain(TerrainRequest::Toggle | TerrainRequest::ChooseSource) => {
            "rues plan ign openstreetmap tuiles"
        }
        Action::ToggleTable => "lignes liste",
        Action::ToggleSidePanel => "légende fiche panneau",
        Action::UseTheme(_) => "mode couleurs jour nuit",
        Action::TogglePlayback => "jouer animer animation temps",
        Action::ShowShortcuts => "touches aide",
        Action::ShowAbout => "version licence crédits aide",
        Action::Do(Command::UseEdition(_)) => "découpage réforme",
        Action::Do(Command::Count(_)) => "secteur",
        _ => "",
    }
}

/// The commands whose name, or whose other names, hold all that was typed: those that can be given
/// first, and before the others those that are called so.
pub fn commands(text: &str, entries: &[Entry]) -> Vec<Found> {
    let words: Vec<String> =
        text.split_whitespace().map(|word| normalise(word).into_owned()).collect();
    let holds = |name: &str| words.iter().all(|word| name.contains(word));
    let mut found: Vec<(bool, Found)> = entries
        .iter()
        .filter_map(|entry| {
            let name = format!("{} {}", entry.menu.label(), entry.label);
            let is_called = holds(&normalise(&name));
            let also = format!("{name} {}", also_called(&entry.action));
            let found = is_called || holds(&normalise(&also));
            found.then(|| (is_called, found_of(entry)))
        })
        .collect();
    found.sort_by_key(|(is_called, one)| (!one.enabled, !is_called));
    found.into_iter().map(|(_, one)| one).collect()
}

fn found_of(entry: &Entry) -> Found {
    let keys = keys_of(&entry.action);
    let detail = match keys {
        "" => entry.menu.label().to_owned(),
        keys => format!("{} · {keys}", entry.menu.label()),
    };
    Found {
        title: entry.label.clone(),
        marks: vec![],
        detail,
        action: entry.action.clone(),
        enabled: entry.enabled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::entries::{Surroundings, entries},
        project::{Document, Session},
    };

    fn found(text: &str) -> Vec<Action> {
        let session = Session::new(Document::default());
        let around = Surroundings {
            recent: &[],
            playing: false,
            terrain: false,
            table: false,
            theme: egui::ThemePreference::System,
        };
        let all = entries(&session, &around);
        commands(text, &all).into_iter().map(|one| one.action).collect()
    }

    #[test]
    fn what_others_call_a_command_finds_it() {
        for (text, action) in [
            ("télécharger", Action::ExportPicture),
            ("Imprimer", Action::ExportPicture),
            ("sauvegarder", Action::SaveTable),
            ("sauver", Action::SaveRows),
            ("excel", Action::SaveTable),
            ("nuit", Action::UseTheme(egui::ThemePreference::Dark)),
            ("défaire", Action::Undo),
        ] {
            assert!(found(text).contains(&action), "{text}");
        }
    }

    #[test]
    fn a_command_of_that_very_name_comes_before_one_that_is_also_called_so() {
        assert_eq!(found("exporter").first(), Some(&Action::TogglePage));
        assert!(found("exporter").contains(&Action::SaveTable));
        assert!(found("n’importe quoi").is_empty());
    }
}
