//! A person's own files: from their bytes to what they say together.

use std::{ops::ControlFlow, sync::Arc};

use twox_hash::XxHash3_64;

use super::{ChoiceMemory, FileChoices, OwnData, OwnSource};
use crate::{
    coverage::import::{ImportChoices, ImportError, Imported, join, read_part},
    french::NARROW_SPACE,
    table::{Progress, READ_ON, ReadOptions, Reading, TableError, read_shared},
};

/// The bytes of a file.
#[derive(Clone)]
pub struct FileBytes {
    /// Its name, without the folder.
    pub name: String,
    /// Where it comes from, which tells two files of one name apart: its path.
    pub origin: String,
    /// All of it.
    pub bytes: Arc<Vec<u8>>,
}

/// A file that was read.
#[derive(Debug)]
pub struct OwnFile {
    /// Its name, without the folder.
    pub name: String,
    /// The table, how it was recognised, and what was repaired or left out on the way to it.
    pub reading: Reading,
    /// Its header as it is found alone, by which choices about its form are remembered.
    pub header: Vec<String>,
    /// A hash of its bytes, by which choices about its values are remembered.
    pub hash: u64,
    options: ReadOptions,
}

/// Files that are joined: what the document keeps of them, and all that it takes to read them.
#[derive(Clone, Default)]
pub struct OwnSet {
    /// Their names and what was decided about them.
    pub data: OwnData,
    bytes: Vec<FileBytes>,
    read: Vec<Arc<OwnFile>>,
}

/// Files that were read and joined.
pub struct Opened {
    /// The files.
    pub set: OwnSet,
    /// What they say.
    pub imported: Imported,
}

