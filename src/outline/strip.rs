//! An outline cut into level strips, so that what is asked of a place looks at few of its edges.

/// Metres of a degree of latitude.
const METRES: f64 = 111_195.0;

/// An edge of an outline, in degrees; its inside is at the left of its way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub from: [f64; 2],
    pub to: [f64; 2],
}

/// The edges of an outline.
pub(super) struct Shape {
    ways: Vec<Way>,
    /// Degrees west, south, east and north.
    bounds: [f64; 4],
    /// The edges that touch each strip, from south to north.
    strips: Vec<Vec<u32>>,
}

/// Metres between two places that are near each other.
pub(super) fn metres_between(a: [f64; 2], b: [f64; 2]) -> f64 {
    let squeeze = ((a[1] + b[1]) / 2.0).to_radians().cos();
    ((b[0] - a[0]) * squeeze).hypot(b[1] - a[1]) * METRES
}

impl Way {
    pub fn middle(&self) -> [f64; 2] {
        [(self.from[0] + self.to[0]) / 2.0, (self.from[1] + self.to[1]) / 2.0]
    }

    /// The place so many metres at the left of the middle, or at its right where negative.
    pub fn beside(&self, metres: f64) -> [f64; 2] {
        let [x, y] = self.middle();
        let squeeze = y.to_radians().cos();
        let (across, along) = ((self.to[0] - self.from[0]) * squeeze, self.to[1] - self.from[1]);
        let degrees = metres / METRES / across.hypot(along).max(f64::MIN_POSITIVE);
        [x - along * degrees / squeeze, y + across * degrees]
    }

    /// The place on it that is nearest to another.
    fn nearest(&self, place: [f64; 2]) -> [f64; 2] {
        let squeeze = place[1].to_radians().cos();
        let along = [(self.to[0] - self.from[0]) * squeeze, self.to[1] - self.from[1]];
        let away = [(place[0] - self.from[0]) * squeeze, place[1] - self.from[1]];
        let length = along[0] * along[0] + along[1] * along[1];
        let part = if length > 0.0 {
            ((away[0] * along[0] + away[1] * along[1]) / length).clamp(0.0, 1.0)
        } else {
            0.0
        };
        [0, 1].map(|axis| self.from[axis] + (self.to[axis] - self.from[axis]) * part)
    }
}

impl Shape {
    /// Of the edges of rings, each with its inside at the left.
    pub fn new(ways: Vec<Way>) -> Self {
        const EDGES_A_STRIP: usize = 8;
        const MOST_STRIPS: usize = 1_024;
        let nowhere = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let bounds = ways.iter().fold(nowhere, |[west, south, east, north], way| {
            let [x, y] = way.from;
            [west.min(x), south.min(y), east.max(x), north.max(y)]
        });
        let count = (ways.len() / EDGES_A_STRIP).clamp(1, MOST_STRIPS);
        let mut shape = Self { ways, bounds, strips: vec![vec![]; count] };
        for (index, way) in (0..).zip(&shape.ways) {
            let (low, high) = (way.from[1].min(way.to[1]), way.from[1].max(way.to[1]));
            let touched =
                strip_at(&shape.bounds, count, low)..=strip_at(&shape.bounds, count, high);
            shape.strips[touched].iter_mut().for_each(|strip| strip.push(index));
        }
        shape
    }

    /// How many times the outline goes around a place: 1 inside, 0 outside; anything else where it
    /// covers ground twice or inside out.
    pub fn turns(&self, [x, y]: [f64; 2]) -> i32 {
        let [west, south, east, north] = self.bounds;
        if !((west..=east).contains(&x) && (south..=north).contains(&y)) {
            return 0;
        }
        let strip = &self.strips[strip_at(&self.bounds, self.strips.len(), y)];
        let crossing = |index: &u32| {
            let Way { from, to } = self.ways[*index as usize];
            let upward = from[1] < to[1];
            // From the lower end, so that two neighbours reckon a common edge alike.
            let (low, high) = if upward { (from, to) } else { (to, from) };
            if !(low[1] <= y && y < high[1]) {
                return 0;
            }
            let crossed = low[0] + (high[0] - low[0]) * (y - low[1]) / (high[1] - low[1]);
            match (x < crossed, upward) {
                (false, _) => 0,
                (true, true) => 1,
                (true, false) => -1,
            }
        };
        strip.iter().map(crossing).sum()
    }

    /// The nearest place of its border within some metres, and how far it is.
    pub fn nearest(&self, place: [f64; 2], within: f64) -> Option<(f64, [f64; 2])> {
        let [west, south, east, north] = self.bounds;
        let high = within / METRES;
        let wide = high / place[1].to_radians().cos().max(f64::MIN_POSITIVE);
        let is_near = (west - wide..=east + wide).contains(&place[0])
            && (south - high..=north + high).contains(&place[1]);
        if !is_near {
            return None;
        }
        let strip = |y: f64| strip_at(&self.bounds, self.strips.len(), y);
        let edges = self.strips[strip(place[1] - high)..=strip(place[1] + high)].iter().flatten();
        edges
            .map(|index| {
                let there = self.ways[*index as usize].nearest(place);
                (metres_between(place, there), there)
            })
            .filter(|(metres, _)| *metres <= within)
            .min_by(|(one, _), (other, _)| one.total_cmp(other))
    }
}

fn strip_at([_, south, _, north]: &[f64; 4], count: usize, y: f64) -> usize {
    let part = (y - south) / (north - south).max(f64::MIN_POSITIVE);
    ((part * count as f64).max(0.0) as usize).min(count - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(rings: &[&[[f64; 2]]]) -> Shape {
        let ways = rings.iter().flat_map(|ring| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).map(|(from, to)| Way { from: *from, to: *to })
        });
        Shape::new(ways.collect())
    }

    const SQUARE: &[[f64; 2]] = &[[0., 0.], [4., 0.], [4., 4.], [0., 4.]];

    #[test]
    fn an_outline_goes_once_around_what_is_inside() {
        let square = shape(&[SQUARE, &[[1., 1.], [1., 3.], [3., 3.], [3., 1.]]]);
        assert_eq!(square.turns([0.5, 2.0]), 1);
        assert_eq!(square.turns([2.0, 2.0]), 0, "its hole");
        assert_eq!(square.turns([5.0, 2.0]), 0);
        assert_eq!(shape(&[SQUARE, SQUARE]).turns([1.0, 1.0]), 2, "the same ring twice");
        let bow_tie = shape(&[&[[0., 0.], [4., 4.], [4., 0.], [0., 4.]]]);
        assert_eq!((bow_tie.turns([0.1, 2.0]), bow_tie.turns([3.9, 2.0])), (1, -1));
    }

    #[test]
    fn the_nearest_place_of_a_border_is_found_within_a_distance() {
        let square = shape(&[SQUARE]);
        let (metres, there) = square.nearest([2.0, 4.001], 300.0).unwrap();
        assert!((metres - 111.195).abs() < 0.01 && (there[1] - 4.0).abs() < 1e-9, "{metres}");
        assert!(square.nearest([2.0, 4.01], 300.0).is_none());
    }

    #[test]
    fn left_of_a_way_is_its_inside() {
        let way = Way { from: SQUARE[0], to: SQUARE[1] };
        let square = shape(&[SQUARE]);
        assert_eq!((square.turns(way.beside(2.0)), square.turns(way.beside(-2.0))), (1, 0));
    }
}
