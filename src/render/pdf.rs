//! A scene as PDF: one page of vectors, with its typeface, its texts as text, and tags by which a
//! reader aloud finds its way (PDF/UA-1, which krilla checks).
//!
//! The page is read in the order of its nodes. A figure is heard by its alternative text; what
//! belongs to no group and writes nothing is decoration. Nothing is dated, so that the same scene
//! gives the same bytes.

mod brush;
mod structure;

use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    error::KrillaError,
    geom::{Point, Transform},
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    tagging::TagTree,
};

use crate::scene::Scene;
use structure::Author;

/// Why a PDF could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The page has no surface, or more than a PDF can hold.
    #[error("une page de {width} × {height} ne peut pas être faite. Choisissez un autre format.")]
    Size {
        /// In page units.
        width: f32,
        /// In page units.
        height: f32,
    },
    /// What was drawn breaks a rule of the format, which is a fault of this program.
    #[error(
        "le PDF n’a pas pu être écrit ({0})\u{202f}: c’est un défaut du programme, signalez-le."
    )]
    Invalid(String),
}

/// Points of a PDF in a page unit: 72 and 96 an inch.
const POINTS: f32 = 0.75;
/// Longest side of a page, in points.
const LONGEST: f32 = 14_400.0;
const LANGUAGE: &str = "fr";
/// The name of a page that has none.
const UNTITLED: &str = "Carte";

/// Draws a scene as the only page of a PDF. `author` is who made it, if that shall be told.
///
/// # Errors
/// When the page has no surface or is longer than five metres.
pub fn to_pdf(scene: &Scene, author: Option<&str>) -> Result<Vec<u8>, PdfError> {
    let (width, height) = (scene.width, scene.height);
    let size = Some([width, height].map(|side| side * POINTS))
        .filter(|sides| sides.iter().all(|side| (3.0..=LONGEST).contains(side)))
        .and_then(|[width, height]| PageSettings::from_wh(width, height));
    let size = size.ok_or(PdfError::Size { width, height })?;
    let mut document = Document::new_with(settings()?);
    let mut page = document.start_page_with(size);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(POINTS, POINTS));
    let mut author_of_tags = Author::of(scene, &mut surface)?;
    let outline = author_of_tags.write();
    surface.pop();
    surface.finish();
    let tags = outline.into_iter().map(|branch| branch.tagged(&mut page)).collect::<Vec<_>>();
    page.finish();
    document.set_tag_tree(TagTree::from(tags).with_lang(Some(LANGUAGE.to_owned())));
    document.set_metadata(metadata(scene, author));
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(title(scene), top));
    document.set_outline(outline);
    document.finish().map_err(|fault| PdfError::Invalid(told(&fault)))
}

fn title(scene: &Scene) -> String {
    let title = readable(&scene.title);
    if title.trim().is_empty() { UNTITLED.to_owned() } else { title }
}

/// A text without what a reader may not be given.
fn readable(text: &str) -> String {
    text.chars().filter(|letter| is_readable(*letter)).collect()
}

/// Whether the rules let a letter stand for a glyph: neither a control character nor a byte order
/// mark.
fn is_readable(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn settings() -> Result<SerializeSettings, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|fault| PdfError::Invalid(format!("{fault:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn metadata(scene: &Scene, author: Option<&str>) -> Metadata {
    let metadata = Metadata::new()
        .title(title(scene))
        .language(LANGUAGE.to_owned())
        .creator("Atlas ENT".to_owned());
    let metadata = match scene.description.as_str() {
        "" => metadata,
        description => metadata.description(readable(description)),
    };
    match author {
        Some(author) => metadata.authors(vec![readable(author)]),
        None => metadata,
    }
}

/// Every rule that was broken, by its name.
fn told(fault: &KrillaError) -> String {
    match fault {
        KrillaError::Validation(broken) => {
            let names = broken.iter().map(|(rule, _)| format!("{rule:?}"));
            names.map(|name| name.chars().take(80).collect()).collect::<Vec<String>>().join(", ")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;
