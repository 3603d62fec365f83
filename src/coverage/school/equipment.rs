//! What files say of the ENT of a school, and what becomes of it where they say it more than once.

use std::cmp::Ordering;

use jiff::civil::Date;

/// A line of a file: the rank of the file in `SchoolList::files`, and the line there.
pub type FileRow = (usize, u32);

/// What a file says of the ENT of a school.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Equipment {
    /// Whether it has one; `None` where a file speaks of it and says neither, or rows contradict
    /// each other.
    pub equipped: Option<bool>,
    /// The last day of the period since when, where the file says.
    pub since: Option<Date>,
    /// Which one; may be empty.
    pub project: String,
    /// On which day the file knows it, where it says.
    pub day: Option<Date>,
    /// Where it is said; `None` for a school that a list of equipped schools leaves out.
    pub row: Option<FileRow>,
    /// Where the contrary is said: nothing is known then.
    pub contradicted_by: Option<FileRow>,
}

impl Equipment {
    /// What two rows say of one school together, in whichever order they come.
    ///
    /// A row that says neither adds nothing. Of files of different days the later stands; what has
    /// no day is older than what has one. Else a yes and a no contradict each other, and leave it
    /// unknown.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let (first, second) = if other.row < self.row { (other, self) } else { (self, other) };
        let weight = |said: &Self| (said.is_told(), said.day);
        match weight(&first).cmp(&weight(&second)) {
            Ordering::Greater => first.also_since(&second),
            Ordering::Less => second.also_since(&first),
            Ordering::Equal if first.is_contradictory() => first,
            Ordering::Equal if second.is_contradictory() => second,
            Ordering::Equal if first.equipped != second.equipped => Self {
                equipped: None,
                since: None,
                project: String::new(),
                contradicted_by: second.row,
                ..first
            },
            Ordering::Equal => {
                let projects = [&first.project, &second.project].into_iter();
                let project = projects.filter(|name| !name.is_empty()).min().cloned();
                Self {
                    since: first.since.into_iter().chain(second.since).min(),
                    project: project.unwrap_or_default(),
                    ..first
                }
            }
        }
    }

    /// What was said on an earlier day that has a yes of its own: it was equipped then already.
    fn also_since(self, earlier: &Self) -> Self {
        let both = self.equipped == Some(true) && earlier.equipped == Some(true);
        let since = match (self.since, earlier.since) {
            (Some(own), Some(other)) if both => Some(own.min(other)),
            (own, _) => own,
        };
        Self { since, ..self }
    }

    /// Whether rows contradict each other.
    pub fn is_contradictory(&self) -> bool {
        self.contradicted_by.is_some()
    }

    /// Whether something is said, be it contradictory.
    fn is_told(&self) -> bool {
        self.equipped.is_some() || self.is_contradictory()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn said(line: u32, equipped: Option<bool>) -> Equipment {
        Equipment { equipped, row: Some((0, line)), ..Equipment::default() }
    }

    /// The same in both orders.
    #[track_caller]
    fn both(one: &Equipment, other: &Equipment) -> Equipment {
        let together = one.clone().and(other.clone());
        assert_eq!(together, other.clone().and(one.clone()));
        together
    }

    #[test]
    fn three_rows_say_the_same_in_every_order() {
        let days = [None, Some(date(2010, 1, 1)), Some(date(2012, 1, 1))];
        let answers = [None, Some(false), Some(true)];
        let all: Vec<Equipment> = (days.iter())
            .flat_map(|day| answers.map(|equipped| (*day, equipped)))
            .zip(2..)
            .map(|((day, equipped), line)| Equipment { day, ..said(line, equipped) })
            .collect();
        for a in &all {
            for b in &all {
                for c in &all {
                    let left = a.clone().and(b.clone()).and(c.clone());
                    let right = a.clone().and(b.clone().and(c.clone()));
                    let value = |one: Equipment| (one.equipped, one.is_contradictory(), one.day);
                    assert_eq!(value(left), value(right), "{a:?}, {b:?}, {c:?}");
                }
            }
        }
    }

    #[test]
    fn a_yes_and_a_no_leave_it_unknown_and_both_lines_are_told() {
        let together = both(&said(4, Some(false)), &said(9, Some(true)));
        assert_eq!(together.equipped, None);
        assert_eq!((together.row, together.contradicted_by), (Some((0, 4)), Some((0, 9))));
        assert_eq!(both(&together, &said(12, Some(true))), together, "a third one settles nothing");
    }

    #[test]
    fn what_is_said_twice_is_said_and_what_says_nothing_adds_nothing() {
        let named = Equipment { project: "Escale".to_owned(), ..said(9, Some(true)) };
        let together = both(&said(4, Some(true)), &named);
        assert_eq!((together.equipped, together.project.as_str()), (Some(true), "Escale"));
        assert_eq!(both(&said(4, None), &named), named);
        assert_eq!(both(&said(4, None), &said(9, None)).equipped, None);
    }

    #[test]
    fn a_file_of_a_later_day_takes_the_place_of_an_earlier_one() {
        let on = |year, line, equipped| Equipment {
            day: Some(date(year, 1, 1)),
            ..said(line, Some(equipped))
        };
        assert_eq!(both(&on(2010, 4, false), &on(2012, 9, true)).equipped, Some(true));
        assert_eq!(both(&on(2010, 4, true), &on(2012, 9, false)).equipped, Some(false));
        assert_eq!(both(&on(2010, 4, true), &on(2010, 9, false)).equipped, None);
        let undated = said(4, Some(true));
        assert_eq!(both(&undated, &on(2012, 9, false)).equipped, Some(false), "it is older");
    }
}
