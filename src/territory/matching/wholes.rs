//! Names of what rows of a total add up: « Total France », « Ensemble de la région Bretagne ».

use crate::territory::{Edition, Level, TerritoryId, level_words::level_of_word};

use super::{
    cell::CellText,
    country::{Country, country, is_year},
    division::Division,
    gazetteer::Gazetteer,
    lookup::Lookup,
    name_text::NameText,
    names::look_up_name,
    repair::RepairKind,
    totals::without_total_words,
};

/// What a row of a total adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    Of(TerritoryId),
    /// A whole that has no outline here: « Total métropole ».
    Outside(&'static str),
}

/// The territory that a text names as a whole of other rows: « Total Bretagne », « Moyenne
/// nationale », « Grand total », « France entière ». What does not say of what it is the total,
/// « Total région », is one of whatever rows there are, as is « Total ». `None` for the mere name of a
/// région, and for any other text.
pub fn whole_named(text: &str) -> Option<TerritoryId> {
    let cell = CellText::new(text);
    if cell.name().said.country == Some(Country::Whole) {
        return Some(TerritoryId::France);
    }
    match total_named(&cell, Edition::Before2016)? {
        Whole::Of(id) => Some(id),
        Whole::Outside(_) => None,
    }
}

/// What a text that has a word of a total adds up; a région or an académie that is in both
/// editions is that of `edition`.
pub(super) fn total_named(cell: &CellText<'_>, edition: Edition) -> Option<Whole> {
    let words = &cell.name().said.words;
    let rest = without_total_words(words).or_else(|| after_all(words))?;
    // « Total 2011 », « Total (101 départements) ».
    let rest: Vec<String> = rest.iter().filter(|word| !is_year(word)).cloned().collect();
    let names: Vec<&String> = rest.iter().filter(|word| !is_number(word)).collect();
    if rest.is_empty() {
        return Some(Whole::Of(TerritoryId::France));
    }
    // « Total région 84 » says which.
    let is_numbered = names.len() < rest.len();
    let is_level = |word: &str| match is_numbered {
        true => is_plural_level(word),
        false => level_of_word(word).is_some(),
    };
    if names.iter().all(|word| is_level(word) || is_schools(word)) {
        return (!names.is_empty()).then_some(Whole::Of(TerritoryId::France));
    }
    match country(&rest) {
        Some(Country::Whole) => return Some(Whole::Of(TerritoryId::France)),
        Some(Country::Piece(name)) => return Some(Whole::Outside(name)),
        None => {}
    }
    if let Some(name) = Gazetteer::official().find(&rest).outside() {
        return Some(Whole::Outside(name));
    }
    territory(&rest, edition)
}

