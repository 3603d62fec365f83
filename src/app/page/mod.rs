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
    memo::Same,
    outline::Outlines,
    project::Session,
    scene::{Block, Rect},
};

/// Dots per inch of a picture for a screen: a page as wide as a web page has 1 600 pixels.
const FOR_SCREENS: f32 = 153.6;

/// How fine the pixels of a saved picture are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// For a screen.
    #[default]
    Screen,
    /// 300 dots per inch.
    Print,
    /// 600 dots per inch.
    FinePrint,
}

impl Density {
    const ALL: [Self; 3] = [Self::Screen, Self::Print, Self::FinePrint];

    fn label(self) -> &'static str {
        match self {
            Self::Screen => "Écran (154 ppp)",
            Self::Print => "Impression (300 ppp)",
            Self::FinePrint => "Impression fine (600 ppp)",
        }
    }

    /// Pixels across of a page.
    pub fn pixels(self, page_width: f32) -> u32 {
        let dots = match self {
            Self::Screen => FOR_SCREENS,
            Self::Print => 300.0,
            Self::FinePrint => 600.0,
        };
        (page_width / 96.0 * dots).round() as u32
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
        let (width, _) = session.document().page.spec.format.size();
        self.density.pixels(width)
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
