//! Commands: the only way to change a document, or where one stands.

use jiff::civil::Date;

use super::{Data, Document, FileChoice, PageChange, Sort, Standpoint};
use crate::{
    cartography::Representation,
    coverage::{
        Embedded, Measure, SchoolType,
        school::{Perimeter, Uai},
    },
    outline::OutlineSource,
    scene::Block,
    territory::{Edition, Level, TerritoryId},
};

/// A change of the document or of where one stands. Menus, shortcuts, panels and the command line all send these.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Open one of the embedded files.
    Open(Embedded),
    /// Draw on other outlines.
    UseOutlines(OutlineSource),
    /// Show lycées or collèges, at the level of whoever runs them.
    ShowSchools(SchoolType),
    /// Show another level.
    ShowLevel(Level),
    /// Show shares or stages.
    ShowAs(Representation),
    /// Show what is deployed, or what is used.
    MeasureBy(Measure),
    /// Use the borders of another time.
    UseEdition(Edition),
    /// Count other schools.
    Count(Perimeter),
    /// Decide something about one of the person's own files.
    Decide {
        /// Its rank.
        file: usize,
        /// What.
        choice: FileChoice,
    },
    /// Take away a file that was added.
    RemoveFile(usize),
    /// Change the page of the map.
    ChangePage(PageChange),
    /// Go to a date.
    GoTo(Date),
    /// Point at a territory alone, or at none.
    Select(Option<TerritoryId>),
    /// Point at one more territory, or no longer at it.
    ToggleSelected(TerritoryId),
    /// Point at several territories of the level.
    SelectAll(Vec<TerritoryId>),
    /// Point at a school, without going anywhere.
    SelectSchool(Uai),
    /// Go into a territory.
    Enter(TerritoryId),
    /// Go one step up.
    Leave,
    /// Leave départements by their région or their académie.
    GoBy(Level),
    /// Open the card of a school, which lies in a département of the atlas or elsewhere.
    OpenSchool(Uai, Option<TerritoryId>),
    /// Close it.
    CloseSchool,
    /// Keep some rows of the table.
    Filter(String),
    /// Put the rows of the table in an order.
    SortRows(Option<Sort>),
}

/// Commands that follow each other with the same key are one step: running through the dates is not
/// one a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MergeKey {
    /// The date of the map.
    Date,
    /// A text of the page.
    Text(Block),
    /// Its size.
    Format,
}

impl Command {
    /// Changes a document and where one stands. `edition` is the one that some data speak of, if they
    /// do.
    pub(super) fn apply(
        self,
        document: &mut Document,
        at: &mut Standpoint,
        edition: impl Fn(Embedded) -> Option<Edition>,
    ) {
        // What was pointed at gives way to whatever comes next.
        let pointed_school = at.pointed_school.take();
        match self {
            Self::Open(data) => {
                document.data = data.into();
                at.use_edition(document, edition(data).unwrap_or(document.edition));
            }
            Self::UseOutlines(outlines) => document.outlines = outlines,
            Self::ShowSchools(school_type) => {
                document.school_type = school_type;
                // Régions run lycées and départements run collèges: that is where figures are. In
                // a place, one stays.
                if at.place.territory == TerritoryId::France {
                    at.show_level(
                        document,
                        match school_type {
                            SchoolType::Lycee => Level::Region,
                            SchoolType::College => Level::Departement,
                        },
                    );
                }
            }
            Self::ShowLevel(level) => at.show_level(document, level),
            Self::ShowAs(representation) => document.representation = representation,
            Self::MeasureBy(measure) => document.measure = measure,
            Self::UseEdition(edition) => at.use_edition(document, edition),
            Self::Count(perimeter) => document.perimeter = perimeter,
            Self::Decide { file, choice } => {
                if let Data::Own(own) = &mut document.data
                    && let Some(source) = own.files.get_mut(file)
                {
                    choice.apply(&mut source.choices);
                }
            }
            Self::RemoveFile(file) => {
                if let Data::Own(own) = &mut document.data
                    && file < own.files.len()
                    && own.files.len() > 1
                {
                    own.files.remove(file);
                }
            }
            Self::ChangePage(change) => change.apply(&mut document.page, document.date),
            Self::GoTo(date) => document.date = Some(date),
            Self::Select(selection) => at.selection = selection.into_iter().collect(),
            Self::ToggleSelected(id) => match at.selection.iter().position(|one| *one == id) {
                Some(rank) => {
                    at.selection.remove(rank);
                }
                None => at.selection.push(id),
            },
            Self::SelectAll(ids) => at.selection = ids,
            Self::SelectSchool(uai) => {
                at.selection.clear();
                at.pointed_school = Some(uai);
            }
            Self::Enter(id) => at.enter(document, id),
            Self::GoBy(way) => at.place.way = way,
            Self::OpenSchool(uai, departement) => {
                at.open_school(document, Some((uai, departement)))
            }
            Self::CloseSchool if pointed_school.is_some() => {}
            Self::CloseSchool => at.open_school(document, None),
            Self::Leave if pointed_school.is_some() => {}
            Self::Leave => at.leave(document),
            Self::Filter(filter) => {
                at.filter = filter;
                at.pointed_school = pointed_school;
            }
            Self::SortRows(sort) => {
                at.sort = sort;
                at.pointed_school = pointed_school;
            }
        }
        at.settle(document);
    }

