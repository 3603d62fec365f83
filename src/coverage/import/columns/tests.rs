//! The columns of whole tables.

use super::*;
use crate::{
    coverage::FACTS_CSV,
    table::{Table, read_csv},
    territory::{Edition, Level, REFERENCE_CSV},
};

fn table(text: &str) -> Table {
    read_csv(text.as_bytes()).unwrap().0
}

/// The word of each column's meaning, `-` where it has none.
fn words(text: &str) -> Vec<&'static str> {
    meanings(&table(text)).iter().map(|c| c.meaning.map_or("-", Meaning::word)).collect()
}

#[test]
fn the_embedded_observations_keep_the_meaning_of_their_columns() {
    let headers = "niveau code nom type date stade taux equipes total mesure perimetre statut \
                   preuve projet note source";
    assert_eq!(words(FACTS_CSV), headers.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn of_the_reference_table_each_kind_of_territory_is_known_once() {
    let columns = meanings(&table(REFERENCE_CSV));
    let found: Vec<&str> =
        columns[..9].iter().map(|c| c.meaning.map_or("-", Meaning::word)).collect();
    assert_eq!(
        found,
        [
            "code_departement",
            "nom_departement",
            "nom_academie",
            "code_region",
            "nom_region",
            "-",
            "-",
            "code_academie",
            "-",
        ]
    );
    let before = columns[3].territories.as_ref().and_then(|decision| decision.edition);
    assert_eq!(before, Some(Edition::Before2016));
    assert!(columns[5].reasons.iter().any(|why| {
        matches!(why, ColumnReason::TakenBy { header, .. } if header == "region_2011_code")
    }));
}

#[test]
fn a_table_by_territory_is_understood_from_names_that_vary() {
    assert_eq!(
        words(
            "Dépt;Taux de lycées équipés (%);Nb équipés;Nombre de lycées;Rentrée\n\
               1;91,5;22;24;rentrée 2010\n2;88;21;24;rentrée 2010\n38;100;43;43;rentrée 2010\n"
        ),
        ["code_departement", "taux", "equipes", "total", "date"]
    );
    assert_eq!(
        words("territoire;valeur;année\nAin;91,5 %;2011\nIsère;nd;2011\nRhône;12 %;2011\n"),
        ["nom_departement", "taux", "annee"]
    );
    assert_eq!(
        words("où;combien\nAlsace;91,5 %\nBretagne;4 %\nLorraine;12 %\nAuvergne;1 %\n"),
        ["nom_region", "-"],
        "percentages of what? a person is asked"
    );
}

#[test]
fn a_table_by_school_is_understood_from_names_that_vary() {
    for uai in [
        "numero_uai",
        "UAI",
        "Code établissement",
        "Identifiant_de_l_etablissement",
        "Numero_d_etablissement",
        "Code_RNE",
        "quelque chose",
    ] {
        let text = format!(
            "{uai};Nom;dep;Statut;équipés\n0380001A;Lycée A;38;Public;1\n0010002B;Lycée B;1;Privé;0\n"
        );
        let expected = ["uai", "nom_etablissement", "code_departement", "secteur", "equipe"];
        assert_eq!(words(&text), expected, "{uai}");
    }
}

#[test]
fn a_name_is_not_believed_against_the_values() {
    assert_eq!(
        words("dep;taux\n01;presque tous\n02;aucun\n38;beaucoup\n"),
        ["code_departement", "-"]
    );
    assert_eq!(words("dep;code établissement\n01;A1\n02;B2\n38;C3\n")[1], "-");
    assert_eq!(words("dep;ENT\n01;12,5\n02;25\n38;50\n")[1], "taux");
    assert_eq!(words("dep;ENT\n01;12\n02;25\n38;50\n")[1], "equipes");
    assert_eq!(words("uai;ENT\n0380001A;K-d’école\n0010002B;\n")[1], "equipe");
    let columns = meanings(&table("département\nBretagne\nNormandie\nOccitanie\n"));
    assert_eq!(columns[0].meaning, Some(Meaning::NomRegion));
}

#[test]
fn codes_of_regions_and_departements_are_told_apart_by_the_other_columns() {
    let columns = meanings(&table("code;nom\n1;Guadeloupe\n2;Martinique\n3;Guyane\n"));
    let decision = columns[0].territories.as_ref().unwrap();
    assert_eq!((columns[0].meaning, decision.level), (Some(Meaning::CodeRegion), Level::Region));
    let columns = meanings(&table("code;nom\n1;Ain\n2;Aisne\n3;Allier\n"));
    assert_eq!(columns[0].meaning, Some(Meaning::CodeDepartement));
}

#[test]
fn every_column_says_why() {
    let columns = meanings(&table("dep;% ENT;fax\n01;91,5;1\n38;12;2\n2A;0;3\n"));
    let said =
        |rank: usize| columns[rank].reasons.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert!(said(0)[0].contains("« dep » est connu"), "{:?}", said(0));
    assert_eq!(said(1)[1], "Les valeurs sont des nombres de 0 à 100.");
    assert_eq!(said(2), ["Colonne connue, sans usage ici."]);
    assert!(columns.iter().all(|column| !column.reasons.is_empty()));
}

#[test]
fn tables_without_rows_or_with_odd_cells_do_not_panic() {
    assert_eq!(words("dep;taux\n01;\n"), ["code_departement", "taux"]);
    for cell in ["²", "é", "1e999", "'", "9".repeat(99).as_str()] {
        words(&format!(
            "a;dep;taux;date;uai;nature;cp;équipé\n{cell};{cell};{cell};{cell};{cell};{cell};{cell};{cell}\n"
        ));
    }
}

/// The headers of the two national lists, with the values of one school each.
#[test]
fn the_national_lists_are_understood() {
    let colleges = "numero_uai;appellation_officielle;secteur_public_prive_libe;code_postal_uai;\
        libelle_commune;latitude;longitude;nature_uai;nature_uai_libe;etat_etablissement;\
        etat_etablissement_libe;code_departement;code_region;code_academie;code_commune;\
        libelle_departement;libelle_region;libelle_academie;position;code_ministere;date_ouverture\n\
        0071168G;Collège Charles;Privé;07270;Lamastre;44.98;4.58;340;COLLEGE;1;OUVERT;007;84;08;\
        07129;Ardèche;Auvergne-Rhône-Alpes;Grenoble;44.98, 4.58;06;1973-10-25\n\
        0350001A;Collège Jean;Public;35000;Rennes;48.1;-1.6;340;COLLEGE;1;OUVERT;035;53;14;35238;\
        Ille-et-Vilaine;Bretagne;Rennes;48.1, -1.6;06;1973-10-25\n";
    assert_eq!(
        words(colleges),
        [
            "uai",
            "nom_etablissement",
            "secteur",
            "code_postal",
            "commune",
            "latitude",
            "longitude",
            "nature",
            "libelle_nature",
            "-",
            "etat",
            "code_departement",
            "code_region",
            "code_academie",
            "code_commune",
            "nom_departement",
            "nom_region",
            "nom_academie",
            "-",
            "-",
            "-",
        ]
    );
    let lycees = "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;\
        Statut_public_prive;Code_postal;Code_commune;Nom_commune;Code_departement;Code_academie;\
        Code_region;Libelle_departement;Libelle_academie;Libelle_region;latitude;longitude;\
        date_maj_ligne;etat;code_nature;libelle_nature;etablissement_mere\n\
        0932030B;Lycée Maurice;Lycée;Public;93240;93072;Stains;093;24;11;Seine-Saint-Denis;Créteil;\
        Ile-de-France;48.95;2.36;2024-03-19;OUVERT;306;LYCEE POLYVALENT;0772751X\n\
        9741186W;Lycée Paule;Lycée;Public;97426;97423;Les Trois-Bassins;974;28;04;La Réunion;\
        La Réunion;La Réunion;-21.1;55.3;2024-03-19;OUVERT;306;LYCEE POLYVALENT;9740035V\n";
    assert_eq!(
        words(lycees),
        [
            "uai",
            "nom_etablissement",
            "type",
            "secteur",
            "code_postal",
            "code_commune",
            "commune",
            "code_departement",
            "code_academie",
            "code_region",
            "nom_departement",
            "nom_academie",
            "nom_region",
            "latitude",
            "longitude",
            "-",
            "etat",
            "nature",
            "libelle_nature",
            "-",
        ]
    );
}

#[test]
fn a_clear_name_wins_over_cells_that_are_not_read() {
    let levels = "niveau;code;taux équipés\nDEP;01;1\nDEP;38;2\nEPCI;24;3\nREG;11;4\n";
    assert_eq!(words(levels), ["niveau", "code", "taux"]);
    let numbers = "UAI;Nom;ENT\n0380033E;A;oui\nen attente;B;non\n0380034;C;non\n";
    assert_eq!(words(numbers), ["uai", "nom_etablissement", "equipe"]);
    let types = "type;dep;taux équipés\ncollège;01;1\ncolège;38;2\nclg.;2A;3\nlicée;75;3\n";
    assert_eq!(words(types)[0], "type");
}

#[test]
fn one_odd_cell_refutes_no_column_without_a_name() {
    let row = |level: &str, rank: usize| format!("{level};{:02};{rank}\n", rank + 1);
    let rows: String = (0..11).map(|rank| row("département", rank)).collect();
    let text = format!("maille géo;code;taux équipés\n{rows}{}", row("commune", 11));
    assert_eq!(words(&text)[0], "niveau");
}

#[test]
fn one_decimal_among_counts_makes_no_share_of_them() {
    let row = |rank: usize| format!("{rank:02};{}\n", rank * 3);
    let rows: String = (1..12).map(row).collect();
    assert_eq!(words(&format!("dep;collèges équipés\n{rows}38;12,5\n"))[1], "equipes");
    assert_eq!(words("dep;collèges équipés\n01;10,5\n02;100\n38;2,5\n")[1], "taux");
}

#[test]
fn the_nature_of_a_row_about_a_territory_is_a_type() {
    let text = "dep;nature;taux équipés\n01;Lycées;1\n02;Collèges;2\n38;Lycées;3\n";
    assert_eq!(words(text)[1], "type");
}

#[test]
fn the_long_form_of_the_insee_is_known() {
    let text = "GEO;GEO_OBJECT;TIME_PERIOD;OBS_VALUE\n01;DEP;2011;10\n11;REG;2011;20\n";
    assert_eq!(words(text), ["code", "niveau", "date", "taux"]);
}

#[test]
fn a_date_since_when_is_no_answer_of_its_own() {
    let text = "UAI;Nom;Date de déploiement de l’ENT;ENT\n\
                0380033E;A;01/09/2010;oui\n0380034F;B;;non\n0380035G;C;2011;oui\n";
    assert_eq!(words(text), ["uai", "nom_etablissement", "date", "equipe"]);
}

#[test]
fn a_name_of_figures_wins_over_cells_that_are_none() {
    let share = "dep;taux équipés (%)\n01;12,5\n38;env. 20\n2A;~15\n75;20-30\n69;40\n";
    assert_eq!(words(share)[1], "taux");
    assert_eq!(words("dep;taux équipés\n01;-5\n38;50\n2A;105\n75;20\n")[1], "taux");
    let count = "dep;total;équipés\n01;60;douze\n38;90;45\n2A;20;env. 7\n75;9;3\n";
    assert_eq!(words(count)[1..], ["total", "equipes"]);
    assert_eq!(words("dep;équipés\n01;oui\n38;non\n2A;oui\n")[1], "-");
}
