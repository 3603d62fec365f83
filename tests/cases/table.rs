//! The table that `tableau` writes.

/// What stands in it.
#[derive(PartialEq)]
pub struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    /// The rank of the column of shares.
    rate: usize,
}

/// The columns of shares and counts side by side.
const FIGURES: [&str; 3] = ["taux", "équipés", "total"];

impl Table {
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
        let mut rows: Vec<Vec<String>> = Vec::new();
        for row in reader.records() {
            rows.push(row.map_err(|e| e.to_string())?.iter().map(str::to_owned).collect());
        }
        if rows.is_empty() {
            return Err("tableau: an empty table".to_owned());
        }
        let header = rows.remove(0);
        let rate = header.iter().position(|name| name.starts_with("Taux"));
        Ok(Self { rate: rate.ok_or("tableau: no column of shares")?, header, rows })
    }

    /// The cell of a code: by the name of its column, or the rank of a figure.
    pub fn cell(&self, code: &str, column: &str) -> Result<&str, String> {
        let row = self.rows.iter().find(|row| row[0] == code);
        let row = row.ok_or_else(|| format!("tableau: no row « {code} »"))?;
        let rank = match FIGURES.iter().position(|name| *name == column) {
            Some(rank) => Some(self.rate + rank),
            None => self.header.iter().position(|name| name == column),
        };
        let cell = rank.and_then(|rank| row.get(rank)).map(String::as_str);
        cell.ok_or_else(|| format!("tableau: no column « {column} »"))
    }

    /// The three figures of a code.
    pub fn figures(&self, code: &str) -> Result<[&str; 3], String> {
        let [share, equipped, total] = FIGURES.map(|column| self.cell(code, column));
        Ok([share?, equipped?, total?])
    }

    /// « 50% (1/2) documenté ».
    pub fn seen(&self, code: &str) -> String {
        match (self.figures(code), self.cell(code, "Preuve")) {
            (Ok([share, equipped, total]), Ok(evidence)) => {
                format!("{share} ({equipped}/{total}) {evidence}")
            }
            _ => format!("no row « {code} »"),
        }
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|row| row[0].as_str())
    }

    /// The first code that has a figure.
    pub fn with_value(&self) -> Option<&str> {
        let has = |code: &&str| self.cell(code, "taux").is_ok_and(|cell| number(cell).is_some());
        self.codes().find(has)
    }
}

/// The figure of a cell, where it holds one.
pub fn number(cell: &str) -> Option<f64> {
    let plain: String =
        cell.chars().filter(|c| !c.is_whitespace() && *c != '%').collect::<String>();
    let plain = plain.replace(',', ".");
    let is_written_in_digits = plain.chars().next_back().is_some_and(|c| c.is_ascii_digit());
    plain.parse().ok().filter(|_| is_written_in_digits)
}
