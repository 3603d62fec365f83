//! The house rules. Each one takes sources and returns what breaks it.

use std::fmt;

use crate::lexer::{Kind, Token};
use crate::source::{NamedPath, Source};

/// From the top of the house to its foot: a room uses only those above it.
pub const ROOMS: [&str; 10] = [
    "territory",
    "outline",
    "table",
    "coverage",
    "cartography",
    "scene",
    "render",
    "project",
    "cli",
    "app",
];

/// Used by every room, use none.
const CORRIDORS: [&str; 2] = ["french", "memo"];

/// The way to the disk, for the rooms that may touch it.
const DISK: &str = "disk";
const MAY_USE_DISK: [&str; 2] = ["app", "cli"];

/// The two roots. Only `main` knows both the commands and the window.
const ROOTS: [&str; 2] = ["lib", "main"];

/// The one source file where colours are written down; palettes are data in `assets/`.
const COLOUR_HOME: &str = "src/app/theme.rs";

/// Where the words of a subject are written; titles, legends and cards ask for them.
const SUBJECT_HOME: &str = "src/coverage/subject/";

const LONGEST_FILE_LINES: usize = 500;

/// One place that breaks a rule.
#[derive(Debug)]
pub struct Breach {
    path: String,
    line: usize,
    what: String,
}

