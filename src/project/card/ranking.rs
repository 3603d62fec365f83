//! The rank of a territory among its peers, in words.

use crate::{
    coverage::{Evidence, Share, TerritoryState, rank},
    french::{self, NARROW_SPACE, counted},
    territory::{Level, TerritoryId},
};

/// The rank of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct RankLine {
    /// « 12ᵉ sur 22 », « 1re ex æquo sur 22 ».
    pub text: String,
    /// What was compared: « 22 régions sur 27 ont une part connue ; les autres n’ont pas de rang. »
    pub note: String,
}

/// The rank of a territory among the states of its level; `None` where its share is not known or
/// there is no other.
pub(super) fn ranking(states: &[TerritoryState], id: TerritoryId) -> Option<RankLine> {
    let rank = rank(states, id)?;
    if rank.known + rank.unknown < 2 {
        return None;
    }
    let level = id.level();
    let feminine = matches!(level, Level::Region | Level::Academie);
    let tied = if rank.tied > 0 { " ex æquo" } else { "" };
    let place = french::ordinal(rank.place, feminine);
    let mut sentences = Vec::new();
    let peers = rank.known + rank.unknown;
    if rank.unknown > 0 {
        let known = counted(rank.known, level.singular(), level.plural());
        let has = french::plural(rank.known, "a", "ont");
        sentences.push(format!(
            "{known} sur {peers} {has} une part connue{NARROW_SPACE}; {}.",
            french::plural(rank.unknown, "l’autre n’a pas de rang", "les autres n’ont pas de rang")
        ));
    }
    let rough = states.iter().filter_map(|state| state.share.as_ref().ok()).filter(|s| is_rough(s));
    let rough = rough.count();
    if rough > 0 {
        sentences.push(format!(
            "{} {} une borne, une somme incomplète ou un chiffre à confirmer{NARROW_SPACE}: le rang \
             peut changer.",
            counted(rough, "de ces parts", "de ces parts"),
            french::plural(rough, "est", "sont")
        ));
    }
    Some(RankLine { text: format!("{place}{tied} sur {}", rank.known), note: sentences.join(" ") })
}

/// Whether a better figure could stand elsewhere in the order.
fn is_rough(share: &Share) -> bool {
    !share.complete()
        || share.estimated()
        || !matches!(share.evidence, Evidence::Documente | Evidence::Deduit)
}
