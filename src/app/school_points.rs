//! The schools of the data as points of the map.

use std::sync::Arc;

use super::map::{MapPanel, SchoolLayer};
use crate::{
    coverage::{
        Dataset, Measure, SchoolType, Subject,
        school::{School, proper_name},
    },
    project::{Place, Session, school_points},
    territory::TerritoryId,
};

/// What the points were made for.
#[derive(Default)]
pub struct SchoolPoints {
    made_for: Option<MadeFor>,
    /// Some are on the map.
    shown: bool,
}

struct MadeFor {
    dataset: Arc<Dataset>,
    school_type: SchoolType,
    territory: TerritoryId,
    everywhere: bool,
}

impl SchoolPoints {
    /// Gives the map the schools of the place: in a département, or everywhere on the terrain.
    pub fn show(&mut self, map: &mut MapPanel, session: &Session, terrain: bool) {
        let document = session.document();
        let dataset = session.shared_dataset();
        let place = session.standpoint().place;
        let same = self.made_for.as_ref().is_some_and(|made| {
            Arc::ptr_eq(&made.dataset, &dataset)
                && made.school_type == document.school_type
                && made.territory == place.territory
                && made.everywhere == terrain
        });
        if same {
            return;
        }
        let wanted = terrain || matches!(place.territory, TerritoryId::Departement(_));
        let any = wanted && !dataset.schools().is_empty();
        if any {
            // Lists of schools say what is deployed.
            let subject = session.reading().name.subject.measured_by(Measure::Deploye);
            map.show_schools(layer(&dataset, subject, &place));
        } else if self.shown {
            map.show_schools(SchoolLayer::default());
        }
        self.shown = any;
        self.made_for = Some(MadeFor {
            dataset,
            school_type: document.school_type,
            territory: place.territory,
            everywhere: terrain,
        });
    }
}

/// The schools of a type in a place that are counted and can be placed.
fn layer(dataset: &Arc<Dataset>, subject: Subject, place: &Place) -> SchoolLayer {
    let points = school_points(dataset, subject.school_type, place).into();
    let dataset = Arc::clone(dataset);
    let name =
        Arc::new(move |key: u32| Some(named(dataset.schools().schools().get(key as usize)?)));
    SchoolLayer { points, name, subject: Arc::new(subject) }
}

/// « Champollion, Grenoble · lycée général et technologique »; its number where it has no name.
fn named(school: &School) -> String {
    let name = match school.name.as_str() {
        "" => school.uai.to_string(),
        name => proper_name(name).into_owned(),
    };
    let place = match school.commune.as_str() {
        "" => name,
        commune => format!("{name}, {commune}"),
    };
    match school.kind {
        Some(kind) => format!("{place} · {}", kind.label()),
        None => place,
    }
}
