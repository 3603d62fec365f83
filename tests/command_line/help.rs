//! `--help` is in French and names every option.

use std::collections::BTreeSet;

use crate::desk::{Desk, FINE};

const ARGUMENTS: &str = concat!(
    include_str!("../../src/cli/arguments/mod.rs"),
    include_str!("../../src/cli/arguments/choices.rs"),
    include_str!("../../src/cli/arguments/export.rs"),
    include_str!("../../src/cli/arguments/page.rs"),
    include_str!("../../src/cli/arguments/tables.rs"),
);

/// Where the words stand that shared options take.
const CHOICES: &str = include_str!("../../src/cli/arguments/choices.rs");

fn help(arguments: &str) -> String {
    let outcome = Desk::new().run(arguments);
    assert_eq!((outcome.code, outcome.complained.as_str()), (Some(FINE), ""), "{arguments}");
    outcome.said
}

/// The options that a function of the parser accepts, as typed: `--sortie`, `-h`. Read from its
/// source, so that an option cannot be added without its line of help.
fn options(function: &str) -> BTreeSet<String> {
    let start = ARGUMENTS.find(&format!("fn {function}(")).unwrap();
    let body = ARGUMENTS[start..].split("\n}\n").next().unwrap();
    let mut options = BTreeSet::new();
    for (pattern, dashes, quote) in [("Arg::Long(", "--", '"'), ("Arg::Short(", "-", '\'')] {
        for names in body.split(pattern).skip(1) {
            let names = names.split(')').next().unwrap();
            options.extend(names.split(quote).skip(1).step_by(2).map(|n| format!("{dashes}{n}")));
        }
    }
    options
}

/// The options of a command that shows data: its own and the shared ones.
fn options_with_choices(function: &str) -> BTreeSet<String> {
    options(function).into_iter().chain(options("read_choice")).collect()
}

/// Whether a text has a word as a whole: `--type` is not in `--types`.
fn names(text: &str, word: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(|known| known == word)
}

fn assert_names_all(help: &str, options: &BTreeSet<String>) {
    for option in options {
        assert!(names(help, option), "{option} is not in:\n{help}");
    }
}

/// The words that options take: const LEVELS: … = [("region", Level::Region), …];
fn words_taken(source: &str) -> BTreeSet<&str> {
    let choices = source.split("\nconst ").skip(1).flat_map(|constant| {
        let table = constant.split(';').find(|part| part.contains("= ") || part.contains("=\n"));
        let table = table.and_then(|part| part.split_once('=')).map_or("", |(_, table)| table);
        table.split('"').skip(1).step_by(2).collect::<Vec<_>>()
    });
    choices.collect()
}

#[test]
fn the_options_are_found_in_the_parser() {
    let found = options_with_choices("parse_export");
    for known in ["--sortie", "--type", "--niveau", "--date", "--help", "--aide", "-h"] {
        assert!(found.contains(known), "{known} is not in {found:?}");
    }
    assert!(options("parse").contains("-V") && options("parse_example").contains("--sortie"));
}

#[test]
fn the_general_help_names_every_option_and_every_command() {
    let help = help("--help");
    assert_names_all(&help, &options("parse"));
    let is_command = |line: &&str| line.contains("command == \"");
    let commands: Vec<&str> = ARGUMENTS
        .lines()
        .filter(is_command)
        .filter_map(|line| line.split("command == \"").nth(1)?.split('"').next())
        .collect();
    assert_eq!(commands, ["export", "exemple", "verifier", "tableau", "modele"]);
    assert!(commands.iter().all(|command| help.contains(&format!("atlas-ent {command}"))));
    assert!(help.contains("Code de retour"), "{help}");
}

#[test]
fn the_help_of_export_names_every_option_and_every_word_that_it_takes() {
    let help = help("export --help");
    assert_names_all(&help, &options_with_choices("parse_export"));
    assert_names_all(&help, &options("read_page_option"));
    let mut choices = words_taken(CHOICES);
    choices.extend(words_taken(include_str!("../../src/cli/arguments/page.rs")));
    choices.extend(atlas_ent::scene::Block::ALL.map(atlas_ent::scene::Block::id));
    assert!(choices.contains("academie") && choices.contains("avant-2016"), "{choices:?}");
    for word in choices {
        assert!(names(&help, word), "{word} is not in:\n{help}");
    }
    assert!([".png", ".svg", "1600", "2011-10"].iter().all(|word| help.contains(word)), "{help}");
}

#[test]
fn the_help_of_exemple_names_every_option() {
    let mut options = options("parse_example");
    // Whoever reads it has found these.
    options.retain(|option| !["-h", "--help", "--aide"].contains(&option.as_str()));
    assert_names_all(&help("exemple --help"), &options);
}

#[test]
fn the_help_of_verifier_names_every_option() {
    assert_names_all(&help("verifier --help"), &options("parse_check"));
}

#[test]
fn the_help_of_tableau_names_every_option_and_every_word_that_it_takes() {
    let help = help("tableau --help");
    assert_names_all(&help, &options_with_choices("parse_table"));
    for word in words_taken(CHOICES) {
        assert!(names(&help, word), "{word} is not in:\n{help}");
    }
    assert!([".csv", ".xlsx", "2011-10"].iter().all(|word| help.contains(word)), "{help}");
}

#[test]
fn the_help_of_modele_names_every_option_and_every_word_that_it_takes() {
    let help = help("modele --help");
    assert_names_all(&help, &options("parse_template"));
    for word in words_taken(include_str!("../../src/cli/arguments/tables.rs")) {
        assert!(names(&help, word), "{word} is not in:\n{help}");
    }
    assert!([".csv", ".xlsx"].iter().all(|word| help.contains(word)), "{help}");
}

#[test]
fn every_help_is_in_french() {
    for command in [
        "--help",
        "export --help",
        "exemple --help",
        "verifier --help",
        "tableau --help",
        "modele --help",
    ] {
        let help = help(command);
        assert!(help.contains("Utilisation"), "{help}");
        for foreign in ["Usage:", "Options:", "Commands", "default", "print ", "output", "file "] {
            assert!(!help.contains(foreign), "« {foreign} » in:\n{help}");
        }
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
}

#[test]
fn help_is_the_same_under_its_three_names_and_whatever_else_is_asked() {
    let whole = help("export --help");
    for arguments in ["export -h", "export --aide", "export --type college --help"] {
        assert_eq!(help(arguments), whole, "{arguments}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(help("--version"), format!("atlas-ent {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(help("-V"), help("--version"));
}
