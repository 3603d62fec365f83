//! What the name of a column of figures says of its date and its schools.

use super::super::dates::{DateStyle, names_a_month, read_when};
use super::subset::{subset, type_of};
use crate::{
    coverage::{
        Measure, Period, SchoolType, Subset,
        school::Sector,
        vocabulary::{SectorWord, measure, sector_word},
    },
    table::{Table, normalise},
};

/// The date and the schools in a name such as « Taux lycées publics octobre 2011 ».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::coverage::import) struct HeaderSays {
    pub period: Option<Period>,
    pub school_type: Option<SchoolType>,
    pub sector: Option<Sector>,
    /// « Lycées professionnels »: some of them.
    pub subset: Option<Subset>,
    /// « Usage », « utilisation »: never said where the name only speaks of equipment.
    pub measure: Option<Measure>,
}

/// How the names of a whole header are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::coverage::import) struct HeaderStyle {
    /// « 2010-09 … 2010-12 » stand side by side: « 2010-11 » is a month among them, and not a
    /// school year.
    counts_months: bool,
}

impl HeaderStyle {
    /// Decides it from all the names, by a vote.
    pub fn of(headers: &[String]) -> Self {
        let (mut months, mut years) = (0_usize, 0_usize);
        for header in headers {
            let words = words(header);
            for pair in words.windows(2).filter(|pair| is_year(&pair[0]) && pair[1].len() == 2) {
                let number = |text: &str| text.parse::<u16>().ok();
                let (Some(year), Some(next)) = (number(&pair[0]), number(&pair[1])) else {
                    continue;
                };
                if next == (year + 1) % 100 {
                    years += 1;
                } else if (1..=12).contains(&next) {
                    months += 1;
                }
            }
        }
        Self { counts_months: months > years }
    }
}

/// The longest date in words: « premier semestre de l’année 2011 ».
const MOST_WORDS: usize = 6;

impl HeaderSays {
    /// Reads the name of a column.
    pub fn read(header: &str, style: HeaderStyle) -> Self {
        let words = words(header);
        let plain: Vec<String> = words.iter().map(|word| normalise(word).into_owned()).collect();
        let says = |names: &[&str]| {
            plain.iter().any(|word| names.contains(&word.strip_suffix('s').unwrap_or(word)))
        };
        let school_type = match (says(&["lycee", "lyc"]), says(&["college", "clg", "coll"])) {
            (true, false) => Some(SchoolType::Lycee),
            (false, true) => Some(SchoolType::College),
            _ => None,
        };
        let subset = subset(header);
        let both = says(&["lycee"]) && says(&["college"]);
        let school_type = school_type.or_else(|| subset.filter(|_| !both).and_then(type_of));
        let sector = match sector_word(header) {
            Some(SectorWord::One(sector)) => Some(sector),
            _ => None,
        };
        let measure = measure(header).filter(|measure| *measure == Measure::Usage);
        Self { period: period(&words, style), school_type, sector, subset, measure }
    }

    /// What the name of a column says: « dont ENT », or an « ENT » that stands there twice, speaks of
    /// the schools of the column before it.
    pub fn of_column(table: &Table, column: usize, style: HeaderStyle) -> Self {
        let header = |column: usize| table.written_header(column);
        let says = Self::read(header(column), style);
        let stands_twice = |column: usize| {
            let own = header(column);
            let alike = (0..table.headers().len()).filter(|other| header(*other) == own);
            !own.is_empty() && alike.count() > 1
        };
        let is_part = |column: usize| {
            words(header(column)).first().is_some_and(|word| normalise(word) == "dont")
                || stands_twice(column)
        };
        if !is_part(column) {
            return says;
        }
        let Some(whole) = (0..column).rev().find(|before| !is_part(*before)) else { return says };
        let whole = Self::read(header(whole), style);
        Self {
            period: says.period.or(whole.period),
            school_type: says.school_type.or(whole.school_type),
            sector: says.sector.or(whole.sector),
            subset: says.subset.or(whole.subset),
            measure: says.measure,
        }
    }

    /// Whether it says anything.
    pub fn is_silent(self) -> bool {
        self == Self::default()
    }
}

