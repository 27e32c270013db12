//! What went wrong with a file: what was being done, where, and why it failed.

use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::i18n::{Explain, Explanation, Tr};

/// What was being done to a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiskAction {
    /// Making a folder.
    MakeFolder,
    /// Writing and flushing a file.
    Write,
    /// Reading a written file back for comparison.
    ReadBack,
    /// Giving the finished file or folder its final name.
    Rename,
    /// Reading a file or listing a folder.
    Read,
    /// Removing a file or folder.
    Remove,
}

/// Why it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiskFault {
    /// No room left, or the quota is used up.
    Full,
    /// The device or file system cannot be written.
    ReadOnly,
    /// The file or folder is not there.
    Missing,
    /// A folder stands where a file was to be read.
    Folder,
    /// Something of that name is there already and must not be replaced.
    Exists,
    /// The device has gone or does not answer.
    Removed,
    /// What was read back is not what was written.
    Differs,
    /// The user may not do this here.
    Permission,
    /// The file system refuses the name.
    BadName,
    /// The user stopped the work.
    Cancelled,
    /// Anything else, with the system's number where it has one (0 otherwise).
    Other(i32),
}

/// A failed action on a file. After a failed write nothing of it is left behind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{action:?} {}: {fault:?}", path.display())]
pub struct DiskError {
    /// What was being done.
    pub action: DiskAction,
    /// The final path, not the temporary one.
    pub path: PathBuf,
    /// Why it failed.
    pub fault: DiskFault,
}

// The numbers of "no such device", "input/output error" and "no medium found" on Linux.
#[cfg(unix)]
const GONE: &[i32] = &[5, 6, 19, 123, 124];
// "not ready", "device not connected", "no media in drive", "device removed", "i/o device error".
#[cfg(not(unix))]
const GONE: &[i32] = &[21, 1167, 1112, 1617, 1117];

impl DiskFault {
    /// The fault behind the system's error.
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full
            }
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::IsADirectory => {
                Self::Exists
            }
            io::ErrorKind::PermissionDenied => Self::Permission,
            io::ErrorKind::InvalidFilename => Self::BadName,
            _ => match error.raw_os_error() {
                Some(number) if GONE.contains(&number) => Self::Removed,
                number => Self::Other(number.unwrap_or(0)),
            },
        }
    }

    /// Stable name of the fault.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "disk_full",
            Self::ReadOnly => "disk_read_only",
            Self::Missing => "disk_missing",
            Self::Folder => "disk_folder",
            Self::Exists => "disk_exists",
            Self::Removed => "disk_removed",
            Self::Differs => "disk_differs",
            Self::Permission => "disk_permission",
            Self::BadName => "disk_bad_name",
            Self::Cancelled => "cancelled",
            Self::Other(_) => "disk_other",
        }
    }
}

impl DiskError {
    /// A failed action with a known fault.
    pub fn new(action: DiskAction, path: &Path, fault: DiskFault) -> Self {
        Self { action, path: path.to_path_buf(), fault }
    }

    /// A failed action from the system's error.
    pub fn from_io(action: DiskAction, path: &Path, error: &io::Error) -> Self {
        let fault = match (action, error.kind()) {
            // To the other actions it is in the way.
            (DiskAction::Read, io::ErrorKind::IsADirectory) => DiskFault::Folder,
            _ => DiskFault::of(error),
        };
        Self::new(action, path, fault)
    }
}

impl Explain for DiskError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let path = self.path.display().to_string();
        let happened = match self.action {
            DiskAction::MakeFolder => tr.disk_happened_make_folder(&path),
            DiskAction::Write => tr.disk_happened_write(&path),
            DiskAction::ReadBack => tr.disk_happened_read_back(&path),
            DiskAction::Rename => tr.disk_happened_rename(&path),
            DiskAction::Read => tr.disk_happened_read(&path),
            DiskAction::Remove => tr.disk_happened_remove(&path),
        };
        let (meaning, remedy) = match self.fault {
            DiskFault::Full => (tr.disk_full_meaning(), tr.disk_full_remedy()),
            DiskFault::ReadOnly => (tr.disk_read_only_meaning(), tr.disk_read_only_remedy()),
            DiskFault::Missing => (tr.disk_missing_meaning(), tr.disk_missing_remedy()),
            DiskFault::Folder => (tr.disk_folder_meaning(), tr.disk_folder_remedy()),
            DiskFault::Exists => (tr.disk_exists_meaning(), tr.disk_exists_remedy()),
            DiskFault::Removed => (tr.disk_removed_meaning(), tr.disk_removed_remedy()),
            DiskFault::Differs => (tr.disk_differs_meaning(), tr.disk_differs_remedy()),
            DiskFault::Permission => (tr.disk_permission_meaning(), tr.disk_permission_remedy()),
            DiskFault::BadName => (tr.disk_bad_name_meaning(), tr.disk_bad_name_remedy()),
            DiskFault::Cancelled => (tr.disk_cancelled_meaning(), tr.disk_cancelled_remedy()),
            DiskFault::Other(number) => (tr.disk_other_meaning(number), tr.disk_other_remedy()),
        };
        Explanation { happened, meaning, remedy, code: self.fault.code().to_owned() }
    }
}
