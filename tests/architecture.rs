//! The rules of the house, checked on the text of its sources.
//!
//! `ARCHITECTURE.md` says what each rule is for. A rule is a function over one [`Source`]; the
//! tests below run it on the project, and then on made-up lines that break it, since a test that
//! can't fail says nothing.

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/lexer.rs"]
mod lexer;
#[path = "architecture/papers.rs"]
mod papers;
#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/window.rs"]
mod window;

use rules::Breach;
use source::{Source, read, read_all};

type Rule = fn(&Source) -> Vec<Breach>;

#[test]
fn every_file_stands_in_a_room() {
    holds(rules::stands_in_a_room, &["src"]);
}

#[test]
fn a_room_uses_only_the_rooms_above_it() {
    holds(rules::uses_only_rooms_above, &["src"]);
}

#[test]
fn only_the_app_knows_the_window_toolkit() {
    holds(rules::knows_no_window, &["src"]);
}

#[test]
fn only_the_app_and_the_commands_touch_the_outside_world() {
    holds(rules::touches_nothing_outside, &["src"]);
}

#[test]
fn colours_live_in_the_theme_and_the_palettes() {
    holds(rules::holds_no_colour, &["src"]);
}

#[test]
fn what_a_map_counts_is_put_into_words_in_one_place() {
    holds(rules::names_no_subject, &["src"]);
}

#[test]
fn labels_of_the_window_are_made_where_french_spaces_hold() {
    holds(window::says_its_words, &["src"]);
}

#[test]
fn sizes_and_spacings_of_the_window_stand_in_the_theme() {
    holds(window::takes_its_measures_from_the_theme, &["src"]);
}

#[test]
fn no_file_is_longer_than_500_lines() {
    holds(rules::is_short_enough, &["src", "tests", "benches"]);
}

