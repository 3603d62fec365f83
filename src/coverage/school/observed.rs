//! What a list of schools says of each département, over time.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Counts, KnownAt, Perimeter, School, SchoolList,
    known::{Begins, begins},
};
use crate::{
    coverage::{
        Evidence, MissingReason, Observation, Period, SchoolType, SchoolTypes, reference_schools,
    },
    french::counted,
    territory::{Code, TerritoryId},
};

/// The schools of a perimeter, added up by type and département: one figure at the day of the list
/// (without a date, where it has none) and, where the list says since when, one at each day on which
/// something changed, be it after that of the list.
///
/// A département whose schools of a type all lie outside the perimeter has none (*sans objet*); one
/// that the list does not speak of at all is left to what else is known.
pub fn observations(list: &SchoolList, perimeter: Perimeter) -> Vec<Observation> {
    let mut places: BTreeMap<(SchoolType, Code), Vec<&School>> = BTreeMap::new();
    for school in list.schools() {
        if let (Some(school_type), Some(code)) = (school.school_type(), school.departement) {
            places.entry((school_type, code)).or_default().push(school);
        }
    }
    // From then on the others are known to have none yet.
    let first = list.schools().iter().filter_map(School::equipped_since).min();
    let begins = begins(list);
    let first = first.filter(|day| match begins {
        Begins::On(of_list) => *day < of_list,
        Begins::Always => false,
        Begins::WithItsDates => true,
    });
    let source = list.files().join(" et ");
    let mut observations = Vec::new();
    for ((school_type, code), schools) in places {
        let held: Vec<&School> =
            schools.iter().copied().filter(|school| perimeter.holds(school)).collect();
        let since = held.iter().filter_map(|school| school.equipped_since());
        let mut days: Vec<Option<Date>> = since.map(Some).collect();
        // Only a département that has dates of its own, or a list with a date, takes one of another.
        let is_dated = !days.is_empty() || begins != Begins::WithItsDates;
        days.extend(first.filter(|_| is_dated).map(Some));
        let seen = last_seen_without(list, &held);
        match begins {
            Begins::WithItsDates if days.is_empty() => days.push(seen),
            Begins::WithItsDates => days.extend(seen.map(Some)),
            Begins::On(_) => days.push(list.date()),
            Begins::Always => days.push(seen.filter(|_| days.is_empty() && all_seen(&held))),
        }
        days.sort_unstable();
        days.dedup();
        for day in days {
            // What holds on every day is what held before the first change.
            let known = KnownAt::since(begins, Some(day.unwrap_or(Date::MIN)));
            let figure = held.iter().map(|school| known.equipped(school)).collect();
            let subject = (TerritoryId::Departement(code), school_type);
            let stated = observation(figure, subject, day, perimeter, &source);
            observations.push(if list.is_of_equipped_only() {
                against_the_reference(stated, code, school_type)
            } else {
                stated
            });
        }
    }
    observations
}

/// The last day on which a school of these was seen without one, in a list without a date.
fn last_seen_without(list: &SchoolList, schools: &[&School]) -> Option<Date> {
    if list.date().is_some() {
        return None;
    }
    let none = |school: &&&School| school.equipped() == Some(false);
    schools.iter().filter(none).filter_map(|school| school.equipment.as_ref()?.day).max()
}

/// Whether a day is told of each school.
fn all_seen(schools: &[&School]) -> bool {
    schools.iter().all(|school| school.equipment.as_ref().is_some_and(|said| said.day.is_some()))
}

/// The schools of one type in one département on a day, as one figure.
fn observation(
    figure: Counts,
    (territory, school_type): (TerritoryId, SchoolType),
    day: Option<Date>,
    perimeter: Perimeter,
    source: &str,
) -> Observation {
    let known = figure.say_something();
    let missing = match (known, figure.total + figure.unknown) {
        (true, _) => None,
        (false, 0) => Some(MissingReason::SansObjet),
        (false, _) => Some(MissingReason::NonRenseigne),
    };
    let unknown = counted(figure.unknown as usize, "établissement", "établissements");
    let note = match figure.unknown {
        0 => String::new(),
        _ => format!("L’équipement de {unknown} n’est pas connu."),
    };
    let total = figure.total + figure.unknown;
    let share = 100.0 * f64::from(figure.equipped) / f64::from(total.max(1));
    Observation {
        sector: perimeter.sector,
        period: day.map(Period::Day),
        share: known.then_some(share),
        equipped: known.then_some(figure.equipped),
        total: Some(total),
        missing,
        perimeter: perimeter.label(),
        evidence: match figure.unknown {
            0 => Evidence::Documente,
            // Those of which nothing is known may be equipped too.
            _ => Evidence::BorneInferieure,
        },
        note,
        source: source.to_owned(),
        ..Observation::about(territory, SchoolTypes::One(school_type))
    }
}

