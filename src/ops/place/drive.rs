//! The drives of this computer as the system tells of them.

use std::path::{Path, PathBuf};

/// What kind of drive it is, as far as the system tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DriveKind {
    /// The drive that the system starts from, where that is the one a restore card resets: drive C.
    System,
    /// Another drive; on Windows a stick counts as this, since the system does not tell without its own calls.
    Fixed,
    /// A stick or another drive that is taken away.
    Removable,
    /// Memory that is empty after switching off.
    Memory,
}

/// A drive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drive {
    /// Where its files begin: `D:\`, `/media/stick`.
    pub root: PathBuf,
    /// Kind.
    pub kind: DriveKind,
    /// Free space in bytes, if the system tells.
    pub free: Option<u64>,
}

/// File systems of disks and sticks that a person may want to write to.
const DISKS: [&str; 11] =
    ["ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "vfat", "exfat", "ntfs", "ntfs3", "fuseblk"];

/// File systems that are lost with the power.
const MEMORY: [&str; 3] = ["tmpfs", "ramfs", "overlay"];

/// Reads a table of mounts in the form of `/proc/self/mounts`. Free space is not in it.
pub(super) fn from_mounts(table: &str) -> Vec<Drive> {
    let mut drives: Vec<Drive> = Vec::new();
    for line in table.lines() {
        let mut words = line.split_ascii_whitespace();
        let (Some(device), Some(root), Some(system)) = (words.next(), words.next(), words.next()) else {
            continue;
        };
        let root = PathBuf::from(unescape(root));
        let kind = if MEMORY.contains(&system) {
            DriveKind::Memory
        } else if !device.starts_with("/dev/") || !DISKS.contains(&system) || is_of_the_system(&root) {
            continue;
        } else if ["/media", "/run/media"].iter().any(|above| root.starts_with(above)) {
            DriveKind::Removable
        } else {
            DriveKind::Fixed
        };
        // A later mount hides an earlier one of the same place.
        drives.retain(|drive| drive.root != root);
        drives.push(Drive { root, kind, free: None });
    }
    drives
}

/// Parts of the system that hold nobody's data.
fn is_of_the_system(root: &Path) -> bool {
    ["/boot", "/efi", "/snap", "/usr", "/var", "/etc"].iter().any(|part| root.starts_with(part))
}

/// `\040` and its like stand for blanks in the table.
fn unescape(word: &str) -> String {
    word.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
}
