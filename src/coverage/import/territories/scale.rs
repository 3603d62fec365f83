//! Shares up to 1 below a name that says « % »: fractions, or less than one school in a hundred.

use super::super::{
    ImportChoices, Question, Supposition, SuppositionKind,
    columns::ColumnSet,
    excerpt::first_values,
    numbers::{Scale, ScaleReason, ShareStyle, count, number},
};
use crate::{
    coverage::{Observation, SchoolTypes, reference_of},
    table::Table,
    territory::Registry,
};

/// Of ten rows, so many must agree for all to be read alike.
const MOST_OF_TEN: usize = 8;

/// So many shares, none of which passes 1, are hardly in percent: fractions are supposed.
const MANY: usize = 10;

/// Decides the scale by the numbers of schools beside the shares, where most rows have them: of 50
/// schools, 20 equipped are 40 %, whether that is written 0,4 or 40.
pub(super) fn by_counts(table: &Table, sets: &[ColumnSet], style: &mut ShareStyle) {
    if style.scale_reason != ScaleReason::PercentHeader {
        return;
    }
    let (mut fractions, mut percents) = (0_usize, 0_usize);
    for set in sets {
        let (Some(share), Some(equipped), Some(total)) = (set.share, set.equipped, set.total)
        else {
            continue;
        };
        for row in table.rows() {
            let schools = |column: usize| count(row.cell(column), row.kind(column), style.sign);
            let written = number(row.cell(share), row.kind(share), style.sign);
            let (Some(written), Some(equipped), Some(total)) =
                (written.map(|one| one.value), schools(equipped), schools(total))
            else {
                continue;
            };
            let counted = f64::from(equipped) / f64::from(total.max(1));
            // Rounded to a whole percent, or to a whole tenth of one.
            let is_near = |share: f64, by: f64| counted > 0.0 && (share - counted).abs() <= by;
            fractions += usize::from(is_near(written, 0.01));
            percents += usize::from(is_near(written / 100.0, 0.001));
        }
    }
    if fractions != percents {
        let is_fraction = fractions > percents;
        style.scale = if is_fraction { Scale::Fraction } else { Scale::Percent };
        style.scale_reason = ScaleReason::Counts;
    }
}

/// Asks for a scale that is only supposed from a name that says « % » above a few shares, unless
/// nearly all of them would be less than a single school if they were in percent.
pub(super) fn ask(
    table: &Table,
    sets: &[ColumnSet],
    observations: &[&Observation],
    choices: &ImportChoices,
    suppositions: &mut Vec<Supposition>,
) -> Option<Question> {
    let is_it = |one: &Supposition| matches!(one, Supposition::Scale { scale: Scale::Fraction, odd } if odd.is_empty());
    let rank = suppositions.iter().position(is_it)?;
    let is_confirmed = choices.confirmed.contains(&SuppositionKind::Scale);
    let is_of_equipment = choices.shown.is_none() && choices.subject.is_none();
    if is_confirmed || !is_of_equipment {
        return None;
    }
    let column = sets.iter().find_map(|set| set.share)?;
    let above_zero = || observations.iter().filter(|one| one.share.is_some_and(|s| s > 0.0));
    let less_than_a_school = above_zero().filter(|one| is_less_than_a_school(one)).count();
    let all = above_zero().count();
    if less_than_a_school * 10 >= all * MOST_OF_TEN {
        suppositions.remove(rank);
        return None;
    }
    if all >= MANY {
        return None;
    }
    suppositions.remove(rank);
    Some(Question::Scale {
        header: table.headers()[column].clone(),
        values: first_values(table, column),
    })
}

/// Whether a share that was read as a fraction would be less than half a school in percent.
fn is_less_than_a_school(one: &Observation) -> bool {
    let SchoolTypes::One(school_type) = one.school_types else { return false };
    let schools = || {
        let territory = Registry::official().get(one.territory)?;
        reference_of(territory, school_type, one.sector, one.end())
    };
    let Some((share, schools)) = one.share.zip(one.total.or_else(schools)) else { return false };
    share / 10_000.0 * f64::from(schools) < 0.5
}
