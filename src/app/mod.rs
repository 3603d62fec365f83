//! The desktop program: state, panels, and the egui painter of a scene.
//!
//! Panels are functions of the state and send [`Action`]s; [`AtlasApp`] carries them out in one
//! place after the interface has been drawn.

mod action;
mod atlas_app;
mod commands;
mod date_field;
mod destination;
mod entries;
mod export_picture;
mod finder;
mod focus;
mod fonts;
mod interface_size;
mod job;
mod jobs;
mod launch;
mod loading;
mod map;
mod open_file;
mod overlay;
mod own_files;
mod own_outlines;
mod page;
mod painter;
mod panels;
mod picker;
mod places;
mod playback;
mod save_table;
mod school_points;
mod shortcuts;
mod terrain;
mod theme;
mod tiles;
mod widgets;
mod words;

pub use action::{Action, PathPurpose, TerrainRequest};
pub use atlas_app::AtlasApp;
pub use interface_size::Resize;
pub use jobs::{JobKey, Work};
pub use launch::run;
pub use loading::{Loading, Opened};
pub use map::{
    ClickedSchool, Hovered, MapContent, MapKey, MapPanel, SchoolLayer, SchoolPoint, ViewKind,
};
pub use picker::{Choice, FilePicker, NativePicker, Picked, Showing, Shown};
pub use tiles::{
    AddressError, ArchiveError, DiskCache, Pace, TileAddress, TileFault, TileKey, TileSource,
    TileStore, TileView,
};

/// Gives a context the typefaces and the colours of the program.
pub fn install_look(context: &egui::Context) {
    fonts::install(context);
    theme::install(context);
}
