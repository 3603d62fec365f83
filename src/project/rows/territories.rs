//! A row for each territory of a place.

use std::{borrow::Cow, collections::BTreeMap};

use super::{Body, RowColumn, RowId, Rows, Value};
use crate::{
    coverage::{
        Dataset, Measure, Observation, Period, Share, ShareOrigin, TerritoryState, rank,
        school::{Counts, KnownAt, Perimeter, Sector},
    },
    french::NARROW_SPACE,
    project::{Place, Reading, card::same_ground},
    territory::{Code, Level, Registry, TerritoryId},
};

impl Rows {
    /// The territories of the level that is shown, those that lie in a place; all of them in
    /// France. Ranks are among all of the level.
    pub fn territories(reading: &Reading, dataset: &Dataset, within: TerritoryId) -> Self {
        let sectors = Sectors::new(reading, dataset);
        let is_shown = |column: &RowColumn| sectors.is_some() || !column.is_by_sector();
        let columns: Vec<RowColumn> = RowColumn::TERRITORIES.into_iter().filter(is_shown).collect();
        let place = Place { territory: within, ..Place::default() };
        let states: Vec<&TerritoryState> =
            reading.states.iter().filter(|state| place.holds(state.id)).collect();
        let rows = states.iter().map(|state| {
            let line = Line { state, dataset, sectors: sectors.as_ref(), peers: &reading.states };
            columns.iter().map(|column| line.value(*column)).collect()
        });
        let ids = states.iter().map(|state| RowId::Territory(state.id)).collect();
        let body = Body::Territories(rows.collect());
        let page = reading.text(dataset);
        let mut rows = Self::new(page.title.clone(), columns, ids, body);
        rows.holders = reading.name.subject.holders();
        if page.fictitious {
            rows.notes.push("DONNÉES FICTIVES".to_owned());
        }
        rows.notes.extend(page.paragraphs());
        rows
    }
}

/// A territory, and what its row is made of.
struct Line<'a> {
    state: &'a TerritoryState,
    dataset: &'a Dataset,
    sectors: Option<&'a Sectors>,
    /// All of its level, itself among them.
    peers: &'a [TerritoryState],
}

