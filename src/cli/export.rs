//! `atlas-ent export`: a map for a report, without a screen.

use super::{
    CommandError,
    arguments::{ExportRequest, PictureFormat},
    files::{OutlineReadError, read_outlines},
};
use crate::{
    disk,
    project::Reading,
    render::{to_png, to_svg},
};

/// Draws the page that was asked for and writes it.
pub(super) fn export(request: &ExportRequest) -> Result<(), CommandError> {
    // The two do not depend on each other, and outlines take the longer.
    let (outlines, dataset) = rayon::join(
        || -> Result<_, OutlineReadError> {
            Ok(read_outlines(request.outlines.as_deref())?.open()?)
        },
        || request.data.dataset(),
    );
    let (outlines, notices) = outlines?;
    for notice in notices {
        eprintln!("atlas-ent : {notice}");
    }
    let document = request.document(&dataset);
    let page = Reading::new(&document, &dataset).page(&dataset, &outlines, request.width);
    let bytes = match request.format {
        PictureFormat::Png => to_png(&page, request.width)?,
        PictureFormat::Svg => to_svg(&page).into_bytes(),
    };
    disk::write(&request.output, &bytes)?;
    Ok(())
}
