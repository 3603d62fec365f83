//! How a file is read: each guess in a list that can say otherwise.

use egui::{ComboBox, TextEdit, Ui, WidgetInfo};
use jiff::civil::Date;

use super::Previewed;
use crate::{
    app::{Action, widgets::weak},
    coverage::{
        SchoolType,
        import::{DateStyle, Dating, DecimalSign, Duplicates, Scale, read_when},
    },
    french::{self, NARROW_SPACE, capitalised},
    project::FileChoice,
    table::{Encoding, Separator},
    territory::Edition,
};

/// Lines in which a header can be looked for.
const HEADER_LINES: u32 = 30;

/// Two lines of lists: how bytes become a table, and how the table is understood.
pub fn settings_ui(ui: &mut Ui, previewed: &Previewed<'_>, actions: &mut Vec<Action>) {
    let mut send = |choice: Option<FileChoice>| {
        actions.extend(choice.map(|choice| previewed.decide(choice)));
    };
    ui.horizontal_wrapped(|ui| {
        let recognised = &previewed.file.reading.recognition;
        let read = &previewed.choices.read;
        ui.label(recognised.format.label());
        if let Some(encoding) = recognised.encoding {
            let options = Encoding::ALL.map(|one| (one, one.label().to_owned()));
            let list =
                List { name: "Encodage", now: encoding.label().to_owned(), options: &options };
            send(list.ui(ui, read.encoding).map(FileChoice::Encoding));
        }
        if let Some(separator) = recognised.separator {
            let options = Separator::ALL.map(|one| (one, capitalised(one.label())));
            let now = capitalised(separator.label());
            let list = List { name: "Séparateur", now, options: &options };
            send(list.ui(ui, read.separator).map(FileChoice::Separator));
        }
        if let Some(sheet) = recognised.sheet.as_ref().filter(|_| recognised.sheets.len() > 1) {
            let options: Vec<(String, String)> =
                recognised.sheets.iter().map(|one| (one.clone(), one.clone())).collect();
            let list = List { name: "Feuille", now: sheet.clone(), options: &options };
            send(list.ui(ui, read.sheet.clone()).map(FileChoice::Sheet));
        }
        if let Some(row) = recognised.header_row.or(read.header_row) {
            let line = |row: u32| match row {
                0 => "Aucune".to_owned(),
                row => format!("Ligne {row}"),
            };
            let options: Vec<(u32, String)> =
                (0..=HEADER_LINES).map(|row| (row, line(row))).collect();
            let list = List { name: "En-tête", now: line(row), options: &options };
            send(list.ui(ui, read.header_row).map(FileChoice::HeaderRow));
        }
    });
    ui.horizontal_wrapped(|ui| {
        let import = &previewed.choices.import;
        let signs =
            [(DecimalSign::Comma, "Virgule".to_owned()), (DecimalSign::Point, "Point".to_owned())];
        let list =
            List { name: "Décimales", now: "d’après la colonne".to_owned(), options: &signs };
        send(list.ui(ui, import.decimal_sign).map(FileChoice::DecimalSign));
        let scales = [
            (Scale::Percent, format!("De 0 à 100{NARROW_SPACE}%")),
            (Scale::Fraction, "De 0 à 1".to_owned()),
        ];
        let list = List { name: "Taux", now: "d’après la colonne".to_owned(), options: &scales };
        send(list.ui(ui, import.scale).map(FileChoice::Scale));
        let types = SchoolType::ALL.map(|one| (one, capitalised(one.label())));
        let list = List { name: "Type", now: "d’après le fichier".to_owned(), options: &types };
        send(list.ui(ui, import.school_type).map(FileChoice::SchoolType));
        let editions = Edition::ALL.map(|one| (one, capitalised(one.label())));
        let list =
            List { name: "Limites", now: "d’après les codes".to_owned(), options: &editions };
        send(list.ui(ui, import.edition).map(FileChoice::Edition));
        let rules = Duplicates::ALL.map(|one| (one, capitalised(one.label())));
        let list = List { name: "Doublons", now: "aucune".to_owned(), options: &rules };
        send(list.ui(ui, import.duplicates).map(FileChoice::Duplicates));
        let day = import.dating.and_then(Dating::day);
        send(date_ui(ui, day).map(|day| FileChoice::Date(day.map(Dating::On))));
    });
}

/// A list with its name before it, whose first line leaves the guess to the program.
struct List<'a, T> {
    name: &'static str,
    /// What the program made of it.
    now: String,
    options: &'a [(T, String)],
}

impl<T: Clone + PartialEq> List<'_, T> {
    /// Answers what was just chosen.
    fn ui(&self, ui: &mut Ui, chosen: Option<T>) -> Option<Option<T>> {
        let mut answer = None;
        let label = ui.label(weak(ui, self.name));
        let guess = format!("Automatique ({})", self.now);
        let by_hand = chosen
            .as_ref()
            .and_then(|chosen| self.options.iter().find(|(one, _)| one == chosen))
            .map(|(_, label)| label.clone());
        let shown = by_hand.unwrap_or_else(|| self.now.clone());
        let list = ComboBox::from_id_salt(self.name)
            .selected_text(&shown)
            .show_ui(ui, |ui| {
                if ui.selectable_label(chosen.is_none(), guess).clicked() {
                    answer = Some(None);
                }
                for (value, label) in self.options {
                    let selected = chosen.as_ref() == Some(value);
                    if ui.selectable_label(selected, label).clicked() {
                        answer = Some(Some(value.clone()));
                    }
                }
            })
            .response
            .labelled_by(label.id);
        let name = self.name;
        list.widget_info(|| WidgetInfo {
            current_text_value: Some(shown.clone()),
            ..WidgetInfo::labeled(egui::Role::ComboBox, true, name)
        });
        answer.filter(|answer| *answer != chosen)
    }
}

/// The date of a file that gives none, typed in any way that a file may write it.
fn date_ui(ui: &mut Ui, chosen: Option<Date>) -> Option<Option<Date>> {
    let label = ui.label(weak(ui, "Date"));
    let key = ui.scope_id().with("date");
    let written = chosen.map(french::day).unwrap_or_default();
    let mut text: String = ui.data(|data| data.get_temp(key)).unwrap_or_else(|| written.clone());
    let field = TextEdit::singleline(&mut text).hint_text("octobre 2011").desired_width(120.0);
    let field = ui.add(field).labelled_by(label.id);
    let date = read_when(text.trim(), DateStyle::default()).map(|when| when.period.end());
    let readable = date.is_some() || text.trim().is_empty();
    if !readable && !field.has_focus() {
        ui.label(weak(ui, "Une date comme 2011, 2011-10 ou 31/10/2011 est attendue."));
    }
    if field.has_focus() || !readable {
        ui.data_mut(|data| data.insert_temp(key, text));
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(key));
    (field.lost_focus() && date != chosen).then_some(date)
}
