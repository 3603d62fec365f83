//! What a person confirmed or decided about a file, each with a way back.

use egui::{Button, CollapsingHeader, Ui, WidgetInfo};

use super::{
    Shown, decide,
    suppositions::{is_confirmed, refused},
    told::Told,
};
use crate::{
    app::{Action, widgets::sentence_ui, words::held},
    coverage::import::{Answer, DecimalSign, ImportReport, ListRole, Scale},
    french::{self, NARROW_SPACE},
    project::{FileChoice, FileChoices},
};

/// A decision that holds now.
pub(super) struct Decision {
    /// In a sentence.
    pub said: String,
    /// What takes it back.
    pub back: FileChoice,
}

/// The decisions that stand on no card; nothing where everything is left to the program.
pub(super) fn decisions_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    stands_on_a_card: impl Fn(&Decision) -> bool,
    actions: &mut Vec<Action>,
) {
    let all: Vec<&Decision> = shown.decisions.iter().filter(|one| !stands_on_a_card(one)).collect();
    if all.is_empty() {
        return;
    }
    let confirms = |one: &&Decision| matches!(one.back, FileChoice::Doubt(kind) if is_confirmed(shown.report, kind));
    let what = if all.iter().all(confirms) { "Confirmé" } else { "Décidé" };
    let heading = format!("{what} ({})", all.len());
    CollapsingHeader::new(held(ui, heading)).id_salt("confirmé").default_open(true).show(
        ui,
        |ui| {
            for (rank, Decision { said, back }) in all.into_iter().enumerate() {
                ui.push_id(rank, |ui| {
                    sentence_ui(ui, said);
                    let button = ui.add(Button::new("Revenir dessus").small());
                    let name = format!("Revenir dessus{NARROW_SPACE}: {said}");
                    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
                    if button.clicked() {
                        actions.push(decide(shown, back.clone()));
                    }
                });
            }
        },
    );
}

/// Each decision in a sentence, and what takes it back.
pub(super) fn decisions(
    report: &ImportReport,
    choices: &FileChoices,
    told_of: &Told,
) -> Vec<Decision> {
    let import = &choices.import;
    let told = |what: &str, how: &str| format!("{what}{NARROW_SPACE}: {how}.");
    let mut all: Vec<(String, FileChoice)> = (report.confirmed.iter())
        .map(|one| (one.confirmed(), FileChoice::Doubt(one.kind())))
        .collect();
    all.extend(
        import
            .refused
            .iter()
            .filter_map(|kind| Some((format!("{}.", refused(*kind)?), FileChoice::Doubt(*kind)))),
    );
    if let Some(header) = &import.shown {
        all.push((told("Colonne montrée", &format!("« {header} »")), FileChoice::Shown(None)));
    }
    if let Some(subject) = &import.subject {
        all.push((told("Ce qui est compté", subject), FileChoice::Subject(None)));
    }
    if let Some(dating) = import.dating {
        let date = dating.day().map_or_else(|| "aucune".to_owned(), french::day);
        all.push((told("Date", &date), FileChoice::Date(None)));
    }
    if let Some(level) = import.level {
        all.push((told("Échelon", level.plural()), FileChoice::Level(None)));
    }
    if let Some(school_type) = import.school_type {
        all.push((told("Type", school_type.label()), FileChoice::SchoolType(None)));
    }
    if let Some(scale) = import.scale {
        let said = match scale {
            Scale::Percent => "de 0 à 100",
            Scale::Fraction => "de 0 à 1",
        };
        all.push((told("Taux", said), FileChoice::Scale(None)));
    }
    if let Some(sign) = import.decimal_sign {
        let said = match sign {
            DecimalSign::Comma => "après la virgule",
            DecimalSign::Point => "après le point",
        };
        all.push((told("Décimales", said), FileChoice::DecimalSign(None)));
    }
    if let Some(rule) = import.duplicates {
        all.push((told("De plusieurs valeurs", rule.label()), FileChoice::Duplicates(None)));
    }
    if let Some(role) = import.role {
        let said = match role {
            ListRole::Schools => "établissements, équipés ou non",
            ListRole::Equipped => "établissements équipés",
        };
        all.push((told("Liste", said), FileChoice::Role(None)));
    }
    all.extend(import.words.iter().map(|(word, says)| {
        let said = told(&format!("« {} »", told_of.written(word)), answer(*says));
        (said, FileChoice::Word { word: word.clone(), says: None })
    }));
    all.into_iter().map(|(said, back)| Decision { said, back }).collect()
}

/// What a word says of a school.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "oui",
        Answer::No => "non",
        Answer::Planned => "prévu ou en cours",
        Answer::Unknown => "ni oui ni non",
    }
}
