//! What kind of file the bytes are, from the bytes themselves.

use super::TableError;

/// What a file that holds no table is, by its first bytes.
const STRANGERS: [(&[u8], &str); 13] = [
    (b"\x89PNG\r\n\x1a\n", "une image PNG"),
    (b"\xff\xd8\xff", "une image JPEG"),
    (b"GIF87a", "une image GIF"),
    (b"GIF89a", "une image GIF"),
    (b"II*\0", "une image TIFF"),
    (b"MM\0*", "une image TIFF"),
    (b"%PDF-", "un document PDF"),
    (b"{\\rtf", "un document RTF"),
    (b"SQLite format 3\0", "une base de données SQLite"),
    (b"PAR1", "un fichier Parquet"),
    (b"\0\0\x27\x0a", "un fichier de formes (Shapefile)"),
    (b"\x7fELF", "un programme"),
    (b"MZ\x90\0", "un programme"),
];

/// Archives other than zip, of which nothing is opened.
const ARCHIVES: [(&[u8], &str); 4] = [
    (b"\x1f\x8b", "une archive GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "une archive 7-Zip"),
    (b"Rar!\x1a\x07", "une archive RAR"),
    (b"\xfd7zXZ\0", "une archive XZ"),
];

/// What to do with an archive.
pub(super) const UNPACK: &str = "Décompressez-la, puis ouvrez le fichier qu’elle contient.";

/// What to do with a table in a format that only spreadsheets read.
pub(super) const SAVE_AS_XLSX: &str =
    "Ouvrez-le dans votre tableur, enregistrez-le en XLSX ou en CSV, puis rouvrez-le.";

/// A zip, of which the entries tell more.
const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
/// OLE2, the container of XLS, of DOC, and of workbooks under a password.
const OLE2: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What a file is, before anything of it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Ole2,
    /// JSON or GeoJSON.
    Json,
    /// Anything else that may be text.
    Text,
}

/// Recognises a file from its first bytes; the name decides only where these leave a doubt.
///
/// # Errors
/// When it holds nothing, or is known to hold no table.
pub(super) fn recognise(bytes: &[u8], name: &str) -> Result<Container, TableError> {
    if let Some((_, kind)) = STRANGERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(TableError::NotATable { kind });
    }
    if let Some((_, kind)) = ARCHIVES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(TableError::Convertible { kind, remedy: UNPACK });
    }
    if bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) {
        return Ok(Container::Zip);
    }
    if bytes.starts_with(OLE2) {
        return Ok(Container::Ole2);
    }
    if let Some(of) = locked_by(name, bytes.len()) {
        return Err(TableError::LockFile { name: name.to_owned(), of: of.to_owned() });
    }
    if bytes.get(4..8) == Some(b"ftyp") || bytes.starts_with(b"RIFF") {
        return Err(TableError::NotATable { kind: "une image, un son ou une vidéo" });
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if text.is_empty() {
        return Err(TableError::Empty);
    }
    if is_markup(text) {
        let kind = "une page HTML ou un document XML";
        return Err(TableError::Convertible { kind, remedy: SAVE_AS_XLSX });
    }
    Ok(if is_json(text, name) { Container::Json } else { Container::Text })
}

/// The file that a small one was put beside as a lock: `~$taux.xlsx` by Excel, which writes the
/// name of the person into it, `.~lock.taux.xlsx#` by LibreOffice.
fn locked_by(name: &str, length: usize) -> Option<&str> {
    const LONGEST: usize = 4096;
    let libre_office = || name.strip_prefix(".~lock.")?.strip_suffix('#');
    let of = name.strip_prefix("~$").or_else(libre_office)?;
    (length <= LONGEST && !of.is_empty()).then_some(of)
}

/// A page saved in place of the file that it offered, for instance.
fn is_markup(text: &[u8]) -> bool {
    let starts = |wanted: &str| {
        text.get(..wanted.len()).is_some_and(|head| head.eq_ignore_ascii_case(wanted.as_bytes()))
    };
    ["<!doctype", "<html", "<?xml", "<svg", "<table"].into_iter().any(starts)
}

/// A table may begin with a bracket too: « [Code];[Nom] ».
fn is_json(text: &[u8], name: &str) -> bool {
    // The sign that stands before each text of a sequence.
    let text = text.strip_prefix(b"\x1e").unwrap_or(text).trim_ascii_start();
    let Some(first) = text.first() else { return false };
    let named = has_extension(name, &["json", "geojson"]) || is_named_as_sequence(name);
    let rest = text[1..].trim_ascii_start();
    match first {
        b'{' => named || matches!(rest.first(), Some(b'"' | b'}') | None),
        b'[' => named || matches!(rest.first(), Some(b'{' | b']') | None),
        _ => false,
    }
}

/// Whether a name says that JSON texts stand one after another.
pub(super) fn is_named_as_sequence(name: &str) -> bool {
    has_extension(name, &["jsonl", "ndjson", "jsonlines", "geojsonl", "geojsons", "ndgeojson"])
}

fn has_extension(name: &str, extensions: &[&str]) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| extensions.contains(&&*extension))
}

/// Whether bytes that no signature names can't be text either: zeros or control characters by
/// the dozen. UTF-16, of which every second byte is zero, has been decoded before.
pub(super) fn is_binary(text: &[u8]) -> bool {
    let sample = &text[..text.len().min(64 << 10)];
    let controls = sample.iter().filter(|byte| is_control(**byte)).count();
    controls * 50 > sample.len()
}

/// A character that no text shows and no table needs.
pub(super) fn is_control(byte: u8) -> bool {
    // Without branches, since every byte of a file is asked.
    (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') & (byte != 0x0c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_decide_before_the_name() {
        for (bytes, name, expected) in [
            (&b"PK\x03\x04rest"[..], "a.csv", Container::Zip),
            (OLE2, "a.csv", Container::Ole2),
            (b"[{\"a\":1}]", "a.csv", Container::Json),
            (b"\xef\xbb\xbf { \"a\": 1 }", "a", Container::Json),
            (b"[Code];[Nom]\n", "a.csv", Container::Text),
            (b"[1]", "a.json", Container::Json),
            (b"a;b\n", "a.xlsx", Container::Text),
        ] {
            assert_eq!(recognise(bytes, name), Ok(expected), "{name}");
        }
    }

    #[test]
    fn what_holds_no_table_is_named() {
        let png = recognise(b"\x89PNG\r\n\x1a\n....", "lycees.csv").unwrap_err();
        assert!(png.to_string().starts_with("Ce fichier est une image PNG, pas un tableau"));
        assert_eq!(recognise(b" \r\n\t", "a.csv"), Err(TableError::Empty));
        assert!(recognise(b"<!DOCTYPE html><html>", "a.csv").is_err());
    }

    #[test]
    fn the_lock_of_a_spreadsheet_is_told_with_the_file_that_it_locks() {
        for name in ["~$taux.xlsx", ".~lock.taux.xlsx#"] {
            let error = recognise(b"\x05Marie   \0", name).unwrap_err().to_string();
            assert!(error.contains("Choisissez « taux.xlsx »"), "{error}");
        }
        assert_eq!(recognise(b"PK\x03\x04rest", "~$taux.xlsx"), Ok(Container::Zip));
        assert_eq!(recognise(&[b';'; 9000], "~$taux.csv"), Ok(Container::Text));
    }

    #[test]
    fn a_few_control_characters_make_no_binary_file() {
        assert!(is_binary(b"\0\x01\x02\x03abc"));
        assert!(!is_binary(format!("{}\0", "texte;".repeat(50)).as_bytes()));
    }
}
