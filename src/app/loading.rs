//! Reading outlines on a thread of its own, before there is a window.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
};

use crate::outline::{OutlineFileError, OutlineFiles, OutlineSource, Outlines};

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

    /// Starts reading.
    pub fn start(files: OutlineFiles) -> Self {
        let (sender, receiver) = channel();
        let source = files.source().clone();
        thread::spawn(move || {
            let opened = files.open().map(|(outlines, notices)| {
                // The map asks for this before anything else.
                outlines.get_ready();
                (Arc::new(outlines), notices)
            });
            // The window may have been closed meanwhile; nobody is left to tell.
            let _ = sender.send(opened);
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
