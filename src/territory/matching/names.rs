//! Names, as files write them.

use crate::territory::{Level, Registry, TerritoryId};

use super::{
    Repairs,
    code_text::CodeText,
    codes::look_up_code,
    country::{Country, country},
    division::Division,
    lookup::Lookup,
    name_text::{Beside, CodeBeside, NameText, Phrase},
    repair::RepairKind,
    rhone::{WithinRhone, within_rhone},
    totals::without_total_words,
};

/// Looks a name up in `division`, perhaps beside its level or its code. `text` is the cell that it
/// was taken from.
pub(super) fn look_up_name(text: &str, name: &NameText, division: Division) -> Lookup {
    if division.level == Level::France {
        return look_up_country(text, &name.said);
    }
    match &name.code {
        Some(CodeBeside { code, beside: Beside::Name(phrase) }) => {
            return both(
                code_or_nothing(code.as_ref(), division),
                look_up_phrase(phrase, division),
            );
        }
        Some(CodeBeside { code, beside: Beside::Level(level) }) => {
            let repairs = Repairs::NONE.with(RepairKind::CodeAfterLevel);
            let is_here = level.is_none_or(|level| level == division.level);
            return if is_here {
                code_or_nothing(code.as_ref(), division).after(repairs)
            } else {
                Lookup::Nothing
            };
        }
        None => {}
    }
    let found = match look_up_phrase(&name.said, division) {
        Lookup::Nothing => name
            .inverted
            .as_ref()
            .map_or(Lookup::Nothing, |inverted| look_up_phrase(inverted, division)),
        found => found,
    };
    match found {
        Lookup::Found { id, repairs } if repairs.is_empty() => {
            let repairs = Repairs::NONE.with_if(!is_official(text, id), RepairKind::Spelling);
            Lookup::Found { id, repairs }
        }
        other => other,
    }
}

/// What the code and the name of a text say apart, where it has both.
pub(super) fn code_and_name_apart(name: &NameText, division: Division) -> Vec<Lookup> {
    match &name.code {
        Some(CodeBeside { code, beside: Beside::Name(phrase) }) => {
            vec![code_or_nothing(code.as_ref(), division), look_up_phrase(phrase, division)]
        }
        _ => Vec::new(),
    }
}

fn code_or_nothing(code: Option<&CodeText>, division: Division) -> Lookup {
    code.map_or(Lookup::Nothing, |code| look_up_code(code, division))
}

/// In a column of France, a total is France as well, and so is the letter of the INSEE.
fn look_up_country(text: &str, phrase: &Phrase) -> Lookup {
    let words = without_total_words(&phrase.words).unwrap_or(&phrase.words);
    let is_letter = matches!(words, [letter] if letter == "f");
    match country(words) {
        Some(Country::Piece(name)) => Lookup::Outside(name),
        None if !words.is_empty() && !is_letter => Lookup::Nothing,
        Some(Country::Whole) | None => {
            let repairs = Repairs::NONE.with_if(text != "France", RepairKind::Spelling);
            Lookup::Found { id: TerritoryId::France, repairs }
        }
    }
}

fn look_up_phrase(phrase: &Phrase, division: Division) -> Lookup {
    if let Some(found) = phrase.found.in_division(division) {
        return found;
    }
    if let Some(found) = look_up_within_rhone(phrase, division) {
        return found;
    }
    if let Some(name) = phrase.found.outside() {
        return Lookup::Outside(name);
    }
    if let Some(Country::Piece(name)) = phrase.country {
        return Lookup::Outside(name);
    }
    let Some(after) = &phrase.after_level else { return Lookup::Nothing };
    // « Région Guadeloupe » is no département, though Guadeloupe is one.
    if after.level.is_some_and(|level| level != division.level) {
        return Lookup::Nothing;
    }
    let wording = Repairs::NONE.with(RepairKind::Wording);
    match after.found.in_division(division) {
        Some(found) => found.after(wording),
        None => after.found.outside().map_or(Lookup::Nothing, Lookup::Outside),
    }
}

fn look_up_within_rhone(phrase: &Phrase, division: Division) -> Option<Lookup> {
    if division.level != Level::Departement {
        return None;
    }
    let within = within_rhone(&phrase.words)?;
    let whole = division.territory("69")?;
    Some(match within {
        WithinRhone::Part(name) => Lookup::Part { whole, name },
        WithinRhone::Whole => {
            Lookup::Found { id: whole, repairs: Repairs::NONE.with(RepairKind::Spelling) }
        }
    })
}

/// A code and a name must tell of the same place: one alone proves nothing when the other
/// differs.
fn both(code: Lookup, name: Lookup) -> Lookup {
    use Lookup::{Found, Nothing, Outside, Part, Several};
    let repairs = Repairs::NONE.with(RepairKind::NameWithCode);
    match (code, name) {
        (Found { id, .. }, Found { id: named, .. }) if id == named => Found { id, repairs },
        (Found { id, .. }, Found { id: named, .. }) => Several(vec![id, named]),
        (Several(ids), Found { id, .. }) if ids.contains(&id) => Found { id, repairs },
        (Several(ids), Several(_)) => Several(ids),
        (Outside(name), Outside(_)) => Outside(name),
        (Part { whole, name }, Part { name: said, .. }) if name == said => Part { whole, name },
        // « 69D - Rhône » and « 69 - Métropole de Lyon » both mean the part that one of them says.
        (Part { whole, name }, Found { id, .. }) | (Found { id, .. }, Part { whole, name })
            if id == whole =>
        {
            Part { whole, name }
        }
        _ => Nothing,
    }
}

/// Whether a text is the official name, whichever apostrophe it has. The capital of « Île » has
/// lost its accent in one of the embedded lists; neither spelling is a slip.
fn is_official(text: &str, id: TerritoryId) -> bool {
    let plain = |text: &str| text.replace(['’', 'ʼ'], "'").replace('Î', "I");
    Registry::official().get(id).is_some_and(|t| plain(&t.name) == plain(text))
}

#[cfg(test)]
mod tests;
