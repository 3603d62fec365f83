//! The values of options: one of a few words, or a text that is read.

use lexopt::{Arg, Parser, ValueExt as _};

use super::ArgumentError;

/// One of a few words; accents, capitals and a plural `s` do not matter.
pub(super) fn choice<T: Copy>(
    parser: &mut Parser,
    option: &str,
    words: &[(&str, T)],
) -> Result<T, ArgumentError> {
    value(parser, option, |text| {
        let wanted = text.to_lowercase().replace(['é', 'è'], "e");
        let fits = |word: &str| wanted == word || wanted.strip_suffix('s') == Some(word);
        words.iter().find(|(word, _)| fits(word)).map(|(_, value)| *value).ok_or_else(|| {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let (last, first) = words.split_last().unwrap_or((&"", &[]));
            format!("{} ou {last} est attendu", first.join(", "))
        })
    })
}

/// The value of an option; `read` says what is expected of one that it refuses.
pub(super) fn value<T>(
    parser: &mut Parser,
    option: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, ArgumentError> {
    let text = parser.value()?;
    let text = text.string()?;
    read(&text).map_err(|expected| ArgumentError::WrongValue {
        option: option.to_owned(),
        value: text,
        expected,
    })
}

/// The refusal of an option that `command` does not have.
pub(super) fn unknown(argument: &Arg<'_>, command: &'static str) -> ArgumentError {
    let text = match argument {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    };
    ArgumentError::UnknownOption(text, command)
}
