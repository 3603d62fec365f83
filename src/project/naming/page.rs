//! The words of a page for a report.

use super::{
    MapName,
    lecture::{Figures, reading_note},
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
    let title = name.title();
    let subtitle = name.subtitle();
    let reading_note = reading_note(name, figures);
    let warning = if name.fictitious { format!("{WATERMARK}. ") } else { String::new() };
    let alternative = format!(
        "{warning}Carte{NARROW_SPACE}: {title}. {subtitle}. {reading_note} {}",
        sources.join(" ")
    );
    PageText {
        title,
        subtitle,
        reading_note,
        sources,
        alternative,
        fictitious: name.fictitious,
        ..PageText::default()
    }
}
