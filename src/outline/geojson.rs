//! Reading GeoJSON (RFC 7946) and checking that it holds usable outlines.

use ::geojson::{FeatureCollection, GeometryValue, JsonValue, Position};

use super::error::{OutlineError, OutlineNotice};

/// A longitude and a latitude in whole 10⁻⁷ degrees (about 1 cm).
///
/// Whole numbers make "the same vertex" exact, on which shared borders rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LonLat([i32; 2]);

impl LonLat {
    const UNITS_PER_DEGREE: f64 = 1e7;

    /// From degrees; `None` outside ±180° and ±90°, or when not a number.
    pub fn from_degrees(longitude: f64, latitude: f64) -> Option<Self> {
        let inside = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
        inside.then(|| {
            let units = |degrees: f64| (degrees * Self::UNITS_PER_DEGREE).round() as i32;
            Self([units(longitude), units(latitude)])
        })
    }

    /// Longitude in degrees, east positive.
    pub fn longitude(self) -> f64 {
        f64::from(self.0[0]) / Self::UNITS_PER_DEGREE
    }

    /// Latitude in degrees, north positive.
    pub fn latitude(self) -> f64 {
        f64::from(self.0[1]) / Self::UNITS_PER_DEGREE
    }
}

/// One outline of the file: a code, and rings of which the last point is not repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// `code` as written in the file.
    pub code: String,
    /// `nom` as written in the file.
    pub name: Option<String>,
    /// All rings of all its polygons, outer and inner alike: which is which follows from how they
    /// nest.
    pub rings: Vec<Vec<LonLat>>,
}

/// What a collection says itself of whom it is from, in one of the members that programs write
/// beside its features; each said once. A file that cannot be read says nothing.
pub fn credit_of(bytes: &[u8]) -> Option<String> {
    const MEMBERS: [&str; 9] = [
        "attribution",
        "credit",
        "credits",
        "crédits",
        "copyright",
        "source",
        "licence",
        "license",
        "auteur",
    ];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let collection: FeatureCollection = serde_json::from_slice(bytes).ok()?;
    let members = collection.foreign_members?;
    let mut said: Vec<&str> = Vec::new();
    for text in MEMBERS.iter().filter_map(|name| members.get(*name)?.as_str()) {
        let text = text.trim().trim_end_matches('.');
        if !text.is_empty() && !said.contains(&text) {
            said.push(text);
        }
    }
    (!said.is_empty()).then(|| said.join(", "))
}

/// Reads a feature collection of areas.
///
/// # Errors
/// The first fault found, see [`OutlineError`].
pub fn parse(bytes: &[u8]) -> Result<(Vec<Feature>, Vec<OutlineNotice>), OutlineError> {
    let mut notices = Vec::new();
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => {
            notices.push(OutlineNotice::ByteOrderMark);
            rest
        }
        None => bytes,
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OutlineError::EmptyFile);
    }
    if let Err(fault) = std::str::from_utf8(bytes) {
        return Err(OutlineError::NotUtf8 { byte: fault.valid_up_to() + 1 });
    }
    let collection: FeatureCollection =
        serde_json::from_slice(bytes).map_err(|fault| explain(bytes, &fault))?;
    if collection.features.is_empty() {
        return Err(OutlineError::NoFeature);
    }
    let features = collection
        .features
        .into_iter()
        .enumerate()
        .map(|(index, feature)| read_feature(index + 1, feature, &mut notices))
        .collect::<Result<Vec<_>, _>>()?;
    let mut codes: Vec<&str> = features.iter().map(|f| f.code.as_str()).collect();
    codes.sort_unstable();
    if let Some(pair) = codes.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(OutlineError::Duplicate { code: pair[0].to_owned() });
    }
    Ok((features, notices))
}

/// Tells broken JSON from JSON that is something else.
fn explain(bytes: &[u8], fault: &serde_json::Error) -> OutlineError {
    match serde_json::from_slice::<JsonValue>(bytes) {
        Err(syntax) => OutlineError::NotJson { line: syntax.line(), column: syntax.column() },
        Ok(value) => OutlineError::NotGeoJson {
            detail: match value.get("type").and_then(JsonValue::as_str) {
                Some("FeatureCollection") => format!("ligne {}", fault.line()),
                Some(other) => format!("« type » vaut « {} »", shortened(other)),
                None => "pas de « type »".to_owned(),
            },
        },
    }
}

