//! What `export` and `exemple` write.

use std::collections::BTreeSet;

use resvg::usvg;
use serde_json::Value;

use crate::{desk::Desk, drawing::Drawing};

const COLLEGES: &str = "export --type college";
const EXAMPLE: &str = "export --type college --exemple";

/// Width, height, pixels a metre.
fn png(bytes: &[u8]) -> (u32, u32, u32) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let first = pixels[0];
    assert!(pixels.iter().any(|value| *value != first), "a blank picture");
    (frame.width, frame.height, reader.info().pixel_dims.unwrap().xppu)
}

/// The codes of the embedded outlines, from the file itself.
fn departements() -> BTreeSet<String> {
    let file: Value =
        serde_json::from_slice(include_bytes!("../../geodata/departements.geojson")).unwrap();
    let features = file["features"].as_array().unwrap();
    features.iter().map(|f| f["properties"]["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_same_command_writes_the_same_bytes() {
    let desk = Desk::new();
    for command in [COLLEGES, EXAMPLE] {
        for (one, two) in [("a.svg", "b.svg"), ("a.png", "b.png"), ("a.pdf", "b.pdf")] {
            assert!(desk.made(command, one) == desk.made(command, two), "{command} {one}");
        }
    }
    assert!(desk.made("exemple", "a.csv") == desk.made("exemple", "b.csv"));
}

#[test]
fn nothing_but_the_picture_is_left_in_the_folder() {
    let desk = Desk::new();
    desk.made(COLLEGES, "carte.svg");
    assert_eq!(desk.names(), ["carte.svg"]);
}

#[test]
fn a_picture_is_1600_pixels_wide_unless_told_otherwise() {
    let desk = Desk::new();
    let (width, height, density) = png(&desk.made(COLLEGES, "carte.png"));
    assert_eq!(width, 1600);
    assert!((1000..1300).contains(&height), "{height}");
    assert_eq!(density, 6047, "153.6 pixels an inch: the page is 1000/96 inches wide");
}

#[test]
fn the_width_that_is_asked_for_is_obeyed_and_keeps_the_shape() {
    let desk = Desk::new();
    let (width, height, _) = png(&desk.made(&format!("{COLLEGES} --largeur 800"), "a.png"));
    let (narrow, low, _) = png(&desk.made(&format!("{COLLEGES} --largeur 200"), "b.png"));
    assert_eq!((width, narrow), (800, 200));
    assert!(height.abs_diff(low * 4) <= 4, "{height} and {low}");
}

#[test]
fn the_drawing_is_valid_and_can_be_painted() {
    let svg = Desk::new().made_text(COLLEGES, "carte.svg");
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
    assert_eq!(tree.size().width(), 1000.0);
    assert!(tree.size().height() > 500.0);
}

#[test]
fn the_drawing_holds_its_title_its_legend_and_its_sources() {
    let svg = Desk::new().made_text(COLLEGES, "carte.svg");
    let drawing = Drawing::read(&svg);
    let title = "Part des collèges équipés d’un ENT, par département";
    assert_eq!(drawing.title(), title);
    // Where a line may not break is a matter of layout, not of words.
    let texts = drawing.texts().join("\n").replace('\u{a0}', " ");
    for words in [
        title,
        "Situation connue au 31 octobre 2011",
        "de 60 à moins de 80\u{202f}%",
        "plus de 0 à moins de 20\u{202f}%",
        "Aucune source",
        "Source sans ce chiffre",
        "seuils fixes",
        "101 départements",
        "200\u{202f}km",
        "Lecture\u{202f}:",
        "Source\u{202f}:",
        "IGN, ADMIN EXPRESS COG 2024, Licence Ouverte 2.0",
        "Lambert-93",
        "Guadeloupe",
        "La Réunion",
    ] {
        assert!(texts.contains(words), "« {words} » is not in:\n{texts}");
    }
}

#[test]
fn a_map_of_usage_says_everywhere_that_the_ent_is_used() {
    let desk = Desk::new();
    desk.write(
        "a.csv",
        "code;type;date;mesure;taux\n01;lycée;2012;usage;40\n38;lycée;2012;usage;55\n",
    );
    let options = "--type lycee --niveau departement --mesure usage --donnees a.csv";
    let svg = desk.made_text(&format!("export {options}"), "usage.svg");
    assert_eq!(
        Drawing::read(&svg).title(),
        "Part des lycées où l’ENT est utilisé, par département"
    );
    assert!(svg.contains("55\u{202f}% des lycées utilisent un ENT"), "{svg}");
    assert!(!svg.contains("équipés d’un ENT"));
    let table = desk.made_text(&format!("tableau {options}"), "usage.csv");
    assert!(table.contains("Taux de lycées utilisateurs;Lycées utilisateurs"), "{table}");
    assert!(!table.contains("équipés"), "{table}");
}

#[test]
fn the_line_of_the_source_names_the_file_and_its_column() {
    let desk = Desk::new();
    desk.write("enquete.csv", "code;taux\n01;40\n38;55\n2A;12\n");
    let options = "export --type lycee --niveau departement --donnees enquete.csv";
    let svg = desk.made_text(options, "a.svg");
    let source = "Source\u{202f}: enquete.csv (3 observations), colonne « taux »";
    assert!(svg.contains(source), "{svg}");
}

#[test]
fn every_departement_is_one_path_with_its_code_and_its_words() {
    let svg = Desk::new().made_text(COLLEGES, "carte.svg");
    let places = Drawing::read(&svg).places();
    let zoom = ["75", "92", "93", "94"].map(|code| format!("departement-{code}-zoom"));
    let codes = departements();
    assert_eq!(codes.len(), 101);
    let expected: BTreeSet<String> =
        codes.iter().map(|code| format!("departement-{code}")).chain(zoom).collect();
    assert_eq!(places.len(), 105);
    assert_eq!(places.iter().map(|place| place.id.clone()).collect::<BTreeSet<_>>(), expected);
    for place in &places {
        let (name, value) = place.title.split_once("\u{202f}: ").unwrap();
        assert!(!name.is_empty() && !value.is_empty(), "{place:?}");
    }
}

#[test]
fn regions_and_academies_of_both_editions_have_their_paths() {
    let desk = Desk::new();
    for (options, level, count) in [
        ("", "region-", 27),
        ("--limites depuis-2016", "region-", 18),
        // Mayotte, a vice-rectorat until 2020, is drawn as out of scope.
        ("--niveau academie", "academie-", 30 + 1),
        ("--niveau academie --limites depuis-2016", "academie-", 30),
    ] {
        let svg = desk.made_text(&format!("export {options}"), "carte.svg");
        let places = Drawing::read(&svg).places();
        let kept = places.iter().filter(|place| !place.id.ends_with("-zoom"));
        assert_eq!(kept.clone().count(), count, "{options}");
        assert!(kept.clone().all(|place| place.id.starts_with(level)), "{options}");
    }
}

#[test]
fn fictitious_data_say_so_and_facts_do_not() {
    let desk = Desk::new();
    let (facts, example) = (desk.made_text(COLLEGES, "a.svg"), desk.made_text(EXAMPLE, "b.svg"));
    let says = |svg: &str| Drawing::read(svg).texts().contains(&"DONNÉES FICTIVES");
    assert!(says(&example) && !says(&facts));
    assert!(!facts.contains("FICTIVES") && !facts.contains("fictif"));
}

#[test]
fn text_stays_text_in_the_typeface_that_the_file_carries() {
    let desk = Desk::new();
    for command in [COLLEGES, EXAMPLE] {
        let svg = desk.made_text(command, "carte.svg");
        assert_eq!(svg.matches("@font-face").count(), 2, "regular and semi-bold");
        let style = svg.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
        assert!(style.len() < 60_000, "{} bytes of typeface", style.len());
        assert!(Drawing::read(&svg).texts().len() > 20);
    }
}

#[test]
fn the_example_is_a_table_of_every_departement() {
    let desk = Desk::new();
    let text = desk.made_text("exemple", "exemple.csv");
    assert_eq!(text.as_bytes(), include_bytes!("../../geodata/exemple-fictif.csv"));
}