/// Why a file could not be understood.
#[derive(Debug, thiserror::Error)]
#[error("« {name} »{NARROW_SPACE}: {error}")]
pub struct OwnFileError {
    /// Its name, without the folder.
    pub name: String,
    /// What is wrong with it.
    pub error: OwnFileFault,
}

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum OwnFileFault {
    /// It is no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// It is a table that says nothing of territories.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// How much of the work reading is; the rest is joining.
const READING: f32 = 0.8;

impl OwnSet {
    /// No file yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file and adds it, with what was decided about files of the same header and about this
    /// very file. One that comes from the same place takes the place of the one before.
    ///
    /// # Errors
    /// When it is no table, or `progress` asks to stop.
    pub fn add(
        &mut self,
        file: FileBytes,
        memory: &ChoiceMemory,
        progress: &Progress,
    ) -> Result<(), OwnFileError> {
        let part = |done: f32| progress(done * READING);
        let mut own = OwnFile::read(&file, &ReadOptions::default(), None, &part)?;
        let mut choices = memory.recall(&own.header, own.hash);
        if choices.read != ReadOptions::default() {
            let header = Some(own.header.clone());
            match OwnFile::read(&file, &choices.read, header, &part) {
                Ok(again) => own = again,
                // What fitted another file does not fit this one.
                Err(_) => choices = FileChoices::default(),
            }
        }
        self.put(file, own, choices);
        Ok(())
    }

    /// Reads a file and adds it, with what was said of it.
    ///
    /// # Errors
    /// When it is no table, or `progress` asks to stop.
    pub fn add_as(
        &mut self,
        file: FileBytes,
        choices: impl Into<FileChoices>,
        progress: &Progress,
    ) -> Result<(), OwnFileError> {
        let part = |done: f32| progress(done * READING);
        let choices = choices.into();
        let own = OwnFile::read(&file, &choices.read, None, &part)?;
        self.put(file, own, choices);
        Ok(())
    }

    fn put(&mut self, file: FileBytes, own: OwnFile, choices: FileChoices) {
        let FileBytes { name, origin, .. } = file.clone();
        let source = OwnSource { name, origin, choices };
        match self.data.files.iter().position(|other| other.is_the_same(&source)) {
            Some(rank) => {
                self.data.files[rank] = source;
                self.bytes[rank] = file;
                self.read[rank] = Arc::new(own);
            }
            None => {
                self.data.files.push(source);
                self.bytes.push(file);
                self.read.push(Arc::new(own));
            }
        }
    }

    /// Changes what was decided about a file.
    pub fn choose(&mut self, rank: usize, change: impl FnOnce(&mut ImportChoices)) {
        if let Some(source) = self.data.files.get_mut(rank) {
            change(&mut source.choices.import);
        }
    }

    /// The same files with other decisions.
    #[must_use]
    pub(super) fn decided(&self, data: &OwnData) -> Option<Self> {
        let ranks: Option<Vec<usize>> = (data.files.iter())
            .map(|file| self.data.files.iter().position(|other| other.is_the_same(file)))
            .collect();
        let ranks = ranks?;
        Some(Self {
            data: data.clone(),
            bytes: ranks.iter().map(|rank| self.bytes[*rank].clone()).collect(),
            read: ranks.iter().map(|rank| Arc::clone(&self.read[*rank])).collect(),
        })
    }

    /// Each file as a set of its own.
    pub fn each(&self) -> impl Iterator<Item = Self> {
        self.data
            .files
            .iter()
            .filter_map(|file| self.decided(&OwnData { files: vec![file.clone()] }))
    }

    /// The files, in the order of the data.
    pub fn files(&self) -> &[Arc<OwnFile>] {
        &self.read
    }

    /// Joins the files, reading again those whose bytes are to be understood another way.
    ///
    /// # Errors
    /// When one is no table, together they say nothing that a map can show, or `progress` asks to
    /// stop.
    pub fn open(self, progress: &Progress) -> Result<Opened, OwnFileError> {
        let mut set = self;
        let imported = set.try_open(progress).map_err(|(_, error)| error)?;
        Ok(Opened { set, imported })
    }

    /// The same in place; with the error comes the rank of the file that it is about.
    pub(super) fn try_open(
        &mut self,
        progress: &Progress,
    ) -> Result<Imported, (usize, OwnFileError)> {
        self.read_as_decided(progress)?;
        self.joined(progress)
    }

    /// Reads again the files whose bytes are to be understood another way; the rank of the one that
    /// cannot be.
    fn read_as_decided(&mut self, progress: &Progress) -> Result<(), (usize, OwnFileError)> {
        let part = |done: f32| progress(done * READING);
        let decided = self.read.iter_mut().zip(&self.bytes).zip(&self.data.files);
        for (rank, ((own, bytes), source)) in decided.enumerate() {
            if own.options != source.choices.read {
                let header = Some(own.header.clone());
                let read = OwnFile::read(bytes, &source.choices.read, header, &part);
                *own = Arc::new(read.map_err(|error| (rank, error))?);
            }
        }
        Ok(())
    }

    /// What the files say together; the rank of the one that says nothing that a map can show.
    fn joined(&self, progress: &Progress) -> Result<Imported, (usize, OwnFileError)> {
        let fault = |rank: usize, error: OwnFileFault| {
            let name = self.read.get(rank).map_or_else(String::new, |own| own.name.clone());
            (rank, OwnFileError { name, error })
        };
        let mut parts = Vec::with_capacity(self.read.len());
        let count = self.read.len().max(1) as f32;
        for (rank, (own, source)) in self.read.iter().zip(&self.data.files).enumerate() {
            if progress(READING + (1.0 - READING) * rank as f32 / count) == ControlFlow::Break(()) {
                return Err(fault(rank, TableError::Cancelled.into()));
            }
            let part = read_part(&own.reading.table, &own.name, &source.choices.import);
            parts.push(part.map_err(|error| fault(rank, error.into()))?);
        }
        // What they lack together, the one that came last might have brought.
        let last = parts.len().saturating_sub(1);
        join(parts).map_err(|error| fault(last, error.into()))
    }
}

impl OwnFile {
    fn read(
        file: &FileBytes,
        options: &ReadOptions,
        header: Option<Vec<String>>,
        progress: &Progress,
    ) -> Result<Self, OwnFileError> {
        let reading = read_shared(&file.bytes, &file.name, options, progress)
            .map_err(|error| OwnFileError { name: file.name.clone(), error: error.into() })?;
        Ok(Self {
            name: file.name.clone(),
            header: header.unwrap_or_else(|| reading.table.headers().to_vec()),
            hash: XxHash3_64::oneshot(&file.bytes),
            reading,
            options: options.clone(),
        })
    }
}

/// Reads one file and joins it to territories, with nothing decided by a person.
///
/// # Errors
/// When it is no table, or none that a map can show.
pub fn open_own_file(bytes: Vec<u8>, name: &str) -> Result<Opened, OwnFileError> {
    let mut set = OwnSet::new();
    let file = FileBytes { name: name.to_owned(), origin: name.to_owned(), bytes: Arc::new(bytes) };
    set.add(file, &ChoiceMemory::default(), READ_ON)?;
    set.open(READ_ON)
}