fn read_feature(
    position: usize,
    feature: ::geojson::Feature,
    notices: &mut Vec<OutlineNotice>,
) -> Result<Feature, OutlineError> {
    let text = |name: &str| match feature.property(name) {
        Some(JsonValue::String(text)) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Some(JsonValue::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let code = text("code").ok_or(OutlineError::NoCode { position })?;
    let name = text("nom");
    let not_an_area =
        |found: &str| OutlineError::NotAnArea { code: shortened(&code), found: found.to_owned() };
    let polygons = match feature.geometry.map(|geometry| geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => vec![coordinates],
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates,
        Some(other) => return Err(not_an_area(other.type_name())),
        None => return Err(not_an_area("rien")),
    };
    let mut rings = Vec::new();
    let mut flat = 0;
    for polygon in polygons {
        for (index, positions) in polygon.iter().enumerate() {
            let mut ring = read_ring(&code, rings.len() + flat + 1, positions)?;
            // An island that was simplified away, or a bow-tie whose halves cancel.
            if doubled_area(&ring) == 0 {
                flat += 1;
                continue;
            }
            // RFC 7946, 3.1.6: outer rings turn counterclockwise, holes clockwise. Many programs
            // write them otherwise, and borders can only cancel when all files agree.
            if (doubled_area(&ring) > 0) != (index == 0) {
                ring.reverse();
            }
            rings.push(ring);
        }
    }
    if rings.is_empty() {
        return Err(match flat {
            0 => not_an_area("une géométrie vide"),
            rings => OutlineError::Flat { code: shortened(&code), name, rings },
        });
    }
    if flat > 0 {
        notices.push(OutlineNotice::FlatRings { code: shortened(&code), rings: flat });
    }
    Ok(Feature { code, name, rings })
}

fn read_ring(code: &str, ring: usize, positions: &[Position]) -> Result<Vec<LonLat>, OutlineError> {
    let code = || shortened(code);
    let mut points = Vec::with_capacity(positions.len());
    for position in positions {
        let at = |axis: usize| position.as_slice().get(axis).copied().unwrap_or(f64::NAN);
        let (x, y) = (at(0), at(1));
        let point = LonLat::from_degrees(x, y).ok_or_else(|| OutlineError::NotDegrees {
            code: code(),
            x: x.to_string(),
            y: y.to_string(),
        })?;
        // A point written twice in a row would be an edge without direction.
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    if points.first() != points.last() {
        return Err(OutlineError::OpenRing { code: code(), ring });
    }
    if positions.len() < 4 {
        return Err(OutlineError::ShortRing { code: code(), ring, points: positions.len() });
    }
    points.pop();
    Ok(points)
}

/// Twice the signed area of a ring in squared units, positive counterclockwise.
fn doubled_area(ring: &[LonLat]) -> i128 {
    let cross = |a: LonLat, b: LonLat| {
        i128::from(a.0[0]) * i128::from(b.0[1]) - i128::from(b.0[0]) * i128::from(a.0[1])
    };
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| cross(*a, *b)).sum()
}

/// A text of the file, short enough for a sentence.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(30).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(code: &str, ring: &str) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature",
            "properties":{{{code}}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}]}}"#
        )
    }

    fn error(text: &str) -> OutlineError {
        parse(text.as_bytes()).unwrap_err()
    }

    const RING: &str = "[0,0],[1,0],[1,1],[0,0]";

    #[test]
    fn a_square_is_read_without_its_repeated_point() {
        let (features, notices) =
            parse(square(r#""code":"01","nom":"Ain""#, RING).as_bytes()).unwrap();
        assert_eq!(notices, []);
        assert_eq!(features[0].code, "01");
        assert_eq!(features[0].name.as_deref(), Some("Ain"));
        assert_eq!(features[0].rings[0].len(), 3);
    }

    #[test]
    fn rings_turn_the_same_way_however_they_were_written() {
        let outer =
            |ring| parse(square(r#""code":"01""#, ring).as_bytes()).unwrap().0[0].rings[0].clone();
        let (forward, backward) = (outer(RING), outer("[0,0],[1,1],[1,0],[0,0]"));
        assert!(doubled_area(&forward) > 0);
        assert!(doubled_area(&backward) > 0);
    }

    #[test]
    fn a_byte_order_mark_is_noticed_and_ignored() {
        let text = format!("\u{feff}{}", square(r#""code":"01""#, RING));
        let (features, notices) = parse(text.as_bytes()).unwrap();
        assert_eq!((features.len(), notices), (1, vec![OutlineNotice::ByteOrderMark]));
    }

    #[test]
    fn a_collection_says_whom_it_is_from() {
        let text = square(r#""code":"01""#, RING);
        assert_eq!(credit_of(text.as_bytes()), None);
        let said =
            text.replacen('{', r#"{"source":"INSEE","licence":"ODbL.","credit":"INSEE","#, 1);
        assert_eq!(credit_of(said.as_bytes()).as_deref(), Some("INSEE, ODbL"));
        assert_eq!(credit_of(b"{"), None);
    }

    #[test]
    fn broken_files_are_told_apart() {
        assert_eq!(error(""), OutlineError::EmptyFile);
        assert_eq!(error(" \n"), OutlineError::EmptyFile);
        assert_eq!(error("{\n  oops"), OutlineError::NotJson { line: 2, column: 3 });
        assert_eq!(
            parse(b"\xff\xfe{\x00").unwrap_err(),
            OutlineError::NotUtf8 { byte: 1 },
            "UTF-16"
        );
        assert!(matches!(error("[1,2]"), OutlineError::NotGeoJson { .. }));
        assert!(matches!(error(r#"{"type":"Topology"}"#), OutlineError::NotGeoJson { .. }));
        assert_eq!(error(r#"{"type":"FeatureCollection","features":[]}"#), OutlineError::NoFeature);
    }

    #[test]
    fn a_feature_without_code_is_named_by_its_rank() {
        assert_eq!(error(&square(r#""nom":"Ain""#, RING)), OutlineError::NoCode { position: 1 });
    }

    #[test]
    fn a_ring_must_close_and_enclose() {
        let code = r#""code":"01""#;
        assert_eq!(
            error(&square(code, "[0,0],[1,0],[1,1],[0,1]")),
            OutlineError::OpenRing { code: "01".into(), ring: 1 }
        );
        assert_eq!(
            error(&square(code, "[0,0],[1,0],[0,0]")),
            OutlineError::ShortRing { code: "01".into(), ring: 1, points: 3 }
        );
    }

    #[test]
    fn metres_instead_of_degrees_are_recognised() {
        let ring = "[652469,6862035],[652470,6862035],[652470,6862036],[652469,6862035]";
        assert!(matches!(error(&square(r#""code":"01""#, ring)), OutlineError::NotDegrees { .. }));
    }

    #[test]
    fn a_point_is_not_a_territory() {
        let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"code":"01"},"geometry":{"type":"Point","coordinates":[0,0]}}]}"#;
        assert!(matches!(error(text), OutlineError::NotAnArea { .. }));
    }
}
