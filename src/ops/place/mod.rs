//! Where the book lies: a folder with `chenjian.db` and its backups, and which folders are good for that.

mod candidate;
mod drive;
mod save_place;
mod surroundings;
#[cfg(test)]
mod tests;
mod trial;

use std::path::{Path, PathBuf};

pub use candidate::{Candidate, Caution, PlaceKind};
pub use drive::{Drive, DriveKind};
pub use save_place::{PRINT_FOLDER, UserFolders, save_folder};
pub use surroundings::Surroundings;
pub use trial::{Presence, Trial, try_folder};

/// Name of the book's file in the data folder.
pub const BOOK_FILE: &str = "chenjian.db";

/// Name of the folder beside the program that makes it portable.
pub const PORTABLE_FOLDER: &str = "数据";

/// Name of the folder that is proposed on a drive.
pub const DRIVE_FOLDER: &str = "晨检簿";

/// The data folder: the given one, else `数据` beside the program if it holds a book, else the one chosen at the
/// first start, else `数据` beside the program, else the user's data folder.
pub fn data_folder(given: Option<&Path>, remembered: Option<&Path>) -> PathBuf {
    let portable = || portable_folder().filter(|folder| folder.is_dir());
    let folder = given
        .map(Path::to_owned)
        .or_else(|| portable().filter(|folder| holds_book(folder)))
        .or_else(|| remembered.map(Path::to_owned))
        .or_else(portable)
        .or_else(user_folder)
        .unwrap_or_else(|| PathBuf::from(PORTABLE_FOLDER));
    // The whole path tells on which drive it lies.
    std::path::absolute(&folder).unwrap_or(folder)
}

/// `数据` beside the program, whether it exists or not.
pub(super) fn portable_folder() -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.parent()?.join(PORTABLE_FOLDER))
}

/// The user's own data folder.
pub(super) fn user_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "chenjian").map(|dirs| dirs.data_dir().to_owned())
}

/// The backups of a data folder.
pub fn backup_folder(data: &Path) -> PathBuf {
    data.join("backup")
}

/// Whether a folder holds a book.
pub fn holds_book(folder: &Path) -> bool {
    std::fs::metadata(folder.join(BOOK_FILE)).is_ok_and(|file| file.is_file() && file.len() > 0)
}