impl Line<'_> {
    fn value(&self, column: RowColumn) -> Value<'static> {
        let Self { state, .. } = self;
        let share = state.share.as_ref().ok();
        let stage = state.stage.as_ref().ok();
        let count = |count: Option<u32>| {
            let count = count?;
            let estimated = share.is_some_and(Share::estimated);
            Some(if estimated { Value::Estimate(count) } else { Value::Count(count) })
        };
        let value = match column {
            RowColumn::Code => state.id.code().map(Value::Code),
            RowColumn::Name => Some(Value::Text(state.name.clone().into())),
            RowColumn::Share => Some(match &state.share {
                Ok(share) => Value::Share(*share),
                Err(gap) => Value::Gap(*gap),
            }),
            RowColumn::Equipped => count(share.and_then(|share| share.equipped)),
            RowColumn::Total => count(share.and_then(|share| share.total)),
            RowColumn::PublicEquipped => self.sector(Sector::Public).and_then(|c| c.0),
            RowColumn::PublicTotal => self.sector(Sector::Public).map(|c| c.1),
            RowColumn::PrivateEquipped => self.sector(Sector::Prive).and_then(|c| c.0),
            RowColumn::PrivateTotal => self.sector(Sector::Prive).map(|c| c.1),
            RowColumn::Stage => stage.map(|stage| Value::Stage(*stage)),
            RowColumn::Project => self.project(),
            RowColumn::Evidence => {
                let evidence =
                    share.map(|share| share.evidence).or(stage.map(|stage| stage.evidence));
                evidence.map(|evidence| Value::Text(evidence.label().into()))
            }
            RowColumn::Period => self.period().map(Value::When),
            RowColumn::Origin => share.map(|share| Value::Text(self.origin(share))),
            RowColumn::Rank => self.rank(),
            RowColumn::Absence => {
                state.share.as_ref().err().map(|gap| Value::Text(gap.kind.label().into()))
            }
            _ => None,
        };
        value.unwrap_or(Value::Missing)
    }

    fn rank(&self) -> Option<Value<'static>> {
        let id = self.state.id;
        let rank = rank(self.peers, id)?;
        let [place, of] = [rank.place, rank.known].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        Some(Value::Rank { place, of, feminine: id.level() != Level::Departement })
    }

    /// Equipped and total of a sector, where the figure of the territory is made of schools.
    fn sector(&self, sector: Sector) -> Option<(Option<Value<'static>>, Value<'static>)> {
        let stated =
            |index: usize| self.dataset.observations().get(index).is_some_and(|o| o.line > 0);
        let share = self.state.share.as_ref().ok()?;
        if share.observation().is_some_and(stated) {
            return None;
        }
        let counts = self.sectors?.counts(self.state.id, sector);
        // None equipped among some that are unknown is no zero.
        let known = counts.equipped > 0 || counts.unknown == 0;
        let total = counts.total + counts.unknown;
        Some((known.then_some(Value::Count(counts.equipped)), Value::Count(total)))
    }

    fn project(&self) -> Option<Value<'static>> {
        let stage = self.state.stage.as_ref().ok().map(|stage| stage.observation);
        let share = self.state.share.as_ref().ok().and_then(Share::observation);
        let observations =
            [stage, share].into_iter().flatten().filter_map(|i| self.dataset.observations().get(i));
        let mut projects = observations.map(|o| &o.project).filter(|project| !project.is_empty());
        projects.next().map(|project| Value::Text(project.clone().into()))
    }

    /// When the share was seen, else the stage; as precisely as the source says, if it does.
    fn period(&self) -> Option<Period> {
        let share = self.state.share.as_ref().ok();
        let stage = self.state.stage.as_ref().ok();
        let (end, index) = match (share, stage) {
            (Some(share), _) => (share.period_end, share.observation()),
            (None, Some(stage)) => (stage.period_end, Some(stage.observation)),
            (None, None) => return None,
        };
        let told = |o: &Observation| o.period;
        let period = index.and_then(|index| self.dataset.observations().get(index)).and_then(told);
        period.or(end.map(Period::Day))
    }

    fn origin(&self, share: &Share) -> Cow<'static, str> {
        match share.origin {
            ShareOrigin::Observed { .. } => "observé".into(),
            ShareOrigin::SameExtent { observation } => self
                .dataset
                .observations()
                .get(observation)
                .map_or_else(String::new, |seen| same_ground(seen.territory))
                .into(),
            ShareOrigin::Sum { parts_known, parts, estimated } => {
                let word = if estimated { "estimation" } else { "somme" };
                if parts_known == parts {
                    word.into()
                } else {
                    format!("{word}{NARROW_SPACE}: {parts_known} sur {parts}").into()
                }
            }
        }
    }
}

/// Schools by sector and département, at the date of a reading.
struct Sectors(BTreeMap<(Sector, Code), Counts>);

impl Sectors {
    /// `None` where no list tells sectors, or nothing is known of its schools at the date.
    fn new(reading: &Reading, dataset: &Dataset) -> Option<Self> {
        let document = &reading.document;
        let list = dataset.schools();
        if document.measure != Measure::Deploye || !list.tells_sectors() {
            return None;
        }
        let known = KnownAt::of_list(list, document.date)?;
        let counted = |sector| Perimeter { sector, ..dataset.perimeter() };
        let only = dataset.perimeter().sector;
        let mut by_sector: BTreeMap<(Sector, Code), Counts> = BTreeMap::new();
        let mut all: BTreeMap<Code, Counts> = BTreeMap::new();
        for school in list.schools() {
            let Some(code) = school.departement else { continue };
            if school.school_type() != Some(document.school_type) || !counted(only).holds(school) {
                continue;
            }
            let equipped = known.equipped(school);
            all.entry(code).or_default().count(equipped);
            if let Some(sector) = school.sector {
                by_sector.entry((sector, code)).or_default().count(equipped);
            }
        }
        // What is not known of a département as a whole is no part of a sum.
        by_sector.retain(|(_, code), _| all.get(code).is_some_and(|all| all.say_something()));
        Some(Self(by_sector))
    }

    fn counts(&self, id: TerritoryId, sector: Sector) -> Counts {
        let territory = Registry::official().get(id);
        let codes = territory.map_or(&[][..], |territory| &territory.departements);
        let parts = codes.iter().filter_map(|code| self.0.get(&(sector, *code)));
        parts.fold(Counts::default(), |sum, part| sum + *part)
    }
}
