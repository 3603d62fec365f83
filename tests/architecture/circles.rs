//! Circles of modules inside a room: two files that need each other can't be understood, nor tried,
//! one by one. What they share belongs into a leaf.
//!
//! A file uses another where one of its paths leads there, through `super`, `crate` or what a
//! `mod.rs` on the way takes from a file beside it. A parent names its children anyway, so that way
//! is not looked at; tests may use what they like.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::Breach;
use crate::source::Source;

/// Rooms, or folders of rooms, in which no circle stands.
pub const WITHOUT_CIRCLES: [&str; 8] =
    ["territory", "outline", "table", "coverage", "cartography", "scene", "render", "app/tiles"];

/// The circles of the files that stand in some folders of `src/`, a breach for each.
pub fn circles(sources: &[Source], folders: &[&str]) -> Vec<Breach> {
    let is_in = |path: &str, folder: &str| {
        path.strip_prefix("src/").is_some_and(|inside| inside.starts_with(&format!("{folder}/")))
    };
    let looked_at =
        sources.iter().filter(|source| folders.iter().any(|folder| is_in(&source.path, folder)));
    let house = House::new(looked_at);
    let reach: BTreeMap<usize, BTreeSet<usize>> =
        house.uses.keys().map(|file| (*file, house.reached_from(*file))).collect();
    let goes = |from: usize, to: usize| reach.get(&from).is_some_and(|all| all.contains(&to));
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for file in 0..house.files.len() {
        if goes(file, file) && told.insert(file) {
            told.extend(
                (0..house.files.len()).filter(|other| goes(file, *other) && goes(*other, file)),
            );
            found.push(house.breach(file));
        }
    }
    found
}

/// The files of some folders, and which of them each uses.
struct House<'a> {
    files: Vec<&'a Source>,
    /// By module: `crate::coverage::state`.
    modules: BTreeMap<Vec<String>, usize>,
    /// Where each use stands first.
    uses: BTreeMap<usize, BTreeMap<usize, usize>>,
}

/// How often a name may be handed on from one `mod.rs` to another.
const MOST_STEPS: usize = 8;

impl<'a> House<'a> {
    fn new(sources: impl Iterator<Item = &'a Source>) -> Self {
        let files: Vec<&Source> = sources.collect();
        let modules = files.iter().enumerate().map(|(rank, file)| (file.module(), rank)).collect();
        let mut house = Self { files, modules, uses: BTreeMap::new() };
        let named: Vec<Vec<(Vec<String>, usize)>> =
            (0..house.files.len()).map(|file| house.named_in(file)).collect();
        for (file, paths) in named.iter().enumerate() {
            let own = house.files[file].module();
            for (path, line) in paths {
                let Some(used) = house.home(path, &named) else { continue };
                let is_child = house.files[used].module().starts_with(&own);
                if used != file && !is_child {
                    house.uses.entry(file).or_default().entry(used).or_insert(*line);
                }
            }
        }
        house
    }

    /// The paths that a file names outside its tests, from the crate on, with their lines.
    fn named_in(&self, file: usize) -> Vec<(Vec<String>, usize)> {
        let source = self.files[file];
        let named = source.named_paths().into_iter().filter(|path| !path.in_test);
        let absolute = named.map(|path| {
            let mut segments = source.module();
            segments.push(path.segments[0].clone());
            // `kind::Sector` in a `mod.rs` is of its child `kind`.
            if self.modules.contains_key(&segments) {
                segments.extend(path.segments.into_iter().skip(1));
                (segments, path.line)
            } else {
                (path.segments, path.line)
            }
        });
        absolute.collect()
    }

    /// The file in which what a path names is written.
    fn home(&self, path: &[String], named: &[Vec<(Vec<String>, usize)>]) -> Option<usize> {
        let mut path = path.to_vec();
        for _ in 0..MOST_STEPS {
            let length = (1..=path.len()).rev().find(|n| self.modules.contains_key(&path[..*n]))?;
            let file = self.modules[&path[..length]];
            let Some(item) = path.get(length) else { return Some(file) };
            let handed_on = named[file]
                .iter()
                .find(|(other, _)| other.last() == Some(item) && other[..] != path[..]);
            match handed_on {
                Some((other, _)) if self.files[file].path.ends_with("/mod.rs") => {
                    path = other.clone();
                }
                _ => return Some(file),
            }
        }
        None
    }

    fn reached_from(&self, file: usize) -> BTreeSet<usize> {
        let (mut reached, mut next) = (BTreeSet::new(), vec![file]);
        while let Some(file) = next.pop() {
            let used = self.uses.get(&file).into_iter().flat_map(BTreeMap::keys);
            next.extend(used.filter(|used| reached.insert(**used)));
        }
        reached
    }

    /// The shortest way from a file back to it, in words, where it leaves the file.
    fn breach(&self, file: usize) -> Breach {
        let mut ways: Vec<Vec<usize>> = vec![vec![file]];
        let mut seen = BTreeSet::new();
        let way = loop {
            let longer: Vec<Vec<usize>> = (ways.iter())
                .flat_map(|way| {
                    let used = way.last().and_then(|last| self.uses.get(last));
                    let used = used.into_iter().flat_map(BTreeMap::keys);
                    used.map(|used| [way.as_slice(), &[*used]].concat())
                })
                .filter(|way| way.last().is_some_and(|last| seen.insert(*last)))
                .collect();
            let closed = longer.iter().find(|way| way.last() == Some(&file));
            match closed {
                Some(way) => break way.clone(),
                None if longer.is_empty() => break vec![file],
                None => ways = longer,
            }
        };
        let line = way.get(1).and_then(|used| self.uses.get(&file)?.get(used)).copied();
        let names: Vec<String> =
            way.iter().map(|file| self.files[*file].module().join("::")).collect();
        let what = format!("a circle of modules: {}", names.join(" → "));
        Breach::new(self.files[file], line.unwrap_or(1), what)
    }
}
