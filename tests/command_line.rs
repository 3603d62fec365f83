//! The commands, run as a person runs them: the built program, its files, its words and its exit
//! code.

#![expect(clippy::unwrap_used, reason = "in a test program, what fails is the test")]

#[path = "command_line/checks.rs"]
mod checks;
#[path = "command_line/desk.rs"]
mod desk;
#[path = "command_line/drawing.rs"]
mod drawing;
#[path = "command_line/elsewhere.rs"]
mod elsewhere;
#[path = "command_line/figures.rs"]
mod figures;
#[path = "command_line/formats.rs"]
mod formats;
#[path = "command_line/help.rs"]
mod help;
#[path = "command_line/hostile.rs"]
mod hostile;
#[path = "command_line/outlines.rs"]
mod outlines;
#[path = "command_line/pages.rs"]
mod pages;
#[path = "command_line/pictures.rs"]
mod pictures;
#[path = "command_line/refusals.rs"]
mod refusals;
#[path = "command_line/tables.rs"]
mod tables;
#[path = "command_line/undated.rs"]
mod undated;
#[path = "command_line/workbooks.rs"]
mod workbooks;
