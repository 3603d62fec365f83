//! Room scene.
