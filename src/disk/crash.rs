//! What is written down when the program meets a defect of its own, so that it can be reported.

use std::{
    backtrace::Backtrace,
    fs::{self, OpenOptions},
    io::Write,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
};

use super::complain;
use crate::french::NARROW_SPACE;

/// The report of a defect that was met since the program was last opened.
const REPORT: &str = "defaut.txt";
/// The one before, of which a person was told.
const TOLD: &str = "defaut-precedent.txt";
/// Where a report stops growing, in bytes: a defect may be met in every frame.
const MOST_BYTES: u64 = 1 << 20;

/// From now on a panic is written to a file in the program's own folder, and said on the standard
/// error.
pub fn install() {
    panic::set_hook(Box::new(|panic| {
        let folder = folder();
        let text = report(panic, &Backtrace::force_capture());
        let written = folder.as_deref().and_then(|folder| append(folder, &text));
        let lines = text.lines().take(2).collect::<Vec<_>>().join(", ");
        let place = match &written {
            Some(path) => format!("Joignez à un signalement le rapport « {} ».", path.display()),
            None => format!("Le rapport n’a pas pu être écrit{NARROW_SPACE}; le voici.\n{text}"),
        };
        complain(&format!("c’est un défaut du programme ({lines}). {place}"));
    }));
}

/// Where the report of this session is, if there is one.
pub fn report_path() -> Option<PathBuf> {
    folder().map(|folder| folder.join(REPORT)).filter(|path| path.is_file())
}

/// The report that an earlier session left and nobody was told of; it is put aside, so that it is
/// told once.
pub fn left_behind() -> Option<PathBuf> {
    put_aside(&folder()?)
}

fn put_aside(folder: &Path) -> Option<PathBuf> {
    let told = folder.join(TOLD);
    fs::rename(folder.join(REPORT), &told).ok().map(|()| told)
}

/// The folder of the program's own data.
fn folder() -> Option<PathBuf> {
    dirs::data_dir().map(|data| data.join("atlas-ent"))
}

fn append(folder: &Path, text: &str) -> Option<PathBuf> {
    fs::create_dir_all(folder).ok()?;
    let path = folder.join(REPORT);
    let mut file = OpenOptions::new().create(true).append(true).open(&path).ok()?;
    if file.metadata().is_ok_and(|metadata| metadata.len() < MOST_BYTES) {
        file.write_all(text.as_bytes()).ok()?;
    }
    Some(path)
}

/// What happened, where, and by which way, in plain text.
fn report(panic: &PanicHookInfo<'_>, backtrace: &Backtrace) -> String {
    let message = panic.payload_as_str().unwrap_or("sans message");
    let place = panic.location().map_or_else(String::new, |place| {
        format!("{}:{}:{}", of_source(place.file()), place.line(), place.column())
    });
    let thread = std::thread::current().name().unwrap_or("sans nom").to_owned();
    let home = dirs::home_dir();
    let said = |text: &str| without_folders(text, home.as_deref());
    format!(
        "{}\n{place}\nAtlas ENT {}, {} {}, fil « {thread} »\n{}\n",
        said(message),
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        said(&backtrace.to_string()),
    )
}

/// A source file, without the folders of the machine that it was compiled on.
fn of_source(path: &str) -> String {
    let path = path.replace('\\', "/");
    let after = |mark: &str| path.split_once(mark).and_then(|(_, rest)| rest.split_once('/'));
    match after("/registry/src/").or(after("/rustc/")) {
        Some((_, within)) => within.to_owned(),
        None if path.starts_with('/') || path.contains(':') => base_name(&path).to_owned(),
        None => path,
    }
}

/// A text in which each path is its last part: folders tell who a person is.
fn without_folders(text: &str, home: Option<&Path>) -> String {
    let home = home.map(|home| home.display().to_string()).filter(|home| home.len() > 1);
    let text = home.map_or_else(|| text.to_owned(), |home| text.replace(&home, ""));
    let mut short = String::with_capacity(text.len());
    // What stands in quotation marks may hold blanks, and is one name.
    let mut rest = text.as_str();
    while let Some(start) = rest.find(['«', '"', '“']) {
        let mark = rest[start..].chars().next().unwrap_or('"');
        let inside = start + mark.len_utf8();
        let close = match mark {
            '«' => '»',
            '“' => '”',
            other => other,
        };
        let Some(length) = rest[inside..].find(close) else { break };
        short.push_str(&words_without_folders(&rest[..start]));
        short.push(mark);
        let quoted = &rest[inside..inside + length];
        let lead = quoted.len() - quoted.trim_start().len();
        short.push_str(&quoted[..lead]);
        short.push_str(base_name(&quoted[lead..]));
        short.push(close);
        rest = &rest[inside + length + close.len_utf8()..];
    }
    short.push_str(&words_without_folders(rest));
    short
}

fn words_without_folders(text: &str) -> String {
    text.split_inclusive(char::is_whitespace).map(base_name).collect()
}

/// What follows the last separator of a path; what is no path stays.
fn base_name(path: &str) -> &str {
    path.rfind(['/', '\\']).map_or(path, |at| &path[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_holds_no_folder_of_a_person() {
        let home = Path::new("/home/Jeanne Duval");
        let said = |text: &str| without_folders(text, Some(home));
        for text in [
            "fichier « /srv/Jeanne Duval/mes notes/taux 2011.csv » illisible",
            "fichier « /home/Jeanne Duval/mes notes/taux 2011.csv » illisible",
            "fichier \"C:\\Users\\Jeanne Duval\\taux 2011.csv\" illisible",
        ] {
            let short = said(text);
            assert!(!short.contains("Jeanne") && !short.contains("notes"), "{short}");
            assert!(short.contains("taux 2011.csv") && short.ends_with(" illisible"), "{short}");
        }
        assert_eq!(said("at /home/Jeanne Duval/a/b.rs:3:4\n  5: c::d"), "at b.rs:3:4\n  5: c::d");
        assert_eq!(said("« jamais fermé /a/b"), "« jamais fermé b");
        assert_eq!(said("sans chemin : 3 > 2"), "sans chemin : 3 > 2");
    }

    #[test]
    fn a_source_file_is_told_from_its_crate_on() {
        for (path, told) in [
            ("src/app/job.rs", "src/app/job.rs"),
            (
                "/root/.cargo/registry/src/index.crates.io-19/egui-0.37.0/src/a.rs",
                "egui-0.37.0/src/a.rs",
            ),
            ("/rustc/59807616e/library/core/src/option.rs", "library/core/src/option.rs"),
            ("C:\\Users\\moi\\atlas\\src\\main.rs", "main.rs"),
        ] {
            assert_eq!(of_source(path), told);
        }
    }

    #[test]
    fn a_report_is_told_once_and_stops_growing() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("atlas-ent");
        assert_eq!(put_aside(&own), None);
        let long = "x".repeat(400_000);
        for _ in 0..6 {
            append(&own, &long).unwrap();
        }
        let told = put_aside(&own).unwrap();
        assert_eq!(fs::metadata(&told).unwrap().len(), 1_200_000);
        assert_eq!(put_aside(&own), None, "told once");
    }
}
