//! The page as its files will be: laid out and painted in pixels on a thread of its own.

use std::sync::Arc;

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::{
    app::job::{Job, Progress},
    coverage::Dataset,
    memo::Same,
    outline::Outlines,
    project::Reading,
    render::{Pixels, to_pixels},
    scene::{Block, PageLayout, PageText, Rect},
};

/// What a page depends on.
#[derive(Clone, PartialEq)]
pub struct Wanted {
    pub reading: Same<Reading>,
    pub dataset: Same<Dataset>,
    pub outlines: Same<Outlines>,
    /// Pixels across.
    pub width: u32,
}

/// A page, ready to be looked at.
pub struct Drawn {
    pub layout: PageLayout,
    /// The words that are proposed for it.
    pub proposed: PageText,
    pub texture: TextureHandle,
    /// The reading that it shows.
    pub reading: Arc<Reading>,
}

impl Drawn {
    /// What a block takes of the page, in page units; `None` where it is not on it.
    pub fn rect_of(&self, block: Block) -> Option<Rect> {
        let placed = self.layout.blocks.iter().filter(|placed| placed.block == block);
        placed.map(|placed| placed.rect).reduce(|one, other| one.around(&other))
    }
}

/// The page, and the one that comes after it.
#[derive(Default)]
pub struct Pages {
    shown: Option<(Wanted, Drawn)>,
    making: Option<(Wanted, Job<Result<Made, String>>)>,
    /// Why the last one could not be made, and for what.
    failed: Option<(Wanted, String)>,
}

struct Made {
    layout: PageLayout,
    proposed: PageText,
    pixels: Pixels,
}

impl Pages {
    /// Has a page made; until it is there, the one before it is shown.
    pub fn follow(&mut self, ctx: &Context, wanted: &Wanted) {
        self.receive(ctx);
        let is_it = |(of, _): &(Wanted, Drawn)| of == wanted;
        let has_failed = self.failed.as_ref().is_some_and(|(of, _)| of == wanted);
        if self.making.is_none() && !has_failed && !self.shown.as_ref().is_some_and(is_it) {
            let work = wanted.clone();
            let job = Job::start("Mise en page", ctx, move |_| Some(work.made()));
            self.making = Some((wanted.clone(), job));
        }
    }

    /// The page that is there.
    pub fn shown(&self) -> Option<&Drawn> {
        self.shown.as_ref().map(|(_, drawn)| drawn)
    }

    /// Why there is none as it is asked for, in a sentence.
    pub fn fault(&self) -> Option<&str> {
        self.failed.as_ref().map(|(_, sentence)| sentence.as_str())
    }

    /// Whether one is being made.
    pub fn is_making(&self) -> bool {
        self.making.is_some()
    }

    fn receive(&mut self, ctx: &Context) {
        let Some((wanted, job)) = &self.making else { return };
        let made = match job.progress() {
            Progress::Running => return,
            Progress::Done(made) => made,
            Progress::GivenUp => Err(String::new()),
            Progress::Broken(sentence) => Err(sentence),
        };
        let wanted = wanted.clone();
        self.making = None;
        match made {
            Ok(Made { layout, proposed, pixels }) => {
                let size = [pixels.width as usize, pixels.height as usize];
                let image = ColorImage::from_rgba_premultiplied(size, &pixels.rgba);
                let texture = ctx.load_texture("page", image, TextureOptions::LINEAR);
                let reading = Arc::clone(&wanted.reading.0);
                self.failed = None;
                self.shown = Some((wanted, Drawn { layout, proposed, texture, reading }));
            }
            Err(sentence) => self.failed = Some((wanted, sentence)),
        }
        ctx.request_repaint();
    }
}

impl Wanted {
    fn made(&self) -> Result<Made, String> {
        let Self {
            reading: Same(reading),
            dataset: Same(dataset),
            outlines: Same(outlines),
            width,
        } = self;
        let layout = reading.layout(dataset, outlines, *width);
        let pixels = to_pixels(&layout.scene, *width).map_err(|error| error.to_string())?;
        Ok(Made { layout, proposed: reading.proposed_text(dataset, outlines), pixels })
    }
}
