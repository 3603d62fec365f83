//! Tables by territory, of which the fate of each row is known.

use atlas_ent::coverage::import::{LeftOutReason, NotCountedHere};
use proptest::prelude::*;

use crate::made::{Known, Row, departements};

pub const HEADER: &str = "Département;Type d'établissement;Année;Nombre d'établissements;Établissements équipés d'un ENT";

/// How many rows of each kind a table has.
#[derive(Clone, Debug)]
pub struct Kinds {
    on_map: usize,
    totals: usize,
    unknown: usize,
    unknown_without_value: usize,
    no_place: usize,
    outside: usize,
    other_type: usize,
    unreadable_date: usize,
    contradictory: usize,
    repeated: usize,
}

pub fn kinds() -> impl Strategy<Value = Kinds> {
    let odd = (0..=2_usize, 0..=2_usize, 0..=2_usize, 0..=2_usize, 0..=2_usize, 0..=2_usize);
    (30..=50_usize, 0..=1_usize, odd, 0..=2_usize, 0..=2_usize).prop_map(
        |(on_map, totals, odd, contradictory, repeated)| Kinds {
            on_map,
            totals,
            unknown: odd.0,
            unknown_without_value: odd.1,
            no_place: odd.2,
            outside: odd.3,
            other_type: odd.4,
            unreadable_date: odd.5,
            contradictory,
            repeated,
        },
    )
}

/// The rows of a table in any order, blank lines between some of them, and notes below.
pub fn rows() -> impl Strategy<Value = Vec<Row>> {
    (kinds(), 0..=2_usize, 0..=3_usize).prop_flat_map(|(kinds, notes, blanks)| {
        let mut blocks = blocks(&kinds);
        blocks.extend(vec![vec![(String::new(), Known::Note)]; blanks]);
        (Just(blocks).prop_shuffle(), Just(notes)).prop_map(|(blocks, notes)| {
            let mut rows: Vec<Row> = blocks.into_iter().flatten().collect();
            for note in 0..notes {
                rows.push((format!("Source : enquête n° {note};;;;"), Known::Note));
            }
            rows
        })
    })
}

/// Rows that stay side by side when others are shuffled: most stand alone.
fn blocks(kinds: &Kinds) -> Vec<Vec<Row>> {
    let names = departements();
    let mut names = names.into_iter();
    let mut name = move || names.next().unwrap();
    let counted =
        |name: &str, rank: usize| format!("{name};collège;2011;{};{}", 20 + rank, 3 + rank % 15);
    let mut blocks: Vec<Vec<Row>> = Vec::new();
    let (mut schools, mut equipped) = (0, 0);
    for rank in 0..kinds.on_map {
        blocks.push(vec![(counted(name(), rank), Known::OnMap)]);
        (schools, equipped) = (schools + 20 + rank, equipped + 3 + rank % 15);
    }
    for rank in 0..kinds.repeated {
        let row = counted(name(), rank);
        blocks.push(vec![
            (row.clone(), Known::OnMap),
            (row, Known::NotCounted(NotCountedHere::Repeated)),
        ]);
    }
    for rank in 0..kinds.contradictory {
        let (name, lost) = (name(), Known::LeftOut(LeftOutReason::Contradiction, true));
        blocks.push(vec![(counted(name, rank), lost)]);
        blocks.push(vec![(counted(name, rank + 7), lost)]);
    }
    // A blank below another label of the same type is nobody's.
    for rank in 0..kinds.no_place {
        blocks.push(vec![
            (counted(name(), rank), Known::OnMap),
            (counted("", rank), Known::LeftOut(LeftOutReason::NoPlace, true)),
        ]);
    }
    for rank in 0..kinds.unreadable_date {
        let row = format!("{};collège;31/02/201{rank};40;10", name());
        blocks.push(vec![(row, Known::LeftOut(LeftOutReason::UnreadableDate, true))]);
    }
    for rank in 0..kinds.unknown {
        let row = counted(&format!("Zorglub {rank}"), rank);
        blocks.push(vec![(row, Known::LeftOut(LeftOutReason::UnknownPlace, true))]);
    }
    for rank in 0..kinds.unknown_without_value {
        let row = format!("Pays des merveilles {rank};collège;2011;;");
        blocks.push(vec![(row, Known::LeftOut(LeftOutReason::UnknownPlace, false))]);
    }
    for name in ["Nouvelle-Calédonie", "Polynésie française"].iter().take(kinds.outside) {
        let fate = Known::NotCounted(NotCountedHere::Outside);
        blocks.push(vec![(counted(name, 4), fate)]);
    }
    for rank in 0..kinds.other_type {
        let row = format!("{};école;2011;400;{rank}", name());
        blocks.push(vec![(row, Known::NotCounted(NotCountedHere::OtherType))]);
    }
    let wordings = ["Total", "TOTAL GENERAL", "Ensemble", "Total France"];
    for wording in wordings.iter().skip(kinds.on_map % 4).take(kinds.totals) {
        let row = format!("{wording};collège;2011;{schools};{equipped}");
        blocks.push(vec![(row, Known::Total)]);
    }
    blocks
}
