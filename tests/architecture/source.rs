//! A source file of the project, and the paths that it names.

use std::fs;
use std::path::{Path, PathBuf};

use crate::lexer::{Kind, Token, tokens};

pub struct Source {
    /// From the root of the project, with `/`: `src/scene/mod.rs`.
    pub path: String,
    pub text: String,
    pub tokens: Vec<Token>,
}

/// One path of modules that a file names: `std::time::Instant` from `use std::{time::Instant, …}`.
#[derive(Debug)]
pub struct NamedPath {
    pub segments: Vec<String>,
    pub line: usize,
    pub in_test: bool,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let mut tokens = tokens(text);
        if path.ends_with("/tests.rs") || path.contains("/tests/") {
            tokens.iter_mut().for_each(|token| token.in_test = true);
        }
        Self { path: path.to_owned(), text: text.to_owned(), tokens }
    }

    /// The folder or file of `src/` that this file is or stands in: `scene`, `french`, `main`.
    pub fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        Some(first.strip_suffix(".rs").unwrap_or(first))
    }

    /// The module that this file is, from the crate on: `crate`, `scene`, `nodes`.
    pub fn module(&self) -> Vec<String> {
        let mut module = Modules::of(&self.path).file;
        module.insert(0, "crate".to_owned());
        module
    }

    /// Every path with at least two segments, `use` groups unfolded; those that begin with
    /// `self`, `super` or the crate's own name begin with `crate` here.
    pub fn named_paths(&self) -> Vec<NamedPath> {
        let mut found = Vec::new();
        let mut modules = Modules::of(&self.path);
        for at in 0..self.tokens.len() {
            modules.follow(&self.tokens, at);
            if begins_path(&self.tokens, at) {
                let first_new = found.len();
                unfold(&self.tokens, at, &mut Vec::new(), &mut found);
                for path in &mut found[first_new..] {
                    modules.make_absolute(&mut path.segments);
                }
            }
        }
        found
    }
}

/// The Rust files under these folders of the project, sorted by path.
pub fn read_all(folders: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    for folder in folders {
        collect_rust_files(&root().join(folder), &mut paths);
    }
    paths.sort();
    let sources = paths.iter().map(|path| {
        let name = path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/");
        Source::new(&name, &read(&name))
    });
    sources.collect()
}

/// The text of one file of the project.
pub fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{error}: {name}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn collect_rust_files(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect_rust_files(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn begins_path(tokens: &[Token], at: usize) -> bool {
    let mark = |index: usize, text: &str| tokens.get(index).is_some_and(|token| token.is(text));
    let continues = at >= 2
        && mark(at - 1, "::")
        && (tokens[at - 2].kind == Kind::Word || tokens[at - 2].is(">"));
    tokens[at].kind == Kind::Word && mark(at + 1, "::") && !continues
}

/// Follows the path or `use` tree at `at`, and returns where it ends.
fn unfold(
    tokens: &[Token],
    at: usize,
    prefix: &mut Vec<String>,
    found: &mut Vec<NamedPath>,
) -> usize {
    let Some(token) = tokens.get(at) else { return at };
    if token.is("{") {
        let mut next = at + 1;
        while tokens.get(next).is_some_and(|token| !token.is("}")) {
            next = unfold(tokens, next, prefix, found).max(next + 1);
        }
        return next + 1;
    }
    if token.kind != Kind::Word && !token.is("*") {
        return at;
    }
    prefix.push(token.text.clone());
    let end = if tokens.get(at + 1).is_some_and(|token| token.is("::"))
        && tokens.get(at + 2).is_some_and(|token| !token.is("<"))
    {
        unfold(tokens, at + 2, prefix, found)
    } else {
        let segments = prefix.clone();
        found.push(NamedPath { segments, line: token.line, in_test: token.in_test });
        let renamed = tokens.get(at + 1).is_some_and(|token| token.is("as"));
        at + if renamed { 3 } else { 1 }
    };
    prefix.pop();
    end
}

/// The module that a token stands in: that of the file, and the inline ones that are open.
struct Modules {
    file: Vec<String>,
    inline: Vec<(String, usize)>,
    depth: usize,
}

impl Modules {
    fn of(path: &str) -> Self {
        let inside = path.strip_prefix("src/").unwrap_or(path);
        let inside = inside.strip_suffix(".rs").unwrap_or(inside);
        let mut file: Vec<String> = inside.split('/').map(str::to_owned).collect();
        let is_root = file.len() == 1;
        let leaves_no_name =
            |last: &String| last == "mod" || (is_root && matches!(last.as_str(), "lib" | "main"));
        if file.last().is_some_and(leaves_no_name) {
            file.pop();
        }
        Self { file, inline: Vec::new(), depth: 0 }
    }

    fn follow(&mut self, tokens: &[Token], at: usize) {
        if tokens[at].is("{") {
            self.depth += 1;
            if at >= 2 && tokens[at - 2].is("mod") {
                self.inline.push((tokens[at - 1].text.clone(), self.depth));
            }
        } else if tokens[at].is("}") {
            self.inline.pop_if(|(_, depth)| *depth == self.depth);
            self.depth = self.depth.saturating_sub(1);
        }
    }

    fn make_absolute(&self, segments: &mut Vec<String>) {
        match segments[0].as_str() {
            "atlas_ent" => segments[0] = "crate".to_owned(),
            "self" | "super" => {
                let inline = self.inline.iter().map(|(name, _)| name);
                let mut absolute: Vec<String> = self.file.iter().chain(inline).cloned().collect();
                let steps = segments.iter().take_while(|s| *s == "self" || *s == "super").count();
                for step in segments.drain(..steps) {
                    if step == "super" {
                        absolute.pop();
                    }
                }
                absolute.insert(0, "crate".to_owned());
                absolute.append(segments);
                *segments = absolute;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(path: &str, text: &str) -> Vec<String> {
        let named = Source::new(path, text).named_paths();
        named.iter().map(|path| path.segments.join("::")).collect()
    }

    #[test]
    fn a_use_group_is_unfolded() {
        let found = paths("src/a.rs", "use std::{fs, time::{Duration as D, Instant}, io::*};");
        for expected in ["std::fs", "std::time::Duration", "std::time::Instant", "std::io::*"] {
            assert!(found.iter().any(|path| path == expected), "{expected} in {found:?}");
        }
    }

    #[test]
    fn super_leads_to_the_crate() {
        assert_eq!(paths("src/a/b.rs", "super::super::c::d()"), ["crate::c::d"]);
        assert_eq!(paths("src/a/mod.rs", "mod m { fn f() {} use super::super::c; }"), ["crate::c"]);
        assert_eq!(paths("src/a/mod.rs", "mod m { fn f() {} } use super::c;"), ["crate::c"]);
    }
}
