//! A folder that is proposed for the data, with what speaks for and against it.

use std::path::{Path, PathBuf};

use super::DRIVE_FOLDER;
use super::drive::{Drive, DriveKind};
use super::surroundings::Surroundings;

/// Where a proposed folder lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// Named at the start of the program.
    Given,
    /// The user's own data folder.
    User,
    /// On another drive.
    Drive,
    /// Beside the program, so that both travel together.
    Portable,
}

/// What speaks against a folder, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caution {
    /// Taken away with the stick, and lost with it.
    Stick,
    /// Less room than a school year needs.
    LittleRoom,
    /// The drive that a restore card resets at every start.
    RestoreCard,
    /// Empty after switching off.
    Memory,
}

/// Less than this is too little for a school year with its backups, in bytes.
const ENOUGH: u64 = 500_000_000;

/// A folder that is proposed for the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The folder; it need not exist.
    pub folder: PathBuf,
    /// Where it lies.
    pub kind: PlaceKind,
    /// Free space in bytes, if the system tells.
    pub free: Option<u64>,
    /// What speaks against it.
    pub caution: Option<Caution>,
    /// Whether it holds a book already.
    pub holds_book: bool,
    /// Whether it is the one to take if nothing else is known.
    pub recommended: bool,
}

impl Candidate {
    /// The folders that can be proposed, the best first. Pure: what it knows of the computer is given.
    pub fn judge(around: &Surroundings) -> Vec<Self> {
        let mut folders: Vec<(PlaceKind, PathBuf)> = vec![(PlaceKind::Given, around.current.clone())];
        folders.extend(around.user.iter().map(|folder| (PlaceKind::User, folder.clone())));
        folders.extend(around.portable.iter().map(|folder| (PlaceKind::Portable, folder.clone())));
        let others = around.drives.iter().filter(|drive| drive.free != Some(0) && is_proposed(drive));
        folders.extend(others.map(|drive| (PlaceKind::Drive, below(&drive.root, DRIVE_FOLDER))));
        let mut found: Vec<Self> = Vec::new();
        for (kind, folder) in folders {
            // Where the folder in use is also the user's own or the portable one, it is called that.
            match found.iter_mut().find(|other| other.folder == folder) {
                Some(other) => other.kind = kind,
                None => found.push(Self::of(folder, kind, around)),
            }
        }
        // Who named a folder at the start meant it, whatever lies elsewhere, unless the data would be lost there.
        found.sort_by_key(|place| {
            let named = place.kind == PlaceKind::Given && place.caution.is_none();
            let free = std::cmp::Reverse(place.free.unwrap_or(0));
            (!named, !place.holds_book, place.caution, place.kind, free)
        });
        if let Some(first) = found.first_mut() {
            first.recommended = first.caution.is_none();
        }
        found
    }

    fn of(folder: PathBuf, kind: PlaceKind, around: &Surroundings) -> Self {
        let drive = around.drive_of(&folder);
        let free = drive.and_then(|drive| drive.free);
        let caution = match drive.map(|drive| drive.kind) {
            Some(DriveKind::System) => Some(Caution::RestoreCard),
            Some(DriveKind::Memory) => Some(Caution::Memory),
            Some(DriveKind::Removable) => Some(Caution::Stick),
            _ if free.is_some_and(|free| free < ENOUGH) => Some(Caution::LittleRoom),
            _ => None,
        };
        let holds_book = around.books.contains(&folder);
        Self { folder, kind, free, caution, holds_book, recommended: false }
    }
}

/// Whether a folder of its own is proposed on the drive: not on the one where the user's folder lies anyway.
fn is_proposed(drive: &Drive) -> bool {
    matches!(drive.kind, DriveKind::Fixed | DriveKind::Removable) && drive.root != Path::new("/")
}

/// A name below the root of a drive, in the drive's own way of writing.
fn below(root: &Path, name: &str) -> PathBuf {
    let written = root.to_string_lossy();
    if written.ends_with('\\') { PathBuf::from(format!("{written}{name}")) } else { root.join(name) }
}
