//! The rules of the window: its measures stand in the theme, its words are made in one place.

use crate::lexer::{Kind, Token};
use crate::rules::Breach;
use crate::source::Source;

/// What is given a size, a room or a width.
const MEASURED: [&str; 34] = [
    "add_space",
    "size",
    "font",
    "proportional",
    "monospace",
    "same",
    "symmetric",
    "margin",
    "inner_margin",
    "outer_margin",
    "corner_radius",
    "spacing",
    "width",
    "desired_width",
    "default_width",
    "set_width",
    "set_min_width",
    "set_max_width",
    "height",
    "max_height",
    "set_height",
    "set_min_height",
    "set_max_height",
    "min_size",
    "default_size",
    "exact_size",
    "min_row_height",
    "gap",
    "at_least",
    "vec2",
    "rect_filled",
    "rect_stroke",
    "circle_filled",
    "circle_stroke",
];

/// The look of the window is told in the theme: no panel gives a number of points for a size, a room
/// or a width, neither in a call nor as a constant.
pub fn takes_its_measures_from_the_theme(source: &Source) -> Vec<Breach> {
    // The plane, the tiles and the screen have a geometry, which is no look.
    let geometry = ["map/projection", "map/camera", "tiles/", "interface_size.rs"]
        .map(|of| format!("src/app/{of}"));
    let is_geometry = geometry.iter().any(|start| source.path.starts_with(start.as_str()));
    if !source.path.starts_with("src/app/") || is_geometry || is_the_theme(&source.path) {
        return Vec::new();
    }
    let tokens: Vec<&Token> = source.tokens.iter().filter(|token| !token.in_test).collect();
    let what = |what: &str| format!("{what} is given in numbers: it belongs to assets/theme.json");
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let rest = &tokens[at..];
        if let Some(name) = measured_call(rest).filter(|_| at == 0 || !tokens[at - 1].is("fn")) {
            let inside = arguments(&rest[name.1..]);
            if inside.iter().enumerate().any(|(rank, _)| is_a_measure(inside, rank)) {
                found.push(Breach::new(source, rest[0].line, what(&name.0)));
            }
        } else if is_a_spacing(rest) || is_a_constant(rest, &source.path) {
            found.push(Breach::new(source, rest[0].line, what(&rest[0].text)));
        }
    }
    found
}

fn is_the_theme(path: &str) -> bool {
    path == "src/app/theme.rs" || path.starts_with("src/app/theme/")
}

/// A call that gives a measure, and where its parenthesis opens.
fn measured_call(tokens: &[&Token]) -> Option<(String, usize)> {
    let [name, next, ..] = tokens else { return None };
    if name.kind != Kind::Word {
        return None;
    }
    if MEASURED.contains(&name.text.as_str()) && next.is("(") {
        return Some((name.text.clone(), 1));
    }
    let is_line = name.is("Stroke") && tokens.len() > 3 && tokens[2].is("new");
    is_line.then(|| ("Stroke".to_owned(), 3))
}

/// What stands between a parenthesis that opens and the one that closes it.
fn arguments<'a>(tokens: &'a [&'a Token]) -> &'a [&'a Token] {
    if !tokens.first().is_some_and(|token| token.is("(")) {
        return &[];
    }
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "(" if token.is("(") => depth += 1,
            ")" if token.is(")") => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return tokens.get(1..at).unwrap_or_default();
        }
    }
    &[]
}

/// A number that is neither nothing, nor a factor or a part of something else, nor an index.
fn is_a_measure(tokens: &[&Token], at: usize) -> bool {
    let token = tokens[at];
    let near = |marks: [&str; 2], index: Option<usize>| {
        index.and_then(|index| tokens.get(index)).is_some_and(|t| marks.iter().any(|m| t.is(m)))
    };
    let is_nothing = token.text.trim_matches(['0', '.', '_']).is_empty();
    let is_factor = near(["*", "/"], at.checked_sub(1)) || near(["*", "/"], Some(at + 1));
    let is_index = near([".", "["], at.checked_sub(1));
    token.kind == Kind::Number && !is_nothing && !is_factor && !is_index
}

/// `item_spacing.y = 2.0`.
fn is_a_spacing(tokens: &[&Token]) -> bool {
    let [name, dot, axis, equals, number, ..] = tokens else { return false };
    let is_spacing = name.text.ends_with("_spacing") || name.text.ends_with("_padding");
    let is_set = dot.is(".") && (axis.is("x") || axis.is("y")) && equals.is("=");
    is_spacing && is_set && number.kind == Kind::Number && !number.is("0.0")
}

/// `const WIDTH: f32 = 12.0` in a panel, a widget, a dialog.
fn is_a_constant(tokens: &[&Token], path: &str) -> bool {
    let rooms = ["panels/", "widgets/", "overlay/", "focus/", "finder.rs", "date_field.rs"];
    let is_of_a_panel = rooms.iter().any(|room| path.starts_with(&format!("src/app/{room}")));
    let [word, _, colon, kind, ..] = tokens else { return false };
    is_of_a_panel && word.is("const") && colon.is(":") && (kind.is("f32") || kind.is("i8"))
}

/// Words that may take several lines are made where French spaces hold.
pub fn says_its_words(source: &Source) -> Vec<Breach> {
    const HOME: &str = "src/app/words.rs";
    if !source.path.starts_with("src/app/") || source.path == HOME {
        return Vec::new();
    }
    let tokens: Vec<&Token> = source.tokens.iter().filter(|token| !token.in_test).collect();
    let what = "words that `words` does not make: `ui.say`, `explained`, `held`";
    let starts = (0..tokens.len()).filter(|at| breaks_anywhere(&tokens[*at..]));
    starts.map(|at| Breach::new(source, tokens[at].line, what)).collect()
}

/// A label of egui; or a control whose words are neither held nor written out without a sign that
/// holds.
fn breaks_anywhere(tokens: &[&Token]) -> bool {
    let [one, two, three, rest @ ..] = tokens else { return false };
    let is_of = |name: &Token, names: &[&str]| {
        name.kind == Kind::Word && names.contains(&name.text.as_str())
    };
    let unfit = ["label", "colored_label", "heading", "monospace", "checkbox", "radio"];
    if one.is("ui") && two.is(".") && is_of(three, &unfit) {
        return rest.first().is_some_and(|next| next.is("("));
    }
    let unmade = ["on_hover_text", "on_disabled_hover_text"];
    if one.is(".") && is_of(two, &unmade) && three.is("(") {
        return true;
    }
    let methods = ["button", "small_button", "link", "selectable_label", "menu_button"];
    let makers = ["Button", "CollapsingHeader", "Hyperlink", "Link", "Label"];
    let ways = ["new", "selectable", "from_label_and_url"];
    let is_method = one.is("ui") && two.is(".") && is_of(three, &methods);
    let is_made = is_of(one, &makers) && two.is("::") && is_of(three, &ways);
    let is_hint = one.is(".") && two.is("on_hover_text_at_pointer");
    let from = if is_hint { &tokens[2..] } else { rest };
    let inside = arguments(from);
    let is_held = inside.iter().any(|token| token.is("held"));
    let is_plain = inside.first().is_some_and(|token| {
        let signs = ["\\u{202f}", "\u{202f}", "«", "»", " ·", " :", " ;", " ?", " !", " %"];
        token.kind == Kind::Text && !signs.iter().any(|sign| token.text.contains(sign))
    });
    (is_method || is_made || is_hint) && !is_held && !is_plain
}
