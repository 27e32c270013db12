//! Where a package can be written: sticks and other mounted drives.

use std::path::{Path, PathBuf};

use super::manifest::MANIFEST;
use crate::disk::FileLayer;

/// Folders under which Linux desktops mount removable drives, and one that people use for the rest.
const MOUNT_PLACES: [&str; 3] = ["/media", "/run/media", "/mnt"];
/// The last of them holds whatever somebody mounted by hand.
const BY_HAND: &str = "/mnt";
/// What can never be written, whatever it lies on: discs and images.
const DISCS: [&str; 3] = ["iso9660", "udf", "squashfs"];
/// Less room than this holds no package, bytes.
const LEAST: u64 = 1_000_000;

/// Why nothing can be written to a drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetFault {
    /// It is mounted read-only: its switch, or a file system that needs repair.
    ReadOnly,
    /// This user may not write there.
    NotAllowed,
    /// It is full.
    NoRoom,
}

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
    /// Why it cannot be written; `None`: it can.
    pub fault: Option<TargetFault>,
    /// Whether it lies where the system mounts what was plugged in.
    pub removable: bool,
    /// How many packages lie in its root.
    pub packages: usize,
}

impl Target {
    /// Whether a package can be written to it.
    pub fn is_usable(&self) -> bool {
        self.fault.is_none()
    }
}

/// The drives that are plugged in now: those that can be written first, of them the removable ones first. Reads
/// mount table and root folders only; empty where none is found.
pub fn targets(layer: &dyn FileLayer) -> Vec<Target> {
    if cfg!(windows) {
        let mut found: Vec<Target> =
        // A and B are floppy drives, C holds the system.
        ('D'..='Z')
            .map(|letter| Mount {
                path: PathBuf::from(format!("{letter}:\\")),
                label: format!("{letter}:"),
                file_system: None,
                read_only: false,
                plugged: true,
            })
            .filter(|mount| mount.path.is_dir())
            .map(|mount| mount.look(layer))
            .collect();
        sort(&mut found);
        return found;
    }
    let table = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    targets_of(&table, &MOUNT_PLACES.map(Path::new), layer)
}

fn sort(found: &mut [Target]) {
    found.sort_by(|a, b| {
        (a.fault.is_some(), !a.removable, &a.path).cmp(&(b.fault.is_some(), !b.removable, &b.path))
    });
}

/// The drives of a Linux mount table that are mounted below one of `places`. What cannot be written is listed
/// only if it is a drive that somebody may have plugged in for this.
pub(super) fn targets_of(table: &str, places: &[&Path], layer: &dyn FileLayer) -> Vec<Target> {
    let mut found: Vec<Target> = table
        .lines()
        .filter_map(Mount::parse)
        .filter(|mount| !mount.is_memory())
        .filter(|mount| places.iter().any(|place| mount.path.starts_with(place)) && mount.path.is_dir())
        .filter_map(|mount| {
            let plugged = mount.plugged;
            let target = mount.look(layer);
            (target.is_usable() || (plugged && target.removable)).then_some(target)
        })
        .collect();
    sort(&mut found);
    found
}

struct Mount {
    path: PathBuf,
    label: String,
    file_system: Option<String>,
    read_only: bool,
    /// Whether it is a drive and no disc, image or share.
    plugged: bool,
}

impl Mount {
    /// A line of the mount table: device, folder, type, options.
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let device = words.next()?;
        let drive = ["/dev/sd", "/dev/mmcblk", "/dev/nvme"].iter().any(|kind| device.starts_with(kind));
        let path = PathBuf::from(unescape(words.next()?));
        let file_system = words.next()?.to_owned();
        let read_only = words.next()?.split(',').any(|option| option == "ro");
        let label = path.file_name()?.to_string_lossy().into_owned();
        let plugged = drive && !DISCS.contains(&file_system.as_str());
        Some(Self { path, label, file_system: Some(file_system), read_only, plugged })
    }

    /// Memory that is empty after switching off is nothing to carry away.
    fn is_memory(&self) -> bool {
        self.file_system.as_deref().is_some_and(|name| matches!(name, "tmpfs" | "ramfs" | "overlay"))
    }

    fn look(self, layer: &dyn FileLayer) -> Target {
        let packages = std::fs::read_dir(&self.path).map_or(0, |entries| {
            entries.flatten().filter(|entry| entry.path().join(MANIFEST).is_file()).count()
        });
        let free = layer.free_space(&self.path).ok();
        let fault = match free {
            _ if self.read_only => Some(TargetFault::ReadOnly),
            _ if !layer.writable(&self.path) => Some(TargetFault::NotAllowed),
            Some(..LEAST) => Some(TargetFault::NoRoom),
            _ => None,
        };
        Target {
            free,
            fault,
            removable: !self.path.starts_with(BY_HAND),
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
