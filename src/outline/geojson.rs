//! Reading GeoJSON (RFC 7946) as programs write it: features with what they say of themselves.

use ::geojson::{FeatureCollection, Geometry, GeometryValue, JsonValue, PolygonType, feature::Id};

use super::{error::OutlineError, notice::OutlineNotice};

/// One feature of a file, which is not known to be a place yet.
#[derive(Clone, Debug)]
pub(super) struct Feature {
    /// Its rank in the file, from 1.
    pub position: usize,
    /// Its properties that are texts or numbers, by their names, and its `id`.
    pub said: Vec<(String, String)>,
    /// The polygons of its geometry, those of a collection among them, as they are written.
    pub polygons: Vec<PolygonType>,
    /// What else its geometry holds: points, lines.
    pub beside: Vec<&'static str>,
}

impl Feature {
    /// What it says under a name.
    pub fn text(&self, name: &str) -> &str {
        self.said.iter().find(|(other, _)| other == name).map_or("", |(_, text)| text)
    }

    /// A place in it, as longitude and latitude in degrees.
    pub fn somewhere(&self) -> Option<[f64; 2]> {
        let position = self.polygons.iter().flatten().flatten().next()?;
        match position.as_slice() {
            [longitude, latitude, ..] => Some([*longitude, *latitude]),
            _ => None,
        }
    }
}

/// Whether a file is a GeoJSON collection of which some features are areas.
pub fn holds_areas(bytes: &[u8]) -> bool {
    read(bytes).is_ok_and(|(features, _)| features.iter().any(|one| !one.polygons.is_empty()))
}

/// Reads a feature collection.
///
/// # Errors
/// When it is none, or has nothing in it.
pub(super) fn read(bytes: &[u8]) -> Result<(Vec<Feature>, Vec<OutlineNotice>), OutlineError> {
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
    let features = (1..).zip(collection.features);
    Ok((features.map(|(position, feature)| taken(position, feature)).collect(), notices))
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

fn taken(position: usize, feature: ::geojson::Feature) -> Feature {
    let mut said = Vec::new();
    for (name, value) in feature.properties.unwrap_or_default() {
        match value {
            JsonValue::String(text) if !text.trim().is_empty() => {
                said.push((name, text.trim().to_owned()));
            }
            JsonValue::Number(number) => said.push((name, number.to_string())),
            _ => {}
        }
    }
    match feature.id {
        Some(Id::String(text)) => said.push((ID.to_owned(), text.trim().to_owned())),
        Some(Id::Number(number)) => said.push((ID.to_owned(), number.to_string())),
        None => {}
    }
    let (mut polygons, mut beside) = (Vec::new(), Vec::new());
    if let Some(geometry) = feature.geometry {
        take_areas(geometry, &mut polygons, &mut beside);
    }
    Feature { position, said, polygons, beside }
}

/// What the `id` of a feature is called among its properties, of which none is called so.
const ID: &str = "id (GeoJSON)";

fn take_areas(geometry: Geometry, polygons: &mut Vec<PolygonType>, beside: &mut Vec<&'static str>) {
    match geometry.value {
        GeometryValue::Polygon { coordinates } => polygons.push(coordinates),
        GeometryValue::MultiPolygon { coordinates } => polygons.extend(coordinates),
        GeometryValue::GeometryCollection { geometries } => {
            geometries.into_iter().for_each(|inner| take_areas(inner, polygons, beside));
        }
        other => beside.push(other.type_name()),
    }
}

/// A text of the file, short enough for a sentence.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(30).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> OutlineError {
        read(text.as_bytes()).unwrap_err()
    }

    fn feature(properties: &str, geometry: &str) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":7,
            "properties":{properties},"geometry":{geometry}}}]}}"#
        )
    }

    #[test]
    fn a_feature_says_its_texts_its_numbers_and_its_id() {
        let text = feature(r#"{"code":" 01 ","rang":3,"vide":null,"blanc":" "}"#, "null");
        let (features, notices) = read(text.as_bytes()).unwrap();
        assert_eq!(notices, []);
        let texts: Vec<&str> = features[0].said.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["01", "3", "7"]);
        assert!(features[0].polygons.is_empty() && features[0].somewhere().is_none());
    }

    #[test]
    fn the_polygons_of_a_collection_are_taken_and_the_rest_is_named() {
        let ring = "[[0,0,12],[1,0,12],[1,1,12],[0,0,12]]";
        let text = feature(
            "null",
            &format!(
                r#"{{"type":"GeometryCollection","geometries":[
                {{"type":"Point","coordinates":[0,0]}},
                {{"type":"Polygon","coordinates":[{ring}]}},
                {{"type":"GeometryCollection","geometries":[
                    {{"type":"MultiPolygon","coordinates":[[{ring}],[{ring}]]}}]}}]}}"#
            ),
        );
        let (features, _) = read(text.as_bytes()).unwrap();
        assert_eq!(
            (features[0].polygons.len(), features[0].beside.as_slice()),
            (3, &["Point"][..])
        );
        assert_eq!(features[0].somewhere(), Some([0.0, 0.0]));
    }

    #[test]
    fn a_byte_order_mark_is_noticed_and_ignored() {
        let text = format!("\u{feff}{}", feature("{}", "null"));
        let (features, notices) = read(text.as_bytes()).unwrap();
        assert_eq!((features.len(), notices), (1, vec![OutlineNotice::ByteOrderMark]));
    }

    #[test]
    fn broken_files_are_told_apart() {
        assert_eq!(error(""), OutlineError::EmptyFile);
        assert_eq!(error(" \n"), OutlineError::EmptyFile);
        assert_eq!(error("{\n  oops"), OutlineError::NotJson { line: 2, column: 3 });
        assert_eq!(
            read(b"\xff\xfe{\x00").unwrap_err(),
            OutlineError::NotUtf8 { byte: 1 },
            "UTF-16"
        );
        assert!(matches!(error("[1,2]"), OutlineError::NotGeoJson { .. }));
        assert!(matches!(error(r#"{"type":"Topology"}"#), OutlineError::NotGeoJson { .. }));
        assert_eq!(error(r#"{"type":"FeatureCollection","features":[]}"#), OutlineError::NoFeature);
    }
}
