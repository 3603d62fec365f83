//! Which outlines are looked at, on which plane: others once they are laid out, on a thread of its
//! own.

use std::sync::Arc;

use egui::Context;

use super::ViewKind;
use crate::{
    app::job::{Job, Progress},
    outline::{Outlines, Plane},
};

/// Outlines on one of their planes.
#[derive(Clone)]
pub struct Ground {
    pub outlines: Arc<Outlines>,
    pub kind: ViewKind,
}

impl Ground {
    /// The plane.
    pub fn plane(&self) -> &Plane {
        self.kind.outlines(&self.outlines)
    }

    /// Whether it is the same one.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.outlines, &other.outlines) && self.kind == other.kind
    }

    /// Whether looking at it costs a frame nothing but its drawing.
    fn is_ready(&self) -> bool {
        self.kind.at_hand(&self.outlines).is_some_and(Plane::is_ready)
    }
}

/// What is shown, and what is laid out to be shown next.
#[derive(Default)]
pub struct Grounds {
    shown: Option<Ground>,
    laying: Option<Job<()>>,
}

impl Grounds {
    /// What is wanted as soon as it is ready; until then what was shown before, if anything.
    pub fn follow(&mut self, ctx: &Context, wanted: Ground) -> Option<Ground> {
        if self.shown.as_ref().is_none_or(|shown| !shown.is(&wanted)) {
            if wanted.is_ready() {
                self.shown = Some(wanted);
                self.laying = None;
            } else {
                self.lay(ctx, wanted);
            }
        }
        self.shown.clone()
    }

    /// Whether something is being laid out.
    pub fn is_laying(&self) -> bool {
        self.laying.is_some()
    }

    fn lay(&mut self, ctx: &Context, wanted: Ground) {
        match self.laying.as_ref().map(Job::progress) {
            Some(Progress::Running) => return ctx.request_repaint(),
            // It broke on its thread: where it is, a person learns why.
            Some(Progress::GivenUp | Progress::Broken(_)) => {
                self.shown = Some(wanted);
                self.laying = None;
                return;
            }
            Some(Progress::Done(())) | None => {}
        }
        let work = move |_: &_| {
            wanted.plane().get_ready();
            Some(())
        };
        self.laying = Some(Job::start("Préparation de la carte", ctx, work));
        ctx.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use std::{thread, time::Duration};

    use super::*;
    use crate::outline::DEPARTEMENTS_GEOJSON;

    #[test]
    fn the_map_stays_until_the_terrain_is_laid_out() {
        let outlines = Arc::new(Outlines::read(DEPARTEMENTS_GEOJSON).unwrap().0);
        let (ctx, mut grounds) = (Context::default(), Grounds::default());
        let on = |kind| Ground { outlines: Arc::clone(&outlines), kind };
        assert!(grounds.follow(&ctx, on(ViewKind::Carte)).is_none(), "nobody waits for it");
        let mut shown = |kind| {
            let mut seen = Vec::new();
            for _ in 0..20_000 {
                let ground = grounds.follow(&ctx, on(kind));
                seen.extend(ground.map(|ground| ground.kind));
                if seen.last() == Some(&kind) {
                    break;
                }
                thread::sleep(Duration::from_millis(2));
            }
            assert!(!grounds.is_laying());
            seen
        };
        assert_eq!(shown(ViewKind::Carte), [ViewKind::Carte]);
        let seen = shown(ViewKind::Terrain);
        assert_eq!((seen.first(), seen.last()), (Some(&ViewKind::Carte), Some(&ViewKind::Terrain)));
        assert_eq!(shown(ViewKind::Carte), [ViewKind::Carte], "it is still there");
    }
}
