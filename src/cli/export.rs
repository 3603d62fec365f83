//! `atlas-ent export`: a map for a report, without a screen.

use super::{
    CommandError,
    arguments::{ExportRequest, PictureFormat},
    files::{OutlineReadError, read_outlines},
    tables::open,
};
use crate::{
    disk::{self, complain},
    render::{to_pdf, to_png, to_svg},
};

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
    let session = session?;
    let document = request.choices.document(session.document().clone(), session.dataset());
    let reading = session.read(&document);
    let page = reading.page(session.dataset(), &outlines, request.width);
    let bytes = match request.format {
        PictureFormat::Png => to_png(&page, request.width)?,
        PictureFormat::Svg => to_svg(&page).into_bytes(),
        PictureFormat::Pdf => to_pdf(&page, None)?,
    };
    disk::write(&request.output, &bytes)?;
    Ok(())
}
