//! Some of the schools of a type: « lycées professionnels », « collèges en REP+ ».

use serde::{Deserialize, Serialize};

/// What tells some schools of a type from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Distinction {
    General,
    Technologique,
    Polyvalent,
    Professionnel,
    Agricole,
    Maritime,
    Rural,
    Urbain,
    EducationPrioritaire,
    Rep,
    RepPlus,
    Zep,
    Eclair,
    QuartierPrioritaire,
    Internat,
    Segpa,
    Ulis,
    Cpge,
    Bts,
    Erea,
}

/// How a distinction is said of schools.
enum Words {
    /// Plural and singular, right after the noun: « lycées professionnels publics ».
    Adjective(&'static str, &'static str),
    /// After all adjectives: « collèges publics en REP ». With the preposition that takes it back.
    After { with: &'static str, without: &'static str, noun: &'static str },
    /// In the place of « lycées »: « EREA ».
    Noun(&'static str),
}

impl Distinction {
    /// All, in the order in which they are said.
    pub const ALL: [Self; 20] = [
        Self::General,
        Self::Technologique,
        Self::Polyvalent,
        Self::Professionnel,
        Self::Agricole,
        Self::Maritime,
        Self::Rural,
        Self::Urbain,
        Self::EducationPrioritaire,
        Self::Rep,
        Self::RepPlus,
        Self::Zep,
        Self::Eclair,
        Self::QuartierPrioritaire,
        Self::Internat,
        Self::Segpa,
        Self::Ulis,
        Self::Cpge,
        Self::Bts,
        Self::Erea,
    ];

    fn words(self) -> Words {
        use Words::{Adjective, After, Noun};
        let inside = |noun| After { with: "en", without: "hors", noun };
        let having = |noun| After { with: "avec", without: "sans", noun };
        match self {
            Self::General => Adjective("généraux", "général"),
            Self::Technologique => Adjective("technologiques", "technologique"),
            Self::Polyvalent => Adjective("polyvalents", "polyvalent"),
            Self::Professionnel => Adjective("professionnels", "professionnel"),
            Self::Agricole => Adjective("agricoles", "agricole"),
            Self::Maritime => Adjective("maritimes", "maritime"),
            Self::Rural => Adjective("ruraux", "rural"),
            Self::Urbain => Adjective("urbains", "urbain"),
            Self::EducationPrioritaire => inside("éducation prioritaire"),
            Self::Rep => inside("REP"),
            Self::RepPlus => inside("REP+"),
            Self::Zep => inside("ZEP"),
            Self::Eclair => inside("ÉCLAIR"),
            Self::QuartierPrioritaire => inside("quartier prioritaire"),
            Self::Internat => having("internat"),
            Self::Segpa => having("SEGPA"),
            Self::Ulis => having("ULIS"),
            Self::Cpge => having("CPGE"),
            Self::Bts => having("BTS"),
            Self::Erea => Noun("EREA"),
        }
    }

    fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Which schools of a type are counted, where it is not all of them: those that have one of some
/// distinctions, or that have none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Subset {
    /// One bit for each distinction.
    distinctions: u32,
    /// The others are meant: « hors REP ».
    #[serde(default)]
    is_complement: bool,
}

impl Subset {
    /// Schools that have one of some distinctions; `None` where none is named.
    pub fn of(distinctions: impl IntoIterator<Item = Distinction>) -> Option<Self> {
        let distinctions = distinctions.into_iter().fold(0, |bits, one| bits | one.bit());
        (distinctions != 0).then_some(Self { distinctions, is_complement: false })
    }

    /// All others.
    #[must_use]
    pub fn complement(self) -> Self {
        Self { is_complement: !self.is_complement, ..self }
    }

    /// What tells its schools from the others.
    pub fn distinctions(self) -> impl Iterator<Item = Distinction> {
        Distinction::ALL.into_iter().filter(move |one| self.distinctions & one.bit() != 0)
    }

    /// What stands in the place of « lycées » or « collèges »: « EREA ».
    fn noun(self) -> Option<&'static str> {
        let mut nouns = self.distinctions().map(|one| match one.words() {
            Words::Noun(noun) => Some(noun),
            _ => None,
        });
        let first = nouns.next().flatten().filter(|_| !self.is_complement)?;
        nouns.next().is_none().then_some(first)
    }

    /// « professionnels », « non agricoles », « en REP et REP+ », without the noun.
    pub fn label(self) -> String {
        let said = [self.adjectives(true), self.after()];
        said.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn adjectives(self, is_plural: bool) -> Option<String> {
        let not = if self.is_complement { "non " } else { "" };
        let words = self.distinctions().filter_map(|one| match one.words() {
            Words::Adjective(plural, singular) => {
                Some(format!("{not}{}", if is_plural { plural } else { singular }))
            }
            _ => None,
        });
        enumerated(words.collect())
    }

    fn after(self) -> Option<String> {
        let mut before = None;
        let words = self.distinctions().filter_map(|one| {
            let (with, without, noun) = match one.words() {
                Words::After { with, without, noun } => (with, without, noun),
                // Beside others, or taken back, it is no noun of its own.
                Words::Noun(noun) if self.noun().is_none() => ("avec", "hors", noun),
                _ => return None,
            };
            let preposition = if self.is_complement { without } else { with };
            let is_new = before.replace(preposition) != Some(preposition);
            Some(if is_new { format!("{preposition} {noun}") } else { noun.to_owned() })
        });
        enumerated(words.collect())
    }
}

/// Some schools by their noun, what tells them from the others of their type, and the word of their
/// sector: « lycées professionnels publics », « collèges publics en REP+ ».
pub(super) fn named(
    noun: &str,
    subset: Option<Subset>,
    sector: Option<&str>,
    is_plural: bool,
) -> String {
    let own = subset.and_then(Subset::noun).unwrap_or(noun).to_owned();
    let adjectives = subset.and_then(|one| one.adjectives(is_plural));
    let after = subset.and_then(Subset::after);
    let words = [Some(own), adjectives, sector.map(str::to_owned), after];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// « A, B et C »; `None` of nothing.
fn enumerated(mut words: Vec<String>) -> Option<String> {
    let last = words.pop()?;
    Some(if words.is_empty() { last } else { format!("{} et {last}", words.join(", ")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(distinctions: &[Distinction], noun: &str, sector: Option<&str>) -> String {
        named(noun, Subset::of(distinctions.iter().copied()), sector, true)
    }

    #[test]
    fn some_schools_are_called_as_in_a_sentence() {
        use Distinction::{Erea, General, Internat, Professionnel, Rep, RepPlus, Technologique};
        for (distinctions, noun, sector, expected) in [
            (&[Professionnel][..], "lycées", Some("publics"), "lycées professionnels publics"),
            (&[General, Technologique], "lycées", None, "lycées généraux et technologiques"),
            (&[RepPlus], "collèges", Some("publics"), "collèges publics en REP+"),
            (&[Rep, RepPlus], "collèges", None, "collèges en REP et REP+"),
            (&[Rep, Internat], "collèges", None, "collèges en REP et avec internat"),
            (&[Erea], "lycées", Some("publics"), "EREA publics"),
            (&[], "lycées", Some("privés"), "lycées privés"),
        ] {
            assert_eq!(said(distinctions, noun, sector), expected);
        }
        let one = Subset::of([General, Technologique]);
        assert_eq!(named("lycée", one, None, false), "lycée général et technologique");
    }

    #[test]
    fn the_others_are_called_by_what_they_are_not() {
        let without = |one| Subset::of([one]).unwrap().complement();
        for (one, expected) in [
            (Distinction::Agricole, "lycées non agricoles"),
            (Distinction::Rep, "lycées hors REP"),
            (Distinction::Internat, "lycées sans internat"),
            (Distinction::Erea, "lycées hors EREA"),
        ] {
            assert_eq!(named("lycées", Some(without(one)), None, true), expected);
        }
    }

    #[test]
    fn every_distinction_has_a_bit_and_a_name_of_its_own() {
        for (rank, one) in Distinction::ALL.into_iter().enumerate() {
            let others = Distinction::ALL[..rank].iter();
            assert!(others.copied().all(|other| {
                one.bit() != other.bit() && said(&[one], "x", None) != said(&[other], "x", None)
            }));
        }
    }
}
