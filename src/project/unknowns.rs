//! What is not known of a territory, in sentences.

use crate::{
    cartography::ShareClasses,
    coverage::{
        Dataset, Evidence, Observation, Query, Share, ShareOrigin, Speaker, Subject,
        TerritoryState, Voice,
    },
    french::{self, NARROW_SPACE, counted},
    territory::{Registry, TerritoryId},
};

/// The sentences of a card on what is missing, the weightiest first; empty when nothing is.
pub(super) fn unknowns(
    state: &TerritoryState,
    dataset: &Dataset,
    query: &Query,
    subject: &Subject,
) -> Vec<String> {
    let when = if query.date.is_some() { " à cette date" } else { "" };
    let mut sentences = Vec::new();
    match &state.share {
        Ok(share) => sentences.extend(about_share(share, dataset, query)),
        Err(gap) => {
            sentences.push(subject.unknown_sentence(when));
            if let Some(partial) = &gap.partial {
                sentences.extend(parts(partial));
            }
            sentences.extend(count_without_total(state, dataset, query));
            sentences.extend(both_types(state, dataset, query));
        }
    }
    // The country has no project of its own.
    if state.stage.is_err() && state.id != TerritoryId::France {
        sentences.push(format!("Le {} n’est pas connu{when}.", subject.stage_noun()));
    }
    sentences
}

fn about_share(share: &Share, dataset: &Dataset, query: &Query) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.extend(parts(share));
    let file = share.observation().and_then(|index| dataset.observations().get(index)?.file);
    let speaker = Speaker::of(dataset, file);
    let source = |of_one: &str, of_several: &str| match dataset.voice() {
        Voice::Sources => format!("La source {of_one}"),
        Voice::Files => speaker.says(of_one, of_several),
    };
    let gives = source("donne", "donnent");
    sentences.extend(match (share.evidence, dataset.voice()) {
        (Evidence::BorneInferieure, _) => {
            Some(format!("{gives} un minimum{NARROW_SPACE}: la part exacte peut être plus élevée."))
        }
        (Evidence::BorneSuperieure, _) => {
            Some(format!("{gives} un maximum{NARROW_SPACE}: la part exacte peut être plus basse."))
        }
        (Evidence::Contradictoire, Voice::Sources) => {
            Some("Les sources ne s’accordent pas.".to_owned())
        }
        (Evidence::Contradictoire, Voice::Files) => {
            Some(source("dit", "disent") + " que les sources ne s’accordent pas.")
        }
        (Evidence::AConfirmer, Voice::Sources) => Some("La source reste à confirmer.".to_owned()),
        (Evidence::AConfirmer, Voice::Files) => {
            Some(source("dit", "disent") + " ce chiffre à confirmer.")
        }
        (Evidence::Documente | Evidence::Deduit, _) => None,
    });
    if share.equipped.is_none() || share.total.is_none() {
        sentences.push(format!(
            "{gives} une part sans nombre d’établissements{NARROW_SPACE}: dans un total, elle \
             est pondérée par une estimation."
        ));
    }
    if share.estimated() {
        sentences.push(
            "Le total est une estimation\u{202f}: le nombre d’établissements de certains départements \
             vient d’une table de référence."
                .to_owned(),
        );
    }
    if let Some(observation) = share.observation().map(|index| &dataset.observations()[index])
        && observation.perimeter.is_empty()
        && observation.sector.is_none()
    {
        sentences.push(source("ne dit pas", "ne disent pas") + " si le privé est compté.");
    }
    let age = share.period_end.zip(query.date).map(|(seen, asked)| seen.duration_until(asked));
    let days = age.map_or(0, |age| age.as_hours() / 24);
    if share.period_end.is_none() && query.date.is_some() {
        sentences.push("Rien ne dit de quand date cette donnée.".to_owned());
    }
    if days >= 365 {
        let years = usize::try_from(days / 365).unwrap_or_default();
        sentences.push(format!(
            "La donnée a plus de {} à la date choisie\u{202f}: la situation a pu changer.",
            counted(years, "an", "ans")
        ));
    }
    sentences
}

/// « Part inconnue dans 3 départements sur 4. »
fn parts(share: &Share) -> Option<String> {
    let ShareOrigin::Sum { parts_known, parts, .. } = share.origin else { return None };
    let unknown = parts.checked_sub(parts_known).filter(|unknown| *unknown > 0)?;
    let unknown = counted(unknown, "département", "départements");
    Some(format!("La part est inconnue dans {unknown} sur {parts}."))
}

/// A number of schools that can't become a share.
fn count_without_total(state: &TerritoryState, dataset: &Dataset, query: &Query) -> Option<String> {
    let count = |observation: &Observation| match observation.counts_of(query.school_type) {
        (Some(equipped), None) if speaks(observation, query) => usize::try_from(equipped).ok(),
        _ => None,
    };
    let figures = dataset.figures_of(state.id, Registry::official());
    let count = figures.into_iter().find_map(count)?;
    let counted = counted(count, "établissement est cité", "établissements sont cités");
    Some(format!("{counted}, sans le nombre total\u{202f}: une part ne peut pas en être tirée."))
}

/// A share of lycées and collèges together, which is not that of either.
fn both_types(state: &TerritoryState, dataset: &Dataset, query: &Query) -> Option<String> {
    let share = |observation: &Observation| {
        let of_both = observation.share_of(query.school_type).is_none()
            && observation.school_types.contains(query.school_type)
            && speaks(observation, query);
        observation.share.filter(|_| of_both)
    };
    let figures = dataset.figures_of(state.id, Registry::official());
    let share = french::percent(figures.into_iter().find_map(share)?, &ShareClasses::FIXED);
    Some(format!(
        "Une source donne {share} pour les lycées et les collèges ensemble\u{202f}: ce n’est la part \
         ni des uns ni des autres."
    ))
}

/// Whether it speaks of the measure of a query, and by its date.
fn speaks(observation: &Observation, query: &Query) -> bool {
    observation.measure == query.measure && observation.is_known_by(query.date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::{Embedded, SchoolType},
        project::{Document, Reading},
        territory::{Code, Edition, Level},
    };

    fn told(document: &Document, id: TerritoryId) -> String {
        let dataset = Embedded::Facts.dataset();
        let reading = Reading::new(document, &dataset);
        let subject = &reading.name.subject;
        unknowns(reading.state(id).unwrap(), &dataset, &reading.query(), subject).join("\n")
    }

    fn colleges_of(code: &str) -> String {
        let document = Document {
            school_type: SchoolType::College,
            level: Level::Departement,
            ..Document::default()
        };
        told(&document, TerritoryId::Departement(Code::new(code).unwrap()))
    }

    #[test]
    fn a_count_without_a_total_is_not_a_share() {
        assert!(colleges_of("57").contains("12 établissements sont cités, sans le nombre total"));
    }

    #[test]
    fn an_old_figure_says_its_age() {
        assert!(colleges_of("60").contains("plus de 2 ans"), "{}", colleges_of("60"));
        assert!(!colleges_of("54").contains("plus de"));
    }

    #[test]
    fn a_lower_bound_is_explained() {
        let ile_de_france = TerritoryId::Region(Edition::Before2016, Code::new("11").unwrap());
        assert!(told(&Document::default(), ile_de_france).contains("minimum"));
    }
}
