//! Each row of a list of schools has one fate, and it is the right one.

use atlas_ent::coverage::import::{LeftOutReason, NotCountedHere};
use proptest::prelude::*;

use crate::made::{Known, Row, config, fates_are, file, joined, opened};

const HEADER: &str = "UAI;Nom;Département;Nature;Etat;ENT";

/// The number of a school of the Isère, with its letter.
pub fn uai(rank: usize) -> String {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
    let number = 380_100 + rank;
    format!("{number:07}{}", char::from(LETTERS[number % 23]))
}

fn row(rank: usize, nature: &str, state: &str, answer: &str) -> String {
    format!("{};Établissement {rank};38;{nature};{state};{answer}", uai(rank))
}

/// A list in any order. The schools that it counts come first, by their ranks.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let some = || 0..=3_usize;
    (20..=40_usize, some(), some(), some(), some(), some(), some(), some()).prop_flat_map(
        |(counted, closed, farming, other, wrong, contradictory, repeated, offshore)| {
            let not_counted = |why| Known::NotCounted(why);
            let mut rank = 0..;
            let mut next = || rank.next().unwrap();
            let mut blocks: Vec<Vec<Row>> = Vec::new();
            for school in 0..counted {
                let answer = ["oui", "non", "", "en cours"][school % 4];
                blocks.push(vec![(row(next(), "300", "OUVERT", answer), Known::OnMap)]);
            }
            for _ in 0..closed {
                let text = row(next(), "300", "FERME", "oui");
                blocks.push(vec![(text, not_counted(NotCountedHere::Closed))]);
            }
            for _ in 0..farming {
                let text = row(next(), "307", "OUVERT", "oui");
                blocks.push(vec![(text, not_counted(NotCountedHere::Agricultural))]);
            }
            for _ in 0..other {
                let text = row(next(), "151", "OUVERT", "non");
                blocks.push(vec![(text, not_counted(NotCountedHere::OtherType))]);
            }
            for school in 0..wrong {
                let lost = Known::LeftOut(LeftOutReason::NoSchoolNumber, true);
                blocks.push(vec![(format!("n° {school};Lycée;38;300;OUVERT;oui"), lost)]);
            }
            for _ in 0..contradictory {
                let (school, lost) = (next(), Known::LeftOut(LeftOutReason::Contradiction, true));
                for answer in ["oui", "non"] {
                    blocks.push(vec![(row(school, "300", "OUVERT", answer), lost)]);
                }
            }
            for _ in 0..repeated {
                let text = row(next(), "300", "OUVERT", "oui");
                let again = not_counted(NotCountedHere::Repeated);
                blocks.push(vec![(text.clone(), Known::OnMap), (text, again)]);
            }
            for school in 0..offshore {
                let number = 9_880_001 + school;
                let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[number % 23]);
                let text = format!("{number}{letter};Lycée;988;300;OUVERT;oui");
                blocks.push(vec![(text, not_counted(NotCountedHere::Outside))]);
            }
            Just(blocks).prop_shuffle().prop_map(|blocks| blocks.concat())
        },
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_row_of_a_list_of_schools_has_its_fate(rows in rows()) {
        let (text, known) = file(HEADER, &rows);
        fates_are(&opened(&text), 0, &known)?;
    }

    #[test]
    fn each_row_of_a_joined_survey_has_its_fate(
        listed in 10..=30_usize,
        answered in 5..=10_usize,
        strangers in 0..=3_usize,
        repeated in 0..=2_usize,
    ) {
        let list: Vec<Row> =
            (0..listed).map(|rank| (row(rank, "300", "OUVERT", ""), Known::OnMap)).collect();
        let (list, listed) = file("UAI;Nom;Département;Nature;Etat;Note", &list);
        let answer = |rank: usize| ["oui", "non", "nd"][rank % 3];
        let mut survey: Vec<Row> = (0..answered)
            .map(|rank| (format!("{};{}", uai(rank), answer(rank)), Known::OnMap))
            .collect();
        for rank in 0..repeated {
            let again = Known::NotCounted(NotCountedHere::Repeated);
            survey.push((format!("{};{}", uai(rank), answer(rank)), again));
        }
        for stranger in 0..strangers {
            let lost = Known::LeftOut(LeftOutReason::NoSuchSchool, true);
            survey.push((format!("{};oui", uai(500 + stranger)), lost));
        }
        let (survey, known) = file("UAI;ENT", &survey);
        let made = joined(&[&list, &survey]);
        fates_are(&made, 0, &listed)?;
        fates_are(&made, 1, &known)?;
    }
}
