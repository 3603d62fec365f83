//! The window, driven through its accessibility tree as a person would: no screen, no GPU.
//!
//! Assertions are on what the tree says (the lines of the legend, the territories, the card) and,
//! where a choice has no words of its own, on the document.

#[path = "window/cards.rs"]
mod cards;
#[path = "window/choices.rs"]
mod choices;
#[path = "window/dates.rs"]
mod dates;
#[path = "window/decisions.rs"]
mod decisions;
#[path = "window/desk.rs"]
mod desk;
#[path = "window/drill.rs"]
mod drill;
#[path = "window/driver.rs"]
mod driver;
#[path = "window/example.rs"]
mod example;
#[path = "window/exports.rs"]
mod exports;
#[path = "window/figure.rs"]
mod figure;
#[path = "window/files.rs"]
mod files;
#[path = "window/hand.rs"]
mod hand;
#[path = "window/imports.rs"]
mod imports;
#[path = "window/keyboard.rs"]
mod keyboard;
#[path = "window/layout.rs"]
mod layout;
#[path = "outlines/made.rs"]
mod made;
#[path = "window/menus.rs"]
mod menus;
#[path = "window/movements.rs"]
mod movements;
#[path = "window/opening.rs"]
mod opening;
#[path = "window/outlines.rs"]
mod outlines;
#[path = "window/page.rs"]
mod page;
#[path = "window/pairings.rs"]
mod pairings;
#[path = "window/pictures.rs"]
mod pictures;
#[path = "window/preview.rs"]
mod preview;
#[path = "window/roles.rs"]
mod roles;
#[path = "window/sizes.rs"]
mod sizes;
#[path = "window/terrain.rs"]
mod terrain;
#[path = "tiles/server.rs"]
mod tile_server;
#[path = "window/typography.rs"]
mod typography;