/// The longest run of words that is a date with a year of four digits in it, or with the name of a
/// month before one of two: `janv-11`, as spreadsheets show it; `None` where there are several.
fn period(words: &[String], style: HeaderStyle) -> Option<Period> {
    for length in (1..=MOST_WORDS).rev() {
        let mut found = words.windows(length).filter_map(|run| {
            let holds_a_date = run.iter().any(|word| is_year(word))
                || is_short_month(run)
                || matches!(run, [day] if is_day(day));
            holds_a_date.then_some(())?;
            // A day comes first in French, a year in the codes of machines: both are read.
            let mut joined = [run.join(" "), run.join("-")];
            if style.counts_months && length == 2 && run[1].len() == 2 {
                // Only a month is written so: « 2010 11 » is a school year.
                joined[0].clone_from(&format!("{}-{}", run[1], run[0]));
            }
            joined.iter().find_map(|text| read_when(text, DateStyle::default()))
        });
        if let Some(when) = found.next() {
            return found.all(|other| other.period == when.period).then_some(when.period);
        }
    }
    None
}

/// `20111031`, as names of files have it.
fn is_day(word: &str) -> bool {
    word.len() == 8
        && word.get(..4).is_some_and(is_year)
        && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_short_month(run: &[String]) -> bool {
    matches!(run, [month, year] if year.len() == 2
        && year.bytes().all(|b| b.is_ascii_digit())
        && names_a_month(&normalise(month)))
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

/// The words and the numbers of a name: `tauxLycees2011` has three.
fn words(header: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut before: Option<char> = None;
    for letter in header.chars() {
        let is_part = letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
        let is_cut = before.is_some_and(|before| {
            before.is_ascii_digit() != letter.is_ascii_digit()
                || (before.is_lowercase() && letter.is_uppercase())
        });
        if !is_part || is_cut {
            words.push(String::new());
        }
        if is_part && let Some(word) = words.last_mut() {
            word.push(letter);
        }
        before = is_part.then_some(letter);
    }
    words.retain(|word| !word.is_empty());
    // « 1er » is one word.
    while let Some(at) = words.windows(2).position(|run| run == ["1", "er"]) {
        words.splice(at..at + 2, ["1er".to_owned()]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_read_from_a_name_however_it_is_written() {
        for (header, expected) in [
            ("Taux T1 2011", Some("mars 2011")),
            ("taux_2011", Some("2011")),
            ("Taux 2012", Some("2012")),
            ("2012", Some("2012")),
            ("tx2011", Some("2011")),
            ("2010 Lycées équipés", Some("2010")),
            ("Taux octobre 2011 (%)", Some("octobre 2011")),
            ("taux_2011_10", Some("octobre 2011")),
            ("Taux au 31/12/2011", Some("31 décembre 2011")),
            ("taux_rentree_2010", Some("septembre 2010")),
            ("Taux rentrée 2010", Some("septembre 2010")),
            ("Arrêté au 1er septembre 2023", Some("1er septembre 2023")),
            ("20111031_ent", Some("31 octobre 2011")),
            ("lot 20119999", None),
            ("janv-11", Some("janvier 2011")),
            ("Taux ENT févr.-11", Some("février 2011")),
            ("taux_aout_12", Some("août 2012")),
            ("taux du mois de mars", None),
            ("Taux 2010-2011", Some("septembre 2010")),
            ("taux", None),
            ("Taux 2010 et 2013", None),
            ("Nombre d’établissements de 1250 élèves", None),
        ] {
            let said = HeaderSays::read(header, HeaderStyle::default())
                .period
                .map(|period| period.to_string());
            assert_eq!(said.as_deref(), expected, "{header}");
        }
    }

    #[test]
    fn the_type_is_read_where_a_name_has_one() {
        let says = |header| HeaderSays::read(header, HeaderStyle::default());
        let read = |header| says(header).school_type;
        assert_eq!(read("Taux des lycées 2011"), Some(SchoolType::Lycee));
        assert_eq!(read("nbColleges"), Some(SchoolType::College));
        assert_eq!(read("Lycées et collèges équipés"), None);
        assert!(says("Taux équipés (%)").is_silent());
        assert_eq!(says("Taux lycées publics 2011").sector, Some(Sector::Public));
        assert_eq!(says("Taux d’usage").measure, Some(Measure::Usage));
    }

    #[test]
    fn months_side_by_side_are_months() {
        let headers = ["taux 2010-09", "taux 2010-10", "taux 2010-11", "taux 2010-12"];
        let style = HeaderStyle::of(&headers.map(str::to_owned));
        let said = headers.map(|header| HeaderSays::read(header, style).period);
        assert_eq!(said, [9, 10, 11, 12].map(|month| Some(Period::Month(2010, month))));
        let years = ["taux 2010-11", "taux 2011-12"].map(str::to_owned);
        let style = HeaderStyle::of(&years);
        assert_eq!(HeaderSays::read(&years[0], style).period, Some(Period::Month(2010, 9)));
    }
}
