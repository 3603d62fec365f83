//! The words of a page for a report.

use super::{
    MapName,
    lecture::{Figures, missing, reading_note},
};
use crate::{
    french::NARROW_SPACE,
    scene::{PageText, WATERMARK},
};

/// The words of a page. `sources` are those of its figures and of its outlines.
pub(in super::super) fn page_text(
    name: &MapName,
    figures: &Figures<'_>,
    sources: Vec<String>,
) -> PageText {
    let words = PageText {
        title: name.title(),
        subtitle: name.subtitle_at(figures.dates),
        scope: name.scope(),
        reading_note: reading_note(name, figures),
        missing: missing(name, figures),
        supposed: supposed(figures.supposed),
        sources,
        alternative: String::new(),
        fictitious: name.fictitious,
    };
    let what = if figures.dates.len() > 1 { "Cartes" } else { "Carte" };
    PageText { alternative: alternative(what, &words), ..words }
}

/// All that a page says, in the order in which it is read. `what` is « Carte », or what else it is.
pub(in super::super) fn alternative(what: &str, words: &PageText) -> String {
    let warning = if words.fictitious { format!("{WATERMARK}.") } else { String::new() };
    let title = format!("{what}{NARROW_SPACE}: {}. {}.", words.title, words.subtitle);
    let parts = [&warning, &title, &words.scope, &words.reading_note, &words.missing];
    let parts = parts.into_iter().chain([&words.supposed]).chain(&words.sources);
    parts.filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// « Lecture supposée : date supposée d’après le titre. »; empty where nothing is supposed.
fn supposed(short: &[String]) -> String {
    if short.is_empty() {
        return String::new();
    }
    let all = short.join(&format!("{NARROW_SPACE}; "));
    format!("Lecture supposée{NARROW_SPACE}: {all}.")
}
