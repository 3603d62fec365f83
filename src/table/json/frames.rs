//! Tables that JSON holds otherwise than as records: by columns, by rows of cells below their
//! names, or by the key of each row, as data frames are written out.

use serde_json::{Map, Value};

use super::records::Records;
use crate::table::{TableError, Whence};

/// The names under which programs write the names of columns, and rows of cells.
const NAMES: [&str; 4] = ["columns", "fields", "headers", "colonnes"];
const ROWS: [&str; 5] = ["data", "rows", "values", "records", "lignes"];

/// The name of a column of keys.
const KEY: &str = "id";

/// The table that a text holds in such a form; `None` where it holds none.
///
/// # Errors
/// When there are more cells or columns than a table may have.
pub(super) fn read(text: &[u8]) -> Option<Result<(Records, Whence), TableError>> {
    let root: Value = serde_json::from_slice(text).ok()?;
    let (rows, whence) = match &root {
        Value::Array(rows) => (below_their_names(rows)?, Whence::Rows),
        Value::Object(root) => match split(root) {
            Some(rows) => (rows, Whence::Rows),
            None => match by_columns(root) {
                Some(rows) => (rows, Whence::Columns),
                None => (by_keys(root)?, Whence::Keys),
            },
        },
        _ => return None,
    };
    let mut records = Records::default();
    for (rank, row) in (1_u32..).zip(rows) {
        if let Err(error) = records.push(rank, Value::Object(row)) {
            return Some(Err(error));
        }
    }
    (records.block.len() > 0).then_some(Ok((records, whence)))
}

/// `[["code", "taux"], ["01", 50]]`.
fn below_their_names(rows: &[Value]) -> Option<Vec<Map<String, Value>>> {
    let (names, rows) = rows.split_first()?;
    with_names(&texts(names)?, rows)
}

/// `{"columns": ["code", "taux"], "data": [["01", 50]]}`.
fn split(root: &Map<String, Value>) -> Option<Vec<Map<String, Value>>> {
    let names = NAMES.iter().find_map(|name| root.get(*name))?;
    let rows = ROWS.iter().find_map(|name| root.get(*name)?.as_array())?;
    with_names(&texts(names)?, rows)
}

fn with_names(names: &[String], rows: &[Value]) -> Option<Vec<Map<String, Value>>> {
    let row = |row: &Value| {
        let cells = row.as_array().filter(|cells| cells.len() <= names.len())?;
        Some(names.iter().cloned().zip(cells.iter().cloned()).collect())
    };
    rows.iter().map(row).collect::<Option<Vec<_>>>().filter(|rows| !rows.is_empty())
}

/// Names of columns, which all differ: texts, or objects that have one.
fn texts(names: &Value) -> Option<Vec<String>> {
    let name = |value: &Value| {
        let name = value.as_str().or_else(|| value.get("name")?.as_str())?.trim();
        (!name.is_empty()).then(|| name.to_owned())
    };
    let names: Vec<String> = names.as_array()?.iter().map(name).collect::<Option<_>>()?;
    let differ = names.iter().enumerate().all(|(rank, name)| !names[..rank].contains(name));
    (differ && !names.is_empty()).then_some(names)
}

/// `{"code": ["01", "02"], "taux": [50, 60]}`, or `{"code": {"0": "01", "1": "02"}, …}`: at least two
/// columns of as many cells.
fn by_columns(root: &Map<String, Value>) -> Option<Vec<Map<String, Value>>> {
    let is_cell = |value: &Value| !value.is_object() && !value.is_array();
    let mut columns: Vec<(&String, Vec<&Value>)> = Vec::with_capacity(root.len());
    for (name, cells) in root {
        let cells: Vec<&Value> = match cells {
            Value::Array(cells) => cells.iter().collect(),
            // The keys of another form are names: here they are ranks.
            Value::Object(cells) if cells.keys().all(|key| key.parse::<u32>().is_ok()) => {
                cells.values().collect()
            }
            _ => return None,
        };
        if !cells.iter().all(|cell| is_cell(cell)) {
            return None;
        }
        columns.push((name, cells));
    }
    let count = columns.first().map(|(_, cells)| cells.len()).filter(|count| *count > 0)?;
    if columns.len() < 2 || columns.iter().any(|(_, cells)| cells.len() != count) {
        return None;
    }
    let row = |rank: usize| {
        columns.iter().map(|(name, cells)| ((*name).clone(), cells[rank].clone())).collect()
    };
    Some((0..count).map(row).collect())
}

/// `{"01": {"taux": 50}, "02": {"taux": 60}}`: the keys are a column too.
fn by_keys(root: &Map<String, Value>) -> Option<Vec<Map<String, Value>>> {
    let first: Vec<&String> = root.values().next()?.as_object()?.keys().collect();
    let row = |(key, fields): (&String, &Value)| {
        let fields = fields.as_object()?;
        let is_alike = fields.keys().all(|name| first.contains(&name));
        let is_flat = fields.values().all(|value| !value.is_object() && !value.is_array());
        if !is_alike || !is_flat || fields.is_empty() {
            return None;
        }
        let mut row = Map::new();
        if !fields.contains_key(KEY) {
            row.insert(KEY.to_owned(), Value::String(key.clone()));
        }
        row.extend(fields.clone());
        Some(row)
    };
    (root.len() > 1).then(|| root.iter().map(row).collect())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Option<Vec<Vec<String>>> {
        let (records, _) = read(text.as_bytes())?.ok()?;
        let (names, block) = records.finish();
        let rows = (0..block.len()).map(|row| block.trimmed(row).map(str::to_owned).collect());
        Some(std::iter::once(names).chain(rows).collect())
    }

    /// As pandas writes them: `orient=` split, list (by hand), columns, index, values.
    #[test]
    fn a_data_frame_is_the_same_table_in_each_form() {
        let expected = [["code", "taux"], ["01", "50"], ["02", ""]];
        for text in [
            r#"{"columns":["code","taux"],"index":[0,1],"data":[["01",50],["02",null]]}"#,
            r#"{"fields":[{"name":"code"},{"name":"taux"}],"rows":[["01",50],["02",null]]}"#,
            r#"{"code":["01","02"],"taux":[50,null]}"#,
            r#"{"code":{"0":"01","1":"02"},"taux":{"0":50,"1":null}}"#,
            r#"[["code","taux"],["01",50],["02",null]]"#,
        ] {
            assert_eq!(cells(text).unwrap(), expected, "{text}");
        }
        let by_keys = cells(r#"{"01":{"nom":"Ain","taux":50},"02":{"nom":"Aisne","taux":60}}"#);
        assert_eq!(
            by_keys.unwrap(),
            [["id", "nom", "taux"], ["01", "Ain", "50"], ["02", "Aisne", "60"]]
        );
    }

    #[test]
    fn what_is_no_table_is_none() {
        for text in [
            "[]",
            "{}",
            "[1,2]",
            r#"["a","b"]"#,
            r#"{"a":{"b":[1]}}"#,
            r#"{"a":[1,2],"b":[1]}"#,
            r#"{"a":1,"b":2}"#,
            r#"[["a","a"],[1,2]]"#,
            r#"[["a","b"],[1,2,3]]"#,
            r#"{"a":{"x":1},"b":{"y":2}}"#,
        ] {
            assert_eq!(cells(text), None, "{text}");
        }
    }
}
