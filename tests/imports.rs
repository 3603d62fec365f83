//! Files as people make them: damaged codes, every encoding, separator and line end of the trade.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use atlas_ent::{
    coverage::{
        Dataset, Measure, MissingReason, Query, SchoolType,
        import::{Duplicates, ImportChoices, Imported, NotJoined, import},
        states,
    },
    table::{READ_ON, ReadOptions, read},
    territory::{Edition, Level, Registry, TerritoryId},
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2024, 3, 19);

fn imported(bytes: &[u8], name: &str, choices: &ImportChoices) -> Imported {
    let reading = read(bytes, name, &ReadOptions::default(), READ_ON).unwrap();
    import(&reading.table, name, choices).unwrap()
}

fn opened(text: &str) -> Imported {
    imported(text.as_bytes(), "donnees.csv", &ImportChoices::default())
}

/// The départements with a share each, no two alike.
fn departements() -> Vec<(String, String, f64)> {
    Registry::official()
        .territories(Level::Departement, Edition::Since2016)
        .iter()
        .zip(1..)
        .map(|(territory, rank)| {
            let code = territory.id.code().unwrap().to_string();
            (code, territory.name.clone(), (f64::from(rank) * 9.7).round() / 10.0)
        })
        .collect()
}

fn share(dataset: &Dataset, level: Level, code: &str) -> Result<f64, MissingReason> {
    let query = Query {
        school_type: SchoolType::College,
        level,
        edition: Edition::Since2016,
        measure: Measure::Deploye,
        date: Some(TODAY),
    };
    let states = states(dataset, Registry::official(), &query);
    let state = states.into_iter().find(|s| s.id.code().is_some_and(|c| c.as_str() == code));
    state.unwrap().share.map(|share| share.percent).map_err(|gap| gap.reason)
}

type Damage = fn(&str) -> String;

/// Every way in which files damage a code.
const DAMAGES: [(&str, Damage); 7] = [
    ("as they are", |code| code.to_owned()),
    ("without their zero", |code| code.trim_start_matches('0').to_owned()),
    ("on three characters", |code| format!("{code:0>3}")),
    ("in small letters", |code| code.to_lowercase()),
    ("as ISO 3166-2", |code| format!("FR-{code}")),
    ("as numbers with decimals", |code| match code.parse::<u32>() {
        Ok(number) => format!("{number}.0"),
        Err(_) => code.to_owned(),
    }),
    ("behind an apostrophe", |code| format!("'{code}")),
];

/// Bytes in one of the four encodings of the trade.
fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "UTF-8" => text.as_bytes().to_vec(),
        "UTF-8 with BOM" => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        "UTF-16" => {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        }
        _ => text
            .chars()
            .map(|letter| match letter {
                '\u{2019}' => 0x92,
                other => u8::try_from(u32::from(other)).unwrap(),
            })
            .collect(),
    }
}

#[test]
fn every_dirty_file_joins_101_departements_out_of_101_with_the_same_values() {
    let expected = departements();
    for (damage, damaged) in DAMAGES {
        for encoding in ["UTF-8", "UTF-8 with BOM", "UTF-16", "Windows-1252"] {
            for separator in [';', ',', '\t', '|'] {
                for line_end in ["\r\n", "\n", "\r"] {
                    let mut text =
                        format!("Code{separator}Département{separator}Taux équipés (%){line_end}");
                    for (code, name, share) in &expected {
                        let share = format!("\"{} %\"", share.to_string().replace('.', ","));
                        let code = damaged(code);
                        text += &format!("{code}{separator}{name}{separator}{share}{line_end}");
                    }
                    let case = format!("{damage}, {encoding}, {separator:?}, {line_end:?}");
                    let made =
                        imported(&encoded(&text, encoding), "a.csv", &ImportChoices::default());
                    assert_eq!(made.level, Level::Departement, "{case}");
                    assert_eq!(
                        (made.reports[0].on_map(), made.reports[0].territories),
                        (101, 101),
                        "{case}"
                    );
                    assert!(
                        made.reports[0].is_complete(),
                        "{case}: {:?}",
                        made.reports[0].unmatched
                    );
                    let shares: Vec<Option<f64>> =
                        made.dataset.observations().iter().map(|o| o.share).collect();
                    let wanted: Vec<Option<f64>> =
                        expected.iter().map(|(_, _, s)| Some(*s)).collect();
                    assert_eq!(shares, wanted, "{case}");
                }
            }
        }
    }
}

#[test]
fn a_file_of_one_region_without_its_zeros_is_read_at_the_right_level() {
    let text = "code;taux\n1;10\n7;20\n26;30\n38;40\n42;50\n69;60\n73;70\n74;80\n";
    let made = opened(text);
    assert_eq!(made.level, Level::Departement);
    assert_eq!(share(&made.dataset, Level::Departement, "01"), Ok(10.0));
    assert_eq!(share(&made.dataset, Level::Departement, "07"), Ok(20.0));
}

#[test]
fn what_was_repaired_is_said_and_can_be_switched_off() {
    let text = "code_departement;taux\n1;10\n7;20\n26;30\n38;40\n2A;50\n";
    let made = opened(text);
    let [repair] = made.reports[0].repaired.as_slice() else {
        panic!("{:?}", made.reports[0].repaired)
    };
    assert!(repair.sentence().contains("« 1 » → 01"), "{}", repair.sentence());
    let choices = ImportChoices { disabled_repairs: vec![repair.kind], ..ImportChoices::default() };
    let without = imported(text.as_bytes(), "a.csv", &choices);
    assert_eq!(without.reports[0].on_map(), 3);
    assert!(!without.reports[0].is_complete());
}

