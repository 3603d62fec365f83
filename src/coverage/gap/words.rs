//! The sentences of a gap: those of sources, and those of a person's own file, which quote it.

use super::{Gap, GapKind, Speaker};
use crate::{
    coverage::{Dataset, Observation, Query, Unit, vocabulary::missing_word},
    french::{self, quoted},
};

/// How many of the words that stand in place of values a legend quotes.
const QUOTED: usize = 3;

impl Gap {
    /// Why there is no value, in a sentence: « Votre fichier dit « n.d. » (ligne 81). »
    pub fn explanation(&self, dataset: &Dataset, unit: Unit) -> String {
        let said = self.observation.and_then(|index| dataset.observations().get(index));
        let quote = said.and_then(|said| self.quote(dataset, said, unit));
        match quote {
            Some(quote) if self.kind == GapKind::NoValueInFile => quote,
            Some(quote) if self.kind != GapKind::Contradictory => {
                format!("{quote} {}", self.sentence(dataset, None))
            }
            _ => self.sentence(dataset, said),
        }
    }

    /// The same without the words of a cell. `said` speaks of the territory, and no cell is quoted.
    fn sentence(&self, dataset: &Dataset, said: Option<&Observation>) -> String {
        let is_of_no_line = said.is_some_and(|said| said.line == 0);
        let all = Speaker::of(dataset, None);
        match self.kind {
            GapKind::NoSource => {
                "Aucune source connue ne parle de ce territoire à cette date.".to_owned()
            }
            GapKind::SourceWithoutFigure => {
                "Des sources parlent de ce territoire, mais ne donnent pas cette valeur.".to_owned()
            }
            GapKind::Undecided => match dataset.files().len() {
                0 | 1 => "Une question sur votre fichier attend votre réponse.".to_owned(),
                _ => "Une question sur vos fichiers attend votre réponse.".to_owned(),
            },
            GapKind::AbsentFromFile => {
                all.says("ne parle pas", "ne parlent pas") + " de ce territoire."
            }
            GapKind::NotYetInFile => all.says(
                "ne dit rien de ce territoire à cette date\u{202f}: il en parle plus tard.",
                "ne disent rien de ce territoire à cette date\u{202f}: ils en parlent plus tard.",
            ),
            GapKind::OtherwiseInFile => {
                let parts = all.says("parle de ce territoire", "parlent de ce territoire");
                parts + ", mais pas de ce que la carte montre."
            }
            GapKind::NoValueInFile => without_value(dataset, said),
            GapKind::KnownInPart => {
                let without = all.says("n’a de valeur que", "n’ont de valeur que");
                without + " pour une trop petite partie de ce territoire."
            }
            GapKind::Secret => {
                "La valeur existe, mais le secret statistique interdit de la publier.".to_owned()
            }
            GapKind::NoSchool if is_of_no_line => {
                all.says("n’y compte", "n’y comptent") + " aucun établissement de ce type."
            }
            GapKind::NoSchool => {
                "Aucun établissement de ce type n’existe dans ce territoire.".to_owned()
            }
            GapKind::OutOfScope => {
                "Ce territoire ne fait pas partie de ceux qui sont comptés.".to_owned()
            }
            GapKind::Contradictory => {
                let files = if dataset.files().len() > 1 { "des fichiers" } else { "du fichier" };
                format!("Des lignes {files} se contredisent, et personne n’a dit laquelle compte.")
            }
        }
    }

    /// What the cell says: « Votre fichier dit « n.d. » (ligne 81). » `None` where no cell of a
    /// person's file is in place of this value.
    fn quote(&self, dataset: &Dataset, said: &Observation, unit: Unit) -> Option<String> {
        let is_of_sources = matches!(self.kind, GapKind::NoSource | GapKind::SourceWithoutFigure);
        if is_of_sources || unit == Unit::Stage {
            return None;
        }
        let line = at_line(said);
        let speaker = Speaker::of(dataset, said.file);
        Some(match said.said.as_deref()? {
            "" => {
                format!("{}{line}.", speaker.says("laisse la case vide", "laissent la case vide"))
            }
            text => format!("{} {}{line}.", speaker.says("dit", "disent"), quoted(text)),
        })
    }
}

