//! Reading and writing whole files, with reasons in French.
//!
//! The one corridor to the outside, for the commands and the window only: every other room takes
//! bytes and returns values.

pub mod crash;
mod terminal;

pub use terminal::{complain, say};

use std::{
    fs::{self, File, Metadata},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use crate::french::{NARROW_SPACE, integer};

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("impossible {} « {} »{NARROW_SPACE}: {}", .doing.words(), .path.display(), .fault.sentences(*.doing))]
pub struct DiskError {
    /// Which file.
    pub path: PathBuf,
    /// What was being done.
    pub doing: Doing,
    /// Why it failed.
    pub fault: Fault,
}

/// What is done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading it.
    Reading,
    /// Writing it.
    Writing,
}

/// Why a file could not be read or written.
#[derive(Debug)]
pub enum Fault {
    /// The system refused.
    System(io::Error),
    /// It is a pipe, a device or a socket, which may never end.
    NotAFile,
    /// It is larger than anything that is read here, in bytes.
    TooLarge(u64),
}

/// The largest file that is read, in bytes.
const MOST_BYTES: u64 = 1 << 30;

impl Doing {
    fn words(self) -> &'static str {
        match self {
            Self::Reading => "de lire",
            Self::Writing => "d’écrire",
        }
    }
}

impl DiskError {
    /// Whether there is simply no such file.
    pub fn is_missing(&self) -> bool {
        matches!(&self.fault, Fault::System(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

/// Reads a whole file. What is no file of a disk is refused before it is opened: a pipe that
/// nobody writes to would be waited for without end.
///
/// # Errors
/// When it cannot be opened or read, is no regular file, or weighs more than a gigabyte.
pub fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    read_regular(path).map_err(|fault| DiskError {
        path: path.to_owned(),
        doing: Doing::Reading,
        fault,
    })
}

fn read_regular(path: &Path) -> Result<Vec<u8>, Fault> {
    check(&fs::metadata(path)?)?;
    let file = File::open(path)?;
    // Another file may have taken its place meanwhile.
    let size = check(&file.metadata()?)?;
    let mut contents = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // One that grows while it is read, or that tells no size, is bounded all the same.
    file.take(MOST_BYTES + 1).read_to_end(&mut contents)?;
    match contents.len() as u64 {
        size if size > MOST_BYTES => Err(Fault::TooLarge(size)),
        _ => Ok(contents),
    }
}

/// Its size, where it is a file that can be read.
fn check(metadata: &Metadata) -> Result<u64, Fault> {
    if metadata.is_dir() {
        Err(Fault::System(io::ErrorKind::IsADirectory.into()))
    } else if !metadata.is_file() {
        Err(Fault::NotAFile)
    } else if metadata.len() > MOST_BYTES {
        Err(Fault::TooLarge(metadata.len()))
    } else {
        Ok(metadata.len())
    }
}

/// Writes a whole file, or leaves what was there: the new contents are written beside it, under a
/// name that nobody has, and take its place once they are on the disk. A link stays a link, and a
/// file keeps who may read it.
///
/// # Errors
/// When it cannot be created, may not be changed, is no regular file, or the disk is full.
pub fn write(path: &Path, contents: &[u8]) -> Result<(), DiskError> {
    replace(path, contents).map_err(|fault| DiskError {
        path: path.to_owned(),
        doing: Doing::Writing,
        fault,
    })
}

fn replace(path: &Path, contents: &[u8]) -> Result<(), Fault> {
    let target = behind_links(path)?;
    let permissions = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => {
            return Err(Fault::System(io::ErrorKind::IsADirectory.into()));
        }
        Ok(metadata) if !metadata.is_file() => return Err(Fault::NotAFile),
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(Fault::System(io::ErrorKind::PermissionDenied.into()));
        }
        Ok(metadata) => Some(metadata.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut beside = new_file().tempfile_in(folder.unwrap_or(Path::new(".")))?;
    beside.write_all(contents)?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.as_file().sync_all()?;
    // What was written beside it vanishes where this fails.
    beside.persist(&target).map_err(|failed| failed.error)?;
    Ok(())
}

/// Hidden until it takes its place, and then as open to others as any new file.
fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".atlas-ent-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

/// Where a path leads, through links that may lead to no file yet.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().map_or(next.clone(), |folder| folder.join(next)),
            // No link, or nothing at all.
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("ce lien en suit trop d’autres"))
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl Fault {
    /// Why, and what can be done.
    fn sentences(&self, doing: Doing) -> String {
        match self {
            Self::System(error) if is_held(error, cfg!(windows)) => {
                "un autre programme le tient ouvert, peut-être en cours d’enregistrement. \
                 Fermez-le dans ce programme, puis recommencez."
                    .to_owned()
            }
            Self::System(error) => of_the_system(error, doing),
            Self::NotAFile => {
                "ce n’est pas un fichier mais un tube ou un périphérique. Choisissez \
                               un fichier enregistré sur un disque."
                    .to_owned()
            }
            Self::TooLarge(bytes) => format!(
                "il pèse {} Mo, plus que ce qui peut être lu ({} Mo). Gardez-en les lignes et les \
                 colonnes utiles.",
                integer((bytes / 1_000_000) as i64),
                integer((MOST_BYTES / 1_000_000) as i64)
            ),
        }
    }
}

/// The commonest reasons in French; the system's own words for the others.
fn of_the_system(error: &io::Error, doing: Doing) -> String {
    use Doing::{Reading, Writing};
    let said = match (error.kind(), doing) {
        (io::ErrorKind::NotFound, Reading) => {
            "le fichier ou le dossier n’existe pas. Vérifiez son nom, ou choisissez-le à nouveau \
             s’il a été déplacé."
        }
        (io::ErrorKind::NotFound, Writing) => {
            "le dossier n’existe pas. Créez-le, ou choisissez-en un autre."
        }
        (io::ErrorKind::PermissionDenied, Reading) => {
            "l’accès est refusé. Demandez le droit de lire ce fichier, ou copiez-le dans l’un de \
             vos dossiers."
        }
        (io::ErrorKind::PermissionDenied, Writing) => {
            "l’accès est refusé. Choisissez l’un de vos dossiers."
        }
        (io::ErrorKind::IsADirectory, Reading) => {
            "c’est un dossier. Choisissez l’un des fichiers qu’il contient."
        }
        (io::ErrorKind::IsADirectory, Writing) => "c’est un dossier. Choisissez un autre nom.",
        (io::ErrorKind::NotADirectory, _) => {
            "ce qui précède son nom n’est pas un dossier. Vérifiez le chemin."
        }
        (io::ErrorKind::StorageFull, _) => "le disque est plein. Libérez de la place.",
        (io::ErrorKind::ReadOnlyFilesystem, _) => {
            "le disque est en lecture seule. Choisissez un autre dossier."
        }
        _ => return format!("le système répond « {error} »."),
    };
    said.to_owned()
}

/// Whether another program has it open for itself alone, as Excel does while it saves. Windows
/// tells so by two numbers (`ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`) that mean
/// other things elsewhere.
fn is_held(error: &io::Error, on_windows: bool) -> bool {
    let held = on_windows && matches!(error.raw_os_error(), Some(32 | 33));
    held || error.kind() == io::ErrorKind::ResourceBusy
}

#[cfg(test)]
mod tests;
