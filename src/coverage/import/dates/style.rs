//! How the dates of a column are written, by a vote of its cells.

use super::numbers::small_number;

/// How the dates of a column are written.
///
/// Each question is settled by a majority: one slip among many never changes how the others are
/// read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateStyle {
    /// `10/31/2011`: of the cells of which only one number can be a month, most have it first.
    pub month_first: bool,
    /// `2010-11` is the school year 2010–2011 rather than November: of the cells of that shape, most
    /// name a year and the next.
    pub school_years: bool,
    /// The column is headed « rentrée »: a bare year is its September.
    pub rentrees: bool,
}

/// Decides how the dates of a column are written. `says_school_years` when its name does, in which
/// case even one cell is a school year.
pub fn date_style<'a>(
    cells: impl IntoIterator<Item = &'a str>,
    says_school_years: bool,
) -> DateStyle {
    let (mut month_first, mut day_first) = (0_usize, 0_usize);
    let (mut years, mut months) = (0_usize, 0_usize);
    let mut first_year: Option<&str> = None;
    let mut several = false;
    for cell in cells {
        let cell = day_of(cell.trim());
        let parts: Vec<&str> = cell.split(['/', '-', '.', ' ']).collect();
        match parts.as_slice() {
            [first, second, year] if year.len() == 4 || year.len() == 2 => {
                let as_month =
                    |part: &str| small_number(part).is_some_and(|m| (1..=12).contains(&m));
                let as_day =
                    |part: &str| small_number(part).is_some_and(|d| (13..=31).contains(&d));
                month_first += usize::from(as_month(first) && as_day(second));
                day_first += usize::from(as_day(first) && as_month(second));
            }
            [year, next] if is_year(year) && next.len() == 2 => {
                let Some(next) = small_number(next) else { continue };
                let follows = small_number(year).is_some_and(|y| next == (y + 1) % 100);
                if follows {
                    years += 1;
                    several |= first_year.is_some_and(|first| first != *year);
                    first_year.get_or_insert(year);
                } else if (1..=12).contains(&next) {
                    months += 1;
                }
            }
            _ => {}
        }
    }
    DateStyle {
        month_first: month_first > day_first,
        school_years: years > months && (several || says_school_years || is_no_month(first_year)),
        rentrees: false,
    }
}

/// 2012-13 can be no month, whatever stands around.
fn is_no_month(year: Option<&str>) -> bool {
    year.and_then(small_number).is_some_and(|year| (year + 1) % 100 > 12)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// Without the hour that follows.
pub(super) fn day_of(cell: &str) -> &str {
    match cell.split_once(['T', ' ']) {
        Some((day, time))
            if time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            day
        }
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_never_outvotes_the_others() {
        let mut cells = vec!["31/10/2011"; 19];
        cells.push("10/13/2011");
        assert_eq!(date_style(cells.iter().copied(), false), DateStyle::default());
        let mut american = vec!["10/31/2011"; 19];
        american.push("31/10/2011");
        assert!(date_style(american.iter().copied(), false).month_first);
    }

    #[test]
    fn years_that_follow_each_other_are_school_years_and_counted_months_are_months() {
        let style = |cells: &[&str], says| date_style(cells.iter().copied(), says).school_years;
        assert!(style(&["2009-10", "2010-11", "2011-12"], false));
        assert!(style(&["2010-11", "2012-13"], false));
        assert!(style(&["2012-13"], false));
        assert!(style(&["2010-11"], true), "« année scolaire »");
        assert!(!style(&["2010-11"], false), "one month of the embedded facts");
        assert!(!style(&["2010-09", "2010-10", "2010-11", "2010-12"], true));
        assert!(!style(&["2011-10", "2010-11", "2009-09"], false));
        let mut slip = vec!["2009-10", "2010-11", "2011-12", "2012-13"];
        slip.push("2010-05");
        assert!(style(&slip, false));
    }
}
