//! Reading JSON records and the properties of GeoJSON features.

mod frames;
mod not_numbers;
mod records;
mod root;
mod sequence;

use memchr::memchr;
use serde::de::DeserializeSeed;

use self::{
    records::Records,
    root::{Root, RootSeed},
};
use super::{
    Encoding, Format, Place, Progress, ReadOptions, Reading, RecognisedForm, Recognition, Table,
    TableError, TableNotice, Whence, encoding, names::Names, recognise::is_named_as_sequence,
    repairs, rows::Around,
};

/// Reads an array of records, an object that holds one, or objects one after another. `name` is
/// the name of the file.
pub(super) fn read(
    bytes: &[u8],
    name: &str,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    let decoded = encoding::decode(bytes, options.encoding);
    let mut notices = Vec::new();
    let read_in = RecognisedForm::Encoding { encoding: decoded.encoding, why: decoded.reason };
    if decoded.repaired > 0 {
        let (count, encoding): (usize, Encoding) = (decoded.repaired, decoded.encoding);
        notices.push(TableNotice::ForeignBytes { count, encoding });
    }
    let text = repairs::accents_of(decoded.text, |byte| byte == b'"', &mut notices);
    let found = match Found::read(&text, name, progress) {
        Err(TableError::Damaged { format, place }) => match not_numbers::emptied(&text) {
            Some((text, count)) => {
                notices.push(TableNotice::NotNumbers { count });
                Found::read(&text, name, progress)?
            }
            None => return Err(TableError::Damaged { format, place }),
        },
        found => found?,
    };
    let Found { records, whence } = found;
    let is_geojson = records.features > 0;
    let count = records.block.len();
    let whence = RecognisedForm::Records { whence, count, are_features: is_geojson };
    let list = |names: &[String]| (!names.is_empty()).then(|| names.to_vec());
    let inner = list(&records.flattened).map(|fields| TableNotice::Flattened { fields });
    let nested = list(&records.nested).map(|columns| TableNotice::NestedValues { columns });
    let others = (records.others > 0).then_some(TableNotice::NotRecords { count: records.others });
    notices.extend([inner, nested, others].into_iter().flatten());
    let recognition = Recognition {
        format: if is_geojson { Format::GeoJson } else { Format::Json },
        encoding: Some(decoded.encoding),
        separator: None,
        sheets: Vec::new(),
        sheet: None,
        header_row: None,
        reasons: vec![read_in, whence],
    };
    let (names, block) = records.finish();
    let table = Table::new(Names::distinct(names), Around::default(), vec![block]);
    Ok(Reading { table, recognition, notices })
}

/// Records, and where they stand.
struct Found {
    records: Records,
    whence: Whence,
}

impl Found {
    fn read(text: &[u8], name: &str, progress: &Progress) -> Result<Self, TableError> {
        match Self::records(text, name, progress) {
            Err(TableError::NoRecords) => match frames::read(text) {
                Some(read) => read.map(|(records, whence)| Self { records, whence }),
                None => Err(TableError::NoRecords),
            },
            found => found,
        }
    }

    fn records(text: &[u8], name: &str, progress: &Progress) -> Result<Self, TableError> {
        if memchr(sequence::RECORD_SEPARATOR, text).is_some() {
            return Self::sequence(text, progress);
        }
        let mut root = Root { best: None, stopped: None, progress };
        let mut deserializer = serde_json::Deserializer::from_slice(text);
        let first = RootSeed(&mut root).deserialize(&mut deserializer);
        if let Some(error) = root.stopped {
            return Err(error);
        }
        first.map_err(|error| damaged(&error))?;
        let is_object = text.trim_ascii_start().first() == Some(&b'{');
        match (root.best, deserializer.end()) {
            (_, Err(_)) if is_object => Self::sequence(text, progress),
            (_, Err(error)) => Err(damaged(&error)),
            (Some((name, records)), Ok(())) if records.block.len() > 0 => {
                Ok(Self { records, whence: Whence::Array(name) })
            }
            // A sequence of one.
            _ if is_object => Self::sequence(text, progress).and_then(|found| {
                let is_one = found.records.features > 0 || is_named_as_sequence(name);
                if is_one { Ok(found) } else { Err(TableError::NoRecords) }
            }),
            _ => Err(TableError::NoRecords),
        }
    }

    fn sequence(text: &[u8], progress: &Progress) -> Result<Self, TableError> {
        let records = sequence::read(text, progress)?;
        if records.block.len() == 0 {
            return Err(TableError::NoRecords);
        }
        Ok(Self { records, whence: Whence::Sequence })
    }
}

