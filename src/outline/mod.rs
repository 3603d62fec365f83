//! Where France is: reading and checking outlines, projecting, merging and simplifying them, and
//! composing mainland, insets and zoom in one plane.
//!
//! One file of départements is the base of it all. Their borders become *shared arcs*
//! (`topology`), so that every border exists once: régions and académies are merged exactly by
//! cancelling the arcs between two members (`dissolve`), levels of detail leave no gap between
//! neighbours (`simplify`), and a border is drawn once (`layer`).
//!
//! Two planes show them: the composed one (`composition`), and Web Mercator for background tiles.
//! `places` goes from one to the other through longitude and latitude.
//!
//! No colours and no values live here.

mod agreement;
mod arcs;
mod columns;
mod composition;
mod cover;
mod credit;
mod departements;
mod detail;
mod dissolve;
mod embedded;
mod error;
mod extents;
mod files;
mod geojson;
mod ground;
mod identity;
mod index;
mod label;
mod layer;
mod lonlat;
mod nest;
mod notice;
mod outlines;
mod places;
mod plane;
mod planes;
mod projection;
mod rings;
mod seams;
mod simplify;
mod strip;
mod topology;
mod whereabouts;

pub use agreement::region_disagreement;
pub use composition::{Frame, FrameId, Pyramid, frames, pyramid};
pub use detail::Detail;
pub use embedded::{
    ATTRIBUTION, DEPARTEMENTS_GEOJSON, REGIONS_BEFORE_2016_GEOJSON, REGIONS_GEOJSON,
};
pub use error::OutlineError;
pub use files::{OutlineFileError, OutlineFiles, OutlineSource};
pub use geojson::holds_areas;
pub use label::LabelRoom;
pub use layer::{Area, Border, BorderKind, Layer, Mesh};
pub use lonlat::LonLat;
pub use notice::OutlineNotice;
pub use outlines::Outlines;
pub use places::Sight;
pub use plane::{PlanePoint, PlaneRect};
pub use planes::Plane;
pub use projection::Projection;
