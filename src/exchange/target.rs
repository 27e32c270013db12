//! Where a package can be written: sticks and other mounted drives.

use std::path::{Path, PathBuf};

use super::manifest::MANIFEST;
use crate::disk::FileLayer;

/// Folders under which Linux desktops mount removable drives.
const MOUNT_PLACES: [&str; 3] = ["/media", "/run/media", "/mnt"];

/// A drive that a package could be written to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Target {
    /// Its root folder.
    pub path: PathBuf,
    /// The volume's name where the mount point tells it; `E:` on Windows.
    pub label: String,
    /// The file system's name where it is known: `vfat`, `exfat`.
    pub file_system: Option<String>,
    /// Free bytes where they are known.
    pub free: Option<u64>,
    /// Whether it can be written.
    pub writable: bool,
    /// How many packages lie in its root.
    pub packages: usize,
}

/// The drives that are plugged in now, sorted by path. Reads mount table and root folders only; empty where
/// none is found.
pub fn targets(layer: &dyn FileLayer) -> Vec<Target> {
    let mut found = if cfg!(windows) {
        // A and B are floppy drives, C holds the system.
        ('D'..='Z')
            .map(|letter| Mount {
                path: PathBuf::from(format!("{letter}:\\")),
                label: format!("{letter}:"),
                file_system: None,
                read_only: false,
            })
            .filter(|mount| mount.path.is_dir())
            .map(|mount| mount.look(layer))
            .collect()
    } else {
        let table = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        targets_of(&table, &MOUNT_PLACES.map(Path::new), layer)
    };
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The drives of a Linux mount table that are mounted below one of `places`.
pub(super) fn targets_of(table: &str, places: &[&Path], layer: &dyn FileLayer) -> Vec<Target> {
    table
        .lines()
        .filter_map(Mount::parse)
        .filter(|mount| !mount.is_memory())
        .filter(|mount| places.iter().any(|place| mount.path.starts_with(place)) && mount.path.is_dir())
        .map(|mount| mount.look(layer))
        .collect()
}

struct Mount {
    path: PathBuf,
    label: String,
    file_system: Option<String>,
    read_only: bool,
}

impl Mount {
    /// A line of the mount table: device, folder, type, options.
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ').skip(1);
        let path = PathBuf::from(unescape(words.next()?));
        let file_system = words.next()?.to_owned();
        let read_only = words.next()?.split(',').any(|option| option == "ro");
        let label = path.file_name()?.to_string_lossy().into_owned();
        Some(Self { path, label, file_system: Some(file_system), read_only })
    }

    /// Memory that is empty after switching off is nothing to carry away.
    fn is_memory(&self) -> bool {
        self.file_system.as_deref().is_some_and(|name| matches!(name, "tmpfs" | "ramfs" | "overlay"))
    }

    fn look(self, layer: &dyn FileLayer) -> Target {
        let packages = std::fs::read_dir(&self.path).map_or(0, |entries| {
            entries.flatten().filter(|entry| entry.path().join(MANIFEST).is_file()).count()
        });
        Target {
            free: layer.free_space(&self.path).ok(),
            writable: !self.read_only && layer.writable(&self.path),
            packages,
            path: self.path,
            label: self.label,
            file_system: self.file_system,
        }
    }
}

/// The mount table writes spaces and the like as `\040`.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let code = tail
            .get(..3)
            .filter(|_| *first == b'\\')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 8).ok());
        if let Some(code) = code {
            bytes.push(code);
            rest = tail.get(3..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
