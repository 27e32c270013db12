//! Trying a folder: a test file is written, flushed, read back and removed.

use std::path::{Path, PathBuf};

use super::{Candidate, Caution, Surroundings, holds_book};
use crate::disk::{self, DiskAction, DiskError, FileLayer, RealFiles};
use crate::i18n::{Explain, Explanation, Tr};

/// Whether a folder is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It is.
    There,
    /// It is not, and the folder above it is.
    New,
    /// Not even the folder above it is: a stick that is not plugged in, or a slip of the pen.
    Away,
}

impl Presence {
    /// Of a folder on this computer.
    pub fn of(folder: &Path) -> Self {
        match folder.parent() {
            _ if folder.is_dir() => Self::There,
            Some(above) if above.is_dir() => Self::New,
            _ => Self::Away,
        }
    }
}

/// What was found when a folder was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The folder.
    pub folder: PathBuf,
    /// Free space in bytes, if the system tells.
    pub free: Option<u64>,
    /// What speaks against it.
    pub caution: Option<Caution>,
    /// Whether it holds a book already.
    pub holds_book: bool,
    /// Whether it was there before it was tried.
    pub presence: Presence,
    /// Why it cannot be used; `None`: the test file came back as it was written.
    pub fault: Option<Explanation>,
}

/// Name of the test file.
const TEST_FILE: &str = "chenjian-test.tmp";

impl Trial {
    /// Tries a folder on this computer. Nothing is left behind, not even folders made for the test.
    pub fn of(folder: &Path, tr: &Tr) -> Self {
        let presence = Presence::of(folder);
        let fault = try_folder(&RealFiles, folder).err().map(|error| error.explain(tr));
        let around = Surroundings::look(folder);
        let found = Candidate::judge(&around).into_iter().find(|place| place.folder == folder);
        Self {
            folder: folder.to_owned(),
            free: found.as_ref().and_then(|place| place.free),
            caution: found.and_then(|place| place.caution),
            holds_book: holds_book(folder),
            presence,
            fault,
        }
    }
}

/// Writes the test file, reads it back and removes it, with the folders that had to be made for it.
pub fn try_folder(layer: &dyn FileLayer, folder: &Path) -> Result<(), DiskError> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|above| !above.exists()).collect();
    std::fs::create_dir_all(folder)
        .map_err(|error| DiskError::from_io(DiskAction::MakeFolder, folder, &error))?;
    let file = folder.join(TEST_FILE);
    let tried = disk::replace(layer, &file, &[0x5A; 4096]).and_then(|()| {
        layer.remove_file(&file).map_err(|error| DiskError::from_io(DiskAction::Remove, &file, &error))
    });
    for made in missing {
        // Only what is empty goes: somebody else may have put something there meanwhile.
        let _ = std::fs::remove_dir(made);
    }
    tried
}
