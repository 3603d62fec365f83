//! Files of outlines that are made of the embedded ones: a much simpler copy, and copies with one
//! thing wrong.

#![expect(clippy::unwrap_used, reason = "what the embedded outlines hold is known")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

type Point = [i64; 2];

/// The embedded outlines with borders that follow the true ones to two hundredths of a degree, and
/// coasts, where a spit of land is soon crossed, to two thousandths. Neighbours share their vertices
/// as before.
pub fn simplified(departements: &[u8]) -> Value {
    const BORDER: f64 = 0.02;
    const COAST: f64 = 0.002;
    let mut file: Value = serde_json::from_slice(departements).unwrap();
    let mut neighbours: BTreeMap<Point, BTreeSet<Point>> = BTreeMap::new();
    let mut sides: BTreeMap<[Point; 2], usize> = BTreeMap::new();
    let edge = |pair: &[Point]| [pair[0].min(pair[1]), pair[0].max(pair[1])];
    each_ring(&mut file, &mut |ring| {
        let points = points(ring);
        for pair in points.windows(2) {
            neighbours.entry(pair[0]).or_default().insert(pair[1]);
            neighbours.entry(pair[1]).or_default().insert(pair[0]);
            *sides.entry(edge(pair)).or_default() += 1;
        }
    });
    let is_junction = |point: &Point| neighbours[point].len() > 2;
    each_ring(&mut file, &mut |ring| {
        let mut points = points(ring);
        points.pop();
        let start = (0..points.len())
            .filter(|index| is_junction(&points[*index]))
            .chain([(0..points.len()).min_by_key(|index| points[*index]).unwrap()])
            .next()
            .unwrap();
        points.rotate_left(start);
        points.push(points[0]);
        let mut kept = vec![points[0]];
        let mut from = 0;
        for to in 1..points.len() {
            if to == points.len() - 1 || is_junction(&points[to]) {
                let is_border = sides[&edge(&points[from..])] > 1;
                let tolerance = if is_border { BORDER } else { COAST };
                keep(&points[from..=to], tolerance * 1e5, &mut kept);
                from = to;
            }
        }
        // An island that is no more than a line stays as it was.
        let kept = if kept.len() < 4 { points } else { kept };
        let degrees = |point: &Point| json!([point[0] as f64 / 1e5, point[1] as f64 / 1e5]);
        *ring = kept.iter().map(degrees).collect();
    });
    file
}

/// Douglas and Peucker, the same whichever way the line is followed.
fn keep(line: &[Point], tolerance: f64, kept: &mut Vec<Point>) {
    let (first, last) = (line[0], line[line.len() - 1]);
    let far = |point: &Point| {
        let [dx, dy] = [(last[0] - first[0]) as f64, (last[1] - first[1]) as f64];
        let [x, y] = [(point[0] - first[0]) as f64, (point[1] - first[1]) as f64];
        let length = dx.hypot(dy);
        if length == 0.0 { x.hypot(y) } else { (x * dy - y * dx).abs() / length }
    };
    let inner = 1..line.len() - 1;
    let farthest = inner
        .max_by(|a, b| far(&line[*a]).total_cmp(&far(&line[*b])).then(line[*a].cmp(&line[*b])));
    match farthest {
        Some(middle) if far(&line[middle]) > tolerance => {
            keep(&line[..=middle], tolerance, kept);
            keep(&line[middle..], tolerance, kept);
        }
        _ => kept.push(last),
    }
}

fn points(ring: &Value) -> Vec<Point> {
    let whole = |value: &Value| (value.as_f64().unwrap() * 1e5).round() as i64;
    ring.as_array().unwrap().iter().map(|point| [whole(&point[0]), whole(&point[1])]).collect()
}

fn each_ring(file: &mut Value, change: &mut dyn FnMut(&mut Value)) {
    fn within(value: &mut Value, change: &mut dyn FnMut(&mut Value)) {
        if value[0][0].is_number() {
            change(value);
        } else {
            value.as_array_mut().unwrap().iter_mut().for_each(|inner| within(inner, change));
        }
    }
    for feature in file["features"].as_array_mut().unwrap() {
        within(&mut feature["geometry"]["coordinates"], change);
    }
}

/// Numbers that are the same for the same seed (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as usize
    }

    fn among<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A copy with one to three things wrong.
pub fn mutated(file: &Value, seed: u64) -> Vec<u8> {
    let chance = &mut Chance(seed);
    let mut file = file.clone();
    for _ in 0..=chance.below(3) {
        if file["features"].as_array().is_some_and(|features| !features.is_empty()) {
            spoil(&mut file, chance);
        }
    }
    let mut text = file.to_string().into_bytes();
    match chance.below(12) {
        0 => text.truncate(chance.below(text.len())),
        1 => {
            let at = chance.below(text.len());
            text[at] = *chance.among(b"0123456789-+.eE,:[]{}\" \xff\0");
        }
        _ => {}
    }
    text
}

