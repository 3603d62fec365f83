//! Workbooks made in memory.
