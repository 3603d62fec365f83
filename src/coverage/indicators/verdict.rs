//! What the data say of an announcement.

use super::{
    super::Dataset,
    Aspect, Scope,
    announcement::{Announcement, announcements},
    answer::{Answer, Doubt, Finding, findings},
    catalogue::{Entry, Kind},
    query::PictureQuery,
};
use crate::{
    french::{self, NARROW_SPACE, plural},
    territory::{Edition, Level},
};

/// An announcement beside an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// What was announced.
    pub announcement: &'static Announcement,
    /// What the data say of it.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub reason: String,
}

/// What the data say of an announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Whatever is not known, the announced number is the true one.
    Confirmed,
    /// Whatever is not known, the announced number can't be the true one.
    Contradicted,
    /// It depends on what is not known.
    NotVerifiable,
}

impl Verdict {
    /// « confirmé », « contredit », « non vérifiable avec ces données ».
    pub fn label(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmé",
            Self::Contradicted => "contredit",
            Self::NotVerifiable => "non vérifiable avec ces données",
        }
    }
}

/// What was announced of an indicator, and what is known of it at the date of the announcement;
/// `None` too where the data speak of something else than what was announced.
pub(super) fn announced(
    dataset: &Dataset,
    query: &PictureQuery,
    entry: &Entry,
) -> Option<Announced> {
    let key = entry.announcement.filter(|_| query.subject.is_announced())?;
    let measure = query.subject.measure;
    let announcement = announcements().iter().find(|announcement| announcement.key == key)?;
    let (verdict, reason) = if query.fictitious {
        let reason = format!(
            "Données fictives{NARROW_SPACE}: elles ne se comparent pas à une annonce réelle."
        );
        (Verdict::NotVerifiable, reason)
    } else if entry.kind == Kind::Territories {
        let day = announcement.day();
        let when = (Edition::in_force(day.year()), Some(day));
        let found = findings(dataset, entry.scope, measure, when, Some(announcement.first_day()));
        // A file of another time says nothing of that day.
        let says_something = |finding: &Finding| {
            !matches!(finding.answer, Answer::Open(Doubt::NoValue | Doubt::Undated | Doubt::Old))
        };
        if query.own && !found.iter().any(says_something) {
            return None;
        }
        let (verdict, reason) = judge(announcement, entry.scope, &found);
        let on_that_day = query.date == when.1 && query.edition == when.0;
        let then = format!("Au {}{NARROW_SPACE}: ", french::day(day));
        (verdict, if on_that_day { reason } else { format!("{then}{reason}") })
    } else if query.own {
        return None;
    } else {
        (Verdict::NotVerifiable, beyond_the_data(announcement))
    };
    Some(Announced { announcement, verdict, reason })
}

/// Why an announcement is only cited.
fn beyond_the_data(announcement: &Announcement) -> String {
    match announcement.key.as_str() {
        "etablissements_equipes" => {
            format!("Cité sans être comparé{NARROW_SPACE}: {}.", announcement.note)
        }
        "etablissements_generalisation" => "Ces données donnent le stade des territoires, pas le \
             nombre d’établissements qu’un projet concerne."
            .to_owned(),
        _ => "Ces données comptent des établissements, pas des comptes d’utilisateurs.".to_owned(),
    }
}

