//! U盘: the week's numbers, the stick, and one button that writes the package and reads it back.

#[cfg(test)]
mod tests;
mod update;
mod view;

use std::path::PathBuf;

use crate::i18n::{Explanation, Tr};
use crate::ops::usb::{Exported, Target, TargetFault, UsbView};

/// What came of the last writing.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Written(Exported),
    Cancelled,
    Refused(Explanation),
}

/// The weekly package.
#[derive(Debug, Default)]
pub struct Usb {
    data: Option<UsbView>,
    /// The drive that is written to.
    drive: Option<PathBuf>,
    /// Another folder, instead of a drive.
    other: Option<String>,
    /// What is wrong with the typed folder.
    wrong: Option<String>,
    /// Whether a package is being written.
    busy: bool,
    said: Option<Said>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A drive, or with `None` another folder.
    Drive(Option<PathBuf>),
    /// Up or down among the drives.
    Move(i32),
    /// Look again for drives.
    Refresh,
    /// Typed into the other folder.
    Folder(String),
    /// The system's dialog for folders.
    Choose,
    /// Write the package.
    Write,
    /// Stop the work.
    Stop,
}

impl Usb {
    fn targets(&self) -> &[Target] {
        self.data.as_ref().map_or(&[], |data| data.targets.as_slice())
    }

    /// The folder that will be written to, if one is chosen and can be written.
    fn to(&self) -> Option<PathBuf> {
        if let Some(typed) = &self.other {
            return (!typed.trim().is_empty()).then(|| PathBuf::from(typed.trim()));
        }
        let drive = self.drive.as_ref()?;
        let target = self.targets().iter().find(|target| target.path == *drive)?;
        target.is_usable().then(|| target.path.clone())
    }

    /// Keeps the chosen drive while it can be written; else the first that can, else a folder. A folder
    /// that nobody has typed anything into gives way to a drive that has been plugged in meanwhile.
    fn settle(&mut self) {
        let usable = |path: &PathBuf| self.targets().iter().any(|t| t.path == *path && t.is_usable());
        let typed = self.other.as_ref().is_some_and(|folder| !folder.trim().is_empty());
        if typed || self.other.is_none() && self.drive.as_ref().is_some_and(usable) {
            return;
        }
        let fit = self.targets().iter().find(|target| target.is_usable());
        self.drive = fit.map(|target| target.path.clone());
        self.other = None;
        if self.drive.is_none() {
            self.other = Some(String::new());
        }
    }
}

/// Why a drive cannot be written, and what helps.
fn fault_words(fault: TargetFault, tr: &Tr) -> String {
    match fault {
        TargetFault::ReadOnly => tr.usb_screen_unlock(),
        TargetFault::NotAllowed => tr.usb_screen_not_allowed(),
        TargetFault::NoRoom => tr.usb_screen_no_room(),
    }
}
