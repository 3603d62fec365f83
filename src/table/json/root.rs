//! The root of a JSON file: an array of records, or an object that holds one.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::records::Records;
use crate::table::{Progress, TableError};

/// The names that open-data portals give to their array of records.
const ARRAYS: [&str; 6] = ["records", "results", "data", "features", "rows", "items"];

/// What was found at the root of the file.
pub(super) struct Root<'a> {
    /// The array of records, and the name under which it stands.
    pub best: Option<(Option<String>, Records)>,
    pub stopped: Option<TableError>,
    pub progress: &'a Progress<'a>,
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

/// Reads the root of a file.
pub(super) struct RootSeed<'r, 'a>(pub &'r mut Root<'a>);

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
