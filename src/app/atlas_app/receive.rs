//! What other threads have done: outlines, files, pictures.

use super::{AtlasApp, carry_out::UNDECIDED};
use crate::{
    app::{
        PathPurpose,
        export_picture::Exported,
        job::Progress,
        overlay::Overlay,
        panels::{notices::Notice, side::SideTab},
    },
    french::NARROW_SPACE,
};

impl AtlasApp {
    pub(super) fn receive_outlines(&mut self, ctx: &egui::Context) {
        let news = self.own_outlines.work(ctx, &mut self.session);
        self.notices.extend(news.notices);
        if let Some(outlines) = news.shown {
            self.outlines = Some(outlines);
        }
        if news.no_dialog {
            self.ask_for_path(PathPurpose::OpenOutlines);
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
            self.notices.close(UNDECIDED);
        }
        if let Some(read) = news.outlines {
            let told = self.own_outlines.show(read, &mut self.session);
            self.notices.extend(told);
        }
        if news.opened {
            self.show_import();
            self.preview.forget_refused();
            self.notices.close_previews();
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
        self.overlay = Some(Overlay::path(purpose));
    }

    pub(super) fn receive_exports(&mut self, ctx: &egui::Context) {
        for (purpose, exported) in self.exporting.take_ended() {
            match exported.unwrap_or_else(Exported::Failed) {
                Exported::File { what, path } => {
                    let text = format!("{what}\u{202f}: {}", path.display());
                    self.notices.push(Notice::done(text).about(path));
                }
                Exported::Exists(path) => self.overlay = Some(Overlay::Replace(purpose, path)),
                Exported::Picture(pixels) => {
                    let size = [pixels.width as usize, pixels.height as usize];
                    ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(size, &pixels.rgba));
                    self.notices.push(Notice::done("Image copiée dans le presse-papiers."));
                }
                Exported::NoDialog => self.ask_for_path(purpose),
                Exported::Failed(sentence) => self.notices.push(Notice::warning(sentence)),
            }
        }
    }

    /// What came of showing a file outside of the program; only what failed needs words.
    pub(super) fn receive_shown(&mut self) {
        let Some(job) = &self.showing else { return };
        let failed = match job.progress() {
            Progress::Running => return,
            Progress::GivenUp | Progress::Done(Ok(())) => None,
            Progress::Done(Err(reason)) => {
                Some(format!("Fichier non affiché{NARROW_SPACE}: {reason}"))
            }
            Progress::Broken(sentence) => Some(sentence),
        };
        self.showing = None;
        self.notices.extend(failed.map(Notice::warning));
    }
}
