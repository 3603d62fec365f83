//! Commands: the only way to change a document.

use jiff::civil::Date;

use super::{Data, Document, FileChoice};
use crate::{
    cartography::Representation,
    coverage::{
        Embedded, Measure, SchoolType,
        school::{Perimeter, Uai},
    },
    outline::OutlineSource,
    territory::{Edition, Level, TerritoryId},
};

/// A change of the document. Menus, shortcuts, panels and the command line all send these.
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
}

impl Command {
    /// Changes a document. `edition` is the one that some data speak of, if they do.
    pub(super) fn apply(
        self,
        document: &mut Document,
        edition: impl Fn(Embedded) -> Option<Edition>,
    ) {
        // What was pointed at gives way to whatever comes next.
        let pointed_school = document.pointed_school.take();
        match self {
            Self::Open(data) => {
                document.data = data.into();
                document.use_edition(edition(data).unwrap_or(document.edition));
            }
            Self::UseOutlines(outlines) => document.outlines = outlines,
            Self::ShowSchools(school_type) => {
                document.school_type = school_type;
                // Régions run lycées and départements run collèges: that is where figures are. In
                // a place, one stays.
                if document.place.territory == TerritoryId::France {
                    document.show_level(match school_type {
                        SchoolType::Lycee => Level::Region,
                        SchoolType::College => Level::Departement,
                    });
                }
            }
            Self::ShowLevel(level) => document.show_level(level),
            Self::ShowAs(representation) => document.representation = representation,
            Self::MeasureBy(measure) => document.measure = measure,
            Self::UseEdition(edition) => document.use_edition(edition),
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
            Self::GoTo(date) => document.date = Some(date),
            Self::Select(selection) => document.selection = selection.into_iter().collect(),
            Self::ToggleSelected(id) => {
                match document.selection.iter().position(|one| *one == id) {
                    Some(rank) => {
                        document.selection.remove(rank);
                    }
                    None => document.selection.push(id),
                }
            }
            Self::SelectAll(ids) => document.selection = ids,
            Self::SelectSchool(uai) => {
                document.selection.clear();
                document.pointed_school = Some(uai);
            }
            Self::Enter(id) => document.enter(id),
            Self::GoBy(way) => document.place.way = way,
            Self::OpenSchool(uai, departement) => document.open_school(Some((uai, departement))),
            Self::CloseSchool if pointed_school.is_some() => {}
            Self::CloseSchool => document.open_school(None),
            Self::Leave if pointed_school.is_some() => {}
            Self::Leave => document.leave(),
            Self::Filter(filter) => {
                document.filter = filter;
                document.pointed_school = pointed_school;
            }
        }
        document.drop_stale_selection();
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
                | Self::OpenSchool(..)
                | Self::CloseSchool
                | Self::Filter(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Code;

    fn after(commands: &[Command]) -> Document {
        let mut document = Document::default();
        for command in commands {
            command.clone().apply(&mut document, |_| None);
        }
        document
    }

    #[test]
    fn lycees_open_on_regions_and_colleges_on_departements() {
        assert_eq!(after(&[Command::ShowSchools(SchoolType::College)]).level, Level::Departement);
        let back = [SchoolType::College, SchoolType::Lycee].map(Command::ShowSchools);
        assert_eq!(after(&back).level, Level::Region);
    }

    #[test]
    fn a_school_that_is_pointed_at_leaves_one_where_one_is_until_something_else_is() {
        let uai: Uai = Uai::parse("0380033E").unwrap();
        let lorraine = TerritoryId::Region(Edition::Before2016, Code::new("41").unwrap());
        let pointed = after(&[Command::Select(Some(lorraine)), Command::SelectSchool(uai)]);
        assert_eq!((pointed.shown_school(), pointed.place.school), (Some(uai), None));
        assert_eq!(pointed.selection, []);
        for next in [Command::CloseSchool, Command::Leave, Command::Select(Some(lorraine))] {
            let document = after(&[Command::SelectSchool(uai), next]);
            assert_eq!(document.shown_school(), None);
            assert_eq!(document.place.territory, TerritoryId::France);
        }
        let gone = after(&[Command::SelectSchool(uai), Command::OpenSchool(uai, None)]);
        assert_eq!((gone.pointed_school, gone.place.school), (None, Some(uai)));
    }

    #[test]
    fn a_selection_goes_when_the_map_no_longer_shows_it() {
        let lorraine = TerritoryId::Region(Edition::Before2016, Code::new("41").unwrap());
        let select = || Command::Select(Some(lorraine));
        assert_eq!(after(&[select()]).selection, [lorraine]);
        assert_eq!(after(&[select(), Command::ShowLevel(Level::Departement)]).selection, []);
        assert_eq!(after(&[select(), Command::UseEdition(Edition::Since2016)]).selection, []);
    }
}
