//! What must hold for any file: made-up tables of which it is known what each row is.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

#[path = "properties/fates.rs"]
mod fates;
#[path = "properties/made.rs"]
mod made;
#[path = "properties/odd_cells.rs"]
mod odd_cells;
#[path = "properties/orders.rs"]
mod orders;
#[path = "properties/school_fates.rs"]
mod school_fates;
#[path = "properties/tables.rs"]
mod tables;