fn damaged(error: &serde_json::Error) -> TableError {
    let place = Place::At { line: error.line(), column: error.column() };
    TableError::Damaged { format: Format::Json, place }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{CellKind, READ_ON};

    fn reading(text: &str) -> Reading {
        read(text.as_bytes(), "a.json", &ReadOptions::default(), READ_ON).unwrap()
    }

    fn rows(reading: &Reading) -> Vec<Vec<&str>> {
        let columns = 0..reading.table.headers().len();
        reading.table.rows().map(|row| columns.clone().map(|c| row.cell(c)).collect()).collect()
    }

    #[test]
    fn an_array_of_records_is_a_table() {
        let read = reading(r#"[{"code":"01","taux":91.50},{"taux":1e3,"ok":true,"code":null}]"#);
        assert_eq!(read.table.headers(), ["code", "taux", "ok"]);
        assert_eq!(rows(&read), [["01", "91.5", ""], ["", "1000", "VRAI"]]);
        assert_eq!((read.recognition.format, read.notices.len()), (Format::Json, 0));
    }

    #[test]
    fn the_array_of_a_portal_is_found_and_its_fields_flattened() {
        let read = reading(
            r#"{"nhits":1,"parameters":{"a":[1]},"records":[{"id":"x","fields":{"uai":"0071168G","position":[1,2]}}],"facets":[]}"#,
        );
        assert_eq!(read.table.headers(), ["id", "uai", "position"]);
        assert_eq!(rows(&read), [["x", "0071168G", "[1,2]"]]);
        assert_eq!(read.notices.len(), 2);
        let read = reading(r#"{"results":[{"lieu":{"ville":"Mende"},"n":1}]}"#);
        assert_eq!(read.table.headers(), ["lieu.ville", "n"]);
    }

    #[test]
    fn the_properties_of_features_are_a_table_and_points_have_coordinates() {
        let read = reading(
            r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Mende"},"geometry":{"type":"Point","coordinates":[3.5,44.52]}}]}"#,
        );
        assert_eq!(read.recognition.format, Format::GeoJson);
        assert_eq!(read.table.headers(), ["nom", "longitude", "latitude"]);
        assert_eq!(rows(&read), [["Mende", "3.5", "44.52"]]);
    }

    #[test]
    fn objects_one_after_another_are_a_table_with_the_lines_of_the_file() {
        let lines = "{\"code\":\"01\",\"taux\":10}\n\n{\"code\":\"02\",\"taux\":11,\"l\":[1]}\n";
        let pretty = "\u{1e}{\n\"code\":\"01\",\n\"taux\":10}\n\u{1e}{\"code\":\"02\",\"taux\":11}";
        for (text, expected) in [(lines, [1, 3]), (pretty, [1, 4])] {
            let read = reading(text);
            assert_eq!(read.table.headers()[..2], ["code", "taux"]);
            let lines: Vec<u32> = read.table.rows().map(|row| row.line).collect();
            assert_eq!(lines, expected);
            assert_eq!(read.table.row(1).unwrap().cell(1), "11");
        }
        let one = read(b"{\"a\":1}", "a.ndjson", &ReadOptions::default(), READ_ON).unwrap();
        assert_eq!(one.table.len(), 1);
    }

    #[test]
    fn features_one_after_another_are_geojson() {
        let feature = |code: &str| {
            format!(
                "{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{code}\"}},\"geometry\":null}}\n"
            )
        };
        for text in [feature("01"), feature("01") + &feature("02")] {
            let read = reading(&text);
            assert_eq!(read.recognition.format, Format::GeoJson);
            assert_eq!(read.table.len(), text.lines().count());
        }
    }

    #[test]
    fn the_id_of_a_feature_is_a_column_unless_a_property_is() {
        let features = |second: &str| {
            format!(
                r#"{{"type":"FeatureCollection","features":[
                {{"type":"Feature","id":"01","properties":{{"taux":5}},"geometry":null}},
                {{"type":"Feature","id":2,"properties":{{{second}}},"geometry":null}}]}}"#
            )
        };
        let read = reading(&features("\"taux\":6"));
        assert_eq!(read.table.headers(), ["id", "taux"]);
        assert_eq!(rows(&read), [["01", "5"], ["2", "6"]]);
        let read = reading(&features("\"taux\":6,\"id\":\"x\""));
        assert_eq!(read.table.headers(), ["taux", "id"]);
        assert_eq!(rows(&read), [["5", ""], ["6", "x"]]);
    }

    #[test]
    fn what_python_writes_for_no_number_is_empty_and_told() {
        let read =
            reading("[{\"code\":\"01\",\"taux\":NaN},{\"code\":\"NaN\",\"taux\":-Infinity}]");
        assert_eq!(rows(&read), [["01", ""], ["NaN", ""]]);
        assert_eq!(read.notices, [TableNotice::NotNumbers { count: 2 }]);
    }

    #[test]
    fn numbers_are_numbers_and_figures_in_quotes_texts() {
        let read = reading(r#"[{"a":91.333,"b":"91.333"}]"#);
        let row = read.table.row(0).unwrap();
        assert_eq!((row.kind(0), row.kind(1)), (CellKind::Number, CellKind::Text));
    }

    #[test]
    fn broken_json_is_told_by_line_and_json_without_records_too() {
        let error = |text: &str| {
            read(text.as_bytes(), "a.json", &ReadOptions::default(), READ_ON).unwrap_err()
        };
        let place = Place::At { line: 2, column: 0 };
        assert_eq!(error("[{\"a\":1},\n"), TableError::Damaged { format: Format::Json, place });
        for text in ["[]", "{}", "[1,2]", r#"{"a":{"b":[1]}}"#] {
            assert_eq!(error(text), TableError::NoRecords, "{text}");
        }
    }
}
