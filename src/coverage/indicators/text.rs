//! Indicators in words, for a card and for the clipboard.

use super::{
    super::{Quotation, Subject, gap_text, share_text},
    Indicator, IndicatorValue, PictureQuery, Reach,
};
use crate::{
    french::{self, NARROW_SPACE, counted, integer},
    territory::Level,
};

impl Indicator {
    /// « 1 région sur 27 », « 62,4 % (…) », « 332 établissements sur 571 ».
    pub fn value_text(&self) -> String {
        match &self.value {
            IndicatorValue::Territories { counted, total } => {
                format!("{counted} {} sur {total}", self.scope.level.noun(*counted))
            }
            IndicatorValue::Share(Ok(share)) => share_text(share, &french::ROUND_FIGURES),
            IndicatorValue::Share(Err(gap)) => gap_text(gap, &french::ROUND_FIGURES),
            IndicatorValue::Schools(None) => "Non documenté".to_owned(),
            IndicatorValue::Schools(Some(sum)) => {
                let about = if sum.estimated { "environ " } else { "" };
                let equipped = counted(sum.equipped as usize, "établissement", "établissements");
                let total = integer(i64::from(sum.total));
                let part = if sum.complete { "" } else { ", là où une part est connue" };
                format!("{about}{equipped} sur {total}{part}")
            }
            IndicatorValue::Absent => "Absent de ces données".to_owned(),
        }
    }

    /// « 2 régions ont une valeur ; 25 n’en ont pas (non documenté : 24, non renseigné : 1) »;
    /// empty where no territory is asked.
    pub fn reach_text(&self) -> String {
        let level = match self.scope.level {
            Level::France => Level::Departement,
            level => level,
        };
        if self.value == IndicatorValue::Absent {
            return String::new();
        }
        let Reach { known, gaps } = &self.reach;
        let have = if *known < 2 { "a une valeur" } else { "ont une valeur" };
        let known = format!("{known} {} {have}", level.noun(*known));
        let known = match self.planned.len() {
            0 => known,
            planned => format!("{known}, dont {planned} où c’est seulement prévu"),
        };
        if gaps.is_empty() {
            return known;
        }
        let unknown = self.reach.unknown();
        let have = if unknown < 2 { "n’en a pas" } else { "n’en ont pas" };
        let reasons: Vec<String> = (gaps.iter())
            .map(|(reason, count)| {
                format!("{}{NARROW_SPACE}: {count}", reason.label().to_lowercase())
            })
            .collect();
        format!("{known}{NARROW_SPACE}; {unknown} {have} ({})", reasons.join(", "))
    }

    /// « Annonce du ministère (octobre 2011) : 6 régions »; `None` where nothing was announced.
    pub fn announcement_text(&self) -> Option<String> {
        let announcement = self.announced.as_ref()?.announcement;
        let (period, text) = (announcement.period, announcement.text());
        Some(format!("Annonce du ministère ({period}){NARROW_SPACE}: {text}"))
    }
}

/// Why nothing is compared with the announcements; `None` where they are.
pub fn comparison_text(query: &PictureQuery) -> Option<String> {
    let subject = &query.subject;
    (!subject.is_announced()).then(|| {
        format!(
            "Les annonces de 2011 portent sur des {}{NARROW_SPACE}: elles ne sont pas comparées à \
             des {}.",
            Subject::ent(subject.school_type).counted_establishments(),
            subject.counted_establishments()
        )
    })
}

/// All indicators as a text, for the clipboard: a title, then some lines for each.
pub fn picture_text(indicators: &[Indicator], query: &PictureQuery) -> String {
    let mut text = format!(
        "{} en France, {} (régions et académies {})\n",
        query.subject.national_title(),
        query.date.map_or_else(
            || french::NO_DATE.to_owned(),
            |day| format!("situation connue au {}", french::day(day))
        ),
        query.edition.label()
    );
    if query.fictitious {
        text.push_str("DONNÉES FICTIVES\n");
    }
    if let Some(sentence) = comparison_text(query) {
        text.push_str(&format!("{sentence}\n"));
    }
    for indicator in indicators {
        let value = indicator.value_text();
        text.push_str(&format!("\n{}{NARROW_SPACE}: {value}\n", indicator.label));
        let reach = indicator.reach_text();
        if !reach.is_empty() {
            text.push_str(&format!("  {reach}\n"));
        }
        for Quotation { text: quoted, source } in &indicator.quotations {
            text.push_str(&format!("  Source citée{NARROW_SPACE}: {quoted} ({source})\n"));
        }
        if let (Some(line), Some(announced)) = (indicator.announcement_text(), &indicator.announced)
        {
            let verdict = announced.verdict.label();
            text.push_str(&format!("  {line}\n  → {verdict}. {}\n", announced.reason));
        }
    }
    text
}
