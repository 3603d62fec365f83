//! The commands: parse arguments, read files, call the library, write files.

mod arguments;
mod check;
mod example;
mod export;
mod files;
mod help;
mod table;
mod tables;
mod template;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use arguments::{Parsed, parse};

use crate::{
    disk::{complain, say},
    outline::OutlineFiles,
};

/// What the arguments come down to.
pub enum Action {
    /// Everything is done; leave with this code.
    Done(ExitCode),
    /// Open the window.
    OpenWindow {
        /// On these outlines.
        outlines: OutlineFiles,
        /// On these files of data, joined, once they are read.
        data: Vec<PathBuf>,
    },
}

/// Leaves with this code when something went wrong on this machine.
pub const FAILED: u8 = 1;
/// Leaves with this code when some rows of a file are not joined.
pub const UNMATCHED: u8 = 1;
/// Leaves with this code when arguments or files are not usable.
pub const UNUSABLE: u8 = 2;

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Arguments(#[from] arguments::ArgumentError),
    #[error(transparent)]
    Outlines(#[from] files::OutlineReadError),
    #[error(transparent)]
    File(#[from] tables::FileError),
    #[error(transparent)]
    Place(#[from] export::PlaceError),
    #[error(transparent)]
    Logo(#[from] export::LogoError),
    #[error(transparent)]
    Picture(#[from] crate::render::PngError),
    #[error(transparent)]
    Pdf(#[from] crate::render::PdfError),
    #[error(transparent)]
    Table(#[from] crate::project::SaveError),
    #[error(transparent)]
    Write(#[from] crate::disk::DiskError),
}

impl CommandError {
    fn code(&self) -> ExitCode {
        match self {
            Self::Arguments(_) | Self::Outlines(_) | Self::File(_) => ExitCode::from(UNUSABLE),
            Self::Place(_) | Self::Logo(_) => ExitCode::from(UNUSABLE),
            Self::Picture(_) | Self::Pdf(_) => ExitCode::from(FAILED),
            Self::Table(_) | Self::Write(_) => ExitCode::from(FAILED),
        }
    }
}

/// Carries out the command that the arguments ask for; the program's own name is not among them.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Action {
    match carry_out(arguments) {
        Ok(action) => action,
        Err(error) => {
            complain(&error.to_string());
            Action::Done(error.code())
        }
    }
}

fn carry_out(arguments: impl IntoIterator<Item = OsString>) -> Result<Action, CommandError> {
    let done = |text: Option<&str>| {
        if let Some(text) = text {
            say(&format!("{text}\n"));
        }
        Ok(Action::Done(ExitCode::SUCCESS))
    };
    match parse(arguments)? {
        Parsed::Help => done(Some(&help::GENERAL.concat())),
        Parsed::HelpExport => done(Some(&help::EXPORT.concat())),
        Parsed::HelpExample => done(Some(&help::EXAMPLE.concat())),
        Parsed::HelpTable => done(Some(&help::TABLE.concat())),
        Parsed::HelpTemplate => done(Some(&help::TEMPLATE.concat())),
        Parsed::Version => done(Some(concat!("atlas-ent ", env!("CARGO_PKG_VERSION")))),
        Parsed::Window { outlines, data } => {
            let outlines = files::read_outlines(outlines.as_deref())?;
            Ok(Action::OpenWindow { outlines, data })
        }
        Parsed::Export(request) => {
            export::export(&request)?;
            done(None)
        }
        Parsed::HelpCheck => done(Some(&help::CHECK.concat())),
        Parsed::Check { files, choices, json } => {
            Ok(Action::Done(check::check(&files, &choices, json)))
        }
        Parsed::Table(request) => {
            table::write_table(&request)?;
            done(None)
        }
        Parsed::Template { template, output } => {
            template::write_template(template, &output)?;
            done(None)
        }
        Parsed::Example { output } => {
            example::write_example(&output)?;
            done(None)
        }
    }
}
