//! What is said on the terminal that the program was started from, if there is one.

use std::io::{self, Write};

/// Says something on the standard output. A reader that closed early (`| head`) is no fault of ours.
pub fn say(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// Says on the standard error what went wrong or was noticed, in the program's name; where nobody
/// listens any more, nothing else fails for it.
pub fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "atlas-ent : {text}");
}
