//! `atlas-ent export`: a map for a report, without a screen.

use super::{
    CommandError,
    arguments::{ExportRequest, PictureFormat, Source},
    files::{OutlineReadError, read_outlines},
    tables::read_files,
};
use crate::{
    disk,
    project::{Data, Document, Reading, Session},
    render::{to_png, to_svg},
};

/// Draws the page that was asked for and writes it.
pub(super) fn export(request: &ExportRequest) -> Result<(), CommandError> {
    // The two do not depend on each other.
    let (outlines, session) = rayon::join(
        || -> Result<_, OutlineReadError> {
            Ok(read_outlines(request.outlines.as_deref())?.open()?)
        },
        || open(&request.source),
    );
    let (outlines, notices) = outlines?;
    for notice in notices {
        eprintln!("atlas-ent : {notice}");
    }
    let session = session?;
    let document = request.document(session.document().clone(), session.dataset());
    let reading = Reading::new(&document, session.dataset());
    let page = reading.page(session.dataset(), &outlines, request.width);
    let bytes = match request.format {
        PictureFormat::Png => to_png(&page, request.width)?,
        PictureFormat::Svg => to_svg(&page).into_bytes(),
    };
    disk::write(&request.output, &bytes)?;
    Ok(())
}

/// The data, as they would be shown at first.
fn open(source: &Source) -> Result<Session, CommandError> {
    match source {
        Source::Embedded(embedded) => {
            Ok(Session::new(Document { data: Data::from(*embedded), ..Document::default() }))
        }
        Source::Files(paths) => {
            let mut session = Session::new(Document::default());
            session.open_own(read_files(paths)?);
            if session.own_files().any(|(_, report)| !report.is_complete()) {
                eprintln!(
                    "atlas-ent : certaines lignes ne sont pas rapprochées ; \
                     « atlas-ent verifier » dit lesquelles."
                );
            }
            Ok(session)
        }
    }
}
