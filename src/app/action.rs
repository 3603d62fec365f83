//! Everything a person can ask of the window.

use std::path::PathBuf;

use super::{Resize, Shown, Work};
use crate::project::{Command, FileChoice, Template};

/// A request, from a menu, a shortcut, a panel or the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the document.
    Do(Command),
    /// Go one step back.
    Undo,
    /// Go one undone step forward.
    Redo,
    /// Choose a file of one's own and show it.
    OpenFile,
    /// Choose a file and join it to those that are shown.
    AddFile,
    /// Choose outlines of one's own and draw the map on them.
    OpenOutlines,
    /// Open one of the files that were opened lately, by its rank.
    OpenRecent(usize),
    /// Type the path of a file to open.
    TypePath,
    /// Use the path that was typed.
    UsePath(PathPurpose, String),
    /// Show files that are open, by their rank.
    ShowFile(usize),
    /// Save at that path, where another file stands.
    Replace(PathPurpose, PathBuf),
    /// Show a file in the program that the desktop has for it, or in its folder.
    ShowWritten(PathBuf, Shown),
    /// Put the page of the report in the place of the map, or go back to that.
    TogglePage,
    /// Save the page as a picture.
    ExportPicture,
    /// Save the value of each territory of the map as a table.
    SaveTable,
    /// Save the rows of the table as they are shown.
    SaveRows,
    /// Save a table to fill.
    SaveTemplate(Template),
    /// Copy the map as a picture.
    CopyPicture,
    /// Give up work that is under way.
    GiveUp(Work),
    /// Go into the territory that is selected.
    EnterSelection,
    /// Go back to where one was.
    Back,
    /// Go forward again.
    Forward,
    /// Look for a territory or a school.
    Find,
    /// Look for a command.
    ShowPalette,
    /// Show the whole map.
    Fit,
    /// Look closer.
    ZoomIn,
    /// Look from farther away.
    ZoomOut,
    /// Run through the dates, or stop.
    TogglePlayback,
    /// Go to the date before.
    PreviousDate,
    /// Go to the date after.
    NextDate,
    /// Fold the side panel away, or bring it back.
    ToggleSidePanel,
    /// Something about the terrain.
    Terrain(TerrainRequest),
    /// Draw the interface larger or smaller.
    Resize(Resize),
    /// Use light colours, dark ones, or those of the system.
    UseTheme(egui::ThemePreference),
    /// Show the table under the map, or fold it away.
    ToggleTable,
    /// Show the first rows of the file and how they are read, or fold them away.
    TogglePreview,
    /// Show the first rows of the file and how they are read.
    ShowPreview,
    /// The same, with all that can be said of how they are read: their date, their scale.
    ShowReadingSettings,
    /// Show the first rows of the file that was refused, to say what its columns are.
    ShowRefused,
    /// Decide something about it.
    DecideRefused(FileChoice),
    /// Show what was done with the files.
    ShowImport,
    /// Ask what the map of a file counts, by its rank.
    AskSubject(usize),
    /// Say what the map of a file counts.
    UseSubject {
        /// The rank of the file.
        file: usize,
        /// What was typed.
        text: String,
    },
    /// Show who made this and from what.
    ShowAbout,
    /// Show the keyboard shortcuts.
    ShowShortcuts,
    /// Close the dialog or the notices.
    Dismiss,
    /// Leave.
    Quit,
}

/// What a path is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    /// To open the file.
    Open,
    /// To join the file to those that are shown.
    Add,
    /// To draw the map on the outlines there.
    OpenOutlines,
    /// To save the map as a picture there.
    SavePicture,
    /// To save the table there.
    SaveTable,
    /// To save the rows of the table there.
    SaveRows,
    /// To save a table to fill there.
    SaveTemplate(Template),
}

/// What can be asked of the terrain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerrainRequest {
    /// Show it instead of the map, or the map again.
    Toggle,
    /// Choose its tiles.
    ChooseSource,
    /// Allow the server of its tiles to be called.
    Allow,
    /// Use the tiles that were chosen in the dialog.
    UseSource,
    /// Choose a file of tiles.
    OpenFile,
}

impl From<TerrainRequest> for Action {
    fn from(request: TerrainRequest) -> Self {
        Self::Terrain(request)
    }
}

impl From<Command> for Action {
    fn from(command: Command) -> Self {
        Self::Do(command)
    }
}
