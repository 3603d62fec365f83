//! Atlas ENT: how far the *espaces numériques de travail* of French schools are deployed.
//!
//! Data flows down this list of rooms; a room uses only those above it. `ARCHITECTURE.md` tells
//! what lives where, and `tests/architecture.rs` keeps it so.

mod disk;
pub mod french;
pub mod memo;
pub mod territory;

pub mod outline;

pub mod table;

pub mod coverage;

pub mod cartography;

pub mod scene;

pub mod render;

pub mod project;

pub mod cli;

pub mod app;

pub use disk::crash::install as report_defects;