/// Of a list that names equipped schools alone: at least so many of all that there are.
fn against_the_reference(stated: Observation, code: Code, school_type: SchoolType) -> Observation {
    let reference = reference_schools(code, school_type, stated.end());
    let equipped = stated.equipped.unwrap_or(0);
    // The reference does not tell public from private here, and a list of more is of other schools.
    let total = reference.filter(|total| *total >= equipped && stated.sector.is_none());
    Observation {
        share: total.map(|total| 100.0 * f64::from(equipped) / f64::from(total.max(1))),
        total,
        missing: total.is_none().then_some(MissingReason::NonRenseigne),
        evidence: Evidence::BorneInferieure,
        note: "Le fichier ne liste que des établissements équipés, dont le nombre est rapporté à \
               celui de la référence."
            .to_owned(),
        ..stated
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::school::{Equipment, SchoolKind, Sector, Uai};
    use jiff::civil::date;

    const END: Date = date(2012, 12, 31);

    fn college(number: &str, sector: Sector, equipment: Option<(bool, Option<Date>)>) -> School {
        School {
            departement: Code::new("38").ok(),
            kind: Some(SchoolKind::College),
            sector: Some(sector),
            equipment: equipment.map(|(equipped, since)| Equipment {
                equipped: Some(equipped),
                since,
                ..Equipment::default()
            }),
            ..School::listed(Uai::read(number).unwrap().0, (0, 2))
        }
    }

    fn told_in(
        list: Option<Date>,
        schools: Vec<School>,
        perimeter: Perimeter,
    ) -> Vec<(Option<Date>, Option<f64>)> {
        let (list, _) = SchoolList::new(schools, vec!["a.csv".to_owned()], list);
        let observations = observations(&list, perimeter);
        observations.iter().map(|o| (o.end(), o.share)).collect()
    }

    fn told(schools: Vec<School>, perimeter: Perimeter) -> Vec<(Date, Option<f64>)> {
        let told = told_in(Some(END), schools, perimeter);
        told.into_iter().map(|(day, share)| (day.unwrap(), share)).collect()
    }

    #[test]
    fn a_share_grows_with_the_days_since_when_schools_are_equipped() {
        let schools = vec![
            college("0380001A", Sector::Public, Some((true, Some(date(2010, 9, 30))))),
            college("0380002B", Sector::Public, Some((true, Some(date(2011, 9, 30))))),
            college("0380003C", Sector::Public, Some((false, None))),
            college("0380004D", Sector::Public, Some((false, None))),
        ];
        assert_eq!(
            told(schools, Perimeter::default()),
            [(date(2010, 9, 30), Some(25.0)), (date(2011, 9, 30), Some(50.0)), (END, Some(50.0)),]
        );
    }

    #[test]
    fn what_is_equipped_after_the_day_of_the_list_is_when_that_day_comes() {
        let schools = || {
            vec![
                college("0380001A", Sector::Public, Some((true, None))),
                college("0380002B", Sector::Public, Some((true, Some(date(2013, 9, 1))))),
            ]
        };
        let later = (date(2013, 9, 1), Some(100.0));
        assert_eq!(told(schools(), Perimeter::default()), [(END, Some(50.0)), later]);
        assert_eq!(
            told_in(None, schools(), Perimeter::default()),
            [(None, Some(50.0)), (Some(later.0), later.1)],
            "without a date of its own"
        );
        let all_dated = schools().split_off(1);
        assert_eq!(
            told_in(None, all_dated, Perimeter::default()),
            [(Some(later.0), later.1)],
            "nothing is said of earlier days"
        );
    }

    #[test]
    fn schools_of_which_nothing_is_known_make_a_lower_bound_and_never_a_zero() {
        let one = |equipped| college("0380001A", Sector::Public, Some((equipped, None)));
        let silent = || college("0380002B", Sector::Public, None);
        let (list, _) = SchoolList::new(vec![one(true), silent()], vec![], Some(END));
        let [at_least] = &observations(&list, Perimeter::default())[..] else { panic!() };
        assert_eq!(
            (at_least.share, at_least.equipped, at_least.total),
            (Some(50.0), Some(1), Some(2))
        );
        assert_eq!(at_least.evidence, Evidence::BorneInferieure);
        assert_eq!(told(vec![one(false), silent()], Perimeter::default()), [(END, None)]);
    }

    #[test]
    fn where_no_school_lies_in_the_perimeter_there_is_none() {
        let private = Perimeter { sector: Some(Sector::Prive), agricultural: false };
        let (list, _) =
            SchoolList::new(vec![college("0380001A", Sector::Public, None)], vec![], Some(END));
        assert_eq!(observations(&list, private)[0].missing, Some(MissingReason::SansObjet));
    }
}
