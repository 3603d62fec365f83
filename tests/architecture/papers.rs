//! What the README, `ARCHITECTURE.md`, `Cargo.toml` and `.ci/run` say about each other.

/// The commands of the README that run the tests: the lines that begin with `.ci/prepare tests`.
pub fn test_commands(readme: &str) -> Vec<&str> {
    readme.lines().map(str::trim).filter(|line| line.starts_with(".ci/prepare tests ")).collect()
}

/// Whether a script runs this command, as a line of its own.
pub fn runs(script: &str, command: &str) -> bool {
    script.lines().any(|line| line.trim() == command)
}

/// The direct dependencies of a `Cargo.toml`, those of development included, in order.
pub fn dependencies(manifest: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut is_inside = false;
    for line in manifest.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let table = section.rsplit_once('.').filter(|(head, _)| head.ends_with("dependencies"));
            names.extend(table.map(|(_, name)| name));
            is_inside = section.ends_with("dependencies");
        } else if is_inside && !line.starts_with('#') {
            let name = line.split(['=', '.']).next().map_or("", str::trim);
            names.extend((!name.is_empty()).then_some(name));
        }
    }
    names
}

/// The names in the first column of the Markdown table under « Dependencies »: ``| `csv` | … |``.
pub fn explained(architecture: &str) -> Vec<&str> {
    let section = architecture.split_once("\n## Dependencies").map_or("", |(_, rest)| rest);
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split_once('`').map(|(name, _)| name)).collect()
}