/// Of a file that speaks of a territory, where no cell stands in place of the value.
fn without_value(dataset: &Dataset, said: Option<&Observation>) -> String {
    let speaker = Speaker::of(dataset, said.and_then(|said| said.file));
    match said {
        Some(said) if said.line > 0 => {
            let speaks = speaker.says("parle de ce territoire", "parlent de ce territoire");
            format!("{speaks} sans donner cette valeur{}.", at_line(said))
        }
        Some(_) => {
            speaker.says("ne dit pas", "ne disent pas") + " ce qu’il en est de ces établissements."
        }
        None => {
            let speaks = speaker.says("parle des", "parlent des");
            format!("{speaks} départements de ce territoire, sans donner cette valeur.")
        }
    }
}

/// « (ligne 81) », after a space; empty for what stands on no line.
fn at_line(said: &Observation) -> String {
    match said.line {
        0 => String::new(),
        line => format!(" (ligne {})", french::integer(line.into())),
    }
}

/// How a legend calls what has no value in a person's file, with the words that stand there instead:
/// « Sans valeur dans le fichier (« n.d. », vide) ». The same at every date.
pub fn no_value_label(dataset: &Dataset, query: &Query) -> String {
    let in_question = |o: &&Observation| {
        o.share.is_none()
            && o.measure == query.measure
            && o.school_types.contains(query.school_type)
    };
    let mut words: Vec<&str> = Vec::new();
    let mut is_blank = false;
    // « s » has a line of its own.
    let is_silence = |said: &&str| missing_word(said).is_none_or(|word| word.reason.is_silence());
    let said = dataset.stated().iter().filter(in_question).filter_map(|o| o.said.as_deref());
    for said in said.filter(is_silence) {
        is_blank |= said.is_empty();
        if !said.is_empty() && !words.contains(&said) {
            words.push(said);
        }
    }
    let label = match words.iter().all(|word| missing_word(word).is_some()) {
        true => GapKind::NoValueInFile.label(),
        false => "Sans valeur lisible dans le fichier",
    };
    let mut listed: Vec<String> = words.iter().take(QUOTED).map(|word| quoted(word)).collect();
    listed.extend(is_blank.then(|| "vide".to_owned()));
    if words.len() > QUOTED {
        listed.push("…".to_owned());
    }
    match listed.is_empty() {
        true => label.to_owned(),
        false => format!("{label} ({})", listed.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        coverage::{Embedded, Measure, SchoolType, state_of},
        table::read_csv,
        territory::{Code, Edition, Level, Registry, TerritoryId},
    };
    use jiff::civil::{Date, date};

    const FILE: &str = "departement;taux collèges équipés\n01;91,5\n02;n.d.\n03;\n04;s\n05;abc\n\
                        06;12\n07;80\n08;70\n09;60\n10;50\n11;40\n12;30\n";

    fn own(text: &str) -> Dataset {
        let table = read_csv(text.as_bytes()).unwrap().0;
        let choices = crate::coverage::import::ImportChoices::default();
        crate::coverage::import::import(&table, "taux.csv", &choices).unwrap().dataset
    }

    fn query(level: Level, date: Option<Date>) -> Query {
        let (school_type, edition) = (SchoolType::College, Edition::Since2016);
        Query { school_type, level, edition, measure: Measure::Deploye, date }
    }

    fn gap(data: &Dataset, id: TerritoryId, date: Option<Date>) -> Gap {
        let asked = query(id.level(), date);
        state_of(data, Registry::official(), id, &asked).unwrap().share.unwrap_err()
    }

    fn departement(code: &str) -> TerritoryId {
        TerritoryId::Departement(Code::new(code).unwrap())
    }

    fn told(data: &Dataset, code: &str, date: Option<Date>) -> (&'static str, String) {
        let gap = gap(data, departement(code), date);
        (gap.kind.label(), gap.explanation(data, Unit::Share).replace('\u{202f}', " "))
    }

    #[test]
    fn a_gap_of_a_persons_file_is_told_in_the_words_of_the_file() {
        let data = own(FILE);
        let without = "Sans valeur dans le fichier";
        let told = |code| told(&data, code, None);
        assert_eq!(told("02"), (without, "Votre fichier dit « n.d. » (ligne 3).".to_owned()));
        assert_eq!(
            told("03"),
            (without, "Votre fichier laisse la case vide (ligne 4).".to_owned())
        );
        assert_eq!(told("05"), (without, "Votre fichier dit « abc » (ligne 6).".to_owned()));
        let secret = "Votre fichier dit « s » (ligne 5). La valeur existe, mais le secret \
                      statistique interdit de la publier.";
        assert_eq!(told("04"), ("Secret statistique", secret.to_owned()));
        let absent = "Votre fichier ne parle pas de ce territoire.";
        assert_eq!(told("13"), ("Absent du fichier", absent.to_owned()));
    }

    #[test]
    fn of_several_files_the_one_that_speaks_is_named() {
        let part = |name: &str, text: &str| {
            let table = read_csv(text.as_bytes()).unwrap().0;
            let choices = crate::coverage::import::ImportChoices::default();
            crate::coverage::import::read_part(&table, name, &choices).unwrap()
        };
        let other = "departement;taux collèges équipés\n38;10\n73;nd\n74;20\n";
        let parts = vec![part("a.csv", FILE), part("b.csv", other)];
        let data = crate::coverage::import::join(parts).unwrap().dataset;
        let told = |code| told(&data, code, None).1;
        assert_eq!(told("02"), "« a.csv » dit « n.d. » (ligne 3).");
        assert_eq!(told("73"), "« b.csv » dit « nd » (ligne 3).");
        assert_eq!(told("13"), "Vos fichiers ne parlent pas de ce territoire.");
    }

    #[test]
    fn a_legend_quotes_what_stands_in_place_of_values() {
        let label = |text: &str| {
            no_value_label(&own(text), &query(Level::Departement, None)).replace('\u{202f}', " ")
        };
        let lisible = "Sans valeur lisible dans le fichier (« n.d. », « abc », vide)";
        assert_eq!(label(FILE), lisible);
        let without = FILE.replace("abc", "20");
        assert_eq!(label(&without), "Sans valeur dans le fichier (« n.d. », vide)");
    }

    #[test]
    fn what_a_file_says_later_or_of_other_schools_is_not_absent_from_it() {
        let data = own("departement;type;date;taux\n01;collège;2011;91,5\n02;collège;2013;50\n\
                        03;lycée;2011;80\n04;collège;2011;70\n05;collège;2011;60\n");
        let label = |code| told(&data, code, Some(date(2011, 12, 31))).0;
        assert_eq!(label("02"), "Rien à cette date dans le fichier");
        assert_eq!(label("03"), "Rien sur ce sujet dans le fichier");
        assert_eq!(label("06"), "Absent du fichier");
    }

    #[test]
    fn a_region_of_which_a_file_knows_too_little_is_known_in_part() {
        let region = |code| TerritoryId::Region(Edition::Since2016, Code::new(code).unwrap());
        let rows = "departement;taux collèges équipés\n22;91,5\n29;nd\n35;nc\n56;nr\n01;5\n03;6\n";
        let kind = |code| gap(&own(rows), region(code), None).kind;
        assert_eq!(kind("53"), GapKind::KnownInPart);
        assert_eq!(kind("94"), GapKind::AbsentFromFile);
        let silent = rows.replace("22;91,5", "22;nd");
        assert_eq!(gap(&own(&silent), region("53"), None).kind, GapKind::NoValueInFile);
    }

    #[test]
    fn sources_are_never_called_a_persons_file() {
        let facts = Embedded::Facts.dataset();
        for level in [Level::France, Level::Region, Level::Departement] {
            let asked = query(level, Some(date(2011, 10, 31)));
            for state in crate::coverage::states(&facts, Registry::official(), &asked) {
                let Err(gap) = state.share else { continue };
                let said = gap.explanation(&facts, Unit::Share);
                assert!(!said.contains("fichier"), "{}: {said}", state.name);
                assert!(!gap.kind.label().contains("fichier"));
            }
        }
    }
}
