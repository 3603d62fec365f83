//! Lists of schools under every style of header that the ministry and its exports use: each opens
//! alike, with no question asked.

#![expect(clippy::unwrap_used, reason = "helpers of tests may unwrap as tests do")]

use std::{collections::BTreeMap, fs, path::Path};

use atlas_ent::{
    coverage::{
        SchoolType,
        import::{ImportChoices, Imported, import},
    },
    table::{READ_ON, ReadOptions, read},
};

/// The names that the column of school numbers goes by.
const UAI_NAMES: [&str; 6] = [
    "numero_uai",
    "UAI",
    "Code établissement",
    "Identifiant_de_l_etablissement",
    "Numero_d_etablissement",
    "Code_RNE",
];

type Style = fn(&str) -> String;

/// The styles of the other names.
const STYLES: [(&str, Style); 6] = [
    ("as it is", str::to_owned),
    ("all capitals", |name| name.to_uppercase()),
    ("lower snake", |name| name.to_lowercase()),
    ("spaces and accents", in_french),
    ("camel case", camel),
    ("quoted", |name| format!("\"{name}\"")),
];

/// « Libelle_departement » as a person writes it: « Libellé département ».
fn in_french(name: &str) -> String {
    const ACCENTS: [(&str, &str); 17] = [
        ("academie", "académie"),
        ("coordonnee", "coordonnée"),
        ("departement", "département"),
        ("education", "éducation"),
        ("eleves", "élèves"),
        ("etablissement", "établissement"),
        ("etat", "état"),
        ("generale", "générale"),
        ("hebergement", "hébergement"),
        ("libe", "libellé"),
        ("libelle", "libellé"),
        ("ministere", "ministère"),
        ("numero", "numéro"),
        ("precision", "précision"),
        ("prive", "privé"),
        ("region", "région"),
        ("telephone", "téléphone"),
    ];
    let words: Vec<String> = name
        .split('_')
        .map(|word| {
            let lower = word.to_lowercase();
            let known = ACCENTS.iter().find(|(plain, _)| *plain == lower);
            known.map_or(lower.clone(), |(_, accented)| (*accented).to_owned())
        })
        .collect();
    let text = words.join(" ").replace(" l é", " l’é").replace(" d é", " d’é");
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// `codeDepartement`.
fn camel(name: &str) -> String {
    let mut words = name.split('_').map(str::to_lowercase);
    let first = words.next().unwrap_or_default();
    words.fold(first, |text, word| {
        let mut letters = word.chars();
        let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        text + &capital + letters.as_str()
    })
}

/// The list with the first column, that of school numbers, under this name and the others in this
/// style.
fn restyled(list: &str, uai: &str, style: Style) -> String {
    let (header, rows) = list.split_once('\n').unwrap();
    let others = header.trim_end().split(';').skip(1).map(style);
    let names: Vec<String> = std::iter::once(uai.to_owned()).chain(others).collect();
    format!("{}\n{rows}", names.join(";"))
}

fn opened(text: &str, name: &str) -> Imported {
    let reading = read(text.as_bytes(), name, &ReadOptions::default(), READ_ON).unwrap();
    import(&reading.table, name, &ImportChoices::default()).unwrap()
}

/// Equipped and total of each type in each département.
type Counts = BTreeMap<(bool, String), (Option<u32>, Option<u32>)>;

fn counts(made: &Imported) -> Counts {
    let observations = made.dataset.observations().iter();
    observations
        .map(|observation| {
            let is_lycee = observation.school_types.contains(SchoolType::Lycee);
            let code = observation.territory.code().unwrap().to_string();
            ((is_lycee, code), (observation.equipped, observation.total))
        })
        .collect()
}

/// Forty schools in the columns of the ministry's two lists: number, nature, equipped, département
/// and whether they are public education.
fn forty_schools() -> Vec<(String, &'static str, bool, &'static str, bool)> {
    let departements = ["001", "02A", "035", "075", "974"];
    let natures = ["302", "306", "320", "340", "350"];
    (0..40_u32)
        .map(|school| {
            let number = 10_100 + school * 1_731;
            let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[number as usize % 23]);
            let rank = school as usize;
            (
                format!("{number:07}{letter}"),
                natures[rank / 5 % 5],
                school % 3 == 0,
                departements[rank % 5],
                school % 7 != 0,
            )
        })
        .collect()
}