fn spoil(file: &mut Value, chance: &mut Chance) {
    let mut nothing = Value::Null;
    let features = file["features"].as_array_mut().unwrap();
    let count = features.len();
    let one = chance.below(count);
    let other = chance.below(count);
    match chance.below(12) {
        0 => {
            let copy = features[one].clone();
            features.insert(other, copy);
        }
        1 => {
            features.remove(one);
        }
        2 => {
            let code = features[one]["properties"]["code"].clone();
            if let Some(place) =
                features[other].get_mut("properties").and_then(|said| said.get_mut("code"))
            {
                *place = code;
            }
        }
        3 => {
            let geometry = features[one]["geometry"].clone();
            if let Some(place) = features[other].get_mut("geometry") {
                *place = geometry;
            }
        }
        4 => remove_a_member(&mut features[one], chance),
        5 => {
            if let Some(place) = features[one].get_mut("geometry") {
                *place = Value::Null;
            }
        }
        6 => {
            let kinds =
                ["Point", "LineString", "Polygon", "MultiPolygon", "GeometryCollection", ""];
            let kind = json!(chance.among(&kinds));
            if let Some(place) =
                features[one].get_mut("geometry").and_then(|geometry| geometry.get_mut("type"))
            {
                *place = kind;
            }
        }
        7 => {
            let values = [json!(null), json!(7), json!("NaN"), json!([]), json!({})];
            let places = ["properties", "geometry", "id", "type"];
            let value = chance.among(&values).clone();
            if let Some(place) = features[one].get_mut(*chance.among(&places)) {
                *place = value;
            }
        }
        8 => scale(coordinates(&mut features[one]).unwrap_or(&mut nothing), chance),
        _ => spoil_a_ring(coordinates(&mut features[one]).unwrap_or(&mut nothing), chance),
    }
}

/// What an earlier change may have left no place for.
fn coordinates(feature: &mut Value) -> Option<&mut Value> {
    feature.get_mut("geometry")?.get_mut("coordinates")
}

fn remove_a_member(value: &mut Value, chance: &mut Chance) {
    let Some(members) = value.as_object_mut() else { return };
    let names: Vec<String> = members.keys().cloned().collect();
    if names.is_empty() {
        return;
    }
    let name = chance.among(&names);
    if chance.below(2) == 0 {
        members.remove(name);
    } else {
        remove_a_member(&mut members[name], chance);
    }
}

/// Every point nearer to the first one, farther from it, or elsewhere.
fn scale(coordinates: &mut Value, chance: &mut Chance) {
    let factor = *chance.among(&[0.0, 1e-6, 1e-3, 0.1, 0.9, 1.1, 10.0, -1.0]);
    let shift = *chance.among(&[0.0, 0.0, 1e-7, 1e-3, 0.1, 3.0, 90.0]);
    let mut first: Option<[f64; 2]> = None;
    each_point(coordinates, &mut |point| {
        let [Some(x), Some(y)] = [0, 1].map(|axis| point[axis].as_f64()) else { return };
        let [x0, y0] = *first.get_or_insert([x, y]);
        *point = json!([x0 + (x - x0) * factor + shift, y0 + (y - y0) * factor]);
    });
}

fn each_point(value: &mut Value, change: &mut dyn FnMut(&mut Value)) {
    if value[0].is_number() {
        change(value);
    } else if let Some(list) = value.as_array_mut() {
        list.iter_mut().for_each(|inner| each_point(inner, change));
    }
}

fn spoil_a_ring(coordinates: &mut Value, chance: &mut Chance) {
    let mut ring = coordinates;
    while ring[0][0].is_array() {
        let count = ring.as_array().map_or(0, Vec::len);
        ring = &mut ring[chance.below(count)];
    }
    let Some(points) = ring.as_array_mut().filter(|points| points.len() > 2) else { return };
    let (count, index) = (points.len(), chance.below(points.len()));
    match chance.below(10) {
        0 => points.reverse(),
        1 => points.truncate(chance.below(count)),
        2 => {
            points.truncate(chance.below(5));
            let first = points.first().cloned();
            points.extend(first);
        }
        3 => points.swap(index, count / 2),
        4 => {
            if let Some(point) = points[index].as_array_mut() {
                point.reverse();
            }
        }
        5 => {
            points[index] =
                json!(chance.among(&[[180.0, 45.0], [-180.0, 0.0], [2.0, 90.0], [2.0, -90.0]]))
        }
        6 => {
            points[index] =
                json!(chance.among(&[[1e9, 2.0], [2.0, -1e308], [91.0, 181.0], [0.0, 0.0]]))
        }
        7 => {
            let odd =
                [json!(null), json!("NaN"), json!([]), json!([2.5]), json!([null, 3]), json!({})];
            points[index] = chance.among(&odd).clone();
        }
        8 => {
            // All on one line.
            for (rank, point) in points.iter_mut().enumerate().take(count - 1) {
                *point = json!([2.0 + rank as f64 / 1e3, 46.0 + rank as f64 / 1e3]);
            }
            points[count - 1] = points[0].clone();
        }
        _ => {
            let digit = |value: &Value, chance: &mut Chance| {
                let mut text: Vec<char> = value.to_string().chars().collect();
                let at = chance.below(text.len());
                text[at] = *chance.among(&['0', '1', '5', '9', '-', '.']);
                text.into_iter().collect::<String>().parse::<f64>().unwrap_or(-1.0)
            };
            let axis = chance.below(2);
            let value = digit(&points[index][axis], chance);
            if let Some(place) = points[index].get_mut(axis) {
                *place = json!(value);
            }
        }
    }
}
