//! A column that says whether a school has an ENT.

use crate::{
    french::NARROW_SPACE,
    table::{Row, Table, normalise},
};

use super::missing_word;

/// How such a column is read, decided from all of it.
pub(super) struct EquipmentColumn {
    column: usize,
    header: String,
    /// Some cells say no: an empty one then says nothing.
    says_no: bool,
}

const YES: [&str; 7] = ["oui", "o", "1", "x", "vrai", "true", "yes"];
const NO: [&str; 6] = ["non", "n", "0", "faux", "false", "no"];

impl EquipmentColumn {
    pub fn new(table: &Table, column: usize) -> Self {
        let says_no = table.rows().any(|row| is_no(row.cell(column)));
        Self { column, header: table.headers()[column].clone(), says_no }
    }

    /// Whether the school of a row has one; `None` when the file does not say. A word that is
    /// neither yes nor no is the name of a project, hence a yes.
    pub fn read(&self, row: &Row<'_>) -> Option<bool> {
        let cell = row.cell(self.column);
        if is_no(cell) {
            Some(false)
        } else if YES.contains(&normalise(cell).as_ref()) {
            Some(true)
        } else if cell.is_empty() {
            (!self.says_no).then_some(false)
        } else {
            missing_word(cell).is_none().then_some(true)
        }
    }

    /// The name of a project that stands in the place of a yes.
    pub fn project<'a>(&self, row: &Row<'a>) -> Option<&'a str> {
        let cell = row.cell(self.column);
        let plain = normalise(cell);
        let word = YES.contains(&plain.as_ref()) || NO.contains(&plain.as_ref());
        let names = !word && plain != "ent" && missing_word(cell).is_none();
        names.then_some(cell)
    }

    /// How it is read, in a sentence.
    pub fn reason(&self) -> String {
        let empty = if self.says_no { "ne dit rien" } else { "veut dire non" };
        format!(
            "Équipement{NARROW_SPACE}: colonne « {} », où une cellule vide {empty}.",
            self.header
        )
    }
}

fn is_no(cell: &str) -> bool {
    NO.contains(&normalise(cell).as_ref())
}
