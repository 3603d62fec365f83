//! Reading outlines on a thread of its own.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    thread,
};

use crate::{
    outline::{OutlineFileError, OutlineFiles, Outlines},
    project::Document,
};

/// Outlines, and what was noticed about them.
pub type Opened = Result<(Arc<Outlines>, Vec<String>), OutlineFileError>;

/// Starts reading. Once the outlines are handed over, the same thread prepares what looking around
/// the map of `document` will need.
pub fn open_outlines(files: OutlineFiles, document: &Document) -> Receiver<Opened> {
    let (sender, receiver) = channel();
    let (level, edition) = (document.level, document.edition);
    thread::spawn(move || {
        let opened = files.open().map(|(outlines, notices)| (Arc::new(outlines), notices));
        let outlines = opened.as_ref().ok().map(|(outlines, _)| Arc::clone(outlines));
        // The window may have been closed meanwhile; nobody is left to tell.
        let _ = sender.send(opened);
        if let Some(outlines) = outlines {
            outlines.prepare(level, edition);
        }
    });
    receiver
}
