//! What a zip holds, and whether it is safe to unfold.

use std::io::{Cursor, Read};

use zip::{ZipArchive, read::ZipFile};

use super::damaged;
use crate::table::{
    Format, Place, TableError, TooLarge,
    recognise::{SAVE_AS_XLSX, UNPACK},
};

/// Bytes that a workbook may hold once decompressed: ten times the largest that people bring.
const MOST_BYTES: u64 = 300_000_000;

/// The same for each part that is neither a sheet nor its texts; styles, which take little room in
/// the file and much in memory, above all.
const MOST_BYTES_OF_OTHERS: u64 = 10_000_000;

/// No data shrink further than this; zeros, of which bombs are made, shrink a thousand times.
const BEST_RATIO: u64 = 200;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Says which workbook a zip is, after having measured all that will be read.
///
/// # Errors
/// When it is no workbook, is damaged, or decompresses into more than a workbook of use would.
pub(super) fn check(bytes: &[u8], name: &str) -> Result<Format, TableError> {
    // The list of its entries stands at the end, which is missing.
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| TableError::Damaged { format: Format::Xlsx, place: Place::CutShort })?;
    let format = recognise(&mut archive)?;
    check_size(&mut archive, format, bytes.len() as u64)?;
    if format == Format::Xlsx && archive.by_name("EncryptedPackage").is_ok() {
        return Err(TableError::Protected { name: name.to_owned() });
    }
    Ok(format)
}

fn recognise(archive: &mut Archive<'_>) -> Result<Format, TableError> {
    let mut mimetype = String::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        // Anything but a short text is no type.
        let _ = entry.take(100).read_to_string(&mut mimetype);
    }
    if mimetype.trim() == "application/vnd.oasis.opendocument.spreadsheet" {
        return Ok(Format::Ods);
    }
    let has = |start: &str| archive.file_names().flatten().any(|name| name.starts_with(start));
    let kind = if has("xl/workbook.bin") {
        let kind = "un classeur Excel binaire (XLSB)";
        return Err(TableError::Convertible { kind, remedy: SAVE_AS_XLSX });
    } else if has("xl/") {
        return Ok(Format::Xlsx);
    } else if has("word/") || mimetype.contains("opendocument.text") {
        "un document de traitement de texte"
    } else if has("ppt/") || mimetype.contains("opendocument.presentation") {
        "une présentation"
    } else {
        return Err(TableError::Convertible { kind: "une archive ZIP", remedy: UNPACK });
    };
    Err(TableError::NotATable { kind })
}

/// Decompresses once, into nothing, each part that might be large: what a zip declares of its own
/// sizes may be a lie.
fn check_size(archive: &mut Archive<'_>, format: Format, length: u64) -> Result<(), TableError> {
    // Deflate can't do better than 1 to 1032.
    const BEST_DEFLATE: u64 = 1032;
    let too_large = |bytes| TableError::TooLarge { what: TooLarge::Decompressed(bytes) };
    let most = MOST_BYTES.min((length * BEST_RATIO).max(MOST_BYTES_OF_OTHERS));
    let mut total = 0;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| damaged(format))?;
        let Ok(name) = entry.name().map(|name| name.to_ascii_lowercase()) else { continue };
        if !is_read(&name) {
            continue;
        }
        let limit = if is_data(&name) { most } else { MOST_BYTES_OF_OTHERS.min(most) };
        let at_most = entry.compressed_size().saturating_mul(BEST_DEFLATE);
        let size = if at_most < 1_000_000 { at_most } else { count(&mut entry, limit)? };
        total += size;
        if size > limit || total > most {
            return Err(too_large(limit));
        }
    }
    Ok(())
}

/// Bytes that come out of an entry, counted up to just beyond `limit`.
fn count(entry: &mut ZipFile<'_, Cursor<&[u8]>>, limit: u64) -> Result<u64, TableError> {
    let damage = |_| damaged(Format::Xlsx);
    std::io::copy(&mut entry.take(limit + 1), &mut std::io::sink()).map_err(damage)
}

/// Pictures and embedded files are never opened.
fn is_read(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".bin")
}

fn is_data(name: &str) -> bool {
    name.contains("worksheets/") || name.contains("sharedstrings") || name == "content.xml"
}