/// The verdict on an announced number of territories. Only what is firmly known counts for or
/// against it.
fn judge(announcement: &Announcement, scope: Scope, found: &[Finding]) -> (Verdict, String) {
    let count = |wanted: Answer| found.iter().filter(|finding| finding.answer == wanted).count();
    let (yes, perhaps) = (count(Answer::Yes), count(Answer::Perhaps));
    let most = found.len() - count(Answer::No);
    let Some((least_meant, most_meant)) = announcement.meant(found.len()) else {
        return (Verdict::NotVerifiable, beyond_the_data(announcement));
    };
    let (verdict, conclusion) = if yes > most_meant {
        (Verdict::Contradicted, "C’est plus que ce qui est annoncé.".to_owned())
    } else if most < least_meant {
        let noun = scope.level.noun(most);
        let reached = format!("Au plus {most} {noun} le seraient, moins que ce qui est annoncé.");
        (Verdict::Contradicted, reached)
    } else if yes >= least_meant && most <= most_meant {
        (Verdict::Confirmed, "C’est ce qui est annoncé.".to_owned())
    } else {
        (Verdict::NotVerifiable, String::new())
    };
    let deduced = found.iter().filter(|finding| finding.deduced).count();
    let meant = meant_text(announcement, least_meant, most_meant);
    let known = known(scope, (yes + perhaps, deduced), &meant);
    let mut doubts: Vec<String> = Vec::new();
    if perhaps > 0 {
        doubts.push(format!("dont {perhaps} à confirmer"));
    }
    for doubt in Doubt::ALL {
        let count = count(Answer::Open(doubt));
        if count > 0 {
            doubts.push(format!("{count} {}", doubt.words(scope)));
        }
    }
    let mut reason = known;
    if !doubts.is_empty() {
        reason = format!("{reason}{NARROW_SPACE}; {}", doubts.join(", "));
    }
    reason.push('.');
    if !conclusion.is_empty() {
        reason = format!("{reason} {conclusion}");
    }
    (verdict, reason)
}

/// « 6 annoncées », « 2/3 annoncés (19 à 21) ».
fn meant_text(announcement: &Announcement, least: usize, most: usize) -> String {
    let feminine = announcement.level != Level::Departement;
    let announced = match (feminine, most) {
        (true, ..2) => "annoncée",
        (true, _) => "annoncées",
        (false, ..2) => "annoncé",
        (false, _) => "annoncés",
    };
    if least == most {
        format!("{least} {announced}")
    } else {
        format!("{least} à {most} {announced} ({})", announcement.text())
    }
}

/// « 1 région documentée à 100 % sur 6 annoncées », « 2 régions à 100 % (1 documentée, 1 déduite) sur
/// 6 annoncées ».
fn known(scope: Scope, (count, deduced): (usize, usize), meant: &str) -> String {
    let documented = |count: usize| match scope.level {
        Level::Departement => plural(count, "documenté", "documentés"),
        _ => plural(count, "documentée", "documentées"),
    };
    let what = match scope.aspect {
        Aspect::Share => format!("à {}", french::percent(100.0, &[])),
        Aspect::AnyStage => "dans un projet".to_owned(),
        Aspect::Stage(stage) => format!("en {}", stage.label()),
    };
    let noun = scope.level.noun(count);
    if deduced == 0 {
        return format!("{count} {noun} {} {what} sur {meant}", documented(count));
    }
    let firm = count - deduced;
    let from_others = match scope.level {
        Level::Departement => plural(deduced, "déduit", "déduits"),
        _ => plural(deduced, "déduite", "déduites"),
    };
    let sources = match firm {
        0 => format!("{deduced} {from_others}"),
        _ => format!("{firm} {}, {deduced} {from_others}", documented(firm)),
    };
    format!("{count} {noun} {what} ({sources}) sur {meant}")
}

impl Doubt {
    /// In the order of a sentence.
    const ALL: [Self; 7] = [
        Self::NoValue,
        Self::Planned,
        Self::Bound,
        Self::InPart,
        Self::Old,
        Self::Undated,
        Self::Weak,
    ];

    fn words(self, scope: Scope) -> &'static str {
        let share = scope.aspect == Aspect::Share;
        match self {
            Self::NoValue if share => "sans taux connu",
            Self::NoValue => "sans stade connu",
            Self::Planned => "où c’est seulement prévu",
            Self::Bound => "avec une borne seulement",
            Self::InPart => "dont une partie seulement est connue",
            Self::Old if share => "avec un taux plus ancien",
            Self::Old => "avec un stade plus ancien",
            Self::Undated if share => "avec un taux sans date",
            Self::Undated => "avec un stade sans date",
            Self::Weak => "à confirmer",
        }
    }
}
