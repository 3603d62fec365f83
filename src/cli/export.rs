//! `atlas-ent export`: a map for a report, without a screen.

use std::path::Path;

use super::{
    CommandError,
    arguments::{ExportRequest, Named, PictureFormat},
    files::{OutlineReadError, read_outlines},
    tables::open,
};
use crate::{
    disk::{self, DiskError, complain},
    french::NARROW_SPACE,
    outline::Plane,
    project::{Command, PageChange, Session},
    render::{to_pdf, to_png, to_svg},
    scene::{Bitmap, BitmapError, Template},
    territory::TerritoryId,
};

/// Why a territory that an option names is not to be had.
#[derive(Debug, thiserror::Error)]
pub(super) enum PlaceError {
    #[error(
        "« --lieu {0} »{NARROW_SPACE}: aucun département, aucune région et aucune académie n’a ce code."
    )]
    Nowhere(String),
    #[error("« --lieu {0} »{NARROW_SPACE}: les contours de ce territoire manquent.")]
    NotDrawn(String),
    #[error("« --lecture {0} »{NARROW_SPACE}: aucun territoire de la carte n’a ce code.")]
    NotOnMap(String),
}

/// Draws the page that was asked for and writes it.
pub(super) fn export(request: &ExportRequest) -> Result<(), CommandError> {
    // The two do not depend on each other.
    let (outlines, session) = rayon::join(
        || -> Result<_, OutlineReadError> {
            Ok(read_outlines(request.outlines.as_deref())?.open()?)
        },
        || open(&request.choices),
    );
    let (outlines, notices) = outlines?;
    for notice in notices {
        complain(&notice);
    }
    let mut session = session?;
    let logo = request.page.logo.as_deref().map(read_logo).transpose()?;
    arrange(&mut session, request, logo, &outlines)?;
    let (reading, dataset) = (session.reading(), session.dataset());
    let wants_several =
        matches!(reading.document.page.spec.template, Template::TwoDates | Template::Evolution);
    if wants_several && reading.map_dates(dataset).len() < 2 {
        complain("les données n’ont pas plusieurs dates\u{202f}: la page n’a qu’une carte.");
    }
    let page = reading.page(dataset, &outlines, request.fineness());
    let bytes = match request.format {
        PictureFormat::Png => to_png(&page, request.pixels())?,
        PictureFormat::Svg => to_svg(&page).into_bytes(),
        PictureFormat::Pdf => to_pdf(&page, reading.document.page.spec.author())?,
    };
    disk::write(&request.output, &bytes)?;
    Ok(())
}

/// Why a logo can't stand on the page.
#[derive(Debug, thiserror::Error)]
pub(super) enum LogoError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error("« {0} »{NARROW_SPACE}: {1}")]
    Picture(String, #[source] BitmapError),
}

/// The bytes of a PNG file.
fn read_logo(path: &Path) -> Result<Vec<u8>, LogoError> {
    let bytes = disk::read(path)?;
    Bitmap::read(&bytes).map_err(|fault| LogoError::Picture(path.display().to_string(), fault))?;
    Ok(bytes)
}

/// Brings a session to the map, the place and the page that were asked for.
fn arrange(
    session: &mut Session,
    request: &ExportRequest,
    logo: Option<Vec<u8>>,
    outlines: &Plane,
) -> Result<(), PlaceError> {
    for command in request.choices.commands(session.document(), session.dataset()) {
        session.apply(command);
    }
    let asked = &request.page;
    if let Some(named) = &asked.place {
        let told = || named.text.clone();
        let place = named.territory(session.document().edition);
        let place = place.ok_or_else(|| PlaceError::Nowhere(told()))?;
        outlines.bounds_of(place).ok_or_else(|| PlaceError::NotDrawn(told()))?;
        session.apply(Command::Enter(place));
    }
    for change in asked.changes(logo) {
        session.apply(Command::ChangePage(change));
    }
    if let Some(named) = &asked.read {
        let territory = on_map(session, named)?;
        session.apply(Command::ChangePage(PageChange::Read(Some(territory))));
    }
    if !asked.texts.is_empty() {
        let proposed = session.reading().proposed_text(session.dataset(), outlines);
        for (block, text) in &asked.texts {
            let (block, text) = (*block, text.clone());
            let proposed = proposed.of(block).unwrap_or_default();
            let change = PageChange::Write { block, text, proposed };
            session.apply(Command::ChangePage(change));
        }
    }
    Ok(())
}

fn on_map(session: &Session, named: &Named) -> Result<TerritoryId, PlaceError> {
    let reading = session.reading();
    let id = named.at(reading.level(), session.document().edition);
    id.filter(|id| reading.inside.iter().any(|state| state.id == *id))
        .ok_or_else(|| PlaceError::NotOnMap(named.text.clone()))
}
