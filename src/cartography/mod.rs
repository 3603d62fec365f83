//! Room cartography.
