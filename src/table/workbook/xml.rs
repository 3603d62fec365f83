//! Attributes of XML.

use quick_xml::{
    XmlVersion,
    events::{BytesStart, attributes::Attribute},
};

/// An attribute by its whole name, with its prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    value(tag.try_get_attribute(name).ok().flatten()?)
}

/// An attribute whatever its prefix.
pub(super) fn any_prefix(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let mut named = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
    value(named.next()?)
}

fn value(attribute: Attribute<'_>) -> Option<String> {
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
