//! Starting the window, or saying why there is none.

use std::{path::PathBuf, process::ExitCode};

use super::{AtlasApp, loading::Loading};
use crate::{disk, outline::OutlineFiles, project::Document};

const ICON: &[u8] = include_bytes!("../../assets/icon/icon-256.png");

/// What a machine without a screen is missing, and what can be done on it all the same.
const NO_WINDOW: &str = "\
La fenêtre ne peut pas s’ouvrir\u{202f}: aucun écran ou aucun pilote graphique n’a été trouvé.
Sous Debian ou Ubuntu, dans une session graphique, installez les paquets nécessaires :
  sudo apt-get install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 \
libgl1-mesa-dri
Sans écran, « atlas-ent export --sortie carte.png » écrit une carte tout de même.";

/// Opens the window on some outlines, and on a file of one's own if there is one, and stays until it is closed.
pub fn run(files: OutlineFiles, data: Vec<PathBuf>) -> ExitCode {
    let document = Document::default();
    // Outlines are read while the window is being made; its first frame finds them ready.
    let loading = Loading::start(files);
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Atlas ENT")
        .with_app_id("atlas-ent")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([700.0, 500.0]);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions {
        viewport,
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    let result = eframe::run_native(
        "atlas-ent",
        options,
        Box::new(move |context| {
            let mut app = AtlasApp::opening(context, document, loading);
            if let Some(report) = disk::crash::left_behind() {
                app.tell_defect(report);
            }
            app.open_paths(&context.egui_ctx, data);
            Ok(Box::new(app))
        }),
    );
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            disk::complain(&format!("{NO_WINDOW}\n({error})"));
            ExitCode::FAILURE
        }
    }
}
