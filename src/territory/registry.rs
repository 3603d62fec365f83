//! Every territory of both editions, and how they contain each other.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use serde::{Deserialize, Serialize};

use super::{
    Code, Edition, Level,
    reference::{Membership, memberships},
};

/// Which territory, without ambiguity: the level, the code, and the edition where it matters.
///
/// Départements carry no edition: they are the same in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TerritoryId {
    France,
    Region(Edition, Code),
    Academie(Edition, Code),
    Departement(Code),
}

impl TerritoryId {
    /// The identifier of `code` at `level`; the edition is dropped where it does not matter.
    pub fn new(level: Level, edition: Edition, code: Code) -> Self {
        match level {
            Level::France => Self::France,
            Level::Region => Self::Region(edition, code),
            Level::Academie => Self::Academie(edition, code),
            Level::Departement => Self::Departement(code),
        }
    }

    /// Its level.
    pub fn level(self) -> Level {
        match self {
            Self::France => Level::France,
            Self::Region(..) => Level::Region,
            Self::Academie(..) => Level::Academie,
            Self::Departement(_) => Level::Departement,
        }
    }

    /// Its official code; `None` for France.
    pub fn code(self) -> Option<Code> {
        match self {
            Self::France => None,
            Self::Region(_, code) | Self::Academie(_, code) | Self::Departement(code) => Some(code),
        }
    }

    /// The edition it belongs to; `None` for France and the départements, which are in both.
    pub fn edition(self) -> Option<Edition> {
        match self {
            Self::Region(edition, _) | Self::Academie(edition, _) => Some(edition),
            Self::France | Self::Departement(_) => None,
        }
    }
}

/// Whether a territory counts among those of its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// One of the territories of its level.
    Full,
    /// Has an outline on the map of that level without being one of its territories (Mayotte among
    /// the académies of 2011). It is drawn « hors périmètre » and left out of every count.
    Outside,
}

/// One territory of one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    pub id: TerritoryId,
    /// As it is officially written, without its level: « Grenoble », « Côte-d’Or ».
    pub name: String,
    /// Codes of its départements, sorted. A département contains itself.
    pub departements: Vec<Code>,
    pub standing: Standing,
}

/// All territories of both editions.
pub struct Registry {
    by_level: HashMap<(Level, Edition), Vec<Territory>>,
    by_id: HashMap<TerritoryId, (Level, Edition, usize)>,
}

impl Registry {
    /// The official territories of France, embedded in the program.
    pub fn official() -> &'static Self {
        static OFFICIAL: LazyLock<Registry> = LazyLock::new(|| Registry::build(&memberships()));
        &OFFICIAL
    }

    /// The territories of a level in an edition, sorted by code.
    pub fn territories(&self, level: Level, edition: Edition) -> &[Territory] {
        self.by_level.get(&(level, edition)).map_or(&[], Vec::as_slice)
    }

    /// Looks a territory up.
    pub fn get(&self, id: TerritoryId) -> Option<&Territory> {
        let (level, edition, index) = *self.by_id.get(&id)?;
        self.territories(level, edition).get(index)
    }

    /// The territory of `level` that a département belongs to.
    pub fn container(
        &self,
        departement: Code,
        level: Level,
        edition: Edition,
    ) -> Option<&Territory> {
        self.territories(level, edition)
            .iter()
            .find(|territory| territory.departements.binary_search(&departement).is_ok())
    }

    /// The other territories that cover exactly the same départements: the région Lorraine and the
    /// académie of Nancy-Metz, or Bretagne before and since 2016. What is known of one is known of
    /// the other.
    pub fn same_extent(&self, id: TerritoryId) -> impl Iterator<Item = &Territory> {
        let departements = self.get(id).map(|territory| territory.departements.as_slice());
        Level::MAPPED
            .into_iter()
            .flat_map(|level| Edition::ALL.map(|edition| (level, edition)))
            .filter(|(level, edition)| {
                // Départements stand in both lists; one is enough.
                *level != Level::Departement || *edition == Edition::Since2016
            })
            .flat_map(|(level, edition)| self.territories(level, edition))
            .filter(move |other| {
                other.id != id
                    && other.standing == Standing::Full
                    && departements == Some(other.departements.as_slice())
            })
    }

    fn build(rows: &[Membership]) -> Self {
        let mut registry = Self { by_level: HashMap::new(), by_id: HashMap::new() };
        for edition in Edition::ALL {
            registry.insert(Level::France, edition, vec![whole_country(rows)]);
            registry.insert(Level::Departement, edition, departements(rows));
            registry.insert(Level::Region, edition, regions(rows, edition));
            registry.insert(Level::Academie, edition, academies(rows, edition));
        }
        registry
    }

    fn insert(&mut self, level: Level, edition: Edition, territories: Vec<Territory>) {
        for (index, territory) in territories.iter().enumerate() {
            self.by_id.insert(territory.id, (level, edition, index));
        }
        self.by_level.insert((level, edition), territories);
    }
}

