//! The page of the report in the place of the map: seen as its files will be, and changed there.

mod drawn;
mod panel;
mod preview;
mod texts;

use std::sync::Arc;

use egui::Ui;

use self::drawn::{Pages, Wanted};
use super::Action;
use crate::{
    french,
    memo::Same,
    outline::Outlines,
    project::Session,
    scene::{Block, PRINT, PageFormat, Rect},
};

/// How fine the pixels of a saved picture are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// As usual for the size of the page.
    #[default]
    Usual,
    /// As on paper.
    Print,
    /// Twice as fine.
    FinePrint,
}

impl Density {
    const ALL: [Self; 3] = [Self::Usual, Self::Print, Self::FinePrint];

    /// « Usuelle (1 600 pixels) ».
    fn label(self, format: PageFormat) -> String {
        let pixels = french::integer(self.pixels(format).into());
        match self {
            Self::Usual => format!("Usuelle ({pixels} pixels)"),
            Self::Print => format!("{PRINT} points par pouce ({pixels} pixels)"),
            Self::FinePrint => format!("{} points par pouce ({pixels} pixels)", 2 * PRINT),
        }
    }

    /// Pixels across of a page.
    fn pixels(self, format: PageFormat) -> u32 {
        match self {
            Self::Usual => format.usual_pixels(),
            Self::Print => format.pixels_at(PRINT),
            Self::FinePrint => format.pixels_at(2 * PRINT),
        }
    }
}

/// The page, and what it remembers from frame to frame.
#[derive(Default)]
pub struct PagePanel {
    is_open: bool,
    density: Density,
    pages: Pages,
    /// The text that is written on the page itself.
    editing: Option<Editing>,
    /// A block that was clicked: its line in the panel takes the focus.
    sought: Option<Block>,
}

/// A text that is written in its place.
struct Editing {
    block: Block,
    text: String,
    /// It has had the focus.
    begun: bool,
}

impl PagePanel {
    /// Whether it stands in the place of the map.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Puts it in the place of the map, or goes back to that.
    pub fn toggle(&mut self) {
        self.is_open = !self.is_open;
        self.editing = None;
    }

    /// Whether it is still being laid out.
    pub fn is_preparing(&self) -> bool {
        self.is_open && self.pages.is_making()
    }

    /// Pixels across of a picture of the page.
    pub fn pixels(&self, session: &Session) -> u32 {
        self.density.pixels(session.document().page.spec.format)
    }

    /// The page, in the place of the map.
    pub fn page_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        outlines: &Arc<Outlines>,
        actions: &mut Vec<Action>,
    ) {
        let format = session.document().page.spec.format;
        let (width, height) = format.size();
        let known = self.pages.shown().map(|drawn| drawn.layout.scene.height);
        let height = height.or(known).unwrap_or(width);
        let room = preview::room(ui);
        let scale = (room.width() / width).min(room.height() / height).max(0.05);
        let wanted = Wanted {
            reading: Same(Arc::clone(session.reading())),
            dataset: Same(session.shared_dataset()),
            outlines: Same(Arc::clone(outlines)),
            width: (width * scale * ui.pixels_per_point()).round().max(1.0) as u32,
        };
        self.pages.follow(ui.ctx(), &wanted);
        preview::preview_ui(ui, self, room, session, outlines, actions);
    }

    /// What stands on the page, and how large it is.
    pub fn panel_ui(&mut self, ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
        panel::panel_ui(ui, self, session, actions);
    }
}

/// From page units to points of the window.
#[derive(Clone, Copy)]
struct OnScreen {
    page: egui::Rect,
    scale: f32,
}

impl OnScreen {
    fn rect(&self, rect: Rect) -> egui::Rect {
        let at = |x: f32, y: f32| self.page.min + egui::vec2(x, y) * self.scale;
        egui::Rect::from_min_max(at(rect.x, rect.y), at(rect.right(), rect.bottom()))
    }

    fn point(&self, at: egui::Pos2) -> [f32; 2] {
        ((at - self.page.min) / self.scale).into()
    }
}
