//! What other threads have done: outlines, files, pictures.

use std::sync::mpsc::TryRecvError;

use super::{AtlasApp, carry_out::UNDECIDED};
use crate::{
    app::{
        PathPurpose,
        dialogs::Dialog,
        export_picture::Exported,
        job::Progress,
        panels::{notices::Notice, side::SideTab},
    },
    outline::OutlineFiles,
};

impl AtlasApp {
    pub(super) fn receive(&mut self, ctx: &egui::Context) {
        let Some(receiver) = &self.loading else { return };
        match receiver.try_recv() {
            Ok(Ok((outlines, notices))) => {
                self.outlines = Some(outlines);
                self.notices.extend(notices.into_iter().map(Notice::warning));
                self.loading = None;
            }
            Ok(Err(error)) => {
                self.loading = None;
                let instead = if self.outlines.is_none() {
                    self.open_outlines(OutlineFiles::embedded());
                    "Les contours du programme sont utilisés."
                } else {
                    "La carte reste comme elle était."
                };
                self.notices.push(Notice::warning(format!("{error} {instead}")));
            }
            Err(TryRecvError::Empty) => {
                ctx.request_repaint_after(std::time::Duration::from_millis(5));
            }
            Err(TryRecvError::Disconnected) => {
                self.loading = None;
                self.notices.push(Notice::warning(
                    "La lecture des contours s’est interrompue\u{202f}: c’est un défaut du programme.",
                ));
            }
        }
    }

    /// Files that were dropped onto the window: the later ones are joined to the first.
    pub(super) fn receive_drops(&mut self, ctx: &egui::Context) {
        let paths: Vec<_> = ctx.input(|input| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect()
        });
        if !paths.is_empty() {
            self.files.open_paths(ctx, paths, &self.session);
        }
    }

    pub(super) fn receive_files(&mut self, ctx: &egui::Context) {
        let news = self.files.work(ctx, &mut self.session);
        self.notices.extend(news.notices);
        if self.session.questions().next().is_none() {
            self.notices.retain(|notice| notice.text != UNDECIDED);
        }
        if news.opened {
            self.show_import();
        }
        if news.no_dialog {
            self.ask_for_path(self.asked_for);
        }
    }

    /// Shows what was done with the files.
    pub(super) fn show_import(&mut self) {
        self.side_panel = true;
        self.side.show(SideTab::Import);
    }

    /// Asks for a path where the desktop has no dialog for it.
    pub(super) fn ask_for_path(&mut self, purpose: PathPurpose) {
        self.typed.clear();
        self.dialog = Some(Dialog::Path(purpose));
    }

    pub(super) fn receive_export(&mut self, ctx: &egui::Context) {
        let Some(job) = &self.exporting else { return };
        let exported = match job.progress() {
            Progress::Running => return,
            Progress::Ended => None,
            Progress::Done(exported) => Some(exported),
        };
        self.exporting = None;
        match exported {
            None => {}
            Some(Exported::File { what, path }) => {
                let text = format!("{what}\u{202f}: {}", path.display());
                self.notices.push(Notice::done(text));
            }
            Some(Exported::Picture(pixels)) => {
                let size = [pixels.width as usize, pixels.height as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(size, &pixels.rgba));
                self.notices.push(Notice::done("Image copiée dans le presse-papiers."));
            }
            Some(Exported::NoDialog) => self.ask_for_path(self.asked_for),
            Some(Exported::Failed(sentence)) => self.notices.push(Notice::warning(sentence)),
        }
    }
}
