//! Deciding which edition a file was written in.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use crate::{
    table::normalise,
    territory::{Code, Edition, Level, Registry, Standing, TerritoryId},
};

/// The edition that most of the file's régions and académies belong to.
///
/// Each territory counts once: for the edition that has its code, or, where both have it (24), for
/// the one that has its name (« Centre » or « Centre-Val de Loire »). When they don't decide, a
/// file whose `latest` date is before 2016 is of before 2016, any other of since.
pub(super) fn decide<'a>(
    places: impl Iterator<Item = (Level, Code, &'a str)>,
    latest: Option<Date>,
    registry: &Registry,
) -> Edition {
    let with_borders = |level| matches!(level, Level::Region | Level::Academie);
    let distinct: BTreeSet<(Level, Code, &str)> =
        places.filter(|(level, ..)| with_borders(*level)).collect();

    let mut votes = [0_usize; 2];
    for (level, code, name) in distinct {
        if let Some(edition) = only_edition(level, code, name, registry) {
            votes[usize::from(edition == Edition::Since2016)] += 1;
        }
    }
    match votes[0].cmp(&votes[1]) {
        std::cmp::Ordering::Greater => Edition::Before2016,
        std::cmp::Ordering::Less => Edition::Since2016,
        std::cmp::Ordering::Equal if latest.is_some_and(|day| day < date(2016, 1, 1)) => {
            Edition::Before2016
        }
        std::cmp::Ordering::Equal => Edition::Since2016,
    }
}

/// The borders in force on a day; without one, those of today's France, which have not changed
/// since.
pub fn edition_at(date: Option<Date>) -> Edition {
    date.map_or(Edition::Since2016, |date| Edition::in_force(date.year()))
}

/// The one edition where such a territory exists; `None` when both or neither will do.
fn only_edition(level: Level, code: Code, name: &str, registry: &Registry) -> Option<Edition> {
    let names = Edition::ALL.map(|edition| {
        let territory = registry.get(TerritoryId::new(level, edition, code))?;
        (territory.standing == Standing::Full).then(|| normalise(&territory.name))
    });
    match names {
        [Some(_), None] => Some(Edition::Before2016),
        [None, Some(_)] => Some(Edition::Since2016),
        [Some(before), Some(since)] if before != since => {
            let name = normalise(name);
            [(before, Edition::Before2016), (since, Edition::Since2016)]
                .into_iter()
                .find_map(|(known, edition)| (known == name).then_some(edition))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(places: &[(Level, &str, &str)], latest: Option<Date>) -> Edition {
        let places = places.iter().map(|(level, c, name)| (*level, Code::new(c).unwrap(), *name));
        decide(places, latest, Registry::official())
    }

    #[test]
    fn codes_of_one_edition_only_decide() {
        use Level::{Academie, Region};
        let recent = Some(date(2017, 12, 31));
        assert_eq!(decided(&[(Region, "41", "Lorraine")], recent), Edition::Before2016);
        assert_eq!(decided(&[(Region, "44", "")], Some(date(2010, 1, 1))), Edition::Since2016);
        assert_eq!(decided(&[(Academie, "21", "Rouen")], recent), Edition::Before2016);
        assert_eq!(decided(&[(Academie, "43", "Mayotte")], None), Edition::Since2016);
    }

    #[test]
    fn names_decide_where_codes_do_not() {
        let (idf, recent) = ((Level::Region, "11", "Île-de-France"), Some(date(2020, 1, 1)));
        let centre = (Level::Region, "24", "CENTRE");
        let val_de_loire = (Level::Region, "24", "Centre Val de Loire");
        assert_eq!(decided(&[idf, centre], recent), Edition::Before2016);
        assert_eq!(decided(&[idf, val_de_loire], Some(date(2012, 1, 1))), Edition::Since2016);
    }

    #[test]
    fn the_latest_date_decides_where_neither_does() {
        let idf = [(Level::Region, "11", "Île-de-France"), (Level::Region, "24", "")];
        assert_eq!(decided(&idf, Some(date(2015, 12, 31))), Edition::Before2016);
        assert_eq!(decided(&idf, Some(date(2016, 1, 1))), Edition::Since2016);
        assert_eq!(decided(&[], None), Edition::Since2016);
    }
}
