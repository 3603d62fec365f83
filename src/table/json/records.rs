//! Records of JSON as rows of texts.

use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use crate::table::{
    CellKind, TableError, TooLarge, block::Block, header::MOST_COLUMNS, number::number_text,
};

/// The name of the column in which the `id` of features stands, when no property has that name.
const ID: &str = "id";

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
    row: Vec<(String, CellKind)>,
    /// The ids of features, one for each row, as long as no property is called so.
    ids: Vec<(String, CellKind)>,
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
        let mut id = None;
        if record.get("type").is_some_and(|kind| kind == "Feature")
            && record.contains_key("properties")
        {
            self.features += 1;
            id = record.get(ID).filter(|id| id.is_string() || id.is_number()).map(typed);
            let properties = record.swap_remove("properties");
            if let Some(Value::Object(properties)) = properties {
                self.fields(rank, properties, "")?;
            }
            let geometry = record.swap_remove("geometry").unwrap_or_default();
            if geometry.get("type").is_some_and(|kind| kind == "Point") {
                for (index, name) in ["longitude", "latitude"].into_iter().enumerate() {
                    if let Some(number) = geometry["coordinates"].get(index) {
                        self.set(rank, name, typed(number))?;
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
        if self.row.iter().any(|(text, _)| !text.trim().is_empty()) || id.is_some() {
            self.block.push_typed(rank, self.row.iter().map(|(text, kind)| (text.as_str(), *kind)));
            self.ids.push(id.unwrap_or_default());
        }
        Ok(())
    }

    /// The names of the columns and the rows, with the ids of features in the first column, unless
    /// a property has their name.
    pub fn finish(mut self) -> (Vec<String>, Block) {
        let has_ids = self.ids.iter().any(|(id, _)| !id.is_empty());
        if !has_ids || self.columns.contains_key(ID) {
            return (self.names, self.block);
        }
        self.names.insert(0, ID.to_owned());
        let mut block = Block::default();
        for (row, (id, kind)) in self.ids.iter().enumerate() {
            let others = (0..self.block.width(row))
                .map(|column| (self.block.cell(row, column), self.block.kind(row, column)));
            block
                .push_typed(self.block.line(row), [(id.as_str(), *kind)].into_iter().chain(others));
        }
        (self.names, block)
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
        self.set(rank, name, typed(value))
    }

    fn set(&mut self, rank: u32, name: &str, cell: (String, CellKind)) -> Result<(), TableError> {
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
            self.row.resize(column + 1, Default::default());
        }
        // Of two fields of one name, one of them inside, the first that says something stays.
        if self.row[column].0.is_empty() {
            self.row[column] = cell;
        }
        Ok(())
    }
}

fn remember(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

/// A value as the text of a cell, and what it is.
fn typed(value: &Value) -> (String, CellKind) {
    let text = match value {
        Value::Null => String::new(),
        Value::Bool(value) => if *value { "VRAI" } else { "FAUX" }.to_owned(),
        Value::Number(number) if number.is_f64() => {
            number_text(number.as_f64().unwrap_or(f64::NAN))
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    (text, if value.is_number() { CellKind::Number } else { CellKind::Text })
}
