//! The panels around the map, each a function of the state that sends actions.

pub mod bar;
pub mod breadcrumb;
pub mod card;
pub mod import;
pub mod indicators;
pub mod legend;
pub mod menu;
pub mod notices;
pub mod preview;
pub mod side;
pub mod table;
pub mod timeline;
