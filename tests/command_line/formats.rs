//! One page in every format, painted by programs that know nothing of ours: all of them show the
//! same, and every text is found in each.

use std::{fs, process::Command};

use image::{RgbImage, imageops::FilterType};

use crate::{desk::Desk, drawing::Drawing};

const PAGES: [&str; 7] = [
    "--type college",
    "--exemple --type lycee --niveau academie --date 2025",
    "--type lycee --niveau region --limites depuis-2016",
    "--type college --representation stade",
    "--exemple --type college --lieu 38 --format a4 --avec nord",
    "--exemple --type college --modele evolution --format a4-paysage",
    "--type college --modele diapositive --format diapositive",
];
const WIDTH: u32 = 1200;
/// Of full scale: the bar of a page that is the same to the eye.
const MOST_DIFFERENT: f64 = 0.02;

fn has(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok()
        || Command::new(program).arg("-v").output().is_ok();
    if !found {
        println!("skipped: {program} is not installed");
    }
    found
}

fn ran(desk: &Desk, program: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program)
        .args(arguments)
        // The faces of the page, for a program that does not read those in an SVG.
        .env("FONTCONFIG_FILE", desk.path().join("fonts.conf"))
        .current_dir(desk.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{program}: {output:?}");
    output.stdout
}

/// The page as a picture on paper.
fn picture(bytes: &[u8]) -> RgbImage {
    let mut picture = image::load_from_memory(bytes).unwrap().to_rgba8();
    for pixel in picture.pixels_mut() {
        let opacity = u32::from(pixel[3]);
        let over = |part: u8| (u32::from(part) * opacity + 255 * (255 - opacity)) / 255;
        pixel.0 = [over(pixel[0]) as u8, over(pixel[1]) as u8, over(pixel[2]) as u8, 255];
    }
    image::DynamicImage::ImageRgba8(picture).to_rgb8()
}

/// Mean difference of two pictures, in parts of full scale.
fn difference(one: &RgbImage, other: &RgbImage) -> f64 {
    let other = image::imageops::resize(other, one.width(), one.height(), FilterType::Triangle);
    let parts = one.as_raw().iter().zip(other.as_raw());
    let sum: u64 = parts.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / (255.0 * one.as_raw().len() as f64)
}

fn with_fonts(desk: &Desk) {
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
    let cache = desk.path().join("cache");
    let file = format!(
        "<?xml version=\"1.0\"?><fontconfig><dir>{fonts}</dir><cachedir>{}</cachedir></fontconfig>",
        cache.display()
    );
    desk.write("fonts.conf", file);
}

#[test]
fn a_page_looks_the_same_in_every_format() {
    let desk = Desk::new();
    with_fonts(&desk);
    for options in PAGES {
        let command = format!("export {options} --largeur {WIDTH}");
        let ours = picture(&desk.made(&command, "page.png"));
        let mut seen = Vec::new();
        if has("pdftoppm") {
            desk.made(&command, "page.pdf");
            let width = WIDTH.to_string();
            let arguments = [
                "-png",
                "-singlefile",
                "-scale-to-x",
                &width,
                "-scale-to-y",
                "-1",
                "page.pdf",
                "pdf",
            ];
            ran(&desk, "pdftoppm", &arguments);
            seen.push(("PDF", fs::read(desk.path().join("pdf.png")).unwrap()));
        }
        if has("rsvg-convert") {
            desk.made(&command, "page.svg");
            let width = WIDTH.to_string();
            seen.push(("SVG", ran(&desk, "rsvg-convert", &["-w", &width, "page.svg"])));
        }
        for (format, bytes) in seen {
            let found = difference(&ours, &picture(&bytes));
            println!("{options}, {format}: {found:.4}");
            assert!(found < MOST_DIFFERENT, "{options}, {format}: {found}");
        }
    }
}

/// Words without regard to the kind of space between them, or to a break of line.
fn plain(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{a0}').collect()
}

#[test]
fn every_text_of_a_page_can_be_read_in_its_pdf() {
    if !has("pdftotext") || !has("pdfinfo") {
        return;
    }
    let desk = Desk::new();
    for options in PAGES {
        let command = format!("export {options}");
        let svg = desk.made_text(&command, "page.svg");
        desk.made(&command, "page.pdf");
        // The title of a heading is in UTF-16, which `pdfinfo` prints as it is.
        let text = |bytes: Vec<u8>| plain(&String::from_utf8_lossy(&bytes));
        let page = text(ran(&desk, "pdftotext", &["-raw", "page.pdf", "-"]));
        // What a screen reader is given, in its order.
        let read = text(ran(&desk, "pdfinfo", &["-struct-text", "page.pdf"]));
        for words in Drawing::read(&svg).texts() {
            // A text that is turned stands letter by letter in the first.
            let is_turned = words == "DONNÉES FICTIVES";
            assert!(is_turned || page.contains(&plain(words)), "{options}: « {words} »");
            assert!(read.contains(&plain(words)), "{options}: « {words} »");
        }
    }
}

#[test]
fn a_pdf_is_sound_tagged_and_named() {
    let desk = Desk::new();
    desk.made("export --type college", "page.pdf");
    if has("qpdf") {
        let said = ran(&desk, "qpdf", &["--check", "page.pdf"]);
        let said = String::from_utf8(said).unwrap();
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    }
    if has("pdfinfo") {
        let said = String::from_utf8(ran(&desk, "pdfinfo", &["page.pdf"])).unwrap();
        for line in [
            "Title:           Part des collèges équipés d’un ENT, par département",
            "Tagged:          yes",
        ] {
            assert!(said.contains(line), "« {line} » is not in {said}");
        }
        assert!(!said.contains("CreationDate"), "{said}");
    }
    if has("pdffonts") {
        let said = String::from_utf8(ran(&desk, "pdffonts", &["page.pdf"])).unwrap();
        let fonts: Vec<&str> = said.lines().skip(2).collect();
        let embedded = |line: &&str| line.contains("SourceSans3") && line.contains(" yes yes yes ");
        assert!(fonts.len() == 2 && fonts.iter().all(embedded), "{said}");
    }
}

#[test]
fn a_pdf_of_the_country_and_of_a_place_are_small() {
    let desk = Desk::new();
    for options in PAGES {
        let bytes = desk.made(&format!("export {options}"), "page.pdf");
        // Twelve small maps weigh less than four large ones.
        let most = if options.contains("evolution") { 12 * 250_000 } else { 1_000_000 };
        assert!(bytes.len() < most, "{options}: {} bytes", bytes.len());
    }
}
