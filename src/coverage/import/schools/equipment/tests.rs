use super::*;
use crate::table::read_csv;

fn answers(cells: &[&str], holds: Holds) -> (Vec<Option<bool>>, EquipmentColumn) {
    let text = format!("uai;ent\n{}", cells.iter().map(|c| format!("u;{c}\n")).collect::<String>());
    let table = read_csv(text.as_bytes()).unwrap().0;
    let column = EquipmentColumn::new(&table, 1, holds, &BTreeMap::new(), true);
    (table.rows().map(|row| column.read(&row)).collect(), column)
}

#[test]
fn a_blank_beside_yes_and_no_says_nothing() {
    let (read, column) = answers(&["oui", "non", ""], Holds::Answers);
    assert_eq!(read, [Some(true), Some(false), None]);
    assert_eq!(column.blank, Blank::Nothing);
}

#[test]
fn a_blank_beside_signs_alone_is_supposed_to_be_a_no() {
    let (read, column) = answers(&["x", "", "X", ""], Holds::Answers);
    assert_eq!(read, [Some(true), Some(false), Some(true), Some(false)]);
    assert_eq!(column.blank, Blank::No);
    assert_eq!(answers(&["x", "", "nd"], Holds::Answers).1.blank, Blank::Nothing);
}

#[test]
fn a_name_that_recurs_or_is_known_is_a_yes_and_any_other_word_is_told() {
    let (read, column) =
        answers(&["Zébulon", "Zebulon", "e-lyco", "Machin", "Néant"], Holds::Answers);
    assert_eq!(read, [Some(true), Some(true), Some(true), None, Some(false)]);
    assert_eq!(column.supposed_names, ["Zébulon", "Zebulon"], "they may be any other word");
    let unknown = column.words.iter().filter(|word| word.says.is_none());
    let odd: Vec<&str> = unknown.map(|word| word.word.as_str()).collect();
    assert_eq!(odd, ["Machin"]);
    assert_eq!(answers(&["Machin", "Néant"], Holds::Names).0, [Some(true), Some(false)]);
}

#[test]
fn a_date_since_when_is_a_yes() {
    let holds = Holds::Dates(DateStyle::default());
    let (read, column) = answers(&["01/09/2010", "2011", "", "prévu 2013", "non"], holds);
    assert_eq!(read, [Some(true), Some(true), None, None, Some(false)]);
    assert!(column.words.iter().all(|word| word.says.is_some()));
    assert_eq!(answers(&["2010", ""], holds).1.blank, Blank::No);
}

#[test]
fn words_of_plans_are_counted_even_where_they_recur() {
    let (read, column) = answers(&["En cours", "en cours", "oui", "prévu 2012"], Holds::Answers);
    assert_eq!(read, [None, None, Some(true), None]);
    let told: Vec<(&str, usize)> =
        column.words.iter().map(|word| (word.word.as_str(), word.schools)).collect();
    assert_eq!(told, [("En cours", 2), ("prévu 2012", 1)]);
}

#[test]
fn a_person_says_what_a_word_means() {
    let table = read_csv("uai;ent\nu;Bof\nu;oui\n".as_bytes()).unwrap().0;
    let chosen = BTreeMap::from([("bof".to_owned(), Answer::No)]);
    let column = EquipmentColumn::new(&table, 1, Holds::Answers, &chosen, true);
    assert_eq!(column.read(&table.row(0).unwrap()), Some(false));
    assert_eq!(column.words, []);
}

#[test]
fn a_word_of_another_vocabulary_names_no_project_however_often_it_recurs() {
    for word in ["Fermé", "Ouvert", "Privé", "Lycée", "Rentrée 2012", "A étudier", "Relancé"]
    {
        let (read, column) = answers(&[word, word, "oui", "non"], Holds::Answers);
        assert_eq!(read, [None, None, Some(true), Some(false)], "{word}");
        assert_eq!(column.supposed_names, [""; 0], "{word}");
        assert_eq!((column.words[0].word.as_str(), column.words[0].schools), (word, 2));
    }
}

#[test]
fn recurring_words_are_words_like_others_where_a_person_says_so() {
    let table = read_csv("uai;ent\nu;Zébulon\nu;Zébulon\nu;oui\n".as_bytes()).unwrap().0;
    let column = EquipmentColumn::new(&table, 1, Holds::Answers, &BTreeMap::new(), false);
    assert_eq!(column.read(&table.row(0).unwrap()), None);
    assert_eq!(column.words[0].schools, 2);
}

#[test]
fn a_yes_under_a_name_that_negates_is_a_no() {
    let nobody_said = BTreeMap::new();
    let read = |cells: &[&str]| {
        let column = answers(cells, Holds::Answers).1.negated(&nobody_said);
        let text =
            format!("uai;e\n{}", cells.iter().map(|c| format!("u;{c}\n")).collect::<String>());
        let table = read_csv(text.as_bytes()).unwrap().0;
        table.rows().map(|row| column.read(&row)).collect::<Vec<_>>()
    };
    assert_eq!(read(&["oui", "non", "", "nd"]), [Some(false), Some(true), None, None]);
    assert_eq!(read(&["x", ""]), [Some(false), Some(true)], "what a blank says is supposed");
    assert_eq!(read(&["1", "0", "prévu"]), [Some(false), Some(true), None]);
    let named = ["oui", "pas d’ENT", "équipé", "e-lyco"];
    assert_eq!(read(&named), [Some(false), Some(false), Some(true), None]);
}

#[test]
fn a_date_that_recurs_is_no_project() {
    for date in ["Rentrée 2012", "sept. 2011", "septembre 2012", "2e trimestre 2012", "fin 2011"] {
        let (read, column) = answers(&[date, date, "oui", "non"], Holds::Answers);
        assert_eq!(read[..2], [None, None], "{date}");
        assert_eq!(column.words.len(), 1, "{date}");
    }
}
