//! One cell that no reading accepts, among ten or more: it is told, and changes no other one.

use atlas_ent::{
    coverage::{Observation, import::Imported},
    territory::{Edition, Level, Registry},
};
use proptest::{prelude::*, sample::select};

use crate::made::{config, departements, opened};
use crate::school_fates::uai;

/// A column of a table by territory, with what its cells may say.
struct Column {
    header: &'static str,
    cells: &'static [&'static str],
    /// What none of its readings accepts, beside a word that is none.
    odd: &'static [&'static str],
}

/// Every vocabulary of a table by territory.
const COLUMNS: [Column; 10] = [
    Column { header: "Type", cells: &["collège", "Collèges", "CLG"], odd: &["colège"] },
    Column { header: "Secteur", cells: &["Public", "public"], odd: &["pub1ic"] },
    Column { header: "Mesure", cells: &["déployé", "équipement"], odd: &["autre"] },
    Column { header: "Statut", cells: &["réalisé", "constaté"], odd: &["1"] },
    Column { header: "Preuve", cells: &["documenté", "déduit"], odd: &["sûr"] },
    Column {
        header: "Niveau", cells: &["département", "DEP", "Dép."], odd: &["commune", "EPCI"]
    },
    Column {
        header: "Stade",
        cells: &["généralisation", "expérimentation"],
        odd: &["fini", "généralisation abandonnée"],
    },
    Column {
        header: "Date",
        cells: &["2011-10-31", "31/10/2011", "octobre 2011", "2010"],
        odd: &["31/02/2011", "2011-13-01", "10/13/2011", "hier"],
    },
    Column {
        header: "Taux ENT",
        cells: &["10,5", "20", "91,5 %", "0", "45*"],
        odd: &["dix", "250", "-3", "<5", "10 à 20"],
    },
    Column {
        header: "Collèges équipés d'un ENT",
        cells: &["10", "9", "0", "12*"],
        odd: &["douze", "12,5", "-1", "env. 20"],
    },
];

/// A word that is none of any vocabulary.
fn no_word() -> impl Strategy<Value = String> {
    "[kqwz]{5,9}"
}

/// A table by territory of a column, the rank of which is given, and perhaps an odd cell.
fn table(column: usize, cells: &[&str], odd: Option<(usize, &str)>) -> String {
    let header = COLUMNS[column].header;
    let shows = header == "Taux ENT" || header.starts_with("Collèges");
    let mut text = if shows {
        format!("Département;{header}\n")
    } else {
        format!("Département;{header};Taux de collèges équipés\n")
    };
    for (rank, (name, cell)) in departements().iter().zip(cells).enumerate() {
        let cell = odd.filter(|(at, _)| *at == rank).map_or(*cell, |(_, odd)| odd);
        let share = if shows { String::new() } else { format!(";{}", rank * 5) };
        text.push_str(&format!("{name};{cell}{share}\n"));
    }
    text
}

/// What is said of the rows but that of one line.
fn others(made: &Imported, line: u32) -> Vec<Observation> {
    made.dataset.observations().iter().filter(|one| one.line != line).cloned().collect()
}

/// Whether a report tells a cell: as one that was left out, or as a value that is not joined.
fn tells(made: &Imported, cell: &str) -> bool {
    let report = &made.reports[0];
    let told = |value: &str| value.trim() == cell;
    report.notices.iter().any(|notice| notice.value().is_some_and(&told))
        || report.unmatched.iter().any(|one| told(&one.value))
        || report.words.iter().any(|word| told(&word.word))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..config() })]

    #[test]
    fn an_odd_cell_of_a_table_by_territory_is_told_and_changes_no_other(
        column in 0..COLUMNS.len(),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 12..=20),
        at in any::<prop::sample::Index>(),
        word in no_word(),
        choice in any::<prop::sample::Index>(),
    ) {
        let Column { cells, odd, .. } = &COLUMNS[column];
        let cells: Vec<&str> = picks.iter().map(|pick| *pick.get(cells)).collect();
        let odd: Vec<&str> = odd.iter().copied().chain([word.as_str()]).collect();
        let (at, odd) = (at.index(cells.len()), *choice.get(&odd));
        let line = u32::try_from(at).unwrap() + 2;
        let (whole, with_odd) = (opened(&table(column, &cells, None)), opened(&table(column, &cells, Some((at, odd)))));
        prop_assert!(whole.is_complete(), "{:?}", whole.reports[0].notices);
        prop_assert!(tells(&with_odd, odd), "« {odd} » is not told: {:?}", with_odd.reports[0]);
        prop_assert!(!with_odd.is_complete());
        prop_assert_eq!(with_odd.questions().count(), 0);
        prop_assert_eq!(others(&with_odd, line), others(&whole, line));
    }
}

