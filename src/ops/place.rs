//! Where the book lies: a folder with `chenjian.db` and its backups.

use std::path::{Path, PathBuf};

/// Name of the book's file in the data folder.
pub const BOOK_FILE: &str = "chenjian.db";

/// Name of the folder beside the program that makes it portable.
pub const PORTABLE_FOLDER: &str = "数据";

/// The data folder: the given one, else `数据` beside the program, else the user's data folder.
pub fn data_folder(given: Option<&Path>) -> PathBuf {
    if let Some(folder) = given {
        return folder.to_owned();
    }
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join(PORTABLE_FOLDER)));
    if let Some(folder) = beside.filter(|folder| folder.is_dir()) {
        return folder;
    }
    directories::ProjectDirs::from("", "", "chenjian")
        .map_or_else(|| PathBuf::from(PORTABLE_FOLDER), |dirs| dirs.data_dir().to_owned())
}

/// The backups of a data folder.
pub fn backup_folder(data: &Path) -> PathBuf {
    data.join("backup")
}
