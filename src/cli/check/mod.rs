//! `atlas-ent verifier`: what the program makes of a file, without a screen.

mod json;
mod text;

use std::process::ExitCode;

use serde_json::{Value, json};

use self::{json::value_of, text::text_of};
use super::{
    UNMATCHED, UNUSABLE,
    arguments::{Choices, FileRequest},
    tables::{FileError, read_file, settled},
};
use crate::{
    disk::{complain, say},
    project::{Opened, OwnSet},
    table::READ_ON,
};

pub(super) use text::question;

/// Reports on some files, as text or as JSON. The code tells the worst of them: 0 when no row with a
/// value is lost, 1 when some are, 2 when a file could not be read or something is to be decided.
///
/// Files that go together are joined; where they do not, each is reported on by itself.
pub(super) fn check(requests: &[FileRequest], choices: &Choices, as_json: bool) -> ExitCode {
    let mut worst = 0;
    let mut errors: Vec<(String, FileError)> = Vec::new();
    let mut set = OwnSet::new();
    for request in requests {
        let name = request.path.display().to_string();
        let added = read_file(&request.path)
            .and_then(|file| Ok(set.add_as(file, request.decided(), READ_ON)?));
        if let Err(error) = added {
            errors.push((name, error));
        }
    }
    let mut opened: Vec<Opened> = Vec::new();
    match settled(set.clone(), choices) {
        Ok(all) => opened.push(all),
        // Nothing is left of none.
        Err(_) if set.files().is_empty() => {}
        Err(_) => {
            // A file that was named twice stands in the set once: each says where it is from.
            for one in set.each() {
                let name = one.data.files.first().map(|file| file.origin.clone());
                match settled(one, choices) {
                    Ok(one) => opened.push(one),
                    Err(error) => errors.push((name.unwrap_or_default(), error.into())),
                }
            }
        }
    }
    let mut values = Vec::new();
    for Opened { set, imported } in &opened {
        if !imported.is_complete() {
            worst = worst.max(UNMATCHED);
        }
        if imported.questions().next().is_some() {
            worst = UNUSABLE;
        }
        for (file, report) in set.files().iter().zip(&imported.reports) {
            if as_json {
                values.push(value_of(file, report));
            } else {
                say(&text_of(file, report));
            }
        }
    }
    for (file, error) in errors {
        worst = UNUSABLE;
        if as_json {
            values.push(json!({ "fichier": file, "erreur": error.to_string() }));
        } else {
            complain(&error.to_string());
        }
    }
    if as_json {
        say(&format!("{:#}\n", Value::Array(values)));
    }
    // The process ends here, and gives all back at once.
    std::mem::forget((set, opened));
    ExitCode::from(worst)
}
