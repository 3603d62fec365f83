//! How long the whole program takes over a list of 60 000 schools of 40 MB, and how much memory:
//! start, reading, adding up by département, report or picture included.
//!
//! `cargo bench --bench schools`, alone on a quiet machine.

#[path = "export/whole_process.rs"]
mod whole_process;

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, ExitCode, Stdio},
    time::Duration,
};

use whole_process::{Outcome, RUNS, peak_megabytes, shown, timed};

const SCHOOLS: u32 = 60_000;
/// The bar of the issue.
const MOST_TIME: Duration = Duration::from_millis(300);
const MOST_MEGABYTES: f64 = 200.0;

/// The columns of the ministry's list, then those that a person adds.
const HEADER: &str = "numero_uai;appellation_officielle;denomination_principale;patronyme_uai;\
    secteur_public_prive_libe;adresse_uai;lieu_dit_uai;boite_postale_uai;code_postal_uai;\
    localite_acheminement_uai;libelle_commune;coordonnee_x;coordonnee_y;EPSG;latitude;longitude;\
    appariement;localisation;nature_uai;nature_uai_libe;etat_etablissement;\
    etat_etablissement_libe;code_departement;code_region;code_academie;code_commune;\
    libelle_departement;libelle_region;libelle_academie;position;secteur_prive_code_type_contrat;\
    secteur_prive_libelle_type_contrat;code_ministere;libelle_ministere;date_ouverture;\
    commentaire;ENT";

/// Départements with their région, their académie and their names.
const PLACES: [[&str; 6]; 6] = [
    ["001", "84", "10", "Ain", "Auvergne-Rhône-Alpes", "Lyon"],
    ["035", "53", "14", "Ille-et-Vilaine", "Bretagne", "Rennes"],
    ["02A", "94", "27", "Corse-du-Sud", "Corse", "Corse"],
    ["974", "04", "28", "La Réunion", "La Réunion", "La Réunion"],
    ["054", "44", "12", "Meurthe-et-Moselle", "Grand Est", "Nancy-Metz"],
    ["075", "11", "01", "Paris", "Île-de-France", "Paris"],
];

fn main() -> Outcome<ExitCode> {
    let folder = tempfile::tempdir()?;
    let (list, picture) = (folder.path().join("ecoles.csv"), folder.path().join("carte.png"));
    let text = schools();
    fs::write(&list, &text)?;
    println!(
        "{SCHOOLS} établissements, {} colonnes, {:.0} Mo, {RUNS} fois, processus entier",
        HEADER.split(';').count(),
        text.len() as f64 / 1e6
    );
    println!("{:<34}{:>10}{:>10}{:>10}{:>10}", "", "médiane", "minimum", "maximum", "mémoire");
    let mut is_within = true;
    // The lighter first: the system tells the most memory that any child held so far.
    for name in ["verifier", "export"] {
        let times = timed(|| command(name, &list, &picture))?;
        let (median, least, most) = (times[RUNS / 2], times[0], times[RUNS - 1]);
        let megabytes = peak_megabytes()?;
        let [median_ms, least, most] = [median, least, most].map(shown);
        println!(
            "{name:<34}{median_ms:>10}{least:>10}{most:>10}{:>10}",
            format!("{megabytes:.0} Mo")
        );
        is_within &= median <= MOST_TIME && megabytes <= MOST_MEGABYTES;
    }
    println!(
        "à ne pas dépasser : {} et {MOST_MEGABYTES:.0} Mo, {}",
        shown(MOST_TIME),
        if is_within { "tenu" } else { "dépassé" }
    );
    Ok(if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A list such as the ministry's, of 40 MB, in which every second school has an ENT.
fn schools() -> String {
    let mut text = String::with_capacity(44 << 20);
    text.push_str(HEADER);
    for school in 0..SCHOOLS {
        let [departement, region, academie, name, region_name, academie_name] =
            PLACES[school as usize % PLACES.len()];
        let number = 10_000 + school * 166;
        let letter = char::from(b"ABCDEFGHJKLMNPRSTUVWXYZ"[number as usize % 23]);
        let (nature, kind) = [("340", "COLLEGE"), ("302", "LYCEE D ENSEIGNEMENT GENERAL")]
            [school as usize / PLACES.len() % 2];
        let short = &departement[1..];
        // Writing to a `String` cannot fail.
        let _ = write!(
            text,
            "\r\n{number:07}{letter};Établissement public Jeanne d’Arc et Charles de Foucauld {school};\
             COLLEGE OU LYCEE PUBLIC;JEANNE D ARC ET CHARLES DE FOUCAULD;Public;{} rue de l’Église \
             et de la Préfecture, bâtiment principal;Zone d’aménagement concerté du Grand Pré;\
             BP {};{short}000;SAINT ETIENNE DU GRES SUR MER CEDEX;Saint-Étienne-du-Grès-sur-Mer;\
             824876.1;6433018.3;EPSG:2154;44.98511168476998;4.584419934777967;Parfaite;\
             Numéro de rue;{nature};{kind};1;OUVERT;{departement};{region};{academie};{short}129;\
             {name};{region_name};{academie_name};44.98511168476998, 4.584419934777967;99;\
             SANS OBJET;06;MINISTERE DE L'EDUCATION NATIONALE;1973-10-25;Relevé par l’académie \
             auprès du chef d’établissement au cours de l’enquête annuelle;{}",
            school % 300,
            school % 9_000,
            if school % 2 == 0 { "oui" } else { "non" },
        );
    }
    text.push_str("\r\n");
    text
}

fn command(name: &str, list: &Path, picture: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas-ent"));
    command.arg(name).stdout(Stdio::null());
    if name == "export" {
        command.arg("--donnees").arg(list).arg("--sortie").arg(picture);
    } else {
        command.arg(list);
    }
    command
}