#[test]
fn an_unknown_name_is_told_with_its_line_and_can_be_paired_by_hand() {
    let text = "departement;taux\nIsère;10\nDrôme;20\nSavoyard;30\nAin;40\n";
    let made = opened(text);
    let [unmatched] = made.reports[0].unmatched.as_slice() else { panic!("{:?}", made.reports[0]) };
    assert_eq!((unmatched.value.as_str(), unmatched.line), ("Savoyard", 4));
    let savoie = made_id("73");
    let choices = ImportChoices {
        pairings: [("Savoyard".to_owned(), savoie)].into(),
        ..ImportChoices::default()
    };
    let paired = imported(text.as_bytes(), "a.csv", &choices);
    assert!(paired.reports[0].is_complete());
    assert_eq!(share(&paired.dataset, Level::Departement, "73"), Ok(30.0));
}

fn made_id(code: &str) -> TerritoryId {
    TerritoryId::Departement(atlas_ent::territory::Code::new(code).unwrap())
}

#[test]
fn a_slip_of_one_letter_is_suggested_and_never_joined_alone() {
    let made = opened("departement;taux\nIsère;10\nDrôme;20\nAin;40\nArdèhce;50\n");
    let [unmatched] = made.reports[0].unmatched.as_slice() else { panic!("{:?}", made.reports[0]) };
    let NotJoined::Suggested(candidates) = &unmatched.why else { panic!("{unmatched}") };
    assert_eq!(candidates[0].id, made_id("07"));
}

#[test]
fn missing_words_keep_their_own_reasons() {
    let text = "code;taux\n01;nd\n02;NC\n03;s\n04;so\n05;\n06;12,5\n2A;…\n";
    let made = opened(text);
    let reason = |code| share(&made.dataset, Level::Departement, code).unwrap_err();
    assert_eq!(reason("01"), MissingReason::NonDocumente);
    assert_eq!(reason("02"), MissingReason::NonRenseigne);
    assert_eq!(reason("03"), MissingReason::SecretStatistique);
    assert_eq!(reason("04"), MissingReason::SansObjet);
    assert_eq!(reason("05"), MissingReason::NonRenseigne);
    assert_eq!(share(&made.dataset, Level::Departement, "06"), Ok(12.5));
}

#[test]
fn fractions_are_recognised_and_can_be_read_otherwise() {
    let text = "code;taux\n01;0,915\n02;0,5\n2A;1\n";
    assert_eq!(share(&opened(text).dataset, Level::Departement, "01"), Ok(91.5));
    let choices = ImportChoices {
        scale: Some(atlas_ent::coverage::import::Scale::Percent),
        ..ImportChoices::default()
    };
    let percent = imported(text.as_bytes(), "a.csv", &choices);
    assert_eq!(share(&percent.dataset, Level::Departement, "01"), Ok(0.915));
}

#[test]
fn what_looks_wrong_is_said_and_blocks_nothing() {
    let text = "code;equipes;total\n01;5;10\n01;7;10\n02;12;10\n2A;3;4\n";
    let made = opened(text);
    assert!(made.reports[0].doubts_told().contains("Ain (lignes 2, 3)"));
    assert!(made.reports[0].notices.iter().any(|notice| notice.line() == 4), "12 of 10");
    let gap = Err(MissingReason::Contradictoire);
    assert_eq!(share(&made.dataset, Level::Departement, "01"), gap, "neither is believed");
    let choices = ImportChoices { duplicates: Some(Duplicates::Sum), ..ImportChoices::default() };
    let sum = imported(text.as_bytes(), "a.csv", &choices);
    assert_eq!(share(&sum.dataset, Level::Departement, "01"), Ok(60.0), "12 of 20");
}

#[test]
fn a_sub_total_is_no_loss() {
    let made = opened("code;taux\n01;10\n02;20\n03;30\nFrance;25\n");
    assert_eq!(made.reports[0].on_map(), 3);
    assert!(made.reports[0].is_complete(), "{:?}", made.reports[0].unmatched);
}

#[test]
fn a_file_without_territories_or_values_says_which_columns_it_has() {
    for (text, part) in [
        ("couleur;poids\nrouge;3\nbleu;4\n", "couleur, poids"),
        ("code_departement;commentaire\n01;bien\n02;moins bien\n", "commentaire"),
    ] {
        let reading = read(text.as_bytes(), "a.csv", &ReadOptions::default(), READ_ON).unwrap();
        let error = import(&reading.table, "a.csv", &ImportChoices::default()).unwrap_err();
        assert!(error.to_string().contains(part), "{error}");
    }
}

#[test]
fn a_word_that_is_not_known_is_told_and_never_makes_a_figure_surer() {
    let mut text = "code_departement;taux;preuve;statut;stade\n\
        01;10;vague;réalisé;ébauche\n02;20;documenté;peut-être;généralisation\n"
        .to_owned();
    for code in ["03", "04", "05", "06", "07", "08", "2A", "2B"] {
        text += &format!("{code};30;documenté;réalisé;généralisation\n");
    }
    let made = opened(&text);
    let first = &made.dataset.observations()[0];
    assert_eq!(first.evidence, atlas_ent::coverage::Evidence::AConfirmer);
    let told: Vec<u32> = made.reports[0].notices.iter().map(|notice| notice.line()).collect();
    assert_eq!(told, [2, 2, 3], "stage and evidence of one row, status of another");
    let left_out = share(&made.dataset, Level::Departement, "02").err();
    assert_eq!(left_out, Some(MissingReason::NonDocumente));
}
