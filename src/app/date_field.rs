//! A field for a date, typed in any way that a file may write it.

use egui::{Key, TextEdit, Ui};
use jiff::civil::Date;

use super::{
    theme,
    widgets::{name_ui, weak},
    words::{Words, held},
};
use crate::{
    coverage::import::{DateStyle, read_when},
    french,
};

/// A field with its name before it, and beside it a button that says how the date is read. Answers
/// the date once it is asked for.
pub fn date_field_ui(ui: &mut Ui, name: &str) -> Option<Date> {
    let key = ui.scope_id().with(("date", name));
    let mut text: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let width = theme::width().date_field;
        let label = name_ui(ui, name, width);
        let field = TextEdit::singleline(&mut text).hint_text("jj/mm/aaaa").desired_width(width);
        let field = ui.add(field).labelled_by(label.id);
        let date = read_when(text.trim(), DateStyle::default()).map(|when| when.period.end());
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered {
            // What is typed next is for the field: elsewhere letters are commands.
            field.request_focus();
        }
        match date {
            Some(date) => {
                let words = format!("Dater du {}", french::day(date));
                let clicked = ui.button(held(ui, words)).clicked();
                asked = (clicked || entered).then_some(date);
            }
            None if !text.trim().is_empty() && !field.has_focus() => {
                ui.say(weak(ui, "Une date comme 2011, 2011-10 ou 31/10/2011 est attendue."));
            }
            None => {}
        }
    });
    if asked.is_some() {
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(key, text));
    asked
}
