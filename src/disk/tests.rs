use super::*;

#[test]
fn what_was_written_is_read_and_nothing_else_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("carte.svg");
    write(&path, b"un").unwrap();
    write(&path, b"deux").unwrap();
    assert_eq!(read(&path).unwrap(), b"deux");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_stays_one_and_a_file_keeps_its_rights() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let [real, link, to_nothing] =
        ["vraie.csv", "lien.csv", "futur.csv"].map(|name| folder.path().join(name));
    fs::write(&real, b"un").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o600)).unwrap();
    symlink("vraie.csv", &link).unwrap();
    write(&link, b"deux").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&real).unwrap(), b"deux");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);
    symlink("pas-encore.csv", &to_nothing).unwrap();
    write(&to_nothing, b"trois").unwrap();
    assert_eq!(fs::read(folder.path().join("pas-encore.csv")).unwrap(), b"trois");
    symlink("boucle.csv", folder.path().join("boucle.csv")).unwrap();
    assert!(write(&folder.path().join("boucle.csv"), b"").is_err());
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("tube.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let error = write(&pipe, b"un").unwrap_err().to_string();
    assert!(error.contains("un tube ou un périphérique"), "{error}");
    assert!(write(folder.path(), b"un").is_err());
    assert!(write(Path::new("/dev/null"), b"un").is_err());
}

#[test]
fn a_file_of_the_persons_own_beside_it_is_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("carte.svg.partiel");
    fs::write(&own, b"a moi").unwrap();
    let path = folder.path().join("carte.svg");
    write(&path, b"un").unwrap();
    assert_eq!(fs::read(&own).unwrap(), b"a moi");
    let long = folder.path().join("é".repeat(125));
    write(&long, b"un").unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "nothing else stays");
}

#[test]
fn a_file_that_is_not_there_is_told_in_french() {
    let error = read(Path::new("nulle-part/carte.svg")).unwrap_err();
    assert!(error.is_missing());
    assert_eq!(
        error.to_string(),
        "impossible de lire « nulle-part/carte.svg »\u{202f}: \
         le fichier ou le dossier n’existe pas. Vérifiez son nom, ou choisissez-le à nouveau \
         s’il a été déplacé."
    );
}

#[test]
fn a_folder_is_told_whatever_the_system_calls_it() {
    let folder = tempfile::tempdir().unwrap();
    let error = read(folder.path()).unwrap_err().to_string();
    assert!(error.ends_with("c’est un dossier. Choisissez l’un des fichiers qu’il contient."));
}

#[test]
fn a_file_larger_than_memory_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("immense.csv");
    // Sparse: it takes no room.
    File::create(&path).unwrap().set_len(1 << 40).unwrap();
    let error = read(&path).unwrap_err().to_string();
    assert!(error.contains("il pèse 1\u{202f}099\u{202f}511 Mo"), "{error}");
}

#[test]
fn a_file_that_another_program_holds_is_told_where_the_system_says_so() {
    let violation = || io::Error::from_raw_os_error(32);
    assert!(is_held(&violation(), true));
    assert!(!is_held(&violation(), false), "a broken pipe, elsewhere");
    let fault = Fault::System(io::ErrorKind::ResourceBusy.into());
    let said = fault.sentences(Doing::Reading);
    assert!(said.contains("peut-être en cours d’enregistrement. Fermez-le"), "{said}");
}
