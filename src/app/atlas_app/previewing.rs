//! The preview of the files of the map, and of one that was refused.

use super::AtlasApp;
use crate::app::Action;

impl AtlasApp {
    /// Carries out what is asked of the preview; it takes the place of the table.
    pub(super) fn preview_files(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::TogglePreview => {
                if self.preview.is_of_refused() {
                    self.files.forget_refused();
                }
                self.preview.toggle();
            }
            Action::ShowPreview => self.preview.show(),
            Action::ShowReadingSettings => self.preview.show_settings(),
            Action::ShowRefused => {
                self.preview.show_refused();
                self.notices.close_previews();
            }
            Action::DecideRefused(choice) => self.files.decide_refused(ctx, choice),
            _ => {}
        }
        self.table_shown &= !self.preview.is_open();
    }
}
