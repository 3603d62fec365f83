//! Gathering schools that would lie on top of each other.
//!
//! A grid on the plane, whose cells are about as large on the screen at any scale: more than a few
//! schools in a cell become one mark in their middle. The grid changes every half doubling and not
//! in between, so that nothing dances while one zooms. Marks that overlap are then joined.

use std::collections::BTreeMap;

use super::{
    mark::{MOST_APART, Mark},
    place::PlacedSchool,
};

/// Sides of a cell, in points, when it is smallest.
const CELL: f64 = 44.0;
/// Grids a doubling of the scale.
const STEPS: f64 = 2.0;

type Cell = (i32, i32);

/// Which grid fits a scale, in points a metre.
pub fn gathering_step(scale: f64) -> i32 {
    (scale.log2() * STEPS).floor() as i32
}

/// The marks of some schools on a grid, from north to south.
pub fn gather(schools: &[PlacedSchool], step: i32) -> Vec<Mark> {
    // Points a metre where the grid begins: there its cells are smallest.
    let scale = (f64::from(step) / STEPS).exp2();
    let mut cells: BTreeMap<Cell, Vec<PlacedSchool>> = BTreeMap::new();
    for school in schools {
        let cell = school.at.map(|metres| (metres * scale / CELL).floor() as i32);
        cells.entry((cell[1], cell[0])).or_default().push(*school);
    }
    join(&mut cells, scale);
    let mut marks = Vec::with_capacity(cells.len());
    for mut held in cells.into_values() {
        held.sort_by_key(|school| school.key);
        if held.len() > MOST_APART {
            marks.push(mark(&held));
        } else {
            marks.extend(held.iter().map(|school| mark(std::slice::from_ref(school))));
        }
    }
    marks
}

/// Lets each group, the largest first, take in what it lies upon in the cells around.
fn join(cells: &mut BTreeMap<Cell, Vec<PlacedSchool>>, scale: f64) {
    let mut groups: Vec<(usize, Cell)> = cells
        .iter()
        .filter(|(_, held)| held.len() > MOST_APART)
        .map(|(cell, held)| (held.len(), *cell))
        .collect();
    groups.sort_by(|one, other| other.cmp(one));
    for (_, cell) in groups {
        let Some(mut held) = cells.remove(&cell) else { continue };
        let own = mark(&held);
        for (down, right) in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]
        {
            let near = (cell.0 + down, cell.1 + right);
            let Some(other) = cells.get_mut(&near) else { continue };
            let covers = |mark: &Mark| {
                let apart = (mark.at[0] - own.at[0]).hypot(mark.at[1] - own.at[1]) * scale;
                apart < f64::from(own.radius() + mark.radius())
            };
            if other.len() > MOST_APART {
                if covers(&mark(other)) {
                    held.append(other);
                }
            } else {
                let single = |school: &PlacedSchool| mark(std::slice::from_ref(school));
                held.extend(other.extract_if(.., |school| covers(&single(school))));
            }
            if other.is_empty() {
                cells.remove(&near);
            }
        }
        cells.insert(cell, held);
    }
}

fn mark(schools: &[PlacedSchool]) -> Mark {
    let count = schools.len().max(1) as f64;
    let middle = |axis: usize| schools.iter().map(|school| school.at[axis]).sum::<f64>() / count;
    Mark {
        at: [middle(0), middle(1)],
        schools: schools.iter().map(|school| school.key).collect(),
        equipped: schools.iter().filter(|school| school.equipped == Some(true)).count(),
        known: schools.iter().filter(|school| school.equipped.is_some()).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school(key: u32, x: f64, y: f64) -> PlacedSchool {
        PlacedSchool {
            key,
            at: [x, y],
            equipped: [Some(true), Some(false), None][key as usize % 3],
        }
    }

    /// Schools strewn over a square of 1 000 km, by fixed chance.
    fn strewn(count: u32) -> Vec<PlacedSchool> {
        let mut state = 1u32;
        let mut chance = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(state >> 8) / f64::from(1 << 24) * 1e6 - 5e5
        };
        (0..count).map(|key| school(key, chance(), chance())).collect()
    }

    #[test]
    fn every_school_is_in_one_mark_at_every_scale() {
        let schools = strewn(5_000);
        for step in -30..0 {
            let marks = gather(&schools, step);
            let mut keys: Vec<u32> = marks.iter().flat_map(|mark| mark.schools.clone()).collect();
            keys.sort_unstable();
            assert_eq!(keys, (0..5_000).collect::<Vec<u32>>(), "step {step}");
            let equipped: usize = marks.iter().map(|mark| mark.equipped).sum();
            let known: usize = marks.iter().map(|mark| mark.known).sum();
            assert_eq!((equipped, known), (1_667, 3_334));
        }
    }

    #[test]
    fn few_schools_stand_apart_and_many_are_one() {
        let side_by_side: Vec<_> = (0..3).map(|key| school(key, f64::from(key), 0.0)).collect();
        assert_eq!(gather(&side_by_side, gathering_step(1.0)).len(), 3);
        let crowd: Vec<_> = (0..4).map(|key| school(key, f64::from(key), 0.0)).collect();
        let marks = gather(&crowd, gathering_step(1.0));
        assert_eq!((marks.len(), marks[0].schools.len(), marks[0].equipped), (1, 4, 2));
        assert_eq!(marks[0].at, [1.5, 0.0]);
    }

    #[test]
    fn looking_closer_opens_groups_up() {
        let schools = strewn(5_000);
        let counts: Vec<usize> =
            [-24, -18, -12, -6].map(|step| gather(&schools, step).len()).into();
        assert!(counts.is_sorted() && counts[0] < 100 && counts[3] == 5_000, "{counts:?}");
    }

    #[test]
    fn groups_hardly_ever_overlap() {
        for step in [-22, -20, -18, -16] {
            let scale = (f64::from(step) / STEPS).exp2();
            let groups: Vec<Mark> =
                gather(&strewn(13_000), step).into_iter().filter(Mark::is_group).collect();
            let mut overlaps = 0;
            for (index, one) in groups.iter().enumerate() {
                overlaps += groups[index + 1..]
                    .iter()
                    .filter(|other| {
                        let apart = (one.at[0] - other.at[0]).hypot(one.at[1] - other.at[1]);
                        apart * scale < f64::from(one.radius() + other.radius()) * 0.8
                    })
                    .count();
            }
            assert!(overlaps * 20 <= groups.len(), "{overlaps} of {} at {step}", groups.len());
        }
    }

    #[test]
    fn a_grid_lasts_half_a_doubling() {
        assert_eq!(gathering_step(1.0), gathering_step(1.41));
        assert_ne!(gathering_step(1.0), gathering_step(1.42));
    }
}
