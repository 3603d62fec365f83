//! Likely readings: each with a button that confirms it, and what it may be instead.

use egui::{Button, Ui, WidgetInfo};

use super::{Shown, cards::Cards, decide, heading_ui};
use crate::{
    app::{
        Action,
        date_field::date_field_ui,
        widgets::{answer_button_ui, excerpt, sentence_ui},
    },
    coverage::{
        SchoolType,
        import::{
            Dating, DecimalSign, ImportReport, ListRole, Scale, Supposition, SuppositionKind,
        },
    },
    french::NARROW_SPACE,
    project::FileChoice,
};

/// Letters of the name of a column on a button.
const MOST_LETTERS: usize = 26;
/// Other readings that have a button each; more of them stand in a menu.
const MOST_BUTTONS: usize = 3;

/// What is supposed of a file, and what was until it was confirmed.
pub(super) fn suppositions_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    cards: &mut Cards<Supposition>,
    actions: &mut Vec<Action>,
) {
    let all = &shown.report.suppositions;
    if cards.is_empty() {
        return;
    }
    let are_confirmed = cards.asked().all(|one| is_confirmed(shown.report, one.kind()));
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(ui.spacing().interact_size.y);
        match all.len() {
            0 if are_confirmed => heading_ui(ui, "Suppositions confirmées"),
            0 => heading_ui(ui, "Suppositions tranchées"),
            count => heading_ui(ui, &format!("Suppositions ({count})")),
        }
        if all.len() > 1 && ui.add(Button::new("Tout confirmer").small()).clicked() {
            let kinds = all.iter().map(Supposition::kind).collect();
            actions.push(decide(shown, FileChoice::ConfirmAll(kinds)));
        }
    });
    ui.push_id("suppositions", |ui| {
        cards.ui(ui, shown, false, actions, |ui, one, actions| {
            supposition_ui(ui, shown, one, actions);
        });
    });
}

fn supposition_ui(ui: &mut Ui, shown: &Shown<'_>, one: &Supposition, actions: &mut Vec<Action>) {
    sentence_ui(ui, one.to_string());
    ui.horizontal_wrapped(|ui| {
        let confirm = ui.button("Confirmer");
        let name = format!("Confirmer{NARROW_SPACE}: {}", one.short());
        confirm.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if confirm.clicked() {
            actions.push(decide(shown, FileChoice::Confirm(one.kind())));
        }
        let others = others(shown, one);
        if others.len() > MOST_BUTTONS {
            ui.menu_button("Une autre lecture", |ui| others_ui(ui, others, actions));
        } else {
            others_ui(ui, others, actions);
        }
    });
    if let Some(name) = date_asked(one)
        && let Some(date) = date_field_ui(ui, name)
    {
        actions.push(decide(shown, FileChoice::Date(Some(Dating::On(date)))));
    }
}

fn others_ui(ui: &mut Ui, others: Vec<(String, Action)>, actions: &mut Vec<Action>) {
    for (label, action) in others {
        if answer_button_ui(ui, &label).clicked() {
            actions.push(action);
            ui.close();
        }
    }
}

/// What else it may be, in the words of a button.
fn others(shown: &Shown<'_>, one: &Supposition) -> Vec<(String, Action)> {
    let choice = |label: String, choice: FileChoice| (label, decide(shown, choice));
    let column = |header: &String| {
        let label = format!("Montrer « {} »", excerpt(header, MOST_LETTERS));
        choice(label, FileChoice::Shown(Some(header.clone())))
    };
    let role = |label: &str| choice(label.to_owned(), FileChoice::Role(Some(ListRole::Schools)));
    match one {
        Supposition::Share { .. } => {
            let told = |kind| shown.report.suppositions.iter().any(|one| one.kind() == kind);
            // The supposition that says which column it is has the others already.
            let several = told(SuppositionKind::FirstOfSeveral) || told(SuppositionKind::OneSector);
            let other = shown.report.showable.iter().filter(|one| !one.is_shown && !several);
            let subject = ("Autre chose…".to_owned(), Action::AskSubject(shown.rank));
            [subject].into_iter().chain(other.map(|one| column(&one.header))).collect()
        }
        Supposition::FirstOfSeveral { others, .. } | Supposition::OneSector { others, .. } => {
            others.iter().map(column).collect()
        }
        Supposition::Date { .. } => {
            vec![choice("Sans date".to_owned(), FileChoice::Date(Some(Dating::Undated)))]
        }
        Supposition::Level { others, .. } => others
            .iter()
            .map(|level| {
                choice(format!("Ce sont des {}", level.plural()), FileChoice::Level(Some(*level)))
            })
            .collect(),
        Supposition::SchoolType { school_type, .. } => SchoolType::ALL
            .into_iter()
            .filter(|other| other != school_type)
            .map(|other| {
                choice(
                    format!("Ce sont des {}", other.label()),
                    FileChoice::SchoolType(Some(other)),
                )
            })
            .collect(),
        Supposition::Scale { scale, .. } => {
            let (other, label) = match scale {
                Scale::Percent => (Scale::Fraction, "Ils vont de 0 à 1"),
                Scale::Fraction => (Scale::Percent, "Ils vont de 0 à 100"),
            };
            vec![choice(label.to_owned(), FileChoice::Scale(Some(other)))]
        }
        Supposition::OnlyEquipped => vec![role("Tous y sont, équipés ou non")],
        Supposition::EquippedList => vec![role("Ce ne sont pas les équipés")],
        Supposition::Thousands { cell } => {
            let sign = if cell.contains(',') { DecimalSign::Comma } else { DecimalSign::Point };
            vec![choice("Ce sont des décimales".to_owned(), FileChoice::DecimalSign(Some(sign)))]
        }
        Supposition::MonthNotSchoolYear { .. }
        | Supposition::BlankIsNo { .. }
        | Supposition::ProjectNames { .. }
        | Supposition::AgainstReference { .. }
        | Supposition::SomeSchools { .. }
        | Supposition::FilledDown { .. } => {
            let other = refused(one.kind())
                .map(|said| choice(said.to_owned(), FileChoice::Refuse(one.kind())));
            other.into_iter().collect()
        }
        Supposition::Reference2024 | Supposition::SaidByTheFile(_) => vec![],
    }
}

/// What holds instead of a supposition that has but one other reading.
pub fn refused(kind: SuppositionKind) -> Option<&'static str> {
    match kind {
        SuppositionKind::MonthNotSchoolYear => Some("Ce sont des années scolaires"),
        SuppositionKind::BlankIsNo => Some("Une cellule vide ne dit rien"),
        SuppositionKind::ProjectNames => Some("Ces mots ne disent ni oui ni non"),
        SuppositionKind::SomeSchools => Some("Tous les établissements sont comptés"),
        SuppositionKind::FilledDown => Some("Un libellé ne vaut que pour sa ligne"),
        SuppositionKind::AgainstReference => Some("Ces nombres n’ont pas de total"),
        _ => None,
    }
}

/// The name of a field for a date, where a date says otherwise.
fn date_asked(one: &Supposition) -> Option<&'static str> {
    match one {
        Supposition::Date { .. } => Some("Autre date"),
        Supposition::Reference2024 => Some("Date du fichier"),
        _ => None,
    }
}

/// Whether a person confirmed a supposition, rather than saying otherwise.
pub fn is_confirmed(report: &ImportReport, kind: SuppositionKind) -> bool {
    report.confirmed.iter().any(|one| one.kind() == kind)
}
