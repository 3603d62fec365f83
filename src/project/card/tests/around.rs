//! What stands around a figure: above, beside and below it, and over time.

use super::*;
use crate::{
    coverage::Evidence,
    project::{Command, Place, Session},
};
use jiff::civil::date;

/// Data by territory, made for a test.
pub(super) fn made(text: &str) -> Dataset {
    crate::coverage::dataset_of(text).0
}

pub(super) fn region(code: &str) -> TerritoryId {
    TerritoryId::Region(Edition::Before2016, Code::new(code).unwrap())
}

fn names(bars: &[ShareBar]) -> Vec<&str> {
    bars.iter().map(|bar| bar.name.as_str()).collect()
}

#[test]
fn a_departement_stands_beside_its_region_or_academie_and_france() {
    let loire = card(colleges(), departement("42"));
    assert_eq!(names(&loire.comparison), ["Loire", "Rhône-Alpes", "France"]);
    assert_eq!(loire.comparison[0].part, Some(0.75));
    assert_eq!(loire.comparison[0].details, "57 établissements sur 76");
    let data = Embedded::Facts.dataset();
    let by_academie = Place { way: Level::Academie, ..Place::default() };
    let reading = Reading::at(&colleges(), by_academie, &data);
    let loire = Card::new(&reading, &data, departement("42")).unwrap();
    assert_eq!(names(&loire.comparison), ["Loire", "Lyon", "France"]);
    let france = card(Document::default(), TerritoryId::France);
    assert_eq!(names(&france.comparison), ["France"]);
}

#[test]
fn the_rank_counts_only_known_shares_and_says_so() {
    // In October 2011: 52, 54, 67, 68 and 90 at 100 %, 42 at 75 %, 60 and 69 at 17 %; 93 are not
    // known.
    let rank = |code| card(colleges(), departement(code)).rank.map(|rank| rank.text);
    assert_eq!(rank("54").as_deref(), Some("1er ex æquo sur 8"));
    assert_eq!(rank("42").as_deref(), Some("6ᵉ sur 8"));
    assert_eq!(rank("69").as_deref(), Some("7ᵉ ex æquo sur 8"));
    assert_eq!(rank("24"), None, "not documented");
    let note = card(colleges(), departement("42")).rank.unwrap().note;
    assert!(note.starts_with("8 départements sur 101 ont une part connue"), "{note}");
    assert_eq!(card(Document::default(), TerritoryId::France).rank, None, "it has no peer");
}

#[test]
fn children_are_sorted_by_share_and_gaps_come_last_without_being_zero() {
    let children = card(colleges(), region("82")).children;
    let shown: Vec<_> = children.iter().map(|bar| (bar.name.as_str(), bar.part)).collect();
    assert_eq!(shown[..2], [("Loire", Some(0.75)), ("Rhône", Some(0.17))]);
    let others = ["Ain", "Ardèche", "Drôme", "Haute-Savoie", "Isère", "Savoie"];
    assert_eq!(names(&children[2..]), others);
    assert!(children[2..].iter().all(|bar| bar.part.is_none()));
    assert!(card(colleges(), departement("42")).children.is_empty());
    assert_eq!(card(Document::default(), TerritoryId::France).children.len(), 27);
}

#[test]
fn the_card_of_the_place_is_made_whatever_level_its_map_shows() {
    let card = card(colleges(), region("82"));
    assert_eq!(card.kind, "Région 82, avant 2016");
    assert_eq!(card.children.len(), 8);
}

#[test]
fn points_are_the_shares_said_of_the_type_and_planned_ones_are_marked() {
    let data = made(
        "niveau,code,type,date,taux,statut,mesure\n\
         departement,54,collège,2010,40,réalisé,déployé\n\
         departement,54,collège,2012,100,prévu,déployé\n\
         departement,54,lycée,2010,90,réalisé,déployé\n\
         departement,54,collège,2010,10,réalisé,usage\n\
         departement,54,collège,2009,,réalisé,déployé\n",
    );
    let card = Card::new(&Reading::new(&colleges(), &data), &data, departement("54")).unwrap();
    let told: Vec<_> =
        card.points.iter().map(|p| (p.date, p.part, p.planned, p.later, p.sum)).collect();
    assert_eq!(
        told,
        [
            (date(2010, 12, 31), 0.4, false, false, false),
            (date(2012, 12, 31), 1.0, true, true, false)
        ]
    );
    assert_eq!(card.points[0].text, "2010\u{202f}: 40\u{202f}%", "nobody checked it");
    assert_eq!(card.points[0].evidence, Evidence::Documente);
}

#[test]
fn what_is_added_up_has_a_point_each_time_one_of_its_departements_changes() {
    let data = made(
        "niveau,code,type,date,equipes,total\n\
         departement,54,collège,2009,10,100\ndepartement,55,collège,2009,0,100\n\
         departement,57,collège,2009,0,100\ndepartement,88,collège,2009,0,100\n\
         departement,57,collège,2010,90,100\n",
    );
    let document = Document { level: Level::Region, ..colleges() };
    let card = Card::new(&Reading::new(&document, &data), &data, region("41")).unwrap();
    let told: Vec<_> = card.points.iter().map(|p| (p.date.year(), p.part, p.sum)).collect();
    assert_eq!(told, [(2009, 0.025, true), (2010, 0.25, true)]);
}

fn shown(cache: &mut CardCache, session: &Session) -> String {
    match cache.card(session) {
        Some(OpenCard::Territory(card)) => card.name.clone(),
        Some(OpenCard::Several(card)) => card.name.clone(),
        Some(OpenCard::School(card)) => card.name.clone(),
        None => String::new(),
    }
}

#[test]
fn the_open_card_follows_the_place_and_the_selection() {
    let (mut session, mut cache) = (Session::new(colleges()), CardCache::default());
    assert_eq!(shown(&mut cache, &session), "France");
    session.apply(Command::Select(Some(departement("42"))));
    assert_eq!(shown(&mut cache, &session), "Loire");
    session.apply(Command::SelectAll(vec![departement("42"), departement("69")]));
    assert_eq!(shown(&mut cache, &session), "2 départements");
    session.apply(Command::Enter(region("82")));
    assert_eq!(shown(&mut cache, &session), "Rhône-Alpes");
}

#[test]
fn the_open_card_is_made_again_only_when_something_changes() {
    let (mut session, mut cache) = (Session::new(colleges()), CardCache::default());
    session.apply(Command::Select(Some(departement("42"))));
    // A card made again has a name that stands elsewhere, since the old one is there until then.
    let address = |cache: &mut CardCache, session: &Session| match cache.card(session) {
        Some(OpenCard::Territory(card)) => card.name.as_ptr(),
        other => panic!("{other:?}"),
    };
    let before = address(&mut cache, &session);
    assert_eq!(address(&mut cache, &session), before);
    session.apply(Command::GoTo(date(2009, 12, 31)));
    assert_ne!(address(&mut cache, &session), before);
    let Some(OpenCard::Territory(card)) = cache.card(&session) else { panic!() };
    assert_eq!(card.comparison[0].part, Some(0.61), "of the other date");
}