/// The columns of a list of schools, each with what its cells may say.
const SCHOOL_COLUMNS: [(&str, &[&str]); 5] = [
    ("ENT", &["oui", "non", "Oui", "en cours", "nd"]),
    ("Etat", &["OUVERT", "FERME", "A OUVRIR"]),
    ("Secteur", &["Public", "Privé", "PR"]),
    ("Code nature", &["300", "306", "340"]),
    ("Date de déploiement de l'ENT", &["01/09/2010", "2011", "septembre 2012"]),
];

/// A list of schools in the columns of the ministry and one more.
fn list(column: usize, cells: &[&str], odd: Option<(usize, &str)>) -> String {
    let (header, _) = SCHOOL_COLUMNS[column];
    let mut text = format!("UAI;Nom;Département;Libellé nature;{header}\n");
    for (rank, cell) in cells.iter().enumerate() {
        let cell = odd.filter(|(at, _)| *at == rank).map_or(*cell, |(_, odd)| odd);
        let label = if header == "Code nature" { "" } else { "LYCEE POLYVALENT" };
        text.push_str(&format!("{};Établissement {rank};38;{label};{cell}\n", uai(rank)));
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn an_odd_cell_of_a_list_of_schools_is_told_and_changes_no_other(
        (column, cells) in (0..SCHOOL_COLUMNS.len()).prop_flat_map(|column| {
            (Just(column), prop::collection::vec(select(SCHOOL_COLUMNS[column].1), 12..=20))
        }),
        at in any::<prop::sample::Index>(),
        word in no_word(),
    ) {
        let at = at.index(cells.len());
        let line = u32::try_from(at).unwrap() + 2;
        let whole = opened(&list(column, &cells, None));
        let with_odd = opened(&list(column, &cells, Some((at, &word))));
        prop_assert!(whole.is_complete(), "{:?}", whole.reports[0]);
        prop_assert!(tells(&with_odd, &word), "« {word} » is not told: {:?}", with_odd.reports[0]);
        prop_assert!(!with_odd.is_complete());
        let schools = |made: &Imported| {
            let all = made.dataset.schools().schools().to_vec();
            all.into_iter().filter(|school| school.row.1 != line).collect::<Vec<_>>()
        };
        prop_assert_eq!(schools(&with_odd), schools(&whole));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_odd_code_is_told_and_changes_no_other(
        ranks in prop::sample::subsequence((0..100).collect::<Vec<usize>>(), 12..=40),
        is_short in any::<bool>(),
        at in any::<prop::sample::Index>(),
        odd in select(vec!["999", "00", "1O1", "20A", "ZZ", "F75", "9712"]),
    ) {
        let all = Registry::official().territories(Level::Departement, Edition::Since2016);
        let code = |rank: usize| {
            let code = all[rank].id.code().unwrap().to_string();
            if is_short { code.trim_start_matches('0').to_owned() } else { code }
        };
        let at = at.index(ranks.len());
        let text = |odd: Option<&str>| {
            let cell = |(row, rank): (usize, &usize)| match odd {
                Some(odd) if row == at => format!("{odd};{}\n", rank % 100),
                _ => format!("{};{}\n", code(*rank), rank % 100),
            };
            let rows: String = ranks.iter().enumerate().map(cell).collect();
            format!("code;Taux de collèges équipés\n{rows}")
        };
        let (whole, with_odd) = (opened(&text(None)), opened(&text(Some(odd))));
        prop_assert!(tells(&with_odd, odd), "« {odd} » is not told: {:?}", with_odd.reports[0]);
        prop_assert!(!with_odd.is_complete());
        let line = u32::try_from(at).unwrap() + 2;
        prop_assert_eq!(others(&with_odd, line), others(&whole, line));
    }
}
