//! Where a link of a page leads.

/// The address of a page of the web, or of a mailbox: nothing that a document could run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// An address with a scheme that is harmless; `None` of any other text.
    pub fn new(text: &str) -> Option<Self> {
        const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];
        let text = text.trim();
        let has = |scheme: &&str| {
            text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && text.len() > scheme.len()
        };
        let is_whole = !text.contains(|c: char| c.is_whitespace() || c.is_control());
        (is_whole && SCHEMES.iter().any(has)).then(|| Self(text.to_owned()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_page_or_a_mailbox_and_runs_nothing() {
        for text in ["https://data.education.gouv.fr", " HTTP://a.fr/é?b=c ", "mailto:a@b.fr"] {
            assert!(Address::new(text).is_some(), "{text}");
        }
        for text in [
            "",
            "https://",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,a",
            "https://a b",
            "java\nscript:a",
            "a.fr",
            "é",
        ] {
            assert!(Address::new(text).is_none(), "{text}");
        }
    }
}
