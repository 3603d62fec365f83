//! The rings of a feature, checked: they close, they lie on earth, they enclose something.

use ::geojson::{PolygonType, Position};

use super::{error::OutlineError, lonlat::LonLat};

/// Rings of which the last point is not repeated, outer ones counterclockwise and holes clockwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rings {
    pub rings: Vec<Vec<LonLat>>,
    /// How many enclose nothing and were left out.
    pub flat: usize,
}

/// The rings of some polygons, of an outline that is called so in sentences.
///
/// # Errors
/// When a ring does not close, when a point is none of the earth, or when nothing is enclosed.
pub(super) fn read_rings(label: &str, polygons: &[PolygonType]) -> Result<Rings, OutlineError> {
    let mut found = Rings::default();
    for polygon in polygons {
        for (index, positions) in polygon.iter().enumerate() {
            let mut ring = read_ring(label, found.rings.len() + found.flat + 1, positions)?;
            // An island that was simplified away, or a bow-tie whose halves cancel.
            let area = doubled_area(&ring);
            if area == 0 {
                found.flat += 1;
                if index == 0 {
                    // Holes in nothing.
                    found.flat += polygon.len() - 1;
                    break;
                }
                continue;
            }
            // RFC 7946, 3.1.6: outer rings turn counterclockwise, holes clockwise. Many programs
            // write them otherwise, and borders can only cancel when all files agree.
            if (area > 0) != (index == 0) {
                ring.reverse();
            }
            found.rings.push(ring);
        }
    }
    if found.rings.is_empty() && found.flat > 0 {
        let points: Vec<usize> = polygons.iter().flatten().map(Vec::len).collect();
        return Err(match points[..] {
            [points] if points < 4 => OutlineError::ShortRing { outline: label.to_owned(), points },
            _ => OutlineError::Flat { outline: label.to_owned(), rings: found.flat },
        });
    }
    Ok(found)
}

fn read_ring(
    label: &str,
    ring: usize,
    positions: &[Position],
) -> Result<Vec<LonLat>, OutlineError> {
    let mut points = Vec::with_capacity(positions.len());
    for position in positions {
        let at = |axis: usize| position.as_slice().get(axis).copied().unwrap_or(f64::NAN);
        let (x, y) = (at(0), at(1));
        let point = LonLat::from_degrees(x, y).ok_or_else(|| OutlineError::NotDegrees {
            outline: label.to_owned(),
            x: x.to_string(),
            y: y.to_string(),
        })?;
        // A point written twice in a row would be an edge without direction.
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    if points.first() != points.last() {
        return Err(OutlineError::OpenRing { outline: label.to_owned(), ring });
    }
    points.pop();
    Ok(points)
}

/// Twice the signed area of a ring in squared units, positive counterclockwise.
fn doubled_area(ring: &[LonLat]) -> i128 {
    let cross = |a: LonLat, b: LonLat| {
        let ([ax, ay], [bx, by]) = (a.units(), b.units());
        i128::from(ax) * i128::from(by) - i128::from(bx) * i128::from(ay)
    };
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| cross(*a, *b)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rings(rings: &[&[[f64; 2]]]) -> Result<Rings, OutlineError> {
        let polygon = |ring: &&[[f64; 2]]| {
            let positions = ring.iter().map(|[x, y]| Position::from(vec![*x, *y]));
            vec![positions.collect()]
        };
        read_rings("01", &rings.iter().map(polygon).collect::<Vec<PolygonType>>())
    }

    const SQUARE: &[[f64; 2]] = &[[0., 0.], [1., 0.], [1., 1.], [0., 0.]];

    #[test]
    fn a_ring_is_read_without_its_repeated_point() {
        assert_eq!(rings(&[SQUARE]).unwrap().rings[0].len(), 3);
    }

    #[test]
    fn rings_turn_the_same_way_however_they_were_written() {
        let backward: Vec<[f64; 2]> = SQUARE.iter().rev().copied().collect();
        for ring in [SQUARE, &backward] {
            assert!(doubled_area(&rings(&[ring]).unwrap().rings[0]) > 0);
        }
    }

    #[test]
    fn a_ring_must_close_and_enclose() {
        assert_eq!(
            rings(&[&[[0., 0.], [1., 0.], [1., 1.], [0., 1.]]]),
            Err(OutlineError::OpenRing { outline: "01".into(), ring: 1 })
        );
        assert_eq!(
            rings(&[&[[0., 0.], [1., 0.], [0., 0.]]]),
            Err(OutlineError::ShortRing { outline: "01".into(), points: 3 })
        );
        assert_eq!(
            rings(&[&[[0., 0.], [1., 1.], [2., 2.], [0., 0.]]]),
            Err(OutlineError::Flat { outline: "01".into(), rings: 1 })
        );
    }

    #[test]
    fn collapsed_islands_are_left_out_beside_what_encloses_something() {
        let islands: [&[[f64; 2]]; 5] = [
            &[],
            &[[5., 5.]],
            &[[5., 5.], [5., 5.]],
            &[[5., 5.], [6., 6.], [5., 5.]],
            &[[5., 5.]; 4],
        ];
        for island in islands {
            let found = rings(&[SQUARE, island]).unwrap();
            assert_eq!((found.rings.len(), found.flat), (1, 1), "{island:?}");
        }
    }

    #[test]
    fn metres_instead_of_degrees_are_recognised() {
        let metres = [[652469., 6862035.], [652470., 6862035.], [652470., 6862036.]];
        assert!(matches!(rings(&[&metres]), Err(OutlineError::NotDegrees { .. })));
    }
}
