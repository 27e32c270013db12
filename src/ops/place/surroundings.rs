//! What is known of this computer before a folder is proposed.

use std::path::{Path, PathBuf};

use super::drive::{Drive, DriveKind};
use super::{Candidate, holds_book, portable_folder, user_folder};
use crate::disk::{FileLayer, RealFiles};

/// What is known of this computer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// Its drives.
    pub drives: Vec<Drive>,
    /// The folder in use.
    pub current: PathBuf,
    /// The user's own data folder.
    pub user: Option<PathBuf>,
    /// The folder beside the program, if it can be written there.
    pub portable: Option<PathBuf>,
    /// Folders of the above and of the drives that hold a book.
    pub books: Vec<PathBuf>,
}

impl Surroundings {
    /// Looks around on this computer; `current` is the folder in use.
    pub fn look(current: &Path) -> Self {
        let portable = portable_folder().filter(|folder| {
            folder.is_dir()
                || folder.parent().is_some_and(|program| RealFiles.writable(program) && !is_build(program))
        });
        let mut around = Self {
            drives: drives(),
            current: current.to_owned(),
            user: user_folder(),
            portable,
            books: Vec::new(),
        };
        let folders = Candidate::judge(&around).into_iter().map(|place| place.folder);
        // The book in use does not count until it is one that somebody has filled; the caller knows.
        around.books = folders.filter(|folder| folder != current && holds_book(folder)).collect();
        around
    }

    /// The drive that a folder lies on: the one with the longest root above it.
    pub fn drive_of(&self, folder: &Path) -> Option<&Drive> {
        let above = |drive: &&Drive| is_above(&drive.root, folder);
        self.drives.iter().filter(above).max_by_key(|drive| drive.root.as_os_str().len())
    }
}

/// Whether a folder lies below a root; drives of Windows are compared as they are written, so that their
/// rules can be tried anywhere.
fn is_above(root: &Path, folder: &Path) -> bool {
    let written = root.to_string_lossy();
    if written.ends_with('\\') {
        return folder.to_string_lossy().to_lowercase().starts_with(&written.to_lowercase());
    }
    folder.starts_with(root)
}

/// A program that lies where it was built is not being carried about.
fn is_build(program: &Path) -> bool {
    program.ancestors().any(|folder| folder.join("CACHEDIR.TAG").is_file())
}

fn with_room(mut drive: Drive) -> Drive {
    drive.free = RealFiles.free_space(&drive.root).ok();
    drive
}

#[cfg(windows)]
fn drives() -> Vec<Drive> {
    let system = std::env::var("SystemDrive").unwrap_or_else(|_| "C:".to_owned()).to_uppercase();
    let letters = ('C'..='Z').map(|letter| format!("{letter}:"));
    letters
        .map(|name| {
            let kind = if name == system { DriveKind::System } else { DriveKind::Fixed };
            with_room(Drive { root: PathBuf::from(format!("{name}\\")), kind, free: None })
        })
        .filter(|drive| drive.free.is_some())
        .collect()
}

#[cfg(not(windows))]
fn drives() -> Vec<Drive> {
    let table = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let found = super::drive::from_mounts(&table).into_iter().map(with_room);
    // What cannot be written is no place; the root tells where the rest of the folders lie.
    found
        .filter(|drive| drive.kind == DriveKind::Memory || is_root(drive) || RealFiles.writable(&drive.root))
        .collect()
}

#[cfg(not(windows))]
fn is_root(drive: &Drive) -> bool {
    drive.root == Path::new("/") || drive.root == Path::new("/home")
}
