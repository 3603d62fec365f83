//! The page that `export` draws.

use quick_xml::{Reader, escape::unescape, events::Event};

/// What a reader reads of it: its texts, its title and its description.
pub fn texts(svg: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(svg);
    let mut texts = String::new();
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) if depth > 0 || is_text(tag.local_name().as_ref()) => depth += 1,
            Event::End(_) if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    texts.push(' ');
                }
            }
            Event::Text(text) if depth > 0 => {
                texts.push_str(&text);
            }
            Event::GeneralRef(name) if depth > 0 => {
                let written = format!("&{};", &*name);
                let letter = unescape(&written).map_err(|error| error.to_string())?;
                texts.push_str(&letter);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(texts.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn is_text(name: &str) -> bool {
    matches!(name, "text" | "title" | "desc")
}
