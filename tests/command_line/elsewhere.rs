//! An exported SVG in programs that know neither our typeface nor, some of them, the lengths of its
//! lines: no text leaves the page or its column.

use std::{fmt::Write as _, process::Command};

use resvg::usvg::roxmltree::{Document, Node};

use crate::desk::Desk;

/// Programs that paint a drawing, and how many of the pages are tried: Inkscape takes its time.
const PROGRAMS: [(&str, usize); 2] = [("rsvg-convert", PAGES.len()), ("inkscape", 1)];

const PAGES: [&str; 4] = [
    "--exemple --type lycee --niveau academie --date 2025",
    "--type college",
    "--type lycee --niveau region --limites depuis-2016",
    "--type college --representation stade",
];

/// Paper around the page, on which what runs off it is seen.
const AROUND: f32 = 300.0;
/// From the middle of a text that is looked at to that of the next.
const ROW: f32 = 180.0;

#[test]
fn no_text_leaves_the_page_or_its_column_in_another_program() {
    let desk = Desk::new();
    for (program, pages) in PROGRAMS {
        if Command::new(program).arg("--version").output().is_err() {
            println!("skipped: {program} is not installed");
            continue;
        }
        for options in &PAGES[..pages] {
            let svg = desk.made_text(&format!("export {options}"), "page.svg");
            let page = Document::parse(&svg).unwrap();
            let number = |node: &Node<'_, '_>, name| -> f32 {
                node.attribute(name).unwrap_or("0").parse().unwrap()
            };
            let width = number(&page.root_element(), "width");
            let bars = rects(&page).filter(|rect| rect.attribute("height") == Some("6"));
            let bars = bars.map(|bar| number(&bar, "x")).fold(width, f32::min);
            let texts: Vec<Node<'_, '_>> =
                page.descendants().filter(|node| node.has_tag_name("text")).collect();
            desk.write("rows.svg", rows(&texts, width));
            let output = Command::new(program)
                .args(["-o", "seen.png", "rows.svg"])
                .current_dir(desk.path())
                .output()
                .unwrap();
            assert!(output.status.success(), "{program}: {output:?}");
            let inks = inks(&desk.read("seen.png"), texts.len());
            for (text, [left, right]) in texts.iter().zip(inks) {
                let said = text.text().unwrap();
                if let Some(turn) = text.attribute("transform") {
                    let angle = turn.trim_start_matches("rotate(").split(' ').next().unwrap();
                    let level = (right - left) * angle.parse::<f32>().unwrap().to_radians().cos();
                    assert!(level <= width, "{program}: « {said} » is {level} wide");
                    continue;
                }
                assert!(left >= 0.0 && right <= width, "{program}: « {said} » {left} to {right}");
                // A line of the legend stands between its swatch and its bar.
                let is_line = number(text, "x") > bars - 200.0
                    && text.attribute("font-size") == Some("13")
                    && text.attribute("text-anchor").is_none();
                assert!(!is_line || right < bars, "{program}: « {said} » ends at {right}");
            }
        }
    }
}

fn rects<'a>(page: &'a Document<'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    page.descendants().filter(|node| node.has_tag_name("rect"))
}

/// The texts of a page as they are, but level and below one another, each as far to the right as it
/// was.
fn rows(texts: &[Node<'_, '_>], width: f32) -> String {
    let (all, height) = (width + 2.0 * AROUND, ROW * texts.len() as f32);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all}\" height=\"{height}\" \
         viewBox=\"-{AROUND} 0 {all} {height}\" \
         font-family=\"'Source Sans 3', 'Source Sans Pro', Arial, sans-serif\">\
         <rect x=\"-{AROUND}\" width=\"{all}\" height=\"{height}\" fill=\"white\"/>"
    );
    for (row, text) in texts.iter().enumerate() {
        svg.push_str("<text fill=\"black\"");
        for attribute in text.attributes() {
            let value = match attribute.name() {
                "y" => format!("{}", (row as f32 + 0.7) * ROW),
                "transform" | "fill" | "fill-opacity" | "stroke" => continue,
                _ => attribute.value().to_owned(),
            };
            let _ = write!(svg, " {}=\"{value}\"", attribute.name());
        }
        let said = text.text().unwrap().replace('&', "&amp;").replace('<', "&lt;");
        let _ = write!(svg, ">{said}</text>");
    }
    svg + "</svg>"
}

/// From where to where there is ink in each row, in page units.
fn inks(png: &[u8], rows: usize) -> Vec<[f32; 2]> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (width, samples) = (frame.width as usize, frame.color_type.samples());
    let height = frame.height as usize / rows;
    let ink = |row: usize| {
        let lines = (row * height..(row + 1) * height).map(|y| &pixels[y * frame.line_size..]);
        let columns = lines.flat_map(|line| {
            (0..width).filter(move |x| line[x * samples..][..3].iter().any(|part| *part < 128))
        });
        let [left, right] = columns.fold([width, 0], |[l, r], x| [l.min(x), r.max(x + 1)]);
        [left as f32 - AROUND, right as f32 - AROUND]
    };
    (0..rows).map(ink).collect()
}
