//! The national picture of a document.

use super::Document;
use crate::coverage::indicators::PictureQuery;

impl Document {
    /// What its national picture is asked for.
    pub fn picture_query(&self) -> PictureQuery {
        PictureQuery { date: self.date, edition: self.edition, fictitious: self.data.fictitious() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::{Embedded, indicators::indicators};
    use jiff::civil::date;

    #[test]
    fn the_picture_follows_the_date_and_is_not_held_against_announcements_when_invented() {
        let document = Document { date: Some(date(2010, 1, 1)), ..Document::default() };
        assert_eq!(document.picture_query().date, Some(date(2010, 1, 1)));
        let document = Document { data: Embedded::Example.into(), ..Document::default() };
        assert!(document.picture_query().fictitious);
        let dataset = Embedded::Facts.dataset();
        assert!(!indicators(&dataset, &document.picture_query()).is_empty());
    }
}