#[test]
fn no_modules_of_a_room_stand_in_a_circle() {
    let found = circles::circles(&read_all(&["src"]), &circles::WITHOUT_CIRCLES);
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn nothing_is_left_for_later_and_no_test_is_switched_off() {
    holds(rules::is_finished, &["src", "tests", "benches"]);
}

#[test]
fn the_readme_gives_the_test_command_that_ci_runs() {
    let readme = read("README.md");
    let commands = papers::test_commands(&readme);
    let [command] = commands.as_slice() else {
        panic!("README.md: one test command expected, found {commands:?}");
    };
    assert!(papers::runs(&read(".ci/run"), command), ".ci/run: no line is `{command}`");
}

#[test]
fn every_dependency_has_its_line_in_architecture_md() {
    let (manifest, architecture) = (read("Cargo.toml"), read("ARCHITECTURE.md"));
    let mut used = papers::dependencies(&manifest);
    let mut explained = papers::explained(&architecture);
    used.sort_unstable();
    explained.sort_unstable();
    assert_eq!(used, explained, "Cargo.toml at the left, ARCHITECTURE.md at the right");
}

fn holds(rule: Rule, folders: &[&str]) {
    let sources = read_all(folders);
    assert!(!sources.is_empty(), "no source under {folders:?}");
    let breaches: Vec<String> =
        sources.iter().flat_map(rule).map(|breach| breach.to_string()).collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

mod each_rule_can_fail {
    use super::*;

    /// The rule finds as many breaches in each of these made-up sources as stated.
    fn check(rule: Rule, cases: &[(&str, &str, usize)]) {
        for &(path, text, expected) in cases {
            let found = rule(&Source::new(path, text));
            assert_eq!(found.len(), expected, "{path}: {text}\nfound {found:?}");
        }
    }

    #[test]
    fn a_file_outside_the_rooms_is_found() {
        check(
            rules::stands_in_a_room,
            &[("src/utils/mod.rs", "", 1), ("src/helpers.rs", "", 1), ("src/scene/a.rs", "", 0)],
        );
    }

    #[test]
    fn a_use_of_a_room_below_is_found() {
        check(
            rules::uses_only_rooms_above,
            &[
                ("src/scene/a.rs", "use crate::render::svg;", 1),
                ("src/scene/a.rs", "use crate::{territory::Code, app::{A, b::C}};", 2),
                ("src/scene/a.rs", "fn f() { super::super::cli::run() }", 1),
                ("src/scene/mod.rs", "use super::*;", 1),
                ("src/scene/a.rs", "mod tests { use super::*; use crate::project::P; }", 1),
                ("src/french.rs", "use crate::territory::Code;", 1),
                ("src/scene/a.rs", "use crate::disk::read;", 1),
                ("src/cli/a.rs", "use crate::disk::read;", 0),
                ("src/app/mod.rs", "use crate::cli::Arguments;", 1),
                ("src/cli/mod.rs", "use atlas_ent::app;", 1),
                ("src/scene/a.rs", "use crate::helpers::x;", 1),
                ("src/scene/a.rs", "use crate::{french, table::T, scene::S}; // crate::app", 0),
                ("src/scene/a.rs", "pub(in super::super) fn f() {}", 0),
                ("src/main.rs", "fn main() { atlas_ent::cli::run(atlas_ent::app::run) }", 0),
            ],
        );
    }

    #[test]
    fn a_mention_of_the_window_toolkit_is_found() {
        check(
            rules::knows_no_window,
            &[
                ("src/scene/a.rs", "use egui::Pos2;", 1),
                ("src/main.rs", "fn f() -> eframe::Result { walkers::f() }", 2),
                ("src/cli/mod.rs", "use egui_material_icons as icons; use rfd;", 2),
                ("src/scene/a.rs", "//! Unlike egui.\nconst A: &str = \"egui\";", 0),
                ("src/app/map.rs", "use egui::Pos2;", 0),
            ],
        );
    }

    #[test]
    fn a_reach_for_the_outside_world_is_found() {
        check(
            rules::touches_nothing_outside,
            &[
                ("src/table/a.rs", "use std::fs::File;", 1),
                ("src/table/a.rs", "use std::{env, fmt, time::{Duration, Instant}};", 2),
                ("src/table/a.rs", "fn f() { std::thread::spawn(g); println!(\"{}\", 1); }", 2),
                ("src/table/a.rs", "use std::net::TcpStream; use std::process;", 2),
                ("src/table/a.rs", "fn f() { std::time::SystemTime::now(); }", 1),
                ("src/coverage/a.rs", "use jiff::{Zoned, civil::Date};", 1),
                ("src/coverage/a.rs", "fn f() { jiff::Zoned::now(); jiff::Timestamp::now(); }", 2),
                ("src/coverage/a.rs", "use jiff as time; fn f() { time::Zoned::now(); }", 1),
                ("src/coverage/a.rs", "fn f(now: u8) { jiff::civil::date(2011, 10, 31); }", 0),
                ("src/table/a.rs", "#[cfg(test)] mod tests { use std::fs; } use std::fs;", 1),
                ("src/table/a.rs", "use std::time::Duration; const A: &str = env!(\"A\");", 0),
                ("src/cli/a.rs", "use std::fs;", 0),
            ],
        );
    }

    #[test]
    fn a_colour_outside_the_theme_is_found() {
        check(
            rules::holds_no_colour,
            &[
                ("src/app/map.rs", "let c = Color32::from_rgb(8, 81, 156);", 1),
                ("src/app/map.rs", "let c = egui::Color32::RED; Color32::from_gray(0x80);", 2),
                ("src/scene/a.rs", "let c = Color::new(8, 81, 156); let d = Rgb(1, 2, 3);", 2),
                ("src/scene/a.rs", "let c = Color { r: 8, g: 81, b: 156 };", 1),
                (
                    "src/scene/a.rs",
                    "let c = \"#08519c\"; let d = r##\"<path fill=\"#fff\"/>\"##;",
                    2,
                ),
                ("src/app/map.rs", "let c = Color32::from_rgb(c.r, c.g, c.b);", 0),
                ("src/app/map.rs", "let c = [Color32::TRANSPARENT, Color32::WHITE];", 0),
                (
                    "src/scene/a.rs",
                    "let c = [\"#N/A\", \"&#233;\", \"url(#abc)\", \"#{r:02x}\"];",
                    0,
                ),
                ("src/scene/a.rs", "#[cfg(test)] mod tests { const A: &str = \"#08519c\"; }", 0),
                ("src/app/theme.rs", "const INK: Color32 = Color32::from_rgb(8, 81, 156);", 0),
            ],
        );
    }

    #[test]
    fn a_long_file_is_found() {
        let (long, limit) = ("\n".repeat(501), "\n".repeat(500));
        check(rules::is_short_enough, &[("src/a.rs", &long, 1), ("src/a.rs", &limit, 0)]);
    }

    #[test]
    fn a_circle_of_modules_is_found_through_what_a_parent_hands_on() {
        let sources = |texts: &[(&str, &str)]| -> Vec<Source> {
            texts.iter().map(|(path, text)| Source::new(path, text)).collect()
        };
        let told = |texts: &[(&str, &str)]| -> Vec<String> {
            let found = circles::circles(&sources(texts), &["room"]);
            found.iter().map(ToString::to_string).collect()
        };
        let parent = ("src/room/mod.rs", "mod a; mod b; pub use a::A; use b::{B, of::C};");
        let (a, b) = (("src/room/a.rs", "use super::B;"), ("src/room/b.rs", "use crate::room::A;"));
        let circle = "src/room/a.rs:1: a circle of modules: \
                      crate::room::a → crate::room::b → crate::room::a";
        assert_eq!(told(&[parent, a, b]), [circle]);
        assert_eq!(told(&[parent, a, ("src/room/b.rs", "use super::a::A;")]), [circle]);
        assert_eq!(told(&[parent, a, ("src/room/b.rs", "fn f() { super::A::new() }")]), [circle]);
        let deeper = ("src/room/c/d.rs", "use super::super::{A, e::E};");
        let around = [
            ("src/room/a.rs", "use super::e::E;"),
            ("src/room/e.rs", "use super::c::D;"),
            ("src/room/c/mod.rs", "mod d; pub use d::D;"),
            deeper,
        ];
        assert_eq!(told(&[&[parent][..], &around].concat()).len(), 1);

        let tests = ("src/room/b.rs", "#[cfg(test)] mod tests { use crate::room::A; }");
        assert_eq!(told(&[parent, a, tests]), [""; 0], "tests may");
        assert_eq!(told(&[parent, a, ("src/room/b.rs", "use super::c;")]), [""; 0]);
        let child = ("src/room/mod.rs", "mod a; pub struct P; pub fn f(a: a::A) {}");
        assert_eq!(told(&[child, ("src/room/a.rs", "use super::P;")]), [""; 0], "its parent");
        let elsewhere = [("src/other/a.rs", "use super::b;"), ("src/other/b.rs", "use super::a;")];
        assert_eq!(told(&elsewhere), [""; 0]);
    }

    #[test]
    fn words_of_a_subject_elsewhere_are_found() {
        check(
            rules::names_no_subject,
            &[
                ("src/scene/a.rs", "const A: &str = \"Part des lycées équipés d’un ENT\";", 1),
                ("src/app/a.rs", "fn f() { ui.label(\"équipé d'un ENT\") }", 1),
                ("src/app/a.rs", "/// « équipés d’un ENT »\nfn f() { \"équipés\" }", 0),
                ("src/app/a.rs", "mod tests { const A: &str = \"où l’ENT est utilisé\"; }", 1),
                ("src/coverage/subject/a.rs", "fn f() { \"où l’ENT est utilisé\" }", 0),
            ],
        );
    }

    #[test]
    fn a_label_made_elsewhere_is_found() {
        check(
            window::says_its_words,
            &[
                ("src/app/panels/a.rs", "fn f() { ui.label(\"a\\u{202f}: b\"); }", 1),
                ("src/app/a.rs", "fn f() { button.on_hover_text(\"a\"); }", 1),
                ("src/app/a.rs", "fn f() { ui.button(format!(\"{a}\")); Button::new(name); }", 2),
                ("src/app/a.rs", "fn f() { CollapsingHeader::new(\"« a »\"); ui.radio(a, b); }", 2),
                ("src/app/a.rs", "fn f() { ui.button(\"Annuler\"); ui.button(held(ui, a)); }", 0),
                ("src/app/a.rs", "fn f() { ui.say(reply.label()).explained(\"a\"); }", 0),
                ("src/app/words.rs", "fn f() { self.on_hover_text(words) }", 0),
            ],
        );
    }

    #[test]
    fn a_measure_outside_the_theme_is_found() {
        check(
            window::takes_its_measures_from_the_theme,
            &[
                ("src/app/a.rs", "fn f() { ui.add_space(6.0); text.size(13.0) }", 2),
                ("src/app/a.rs", "fn f() { Margin::symmetric(10, 8); Stroke::new(1.5, c) }", 2),
                ("src/app/a.rs", "fn f() { vec2(ui.available_width(), 22.0) }", 1),
                ("src/app/a.rs", "fn f() { ui.spacing_mut().item_spacing.y = 2.0; }", 1),
                ("src/app/panels/a.rs", "const WIDTH: f32 = 440.0;", 1),
                ("src/app/a.rs", "fn f() { vec2(0.0, size.row * 2.0); add_space(s.small); }", 0),
                ("src/app/theme/a.rs", "fn f() { vec2(6.0, 6.0) }", 0),
                ("src/scene/a.rs", "fn f() { vec2(6.0, 6.0) }", 0),
                ("src/app/a.rs", "#[cfg(test)] mod tests { fn f() { vec2(6.0, 6.0) } }", 0),
            ],
        );
    }

    #[test]
    fn unfinished_work_is_found() {
        check(
            rules::is_finished,
            &[
                ("src/a.rs", "fn f() { todo!() } fn g() { unimplemented!(\"h\") }", 2),
                ("tests/a.rs", "#[test] #[ignore = \"slow\"] fn f() { dbg!(1); }", 2),
                ("src/a.rs", "// todo!()\nfn f() { g(\"dbg!\", todo) }", 0),
            ],
        );
    }

    #[test]
    fn a_breach_names_its_file_its_line_and_what_is_wrong() {
        let source = Source::new("src/scene/a.rs", "//! Drawing.\n\nuse crate::render::svg;");
        let found = rules::uses_only_rooms_above(&source);
        let seen: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(seen, ["src/scene/a.rs:3: `scene` must not use `crate::render::svg`"]);
    }

    #[test]
    fn another_test_command_is_found() {
        let readme = "```sh\n.ci/prepare tests cargo test\n```\n";
        assert_eq!(papers::test_commands(readme), [".ci/prepare tests cargo test"]);
        assert!(papers::runs(
            "#!/bin/sh\n.ci/prepare tests cargo test\n",
            papers::test_commands(readme)[0]
        ));
        assert!(!papers::runs(
            ".ci/prepare tests cargo test --lib",
            papers::test_commands(readme)[0]
        ));
    }

    #[test]
    fn a_dependency_without_its_line_is_found() {
        let manifest = "[package]\nname = \"a\"\n[dependencies]\ncsv = \"1\"\n# png\n\
                        serde.workspace = true\n[dev-dependencies.nix]\nversion = \"1\"\n\
                        [profile.dev.package]\nserde.opt-level = 3\n";
        assert_eq!(papers::dependencies(manifest), ["csv", "serde", "nix"]);
        let architecture =
            "| `cli` | a room |\n\n## Dependencies\n\n| `csv` | reads |\n\n## After\n| `x` |";
        assert_eq!(papers::explained(architecture), ["csv"]);
    }
}
