//! Which answer comes first.

use super::{
    SearchTarget, fold,
    index::{Entry, Field},
    quality::{Quality, Sought},
};
use crate::{
    coverage::school::Uai,
    territory::{Edition, Level, Registry, TerritoryId},
};

/// What was typed, ready to be compared.
#[derive(Debug)]
pub(super) struct Asked {
    pub words: Vec<Sought>,
    pub edition: Edition,
    /// The whole, folded.
    whole: String,
    /// The whole without spaces: « ile defrance ».
    glued: String,
    /// The number of a school, where it is one.
    uai: Option<Uai>,
}

impl Asked {
    pub(super) fn new(query: &str, edition: Edition) -> Self {
        let whole = fold::folded(query);
        Self {
            words: Sought::all(query),
            edition,
            glued: whole.replace(' ', ""),
            whole,
            uai: Uai::read(query).ok().map(|(uai, _)| uai),
        }
    }
}

/// An answer; the least comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    tier: Tier,
    group: Group,
    /// How well the words answer, and where they stand.
    cost: usize,
    /// Of the title: the nearer to what was typed, the likelier.
    length: usize,
    /// Entries stand in a lasting order.
    pub entry: usize,
}

/// How what was typed answers, as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// The very name, code or number.
    Itself,
    /// A code without its zeros, or with one more.
    NearCode,
    /// The beginning of the name.
    Beginning,
    /// Beginnings of words.
    Words,
    /// Parts of words.
    Parts,
    /// Other spellings.
    Slips,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Shown,
    OtherEdition,
    School,
}

/// The rank of an entry, whose words are given; `None` where it does not answer. `answers` holds,
/// for each word that was typed, how well each term of the vocabulary answers it.
pub(super) fn rank(
    asked: &Asked,
    answers: &[Vec<Option<Quality>>],
    (index, entry): (usize, &Entry),
    words: &[(u32, Field)],
) -> Option<Hit> {
    let group = group(entry.target, asked.edition)?;
    let hit = |tier, cost| Some(Hit { tier, group, cost, length: entry.title.len(), entry: index });
    if let Some(tier) = tier_of_the_whole(asked, entry) {
        return hit(tier, level_of_code(asked, entry));
    }
    let (mut worst, mut cost) = (Quality::Whole, 0);
    for (word, answers) in asked.words.iter().zip(answers) {
        let answer = |(term, field): &(u32, Field)| Some((answers[*term as usize]?, *field));
        match words.iter().filter_map(answer).min() {
            Some((quality, field)) => {
                worst = worst.max(quality);
                cost += 3 * quality as usize + field as usize;
            }
            None if word.optional => {}
            None => {
                let glued = is_glued_in(asked, entry);
                return if glued { hit(Tier::Parts, 0) } else { None };
            }
        }
    }
    let tier = match worst {
        Quality::Whole | Quality::Beginning if entry.title.starts_with(&asked.whole) => {
            Tier::Beginning
        }
        Quality::Whole | Quality::Beginning => Tier::Words,
        Quality::Part => Tier::Parts,
        Quality::Slip => Tier::Slips,
    };
    hit(tier, cost)
}

fn tier_of_the_whole(asked: &Asked, entry: &Entry) -> Option<Tier> {
    let same_school = match entry.target {
        SearchTarget::School(uai, _) => asked.uai.is_some_and(|a| a.number() == uai.number()),
        SearchTarget::Territory(_) => false,
    };
    if same_school || entry.title == asked.whole || entry.code.as_ref() == Some(&asked.whole) {
        return Some(Tier::Itself);
    }
    let bare = |text: &str| text.trim_start_matches('0').to_owned();
    let code = entry.code.as_ref().filter(|_| asked.whole.len() <= 3)?;
    (bare(code) == bare(&asked.whole)).then_some(Tier::NearCode)
}

/// A code alone is a département's more often than not.
fn level_of_code(asked: &Asked, entry: &Entry) -> usize {
    let by_code = entry.title != asked.whole;
    match entry.target {
        SearchTarget::Territory(id) if by_code => match id.level() {
            Level::Departement => 0,
            Level::Region | Level::France => 1,
            Level::Academie => 2,
        },
        _ => 0,
    }
}

/// Whether it is the name of a territory with other spaces.
fn is_glued_in(asked: &Asked, entry: &Entry) -> bool {
    let territory = matches!(entry.target, SearchTarget::Territory(_));
    territory && asked.glued.len() > 4 && entry.title.replace(' ', "").starts_with(&asked.glued)
}

/// `None` for a territory of the other edition that is still there in this one, under the same
/// name.
fn group(target: SearchTarget, edition: Edition) -> Option<Group> {
    let SearchTarget::Territory(id) = target else { return Some(Group::School) };
    if id.edition().is_none_or(|of_id| of_id == edition) {
        return Some(Group::Shown);
    }
    let registry = Registry::official();
    let twin = |other: TerritoryId| {
        other.level() == id.level()
            && other.edition() == Some(edition)
            && registry.get(other).map(|t| &t.name) == registry.get(id).map(|t| &t.name)
    };
    let repeated = registry.same_extent(id).any(|other| twin(other.id));
    (!repeated).then_some(Group::OtherEdition)
}
