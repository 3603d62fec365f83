//! Reading JSON records and the properties of GeoJSON features.

mod records;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use self::records::Records;
use super::{
    Encoding, Format, Place, Progress, ReadOptions, Reading, Recognition, Table, TableError,
    TableNotice, encoding,
};

/// The names that open-data portals give to their array of records.
const ARRAYS: [&str; 6] = ["records", "results", "data", "features", "rows", "items"];

/// Reads an array of records, or an object that holds one.
pub(super) fn read(
    bytes: &[u8],
    options: &ReadOptions,
    progress: &Progress,
) -> Result<Reading, TableError> {
    let decoded = encoding::decode(bytes, options.encoding);
    let mut notices = Vec::new();
    if decoded.repaired > 0 {
        let (count, encoding): (usize, Encoding) = (decoded.repaired, decoded.encoding);
        notices.push(TableNotice::ForeignBytes { count, encoding });
    }
    let mut root = Root { best: None, stopped: None, progress };
    let mut deserializer = serde_json::Deserializer::from_slice(&decoded.text);
    let result = RootSeed(&mut root).deserialize(&mut deserializer);
    if let Some(error) = root.stopped {
        return Err(error);
    }
    result.and_then(|()| deserializer.end()).map_err(|error| TableError::Damaged {
        format: Format::Json,
        place: Place::At { line: error.line(), column: error.column() },
    })?;
    let (name, records) = root.best.ok_or(TableError::NoRecords)?;
    if records.block.len() == 0 {
        return Err(TableError::NoRecords);
    }
    let is_geojson = records.features > 0;
    let what = if is_geojson { "entités" } else { "enregistrements" };
    let whence = name.map_or_else(|| "Le fichier".to_owned(), |name| format!("« {name} »"));
    let reasons = vec![
        decoded.reason.to_owned(),
        format!("{whence} est un tableau JSON de {} {what}.", records.block.len()),
    ];
    let list = |names: Vec<String>| (!names.is_empty()).then_some(names);
    let inner = list(records.flattened).map(|fields| TableNotice::Flattened { fields });
    let nested = list(records.nested).map(|columns| TableNotice::NestedValues { columns });
    let others = (records.others > 0).then_some(TableNotice::NotRecords { count: records.others });
    notices.extend([inner, nested, others].into_iter().flatten());
    let recognition = Recognition {
        format: if is_geojson { Format::GeoJson } else { Format::Json },
        encoding: Some(decoded.encoding),
        separator: None,
        sheets: Vec::new(),
        sheet: None,
        header_row: None,
        reasons,
    };
    Ok(Reading { table: Table::new(records.names, vec![records.block]), recognition, notices })
}

/// What was found at the root of the file.
struct Root<'a> {
    /// The array of records, and the name under which it stands.
    best: Option<(Option<String>, Records)>,
    stopped: Option<TableError>,
    progress: &'a Progress<'a>,
}

impl Root<'_> {
    /// Keeps the better of two arrays: by its name, then the longer.
    fn keep(&mut self, name: Option<String>, records: Records) {
        let rank = |name: &Option<String>, records: &Records| {
            let known = name.as_deref().is_some_and(|name| ARRAYS.contains(&name));
            (records.block.len() > 0, known, records.block.len())
        };
        if self.best.as_ref().is_none_or(|(n, r)| rank(&name, &records) > rank(n, r)) {
            self.best = Some((name, records));
        }
    }
}

struct RootSeed<'r, 'a>(&'r mut Root<'a>);

impl<'de> DeserializeSeed<'de> for RootSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for RootSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of records, or an object that holds one")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<(), A::Error> {
        let records = records(array, self.0)?;
        self.0.keep(None, records);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(name) = object.next_key::<String>()? {
            if let Some(records) = object.next_value_seed(FieldSeed(self.0))? {
                self.0.keep(Some(name), records);
            }
        }
        Ok(())
    }
}

/// A field of the root object: records when it is an array.
struct FieldSeed<'r, 'a>(&'r mut Root<'a>);

impl<'de> DeserializeSeed<'de> for FieldSeed<'_, '_> {
    type Value = Option<Records>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FieldSeed<'_, '_> {
    type Value = Option<Records>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<Self::Value, A::Error> {
        records(array, self.0).map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

fn records<'de, A: SeqAccess<'de>>(mut array: A, root: &mut Root<'_>) -> Result<Records, A::Error> {
    let mut records = Records::default();
    let mut rank = 0_u32;
    while let Some(value) = array.next_element::<Value>()? {
        rank = rank.saturating_add(1);
        if let Err(error) = records.push(rank, value) {
            root.stopped = Some(error);
        } else if rank.is_multiple_of(4096) && (root.progress)(0.5).is_break() {
            root.stopped = Some(TableError::Cancelled);
        }
        if root.stopped.is_some() {
            return Err(serde::de::Error::custom("stopped"));
        }
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::READ_ON;

    fn reading(text: &str) -> Reading {
        read(text.as_bytes(), &ReadOptions::default(), READ_ON).unwrap()
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
    fn broken_json_is_told_by_line_and_json_without_records_too() {
        let error =
            |text: &str| read(text.as_bytes(), &ReadOptions::default(), READ_ON).unwrap_err();
        let place = Place::At { line: 2, column: 0 };
        assert_eq!(error("[{\"a\":1},\n"), TableError::Damaged { format: Format::Json, place });
        for text in ["[]", "{}", "[1,2]", r#"{"a":{"b":[1]}}"#] {
            assert_eq!(error(text), TableError::NoRecords, "{text}");
        }
    }
}
