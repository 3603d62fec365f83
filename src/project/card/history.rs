//! The observations of a territory over time: in words, and as points of a small chart.

use jiff::civil::Date;

use crate::{
    cartography::ShareClasses,
    coverage::{
        Dataset, Evidence, Measure, Observation, Query, ShareOrigin, Subject, TerritoryState,
        Voice, share_text, state_of,
    },
    french::{self, NARROW_SPACE},
    territory::{Registry, TerritoryId},
};

/// One observation, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryLine {
    /// « septembre 2010 ».
    pub period: String,
    /// « 75 % · généralisation ».
    pub value: String,
    /// « collèges · 57 établissements sur 76 · public et privé ».
    pub details: String,
    /// What makes it less than a plain figure: « prévu », « usage », « à confirmer ».
    pub marks: Vec<&'static str>,
    /// Name of the project and note of the source, where there are any.
    pub note: String,
    /// Address of the source, or its title.
    pub source: String,
    /// Line of the file it stands on; `None` for a sum of several.
    pub line: Option<u32>,
    /// Whether the map's value rests on it.
    pub used: bool,
    /// Whether it lies after the chosen date.
    pub later: bool,
}

impl HistoryLine {
    /// `subject` is that of the map; the observation may be of another type or measure.
    pub(super) fn new(
        observation: &Observation,
        date: Option<Date>,
        used: bool,
        (subject, voice): (&Subject, Voice),
    ) -> Self {
        let value: Vec<String> = [
            observation.share.map(|share| french::percent(share, &ShareClasses::FIXED)),
            observation.stage.map(|stage| stage.label().to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect();
        let counts = match (observation.equipped, observation.total) {
            (Some(equipped), Some(total)) => Some(format!("{equipped} établissements sur {total}")),
            (Some(equipped), None) => {
                let of_it = subject.measured_by(observation.measure);
                let schools = of_it.counted_in_short(equipped as usize);
                Some(format!("{} {schools}", french::integer(equipped.into())))
            }
            (None, Some(total)) => Some(format!("{total} établissements en tout")),
            (None, None) => None,
        };
        let details: Vec<String> = [
            Some(Subject::schools_of(
                observation.school_types,
                observation.sector,
                observation.subset,
            )),
            counts,
            Some(observation.perimeter.clone()),
        ]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
        let marks = [
            observation.planned.then_some("prévu"),
            (observation.measure == Measure::Usage).then_some("usage"),
            (observation.evidence != Evidence::Documente).then(|| observation.evidence.label()),
        ];
        let note: Vec<&str> = [observation.project.as_str(), observation.note.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        Self {
            period: observation
                .period
                .map_or_else(|| french::NO_DATE.to_owned(), |period| period.to_string()),
            value: if value.is_empty() { no_value(observation, voice) } else { value.join(" · ") },
            details: details.join(" · "),
            marks: marks.into_iter().flatten().collect(),
            note: note.join(" — "),
            source: observation.source.clone(),
            line: (observation.line > 0).then_some(observation.line),
            used,
            later: !observation.is_known_by(date),
        }
    }
}

/// What stands in place of a value: « « n.d. » » in a person's file, « sans valeur » elsewhere.
fn no_value(observation: &Observation, voice: Voice) -> String {
    match (voice, observation.said.as_deref()) {
        (Voice::Files, Some("")) => "case vide".to_owned(),
        (Voice::Files, Some(said)) => french::quoted(said),
        _ => "sans valeur".to_owned(),
    }
}

/// Why a territory has no observation of its own.
pub(super) fn none(state: &TerritoryState, dataset: &Dataset) -> &'static str {
    let share = state.share.as_ref().map_or_else(|gap| gap.partial.as_ref(), Some);
    match (share.map(|share| share.origin), dataset.voice()) {
        (Some(ShareOrigin::Sum { .. }), _) => {
            "La part est une somme\u{202f}: chaque observation est dans la fiche de son département."
        }
        (_, Voice::Sources) => "Aucune source ne donne d’observation de ce territoire.",
        (_, Voice::Files) if dataset.files().len() > 1 => {
            "Aucune ligne de vos fichiers ne porte sur ce territoire."
        }
        (_, Voice::Files) => "Aucune ligne de votre fichier ne porte sur ce territoire.",
    }
}

/// A share on a day, for a chart. What has no date has no place on one.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryPoint {
    /// The last day of the period in which it was seen.
    pub date: Date,
    /// 0 to 1.
    pub part: f32,
    /// Announced rather than reached: drawn hollow.
    pub planned: bool,
    /// What it rests on.
    pub evidence: Evidence,
    /// Added up from départements, rather than said of this very ground.
    pub sum: bool,
    /// Whether it lies after the chosen date.
    pub later: bool,
    /// « septembre 2010 : 75 % (57 établissements sur 76), documenté ».
    pub text: String,
}

/// The points of a territory for the type and measure of a query, the oldest first: what is said of
/// it, less the bounds that tell nothing new and what is only quoted of the country, and its sum on
/// each day on which one of its départements changed, where that is what a map would show.
pub(super) fn points(id: TerritoryId, dataset: &Dataset, query: &Query) -> Vec<HistoryPoint> {
    let registry = Registry::official();
    let of_question = |observation: &&Observation| {
        observation.measure == query.measure && observation.share_of(query.school_type).is_some()
    };
    let own = match id {
        TerritoryId::France => vec![],
        _ => dataset.figures_of(id, registry),
    };
    let tells = |observation: &&Observation| {
        let at = Query { date: observation.end(), ..*query };
        observation.planned || !observation.is_bound() || stands(observation, dataset, &at)
    };
    let mut points: Vec<HistoryPoint> = own
        .into_iter()
        .filter(of_question)
        .filter(tells)
        .filter_map(|observation| HistoryPoint::said(observation, query, dataset.voice()))
        .collect();
    let departements = registry.get(id).map_or(&[][..], |territory| &territory.departements);
    let in_it = |observation: &&Observation| match observation.territory {
        TerritoryId::Departement(code) => {
            observation.territory != id && departements.binary_search(&code).is_ok()
        }
        _ => false,
    };
    let parts = dataset.observations().iter().filter(in_it).filter(of_question);
    let mut days: Vec<Date> = parts.filter_map(Observation::end).collect();
    days.sort_unstable();
    days.dedup();
    points.extend(days.into_iter().filter_map(|day| {
        let at = Query { date: Some(day), ..*query };
        let share = state_of(dataset, registry, id, &at)?.share.ok()?;
        matches!(share.origin, ShareOrigin::Sum { .. }).then(|| HistoryPoint {
            date: day,
            part: (share.percent / 100.0) as f32,
            planned: false,
            evidence: share.evidence,
            sum: true,
            later: query.date.is_some_and(|date| day > date),
            text: format!(
                "{}{NARROW_SPACE}: {}",
                french::day(day),
                share_text(&share, &ShareClasses::FIXED)
            ),
        })
    }));
    points.sort_by_key(|point| point.date);
    points
}

/// Whether a map would show it of its territory.
fn stands(observation: &Observation, dataset: &Dataset, query: &Query) -> bool {
    let state = state_of(dataset, Registry::official(), observation.territory, query);
    let shown = state.and_then(|state| state.share.ok()?.observation());
    let shown = shown.and_then(|index| dataset.observations().get(index));
    shown.is_some_and(|shown| std::ptr::eq(shown, observation))
}

impl HistoryPoint {
    fn said(observation: &Observation, query: &Query, voice: Voice) -> Option<Self> {
        let period = observation.period?;
        let percent = observation.share?;
        let counts = match observation.counts_of(query.school_type) {
            (Some(equipped), Some(total)) => {
                let schools = french::counted(equipped as usize, "établissement", "établissements");
                format!(" ({schools} sur {})", french::integer(total.into()))
            }
            _ => String::new(),
        };
        let planned = if observation.planned { ", prévu" } else { "" };
        // Nobody checked what stands in a person's file.
        let proof = match (observation.evidence, voice) {
            (Evidence::Documente, Voice::Files) => String::new(),
            (evidence, _) => format!(", {}", evidence.label()),
        };
        Some(Self {
            date: period.end(),
            part: (percent / 100.0) as f32,
            planned: observation.planned,
            evidence: observation.evidence,
            sum: false,
            later: !observation.is_known_by(query.date),
            text: format!(
                "{period}{NARROW_SPACE}: {}{counts}{planned}{proof}",
                french::percent(percent, &ShareClasses::FIXED),
            ),
        })
    }
}
