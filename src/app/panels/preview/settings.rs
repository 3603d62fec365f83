//! How a file is read: each guess in a list that can say otherwise.

use egui::{ComboBox, Ui, WidgetInfo};

use super::{Previewed, date::DateTold};
use crate::{
    app::{
        Action,
        date_field::date_field_ui,
        theme,
        widgets::{name_ui, weak},
        words::{Words, held},
    },
    coverage::{
        SchoolType,
        import::{Dating, DecimalSign, Duplicates, Scale},
    },
    french::{self, NARROW_SPACE, capitalised},
    project::FileChoice,
    table::{Encoding, Separator},
    territory::{Edition, Level},
};

/// Lines in which a header can be looked for.
const HEADER_LINES: u32 = 30;

/// How the file is read, in one line: « Lecture : en-tête ligne 4, date : 15 octobre 2024,
/// point-virgule, Windows-1252, CSV ».
pub fn in_short(previewed: &Previewed<'_>) -> String {
    let recognised = &previewed.file.reading.recognition;
    let header = recognised.header_row.or(previewed.choices.read.header_row);
    let several = recognised.sheets.len() > 1;
    let header = header.map(|row| match row {
        0 => "sans en-tête".to_owned(),
        row => format!("en-tête ligne {row}"),
    });
    let date = Some(DateTold::of(previewed).date).filter(|date| !date.is_empty());
    let parts = [
        header,
        date.map(|date| format!("date{NARROW_SPACE}: {date}")),
        recognised.sheet.as_ref().filter(|_| several).map(|sheet| format!("feuille « {sheet} »")),
        recognised.separator.map(|separator| separator.label().to_owned()),
        recognised.encoding.map(|encoding| encoding.label().to_owned()),
        Some(recognised.format.label().to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("Lecture{NARROW_SPACE}: {}", parts.join(", "))
}

/// Two lines of lists: how bytes become a table, and how the table is understood.
pub fn settings_ui(ui: &mut Ui, previewed: &Previewed<'_>, actions: &mut Vec<Action>) {
    let mut send = |choice: Option<FileChoice>| {
        actions.extend(choice.map(|choice| previewed.decide(choice)));
    };
    ui.horizontal_wrapped(|ui| {
        let recognised = &previewed.file.reading.recognition;
        let read = &previewed.choices.read;
        ui.say(recognised.format.label());
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
        let (now, options) = levels(previewed);
        if !options.is_empty() {
            let list = List { name: "Échelon", now, options: &options };
            send(list.ui(ui, import.level).map(FileChoice::Level));
        }
        let editions = Edition::ALL.map(|one| (one, capitalised(one.label())));
        let list =
            List { name: "Limites", now: "d’après les codes".to_owned(), options: &editions };
        send(list.ui(ui, import.edition).map(FileChoice::Edition));
        let rules = Duplicates::ALL.map(|one| (one, capitalised(one.label())));
        let list = List { name: "Doublons", now: "aucune".to_owned(), options: &rules };
        send(list.ui(ui, import.duplicates).map(FileChoice::Duplicates));
        let mut dates = vec![(Dating::Undated, "Aucune date".to_owned())];
        if let Some(Dating::On(day)) = import.dating {
            dates.push((Dating::On(day), french::day(day)));
        }
        let told = DateTold::of(previewed);
        let now = match import.dating {
            Some(_) => "d’après le fichier".to_owned(),
            None if told.date.is_empty() => "aucune".to_owned(),
            None => told.date,
        };
        let list = List { name: "Date", now, options: &dates };
        send(list.ui(ui, import.dating).map(FileChoice::Date));
        if !told.whence.is_empty() {
            ui.say(weak(ui, told.whence));
        }
        let typed = date_field_ui(ui, "Autre date");
        send(typed.map(|day| FileChoice::Date(Some(Dating::On(day)))));
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
        let label = name_ui(ui, self.name, theme::width().list);
        let guess = format!("Automatique ({})", self.now);
        let by_hand = chosen
            .as_ref()
            .and_then(|chosen| self.options.iter().find(|(one, _)| one == chosen))
            .map(|(_, label)| label.clone());
        let shown = by_hand.unwrap_or_else(|| self.now.clone());
        let list = ComboBox::from_id_salt(self.name)
            .selected_text(&shown)
            .show_ui(ui, |ui| {
                if ui.selectable_label(chosen.is_none(), held(ui, guess)).clicked() {
                    answer = Some(None);
                    ui.close();
                }
                for (value, label) in self.options {
                    let selected = chosen.as_ref() == Some(value);
                    if ui.selectable_label(selected, held(ui, label)).clicked() {
                        answer = Some(Some(value.clone()));
                        ui.close();
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

/// The level that the codes of a file are read as, and those that they could be of; none where they
/// leave nothing open.
fn levels(previewed: &Previewed<'_>) -> (String, Vec<(Level, String)>) {
    let named = |level: Level| (level, capitalised(level.plural()));
    // Codes that were read as a person said are not weighed any more.
    if let Some(level) = previewed.choices.import.level {
        return ("d’après les codes".to_owned(), vec![named(level)]);
    }
    let columns = previewed.columns.iter();
    let mut decisions = columns.filter_map(|(_, column)| column.territories.as_ref());
    let Some(decision) = decisions.find(|decision| !decision.alternatives.is_empty()) else {
        return (String::new(), vec![]);
    };
    let others = decision.alternatives.iter().map(|(level, _)| *level);
    let mut all: Vec<Level> = [decision.level].into_iter().chain(others).collect();
    all.sort_unstable();
    all.dedup();
    (capitalised(decision.level.plural()), all.into_iter().map(named).collect())
}
