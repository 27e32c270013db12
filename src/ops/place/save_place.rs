//! Where prints and lists are offered to be saved while nobody has saved anywhere yet.

use std::path::{Path, PathBuf};

use crate::disk::{DiskAction, DiskError};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Name of the folder for prints in the data folder.
pub const PRINT_FOLDER: &str = "打印";

/// The folders of the user, where there are any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UserFolders {
    /// Documents.
    pub documents: Option<PathBuf>,
    /// The desktop.
    pub desktop: Option<PathBuf>,
}

impl UserFolders {
    /// Those of this computer that are there.
    pub fn look() -> Self {
        let Some(dirs) = directories::UserDirs::new() else { return Self::default() };
        let there = |folder: Option<&Path>| folder.filter(|folder| folder.is_dir()).map(Path::to_owned);
        Self { documents: there(dirs.document_dir()), desktop: there(dirs.desktop_dir()) }
    }
}

/// The user's documents, else the desktop, else a folder of the data. Where the data lie on another drive than the
/// user's folders, somebody has put them out of the reach of a restore card: prints belong there too.
pub fn save_folder(data: &Path, user: &UserFolders) -> PathBuf {
    let near = |folder: &&PathBuf| drive(folder) == drive(data);
    let found = user.documents.iter().chain(&user.desktop).find(near);
    found.cloned().unwrap_or_else(|| data.join(PRINT_FOLDER))
}

/// The letter of a drive of Windows, compared as it is written, so that its rules can be tried anywhere.
fn drive(folder: &Path) -> Option<char> {
    let written = folder.to_string_lossy();
    let (letter, rest) = (written.chars().next()?, written.chars().nth(1)?);
    (letter.is_ascii_alphabetic() && rest == ':').then(|| letter.to_ascii_uppercase())
}

impl Book {
    /// Makes the folder for prints of the data folder where something is saved into it; no other folder is made,
    /// since a mistyped one would be.
    pub(in crate::ops) fn ready_print_folder(&self, file: &Path) -> Result<(), OpError> {
        let own = self.folder().join(PRINT_FOLDER);
        if file.parent() != Some(own.as_path()) {
            return Ok(());
        }
        let made = std::fs::create_dir_all(&own);
        Ok(made.map_err(|error| DiskError::from_io(DiskAction::MakeFolder, &own, &error))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_come_first_and_a_restore_card_is_kept_out() {
        let user = |documents: Option<&str>, desktop: Option<&str>| UserFolders {
            documents: documents.map(Into::into),
            desktop: desktop.map(Into::into),
        };
        let save = |data: &str, user: &UserFolders| save_folder(Path::new(data), user).display().to_string();
        let both = user(Some("C:\\Users\\王\\Documents"), Some("C:\\Users\\王\\Desktop"));
        assert_eq!(save("c:\\数据", &both), "C:\\Users\\王\\Documents");
        assert_eq!(save("c:\\数据", &user(None, Some("C:\\Users\\王\\Desktop"))), "C:\\Users\\王\\Desktop");
        assert!(save("D:\\晨检簿", &both).starts_with("D:\\晨检簿"), "drive C may be wiped at every start");
        assert_eq!(save("/home/王/data", &user(Some("/home/王/文档"), None)), "/home/王/文档");
        assert_eq!(save("/data/晨检簿", &UserFolders::default()), "/data/晨检簿/打印");
    }
}
