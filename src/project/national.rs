//! The national picture of a map.

use super::Reading;
use crate::coverage::indicators::PictureQuery;

impl Reading {
    /// What its national picture is asked for.
    pub fn picture_query(&self) -> PictureQuery {
        let name = &self.name;
        PictureQuery {
            subject: name.subject.clone(),
            date: name.date,
            edition: name.edition,
            fictitious: name.fictitious,
            own: self.document.data.own().is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::{
            Counted, Dataset, Embedded, Measure,
            indicators::{comparison_text, indicators},
        },
        project::Document,
    };
    use jiff::civil::date;

    fn query(document: &Document, counted: Counted) -> PictureQuery {
        let dataset = Dataset::clone(&Embedded::Facts.dataset()).with_counted(counted);
        Reading::new(document, &dataset).picture_query()
    }

    #[test]
    fn the_picture_follows_the_date_and_is_not_held_against_announcements_when_invented() {
        let document = Document { date: Some(date(2010, 1, 1)), ..Document::default() };
        assert_eq!(query(&document, Counted::Ent).date, Some(date(2010, 1, 1)));
        let document = Document { data: Embedded::Example.into(), ..Document::default() };
        assert!(query(&document, Counted::Ent).fictitious);
        let dataset = Embedded::Facts.dataset();
        assert!(!indicators(&dataset, &query(&document, Counted::Ent)).is_empty());
    }

    #[test]
    fn only_schools_that_have_an_ent_are_compared_with_what_was_announced() {
        let dataset = Embedded::Facts.dataset();
        let ent = query(&Document::default(), Counted::Ent);
        assert_eq!(comparison_text(&ent), None);
        assert_eq!(indicators(&dataset, &ent).iter().filter(|i| i.announced.is_some()).count(), 10);
        let usage = Document { measure: Measure::Usage, ..Document::default() };
        for (query, words, label) in [
            (
                query(&usage, Counted::Ent),
                "où l’ENT est utilisé",
                "Régions dont tous les lycées utilisent un ENT",
            ),
            (
                query(&Document::default(), Counted::other("raccordés à la fibre")),
                "raccordés à la fibre",
                "Régions dont tous les lycées sont raccordés à la fibre",
            ),
            (
                query(&Document::default(), Counted::other("GAR")),
                "« GAR »",
                "Régions à 100\u{202f}% (part des lycées « GAR »)",
            ),
        ] {
            let said = comparison_text(&query).unwrap();
            assert!(said.contains(words), "{said}");
            let all = indicators(&dataset, &query);
            assert!(all.iter().all(|indicator| indicator.announced.is_none()));
            assert!(all.iter().any(|indicator| indicator.label == label), "{label}");
            let labels = all.iter().map(|indicator| indicator.label.as_str());
            assert!(labels.into_iter().all(|label| !label.contains("équipés d’un ENT")));
        }
    }
}
