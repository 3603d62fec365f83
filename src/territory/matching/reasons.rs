//! Why a column was read as it was, in French sentences.

use crate::{
    french::{self, NARROW_SPACE},
    territory::{Edition, Registry},
};

use super::{
    companions::{Companion, Testimony},
    decide::Tally,
    division::{Division, Ground},
    header::HeaderSays,
    plausibility::one_frame,
};

/// All that a decision rested on.
pub(super) struct Case<'a> {
    pub tallies: &'a [Tally<'a>],
    pub best: usize,
    pub says: HeaderSays,
    pub header: &'a str,
    pub testimonies: &'a [(&'a Companion<'a>, Testimony)],
    /// Distinct values.
    pub values: usize,
    /// Bits to the next level, and to the other edition.
    pub level_margin: f64,
    pub edition_margin: f64,
}

/// Of a column that holds « France » alone.
pub(super) fn france() -> String {
    "Toutes les valeurs désignent la France entière.".to_owned()
}

impl Case<'_> {
    /// The sentences, the strongest first.
    pub fn reasons(&self) -> Vec<String> {
        let mut reasons = vec![self.recognised()];
        reasons.extend(self.header());
        reasons.extend(self.companions());
        reasons.extend(self.only_here());
        reasons.extend(self.one_region());
        reasons.extend(self.complete());
        reasons.extend(self.close());
        reasons.extend(self.edition());
        reasons
    }

    fn tally(&self) -> &Tally<'_> {
        &self.tallies[self.best]
    }

    fn division(&self) -> Division {
        self.tally().division
    }

    /// « 96 valeurs sur 96 sont des départements. »
    fn recognised(&self) -> String {
        let (recognised, plural) = (self.tally().recognised(), self.division().level.plural());
        let counted = french::counted(recognised, "valeur", "valeurs");
        let verb = if recognised < 2 { "est reconnue" } else { "sont reconnues" };
        let all = french::integer(self.values as i64);
        format!("{counted} sur {all} {verb} parmi les {plural}.")
    }

    fn header(&self) -> Option<String> {
        let level = self.says.level?;
        let (header, said) = (self.header.trim(), level.plural());
        Some(if level == self.division().level {
            format!("L’en-tête « {header} » annonce des {said}.")
        } else {
            format!("L’en-tête « {header} » annonce des {said}, mais les valeurs n’en sont pas.")
        })
    }

    fn companions(&self) -> Vec<String> {
        let agreeing = self.testimonies.iter().filter(|(_, testimony)| {
            testimony.agree[self.best] > 4 * testimony.disagree[self.best]
        });
        let sentence = |(companion, _): &(&Companion<'_>, Testimony)| {
            format!("La colonne « {} » désigne les mêmes lieux.", companion.header.trim())
        };
        agreeing.take(2).map(sentence).collect()
    }

    /// Values that exist only at this level.
    fn only_here(&self) -> Option<String> {
        let others = self.tallies.iter().filter(|t| t.division.level != self.division().level);
        let mut proofs = others
            .map(|other| {
                let here = |value: &&&str| self.tally().by_value.contains_key(**value);
                other.nothing.iter().filter(here).copied().collect::<Vec<&str>>()
            })
            .reduce(|some, others| some.into_iter().filter(|v| others.contains(v)).collect())?;
        proofs.truncate(3);
        let quoted: Vec<String> = proofs.iter().map(|value| format!("« {value} »")).collect();
        let verb = if proofs.len() < 2 { "n’existe" } else { "n’existent" };
        let level = self.division().level.plural();
        (!quoted.is_empty()).then(|| format!("{} {verb} que parmi les {level}.", quoted.join(", ")))
    }

    /// « Les 8 départements sont tous en Auvergne-Rhône-Alpes. »
    fn one_region(&self) -> Option<String> {
        let found = &self.tally().found;
        if self.division() != Division::DEPARTEMENTS || found.len() < 2 {
            return None;
        }
        let ground = found.iter().map(|id| Ground::of(*id)).fold(Ground::default(), Ground::and);
        let name = &Registry::official().get(one_frame(ground)?)?.name;
        let count = found.len();
        Some(format!(
            "Les {count} départements sont tous dans un même ensemble{NARROW_SPACE}: {name}."
        ))
    }

    /// « Ce sont les 18 régions, sans exception. »
    fn complete(&self) -> Option<String> {
        let all = self.division().ids();
        let complete = all.iter().all(|id| self.tally().found.contains(id));
        let plural = self.division().plural();
        complete.then(|| format!("Ce sont les {} {plural}, sans exception.", all.len()))
    }

    /// Said when another level would do nearly as well.
    fn close(&self) -> Option<String> {
        if self.level_margin >= 6.0 {
            return None;
        }
        let others = self.tallies.iter().filter(|t| t.division.level != self.division().level);
        let other = others.max_by_key(|t| t.recognised())?;
        Some(format!(
            "Ces valeurs pourraient aussi être des {}{NARROW_SPACE}: l’échelon est à vérifier.",
            other.division.level.plural()
        ))
    }

    fn edition(&self) -> Option<String> {
        let other = self.division().other_edition()?;
        let edition = match self.division().edition {
            Edition::Before2016 => "d’avant 2016",
            Edition::Since2016 => "en vigueur depuis 2016",
        };
        let other = self.tallies.iter().find(|t| t.division == other)?;
        let here = |value: &&&str| self.tally().by_value.contains_key(**value);
        let proof = other.nothing.iter().find(here);
        Some(match proof {
            Some(value) => format!("« {value} » n’existe que dans le découpage {edition}."),
            None if self.says.edition == Some(self.division().edition) => {
                format!("L’en-tête renvoie au découpage {edition}.")
            }
            None if self.edition_margin < 4.0 => format!(
                "Toutes ces valeurs existent dans les deux découpages{NARROW_SPACE}; celui {edition} est retenu."
            ),
            None => format!("Les valeurs suivent le découpage {edition}."),
        })
    }
}
