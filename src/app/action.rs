//! Everything a person can ask of the window.

use crate::project::Command;

/// A request, from a menu, a shortcut, a panel or the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Change the document.
    Do(Command),
    /// Go one step back.
    Undo,
    /// Go one undone step forward.
    Redo,
    /// Choose a file of one's own and show it.
    OpenFile,
    /// Show a file that is open, by its rank.
    ShowFile(usize),
    /// Save the map as a picture.
    ExportPicture,
    /// Copy the map as a picture.
    CopyPicture,
    /// Give up the work under way.
    GiveUp,
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
    /// Show the terrain instead of the map, or the map again.
    ToggleTerrain,
    /// Choose the tiles of the terrain.
    ChooseTiles,
    /// Allow the server of the terrain's tiles to be called.
    AllowTiles,
    /// Use the tiles that were chosen in the dialog.
    UseTiles,
    /// Choose a file of tiles.
    OpenTileFile,
    /// Use light colours, dark ones, or those of the system.
    UseTheme(egui::ThemePreference),
    /// Show who made this and from what.
    ShowAbout,
    /// Show the keyboard shortcuts.
    ShowShortcuts,
    /// Close the dialog or the notices.
    Dismiss,
    /// Leave.
    Quit,
}

impl From<Command> for Action {
    fn from(command: Command) -> Self {
        Self::Do(command)
    }
}
