//! The picture of the map, made on a thread of its own unless all that it needs is at hand.
//!
//! Until it is made, the one before is shown: another level, another edition or a finer detail
//! never keeps a frame waiting.

use std::{
    sync::Arc,
    thread::{self, JoinHandle},
};

use egui::Context;

use super::{ViewKind, grounds::Ground};
use crate::{
    app::job::{Job, Progress},
    cartography::Theme,
    outline::Detail,
    project::Reading,
    scene::MapPicture,
};

/// What a picture is made of.
#[derive(Clone)]
pub struct Wanted {
    pub ground: Ground,
    pub reading: Arc<Reading>,
    pub detail: Detail,
    pub theme: &'static Theme,
}

/// A picture and what it was made of.
struct Made {
    of: Wanted,
    picture: Arc<MapPicture>,
}

/// The picture that is shown, and the one that is being made.
#[derive(Default)]
pub struct Pictures {
    shown: Option<Made>,
    making: Option<Job<Made>>,
    /// Where the levels that a person may ask for next are prepared.
    ahead: Option<(Ground, JoinHandle<()>)>,
}

impl Wanted {
    fn is(&self, other: &Self) -> bool {
        self.ground.is(&other.ground)
            && Arc::ptr_eq(&self.reading, &other.reading)
            && self.detail == other.detail
            && std::ptr::eq(self.theme, other.theme)
    }

    fn picture(&self) -> MapPicture {
        let picture = self.reading.picture(self.ground.plane(), self.detail, self.theme);
        match self.ground.kind {
            ViewKind::Carte => picture,
            ViewKind::Terrain => picture.over_tiles(self.theme),
        }
    }

    /// The picture, ready to be painted; perhaps after a while.
    fn make(self) -> Made {
        let picture = self.picture();
        picture.prepare();
        Made { of: self, picture: Arc::new(picture) }
    }

    /// The picture, if nothing has to be made for it but colours.
    fn at_hand(&self) -> Option<Made> {
        let (level, edition) = (self.reading.level(), self.reading.document.edition);
        for detail in [self.detail, Detail::FULL] {
            self.ground.plane().layer_at_hand(level, edition, detail)?;
        }
        let picture = self.picture();
        picture.is_prepared().then(|| Made { of: self.clone(), picture: Arc::new(picture) })
    }
}

impl Pictures {
    /// The picture that is wanted, or the one before it on the same plane, if there is one.
    pub fn picture(&mut self, ctx: &Context, wanted: &Wanted) -> Option<Arc<MapPicture>> {
        self.receive(wanted);
        let is_fresh = |shown: &Made| shown.of.is(wanted);
        if self.making.is_none() && !self.shown.as_ref().is_some_and(is_fresh) {
            match wanted.at_hand() {
                Some(made) => self.shown = Some(made),
                None => {
                    let wanted = wanted.clone();
                    let make = move |_: &_| Some(wanted.make());
                    self.making = Some(Job::start("Préparation de la carte", ctx, make));
                }
            }
        }
        if self.making.is_some() {
            ctx.request_repaint();
        } else {
            self.look_ahead(wanted);
        }
        let shown = self.shown.as_ref().filter(|shown| shown.of.ground.is(&wanted.ground));
        shown.map(|shown| Arc::clone(&shown.picture))
    }

    /// Whether a picture is being made.
    pub fn is_making(&self) -> bool {
        self.making.is_some()
    }

    fn receive(&mut self, wanted: &Wanted) {
        let Some(job) = &self.making else { return };
        match job.progress() {
            Progress::Running => return,
            Progress::Done(made) => self.shown = Some(made),
            // It broke on its thread: where it is, a person learns why.
            Progress::GivenUp | Progress::Broken(_) => self.shown = Some(wanted.clone().make()),
        }
        self.making = None;
    }

    /// Once a plane is looked at, its other levels and details are made before they are asked for.
    fn look_ahead(&mut self, wanted: &Wanted) {
        if self.ahead.as_ref().is_some_and(|(ground, _)| ground.is(&wanted.ground)) {
            return;
        }
        let Wanted { ground, reading, detail, .. } = wanted.clone();
        let at_work = thread::spawn(move || {
            ground.plane().prepare_details(reading.level(), reading.document.edition);
            ground.plane().prepare_levels(detail);
        });
        self.ahead = Some((wanted.ground.clone(), at_work));
    }

    /// Whether what may be asked for next is being prepared.
    pub fn is_looking_ahead(&self) -> bool {
        self.ahead.as_ref().is_some_and(|(_, at_work)| !at_work.is_finished())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{
        coverage::Embedded,
        outline::{DEPARTEMENTS_GEOJSON, Outlines},
        project::{Command, Document, Session},
        territory::Level,
    };

    fn example() -> Session {
        Session::new(Document { data: Embedded::Example.into(), ..Document::default() })
    }

    fn wanted(ground: &Ground, session: &Session, metres_per_point: f32) -> Wanted {
        Wanted {
            ground: ground.clone(),
            reading: Arc::clone(session.reading()),
            detail: Detail::for_scale(metres_per_point),
            theme: Theme::light(),
        }
    }

    /// The picture after as many frames as it takes.
    fn made(pictures: &mut Pictures, ctx: &Context, wanted: &Wanted) -> Arc<MapPicture> {
        for _ in 0..20_000 {
            let picture = pictures.picture(ctx, wanted);
            if let Some(picture) = picture.filter(|_| !pictures.is_making()) {
                return picture;
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("it is never made");
    }

    #[test]
    fn another_level_or_detail_leaves_the_former_picture_until_it_is_made() {
        let outlines = Arc::new(Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0);
        let ground = Ground { outlines, kind: ViewKind::Carte };
        let (ctx, mut pictures) = (Context::default(), Pictures::default());
        let mut session = example();
        let regions = wanted(&ground, &session, 2_000.0);
        assert!(pictures.picture(&ctx, &regions).is_none(), "nobody waits for the first one");
        let former = made(&mut pictures, &ctx, &regions);
        assert_eq!(former.layer.level, Level::Region);
        assert!(former.is_prepared());
        session.apply(Command::ShowLevel(Level::Departement));
        for metres_per_point in [2_000.0, 300.0] {
            let departements = wanted(&ground, &session, metres_per_point);
            let before = made(&mut pictures, &ctx, &regions);
            let meanwhile = pictures.picture(&ctx, &departements).unwrap();
            assert!(Arc::ptr_eq(&meanwhile, &before), "the frame takes what is there");
            let now = made(&mut pictures, &ctx, &departements);
            assert_eq!(now.layer.level, Level::Departement);
            assert!(now.is_prepared(), "a frame finds all that it asks for");
        }
    }

    #[test]
    fn coming_back_to_what_was_shown_takes_no_frame() {
        let outlines = Arc::new(Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0);
        let ground = Ground { outlines, kind: ViewKind::Carte };
        let (ctx, mut pictures) = (Context::default(), Pictures::default());
        let mut session = example();
        let regions = wanted(&ground, &session, 2_000.0);
        made(&mut pictures, &ctx, &regions);
        session.apply(Command::ShowLevel(Level::Departement));
        made(&mut pictures, &ctx, &wanted(&ground, &session, 2_000.0));
        session.apply(Command::ShowLevel(Level::Region));
        let again = pictures.picture(&ctx, &wanted(&ground, &session, 2_000.0)).unwrap();
        assert_eq!(again.layer.level, Level::Region);
        assert!(!pictures.is_making());
    }
}
