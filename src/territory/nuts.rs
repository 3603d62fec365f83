//! The codes of départements in the nomenclature of the European Union (NUTS 3, since 2016).

use super::Code;

/// Each group of départements by what their codes begin with; they are numbered from 1, in this
/// order. Source: Eurostat, *NUTS 2021*; for France the same as NUTS 2016 and 2024.
const GROUPS: [(&str, &str); 27] = [
    ("FR10", "75 77 78 91 92 93 94 95"),
    ("FRB0", "18 28 36 37 41 45"),
    ("FRC1", "21 58 71 89"),
    ("FRC2", "25 39 70 90"),
    ("FRD1", "14 50 61"),
    ("FRD2", "27 76"),
    ("FRE1", "59 62"),
    ("FRE2", "02 60 80"),
    ("FRF1", "67 68"),
    ("FRF2", "08 10 51 52"),
    ("FRF3", "54 55 57 88"),
    ("FRG0", "44 49 53 72 85"),
    ("FRH0", "22 29 35 56"),
    ("FRI1", "24 33 40 47 64"),
    ("FRI2", "19 23 87"),
    ("FRI3", "16 17 79 86"),
    ("FRJ1", "11 30 34 48 66"),
    ("FRJ2", "09 12 31 32 46 65 81 82"),
    ("FRK1", "03 15 43 63"),
    ("FRK2", "01 07 26 38 42 69 73 74"),
    ("FRL0", "04 05 06 13 83 84"),
    ("FRM0", "2A 2B"),
    ("FRY10", "971"),
    ("FRY20", "972"),
    ("FRY30", "973"),
    ("FRY40", "974"),
    ("FRY50", "976"),
];

/// The département of a code as `FRK24`; `None` where it is none of them.
pub fn departement_of_nuts(text: &str) -> Option<Code> {
    let text = text.trim().to_uppercase();
    let found = GROUPS.iter().find_map(|(beginning, codes)| {
        let number = text.strip_prefix(beginning)?;
        match number {
            "" if beginning.len() == 5 => Some(*codes),
            _ if beginning.len() == 4 && number.len() == 1 => {
                let rank: usize = number.parse().ok()?;
                codes.split(' ').nth(rank.checked_sub(1)?)
            }
            _ => None,
        }
    });
    found.and_then(|code| Code::new(code).ok())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::territory::{Edition, Level, Registry};

    #[test]
    fn every_departement_has_one_code() {
        let codes: BTreeSet<Code> = GROUPS
            .iter()
            .flat_map(|(beginning, codes)| {
                let one = beginning.len() == 5;
                (1..=codes.split(' ').count()).map(move |number| match one {
                    true => (*beginning).to_owned(),
                    false => format!("{beginning}{number}"),
                })
            })
            .map(|code| departement_of_nuts(&code).unwrap())
            .collect();
        let official = Registry::official().territories(Level::Departement, Edition::Since2016);
        assert!(codes.iter().eq(official.iter().map(|territory| &territory.departements[0])));
    }

    #[test]
    fn a_code_of_another_size_is_none() {
        for text in ["FR", "FR1", "FRK2", "FRK29", "FRK20", "FRK241", "FRY1", "DE111", ""] {
            assert_eq!(departement_of_nuts(text), None, "{text}");
        }
        let code = departement_of_nuts("frk24").map(|code| code.to_string());
        assert_eq!(code.as_deref(), Some("38"), "Isère");
    }
}
