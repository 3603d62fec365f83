//! Reading outlines on a thread of its own, before there is a window.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
};

use crate::{
    outline::{OutlineFileError, OutlineFiles, OutlineSource, Outlines},
    project::Document,
};

/// Outlines, and what was noticed about them.
pub type Opened = Result<(Arc<Outlines>, Vec<String>), OutlineFileError>;

/// Outlines that are being read.
pub struct Loading {
    source: OutlineSource,
    receiver: Receiver<Opened>,
}

impl Loading {
    /// What others read and send.
    pub fn of(source: OutlineSource, receiver: Receiver<Opened>) -> Self {
        Self { source, receiver }
    }

    /// Starts reading. Once the outlines are handed over, the same thread prepares what looking
    /// around the map of `document` will need.
    pub fn start(files: OutlineFiles, document: &Document) -> Self {
        let (sender, receiver) = channel();
        let source = files.source().clone();
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
        Self { source, receiver }
    }

    /// Where they are from.
    pub fn source(&self) -> &OutlineSource {
        &self.source
    }

    /// What was read, if it is there.
    ///
    /// # Errors
    /// While it is not there yet, and when it never will be.
    pub fn try_recv(&self) -> Result<Opened, TryRecvError> {
        self.receiver.try_recv()
    }
}
