//! What a screen asks for: comparable data. The runner is the only place that turns it into work.

use iced::advanced::widget::Id;

use super::dialog::Dialog;
use super::route::Route;
use crate::ops::{Op, Query};

/// Something a screen wants to happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Do something; the answer comes to `Screen::done`, a refusal to `Screen::refused`.
    Run(Op),
    /// Load something; the answer comes to `Screen::answered`.
    Load(Query),
    /// Show another screen.
    Go(Route),
    /// The screen before this one.
    Back,
    /// Put a dialog over the page.
    Ask(Dialog),
    /// Give a part the focus and bring it into view.
    Focus(Id),
    /// Bring a part into view and leave the focus where it is.
    Reveal(Id),
    /// Scroll a part.
    Scroll(Id, Scroll),
    /// Say something in the bottom bar.
    Notify(String),
    /// Let the person choose a file or folder; the path comes to `Screen::picked`.
    Pick(Pick),
    /// Change what this computer remembers.
    Prefer(Preference),
    /// Stop the long work that runs.
    Cancel,
    /// Open the book of this folder from now on.
    OpenBook(std::path::PathBuf),
}

/// Where to scroll.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scroll {
    /// So many pixels right and down.
    By(f32, f32),
    /// To so many pixels from the top.
    To(f32),
    /// To the top.
    Top,
    /// To the end.
    End,
}

/// A choice of file or folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A roster to read.
    RosterFile,
    /// A folder, with the title of the dialog.
    Folder(String),
    /// Where to save: title, file name, ending.
    Save(String, String, &'static str),
}

/// What this computer remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preference {
    /// Language of screen and paper.
    Language(crate::i18n::Language),
    /// Appearance.
    Theme(super::Theme),
    /// Text size in per cent.
    Scale(u16),
    /// The folder into which something was saved.
    SavedIn(std::path::PathBuf),
}
