//! Where a file is to be written, and whether a person knows that another one stands there.

use std::path::PathBuf;

use super::picker::{Choice, Picked};

/// A name that a person chooses for a file.
pub struct Destination {
    choice: Choice,
    asked: Asked,
}

/// Who has asked whether a file that stands there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// The dialog of the desktop, about the very name that it gives.
    Desktop,
    /// Nobody.
    Nobody,
    /// This program, and the answer was yes.
    Agreed,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// It may be written there.
    Path(PathBuf),
    /// A file stands there, and whether to replace it is to be asked.
    Exists(PathBuf),
    /// They changed their mind.
    Nothing,
    /// The desktop has no dialog for it.
    NoDialog,
}

impl Destination {
    /// What a dialog of the desktop gives.
    pub fn of_dialog(choice: Choice) -> Self {
        Self { choice, asked: Asked::Desktop }
    }

    /// A path that was typed.
    pub fn typed(path: PathBuf) -> Self {
        Self::known(path, Asked::Nobody)
    }

    /// A path of which it was agreed that what stands there is replaced.
    pub fn agreed(path: PathBuf) -> Self {
        Self::known(path, Asked::Agreed)
    }

    fn known(path: PathBuf, asked: Asked) -> Self {
        Self { choice: Box::pin(std::future::ready(Picked::Path(path))), asked }
    }

    /// Waits for the choice. `completed` adds the extension that a name lacks, which makes it
    /// another name than the one that the desktop asked about.
    pub fn wait(self, completed: impl FnOnce(PathBuf) -> PathBuf) -> Chosen {
        let given = match pollster::block_on(self.choice) {
            Picked::Path(path) => path,
            Picked::Nothing | Picked::Paths(_) => return Chosen::Nothing,
            Picked::NoDialog => return Chosen::NoDialog,
        };
        let path = completed(given.clone());
        let is_known = match self.asked {
            Asked::Desktop => path == given,
            Asked::Nobody => false,
            Asked::Agreed => true,
        };
        if !is_known && path.exists() { Chosen::Exists(path) } else { Chosen::Path(path) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(path: PathBuf) -> PathBuf {
        if path.extension().is_some() { path } else { path.with_extension("png") }
    }

    #[test]
    fn a_file_is_replaced_only_when_somebody_asked_about_its_very_name() {
        let folder = tempfile::tempdir().unwrap();
        let [bare, there, new] =
            ["carte", "carte.png", "autre"].map(|name| folder.path().join(name));
        std::fs::write(&there, "hier").unwrap();
        let dialog = |path: &PathBuf| {
            let picked = Picked::Path(path.clone());
            Destination::of_dialog(Box::pin(std::future::ready(picked))).wait(png)
        };
        assert_eq!(dialog(&bare), Chosen::Exists(there.clone()), "another name was asked about");
        assert_eq!(dialog(&there), Chosen::Path(there.clone()), "the desktop asked");
        assert_eq!(dialog(&new), Chosen::Path(new.with_extension("png")));
        let typed = |path: &PathBuf| Destination::typed(path.clone()).wait(png);
        assert_eq!(typed(&bare), Chosen::Exists(there.clone()));
        assert_eq!(typed(&there), Chosen::Exists(there.clone()));
        assert_eq!(typed(&new), Chosen::Path(new.with_extension("png")));
        assert_eq!(Destination::agreed(there.clone()).wait(png), Chosen::Path(there));
    }
}
