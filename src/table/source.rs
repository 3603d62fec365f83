//! The bytes of a file, in which the cells of a table may stay.

use std::{borrow::Cow, sync::Arc};

/// Bytes that are only lent, or that a table may keep.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    Lent(&'a [u8]),
    Shared(&'a Arc<Vec<u8>>),
}

impl<'a> Source<'a> {
    pub fn bytes(self) -> &'a [u8] {
        match self {
            Self::Lent(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }

    /// A text for a table to keep, and where it begins in what is kept: the end of these bytes, or
    /// a text that was made of them.
    pub fn keep(self, text: Cow<'a, [u8]>) -> (Arc<Vec<u8>>, usize) {
        match (text, self) {
            (Cow::Owned(text), _) => (Arc::new(text), 0),
            (Cow::Borrowed(text), Self::Lent(_)) => (Arc::new(text.to_vec()), 0),
            (Cow::Borrowed(text), Self::Shared(bytes)) => {
                debug_assert!(bytes.ends_with(text), "decoding takes bytes off the start alone");
                (Arc::clone(bytes), bytes.len() - text.len())
            }
        }
    }
}