/// The list of forty schools in the columns of the colleges, or of the lycées.
fn sample(like_the_lycees: bool) -> String {
    let mut text = if like_the_lycees {
        "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;\
         Code_postal;Nom_commune;Code_departement;Code_academie;Code_region;Libelle_departement;\
         Libelle_academie;Libelle_region;latitude;longitude;date_maj_ligne;etat;\
         ministere_tutelle;code_nature;libelle_nature;ENT\n"
    } else {
        "numero_uai;appellation_officielle;nature_uai_libe;secteur_public_prive_libe;\
         code_postal_uai;libelle_commune;code_departement;code_academie;code_region;\
         libelle_departement;libelle_academie;libelle_region;latitude;longitude;date_ouverture;\
         etat_etablissement_libe;libelle_ministere;nature_uai;nature_uai_libelle;ENT\n"
    }
    .to_owned();
    let places = BTreeMap::from([
        ("001", "10;84;Ain;Lyon;Auvergne-Rhône-Alpes"),
        ("02A", "27;94;Corse-du-Sud;Corse;Corse"),
        ("035", "14;53;Ille-et-Vilaine;Rennes;Bretagne"),
        ("075", "01;11;Paris;Paris;Île-de-France"),
        ("974", "28;04;La Réunion;La Réunion;La Réunion"),
    ]);
    for (uai, nature, is_equipped, departement, of_education) in forty_schools() {
        let college = nature.starts_with("34") || nature.starts_with("35");
        let kind = if college { "Collège" } else { "Lycée" };
        let ministry = if of_education { "EDUCATION NATIONALE" } else { "AGRICULTURE" };
        let equipped = if is_equipped { "oui" } else { "non" };
        let place = places[departement];
        let postal = format!("{}00", &departement[..3]).replace('A', "0");
        text += &format!(
            "{uai};{kind} Jean Moulin;{kind};Public;{postal};Rennes;{departement};{place};48.1;\
             -1.6;1973-10-25;OUVERT;MINISTERE DE L'{ministry};{nature};{kind};{equipped}\n"
        );
    }
    text
}

#[test]
fn forty_made_up_schools_count_alike_under_every_header() {
    let mut expected = Counts::new();
    for (_, nature, is_equipped, departement, of_education) in forty_schools() {
        if of_education {
            let code = departement.strip_prefix('0').unwrap_or(departement).to_owned();
            let is_lycee = ["302", "306", "320"].contains(&nature);
            let (equipped, total) = expected.entry((is_lycee, code)).or_insert((Some(0), Some(0)));
            *equipped = equipped.map(|count| count + u32::from(is_equipped));
            *total = total.map(|count| count + 1);
        }
    }
    assert_eq!(expected.len(), 10, "lycées and collèges in five départements");
    for like_the_lycees in [false, true] {
        let list = sample(like_the_lycees);
        for (style_name, style) in STYLES {
            for uai in UAI_NAMES {
                let case = format!("{uai}, {style_name}, lycées: {like_the_lycees}");
                let made = opened(&restyled(&list, &style(uai), style), "liste.csv");
                assert_eq!(counts(&made), expected, "{case}: {:#?}", made.reports[0]);
                assert!(made.reports[0].is_complete(), "{case}");
            }
        }
    }
}

/// A national list, or nothing with a printed line where it is not at hand.
fn national(file: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real").join(file);
    let text = fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!("skipped: the national list {file} is not at hand");
    }
    text
}

#[test]
fn the_national_lists_count_alike_under_every_header() {
    for file in ["colleges_2024.csv", "lycees_2024.csv"] {
        let Some(list) = national(file) else { continue };
        let own = opened(&list, file);
        let expected = counts(&own);
        assert!(expected.len() > 100, "{file}");
        let headers = UAI_NAMES
            .map(|uai| (uai.to_owned(), STYLES[0]))
            .into_iter()
            .chain(STYLES[1..].iter().map(|style| (style.1(UAI_NAMES[3]), *style)));
        for (uai, (style_name, style)) in headers {
            let made = opened(&restyled(&list, &uai, style), file);
            let case = format!("{file}: {uai}, {style_name}");
            assert!(counts(&made) == expected, "{case}: {:#?}", made.reports[0].columns);
            assert_eq!(made.school_type, own.school_type, "{case}");
            assert_eq!(made.reports[0].unmatched, own.reports[0].unmatched, "{case}");
        }
    }
}
