//! Records of JSON as rows of texts.

use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use crate::table::{TableError, TooLarge, block::Block, header::MOST_COLUMNS, number::number_text};

/// Objects inside a record whose fields are what the record is about: they need no prefix.
const INNER: [&str; 2] = ["fields", "properties"];

/// Cells, holes included: what records that share no field would cost.
const MOST_CELLS: usize = 20_000_000;

/// Records as rows, with a column for each name met so far.
#[derive(Default)]
pub(super) struct Records {
    pub names: Vec<String>,
    columns: FxHashMap<String, usize>,
    pub block: Block,
    /// The row that is being filled.
    row: Vec<String>,
    pub features: usize,
    pub others: usize,
    pub flattened: Vec<String>,
    pub nested: Vec<String>,
}

impl Records {
    /// Adds the record of this rank; what is none is counted.
    pub fn push(&mut self, rank: u32, value: Value) -> Result<(), TableError> {
        let Value::Object(mut record) = value else {
            self.others += 1;
            return Ok(());
        };
        self.row.clear();
        if record.get("type").is_some_and(|kind| kind == "Feature")
            && record.contains_key("properties")
        {
            self.features += 1;
            let properties = record.swap_remove("properties");
            if let Some(Value::Object(properties)) = properties {
                self.fields(rank, properties, "")?;
            }
            let geometry = record.swap_remove("geometry").unwrap_or_default();
            if geometry.get("type").is_some_and(|kind| kind == "Point") {
                for (index, name) in ["longitude", "latitude"].into_iter().enumerate() {
                    if let Some(number) = geometry["coordinates"].get(index) {
                        self.set(rank, name, plain(number))?;
                    }
                }
            }
        } else {
            for (name, value) in record {
                match value {
                    Value::Object(inner) => {
                        remember(&mut self.flattened, &name);
                        let prefix = if INNER.contains(&name.as_str()) { "" } else { &name };
                        self.fields(rank, inner, prefix)?;
                    }
                    value => self.value(rank, &name, &value)?,
                }
            }
        }
        if self.block.cells() + self.row.len() > MOST_CELLS {
            return Err(TableError::TooLarge { what: TooLarge::Cells(MOST_CELLS) });
        }
        if self.row.iter().any(|cell| !cell.trim().is_empty()) {
            self.block.push(rank, self.row.iter().map(String::as_str));
        }
        Ok(())
    }

    fn fields(
        &mut self,
        rank: u32,
        fields: Map<String, Value>,
        prefix: &str,
    ) -> Result<(), TableError> {
        for (name, value) in fields {
            let name = if prefix.is_empty() { name } else { format!("{prefix}.{name}") };
            self.value(rank, &name, &value)?;
        }
        Ok(())
    }

    fn value(&mut self, rank: u32, name: &str, value: &Value) -> Result<(), TableError> {
        if matches!(value, Value::Array(_) | Value::Object(_)) {
            remember(&mut self.nested, name);
        }
        self.set(rank, name, plain(value))
    }

    fn set(&mut self, rank: u32, name: &str, text: String) -> Result<(), TableError> {
        let column = match self.columns.get(name) {
            Some(column) => *column,
            None => {
                let found = self.names.len() + 1;
                if found > MOST_COLUMNS {
                    return Err(TableError::TooLarge {
                        what: TooLarge::Columns { line: rank, found },
                    });
                }
                self.names.push(name.trim().to_owned());
                self.columns.insert(name.to_owned(), found - 1);
                found - 1
            }
        };
        if self.row.len() <= column {
            self.row.resize(column + 1, String::new());
        }
        // Of two fields of one name, one of them inside, the first that says something stays.
        if self.row[column].is_empty() {
            self.row[column] = text;
        }
        Ok(())
    }
}

fn remember(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

/// A value as the text of a cell.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(value) => if *value { "VRAI" } else { "FAUX" }.to_owned(),
        Value::Number(number) if number.is_f64() => {
            number_text(number.as_f64().unwrap_or(f64::NAN))
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