impl Breach {
    pub fn new(source: &Source, line: usize, what: impl Into<String>) -> Self {
        Self { path: source.path.clone(), line, what: what.into() }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Every file of `src/` is a root, a corridor, or stands in a room of the list.
pub fn stands_in_a_room(source: &Source) -> Vec<Breach> {
    let known = |name: &str| [&CORRIDORS[..], &[DISK], &ROOTS, &ROOMS].concat().contains(&name);
    let stray = source.room().filter(|name| !known(name));
    let what = |name| format!("`{name}` is no room of the house");
    stray.map(|name| Breach::new(source, 1, what(name))).into_iter().collect()
}

/// A room names only itself, the corridors and the rooms above it; the app does not know the
/// commands.
pub fn uses_only_rooms_above(source: &Source) -> Vec<Breach> {
    let Some(room) = source.room().filter(|name| !ROOTS.contains(name)) else { return Vec::new() };
    let paths = source.named_paths();
    let within = paths.iter().filter(|path| path.segments[0] == "crate");
    let wrong = within.filter(|path| path.segments.get(1).is_some_and(|used| !may_use(room, used)));
    let what = |path: &NamedPath| format!("`{room}` must not use `{}`", path.segments.join("::"));
    wrong.map(|path| Breach::new(source, path.line, what(path))).collect()
}

fn may_use(room: &str, used: &str) -> bool {
    let floor = |name: &str| ROOMS.iter().position(|&known| known == name);
    match (floor(room), floor(used)) {
        _ if room == used => true,
        (Some(_), None) => {
            CORRIDORS.contains(&used) || (used == DISK && MAY_USE_DISK.contains(&room))
        }
        (None, None) => room == DISK && CORRIDORS.contains(&used),
        (Some(own), Some(other)) => other < own && (room, used) != ("app", "cli"),
        (None, _) => false,
    }
}

/// Only the app names the window toolkit.
pub fn knows_no_window(source: &Source) -> Vec<Breach> {
    if source.room() == Some("app") {
        return Vec::new();
    }
    let toolkit =
        ["egui", "eframe", "walkers", "rfd", "epaint", "emath", "ecolor", "winit", "wgpu"];
    let named = |token: &&Token| {
        token.kind == Kind::Word
            && (toolkit.contains(&token.text.as_str()) || token.text.starts_with("egui_"))
    };
    let what = |token: &Token| format!("`{}` belongs to app/", token.text);
    let found = source.tokens.iter().filter(named);
    found.map(|token| Breach::new(source, token.line, what(token))).collect()
}

/// Only the app, the commands and `main` touch files, clocks, the network, the terminal or other
/// processes, or start a background job; tests may.
pub fn touches_nothing_outside(source: &Source) -> Vec<Breach> {
    if matches!(source.room(), Some("app" | "cli" | "main" | DISK)) {
        return Vec::new();
    }
    let outside = [
        "std::fs",
        "std::net",
        "std::thread",
        "std::process",
        "std::env",
        "std::time::SystemTime",
        "std::time::Instant",
        "std::io::stdin",
        "std::io::stdout",
        "std::io::stderr",
        "jiff::Timestamp",
        "jiff::Zoned",
        "rayon::spawn",
    ];
    let reaches = |path: &NamedPath| {
        let full = path.segments.join("::");
        let named = |&name: &&str| full == name || full.starts_with(&format!("{name}::"));
        // Whatever the clock is called, it is asked for `now`.
        let asks_a_clock = path.segments.last().is_some_and(|last| last == "now");
        !path.in_test && (asks_a_clock || outside.iter().any(named))
    };
    let paths = source.named_paths();
    let what = |name: &str| format!("`{name}` belongs to app/ or cli/");
    let named = paths.iter().filter(|path| reaches(path));
    let mut found: Vec<Breach> =
        named.map(|path| Breach::new(source, path.line, what(&path.segments.join("::")))).collect();
    for name in ["print", "println", "eprint", "eprintln"] {
        let lines = macro_calls(source, name).filter(|token| !token.in_test);
        found.extend(lines.map(|token| Breach::new(source, token.line, what(&format!("{name}!")))));
    }
    found
}

/// No colour is written down outside the theme; tests may name the ones that they expect.
pub fn holds_no_colour(source: &Source) -> Vec<Breach> {
    if source.path == COLOUR_HOME {
        return Vec::new();
    }
    let tokens: Vec<&Token> = source.tokens.iter().filter(|token| !token.in_test).collect();
    let written = (0..tokens.len()).filter_map(|at| {
        let colour = named_colour(&tokens[at..])
            .or_else(|| built_colour(&tokens[at..]))
            .or_else(|| hex_colour(tokens[at]))?;
        Some(Breach::new(source, tokens[at].line, format!("colour {colour} outside the theme")))
    });
    written.collect()
}

/// `Color32::RED`, but neither of the two neutral multipliers.
fn named_colour(tokens: &[&Token]) -> Option<String> {
    let [owner, colons, name, ..] = tokens else { return None };
    let is_constant =
        name.text.len() > 1 && name.text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let is_neutral = matches!(name.text.as_str(), "TRANSPARENT" | "WHITE" | "PLACEHOLDER");
    let is_colour = matches!(owner.text.as_str(), "Color32" | "Rgba" | "Color");
    (is_colour && colons.is("::") && name.kind == Kind::Word && is_constant && !is_neutral)
        .then(|| format!("`{}::{}`", owner.text, name.text))
}

/// `from_rgb(12, …)`, `Color::new(0x0a, …)`, `Rgb(12, …)`, `Color { r: 12, … }`: made from numbers.
fn built_colour(tokens: &[&Token]) -> Option<String> {
    let [name, rest @ ..] = tokens else { return None };
    let is_type = matches!(name.text.as_str(), "Color" | "Color32" | "Rgb" | "Rgba" | "Colour");
    let makers = ["from_rgb", "from_gray", "from_black", "from_white", "from_hex", "hex_color"];
    let is_maker = makers.iter().any(|maker| name.text.starts_with(maker))
        || matches!(name.text.as_str(), "rgb" | "rgba");
    let number_after = |marks: &[&str]| {
        let opens = rest.iter().zip(marks).filter(|(token, mark)| token.is(mark)).count();
        opens == marks.len() && rest.get(marks.len()).is_some_and(|t| t.kind == Kind::Number)
    };
    let is_field = is_type
        && rest.len() > 3
        && rest[0].is("{")
        && rest[2].is(":")
        && rest[3].kind == Kind::Number;
    let is_built = name.kind == Kind::Word
        && ((is_maker && number_after(&["("]))
            || (is_type && (number_after(&["("]) || number_after(&["::", "new", "("])))
            || is_field);
    is_built.then(|| format!("`{}` made from numbers", name.text))
}

/// `"#0a4"` or `"#08519c"`, alone or within a longer text; not `&#233;`, `url(#abc)` or `page#abc`.
fn hex_colour(token: &Token) -> Option<String> {
    if token.kind != Kind::Text {
        return None;
    }
    token.text.match_indices('#').find_map(|(at, _)| {
        let (before, after) = (&token.text[..at], &token.text[at + 1..]);
        let is_reference =
            before.ends_with(|c: char| c == '&' || c.is_alphanumeric()) || before.ends_with("url(");
        let word: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
        let is_hex = matches!(word.len(), 3 | 6 | 8) && word.chars().all(|c| c.is_ascii_hexdigit());
        (is_hex && !is_reference).then(|| format!("`#{word}`"))
    })
}

/// What a map counts is put into words in one place; tests may quote them.
pub fn names_no_subject(source: &Source) -> Vec<Breach> {
    if source.path.starts_with(SUBJECT_HOME) {
        return Vec::new();
    }
    let names = |token: &&Token| {
        let plain = token.text.replace('\'', "’");
        let words = ["équipé d’un ENT", "équipés d’un ENT", "où l’ENT est utilisé"];
        token.kind == Kind::Text && !token.in_test && words.iter().any(|word| plain.contains(word))
    };
    let what = |token: &Token| format!("« {} » names a subject outside its home", token.text);
    let found = source.tokens.iter().filter(names);
    found.map(|token| Breach::new(source, token.line, what(token))).collect()
}

/// A file can be read in one sitting.
pub fn is_short_enough(source: &Source) -> Vec<Breach> {
    let lines = source.text.lines().count();
    let what = format!("{lines} lines, more than {LONGEST_FILE_LINES}");
    let breach = (lines > LONGEST_FILE_LINES).then(|| Breach::new(source, lines, what));
    breach.into_iter().collect()
}

/// Nothing is left for later, and no test is switched off.
pub fn is_finished(source: &Source) -> Vec<Breach> {
    let mut found = Vec::new();
    for name in ["todo", "unimplemented", "dbg"] {
        let calls = macro_calls(source, name);
        found.extend(calls.map(|token| Breach::new(source, token.line, format!("`{name}!`"))));
    }
    let attributes = source.tokens.windows(3);
    let ignored = attributes.filter(|w| w[0].is("#") && w[1].is("[") && w[2].is("ignore"));
    found.extend(ignored.map(|w| Breach::new(source, w[0].line, "`#[ignore]`")));
    found
}

fn macro_calls<'a>(source: &'a Source, name: &'a str) -> impl Iterator<Item = &'a Token> {
    let pairs = source.tokens.windows(2);
    pairs.filter(move |pair| pair[0].is(name) && pair[1].is("!")).map(|pair| &pair[0])
}