/// « Toutes les académies », « Tous départements confondus »: what follows the word.
fn after_all(words: &[String]) -> Option<&[String]> {
    let (first, rest) = words.split_first()?;
    let rest = rest.strip_prefix(&["les".to_owned()]).unwrap_or(rest);
    let [level, others @ ..] = rest else { return None };
    let confused = |word: &String| word.starts_with("confondu") || level_of_word(word).is_some();
    let of_all = matches!(first.as_str(), "tous" | "toutes")
        && is_plural_level(level)
        && others.iter().all(confused);
    of_all.then(|| &rest[..1])
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// « Total collèges », « Total public + privé » are of all of them.
fn is_schools(word: &str) -> bool {
    let between = matches!(word, "et" | "des" | "les" | "de" | "du");
    between
        || ["college", "lycee", "etablissement", "public", "prive"]
            .iter()
            .any(|school| word.strip_prefix(school).is_some_and(|end| matches!(end, "" | "s")))
}

/// « Départements ».
fn is_plural_level(word: &str) -> bool {
    word.ends_with('s') && level_of_word(word).is_some()
}

/// The territory that a name means, the widest first: an official name in any edition before
/// another name of it.
fn territory(words: &[String], edition: Edition) -> Option<Whole> {
    let name = NameText::of_words(words.to_vec());
    let text = words.join(" ");
    let own = |level| Division::new(level, edition);
    let divisions = [Level::Region, Level::Academie]
        .into_iter()
        .flat_map(|level| [Some(own(level)), own(level).other_edition()])
        .chain([Some(own(Level::Departement))])
        .flatten();
    let found: Vec<Lookup> =
        divisions.map(|division| look_up_name(&text, &name, division)).collect();
    let is_alias = |found: &Lookup| match found {
        Lookup::Found { repairs, .. } => {
            repairs.contains(RepairKind::FormerName) || repairs.contains(RepairKind::Abbreviation)
        }
        _ => true,
    };
    let official = found.iter().find(|found| !is_alias(found));
    let (id, _) = official
        .or_else(|| found.iter().find(|found| matches!(found, Lookup::Found { .. })))?
        .clone()
        .found()?;
    Some(Whole::Of(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Registry;

    fn name(text: &str) -> Option<&str> {
        Some(Registry::official().get(whole_named(text)?)?.name.as_str())
    }

    #[test]
    fn a_total_is_that_of_what_it_names() {
        for (text, expected) in [
            ("Total", "France"),
            ("ENSEMBLE", "France"),
            ("TOTAL GENERAL", "France"),
            ("Grand total", "France"),
            ("France entière", "France"),
            ("Total France", "France"),
            ("FRANCE (total)", "France"),
            ("Total France 2011", "France"),
            ("Ensemble France + DOM", "France"),
            ("Moyenne nationale", "France"),
            ("Total des départements", "France"),
            ("Total (101 départements)", "France"),
            ("TOTAL COLLÈGES", "France"),
            ("Ensemble des lycées", "France"),
            ("Toutes les académies", "France"),
            ("Toutes académies confondues", "France"),
            ("Total région", "France"),
            ("Total académie", "France"),
            ("TOTAL DÉPARTEMENT", "France"),
            ("Total académique", "France"),
            ("Ensemble de la région", "France"),
            ("Moyenne régionale", "France"),
            ("S/T", "France"),
            ("Total Bretagne", "Bretagne"),
            ("Bretagne - Total", "Bretagne"),
            ("Ensemble de la région Bretagne", "Bretagne"),
            ("Sous-total Rhône-Alpes", "Rhône-Alpes"),
            ("Sous total : Lorraine", "Lorraine"),
            ("Total Grand Est", "Grand Est"),
            ("Total académie de Lille", "Lille"),
            ("Total Normandie", "Normandie"),
            ("Total La Réunion", "La Réunion"),
            ("Total Somme", "Somme"),
            ("Total région 84", "Auvergne-Rhône-Alpes"),
        ] {
            assert_eq!(name(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_total_or_that_of_nothing_known_is_none() {
        for text in [
            "",
            "Bretagne",
            "Somme",
            "80 - Somme",
            "Total des lignes",
            "Totalement",
            "Sous-préfecture",
            "France métropolitaine",
            "Total métropole",
            "Total DOM",
            "Total 38",
            "Ensemble scolaire Saint-Joseph",
            "Tous",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn totals_of_pieces_of_the_country_are_known() {
        let outside = |text| total_named(&CellText::new(text), Edition::Since2016);
        for (text, name) in [
            ("Total métropole", "France métropolitaine"),
            ("Ensemble DOM", "Outre-mer"),
            ("TOTAL FRANCE HORS MAYOTTE", "France hors Mayotte"),
            ("Total Nouvelle-Calédonie", "Nouvelle-Calédonie"),
        ] {
            assert_eq!(outside(text), Some(Whole::Outside(name)), "{text}");
        }
        let Some(Whole::Of(id)) = outside("Total Bretagne") else { panic!() };
        assert_eq!(id.edition(), Some(Edition::Since2016));
    }
}
