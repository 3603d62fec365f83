//! The distinct values of a column, a few thousand at most.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashSet, FxHasher};

use super::cell::is_blank;

/// Distinct values that decide; there are fewer territories, and the rest is noise.
const MOST_VALUES: usize = 2_000;

/// The distinct values that are not blank, in the order in which they appear.
///
/// Of more than [`MOST_VALUES`] a half is kept, then a half of those, by their hash: which ones
/// depends on the values alone, neither on the order of the rows nor on how often each stands.
/// Where none of those kept `is_known`, those that are are added.
pub(super) fn distinct_values<'a>(
    values: &[&'a str],
    is_known: impl Fn(&str) -> bool,
) -> Vec<&'a str> {
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let mut kept: Vec<&str> = Vec::new();
    let mut halvings = 0;
    for value in values {
        let is_left_out = halvings > 0 && hash(value).leading_zeros() < halvings;
        if is_left_out || is_blank(value) || !seen.insert(value) {
            continue;
        }
        kept.push(value);
        while kept.len() > MOST_VALUES {
            halvings += 1;
            kept.retain(|value| hash(value).leading_zeros() >= halvings);
            seen.retain(|value| hash(value).leading_zeros() >= halvings);
        }
    }
    if halvings > 0 && !kept.iter().any(|value| is_known(value)) {
        let known = values.iter().filter(|value| !is_blank(value) && is_known(value));
        kept.extend(known.filter(|value| seen.insert(value)));
    }
    kept
}

fn hash(value: &str) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    // The upper bits of this hash are the well mixed ones only once it was multiplied again.
    hasher.finish().wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_stands_once_in_the_order_of_the_file() {
        assert_eq!(
            distinct_values(&["02", "", "01", "02", "-", "03"], |_| false),
            ["02", "01", "03"]
        );
    }

    #[test]
    fn of_many_values_the_same_are_kept_in_any_order() {
        let values: Vec<String> = (0..50_000).map(|number| format!("valeur {number}")).collect();
        let forwards: Vec<&str> = values.iter().map(String::as_str).collect();
        let backwards: Vec<&str> = forwards.iter().rev().flat_map(|v| [*v, "", *v]).collect();
        let mut kept = distinct_values(&forwards, |_| false);
        let mut again = distinct_values(&backwards, |_| false);
        assert!(kept.len() <= MOST_VALUES && kept.len() > MOST_VALUES / 4, "{}", kept.len());
        kept.sort_unstable();
        again.sort_unstable();
        assert_eq!(kept, again);
        let rare = |value: &str| value == "valeur 7" || value == "valeur 49000";
        let kept = distinct_values(&forwards, rare);
        assert!(kept.contains(&"valeur 7") || kept.contains(&"valeur 49000"));
    }
}
