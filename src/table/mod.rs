//! Room table.