fn whole_country(rows: &[Membership]) -> Territory {
    Territory {
        id: TerritoryId::France,
        name: "France".to_owned(),
        departements: rows.iter().map(|row| row.code).collect(),
        standing: Standing::Full,
    }
}

fn departements(rows: &[Membership]) -> Vec<Territory> {
    let departements = rows.iter().map(|row| Territory {
        id: TerritoryId::Departement(row.code),
        name: row.name.clone(),
        departements: vec![row.code],
        standing: Standing::Full,
    });
    departements.collect()
}

fn regions(rows: &[Membership], edition: Edition) -> Vec<Territory> {
    let regions = group(rows, |row| {
        Some(match edition {
            Edition::Before2016 => &row.region_2011,
            Edition::Since2016 => &row.region_2016,
        })
    });
    let into_region = |group: Group| group.into_territory(|c| TerritoryId::Region(edition, c));
    regions.into_iter().map(into_region).collect()
}

fn academies(rows: &[Membership], edition: Edition) -> Vec<Territory> {
    let academies = group(rows, |row| match edition {
        Edition::Before2016 => row.academie_2011.as_ref(),
        Edition::Since2016 => Some(&row.academie_2024),
    });
    let into_academie = |group: Group| group.into_territory(|c| TerritoryId::Academie(edition, c));
    let vice_rectorats = rows
        .iter()
        .filter(|row| edition == Edition::Before2016 && row.academie_2011.is_none())
        .map(|row| Territory {
            id: TerritoryId::Academie(edition, row.academie_2024.0),
            name: format!("{} (vice-rectorat)", row.academie_2024.1),
            departements: vec![row.code],
            standing: Standing::Outside,
        });
    academies.into_iter().map(into_academie).chain(vice_rectorats).collect()
}

/// Départements that share a région or an académie.
struct Group {
    code: Code,
    name: String,
    departements: Vec<Code>,
}

impl Group {
    fn into_territory(self, id: impl Fn(Code) -> TerritoryId) -> Territory {
        Territory {
            id: id(self.code),
            name: self.name,
            departements: self.departements,
            standing: Standing::Full,
        }
    }
}

/// Gathers the rows by what `container` says, sorted by code; rows without one are left out.
fn group<'a>(
    rows: &'a [Membership],
    container: impl Fn(&'a Membership) -> Option<&'a (Code, String)>,
) -> Vec<Group> {
    let mut groups: BTreeMap<Code, Group> = BTreeMap::new();
    for row in rows {
        if let Some((code, name)) = container(row) {
            groups
                .entry(*code)
                .or_insert_with(|| Group { code: *code, name: name.clone(), departements: vec![] })
                .departements
                .push(row.code);
        }
    }
    groups.into_values().collect()
}

#[cfg(test)]
mod tests;
