//! A folder to work in, and the program run in it.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// The program left without a fault.
pub const FINE: i32 = 0;
/// Something went wrong on this machine.
pub const FAILED: i32 = 1;
/// Arguments or files are not usable.
pub const UNUSABLE: i32 = 2;

/// A folder of its own, which vanishes with the test.
pub struct Desk(TempDir);

/// What the program said and how it left.
#[derive(Debug)]
pub struct Outcome {
    pub code: Option<i32>,
    pub said: String,
    pub complained: String,
}

impl Desk {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Runs `atlas-ent` with arguments separated by blanks, in this folder.
    pub fn run(&self, arguments: &str) -> Outcome {
        let output = Command::new(env!("CARGO_BIN_EXE_atlas-ent"))
            .args(arguments.split_whitespace())
            .current_dir(self.path())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Outcome {
            code: output.status.code(),
            said: text(output.stdout),
            complained: text(output.stderr),
        }
    }

    /// Runs `atlas-ent` where nobody listens any more: what reads its standard output and its
    /// standard error has closed. Tells its exit code.
    pub fn run_unheard(&self, arguments: &str) -> Option<i32> {
        let unheard = || {
            let (_, writer) = std::io::pipe().unwrap();
            Stdio::from(writer)
        };
        let status = Command::new(env!("CARGO_BIN_EXE_atlas-ent"))
            .args(arguments.split_whitespace())
            .current_dir(self.path())
            .stdout(unheard())
            .stderr(unheard())
            .status();
        status.unwrap().code()
    }

    /// Runs a command that must succeed in silence, and returns the file that it wrote.
    pub fn made(&self, command: &str, file: &str) -> Vec<u8> {
        let outcome = self.run(&format!("{command} --sortie {file}"));
        assert_eq!(outcome.code, Some(FINE), "{command}: {outcome:?}");
        assert_eq!((outcome.said.as_str(), outcome.complained.as_str()), ("", ""), "{command}");
        self.read(file)
    }

    /// The same, for a file of text.
    pub fn made_text(&self, command: &str, file: &str) -> String {
        String::from_utf8(self.made(command, file)).unwrap()
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.path().join(file)).unwrap()
    }

    /// Writes a file, and the folder that it stands in.
    pub fn write(&self, file: &str, contents: impl AsRef<[u8]>) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    /// The names of what stands in the folder, in order.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort_unstable();
        names
    }
}

impl Outcome {
    /// The program refused: this exit code, nothing on the standard output, and on the other one
    /// line in French that holds `part`.
    pub fn refuses(&self, code: i32, part: &str) {
        assert_eq!(self.code, Some(code), "{self:?}");
        assert_eq!(self.said, "");
        let line = self.only_line();
        assert!(line.contains(part), "« {part} » expected in: {line}");
        for foreign in ["panicked", "error", "Error", "No such file", "os error", "expected"] {
            assert!(!line.contains(foreign), "not French: {line}");
        }
        let french = ["la", "le", "les", "un", "une", "ou", "où", "est"];
        let is_french = line.split([' ', '\u{202f}']).any(|word| french.contains(&word));
        assert!(is_french, "not French: {line}");
    }

    /// The one line of the standard error.
    pub fn only_line(&self) -> &str {
        let lines: Vec<&str> = self.complained.lines().collect();
        let [line] = lines.as_slice() else { panic!("one line expected: {lines:?}") };
        line.strip_prefix("atlas-ent : ").unwrap_or_else(|| panic!("whose line is it? {line}"))
    }
}
