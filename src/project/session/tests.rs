use super::*;
use crate::{
    coverage::SchoolType,
    project::{PageChange, open_own_file},
    scene::Block,
    territory::{Edition, Level},
};
use jiff::civil::date;

#[test]
fn undoing_and_redoing_say_what_they_do() {
    let mut session = Session::new(Document::default());
    assert_eq!((session.undo_label(), session.redo_label()), ("Annuler".into(), "Rétablir".into()));
    let (first, second) = (session.dates()[0], session.dates()[1]);
    session.apply(Command::ShowLevel(Level::Academie));
    session.apply(Command::GoTo(first));
    session.apply(Command::GoTo(second));
    assert_eq!(session.undo_label(), "Annuler la date");
    session.undo();
    assert_eq!(session.undo_label(), "Annuler le choix de l’échelon");
    assert_eq!(session.redo_label(), "Rétablir la date");
    session.redo();
    assert_eq!(session.undo_label(), "Annuler la date");
    session.apply(Command::UseEdition(Edition::Since2016));
    assert_eq!(session.undo_label(), "Annuler le choix du découpage");
}

#[test]
fn undoing_brings_the_former_map_back_and_redoing_the_later_one() {
    let mut session = Session::new(Document::default());
    session.apply(Command::ShowSchools(SchoolType::College));
    session.apply(Command::GoTo(date(2010, 9, 30)));
    assert!(session.undo() && session.undo());
    assert_eq!(*session.document(), Document::default());
    assert_eq!(session.reading().document, Document::default());
    assert!(!session.undo());
    assert!(session.redo());
    assert_eq!(session.document().level, Level::Departement);
}

#[test]
fn running_through_the_dates_is_one_step() {
    let mut session = Session::new(Document::default());
    for month in 1..=9 {
        session.apply(Command::GoTo(date(2010, month, 28)));
    }
    assert!(session.undo());
    assert_eq!(*session.document(), Document::default());
    assert!(!session.can_undo());
}

#[test]
fn running_through_the_dates_is_one_step_however_many_were_made_before() {
    let mut session = Session::new(Document::default());
    for step in 0..MOST_STEPS + 10 {
        session.apply(Command::ShowLevel([Level::Academie, Level::Region][step % 2]));
    }
    let before = session.document().clone();
    for month in 1..=9 {
        session.apply(Command::GoTo(date(2010, month, 28)));
    }
    session.undo();
    assert_eq!(*session.document(), before);
    let steps = (0..).take_while(|_| session.undo()).count();
    assert_eq!(steps, MOST_STEPS - 1);
}

#[test]
fn undoing_leaves_where_one_is_and_what_one_looks_at() {
    let mut session = Session::new(Document::default());
    session.apply(Command::ShowAs(Representation::Stage));
    let lorraine = session.reading().states.iter().find(|s| s.name == "Lorraine").unwrap().id;
    session.apply(Command::Enter(lorraine));
    session.apply(Command::Filter("meuse".into()));
    let inside = session.reading().inside[0].id;
    session.apply(Command::Select(Some(inside)));
    let at = session.standpoint().clone();
    session.undo();
    assert_eq!(session.document().representation, Representation::Share);
    assert_eq!(*session.standpoint(), at);
    session.redo();
    assert_eq!(session.document().representation, Representation::Stage);
    assert_eq!(*session.standpoint(), at);
    session.go_back();
    assert!(session.standpoint().place.is_whole());
    assert_eq!(session.document().representation, Representation::Stage);
}

#[test]
fn undoing_leaves_a_place_that_the_borders_no_longer_have() {
    let mut session = Session::new(Document::default());
    session.apply(Command::UseEdition(Edition::Since2016));
    let grand_est = session.reading().states.iter().find(|s| s.name == "Grand Est").unwrap().id;
    session.apply(Command::Enter(grand_est));
    session.undo();
    assert_eq!(session.document().edition, Edition::Before2016);
    assert!(session.standpoint().place.is_whole());
    assert_eq!(session.reading().inside.len(), session.reading().states.len());
}

#[test]
fn selecting_is_not_a_step() {
    let mut session = Session::new(Document::default());
    let first = session.reading().states[0].id;
    session.apply(Command::Select(Some(first)));
    assert_eq!(session.standpoint().selection, [first]);
    assert!(!session.can_undo());
}

#[test]
fn one_goes_back_to_where_one_was_and_forward_again() {
    let mut session = Session::new(Document::default());
    let rhone_alpes = session.reading().states.iter().find(|s| s.name == "Rhône-Alpes");
    let id = rhone_alpes.map(|state| state.id).unwrap();
    session.apply(Command::Enter(id));
    session.apply(Command::Leave);
    assert!(!session.can_undo(), "going somewhere is no change of the document");
    session.go_back();
    assert_eq!(session.standpoint().place.territory, id);
    session.go_back();
    assert_eq!(session.standpoint().place.territory, TerritoryId::France);
    assert_eq!(session.document().level, Level::Region);
    assert!(!session.can_go_back());
    session.go_forward();
    assert_eq!(session.standpoint().place.territory, id);
    assert_eq!(session.reading().place.territory, id);
}

#[test]
fn the_dates_hold_the_chosen_one_and_are_in_order() {
    let session = Session::new(Document::default());
    assert!(session.dates().contains(&date(2011, 10, 31)));
    assert!(session.dates().is_sorted());
}

#[test]
fn data_without_dates_have_no_timeline_and_keep_no_date_of_other_data() {
    let opened = |text: &str| open_own_file(text.as_bytes().to_vec(), "a.csv").unwrap();
    let mut session = Session::new(Document::default());
    session.open_own(opened("dept;taux équipés\n01;10\n38;20\n2A;30\n"));
    assert_eq!((session.document().date, session.dates()), (None, &[][..]));
    session.apply(Command::GoTo(date(2012, 1, 1)));
    assert_eq!(session.document().date, None, "a day can't be asked of them");
    session.apply(Command::Open(Embedded::Facts));
    assert_eq!(session.document().date, Document::default().date);
    session.show_own(0);
    assert_eq!(session.document().date, None);
    session.open_own(opened("dept;date;taux équipés\n01;2012;10\n38;2010;20\n2A;2012;30\n"));
    assert_eq!(session.document().date, Some(date(2012, 12, 31)), "the latest");
}

#[test]
fn opening_the_example_keeps_the_date_and_fills_the_map() {
    let mut session = Session::new(Document::default());
    session.apply(Command::Open(Embedded::Example));
    assert_eq!(session.document().date, Some(date(2011, 10, 31)));
    assert!(session.reading().states.iter().all(|state| state.share.is_ok()));
}

#[test]
fn typing_a_text_of_the_page_is_one_step_and_it_outlives_the_date() {
    let mut session = Session::new(Document::default());
    let write = |text: &str| {
        let (text, proposed) = (text.to_owned(), "Proposé".to_owned());
        Command::ChangePage(PageChange::Write { block: Block::Title, text, proposed })
    };
    for text in ["M", "Mo", "Mon titre"] {
        session.apply(write(text));
    }
    let first = session.dates()[0];
    session.apply(Command::GoTo(first));
    let written = session.document().page.texts[&Block::Title].clone();
    assert_eq!((written.text.as_str(), written.date), ("Mon titre", Some(date(2011, 10, 31))));
    assert!(session.undo() && session.undo());
    assert_eq!(*session.document(), Document::default());
    assert!(session.redo());
    assert_eq!(session.reading().document.page, session.document().page);
    session.apply(write("Proposé"));
    assert!(session.document().page.texts.is_empty(), "what is proposed is nothing written");
}
