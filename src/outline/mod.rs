//! Room outline.