    /// Whether undoing it is worth a step: pointing at things and going to them is not, which
    /// « Retour » takes back.
    pub(super) fn is_undoable(&self) -> bool {
        !matches!(
            self,
            Self::Select(_)
                | Self::ToggleSelected(_)
                | Self::SelectAll(_)
                | Self::SelectSchool(_)
                | Self::Enter(_)
                | Self::Leave
                | Self::GoBy(_)
                | Self::OpenSchool(..)
                | Self::CloseSchool
                | Self::Filter(_)
                | Self::SortRows(_)
        )
    }

    /// What makes one step of several commands; `None` for one that is a step by itself.
    pub(super) fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::GoTo(_) => Some(MergeKey::Date),
            Self::ChangePage(PageChange::Write { block, .. }) => Some(MergeKey::Text(*block)),
            Self::ChangePage(PageChange::Format(_)) => Some(MergeKey::Format),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Code;

    fn after(commands: &[Command]) -> (Document, Standpoint) {
        let (mut document, mut at) = Default::default();
        for command in commands {
            command.clone().apply(&mut document, &mut at, |_| None);
        }
        (document, at)
    }

    #[test]
    fn lycees_open_on_regions_and_colleges_on_departements() {
        assert_eq!(after(&[Command::ShowSchools(SchoolType::College)]).0.level, Level::Departement);
        let back = [SchoolType::College, SchoolType::Lycee].map(Command::ShowSchools);
        assert_eq!(after(&back).0.level, Level::Region);
    }

    #[test]
    fn a_school_that_is_pointed_at_leaves_one_where_one_is_until_something_else_is() {
        let uai: Uai = Uai::parse("0380033E").unwrap();
        let lorraine = TerritoryId::Region(Edition::Before2016, Code::new("41").unwrap());
        let (_, at) = after(&[Command::Select(Some(lorraine)), Command::SelectSchool(uai)]);
        assert_eq!((at.shown_school(), at.place.school), (Some(uai), None));
        assert_eq!(at.selection, []);
        for next in [Command::CloseSchool, Command::Leave, Command::Select(Some(lorraine))] {
            let (_, at) = after(&[Command::SelectSchool(uai), next]);
            assert_eq!(at.shown_school(), None);
            assert_eq!(at.place.territory, TerritoryId::France);
        }
        let (_, gone) = after(&[Command::SelectSchool(uai), Command::OpenSchool(uai, None)]);
        assert_eq!((gone.pointed_school, gone.place.school), (None, Some(uai)));
    }

    #[test]
    fn a_selection_goes_when_the_map_no_longer_shows_it() {
        let lorraine = TerritoryId::Region(Edition::Before2016, Code::new("41").unwrap());
        let select = || Command::Select(Some(lorraine));
        assert_eq!(after(&[select()]).1.selection, [lorraine]);
        assert_eq!(after(&[select(), Command::ShowLevel(Level::Departement)]).1.selection, []);
        assert_eq!(after(&[select(), Command::UseEdition(Edition::Since2016)]).1.selection, []);
    }
}
