//! Whom a file says it is from.

use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Map, Value};

/// A collection without its features.
#[derive(Deserialize)]
struct Collection {
    #[serde(default, rename = "features")]
    _features: IgnoredAny,
    #[serde(flatten)]
    members: Map<String, Value>,
}

/// What a collection says itself of whom it is from, in one of the members that programs write
/// beside its features; each said once. A file that cannot be read says nothing.
pub(super) fn credit_of(bytes: &[u8]) -> Option<String> {
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
    let collection: Collection = serde_json::from_slice(bytes).ok()?;
    let mut said: Vec<&str> = Vec::new();
    for text in MEMBERS.iter().filter_map(|name| collection.members.get(*name)?.as_str()) {
        let text = text.trim().trim_end_matches('.');
        if !text.is_empty() && !said.contains(&text) {
            said.push(text);
        }
    }
    (!said.is_empty()).then(|| said.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collection_says_whom_it_is_from() {
        let text = r#"{"type":"FeatureCollection","features":[]}"#;
        assert_eq!(credit_of(text.as_bytes()), None);
        let said =
            text.replacen('{', r#"{"source":"INSEE","licence":"ODbL.","credit":"INSEE","#, 1);
        assert_eq!(credit_of(said.as_bytes()).as_deref(), Some("INSEE, ODbL"));
        assert_eq!(credit_of(b"{"), None);
    }
}
